import path from 'node:path'
import { pathOf, pathWithin } from '../workspace/addresses.ts'
import type { Address, FileKind, Host } from '../workspace/host.ts'
import { findReports } from '../workspace/reports/findReports.ts'
import { Failure } from './failure.ts'
import { addressOf } from './nodeFiles.ts'

/** A report to look at. */
export interface NamedReport {
  /** As who asked for it would write it. */
  readonly name: string
  readonly address: Address
}

/** The reports that were asked for. */
export interface NamedReports {
  readonly reports: readonly NamedReport[]
  /** The names of folders that could not be looked into. */
  readonly unread: readonly string[]
}

/**
 * The reports that `names` name: files as they are, of folders those that the editor finds in them.
 *
 * @throws Failure for what is not there, or is neither file nor folder, or holds too many.
 */
export async function findNamedReports(
  host: Host,
  names: readonly string[],
): Promise<NamedReports> {
  const found = await Promise.all(names.map((name) => reportsNamed(host, name)))
  return {
    reports: found.flatMap(({ reports }) => reports),
    unread: found.flatMap(({ unread }) => unread),
  }
}

/** The report in the file called `name`. */
export function namedReport(name: string): NamedReport {
  return { name: name.replaceAll(path.sep, '/'), address: addressOf(path.resolve(name)) }
}

async function reportsNamed(host: Host, name: string): Promise<NamedReports> {
  const report = namedReport(name)
  const kind = await kindOf(host, report)
  if (kind === 'file') return { reports: [report], unread: [] }
  if (kind === 'folder') return reportsIn(host, report)
  throw new Failure(`${name} is no file.`)
}

async function kindOf({ files }: Host, { name, address }: NamedReport): Promise<FileKind> {
  try {
    return (await files.stat(address)).kind
  } catch {
    throw new Failure(`${name} is not there.`)
  }
}

async function reportsIn(host: Host, folder: NamedReport): Promise<NamedReports> {
  const { reports, unread, isWhole } = await findReports(host, folder.address)
  if (!isWhole) throw new Failure(`${folder.name} holds too many reports, or folders.`)
  const nameOf = (address: Address): string => {
    const within = pathWithin(pathOf(folder.address), pathOf(address)) ?? ''
    return path.posix.join(folder.name, within)
  }
  return {
    reports: reports.map((address) => ({ name: nameOf(address), address })),
    unread: unread.map(nameOf),
  }
}
