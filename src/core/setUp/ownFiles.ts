import { crc32 } from '../text/bytes/checksum.ts'

/** By what reports are printed. */
export type Printer = 'quarto' | 'pandoc'

/** A file that we write into a project. */
export interface OwnFile {
  /** From the folder of the project on. */
  readonly path: string
  readonly text: string
}

/** The files of the extension that projects get, and its version. */
export interface ShippedFiles {
  readonly filter: string
  /** `_extension.yml` of the Quarto extension. */
  readonly extension: string
  readonly version: string
}

/** The folder of our Quarto extension. */
export const extensionFolder = '_extensions/policy-citation'

/** What Pandoc's defaults file is called. */
export const defaultsFile = 'policy-citation.yaml'

/** Pandoc's options for reports; `\${.}` is the folder that they lie in. */
const defaults = `# pandoc --defaults policy-citation.yaml report.md -o report.docx
filters:
  - \${.}/policy-citation.lua
  - citeproc
`

/**
 * What a project gets: the filter as it ships, behind a file of YAML that has it run. The last line of that says of which
 * version both are, and their checksums: by it a copy is known that nobody changed.
 */
export function ownFiles(printer: Printer, shipped: ShippedFiles): readonly [OwnFile, OwnFile] {
  const folder = printer === 'quarto' ? `${extensionFolder}/` : ''
  const name = printer === 'quarto' ? `${folder}_extension.yml` : defaultsFile
  const yaml = printer === 'quarto' ? shipped.extension : defaults
  const sums = [yaml, shipped.filter].map(checksum).join(' ')
  return [
    { path: name, text: `${yaml}# Policy Citation ${shipped.version} ${sums}\n` },
    { path: `${folder}policy-citation.lua`, text: shipped.filter },
  ]
}

/** What a file of a project is beside ours: of another version of ours, or changed by somebody. */
export type FileState = 'missing' | 'current' | 'otherVersion' | 'changed'

/** The states of the two files of a project, in the order of `ours`; the text of one that is not there is `undefined`. */
export function fileStates(
  ours: readonly [OwnFile, OwnFile],
  [yaml, filter]: readonly [string | undefined, string | undefined],
): readonly [FileState, FileState] {
  const { body, sums } = stampOf(yaml ?? '')
  const isUntouched = (text: string | undefined, at: 0 | 1): boolean =>
    text !== undefined && checksum(text) === sums?.[at]
  return [
    stateOf(yaml, ours[0], isUntouched(body, 0)),
    stateOf(filter, ours[1], isUntouched(filter, 1)),
  ]
}

function stateOf(text: string | undefined, ours: OwnFile, isUntouched: boolean): FileState {
  if (text === undefined) return 'missing'
  if (withPlainLines(text) === withPlainLines(ours.text)) return 'current'
  return isUntouched ? 'otherVersion' : 'changed'
}

/** Whether `yaml` is, or was, a file of ours. */
export function isStamped(yaml: string): boolean {
  return stampOf(yaml).sums !== undefined
}

interface Stamp {
  /** What stands before the stamp. */
  readonly body: string
  readonly sums?: readonly string[]
}

function stampOf(yaml: string): Stamp {
  const text = withPlainLines(yaml)
  const stamp = /(?<=^|\n)# Policy Citation \S+ ([\da-f]{8}) ([\da-f]{8})\n*$/u.exec(text)
  if (stamp === null) return { body: text }
  return { body: text.slice(0, stamp.index), sums: stamp.slice(1) }
}

/** Of the text, whatever its line ends are, which a version control may change. */
function checksum(text: string): string {
  const bytes = new TextEncoder().encode(withPlainLines(text))
  return crc32(bytes).toString(16).padStart(8, '0')
}

function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n')
}
