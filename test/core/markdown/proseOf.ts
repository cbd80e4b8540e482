import { blocksHolding, scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { maskProse, noProse } from '../../../src/core/markdown/prose.ts'

/** The keys in the prose of `source`: each `@` that stands in prose, with the letters and digits after it. */
export function citableKeys(source: string): readonly string[] {
  const blocks = scanBlocks(source)
  return blocksHolding(blocks, '@').flatMap((block) => {
    const mask = maskProse(source, block, blocks.definitions)
    return [...mask.matchAll(/@([\p{L}\p{N}]*)/gu)].map(([, key = '']) => key)
  })
}

/**
 * `source` as the scanner sees it: prose as it stands, `·` for what is no prose, markers of containers
 * as spaces, blank lines and blocks without prose left as `·` and line breaks too.
 */
export function shownProse(source: string): string {
  const blocks = scanBlocks(source)
  let shown = ''
  let read = 0
  for (const block of blocks) {
    shown += source.slice(read, block.span.start)
    shown += maskProse(source, block, blocks.definitions).replaceAll(noProse, '·')
    read = block.span.end
  }
  return shown + source.slice(read)
}
