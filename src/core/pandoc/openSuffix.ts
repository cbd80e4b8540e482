import type { Span } from '../text/span.ts'
import { closeBracketAfter, openBracketBefore } from './citationContext.ts'
import { isEscaped } from './lettersAndDigits.ts'
import { type KeyToken, tokenize } from './tokens.ts'

/** A suffix that is being written: what stands behind the key that a caret is behind, in the brackets that it is in. */
export interface OpenSuffix {
  readonly key: string
  /** From behind the key, or from the bracket behind a narrative one, to the caret; in the report. */
  readonly before: Span
  /** From the caret to the mark that ends the suffix, or to the end of the line. */
  readonly after: Span
  /** Whether the key stands before the brackets, so that no comma begins the suffix. */
  readonly isNarrative: boolean
}

/** A character reference, whose semicolon separates nothing. */
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/** So far before the brackets the key of a narrative citation begins, in UTF-16 units. */
const farthestKey = 120

/**
 * The suffix at the caret `offset`, or `undefined` where none can be; also within brackets that are
 * still open. `prose` and `base` are as the mask and base of `parseCitations`.
 */
export function openSuffixAt(prose: string, base: number, offset: number): OpenSuffix | undefined {
  const mask = prose.replaceAll(reference, (written) => written.replace(';', ' '))
  const caret = offset - base
  const open = openBracketBefore(mask, caret)
  const end = open === undefined ? undefined : endOfSuffix(mask, open, caret)
  if (open === undefined || end === undefined) return undefined
  const separator = lastSeparator(mask, open, caret)
  const inPart = keysIn(mask, (separator ?? open) + 1, caret)[0]
  const key = inPart ?? (separator === undefined ? keyBefore(mask, open) : undefined)
  if (key === undefined) return undefined
  const start = inPart === undefined ? open + 1 : key.end
  const isBehind = inPart === undefined || start < caret
  if (!isBehind || mask.slice(start, caret).includes('@')) return undefined
  return {
    key: mask.slice(key.keyStart, key.keyEnd),
    before: { start: base + start, end: offset },
    after: { start: offset, end: base + end },
    isNarrative: inPart === undefined,
  }
}

/** `undefined` where the brackets are those of a link, or reach over a line end without being closed. */
function endOfSuffix(mask: string, open: number, caret: number): number | undefined {
  const close = closeBracketAfter(mask, caret)
  if (close === undefined) {
    const isOnLine = !/[\r\n]/.test(mask.slice(open, caret))
    return isOnLine ? endOfLine(mask, caret) : undefined
  }
  if (/[([{]/.test(mask.charAt(close + 1))) return undefined
  const rest = /[;@[]/.exec(mask.slice(caret, close))
  return rest === null ? close : caret + rest.index
}

/** What stands behind brackets that are open still is not known to belong to them. */
function endOfLine(mask: string, caret: number): number {
  const end = /[\r\n;@[]/.exec(mask.slice(caret))
  return end === null ? mask.length : caret + end.index
}

function lastSeparator(mask: string, open: number, caret: number): number | undefined {
  const separators = [...mask.slice(open, caret).matchAll(/;/g)].map(({ index }) => open + index)
  return separators.findLast((at) => !isEscaped(mask, at))
}

function keysIn(mask: string, start: number, end: number): readonly KeyToken[] {
  return tokenize(mask.slice(start, end))
    .filter((token) => token.kind === 'key')
    .filter(({ glued }) => !glued)
    .map((key) => movedKey(key, start))
}

/** The key right before the bracket at `open`. */
function keyBefore(mask: string, open: number): KeyToken | undefined {
  const last = keysIn(mask, Math.max(0, open - farthestKey), open).at(-1)
  return last !== undefined && /^[ \t]*$/.test(mask.slice(last.end, open)) ? last : undefined
}

function movedKey(key: KeyToken, by: number): KeyToken {
  const { start, keyStart, keyEnd, end } = key
  return {
    ...key,
    start: start + by,
    keyStart: keyStart + by,
    keyEnd: keyEnd + by,
    end: end + by,
  }
}
