import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import footnotes from 'markdown-it-footnote'
import { CitationMarks, type Marked } from './citationMarks.ts'

/** What the preview of a report prints: HTML of ours, in which the text of others stands escaped. */
export interface PreviewedReport {
  /** Its citations, by where they begin. */
  readonly citations: readonly PreviewedCitation[]
  /** The list of references; empty where there is none. */
  readonly list: string
}

/** A group of citations in the preview. */
export interface PreviewedCitation extends Marked {
  /** Whether Pandoc reads it; what it does not read stays as it is written. */
  readonly isRead: boolean
  /** What stands in the text, or in the note that the group stands in. */
  readonly html: string
  /** What a note of its own says. */
  readonly note?: string
  /** Whether it is a number above the line, before which no space stands. */
  readonly isRaised: boolean
}

/** A document that is being read: its text as written, and what is printed of it. */
interface Reading {
  readonly source: string
  readonly report: PreviewedReport
  readonly marks: CitationMarks<PreviewedCitation>
}

/** What markdown-it hands on from rule to rule, as far as footnotes and we use it. */
interface Environment {
  footnotes?: { list?: { readonly content: string; readonly tokens: Token[] }[] }
  policyCitation?: Reading | undefined
}

const citation = 'policy_citation'
const references = 'policy_references'

/**
 * Teaches `md`, the parser of VS Code's preview, to print citations, footnotes, and a list of references.
 * `read` says what is printed of a document with this text; of one that is no report, nothing.
 */
export function printCitations(
  md: MarkdownIt,
  read: (source: string) => PreviewedReport | undefined,
): void {
  // Some other extension may have taught it footnotes, or may do so later.
  if (md.renderer.rules['footnote_ref'] === undefined) useFootnotes(md)
  md.core.ruler.before('normalize', citation, (state) => {
    begin(state, read)
  })
  md.core.ruler.after('block', references, readBlocks)
  md.block.ruler.before('fence', references, readPlaceOfList, { alt: ['paragraph'] })
  md.inline.ruler.before('link', citation, printCitation)
  md.renderer.rules[citation] = contentOf
  md.renderer.rules[references] = contentOf
}

/** Footnotes, put at the end by us unless somebody else has done so before. */
function useFootnotes(md: MarkdownIt): void {
  const known = new Set(md.core.ruler.getRules(''))
  md.use(footnotes)
  const tail = md.core.ruler.getRules('').find((rule) => !known.has(rule))
  md.core.ruler.at('footnote_tail', (state) => {
    if (state.tokens.some(({ type }) => type === 'footnote_block_open')) return
    const { text, notes } = notesApart(state.tokens)
    // It copies for each note all that it is given.
    state.tokens = notes
    tail?.(state)
    state.tokens = [...text, ...state.tokens]
  })
}

/** The blocks of the text, and those that define notes. */
function notesApart(tokens: readonly Token[]): { readonly text: Token[]; readonly notes: Token[] } {
  const [text, notes]: [Token[], Token[]] = [[], []]
  let isInNote = false
  for (const token of tokens) {
    const isEnd = token.type === 'footnote_reference_close'
    isInNote = !isEnd && (isInNote || token.type === 'footnote_reference_open')
    const part = isInNote || isEnd ? notes : text
    part.push(token)
  }
  return { text, notes }
}

/** Whoever parses a part of a text may hand over nothing. */
function environmentOf(state: { env?: Environment }): Environment {
  state.env ??= {}
  return state.env
}

function begin(state: StateCore, read: (source: string) => PreviewedReport | undefined): void {
  const report = read(state.src)
  const marks = new CitationMarks(report?.citations ?? [], '', [])
  environmentOf(state).policyCitation = report && { source: state.src, report, marks }
}

/** Says where citations are to be looked for, and puts the list of references last where it has no place. */
function readBlocks(state: StateCore): void {
  const environment = environmentOf(state)
  const reading = environment.policyCitation
  if (reading === undefined) return
  const { source, report } = reading
  const marks = new CitationMarks(report.citations, source, state.tokens)
  environment.policyCitation = { ...reading, marks }
  if (report.list === '' || state.tokens.some(({ type }) => type === references)) return
  const token = new state.Token(references, '', 0)
  token.block = true
  token.content = report.list
  state.tokens.push(token)
}

const fence = /^:{3,}[ \t]*\{([^}]*)\}[ \t:]*$/u
const placeOfList = /#refs(?![\w-])/u
const anyFence = /^:{3,}\s*(\S?)/u

/** A division `::: {#refs}`, in which Pandoc puts the list behind what it holds. */
function readPlaceOfList(
  state: StateBlock,
  start: number,
  end: number,
  isSilent: boolean,
): boolean {
  const reading = environmentOf(state).policyCitation
  if (reading === undefined || !placeOfList.test(fence.exec(lineOf(state, start))?.[1] ?? ''))
    return false
  if (isSilent) return true
  const closing = closingLine(state, start + 1, end)
  state.md.block.tokenize(state, start + 1, closing)
  const token = state.push(references, '', 0)
  token.map = [start, closing]
  token.content = reading.report.list
  state.line = Math.min(end, closing + 1)
  return true
}

function lineOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line])
}

/** The line with the colons that close a division whose content begins at `start`; `end` where none does. */
function closingLine(state: StateBlock, start: number, end: number): number {
  let open = 1
  for (let line = start; line < end; line += 1) {
    const found = anyFence.exec(lineOf(state, line))
    if (found !== null) open += found[1] === '' ? -1 : 1
    if (open === 0) return line
  }
  return end
}

/** `[`, `@` and `-`, with which citations begin, and `^`, with which notes do. */
const beginnings = new Set([0x5b, 0x40, 0x2d, 0x5e])

/** Silent is who looks for the end of a link's text, in which brackets may stand, but no link. */
function printCitation(state: StateInline, isSilent: boolean): boolean {
  const { policyCitation: reading } = environmentOf(state)
  if (isSilent || reading === undefined) return false
  if (!beginnings.has(state.src.charCodeAt(state.pos))) return false
  reading.marks.enter(state.tokens)
  const found = reading.marks.at(state.src, state.pos)
  if (found === undefined || found.end > state.posMax) return false
  reading.marks.take(found)
  // A key that a letter runs into is none to Pandoc.
  if (!found.mark.isRead) return false
  state.pos = found.end
  push(state, found.mark)
  return true
}

/**
 * Pandoc leaves out the space before a number above the line, and puts the marks behind a citation before
 * the number of its note (manual, `notes-after-punctuation`).
 */
function push(state: StateInline, { html, note, isRaised }: PreviewedCitation): void {
  if (isRaised) withoutSpace(state)
  if (html !== '') state.push(citation, '', 0).content = isInLink(state) ? unlinked(html) : html
  if (note === undefined) return
  const marks = punctuation.exec(state.src.slice(state.pos, state.posMax))?.[0] ?? ''
  state.pending += marks
  state.pos += marks.length
  pushNote(state, note)
}

/** Marks that go before a number, and those behind them. */
const punctuation = /^[.,;:!?][.,;:!?)\]"'’”»]*/u

function withoutSpace(state: StateInline): void {
  state.pending = state.pending.trimEnd()
  if (state.pending === '' && state.tokens.at(-1)?.type === 'softbreak') state.tokens.pop()
}

/** No link stands within another. */
function isInLink({ tokens }: StateInline): boolean {
  const edges = tokens.filter(({ type }) => type === 'link_open' || type === 'link_close')
  return edges.at(-1)?.type === 'link_open'
}

function unlinked(html: string): string {
  return html.replace(/<\/?a(?:\s[^<>]*)?>/gu, '')
}

/** A note of our own among the footnotes of the report, which are numbered together. */
function pushNote(state: StateInline, html: string): void {
  const environment = environmentOf(state)
  environment.footnotes ??= {}
  environment.footnotes.list ??= []
  const { list } = environment.footnotes
  const token = new state.Token(citation, '', 0)
  token.content = html
  state.push('footnote_ref', '', 0).meta = { id: list.length }
  list.push({ content: '', tokens: [token] })
}

function contentOf(tokens: readonly Token[], index: number): string {
  return tokens[index]?.content ?? ''
}
