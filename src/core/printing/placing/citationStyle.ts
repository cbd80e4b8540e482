import { ownStyles, type OwnStyle } from '../printed.ts'

/** The families of styles that say a law otherwise than others: fields of items bear their names. */
export type StyleFamily = 'bluebook' | 'oscola' | 'gb'

/** What a style does with the places of works. */
export interface PrintingStyle {
  readonly family?: StyleFamily
  /** Which of those that we print ourselves it is. */
  readonly own?: OwnStyle
  /** Whether it prints whole references, addresses and all; Bluebook does in the text, too. */
  readonly isNote: boolean
  /** Whether it prints the locator of any work. */
  readonly takesAll: boolean
  /** Whether it prints pages as bare numbers. */
  readonly isBare: boolean
  /** Whether it is a note style that prints a label before all locators. */
  readonly isLabelled: boolean
  /** Whether it prints no locator of anything. */
  readonly isDeaf: boolean
  /** Whether one bracket holds all numbers of a group. */
  readonly isOneBracket: boolean
  /** Whether each number has a bracket of its own, outside which words that are no locator would stand. */
  readonly hasOwnBrackets: boolean
  /** Whether its citations stand above the line. */
  readonly isRaised: boolean
}

/** What Pandoc prints in where a report names no style. */
const ofPandoc = 'chicago-author-date'

/**
 * The style that a report names under `csl:`, by a name, a path or an address, and by `csl`, the text of
 * it, where that is known; without a name the one that Pandoc has within it. As the Lua filter reads it.
 */
export function readStyle(named: string | undefined, csl = ''): PrintingStyle {
  const name = named ?? ofPandoc
  const ids = idsOf(name, csl)
  const id = ids.join(' ').toLowerCase()
  const family = familyOf(id)
  const format = formatOf(csl, id)
  const own = ownStyleOf(ids)
  return {
    ...(family !== undefined && { family }),
    ...(own !== undefined && { own }),
    ...traitsOf(csl, id, format),
    isNote: format === 'note' || family === 'bluebook',
  }
}

/** Whether places get lost or stand behind addresses in `style`, unless something puts them where it wants them. */
export function needsFilter({ isNote, isDeaf }: PrintingStyle): boolean {
  return isNote || isDeaf
}

/** What its text calls it, the style that it is another name for, and what its file is called. */
function idsOf(name: string, csl: string): readonly string[] {
  const [, id = ''] = /<id>(.*?)<\/id>/su.exec(csl) ?? []
  const [, parent = ''] = /href="([^"]*)"[^>]*rel="independent-parent"/u.exec(csl) ?? []
  return [id, parent, lastPart(name)]
}

function lastPart(path: string): string {
  return /[^/\\]*$/u.exec(path)?.[0] ?? ''
}

/** A style whose text is known is what that says of it, whatever its file is called. */
function ownStyleOf([id = '', parent = '', file = '']: readonly string[]): OwnStyle | undefined {
  const names = id === '' ? [file.replace(/\.csl$/iu, '')] : [id, parent]
  const known = new Set(names.map((one) => lastPart(one.trim()).toLowerCase()))
  return ownStyles.find((style) => known.has(style))
}

function familyOf(id: string): StyleFamily | undefined {
  if (id.includes('bluebook')) return 'bluebook'
  if (id.includes('oscola')) return 'oscola'
  return id.includes('7714') ? 'gb' : undefined
}

/** `note`, `numeric` or another: what the style says of itself, else what it does, else what its name says. */
function formatOf(csl: string, id: string): string {
  const said = /citation-format="([A-Za-z-]+)"/u.exec(csl)?.[1]
  if (said !== undefined) return said
  if (csl.includes('class="note"')) return 'note'
  const citation = /<citation.*?<\/citation>/su.exec(csl)?.[0]
  if (citation !== undefined)
    return citation.includes('citation-number') ? 'numeric' : 'author-date'
  if (/note|oscola|bluebook-law|mcgill|legal/u.test(id)) return 'note'
  return /numeric|ieee|vancouver/u.test(id) ? 'numeric' : 'author-date'
}

type Traits = Omit<PrintingStyle, 'family' | 'own' | 'isNote'>

function traitsOf(csl: string, id: string, format: string): Traits {
  const isNote = format === 'note'
  const isChicago = /chicago|turabian/u.test(id)
  const layout = /<citation.*?(<layout[^>]*>)/su.exec(csl)?.[1] ?? ''
  const isOneBracket = layout === '' || layout.includes(' prefix=')
  const isIeee = id.includes('ieee')
  return {
    takesAll: isChicago || !isNote,
    isBare: isNote || isChicago || id.includes('modern-language'),
    isLabelled: isNote && labelsAll(csl),
    isDeaf: hearsNone(csl) || (id.includes('7714') && !isNote),
    isOneBracket: format === 'numeric' && isOneBracket && !isIeee,
    hasOwnBrackets: format === 'numeric' && (isIeee || (!isOneBracket && bracketsEach(csl))),
    isRaised: layout.includes('"sup"'),
  }
}

function bracketsEach(csl: string): boolean {
  return /<group[^>]* prefix="[[(]/u.test(/<citation.*?<\/citation>/su.exec(csl)?.[0] ?? '')
}

function labelsAll(csl: string): boolean {
  return /<label[^>]*variable="locator"/u.test(csl) && !/locator="[^"]*page/u.test(csl)
}

function hearsNone(csl: string): boolean {
  return csl.includes('<citation') && !csl.includes('variable="locator"')
}
