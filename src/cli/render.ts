import { statSync, type BigIntStats } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readStyleField, styleFiles } from '../core/bibliography/bibliographyField.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { renderReport, type RenderedReport } from '../core/printing/placing/rendering.ts'
import { readStyle, type PrintingStyle } from '../core/printing/placing/citationStyle.ts'
import { analyseReport, frontOf, type Report } from '../core/report/report.ts'
import type { Host } from '../workspace/host.ts'
import { bibliographyAddress, readPrintingFiles } from '../workspace/reports/bibliographyFiles.ts'
import { readReport } from '../workspace/reports/readReport.ts'
import { Failure } from './failure.ts'
import { readBytes, writeText } from './files.ts'
import { namedReport, type NamedReport } from './reports.ts'

/** What is to be rendered. */
export interface RenderRequest {
  readonly name: string
  /** The style in place of that of the report. */
  readonly csl: string | undefined
  /** The file that is written; never one that is read. */
  readonly output: string | undefined
}

/** What was made of a report. */
export interface Rendered {
  /** Empty where it was written to a file. */
  readonly text: string
  /** What could not be done, each in a line. */
  readonly notes: readonly Sentence[]
}

/**
 * The Markdown of a report with what the Lua filter does in it.
 *
 * @throws Failure where the report cannot be read, or the output would take the place of what is read.
 */
export async function renderNamed(
  host: Host,
  { name, csl, output }: RenderRequest,
  corpus: Corpus,
): Promise<Rendered> {
  const named = namedReport(name)
  const read = await readReport(host.files, named.address, name)
  if (read.kind === 'refused') throw new Failure(read.why)
  const report = analyseReport(read.text)
  const front = frontOf(report)
  const style = styleOf(csl ?? readStyleField(front)?.name, fileURLToPath(named.address))
  const files = await readPrintingFiles(host, named.address, front)
  const rendered = renderReport(report, corpus, style.style, files.textOf)
  const notes = [...style.notes, ...notesOn(rendered, report)].map((note) => note(named.name))
  const text = (read.isMarked === true ? '\uFEFF' : '') + rendered.text
  if (output === undefined) return { text, notes }
  const inputs = [named.address, ...addressesOf(host, named, [...files.files.keys()])]
  await write(output, text, [...inputs.map((one) => fileURLToPath(one)), ...style.file])
  return { text: '', notes }
}

function addressesOf(host: Host, { address }: NamedReport, paths: readonly string[]) {
  return paths.flatMap((one) => bibliographyAddress(host, address, one) ?? [])
}

/** What is to be said of the report that is called `name`. */
type NoteOn = (name: string) => Sentence

/** A style, the file that says what it does, and what is to be said of it. */
interface NamedStyle {
  readonly style: PrintingStyle
  readonly file: readonly string[]
  readonly notes: readonly NoteOn[]
}

function styleOf(named: string | undefined, report: string): NamedStyle {
  if (named === undefined) return { style: readStyle(undefined), file: [], notes: [] }
  const found = placesOf(named, path.dirname(report)).find(isFile)
  if (found === undefined) {
    const note: NoteOn = (name) =>
      sentence`${name}: the style “${named}” is not here; what it does was told by its name.`
    return { style: readStyle(named), file: [], notes: [note] }
  }
  const text = new TextDecoder().decode(readBytes(found, largestStyle))
  return { style: readStyle(named, text), file: [found], notes: [] }
}

/** The largest style that is read, in bytes. */
const largestStyle = 5_000_000

/** Where Pandoc looks for a style, and Quarto beside the report. */
function placesOf(named: string, folder: string): readonly string[] {
  const { XDG_DATA_HOME: data = path.join(homedir(), '.local/share'), APPDATA } = process.env
  const homes = [path.join(data, 'pandoc'), path.join(homedir(), '.pandoc')]
  const all = APPDATA === undefined ? homes : [...homes, path.join(APPDATA, 'pandoc')]
  const styles = all.flatMap((one) => [path.join(one, 'csl'), path.join(one, 'csl/dependent')])
  return [folder, process.cwd(), ...styles].flatMap((one) =>
    styleFiles(named).map((name) => path.resolve(one, name)),
  )
}

function isFile(file: string): boolean {
  return statOf(file)?.isFile() ?? false
}

/** `undefined` where nothing can be called so, or nothing is. */
function statOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true })
  } catch {
    return undefined
  }
}

function notesOn(
  { inColumns, listsAll, lacksReferences }: RenderedReport,
  { source }: Report,
): readonly NoteOn[] {
  const lineOf = (offset: number): number => source.slice(0, offset).split(/\r\n|[\r\n]/u).length
  const moved = inColumns.map(
    ({ key, span }): NoteOn =>
      (name) =>
        sentence`${`${name}:${String(lineOf(span.start))}`}: “${key}” stays as it is: the columns of its table would move.`,
  )
  return [...moved, ...(listsAll ? [allListed] : []), ...(lacksReferences ? [unreadField] : [])]
}

const allListed: NoteOn = (name) =>
  sentence`${name}: nocite “*” stays as it is, since not all of the bibliography could be read.`

const unreadField: NoteOn = (name) =>
  sentence`${name}: references: of the front matter could not be read; works are not in the words of the style.`

/** @throws Failure where `output` is one of the `inputs`, by whatever name, or cannot be written. */
async function write(output: string, text: string, inputs: readonly string[]): Promise<void> {
  if (inputs.some((input) => isSameFile(input, output))) {
    throw new Failure(sentence`${output} is what is read here. Name another file to write.`)
  }
  await writeText(output, text)
}

/** Whether two names lead to one file: through links, hard links, or another spelling. */
function isSameFile(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true
  const [first, second] = [statOf(one), statOf(other)]
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino
}
