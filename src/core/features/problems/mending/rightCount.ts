import type { Language } from '../../../corpus/language.ts'
import type { Report } from '../../../report/report.ts'
import { inChinese } from '../../../text/numerals.ts'
import { sliceSpan } from '../../../text/span.ts'
import type { TextEdit } from '../../../text/textEdit.ts'
import { chineseScriptOf } from '../../../words/writtenLanguage.ts'
import { spelledNumbers, type OtherCount } from '../statements.ts'

/**
 * The edit that writes the right number in place of the one that `found` begins with, and as that is written: in
 * digits, in English words up to twelve, in Chinese ones. `language` is the report's, for what its script
 * does not show. `undefined` where the number does not stand there as it was read.
 */
export function rightCount(
  { span, written, counted }: OtherCount,
  { source }: Report,
  language: Language,
): TextEdit | undefined {
  const text = sliceSpan(source, span)
  if (!text.startsWith(written)) return undefined
  const number = { start: span.start, end: span.start + written.length }
  return { span: number, text: writtenLike(written, counted, () => isTraditional(text, language)) }
}

function writtenLike(written: string, number: number, isInTraditional: () => boolean): string {
  if (/^\d/u.test(written)) return String(number)
  if (/^\p{Script=Han}/u.test(written)) {
    if (number !== 2) return inChinese(number)
    return isInTraditional() ? '兩' : '两'
  }
  const [word = String(number)] =
    [...spelledNumbers].find(([, spelled]) => spelled === number) ?? []
  return /^\p{Lu}/u.test(written) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}

function isTraditional(text: string, language: Language): boolean {
  const script = chineseScriptOf(text)
  return script === undefined ? language.startsWith('zh-Hant') : script === 'traditional'
}
