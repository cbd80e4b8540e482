import * as vscode from 'vscode'
import {
  addFilter,
  removeFilter,
  type FilterChange,
  type FilterText,
} from '../../core/setUp/filterField.ts'
import {
  fileStates,
  ownFiles,
  type FileState,
  type OwnFile,
  type ShippedFiles,
} from '../../core/setUp/ownFiles.ts'
import { resolveIn } from '../../workspace/addresses.ts'
import { textAt, type Place, type Project } from '../../workspace/setUp/projects.ts'
import { editorHost } from '../host.ts'

/** What of a set-up is there, and what is not. */
export interface Survey {
  readonly place: Place
  readonly files: readonly SurveyedFile[]
  /** What says which filters Quarto runs; Pandoc's defaults file says so itself. */
  readonly naming?: Naming
}

/** A file of ours, and what of it is there. */
export interface SurveyedFile {
  readonly file: OwnFile
  readonly uri: vscode.Uri
  readonly state: FileState
}

/** A document that names filters, and what becomes of it. */
export interface Naming {
  readonly document: vscode.TextDocument
  readonly added: FilterChange
  readonly removed: FilterChange
}

/** What of the set-up at `place` is there, for a report of `project`. */
export async function survey(
  place: Place,
  project: Project,
  report: vscode.TextDocument,
  extension: vscode.Uri,
): Promise<Survey> {
  const ours = ownFiles(place.printer, await shippedFiles(extension))
  const addresses = ours.map(({ path }) => resolveIn(place.folder, path))
  const [yaml, filter] = await Promise.all(
    addresses.map(async (address) => textAt(editorHost, address)),
  )
  const states = fileStates(ours, [yaml, filter])
  const files = ours.flatMap((file, at) => {
    const state = states[at] ?? 'missing'
    return [{ file, uri: vscode.Uri.parse(addresses[at] ?? ''), state }]
  })
  if (place.printer === 'pandoc') return { place, files }
  return { place, files, naming: await namingOf(project, report) }
}

async function namingOf({ quartoFile }: Project, report: vscode.TextDocument): Promise<Naming> {
  const document =
    quartoFile === undefined
      ? report
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(quartoFile))
  const sort = quartoFile === undefined ? 'report' : 'yaml'
  const text: FilterText = { source: document.getText(), sort }
  return { document, added: addFilter(text), removed: removeFilter(text) }
}

async function shippedFiles(extension: vscode.Uri): Promise<ShippedFiles> {
  const read = async (path: string): Promise<string> =>
    (await textAt(editorHost, vscode.Uri.joinPath(extension, path).toString())) ?? ''
  const [filter, yaml] = await Promise.all([
    read('media/pandoc/policy-citation.lua'),
    read('media/quarto/_extensions/policy-citation/_extension.yml'),
  ])
  return { filter, extension: yaml, version: /^version: *(\S+)/mu.exec(yaml)?.[1] ?? '' }
}

/** Whether nothing of the set-up is there. */
export function isAbsent({ files, naming }: Survey): boolean {
  const isNamed = naming?.added.kind === 'nothing'
  return !isNamed && files.every(({ state }) => state === 'missing')
}

/** Whether all of the set-up is there, as it ships. */
export function isWhole({ files, naming }: Survey): boolean {
  const isNamed = naming === undefined || naming.added.kind === 'nothing'
  return isNamed && files.every(({ state }) => state === 'current')
}
