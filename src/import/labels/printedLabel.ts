import type { DivisionKind, MeasureKind } from '../../core/corpus/provision.ts'
import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'
import { koreanArticle, koreanDivision } from './koreanLabel.ts'
import { chineseAnnex, chineseBox, chineseDivision, chineseListed } from './chineseLabel.ts'
import {
  goalWords,
  isLabelWord,
  isMeasureWord,
  isSurelyLabel,
  kindBehind,
  kindOfWord,
  labelWord,
} from './labelWords.ts'
import { isOnlyOne, readOrdinal } from './ordinals.ts'
import { readSupplement } from './supplement.ts'

/** A heading as printed, taken apart: `Pillar I: Accelerate AI Innovation`. */
export interface PrintedLabel {
  readonly kind?: DivisionKind | MeasureKind
  /** Its number, in the form printed, without what closes it. */
  readonly label?: string
  /** Number and word as printed, where kind and label do not say it: `GOVERN 1.1`, `Appendix A`. */
  readonly place?: string
  /** What is left of it. */
  readonly heading: string
}

/** Behind the number of an article that was put in between: `5 bis`. */
const inBetween =
  'bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies|undecies|duodecies'
/** A number as labels have it, whole: its digits, and what makes another of it. Between, `1er` and `1.º` say how it is read. */
const number = `([IVXLC]+|premi[eè]re?|\\d+(?:(?!o(?!\\p{L}))[A-Z])?(?:[.-]\\d+|\\.[A-Z])*(?:-[A-Z](?!\\p{L}))?|[A-Z](?:\\.\\d+)*)(?:er|re|ère|o|\\.?[ºª°])?(?:\\s?(-?(?:${inBetween})(?![\\p{L}\\p{N}]|\\s*\\d)|(?<=[ºª°o])-[A-Z]{1,2}))?`
/** What parts a number from the words behind it: `:`, `.-`, `. -`. */
const joint = '(\\s*[.:：—–-]+(?:\\s+[—–-]+)?\\s*|\\s+|$)'
/** Words of a plan before what it calls its parts: `Strategic Objective 2`, `Performance Goal 1.1`. */
const before =
  '(?:(?:strategic|specific|general|policy|key|priority|performance|focus|action|thematic|national|operational|guiding|global|regional|headline|core|overarching|flagship|supporting|enabling|mission|management|agency|legislative)\\s+)?'
const worded = new RegExp(`^${before}([\\p{L}\\p{M}-]{2,20}\\.?)\\s+${number}${joint}`, 'iu')
/** Articles of French codes: `Article L. 123-4`. */
const ofCode = new RegExp(`^(article|art\\.)\\s+([LRDA])\\.?\\s?(\\d+(?:-\\d+)*)${joint}`, 'iu')
const named = new RegExp(
  `^${before}([\\p{L}\\p{M}]{4,18})\\s+(?:(?:No|Nr)\\.?\\s*|n°\\s*|#)?${number}(\\s*[.:：)—–]\\s*|\\s+-{1,2}\\s+|\\s+|$)`,
  'iu',
)
const namedInChinese = new RegExp(
  `^(\\p{Script=Han}{2})\\s?([${chineseNumerals}\\d]{1,4})(\\s*[：:、.．—–]\\s*|$)`,
  'u',
)
/** Their only one bears no number: `ANNEX`, `Schedule: Fees`, `ANNEX List of quays`. */
const only =
  /^(?:T(?:he|HE) )?([\p{L}\p{M}]{5,9})(?:\s*[.:：—–]\s*|$|(?<=^\p{Lu}{5,9})\s+(?=\p{Lu}\p{Ll}))/u
const capitalLabel = /^(?:[IVXLC]+|[A-Z](?:\.\d+)*|\d.*)$/u
const numbered = /^(\d+(?:\.\d+)*(?:\.[a-z])?|[A-Z](?:\.\d+)+)\.?\s+(?=\S)/u

/** The label and the kind that a printed heading names, and the heading without them. */
export function readPrintedLabel(printed: string): PrintedLabel {
  const listed = chineseListed(printed)
  if (listed?.isHeading === true) return { label: listed.label, heading: listed.rest }
  const korean = readKorean(printed)
  if (korean !== undefined) return korean
  return (
    chineseDivision(printed) ??
    readSupplement(printed) ??
    chineseAnnex(printed) ??
    chineseBox(printed) ??
    readCode(printed) ??
    readWorded(printed) ??
    readNumber(printed)
  )
}

function readKorean(printed: string): PrintedLabel | undefined {
  const article = koreanArticle(printed)
  if (article === undefined) {
    const { word, heading = '', ...division } = koreanDivision(printed) ?? {}
    return word === undefined ? undefined : { ...division, heading }
  }
  const { rest, heading = rest, ...head } = article
  return { ...head, heading }
}

function readWorded(printed: string): PrintedLabel | undefined {
  const mark = readMark(printed)
  if (mark === undefined) return readOnly(printed)
  const { kind, name, word, label, place, rest } = mark
  return {
    ...(kind && { kind }),
    label,
    ...(place !== undefined && { place }),
    ...(isAnnexElse(name) && { place: `${word} ${label}` }),
    heading: rest.trim(),
  }
}

/** A word and a number that a text begins with: `Article 5 bis –`. */
export interface LabelMark extends Pick<PrintedLabel, 'kind'> {
  /** As printed. */
  readonly word: string
  /** In small letters without accents. */
  readonly name: string
  readonly label: string
  /** What parts it from what stands behind it; empty where that is but a space. */
  readonly joint: string
  /** What stands behind it. */
  readonly rest: string
  /** Its word and number as printed, where the number does not say it: `Artículo único`. */
  readonly place?: string
  /** Whether the word stands behind the number: `1 kap.`. */
  readonly isBehind?: true
}

/** The word and the number that `printed` begins with. */
export function readMark(printed: string): LabelMark | undefined {
  const code = ofCode.exec(printed)
  if (code !== null) {
    const [whole, word = '', book = '', digits = '', between = ''] = code
    const label = book.toUpperCase() + digits
    const rest = printed.slice(whole.length)
    return { kind: 'article', word, name: labelWord(word), label, joint: between.trim(), rest }
  }
  const [whole, word = '', digits = '', suffix = '', between = ''] = worded.exec(printed) ?? []
  const name = labelWord(word)
  if (whole === undefined || !isLabelWord(name)) {
    return readInWords(printed) ?? readBehindNumber(printed)
  }
  const label = wholeNumber(digits, suffix)
  if (!isSurelyLabel(name) && !capitalLabel.test(label)) return undefined
  // `Strategy 2030` is a name.
  if (goalWords.has(name) && /^(?:19|20)\d\d$/u.test(label)) return undefined
  const kind = kindOfWord(name)
  const rest = printed.slice(whole.length)
  return { ...(kind && { kind }), word, name, label, joint: between.trim(), rest }
}

/** `5bis`, and `1` for `premier`. */
function wholeNumber(digits: string, suffix: string): string {
  const behind = /^-[A-Z]{1,2}$/u.test(suffix) ? suffix : suffix.toLowerCase()
  return (/^premi/iu.test(digits) ? '1' : inCapitals(digits)) + behind
}

const behindWord = /^([\p{L}\p{M}]{3,20}\.?)\s+(?=\p{L})/u
const jointAlone = new RegExp(`^${joint}`, 'u')
const wordBehindOrdinal = new RegExp(`^\\s+([\\p{L}\\p{M}]{3,20})${joint}`, 'u')

/** A number in words: `Artículo primero.-`, `TÍTULO PRELIMINAR` is none; `Artículo único`, `Erster Abschnitt`, `FIRST SCHEDULE`. */
function readInWords(text: string): LabelMark | undefined {
  const printed = text.replace(/^T(?:he|HE) /u, '')
  const [before, word = ''] = behindWord.exec(printed) ?? []
  const name = labelWord(word)
  if (before === undefined) return undefined
  if (isLabelWord(name)) return readCountedInWords(printed, before.length, word)
  const ordinal = readOrdinal(printed)
  if (ordinal === undefined) return undefined
  const [whole = '', own = '', between = ''] =
    wordBehindOrdinal.exec(printed.slice(ordinal.length)) ?? []
  const kind = kindOfWord(labelWord(own))
  const rest = printed.slice(ordinal.length + whole.length)
  if (kind === undefined || kind === 'article' || !standsApart(own, between, rest)) return undefined
  return {
    kind,
    word: own,
    name: labelWord(own),
    label: String(ordinal.number),
    joint: between.trim(),
    rest,
  }
}

function readCountedInWords(printed: string, at: number, word: string): LabelMark | undefined {
  const name = labelWord(word)
  const kind = kindOfWord(name)
  const [only = ''] = /^[\p{L}\p{M}]{5,9}/u.exec(printed.slice(at)) ?? []
  const ordinal = isOnlyOne(only)
    ? { number: 1, length: only.length }
    : readOrdinal(printed.slice(at))
  if (ordinal === undefined || kind === undefined) return undefined
  const behind = printed.slice(at + ordinal.length)
  const [whole, between = ''] = jointAlone.exec(behind) ?? []
  if (whole === undefined) return undefined
  const rest = behind.slice(whole.length)
  if (!standsApart(word, between, rest)) return undefined
  const place = isOnlyOne(only) ? { place: `${word} ${only}` } : {}
  return { kind, word, name, label: String(ordinal.number), joint: between.trim(), rest, ...place }
}

/** Words that count may begin a title: only what a mark parts from it, or capitals, do not. */
function standsApart(word: string, between: string, rest: string): boolean {
  return rest === '' || between.trim() !== '' || /^\p{Lu}+$/u.test(word) || !/\p{Ll}/u.test(rest)
}

const numberBefore = new RegExp(
  `^(\\d{1,4}(?:/[A-Z])?|[IVXLC]{1,7})(?:\\.\\s?|-|\\s)(?:([a-z]|дугаар|дүгээр|дугээр)\\s)?(§|[\\p{L}\\p{M}]{2,12})${joint}`,
  'u',
)

/** What stands before its word: `3 a §`, `1 kap. Inledande bestämmelser`, `1. člen`, `1-бап.`. */
function readBehindNumber(printed: string): LabelMark | undefined {
  const [whole, digits = '', letter = '', word = '', between = ''] =
    numberBefore.exec(printed) ?? []
  const name = labelWord(word)
  const kind = kindBehind(name)
  if (whole === undefined || kind === undefined) return undefined
  const label = digits.replace('/', '-') + (/^[a-z]$/u.test(letter) ? letter : '')
  const rest = printed.slice(whole.length)
  return { kind, word, name, label, joint: between.trim(), rest, isBehind: true }
}

/** What is to be done, called so by a word and a number before it: `Recommendation 1: …`, `Action 3 – …`, `建议一：…`. */
export function readNamedMeasure(text: string): PrintedLabel | undefined {
  const { word, label, joint, heading } = namedInLatin(text) ?? namedInHan(text) ?? {}
  const name = labelWord(word ?? '')
  if (label === undefined || heading === undefined || !isMeasureWord(name)) return undefined
  const isMarked = joint?.trim() !== '' || heading === ''
  if (!isMarked && (!titleAlone.test(heading) || /^(?:19|20)\d\d/u.test(label))) return undefined
  const kind = kindOfWord(name)
  return { ...(kind ? { kind } : { place: `${word ?? ''} ${label}` }), label, heading }
}

/** The words of a line that is no sentence. */
const titleAlone = /^\p{Lu}[^.;:!?]{2,100}$/u

interface Named {
  readonly word: string
  readonly label: string
  readonly joint: string
  readonly heading: string
}

function namedInLatin(text: string): Named | undefined {
  const [whole, word = '', digits = '', suffix = '', joint = ''] = named.exec(text) ?? []
  if (whole === undefined || !/^\p{Lu}/u.test(word) || !capitalLabel.test(digits)) return undefined
  const heading = text.slice(whole.length)
  if (/^\p{Ll}/u.test(heading)) return undefined
  return { word, label: wholeNumber(digits, suffix), joint, heading }
}

function namedInHan(text: string): Named | undefined {
  const [whole, word = '', digits = '', joint = ''] = namedInChinese.exec(text) ?? []
  const number = numberOf(digits)
  if (whole === undefined || number === undefined) return undefined
  return { word, label: String(number), joint, heading: text.slice(whole.length) }
}

/** `ANNEX`, which is the only one. */
function readOnly(printed: string): PrintedLabel | undefined {
  const [whole, word = ''] = only.exec(printed) ?? []
  const name = labelWord(word)
  if (whole === undefined || kindOfWord(name) !== 'annex') return undefined
  return {
    kind: 'annex',
    ...(isAnnexElse(name) && { place: word }),
    heading: printed.slice(whole.length).trim(),
  }
}

/** Whether an annex is called otherwise. */
function isAnnexElse(name: string): boolean {
  return name === 'appendix' || name === 'schedule'
}

function readNumber(printed: string): PrintedLabel {
  const [whole, label] = numbered.exec(printed) ?? []
  if (whole === undefined || label === undefined) return { heading: printed }
  return { label, heading: printed.slice(whole.length).trim() }
}

/** `II` for `Ii`, which is what titles in capitals become when all words get one capital letter. */
function inCapitals(label: string): string {
  return /^[IVXLC][ivxlc]+$/u.test(label) && numberOf(label) !== undefined
    ? label.toUpperCase()
    : label
}

/** The functions of the frameworks of NIST (AI RMF 1.0, CSF 2.0), whose categories bear their names. */
const functions = 'GOVERN|MAP|MEASURE|MANAGE|IDENTIFY|PROTECT|DETECT|RESPOND|RECOVER'
const ofFunction = new RegExp(
  `^((?:${functions})(?: (\\d{1,2}(?:\\.\\d{1,2})?))?)(?:\\s*[:.—–]\\s*|\\s+(?=\\S)|\\s*$)`,
  'u',
)
/** `GV-1.1-001`, as NIST AI 600-1 has them. */
const ofAction = /^(([A-Z]{2,3})-\d{1,2}\.\d{1,2}-\d{3})(?:\s*[:.—–]\s*|\s+|$)/u

/** What a part is called by a code: `GOVERN 1.1: Legal …`, `GV-1.1-001 Align …`. */
export function readCode(printed: string): PrintedLabel | undefined {
  const [action, code] = ofAction.exec(printed) ?? []
  if (action !== undefined && code !== undefined) {
    return { kind: 'action', label: code, place: code, heading: printed.slice(action.length) }
  }
  const [whole, place = '', number] = ofFunction.exec(printed) ?? []
  if (whole === undefined) return undefined
  const heading = printed.slice(whole.length).trim()
  if (number !== undefined) {
    const kind = number.includes('.') ? 'subcategory' : 'category'
    return { kind, label: number, place, heading }
  }
  // A word in capitals may begin any heading.
  const isName = heading === '' || /[:.—–]\s*$/u.test(whole)
  return isName ? { kind: 'function', label: place, place, heading } : undefined
}

/** The label of a heading, also where it is but a letter or a Roman number: `II. The race`. */
export function readHeadingLabel(text: string): PrintedLabel {
  const printed = readPrintedLabel(text)
  // `1. Pillar 1: Compute`
  const named = printed.kind === undefined ? readWorded(printed.heading) : undefined
  if (named?.kind !== undefined && named.label === printed.label && named.heading !== '')
    return named
  const [whole, label] = /^([IVXLC]{1,6}|[A-Z])\.\s+(?=\p{Lu})/u.exec(text) ?? []
  if (printed.label !== undefined || whole === undefined || label === undefined) return printed
  return { label, heading: text.slice(whole.length) }
}

/** How a part prints its number and its heading, where that is more than the heading, which may stand in the line of the number. */
export function printedAs(number = '', heading = ''): { readonly printed?: string } {
  const printed = number.endsWith(heading) ? number : `${number} ${heading}`.trim()
  return printed === heading ? {} : { printed }
}
