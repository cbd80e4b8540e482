import type { Heading, Nodes, RootContent } from 'mdast'
import { addAll } from '../../text/lists.ts'
import type { Span } from '../../text/span.ts'
import { headingDepth, longestPiece, mostLines, refusalOf } from './bodyPieces.ts'
import { lineAt, type SourceText } from '../source/sourceText.ts'
import { parseBlocks } from '../source/plainText.ts'
import { sentence } from '../../corpus/sentence.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** A block of the body, where it stands. */
export interface BodyBlock {
  readonly node: RootContent
  readonly span: Span
  /** What its descendants' offsets are counted from. */
  readonly base: number
}

/** A heading with the blocks up to the next heading of whatever level. */
export interface Section {
  /** 1 to 6. */
  readonly depth: number
  /** The whole heading, its `#` signs included. */
  readonly heading: Span
  /** The text of the heading without them; empty when there is none. */
  readonly content: Span
  readonly blocks: readonly BodyBlock[]
}

/** The body of a corpus file. */
export interface Body {
  /** What stands before the first heading. */
  readonly preamble: readonly BodyBlock[]
  readonly sections: readonly Section[]
}

/**
 * The body, cut into `pieces` at its headings, as CommonMark reads it: remark's time grows
 * with the square of a text's length (10,000 measures take it a minute in one piece and three
 * seconds in pieces), and hostile text costs only what stands under its own heading. It pauses after
 * each piece.
 */
export function* readBody(
  source: SourceText,
  pieces: readonly Span[],
  log: TroubleLog,
): Generator<undefined, Body, undefined> {
  const blocks: BodyBlock[] = []
  let next = 0
  while (next < pieces.length) {
    const reading = readPieces(source, pieces, next)
    if ('blocks' in reading) addAll(blocks, reading.blocks)
    else addAll(blocks, headingAlone(source, reading.span, reading.refusal, log))
    next = reading.next
    yield
  }
  return sectionsOf(blocks)
}

type Refusal = 'text.too-long' | 'text.too-deep' | 'text.unclosed'

type PiecesRead =
  | { readonly blocks: readonly BodyBlock[]; readonly next: number }
  | { readonly refusal: Refusal; readonly span: Span; readonly next: number }

/** So many pieces are joined at most to see where a code fence or HTML ends. */
const mostJoined = 8

/**
 * Reads the piece `first`, together with those after it while its last block may go on over them.
 * `next` is the first piece not read.
 */
function readPieces(source: SourceText, pieces: readonly Span[], first: number): PiecesRead {
  const alone = pieces[first] ?? { start: 0, end: 0 }
  const refusal = refusalOf(source.text.slice(alone.start, alone.end))
  if (refusal !== undefined) return { refusal, span: alone, next: first + 1 }
  for (let count = 1; count <= mostJoined; count *= 2) {
    const next = Math.min(first + count, pieces.length)
    const span = { start: alone.start, end: pieces[next - 1]?.end ?? alone.end }
    if (refusalOf(source.text.slice(span.start, span.end)) !== undefined) break
    const blocks = blocksOf(source, span)
    const last = blocks.at(-1)
    if (last === undefined || !mayGoOn(source, last, span.end)) return { blocks, next }
    if (next === pieces.length && (count === 1 || !isUnclosed(source, last)))
      return { blocks, next }
  }
  return { refusal: 'text.unclosed', span: alone, next: first + 1 }
}

function blocksOf(source: SourceText, span: Span): readonly BodyBlock[] {
  return parseBlocks(source.text.slice(span.start, span.end)).map((node) => ({
    node,
    span: spanOfNode(node, span.start),
    base: span.start,
  }))
}

/** Where `node` stands in the file, when its offsets are counted from `base`. */
export function spanOfNode(node: Nodes, base: number): Span {
  const start = base + (node.position?.start.offset ?? 0)
  return { start, end: base + (node.position?.end.offset ?? 0) }
}

/** Whether `block`, the last before a cut at `end`, may in truth go on over the cut. */
function mayGoOn(source: SourceText, block: BodyBlock, end: number): boolean {
  if (isUnclosed(source, block)) return true
  return block.node.type === 'html' && lineAt(source, end) - lineAt(source, block.span.end) < 2
}

/** Whether `block` is a code fence, or HTML of the sort that must be closed, that is not closed. */
function isUnclosed(source: SourceText, block: BodyBlock): boolean {
  const text = source.text.slice(block.span.start, block.span.end)
  if (block.node.type === 'code') return isOpenFence(text)
  if (block.node.type !== 'html') return false
  const [, closer] = htmlClosers.find(([opener]) => opener.test(text)) ?? []
  return closer !== undefined && !closer.test(text)
}

/** Start and end conditions 1 to 5 of HTML blocks (CommonMark 0.31.2, section 4.6). */
const htmlClosers: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<!/, />/],
  [/^<(?:script|pre|style|textarea)(?![\w-])/i, /<\/(?:script|pre|style|textarea)>/i],
]

function isOpenFence(code: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0]
  if (fence === undefined) return false
  const lastLine =
    code
      .split(/[\r\n]+/)
      .at(-1)
      ?.trim() ?? ''
  const closes =
    lastLine.length >= fence.length && lastLine === (fence[0] ?? '').repeat(lastLine.length)
  return !closes || lastLine.length === code.trim().length
}

/** The heading of a piece whose text is refused, without that text. */
function headingAlone(
  source: SourceText,
  piece: Span,
  refusal: Refusal,
  log: TroubleLog,
): readonly BodyBlock[] {
  const nextLine = source.lineStarts[lineAt(source, piece.start) + 1] ?? source.text.length
  const line = { start: piece.start, end: Math.min(nextLine, piece.end) }
  const { message, advice } = refusalWords[refusal]
  log.add(refusal, line, message, advice)
  if (source.text[piece.start] !== '#') return []
  const readable = refusalOf(source.text.slice(line.start, line.end)) === undefined
  return readable ? blocksOf(source, line) : [bareHeading(source, line)]
}

const refusalWords = {
  'text.too-long': {
    message: sentence`What stands here up to the next heading has more than ${longestPiece} characters or ${mostLines} lines; only the heading is read.`,
    advice: sentence`Shorten the text.`,
  },
  'text.too-deep': {
    message: sentence`What stands here up to the next heading nests too deep or has too many Markdown signs; only the heading is read.`,
    advice: sentence`Write plain paragraphs and one flat list.`,
  },
  'text.unclosed': {
    message: sentence`A code fence or HTML begins under this heading and is not closed; only the heading is read, and those after it.`,
    advice: sentence`Close the fence or the HTML, or remove it.`,
  },
} as const

/** A heading of which nothing but its depth is read. */
function bareHeading(source: SourceText, span: Span): BodyBlock {
  const depth = headingDepth(source.text, span.start)
  const node: Heading = { type: 'heading', depth: depthOf(depth), children: [] }
  return { node, span, base: span.start }
}

function depthOf(count: number): Heading['depth'] {
  return ([1, 2, 3, 4, 5, 6] as const).find((depth) => depth === count) ?? 6
}

function sectionsOf(blocks: readonly BodyBlock[]): Body {
  const preamble: BodyBlock[] = []
  const sections: (Section & { readonly blocks: BodyBlock[] })[] = []
  for (const block of blocks) {
    if (block.node.type === 'heading') sections.push(sectionOf(block, block.node))
    else (sections.at(-1)?.blocks ?? preamble).push(block)
  }
  return { preamble, sections }
}

function sectionOf(block: BodyBlock, heading: Heading): Section & { readonly blocks: BodyBlock[] } {
  const [first] = heading.children
  const last = heading.children.at(-1)
  const content =
    first === undefined || last === undefined
      ? { start: block.span.end, end: block.span.end }
      : { start: spanOfNode(first, block.base).start, end: spanOfNode(last, block.base).end }
  return { depth: heading.depth, heading: block.span, content, blocks: [] }
}
