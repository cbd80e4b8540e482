import type { FieldDetail } from '../core/features/corpusFields.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import { inWords, type FillTemplate } from '../core/corpus/sentence.ts'

/** What stands beside a field or a value that is offered: its meaning in words of `t`, or its name in `language`. */
export function fieldDetailText(detail: FieldDetail, language: Language, t: FillTemplate): string {
  return 'en' in detail ? nameIn(detail, language) : inWords(detail, t)
}
