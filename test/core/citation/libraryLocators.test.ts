import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { formatCitation } from '../../../src/core/citation/format.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const promised = new URL('../../corpus/places/', import.meta.url)

/** The key of `provision`, and the citations that name it by its place in each language. */
function placesLine(provision: Provision): string {
  const written = (['en', 'zh-Hans', 'zh-Hant'] as const).map((language) =>
    formatCitation([provision], 'locator', {
      corpus,
      language,
      withPage: false,
      before: '',
      after: '',
    }),
  )
  return [provision.key, ...written].join('\t')
}

test('what is written for a provision of the library is what was promised', () => {
  const lines = readdirSync(promised).flatMap((name) =>
    readFileSync(new URL(name, promised), 'utf8').trimEnd().split('\n'),
  )
  assert.deepEqual(corpus.provisions.map(placesLine).sort(), lines.sort())
})

/** The key of what the locator form of each provision resolves to, where that is another or none. */
function lost(language: Language): readonly string[] {
  return corpus.provisions.flatMap((provision) => {
    const text = formatCitation([provision], 'locator', {
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

for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
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
