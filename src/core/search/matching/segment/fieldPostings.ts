import { headOf, readerOf, type Segment } from '../../index/segment.ts'
import { fieldOfTag } from '../../index/segmentDraft.ts'
import type { ByteReader } from '../../index/bytes.ts'
import { isHandedDown, isName, typedWords, weights, worthOf } from '../../ranking.ts'

/** More documents and shared fields have no room in {@link FieldPostings}. */
const mostEntities = 0xffff

/**
 * Where the terms of a small segment stand in fields whose order is kept, and the most that each is worth there: what
 * its postings do not say, read from its records once and kept.
 */
export interface FieldPostings {
  /** The places of term `t` are those from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Uint32Array
  /** By place: a document, or behind all of these a shared field. */
  readonly entities: Uint16Array
  /** By place: what the term is worth to a word that fits it whole. */
  readonly worths: Float32Array
  /** By place: what is added for how much of a name the term is. */
  readonly covered: Float32Array
  /** By shared field: whether what stands below has it, too, and what a title may add of which it is another name. */
  readonly isHandedDown: Uint8Array
  readonly coveredByShared: Float32Array
  /** By document: the letters of its shortest name, and what is left of its score for what it is. */
  readonly shortestName: Uint16Array
  readonly standing: Float64Array
}

const kept = new WeakMap<Segment, FieldPostings>()

/** Whether `segment` is small enough for {@link fieldPostingsOf}. */
export function hasFieldPostings({ impacts, records }: Segment): boolean {
  return impacts === undefined && records.starts.length - 1 <= mostEntities
}

/** The field postings of `segment`, which is small. */
export function fieldPostingsOf(segment: Segment): FieldPostings {
  const known = kept.get(segment) ?? readFieldPostings(segment)
  kept.set(segment, known)
  return known
}

function readFieldPostings(segment: Segment): FieldPostings {
  const { size, terms } = segment
  const starts = new Uint32Array(terms.count + 1)
  eachField(segment, (_, reader) => {
    reader.byte()
    reader.number()
    reader.number()
    for (let left = reader.number(); left > 0; left--) {
      const term = reader.number() + 1
      starts[term] = (starts[term] ?? 0) + 1
    }
  })
  for (let term = 0; term < terms.count; term++) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  }
  const places = starts.at(-1) ?? 0
  const found = {
    starts,
    entities: new Uint16Array(places),
    worths: new Float32Array(places),
    covered: new Float32Array(places),
    isHandedDown: new Uint8Array(segment.records.starts.length - 1 - size),
    coveredByShared: new Float32Array(segment.records.starts.length - 1 - size),
    shortestName: new Uint16Array(size).fill(0xffff),
    standing: Float64Array.from({ length: size }, (_, document) => {
      return weights.standing[headOf(segment, document).standing]
    }),
  }
  fill(segment, found)
  return found
}

function fill(segment: Segment, found: FieldPostings): void {
  const { size, terms } = segment
  const next = found.starts.slice()
  eachField(segment, (entity, reader) => {
    const { name } = fieldOfTag(reader.byte())
    const letters = reader.number()
    const { part, whole } = worthOf(name, reader.number(), true, typedWords)
    const share = isName(name) ? weights.covered[name] / Math.max(1, letters) : 0
    if (entity >= size) {
      found.isHandedDown[entity - size] = Number(isHandedDown(name))
      if (name === 'term') found.coveredByShared[entity - size] = weights.covered.term
    } else if (isName(name)) {
      found.shortestName[entity] = Math.min(letters, found.shortestName[entity] ?? 0)
    }
    for (let left = reader.number(); left > 0; left--) {
      const term = reader.number()
      const place = next[term] ?? 0
      next[term] = place + 1
      const length = terms.lengthOf(term)
      found.entities[place] = entity
      found.worths[place] = length === letters ? Math.max(part, whole) : part
      // A pair of characters covers both.
      found.covered[place] = share * (term < terms.words ? length : 2)
    }
  })
}

/** Calls `visit` for each field whose order is kept, with a reader at its beginning, of all documents and then the shared ones. */
function eachField(segment: Segment, visit: (entity: number, reader: ByteReader) => void): void {
  const { records, size } = segment
  for (let document = 0; document < size; document++) {
    const reader = readerOf(records, document)
    const pathLength = reader.number()
    reader.at += pathLength
    reader.byte()
    reader.number()
    reader.number()
    for (let left = reader.number(); left > 0; left--) reader.number()
    for (let left = reader.number(); left > 0; left--) visit(document, reader)
  }
  for (let entity = size; entity + 1 < records.starts.length; entity++) {
    visit(entity, readerOf(records, entity))
  }
}
