import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Amendment, Provision } from '../corpus/provision.ts'
import { statesOf } from '../corpus/states.ts'
import { hasPassageOf, type OfficialVersion } from './officialVersions.ts'

/** That the corpus knows a newer text of an instrument than those that are attached. */
export interface NotAttached {
  /** The day of the newest one that is attached. */
  readonly day: string
  /** What changed it since; empty where only the day of the newer text is known. */
  readonly by: readonly Amendment[]
  readonly textAsOf: string
  /** Whether the provision itself is known to have changed. */
  readonly isOwn: boolean
}

/** What the corpus knows to have changed since the newest of `versions` that has `provision`; `undefined` where nothing is, or where their day is not known. */
export function changesNotAttached(
  versions: readonly OfficialVersion[] = [],
  provision: Provision,
  corpus: Corpus,
): NotAttached | undefined {
  const having = versions.findLast((one) => hasPassageOf(one, provision))
  const { day = '' } = having ?? versions.at(-1) ?? {}
  const { textAsOf = '', amendedBy = [] } = instrumentOf(corpus, provision.key) ?? {}
  const isSince = (one: string): boolean => day !== '' && day < one && !one.startsWith(day)
  const isLater = ({ inForce = '' }: Amendment): boolean => isSince(inForce)
  const states = statesOf([...ancestorsOf(corpus, provision), provision])
  const own = states.flatMap((state) => ('by' in state ? state.by : []))
  const by = [...new Set([...own, ...amendedBy])].filter(isLater)
  if (by.length === 0 && !isSince(textAsOf)) return undefined
  const isKnown = provision.level !== 'instrument' && provision.formerlySaid !== undefined
  const isOwn = own.some(isLater) || (isSince(textAsOf) && (isKnown || own.length > 0))
  return { day, by, textAsOf, isOwn }
}
