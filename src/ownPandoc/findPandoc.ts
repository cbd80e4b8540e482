import type { Machine } from './machine.ts'
import { folderOfFile, isWholePath, isWithin, joined } from './paths.ts'

/** Where Pandoc is looked for. */
export interface Search {
  /** The path that the setting names; empty where it names none. */
  readonly setting: string
  /** The folders that are worked in: no program out of them is run unasked. */
  readonly folders: readonly string[]
}

/** The programs that may be Pandoc, the first one first; or why what the setting names is not run. */
export type FoundPandoc = readonly string[] | 'notWhole' | 'noProgram'

/**
 * The Pandoc that the setting names and no other; without it that of `PATH`, then the one that comes
 * with the Quarto of `PATH`. Entries of `PATH` that are not whole, or lie in a folder that is worked in,
 * are passed over, and on Windows nothing but an `.exe` is run.
 */
export async function findPandoc(machine: Machine, search: Search): Promise<FoundPandoc> {
  const { setting } = search
  if (setting !== '') return namedPandoc(machine, setting)
  const found = [
    ...(await onPath(machine, search, [pandocName(machine)])),
    ...(await ofQuarto(machine, search)),
  ]
  return [...new Set(found)]
}

async function namedPandoc(machine: Machine, setting: string): Promise<FoundPandoc> {
  if (!isWholePath(machine, setting)) return 'notWhole'
  const mayRun = machine.platform !== 'win32' || /\.exe$/iu.test(setting)
  return mayRun && (await machine.isProgram(setting)) ? [setting] : 'noProgram'
}

function pandocName({ platform }: Machine): string {
  return platform === 'win32' ? 'pandoc.exe' : 'pandoc'
}

/** The programs called one of `names`, in the order of `PATH`. */
async function onPath(
  machine: Machine,
  { folders }: Search,
  names: readonly string[],
): Promise<readonly string[]> {
  const files = pathEntries(machine).flatMap((folder) =>
    names.map((name) => joined(machine, folder, name)),
  )
  return outside(machine, folders, files)
}

/** Those of `files` that are programs, and neither are nor lead into one of `folders`. */
async function outside(
  machine: Machine,
  folders: readonly string[],
  files: readonly string[],
): Promise<readonly string[]> {
  const real = await Promise.all(folders.map(async (folder) => machine.realPath(folder)))
  const closed = [...folders, ...real.filter((folder) => folder !== undefined)]
  const isClosed = (file: string): boolean => closed.some((one) => isWithin(machine, one, file))
  const found: string[] = []
  for (const file of files) {
    if (isClosed(file) || !(await machine.isProgram(file))) continue
    if (!isClosed((await machine.realPath(file)) ?? file)) found.push(file)
  }
  return found
}

/** The whole paths in `PATH`; on Windows one may stand in quotation marks. */
function pathEntries(machine: Machine): readonly string[] {
  const isWindows = machine.platform === 'win32'
  const entries = (machine.variable('PATH') ?? '').split(isWindows ? ';' : ':')
  return entries
    .map((entry) => (isWindows ? entry.replace(/^"(.*)"$/u, '$1') : entry))
    .filter((entry) => isWholePath(machine, entry))
}

/** The folders of Quarto's programs, by Node's names of processors. */
const toolFolders: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' }

/** Of Windows also a script, which says where Quarto lies and is not run. */
function quartoNames({ platform }: Machine): readonly string[] {
  return platform === 'win32' ? ['quarto.exe', 'quarto.cmd'] : ['quarto']
}

/** The Pandoc that lies beside each Quarto of `PATH`: `bin/tools/x86_64/pandoc`, formerly `bin/tools/pandoc`. */
async function ofQuarto(machine: Machine, search: Search): Promise<readonly string[]> {
  const quartos = await onPath(machine, search, quartoNames(machine))
  const own = toolFolders[machine.arch] ?? machine.arch
  const others = Object.values(toolFolders).filter((folder) => folder !== own)
  const files: string[] = []
  for (const quarto of quartos) {
    const bin = folderOfFile(machine, (await machine.realPath(quarto)) ?? quarto)
    for (const steps of [[own], [], ...others.map((one) => [one])])
      files.push(joined(machine, bin, 'tools', ...steps, pandocName(machine)))
  }
  return outside(machine, search.folders, files)
}
