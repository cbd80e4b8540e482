import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

test('a law in XML of a kind that is not known: its elements are paragraphs, its words say the parts', async () => {
  const outline = await outlineOfText(`<?xml version="1.0"?>
<gesetz><langue>Tide Act</langue>
<norm><zahl>§ 1.</zahl><text>Tides come <b>twice</b> a day; they shall bring:</text>
<liste><punkt><symbol>a)</symbol>water,</punkt><punkt><symbol>b)</symbol>ships.</punkt></liste></norm>
<norm><zahl>§ 2.</zahl><text>They shall go.</text><fussnote>As they came.</fussnote></norm>
</gesetz>`)
  assert.equal(outline.title, 'Tide Act')
  assert.deepEqual(lines(outline), [
    'section | 1 |  | Tides come twice a day; they s',
    '  paragraph | a |  | water,',
    '  paragraph | b |  | ships.',
    'section | 2 |  | They shall go.',
  ])
  assert.match(JSON.stringify(outline), /"kind":"note","text":"As they came\."/u)
  assert.match(outline.unread[0]?.what ?? '', /<gesetz>/u)
})

test('an element that holds a text of several paragraphs is read by its lines', async () => {
  const outline = await outlineOfText(
    '<norma><texto>\n     Article 1. Tides come.\n     They go.\n\n     Article 2. They rest.\n</texto></norma>',
  )
  assert.deepEqual(
    outline.parts.map(({ kind, label }) => [kind, label]),
    [
      ['article', '1'],
      ['article', '2'],
    ],
  )
})

test('XML without a law is refused by its root still', async () => {
  const feed =
    '<feed><title>News</title><entry><title>Tides</title><p>They rise.</p></entry></feed>'
  await assert.rejects(outlineOfText(feed), { reason: 'unknown format', names: ['<feed>'] })
})
