import type { ByteReader } from './bytes.ts'
import { pathOfDocument, readerOf, type Segment } from './segment.ts'
import { SegmentDraft, tagOfSet, unorderedFields } from './segmentDraft.ts'

/** After so many documents it pauses. */
const documentsPerSlice = 64

/**
 * What the documents of `segment` say as a draft again, each with the words of its issuer that `wordsOf`
 * gives by its number, parted by blanks, beside. Pauses (yields) between slices of bounded work.
 */
export function* reopenSegment(
  segment: Segment,
  wordsOf: (document: number) => string | undefined,
): Generator<void, SegmentDraft, void> {
  const reopening = new Reopening(segment)
  for (let document = 0; document < segment.size; document++) {
    reopening.add(document, wordsOf(document))
    if (document % documentsPerSlice === 0) yield
  }
  reopening.draft.finish()
  return reopening.draft
}

class Reopening {
  readonly draft = new SegmentDraft()
  readonly #segment: Segment

  constructor(segment: Segment) {
    this.#segment = segment
    this.draft.fingerprint = segment.fingerprint
    this.#takeTerms()
    const { records, sharers, size } = segment
    for (let place = 0; place + 1 < sharers.starts.length; place++) {
      this.draft.shared.push(this.#takeField(readerOf(records, size + place)))
    }
  }

  /** Takes up the next document. */
  add(document: number, official: string | undefined): void {
    const { draft } = this
    const { parents, records } = this.#segment
    const reader = readerOf(records, document)
    const pathLength = reader.number()
    reader.at += pathLength
    draft.paths.push(pathOfDocument(this.#segment, document))
    draft.parents.push((parents[document] ?? -1) + 1)
    draft.standings.push(reader.byte())
    const firstPage = reader.number()
    draft.firstPages.push(firstPage)
    draft.lastPages.push(firstPage + reader.number())
    draft.firstReferences.push(draft.references.length)
    for (const place of risingIn(reader)) draft.references.push(place)
    draft.firstFields.push(draft.tags.length)
    for (let left = reader.number(); left > 0; left--) this.#takeField(reader)
    for (const set of unorderedFields.keys()) this.#takeSet(set, risingIn(reader))
    if (official !== undefined) draft.addField({ name: 'official', text: official })
    draft.lastFields.push(draft.tags.length)
  }

  /** The terms get the places that they have among words and pairs. */
  #takeTerms(): void {
    const { terms } = this.#segment
    for (let term = 0; term < terms.count; term++) {
      if (term < terms.words) this.draft.words.set(terms.wordAt(term), term)
      else this.draft.pairs.set(terms.pairAt(term), term - terms.words)
    }
  }

  /** Takes up the field at `reader`; gives its place. */
  #takeField(reader: ByteReader): number {
    const { draft } = this
    const place = draft.tags.length
    draft.tags.push(reader.byte())
    draft.letters.push(reader.number())
    draft.halfWords.push(reader.number())
    draft.firstTerms.push(draft.terms.length)
    for (let left = reader.number(); left > 0; left--) this.#takeTerm(reader.number())
    return place
  }

  /** Takes up a set of words whose order was not kept as one field. */
  #takeSet(set: number, terms: readonly number[]): void {
    this.draft.tags.push(tagOfSet(set))
    this.draft.letters.push(0)
    this.draft.halfWords.push(0)
    this.draft.firstTerms.push(this.draft.terms.length)
    for (const term of terms) this.#takeTerm(term)
  }

  #takeTerm(term: number): void {
    const { words } = this.#segment.terms
    this.draft.terms.push(term < words ? term * 2 : (term - words) * 2 + 1)
  }
}

/** The rising numbers at `reader`, behind how many they are. */
function risingIn(reader: ByteReader): readonly number[] {
  let number = 0
  return Array.from({ length: reader.number() }, () => (number += reader.number()))
}
