import { addAll } from '../core/text/lists.ts'
import { childOf } from './addresses.ts'
import type { Address, FileEntry, Files } from './host.ts'

/** What a walk is after in one folder. */
export interface Way {
  /** Whether a file of that name is wanted. */
  takes(name: string): boolean
  /** What is wanted in the folder of that name; `undefined` where nothing can be. */
  into(name: string): Way | undefined
}

/** What a walk found. */
export interface Walked {
  readonly files: readonly FoundFile[]
  /** The folders that could not be looked into. */
  readonly unread: readonly Address[]
  /** Whether nothing was left out because there was too much of it. */
  readonly isWhole: boolean
}

/** A file, a link, or something odd that has the name of what is wanted. */
export interface FoundFile extends FileEntry {
  readonly address: Address
}

/** Folders that hold what packages and programs bring: only a pattern that names them leads into them. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git'])

/** So deep, into so many folders, a walk goes at most. */
const deepest = 32
const mostFolders = 20_000

/** A folder that is yet to be looked into. */
interface Ahead {
  readonly address: Address
  readonly way: Way
}

/**
 * The files below `folder` that `way` leads to, `most` of them and a few, in any order. Links are
 * found, never followed. It goes no deeper once `signal` is aborted. It needs no search service, which virtual workspaces and the command line lack.
 */
export async function walk(
  files: Files,
  folder: Address,
  way: Way,
  most: number,
  signal?: AbortSignal,
): Promise<Walked> {
  const found: FoundFile[] = []
  const unread: Address[] = []
  let ahead: readonly Ahead[] = [{ address: folder, way }]
  let folders = 0
  for (let depth = 0; depth <= deepest && ahead.length > 0; depth++) {
    folders += ahead.length
    if (signal?.aborted === true || folders > mostFolders || found.length > most) break
    const looks = await Promise.all(ahead.map((one) => lookInto(files, one)))
    addAll(
      found,
      looks.flatMap((look) => look.found),
    )
    addAll(
      unread,
      looks.flatMap((look) => look.unread),
    )
    ahead = looks.flatMap((look) => look.ahead)
  }
  return { files: found, unread, isWhole: ahead.length === 0 && found.length <= most }
}

interface Look {
  readonly found: readonly FoundFile[]
  readonly ahead: readonly Ahead[]
  readonly unread: readonly Address[]
}

async function lookInto(files: Files, { address, way }: Ahead): Promise<Look> {
  try {
    const entries = (await files.readDirectory(address)).filter(({ name }) => isWhole(name))
    return {
      found: entries
        .filter((entry) => !isFolder(entry) && way.takes(entry.name))
        .map((entry) => ({ ...entry, address: childOf(address, entry.name) })),
      ahead: entries.filter(isFolder).flatMap(({ name }) => {
        const further = way.into(name)
        return further === undefined ? [] : [{ address: childOf(address, name), way: further }]
      }),
      unread: [],
    }
  } catch {
    return { found: [], ahead: [], unread: [address] }
  }
}

/** Whether a name can be part of an address: Windows has names that are no text. */
function isWhole(name: string): boolean {
  return !/\p{Surrogate}/u.test(name)
}

function isFolder({ kind, isLink }: FileEntry): boolean {
  return kind === 'folder' && !isLink
}
