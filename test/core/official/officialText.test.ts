import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { Part } from '../../../src/core/official/outline.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const text = `---
id: xx-act
type: act
title: Quay Act
---

# Cranes {#chp-I kind=chapter}

## Brakes {#1 kind=article}

## Hooks {#2 kind=article}
`
const plan = `---
id: xx-plan
type: plan
title: Quay Plan
---

# Pillar {#I kind=pillar}

## First {#I.1 kind=section}
`
const corpus = corpusOf([
  { name: 'act.md', text },
  { name: 'plan.md', text: plan },
])

function passagesIn(id: string, ...parts: readonly Part[]): readonly string[] {
  const instrument = corpus.byKey.get(id)
  assert.ok(instrument?.level === 'instrument')
  return [...findPassages({ parts, unread: [] }, instrument, corpus).passages.keys()]
}

function article(label: string): Part {
  return { level: 'measure', kind: 'article', label, text: `Words of ${label}.`, parts: [] }
}

test('articles that are counted through are found where the document has no chapters', () => {
  assert.deepEqual(passagesIn('xx-act', article('1'), article('2')), ['xx-act:1', 'xx-act:2'])
})

test('what counts within its division is not looked for without it', () => {
  const section: Part = { level: 'division', kind: 'section', label: '1', text: 'x', parts: [] }
  assert.deepEqual(passagesIn('xx-plan', section), [])
})

test('a paragraph without a word of its kind is no chapter', () => {
  const paragraph: Part = { level: 'measure', label: '1', text: 'One.', parts: [] }
  assert.deepEqual(passagesIn('xx-act', paragraph, article('2')), ['xx-act:1', 'xx-act:2'])
})

test('a provision without a number is the one part that begins as its file says; of two none is guessed', () => {
  const own = corpusOf([
    {
      name: 'own.md',
      text: `---
id: xx-own
type: plan
title: Own Plan
---

# Lamps for all {#lamps}

- first-words: Light the lamps at the ends of…

# Rest {#rest}

- first-words: Rest
`,
    },
  ])
  const [instrument] = own.instruments
  assert.ok(instrument !== undefined)
  const found = (...texts: readonly string[]): readonly string[] => {
    const parts = texts.map((said): Part => ({ level: 'measure', text: said, parts: [] }))
    return [...findPassages({ parts, unread: [] }, instrument, own).passages.keys()]
  }
  const [lamps, restored] = ['LIGHT the lamps, at the ends of all quays.', 'Restore the cranes.']
  assert.deepEqual(found(restored, lamps, 'Dive.'), ['xx-own:lamps'])
  assert.deepEqual(found('Rest: all of it.', lamps, 'Dive.'), ['xx-own:lamps', 'xx-own:rest'])
  assert.deepEqual(found(lamps, lamps, 'Rest.'), ['xx-own:rest'])
})
