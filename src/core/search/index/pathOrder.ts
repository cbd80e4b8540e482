import type { Numbers } from './growingNumbers.ts'
import { byUnits, sortedInSlices } from './sortedInSlices.ts'

/**
 * The documents that are no instruments, by their paths without separators (`ii31`), those of equal
 * paths in their own order: keys that begin as something typed are neighbours. Pauses (yields).
 */
export function orderByPath(
  paths: readonly string[],
  parents: Numbers,
): Generator<void, Uint32Array, void> {
  return ordered(paths, parents, squeezed)
}

/** The documents whose paths have several parts, by these without the first (`3.1` of `ii.3.1`). Pauses (yields). */
export function orderByTail(
  paths: readonly string[],
  parents: Numbers,
): Generator<void, Uint32Array, void> {
  return ordered(paths, parents, tailOf)
}

function* ordered(
  paths: readonly string[],
  parents: Numbers,
  formOf: (path: string) => string,
): Generator<void, Uint32Array, void> {
  const forms = paths.map((path, document) => (parents.at(document) === 0 ? '' : formOf(path)))
  const documents = [...forms.keys()].filter((document) => forms[document] !== '')
  yield
  const form = (document: number): string => forms[document] ?? ''
  return Uint32Array.from(
    yield* sortedInSlices(documents, (a, b) => byUnits(form(a), form(b)) || a - b),
  )
}

/** A path as one word. */
export function squeezed(path: string): string {
  return path.replaceAll('.', '')
}

/** A path without its first part; empty when it has no other. */
function tailOf(path: string): string {
  const first = path.indexOf('.')
  return first === -1 ? '' : path.slice(first + 1)
}
