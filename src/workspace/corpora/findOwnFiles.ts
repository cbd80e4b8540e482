import { inOrder, pathOf, resolveIn } from '../addresses.ts'
import { isNotThere } from '../fileErrors.ts'
import { globsOf, isPattern } from '../glob.ts'
import type { Address, FilePattern, Files, Host } from '../host.ts'
import { walk, type Walked, type Way } from '../walk.ts'
import { isCorpusFileName, ownFilesOutside, ownPatterns } from './ownPlaces.ts'

/** More files than this are no corpus, but a pattern that says too much. */
export const mostFiles = 5000

/** The analyst's own corpus files. */
export interface FoundOwnFiles {
  /** Each once, in the order of the places and then of their paths. */
  readonly files: readonly Address[]
  /** The folders that are there and could not be looked into. */
  readonly unread: readonly Address[]
  /** The first of those that are left out, since there are too many. */
  readonly beyond?: Address
}

/** The analyst's own corpus files that are there now, as {@link lookForOwnFiles} finds them. */
export async function findOwnFiles(host: Host, signal?: AbortSignal): Promise<readonly Address[]> {
  return (await lookForOwnFiles(host, signal)).files
}

/** The analyst's own corpus files that are there now; some of them once `signal` is aborted. */
export async function lookForOwnFiles(host: Host, signal?: AbortSignal): Promise<FoundOwnFiles> {
  const looking = ownPatterns(host).map((one) => filesOf(host.files, one, signal))
  const found = await Promise.all(looking)
  const all = [...found.flatMap(({ files }) => files), ...ownFilesOutside(host)]
  const files = [...new Set(all)].filter((address) => isCorpusFileName(pathOf(address)))
  const beyond = files[mostFiles]
  return {
    files: files.slice(0, mostFiles),
    ...(beyond !== undefined && { beyond }),
    unread: await thoseThere(host.files, new Set(found.flatMap(({ unread }) => unread))),
  }
}

async function thoseThere(
  files: Files,
  folders: ReadonlySet<Address>,
): Promise<readonly Address[]> {
  const looks = [...folders].map(async (folder) => {
    try {
      await files.stat(folder)
      return [folder]
    } catch (error) {
      return isNotThere(error) ? [] : [folder]
    }
  })
  return (await Promise.all(looks)).flat()
}

/** The corpus files below `folder`, its links too, which are refused when they are read. */
export async function corpusFilesIn(files: Files, folder: Address): Promise<Walked> {
  const way = unionOf(globsOf('**/*.md').map((glob) => glob.way))
  return walk(files, folder, corpusFilesOn(way), mostFiles)
}

async function filesOf(
  files: Files,
  { folder, pattern }: FilePattern,
  signal: AbortSignal | undefined,
): Promise<FoundOwnFiles> {
  if (!isPattern(pattern)) return { files: [resolveIn(folder, pattern)], unread: [] }
  const globs = globsOf(pattern).map((glob) => ({ ...glob, begin: glob.prefix.join('/') }))
  const found = await Promise.all(
    [...new Set(globs.map(({ begin }) => begin))].map((begin) => {
      const from = globs.filter((glob) => glob.begin === begin)
      const way = unionOf(from.map(({ behindPrefix }) => behindPrefix))
      return walk(files, resolveIn(folder, begin), corpusFilesOn(way), mostFiles, signal)
    }),
  )
  return {
    files: inOrder(found.flatMap((walked) => walked.files.map(({ address }) => address))),
    unread: found.flatMap(({ unread }) => unread),
  }
}

/** The way to all that one of `ways` leads to: a folder is looked into once, however many lead there. */
function unionOf(ways: readonly Way[]): Way {
  return {
    takes: (name) => ways.some((way) => way.takes(name)),
    into: (name) => {
      const further = ways.flatMap((way) => way.into(name) ?? [])
      return further.length === 0 ? undefined : unionOf(further)
    },
  }
}

/** `way`, as far as it leads to what may be corpus files. */
function corpusFilesOn(way: Way): Way {
  return {
    takes: (name) => isCorpusFileName(name) && way.takes(name),
    into: (name) => {
      const further = way.into(name)
      return further && corpusFilesOn(further)
    },
  }
}
