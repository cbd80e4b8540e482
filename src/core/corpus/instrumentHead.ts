import type { Span } from '../text/span.ts'
import { isCalendarDate } from './calendarDate.ts'
import { fieldsNamed } from './fields.ts'
import {
  namesIn,
  sortFields,
  textIn,
  textsIn,
  type OwnFields,
  type WrittenField,
} from './fieldValues.ts'
import type { FrontMatter } from './frontMatter.ts'
import { parseKey, pathOf, type Key } from './key.ts'
import { instrumentType } from './kinds.ts'
import type { Names } from './language.ts'
import { parseOfficialAddress } from './officialAddress.ts'
import { parsePageNumber } from './pages.ts'
import type { InstrumentType } from './provision.ts'
import { quoted } from './suspiciousCharacters.ts'
import type { TroubleLog } from './troubleLog.ts'
import type { YamlField } from './yamlFields.ts'

/** What the front matter says of an instrument. */
export interface InstrumentHead {
  readonly key: Key
  readonly type: InstrumentType
  readonly titles: Names
  readonly aliases: readonly string[]
  readonly issuer?: Names
  readonly issued?: string
  readonly url?: string
  readonly sha256?: string
  readonly firstPage?: number
  readonly lastPage?: number
  readonly extra?: ReadonlyMap<string, string>
  /** The front matter. */
  readonly span: Span
}

/** Whether the front matter says `type: register`. */
export function isRegister(front: FrontMatter): boolean {
  const type = front.fields.find((field) => field.name.text === 'type')
  return type?.value.kind === 'text' && type.value.text === 'register'
}

/** Reads the front matter of the register for its troubles; nothing in it is needed. */
export function checkRegisterHead(front: FrontMatter, log: TroubleLog): void {
  const { plain } = writtenFields(front, log)
  const own = sortFields(plain, 'register', 'front matter', log)
  for (const name of ['id', 'title']) requiredValue(own, name, front.span, (text) => text, log)
}

/**
 * What the front matter says. `undefined`, with troubles, when `id`, `type` or `title` is missing or
 * of no use; any other field that cannot be read is a trouble and left out.
 */
export function readInstrumentHead(
  front: FrontMatter,
  log: TroubleLog,
): InstrumentHead | undefined {
  const { plain, sequences } = writtenFields(front, log)
  const own = sortFields(plain, 'instrument', 'front matter', log)
  const key = requiredValue(own, 'id', front.span, parseInstrumentId, log)
  const type = requiredValue(own, 'type', front.span, instrumentType, log)
  const title = requiredValue(own, 'title', front.span, (text) => text, log)
  const details = readDetails(own, sequences.get('aliases'), log)
  if (key === undefined || type === undefined || title === undefined) return undefined
  return { key, type, titles: namesIn(own, title, 'title-'), ...details, span: front.span }
}

function readDetails(
  own: OwnFields,
  aliases: readonly string[] | undefined,
  log: TroubleLog,
): Omit<InstrumentHead, 'key' | 'type' | 'titles' | 'span'> {
  const issuer = readIssuer(own, log)
  const issued = valueIn(own, 'issued', parseDate, log)
  const url = valueIn(own, 'url', parseOfficialAddress, log)
  const sha256 = valueIn(own, 'sha256', parseSha256, log)
  const firstPage = valueIn(own, 'first-page', parsePageNumber, log)
  const lastPage = valueIn(own, 'last-page', parsePageNumber, log)
  return {
    aliases: aliases ?? textsIn(own, 'aliases', log),
    ...(issuer === undefined ? {} : { issuer }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(firstPage === undefined ? {} : { firstPage }),
    ...(lastPage === undefined ? {} : { lastPage }),
    ...(own.extra.size === 0 ? {} : { extra: own.extra }),
  }
}

function readIssuer(own: OwnFields, log: TroubleLog): Names | undefined {
  const english = textIn(own, 'issuer')
  if (english !== undefined) return namesIn(own, english, 'issuer-')
  const translated = [...own.known.values()].find((field) => field.name.startsWith('issuer-'))
  if (translated !== undefined) {
    addMalformed(translated, 'stands without `issuer`', 'Write the English name too.', log)
  }
  return undefined
}

/** The value that `parse` finds in a field; a trouble when it finds none in what is written. */
function valueIn<T>(
  own: OwnFields,
  name: string,
  parse: (text: string) => T | undefined,
  log: TroubleLog,
): T | undefined {
  const field = own.known.get(name)
  if (field === undefined) return undefined
  const value = parse(field.value)
  if (value === undefined) {
    const advice = advices.get(name) ?? 'See the table of fields in corpus/README.md.'
    addMalformed(field, `cannot be ${quoted(field.value)}`, advice, log)
  }
  return value
}

function requiredValue<T>(
  own: OwnFields,
  name: string,
  front: Span,
  parse: (text: string) => T | undefined,
  log: TroubleLog,
): T | undefined {
  if (own.known.has(name)) return valueIn(own, name, parse, log)
  log.add(
    'instrument.missing-field',
    { start: front.start, end: front.start + 3 },
    `The front matter has no \`${name}\`, so the file cannot be read.`,
    advices.get(name) ?? `Write \`${name}: …\` in the front matter.`,
  )
  return undefined
}

const advices: ReadonlyMap<string, string> = new Map([
  ['id', 'Write `id:` and lower-case letters, digits and single hyphens: `us-aiap-2025`.'],
  ['type', 'Write `type:` and plan, act, order, declaration, article or register.'],
  ['title', 'Write `title:` and the English title.'],
  ['issued', 'Write a day, month or year of the calendar: 2025-07-23, 2025-07 or 2025.'],
  ['url', 'Write a whole `https:` address without a user name.'],
  ['sha256', 'Write 64 hexadecimal digits.'],
  ['first-page', 'Write a whole number from 1 on.'],
  ['last-page', 'Write a whole number from 1 on.'],
])

interface WrittenFields {
  readonly plain: readonly WrittenField[]
  /** The items of `aliases` where these are a YAML sequence. */
  readonly sequences: ReadonlyMap<string, readonly string[]>
}

function writtenFields(front: FrontMatter, log: TroubleLog): WrittenFields {
  const plain: WrittenField[] = []
  const sequences = new Map<string, readonly string[]>()
  for (const field of front.fields) {
    const text = textOfYaml(field, log)
    if (text === undefined) continue
    plain.push({ name: field.name.text, value: text, span: spanOfField(field) })
    if (field.value.kind === 'texts' && !sequences.has(field.name.text)) {
      sequences.set(field.name.text, [...new Set(field.value.texts.map(({ text }) => text))])
    }
  }
  return { plain, sequences }
}

/** The value as text; a sequence, which only `aliases` and unknown fields may be, joined by semicolons. */
function textOfYaml(field: YamlField, log: TroubleLog): string | undefined {
  const isList = fieldsNamed(field.name.text).every(({ separator }) => separator === ';')
  if (field.value.kind === 'text') return field.value.text.trim()
  if (field.value.kind === 'texts' && isList) {
    return field.value.texts.map(({ text }) => text).join('; ')
  }
  const written = { name: field.name.text, value: '', span: spanOfField(field) }
  addMalformed(written, 'is not a plain text', 'Write one text after the colon.', log)
  return undefined
}

function spanOfField(field: YamlField): Span {
  return { start: field.name.span.start, end: Math.max(field.name.span.end, field.span.end) }
}

function parseInstrumentId(text: string): Key | undefined {
  const key = parseKey(text)
  return key !== undefined && pathOf(key) === undefined ? key : undefined
}

function parseDate(text: string): string | undefined {
  return isCalendarDate(text) ? text : undefined
}

function parseSha256(text: string): string | undefined {
  return /^[\da-f]{64}$/i.test(text) ? text.toLowerCase() : undefined
}

function addMalformed(field: WrittenField, what: string, advice: string, log: TroubleLog): void {
  log.add('instrument.malformed-field', field.span, `${quoted(field.name)} ${what}.`, advice)
}
