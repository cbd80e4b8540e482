import type { Language } from '../core/corpus/language.ts'
import { fillTemplate, type FillTemplate } from '../core/corpus/sentence.ts'
import { lazily } from '../core/text/lazily.ts'
import { shortName } from './shortNames.ts'
import simplified from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' }
import traditional from '../../l10n/bundle.l10n.zh-tw.json' with { type: 'json' }

/** An English sentence of ours in another language, its `{0}`, `{1}` … replaced by `values`. */
export type Words = FillTemplate

/** Our English sentences in one other language: a table of `l10n/`; in our bundles each by its short name. */
type WordTable = ReadonlyMap<string, string>

const inSimplified = lazily((): WordTable => new Map(Object.entries(simplified)))
const inTraditional = lazily((): WordTable => new Map(Object.entries(traditional)))

/**
 * Our sentences in `language`: for what stands beside titles of the corpus, which come in the reader's
 * language. Messages of VS Code's own surfaces follow its display language through `vscode.l10n`; both
 * read the same tables.
 */
export function wordsIn(language: Language): Words {
  const table = tableOf(language)
  return (sentence, ...values) => {
    const words = wordsFor(sentence, table)
    return fillTemplate(table === undefined ? words : closed(words, values), ...values)
  }
}

/** Chinese sets digits and Latin letters off by spaces, but no date, and nothing that begins or ends in Chinese. */
function closed(words: string, values: readonly unknown[]): string {
  return words.replaceAll(/( ?)\{(\d)\}( ?)/gu, (_, before: string, at: string, after: string) => {
    const value = String(values[Number(at)])
    const start = /^(?:\P{ASCII}|\d{1,4}年)/u.test(value) ? '' : before
    return `${start}{${at}}${/\P{ASCII}$/u.test(value) ? '' : after}`
  })
}

function wordsFor(sentence: string, table: WordTable | undefined): string {
  return table?.get(sentence) ?? table?.get(shortName(sentence)) ?? sentence
}

function tableOf(language: Language): WordTable | undefined {
  switch (language) {
    case 'en':
      return undefined
    case 'zh-Hans':
      return inSimplified()
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return inTraditional()
  }
}
