import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, outlineOfText } from './outlineText.ts'

suite('Items of lists are measures within a section of a plan', () => {
  const expected = [
    'division |  | Test Plan | ',
    '  pillar | I | Accelerate | ',
    '    division |  | Red Tape | The government will act.\n\nReco',
    '      measure |  |  | Launch a request.',
    '        measure |  |  | By June.',
    '      measure |  |  | Work with agencies.',
    '    division |  | Speech | Recommended Policy Actions\n\nTh',
    '      measure |  |  | Revise the framework.',
  ]

  test('of Markdown', async () => {
    const outline = await outlineOfText(`# Test Plan

## Pillar I: Accelerate

### Red Tape

The government will act.

Recommended Policy Actions

- Launch a request.
  - By June.
- Work with agencies.

### Speech

Recommended Policy Actions

* Revise the framework.

That is all.
`)
    assert.deepEqual(lines(outline), expected)
    assert.equal(outline.parts[0]?.parts[0]?.parts[1]?.parts[0]?.at, 26)
  })

  test('of a page', async () => {
    const outline =
      await outlineOfText(`<!doctype html><title>x</title><ul><li>A menu</li></ul><h1>Test Plan</h1>
<h2>Pillar I: Accelerate</h2><h3>Red Tape</h3><p>The government will act.</p><p>Recommended Policy Actions</p>
<ul><li><p>Launch a request.</p><ul><li>By June.</li></ul></li><li>Work with <b>agencies</b>.</li></ul>
<h3>Speech</h3><p>Recommended Policy Actions</p><ul><li>Revise the framework.</li></ul><p>That is all.</p>`)
    assert.deepEqual(lines(outline), expected)
  })

  test('with the numbers that are printed before them', async () => {
    const ofPage = await outlineOfText(
      '<!doctype html><h1>Plan</h1><h2>Quays</h2><ol><li>Mend.</li><li>Build.</li></ol><h2>Tides</h2><ol><li>Print.</li><li>Sell.</li></ol>',
    )
    const ofText = await outlineOfText(
      '# Plan\n\n## Quays\n\n1. Mend.\n2. Build.\n\n## Tides\n\n1. Print.\n2. Sell.\n',
    )
    for (const outline of [ofPage, ofText]) {
      assert.deepEqual(lines(outline), [
        'division |  | Plan | ',
        '  division |  | Quays | ',
        '    measure | 1 |  | Mend.',
        '    measure | 2 |  | Build.',
        '  division |  | Tides | ',
        '    measure | 1 |  | Print.',
        '    measure | 2 |  | Sell.',
      ])
    }
  })
})

suite('Items of lists are words', () => {
  test('of an article, and anywhere in a law', async () => {
    const outline = await outlineOfText(
      '# Act\n\n## About it\n\n- Not this.\n\n## Article 1 Quays\n\nThey:\n\n- hold; and\n- stand.\n',
    )
    const article = outline.parts.flatMap((part) => [part, ...part.parts]).at(-1)
    assert.deepEqual([article?.text, article?.parts], ['They:\n\nhold; and\n\nstand.', []])
  })

  test('of a document that numbers most of its measures', async () => {
    const outline = await outlineOfText(
      '# Plan\n\n## Quays\n\nWe want:\n\n- order\n\nRecommendation 1. Mend.\n\n1\\. Mend the mole.\n\n2\\. Build a quay.\n\n- of stone\n',
    )
    assert.deepEqual(lines(outline).slice(1), [
      '  division |  | Quays | We want:\n\norder\n\nRecommendatio',
      '    measure | 1 |  | Mend the mole.',
      '    measure | 2 |  | Build a quay.\n\nof stone',
    ])
  })

  test('where they are but links, as in a menu or a table of contents', async () => {
    for (const text of [
      '# Plan\n\n- [Quays](#quays)\n- [Tides](#tides)\n',
      '<!doctype html><h1>Plan</h1><ul><li><a href="#quays">Quays</a></li><li> <span><a href="#t">Tides</a></span></li></ul>',
    ]) {
      assert.deepEqual(lines(await outlineOfText(text)), ['division |  | Plan | Quays\n\nTides'])
    }
  })
})
