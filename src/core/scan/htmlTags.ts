import {
  apostrophe,
  colon,
  equals,
  exclamation,
  fullStop,
  greaterThan,
  hyphen,
  isAsciiLetter,
  isBlank,
  isDigit,
  isWhite,
  lessThan,
  lineFeed,
  questionMark,
  quotationMark,
  skipBlanks,
  slash,
  space,
  underscore,
} from './characters.ts'

/** What a comment, an instruction, a declaration and a CDATA section begin and end with (CommonMark 6.6). */
const sections: readonly {
  readonly opens: string
  readonly closes: string
  readonly skip: number
}[] = [
  { opens: '<!--', closes: '-->', skip: 2 },
  { opens: '<![CDATA[', closes: ']]>', skip: 9 },
  { opens: '<?', closes: '?>', skip: 2 },
]

/** Elements whose content is no prose. */
const rawElement = /^<(script|style|pre|textarea)(?=[\s>])/iu

/** Finds HTML within one text; ends that were looked for in vain are not looked for again. */
export class HtmlFinder {
  readonly #text: string
  readonly #missing = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  /** The offset behind the HTML that begins with the `<` at `start`, or -1; with its content where that is no prose. */
  end(start: number): number {
    const next = this.#text.charCodeAt(start + 1)
    if (next === exclamation || next === questionMark) return this.#sectionEnd(start)
    const tag = tagEnd(this.#text, start)
    return tag === -1 ? -1 : this.#rawEnd(start, tag)
  }

  #sectionEnd(start: number): number {
    const text = this.#text
    const section = sections.find(({ opens }) => text.startsWith(opens, start))
    if (section !== undefined) return this.#closed(section.closes, start + section.skip)
    return isAsciiLetter(text.charCodeAt(start + 2)) ? this.#closed('>', start + 2) : -1
  }

  #rawEnd(start: number, tag: number): number {
    const name = rawElement.exec(this.#text.slice(start, start + 12))?.[1]?.toLowerCase()
    if (name === undefined) return tag
    const close = this.#closed(`</${name}`, tag)
    if (close === -1) return tag
    const end = this.#closed('>', close)
    return end === -1 ? close : end
  }

  #closed(closer: string, from: number): number {
    if (this.#missing.has(closer)) return -1
    const found = this.#text.indexOf(closer, from)
    if (found === -1) this.#missing.add(closer)
    return found === -1 ? -1 : found + closer.length
  }
}

/** Whether `line` is one complete tag and nothing else: the seventh way to begin an HTML block (CommonMark 4.6). */
export function isLoneTag(line: string): boolean {
  const end = tagEnd(line, 0)
  return end !== -1 && skipBlanks(line, end) >= line.length
}

/** The offset behind the tag that begins at `start`, or -1 (CommonMark 6.6). */
function tagEnd(text: string, start: number): number {
  const closes = text.charCodeAt(start + 1) === slash
  const nameEnd = tagNameEnd(text, start + (closes ? 2 : 1))
  if (nameEnd === -1) return -1
  let at = nameEnd
  if (!closes) {
    for (let next = attributeEnd(text, at); next !== -1; next = attributeEnd(text, at)) at = next
  }
  at = skipSpace(text, at)
  if (!closes && text.charCodeAt(at) === slash) at += 1
  return text.charCodeAt(at) === greaterThan ? at + 1 : -1
}

function tagNameEnd(text: string, start: number): number {
  if (!isAsciiLetter(text.charCodeAt(start))) return -1
  let at = start + 1
  for (
    let code = text.charCodeAt(at);
    isAsciiLetter(code) || isDigit(code) || code === hyphen;
    code = text.charCodeAt(at)
  )
    at += 1
  return at
}

/** The offset behind the white space and the attribute at `start`, or -1. */
function attributeEnd(text: string, start: number): number {
  const name = skipSpace(text, start)
  if (name === start || !isNameStart(text.charCodeAt(name))) return -1
  let end = name + 1
  while (isNamePart(text.charCodeAt(end))) end += 1
  const sign = skipSpace(text, end)
  return text.charCodeAt(sign) === equals ? valueEnd(text, skipSpace(text, sign + 1)) : end
}

function isNameStart(code: number): boolean {
  return isAsciiLetter(code) || code === underscore || code === colon
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === fullStop || code === hyphen
}

function valueEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start)
  if (quote === quotationMark || quote === apostrophe) {
    const closer = text.indexOf(String.fromCharCode(quote), start + 1)
    return closer === -1 ? -1 : closer + 1
  }
  let at = start
  while (isBareValue(text.charCodeAt(at))) at += 1
  return at === start ? -1 : at
}

function isBareValue(code: number): boolean {
  return (
    !isWhite(code) &&
    code !== quotationMark &&
    code !== apostrophe &&
    code !== equals &&
    code !== lessThan &&
    code !== greaterThan &&
    code !== 0x60
  )
}

function skipSpace(text: string, start: number): number {
  let at = start
  for (
    let code = text.charCodeAt(at);
    isBlank(code) || code === lineFeed;
    code = text.charCodeAt(at)
  )
    at += 1
  return at
}

/** The offset behind the address in angle brackets at `start`, or -1 (CommonMark 6.5). */
export function autolinkEnd(text: string, start: number): number {
  let close = start + 1
  while (isAddressPart(text.charCodeAt(close))) close += 1
  if (text.charCodeAt(close) !== greaterThan) return -1
  const inside = text.slice(start + 1, close)
  return uri.test(inside) || mail.test(inside) ? close + 1 : -1
}

function isAddressPart(code: number): boolean {
  return code > space && code !== lessThan && code !== greaterThan
}

const uri = /^[a-z][a-z\d+.-]{1,31}:/iu
const mail =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/iu
