import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What the names of our folders begin with, and what else lies beside them does not. */
const ownName = 'policy-citation-printing-'

/** No run takes so long, in milliseconds: a folder that is older belongs to one that could not end. */
const longestUse = 60 * 60 * 1000

/** Thrown where there can be no folder of ours. */
export class NoFolder extends Error {
  /** What Node says. */
  readonly why: unknown

  constructor(why: unknown) {
    super(`No folder could be made in ${tmpdir()}`)
    this.why = why
  }
}

/**
 * What `work` gives, done with a folder that is ours alone and goes with it. Those of runs that were ended
 * before they could do so go as well.
 *
 * @throws NoFolder where there can be none; what `work` throws.
 */
export async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const top = tmpdir()
  await removeLeftovers(top)
  const folder = await mkdtemp(path.join(top, ownName)).catch((error: unknown) => {
    throw new NoFolder(error)
  })
  try {
    return await work(folder)
  } finally {
    await remove(folder)
  }
}

async function removeLeftovers(top: string): Promise<void> {
  const names = await readdir(top).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(ownName))) {
    const folder = path.join(top, name)
    if (await isLeftover(folder)) await remove(folder)
  }
}

/** Of others' folders nothing is known, and links are nobody's. */
async function isLeftover(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder)
    const isOurs = process.getuid === undefined || found.uid === process.getuid()
    return isOurs && found.isDirectory() && Date.now() - found.mtimeMs > longestUse
  } catch {
    return false
  }
}

/** What cannot go now is a leftover later. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
}
