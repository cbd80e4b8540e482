import assert from 'node:assert/strict'
import type { PassagePart } from '../../../../src/core/quotation/passageIndex.ts'
import { shapeOf } from '../../../../src/core/quotation/passageShape.ts'
import type { OmittedWords } from '../../../../src/core/quotation/signs/omittedWords.ts'
import { readWording } from '../../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../../src/core/quotation/wordNumbers.ts'

/** The words in braces, left out of the text around them. */
export function omittedIn(marked: string, parts: readonly PassagePart[] = []): OmittedWords {
  const numbers = new WordNumbers()
  const text = marked.replaceAll(/[{}]/gu, '')
  const [open, close] = [marked.indexOf('{'), marked.indexOf('}') - 1]
  const wording = readWording(text, numbers)
  const from = wording.starts.filter((start) => start < open).length
  const to = wording.starts.filter((start) => start < close).length
  return { wording, numbers, from, to, shape: shapeOf({ key: 'x', text, parts }, wording, numbers) }
}

function tell(
  what: (omitted: OmittedWords) => unknown,
  texts: readonly string[],
): readonly string[] {
  return texts.map((text) => `${String(what(omittedIn(text)))}: ${text}`)
}

/** Asserts what is said of each of the texts, in which braces enclose what is left out. */
export function all(
  what: (omitted: OmittedWords) => unknown,
  expected: unknown,
  ...texts: readonly string[]
): void {
  assert.deepEqual(
    tell(what, texts),
    texts.map((text) => `${String(expected)}: ${text}`),
  )
}
