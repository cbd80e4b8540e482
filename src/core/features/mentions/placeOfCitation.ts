import { keyStyles, type CitationStyle } from '../../citation/citationForm.ts'
import type { Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'

/**
 * Where the citation of a name at `span` belongs: right behind it, with what belongs to it (`'s`,
 * closing quotation marks, the marks that end its emphasis, the link or image around it); within the
 * brackets of a citation group that stands there, where `style` can join it.
 */
export function placeOfCitation(report: Report, span: Span, style: CitationStyle): number {
  const block = report.blocks.around(span.start)
  if (block === undefined) return span.end
  const base = block.span.start
  const prose = report.proseIn(block.span)
  const behind = behindName(prose, { start: span.start - base, end: span.end - base })
  const group = report
    .groupsAround(span.start)
    .find(({ span: { start } }) => start >= base + behind)
  if (group === undefined || !group.bracketed || !keyStyles.has(style)) return base + behind
  const between = prose.slice(behind, group.span.start - base)
  return isOneGap(between) ? group.span.start + 1 : base + behind
}

/** Whether `text` is blank and has no more than one line end. */
function isOneGap(text: string): boolean {
  return text.trim() === '' && text.split('\n').length <= 2
}

const emphasisBefore = /[*_]["“‘「『《〈]?$/u
const closing = /(?:['’]s(?![\p{L}\p{N}]))?["”’」』》〉]*/uy
const closingOfEmphasis = /(?:['’]s(?![\p{L}\p{N}]))?[*_]*["”’」』》〉]*[*_]*/uy

/** The offset in `prose` behind a name and all that closes behind it. */
function behindName(prose: string, { start, end }: Span): number {
  const isEmphasised = emphasisBefore.test(prose.slice(Math.max(0, start - 8), start))
  const closes = isEmphasised ? closingOfEmphasis : closing
  closes.lastIndex = end
  return behindLink(prose, end + (closes.exec(prose)?.[0].length ?? 0))
}

/** No text of a link goes on for longer behind a name, in UTF-16 units. */
const longestRest = 1000

/** The offset behind the link or image in whose text `start` is; `start` itself outside of one. */
function behindLink(prose: string, start: number): number {
  let depth = 0
  const end = Math.min(prose.length, start + longestRest)
  for (let at = start; at < end; at++) {
    const sign = prose[at]
    if (sign === '\\') at += 1
    else if (sign === '[') depth += 1
    else if (sign === ']' && depth > 0) depth -= 1
    else if (sign === ']') return behindTarget(prose, at + 1) ?? start
  }
  return start
}

/** The offset behind `(…)` or `[…]` right at `start`, if either stands there. */
function behindTarget(prose: string, start: number): number | undefined {
  const close = prose[start] === '(' ? ')' : prose[start] === '[' ? ']' : undefined
  const end = close === undefined ? -1 : prose.indexOf(close, start)
  return end === -1 ? undefined : end + 1
}
