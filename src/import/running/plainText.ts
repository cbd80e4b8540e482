import type { Outline } from '../../core/official/outline.ts'
import type { TextBlock } from './block.ts'
import { beginsPart } from './ahead/lines.ts'
import { readRunningText } from './readRunningText.ts'
import { isWhereas } from './recital.ts'

/**
 * Whether `source` is the plain text of a bill or act, as GovInfo has them, and no Markdown, in which lines that
 * are set in would be code: sections at the beginning of lines, others set in, and nothing that Markdown has.
 */
export function isPlainLaw(source: string): boolean {
  return (
    /^ {0,4}(?:SECTION|SEC\.|Section|Sec\.|§) ?\d/mu.test(source) &&
    /^(?: {4,}|\t)\S/mu.test(source) &&
    !/^(?:#{1,6} |```|~~~|---\s*$|\|)/mu.test(source)
  )
}

/** The outline of a plain text, of a bill, an act or a resolution. */
export function readPlainLaw(source: string): Outline {
  const paragraphs = paragraphsOfPlain(source)
  const { unread, ...read } = readRunningText(
    paragraphs.map(({ text, line }): TextBlock => ({ kind: 'paragraph', text, line })),
  )
  const title = citedAs(source) ?? officialTitle(paragraphs)
  return { ...(title !== undefined && { title }), ...read, unread }
}

/** Its short title: ``may be cited as the ``Test Act'' ``. */
function citedAs(source: string): string | undefined {
  const flat = source.slice(0, 20_000).replaceAll(/\s+/gu, ' ')
  return /\bcited as (?:the )?(?:[“"]|``|'')([^“”"`']{3,150})(?:[”"]|'')/u.exec(flat)?.[1]?.trim()
}

/** What stands below `A BILL` or `RESOLUTION`. */
function officialTitle(paragraphs: readonly PlainParagraph[]): string | undefined {
  const at = paragraphs.findIndex(({ text }) =>
    /^(?:A BILL|AN ACT|(?:(?:JOINT|CONCURRENT) )?RESOLUTION)$/u.test(text),
  )
  const title = at === -1 ? undefined : paragraphs[at + 1]?.text
  return title !== undefined && title.length <= 300 ? title : undefined
}

/** A paragraph of a plain text, and the line that it begins on, counted from 1. */
export interface PlainParagraph {
  readonly text: string
  readonly line: number
}

/** A paragraph while its lines are read. */
interface OpenParagraph {
  readonly line: number
  /** How far its first line is set in. */
  readonly indent: number
  text: string
}

/**
 * The paragraphs of a plain text: one ends before a blank line, and before a line that begins a part, unless that is
 * set in as the lines are that go on, which is less than the first.
 */
export function paragraphsOfPlain(source: string): readonly PlainParagraph[] {
  const lines = source.split(/\r\n?|\n/u)
  const blocks: PlainParagraph[] = []
  let open: OpenParagraph | undefined
  const close = (): void => {
    if (open !== undefined) blocks.push({ text: open.text, line: open.line })
    open = undefined
  }
  for (const [at, whole] of lines.entries()) {
    const text = whole.replaceAll(/\s+/gu, ' ').trim()
    const indent = whole.length - whole.trimStart().length
    const isRule = /^[_*=<>-]{3,}$/u.test(text) || text === '<all>'
    if (text === '' || isRule || (open !== undefined && beginsAnew(text, indent, open))) close()
    if (text === '' || isRule) continue
    if (open === undefined) open = { line: at + 1, indent, text }
    else open.text += joint(open.text, text) + text
  }
  close()
  return blocks
}

/** The lines that go on are set in by four less than the first, in bills. */
const hanging = 4

function beginsAnew(text: string, indent: number, open: OpenParagraph): boolean {
  if (isWhereas(text) || /^(?:Resolved|RESOLVED),/u.test(text)) return true
  if (!beginsPart(text)) return false
  const isAfterClause = /[.;:,—-]$|\s(?:and|or)$/u.test(open.text)
  return (
    indent === open.indent ||
    isAfterClause ||
    (indent < open.indent && indent !== open.indent - hanging)
  )
}

/** Nothing behind a word that is parted at the end of its line: `artifi-`, `cial`. */
function joint(before: string, text: string): string {
  return /--$|\P{L}-$/u.test(before) || !before.endsWith('-') || !/^\p{Ll}/u.test(text) ? ' ' : ''
}
