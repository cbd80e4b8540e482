import { inOrder } from '../addresses.ts'
import { isOwnFile, type Places } from '../corpora/ownPlaces.ts'
import type { Address, Files } from '../host.ts'
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
 * The Markdown, Quarto and R Markdown files below `folder`, links left out. Corpus files and what
 * packages bring are no reports.
 */
export async function findReports(
  files: Files,
  places: Places,
  folder: Address,
): Promise<FoundReports> {
  const walked = await walk(files, folder, reportWay, mostReports)
  const found = walked.files.flatMap(({ address, kind, isLink }) =>
    kind === 'file' && !isLink && !isOwnFile(places, address) ? [address] : [],
  )
  return {
    reports: inOrder(found).slice(0, mostReports),
    unread: walked.unread,
    isWhole: walked.isWhole,
  }
}

const reportWay: Way = {
  takes: (name) => reportName.test(name),
  into: (name) => (name === '.policy' || skippedFolders.has(name) ? undefined : reportWay),
}
