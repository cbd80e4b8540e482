import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { suite, test } from 'node:test'
import { citableKeys } from './proseOf.ts'

interface Difference {
  readonly reason: string
  readonly source: string
  /** The keys that can be cited here. */
  readonly ours: readonly string[]
  /** The keys that Pandoc cites. */
  readonly pandocs: readonly string[]
}

/** Where Pandoc's Markdown and ours differ on what is prose: CommonMark decides what a block or a code span is. */
const differences: readonly Difference[] = [
  {
    reason: 'CommonMark lets a fence interrupt a paragraph, Pandoc its own kind of fence too',
    source: 'a\n~~~\n@k\n~~~',
    ours: [],
    pandocs: ['k'],
  },
  {
    reason: 'CommonMark lets a list interrupt a paragraph, whose indented lines may then be code',
    source: 'a\n- b\n\n      @k',
    ours: [],
    pandocs: ['k'],
  },
  {
    reason:
      'CommonMark makes code of four columns behind the text of an item, Pandoc of eight columns',
    source: '- a\n\n      @k',
    ours: [],
    pandocs: ['k'],
  },
  {
    reason:
      'CommonMark ends a code span at the next run of the same length, Pandoc at a longer one too',
    source: 'a `b`` @k ` c',
    ours: [],
    pandocs: ['k'],
  },
  {
    reason: 'Pandoc knows metadata blocks anywhere, remark-frontmatter only at the beginning',
    source: 'a\n\n---\nb: "@k"\n---',
    ours: ['k'],
    pandocs: [],
  },
  {
    reason: 'Pandoc ends metadata with three dots too',
    source: '---\nb: "@k"\n...\n',
    ours: ['k'],
    pandocs: [],
  },
  {
    reason: 'Pandoc reads TeX',
    source: '\\begin{equation}\n@k\n\\end{equation}',
    ours: ['k'],
    pandocs: [],
  },
  {
    reason:
      'Pandoc hides what stands in preformatted text over blank lines, CommonMark ends the block',
    source: '<div>\n<pre>\n\n@k\n\n</pre>\n</div>',
    ours: ['k'],
    pandocs: [],
  },
  {
    reason: 'Pandoc closes display maths only at two dollars, remark-math at as many as opened it',
    source: 'a $$$@k$$$ b',
    ours: [],
    pandocs: ['k'],
  },
]

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

/** The keys that Pandoc cites in `source`. */
function pandocKeys(source: string): readonly string[] {
  const { stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'native'], {
    input: source,
    encoding: 'utf8',
  })
  return [...stdout.matchAll(/citationId = "([^"]*)"/g)].map(([, key = '']) => key)
}

suite('Where prose is not what Pandoc makes of it', () => {
  for (const { reason, source, ours } of differences) {
    test(`${reason}: ours`, () => {
      assert.deepEqual(citableKeys(source), ours)
    })
  }

  for (const { reason, source, pandocs } of differences) {
    test(`${reason}: Pandoc's`, { skip: hasPandoc ? false : 'pandoc is not installed' }, () => {
      assert.deepEqual(pandocKeys(source), pandocs)
    })
  }
})
