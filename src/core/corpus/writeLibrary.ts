import type { Corpus } from './corpus.ts'
import { instrumentIdOf, pathOf } from './key.ts'
import type { Names } from './language.ts'
import {
  libraryFormat,
  libraryVersion,
  type StoredAgency,
  type StoredClaim,
  type StoredHeading,
  type StoredInstrument,
  type StoredLibrary,
  type StoredNames,
  type StoredPlace,
  type StoredRelation,
  type StoredTerm,
} from './libraryFormat.ts'
import type {
  Agency,
  Claim,
  Division,
  Instrument,
  Measure,
  Provision,
  Relation,
  SourcePlace,
  Term,
} from './provision.ts'

/** `corpus` as compact JSON that `readLibrary` reads; its troubles are not written. */
export function writeLibrary(corpus: Corpus): string {
  const library: StoredLibrary = {
    format: libraryFormat,
    version: libraryVersion,
    agencies: [...corpus.agencies.values()].map(storedAgency),
    instruments: corpus.instruments.map((instrument) =>
      storedInstrument(instrument, headingsOf(corpus, instrument)),
    ),
    relations: corpus.relations.map(storedRelation),
    terms: corpus.terms.map(storedTerm),
  }
  return JSON.stringify(library)
}

function headingsOf(corpus: Corpus, instrument: Instrument): readonly (Division | Measure)[] {
  return corpus.provisions.filter(
    (provision): provision is Division | Measure =>
      provision.level !== 'instrument' && instrumentIdOf(provision.key) === instrument.key,
  )
}

function storedAgency({ code, names, aliases, parent, extra, source }: Agency): StoredAgency {
  return {
    file: source.file,
    code,
    names: storedNames(names),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(parent === undefined ? {} : { parent }),
    ...(extra === undefined ? {} : { extra: [...extra] }),
    at: storedPlace(source),
  }
}

function storedTerm({ names, aliases, about, source }: Term): StoredTerm {
  return {
    file: source.file,
    names: storedNames(names),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(about.length === 0 ? {} : { about }),
    at: storedPlace(source),
  }
}

function storedInstrument(
  instrument: Instrument,
  headings: readonly (Division | Measure)[],
): StoredInstrument {
  const { type, shortTitle, issuer, printedHeadings } = instrument
  const indexes = new Map(headings.map(({ key }, index) => [key, index]))
  return {
    file: instrument.source.file,
    id: instrument.key,
    type,
    ...storedBase(instrument),
    ...(shortTitle === undefined ? {} : { shortTitle: storedNames(shortTitle) }),
    ...(issuer === undefined ? {} : { issuer: storedNames(issuer) }),
    ...storedHead(instrument),
    ...(printedHeadings.length === 0 ? {} : { printedHeadings }),
    headings: headings.map((heading) => storedHeading(heading, indexes.get(heading.parent))),
  }
}

/** What an instrument says of itself that is stored as it is. */
function storedHead(instrument: Instrument): Pick<StoredInstrument, (typeof headFields)[number]> {
  const known = headFields.filter((name) => instrument[name] !== undefined)
  return Object.fromEntries(known.map((name) => [name, instrument[name]]))
}

const headFields = [
  'issued',
  'url',
  'sha256',
  'firstPage',
  'lastPage',
  'status',
  'effective',
  'ended',
  'endedBy',
  'provenance',
  'checked',
  'about',
] as const satisfies readonly (keyof Instrument & keyof StoredInstrument)[]

function storedRelation({ titles, reason, from, type, to, source }: Relation): StoredRelation {
  return {
    file: source.file,
    titles: storedNames(titles),
    ...(reason === undefined ? {} : { reason: storedNames(reason) }),
    from,
    type,
    to,
    at: storedPlace(source),
  }
}

function storedClaim(claim: Claim): StoredClaim {
  const { speaker, affiliation, statement, horizon, dimension, sides, about, supported, origin } =
    claim
  return {
    ...(speaker === undefined ? {} : { speaker: storedNames(speaker) }),
    ...(affiliation === undefined ? {} : { affiliation: storedNames(affiliation) }),
    ...(statement === undefined ? {} : { statement }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(dimension === undefined ? {} : { dimension: storedNames(dimension) }),
    ...(sides.length === 0 ? {} : { sides }),
    ...(about.length === 0 ? {} : { about }),
    ...(supported === undefined ? {} : { supported }),
    ...(origin === undefined ? {} : { origin: storedNames(origin) }),
  }
}

function storedHeading(heading: Division | Measure, up: number | undefined): StoredHeading {
  const { key, kind, ordinal, pages } = heading
  return {
    path: pathOf(key) ?? '',
    ...(up === undefined ? {} : { up }),
    kind,
    ordinal,
    ...(pages === undefined ? {} : { pages: [pages.first, pages.last] as const }),
    ...storedBase(heading),
    ...(heading.level === 'measure' ? storedFacts(heading) : {}),
  }
}

function storedFacts(
  measure: Measure,
): Pick<StoredHeading, 'lead' | 'through' | 'with' | 'refs' | 'sameAs' | 'claim'> {
  const { lead, through, refs, sameAs, claim } = measure
  return {
    ...(lead.length === 0 ? {} : { lead }),
    ...(through.length === 0 ? {} : { through }),
    ...(measure.with.length === 0 ? {} : { with: measure.with }),
    ...(refs.length === 0 ? {} : { refs }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(claim === undefined ? {} : { claim: storedClaim(claim) }),
  }
}

function storedBase({
  titles,
  aliases,
  summary,
  confidence,
  extra,
  source,
}: Provision): Pick<
  StoredHeading,
  'titles' | 'aliases' | 'summary' | 'confidence' | 'extra' | 'at'
> {
  return {
    titles: storedNames(titles),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(summary === undefined ? {} : { summary: storedNames(summary) }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(extra === undefined ? {} : { extra: [...extra] }),
    at: storedPlace(source),
  }
}

function storedNames(names: Names): StoredNames {
  const known = [names.en, names['zh-Hans'], names['zh-Hant'], names['zh-Hant-HK']]
  const last = known.findLastIndex((name) => name !== undefined)
  return known.slice(0, last + 1).map((name) => name ?? null)
}

function storedPlace({ line, column, span }: SourcePlace): StoredPlace {
  return [line, column, span.start, span.end]
}
