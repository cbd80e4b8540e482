import type { Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { sliceSpan, type Span } from '../../src/core/text/span.ts'

/**
 * What remark says of a report: the offsets where a letter is prose, those where it is not, and, as
 * "neither", what the project decides otherwise than CommonMark (text between HTML tags).
 */
export interface Oracle {
  readonly prose: ReadonlySet<number>
  readonly notProse: ReadonlySet<number>
}

// Single dollars are Pandoc's, which has other rules than remark-math; they are tested against Pandoc.
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkMath, { singleDollarTextMath: false })

/** The oracle for `source`: of every letter or digit, whether remark-parse takes it for text. */
export function proseOracle(source: string): Oracle {
  const reader = new Reader(source)
  reader.visit(processor.parse(source), 0)
  const notProse = new Set<number>()
  for (let offset = 0; offset < source.length; offset += 1) {
    if (isMarkable(source, offset) && !reader.prose.has(offset) && !reader.undecided.has(offset)) {
      notProse.add(offset)
    }
  }
  return { prose: reader.prose, notProse }
}

/** Only letters and digits are compared: marks may be syntax on either side. */
export function isMarkable(source: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(source.charAt(offset))
}

class Reader {
  readonly prose = new Set<number>()
  readonly undecided = new Set<number>()
  readonly #source: string
  #definitions: string | undefined

  constructor(source: string) {
    this.#source = source
  }

  /** Notes the prose of `node`, whose offsets count from `base` of the source. */
  visit(node: Nodes, base: number): void {
    const span = spanOf(node, base)
    if (node.type === 'text') this.#add(span, this.prose)
    else if (node.type === 'html') this.#add(span, this.undecided)
    else if (node.type === 'image' || node.type === 'imageReference') this.#visitImage(span)
    else if ('children' in node && !this.#isAutolink(node, span)) {
      for (const child of node.children) this.visit(child, base)
    }
  }

  #isAutolink(node: Nodes, { start }: Span): boolean {
    return node.type === 'link' && this.#source.charAt(start) === '<'
  }

  /** An image's description is parsed by itself: mdast keeps only its plain text. */
  #visitImage({ start, end }: Span): void {
    const from = start + 2
    const to = closingBracket(this.#source, start + 1, end)
    const inside = `${this.#source.slice(from, to)}\n\n${this.#definitionLines()}`
    const [paragraph] = processor.parse(inside).children
    if (paragraph !== undefined) this.visit(paragraph, from)
  }

  /** The definitions of the report, for the references within an image's description. */
  #definitionLines(): string {
    this.#definitions ??= definitionsIn(processor.parse(this.#source))
      .map((node) => sliceSpan(this.#source, spanOf(node, 0)))
      .join('\n')
    return this.#definitions
  }

  #add({ start, end }: Span, offsets: Set<number>): void {
    for (let offset = start; offset < end; offset += 1) {
      if (isMarkable(this.#source, offset)) offsets.add(offset)
    }
  }
}

function definitionsIn(node: Nodes): readonly Nodes[] {
  if (node.type === 'definition') return [node]
  return 'children' in node ? node.children.flatMap(definitionsIn) : []
}

function closingBracket(source: string, open: number, end: number): number {
  let depth = 0
  for (let at = open; at < end; at += 1) {
    const mark = source.charAt(at)
    if (mark === '\\') at += 1
    else if (mark === '[') depth += 1
    else if (mark === ']') depth -= 1
    if (depth === 0) return at
  }
  return end
}

function spanOf(node: Nodes, base: number): Span {
  const start = node.position?.start.offset ?? 0
  return { start: base + start, end: base + (node.position?.end.offset ?? start) }
}
