import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Amendment, Provision } from '../corpus/provision.ts'
import { statesOf } from '../corpus/states.ts'
import { hasPassageOf, type OfficialVersion } from './officialVersions.ts'

/** That the corpus knows another text of an instrument, which is meant or may be, than those that are attached. */
export interface NotAttached {
  /** Whether that text is newer than those that are attached, or older. */
  readonly age: 'newer' | 'older'
  /** The day of the nearest one that is attached. */
  readonly day: string
  /** What changed it in between; empty where only the day of the newer text is known. */
  readonly by: readonly Amendment[]
  readonly textAsOf: string
  /** Whether the provision itself is known to have changed. */
  readonly isOwn: boolean
}

/**
 * What the corpus knows to have changed since the newest of `versions` that has `provision`, else from the
 * day `today` to the oldest, where that is later; `undefined` where nothing is, or where their days are not known.
 */
export function changesNotAttached(
  versions: readonly OfficialVersion[] = [],
  provision: Provision,
  corpus: Corpus,
  today?: string,
): NotAttached | undefined {
  const having = versions.filter((one) => hasPassageOf(one, provision))
  const [oldest, newest] = [having[0] ?? versions[0], having.at(-1) ?? versions.at(-1)]
  if (oldest === undefined || newest === undefined) return undefined
  const known = knownChanges(provision, corpus)
  const newer = changesBetween(known, newest.day, endOfDays)
  if (newer !== undefined) return { age: 'newer', day: newest.day, ...newer }
  const older = today !== undefined && changesBetween(known, today, oldest.day)
  return older !== undefined && older !== false && older.by.length > 0
    ? { age: 'older', day: oldest.day, ...older }
    : undefined
}

const endOfDays = '9999-12-31'

/** What the corpus knows of a provision that amendments changed. */
interface KnownChanges {
  readonly own: readonly Amendment[]
  readonly all: readonly Amendment[]
  readonly textAsOf: string
  readonly isSaid: boolean
}

function knownChanges(provision: Provision, corpus: Corpus): KnownChanges {
  const { textAsOf = '', amendedBy = [] } = instrumentOf(corpus, provision.key) ?? {}
  const states = statesOf([...ancestorsOf(corpus, provision), provision])
  const own = states.flatMap((state) => ('by' in state ? state.by : []))
  const isSaid = provision.level !== 'instrument' && provision.formerlySaid !== undefined
  return {
    own,
    all: [...new Set([...own, ...amendedBy])],
    textAsOf,
    isSaid: isSaid || own.length > 0,
  }
}

function changesBetween(
  { own, all, textAsOf, isSaid }: KnownChanges,
  from: string,
  to: string,
): Pick<NotAttached, 'by' | 'textAsOf' | 'isOwn'> | undefined {
  const isWithin = (day: string): boolean =>
    from !== '' && from < day && day <= to && !day.startsWith(from)
  const isAmongThem = ({ inForce = '' }: Amendment): boolean => isWithin(inForce)
  const by = all.filter(isAmongThem)
  if (by.length === 0 && !isWithin(textAsOf)) return undefined
  return { by, textAsOf, isOwn: own.some(isAmongThem) || (isWithin(textAsOf) && isSaid) }
}
