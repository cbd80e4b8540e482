import { citationStyles } from '../../../src/core/citation/citationForm.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'

/** The keys of all that the citations in `source` name, in their order. */
export function citedKeys(source: string, corpus: Corpus): readonly string[] {
  return meaningsOf(analyseReport(source), corpus)
    .flatMap(({ places }) => places)
    .map(({ provision }) => provision.key)
}

/** What stands in a report in the language `lang` once the first row for what ends `typed` was accepted. */
export function typedCitation(
  typed: string,
  lang: 'en' | 'zh-CN',
  corpus: Corpus,
  style = 'pandoc',
): string | undefined {
  const front = `---\nlang: ${lang}\n---\n\n`
  const source = `${front}${typed}`
  const found = suggestCitations(analyseReport(source), indexOf(corpus), corpus, source.length, {
    style: citationStyles.find((one) => one === style) ?? 'pandoc',
    withPage: true,
    language: lang === 'en' ? 'en' : 'zh-Hans',
    limit: 10,
  })
  const item = found?.items[0]
  if (found === undefined || item === undefined) return undefined
  return applyEdits(source, [{ span: found.span, text: item.text }]).slice(front.length)
}

/** What the provision with `key` becomes behind the words of a sentence in English, in the style `style`. */
export function writtenCitation(key: string, style: string, corpus: Corpus): string | undefined {
  const words = 'Agencies weigh the rules of states '
  return typedCitation(`${words}@${key}`, 'en', corpus, style)?.slice(words.length)
}

const indexes = new WeakMap<Corpus, SearchIndex>()

function indexOf(corpus: Corpus): SearchIndex {
  const index = indexes.get(corpus) ?? createSearchIndex(corpus)
  indexes.set(corpus, index)
  return index
}
