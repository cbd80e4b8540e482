import type { Numbers } from './growingNumbers.ts'

/**
 * The documents that are no instruments, by their paths without separators (`ii31`), those of equal
 * paths in their own order: keys that begin as something typed are neighbours.
 */
export function orderByPath(paths: readonly string[], parents: Numbers): Uint32Array {
  return ordered(paths, parents, squeezed)
}

/** The documents whose paths have several parts, by these without the first (`3.1` of `ii.3.1`). */
export function orderByTail(paths: readonly string[], parents: Numbers): Uint32Array {
  return ordered(paths, parents, tailOf)
}

function ordered(
  paths: readonly string[],
  parents: Numbers,
  formOf: (path: string) => string,
): Uint32Array {
  const forms = paths.map((path, document) => (parents.at(document) === 0 ? '' : formOf(path)))
  const documents = [...forms.keys()].filter((document) => forms[document] !== '')
  return Uint32Array.from(
    documents.sort((a, b) => compare(forms[a] ?? '', forms[b] ?? '') || a - b),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
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
