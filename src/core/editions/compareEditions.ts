import { addAll, atOnce, visitInPieces } from '../text/lists.ts'
import type { Edition, EditionChange, EditionPart, KeptPart } from './edition.ts'
import { pairedParts } from './pairedParts.ts'
import { wordPieces } from './wordPieces.ts'

/**
 * What became of each provision from `before` to `after`, in the order of `after`; what was deleted stands where
 * it stood. Those that are as they were are not in it, nor recitals where only one of the two has any:
 * consolidated texts leave them out.
 */
export function compareEditions(old: Edition, now: Edition): readonly EditionChange[] {
  return atOnce(comparedEditions(old, now))
}

/** Compares as {@link compareEditions} does, and pauses between a few provisions, so that whoever drives it can let others in. */
export function* comparedEditions(
  old: Edition,
  now: Edition,
): Generator<undefined, readonly EditionChange[]> {
  const all = [old, now]
  const [before = old, after = now] = all.every(hasRecitals) ? all : all.map(withoutRecitals)
  const pairs = yield* pairedParts(before, after)
  const origins = new Map([...pairs].map(([old, now]) => [now, old]))
  const deleted = deletedBehind(before, pairs)
  const changes = [...(deleted.get(undefined) ?? [])]
  yield* visitInPieces(after.parts, (part) => {
    const old = origins.get(part)
    const gone = old === undefined ? [] : (deleted.get(old) ?? [])
    addAll(changes, changeOf(old, part))
    addAll(changes, gone)
  })
  return changes
}

function hasRecitals({ parts }: Edition): boolean {
  return parts.some(isRecital)
}

function withoutRecitals(edition: Edition): Edition {
  return { ...edition, parts: edition.parts.filter((part) => !isRecital(part)) }
}

function isRecital({ label }: EditionPart): boolean {
  return label.startsWith('rct-')
}

function changeOf(old: EditionPart | undefined, now: EditionPart): readonly EditionChange[] {
  if (old === undefined) return [{ kind: 'inserted', after: now }]
  const kept = keptPart(old, now)
  if (old.label !== now.label) return [{ kind: 'moved', ...kept }]
  return [...kept.heading, ...kept.text].every(({ kind }) => kind === 'same')
    ? []
    : [{ kind: 'changed', ...kept }]
}

/** A provision of two editions, and what of its words became of which. */
export function keptPart(before: EditionPart, after: EditionPart): KeptPart {
  const heading = wordPieces(before.heading, after.heading)
  return { before, after, heading, text: wordPieces(before.text, after.text) }
}

/** What was deleted, behind the provision before it that was not; `undefined` is the beginning. */
function deletedBehind(
  { parts }: Edition,
  pairs: ReadonlyMap<EditionPart, EditionPart>,
): ReadonlyMap<EditionPart | undefined, readonly EditionChange[]> {
  const deleted = new Map<EditionPart | undefined, EditionChange[]>()
  let last: EditionPart | undefined
  for (const part of parts) {
    if (pairs.has(part)) last = part
    else deleted.set(last, [...(deleted.get(last) ?? []), { kind: 'deleted', before: part }])
  }
  return deleted
}
