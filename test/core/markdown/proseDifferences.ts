import assert from 'node:assert/strict'
import commonmarkSpec from 'commonmark-spec'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { maskProse, noProse } from '../../../src/core/markdown/prose.ts'
import { decidedByPandoc } from './decidedByPandoc.ts'
import { type Deviation, remarkProse } from './remarkOracle.ts'

/** For each offset whether the scanner takes it for prose. */
function scannedProse(source: string): Uint8Array {
  const blocks = scanBlocks(source)
  const prose = new Uint8Array(source.length)
  for (const block of blocks) {
    const mask = maskProse(source, block, blocks.definitions)
    const { start, end } = block.span
    assert.equal(mask.length, end - start)
    for (let at = 0; at < mask.length; at += 1) {
      // remark knows no metadata, Pandoc reads Markdown in its strings.
      if (mask[at] === source[start + at]) prose[start + at] = block.kind === 'frontMatter' ? 0 : 1
      else assert.ok(mask[at] === ' ' || mask[at] === noProse, JSON.stringify(source))
    }
  }
  return prose
}

const marks = '!"#$%&\'()*+,-./:;<=>?[\\]^_`{|}~'

/**
 * Whitespace may be prose or syntax, and so may ASCII punctuation, which marks up or is escaped; no
 * citation begins with either. All else is compared, `@` above all.
 */
function isTelling(character: string): boolean {
  return !marks.includes(character) && !/[\s\0]/.test(character)
}

/**
 * The source, with `«+x»` where only the scanner takes x for prose and `«-x»` where only remark does;
 * empty where they agree.
 */
export function differences(source: string, deviations: ReadonlySet<Deviation>): string {
  return differencesFrom(remarkProse(source, deviations), source)
}

/** The same, where `theirs` is what remark takes for prose. */
export function differencesFrom(theirs: Uint8Array, source: string): string {
  const ours = scannedProse(source)
  const marked = source.split('').map((character, at) => {
    if (!isTelling(character) || ours[at] === theirs[at]) return character
    return `«${ours[at] === 1 ? '+' : '-'}${character}»`
  })
  const text = marked.join('')
  return text === source ? '' : text
}

/** The examples of CommonMark's specification. */
export const examples = commonmarkSpec.tests.map((example) => ({
  ...example,
  source: example.markdown.replaceAll('→', '\t'),
}))

/** Whether nothing in `source` is read by Pandoc otherwise than by remark. */
export function isDecidedByRemark(source: string): boolean {
  return !decidedByPandoc.some(({ pattern }) => pattern.test(source))
}
