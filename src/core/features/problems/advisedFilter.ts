import {
  readStyleField,
  styleFiles,
  type StyleField,
} from '../../bibliography/bibliographyField.ts'
import type { BibliographyText } from '../../bibliography/plan.ts'
import { needsFilter, readStyle } from '../../printing/placing/citationStyle.ts'
import { frontOf, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
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
  #basis: readonly unknown[] = []
  #found: AdvisedFilter | undefined

  constructor(files: ReportFiles) {
    this.#files = files
  }

  /** Of `report`, which cites something of ours; `undefined` where nothing is to be said. */
  of(report: Report): AdvisedFilter | undefined {
    const front = frontOf(report)
    const field = readStyleField(front)
    if (field === undefined) return undefined
    const styles = styleFiles(field.name).map(this.#files.textOf)
    const projects = this.#projectsOf(field, styles)
    const basis = [front, ...styles, ...projects]
    const isSame = basis.length === this.#basis.length
    if (!isSame || basis.some((one, at) => one !== this.#basis[at])) {
      this.#basis = basis
      this.#found = isAdvised(front, projects) ? { span: field.span, style: field.name } : undefined
    }
    return this.#found
  }

  /** The files of the project, where the style needs the filter. */
  #projectsOf(field: StyleField, styles: readonly BibliographyText[]): readonly BibliographyText[] {
    const csl = styles.find((file) => file.kind === 'read')
    const style = readStyle(field.name, csl?.text)
    return needsFilter(style) ? projectFiles(this.#files.levels).map(this.#files.textOf) : []
  }
}

/** Nothing is said while a file that may name the filter is not read. */
function isAdvised(front: string, projects: readonly BibliographyText[]): boolean {
  const isKnown = projects.every(({ kind }) => kind === 'read' || kind === 'missing')
  const texts = projects.flatMap((file) => (file.kind === 'read' ? [file.text] : []))
  return projects.length > 0 && isKnown && ![front, ...texts].some(namesFilter)
}

/** Whether `yaml` names our filter, comments apart: under `filters:`, or as the file that it is. */
function namesFilter(yaml: string): boolean {
  const said = yaml.replace(/(?<=^|\s)#.*$/gmu, '')
  return said.includes('policy-citation.lua') || listsFilter(said.split(/\r\n|[\r\n]/u))
}

function listsFilter(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    const [, before = '', value] = /^([ \t]*(?:- )?)["']?filters["']?[ \t]*:(.*)$/u.exec(line) ?? []
    if (value === undefined) return false
    const rest = lines.slice(at + 1)
    const end = rest.findIndex((next) => !goesOn(next, before.length))
    return [value, ...rest.slice(0, end === -1 ? rest.length : end)].some((one) => named.test(one))
  })
}

const named = /(?:^|[\s/\\"'[,])policy-citation(?=[\s"'\],]|$)/u

/** Whether `line` belongs to the value of a field that stands `indent` far to the right. */
function goesOn(line: string, indent: number): boolean {
  const [own = ''] = /^[ \t]*/u.exec(line) ?? []
  return line.trim() === '' || own.length > indent || line.startsWith('- ', indent)
}
