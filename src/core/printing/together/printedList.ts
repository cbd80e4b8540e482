import type { PrintedEntry } from '../printed.ts'
import { finished } from '../pieces/finished.ts'
import { asListed, firstTime, saidBy, type ReportCitations } from './reportCitations.ts'
import { textOf } from '../pieces/words.ts'

/** The list of references of a report; empty in a style that has none. */
export function printedList(report: ReportCitations): readonly PrintedEntry[] {
  const { format, terms, works, known } = report
  const { entry, entryAuthor, sameAuthor } = format
  if (entry === undefined) return []
  let before = ''
  return works.map((work) => {
    const cited = asListed(work, report)
    const by = saidBy(work.id, firstTime, report)
    const author = known.authors.of(work, by, () => entryAuthor?.(cited) ?? [])
    const called = author.length === 0 ? '' : JSON.stringify(work.author ?? textOf(author))
    const isSame = called !== '' && called === before
    before = called
    return known.entries.of(work, `${by} ${String(isSame)}`, () => {
      const first = isSame ? (sameAuthor?.(cited) ?? author) : author
      return { key: work.id, runs: finished(entry(cited, first), terms) }
    })
  })
}
