import { unzipSync, type UnzipFileInfo } from 'fflate'
import { damaged, DocumentError } from '../documentError.ts'

/** What a packed file may be at most. */
export const zipLimits = {
  entries: 10_000,
  /** How many times as large as it is packed; asked of what is larger than `free`. */
  ratio: 100,
  /** So many bytes may be packed as tightly as can be: a short text that repeats itself is no bomb. */
  free: 1_000_000,
  /** Of all that is unpacked, in bytes. */
  unpacked: 200_000_000,
} as const

/** The record at the end of a ZIP file, in bytes. */
const smallestZip = 22

/** Whether `bytes` are a ZIP file, one without entries included. */
export function beginsLikeZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if (bytes.length < smallestZip) return false
  return first === 0x50 && second === 0x4b && (third === 3 || third === 5) && fourth === third + 1
}

/**
 * The entries of a ZIP file that `isWanted` names, by name; nothing else is unpacked, and no name leads
 * anywhere.
 *
 * @throws DocumentError where it is damaged, encrypted, or beyond the limits.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const gate = new Gate(isWanted)
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: (entry) => gate.lets(entry) })))
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw damaged()
  }
}

/** The names of all entries of a ZIP file. @throws DocumentError as {@link unzip} does. */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  unzip(bytes, (name) => {
    names.add(name)
    return false
  })
  return names
}

/** Asks of every entry, before it is unpacked, whether it may be. */
class Gate {
  readonly #isWanted: (name: string) => boolean
  readonly #names = new Set<string>()
  #entries = 0
  #unpacked = 0

  constructor(isWanted: (name: string) => boolean) {
    this.#isWanted = isWanted
  }

  lets({ name, size, originalSize }: UnzipFileInfo): boolean {
    this.#entries += 1
    if (this.#entries > zipLimits.entries) {
      throw new DocumentError('packed too tightly', `more than ${zipLimits.entries} entries`)
    }
    if (name.split(/[/\\]/u).includes('..')) {
      throw new DocumentError('malformed', `an entry called ${JSON.stringify(name)}`)
    }
    if (!this.#isWanted(name)) return false
    if (this.#names.has(name)) throw new DocumentError('malformed', `${name} stands twice`)
    this.#names.add(name)
    this.#unpacked += originalSize
    const isTight = originalSize > zipLimits.free && originalSize > size * zipLimits.ratio
    if (isTight || this.#unpacked > zipLimits.unpacked) {
      throw new DocumentError('packed too tightly', `${name} unpacks to ${originalSize} bytes`)
    }
    return true
  }
}
