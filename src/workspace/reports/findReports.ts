import { folderOf, inOrder, pathOf, pathWithin, segmentsOf } from '../addresses.ts'
import { isOwnFile } from '../corpora/ownPlaces.ts'
import { follow, globsOf } from '../glob.ts'
import type { Address, Host } from '../host.ts'
import { hiddenPatterns } from '../settings.ts'
import { skippedFolders, walk, type Way } from '../walk.ts'

/** The most reports that are looked for in one folder. */
const mostReports = 10_000

const reportName = /\.(?:md|qmd|rmd)$/iu

/** The reports of a folder. */
export interface FoundReports {
  /** In the order of their paths. */
  readonly reports: readonly Address[]
  /** The folders that could not be looked into. */
  readonly unread: readonly Address[]
  /** Whether there are no more. */
  readonly isWhole: boolean
}

/**
 * The Markdown, Quarto and R Markdown files below `folder`, links left out. Corpus files, what
 * packages bring and what the editor does not show are no reports.
 */
export async function findReports(
  host: Host,
  folder: Address,
  signal?: AbortSignal,
): Promise<FoundReports> {
  const way = wayBeside(hiddenIn(host, folder))
  const walked = await walk(host.files, folder, way, mostReports, signal)
  const found = walked.files.flatMap(({ address, kind, isLink }) =>
    kind === 'file' && !isLink && !isOwnFile(host, address) ? [address] : [],
  )
  return {
    reports: inOrder(found).slice(0, mostReports),
    unread: walked.unread,
    isWhole: walked.isWhole,
  }
}

/** The ways to what is not shown, as seen from `folder`. */
function hiddenIn(host: Host, folder: Address): readonly Way[] {
  const top = folderOf(host.folders, folder)
  if (top === undefined) return []
  const above = segmentsOf(pathWithin(pathOf(top), pathOf(folder)) ?? '')
  return hiddenPatterns(host.hiddenFiles(top))
    .flatMap(globsOf)
    .flatMap(({ way }) => follow(way, above) ?? [])
}

/** The way to reports that leads into nothing that `hidden` takes. */
function wayBeside(hidden: readonly Way[]): Way {
  const isHidden = (name: string): boolean => hidden.some((way) => way.takes(name))
  return {
    takes: (name) => reportName.test(name) && !isHidden(name),
    into: (name) =>
      isSkipped(name) || isHidden(name)
        ? undefined
        : wayBeside(hidden.flatMap((way) => way.into(name) ?? [])),
  }
}

function isSkipped(name: string): boolean {
  return name === '.policy' || skippedFolders.has(name)
}
