import type { Address } from './host.ts'

/** The address of what is called `name` in `folder`. */
export function childOf(folder: Address, name: string): Address {
  const { before, path, behind } = partsOf(folder)
  return `${before}${path.replace(/\/$/u, '')}/${escaped(name)}${behind}`
}

/** The address that the relative path `path` means in `folder`: `..` leads upwards, `.` nowhere. */
export function resolveIn(folder: Address, path: string): Address {
  return segmentsOf(path).reduce(
    (place, name) => (name === '..' ? parentOf(place) : childOf(place, name)),
    folder,
  )
}

/** The names in a relative path, `.` left out; on Windows they may be parted by backslashes. */
export function segmentsOf(path: string): readonly string[] {
  return path.split(/[\\/]/u).filter((name) => name !== '' && name !== '.')
}

/** The address of the folder that `address` is in; the root is in itself. */
export function parentOf(address: Address): Address {
  const { before, path, behind } = partsOf(address)
  return `${before}${path.slice(0, path.lastIndexOf('/')) || '/'}${behind}`
}

/** The address of a whole path, `/plans/one.md` or `C:\plans\one.md`, in the file system called `scheme`. */
export function addressOfPath(path: string, scheme = 'file'): Address {
  const slashed = path.replaceAll('\\', '/')
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`
  const drive = rooted.replace(/^\/[A-Z]:/u, (letter) => letter.toLowerCase())
  return addressOfNames(drive.split('/'), scheme)
}

/** The address of the whole path of these `names`, of which the first is empty; two empty ones come before the name of a machine. */
export function addressOfNames(names: readonly string[], scheme = 'file'): Address {
  const path = names.map(escaped).join('/')
  return path.startsWith('//') ? `${scheme}:${path}` : `${scheme}://${path}`
}

/** The address of the whole path `path` in the file system that `address` is in. */
export function placeIn(address: Address, path: string): Address {
  return `${partsOf(address).before}${path.split('/').map(escaped).join('/')}`
}

/** The scheme of `address`: `file`. */
export function schemeOf(address: Address): string {
  return address.slice(0, address.indexOf(':'))
}

/** The path of `address` as people write it: `/plans/my plan.md`. */
export function pathOf(address: Address): string {
  return decodeURIComponent(partsOf(address).path)
}

/** The path from `folder` to `path`, both whole paths; `undefined` where it does not lie in it, as it itself does not. */
export function pathWithin(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return path.length > start.length && path.startsWith(start) ? path.slice(start.length) : undefined
}

/** Of `folders`, the innermost that `address` is, or is in. */
export function folderOf(folders: readonly Address[], address: Address): Address | undefined {
  return folders
    .filter((folder) => folder === address || isIn(folder, address))
    .sort((one, other) => other.length - one.length)[0]
}

/** Whether `address` lies in `folder`. */
export function isIn(folder: Address, address: Address): boolean {
  const isSameRoot = partsOf(folder).before === partsOf(address).before
  return isSameRoot && pathWithin(pathOf(folder), pathOf(address)) !== undefined
}

/** `addresses` in the order of their paths. */
export function inOrder(addresses: readonly Address[]): readonly Address[] {
  const placed = addresses.map((address) => ({ address, path: pathOf(address) }))
  placed.sort((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)))
  return placed.map(({ address }) => address)
}

/** The path of an address, and what stands on both sides of it: scheme and authority, query and fragment. */
interface AddressParts {
  readonly before: string
  readonly path: string
  readonly behind: string
}

function partsOf(address: Address): AddressParts {
  const [whole = ''] = address.split(/[?#]/u)
  const scheme = whole.indexOf(':') + 1
  const root = whole.startsWith('//', scheme) ? whole.indexOf('/', scheme + 2) : scheme
  const start = root < 0 ? whole.length : root
  return {
    before: whole.slice(0, start),
    path: whole.slice(start),
    behind: address.slice(whole.length),
  }
}

/** As VS Code escapes a name in a URI, which is more than `encodeURIComponent` does. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
