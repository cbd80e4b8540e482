import { bibliographyFiles, type BibliographyText } from '../../core/bibliography/plan.ts'
import { bibliographyPath } from '../../core/features/bibliographies/bibliographyPath.ts'
import { filesOfStyle } from '../../core/features/problems/advisedFilter.ts'
import { folderOf, parentOf, pathOf, pathWithin, placeIn } from '../addresses.ts'
import type { Address, Files, FileStat, Host } from '../host.ts'
import { readSteady } from '../readSteady.ts'

/** The largest file that is read, in bytes. */
const largestBibliography = 20_000_000

/**
 * The file that `path` of the front matter means to the report at `report`; `undefined` where it lies
 * outside of the folder that is worked in, or of the report's own where it lies in none.
 */
export function bibliographyAddress(
  { folders }: Pick<Host, 'folders'>,
  report: Address,
  path: string,
): Address | undefined {
  const bounds = pathOf(boundsOf({ folders }, report))
  const file = bibliographyPath(path, { folder: pathOf(parentOf(report)), bounds })
  return file === undefined ? undefined : placeIn(report, file)
}

/** How many folders above that of the report at `report` belong to what is worked in. */
export function levelsAbove({ folders }: Pick<Host, 'folders'>, report: Address): number {
  const folder = pathOf(parentOf(report))
  const within = pathWithin(pathOf(folderOf(folders, report) ?? parentOf(report)), folder) ?? ''
  return Math.min(mostLevels, within.split('/').filter((name) => name !== '').length)
}

/** No project lies deeper. */
const mostLevels = 20

/** The folder that is worked in around the report at `report`; its own where it lies in none. */
export function boundsOf({ folders }: Pick<Host, 'folders'>, report: Address): Address {
  return folderOf(folders, report) ?? parentOf(report)
}

/** What is at `address`, byte order mark and line ends included; nothing that is not UTF-8. */
export async function readBibliographyFile(
  files: Files,
  address: Address,
): Promise<BibliographyText> {
  let stat: FileStat
  try {
    stat = await files.stat(address)
  } catch {
    return (await isMissing(files, address)) ? missing : unread
  }
  if (stat.kind !== 'file' || stat.size > largestBibliography) return unread
  try {
    const bytes = await readSteady(files, address, stat)
    return bytes.length > largestBibliography ? unread : decoded(bytes)
  } catch {
    return unread
  }
}

/** The files that the front matter of a report names, and the one that would be written. */
export interface NamedFiles {
  /** What the report itself is called. */
  readonly reportName: string
  /** How many folders above its own belong to what is worked in. */
  readonly levels: number
  readonly files: ReadonlyMap<string, BibliographyText>
  readonly textOf: (path: string) => BibliographyText
}

/** The files of the report at `report`, which begins with `front`, as they are now. */
export async function readNamedFiles(
  host: Pick<Host, 'files' | 'folders'>,
  report: Address,
  front: string,
): Promise<NamedFiles> {
  return readAll(host, report, bibliographyFiles(front, nameIn(report)))
}

/** The same with those that say how the report is printed. */
export async function readPrintingFiles(
  host: Pick<Host, 'files' | 'folders'>,
  report: Address,
  front: string,
): Promise<NamedFiles> {
  const more = filesOfStyle(front, levelsAbove(host, report))
  return readAll(host, report, [...bibliographyFiles(front, nameIn(report)), ...more])
}

async function readAll(
  host: Pick<Host, 'files' | 'folders'>,
  report: Address,
  paths: readonly string[],
): Promise<NamedFiles> {
  const files = new Map<string, BibliographyText>()
  for (const path of new Set(paths)) {
    const address = bibliographyAddress(host, report, path)
    files.set(
      path,
      address === undefined ? unread : await readBibliographyFile(host.files, address),
    )
  }
  const levels = levelsAbove(host, report)
  return { reportName: nameIn(report), levels, files, textOf: (path) => files.get(path) ?? unread }
}

/** What is known of a file that is not read. */
export const unread: BibliographyText = { kind: 'unread' }
const missing: BibliographyText = { kind: 'missing' }
const notUtf8: BibliographyText = { kind: 'notUtf8' }

/** Whether there is no such file: its folder can be looked into, and has none of that name. */
async function isMissing(files: Files, address: Address): Promise<boolean> {
  try {
    const entries = await files.readDirectory(parentOf(address))
    return entries.every(({ name }) => name !== nameIn(address))
  } catch {
    return false
  }
}

/** What the file at `address` is called in its folder. */
function nameIn(address: Address): string {
  const path = pathOf(address)
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Text that has a NUL is UTF-16 without a byte order mark, or no text. */
function decoded(bytes: Uint8Array): BibliographyText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? notUtf8 : { kind: 'read', text }
  } catch {
    return notUtf8
  }
}
