import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

const told = (outline: Awaited<ReturnType<typeof outlineOfText>>): readonly string[] =>
  outline.unread.map(({ where, what }) => `${where}: ${what}`)

test('a list of headings that stand further down is contents, and takes no number', async () => {
  const outline = await outlineOfText(`# Port manual

* 1. Docks
  * 1.1. Cranes
  * 1.2. Quays
* 2. Ships

## 1. Docks

### 1.1. Cranes

* Oil them.

### 1.2. Quays

* Sweep them.

## 2. Ships

* Count them.
`)
  assert.deepEqual(lines(outline), [
    'division |  | Port manual | ',
    '  division | 1 | Docks | ',
    '    division | 1.1 | Cranes | ',
    '      measure |  |  | Oil them.',
    '    division | 1.2 | Quays | ',
    '      measure |  |  | Sweep them.',
    '  division | 2 | Ships | ',
    '    measure |  |  | Count them.',
  ])
  assert.ok(told(outline).includes('table of contents: lines: 4, from “Docks”'))
})

test('a list of what is to be done is none, though some of it are headings as well', async () => {
  const outline = await outlineOfText(
    '# Plan\n\n## First\n\n- Build docks.\n- Train pilots.\n- Cranes\n- Paint ships.\n\n## Cranes\n\n- Oil them.\n',
  )
  assert.equal(lines(outline).filter((line) => line.includes('measure')).length, 5)
})

test('notes of the Official Journal behind an act are no points of its last article', async () => {
  const outline = await outlineOfText(
    '<html><head><meta name="DC.title" content="EUR-Lex - 39999D0001 - EN"><meta name="DC.description" content="Decision on tides"><title>EUR-Lex - 39999D0001 - EN</title></head><body><p>HAS DECIDED AS FOLLOWS:</p><p>Article 1</p><p>1. Tides rise.</p><p>2. They fall.</p><p>Done at the quay.</p><p>(1) OJ No C 160, 20. 6. 1931, p. 14.(2) OJ No L 1, 1. 1. 1930, p. 1.</p></body></html>',
  )
  assert.equal(outline.title, 'Decision on tides')
  assert.deepEqual(lines(outline), [
    'article | 1 |  | ',
    '  paragraph | 1 |  | Tides rise.',
    '  paragraph | 2 |  | They fall.\n\nDone at the quay.',
  ])
  assert.ok(told(outline).some((line) => line.startsWith('notes: notes: 1, from “(1) OJ No C')))
})

test('headings that are underlined as in reStructuredText, the first sign first', async () => {
  const outline = await outlineOfText(`***********
Port manual
***********

1. Docks
********

1.1. Cranes
===========

* Oil them.

1.2. Quays
==========

Small ones
~~~~~~~~~~

* Sweep them.

2. Ships
********

* Count them.
`)
  assert.deepEqual(lines(outline), [
    'division |  | Port manual | ',
    '  division | 1 | Docks | ',
    '    division | 1.1 | Cranes | ',
    '      measure |  |  | Oil them.',
    '    division | 1.2 | Quays | ',
    '      division |  | Small ones | ',
    '        measure |  |  | Sweep them.',
    '  division | 2 | Ships | ',
    '    measure |  |  | Count them.',
  ])
})
