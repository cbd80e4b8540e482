import type { Corpus } from '../corpus/corpus.ts'
import { allNames } from '../corpus/language.ts'
import { divisionKinds, headingKind, usualKinds } from '../corpus/kinds.ts'
import { keyOf } from '../corpus/key.ts'
import type { DivisionKind, InstrumentType, MeasureKind } from '../corpus/provision.ts'
import type { Outline, Part, Unread } from '../official/outline.ts'
import { isSimplified, isTraditional } from '../text/scripts.ts'

/** A provision that a part of an official document may become, to be accepted or corrected. */
export interface ProposedProvision {
  readonly level: Part['level']
  /** The kind that its heading names; `undefined` for the usual measure of the instrument. */
  readonly kind?: DivisionKind | MeasureKind
  /** What its key ends with; each stands once. */
  readonly label: string
  readonly title: string
  /** Whether the document prints the title; else it is its first words. */
  readonly isPrinted: boolean
  /** Pages of the file, counted from 1. */
  readonly pages?: Part['pages']
  /** How the document names it, where analysts may: an eId. */
  readonly id?: string
  /** By the names that the document uses. */
  readonly agencies: readonly string[]
  readonly parts: readonly ProposedProvision[]
}

/** What the front matter of an imported instrument says. */
export interface ImportedInstrument {
  readonly id: string
  readonly type: InstrumentType
  readonly title: string
  readonly issuer?: string
  readonly issued?: string
  /** Of the document that it was read from: 64 hexadecimal digits. */
  readonly sha256?: string
  /** How many pages the file of the document has, where it has pages. */
  readonly lastPage?: number
}

/**
 * The provisions that `outline` proposes for an instrument with this id and type. Where the document
 * numbers its measures (`Article 5`), these bear their number, and divisions a word before theirs
 * (`chp-III`); where it does not, all are counted within what they stand in (`I.3.2`). A label that
 * would stand twice is written out with the division above it.
 */
export function proposeProvisions(
  outline: Outline,
  { id, type }: Pick<ImportedInstrument, 'id' | 'type'>,
): readonly ProposedProvision[] {
  const labels = new Labels(id, outline.parts)
  const propose = (part: Part, above: Above, ordinal: number): ProposedProvision => {
    const label = labels.of(part, above, ordinal)
    const kind = kindOf(part, type)
    const here = { label, level: part.level, isAnnex: above.isAnnex || part.kind === 'annex' }
    const heading = part.heading ?? ''
    return {
      level: part.level,
      ...(kind !== undefined && { kind }),
      label,
      title: heading === '' ? firstWords(part) : heading,
      isPrinted: heading !== '',
      ...(part.pages !== undefined && { pages: part.pages }),
      ...(part.id !== undefined && isSpoken.test(part.id) && { id: part.id }),
      agencies: part.agencies ?? [],
      parts: part.parts.map((child, at) => propose(child, here, at + 1)),
    }
  }
  const root: Above = { label: '', level: 'division', isAnnex: false }
  return outline.parts.map((part, at) => propose(part, root, at + 1))
}

/** An eId (`art_5__para_1`) or a path (`/us/bill/118/s/1325/s2`), which says something; no serial number. */
const isSpoken = /^(?:[a-z]+_[\w.-]+|\/[\w/.-]+)$/u

/** What a part stands in. */
interface Above {
  readonly label: string
  readonly level: Part['level']
  readonly isAnnex: boolean
}

const divisionWords: Readonly<Record<DivisionKind, string>> = {
  pillar: 'pillar',
  title: 'title',
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  annex: 'annex',
  goal: 'goal',
  function: 'function',
  category: 'category',
}

/** Hands out labels, each once. */
class Labels {
  readonly #id: string
  /** Whether measures bear the numbers that the document prints. */
  readonly #arePrinted: boolean
  /** How often each printed number of a measure stands in the document, but for annexes. */
  readonly #counts: ReadonlyMap<string, number>
  readonly #taken = new Set<string>()

  constructor(id: string, parts: readonly Part[]) {
    this.#id = id
    const numbers = parts.flatMap((part) => outerNumbers(part))
    this.#arePrinted = parts.some(hasPrintedNumbers)
    const counts = new Map<string, number>()
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
    this.#counts = counts
  }

  of(part: Part, above: Above, ordinal: number): string {
    const label = this.#wanted(part, above, ordinal)
    for (let count = 1; ; count++) {
      const free = count === 1 ? label : `${label}-${String(count)}`
      if (this.#taken.has(free)) continue
      this.#taken.add(free)
      return free
    }
  }

  #wanted(part: Part, above: Above, ordinal: number): string {
    const number = this.#numberOf(part)
    if (!this.#arePrinted) return joined(above.label, number ?? String(ordinal))
    if (part.level === 'division') return divisionLabel(part, number, above, ordinal)
    const isBare =
      above.level === 'division' && !above.isAnnex && number !== undefined && standsAlone(part)
    if (isBare && this.#counts.get(number) === 1) return number
    return joined(above.label, number ?? String(ordinal))
  }

  /** Its printed number, where that can end a key. */
  #numberOf({ label }: Part): string | undefined {
    const plain = label?.normalize('NFKC')
    return plain !== undefined && keyOf(this.#id, plain) !== undefined ? plain : undefined
  }
}

/** Whether any measure below `part` bears a number of the document. */
function hasPrintedNumbers({ level, label, parts }: Part): boolean {
  return (level === 'measure' && label !== undefined) || parts.some(hasPrintedNumbers)
}

/** Whether a measure is counted through the whole document, and not within what it stands in. */
function standsAlone({ kind }: Part): boolean {
  return kind === undefined || !countedWithin.has(kind)
}

const countedWithin: ReadonlySet<DivisionKind | MeasureKind> = new Set([
  ...(['paragraph', 'point', 'clause', 'subsection'] as const),
  ...(['subparagraph', 'item', 'subitem'] as const),
])

/** `chp-III.sec-2`; of one without a number `sec-foreword`; of one that counts with its parent `sec-1.2`. */
function divisionLabel(
  part: Part,
  number: string | undefined,
  { label: above }: Above,
  ordinal: number,
): string {
  const word = divisionWords[divisionKind(part)]
  if (number === undefined) return joined(above, `${word}-${nameIn(part) ?? String(ordinal)}`)
  const outer = above.slice(above.lastIndexOf('-') + 1)
  const isWhole = outer !== '' && number.startsWith(`${outer}.`)
  return isWhole ? `${word}-${number}` : joined(above, `${word}-${number}`)
}

/** The first word of a heading that says something and can stand in a key. */
function nameIn({ heading }: Part): string | undefined {
  const words = heading?.toLowerCase().match(/[a-z]{3,20}/gu) ?? []
  return words.find((word) => !['the', 'and', 'for', 'our'].includes(word))
}

function joined(above: string, label: string): string {
  return above === '' ? label : `${above}.${label}`
}

/** The printed numbers of the measures that are counted through the whole document but its annexes. */
function outerNumbers(part: Part): readonly string[] {
  if (part.kind === 'annex') return []
  if (part.level === 'division') return part.parts.flatMap((child) => outerNumbers(child))
  return part.label === undefined || !standsAlone(part) ? [] : [part.label.normalize('NFKC')]
}

function divisionKind({ kind }: Part): DivisionKind {
  return divisionKinds.find((known) => known === kind) ?? 'section'
}

/** A part in the tree that is shown before an import. */
export interface OutlineRow {
  readonly part: Part
  /** How many parts it stands within. */
  readonly depth: number
  /** Its number and heading, or first words. */
  readonly name: string
}

/** All parts, each before those within it. */
export function outlineRows(parts: readonly Part[], depth = 0): readonly OutlineRow[] {
  return parts.flatMap((part) => {
    const heading = part.heading ?? firstWords(part)
    const name = part.label === undefined ? heading : `${part.label} ${heading}`
    return [{ part, depth, name }, ...outlineRows(part.parts, depth + 1)]
  })
}

/** The `kept` of `parts`, at the levels that were given to them; what stands below one that is not kept moves up. */
export function correctedParts(
  parts: readonly Part[],
  kept: ReadonlySet<Part>,
  levels: ReadonlyMap<Part, Part['level']>,
): readonly Part[] {
  return parts.flatMap((part) => {
    const below = correctedParts(part.parts, kept, levels)
    if (!kept.has(part)) return below
    const level = levels.get(part) ?? part.level
    if (level === part.level) return { ...part, parts: below }
    const changed: { -readonly [Name in keyof Part]: Part[Name] } = { ...part, level, parts: below }
    delete changed.kind
    return changed
  })
}

/** What its heading must say: nothing where it is the usual measure. */
function kindOf(part: Part, type: InstrumentType): DivisionKind | MeasureKind | undefined {
  if (part.level === 'division') return divisionKind(part)
  const named = part.kind === undefined ? undefined : headingKind(part.kind, type)
  return named?.level === 'measure' && named.kind !== usualKinds.get(type) ? named.kind : undefined
}

/** How many words, or Chinese characters, stand for a part that has no heading. */
const mostWords = 9
const mostCharacters = 16

/** The first words of a part, as a title until somebody writes a better one. */
function firstWords({ text, parts, label }: Part): string {
  const line = (text === '' ? (parts[0]?.text ?? '') : text).replaceAll(/\s+/gu, ' ').trim()
  if (line === '') return label ?? '…'
  if (/^\p{Script=Han}/u.test(line)) {
    const [clause = line] = line.split(/[，。；：]/u)
    return clause.length <= mostCharacters ? clause : `${clause.slice(0, mostCharacters)}…`
  }
  const words = line.slice(0, 400).split(' ')
  return words.length <= mostWords ? line : `${words.slice(0, mostWords).join(' ')}…`
}

/**
 * A corpus file with these provisions, which reads back as they are. What could not be understood
 * stands in it as a comment. `codeOf` gives the code of an agency by its name; a name without one
 * stands in a comment beside its measure.
 */
export function importedFileText(
  instrument: ImportedInstrument,
  provisions: readonly ProposedProvision[],
  unread: readonly Unread[],
  codeOf: (name: string) => string | undefined,
): string {
  const sections = provisions.flatMap((provision) => sectionsOf(provision, 1, codeOf))
  return `${[frontMatter(instrument), ...notes(unread), ...sections].join('\n\n')}\n`
}

function frontMatter(instrument: ImportedInstrument): string {
  const { id, type, title, issuer, issued, sha256, lastPage } = instrument
  return [
    '---',
    `id: ${id}`,
    `type: ${type}`,
    `title: ${JSON.stringify(oneLine(title))}`,
    ...chineseFields(oneLine(title), 'title-').map(
      ([name, text]) => `${name}: ${JSON.stringify(text)}`,
    ),
    ...(issuer === undefined ? [] : [`issuer: ${JSON.stringify(oneLine(issuer))}`]),
    ...(issued === undefined ? [] : [`issued: ${issued}`]),
    '# Where the official document stands, for Download Official Document:',
    '# url: https://',
    ...(sha256 === undefined ? [] : [`sha256: ${sha256}`]),
    ...(lastPage === undefined
      ? []
      : [
          '# The page of the PDF that bears the printed page 1; pages below are those of the PDF:',
          'first-page: 1',
          `last-page: ${String(lastPage)}`,
        ]),
    '---',
  ].join('\n')
}

function notes(unread: readonly Unread[]): readonly string[] {
  if (unread.length === 0) return []
  const lines = unread.map(({ where, what }) => `${oneLine(where)}: ${oneLine(what)}`)
  return [`<!-- Not understood, and left out:\n${lines.map(inComment).join('\n')}\n-->`]
}

function sectionsOf(
  provision: ProposedProvision,
  depth: number,
  codeOf: (name: string) => string | undefined,
): readonly string[] {
  const { kind, label, title, isPrinted, pages, id, agencies, parts } = provision
  const page =
    pages &&
    (pages.first === pages.last ? pages.first : `${String(pages.first)}-${String(pages.last)}`)
  const attributes = [
    `#${label}`,
    ...(kind === undefined ? [] : [`kind=${kind}`]),
    ...(page === undefined ? [] : [`page=${String(page)}`]),
  ]
  const heading = `${'#'.repeat(Math.min(depth, 6))} ${escaped(title)} {${attributes.join(' ')}}`
  const codes = agencies.flatMap((name) => codeOf(name) ?? [])
  const unknown = agencies.filter((name) => codeOf(name) === undefined)
  const facts = [
    ...(codes.length === 0 ? [] : [`- lead: ${codes.join('; ')}`]),
    ...(id === undefined ? [] : [`- aliases: ${escaped(id)}`]),
    ...chineseFields(title, '').map(([name, text]) => `- ${name}: ${escaped(text)}`),
  ]
  const comments = [
    ...(isPrinted ? [] : ['its first words: write a title of your own']),
    ...(unknown.length === 0
      ? []
      : [`led by, without a code in the register: ${unknown.join('; ')}`]),
  ]
  return [
    heading,
    ...(comments.length === 0
      ? []
      : [`<!-- ${comments.map((line) => inComment(oneLine(line))).join('. ')} -->`]),
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    ...parts.flatMap((part) => sectionsOf(part, depth + 1, codeOf)),
  ]
}

/** The Chinese titles that a Chinese one gives. */
function chineseFields(title: string, prefix: string): readonly (readonly [string, string])[] {
  if (!/\p{Script=Han}/u.test(title)) return []
  return [
    ...(isSimplified(title) ? [[`${prefix}zh-Hans`, title] as const] : []),
    ...(isTraditional(title) ? [[`${prefix}zh-Hant`, title] as const] : []),
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** `text` as Markdown that reads as it is (CommonMark 0.31.2, section 2.4). */
function escaped(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_[\]<>{}#&|~$@!]/gu, String.raw`\$&`)
}

/** `text` so that it ends no comment. */
function inComment(text: string): string {
  return text.replaceAll(/-{2,}/gu, '-').replaceAll('>', '›')
}

/** The code of the agency that is called `name`, whatever the case: by its code, in any language, or by an alias. */
export function codeOfAgency({ agencies }: Corpus, name: string): string | undefined {
  const folded = name.trim().toLowerCase()
  for (const { code, names, aliases } of agencies.values()) {
    const called = [code, ...allNames(names), ...aliases]
    if (called.some((one) => one.toLowerCase() === folded)) return code
  }
  return undefined
}

/** A document that is imported: its outline, and what the analyst says of it. */
export interface ImportedDocument {
  readonly outline: Outline
  readonly id: string
  readonly type: InstrumentType
  readonly title: string
  /** Of the document: 64 hexadecimal digits. */
  readonly sha256: string
}

/** The corpus file of a document, whose agencies are those of `corpus`. */
export function corpusFileOf(
  { outline, id, type, title, sha256 }: ImportedDocument,
  corpus: Corpus,
): string {
  const { issuer, issued, parts, unread } = outline
  const lastPage = parts.at(-1)?.pages?.last
  const instrument = {
    id,
    type,
    title,
    sha256,
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(lastPage !== undefined && { lastPage }),
  }
  const provisions = proposeProvisions(outline, instrument)
  return importedFileText(instrument, provisions, unread, (name) => codeOfAgency(corpus, name))
}
