import { chineseListed } from '../chineseLabel.ts'
import { readCode } from '../printedLabel.ts'
import type { Head } from './draft.ts'
import type { OpenParts } from './openParts.ts'
import { articleRank, isOfLine, measureRank } from './ranks.ts'
import { bareSection, measureStart } from './sectionMark.ts'
import type { SectionSeries } from './sectionSeries.ts'

/** What is a measure by its name, in a heading, too. */
export const measureKinds: ReadonlySet<string> = new Set([
  ...['article', 'recommendation', 'principle', 'target', 'action', 'subcategory'],
])

type Start = Pick<Head, 'kind' | 'label' | 'place' | 'heading'> & { readonly rest: string }

/**
 * Begins the measure of its own that a paragraph begins, `Sec. 2.`, `GOVERN 1.1:`, `一、`: what stands behind its
 * beginning; `undefined` where it begins none.
 */
export function addMeasure(
  open: OpenParts,
  sections: SectionSeries,
  text: string,
): string | undefined {
  const start =
    measureStart(text) ?? codeStart(text) ?? listedStart(open, text) ?? bareStart(open, text)
  if (start === undefined) return undefined
  const { rest, ...head } = start
  const printed = text.slice(0, text.length - rest.length).trim()
  if (head.kind === 'section') sections.push({ ...head, printed })
  else {
    const rank = head.kind === 'article' ? articleRank : measureRank
    open.push({ level: 'measure', ...head, printed, rank })
  }
  if (head.heading === undefined && rest === '') open.awaitTitle()
  return rest
}

/** `GOVERN 1.1: Legal …`, `GV-1.1-001 Align …`. */
function codeStart(text: string): Start | undefined {
  const code = readCode(text)
  if (code?.kind === undefined || !measureKinds.has(code.kind)) return undefined
  const { heading, ...head } = code
  return { ...head, rest: heading }
}

/** A section without a word, below a line that is the heading of a division. */
function bareStart(open: OpenParts, text: string): Start | undefined {
  const isWithinLines = open.all.some(({ rank }) => isOfLine(rank))
  const section = isWithinLines ? bareSection(text) : undefined
  if (section === undefined) return undefined
  const { number, ...start } = section
  if (number === undefined) return start
  if (!open.counting.countsOn('1 Short title', number)) return undefined
  open.counting.count({ style: '1 Short title', number })
  return start
}

/** `一、` before a sentence. */
function listedStart(open: OpenParts, text: string): Start | undefined {
  const listed = listedIn(open, text)
  if (listed === undefined) return undefined
  open.counting.count({ style: '一、', number: Number(listed.label) })
  return { label: listed.label, rest: listed.rest }
}

/** `一、`, where it goes on counting, or begins to. */
export function listedIn(open: OpenParts, text: string): ReturnType<typeof chineseListed> {
  const listed = open.isWithinLaw ? undefined : chineseListed(text)
  const number = Number(listed?.label)
  return number === 1 || open.counting.countsOn('一、', number) ? listed : undefined
}
