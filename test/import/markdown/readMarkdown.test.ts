import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counts, lines, outlineOfText, partAt, source } from '../outlineText.ts'

test('an order: sections by their first words, paragraphs and points by how they are counted', async () => {
  const outline = await outlineOfText(`---
title: Quay Order
date: '2031-05-09'
---

By the authority of the tide:

<span>Section</span>
<span>1</span>. <span>Purpose</span>.  Quays fall.

<span>Sec. 2. Cranes.</span> (a) They rest:

\\(i\\)  in fog; and

\\(ii\\) at night.

\\(b\\) They move.

Sec. 3. General. Nothing
else.

    THE PORT OFFICE
`)
  assert.deepEqual(
    [outline.title, outline.issued, outline.type],
    ['Quay Order', '2031-05-09', 'order'],
  )
  assert.deepEqual(lines(outline), [
    'section | 1 | Purpose | Quays fall.',
    'section | 2 | Cranes | ',
    '  paragraph | a |  | They rest:',
    '    point | i |  | in fog; and',
    '    point | ii |  | at night.',
    '  paragraph | b |  | They move.',
    'section | 3 | General | Nothing else.',
  ])
  assert.deepEqual(
    outline.unread.map(({ where, what }) => `${where}: ${what}`),
    ['line 22: code: THE PORT OFFICE', 'line 6: By the authority of the tide:'],
  )
})

test('(i) behind (h) is a letter, behind (b) a Roman number', async () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
  const through = `# T\n\n## Article 1\n\n${letters.map((letter) => `(${letter}) x`).join('\n\n')}\n`
  assert.deepEqual(
    partAt(await outlineOfText(through), '1')?.parts.map(({ label }) => label),
    letters,
  )
  const nested = await outlineOfText(
    '# T\n\n## Article 1\n\n(a) x\n\n(b) x\n\n(i) y\n\n(ii) y\n\n(c) x\n',
  )
  assert.deepEqual(lines(nested).slice(1), [
    '  paragraph | a |  | x',
    '  paragraph | b |  | x',
    '    point | i |  | y',
    '    point | ii |  | y',
    '  paragraph | c |  | x',
  ])
})

test('a line that counts begins a paragraph; any other goes on', async () => {
  const outline = await outlineOfText(
    'Sec. 1. Purpose. (a) Quays  \nfall.  \n(b) They rise.\n\n<span>  \nSec. 2. General.</span> (a) Nothing  \n(i) now; or  \n(ii) then.\n',
  )
  assert.deepEqual(lines(outline), [
    'section | 1 | Purpose | ',
    '  paragraph | a |  | Quays fall.',
    '  paragraph | b |  | They rise.',
    'section | 2 | General | ',
    '  paragraph | a |  | Nothing',
    '    point | i |  | now; or',
    '    point | ii |  | then.',
  ])
})

test('headings are divisions by their depth, and a plain text has the measures that it counts', async () => {
  const outline = await outlineOfText(
    'Harbour plan\n\n1. Mend the mole.\n\n2. Print tables.\n\n4. Not the next.\n',
  )
  assert.deepEqual(lines(outline), [
    'measure | 1 |  | Mend the mole.',
    'measure | 2 |  | Print tables.\n\n4. Not the next',
  ])
  const headed = await outlineOfText(
    '# Pillar I: Quays\n\n## Cranes\n\nText.\n\n# Pillar II: Tides\n',
  )
  assert.deepEqual(lines(headed), [
    'pillar | I | Quays | ',
    '  division |  | Cranes | Text.',
    'pillar | II | Tides | ',
  ])
})

test('case 27: archives are no documents, and so is all that is neither PDF nor text', async () => {
  const { outlineOf } = await import('../../../src/import/outlineOf.ts')
  const zip = [0x50, 0x4b, 3, 4, 20, 0, 0, 0]
  const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]
  for (const bytes of [zip, picture, [0xd0, 0xcf, 0x11, 0xe0], []]) {
    await assert.rejects(outlineOf(Uint8Array.from(bytes)), { reason: 'unknown format' })
  }
})

const orders = [
  ['2025-01-23-removing-barriers-to-american-leadership-in-artificial-intelligence', 6],
  ['2025-07-23-accelerating-federal-permitting-of-data-center-infrastructure', 10],
  ['2025-07-23-preventing-woke-ai-in-the-federal-government', 5],
  ['2025-07-23-promoting-the-export-of-the-american-ai-technology-stack', 5],
] as const

for (const [name, sections] of orders) {
  const order = source(`us-eo/${name}.md`)
  test(`${name}: ${String(sections)} sections`, { skip: order.skip }, async () => {
    const outline = await order.read()
    assert.equal(outline.type, 'order')
    assert.equal(outline.issued, name.slice(0, 10))
    assert.equal(counts(outline)['section'], sections)
    assert.deepEqual(
      outline.parts.map(({ label }) => label),
      Array.from({ length: sections }, (_, at) => String(at + 1)),
    )
  })
}

test('numbers within an article count its paragraphs, also those that were put in later', async () => {
  const outline = await outlineOfText(
    '# T\n\n## Article 4\n\n1. Lamps:\n\n(a) x; and\n\n(b) y.\n\n1a. Nets.\n\n2. Ropes.\n\n## Article 5 Oars\n\n1. Oars.\n',
  )
  assert.deepEqual(lines(outline), [
    'article | 4 |  | ',
    '  paragraph | 1 |  | Lamps:',
    '    point | a |  | x; and',
    '    point | b |  | y.',
    '  paragraph | 1a |  | Nets.',
    '  paragraph | 2 |  | Ropes.',
    'article | 5 | Oars | ',
    '  paragraph | 1 |  | Oars.',
  ])
})
