import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cslItem, type CslItem } from '../../../src/core/bibliography/csl.ts'
import { updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import { bearsPrintedHeading, instrumentOf } from '../../../src/core/corpus/corpus.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function itemOf(key: string): CslItem {
  const provision = corpus.byKey.get(`xx-${key}`)
  assert.ok(provision, key)
  return cslItem(provision, corpus)
}

/** The text that an update gives; fails where the file is refused. */
function updated(existing: string | undefined, items: readonly CslItem[]): string {
  const update = updateCslFile(existing, items)
  assert.ok('text' in update)
  return update.text
}

/** The elements of the array that `json` is. */
function elementsOf(json: string): readonly unknown[] {
  const value: unknown = JSON.parse(json)
  assert.ok(Array.isArray(value))
  return value
}

test('a measure is a chapter under the printed heading, with our ordinal, in the plan', () => {
  assert.deepEqual(itemOf('lantern-2031:I.1.2'), {
    id: 'xx-lantern-2031:I.1.2',
    type: 'chapter',
    title: 'Cranes and Their Crews, recommended action 2',
    'container-title': 'The Lantern Plan for Harbour Automation',
    author: [{ literal: 'Ministry of Harbours' }],
    issued: { 'date-parts': [[2031, 5, 9]] },
    page: '2-3',
    URL: 'https://harbours.example/plans/lantern.pdf#page=4',
    language: 'en',
  })
})

test('a division is a chapter under its own heading', () => {
  const { type, title, page } = itemOf('lantern-2031:II')
  assert.deepEqual([type, title, page], ['chapter', 'Neighbours and Seas', '7-12'])
})

test('an instrument is a work of its own, by its type, with the date as far as it is known', () => {
  const plan = itemOf('lantern-2031')
  assert.deepEqual(
    [plan.type, plan.title, plan['container-title'], plan.page],
    [...['report', 'The Lantern Plan for Harbour Automation'], ...[undefined, undefined]],
  )
  assert.deepEqual(
    [itemOf('quay-act').type, itemOf('quay-act').issued],
    ['legislation', { 'date-parts': [[2030, 11]] }],
  )
})

test('no title of Policy Citation’s own stands in an item', () => {
  for (const provision of corpus.provisions) {
    if (bearsPrintedHeading(provision, instrumentOf(corpus, provision.key))) continue
    assert.ok(
      !JSON.stringify(cslItem(provision, corpus)).includes(provision.titles.en),
      provision.key,
    )
  }
})

test('a heading that the instrument prints is the title, its own or the one above', () => {
  assert.equal(itemOf('order-7:1').title, 'Lamps, section 1')
  assert.equal(itemOf('order-7:1.a').title, 'Lamps, section 1(a)')
})

test('markup of CSL-JSON in a title stays text', () => {
  const plan = corpus.byKey.get('xx-lantern-2031')
  assert.ok(plan)
  const byKey = new Map([[plan.key, { ...plan, titles: { en: 'A <i>b</i> 1 < 2' } }]])
  const hostile = { ...corpus, byKey, provisions: [...byKey.values()] }
  assert.equal(cslItem([...byKey.values()][0] ?? plan, hostile).title, 'A < i>b< /i> 1 < 2')
})

test('a new file is an array of the items', () => {
  const items = [itemOf('lantern-2031'), itemOf('quay-act:5')]
  assert.deepEqual(JSON.parse(updated(undefined, items)), items)
  assert.equal(updated('', items), updated(undefined, items))
  assert.equal(updated(' \n', []), '[]\n')
  assert.match(updated(undefined, items), /^\[\n {2}\{\n {4}"id"[\s\S]*\n {2}\}\n\]\n$/)
})

const others = `[
\t{"id": "smith2020", "volume": 1.0, "note": "a \\"]\\" , \\u00e9", "id2": [[], {}]},
  { "id": "xx-quay-act:5", "type": "book" } ,
  7, "text", null,
  {"id": 5}
]
`

test('entries of others stay as they are, character by character, and in their place', () => {
  const text = updated(others, [itemOf('quay-act:5'), itemOf('lantern-2031')])
  assert.ok(text.startsWith(others.slice(0, others.indexOf('{ "id": "xx-quay'))))
  assert.ok(text.includes(' ,\n  7, "text", null,\n  {"id": 5},\n  {\n    "id": "xx-lantern-2031"'))
  assert.ok(text.endsWith('  }\n]\n'))
  assert.deepEqual(elementsOf(text)[1], itemOf('quay-act:5'))
  assert.equal(elementsOf(text).length, 7)
})

test('writing twice changes nothing', () => {
  const items = [itemOf('quay-act:5'), itemOf('lantern-2031')]
  const once = updated(others, items)
  assert.equal(updated(once, items), once)
  assert.equal(updated(once, []), once)
})

test('empty arrays, arrays on one line, line ends and a BOM are kept', () => {
  const items = [itemOf('lantern-2031')]
  assert.deepEqual(JSON.parse(updated('[]', items)), items)
  assert.deepEqual(JSON.parse(updated('[ \n ]\n', items)), items)
  assert.deepEqual(JSON.parse(updated('[{"id":"a"}]', items)), [{ id: 'a' }, ...items])
  assert.doesNotMatch(updated('[\r\n  {"id": "a"}\r\n]\r\n', items), /[^\r]\n/)
  assert.ok(updated('\uFEFF[]', items).startsWith('\uFEFF['))
})

test('a file that is no JSON array is never changed', () => {
  const items = [itemOf('lantern-2031')]
  for (const existing of ['[{"id": "a"},]', '[', '{"id": "a"', '// x\n[]', "['a']", 'null x']) {
    assert.deepEqual(updateCslFile(existing, items), { malformed: 'syntax' }, existing)
  }
  for (const existing of ['{}', 'null', '"[]"', '3', '{"references": []}']) {
    assert.deepEqual(updateCslFile(existing, items), { malformed: 'notAnArray' }, existing)
  }
})

test('case 16: duplicate names within an entry of others are not lost', () => {
  const existing = '[{"id": "a", "note": 1, "note": 2}]'
  assert.ok(
    updated(existing, [itemOf('lantern-2031')]).includes('{"id": "a", "note": 1, "note": 2}'),
  )
})

test('arbitrary entries of others survive', () => {
  const space = fc.constantFrom('', ' ', '\n', '\r\n\t')
  const entry = fc
    .tuple(fc.json({ maxDepth: 3 }), space, space)
    .map(([json, before, after]) => `${before}${json}${after}`)
  const items = [itemOf('quay-act:5'), itemOf('lantern-2031')]
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), space, (entries, around) => {
      const existing = `${around}[${entries.join(',')}]${around}`
      const text = updated(existing, items)
      assert.deepEqual(JSON.parse(text), [...elementsOf(existing), ...items])
      for (const own of entries) assert.ok(text.includes(own.trim()))
      assert.equal(updated(text, items), text)
    }),
    { numRuns: 1000, seed: 5 },
  )
})
