import { childElements, isElement, type MarkupElement } from '../../markup/element.ts'
import type { Counters } from '../counters.ts'
import {
  inCapitals,
  inLetters,
  inLettersByPlace,
  type NumberForm,
} from '../../labels/numberForms.ts'
import { numberFormat } from '../numberFormats.ts'

/** A level of a list, or of headings (OpenDocument 1.3, part 3, 16.30 to 16.35). */
export interface ListLevel {
  readonly isBullet: boolean
  readonly start: number
  readonly form: NumberForm | undefined
  /** How many levels the number shows, this one included. */
  readonly shown: number
  readonly before: string
  readonly behind: string
  /** With `%1%` where the counts of the levels stand, which newer programs write. */
  readonly pattern?: string
  readonly isClose: boolean
}

/** The levels of a list style or of headings, by their depth from 0 on. */
export function levelsOf(style: MarkupElement | undefined): ReadonlyMap<number, ListLevel> {
  const levels = style === undefined ? [] : childElements(style)
  return new Map(
    levels.map((element) => [Number(element.attributes.get('level')) - 1, levelOf(element)]),
  )
}

function levelOf({ name, attributes, children }: MarkupElement): ListLevel {
  const properties = children.find((child) => isElement(child, 'list-level-properties'))
  const alignment = isElement(properties)
    ? properties.children.find((child) => isElement(child, 'list-level-label-alignment'))
    : undefined
  const followed = isElement(alignment) ? alignment.attributes.get('label-followed-by') : undefined
  const pattern = attributes.get('num-list-format')
  return {
    isBullet: name === 'list-level-style-bullet' || name === 'list-level-style-image',
    start: wholeNumber(attributes.get('start-value')) ?? 1,
    form: formOf(attributes.get('num-format') ?? '', attributes.get('num-letter-sync') === 'true'),
    shown: wholeNumber(attributes.get('display-levels')) ?? 1,
    before: attributes.get('num-prefix') ?? '',
    behind: attributes.get('num-suffix') ?? '',
    ...(pattern !== undefined && { pattern }),
    isClose: followed === 'nothing',
  }
}

/** `text` as a whole number. */
export function wholeNumber(text = ''): number | undefined {
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined
}

/** The form that begins as `format` does: `1`, `a`, `I`, `一, 二, 三, ...`. */
function formOf(format: string, isSynchronous: boolean): NumberForm | undefined {
  const [first = ''] = format.split(',')
  if (first === '') return undefined
  const letters = isSynchronous ? inLetters : inLettersByPlace
  if (first === 'a') return letters
  if (first === 'A') return inCapitals(letters)
  return numberFormat(names.get(first) ?? 'decimal')
}

/** What forms are called that begin so. */
const names: ReadonlyMap<string, string> = new Map([
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['01', 'decimalZero'],
  ['1st', 'ordinal'],
  ['One', 'cardinalText'],
  ['First', 'ordinalText'],
  ['１', 'decimalFullWidth'],
  ['①', 'decimalEnclosedCircle'],
  ['一', 'chineseCounting'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['イ', 'irohaFullWidth'],
  ['ア', 'aiueoFullWidth'],
  ['ｱ', 'aiueo'],
  ['가', 'ganada'],
  ['ㄱ', 'chosung'],
  ['일', 'koreanDigital'],
  ['а', 'russianLower'],
  ['А', 'russianUpper'],
  ['أ', 'arabicAlpha'],
])

/** The number of what was counted last at `depth`, as it is printed, with what parts it from the words; empty where none is. */
export function printedNumber(
  levels: ReadonlyMap<number, ListLevel>,
  counters: Counters,
  depth: number,
): string {
  const own = levels.get(depth)
  if (own === undefined || own.isBullet) return ''
  const number =
    own.pattern === undefined ? byParts(levels, counters, depth, own) : patterned(own.pattern)
  return number.trim() === '' ? '' : own.isClose ? number : `${number} `

  function patterned(pattern: string): string {
    return pattern.replaceAll(/%(\d{1,2})%/gu, (_, digits: string) => {
      const at = Number(digits) - 1
      return at > depth ? '' : counted(levels, counters, at)
    })
  }
}

function byParts(
  levels: ReadonlyMap<number, ListLevel>,
  counters: Counters,
  depth: number,
  { form, shown, before, behind }: ListLevel,
): string {
  if (form === undefined) return ''
  const counts: string[] = []
  for (let at = Math.max(0, depth - shown + 1); at <= depth; at++) {
    const count = counted(levels, counters, at)
    if (count !== '') counts.push(count)
  }
  return `${before}${counts.join('.')}${behind}`
}

function counted(
  levels: ReadonlyMap<number, ListLevel>,
  counters: Counters,
  depth: number,
): string {
  const level = levels.get(depth)
  if (level?.form === undefined) return ''
  return level.form(counters.at(depth) ?? level.start)
}

/** Counts on at `depth`, from `start` where it is given, else from where the level begins. */
export function countOn(
  levels: ReadonlyMap<number, ListLevel>,
  counters: Counters,
  depth: number,
  start: number | undefined,
): void {
  if (start !== undefined) counters.restart(depth)
  counters.count(depth, start ?? levels.get(depth)?.start ?? 1)
}
