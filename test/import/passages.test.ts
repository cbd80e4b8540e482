import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPassages } from '../../src/core/official/officialText.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { source } from './outlineText.ts'

const corpus = libraryCorpus()

/** The official documents that are at hand, and how many provisions of their instrument they have. */
const documents = [
  ['eu-ai-act', 'eu-ai-act/aia.eurlex.xhtml', 236],
  ['eu-ai-act', 'eu-ai-act/aia_fmx_en.xml', 236],
  ['uk-aioap-2025', 'uk-aioap/ai-opportunities-action-plan.html', 61],
  ['cn-genai-2023', 'cn-genai-interim/c_1690898327029107.htm', 39],
  [
    'us-eo-14179',
    'us-eo/2025-01-23-removing-barriers-to-american-leadership-in-artificial-intelligence.md',
    8,
  ],
  [
    'us-eo-14318',
    'us-eo/2025-07-23-accelerating-federal-permitting-of-data-center-infrastructure.md',
    28,
  ],
  ['us-eo-14319', 'us-eo/2025-07-23-preventing-woke-ai-in-the-federal-government.md', 9],
  [
    'us-eo-14320',
    'us-eo/2025-07-23-promoting-the-export-of-the-american-ai-technology-stack.md',
    13,
  ],
] as const

for (const [id, name, provisions] of documents) {
  const document = source(name)
  test(
    `${id}: all ${String(provisions)} provisions are found in ${name}`,
    { skip: document.skip },
    async () => {
      const instrument = corpus.byKey.get(id)
      assert.ok(instrument?.level === 'instrument')
      const { passages, missing } = findPassages(await document.read(), instrument, corpus)
      assert.deepEqual(missing, [])
      assert.equal(passages.size, provisions)
      for (const { key, whole } of passages.values()) assert.ok(whole.end > whole.start, key)
    },
  )
}
