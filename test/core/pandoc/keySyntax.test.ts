import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { asciiKeyRestEnd, keyEndAt, matchKeyBraces } from '../../../src/core/pandoc/keySyntax.ts'

suite('A key ends where Pandoc ends it', () => {
  for (const [text, key] of [
    ['a', 'a'],
    ['a1_b', 'a1_b'],
    ['_a', '_a'],
    ['*a', '*a'],
    ['*', '*'],
    ['**a', '*'],
    ['é中a b', 'é中a'],
    ['𝒜𝓁 b', '𝒜𝓁'],
    ['a b', 'a'],
    ['a:b.c#d$e%f&g-h+i?j<k>l~m/n', 'a:b.c#d$e%f&g-h+i?j<k>l~m/n'],
    ['a:', 'a'],
    ['a.', 'a'],
    ['a.)', 'a'],
    ['a..b', 'a'],
    ['a--b', 'a'],
    ['a.-b', 'a'],
    ['a*b', 'a'],
    ['a!b', 'a'],
    ['a(b)', 'a'],
    ['a._b', 'a._b'],
    ['a.中', 'a.中'],
    ['a.𝒜', 'a.𝒜'],
    ['a:b:c', 'a:b:c'],
    ['http://a.example/b', 'http://a.example/b'],
    ['a//b', 'a//b'],
    ['a:/b', 'a:/b'],
    ['a:/', 'a:'],
    ['a//', 'a/'],
    ['a/:b', 'a'],
    ['a.//b', 'a'],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.equal(text.slice(0, keyEndAt(text, 0)), key)
      assert.equal(keyEndAt(`@${text}`, 1), 1 + key.length)
    })
  }

  test('there is none before a space, punctuation, or the end', () => {
    for (const text of ['', ' a', '.a', ':a', '-a', '{a}', '[a']) assert.equal(keyEndAt(text, 0), 0)
    assert.equal(keyEndAt('ab', 2), 2)
  })
})

suite('What somebody means by the rest of a key', () => {
  for (const [text, rest] of [
    ['bc d', 'bc'],
    ['_b.c', '_b.c'],
    ['9', '9'],
    ['.b', '.b'],
    ['.', ''],
    ['中b', ''],
    ['b中', 'b'],
    ['b.中', 'b'],
    ['é', ''],
    ['//b', '//b'],
    [' b', ''],
    ['', ''],
  ] as const) {
    test(`of ${JSON.stringify(text)} is ${JSON.stringify(rest)}`, () => {
      assert.equal(asciiKeyRestEnd(`a${text}`, 1), 1 + rest.length)
    })
  }
})

suite('Braces of a key', () => {
  for (const [text, pairs] of [
    ['@{a}', [[1, 3]]],
    [
      '@{a{b}c}',
      [
        [3, 5],
        [1, 7],
      ],
    ],
    ['@{}', [[1, 2]]],
    ['x} @{a}', [[4, 6]]],
    [
      '@{a} @{b}',
      [
        [1, 3],
        [6, 8],
      ],
    ],
    ['@{a}}', [[1, 3]]],
    ['@{a b}', []],
    ['@{a\tb}', []],
    ['@{a\rb}', []],
    ['@{a\bb}', [[1, 5]]],
    ['@{a\x0eb}', [[1, 5]]],
    ['@{a\u00a0b}', []],
    ['@{a\u2000b}', []],
    ['@{a\u200ab}', []],
    ['@{a\u1fffb}', [[1, 5]]],
    ['@{a\u200bb}', [[1, 5]]],
    ['@{a\u3000b}', []],
    ['@{a\u3001b}', [[1, 5]]],
    ['@{a {b}', [[4, 6]]],
    ['@{a', []],
    ['{a}', []],
    ['@a{b}', []],
  ] as const) {
    test(`${JSON.stringify(text)}: each with the one that closes it, none across a space`, () => {
      assert.deepEqual([...matchKeyBraces(text)], pairs)
    })
  }
})
