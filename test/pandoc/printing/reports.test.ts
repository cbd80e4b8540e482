import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import { ownStyles } from '../../../src/core/printing/printed.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { ourReferences, pandocReferences } from './comparedReferences.ts'
import { generatedParagraphs } from './generatedParagraphs.ts'
import { inventedWorks } from './inventedWorks.ts'

const corpus = libraryCorpus()

for (const style of ownStyles) {
  suite(`whole reports in ${style}`, { skip: publishedStyle(style).skip }, () => {
    for (const [lang, seed] of [
      ['en-US', 31],
      ['en-GB', 37],
      ['zh-CN', 4],
    ] as const) {
      test(`are printed as Pandoc prints them, lang: ${lang}, seed ${String(seed)}`, async () => {
        const library = cslItems(corpus.instruments, corpus, languageOfTag(lang))
        const items = [...inventedWorks, ...library]
        const paragraphs = generatedParagraphs(seed, lang, items)
        const report = { style, lang, paragraphs, items }
        assert.deepEqual(ourReferences(report), await pandocReferences(report))
      })
    }
  })
}
