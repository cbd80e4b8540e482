import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindNotHeld } from '../../../src/core/paths/kindNotHeld.ts'
import { libraryCorpus } from './libraryCorpus.ts'

const corpus = libraryCorpus()

test('a kind is missed of the instrument that is named, by any of its names', () => {
  for (const [typed, missing] of [
    ['AI Act recital 12', undefined],
    ['cn-genai-2023 recital 12', 'recital'],
    ['pillar 3 32024R1689', 'pillar'],
    ['eu-ai-act target 12', 'target'],
    ['pillar 3 AI Act', 'pillar'],
    ['pillar 3 EO 14110', 'pillar'],
    ['pillar 3', undefined],
    ['Article 5 AI Act', undefined],
  ] as const) {
    assert.equal(kindNotHeld(typed, corpus), missing, typed)
  }
})
