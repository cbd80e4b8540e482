import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ancestorsOf } from '../../src/core/corpus/corpus.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { findPassages } from '../../src/core/official/officialText.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { source } from './outlineText.ts'

const corpus = libraryCorpus()

/** The official documents that are at hand, and how many provisions of their instrument they have. */
const documents = [
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

/** What the act of 2024 prints without a number, or in a list that is not told from the text around it. */
const notParted = [
  ...['4.1', '4.2', '4.3', '5.2.a', '5.2.b', '113.1', '113.2', '113.3', '113.3.a', '113.3.b'],
  ...['113.3.c', '113.3.c.i', '113.3.c.ii', '113.3.d', 'annex-V.6', 'annex-V.7', 'annex-V.8'],
  ...['annex-VII.1', 'annex-VII.2', 'annex-X.3', 'annex-X.4', 'annex-X.6'],
  ...Array.from({ length: 16 }, (_, at) => `annex-II.${String(at + 1)}`),
].map((path) => `eu-ai-act:${path}`)

/** Whether `provision` is no part of the act of 2024: put in by an amendment, as what it stands in. */
function isElsewhere(provision: Provision): boolean {
  return [provision, ...ancestorsOf(corpus, provision)].some(
    (one) => one.level !== 'instrument' && one.insertedBy !== undefined,
  )
}

for (const name of ['eu-ai-act/aia.eurlex.xhtml', 'eu-ai-act/aia_fmx_en.xml']) {
  const document = source(name)
  test(
    `eu-ai-act: what the act of 2024 numbers is found in ${name}`,
    { skip: document.skip },
    async () => {
      const instrument = corpus.byKey.get('eu-ai-act')
      assert.ok(instrument?.level === 'instrument')
      const { text, passages, missing } = findPassages(await document.read(), instrument, corpus)
      const lost = missing.filter((key) => {
        const provision = corpus.byKey.get(key) ?? assert.fail(key)
        return !isElsewhere(provision) && !notParted.includes(key)
      })
      assert.deepEqual(lost, [])
      assert.ok(passages.size > 750)
      for (const [path, words] of [
        ['rct-5', 'At the same time'],
        ['5', 'Prohibited AI practices'],
        ['annex-VII.4.2.c', 'the technical documentation referred'],
      ] as const) {
        const start = passages.get(`eu-ai-act:${path}`)?.whole.start ?? assert.fail(path)
        assert.ok(text.startsWith(words, start), path)
      }
      for (const { key, whole } of passages.values()) assert.ok(whole.end > whole.start, key)
    },
  )
}

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
