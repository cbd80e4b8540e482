import type { Corpus } from '../../corpus/corpus.ts'
import { correctionText, type ImportCorrection } from '../../corpus/imports/importCorrection.ts'
import { allNames } from '../../corpus/language.ts'
import type { InstrumentType } from '../../corpus/provision.ts'
import type { Outline, PageSpan, Part, Unread } from '../../official/outline.ts'
import { firstWords } from '../../official/firstWords.ts'
import { proposeProvisions, type ProposedProvision } from '../../official/proposedProvisions.ts'
import { escapedMarkdown, oneLine, yamlValue } from '../../corpusFile/writtenText.ts'
import { isSimplified, isTraditional } from '../../text/scripts.ts'

/** What the front matter of an imported instrument says. */
export interface ImportedInstrument {
  readonly id: string
  readonly type: InstrumentType
  readonly title: string
  readonly issuer?: string
  readonly issued?: string
  /** Of the document that it was read from: 64 hexadecimal digits. */
  readonly sha256?: string
  /** Where the document says that it stands. */
  readonly address?: string
  /** How many pages the file of the document has, where it has pages. */
  readonly lastPage?: number
  /** What was corrected of its parts. */
  readonly corrections?: readonly ImportCorrection[]
  /** Which field of it is what, where it is a list and somebody said so, as `fieldMapText` writes it. */
  readonly listFields?: string | undefined
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

/** All provisions, each before those within it. */
export function allProvisions(
  provisions: readonly ProposedProvision[],
): readonly ProposedProvision[] {
  return provisions.flatMap((one) => [one, ...allProvisions(one.parts)])
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
  const { id, type, title, issuer, issued, sha256, address, lastPage } = instrument
  const { corrections = [], listFields } = instrument
  return [
    '---',
    `id: ${id}`,
    `type: ${type}`,
    `title: ${yamlValue(title)}`,
    ...chineseFields(oneLine(title), 'title-').map(([name, text]) => `${name}: ${yamlValue(text)}`),
    ...(issuer === undefined ? [] : [`issuer: ${yamlValue(issuer)}`]),
    ...(issued === undefined ? [] : [`issued: ${issued}`]),
    '# Where the official document stands, for Download Official Document:',
    address === undefined ? '# url: https://' : `url: ${address}`,
    ...(sha256 === undefined ? [] : [`sha256: ${sha256}`]),
    ...(lastPage === undefined
      ? []
      : [
          '# The page of the PDF that bears the printed page 1; pages below are those of the PDF:',
          'first-page: 1',
          `last-page: ${String(lastPage)}`,
        ]),
    ...correctionLines(corrections),
    ...(listFields === undefined ? [] : [listFieldsLine(listFields)]),
    '---',
  ].join('\n')
}

/** The field that has `corrections`, line by line; no lines where nothing was corrected. */
export function correctionLines(corrections: readonly ImportCorrection[]): readonly string[] {
  if (corrections.length === 0) return []
  return ['import:', ...corrections.map((one) => `  - ${correctionText(one)}`)]
}

/** The field that says which field of a list is what; names in it stand as they are, spaces and all. */
export function listFieldsLine(map: string): string {
  return `fields: ${oneLine(map) === map ? yamlValue(map) : JSON.stringify(map)}`
}

/** What the comment about what was not understood begins with. */
export const notUnderstood = '<!-- Not understood, and left out:'

/** So long may a line of the comment be, in UTF-16 units. */
const longestNote = 240

/** So many letters and signs of Markdown may stand in the comment: it is read with what stands beside it. */
const mostOfNotes = { characters: 40_000, signs: 700, lines: 700 }

/**
 * What could not be understood, as a comment; nothing where there is nothing. Where it is more than a corpus
 * file may hold in one place, the last line says how much more.
 */
export function notes(unread: readonly Unread[]): readonly string[] {
  if (unread.length === 0) return []
  const lines: string[] = []
  const left = { ...mostOfNotes }
  for (const { where, what } of unread) {
    const line = inComment(`${oneLine(where)}: ${oneLine(what)}`.slice(0, longestNote))
    left.characters -= line.length
    left.signs -= line.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0
    left.lines -= 1
    if (left.characters < 0 || left.signs < 0 || left.lines < 0) break
    lines.push(line)
  }
  const more = unread.length - lines.length
  if (more > 0) lines.push(`and ${String(more)} more`)
  return [`${notUnderstood}\n${lines.join('\n')}\n-->`]
}

function sectionsOf(
  provision: ProposedProvision,
  depth: number,
  codeOf: (name: string) => string | undefined,
): readonly string[] {
  return [
    ...sectionOf(provision, depth, codeOf),
    ...provision.parts.flatMap((part) => sectionsOf(part, depth + 1, codeOf)),
  ]
}

/** The heading of `provision` and what stands below it, without those within it. */
export function sectionOf(
  {
    level,
    kind,
    label,
    place,
    title,
    isPrinted,
    pages,
    id,
    agencies,
  }: Omit<ProposedProvision, 'parts'>,
  depth: number,
  codeOf: (name: string) => string | undefined,
): readonly string[] {
  const attributes = [
    `#${label}`,
    ...(kind === undefined ? [] : [`kind=${kind}`]),
    ...(place === undefined ? [] : [`place=${JSON.stringify(place)}`]),
    ...(pages === undefined ? [] : [`page=${pagesText(pages)}`]),
  ]
  const heading = `${'#'.repeat(Math.min(depth, deepestHeading))} ${escapedMarkdown(title)} {${attributes.join(' ')}}`
  const codes = agencies.flatMap((name) => codeOf(name) ?? [])
  const unknown = agencies.filter((name) => codeOf(name) === undefined)
  const facts = [
    ...(codes.length === 0 ? [] : [`- lead: ${codes.join('; ')}`]),
    ...(id === undefined ? [] : [`- aliases: ${escapedMarkdown(id)}`]),
    ...(level === 'division' ? [] : [firstWordsLine(title)]),
    ...chineseFields(title, '').map(([name, text]) => `- ${name}: ${escapedMarkdown(text)}`),
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
  ]
}

/** The deepest heading of Markdown. */
export const deepestHeading = 6

/** The fact by which the next edition knows a measure again. */
export function firstWordsLine(title: string): string {
  return `- first-words: ${escapedMarkdown(title)}`
}

/** Pages as an attribute has them. */
export function pagesText({ first, last }: PageSpan): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`
}

/** The Chinese titles that a Chinese one gives. */
function chineseFields(title: string, prefix: string): readonly (readonly [string, string])[] {
  if (!/\p{Script=Han}/u.test(title)) return []
  return [
    ...(isSimplified(title) ? [[`${prefix}zh-Hans`, title] as const] : []),
    ...(isTraditional(title) ? [[`${prefix}zh-Hant`, title] as const] : []),
  ]
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

/** A document that is imported: its outline with what was corrected of it, and what the analyst says of it. */
export interface ImportedDocument {
  readonly outline: Outline
  readonly id: string
  readonly type: InstrumentType
  readonly title: string
  /** Of the document: 64 hexadecimal digits. */
  readonly sha256: string
  readonly corrections?: readonly ImportCorrection[]
  /** Which field of it is what, where it is a list and somebody said so, as `fieldMapText` writes it. */
  readonly listFields?: string | undefined
}

/** The corpus file of a document, whose agencies are those of `corpus`. */
export function corpusFileOf(
  { outline, id, type, title, sha256, corrections = [], listFields }: ImportedDocument,
  corpus: Corpus,
): string {
  const { issuer, issued, address, parts, unread } = outline
  const lastPage = parts.at(-1)?.pages?.last
  const instrument = {
    id,
    type,
    title,
    sha256,
    corrections,
    listFields,
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(address !== undefined && { address }),
    ...(lastPage !== undefined && { lastPage }),
  }
  const provisions = proposeProvisions(outline, instrument)
  return importedFileText(instrument, provisions, unread, (name) => codeOfAgency(corpus, name))
}
