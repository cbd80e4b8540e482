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
