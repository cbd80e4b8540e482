import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCitation } from '../../../src/core/citation/format.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

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
