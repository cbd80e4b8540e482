import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  instrumentIdOf,
  keyOf,
  longestKey,
  parseKey,
  pathOf,
} from '../../../src/core/corpus/key.ts'

suite('A key is an id, and a path behind a colon', () => {
  for (const key of [
    'a',
    'ab1',
    'us-aiap-2025',
    'a-1',
    'xx-test:1',
    'xx-test:I.1.3',
    'xx-test:13.a',
    'xx-test:GV-1.1-001',
    'xx-test:annex-III.4',
    'a:b-c-d.e',
  ]) {
    test(`${key} is one`, () => {
      assert.equal(parseKey(key), key)
    })
  }

  for (const text of [
    '',
    '1a',
    '-a',
    'a-',
    'a--b',
    'A',
    'aB',
    'a b',
    'a_b',
    ' a',
    'a ',
    'a:',
    ':1',
    'a:1:2',
    'a:.1',
    'a:1.',
    'a:1..2',
    'a:1.-2',
    'a:-1',
    'a:1-',
    'a:é',
    'a:1 2',
    'a.b:1',
    'a:1\n',
    'x a:1',
    'ä:1',
  ]) {
    test(`${JSON.stringify(text)} is none`, () => {
      assert.equal(parseKey(text), undefined)
    })
  }

  test('the longest one has 128 characters', () => {
    assert.equal(longestKey, 128)
    const longest = `a:${'1'.repeat(126)}`
    assert.equal(parseKey(longest), longest)
    assert.equal(parseKey(`${longest}1`), undefined)
  })
})

test('a key is made of an id and a path, where both are well-formed', () => {
  assert.equal(keyOf('xx-test', 'I.1'), 'xx-test:I.1')
  assert.equal(keyOf('xx-test'), 'xx-test')
  for (const [id, path] of [
    ['xx-test', ''],
    ['xx-test', 'a:b'],
    ['xx-test', '.1'],
    ['xx-test:1', '2'],
    ['xx:1', undefined],
    ['XX', '1'],
    ['', '1'],
  ] as const) {
    assert.equal(keyOf(id, path), undefined, `${id} ${String(path)}`)
  }
})

test('a key is taken apart at its first colon', () => {
  assert.deepEqual([instrumentIdOf('xx-test:I.1'), pathOf('xx-test:I.1')], ['xx-test', 'I.1'])
  assert.deepEqual([instrumentIdOf('xx-test'), pathOf('xx-test')], ['xx-test', undefined])
  assert.deepEqual([instrumentIdOf('a:b:c'), pathOf('a:b:c')], ['a', 'b:c'])
  assert.deepEqual([instrumentIdOf(':b'), pathOf(':b')], ['', 'b'])
})
