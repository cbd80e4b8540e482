import { readBibliography } from '../../bibliography/bibliographyField.ts'
import {
  bibliographyFiles,
  isOutdated,
  planBibliography,
  type Citing,
  type BibliographyText,
} from '../../bibliography/plan.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Provision } from '../../corpus/provision.ts'
import { frontOf, reportLanguage, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'

/** The file of a report, and what those hold that its front matter names. */
export interface ReportFiles {
  readonly reportName: string
  /** How many folders above its own belong to what is worked in. */
  readonly levels: number
  /** Of a file as the front matter would name it; the same object as long as nothing changed. */
  readonly textOf: (path: string) => BibliographyText
}

/** A bibliography that is not what *Write Bibliography* would make of it. */
export interface OutdatedBibliography {
  /** Of `bibliography:` in the front matter. */
  readonly span: Span
  /** The file that would be written. */
  readonly path: string
  /** The ids of what the report cites and no file holds. */
  readonly lacking: readonly string[]
  /** The ids of what we wrote and is no longer so. */
  readonly changed: readonly string[]
  /** Whether the file is ours, and named in the front matter already. */
  readonly isOurs: boolean
}

/** What the answer depends on, beside the corpus. */
type Basis = readonly unknown[]

/**
 * Whether the bibliography of a report is outdated, asked again and again while it is edited: as long as it
 * cites the same and neither its language, its list nor a file changed, nothing is planned anew.
 */
export class BibliographyCheck {
  readonly #corpus: Corpus
  readonly #files: ReportFiles
  #basis: Basis = []
  #found: Omit<OutdatedBibliography, 'span'> | undefined

  constructor(corpus: Corpus, files: ReportFiles) {
    this.#corpus = corpus
    this.#files = files
  }

  /** Of `report`, whose keys name `works`; `undefined` where nothing is to be said. */
  of(report: Report, works: readonly Provision[]): OutdatedBibliography | undefined {
    const front = frontOf(report)
    const { span, ...field } = readBibliography(front)
    if (span === undefined) return undefined
    const { reportName, textOf } = this.#files
    const language = reportLanguage(report) ?? 'en'
    const texts = bibliographyFiles(front, reportName).map(textOf)
    const basis = [JSON.stringify(field), language, ...texts, ...works]
    const isSame = basis.length === this.#basis.length
    if (!isSame || basis.some((one, at) => one !== this.#basis[at])) {
      this.#basis = basis
      this.#found = this.#find({ front, reportName, works, read: [], language })
    }
    return this.#found && { ...this.#found, span }
  }

  #find(citing: Citing): Omit<OutdatedBibliography, 'span'> | undefined {
    const plan = planBibliography(citing, this.#corpus, this.#files.textOf)
    if ('why' in plan || !isOutdated(plan)) return undefined
    const { path, lacking, changed, isOurs, edit } = plan
    return { path, lacking, changed, isOurs: isOurs && edit === undefined }
  }
}
