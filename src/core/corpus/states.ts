import type { Amendment, Division, Instrument, Measure, Provision, Start } from './provision.ts'

/** What must be known of a provision that is not simply in force. */
export type ProvisionState =
  | { readonly kind: 'deleted' | 'inserted' | 'changed'; readonly by: readonly Amendment[] }
  /** What changed or deleted it after the day that is asked of. */
  | { readonly kind: 'later'; readonly by: readonly Amendment[] }
  /** Before the first of its days, or of a later one that is for something else. */
  | { readonly kind: 'notYet' | 'partly'; readonly starts: readonly Start[] }
  | { readonly kind: 'over'; readonly until: string }
  /** What changed the instrument after the day of the text that the file has. */
  | { readonly kind: 'older'; readonly textAsOf: string; readonly by: readonly Amendment[] }

/**
 * The states of the last of `line`, which has all above it, the instrument first: what weighs most
 * comes first, and nothing else is said of what was deleted. What depends on the day is said of `today` alone.
 */
export function statesOf(line: readonly Provision[], today?: string): readonly ProvisionState[] {
  const parts = line.filter((one) => one.level !== 'instrument').toReversed()
  const [whole] = line
  if (whole?.level !== 'instrument') return []
  const changes = changesOf(parts, whole)
  const isLater = ({ inForce = '' }: Amendment): boolean => inForce > (today ?? endOfDays)
  const made = changes.flatMap(({ kind, by }) =>
    stateBy(
      kind,
      by.filter((one) => !isLater(one)),
    ),
  )
  const later = changes.flatMap(({ by }) => by).filter(isLater)
  const deleted = made.filter(({ kind }) => kind === 'deleted')
  if (deleted.length > 0) return deleted
  return [
    ...stateBy('later', [...new Set(later)]),
    ...(today === undefined ? [] : statesOn(today, parts, whole)),
    ...made,
    ...(today === undefined ? [] : olderText(whole, isLater)),
  ]
}

const endOfDays = '9999-12-31'

/** Whether it applies on that day. */
function statesOn(
  today: string,
  parts: readonly (Division | Measure)[],
  { effective }: Instrument,
): readonly ProvisionState[] {
  const usual = effective === undefined ? [] : [{ day: effective }]
  const starts = nearest(parts, ({ appliesFrom }) => appliesFrom) ?? usual
  const later = starts.filter(({ day }) => day > today)
  const until = nearest(parts, ({ until }) => until)
  if (until !== undefined && until < today) return [{ kind: 'over', until }]
  return later.length > 0
    ? [{ kind: later.length === starts.length ? 'notYet' : 'partly', starts: later }]
    : []
}

/** What amendments did to it: to the words of `parts[0]` alone, or with all that stands above it. */
function changesOf(
  parts: readonly (Division | Measure)[],
  whole: Instrument,
): readonly {
  readonly kind: 'deleted' | 'inserted' | 'changed'
  readonly by: readonly Amendment[]
}[] {
  const [own] = parts
  return [
    {
      kind: 'deleted',
      by: namedBy(
        whole,
        nearest(parts, ({ deletedBy }) => deletedBy),
      ),
    },
    {
      kind: 'inserted',
      by: namedBy(
        whole,
        nearest(parts, ({ insertedBy }) => insertedBy),
      ),
    },
    {
      kind: 'changed',
      by: own === undefined ? (whole.amendedBy ?? []) : namedBy(whole, ...(own.replacedBy ?? [])),
    },
  ]
}

function stateBy(
  kind: 'deleted' | 'inserted' | 'changed' | 'later',
  by: readonly Amendment[],
): readonly ProvisionState[] {
  return by.length === 0 ? [] : [{ kind, by }]
}

/** That the text of the file is older than an amendment. */
function olderText(
  { textAsOf, amendedBy = [] }: Instrument,
  isLater: (one: Amendment) => boolean,
): readonly ProvisionState[] {
  if (textAsOf === undefined) return []
  const by = amendedBy.filter((one) => textAsOf < (one.inForce ?? '') && !isLater(one))
  return by.length === 0 ? [] : [{ kind: 'older', textAsOf, by }]
}

/** What the nearest of `parts` says, itself first. */
function nearest<T>(
  parts: readonly (Division | Measure)[],
  said: (part: Division | Measure) => T | undefined,
): T | undefined {
  return parts.map(said).find((one) => one !== undefined)
}

/** The amendments that these are the names of. */
function namedBy(
  { amendedBy = [] }: Instrument,
  ...names: readonly (string | undefined)[]
): readonly Amendment[] {
  return names.flatMap((name) =>
    name === undefined ? [] : [amendedBy.find((one) => one.name === name) ?? { name }],
  )
}
