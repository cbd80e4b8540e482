import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Terms } from '../../../src/core/search/index/terms.ts'
import { eachTypo } from '../../../src/core/search/matching/typos.ts'
import { Dice } from '../../bench/dice.ts'

/** Optimal string alignment, reckoned in full: how many errors lead from the first letters of `typed` to `word`, by how many letters. */
function errorsBetween(typed: string, word: string): readonly number[] {
  const rows = [Array.from({ length: typed.length + 1 }, (_, at) => at)]
  for (let depth = 1; depth <= word.length; depth++) {
    const row = [depth]
    for (let at = 1; at <= typed.length; at++) {
      const same = typed[at - 1] === word[depth - 1]
      const isSwapped = typed[at - 2] === word[depth - 1] && typed[at - 1] === word[depth - 2]
      row[at] = Math.min(
        (rows[depth - 1]?.[at - 1] ?? 0) + (same ? 0 : 1),
        (rows[depth - 1]?.[at] ?? 0) + 1,
        (row[at - 1] ?? 0) + 1,
        at > 1 && depth > 1 && isSwapped ? (rows[depth - 2]?.[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    rows.push(row)
  }
  return rows.map((row) => row[typed.length] ?? Infinity)
}

function termsOf(words: readonly string[]): Terms {
  const starts = new Uint32Array(words.length + 1)
  for (const [at, word] of words.entries()) starts[at + 1] = (starts[at] ?? 0) + word.length
  const text = words.join('')
  const units = Uint16Array.from(text, (_, at) => text.charCodeAt(at))
  return new Terms(units, starts, new Uint32Array(0))
}

/** Words of few letters, so that many are alike; each once, sorted. */
function wordsOf(dice: Dice, count: number): readonly string[] {
  const words = Array.from({ length: count }, () =>
    Array.from({ length: dice.between(1, 12) }, () => dice.pick(Array.from('aabcdé'))).join(''),
  )
  return [...new Set(words)].sort()
}

test('a walk over the words finds what a comparison with each of them finds', () => {
  const dice = new Dice(23)
  const words = wordsOf(dice, 1500)
  const terms = termsOf(words)
  for (const typed of wordsOf(dice, 60)) {
    for (const most of [1, 2]) {
      const whole = new Map<string, number>()
      const begun = new Map<string, number>()
      eachTypo(terms, typed, most, {
        whole: (word, typos) => whole.set(terms.wordAt(word), typos),
        begun: (first, end, typos) => {
          for (const word of words.slice(first, end)) {
            begun.set(word, Math.min(typos, begun.get(word) ?? Infinity))
          }
        },
      })
      for (const word of words) {
        const errors = errorsBetween(typed, word)
        const asWhole = errors[word.length] ?? Infinity
        assert.equal(whole.get(word), asWhole <= most ? asWhole : undefined, `${typed} ${word}`)
        const beginnings = errors.filter((_, at) => at > 0 && word[at - 1] === typed.at(-1))
        const asBegun = Math.min(...beginnings)
        assert.equal(begun.get(word), asBegun <= most ? asBegun : undefined, `${typed} ${word}…`)
      }
    }
  }
})
