import { readMark } from '../../labels/printedLabel.ts'
import type { TextBlock } from '../block.ts'
import { isInBrackets, readEnumerator } from '../numbers/enumerator.ts'
import { isSectionMark, measureStart, type MeasureStart } from '../sectionMark.ts'

/** The section that a heading of a text that is divided in sections begins: `Section 2. Duties`, `Sec. 2 Duties`. */
export function sectionOfHeading(text: string): MeasureStart | undefined {
  const start = measureStart(text)
  if (start !== undefined) return start.kind === 'section' ? start : undefined
  const { label, rest } = (isNamedSection(text) ? readMark(text) : undefined) ?? {}
  return label === undefined ? undefined : { kind: 'section', label, rest: rest?.trim() ?? '' }
}

/**
 * Whether a text is divided into sections that are measures: by `Sec. 2.` or `§ 2`, or by headings `Section 2. Duties`
 * with paragraphs `(a)` right below some, and no heading, article or bullet right below any.
 */
export function isDividedInSections(blocks: readonly TextBlock[]): boolean {
  if (blocks.some((block) => 'text' in block && isSectionMark(block.text))) return true
  let depth = 0
  let hasPoints = false
  let hasPointsHere = false
  for (const block of blocks) {
    if (block.kind === 'heading') {
      hasPointsHere = false
      if (isNamedSection(block.text)) ({ depth } = block)
      else if (depth > 0 && block.depth > depth) return false
      else depth = 0
    } else if (depth > 0 && isBullet(block) && !hasPointsHere) return false
    else if (depth > 0 && block.kind === 'paragraph') {
      if (measureStart(block.text) !== undefined) return false
      hasPointsHere ||= isPoint(block.text)
      hasPoints ||= hasPointsHere
    }
  }
  return hasPoints
}

function isBullet(block: TextBlock): boolean {
  return block.kind === 'item' && block.number === undefined
}

function isPoint(text: string): boolean {
  const enumerator = readEnumerator(text)
  return enumerator !== undefined && isInBrackets(enumerator)
}

function isNamedSection(text: string): boolean {
  return /^(?:Section|SECTION|Sec\.|SEC\.) \d/u.test(text)
}
