import { languages } from '../../corpus/language.ts'
import { searchedFieldNames, type SearchedField } from '../searchedFields.ts'
import { keyFormOf } from '../keyForm.ts'
import { charactersOf, readWords, type Word } from '../../words/words.ts'
import { standings, type SearchDocument } from './searchDocument.ts'
import { Numbers } from './growingNumbers.ts'
import { pairOf } from './terms.ts'

/**
 * The fields of which only the words are kept, not their order, in two sets: of a word that both would
 * have, the first has it.
 */
const unorderedSets = [['summary', 'phrase'], ['official']] as const

/** By the number of a set of words whose order is not kept: the field that tells what these are worth. */
export const unorderedFields = unorderedSets.map(([first]) => first)

/**
 * What documents say, field by field, while a segment is being built. Terms have provisional numbers:
 * twice the place of a word, or twice the place of a pair and one.
 */
export class SegmentDraft {
  readonly words = new Map<string, number>()
  readonly pairs = new Map<number, number>()
  /** The terms of all fields, one behind the other. */
  readonly terms = new Numbers()
  /** By field: see {@link tagOf}, and the place of its first term. One more place at the end. */
  readonly tags = new Numbers()
  readonly firstTerms = new Numbers()
  /** By field: its letters, and its length in half words: a Chinese character is one, a word two. */
  readonly letters = new Numbers()
  readonly halfWords = new Numbers()
  /** By document: its own fields, from the first up to the last, exclusive. */
  readonly firstFields = new Numbers()
  readonly lastFields = new Numbers()
  /** By document: its first reference to a shared field. One more at the end. */
  readonly firstReferences = new Numbers()
  /** The shared fields that documents have, by their place in `shared`. */
  readonly references = new Numbers()
  /** The shared fields: what many documents have, such as the name of an agency. */
  readonly shared: number[] = []
  readonly paths: string[] = []
  readonly parents = new Numbers()
  readonly standings = new Numbers()
  readonly firstPages = new Numbers()
  readonly lastPages = new Numbers()
  /** Of everything that was added, see {@link fingerprintOf}. */
  fingerprint = emptyFingerprint
  readonly #known = new Map<string, number>()

  /** The number of documents. */
  get size(): number {
    return this.paths.length
  }

  /** Adds the next document. */
  add({ key, parent, fields, standing, pages }: SearchDocument): void {
    const form = keyFormOf(key)
    this.fingerprint = fingerprintOf(key, this.fingerprint)
    this.paths.push(parent === -1 ? form.id : form.path)
    this.parents.push(parent + 1)
    this.standings.push(standings.indexOf(standing))
    this.firstPages.push(pages?.first ?? 0)
    this.lastPages.push(pages?.last ?? 0)
    this.firstReferences.push(this.references.length)
    const shared = [...new Set(fields.filter(isShared).map((field) => this.#share(field)))]
    for (const place of shared.sort((a, b) => a - b)) this.references.push(place)
    this.firstFields.push(this.tags.length)
    for (const field of fields) if (!isShared(field)) this.addField(field)
    this.lastFields.push(this.tags.length)
  }

  /** Ends the last field and the last document. */
  finish(): void {
    this.firstReferences.push(this.references.length)
    this.firstTerms.push(this.terms.length)
  }

  /**
   * The place of a shared field. It is written where it is met first, before the own fields of the
   * document that has it.
   */
  #share(field: SearchedField): number {
    const name = `${String(tagOf(field))} ${field.text}`
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const place = this.shared.push(this.tags.length) - 1
    this.#known.set(name, place)
    this.addField(field)
    return place
  }

  /** Adds a field to what is being added. */
  addField(field: SearchedField): void {
    this.tags.push(tagOf(field))
    this.firstTerms.push(this.terms.length)
    let letters = 0
    let halfWords = 0
    for (const word of readWords(field.text)) {
      letters += word.text.length
      halfWords += word.han ? charactersOf(word.text).length : 2
      this.#addTerms(word, field.name !== 'official')
    }
    this.letters.push(letters)
    this.halfWords.push(halfWords)
  }

  /** The last character of a run of Chinese is a term as well, where `hasTail`: it may be typed alone. */
  #addTerms({ text, han }: Word, hasTail: boolean): void {
    if (!han) {
      this.terms.push(placeAmong(this.words, text) * 2)
      return
    }
    for (let at = 0; at < text.length - (hasTail ? 0 : 1); at++) {
      // Behind the last unit `charCodeAt` gives NaN, which is 0 in whole numbers.
      const pair = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1) | 0)
      this.terms.push(placeAmong(this.pairs, pair) * 2 + 1)
    }
  }
}

function placeAmong<T>(places: Map<T, number>, value: T): number {
  const known = places.get(value)
  if (known !== undefined) return known
  places.set(value, places.size)
  return places.size - 1
}

const ownFields: ReadonlySet<string> = new Set(['key', 'title', 'alias', ...unorderedSets.flat()])

/** Whether many documents may have the same field. */
function isShared({ name }: SearchedField): boolean {
  return !ownFields.has(name)
}

/** The name and the language of a field as one number, below 256. */
function tagOf({ name, language }: SearchedField): number {
  return (
    searchedFieldNames.indexOf(name) * 8 +
    (language === undefined ? 0 : languages.indexOf(language) + 1)
  )
}

/** The field name of a tag, and its language. */
export function fieldOfTag(tag: number): Pick<SearchedField, 'name' | 'language'> {
  const language = languages[(tag & 7) - 1]
  const name = searchedFieldNames[tag >>> 3] ?? 'summary'
  return language === undefined ? { name } : { name, language }
}

const setOfTag: ReadonlyMap<number, number> = new Map(
  unorderedSets.flatMap((names, set) => names.map((name) => [tagOf({ name, text: '' }), set])),
)

/** The tag of a field that has all words of the set `set`. */
export function tagOfSet(set: number): number {
  return tagOf({ name: unorderedFields[set] ?? 'summary', text: '' })
}

/** The number of the set that the words of a field with this tag are in; `undefined` where their order is kept. */
export function unorderedSetOf(tag: number): number | undefined {
  return setOfTag.get(tag)
}

const hiddenTags: ReadonlySet<number> = new Set(
  (['phrase', 'official'] as const).map((name) => tagOf({ name, text: '' })),
)

/** Whether the words of a field with this tag are shown nowhere: to who types, they make none common. */
export function isHidden(tag: number): boolean {
  return hiddenTags.has(tag)
}

/** Of no key. */
export const emptyFingerprint = 0x811c9dc5

/** A number that tells lists of keys apart: that of the keys before (`before`), with one more (FNV-1a). */
export function fingerprintOf(key: string, before: number): number {
  let hash = before
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ 0x0a, 0x01000193) >>> 0
}
