import { locatorLabel, printedLabel, wordsAround } from '../../citation/locatorLabels.ts'
import { setOff } from '../../citation/placeWords.ts'
import { namesOfPlace } from '../../citation/printedPlaces.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { nameIn, type Language } from '../../corpus/language.ts'
import type { Instrument } from '../../corpus/provision.ts'
import { chineseNumerals, inChinese, numberOf } from '../../text/numerals.ts'
import type { Nameable } from './nextBelow.ts'

/** In the order in which they are tried, where a report is written in another. */
const languages: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en']

/** In which words places are named. */
export interface PlaceWords {
  readonly language: Language
  readonly instrument: Instrument
  readonly corpus: Corpus
  /** Whether numbers are written in Chinese words. */
  readonly inWords: boolean
}

/**
 * What names `provision` among its siblings and goes on from `begun`, the likeliest first: in the words
 * that were begun, else in those that we write, and as printed where `begun` begins a printed place: `gov`
 * is `GOVERN 1.1`. Empty where it begins no name of it.
 */
export function namesGoingOn(
  begun: string,
  provision: Nameable,
  words: PlaceWords,
): readonly string[] {
  const { language, instrument, inWords } = words
  const usual = locatorLabel(provision, language, instrument)
  const name = inWords ? withNumberInWords(usual, provision) : usual
  const own = isSetClose.test(begun) ? name : setOff(name)
  if (begun === '') return [own]
  const printed = printedGoingOn(begun, provision, words)
  if (printed !== undefined) return [printed]
  const names = [own, ...otherNames(provision, name, instrument)].flatMap(
    (name) => goingOn(begun, name) ?? [],
  )
  return [...new Set([...names, ...(isBegunBy(own, provision, begun) ? [own] : [])])]
}

/** The place that `provision` prints, as it is written, where `begun` begins it by any name; in the language that was begun. */
function printedGoingOn(
  begun: string,
  provision: Nameable,
  { language, instrument, corpus }: PlaceWords,
): string | undefined {
  const { place } = provision
  const isBegun = (name: string): boolean => goingOn(begun, name) !== undefined
  if (place === undefined || !namesOfPlace(provision, place, corpus).some(isBegun)) return undefined
  const its = [language, ...languages].find((one) => isBegun(nameIn(place, one))) ?? language
  return setOff(locatorLabel(provision, its, instrument))
}

/** A Chinese word and a digit or letter without a blank between them. */
const isSetClose = /\p{Script=Han}[\d\p{Script=Latin}]|[\d\p{Script=Latin}]\p{Script=Han}/u

/** `begun` with the rest of `name`, where that begins so: in any case, with other blanks and full stops. */
export function goingOn(begun: string, name: string): string | undefined {
  let at = 0
  let isParted = false
  for (const [place, sign] of Array.from(begun).entries()) {
    if (isSilent(begun, place)) {
      isParted = true
      continue
    }
    const next = afterSilent(name, at)
    if (isParted && isWithinWord(name, next)) return undefined
    if (name.charAt(next).toLowerCase() !== sign.toLowerCase()) return undefined
    at = next + 1
    isParted = false
  }
  if (!isParted) return begun + name.slice(at)
  const rest = afterSilent(name, at)
  const gap = begun.endsWith('.') ? ' ' : ''
  return isWithinWord(name, rest) ? undefined : begun + gap + name.slice(rest)
}

/** Whether what stands at `at` says nothing: a blank, a full stop that no digit follows. */
function isSilent(text: string, at: number): boolean {
  const sign = text.charAt(at)
  return /\s/u.test(sign) || (sign === '.' && !/\d/.test(text.charAt(at + 1)))
}

function afterSilent(text: string, from: number): number {
  let at = from
  while (at < text.length && isSilent(text, at)) at += 1
  return at
}

const withinWord = /^\p{Script=Latin}{2}$/u

function isWithinWord(text: string, at: number): boolean {
  return at > 0 && withinWord.test(text.slice(at - 1, at + 1))
}

/** The other names that are read, those with Chinese numerals among them. */
function otherNames(provision: Nameable, own: string, instrument: Instrument): readonly string[] {
  const label = printedLabel(provision)
  const chinese = withNumberInWords(label, provision)
  const isRoman = /^[IVXLC]+$/.test(label)
  const usual = languages.map((language) => locatorLabel(provision, language, instrument))
  const around = wordsAround(provision.kind).flatMap(({ before, after }) => {
    if (/[a-z]$/i.test(before) && after === '') return [`${before} ${label}`]
    const inWords = `${before}${chinese}${after}`
    return isRoman ? [inWords] : [`${before}${label}${after}`, inWords]
  })
  return [...(isRoman ? [] : [withNumberInWords(own, provision)]), ...usual, ...around]
}

/** `name`, a Chinese one, with the number of `provision` in Chinese words. */
function withNumberInWords(name: string, provision: Nameable): string {
  const label = printedLabel(provision)
  const number = numberOf(label)
  return number === undefined ? name : name.replace(label, inChinese(number))
}

/** Whether `begun` begins `own` with a number written otherwise, or is the beginning of the label alone. */
function isBegunBy(own: string, provision: Nameable, begun: string): boolean {
  if (!/[\p{Script=Han}\dIVXLC]/u.test(begun)) return false
  const wanted = plain(begun)
  const isLabel = /^(?:\d|[IVXLC]+$)/.test(begun)
  return (
    plain(own).startsWith(wanted) ||
    (isLabel && printedLabel(provision).toLowerCase().startsWith(wanted))
  )
}

const numberInWords = new RegExp(`[${chineseNumerals}]+`, 'gu')

/** In small letters without blanks, with digits for Chinese numerals. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(numberInWords, (words) => String(numberOf(words) ?? words))
}
