import type { FieldDetail } from '../core/features/corpusFields.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import { inWords } from '../core/corpus/sentence.ts'
import type { Words } from './words.ts'

/** What stands beside a field or a value that is offered: its meaning in words of `t`, or its name in `language`. */
export function fieldDetailText(detail: FieldDetail, language: Language, t: Words): string {
  return 'en' in detail ? nameIn(detail, language) : inWords(detail, t)
}
