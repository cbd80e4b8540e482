import {
  readStyleField,
  styleFiles,
  type StyleField,
} from '../../bibliography/bibliographyField.ts'
import type { BibliographyText } from '../../bibliography/plan.ts'
import { needsFilter, readStyle } from '../../printing/placing/citationStyle.ts'
import { frontOf, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { namesFilter } from '../../setUp/namesFilter.ts'
import { defaultsFile } from '../../setUp/ownFiles.ts'
import type { ReportFiles } from './outdatedBibliography.ts'

/** A style that prints places where they do not belong, or not at all, unless the Lua filter puts them. */
export interface AdvisedFilter {
  /** Of the style in the front matter. */
  readonly span: Span
  /** As the report names it. */
  readonly style: string
}

/** The files that say more of the style that `front` names, and by what the report is printed. */
export function filesOfStyle(front: string, levels: number): readonly string[] {
  const field = readStyleField(front)
  return field === undefined ? [] : [...styleFiles(field.name), ...projectFiles(levels)]
}

/** What may name the filter beside a report, and in `levels` folders above it: Quarto's files, and ours for Pandoc. */
function projectFiles(levels: number): readonly string[] {
  const names = ['_quarto.yml', '_quarto.yaml', '_metadata.yml', '_metadata.yaml']
  const all = [...names, defaultsFile]
  return Array.from({ length: levels + 1 }, (_, level) => '../'.repeat(level)).flatMap((way) =>
    all.map((name) => way + name),
  )
}

/**
 * Whether a report needs the filter and has none, asked again and again while it is edited: as long as neither its
 * front matter nor a file changed, nothing is read anew.
 */
export class FilterCheck {
  readonly #files: ReportFiles
  readonly #style = new Kept<boolean>()
  readonly #found = new Kept<boolean>()

  constructor(files: ReportFiles) {
    this.#files = files
  }

  /** Of `report`, which cites something of ours; `undefined` where nothing is to be said. */
  of(report: Report): AdvisedFilter | undefined {
    const front = frontOf(report)
    const field = readStyleField(front)
    if (field === undefined) return undefined
    const styles = styleFiles(field.name).map(this.#files.textOf)
    const isNeeded = this.#style.of([field.name, ...styles], () => isFilterNeeded(field, styles))
    if (!isNeeded) return undefined
    const projects = projectFiles(this.#files.levels).map(this.#files.textOf)
    const isLacking = this.#found.of([front, ...projects], () => isAdvised(front, projects))
    return isLacking ? { span: field.span, style: field.name } : undefined
  }
}

/** What was made of some things, as long as they are the same. */
class Kept<T> {
  #basis: readonly unknown[] = []
  #made: T | undefined

  of(basis: readonly unknown[], make: () => T): T {
    const isSame = basis.length === this.#basis.length
    if (this.#made === undefined || !isSame || basis.some((one, at) => one !== this.#basis[at])) {
      this.#basis = basis
      this.#made = make()
    }
    return this.#made
  }
}

function isFilterNeeded({ name }: StyleField, files: readonly BibliographyText[]): boolean {
  const csl = files.find((file) => file.kind === 'read')
  return needsFilter(readStyle(name, csl?.text))
}

/** Nothing is said while a file that may name the filter is not read. */
function isAdvised(front: string, projects: readonly BibliographyText[]): boolean {
  const isKnown = projects.every(({ kind }) => kind === 'read' || kind === 'missing')
  const texts = projects.flatMap((file) => (file.kind === 'read' ? [file.text] : []))
  return isKnown && ![front, ...texts].some(namesFilter)
}
