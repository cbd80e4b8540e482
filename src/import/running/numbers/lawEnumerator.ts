import { chineseNumerals, numberOf } from '../../../core/text/numerals.ts'
import { countedNumber } from './countedNumber.ts'
import type { Enumerator, Reading } from './enumerator.ts'

/** What the paragraphs and points of laws are counted by that elsewhere may be words: `２　`, `イ　`, `가.`, `§ 1º`, `I –`, `1°`. */
export interface LawEnumerator extends Enumerator {
  /** Whether it counts the paragraphs of an article or section, right below it. */
  readonly isParagraph?: true
  /** Whether nothing is such a number before the second: the first paragraph bears none. */
  readonly beginsWithSecond?: boolean
  /** Number and word as printed, where the number does not say it. */
  readonly place?: string
  /** Whether a sentence or a line may as well begin so: `1 January`. */
  readonly isPlain?: boolean
}

type Style = Reading['style']

/** `§ 1º`, `§ 10.`, `§ 2º-A`, `§ 3o`. */
const bySign = /^§\s?(\d{1,3})\s?[º°ªo]?(-[A-Z]{1,2})?\s?[.:‒–—-]{0,2}\s+(?=\S)/u
/** `Stk. 2.`, `PARÁGRAFO 1o.`, `Parágrafo único.`, `Parágrafo primero:`. */
const byWord =
  /^(?:Stk\.\s?(\d{1,3})\.\s+|(Par[aá]grafo|PAR[AÁ]GRAFO)(?:\s+([uúUÚ]nico|[UÚ]NICO)|\s+(\d{1,2})\s?[º°ªo]?)?\s?[.:‒–—-]{1,3}\s+)(?=\S)/u
/** `２　`, `10 ` before words that no other script sets apart by spaces. */
const spaced =
  /^([\uff10-\uff19]{1,3}|\d{1,2}(?=\s[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]))(?:の([\uff10-\uff19\d]{1,2}))?\s+(?=\S)/u
/** `1 Dieses Gesetz …`, `1bis Der …`, `² Il …`. */
const plain =
  /^(?:(\d{1,2}(?:bis|ter|quater|[a-z])?)\s+(?=[\p{Lu}«„“"])|([\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}(?:bis|ter)?)\s?(?=\S))/u
const chinese = new RegExp(
  `^([${chineseNumerals}]{1,4})(?:の([${chineseNumerals}]{1,3}))?(\\s|、)(?![${chineseNumerals}]{1,3}、)\\s*(?=\\S)`,
  'u',
)
const kana = /^([\u30a2-\u30f3])\s+(?=\S)/u
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
const gojuon =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const hangul =
  /^(?:([가나다라마바사아자차카타파하거너더러머버서어저])(의\d)?([.)])\s*(?=\S)|(\d{1,3})의(\d{1,2})\.\s+(?=\S))/u
const hangulOrder = '가나다라마바사아자차카타파하거너더러머버서어저'
/** `I – `, `II - `, `I.- `, `IV-A - `, `I. Los …`. */
const roman = /^([IVXLC]{1,7})(-[A-Z])?(?:\s?[.°º]?\s?[-‒–—]+\s+|\.\s+)(?=[\p{L}«“"(])/u
/** `1 - A presente lei …`. */
const dashed = /^(\d{1,3}(?:-[A-Z])?)\s?[-‒–—]\s+(?=[\p{L}«“"])/u
/** `1° de …`, `2.º `, `3 bis° `. */
const degree = /^(\d{1,3})(?:\s?(bis|ter|quater))?\s?\.?[°ºª]\.?\)?\s*(?:[-‒–—]\s*)?(?=[\p{L}«“"])/u
const foreign = /^\(?([\u0430-\u044fґєії\u03b1-\u03c9đ])\)\s*(?=\S)/u
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'
const greek = 'αβγδεζηθικλμνξοπρστυφχψω'
/** `b-bis)`, `1-bis.`. */
const inserted = /^(?:([a-z])[- ]?(bis|ter|quater|quinquies|sexies)|([a-z])(\d))\)\s*(?=\S)/u

/** The enumerator of a law that `text` begins with. */
export function readLawEnumerator(text: string): LawEnumerator | undefined {
  for (const read of readers) {
    const found = read(text)
    if (found !== undefined) return found
  }
  return undefined
}

type Reader = (text: string) => LawEnumerator | undefined

const readers: readonly Reader[] = [
  readSign,
  readWord,
  readSpaced,
  readChinese,
  readKana,
  readHangul,
  readDegree,
  readRoman,
  readCapital,
  readDashed,
  readForeign,
  readInserted,
  readPlain,
]

function readSign(text: string): LawEnumerator | undefined {
  const [whole, digits = '', behind = ''] = bySign.exec(text) ?? []
  if (whole === undefined) return undefined
  return of(text, whole, digits + behind, 'behind a sign digit', { isParagraph: true })
}

function readWord(text: string): LawEnumerator | undefined {
  const [whole, danish, word, only, digits] = byWord.exec(text) ?? []
  if (whole === undefined) return undefined
  if (danish !== undefined) {
    return of(text, whole, danish, 'behind a word digit', {
      isParagraph: true,
      beginsWithSecond: true,
    })
  }
  const place = digits === undefined ? { place: `${word ?? ''} ${only ?? ''}`.trim() } : {}
  return of(text, whole, digits ?? '1', 'behind a sign digit', { isParagraph: true, ...place })
}

function readSpaced(text: string): LawEnumerator | undefined {
  const [whole, digits = '', behind] = spaced.exec(text) ?? []
  if (whole === undefined) return undefined
  const label = behind === undefined ? digits : `${digits}-${behind}`
  return of(text, whole, label.normalize('NFKC'), 'before a space digit', {
    isParagraph: true,
    beginsWithSecond: true,
  })
}

function readPlain(text: string): LawEnumerator | undefined {
  const [whole, digits, raised] = plain.exec(text) ?? []
  const label = (digits ?? raised ?? '').normalize('NFKC')
  if (whole === undefined || label === '') return undefined
  return of(text, whole, label, 'before a space digit', { isParagraph: true, isPlain: true })
}

function readChinese(text: string): LawEnumerator | undefined {
  const [whole, digits = '', behind, mark] = chinese.exec(text) ?? []
  const number = numberOf(digits)
  if (whole === undefined || number === undefined) return undefined
  const style: Style = mark === '、' ? 'before a pause Chinese' : 'before a space Chinese'
  const label = behind === undefined ? digits : `${String(number)}-${String(numberOf(behind))}`
  return {
    label,
    readings: [{ style, number: number + (numberOf(behind ?? '') ?? 0) / 1000 }],
    rest: text.slice(whole.length),
  }
}

function readKana(text: string): LawEnumerator | undefined {
  const [whole, sign = ''] = kana.exec(text) ?? []
  if (whole === undefined) return undefined
  const readings = [
    ...counted(iroha, sign, 'before a space iroha'),
    ...counted(gojuon, sign, 'before a space gojuon'),
  ]
  return { label: sign, readings, rest: text.slice(whole.length) }
}

function readHangul(text: string): LawEnumerator | undefined {
  const [whole, sign, , close, digits = '', behind = ''] = hangul.exec(text) ?? []
  if (whole === undefined) return undefined
  if (sign === undefined) return of(text, whole, `${digits}-${behind}`, 'before a stop digit')
  const style: Style = close === ')' ? 'before a bracket Hangul' : 'before a stop Hangul'
  return {
    label: sign,
    readings: counted(hangulOrder, sign, style),
    rest: text.slice(whole.length),
  }
}

function readRoman(text: string): LawEnumerator | undefined {
  const [whole, digits = '', behind = ''] = roman.exec(text) ?? []
  const number = numberOf(digits)
  if (whole === undefined || number === undefined) return undefined
  const style: Style = /[-‒–—]\s*$/u.test(whole)
    ? 'before a dash upper Roman'
    : 'before a stop upper Roman'
  const letter: readonly Reading[] =
    digits.length > 1 || behind !== '' || style !== 'before a stop upper Roman'
      ? []
      : [{ style: 'before a stop upper letter', number: digits.charCodeAt(0) - 64 }]
  const between = behind === '' ? 0 : (behind.charCodeAt(1) - 64) / 1000
  return {
    label: digits + behind,
    readings: [{ style, number: number + between }, ...letter],
    rest: text.slice(whole.length),
  }
}

/** `A. De la Federación:`; what may as well be a Roman number is that only where it goes on. */
function readCapital(text: string): LawEnumerator | undefined {
  const [whole, label = ''] = /^([A-Z])\.\s+(?=\S)/u.exec(text) ?? []
  if (whole === undefined) return undefined
  const number = label.charCodeAt(0) - 64
  return {
    label,
    readings: [{ style: 'before a stop upper letter', number }],
    rest: text.slice(whole.length),
  }
}

function readDashed(text: string): LawEnumerator | undefined {
  const [whole, label = ''] = dashed.exec(text) ?? []
  return whole === undefined ? undefined : of(text, whole, label, 'before a dash digit')
}

function readDegree(text: string): LawEnumerator | undefined {
  const [whole, digits = '', behind = ''] = degree.exec(text) ?? []
  return whole === undefined ? undefined : of(text, whole, digits + behind, 'before a degree digit')
}

function readForeign(text: string): LawEnumerator | undefined {
  const [whole, sign = ''] = foreign.exec(text) ?? []
  if (whole === undefined) return undefined
  const readings =
    sign === 'đ'
      ? [{ style: 'before a bracket lower letter' as const, number: 4.5 }]
      : [
          ...counted(cyrillic, sign, 'before a bracket Cyrillic'),
          ...counted(greek, sign, 'before a bracket Greek'),
        ]
  return { label: sign, readings, rest: text.slice(whole.length) }
}

function readInserted(text: string): LawEnumerator | undefined {
  const [whole, letter = '', behind = '', other = '', digit = ''] = inserted.exec(text) ?? []
  if (whole === undefined) return undefined
  const first = letter === '' ? other : letter
  const place =
    digit === ''
      ? ['bis', 'ter', 'quater', 'quinquies', 'sexies'].indexOf(behind) + 1
      : Number(digit)
  const number = first.charCodeAt(0) - 96 + place / 1000
  const readings: readonly Reading[] = [
    { style: 'before a bracket lower letter', number, isDependent: true },
  ]
  return {
    label: first + (digit === '' ? `-${behind}` : digit),
    readings,
    rest: text.slice(whole.length),
  }
}

function of(
  text: string,
  whole: string,
  label: string,
  style: Style,
  more: Partial<LawEnumerator> = {},
): LawEnumerator | undefined {
  const number = countedNumber(label)
  if (number === undefined) return undefined
  return { label, readings: [{ style, number }], rest: text.slice(whole.length), ...more }
}

/** The place of `sign` in `order`, counted from 1. */
function counted(order: string, sign: string, style: Style): readonly Reading[] {
  const at = order.indexOf(sign)
  return at === -1 ? [] : [{ style, number: at + 1 }]
}
