import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Outline, Part } from '../../src/core/official/outline.ts'
import { readInOrder } from '../../src/core/official/reading.ts'
import { outlineOfText, source } from './outlineText.ts'

/** All words of a document in its own order, its numbers among them. */
function reading(outline: Outline): string {
  return readInOrder(outline, 'numbers and headings').text
}

function asides(outline: Outline): readonly string[] {
  return readInOrder(outline, 'headings').asides.map(({ aside }) => `${aside.kind}: ${aside.text}`)
}

function inOne(text: string): string {
  return text.replaceAll(/\s+/gu, ' ')
}

suite('No words of a document are lost', () => {
  test('of a page: what stands before its headings, around it, in tables and in notes', async () => {
    const outline = await outlineOfText(
      `<!doctype html><html lang="en"><title>Plan</title><header>Issued in June</header>
<p>By the masters of the harbour.</p><h2>Cranes</h2><p>They lift.</p>
<table><tr><td>Crane</td><td>Load</td></tr></table>
<div class="footnotes"><p>See the old plan.</p></div></html>`,
    )
    assert.equal(inOne(reading(outline)), 'By the masters of the harbour. Cranes They lift.')
    assert.deepEqual(asides(outline), [
      'text: Plan',
      'text: Issued in June',
      'table: Crane Load',
      'note: See the old plan.',
    ])
  })

  test('of Markdown: paragraphs before the first heading, and code', async () => {
    const outline = await outlineOfText(
      'To all who moor.\n\n# Quays\n\nThey stand.\n\n    a list\n',
    )
    assert.equal(inOne(reading(outline)), 'To all who moor. Quays They stand.')
    assert.ok(asides(outline).includes('text: a list'))
  })

  test('of an order: a heading that holds nothing, with what stands below it', async () => {
    const outline = await outlineOfText(
      '# Order on Quays\n\n## About this page\n\nLast seen in May.\n\n## The order\n\nSec. 1. Purpose. Quays stand.\n',
    )
    assert.ok(
      asides(outline).some((text) => inOne(text) === 'text: About this page Last seen in May.'),
    )
  })

  test('a point stands between the words before and behind it', async () => {
    const outline = await outlineOfText(
      `<ACT><ENACTING.TERMS><ARTICLE IDENTIFIER="004"><TI.ART>Article 4</TI.ART><ALINEA><P>They need:</P><LIST><ITEM><NP><NO.P>(a)</NO.P><TXT>a lamp;</TXT></NP></ITEM></LIST></ALINEA><ALINEA>Point (a) ends.</ALINEA></ARTICLE></ENACTING.TERMS><FINAL><P>Done at the mole.</P></FINAL></ACT>`,
    )
    assert.equal(inOne(reading(outline)), 'Article 4 They need: (a) a lamp; Point (a) ends.')
    assert.ok(asides(outline).includes('text: Done at the mole.'))
  })

  test('what an amendment strikes out is no longer said', async () => {
    const outline = await outlineOfText(
      `<bill xmlns="http://schemas.gpo.gov/xml/uslm"><main><section><num value="1">SEC. 1.</num><heading>Quays.</heading><content>They stand.</content><subsection changed="deleted"><content>They fall.</content></subsection></section></main></bill>`,
    )
    assert.equal(inOne(reading(outline)), 'SEC. 1. Quays. They stand.')
    assert.ok(!asides(outline).join(' ').includes('fall'))
  })
})

const plan = source('Americas-AI-Action-Plan.pdf')

test('the plan has its epigraph on page i, and its notes on their pages', plan, async () => {
  const outline = await plan.read()
  const epigraph = outline.asides?.find(({ text }) =>
    text.includes('Breakthroughs in these fields'),
  )
  assert.equal(outline.pageNumbers?.[(epigraph?.page ?? 0) - 1], 'i')
  const note = outline.asides?.find(({ text }) => text.includes('47 U.S.C. §§ 151-646'))
  assert.deepEqual([note?.kind, outline.pageNumbers[(note?.page ?? 0) - 1]], ['note', '3'])
  assert.equal(outline.hasUnreadWords, undefined)
})

for (const name of ['eu-ai-act/aia_fmx_en.xml', 'eu-ai-act/aia.eurlex.xhtml']) {
  const act = source(name)
  test(`the European act reads in its own order: ${name}`, act, async () => {
    const outline = await act.read()
    const text = inOne(reading(outline))
    assert.ok(text.includes('shall be prohibited: (a) the placing on the market'))
    assert.ok(text.includes('Article 5 Prohibited AI practices 1. The following AI practices'))
    assert.ok(
      /at least four years\. Point \(h\) of the first subparagraph[\s\S]{0,200}2\. The use/u.test(
        text,
      ),
    )
    const beside = asides(outline).join('\n')
    assert.ok(beside.includes('Having regard to the Treaty'))
    assert.ok(beside.includes('OJ C 517, 22.12.2021, p. 56'))
    const labels = (part: Part): readonly (number | undefined)[] => [
      part.at,
      ...part.parts.flatMap(labels),
    ]
    assert.ok(outline.parts.flatMap(labels).some((at) => at !== undefined))
  })
}
