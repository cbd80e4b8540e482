import {
  defaultsFile,
  extensionFolder,
  isStamped,
  type Printer,
} from '../../core/setUp/ownFiles.ts'
import { isIn, parentOf, resolveIn } from '../addresses.ts'
import type { Address, Host } from '../host.ts'
import { readSteady } from '../readSteady.ts'
import { boundsOf } from '../reports/bibliographyFiles.ts'

/** What surrounds a report, as far as it says by what the report is printed. */
export interface Project {
  /** The `_quarto.yml` whose project the report lies in. */
  readonly quartoFile?: Address
  /** Where a defaults file or a Quarto extension of ours lies already. */
  readonly setUp: readonly Place[]
}

/** A folder in which files of ours lie, or are to lie, for one printer. */
export interface Place {
  readonly printer: Printer
  readonly folder: Address
}

/** What lies around the report at `report`, from its folder up to the one that is worked in, the nearest first. */
export async function findProject(
  host: Pick<Host, 'files' | 'folders'>,
  report: Address,
): Promise<Project> {
  const folders = foldersAround(host, report)
  const found = await Promise.all(folders.map(async (folder) => setUpIn(host, folder)))
  const quarto = await Promise.all(folders.map(async (folder) => quartoFileIn(host, folder)))
  const quartoFile = quarto.find((file) => file !== undefined)
  return { setUp: found.flat(), ...(quartoFile !== undefined && { quartoFile }) }
}

/** Where the files of `printer` go for the report at `report` of `project`. */
export function placeFor(printer: Printer, project: Project, report: Address): Place {
  const known = project.setUp.find((place) => place.printer === printer)
  if (known !== undefined) return known
  const file = printer === 'quarto' ? project.quartoFile : undefined
  return { printer, folder: parentOf(file ?? report) }
}

function foldersAround(host: Pick<Host, 'folders'>, report: Address): readonly Address[] {
  const bounds = boundsOf(host, report)
  const folders: Address[] = []
  for (
    let folder = parentOf(report);
    folder === bounds || isIn(bounds, folder);
    folder = parentOf(folder)
  ) {
    folders.push(folder)
    if (folder === bounds) break
  }
  return folders
}

async function setUpIn(host: Pick<Host, 'files'>, folder: Address): Promise<readonly Place[]> {
  const extension = await textAt(host, resolveIn(folder, `${extensionFolder}/_extension.yml`))
  const defaults = await textAt(host, resolveIn(folder, defaultsFile))
  return [
    ...(extension === undefined ? [] : [{ printer: 'quarto', folder } as const]),
    ...(defaults !== undefined && isStamped(defaults)
      ? [{ printer: 'pandoc', folder } as const]
      : []),
  ]
}

async function quartoFileIn(
  { files }: Pick<Host, 'files'>,
  folder: Address,
): Promise<Address | undefined> {
  try {
    const entries = await files.readDirectory(folder)
    const names = ['_quarto.yml', '_quarto.yaml']
    const name = names.find((one) => entries.some((entry) => entry.name === one))
    return name === undefined ? undefined : resolveIn(folder, name)
  } catch {
    return undefined
  }
}

/** The largest file that is read, in bytes: what sets a project up is small. */
const largestFile = 5_000_000

/** The text of the file at `address`, whatever of it is no UTF-8 replaced; `undefined` where there is none, or it cannot be one of ours. */
export async function textAt(
  { files }: Pick<Host, 'files'>,
  address: Address,
): Promise<string | undefined> {
  try {
    const stat = await files.stat(address)
    if (stat.kind !== 'file' || stat.size > largestFile) return undefined
    return new TextDecoder().decode(await readSteady(files, address, stat))
  } catch {
    return undefined
  }
}
