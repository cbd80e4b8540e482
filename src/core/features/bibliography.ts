import { addBibliographyFile, readBibliography } from '../bibliography/bibliographyField.ts'
import { cslItems } from '../bibliography/csl.ts'
import type { CslItem } from '../bibliography/cslItem.ts'
import { formerItem } from '../bibliography/formerItem.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { reportLanguage, type Report } from '../report/report.ts'
import { worksOf } from '../report/works.ts'
import type { TextEdit } from '../text/textEdit.ts'

/** What to write, and into which file: a path as the front matter names it, relative to the report. */
export interface BibliographyDraft {
  /** The works that the report cites or names under `nocite:`, in that order, each with what its keys name in it. */
  readonly items: readonly CslItem[]
  /** What an earlier release wrote for the same keys. */
  readonly former: readonly CslItem[]
  readonly path: string
  /** What adds the file to the front matter; absent when it is named there already. */
  readonly edit?: TextEdit
}

/** Why no bibliography can be written. */
export type NoBibliography = 'nothingCited' | 'frontMatterNotUnderstood'

/**
 * What *Write Bibliography* does for `report`, whose file is called `reportName`. A `.json` file of
 * the front matter is the one to update; where it names none, `<report>.policy.json` is added to the
 * list, and files of other kinds are left alone.
 */
export function draftBibliography(
  report: Report,
  corpus: Corpus,
  reportName: string,
): BibliographyDraft | NoBibliography {
  const { files, nocite } = readBibliography(report.source.toString())
  const named = nocite.flatMap((key) => corpus.byKey.get(key) ?? [])
  const works = [...worksOf(report, corpus), ...named]
  const items = cslItems(works, corpus, reportLanguage(report) ?? 'en')
  if (items.length === 0) return 'nothingCited'
  const file = files.find(isJsonFile)
  const former = works.map((work) => formerItem(work, corpus))
  if (file !== undefined) return { items, former, path: file }
  const path = `${reportName.replace(/\.[^.]*$/u, '')}.policy.json`
  const edit = addBibliographyFile(report.source.toString(), path)
  return edit === undefined ? 'frontMatterNotUnderstood' : { items, former, path, edit }
}

/** A JSON file, not an address on the web. */
function isJsonFile(path: string): boolean {
  return /\.json$/iu.test(path) && !/^[a-z][a-z\d+.-]+:/iu.test(path)
}
