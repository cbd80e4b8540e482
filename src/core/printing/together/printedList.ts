import type { PrintedEntry } from '../printed.ts'
import { finished } from '../pieces/finished.ts'
import { asListed, type ReportCitations } from './reportCitations.ts'
import { textOf, type Words } from '../pieces/words.ts'

/** The list of references of a report; empty in a style that has none. */
export function printedList(report: ReportCitations): readonly PrintedEntry[] {
  const { format, terms, works } = report
  const { entry, entryAuthor, sameAuthor } = format
  if (entry === undefined) return []
  let before = ''
  return works.map((work) => {
    const cited = asListed(work, report)
    const author: Words = entryAuthor?.(cited) ?? []
    const called = author.length === 0 ? '' : JSON.stringify(work.author ?? textOf(author))
    const isSame = called !== '' && called === before
    before = called
    const first = isSame ? (sameAuthor?.(cited) ?? author) : author
    return { key: work.id, runs: finished(entry(cited, first), terms) }
  })
}
