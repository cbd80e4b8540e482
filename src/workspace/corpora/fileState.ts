import { folderOf, isIn, parentOf } from '../addresses.ts'
import { isNotThere } from '../fileErrors.ts'
import type { Address, FileStat, Host } from '../host.ts'

/** What a file is, as far as it says whether it can be read. */
export type FileState =
  | { readonly kind: 'file'; readonly stat: FileStat; readonly stamp: string }
  | { readonly kind: 'gone' }
  /** A symbolic link, or within a folder that is one: it may lead out of the folders that are worked in. */
  | { readonly kind: 'link' }
  /** A folder, a pipe, a device. */
  | { readonly kind: 'noFile' }
  /** It may be there: nothing could be learnt of it. */
  | { readonly kind: 'unknown'; readonly error: unknown }

/** Looks at the file at `address`, and at the folders between it and the one that is worked in, without reading it. */
export async function fileState(host: Host, address: Address): Promise<FileState> {
  try {
    if (await leadsThroughLink(host, address)) return { kind: 'link' }
    const stat = await host.files.stat(address)
    if (stat.kind !== 'file') return { kind: 'noFile' }
    return { kind: 'file', stat, stamp: `${String(stat.modified)} ${String(stat.size)}` }
  } catch (error) {
    return isNotThere(error) ? { kind: 'gone' } : { kind: 'unknown', error }
  }
}

async function leadsThroughLink({ files, folders }: Host, address: Address): Promise<boolean> {
  const top = folderOf(folders, address)
  if (top === undefined) return (await files.stat(address)).isLink
  for (let above = address; isIn(top, above); above = parentOf(above)) {
    if ((await files.stat(above)).isLink) return true
  }
  return false
}
