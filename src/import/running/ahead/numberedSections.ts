import type { TextBlock } from '../block.ts'
import { isInBrackets, readEnumerator } from '../numbers/enumerator.ts'
import type { MeasureStart } from '../sectionMark.ts'

/** Acts, as those of the Commonwealth call themselves. */
const named =
  /\b(?:Act|Ordinance|Bill|Regulations|Rules|Law|Code|Statute)\b|\b(?:ACT|ORDINANCE|BILL|REGULATIONS|RULES|LAW|CODE)\b/u
/** How they speak of themselves. */
const ofItself =
  /\bIn th(?:is (?:Act|Ordinance|Law|Code|Bill)|ese (?:Regulations|Rules))\b|\bTh(?:is (?:Act|Ordinance|Law|Code|Bill)|ese (?:Regulations|Rules)) (?:may be c(?:ited|alled)|is the|are the|shall|comes?|appl(?:y|ies)|extends?|binds?)\b/u

/** Whether a text is an act that calls itself one at its beginning and in its words, whose sections may bear numbers alone. */
export function isNamedAct(blocks: readonly TextBlock[]): boolean {
  const isNamed = blocks
    .slice(0, furthestTitle)
    .some((block) => 'text' in block && named.test(block.text.slice(0, 200)))
  return isNamed && blocks.some((block) => 'text' in block && ofItself.test(block.text))
}

/** The title of an act stands so near to its beginning, in blocks. */
const furthestTitle = 6

/** `1 Short title`, `2A. Duties`: what a heading counts. */
const counted = /^(\d{1,4}[A-Z]{0,2})\.?\s+(?=[\p{Lu}“‘"])/u

/** The section whose heading bears a number alone. */
export function numberedSection(text: string): MeasureStart | undefined {
  const [whole, label] = counted.exec(text) ?? []
  if (whole === undefined || label === undefined) return undefined
  return { kind: 'section', label, heading: text.slice(whole.length), rest: '' }
}

/**
 * Whether the headings of an act that bear a number alone are its sections: they count from 1 on, `(1)` or `(a)` stands right below some,
 * and no bullet and no numbered heading right below any.
 */
export function isInNumberedSections(blocks: readonly TextBlock[]): boolean {
  let next = 1
  let isRightBelow = false
  let hasPoints = false
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const section = numberedSection(block.text)
      isRightBelow = section !== undefined
      if (section?.label === String(next)) next += 1
    } else if (isRightBelow && block.kind === 'item' && block.number === undefined) return false
    else if (isRightBelow && (block.kind === 'paragraph' || block.kind === 'item')) {
      const enumerator = readEnumerator(block.text)
      hasPoints ||= enumerator !== undefined && isInBrackets(enumerator)
    }
  }
  return hasPoints && next > 2
}
