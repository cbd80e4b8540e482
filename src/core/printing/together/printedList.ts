import type { CslItem } from '../../bibliography/cslItem.ts'
import type { Format } from '../formats/format.ts'
import type { PrintedEntry } from '../printed.ts'
import type { KnownEntry } from './knownReferences.ts'
import { finished } from '../pieces/finished.ts'
import { asListed, firstTime, saidBy, type ReportCitations } from './reportCitations.ts'
import { textOf, type Words } from '../pieces/words.ts'

/** The list of references of a report; empty in a style that has none. */
export function printedList(report: ReportCitations): readonly PrintedEntry[] {
  const { format, works, known } = report
  const { entry } = format
  if (entry === undefined) return []
  let before = ''
  return works.map((work) => {
    const by = saidBy(work.id, firstTime, report)
    const one = known.entries.of(work, by, () => entryOf(work, entry, report))
    const isSame = one.author !== '' && one.author === before
    before = one.author
    return isSame ? one.behindSame : one.entry
  })
}

function entryOf(
  work: CslItem,
  entry: NonNullable<Format['entry']>,
  report: ReportCitations,
): KnownEntry {
  const { entryAuthor, sameAuthor } = report.format
  const cited = asListed(work, report)
  const author: Words = entryAuthor?.(cited) ?? []
  const behind = (by: Words): PrintedEntry => {
    return { key: work.id, runs: finished(entry(cited, by), report.terms) }
  }
  const own = behind(author)
  return {
    author: author.length === 0 ? '' : JSON.stringify(work.author ?? textOf(author)),
    entry: own,
    behindSame: sameAuthor === undefined ? own : behind(sameAuthor(cited)),
  }
}
