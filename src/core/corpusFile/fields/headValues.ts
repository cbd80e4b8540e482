import { isCalendarDate } from '../../corpus/calendarDate.ts'
import type { Names } from '../../corpus/language.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { namesIn, textIn, type OwnFields, type WrittenField } from './fieldValues.ts'

/** The value that `parse` finds in a field; a trouble when it finds none in what is written. */
export function valueIn<T>(
  own: OwnFields,
  name: string,
  parse: (text: string) => T | undefined,
  log: TroubleLog,
): T | undefined {
  const field = own.known.get(name)
  if (field === undefined) return undefined
  const value = parse(field.value)
  if (value === undefined) {
    const advice = adviceOf(name) ?? sentence`See the table of fields in corpus/README.md.`
    addMalformed(
      field,
      sentence`${quoted(field.name)} cannot be ${quoted(field.value)}.`,
      advice,
      log,
    )
  }
  return value
}

/**
 * The text of the field `name` of the front matter with its translations, when it is there. A
 * translation without the English text is a trouble.
 */
export function namesOf(own: OwnFields, name: string, log: TroubleLog): Names | undefined {
  const english = textIn(own, name)
  if (english !== undefined) return namesIn(own, english, `${name}-`)
  const [translated] = translationsOf(own, name)
  if (translated !== undefined) addUntranslated(translated, name, log)
  return undefined
}

/** The fields that give `name` in other languages. */
export function translationsOf(own: OwnFields, name: string): readonly WrittenField[] {
  return [...own.known.values()].filter((field) => field.name.startsWith(`${name}-zh-`))
}

/** That `translated` stands without `name`. */
function addUntranslated(translated: WrittenField, name: string, log: TroubleLog): void {
  addMalformed(
    translated,
    sentence`${quoted(translated.name)} stands without \`${name}\`.`,
    sentence`Write the English name too.`,
    log,
  )
}

/** A date as far as it is known, checked against the calendar. */
export function parseDate(text: string): string | undefined {
  return isCalendarDate(text) ? text : undefined
}

/** A trouble at a field of the front matter whose value is not of its type. */
export function addMalformed(
  field: WrittenField,
  message: Sentence,
  advice: Sentence,
  log: TroubleLog,
): void {
  log.add('instrument.malformed-field', field.span, message, advice)
}

/** What to write into the field `name`. */
export function adviceOf(name: string): Sentence | undefined {
  return advices.get(name)
}

const dateAdvice = sentence`Write a day, month or year of the calendar: 2025-07-23, 2025-07 or 2025.`

const advices: ReadonlyMap<string, Sentence> = new Map([
  [
    'id',
    sentence`Write \`id:\` and lower-case letters, digits and single hyphens: \`us-aiap-2025\`.`,
  ],
  [
    'type',
    sentence`Write \`type:\` and plan, act, order, declaration, article, register, relations or glossary.`,
  ],
  ['title', sentence`Write \`title:\` and the English title.`],
  ['issued', dateAdvice],
  ['url', sentence`Write a whole \`https:\` address without a user name.`],
  ['sha256', sentence`Write 64 hexadecimal digits.`],
  ['first-page', sentence`Write a whole number from 1 on.`],
  ['last-page', sentence`Write a whole number from 1 on.`],
  ['effective', dateAdvice],
  ['ended', dateAdvice],
  ['checked', dateAdvice],
  ['journal-date', dateAdvice],
  ['language', sentence`Write a language tag: en-US, en-GB, zh-CN.`],
  ['jurisdiction', sentence`Write an ISO 3166 code of two capital letters, or EU: \`US\`.`],
])
