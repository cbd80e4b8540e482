import assert from 'node:assert/strict'
import type { Provision } from '../../src/core/corpus/provision.ts'

/** Asserts that each of `provisions` has five or six search phrases in English and in Chinese, and none that another has. */
export function assertDistinctPhrases(provisions: readonly Provision[]): void {
  const all = provisions.flatMap(({ searchPhrases }) => searchPhrases ?? [])
  for (const { key, searchPhrases = [] } of provisions) {
    const chinese = searchPhrases.filter((phrase) => /\p{Script=Han}/u.test(phrase))
    const counts = [chinese.length, searchPhrases.length - chinese.length]
    assert.ok(
      counts.every((count) => count === 5 || count === 6),
      `${key}: ${counts.join(' and ')}`,
    )
  }
  assert.deepEqual(
    all.filter((phrase, at) => all.indexOf(phrase) !== at),
    [],
  )
}
