import type { Machine } from './machine.ts'
import { runStart } from '../core/text/characters.ts'

/** Whether `path` is whole, and does not depend on the folder or the drive that something runs in. */
export function isWholePath({ platform }: Pick<Machine, 'platform'>, path: string): boolean {
  if (path.includes('\0')) return false
  return platform === 'win32'
    ? /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/])/u.test(path)
    : path.startsWith('/')
}

/** The path of what is called `names` below `folder`. */
export function joined(
  { platform }: Pick<Machine, 'platform'>,
  folder: string,
  ...names: readonly string[]
): string {
  const mark = platform === 'win32' ? '\\' : '/'
  return [folder.slice(0, runStart(folder, /[\\/]/u)), ...names].join(mark)
}

/** The folder that `file` is in. */
export function folderOfFile({ platform }: Pick<Machine, 'platform'>, file: string): string {
  return file.replace(platform === 'win32' ? /[\\/][^\\/]*$/u : /\/[^/]*$/u, '') || '/'
}

/** Whether `path` is `folder`, or lies in it; both are whole. */
export function isWithin(
  { platform }: Pick<Machine, 'platform'>,
  folder: string,
  path: string,
): boolean {
  const [outer, inner] = [folder, path].map((one) => comparable(platform, one))
  return `${inner ?? ''}/`.startsWith(`${outer ?? ''}/`)
}

/** Windows knows no difference of case; its separators are two. */
function comparable(platform: string, path: string): string {
  const slashed = platform === 'win32' ? path.replaceAll('\\', '/').toLowerCase() : path
  return slashed.slice(0, runStart(slashed, /\//u))
}
