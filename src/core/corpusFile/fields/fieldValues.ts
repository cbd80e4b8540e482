import type { Span } from '../../text/span.ts'
import {
  fieldNames,
  fieldOf,
  fieldsNamed,
  type Field,
  type FieldOwner,
  type FieldSite,
} from './fields.ts'
import { parseKey, type Key } from '../../corpus/key.ts'
import {
  choiceOf,
  choices,
  isRegionCode,
  type Choice,
  type ChoiceField,
} from '../../corpus/kinds.ts'
import type { Names } from '../../corpus/language.ts'
import { parsePages } from './pageField.ts'
import { isAnchor } from '../../corpus/officialAddress.ts'
import { isPrintedPlace } from '../../corpus/printedPlace.ts'
import type { Pages } from '../../corpus/provision.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** A field as a file writes it. */
export interface WrittenField {
  readonly name: string
  readonly value: string
  readonly span: Span
}

/** The fields of one owner: those of the table by name, and the rest. */
export interface OwnFields {
  readonly known: ReadonlyMap<string, WrittenField>
  readonly extra: ReadonlyMap<string, string>
}

/**
 * Sorts what is written at `site` for `owner`. Of two fields with one name the first holds. A field
 * that the table does not know is kept in `extra`; one that belongs elsewhere is left out.
 */
export function sortFields(
  written: readonly WrittenField[],
  owner: FieldOwner,
  site: FieldSite,
  log: TroubleLog,
): OwnFields {
  const known = new Map<string, WrittenField>()
  const extra = new Map<string, string>()
  for (const field of written) {
    if (known.has(field.name) || extra.has(field.name)) addDuplicate(field, log)
    else if (fieldOf(owner, site, field.name) !== undefined) known.set(field.name, field)
    else if (fieldsNamed(field.name).length > 0) addMisplaced(field, owner, site, log)
    else {
      addUnknown(field, owner, site, log)
      extra.set(field.name, field.value)
    }
  }
  for (const field of known.values()) {
    if (field.value === '')
      addMalformed(
        field,
        sentence`\`${field.name}\` has no value.`,
        sentence`Write a value or remove it.`,
        log,
      )
  }
  return { known: new Map([...known].filter(([, field]) => field.value !== '')), extra }
}

/** The text of a field, when it is there. */
export function textIn(fields: OwnFields, name: string): string | undefined {
  return fields.known.get(name)?.value
}

/** The texts of a field, each once, in order; none when it is not there. */
export function textsIn(fields: OwnFields, name: string, log: TroubleLog): readonly string[] {
  const field = fields.known.get(name)
  return field === undefined ? [] : distinctTexts(field, log)
}

function distinctTexts(field: WrittenField, log: TroubleLog): readonly string[] {
  return [...new Set(splitTexts(field, log))]
}

/** The texts between the semicolons of `field`. A full-width one is taken as part of the text, with a warning. */
export function splitTexts(field: WrittenField, log: TroubleLog): readonly string[] {
  if (field.value.includes('；')) {
    log.add(
      'field.full-width-separator',
      field.span,
      sentence`\`${field.name}\` holds the full-width \`；\`, which separates nothing.`,
      sentence`Write a plain semicolon \`;\` between two values.`,
    )
  }
  const texts = field.value.split(';').map((text) => text.trim())
  return texts.filter((text) => text !== '')
}

/** The agency codes of a field; one that is of no code's form is a trouble and left out. */
export function codesIn(fields: OwnFields, name: string, log: TroubleLog): readonly string[] {
  const field = fields.known.get(name)
  if (field === undefined) return []
  return distinctTexts(field, log).filter((code) => {
    if (isAgencyCode(code)) return true
    const advice = sentence`Write the codes of the agency register, separated by \`;\`.`
    addMalformed(
      field,
      sentence`\`${field.name}\` holds ${quoted(code)}, which is no agency code.`,
      advice,
      log,
    )
    return false
  })
}

/** Whether `text` has the form of an agency's code: letters and digits joined by hyphens, a letter first. */
export function isAgencyCode(text: string): boolean {
  return text.length <= 40 && /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/i.test(text)
}

/** The key that a field holds, when it is one. */
export function keyIn(fields: OwnFields, name: string, log: TroubleLog): Key | undefined {
  const field = fields.known.get(name)
  if (field === undefined) return undefined
  const key = parseKey(field.value)
  if (key === undefined) {
    const advice = sentence`Write a whole key: \`us-aiap-2025:I.1.3\`.`
    addMalformed(
      field,
      sentence`\`${field.name}\` holds ${quoted(field.value)}, which is no key.`,
      advice,
      log,
    )
  }
  return key
}

/** The keys that a field holds, each once; what is none is a trouble and left out. */
export function keysIn(fields: OwnFields, name: string, log: TroubleLog): readonly Key[] {
  const field = fields.known.get(name)
  if (field === undefined) return []
  return distinctTexts(field, log).flatMap((text) => {
    const key = parseKey(text)
    if (key !== undefined) return [key]
    const advice = sentence`Write whole keys, separated by \`;\`: \`us-aiap-2025:I.1.3; us-aiap-2025:I.1.4\`.`
    addMalformed(
      field,
      sentence`\`${field.name}\` holds ${quoted(text)}, which is no key.`,
      advice,
      log,
    )
    return []
  })
}

/** The word that a field with a closed set of values holds, when it is one of them. */
export function choiceIn<F extends ChoiceField>(
  fields: OwnFields,
  name: F,
  log: TroubleLog,
): Choice<F> | undefined {
  const field = fields.known.get(name)
  if (field === undefined) return undefined
  const choice = choiceOf(name, field.value)
  if (choice === undefined) {
    const advice = sentence`Write one of ${choices[name].join(', ')}.`
    addMalformed(field, sentence`\`${field.name}\` cannot be ${quoted(field.value)}.`, advice, log)
  }
  return choice
}

/** The region codes of a field: two capital letters each; what is none is a trouble and left out. */
export function regionsIn(fields: OwnFields, name: string, log: TroubleLog): readonly string[] {
  const field = fields.known.get(name)
  if (field === undefined) return []
  return distinctTexts(field, log).filter((code) => {
    if (isRegionCode(code)) return true
    const advice = sentence`Write ISO 3166 codes of two capital letters, or EU, separated by \`;\`: \`US; CN\`.`
    addMalformed(
      field,
      sentence`\`${field.name}\` holds ${quoted(code)}, which is no region code.`,
      advice,
      log,
    )
    return false
  })
}

/** The text of the field `name` with its translations in `<name>-zh-Hans` and so on, when it is there. */
export function translatedIn(fields: OwnFields, name: string): Names | undefined {
  const english = textIn(fields, name)
  return english === undefined ? undefined : namesIn(fields, english, `${name}-`)
}

/** The pages that a field holds, when they are such. */
export function pagesIn(fields: OwnFields, name: string, log: TroubleLog): Pages | undefined {
  const field = fields.known.get(name)
  if (field === undefined) return undefined
  const pages = parsePages(field.value)
  if (pages === undefined) {
    const advice = sentence`Write the printed page, \`page=3\`, or the first and the last, \`page=3-4\`.`
    addMalformed(
      field,
      sentence`\`${field.name}\` holds ${quoted(field.value)}, which is no page.`,
      advice,
      log,
    )
  }
  return pages
}

/** The anchor that a field holds, when it is one. */
export function anchorIn(fields: OwnFields, name: string, log: TroubleLog): string | undefined {
  const field = fields.known.get(name)
  if (field === undefined) return undefined
  if (isAnchor(field.value)) return field.value
  addMalformed(
    field,
    sentence`\`${field.name}\` holds ${quoted(field.value)}, which is no anchor.`,
    sentence`Write what stands behind \`#\` in the address: letters, digits, periods, hyphens, underscores and colons.`,
    log,
  )
  return undefined
}

/** The printed place that the field `name` holds, with its translations; what is none is a trouble and left out. */
export function placeIn(fields: OwnFields, name: string, log: TroubleLog): Names | undefined {
  const written = [...fields.known.values()].filter((field) => isNamed(field, name))
  const good = written.filter((field) => isGoodPlace(field, log))
  const english = good.find((field) => field.name === name)
  const [first] = good
  if (english === undefined) {
    if (first !== undefined) addUntranslated(first, name, log)
    return undefined
  }
  const known = new Map(good.map((field) => [field.name, field]))
  return namesIn({ ...fields, known }, english.value, `${name}-`)
}

function isNamed(field: WrittenField, name: string): boolean {
  return field.name === name || field.name.startsWith(`${name}-`)
}

function isGoodPlace(field: WrittenField, log: TroubleLog): boolean {
  if (isPrintedPlace(field.value)) return true
  addMalformed(
    field,
    sentence`\`${field.name}\` holds ${quoted(field.value)}, which is no place.`,
    sentence`Write letters and digits with single spaces, periods or hyphens between them: \`place="GOVERN 1.1"\`.`,
    log,
  )
  return false
}

function addUntranslated(field: WrittenField, name: string, log: TroubleLog): void {
  addMalformed(
    field,
    sentence`${quoted(field.name)} stands without \`${name}\`.`,
    sentence`Write the English place too.`,
    log,
  )
}

/** `english` with the translations that the fields `<prefix>zh-Hans` and so on give. */
export function namesIn(fields: OwnFields, english: string, prefix = ''): Names {
  const simplified = textIn(fields, `${prefix}zh-Hans`)
  const traditional = textIn(fields, `${prefix}zh-Hant`)
  const hongKong = textIn(fields, `${prefix}zh-Hant-HK`)
  return {
    en: english,
    ...(simplified === undefined ? {} : { 'zh-Hans': simplified }),
    ...(traditional === undefined ? {} : { 'zh-Hant': traditional }),
    ...(hongKong === undefined ? {} : { 'zh-Hant-HK': hongKong }),
  }
}

function addMalformed(
  field: WrittenField,
  message: Sentence,
  advice: Sentence,
  log: TroubleLog,
): void {
  log.add('field.malformed', field.span, message, advice)
}

function addDuplicate(field: WrittenField, log: TroubleLog): void {
  log.add(
    'field.duplicate',
    field.span,
    sentence`${quoted(field.name)} stands here a second time; the first holds.`,
    sentence`Remove one of the two; several values go into one field, separated by \`;\`.`,
  )
}

function addMisplaced(
  field: WrittenField,
  owner: FieldOwner,
  site: FieldSite,
  log: TroubleLog,
): void {
  const places = fieldsNamed(field.name).map(placeWords)
  log.add(
    'field.not-allowed-here',
    field.span,
    sentence`\`${field.name}\` is no field of ${ownerWords[owner]} in the ${siteWords[site]}; it is left out.`,
    sentence`It belongs in ${places.reduce((first, other) => sentence`${first}, or in ${other}`)}.`,
  )
}

function placeWords({ site, owners }: Field): Sentence {
  const all = owners.map((owner) => ownerWords[owner])
  return sentence`the ${siteWords[site]} of ${all.reduce((first, other) => sentence`${first} or ${other}`)}`
}

function addUnknown(
  field: WrittenField,
  owner: FieldOwner,
  site: FieldSite,
  log: TroubleLog,
): void {
  const names = fieldNames(owner, site)
  const folded = field.name.toLowerCase().replaceAll('_', '-')
  const meant = names.find((name) => name.toLowerCase() === folded)
  log.add(
    'field.unknown',
    field.span,
    sentence`${quoted(field.name)} is not a field of the format; it is kept but not used.`,
    meant === undefined
      ? sentence`The fields of ${ownerWords[owner]} in the ${siteWords[site]} are ${names.join(', ')}.`
      : sentence`Write \`${meant}\`.`,
  )
}

const siteWords: Readonly<Record<FieldSite, Sentence>> = {
  'front matter': sentence`front matter`,
  heading: sentence`heading`,
  list: sentence`list`,
}

const ownerWords: Readonly<Record<FieldOwner, Sentence>> = {
  instrument: sentence`an instrument`,
  register: sentence`the agency register`,
  division: sentence`a division`,
  measure: sentence`a measure`,
  claim: sentence`a claim`,
  agency: sentence`an agency`,
  relations: sentence`a file of relations`,
  glossary: sentence`a glossary`,
  term: sentence`a term`,
  relation: sentence`a relation`,
}
