import type { Definitions } from './definitions.ts'
import { findInsets, type InlineKind } from './inlines.ts'
import { isFenceMarker, openFence } from './leaves.ts'
import { isLineBreak, skipSpaces } from '../text/characters.ts'
import { findFrontMatter, ofReports, textStart } from '../text/frontMatter.ts'
import { linesWithin } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

/** What a text that ends at the caret may have begun; the first that fits. Each is tried from its last mark on. */
const beginnings: readonly {
  readonly kind: InlineKind
  readonly mark: string
  readonly pattern: RegExp
}[] = [
  { kind: 'html', mark: '<!--', pattern: /^<!--/ },
  { kind: 'autolink', mark: '<', pattern: /^<[a-z][a-z\d+.-]+:[^\s<>]*$/i },
  { kind: 'autolink', mark: '<', pattern: /^<[^\s<>@]+@[^\s<>]*$/ },
  { kind: 'html', mark: '<', pattern: /^<[a-z][^<>]*=\s*(?:"[^"]*|'[^']*)$/i },
  { kind: 'tex', mark: '\\', pattern: /^\\[a-z]+\*?(?:\[[^\][]*\])*\{(?:[^{}]|\{[^{}]*\})*$/i },
  { kind: 'linkDestination', mark: '](', pattern: /^\]\([^\s()<]*$/ },
  { kind: 'linkDestination', mark: '](', pattern: /^\]\(<[^<>]*$/ },
  { kind: 'linkDestination', mark: '](', pattern: /^\]\(\S+\s+(?:"[^"]*|'[^']*)$/ },
]

/**
 * What is being typed at the end of `before`, the text of a block up to a caret that stands in prose
 * as long as nothing closes it: code, an address, a tag's attribute, the destination of a link. Only
 * the line of the caret counts, so that a stray mark further up hides nothing; a dollar never counts,
 * since it may be money.
 */
export function unfinishedKind(before: string, definitions: Definitions): InlineKind | undefined {
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
  const insets = findInsets(line, definitions, false)
  const tail = line.slice(insets.at(-1)?.end ?? 0)
  if (/(?<!\\)`/.test(tail)) return 'code'
  if (insets.at(-1)?.kind === 'tex' && /^\{[^{}]*$/.test(tail)) return 'tex'
  return beginnings.find(({ mark, pattern }) => {
    const at = tail.lastIndexOf(mark)
    return at !== -1 && tail.charAt(at - 1) !== '\\' && pattern.test(tail.slice(at))
  })?.kind
}

/**
 * Whether `before`, the text of a paragraph up to a caret, holds a fence, which would be none had it
 * been closed: what is typed behind it is code as long as no blank line follows.
 */
export function isInUnfinishedFence(before: string): boolean {
  return linesWithin(before, { start: 0, end: before.length }).some(({ start, end }) => {
    const textStart = skipSpaces(before, start, end)
    const mayOpen = isFenceMarker(before.charCodeAt(textStart))
    return mayOpen && openFence(before, textStart, end) !== undefined
  })
}

/** Whether the caret at `offset` stands in front matter that is not closed yet: no blank line is above it. */
export function isInUnfinishedFrontMatter(source: Text, offset: number): boolean {
  const start = textStart(source)
  if (source.slice(start, start + 3) !== '---' || offset > ofReports.longest) return false
  const before = source.slice(start, offset)
  const content = findFrontMatter(before, 0, ofReports)?.content
  return content !== undefined && isBegun(before, content) && !hasBlankLine(before, content)
}

/** Whether the line above `content` has ended. */
function isBegun(text: string, content: Span): boolean {
  return isLineBreak(text.charCodeAt(content.start - 1))
}

function hasBlankLine(text: string, content: Span): boolean {
  return linesWithin(text, content).some(
    ({ start, end, next }) => end < next && skipSpaces(text, start, end) === end,
  )
}
