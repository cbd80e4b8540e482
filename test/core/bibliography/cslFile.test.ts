import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readCslFile, updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { isOurEntry, theirFields } from '../../../src/core/bibliography/mergedEntry.ts'
import { withRecord } from '../../../src/core/bibliography/record.ts'

function item(id: string, title: string): CslItem {
  return withRecord({ id, type: 'report', title, language: 'en' })
}

suite('A CSL-JSON file is read', () => {
  test('entry by entry, by ids that are texts or numbers', () => {
    const text =
      '[{"id":"a","title":"x"},{"id":7},{"title":"y"},{"id":null},{"id":[1]},"z",null,[{"id":"b"}]]'
    const read = readCslFile(text)
    assert.ok(typeof read !== 'string')
    assert.deepEqual(
      [...read],
      [
        ['a', { id: 'a', title: 'x' }],
        ['7', { id: 7 }],
      ],
    )
  })

  test('as having none where it is blank, with or without a BOM', () => {
    for (const text of ['', ' \n\t', '\uFEFF', '\uFEFF\n']) {
      assert.deepEqual(readCslFile(text), new Map(), JSON.stringify(text))
    }
    assert.deepEqual(readCslFile('\uFEFF[{"id":"a"}]'), new Map([['a', { id: 'a' }]]))
  })

  test('as what it is instead', () => {
    assert.equal(readCslFile('[{"id":'), 'syntax')
    assert.equal(readCslFile('nothing'), 'syntax')
    for (const text of ['{"id":"a"}', '"a"', 'null', '7'])
      assert.equal(readCslFile(text), 'notAnArray')
  })
})

suite('A CSL-JSON file is brought up to date', () => {
  const [a, b] = [item('a', 'A'), item('b', 'B')]

  test('from nothing: all are added', () => {
    for (const before of [undefined, '', '\n']) {
      const update = updateCslFile(before, [a, b])
      assert.ok('text' in update)
      assert.deepEqual(JSON.parse(update.text), [a, b])
      assert.deepEqual([update.added, update.changed], [['a', 'b'], []])
      assert.ok(
        update.text.startsWith('[\n  {\n    "id": "a",') && update.text.endsWith('\n  }\n]\n'),
      )
    }
    assert.deepEqual(updateCslFile(undefined, []), { text: '[]\n', added: [], changed: [] })
    const marked = updateCslFile('\uFEFF', [])
    assert.deepEqual(marked, { text: '\uFEFF[]\n', added: [], changed: [] })
  })

  test('and says what is added and what is changed', () => {
    const update = updateCslFile(JSON.stringify([a, { id: 'x' }]), [item('a', 'New'), b])
    assert.ok('text' in update)
    assert.deepEqual([update.added, update.changed], [['b'], ['a']])
    assert.deepEqual(JSON.parse(update.text), [item('a', 'New'), { id: 'x' }, b])
    const same = updateCslFile(JSON.stringify([a]), [a])
    assert.deepEqual(same, { text: JSON.stringify([a]), added: [], changed: [] })
  })

  test('entries are put behind the last one, as the file is written', () => {
    const entry = JSON.stringify(b, undefined, 2).replaceAll('\n', '\n  ')
    for (const [before, after] of [
      ['[]', `[\n  ${entry}\n]`],
      ['[ \n ]\n', `[\n  ${entry}\n]\n`],
      ['[{"id":"x"}]', `[{"id":"x"},\n  ${entry}\n]`],
      ['[{"id":"x"} \t ]', `[{"id":"x"},\n  ${entry}\n \t ]`],
      ['[\n{"id":"x"}\n]\n', `[\n{"id":"x"},\n  ${entry}\n]\n`],
      ['[[]\n]', `[[],\n  ${entry}\n]`],
      [
        '[\r\n{"id":"x"}\r\n]',
        `[\r\n{"id":"x"},\n  ${entry}\r\n]`.replaceAll(/(?<!\r)\n/gu, '\r\n'),
      ],
      ['\uFEFF[7]', `\uFEFF[7,\n  ${entry}\n]`],
    ] as const) {
      const update = updateCslFile(before, [b])
      assert.ok('text' in update, before)
      assert.equal(update.text, after)
      assert.deepEqual(update.added, ['b'])
    }
  })

  test('what is no list is never changed', () => {
    assert.deepEqual(updateCslFile('{"id":"a"}', [a]), { malformed: 'notAnArray' })
    assert.deepEqual(updateCslFile('[{]', [a]), { malformed: 'syntax' })
  })

  test('an entry without an id, or that is none, is nobody’s', () => {
    const before = '[{"title":"x"},7,null,["a"],{"id":{}},"a"]'
    const update = updateCslFile(before, [a])
    assert.ok('text' in update)
    assert.ok(update.text.startsWith(before.slice(0, -1)))
    assert.deepEqual(update.added, ['a'])
  })
})

suite('An entry is ours', () => {
  const former: CslItem & Readonly<Record<string, unknown>> = {
    id: 'a',
    type: 'report',
    title: 'A',
    language: 'en',
  }

  test('where it bears our record, whatever others did to it', () => {
    assert.ok(isOurEntry({ ...item('a', 'A'), title: 'Theirs' }, undefined))
    assert.ok(isOurEntry({ 'policy-written': '' }, former))
  })

  test('where it is what an earlier release wrote, but for one field', () => {
    assert.ok(isOurEntry(former, former))
    assert.ok(isOurEntry({ ...former, title: 'Theirs', more: 1 }, former))
    assert.ok(isOurEntry({ id: 'a', type: 'report', title: 'A', language: 'de' }, former))
    assert.ok(!isOurEntry({ ...former, title: 'Theirs', language: 'de' }, former))
    assert.ok(!isOurEntry({ id: 'a', type: 'report' }, former))
    assert.ok(!isOurEntry(former, undefined))
    assert.ok(!isOurEntry({}, undefined))
  })

  test('and the fields of others in it are those that are not as we wrote them', () => {
    const ours = { ...item('a', 'A') }
    assert.deepEqual(theirFields(ours, undefined), [])
    assert.deepEqual(theirFields({ ...ours, title: 'Theirs', note: 'n' }, undefined), [
      'title',
      'note',
    ])
    assert.deepEqual(theirFields({ ...former, title: 'Theirs' }, former), ['title'])
    assert.deepEqual(theirFields({ ...former, more: 1 }, former), ['more'])
    assert.deepEqual(theirFields(former, undefined), [])
    assert.deepEqual(theirFields({ id: 'a' }, former), [])
  })
})
