import { isCalendarDate } from './calendarDate.ts'
import { childrenByParent } from './childrenByParent.ts'
import { createCorpus, type Corpus, type InstrumentFile } from './corpus.ts'
import { keyOf, parseKey, type Key } from './key.ts'
import {
  choiceOf,
  headingKind,
  instrumentType,
  measureKinds,
  type Choice,
  type ChoiceField,
  isRegionCode,
} from './kinds.ts'
import type { Names } from './language.ts'
import { libraryFormat, libraryVersion } from './libraryFormat.ts'
import { parseOfficialAddress } from './officialAddress.ts'
import type {
  Agency,
  Claim,
  Division,
  Instrument,
  Measure,
  MeasureKind,
  Pages,
  Relation,
  SourcePlace,
  Term,
} from './provision.ts'
import {
  asCount,
  asList,
  asObject,
  asText,
  DamagedValue,
  ifThere,
  ownValue,
  valid,
  type StoredObject,
} from './storedValue.ts'

/**
 * The corpus that `json`, written by `writeLibrary`, holds: without troubles, otherwise equal to the
 * one written. `undefined` for another version, for JSON that is cut or damaged, and for values that
 * no corpus file could have given. Never throws.
 */
export function readLibrary(json: string): Corpus | undefined {
  try {
    const library = asObject(JSON.parse(json))
    if (ownValue(library, 'format') !== libraryFormat) return undefined
    if (ownValue(library, 'version') !== libraryVersion) return undefined
    const agencies = asList(ownValue(library, 'agencies')).map(readAgency)
    const files = asList(ownValue(library, 'instruments')).map(readInstrumentFile)
    const relations = asList(ownValue(library, 'relations')).map(readRelation)
    const terms = asList(ownValue(library, 'terms')).map(readTerm)
    const corpus = createCorpus(files, agencies, relations, [], terms)
    const stored = files.reduce((count, file) => count + file.provisions.length, 0)
    return stored === corpus.provisions.length ? corpus : undefined
  } catch (error) {
    if (error instanceof DamagedValue || error instanceof SyntaxError) return undefined
    throw error
  }
}

function readAgency(value: unknown): Agency {
  const stored = asObject(value)
  const parent = ifThere(ownValue(stored, 'parent'), asText)
  return {
    code: asText(ownValue(stored, 'code')),
    names: readNames(ownValue(stored, 'names')),
    aliases: readTexts(stored, 'aliases'),
    ...(parent === undefined ? {} : { parent }),
    ...readExtra(stored),
    source: readPlace(stored, asText(ownValue(stored, 'file'))),
  }
}

function readInstrumentFile(value: unknown): InstrumentFile {
  const stored = asObject(value)
  const file = asText(ownValue(stored, 'file'))
  const id = valid(parseKey(asText(ownValue(stored, 'id'))))
  const alone = readInstrument(stored, id, file)
  const headings: (Division | Measure)[] = []
  for (const heading of asList(ownValue(stored, 'headings'))) {
    headings.push(readHeading(asObject(heading), alone, headings))
  }
  const children = childrenByParent(headings)
  const instrument = { ...alone, children: children.get(id) ?? [] }
  const below = headings.map((heading) => ({
    ...heading,
    children: children.get(heading.key) ?? [],
  }))
  return { instrument, provisions: [instrument, ...below] }
}

function readInstrument(stored: StoredObject, id: Key, file: string): Instrument {
  const shortTitle = ifThere(ownValue(stored, 'shortTitle'), readNames)
  const issuer = ifThere(ownValue(stored, 'issuer'), readNames)
  const issued = ifThere(ownValue(stored, 'issued'), readDate)
  const url = ifThere(ownValue(stored, 'url'), readAddress)
  const sha256 = ifThere(ownValue(stored, 'sha256'), asText)
  const firstPage = ifThere(ownValue(stored, 'firstPage'), readPage)
  const lastPage = ifThere(ownValue(stored, 'lastPage'), readPage)
  const about = ifThere(ownValue(stored, 'about'), readKey)
  return {
    level: 'instrument',
    key: id,
    type: valid(instrumentType(asText(ownValue(stored, 'type')))),
    ...readBase(stored, file),
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(firstPage === undefined ? {} : { firstPage }),
    ...(lastPage === undefined ? {} : { lastPage }),
    ...readStanding(stored),
    printedHeadings: readTexts(stored, 'printedHeadings').map(readMeasureKind),
    ...(about === undefined ? {} : { about }),
  }
}

function readStanding(
  stored: StoredObject,
): Pick<Instrument, 'status' | 'effective' | 'ended' | 'endedBy' | 'provenance' | 'checked'> {
  const status = ifThere(ownValue(stored, 'status'), choiceReader('status'))
  const effective = ifThere(ownValue(stored, 'effective'), readDate)
  const ended = ifThere(ownValue(stored, 'ended'), readDate)
  const endedBy = ifThere(ownValue(stored, 'endedBy'), asText)
  const provenance = ifThere(ownValue(stored, 'provenance'), asText)
  const checked = ifThere(ownValue(stored, 'checked'), readDate)
  return {
    ...(status === undefined ? {} : { status }),
    ...(effective === undefined ? {} : { effective }),
    ...(ended === undefined ? {} : { ended }),
    ...(endedBy === undefined ? {} : { endedBy }),
    ...(provenance === undefined ? {} : { provenance }),
    ...(checked === undefined ? {} : { checked }),
  }
}

function readHeading(
  stored: StoredObject,
  { key: id, type, source: { file } }: Pick<Instrument, 'key' | 'type' | 'source'>,
  before: readonly (Division | Measure)[],
): Division | Measure {
  const up = ifThere(ownValue(stored, 'up'), (value) => asCount(value, 0))
  const kind = valid(headingKind(asText(ownValue(stored, 'kind')), type))
  const pages = ifThere(ownValue(stored, 'pages'), readPages)
  const shared = {
    ...readBase(stored, file),
    key: valid(keyOf(id, asText(ownValue(stored, 'path')))),
    parent: up === undefined ? id : valid(before[up]).key,
    ordinal: asCount(ownValue(stored, 'ordinal'), 1),
    ...(pages === undefined ? {} : { pages }),
  }
  return kind.level === 'division'
    ? { ...shared, level: 'division', kind: kind.kind }
    : { ...shared, level: 'measure', kind: kind.kind, ...readFacts(stored, kind.kind) }
}

function readFacts(
  stored: StoredObject,
  kind: MeasureKind,
): Pick<Measure, 'lead' | 'through' | 'with' | 'refs' | 'sameAs' | 'claim'> {
  const sameAs = ifThere(ownValue(stored, 'sameAs'), readKey)
  return {
    lead: readTexts(stored, 'lead'),
    through: readTexts(stored, 'through'),
    with: readTexts(stored, 'with'),
    refs: readTexts(stored, 'refs'),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(kind === 'claim' ? { claim: readClaim(asObject(ownValue(stored, 'claim'))) } : {}),
  }
}

function readClaim(stored: StoredObject): Claim {
  const speaker = ifThere(ownValue(stored, 'speaker'), readNames)
  const affiliation = ifThere(ownValue(stored, 'affiliation'), readNames)
  const statement = ifThere(ownValue(stored, 'statement'), choiceReader('statement'))
  const horizon = ifThere(ownValue(stored, 'horizon'), choiceReader('horizon'))
  const dimension = ifThere(ownValue(stored, 'dimension'), readNames)
  const supported = ifThere(ownValue(stored, 'supported'), choiceReader('supported'))
  const origin = ifThere(ownValue(stored, 'origin'), readNames)
  return {
    ...(speaker === undefined ? {} : { speaker }),
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(statement === undefined ? {} : { statement }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(dimension === undefined ? {} : { dimension }),
    sides: readTexts(stored, 'sides').map((code) => valid(isRegionCode(code) ? code : undefined)),
    about: readTexts(stored, 'about').map(readKey),
    ...(supported === undefined ? {} : { supported }),
    ...(origin === undefined ? {} : { origin }),
  }
}

function readTerm(value: unknown): Term {
  const stored = asObject(value)
  return {
    names: readNames(ownValue(stored, 'names')),
    aliases: readTexts(stored, 'aliases'),
    about: readTexts(stored, 'about').map(readKey),
    source: readPlace(stored, asText(ownValue(stored, 'file'))),
  }
}

function readRelation(value: unknown): Relation {
  const stored = asObject(value)
  const reason = ifThere(ownValue(stored, 'reason'), readNames)
  return {
    titles: readNames(ownValue(stored, 'titles')),
    ...(reason === undefined ? {} : { reason }),
    from: readKey(ownValue(stored, 'from')),
    type: choiceReader('relation')(ownValue(stored, 'type')),
    to: readKey(ownValue(stored, 'to')),
    source: readPlace(stored, asText(ownValue(stored, 'file'))),
  }
}

function readBase(
  stored: StoredObject,
  file: string,
): Pick<
  Measure,
  'titles' | 'aliases' | 'summary' | 'confidence' | 'children' | 'extra' | 'source'
> {
  const summary = ifThere(ownValue(stored, 'summary'), readNames)
  const confidence = ifThere(ownValue(stored, 'confidence'), choiceReader('confidence'))
  return {
    titles: readNames(ownValue(stored, 'titles')),
    aliases: readTexts(stored, 'aliases'),
    ...(summary === undefined ? {} : { summary }),
    ...(confidence === undefined ? {} : { confidence }),
    children: [],
    ...readExtra(stored),
    source: readPlace(stored, file),
  }
}

function readTexts(stored: StoredObject, name: string): readonly string[] {
  return ifThere(ownValue(stored, name), asList)?.map(asText) ?? []
}

function readExtra(stored: StoredObject): { readonly extra?: ReadonlyMap<string, string> } {
  const entries = ifThere(ownValue(stored, 'extra'), asList)?.map((entry) => {
    const [name, value] = asList(entry)
    return [asText(name), asText(value)] as const
  })
  return entries === undefined ? {} : { extra: new Map(entries) }
}

function readNames(value: unknown): Names {
  const [english, ...others] = asList(value)
  const [simplified, traditional, hongKong] = others.map((name) =>
    name === null ? undefined : asText(name),
  )
  return {
    en: asText(english),
    ...(simplified === undefined ? {} : { 'zh-Hans': simplified }),
    ...(traditional === undefined ? {} : { 'zh-Hant': traditional }),
    ...(hongKong === undefined ? {} : { 'zh-Hant-HK': hongKong }),
  }
}

function readPlace(stored: StoredObject, file: string): SourcePlace {
  const [line, column, start, end] = asList(ownValue(stored, 'at'))
  const from = asCount(start, 0)
  return {
    file,
    line: asCount(line, 1),
    column: asCount(column, 1),
    span: { start: from, end: asCount(end, from) },
  }
}

function readPages(value: unknown): Pages {
  const [first, last] = asList(value)
  const from = asCount(first, 1)
  return { first: from, last: asCount(last, from) }
}

function readPage(value: unknown): number {
  return asCount(value, 1)
}

function readDate(value: unknown): string {
  const text = asText(value)
  return valid(isCalendarDate(text) ? text : undefined)
}

function readAddress(value: unknown): string {
  return valid(parseOfficialAddress(asText(value)))
}

function readKey(value: unknown): Key {
  return valid(parseKey(asText(value)))
}

function readMeasureKind(word: string): MeasureKind {
  return valid(measureKinds.find((kind) => kind === word))
}

/** Reads a word of the closed set that the field `name` has. */
function choiceReader<F extends ChoiceField>(name: F): (value: unknown) => Choice<F> {
  return (value) => valid(choiceOf(name, asText(value)))
}
