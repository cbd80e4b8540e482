import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.ts'

/** The largest report that is read, in bytes. */
const largestReport = 20_000_000

/** The most reports of one folder, and how deep they are looked for. */
const mostReports = 10_000
const deepest = 32

const reportName = /\.(?:md|qmd|rmd)$/iu
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.policy'])

/**
 * The reports that `names` name: files as they are, of folders the Markdown files in them, links left
 * out, in the order of their names.
 *
 * @throws Failure for what is not there, or is neither file nor folder.
 */
export function findReports(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const kind = kindOf(name)
    if (kind === 'folder') return reportsIn(name, 0)
    if (kind === 'file') return [name]
    throw new Failure(`${name} is no file.`)
  })
}

function kindOf(name: string): 'file' | 'folder' | 'other' {
  try {
    const stat = statSync(name)
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
  } catch {
    throw new Failure(`${name} is not there.`)
  }
}

function reportsIn(folder: string, depth: number): readonly string[] {
  if (depth > deepest) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  const found = entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(folder, entry.name)
      if (entry.isDirectory() && !skipped.has(entry.name)) return reportsIn(name, depth + 1)
      return entry.isFile() && reportName.test(entry.name) ? [name] : []
    })
  if (found.length > mostReports) throw new Failure(`${folder} holds too many reports.`)
  return found
}

/**
 * The text of a file in UTF-8, without a byte order mark.
 *
 * @throws Failure where it cannot be read, is too large, or is not in UTF-8.
 */
export function readText(name: string): string {
  const bytes = readBytes(name, largestReport)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure(`${name} is not in UTF-8.`)
  }
}

/**
 * The bytes of a regular file of at most `limit` bytes.
 *
 * @throws Failure where it is none.
 */
export function readBytes(name: string, limit: number): Uint8Array {
  try {
    const stat = lstatSync(name).isSymbolicLink() ? statSync(name) : lstatSync(name)
    if (!stat.isFile()) throw new Failure(`${name} is no file.`)
    if (stat.size > limit) throw new Failure(`${name} is larger than ${String(limit)} bytes.`)
    return readFileSync(name)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${name} could not be read.`)
  }
}
