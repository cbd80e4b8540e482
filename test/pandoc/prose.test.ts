import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { citable, hidden } from '../core/markdown/placesOfKeys.ts'
import { decidedByPandoc } from '../core/markdown/decidedByPandoc.ts'
import { pandocRules } from '../core/markdown/pandocRules.ts'
import { citableKeys } from '../core/markdown/proseOf.ts'
import { pandocCitations } from './pandoc.ts'

interface Difference {
  /** What Pandoc does otherwise. */
  readonly reason: string
  readonly source: string
  /** The keys that can be cited here; Pandoc cites those, if any, that are not. */
  readonly ours: readonly string[]
}

/** Where Pandoc's Markdown and ours differ on what is prose; everywhere else they agree. */
const differences: readonly Difference[] = [
  {
    reason: 'lets no fence of tildes interrupt a paragraph',
    source: 'a\n~~~\n@k\n~~~',
    ours: [],
  },
  {
    reason: 'reads no script or preformatted text that nothing closes',
    source: '<pre>\n@k\n',
    ours: [],
  },
  {
    reason: 'goes on with preformatted text over blank lines, where CommonMark ends the block',
    source: '<div>\n<pre>\n\n@k\n\n</pre>\n</div>',
    ours: ['k'],
  },
  {
    reason: 'reads no declarations',
    source: '<!DOCTYPE @k>',
    ours: [],
  },
  {
    reason: 'reads no CDATA sections',
    source: '<![CDATA[ @k ]]>',
    ours: [],
  },
  {
    reason: 'reads a citation in a label that refers to a definition',
    source: '[a][see @k]\n\n[see @k]: u',
    ours: [],
  },
  {
    reason: 'lets a destination hold blanks',
    source: '[a](b @k)',
    ours: ['k'],
  },
]

/** The places of case 33 and 34 that are among the differences. */
const differing: ReadonlySet<string> = new Set([
  'a declaration',
  'a CDATA section',
  'the label of a reference',
])

/** The keys that Pandoc cites in `source`. */
async function pandocKeys(source: string): Promise<readonly string[]> {
  const { metadata, body } = await pandocCitations(source)
  return [...metadata, ...body].map((citation) => citation.slice(citation.indexOf(' ') + 1))
}

suite('What is prose is what Pandoc makes of it', () => {
  const agreed = { ...hidden, ...citable }
  for (const [place, source] of Object.entries(agreed)) {
    if (differing.has(place)) continue
    test(`in ${place}`, async () => {
      assert.deepEqual((await pandocKeys(source)).length > 0, place in citable)
    })
  }
})

suite('What is prose is not what Pandoc makes of it, which', () => {
  for (const { reason, source, ours } of differences) {
    test(reason, async () => {
      assert.deepEqual(citableKeys(source), ours)
      assert.deepEqual([...new Set(await pandocKeys(source))], ours.length === 0 ? ['k'] : [])
    })
  }
})

suite('What is prose is what Pandoc makes of it, not remark:', () => {
  for (const { reason, source, keys } of decidedByPandoc) {
    test(reason, async () => {
      assert.deepEqual(await pandocKeys(source), keys)
    })
  }
})

suite('What is prose is what Pandoc makes of it, by its manual:', () => {
  for (const [rule, reports] of Object.entries(pandocRules)) {
    test(rule, async () => {
      for (const [source, ...keys] of reports) {
        assert.deepEqual(await pandocKeys(source), keys, JSON.stringify(source))
      }
    })
  }
})
