import { randomBytes } from 'node:crypto'
import { constants, rmSync, type Stats } from 'node:fs'
import {
  access,
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes `bytes` to `file`, and makes the folders above it. What is there stays as it is until all of that is on
 * the disk; then it is another file with the same mode and owner, at the end of the same links. Where there can be
 * no second file beside it, or it has several names, it is written over, and what was in it written back where that
 * fails. What is no ordinary file is written to.
 *
 * @throws what Node throws where it cannot be written; nothing is left then.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await inFolder(file, async () => {
    const before = await statOf(file)
    if (before !== undefined && !before.isFile()) await writeFile(file, bytes)
    else if (before !== undefined && before.nlink > 1) await writeOver(file, bytes)
    else {
      const end = await endOfLinks(file)
      // The folder would allow another file in the place of one that must not be written to.
      if (before !== undefined) await access(end, constants.W_OK)
      await writeBeside(end, bytes, before)
    }
  })
}

/**
 * Writes `bytes` to `file` as {@link writeWhole} does, where nothing is called so, also where somebody else
 * writes it at the same time.
 *
 * @throws what Node throws where it cannot be written, an `EEXIST` where something is called so.
 */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  await inFolder(file, async () => {
    if ((await lstatOf(file)) !== undefined) throw somethingThere(file)
    await withPart(file, async (part) => {
      await fill(part, bytes)
      try {
        await link(part, file)
      } catch (error) {
        if (isThere(error) || !isLinkless(error)) throw error
        await fill(file, bytes)
      }
    })
  })
}

/** Puts what is called `from` in the place of what is called `to`, all at once. */
export async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      // On Windows whoever reads a file, to look for viruses perhaps, keeps others from moving it.
      if (attempt === mostAttempts || !isHeldFor(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
    }
  }
}

const mostAttempts = process.platform === 'win32' ? 5 : 1

async function writeBeside(
  file: string,
  bytes: Uint8Array,
  before: Stats | undefined,
): Promise<void> {
  try {
    await withPart(file, async (part) => {
      await fill(part, bytes, before === undefined ? undefined : 0o600)
      if (before !== undefined) await beLike(part, before)
      await replace(part, file)
    })
  } catch (error) {
    if (before === undefined || !(await isRefused(error, file))) throw error
    await writeOver(file, bytes)
  }
}

/** Has `use` called with the name of a file beside `file` that is there no more afterwards, however this process ends by itself. */
async function withPart(file: string, use: (part: string) => Promise<void>): Promise<void> {
  const name = `.policy-citation-${randomBytes(6).toString('hex')}.part`
  const part = path.join(path.dirname(file), name)
  const remove = (): void => {
    rmSync(part, { force: true })
  }
  process.once('exit', remove)
  try {
    await use(part)
  } finally {
    process.removeListener('exit', remove)
    await rm(part, { force: true }).catch(() => undefined)
  }
}

/** Writes a file that is not there yet, to the disk; one that cannot be written whole does not stay. */
async function fill(file: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await writeAll(handle, bytes)
    await toDisk(handle)
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await handle.close()
  }
}

/** @throws what Node throws where the owner cannot be the same. */
async function beLike(part: string, { mode, uid, gid }: Stats): Promise<void> {
  const own = await stat(part)
  if (own.uid !== uid || own.gid !== gid) await chown(part, uid, gid)
  await chmod(part, mode & 0o7777)
}

/** Writes over what is in `file`; where that fails, what was in it is written back. */
async function writeOver(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const before = await handle.readFile()
    try {
      await overwrite(handle, bytes)
    } catch (error) {
      await overwrite(handle, before).catch(() => undefined)
      throw error
    }
  } finally {
    await handle.close()
  }
}

/** At places of its own: where a file may not grow, Node 20.9 says of its `writeFile` that all was written. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await handle.write(bytes, written, bytes.length - written, written)).bytesWritten
  }
}

/** Takes no space away before it has what it needs. */
async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  await writeAll(handle, bytes)
  await handle.truncate(bytes.length)
  await toDisk(handle)
}

/** Has what was written on the disk, where there is one that can be asked. */
async function toDisk(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error))) throw error
  }
}

/** Has `work` done once the folder of `file` is there; where that fails, folders that were made for it go again. */
async function inFolder(file: string, work: () => Promise<void>): Promise<void> {
  const folder = path.dirname(path.resolve(file))
  const made = await mkdir(folder, { recursive: true })
  try {
    await work()
  } catch (error) {
    if (made !== undefined) await removeEmpty(folder, made)
    throw error
  }
}

/** Removes `folder` and those above it up to `top`, as far as nothing is in them. */
async function removeEmpty(folder: string, top: string): Promise<void> {
  try {
    for (let one = folder; one.length >= top.length; one = path.dirname(one)) await rmdir(one)
  } catch {
    // Somebody else has put something there.
  }
}

/** Where the links that `file` is lead to, also where nothing is there yet. */
async function endOfLinks(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const isLink = (await lstatOf(file))?.isSymbolicLink() === true
    return isLink ? endOfLinks(path.resolve(path.dirname(file), await readlink(file))) : file
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  return stat(file).catch(() => undefined)
}

async function lstatOf(file: string): Promise<Stats | undefined> {
  return lstat(file).catch(() => undefined)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function somethingThere(file: string): Error {
  return Object.assign(new Error(`${file} is there already`), { code: 'EEXIST' })
}

function isThere(error: unknown): boolean {
  return codeOf(error) === 'EEXIST'
}

/** Whether the file system knows no second name of a file, which Node calls EISDIR on exFAT. */
function isLinkless(error: unknown): boolean {
  return ['EISDIR', 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL'].includes(
    codeOf(error),
  )
}

/** Whether a second file beside `file` is not allowed, or not as the first one is, or may not take its place. */
async function isRefused(error: unknown, file: string): Promise<boolean> {
  const code = codeOf(error)
  // What another program holds is busy as well.
  if (code === 'EBUSY') return isMounted(file)
  return ['EACCES', 'EPERM', 'EROFS', 'EINVAL', 'EXDEV'].includes(code)
}

/** Whether `file`, at the end of all links, is mounted by itself, as containers have single files: as Linux tells. */
async function isMounted(file: string): Promise<boolean> {
  const told = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return told.split('\n').some((line) => mountPointIn(line) === file)
}

/** What a line of Linux’s `mountinfo` has mounted, its blanks and backslashes no longer in octal digits (proc_pid_mountinfo(5)). */
function mountPointIn(line: string): string {
  return (line.split(' ')[4] ?? '').replaceAll(/\\([0-7]{3})/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
}

function isHeldFor(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EBUSY'].includes(codeOf(error))
}
