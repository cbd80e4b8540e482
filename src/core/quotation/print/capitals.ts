import type { Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/**
 * `wording` with the words of headings in capitals as `other` has them in other letters. A wording that is set
 * in capitals throughout, and what it is compared with, is read without regard to case.
 */
export function withCaseOf(wording: Wording, other: Wording, numbers: WordNumbers): Wording {
  const folded = (word: number): number => numbers.of(numbers.wordOf(word).toLowerCase())
  if (isInCapitals(wording) || isInCapitals(other)) {
    return { ...wording, words: wording.words.map(folded) }
  }
  if (wording.capitals.length === 0) return wording
  const known = new Set(other.words)
  const forms = new Map(other.words.map((word) => [folded(word), word]))
  const words = [...wording.words]
  for (const at of wording.capitals) {
    const word = words[at] ?? 0
    if (!known.has(word)) words[at] = forms.get(folded(word)) ?? word
  }
  return { ...wording, words }
}

function isInCapitals({ words, capitals }: Wording): boolean {
  return words.length > 0 && capitals.length === words.length
}
