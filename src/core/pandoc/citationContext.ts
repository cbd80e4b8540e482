import { shortenedKinds } from '../corpus/kinds.ts'
import type { Span } from '../text/span.ts'
import { isCrossReference } from './crossReferences.ts'
import { hasSuppressingHyphen, mayHideCitation } from './hiddenMarkers.ts'
import { asciiKeyRestEnd, keyEndAt } from './keySyntax.ts'
import {
  isAsciiLetterOrDigit,
  isBlankAt,
  isEscaped,
  letterOrDigitAt,
  letterOrDigitBefore,
} from './lettersAndDigits.ts'
import { runStart } from '../text/characters.ts'

/** What stands beside a citation being written. `letter` is a letter or digit of any script. */
export type Neighbour = 'edge' | 'space' | 'letter' | 'punctuation'

/** The place of a citation that is being written, and what a key put there must mind. Offsets in the report. */
export interface CitationContext {
  /** `@`, `-@`, `@{` or `-@{`. */
  readonly markerSpan: Span
  /** From the marker to the caret: one or several words, or a part of a key. */
  readonly querySpan: Span
  /**
   * What accepting replaces after the marker: the query, and the rest of the key that the caret is in.
   * Words behind the caret are no such rest.
   */
  readonly replaceSpan: Span
  /** Whether `@{` begins it, and whether its `}` follows the replaced span. */
  readonly braces: 'none' | 'open' | 'closed'
  /** What stands before the marker. After a letter, or a full stop, Pandoc sees no citation without brackets. */
  readonly before: Neighbour
  /** What stands after the replaced span (and its brace). A letter there would be taken into a bare key. */
  readonly after: Neighbour
  /** Whether a bare key would take in what stands after it: a letter, `_`, punctuation before a letter. */
  readonly runsOn: boolean
  /** Whether a space that ends the query must be written again: text follows that it keeps apart. */
  readonly spaceAfter: boolean
  /** Whether what stands before the marker may hide a bare citation there from Pandoc. */
  readonly glued: boolean
  /** The `[` that the caret is within, if any; not one of an image, a note or a link. */
  readonly bracket?: {
    readonly start: number
    /** After the closing bracket; missing where none follows in the paragraph. */
    readonly end?: number
    /**
     * Another citation stands before in the same part of the group, and this: replace it by `; `. It is
     * empty where it would reach over a line end: VS Code offers nothing that does.
     */
    readonly separatorBefore?: Span
    /** The word in that separator that joins the two: `and`, 和. It goes before the second one. */
    readonly joinedBy?: string
    /** Another citation follows in the same part of the group: write `; ` after. */
    readonly separatorAfter: boolean
  }
}

/** The longest query, in UTF-16 units. */
const longestTyped = 80

/** Punctuation and the character after it, which a key takes in together, in UTF-16 units. */
const longestKeyPart = 3

/** So far the brackets of a citation are looked for, in UTF-16 units, before the marker and after the caret. */
const farthestBracket = 2000

/**
 * The citation being written at the caret `offset`, or `undefined` where none is. `mask` and `base`
 * are as for `parseCitations`; the offset counts in the report. Constant time in the length of `mask`.
 *
 * The query runs from the nearest unescaped `@` to the caret, on one line, and begins right after the
 * marker. It is over, and the context `undefined`,
 * - after 80 UTF-16 units, and at `@`, `;`, `[`, `]`, `{`, `}`, quotation marks, `。`, `！`, `？`, `；`,
 *   code, links and the like (U+FFFC), and `)` without its `(`,
 * - at `.`, `!`, `?` or `:` before a space, unless the full stop shortens a kind (`Art. 5`) or a page
 *   (`p. 3`), and at two spaces,
 * - at what follows a complete key: a first word, as Pandoc reads keys, for which `isKey` holds,
 * - when the first word begins like a cross-reference of Quarto (`@fig-`).
 *
 * So `@export controls chips` remains a query, and `@us-aiap-2025:I.1.3 says` does not. An ASCII letter
 * or digit before `@` makes an e-mail address of it; after other letters there is a context, `glued`.
 */
export function citationContextAt(
  mask: string,
  base: number,
  offset: number,
  isKey: (raw: string) => boolean,
): CitationContext | undefined {
  const caret = offset - base
  const at = findMarker(mask, caret)
  if (at === undefined) return undefined
  const braced = mask[at + 1] === '{' && caret > at + 1
  const start = braced ? at + 2 : at + 1
  if (!isQuery(mask.slice(start, caret), isKey)) return undefined
  return contextOf({ mask, base, at, start, caret, braced, isKey })
}

interface Place {
  readonly mask: string
  readonly base: number
  /** Of `@`. */
  readonly at: number
  /** After the marker. */
  readonly start: number
  readonly caret: number
  readonly braced: boolean
  readonly isKey: (raw: string) => boolean
}

/** The nearest `@` before the caret that can begin a citation. */
function findMarker(mask: string, caret: number): number | undefined {
  const earliest = Math.max(0, caret - longestTyped - 2)
  const at = mask.slice(earliest, caret).lastIndexOf('@') + earliest
  if (mask[at] !== '@' || at >= caret || isEscaped(mask, at)) return undefined
  return isAsciiLetterOrDigit(mask.charCodeAt(at - 1)) ? undefined : at
}

const endsAnywhere = /[\n\r\u2028\u2029@;[\]{}"“”‘’„«»。！？；\uFFFC]| {2}|[!?:] /
const closesWithoutOpening = /^[^(（]*[)）]/

function isQuery(query: string, isKey: (raw: string) => boolean): boolean {
  if (query.length > longestTyped || isBlankStart(query)) return false
  if (endsAnywhere.test(query) || closesWithoutOpening.test(query)) return false
  if (isCrossReference(query) || endsSentence(query)) return false
  const keyEnd = keyEndAt(query, 0)
  return goesOnWithKey.test(query.slice(keyEnd)) || !isKey(query.slice(0, keyEnd))
}

/** Whether a full stop before a space ends a sentence in `query`, and no short word: `Art. 5`, `p. 3`. */
function endsSentence(query: string): boolean {
  const sentences = query.split('. ').slice(0, -1)
  return sentences.some((text) => !isShortened(text.slice(runStart(text, /\S/))))
}

function isShortened(word: string): boolean {
  const folded = word.toLowerCase()
  return shortenedKinds.has(folded) || shortenedPages.has(folded)
}

const shortenedPages: ReadonlySet<string> = new Set(['p', 'pp'])

/** Nothing, or punctuation of keys, which a key being typed may end with (`us-aiap-2025:`), in full width too. */
const goesOnWithKey = /^(?:[:.#$%&+?<>~/：．-][\x21-\x7e]*)?$/

function isBlankStart(query: string): boolean {
  return query !== '' && isBlankAt(query, 0)
}

function contextOf(place: Place): CitationContext {
  const { mask, base, at, start, caret } = place
  const end = replaceEnd(place)
  const closed = place.braced && mask[end] === '}'
  const spaceAfter = caret > start && isBlankAt(mask, caret - 1) && beginsWords(mask, end)
  const markerStart = hasSuppressingHyphen(mask, at) ? at - 1 : at
  const after = closed ? end + 1 : end
  return {
    markerSpan: { start: base + markerStart, end: base + start },
    querySpan: { start: base + start, end: base + caret },
    replaceSpan: { start: base + start, end: base + end },
    braces: place.braced ? (closed ? 'closed' : 'open') : 'none',
    before: neighbourBefore(mask, markerStart),
    after: spaceAfter ? 'space' : neighbourAfter(mask, after),
    runsOn: !spaceAfter && keyEndAt(`k${mask.slice(after, after + longestKeyPart)}`, 0) > 1,
    spaceAfter,
    glued: mayHideCitation(mask, markerStart),
    ...bracketField(place, markerStart, after),
  }
}

/**
 * The end of the key that the caret is within, without underscores that end emphasis; else the caret,
 * or what an editor closed behind it (`@Art. 5(1|)`).
 */
function replaceEnd({ mask, start, caret, braced, isKey }: Place): number {
  if (mask[caret] === ')' && opensBracket.test(mask.slice(start, caret))) return caret + 1
  const keyRest = asciiKeyRestEnd(mask, caret)
  if (braced && mask[keyRest] === '}') return keyRest
  const rest = endWithoutUnderscores(mask, caret, keyRest)
  const whole = mask.slice(start, rest)
  const isOfOurForm = /[\d:]/.test(whole) && beginsLikeKey.test(mask.slice(start, caret))
  return isOfOurForm || isKey(whole) ? rest : caret
}

const opensBracket = /\([^()]*$/

/** What begins a key of ours if a digit or a colon stands in the whole of it: `us-`, `us-aiap-2025:I`. */
const beginsLikeKey = /^[a-z][a-z\d]*-[a-z\d-]*(?::[a-z\d.-]*)?$/i

function endWithoutUnderscores(mask: string, from: number, end: number): number {
  let kept = end
  while (kept > from && mask[kept - 1] === '_') kept -= 1
  return kept
}

const closingMark = /[\])}.,;:!?，。；：！？、）］】」』》”’]/

/** Whether something stands at `offset` that a space may stand before: no end, no blank, no mark that closes. */
function beginsWords(mask: string, offset: number): boolean {
  return !isBlankAt(mask, offset) && !closingMark.test(mask.charAt(offset))
}

function neighbourBefore(mask: string, offset: number): Neighbour {
  if (offset === 0) return 'edge'
  if (isBlankAt(mask, offset - 1)) return 'space'
  return letterOrDigitBefore(mask, offset) ? 'letter' : 'punctuation'
}

function neighbourAfter(mask: string, offset: number): Neighbour {
  if (offset >= mask.length) return 'edge'
  if (isBlankAt(mask, offset)) return 'space'
  return letterOrDigitAt(mask, offset) ? 'letter' : 'punctuation'
}

function bracketField(
  place: Place,
  markerStart: number,
  after: number,
): Pick<CitationContext, 'bracket'> {
  const { mask, base } = place
  const open = openBracketBefore(mask, markerStart)
  if (open === undefined) return {}
  const close = closeBracketAfter(mask, after)
  if (close === undefined && mask.slice(open, markerStart).includes('\n')) return {}
  if (close !== undefined && /[([{]/.test(mask.charAt(close + 1))) return {}
  const separator = separatorBefore(mask, open, markerStart)
  return {
    bracket: {
      start: base + open,
      ...(close === undefined ? {} : { end: base + close + 1 }),
      ...(separator && {
        separatorBefore: { start: base + separator.start, end: base + separator.end },
        ...(separator.word === undefined ? {} : { joinedBy: separator.word }),
      }),
      separatorAfter: /^[ \t]*-?@/.test(mask.slice(after, after + longestTyped)),
    },
  }
}

/** The `[` that is still open at `offset` of `mask`, if it can begin a citation group. */
export function openBracketBefore(mask: string, offset: number): number | undefined {
  const earliest = Math.max(0, offset - farthestBracket)
  let depth = 0
  for (let index = offset - 1; index >= earliest; index -= 1) {
    if (!isBracket(mask, index)) continue
    depth += mask[index] === ']' ? 1 : -1
    if (depth < 0) return canBeginGroup(mask, index) ? index : undefined
  }
  return undefined
}

function canBeginGroup(mask: string, open: number): boolean {
  const before = mask[open - 1]
  return (before !== '!' && before !== '^') || isEscaped(mask, open - 1)
}

/** The `]` that closes what is open at `offset` of `mask`, if it stands near enough. */
export function closeBracketAfter(mask: string, offset: number): number | undefined {
  const latest = Math.min(mask.length, offset + farthestBracket)
  let depth = 0
  for (let index = offset; index < latest; index += 1) {
    if (!isBracket(mask, index)) continue
    depth += mask[index] === '[' ? 1 : -1
    if (depth < 0) return index
  }
  return undefined
}

function isBracket(mask: string, index: number): boolean {
  return (mask[index] === '[' || mask[index] === ']') && !isEscaped(mask, index)
}

/** What separates a marker from the citation before it. */
interface Separator extends Span {
  readonly word?: string
}

/** The spaces and commas before the marker, and the word among them, when a citation precedes it without a `;` between. */
function separatorBefore(mask: string, open: number, markerStart: number): Separator | undefined {
  const part = mask.slice(Math.max(open, mask.lastIndexOf(';', markerStart - 1)) + 1, markerStart)
  if (!holdsCitation(part)) return undefined
  const [whole = '', word] = joint.exec(part) ?? []
  const isOnLine = !/[\n\r\u2028\u2029]/.test(whole)
  if (!isOnLine) return { start: markerStart, end: markerStart }
  const start = markerStart - whole.length
  return { start, end: markerStart, ...(word === undefined ? {} : { word }) }
}

/** What stands between two citations, with the word that joins them. */
const joint =
  /(?<![\s,，、;；])[\s,，、;；]*(?:((?<=[\s,，])(?:and|or|&)(?=\s)|[和与與及或])\s*)?$/u

function holdsCitation(part: string): boolean {
  const at = part.indexOf('@')
  return at !== -1 && (part[at + 1] === '{' || keyEndAt(part, at + 1) > at + 1)
}
