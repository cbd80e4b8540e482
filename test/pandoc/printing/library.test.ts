import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import { instrumentIdOf } from '../../../src/core/corpus/key.ts'
import { ownStyles } from '../../../src/core/printing/printed.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { ourReferences, pandocReferences } from './comparedReferences.ts'

const corpus = libraryCorpus()

/** Each instrument, with every so manieth provision of it. */
const cited = corpus.instruments.map((instrument) => {
  const within = corpus.provisions.filter(
    ({ key }) => key !== instrument.key && instrumentIdOf(key) === instrument.key,
  )
  const some = within.filter((_, index) => index % Math.ceil(within.length / 4) === 0)
  return { instrument, some }
})

/** Each instrument as a whole, then with places: of its provisions, once by the key. */
function citationsIn(lang: string): readonly string[] {
  const format = {
    ...{ corpus, language: languageOfTag(lang), withPage: true, before: '', after: '' },
  }
  return cited.flatMap(({ instrument, some }) => {
    return [
      formatCitation([instrument], 'pandoc', format),
      ...some.map((one) => formatCitation([one], 'pandoc', format)),
      ...some.slice(0, 1).map((one) => formatCitation([one], 'key', format)),
      formatCitation(some.slice(-2), 'pandoc', format),
    ]
  })
}

/** What a report that cites them has in its bibliography: Pandoc reads each item, cited or not. */
const works = cited.flatMap(({ instrument, some }) => [instrument, ...some])

for (const style of ownStyles) {
  suite(`the library in ${style}`, { skip: publishedStyle(style).skip }, () => {
    for (const lang of ['en-US', 'zh-CN', style === 'oscola' ? 'en-GB' : 'zh-TW']) {
      test(`is printed as Pandoc prints it, lang: ${lang}`, async () => {
        const items = cslItems(works, corpus, languageOfTag(lang))
        const report = { style, lang, paragraphs: citationsIn(lang), items }
        assert.deepEqual(ourReferences(report), await pandocReferences(report))
      })
    }
  })
}
