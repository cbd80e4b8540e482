import { addBibliographyFile, readBibliography } from '../../bibliography/bibliographyField.ts'
import {
  planBibliography,
  type BibliographyPlan,
  type BibliographyText,
  type NoPlan,
} from '../../bibliography/plan.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { frontOf, reportLanguage, type Report } from '../../report/report.ts'
import { readCitations, worksOf } from '../../report/works.ts'

/** Whether `report` names no bibliography and can be given one. */
export function lacksBibliography(report: Report): boolean {
  const head = frontOf(report)
  return (
    readBibliography(head).span === undefined && addBibliographyFile(head, 'a.json') !== undefined
  )
}

/** What *Write Bibliography* does for `report`, whose file is called `reportName`, with files as `textOf` gives them. */
export function draftBibliography(
  report: Report,
  corpus: Corpus,
  reportName: string,
  textOf: (path: string) => BibliographyText,
): BibliographyPlan | NoPlan {
  const works = worksOf(report, corpus)
  const language = reportLanguage(report) ?? 'en'
  const read = readCitations(report, corpus)
  const citing = { front: frontOf(report), reportName, works, read, language }
  return planBibliography(citing, corpus, textOf)
}
