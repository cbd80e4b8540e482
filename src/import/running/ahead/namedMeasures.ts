import { readNamedMeasure } from '../../labels/printedLabel.ts'
import type { TextBlock } from '../block.ts'
import { isInBrackets, isNumber, readEnumerator } from '../numbers/enumerator.ts'
import { paragraphsIn } from './lines.ts'

/**
 * Whether `Recommendation 1. Mend.` begins a measure in a text. The only one of all its words, beside paragraphs
 * that count `1.`, `2.`, is spoken of.
 */
export function namesMeasures(blocks: readonly TextBlock[]): boolean {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'item' ? paragraphsIn(block.text) : [],
  )
  const named = lines.filter((line) => readNamedMeasure(line) !== undefined)
  if (named.length !== 1 || /^\S+ \S+?[:：—–]/u.test(named[0] ?? '')) return named.length > 0
  return lines.filter(countsByNumber).length < 2
}

function countsByNumber(line: string): boolean {
  const enumerator = readEnumerator(line)
  return enumerator !== undefined && isNumber(enumerator) && !isInBrackets(enumerator)
}
