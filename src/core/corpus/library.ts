import { isCalendarDate } from './calendarDate.ts'
import { childrenByParent } from './childrenByParent.ts'
import { createCorpus, type Corpus, type InstrumentFile } from './corpus.ts'
import { keyOf, parseKey, type Key } from './key.ts'
import { headingKind, instrumentType } from './kinds.ts'
import type { Names } from './language.ts'
import { libraryFormat, libraryVersion } from './libraryFormat.ts'
import { parseOfficialAddress } from './officialAddress.ts'
import type { Agency, Division, Instrument, Measure, Pages, SourcePlace } from './provision.ts'
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
    const corpus = createCorpus(files, agencies)
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
  const headings: (Division | Measure)[] = []
  for (const heading of asList(ownValue(stored, 'headings'))) {
    headings.push(readHeading(asObject(heading), id, headings, file))
  }
  const children = childrenByParent(headings)
  const instrument = { ...readInstrument(stored, id, file), children: children.get(id) ?? [] }
  const below = headings.map((heading) => ({
    ...heading,
    children: children.get(heading.key) ?? [],
  }))
  return { instrument, provisions: [instrument, ...below] }
}

function readInstrument(stored: StoredObject, id: Key, file: string): Instrument {
  const issuer = ifThere(ownValue(stored, 'issuer'), readNames)
  const issued = ifThere(ownValue(stored, 'issued'), readDate)
  const url = ifThere(ownValue(stored, 'url'), readAddress)
  const sha256 = ifThere(ownValue(stored, 'sha256'), asText)
  const firstPage = ifThere(ownValue(stored, 'firstPage'), readPage)
  const lastPage = ifThere(ownValue(stored, 'lastPage'), readPage)
  return {
    level: 'instrument',
    key: id,
    type: valid(instrumentType(asText(ownValue(stored, 'type')))),
    ...readBase(stored, file),
    ...(issuer === undefined ? {} : { issuer }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(firstPage === undefined ? {} : { firstPage }),
    ...(lastPage === undefined ? {} : { lastPage }),
  }
}

function readHeading(
  stored: StoredObject,
  id: Key,
  before: readonly (Division | Measure)[],
  file: string,
): Division | Measure {
  const up = ifThere(ownValue(stored, 'up'), (value) => asCount(value, 0))
  const kind = valid(headingKind(asText(ownValue(stored, 'kind'))))
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
    : { ...shared, level: 'measure', kind: kind.kind, ...readFacts(stored) }
}

function readFacts(
  stored: StoredObject,
): Pick<Measure, 'lead' | 'through' | 'with' | 'refs' | 'sameAs'> {
  const sameAs = ifThere(ownValue(stored, 'sameAs'), (value) => valid(parseKey(asText(value))))
  return {
    lead: readTexts(stored, 'lead'),
    through: readTexts(stored, 'through'),
    with: readTexts(stored, 'with'),
    refs: readTexts(stored, 'refs'),
    ...(sameAs === undefined ? {} : { sameAs }),
  }
}

function readBase(
  stored: StoredObject,
  file: string,
): Pick<Measure, 'titles' | 'aliases' | 'summary' | 'children' | 'extra' | 'source'> {
  const summary = ifThere(ownValue(stored, 'summary'), asText)
  return {
    titles: readNames(ownValue(stored, 'titles')),
    aliases: readTexts(stored, 'aliases'),
    ...(summary === undefined ? {} : { summary }),
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
