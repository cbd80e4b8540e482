import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { evidenceFor } from '../../../src/core/search/evidence.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { agency, corpusOf, division, instrument, measure } from './smallCorpus.ts'

/** Why the first match was found: field, the label of what has it, and the text with the found part in brackets. */
function because(corpus: Corpus, text: string): readonly string[] {
  const index = createSearchIndex(corpus)
  const [best] = search(index, { text, limit: 1 })
  assert.ok(best, `${text} is found`)
  return evidenceFor(index, { text, limit: 1 }, best.provision).map(
    ({ field, of, text: found, span, how }) => {
      const shown = `${found.slice(0, span.start)}[${found.slice(span.start, span.end)}]${found.slice(span.end)}`
      return `${field} of ${of.key}, ${how}: ${shown}`
    },
  )
}

const corpus = corpusOf(
  [
    instrument('plan', 'Plan of the Isles'),
    division('plan:I', 'Export Control Enforcement'),
    measure(
      'plan:I.1',
      { en: '👩‍💻 Chip checks in open-source tools', 'zh-Hans': '算力𠮷芯片位置验证' },
      {
        lead: ['NIST'],
        summary: { en: 'Keep accelerators at home.' },
        pages: { first: 21, last: 22 },
      },
    ),
  ],
  [agency('NIST', 'National Institute')],
)

const reasons: readonly (readonly [text: string, because: readonly string[]])[] = [
  ['checks', ['title of plan:I.1, whole: 👩‍💻 Chip [checks] in open-source tools']],
  ['che', ['title of plan:I.1, prefix: 👩‍💻 Chip [che]cks in open-source tools']],
  ['ecks', ['title of plan:I.1, inside: 👩‍💻 Chip [checks] in open-source tools']],
  ['opensource', ['title of plan:I.1, joined: 👩‍💻 Chip checks in [open-source] tools']],
  ['chips', ['title of plan:I.1, plural: 👩‍💻 [Chip] checks in open-source tools']],
  [
    'accelerators nist control chip',
    [
      'summary of plan:I.1, whole: Keep [accelerators] at home.',
      'lead of plan:I.1, whole: [NIST]',
      'title of plan:I, whole: Export [Control] Enforcement',
      'title of plan:I.1, whole: 👩‍💻 [Chip] checks in open-source tools',
    ],
  ],
  [
    '𠮷芯片',
    [
      'title of plan:I.1, whole: 算力[𠮷芯]片位置验证',
      'title of plan:I.1, whole: 算力𠮷[芯片]位置验证',
    ],
  ],
  ['验', ['title of plan:I.1, prefix: 算力𠮷芯片位置[验]证']],
  ['I.1', ['key of plan:I.1, whole: [plan:I.1]']],
  [
    'p. 22 chip',
    [
      'page of plan:I.1, whole: [21]',
      'title of plan:I.1, whole: 👩‍💻 [Chip] checks in open-source tools',
    ],
  ],
]

for (const [text, expected] of reasons) {
  test(`case 38: what ${JSON.stringify(text)} was found by is named with its exact span`, () => {
    assert.deepEqual(because(corpus, text), expected)
  })
}

test('nothing typed is found by nothing', () => {
  assert.deepEqual(because(corpus, ''), [])
})

test('of a text that grows when it is folded, the whole word is shown', () => {
  const ligature = corpusOf([instrument('plan', 'Plan'), measure('plan:1', 'The eﬀort ℡')])
  assert.deepEqual(because(ligature, 'effo'), ['title of plan:1, prefix: The [eﬀort] ℡'])
})
