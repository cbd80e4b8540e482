import { inOrder, pathOf, resolveIn } from '../addresses.ts'
import { globsOf, isPattern } from '../glob.ts'
import type { Address, FilePattern, Files, Host } from '../host.ts'
import { walk, type Walked, type Way } from '../walk.ts'
import { isCorpusFileName, ownFilesOutside, ownPatterns } from './ownPlaces.ts'

/** More files than this are no corpus, but a pattern that says too much. */
const mostFiles = 1000

/** The analyst's own corpus files that are there now, each once, in the order of the places and then of their paths; some of them once `signal` is aborted. */
export async function findOwnFiles(host: Host, signal?: AbortSignal): Promise<readonly Address[]> {
  const looking = ownPatterns(host).map((one) => filesOf(host.files, one, signal))
  const found = await Promise.all(looking)
  const all = [...found.flat(), ...ownFilesOutside(host)]
  return [...new Set(all)]
    .filter((address) => isCorpusFileName(pathOf(address)))
    .slice(0, mostFiles)
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
): Promise<readonly Address[]> {
  if (!isPattern(pattern)) return [resolveIn(folder, pattern)]
  const globs = globsOf(pattern).map((glob) => ({ ...glob, begin: glob.prefix.join('/') }))
  const found = await Promise.all(
    [...new Set(globs.map(({ begin }) => begin))].map((begin) => {
      const from = globs.filter((glob) => glob.begin === begin)
      const way = unionOf(from.map(({ behindPrefix }) => behindPrefix))
      return walk(files, resolveIn(folder, begin), corpusFilesOn(way), mostFiles, signal)
    }),
  )
  return inOrder(found.flatMap((walked) => walked.files.map(({ address }) => address)))
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
