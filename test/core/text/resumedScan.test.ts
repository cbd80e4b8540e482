import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import commonmarkSpec from 'commonmark-spec'
import fc from 'fast-check'
import { type BlockTable, scanBlocks, scanBlocksFrom } from '../../../src/core/text/blocks.ts'
import { leaves, prefixes, snippets } from './reportSnippets.ts'

/** Scans `source` anew from each block at which that is possible; all blocks from there on must be the same. */
function assertResumable(source: string): void {
  const whole = scanBlocks(source)
  for (let index = 0; index < whole.size; index += 1) {
    const state = whole.stateAt(index)
    const block = whole.at(index)
    if (state === undefined || block === undefined || block.kind === 'frontMatter') continue
    const rest = scanBlocksFrom(source, block.span.start, state)
    assert.deepEqual(described(rest, 0), described(whole, index), JSON.stringify(source))
  }
}

function described(table: BlockTable, from: number): readonly unknown[] {
  return [...table]
    .slice(from)
    .map((block, index) => ({ ...block, state: table.stateAt(from + index) }))
}

suite('A scan that goes on from a block', () => {
  test('finds what the whole scan found, in all examples of CommonMark', () => {
    for (const { markdown } of commonmarkSpec.tests) assertResumable(markdown.replaceAll('→', '\t'))
  })

  test('finds what the whole scan found, in generated reports', () => {
    const lines = fc.array(
      fc.tuple(
        fc.array(fc.constantFrom(...prefixes), { maxLength: 3 }),
        fc.constantFrom(...leaves, ...snippets),
      ),
      { minLength: 2, maxLength: 14 },
    )
    fc.assert(
      fc.property(lines, (parts) => {
        assertResumable(parts.map(([before, leaf]) => before.join('') + leaf).join('\n'))
      }),
      { seed: 4, numRuns: 3000 },
    )
  })

  test('can begin at nearly every block, not at those behind definitions in one paragraph', () => {
    const table = scanBlocks('- a\n- b\n\n  c\n\n[d]: e\nf\n\n> g\nh\n# i')
    const states = [...table].map((_, index) => table.stateAt(index) !== undefined)
    assert.deepEqual(states, [true, true, true, true, false, true, true])
  })
})
