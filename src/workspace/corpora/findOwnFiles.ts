import { inOrder, pathOf, resolveIn } from '../addresses.ts'
import { globsOf, isPattern, type Glob } from '../glob.ts'
import type { Address, FilePattern, Files, Host } from '../host.ts'
import { walk, type Way } from '../walk.ts'
import { isCorpusFileName, ownFilesOutside, ownPatterns } from './ownPlaces.ts'

/** More files than this are no corpus, but a pattern that says too much. */
const mostFiles = 1000

/** The analyst's own corpus files that are there now, each once, in the order of the places and then of their paths. */
export async function findOwnFiles(host: Host): Promise<readonly Address[]> {
  const found = await Promise.all(ownPatterns(host).map((one) => filesOf(host.files, one)))
  const all = [...found.flat(), ...ownFilesOutside(host)]
  return [...new Set(all)]
    .filter((address) => isCorpusFileName(pathOf(address)))
    .slice(0, mostFiles)
}

/** The corpus files below `folder`, its links too, which are refused when they are read. */
export async function corpusFilesIn(files: Files, folder: Address): Promise<readonly Address[]> {
  return filesOf(files, { folder, pattern: '**/*.md' })
}

async function filesOf(
  files: Files,
  { folder, pattern }: FilePattern,
): Promise<readonly Address[]> {
  if (!isPattern(pattern)) return [resolveIn(folder, pattern)]
  const found = await Promise.all(globsOf(pattern).map((glob) => filesThatFit(files, folder, glob)))
  return inOrder(found.flat())
}

async function filesThatFit(
  files: Files,
  folder: Address,
  { prefix, behindPrefix }: Glob,
): Promise<readonly Address[]> {
  const found = await walk(
    files,
    resolveIn(folder, prefix.join('/')),
    corpusFilesOn(behindPrefix),
    mostFiles,
  )
  return found.files.map(({ address }) => address)
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
