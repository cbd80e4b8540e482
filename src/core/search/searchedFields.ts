import { officialNumbers, type Corpus } from '../corpus/corpus.ts'
import { allNames, type Language, languages, type Names } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'
import { allForms, termFinderOf } from '../words/termFinder.ts'
import { kindWords, typeWords } from '../words/kindWords.ts'

/**
 * The parts of a provision that words are looked for in. `lead`, `through` and `with` are agencies,
 * `parentAgency` what they belong to; `term` and `summaryTerm` all forms of a term of the glossary that
 * its title or its summary has; `phrase` what analysts call the matter, `official` the issuer's own words.
 */
export const searchedFieldNames = [
  'key',
  'title',
  'alias',
  'term',
  'lead',
  'through',
  'with',
  'parentAgency',
  'issuer',
  'ref',
  'kind',
  'page',
  'summaryTerm',
  'phrase',
  'summary',
  'official',
] as const

/** See {@link searchedFieldNames}. */
export type SearchedFieldName = (typeof searchedFieldNames)[number]

/** One text of a provision that words are looked for in. */
export interface SearchedField {
  readonly name: SearchedFieldName
  readonly text: string
  /** The language of a title; other texts are of any. */
  readonly language?: Language
}

/** What of the rest of a corpus the texts of an instrument depend on. */
export type Surroundings = Pick<Corpus, 'agencies' | 'terms'>

/**
 * The texts of `provision` that are searched by words, `official` the words of its issuer among them. Its
 * key's path and the numbers of its pages are matched apart.
 */
export function searchedFieldsOf(
  surroundings: Surroundings,
  provision: Provision,
  official?: string,
): readonly SearchedField[] {
  return [
    ...titlesOf(provision.titles),
    ...named('alias', provision.aliases),
    ...placesOf(provision),
    ...fieldsOfLevel(surroundings, provision),
    ...termFields(surroundings, provision),
    ...named('phrase', phrasesOf(provision)),
    ...named('summary', provision.summary === undefined ? [] : allNames(provision.summary)),
    ...named('official', official === undefined ? [] : [official]),
  ]
}

/** What analysts call the matter; of a division nothing, which would stand before its measures for all that they are called. */
function phrasesOf({ level, searchPhrases = [] }: Provision): readonly string[] {
  return level === 'division' ? [] : searchPhrases
}

/** What the instrument prints as the place of a provision is a name of it, where its label does not say it. */
function placesOf(provision: Provision): readonly SearchedField[] {
  const isPrinted = provision.level !== 'instrument' && provision.place !== undefined
  return isPrinted ? named('alias', allNames(provision.place)) : []
}

/** All forms of the terms of the glossary that a measure has, by where it has them: a division would stand before its measures for every one of them. */
function termFields(surroundings: Surroundings, provision: Provision): readonly SearchedField[] {
  if (surroundings.terms.length === 0 || provision.level !== 'measure') return []
  const finder = termFinderOf(surroundings)
  const calling = [...allNames(provision.titles), ...provision.aliases]
  const called = new Set([
    ...finder.about(provision),
    ...calling.flatMap((text) => finder.within(text)),
  ])
  const summary = provision.summary === undefined ? [] : allNames(provision.summary)
  const told = new Set(summary.flatMap((text) => finder.within(text)))
  const only = [...told].filter((term) => !called.has(term))
  return [...named('term', [...called].map(allForms)), ...named('summaryTerm', only.map(allForms))]
}

function fieldsOfLevel(surroundings: Surroundings, provision: Provision): readonly SearchedField[] {
  switch (provision.level) {
    case 'instrument':
      return fieldsOfInstrument(provision)
    case 'division':
      return [...named('kind', kindWords[provision.kind]), ...pageFields(provision)]
    case 'measure':
      return fieldsOfMeasure(surroundings, provision)
  }
}

function fieldsOfInstrument(instrument: Instrument): readonly SearchedField[] {
  return [
    { name: 'key', text: instrument.key },
    ...named('alias', officialNumbers(instrument)),
    ...named('kind', typeWords[instrument.type]),
    ...named('issuer', instrument.issuer === undefined ? [] : allNames(instrument.issuer)),
  ]
}

function fieldsOfMeasure(surroundings: Surroundings, measure: Measure): readonly SearchedField[] {
  return [
    ...named('lead', agencyNames(surroundings, measure.lead)),
    ...named('through', agencyNames(surroundings, measure.through)),
    ...named('with', agencyNames(surroundings, measure.with)),
    ...named('parentAgency', agencyNames(surroundings, parentsOf(surroundings, measure))),
    ...named('ref', measure.refs),
    ...named('kind', kindWords[measure.kind]),
    ...pageFields(measure),
  ]
}

/** What a page begins with: with that alone typed, everything on a page is still in question. */
function pageFields(provision: Division | Measure): readonly SearchedField[] {
  return named('page', provision.pages === undefined ? [] : ['page', '第'])
}

/** Codes, full names in all languages, and aliases. A code without an entry in the register stands alone. */
function agencyNames(surroundings: Surroundings, codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => {
    const agency = surroundings.agencies.get(code)
    return agency === undefined ? [code] : [code, ...allNames(agency.names), ...agency.aliases]
  })
}

/** The bodies above those that lead `measure` or that it runs through, which are not among these. */
function parentsOf({ agencies }: Surroundings, { lead, through }: Measure): readonly string[] {
  const parents = new Set<string>()
  for (const code of [...lead, ...through]) {
    let above = agencies.get(code)?.parent
    while (above !== undefined && !parents.has(above)) {
      if (!lead.includes(above) && !through.includes(above)) parents.add(above)
      above = agencies.get(above)?.parent
    }
  }
  return [...parents]
}

function named(name: SearchedFieldName, texts: readonly string[]): readonly SearchedField[] {
  return texts.map((text) => ({ name, text }))
}

function titlesOf(titles: Names): readonly SearchedField[] {
  return languages.flatMap((language) => {
    const text = titles[language]
    return text === undefined ? [] : [{ name: 'title' as const, text, language }]
  })
}
