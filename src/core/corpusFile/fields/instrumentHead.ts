import { chineseNumerals } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import { warnOfHeadOrder } from './dayOrder.ts'
import { fieldsNamed } from './fields.ts'
import {
  choiceIn,
  keyIn,
  namesIn,
  sortFields,
  textIn,
  textsIn,
  type OwnFields,
  type WrittenField,
} from './fieldValues.ts'
import type { CorpusFrontMatter } from './frontMatter.ts'
import { addMalformed, adviceOf, namesOf, parseDate, valueIn } from './headValues.ts'
import { fieldMapText, parseFieldMap } from '../../corpus/imports/fieldMap.ts'
import { correctionText, parseCorrection } from '../../corpus/imports/importCorrection.ts'
import { keyOf, parseKey, pathOf, type Key } from '../../corpus/key.ts'
import { instrumentType, provisionKinds, tableTypes, type TableType } from '../../corpus/kinds.ts'
import { parseOfficialAddress } from '../../corpus/officialAddress.ts'
import { amendmentsIn, dayIn, formerKeysIn } from './partedValues.ts'
import { parsePageNumber } from './pageField.ts'
import type { Instrument, ProvisionKind } from '../../corpus/provision.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import { joinedIssuers, readReferenceData } from './referenceData.ts'
import type { YamlField } from './yamlFields.ts'

/** What the front matter says of an instrument. */
export interface InstrumentHead extends Omit<
  Instrument,
  'level' | 'summary' | 'children' | 'source'
> {
  /** The front matter. */
  readonly span: Span
}

/** What kind of table the file is, where its front matter says `type: register`, `relations` or `glossary`. */
export function tableTypeOf(front: CorpusFrontMatter): TableType | undefined {
  const type = front.fields.find((field) => field.name.text === 'type')
  if (type?.value.kind !== 'text') return undefined
  const { text } = type.value
  return tableTypes.find((table) => table === text)
}

/** Reads the front matter of a table for its troubles; nothing in it is needed. */
export function checkTableHead(type: TableType, front: CorpusFrontMatter, log: TroubleLog): void {
  const { plain } = writtenFields(front, log)
  const own = sortFields(plain, type, 'front matter', log)
  for (const name of ['id', 'title']) requiredValue(own, name, front.span, (text) => text, log)
}

/**
 * What the front matter says. `undefined`, with troubles, when `id`, `type` or `title` is missing or
 * of no use; any other field that cannot be read is a trouble and left out.
 */
export function readInstrumentHead(
  front: CorpusFrontMatter,
  log: TroubleLog,
): InstrumentHead | undefined {
  const { plain, sequences } = writtenFields(front, log)
  const own = sortFields(plain, 'instrument', 'front matter', log)
  const key = requiredValue(own, 'id', front.span, parseInstrumentId, log)
  const type = requiredValue(own, 'type', front.span, instrumentType, log)
  const title = requiredValue(own, 'title', front.span, (text) => text, log)
  const details = readDetails(own, sequences, log)
  warnOfHeadOrder(own, details, log)
  if (key === undefined || type === undefined || title === undefined) return undefined
  if (type === 'order' && isPublished(details)) warnOfNoNumber(own, details.reference, log)
  return { key, type, titles: namesIn(own, title, 'title-'), ...details, span: front.span }
}

/** Whether a file says who issued the instrument, or where it stands: what is only begun says neither. */
function isPublished({ issuer, url }: Pick<InstrumentHead, 'issuer' | 'url'>): boolean {
  return issuer !== undefined || url !== undefined
}

/** Orders have titles that others have too: a reference list tells them apart by their numbers. */
function warnOfNoNumber(
  { known }: OwnFields,
  reference: InstrumentHead['reference'],
  log: TroubleLog,
): void {
  const field = known.get('type')
  if (field === undefined || reference?.number !== undefined) return
  log.add(
    'instrument.no-number',
    field.span,
    sentence`This order has no \`number\`, by which a reference list names it.`,
    sentence`Write the number as it is cited: \`number: Exec. Order No. 14110\`.`,
  )
}

function readDetails(
  own: OwnFields,
  sequences: WrittenFields['sequences'],
  log: TroubleLog,
): Omit<InstrumentHead, 'key' | 'type' | 'titles' | 'span'> {
  const numbers = readNumbers(own, sequences.get('numbers'), log)
  const reference = readReferenceData(own, log)
  const issuer = namesOf(own, 'issuer', log) ?? joinedIssuers(reference)
  const shortTitle = namesOf(own, 'short-title', log)
  const issued = valueIn(own, 'issued', parseDate, log)
  const url = valueIn(own, 'url', parseOfficialAddress, log)
  const sha256 = valueIn(own, 'sha256', parseSha256, log)
  const firstPage = valueIn(own, 'first-page', parsePageNumber, log)
  const lastPage = valueIn(own, 'last-page', parsePageNumber, log)
  const complete = readComplete(own, log)
  const about = keyIn(own, 'about', log)
  const imports = readImports(own, log)
  const listFields = readListFields(own, log)
  const gone = readGone(own, log)
  return {
    aliases: sequences.get('aliases') ?? textsIn(own, 'aliases', log),
    ...(numbers.length > 0 && { numbers }),
    ...(shortTitle && { shortTitle }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
    ...(url && { url }),
    ...(sha256 && { sha256 }),
    ...(firstPage && { firstPage }),
    ...(lastPage && { lastPage }),
    ...readStanding(own, log),
    printedHeadings: readPrintedHeadings(own, log),
    ...(complete && { complete }),
    ...(about && { about }),
    ...(reference && { reference }),
    ...(imports.length > 0 && { imports }),
    ...(listFields !== undefined && { listFields }),
    ...(gone.length > 0 && { gone }),
    ...(own.extra.size === 0 ? {} : { extra: own.extra }),
  }
}

const hasNumber = new RegExp(`[\\p{N}${chineseNumerals}]`, 'u')

/** The official numbers; a text without a digit is none. */
function readNumbers(
  own: OwnFields,
  written: readonly string[] | undefined,
  log: TroubleLog,
): readonly string[] {
  const field = own.known.get('numbers')
  const texts = written ?? textsIn(own, 'numbers', log)
  return texts.filter((text) => {
    const isNumber = hasNumber.test(text)
    if (!isNumber && field !== undefined) {
      const message = sentence`${quoted(field.name)} holds ${quoted(text)}, which has no number.`
      const advice = sentence`Write official numbers, separated by \`;\`: 32024R1689; 90 FR 35385. Names are \`aliases\`.`
      addMalformed(field, message, advice, log)
    }
    return isNumber
  })
}

/** Whether the instrument holds, and how surely that is known. */
function readStanding(
  own: OwnFields,
  log: TroubleLog,
): Pick<
  Instrument,
  | 'status'
  | 'effective'
  | 'ended'
  | 'endedBy'
  | 'textAsOf'
  | 'amendedBy'
  | 'formerly'
  | 'provenance'
  | 'checked'
  | 'checkNotDue'
  | 'confidence'
> {
  const status = choiceIn(own, 'status', log)
  const effective = valueIn(own, 'effective', parseDate, log)
  const ended = valueIn(own, 'ended', parseDate, log)
  const endedBy = textIn(own, 'ended-by')
  const textAsOf = dayIn(own, 'front matter', 'text-as-of', log)
  const amendedBy = amendmentsIn(own, log)
  const formerly = formerKeysIn(own, 'front matter', log)
  const provenance = textIn(own, 'source')
  const checked = valueIn(own, 'checked', parseDate, log)
  const checkNotDue = textIn(own, 'check-not-due')
  const confidence = choiceIn(own, 'confidence', log)
  return {
    ...(status && { status }),
    ...(effective && { effective }),
    ...(ended && { ended }),
    ...(endedBy && { endedBy }),
    ...(textAsOf && { textAsOf }),
    ...(amendedBy.length > 0 && { amendedBy }),
    ...(formerly.length > 0 && { formerly }),
    ...(provenance && { provenance }),
    ...(checked && { checked }),
    ...(checkNotDue && { checkNotDue }),
    ...(confidence && { confidence }),
  }
}

/** The kinds that the field `name` has, with `advice` on others; `undefined` where it is not there. */
function kindsIn(
  own: OwnFields,
  name: string,
  advice: Sentence,
  log: TroubleLog,
): readonly ProvisionKind[] | undefined {
  const field = own.known.get(name)
  if (field === undefined) return undefined
  return textsIn(own, name, log).flatMap((word) => {
    const kind = provisionKinds.find((known) => known === word)
    if (kind !== undefined) return [kind]
    addMalformed(
      field,
      sentence`${quoted(field.name)} holds ${quoted(word)}, which is no kind of provision.`,
      advice,
      log,
    )
    return []
  })
}

function readPrintedHeadings(own: OwnFields, log: TroubleLog): readonly ProvisionKind[] {
  const advice = sentence`Write kinds, separated by \`;\`: ${provisionKinds.join(', ')}.`
  return kindsIn(own, 'printed-headings', advice, log) ?? []
}

/** The kinds that the file lists wholly; empty for `none`, or where nothing in the field can be read. */
function readComplete(own: OwnFields, log: TroubleLog): readonly ProvisionKind[] | undefined {
  if (own.known.get('complete')?.value === 'none') return []
  const advice = sentence`Write kinds, separated by \`;\`: ${provisionKinds.join(', ')}. Write \`none\` where the file lists none wholly.`
  return kindsIn(own, 'complete', advice, log)
}

/** What was corrected when the file was imported; what is no correction is a trouble and left out. */
function readImports(own: OwnFields, log: TroubleLog): readonly string[] {
  const field = own.known.get('import')
  if (field === undefined) return []
  return textsIn(own, 'import', log).flatMap((text) => {
    const correction = parseCorrection(text)
    if (correction !== undefined) return [correctionText(correction)]
    addMalformed(
      field,
      sentence`${quoted(field.name)} holds ${quoted(text)}, which is no correction of an import.`,
      sentence`Write what is done, a bar, and the part: \`leave out | foreword\`.`,
      log,
    )
    return []
  })
}

/** Which field is what in the list that the file was imported from; what does not say it is a trouble and left out. */
function readListFields(own: OwnFields, log: TroubleLog): string | undefined {
  const field = own.known.get('fields')
  const text = textIn(own, 'fields')
  const map = text === undefined ? undefined : parseFieldMap(text)
  if (field !== undefined && map === undefined) {
    addMalformed(
      field,
      sentence`${quoted(field.name)} does not say which field of the list is what.`,
      sentence`Write it as \`label=code,title=name,text=description,parent=goal\`, and a name with a comma in quotation marks.`,
      log,
    )
  }
  return map && fieldMapText(map)
}

/** The labels that were taken out; what can end no key is a trouble and left out. */
function readGone(own: OwnFields, log: TroubleLog): readonly string[] {
  const field = own.known.get('gone')
  if (field === undefined) return []
  return textsIn(own, 'gone', log).filter((label) => {
    const isLabel = keyOf('x', label) !== undefined
    if (!isLabel) {
      addMalformed(
        field,
        sentence`${quoted(field.name)} holds ${quoted(label)}, which is no label.`,
        sentence`Write labels, as keys end with them, separated by \`;\`: \`2; 5.1.a\`.`,
        log,
      )
    }
    return isLabel
  })
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
    sentence`The front matter has no \`${name}\`, so the file cannot be read.`,
    adviceOf(name) ?? sentence`Write \`${name}: …\` in the front matter.`,
  )
  return undefined
}

interface WrittenFields {
  readonly plain: readonly WrittenField[]
  /** The items of the fields that are a YAML sequence. */
  readonly sequences: ReadonlyMap<string, readonly string[]>
}

function writtenFields(front: CorpusFrontMatter, log: TroubleLog): WrittenFields {
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

/** The value as text; a sequence, which only fields of several values and unknown ones may be, joined by semicolons. */
function textOfYaml(field: YamlField, log: TroubleLog): string | undefined {
  const isList = fieldsNamed(field.name.text).every(({ separator }) => separator === ';')
  if (field.value.kind === 'text') return field.value.text.trim()
  if (field.value.kind === 'texts' && isList) {
    return field.value.texts.map(({ text }) => text).join('; ')
  }
  const written = { name: field.name.text, value: '', span: spanOfField(field) }
  addMalformed(
    written,
    sentence`${quoted(written.name)} is not a plain text.`,
    sentence`Write one text after the colon.`,
    log,
  )
  return undefined
}

function spanOfField(field: YamlField): Span {
  return { start: field.name.span.start, end: Math.max(field.name.span.end, field.span.end) }
}

function parseInstrumentId(text: string): Key | undefined {
  const key = parseKey(text)
  return key !== undefined && pathOf(key) === undefined ? key : undefined
}

function parseSha256(text: string): string | undefined {
  return /^[\da-f]{64}$/i.test(text) ? text.toLowerCase() : undefined
}
