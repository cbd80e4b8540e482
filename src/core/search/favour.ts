import type { Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'
import type { InstrumentUse } from '../paths/typedPath.ts'
import { greatestOf } from '../text/lists.ts'
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
  readonly factorOf: (provision: Provision) => number
  /** The same for a sentence, which goes on about what the report is about. */
  readonly contextOf: (provision: Provision) => number
  /** The ids of those instruments of which anything is used: of all others nothing goes before its equals. */
  readonly instruments: ReadonlySet<string>
  readonly reasonsOf: (provision: Provision) => readonly FavourReason[]
  /** How much each instrument is used. */
  readonly use: InstrumentUse
}

/** What `usage` says of the provisions of `corpus`; keys that it does not have are ignored. */
export function favourOf({ byKey }: Corpus, { cited, recent }: Usage): Favour {
  const known = [...cited].filter(([key]) => byKey.has(key))
  const sections = timesBy(known, (key) => parentOf(byKey.get(key)))
  const instruments = timesBy(known, instrumentIdOf)
  // By a key that it had before it is another instrument's by now.
  const idOf = (key: string): string => instrumentIdOf(byKey.get(key)?.key ?? key)
  const inSection = (provision: Provision): number => shareIn(sections, parentOf(provision))
  const inInstrument = ({ key }: Provision): number => shareIn(instruments, instrumentIdOf(key))
  const reasonsOf = (provision: Provision): readonly FavourReason[] => [
    ...(cited.has(provision.key) ? (['cited'] as const) : []),
    ...(inSection(provision) === 1 ? (['sectionCited'] as const) : []),
    ...(recent.includes(provision.key) ? (['recent'] as const) : []),
  ]
  const factorOf = (provision: Provision): number =>
    reasonsOf(provision).reduce(
      (factor, reason) => factor * weights.favour[reason],
      againFactor(cited.get(provision.key) ?? 0),
    )
  const { instrument, section } = weights.context
  return {
    instruments: new Set([...cited.keys(), ...recent].map(idOf)),
    reasonsOf,
    use: useOf(cited, recent),
    factorOf,
    contextOf: (provision) =>
      factorOf(provision) *
      (1 + instrument * inInstrument(provision)) *
      (1 + section * inSection(provision)),
  }
}

function parentOf(provision: Provision | undefined): string | undefined {
  return provision === undefined || provision.level === 'instrument' ? undefined : provision.parent
}

/** How often what `nameOf` tells of the keys is cited. */
function timesBy(
  cited: readonly (readonly [key: string, times: number])[],
  nameOf: (key: string) => string | undefined,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const [key, count] of cited) {
    const name = nameOf(key)
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + count)
  }
  return times
}

/** How often `name` is cited, of what is cited most. */
function shareIn(times: ReadonlyMap<string, number>, name: string | undefined): number {
  if (times.size === 0 || name === undefined) return 0
  return (times.get(name) ?? 0) / greatestOf(times.values())
}

/** What is cited more often goes first. */
function againFactor(times: number): number {
  const { perTime, most } = weights.citedAgain
  return 1 + perTime * Math.min(times, most)
}

function useOf(cited: Usage['cited'], recent: Usage['recent']): InstrumentUse {
  const times = timesBy([...cited], instrumentIdOf)
  const lately = [...new Set(recent.map(instrumentIdOf))]
  return {
    citedTimes: ({ key }) => times.get(key) ?? 0,
    recency: ({ key }) => (lately.includes(key) ? lately.indexOf(key) : Infinity),
  }
}
