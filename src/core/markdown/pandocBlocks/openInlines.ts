import { backslash, dollarSign, graveAccent, lessThan } from '../../text/characters.ts'
import { behindMark, MarkerRuns } from '../markerRuns.ts'
import { environmentAt, followEnvironment, lastEnds } from './environments.ts'

/** What goes on behind the end of a line, whatever the next line begins with; of TeX how deep it is in which environment. */
export type OpenInline = 'maths' | 'comment' | `tex ${number} ${string}`

/** What ends something that is open: a comment, or the TeX environment of a name. */
export type InlineEnd = 'comment' | `tex ${string}`

/** Whether such an end stands in a chunk behind. */
type IsBehind = (end: InlineEnd) => boolean

type Mark = '$$' | '<!--' | '-->' | '\\begin'

/**
 * Follows display maths, comments and TeX environments over the lines of a paragraph: `$$` opens maths
 * and the next one closes it, whatever stands on its lines or beside it (Pandoc manual, "Extension:
 * tex_math_dollars"). A comment or an environment that nothing ends is none.
 * Linear in the text for any number of lines from its beginning to its end.
 */
export class OpenInlines {
  readonly #text: string
  readonly #isBehind: IsBehind
  /** The first of each from the last line asked about on. */
  readonly #next: Record<Mark, number> = { $$: -1, '<!--': -1, '-->': -1, '\\begin': -1 }
  #lastEnds: ReadonlyMap<string, number> | undefined
  /** Whether anything rests on what stands further down. */
  looksAhead = false

  constructor(text: string, isBehind: IsBehind) {
    this.#text = text
    this.#isBehind = isBehind
  }

  /** What is open behind the line from `start` to `end`, before which `open` is. */
  openBehind(start: number, end: number, open: OpenInline | undefined): OpenInline | undefined {
    const closes = open === 'comment' ? this.#isWithin('-->', start, end) : isEnvironment(open)
    const isTold = closes || openings.some((mark) => this.#isWithin(mark, start, end))
    return isTold ? this.#openAfter(this.#text.slice(start, end), start, open) : open
  }

  /** Whether what `sought` ends has an end behind `offset`. */
  hasEnd(sought: InlineEnd, offset: number): boolean {
    this.looksAhead = true
    return this.#isAhead(sought, offset) || this.#isBehind(sought)
  }

  #isAhead(sought: InlineEnd, offset: number): boolean {
    if (sought === 'comment') return this.#isWithin('-->', offset, this.#text.length)
    this.#lastEnds ??= lastEnds(this.#text)
    return (this.#lastEnds.get(sought.slice(4)) ?? -1) >= offset
  }

  #isWithin(mark: Mark, start: number, end: number): boolean {
    if (this.#next[mark] < start) this.#next[mark] = positionOf(this.#text, mark, start)
    return this.#next[mark] < end
  }

  /** What is open behind `line`, which begins at `start`. */
  #openAfter(line: string, start: number, before: OpenInline | undefined): OpenInline | undefined {
    const runs = new MarkerRuns(line, graveAccent)
    let open = before
    let at = 0
    while (at < line.length) {
      const next =
        open === undefined ? this.#read(line, at, start, runs) : this.#follow(line, at, start, open)
      open = next.open
      at = next.at
    }
    return open === 'comment' && !this.hasEnd(open, start + line.length) ? undefined : open
  }

  /** What begins at `at`, or behind what stands there in prose. */
  #read(line: string, at: number, start: number, runs: MarkerRuns): Step {
    const code = line.charCodeAt(at)
    if (code === dollarSign && line.charCodeAt(at + 1) === dollarSign)
      return { open: 'maths', at: at + 3 }
    if (code === lessThan && line.startsWith('<!--', at)) return { open: 'comment', at: at + 2 }
    const environment = code === backslash ? environmentAt(line, at) : undefined
    if (
      environment !== undefined &&
      this.hasEnd(`tex ${environment.name}`, start + environment.start)
    ) {
      return { open: `tex 1 ${environment.name}`, at: environment.start }
    }
    return { open: undefined, at: behindMark(line, at, runs) }
  }

  /** What is left of `open` behind where it ends, or behind the line. */
  #follow(line: string, at: number, start: number, open: OpenInline): Step {
    if (isEnvironment(open)) return this.#followEnvironment(line, at, start, open)
    const closing = open === 'maths' ? '$$' : '-->'
    const close = line.indexOf(closing, at)
    return close === -1
      ? { open, at: line.length }
      : { open: undefined, at: close + closing.length }
  }

  #followEnvironment(line: string, from: number, start: number, environment: string): Step {
    const [, depth = '', name = ''] = /^tex (\d+) (.*)$/.exec(environment) ?? []
    const hasEnd = (at: number): boolean => this.hasEnd(`tex ${name}`, start + at)
    const { open, at } = followEnvironment(line, from, { name, depth: Number(depth) }, hasEnd)
    return { open: open && `tex ${open.depth} ${open.name}`, at }
  }
}

interface Step {
  readonly open: OpenInline | undefined
  readonly at: number
}

const openings: readonly Mark[] = ['$$', '<!--', '\\begin']

/** Whether `open` goes on over blank lines. */
export function isOverBlankLines(open: string | undefined): boolean {
  return open === 'comment' || isEnvironment(open)
}

function isEnvironment(open: string | undefined): open is `tex ${number} ${string}` {
  return open?.startsWith('tex ') === true
}

function positionOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from)
  return at === -1 ? Infinity : at
}
