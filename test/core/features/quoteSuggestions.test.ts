import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { suggestQuotations } from '../../../src/core/features/quoteSuggestions.ts'
import { findPassages, type OfficialText } from '../../../src/core/official/officialText.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { quaysCorpusFile } from '../../support/quaysPlan.ts'

const corpus = corpusOf([{ name: 'quays.md', text: quaysCorpusFile }])
const plan = corpus.instruments[0] ?? assert.fail('no instrument')
const official = findPassages(
  {
    parts: [
      {
        level: 'division',
        heading: 'Keep the Harbour Open',
        text: 'A harbour lives by its quays. Ships say “thanks” for them.',
        parts: [],
      },
    ],
    unread: [],
  },
  plan,
  corpus,
)
const attached = ({ key }: Provision): OfficialText | undefined =>
  key.startsWith('xx-quays') ? official : undefined

/** What is offered at `|`, and what it replaces. */
function offeredAt(marked: string): readonly string[] | undefined {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = suggestQuotations(analyseReport(text), corpus, attached, offset, 'en')
  if (found === undefined) return undefined
  const { start, end } = found.span
  return found.items.map((item) => `${text.slice(start, end)} → ${item.text}`)
}

for (const [name, report, expected] of [
  [
    'all sentences and the whole, once a mark is opened',
    'The plan, @xx-quays:I [p. 1], says “|',
    [
      '“ → “A harbour lives by its quays.”',
      '“ → “Ships say ‘thanks’ for them.”',
      '“ → “A harbour lives by its quays. Ships say ‘thanks’ for them.”',
    ],
  ],
  [
    'what holds the words typed, in place of them and of the closing mark that the editor put there',
    'As [@xx-quays:I] says, "ships|" and so on',
    [
      '"ships" → “Ships say ‘thanks’ for them.”',
      '"ships" → “A harbour lives by its quays. Ships say ‘thanks’ for them.”',
    ],
  ],
  ['nothing without a citation before', 'The plan says “|', undefined],
  ['nothing behind a citation of another sentence', 'See [@xx-quays:I]. They say “|', undefined],
  ['nothing for what has no passage', 'See @xx-quays:I.1.1 that says “|', undefined],
  ['nothing in code', '`@xx-quays:I says “|`', undefined],
] as const) {
  test(`a quotation mark behind a citation offers ${name}`, () => {
    assert.deepEqual(offeredAt(report), expected)
  })
}
