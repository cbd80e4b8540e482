import { readBibliography } from '../../bibliography/bibliographyField.ts'
import { readCslFile } from '../../bibliography/cslFile.ts'
import { formerItem } from '../../bibliography/formerItem.ts'
import { isOurEntry, theirFields } from '../../bibliography/mergedEntry.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { instrumentIdOf } from '../../corpus/key.ts'
import { citationsOf, frontOf, type Report } from '../../report/report.ts'
import { worksOf } from '../../report/works.ts'

/** An entry of ours in a bibliography file that nothing cites. */
export interface UncitedEntry {
  readonly id: string
  readonly title: string
  /** Whether others changed something in it, or added to it. */
  readonly isTouched: boolean
}

/**
 * The entries of ours in the bibliography file `text` that none of `reports` cites or names under
 * `nocite:`. An instrument is cited by whatever cites something in it; `nocite: '@*'` names all.
 */
export function uncitedEntries(
  text: string,
  reports: readonly Report[],
  corpus: Corpus,
): readonly UncitedEntry[] {
  const entries = readCslFile(text)
  const cited = new Set(reports.flatMap((report) => keysOf(report, corpus)))
  if (typeof entries === 'string' || cited.has('*')) return []
  return [...entries].flatMap(([id, entry]) => {
    const provision = corpus.byKey.get(id)
    const former = provision && formerItem(provision, corpus)
    if (cited.has(id) || !isOurEntry(entry, former)) return []
    const title = typeof entry['title'] === 'string' ? entry['title'] : ''
    return [{ id, title, isTouched: theirFields(entry, former).length > 0 }]
  })
}

/** Whether `report` may print what the file holds that `isFile` knows by its path: it names it, or no file that is known. */
export function mayUse(report: Report, isFile: (path: string) => boolean): boolean {
  const { span, files, isUnread } = readBibliography(frontOf(report))
  return span === undefined || isUnread || files.some(isFile)
}

/** The keys that `report` holds, as written and as they are meant, with those of their instruments. */
function keysOf(report: Report, corpus: Corpus): readonly string[] {
  const written = citationsOf(report).map(({ key }) => key)
  const meant = worksOf(report, corpus).map(({ key }) => key)
  const keys: readonly string[] = [
    ...written,
    ...meant,
    ...readBibliography(frontOf(report)).nocite,
  ]
  return keys.flatMap((key) => [key, instrumentIdOf(key)])
}
