import type { Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'
import type { InstrumentUse } from '../paths/typedPath.ts'
import { weights } from './ranking.ts'

/** What the analyst has cited: it tells what they are likely to cite next. */
export interface Usage {
  /** The keys that the report cites, each with how often. */
  readonly cited: ReadonlyMap<string, number>
  /** The keys cited last in this workspace, the last first. */
  readonly recent: readonly string[]
}

/** Of an analyst who has cited nothing. */
export const noUsage: Usage = { cited: new Map(), recent: [] }

/** Why a provision stands higher than its words alone would put it. */
export type FavourReason = 'cited' | 'sectionCited' | 'recent'

/** What usage says of provisions of one corpus. */
export interface Favour {
  /** How far it goes before what fits equally well: 1, or a little more. */
  factorOf(provision: Provision): number
  reasonsOf(provision: Provision): readonly FavourReason[]
  /** How much each instrument is used. */
  readonly use: InstrumentUse
}

/** What `usage` says of the provisions of `corpus`; keys that it does not have are ignored. */
export function favourOf({ byKey }: Corpus, { cited, recent }: Usage): Favour {
  const sections = new Map<string, number>()
  for (const [key, times] of cited) {
    const provision = byKey.get(key)
    if (provision === undefined || provision.level === 'instrument') continue
    sections.set(provision.parent, (sections.get(provision.parent) ?? 0) + times)
  }
  const most = Math.max(0, ...sections.values())
  const isInSection = (provision: Provision): boolean =>
    provision.level !== 'instrument' && most > 0 && sections.get(provision.parent) === most
  const reasonsOf = (provision: Provision): readonly FavourReason[] => [
    ...(cited.has(provision.key) ? (['cited'] as const) : []),
    ...(isInSection(provision) ? (['sectionCited'] as const) : []),
    ...(recent.includes(provision.key) ? (['recent'] as const) : []),
  ]
  return {
    reasonsOf,
    use: useOf(cited, recent),
    factorOf: (provision) =>
      reasonsOf(provision).reduce(
        (factor, reason) => factor * weights.favour[reason],
        againFactor(cited.get(provision.key) ?? 0),
      ),
  }
}

/** What is cited more often goes first. */
function againFactor(times: number): number {
  const { perTime, most } = weights.citedAgain
  return 1 + perTime * Math.min(times, most)
}

function useOf(cited: Usage['cited'], recent: Usage['recent']): InstrumentUse {
  const times = new Map<string, number>()
  for (const [key, count] of cited) {
    const id = instrumentIdOf(key)
    times.set(id, (times.get(id) ?? 0) + count)
  }
  const lately = [...new Set(recent.map(instrumentIdOf))]
  return {
    citedTimes: ({ key }) => times.get(key) ?? 0,
    recency: ({ key }) => (lately.includes(key) ? lately.indexOf(key) : Infinity),
  }
}
