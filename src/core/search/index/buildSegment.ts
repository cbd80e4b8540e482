import { ByteWriter, writeRising } from './bytes.ts'
import type { SearchDocument } from './searchDocument.ts'
import { orderByPath, orderByTail } from './pathOrder.ts'
import { impactOf, impactOfShared, smallSegment } from './impacts.ts'
import { reopenSegment } from './reopenSegment.ts'
import { packSections } from './sections.ts'
import { foundWith, type Segment } from './segment.ts'
import { byUnits, sortedInSlices } from './sortedInSlices.ts'
import {
  fieldOfTag,
  isHidden,
  SegmentDraft,
  unorderedFields,
  unorderedSetOf,
} from './segmentDraft.ts'
import { Terms } from './terms.ts'
import { compileTrigrams } from './trigrams.ts'

/** After so many documents the builder pauses: a few milliseconds of work. */
const documentsPerSlice = 64

/** So many lists, or documents of which little is done, are passed between two pauses. */
const perSlice = 1024

/** The bytes of the segment of `documents`, in their order: see {@link buildSegmentInSlices}. */
export function buildSegment(documents: Iterable<SearchDocument>): Uint8Array {
  const building = buildSegmentInSlices(documents)
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
  }
}

/**
 * Builds the segment of `documents`, which `openSegment` reads, and pauses (yields) between slices of
 * bounded work while it reads them; the same documents give the same bytes. The parent of a document
 * comes before it, and what stands below a document directly behind it.
 */
export function* buildSegmentInSlices(
  documents: Iterable<SearchDocument>,
): Generator<void, Uint8Array, void> {
  const draft = new SegmentDraft()
  for (const document of documents) {
    draft.add(document)
    if (draft.size % documentsPerSlice === 0) yield
  }
  draft.finish()
  return yield* compileDraft(draft)
}

/**
 * The same of what `segment` was built of, each document with the words of its issuer that `wordsOf` gives
 * by its number beside: they make none common that is shown.
 */
export function* addOfficialWords(
  segment: Segment,
  wordsOf: (document: number) => string | undefined,
): Generator<void, Uint8Array, void> {
  return yield* compileDraft(yield* reopenSegment(segment, wordsOf), segment)
}

/** The bytes of the segment of `draft`, which shows the terms that the segment `before` shows, if there is one. */
function* compileDraft(draft: SegmentDraft, before?: Segment): Generator<void, Uint8Array, void> {
  yield
  const words = yield* sortedInSlices([...draft.words.keys()], byUnits)
  const compiler = new SegmentCompiler(draft, words)
  yield
  const terms = yield* compiler.termSections()
  const postings = yield* compiler.postings(before)
  const documents = yield* compiler.documentSections()
  return packSections([...terms, ...postings, ...documents], draft.fingerprint)
}

class SegmentCompiler {
  readonly #draft: SegmentDraft
  readonly #terms: Terms
  readonly #text: Uint16Array
  readonly #starts: Uint32Array
  readonly #pairs: Uint32Array
  /** The numbers of the terms by their provisional ones. */
  readonly #wordNumbers: Uint32Array
  readonly #pairNumbers: Uint32Array

  /** `words` are those of `draft`, sorted. */
  constructor(draft: SegmentDraft, words: readonly string[]) {
    this.#draft = draft
    this.#wordNumbers = new Uint32Array(words.length)
    this.#starts = new Uint32Array(words.length + 1)
    for (const [number, word] of words.entries()) {
      this.#wordNumbers[draft.words.get(word) ?? 0] = number
      this.#starts[number + 1] = (this.#starts[number] ?? 0) + word.length
    }
    this.#text = textOf(words, this.#starts)
    this.#pairs = Uint32Array.from(draft.pairs.keys()).sort()
    this.#pairNumbers = new Uint32Array(this.#pairs.length)
    for (const [number, pair] of this.#pairs.entries()) {
      this.#pairNumbers[draft.pairs.get(pair) ?? 0] = words.length + number
    }
    this.#terms = new Terms(this.#text, this.#starts, this.#pairs)
  }

  *termSections(): Generator<void, readonly ArrayBufferView[], void> {
    const pairs = new Uint32Array(this.#pairs.length + 1)
    pairs.set(this.#pairs, 1)
    return [
      this.#text,
      writeRising(this.#starts),
      writeRising(pairs),
      ...(yield* compileTrigrams(this.#terms)),
    ]
  }

  /** How many documents have each term, running, as `before` has it; then where the postings of each begin, and these. */
  *postings(before: Segment | undefined): Generator<void, readonly ArrayBufferView[]> {
    const { size, shared } = this.#draft
    const terms = this.#terms.count
    const strong = yield* listsOf(terms, size + shared.length, (entity, visit) => {
      this.#eachStrongTerm(entity, visit)
    })
    const weak = yield* listsOf(terms, size, (document, visit) => {
      this.#eachOwnTerm(document, true, visit)
    })
    const found = before === undefined ? yield* this.#found() : yield* this.#foundAsIn(before)
    return [
      writeRising(found),
      ...(yield* encoded(strong)),
      ...(yield* encoded(weak)),
      ...(yield* this.#impacts(strong)),
    ]
  }

  /** Of a segment that is not small: where the impacts of each term begin, and these, one for each strong posting. */
  *#impacts({ starts, values }: NumberLists): Generator<void, readonly Uint8Array[], void> {
    const { size, tags, letters } = this.#draft
    if (size <= smallSegment) return [new Uint8Array(0), new Uint8Array(0)]
    const impacts = Uint8Array.from(values, (entity) => (entity < size ? 0 : impactOfShared))
    const next = starts.slice()
    for (let document = 0; document < size; document++) {
      if (document % perSlice === 0) yield
      for (const field of this.#ownFields(document)) {
        const tag = tags.at(field)
        if (unorderedSetOf(tag) !== undefined) continue
        const { name } = fieldOfTag(tag)
        this.#eachTerm(field, (term) => {
          let place = next[term] ?? 0
          // Its list is passed document by document; what it had before was of another field of this one.
          if (place > (starts[term] ?? 0) && values[place - 1] === document) place -= 1
          else next[term] = place + 1
          const impact = impactOf(name, this.#terms.lengthOf(term), letters.at(field))
          impacts[place] = Math.max(impacts[place] ?? 0, impact)
        })
      }
    }
    return [writeRising(starts), impacts]
  }

  *#found(): Generator<void, Uint32Array, void> {
    const each = (document: number, visit: Visit): void => {
      this.#eachTermOf(document, visit)
    }
    return (yield* listsOf(this.#terms.count, this.#draft.size, each)).starts
  }

  *#foundAsIn(before: Segment): Generator<void, Uint32Array, void> {
    const found = new Uint32Array(this.#terms.count + 1)
    for (let term = 0; term < this.#terms.count; term++) {
      if (term % perSlice === 0) yield
      const known = before.terms.numberOf(this.#terms, term)
      found[term + 1] = (found[term] ?? 0) + (known === -1 ? 0 : foundWith(before, known))
    }
    return found
  }

  *documentSections(): Generator<void, readonly ArrayBufferView[], void> {
    const { size, shared, parents, paths } = this.#draft
    const starts = new Uint32Array(size + shared.length + 1)
    const writer = new ByteWriter()
    for (let document = 0; document < size; document++) {
      if (document % documentsPerSlice === 0) yield
      this.#writeDocument(writer, document)
      starts[document + 1] = writer.length
    }
    for (const [place, field] of shared.entries()) {
      this.#writeField(writer, field)
      starts[size + place + 1] = writer.length
    }
    return [
      this.#parentSteps(),
      writeRising(starts),
      writer.finish(),
      ...(yield* encoded(yield* this.#documentsByShared())),
      yield* orderByPath(paths, parents),
      yield* orderByTail(paths, parents),
    ]
  }

  /** How far above each document its parent stands; 0 for instruments. */
  #parentSteps(): Uint8Array {
    const { size, parents } = this.#draft
    const writer = new ByteWriter()
    for (let document = 0; document < size; document++) {
      const parent = parents.at(document) - 1
      writer.number(parent === -1 ? 0 : document - parent)
    }
    return writer.finish()
  }

  #writeDocument(writer: ByteWriter, document: number): void {
    const draft = this.#draft
    const path = draft.paths[document] ?? ''
    writer.number(path.length)
    for (let at = 0; at < path.length; at++) writer.byte(path.charCodeAt(at))
    writer.byte(draft.standings.at(document))
    writer.number(draft.firstPages.at(document))
    writer.number(draft.lastPages.at(document) - draft.firstPages.at(document))
    const references = this.#referencesOf(document)
    writer.number(references.length)
    writer.rising(references)
    const fields = this.#ownFields(document)
    const ordered = fields.filter((field) => unorderedSetOf(draft.tags.at(field)) === undefined)
    writer.number(ordered.length)
    for (const field of ordered) this.#writeField(writer, field)
    this.#writeUnordered(writer, fields)
  }

  /** The terms of the fields whose order is not kept, in each set those that none before it has. */
  #writeUnordered(writer: ByteWriter, fields: readonly number[]): void {
    const written = new Set<number>()
    for (const set of unorderedFields.keys()) {
      const terms = new Set<number>()
      for (const field of fields) {
        if (unorderedSetOf(this.#draft.tags.at(field)) !== set) continue
        this.#eachTerm(field, (term) => written.has(term) || terms.add(term))
      }
      writer.number(terms.size)
      writer.rising(Uint32Array.from(terms).sort())
      for (const term of terms) written.add(term)
    }
  }

  /** Tag, letters, half words, number of terms, and the terms in order. */
  #writeField(writer: ByteWriter, field: number): void {
    const { tags, letters, halfWords, firstTerms } = this.#draft
    writer.byte(tags.at(field))
    writer.number(letters.at(field))
    writer.number(halfWords.at(field))
    writer.number(firstTerms.at(field + 1) - firstTerms.at(field))
    this.#eachTerm(field, (term) => {
      writer.number(term)
    })
  }

  #ownFields(document: number): readonly number[] {
    const { firstFields, lastFields } = this.#draft
    return range(firstFields.at(document), lastFields.at(document))
  }

  /** The places of the shared fields of `document`, rising. */
  #referencesOf(document: number): readonly number[] {
    const { firstReferences, references } = this.#draft
    return range(firstReferences.at(document), firstReferences.at(document + 1)).map((at) =>
      references.at(at),
    )
  }

  #eachTerm(field: number, visit: Visit): void {
    const { firstTerms, terms } = this.#draft
    const end = firstTerms.at(field + 1)
    for (let at = firstTerms.at(field); at < end; at++) {
      const provisional = terms.at(at)
      const numbers = provisional % 2 === 0 ? this.#wordNumbers : this.#pairNumbers
      visit(numbers[provisional >>> 1] ?? 0)
    }
  }

  #eachOwnTerm(document: number, isWeak: boolean, visit: Visit): void {
    for (const field of this.#ownFields(document)) {
      const isUnordered = unorderedSetOf(this.#draft.tags.at(field)) !== undefined
      if (isUnordered === isWeak) this.#eachTerm(field, visit)
    }
  }

  /** The terms whose places are kept: of a document, or of a shared field, which stand behind the documents. */
  #eachStrongTerm(entity: number, visit: Visit): void {
    const { size, shared } = this.#draft
    if (entity < size) this.#eachOwnTerm(entity, false, visit)
    else this.#eachTerm(shared[entity - size] ?? 0, visit)
  }

  /** The terms of all fields that a document has, own and shared, but of those that make no word common. */
  #eachTermOf(document: number, visit: Visit): void {
    for (const field of this.#ownFields(document)) {
      if (!isHidden(this.#draft.tags.at(field))) this.#eachTerm(field, visit)
    }
    for (const place of this.#referencesOf(document)) {
      this.#eachTerm(this.#draft.shared[place] ?? 0, visit)
    }
  }

  #documentsByShared(): Generator<void, NumberLists, void> {
    const { size, shared } = this.#draft
    return listsOf(shared.length, size, (document, visit) => {
      for (const place of this.#referencesOf(document)) visit(place)
    })
  }
}

type Visit = (number: number) => void

/** Lists of rising numbers: list `n` is `values` from `starts[n]` up to `starts[n + 1]`. */
interface NumberLists {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** For each of `lists` numbers the `entities` that `each` visits it for, rising and once. */
function* listsOf(
  lists: number,
  entities: number,
  each: (entity: number, visit: Visit) => void,
): Generator<void, NumberLists, void> {
  const starts = new Uint32Array(lists + 1)
  yield* eachOnce(lists, entities, each, (list) => {
    starts[list + 1] = (starts[list + 1] ?? 0) + 1
  })
  for (let list = 0; list < lists; list++) {
    starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0)
  }
  const next = starts.slice()
  const values = new Uint32Array(starts.at(-1) ?? 0)
  yield* eachOnce(lists, entities, each, (list, entity) => {
    const place = next[list] ?? 0
    values[place] = entity
    next[list] = place + 1
  })
  return { starts, values }
}

/** Tells `note` of each list that `each` visits for an entity, once for each of them. */
function* eachOnce(
  lists: number,
  entities: number,
  each: (entity: number, visit: Visit) => void,
  note: (list: number, entity: number) => void,
): Generator<void, void, void> {
  // The last entity that a list was visited for, and one.
  const seen = new Uint32Array(lists)
  for (let entity = 0; entity < entities; entity++) {
    if (entity % perSlice === 0) yield
    each(entity, (list) => {
      if (seen[list] === entity + 1) return
      seen[list] = entity + 1
      note(list, entity)
    })
  }
}

/** Where the bytes of each list begin, and these. */
function* encoded({
  starts,
  values,
}: NumberLists): Generator<void, readonly [Uint8Array, Uint8Array], void> {
  const places = new Uint32Array(starts.length)
  const writer = new ByteWriter()
  for (let list = 0; list + 1 < starts.length; list++) {
    if (list % perSlice === 0) yield
    writer.rising(values.subarray(starts[list], starts[list + 1]))
    places[list + 1] = writer.length
  }
  return [writeRising(places), writer.finish()]
}

function textOf(words: readonly string[], starts: Uint32Array): Uint16Array {
  const text = new Uint16Array(starts.at(-1) ?? 0)
  let at = 0
  for (const word of words) {
    for (let letter = 0; letter < word.length; letter++) text[at++] = word.charCodeAt(letter)
  }
  return text
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at)
}
