import {
  apostrophe,
  colon,
  equalsSign,
  exclamationMark,
  fullStop,
  graveAccent,
  greaterThan,
  hyphen,
  isAlphanumeric,
  isBlank,
  isLetter,
  isSpace,
  lessThan,
  leftBracket,
  questionMark,
  quotationMark,
  skipBlanks,
  skipSpaces,
  slash,
  space,
  underscore,
} from '../text/characters.ts'

/** What ends an HTML block: a text on one of its lines, the end tag of a verbatim element, or a blank line. */
export type HtmlBlockEnd = '-->' | '?>' | '>' | ']]>' | 'verbatim' | 'blank' | 'blankAlone'

/** Elements whose content is no text, whatever stands there (CommonMark 0.31, section 4.6, condition 1). */
const verbatimElements: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea'])

/** Elements that begin an HTML block wherever their tag begins a line (condition 6). */
const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details ' +
    'dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
    'head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p ' +
    'param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
)

/** The longest name in the sets above is `blockquote`, `figcaption`; longer names are not looked up. */
const longestKnownName = 10

/**
 * What ends the HTML block that the line from `start`, at its `<`, begins; `undefined` where none
 * begins. `blankAlone` (condition 7) is for a tag alone on its line, which interrupts no paragraph.
 */
export function openHtmlBlock(text: string, start: number, end: number): HtmlBlockEnd | undefined {
  const next = start + 1 < end ? text.charCodeAt(start + 1) : NaN
  if (next === questionMark) return '?>'
  if (next === exclamationMark) return openDeclaration(text, start, end)
  const nameStart = next === slash ? start + 2 : start + 1
  const nameEnd = tagNameEnd(text, nameStart, end)
  if (nameEnd === nameStart) return undefined
  return openElement(text, start, nameStart, nameEnd, end)
}

function openDeclaration(text: string, start: number, end: number): HtmlBlockEnd | undefined {
  if (text.startsWith('<!--', start) && start + 4 <= end) return '-->'
  if (text.startsWith('<![CDATA[', start) && start + 9 <= end) return ']]>'
  return start + 2 < end && isLetter(text.charCodeAt(start + 2)) ? '>' : undefined
}

function openElement(
  text: string,
  start: number,
  nameStart: number,
  nameEnd: number,
  end: number,
): HtmlBlockEnd | undefined {
  const name = knownName(text, nameStart, nameEnd)
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : NaN
  const isDelimited = nameEnd === end || isSpace(after) || after === greaterThan
  const isOpening = nameStart === start + 1
  if (isOpening && isDelimited && verbatimElements.has(name)) return 'verbatim'
  const closesItself = after === slash && text.charCodeAt(nameEnd + 1) === greaterThan
  if (blockElements.has(name))
    return isDelimited || (closesItself && nameEnd + 1 < end) ? 'blank' : undefined
  const tagEnd = scanTag(text, start, end)
  return tagEnd !== -1 && skipSpaces(text, tagEnd, end) === end ? 'blankAlone' : undefined
}

function knownName(text: string, start: number, end: number): string {
  return end - start > longestKnownName ? '' : text.slice(start, end).toLowerCase()
}

/** Whether the line holds what ends an HTML block; `from` is where to look from. */
export function endsHtmlBlock(
  kind: HtmlBlockEnd,
  text: string,
  from: number,
  end: number,
): boolean {
  if (kind === 'blank' || kind === 'blankAlone') return false
  if (kind === 'verbatim') return verbatimEndTag(text, from, end) !== -1
  return indexWithin(text, kind, from, end) !== -1
}

/** Where in a line to look for the end of an HTML block of `kind` that it begins at `start`. */
export function htmlEndFrom(kind: HtmlBlockEnd, start: number): number {
  return kind === '-->' ? start + 2 : start + 1
}

/** The offset behind the first `</script>`, `</pre>` … between `from` and `end`, or -1. */
export function verbatimEndTag(text: string, from: number, end: number): number {
  let at = indexWithin(text, '</', from, end)
  while (at !== -1) {
    const nameEnd = tagNameEnd(text, at + 2, end)
    const isClosed = nameEnd < end && text.charCodeAt(nameEnd) === greaterThan
    if (isClosed && verbatimElements.has(knownName(text, at + 2, nameEnd))) return nameEnd + 1
    at = indexWithin(text, '</', at + 2, end)
  }
  return -1
}

/** Whether the tag from `start`, complete or not, opens an element whose content is no text. */
export function opensVerbatimElement(text: string, start: number): boolean {
  const nameEnd = tagNameEnd(text, start + 1, text.length)
  return verbatimElements.has(knownName(text, start + 1, nameEnd)) && endsName(text, nameEnd)
}

function endsName(text: string, nameEnd: number): boolean {
  const code = nameEnd < text.length ? text.charCodeAt(nameEnd) : space
  return isBlank(code) || code === greaterThan || code === slash
}

function indexWithin(text: string, sought: string, from: number, end: number): number {
  for (let at = from; at + sought.length <= end; at += 1) {
    if (text.charCodeAt(at) === sought.charCodeAt(0) && text.startsWith(sought, at)) return at
  }
  return -1
}

function tagNameEnd(text: string, start: number, end: number): number {
  if (start >= end || !isLetter(text.charCodeAt(start))) return start
  let at = start
  while (at < end && isNameCharacter(text.charCodeAt(at))) at += 1
  return at
}

function isNameCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === hyphen
}

/** The offset behind the open or closing tag that begins at `start`, or -1 (CommonMark 0.31, section 6.6). */
export function scanTag(text: string, start: number, end: number): number {
  const isClosing = start + 1 < end && text.charCodeAt(start + 1) === slash
  const nameStart = isClosing ? start + 2 : start + 1
  const nameEnd = tagNameEnd(text, nameStart, end)
  if (nameEnd === nameStart) return -1
  let at = isClosing ? nameEnd : skipAttributes(text, nameEnd, end)
  if (at === -1) return -1
  at = skipBlanks(text, at, end)
  if (!isClosing && at < end && text.charCodeAt(at) === slash) at += 1
  return at < end && text.charCodeAt(at) === greaterThan ? at + 1 : -1
}

/** The offset behind the last attribute; -1 where one is malformed. */
function skipAttributes(text: string, start: number, end: number): number {
  let at = start
  for (;;) {
    const nameStart = skipBlanks(text, at, end)
    if (nameStart === at || nameStart >= end || !beginsAttribute(text.charCodeAt(nameStart)))
      return at
    at = skipAttribute(text, nameStart, end)
    if (at === -1) return -1
  }
}

function skipAttribute(text: string, start: number, end: number): number {
  let at = start
  while (at < end && continuesAttribute(text.charCodeAt(at))) at += 1
  const sign = skipBlanks(text, at, end)
  if (sign >= end || text.charCodeAt(sign) !== equalsSign) return at
  return skipAttributeValue(text, skipBlanks(text, sign + 1, end), end)
}

function skipAttributeValue(text: string, start: number, end: number): number {
  if (start >= end) return -1
  const quote = text.charCodeAt(start)
  if (quote === quotationMark || quote === apostrophe) {
    for (let at = start + 1; at < end; at += 1) if (text.charCodeAt(at) === quote) return at + 1
    return -1
  }
  let at = start
  while (at < end && continuesBareValue(text.charCodeAt(at))) at += 1
  return at > start ? at : -1
}

function beginsAttribute(code: number): boolean {
  return isLetter(code) || code === underscore || code === colon
}

function continuesAttribute(code: number): boolean {
  return beginsAttribute(code) || isNameCharacter(code) || code === fullStop
}

function continuesBareValue(code: number): boolean {
  return (
    !isBlank(code) &&
    code !== quotationMark &&
    code !== apostrophe &&
    code !== equalsSign &&
    code !== lessThan &&
    code !== greaterThan &&
    code !== graveAccent
  )
}

/**
 * The offset behind the comment, instruction, declaration or CDATA section that begins with `<!` or
 * `<?` at `start`; -1 where none begins, and `-2` where one begins but does not end.
 */
export function scanDeclaration(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === questionMark) return behind(text, '?>', start + 2)
  if (text.startsWith('<!--', start)) return scanComment(text, start)
  if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start + 9)
  return isLetter(text.charCodeAt(start + 2)) ? behind(text, '>', start + 2) : -1
}

function scanComment(text: string, start: number): number {
  if (text.startsWith('>', start + 4)) return start + 5
  if (text.startsWith('->', start + 4)) return start + 6
  return behind(text, '-->', start + 4)
}

function behind(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from)
  return index === -1 ? -2 : index + sought.length
}

/** Whether `<` at `start` begins what {@link scanDeclaration} reads. */
export function beginsDeclaration(text: string, start: number): boolean {
  const next = text.charCodeAt(start + 1)
  return next === exclamationMark || next === questionMark
}

/** The first characters of a declaration, of which all ends are alike. */
export function declarationSort(text: string, start: number): string {
  if (text.charCodeAt(start + 1) === questionMark) return '?>'
  if (text.charCodeAt(start + 2) === hyphen) return '-->'
  return text.charCodeAt(start + 2) === leftBracket ? ']]>' : '>'
}
