import { ownStyles, type OwnStyle } from '../printed.ts'
import { runStart } from '../../text/characters.ts'

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
  const id = between(csl, '<id>', '</id>')?.slice('<id>'.length, -'</id>'.length) ?? ''
  const parent = addressBefore(csl, 'rel="independent-parent"')
  return [id, parent, lastPart(name)]
}

function lastPart(path: string): string {
  return path.slice(runStart(path, /[^/\\]/))
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
  const citation = between(csl, '<citation', '</citation>')
  if (citation !== undefined)
    return citation.includes('citation-number') ? 'numeric' : 'author-date'
  if (/note|oscola|bluebook-law|mcgill|legal/u.test(id)) return 'note'
  return /numeric|ieee|vancouver/u.test(id) ? 'numeric' : 'author-date'
}

type Traits = Omit<PrintingStyle, 'family' | 'own' | 'isNote'>

function traitsOf(csl: string, id: string, format: string): Traits {
  const isNote = format === 'note'
  const isChicago = /chicago|turabian/u.test(id)
  const cited = csl.slice(Math.max(0, csl.indexOf('<citation')))
  const layout = csl.includes('<citation') ? (between(cited, '<layout', '>') ?? '') : ''
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
  const groups = tagsOf(between(csl, '<citation', '</citation>') ?? '', '<group')
  return groups.some((tag) => / prefix="[[(]/u.test(tag))
}

function labelsAll(csl: string): boolean {
  const isLabelled = tagsOf(csl, '<label').some((tag) => tag.includes('variable="locator"'))
  const named = csl.split('locator="').slice(1)
  return isLabelled && !named.some((rest) => rest.split('"', 1)[0]?.includes('page'))
}

/** The tags of `csl` that begin with `start`, each up to its end. Linear, as a style may be any text. */
function tagsOf(csl: string, start: string): readonly string[] {
  return csl
    .split(start)
    .slice(1)
    .map((rest) => rest.split('>', 1)[0] ?? '')
}

/** The `href` before `mark` in its tag. */
function addressBefore(csl: string, mark: string): string {
  const at = csl.indexOf(mark)
  const tag = at === -1 ? '' : csl.slice(csl.lastIndexOf('<', at), at)
  return tag.split('href="')[1]?.split('"', 1)[0] ?? ''
}

/** What of `text` goes from the first `start` to the `end` behind it, both included. */
function between(text: string, start: string, end: string): string | undefined {
  const from = text.indexOf(start)
  const to = from === -1 ? -1 : text.indexOf(end, from + start.length)
  return to === -1 ? undefined : text.slice(from, to + end.length)
}

function hearsNone(csl: string): boolean {
  return csl.includes('<citation') && !csl.includes('variable="locator"')
}
