import path from 'node:path'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { pathOf, pathWithin } from '../workspace/addresses.ts'
import type { Address, FileKind, Host } from '../workspace/host.ts'
import { findReports } from '../workspace/reports/findReports.ts'
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
  /** What is not there, or is neither file nor folder, and folders that cannot be looked through. */
  readonly unread: readonly UnreadNamed[]
}

/** What is not read, and why. */
export interface UnreadNamed {
  readonly file: string
  readonly why: Sentence
}

/** The reports that `names` name: files as they are, of folders those that the editor finds in them. */
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
  return unreadOnly(report, kind === undefined ? notThere(report.name) : noFile(report.name))
}

/** `undefined` where nothing is there. */
async function kindOf({ files }: Host, { address }: NamedReport): Promise<FileKind | undefined> {
  try {
    return (await files.stat(address)).kind
  } catch {
    return undefined
  }
}

function unreadOnly({ name }: NamedReport, why: Sentence): NamedReports {
  return { reports: [], unread: [{ file: name, why }] }
}

/** That nothing is called `name`. */
export function notThere(name: string): Sentence {
  return sentence`${name} is not there.`
}

function noFile(name: string): Sentence {
  return sentence`${name} is no file.`
}

/** That the folder called `name` cannot be looked into. */
export function notLookedInto(name: string): Sentence {
  return sentence`${name} could not be looked into: see whether it may be read.`
}

async function reportsIn(host: Host, folder: NamedReport): Promise<NamedReports> {
  const { reports, unread, isWhole } = await findReports(host, folder.address)
  if (!isWhole)
    return unreadOnly(folder, sentence`${folder.name} holds too many reports, or folders.`)
  const nameOf = (address: Address): string => {
    const within = pathWithin(pathOf(folder.address), pathOf(address)) ?? ''
    return path.posix.join(folder.name, within)
  }
  return {
    reports: reports.map((address) => ({ name: nameOf(address), address })),
    unread: unread.map((one) => ({ file: nameOf(one), why: notLookedInto(nameOf(one)) })),
  }
}
