import { holdsProse, type Block } from '../markdown/blocks.ts'
import { rawTexIn } from '../markdown/prose.ts'
import { keylessParts, type KeylessPart } from '../pandoc/keylessParts.ts'
import { exampleIn, markedKeysIn, keysLikeAddresses, type UnreadKey } from '../pandoc/unreadKeys.ts'
import { sliceSpan } from '../text/span.ts'
import type { Report } from './report.ts'

/** Why Pandoc reads no citation where one seems to be meant. */
export type UnreadReason = 'tex' | 'example' | 'address'

/** `@key` where Pandoc reads no citation, and why. */
export interface UnreadCitation extends UnreadKey {
  readonly reason: UnreadReason
}

/** What has the form of a citation in `block` of `report` and is none for Pandoc nor for us, in any order. */
export function unreadIn(report: Report, block: Block): readonly UnreadCitation[] {
  if (!holdsProse(block.kind)) return []
  const { start } = block.span
  const text = sliceSpan(report.source, block.span)
  const example = exampleIn(text, start)
  return [
    ...texKeys(report, block).map((key) => ({ ...key, reason: 'tex' as const })),
    ...(example === undefined ? [] : [{ ...example, reason: 'example' as const }]),
    ...keysLikeAddresses(report.maskOf(block), start).map((key) => ({
      ...key,
      reason: 'address' as const,
    })),
  ]
}

function texKeys({ source, blocks }: Report, block: Block): readonly UnreadKey[] {
  return rawTexIn(source, block, blocks.definitions).flatMap((span) =>
    markedKeysIn(sliceSpan(source, span), span.start),
  )
}

/** The parts without a key in the brackets of `block` of `report`, for which Pandoc reads no group there. */
export function keylessPartsIn(report: Report, block: Block): readonly KeylessPart[] {
  return report
    .citingPartsIn(block)
    .flatMap(({ start, text }) => keylessParts(text, block.span.start + start))
}
