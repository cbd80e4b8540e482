import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byUnits, sortedInSlices } from '../../../src/core/search/index/sortedInSlices.ts'

/** What `work` gives, and the most comparisons that were made between two of its pauses. */
function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number) {
  let [since, most] = [0, 0]
  const work = sortedInSlices(items, (a, b) => {
    since += 1
    most = Math.max(most, since)
    return compare(a, b)
  })
  for (;;) {
    const step = work.next()
    since = 0
    if (step.done === true) return { items: step.value, most }
  }
}

test('items are in the order that toSorted gives, equal ones as they were', () => {
  const item = fc.record({ key: fc.nat(40), name: fc.string({ maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.constantFrom(1, 100, 400), (few, times) => {
      const items = Array.from({ length: times }, () => few).flat()
      for (const compare of [
        (a: (typeof items)[number], b: (typeof items)[number]) => a.key - b.key,
        (a: (typeof items)[number], b: (typeof items)[number]) => byUnits(a.name, b.name),
      ]) {
        assert.deepEqual(sorted(items, compare).items, items.toSorted(compare))
      }
    }),
    { numRuns: 30 },
  )
})

test('texts are compared as sort does without a function: by their UTF-16 units', () => {
  const texts = ['é', '𠮷', '\ufffd', 'z', 'Z', '', '人工', '人', 'a\u0301']
  assert.deepEqual(sorted(texts, byUnits).items, texts.toSorted())
})

test('however many items there are, little is done between two pauses', () => {
  const numbers = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => (at * 7919) % 65_537)
  const byNumber = (a: number, b: number): number => a - b
  const [few, many] = [sorted(numbers(5000), byNumber), sorted(numbers(60_000), byNumber)]
  assert.ok(many.most <= 2048 * 11, String(many.most))
  assert.ok(many.most <= few.most * 1.2, `${String(many.most)} ${String(few.most)}`)
})
