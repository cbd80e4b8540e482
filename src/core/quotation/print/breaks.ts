import { noMark, type Wording } from '../wording.ts'

/**
 * `wording` with the punctuation that `other` has behind a heading, which ends without any: `Scope. This act
 * applies`. Linear in the words of the other one and the headings of this one.
 */
export function withMarksBehindHeadings(wording: Wording, other: Wording): Wording {
  if (wording.breaks.length === 0) return wording
  const marks = new Map<number, Map<number, number>>()
  other.marks.forEach((mark, at) => {
    if (mark === noMark) return
    const word = other.words[at] ?? 0
    const behind = marks.get(word) ?? new Map<number, number>()
    behind.set(other.words[at + 1] ?? 0, mark)
    marks.set(word, behind)
  })
  const changed = [...wording.marks]
  for (const at of wording.breaks) {
    const mark = marks.get(wording.words[at] ?? 0)?.get(wording.words[at + 1] ?? 0)
    if (mark !== undefined) changed[at] = mark
  }
  return { ...wording, marks: changed }
}
