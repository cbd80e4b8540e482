import { crc32 } from '../text/bytes/checksum.ts'
import { createCorpus, type Corpus } from './corpus.ts'
import { deepFreeze, freezeMembers } from './stored/frozen.ts'
import type { Agency, Measure, Provision, Relation, Term } from './provision.ts'
import { sentence, type Sentence } from './sentence.ts'
import { addEmptyLists, withMap, type StoredExtra } from './stored/storedForm.ts'

/** Raised with every change of the stored form; a library of another version is not read. */
const version = 9

/** The second line of a library: all that is needed before something is shown. */
export interface StoredStructure {
  readonly agencies: readonly StoredAgency[]
  /** Those of each instrument, itself first, without the members that stand in their texts, and without empty lists. */
  readonly provisions: readonly Provision[]
  readonly relations: readonly Relation[]
  readonly terms: readonly Term[]
  /** The different sets of members that texts have. */
  readonly shapes: readonly (readonly ShownMember[])[]
  /** Of the text of each provision: its shape, and where it ends, in bytes behind this line. */
  readonly texts: readonly (readonly [shape: number, end: number])[]
}

/**
 * A member of a provision that only cards, lists, searches and positions need: it stands in the text.
 * What a provision is, where it belongs and whom it concerns is needed at once.
 */
export type ShownMember =
  | 'titles'
  | 'aliases'
  | 'searchPhrases'
  | 'summary'
  | 'formerlySaid'
  | 'strength'
  | 'followUps'
  | 'deadlines'
  | 'amounts'
  | 'extra'
  | 'source'

type StoredAgency = Omit<Agency, 'extra'> & StoredExtra

/** A line behind the second one. */
type StoredText = Pick<Measure, Exclude<ShownMember, 'extra'>> & StoredExtra

/** Why bytes are not read as a library. */
export interface LibraryRefusal {
  readonly why: 'damaged' | 'otherVersion'
  /** With what to do about it. */
  readonly message: Sentence
}

/**
 * The corpus that `bytes`, written by `writeLibrary`, hold: without troubles, otherwise equal to the one
 * written. Refused for another version, and for bytes that are cut or damaged. Never throws. The bytes
 * stay in use: what only shows is parsed when a provision is first asked for it.
 */
export function readLibrary(
  bytes: Uint8Array,
): { readonly corpus: Corpus } | { readonly refused: LibraryRefusal } {
  const begin = bytes.indexOf(lineFeed) + 1
  const header = decoder.decode(bytes.subarray(0, begin))
  const rest = bytes.subarray(begin)
  if (header !== headerOf(rest)) return { refused: refusalOf(bytes) }
  try {
    return { corpus: corpusIn(rest) }
  } catch {
    return { refused: damaged }
  }
}

/** The first line of a library with `rest` behind it: what it is, and what is needed to trust it. */
export function headerOf(rest: Uint8Array): string {
  const header = { format, version, length: rest.length, crc32: crc32(rest) }
  return `${JSON.stringify(header)}\n`
}

/** Says what a file is. */
const format = 'policy-citation-library'

const lineFeed = 0x0a
const decoder = new TextDecoder()

const damaged: LibraryRefusal = {
  why: 'damaged',
  message: sentence`The library is damaged. Install Policy Citation again.`,
}

const otherVersion: LibraryRefusal = {
  why: 'otherVersion',
  message: sentence`The library is of another version than Policy Citation. Install Policy Citation again.`,
}

function refusalOf(bytes: Uint8Array): LibraryRefusal {
  const begin = decoder.decode(bytes.subarray(0, longestBegin))
  const named = /^\{"format":"policy-citation-library","version":(\d+),/u.exec(begin)?.[1]
  return named === undefined || named === String(version) ? damaged : otherVersion
}

/** As much as is needed to read a version. */
const longestBegin = 80

function corpusIn(rest: Uint8Array): Corpus {
  const begin = rest.indexOf(lineFeed) + 1
  const structure = structureIn(rest.subarray(0, begin))
  const { agencies, provisions, relations, terms } = structure
  addTexts(structure, rest.subarray(begin))
  return createCorpus([{ provisions }], agencies.map(withMap), relations, [], terms)
}

/** The checksum says that `line` is what `writeLibrary` wrote, the version that it is of this type. */
function structureIn(line: Uint8Array): StoredStructure {
  return JSON.parse(decoder.decode(line)) as StoredStructure
}

/** Completes the provisions with the members of their texts, and freezes them. */
function addTexts({ provisions, shapes, texts }: StoredStructure, bytes: Uint8Array): void {
  const members = shapes.map((names) =>
    Object.fromEntries(names.map((name) => [name, getters[name]])),
  )
  let start = 0
  for (const [at, provision] of provisions.entries()) {
    const [shape, end] = texts[at] ?? [0, start]
    addEmptyLists(provision, provision.level)
    freezeMembers(provision)
    Object.defineProperties(provision, members[shape] ?? {})
    textOf.set(Object.freeze(provision), new Text(bytes, start, end))
    start = end
  }
}

/** The texts of provisions read from libraries. */
const textOf = new WeakMap<object, Text>()

/** The same for all provisions, which stay objects of one form to the engine: half the time. */
const getters: Readonly<Record<ShownMember, PropertyDescriptor>> = {
  titles: getterOf('titles'),
  aliases: getterOf('aliases'),
  searchPhrases: getterOf('searchPhrases'),
  summary: getterOf('summary'),
  formerlySaid: getterOf('formerlySaid'),
  strength: getterOf('strength'),
  followUps: getterOf('followUps'),
  deadlines: getterOf('deadlines'),
  amounts: getterOf('amounts'),
  extra: getterOf('extra'),
  source: getterOf('source'),
}

/** Whether the member `name` of a provision stands in its text. */
export function isShown(name: string): boolean {
  return Object.hasOwn(getters, name)
}

function getterOf(name: ShownMember): PropertyDescriptor {
  return {
    enumerable: true,
    get(this: object) {
      return textOf.get(this)?.members[name]
    },
  }
}

type ShownMembers = Pick<Measure, ShownMember>

/** The line from `start` to `end` of `bytes`, parsed when it is first asked for. */
class Text {
  readonly #bytes: Uint8Array
  readonly #start: number
  readonly #end: number
  #members: ShownMembers | undefined

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes
    this.#start = start
    this.#end = end
  }

  get members(): ShownMembers {
    this.#members ??= deepFreeze(this.#parsed())
    return this.#members
  }

  #parsed(): ShownMembers {
    const json = decoder.decode(this.#bytes.subarray(this.#start, this.#end))
    return withMap(JSON.parse(json) as StoredText)
  }
}
