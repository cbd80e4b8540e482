import simplified from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' }
import traditional from '../../l10n/bundle.l10n.zh-tw.json' with { type: 'json' }
import type { Language } from '../core/corpus/language.ts'

/** An English sentence of ours in another language, its `{0}`, `{1}` … replaced by `values`. */
export type Words = (sentence: string, ...values: readonly (string | number)[]) => string

/**
 * Our sentences in `language`: for what stands beside titles of the corpus, which come in the reader's
 * language. Messages of VS Code's own surfaces follow its display language through `vscode.l10n`; both
 * read the same tables.
 */
export function wordsIn(language: Language): Words {
  const table = tables[language]
  return (sentence, ...values) =>
    (table.get(sentence) ?? sentence).replaceAll(/\{(\d+)\}/gu, (whole, place: string) => {
      const value = values[Number(place)]
      return value === undefined ? whole : String(value)
    })
}

const toSimplified = new Map(Object.entries(simplified))
const toTraditional = new Map(Object.entries(traditional))

const tables: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map(),
  'zh-Hans': toSimplified,
  'zh-Hant': toTraditional,
  'zh-Hant-HK': toTraditional,
}
