import type { Block } from '../../../markdown/blocks.ts'
import type { Report } from '../../../report/report.ts'
import type { Span } from '../../../text/span.ts'
import { problemCodes, type Problem, type ProblemCode } from '../problem.ts'
import type { IgnoreComment, WrittenCode } from './ignoreComments.ts'

/** A problem that a comment in the report has ignored. */
export interface IgnoredProblem {
  readonly problem: Problem
  /** As the comment says; empty where it does not. */
  readonly reason: string
}

/** Problems parted by whether a comment ignores them. */
export interface Sifted {
  readonly shown: readonly Problem[]
  readonly ignored: readonly IgnoredProblem[]
}

/**
 * What the comments of a report ignore: a finding that begins in the block behind one that says `next`, that
 * begins or ends on the line of one that says `line`, or stands anywhere beside one that says `file`.
 * Linear in the comments and the findings.
 */
export class Ignoring {
  readonly #report: Report
  readonly #comments: readonly IgnoreComment[]
  readonly #file: Scope
  readonly #blocks: Scope[] = []
  readonly #lines: Scope[] = []
  readonly #used = new Set<WrittenCode>()
  /** The block that was found last, and from where on it is the next. */
  #next: { readonly from: number; readonly block: Block | undefined } | undefined

  /** `comments` are all of `report`, in order. */
  constructor(report: Report, comments: readonly IgnoreComment[]) {
    this.#report = report
    this.#comments = comments
    this.#file = new Scope({ start: 0, end: Infinity })
    for (const comment of comments) this.#scopeOf(comment)?.comments.push(comment)
  }

  /** `problems` of the report, in the order that they come in. */
  sift(problems: readonly Problem[]): Sifted {
    const shown: Problem[] = []
    const ignored: IgnoredProblem[] = []
    for (const problem of problems) {
      const comment = this.#commentOn(problem)
      if (comment === undefined) shown.push(problem)
      else ignored.push({ problem, reason: comment.reason })
    }
    return { shown, ignored }
  }

  /**
   * What is wrong with the comments, once all problems are sifted: codes that there are not, and what
   * ignores nothing. That is said only of what `isSought` holds for.
   */
  problems(isSought: (code: ProblemCode, comment: IgnoreComment) => boolean): readonly Problem[] {
    return this.#comments.flatMap((comment) => {
      const { codes, span, reach } = comment
      const own = codes.flatMap((written) => this.#problemOf(written, comment, isSought))
      const isIdle = own.length === codes.length && own.every(({ code }) => code === unused)
      return isIdle || !reaches.includes(reach)
        ? [{ code: unused, span, written: undefined, removed: span }]
        : own
    })
  }

  /** The block that `comment` holds for; `undefined` where none follows. */
  blockOf({ reach, from, span }: IgnoreComment): Block | undefined {
    return reach === 'next' ? this.#blockFrom(from) : this.#report.blocks.around(span.start)
  }

  #problemOf(
    written: WrittenCode,
    comment: IgnoreComment,
    isSought: (code: ProblemCode, comment: IgnoreComment) => boolean,
  ): readonly Problem[] {
    const { text, span, behind } = written
    const codes = problemCodes.filter((code) => fits(code, text))
    if (codes.length === 0) {
      const isTold = !isBare(written) || comment.codes.find(isBare) === written
      return isTold ? [{ code: 'ignore.unknown-code', span, written: text }] : []
    }
    if (this.#used.has(written) || !codes.every((code) => isSought(code, comment))) return []
    return [{ code: unused, span, written: text, removed: { start: behind, end: span.end } }]
  }

  #commentOn({ code, span }: Problem): IgnoreComment | undefined {
    const scopes = [
      scopeAt(this.#lines, span.start),
      scopeAt(this.#lines, span.end),
      scopeAt(this.#blocks, span.start),
      this.#file,
    ]
    // All of them, so that each is known to be of use.
    return scopes.map((scope) => scope?.commentOn(code, this.#used)).find(Boolean)
  }

  #scopeOf(comment: IgnoreComment): Scope | undefined {
    if (comment.reach === 'file') return this.#file
    if (comment.reach === 'line') return lastOf(this.#lines, comment.line)
    const block = comment.reach === 'next' ? this.#blockFrom(comment.from) : undefined
    return block && lastOf(this.#blocks, block.span)
  }

  /** The first block from `from` on in which something stands. */
  #blockFrom(from: number): Block | undefined {
    const { blocks } = this.#report
    const known = this.#next
    if (known && known.from <= from && from <= (known.block?.span.start ?? Infinity))
      return known.block
    let block = blocks.from(from)
    while (block && this.#isBare(block)) block = blocks.from(block.span.end)
    this.#next = { from, block }
    return block
  }

  /** Whether it is nothing but comments and tags, or begins or ends a division. */
  #isBare(block: Block): boolean {
    const { kind } = block
    return (
      kind === 'divisionFence' ||
      (kind === 'html' && !/[^\s\uFFFC]/u.test(this.#report.maskOf(block)))
    )
  }
}

const unused = 'ignore.unused'

/** What a comment can hold for. */
const reaches: readonly string[] = ['next', 'line', 'file']

/** A part of a report, and the comments that hold for it. */
class Scope {
  readonly span: Span
  readonly comments: IgnoreComment[] = []
  readonly #known = new Map<ProblemCode, IgnoreComment | undefined>()

  constructor(span: Span) {
    this.span = span
  }

  /** The first comment that ignores `code`; `used` is given all codes that do. */
  commentOn(code: ProblemCode, used: Set<WrittenCode>): IgnoreComment | undefined {
    if (!this.#known.has(code)) {
      const fitting = this.comments.filter(({ codes }) => {
        const own = codes.filter(({ text }) => fits(code, text))
        for (const one of own) used.add(one)
        return own.length > 0
      })
      this.#known.set(code, fitting[0])
    }
    return this.#known.get(code)
  }
}

/** The last of `scopes`, made where it is not that of `span`; they never overlap. */
function lastOf(scopes: Scope[], span: Span): Scope {
  const last = scopes.at(-1)
  if (last?.span.start === span.start) return last
  const scope = new Scope(span)
  scopes.push(scope)
  return scope
}

/** The one of `scopes`, in order, in which `offset` stands. */
function scopeAt(scopes: readonly Scope[], offset: number): Scope | undefined {
  let low = 0
  let high = scopes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((scopes[middle]?.span.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  const scope = scopes[low]
  return scope && scope.span.start <= offset ? scope : undefined
}

/** Whether it is a mere word: a reason without its colon has many, of which the first is told. */
function isBare({ text }: WrittenCode): boolean {
  return !/[.*]|[a-z]-[a-z]/u.test(text)
}

/** Whether `written` means `code`: a star does not mean what is said of comments. */
function fits(code: ProblemCode, written: string): boolean {
  if (written === '*') return !code.startsWith('ignore.')
  return written.endsWith('.*') ? code.startsWith(written.slice(0, -1)) : code === written
}
