import { BlockTable } from './blockTable.ts'
import { cutIntoChunks } from '../text/chunks.ts'
import { ChunkedText } from '../text/chunkedText.ts'

export { type BlockKind } from './blockRows.ts'
export {
  type Block,
  blocksHolding,
  BlockTable,
  holdsCitations,
  holdsProse,
  type TextChange,
} from './blockTable.ts'

/**
 * The leaf blocks of a report (CommonMark 0.31, sections 4 and 5), with front matter and
 * footnote definitions. Linear in the length of `source`, never throws.
 */
export function scanBlocks(source: string): BlockTable {
  const table = BlockTable.of(ChunkedText.of(cutIntoChunks(source)))
  table.settle(Infinity)
  return table
}
