import type { Corpus } from './corpus.ts'
import { headerOf, isShown, type StoredStructure } from './library.ts'
import type { Provision } from './provision.ts'
import { isUnstored, joinedBytes, jsonOf } from './stored/storedForm.ts'

/** `corpus` as the file that `readLibrary` reads: lines of JSON. Its troubles are not written. */
export function writeLibrary(corpus: Corpus): Uint8Array {
  const texts = corpus.provisions.map(onlyShown)
  const lines = texts.map((text) => encoder.encode(lineOf(text)))
  const structure = encoder.encode(lineOf(structureOf(corpus, texts, lines)))
  const rest = joinedBytes([structure, ...lines])
  return joinedBytes([encoder.encode(headerOf(rest)), rest])
}

const encoder = new TextEncoder()

function structureOf(
  { agencies, provisions, relations, terms }: Corpus,
  texts: readonly object[],
  lines: readonly Uint8Array[],
): Record<keyof StoredStructure, unknown> {
  const shapes = texts.map((text) => Object.keys(text).join())
  const different = [...new Set(shapes)]
  let end = 0
  return {
    agencies: [...agencies.values()],
    provisions: provisions.map(withoutShown),
    relations,
    terms,
    shapes: different.map((names) => names.split(',')),
    texts: shapes.map((shape, at) => [different.indexOf(shape), (end += lines[at]?.length ?? 0)]),
  }
}

function withoutShown(provision: Provision): object {
  return Object.fromEntries(
    Object.entries(provision).filter(
      ([name, value]) => !isShown(name) && !isUnstored(provision.level, name, value),
    ),
  )
}

/** Always in the same order, in which a provision that was read does not have them. */
function onlyShown(provision: Provision): object {
  const members = Object.entries(provision).filter(([name]) => isShown(name))
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function lineOf(value: object): string {
  return `${jsonOf(value)}\n`
}
