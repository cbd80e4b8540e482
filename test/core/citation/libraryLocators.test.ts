import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languages, type Language } from '../../../src/core/corpus/language.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const promised = new URL('../../corpus/places/', import.meta.url)

/** What is written for `provision` in words, in each language. */
function writtenFor(provision: Provision): readonly string[] {
  const format = { corpus, withPage: false, before: '', after: '' }
  return languages.map((language) => formatCitation([provision], 'pandoc', { ...format, language }))
}

/** A provision, and all citations that were ever written for its place. */
const promises = readdirSync(promised)
  .flatMap((name) => readFileSync(new URL(name, promised), 'utf8').trimEnd().split('\n'))
  .map((line) => {
    const [key = '', ...citations] = line.split('\t')
    return { key, citations }
  })

test('what is written for a provision of the library stands among what was promised', () => {
  const known = new Map(promises.map(({ key, citations }) => [key, citations]))
  const missing = corpus.provisions.flatMap((provision) => {
    const old = known.get(provision.key) ?? []
    const added = writtenFor(provision).filter((one) => !old.includes(one))
    return added.length === 0 ? [] : [[provision.key, ...new Set(added)].join('\t')]
  })
  assert.deepEqual(missing, [])
})

test('every place that was ever written still names its provision, and nothing else', () => {
  assert.ok(promises.length >= 700)
  const lost = promises.flatMap(({ key, citations }) =>
    citations.filter((citation) => {
      const meanings = meaningsOf(analyseReport(citation), corpus)
      const places = meanings.flatMap(citedPlaces)
      const [place] = places
      const isUnderstood = place?.notUnderstood === undefined && place?.deeper === undefined
      const isNamed = place?.provision === corpus.byKey.get(key)
      return places.length !== 1 || !isNamed || !isUnderstood
    }),
  )
  assert.deepEqual(lost, [])
})

/** The key of what the place of each provision, with its page, resolves to, where that is another or none. */
function lost(language: Language): readonly string[] {
  return corpus.provisions.flatMap((provision) => {
    const text = formatCitation([provision], 'pandoc', {
      corpus,
      language,
      withPage: true,
      before: '',
      after: '',
    })
    const report = analyseReport(text)
    const [place] = meaningsOf(report, corpus).flatMap(citedPlaces)
    const isSame = place?.provision === provision && place.notUnderstood === undefined
    return isSame ? [] : [`${provision.key}: ${text}`]
  })
}

for (const language of languages) {
  test(`every provision of the library is found again by its locator in ${language}`, () => {
    assert.deepEqual(lost(language), [])
  })
}

/** As version 0.1 wrote sections of a section in Chinese. */
const writtenOnce = corpus.provisions.flatMap(({ key }) => {
  const [, section, below] = /^us-eo-14110:(\d+)\.(\d+)$/.exec(key) ?? []
  if (section === undefined || below === undefined) return []
  return [
    [key, `第${section}节第${below}节`],
    [key, `第${section}節第${below}節`],
  ] as const
})

test('what was written otherwise once is still read', () => {
  assert.ok(writtenOnce.length >= 16)
  for (const [key, place] of writtenOnce) {
    const meanings = meaningsOf(analyseReport(`[@us-eo-14110, ${place}]`), corpus)
    const places = meanings.flatMap(citedPlaces)
    assert.deepEqual(
      places.map(({ provision }) => provision.key),
      [key],
      place,
    )
  }
})
