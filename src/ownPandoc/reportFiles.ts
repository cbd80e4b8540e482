import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Address, Host } from '../workspace/host.ts'
import { bibliographyAddress, boundsOf } from '../workspace/reports/bibliographyFiles.ts'
import type { Disk } from './disk.ts'
import type { Machine } from './machine.ts'
import { isWithin } from './paths.ts'

/** A report on disk, and what is worked in around it. */
export interface ReportPlace {
  readonly report: Address
  readonly folders: Host['folders']
}

/** A file that a report names, as it was read. */
export interface NamedFile {
  /** What it is called in its folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that a report names and that Pandoc is not given, and why. */
export interface RefusedFile {
  readonly path: string
  readonly why: 'address' | 'outside' | 'unread' | 'tooLarge' | 'dependent' | 'notAStyle'
}

/** Whether `named` is an address and no path: `https://…`, `file:…`; a drive of Windows is no better. */
function isAddress(named: string): boolean {
  return /^[a-z][a-z\d+.-]*:/iu.test(named)
}

/**
 * What the file is that `named` of the metadata means to a report: one of the folder that is worked in, or
 * of the report's own where it lies in none, links followed.
 */
export async function readNamedFile(
  disk: Disk & Pick<Machine, 'platform'>,
  { report, folders }: ReportPlace,
  named: string,
): Promise<NamedFile | RefusedFile> {
  if (isAddress(named)) return { path: named, why: 'address' }
  const address = bibliographyAddress({ folders }, report, named)
  if (address === undefined) return { path: named, why: 'outside' }
  const file = fileURLToPath(address)
  const real = await disk.realPath(file)
  if (real === undefined) return { path: named, why: 'unread' }
  const bounds = await disk.realPath(fileURLToPath(boundsOf({ folders }, report)))
  if (bounds === undefined || !isWithin(disk, bounds, real)) return { path: named, why: 'outside' }
  const bytes = await disk.readFile(real, largestFile)
  return bytes instanceof Uint8Array
    ? { name: path.basename(file), bytes }
    : { path: named, why: bytes }
}

/** In bytes. */
const largestFile = 20_000_000

/** As {@link readNamedFile}, of a style: its name may lack the ending, and it may lead to no other file. */
export async function readStyleFile(
  disk: Disk & Pick<Machine, 'platform'>,
  place: ReportPlace,
  named: string,
): Promise<NamedFile | RefusedFile> {
  const read = await readNamedFile(disk, place, named)
  const isNamedShort = 'why' in read && read.why === 'unread' && !named.endsWith('.csl')
  const file = isNamedShort ? await readNamedFile(disk, place, `${named}.csl`) : read
  if ('why' in file) return { ...file, path: named }
  const why = whyNoStyle(new TextDecoder().decode(file.bytes))
  return why === undefined ? file : { path: named, why }
}

/**
 * A style that depends on another names an address, which Pandoc would look up; and one with a document
 * type of its own could hide that it does.
 */
function whyNoStyle(text: string): 'dependent' | 'notAStyle' | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text) || text.includes('\0')) return 'notAStyle'
  return withoutReferences(text).includes('independent-parent') ? 'dependent' : undefined
}

/** `text` with the characters that its numeric references stand for. */
function withoutReferences(text: string): string {
  return text.replace(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu,
    (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
