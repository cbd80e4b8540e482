import { skipSpaces } from '../../text/characters.ts'
import { type Line, linesWithin } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'

/** A string in metadata. */
export interface YamlScalar {
  /** Of its content, without quotation marks; whole lines of a block; of an empty plain one the blanks where it would stand. */
  readonly span: Span
  /** `item` is a plain one within brackets or braces, `[a, b]`. */
  readonly form: 'plain' | 'item' | 'block' | '"' | "'"
}

type QuotationMark = '"' | "'"

const spacesAndDashes = /^(?: |-(?=[ \t]|$))*/
const name =
  /^(?:"(?:[^"\\]|\\.)*"[ \t]*|'[^']*'[ \t]*|[^\s"'#,[\]{}&*!|>%@`:][^#:]*(?::(?![ \t]|$)[^#:]*)*):(?=[ \t]|$)[ \t]*/
/** Anchors and tags. */
const properties = /^(?:[&!]\S*[ \t]+)*/
/** No list, since nothing in YAML begins with a marker. */
const bracketedCitation = /^\[-?@/
const blockHeader = /^[|>][-+\d]*[ \t]*(?:#.*)?$/
/** A string within brackets, as far as its line has it, or what stands between two. */
const flowToken = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,[\]{}"'#:][^,[\]{}:]*|\S/g

/** Whether `line` begins fields, in brackets or not, and neither a list nor mere text. */
export function beginsMapping(line: string): boolean {
  return /^\s*\{/.test(line) || (!/^\s*-\s/.test(line) && name.test(line.trimStart()))
}

/**
 * The strings of the metadata that `content` covers in `text`, in order: values of fields and items of
 * lists, plain, quoted or blocks. Read line by line and leniently, without YAML. Linear.
 */
export function findYamlScalars(text: string, content: Span): readonly YamlScalar[] {
  const reader = new ScalarReader(text, linesWithin(text, content))
  reader.read()
  return reader.scalars
}

class ScalarReader {
  readonly scalars: YamlScalar[] = []
  readonly #text: string
  readonly #lines: readonly Line[]
  #at = 0

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text
    this.#lines = lines
  }

  read(): void {
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      this.#at += 1
      this.#readLine(line)
    }
  }

  #readLine(line: Line): void {
    const text = this.#text.slice(line.start, line.end)
    const indent = spacesAndDashes.exec(text)?.[0].length ?? 0
    const field = name.exec(text.slice(indent))?.[0]
    const behind = indent + (field?.length ?? 0)
    const from = behind + (properties.exec(text.slice(behind))?.[0].length ?? 0)
    // What belongs to a field is indented more than its name, and to an item more than its dash.
    const column = field === undefined ? skipSpaces(text, 0, text.length) : indent
    // Pandoc leaves out fields whose names end with an underscore.
    if (/_["']?[ \t]*:[ \t]*$/.test(field ?? '')) this.#takeIndented(column)
    else if (!/^(?:#|$)/.test(text.slice(from))) {
      this.#readValue({ ...line, start: line.start + from }, column)
    } else if (/[:-][ \t]*$/.test(text.slice(0, from)) && !this.#holdsMore(column, field)) {
      const start = text.slice(0, from).trimEnd().length
      this.scalars.push({
        span: { start: line.start + start, end: line.start + from },
        form: 'plain',
      })
    }
  }

  /** Whether lines below belong to a field, or to an item, that begins at `column`. */
  #holdsMore(column: number, field: string | undefined): boolean {
    const isBlank = ({ start, end }: Line): boolean => skipSpaces(this.#text, start, end) === end
    let at = this.#at
    let below = this.#lines[at]
    while (below && isBlank(below)) below = this.#lines[(at += 1)]
    if (below === undefined) return false
    const { start, end } = below
    const indent = skipSpaces(this.#text, start, end) - start
    const isItem = field !== undefined && this.#text.charAt(start + indent) === '-'
    return indent > column || (isItem && indent === column)
  }

  #readValue(value: Line, column: number): void {
    const text = this.#text.slice(value.start, value.end)
    const first = text.charAt(0)
    if (blockHeader.test(text)) this.#readBlock(column)
    else if (first === '"' || first === "'") this.#readQuoted(value.start, first)
    else if ((first === '[' && !bracketedCitation.test(text)) || first === '{')
      this.#readFlow(value)
    else this.#readPlain(value, column)
  }

  /** The lines from the next one on that are blank or indented by more than `column`. */
  #takeIndented(column: number): Line | undefined {
    let last: Line | undefined
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      const textStart = skipSpaces(this.#text, line.start, line.end)
      if (textStart < line.end && textStart - line.start <= column) break
      if (textStart < line.end) last = line
      this.#at += 1
    }
    return last
  }

  #readBlock(column: number): void {
    const first = this.#lines[this.#at]
    const last = this.#takeIndented(column)
    if (first === undefined || last === undefined) return
    this.#add(first.start, last.end, 'block')
  }

  #readPlain({ start, end }: Line, column: number): void {
    const last = this.#takeIndented(column)
    const comment = /[ \t]#/.exec(this.#text.slice(start, end))
    const firstEnd = comment === null ? end : start + comment.index
    this.#add(start, last?.end ?? firstEnd, 'plain')
  }

  #readQuoted(start: number, quote: QuotationMark): void {
    const end = closingQuote(this.#text, start + 1, quote, this.#lines.at(-1)?.end ?? start)
    this.#add(start + 1, end, quote)
    while ((this.#lines[this.#at]?.start ?? Infinity) <= end) this.#at += 1
  }

  /** The strings of a list or mapping in brackets, on its line and those below as they come. */
  #readFlow({ start, end }: Line): void {
    for (const { 0: token, index } of this.#text.slice(start, end).matchAll(flowToken)) {
      const first = token.charAt(0)
      const from = start + index
      const to = from + token.length
      if (first === '"' || first === "'") this.#add(from + 1, to - 1, first)
      else this.#add(from, to, 'item')
    }
  }

  #add(start: number, end: number, form: YamlScalar['form']): void {
    if (end > start) this.scalars.push({ span: { start, end }, form })
  }
}

/** Where the quotation mark stands that closes what begins at `from`; `end` where none does. */
function closingQuote(text: string, from: number, quote: QuotationMark, end: number): number {
  let at = from
  while (at < end) {
    const character = text.charAt(at)
    const isEscape = quote === '"' ? character === '\\' : text.startsWith("''", at)
    if (!isEscape && character === quote) return at
    at += isEscape ? 2 : 1
  }
  return end
}
