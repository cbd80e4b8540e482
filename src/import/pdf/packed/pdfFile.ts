import { DocumentError } from '../../documentError.ts'
import { isSpace, numberOf, PdfCursor, type PdfStream, type PdfValue } from './pdfObjects.ts'

/** A stream, as its dictionary tells of it. */
export interface PdfStreamOfFile {
  readonly type: string | undefined
  readonly subtype: string | undefined
  /** In the order in which they are undone. */
  readonly filters: readonly PdfFilter[]
  /** All that may be its bytes; of those that unpack to something, the end shows itself. */
  readonly bytes: Uint8Array
}

/** How the bytes of a stream are packed. */
export interface PdfFilter {
  readonly name: string
  /** Of LZW: by how many codes too early their width changes. */
  readonly earlyChange: number
}

/** So many bytes may be looked through for each one of the file: of a file that nobody made to be hard, two are. */
const mostWork = 8

/**
 * A PDF as it lies in the file, whatever its tables say: an object may stand wherever `obj` does, and
 * whichever of them pdf.js finds, it was looked at.
 */
export class PdfFile {
  readonly #bytes: Buffer
  /** Where the objects stand that are called so, behind `obj`. */
  readonly #placesOf = new Map<string, number[]>()
  readonly #places: number[] = []
  #work = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const place of this.#all('obj')) {
      this.#places.push(place + 3)
      const name = this.#nameBefore(place)
      const others = this.#placesOf.get(name)
      if (others === undefined) this.#placesOf.set(name, [place + 3])
      else others.push(place + 3)
    }
  }

  /** Whether it says so somewhere. */
  get isEncrypted(): boolean {
    return this.#bytes.includes('/Encrypt')
  }

  /** All streams that there may be. */
  *streams(): Generator<PdfStreamOfFile> {
    for (const place of this.#places) {
      const cursor = this.#read(place)
      if (cursor.stream !== undefined) yield* this.#versionsOf(cursor.stream)
    }
  }

  #read(place: number): PdfCursor & { readonly read: PdfValue | undefined } {
    const cursor = new PdfCursor(this.#bytes, place)
    const read = cursor.value()
    this.#work += cursor.at - place
    if (this.#work > mostWork * this.#bytes.length + 1_000_000) {
      throw new DocumentError('malformed', 'objects within objects')
    }
    return Object.assign(cursor, { read })
  }

  /** One for each chain of filters that it may have: a name may be defined twice. */
  *#versionsOf({ entries, start }: PdfStream): Generator<PdfStreamOfFile> {
    const end = this.#endOf(entries, start)
    const parameters = entries.get('DP') ?? entries.get('DecodeParms')
    for (const chain of this.#meant(entries.get('F') ?? entries.get('Filter'))) {
      yield {
        type: nameOf(entries.get('Type')),
        subtype: nameOf(this.#meant(entries.get('Subtype'))[0]),
        filters: this.#filtersIn(chain, parameters),
        bytes: this.#bytes.subarray(start, end),
      }
    }
  }

  #filtersIn(chain: PdfValue, parameters: PdfValue | undefined): readonly PdfFilter[] {
    const names = chain.kind === 'array' ? chain.items : [chain]
    return names.flatMap((item, place) =>
      this.#meant(item).flatMap((one) => {
        const name = nameOf(one)
        if (name === undefined) return []
        const [given] = this.#meant(parameters)
        const own = given?.kind === 'array' ? this.#meant(given.items[place])[0] : given
        const early = own?.kind === 'dictionary' ? numberOf(own.entries.get('EarlyChange')) : NaN
        return [{ name, earlyChange: early === 0 ? 0 : 1 }]
      }),
    )
  }

  /** What `value` stands for; several things where a name was defined several times, of which the last four. */
  #meant(value: PdfValue | undefined): readonly PdfValue[] {
    if (value === undefined) return [nothing]
    if (value.kind !== 'reference') return [value]
    const places = this.#placesOf.get(value.to)?.slice(-4) ?? []
    const found = places.flatMap((place) => this.#read(place).read ?? [])
    return found.length > 0 ? found : [nothing]
  }

  #endOf(entries: ReadonlyMap<string, PdfValue>, start: number): number {
    const lengths = this.#meant(entries.get('Length'))
    for (const length of lengths) {
      const end = start + numberOf(length)
      if (this.#endsAt(end)) return end
    }
    // It may lie packed in another stream.
    if (lengths.includes(nothing)) return this.#bytes.length
    const next = this.#bytes.indexOf('endstream', start)
    return next === -1 ? this.#bytes.length : next
  }

  #endsAt(end: number): boolean {
    let at = end
    while (at < end + 8 && isSpace(this.#bytes[at])) at += 1
    return this.#bytes.toString('latin1', at, at + 9) === 'endstream'
  }

  /** `12 0` of `12 0 obj`. */
  #nameBefore(place: number): string {
    const [object, generation] = this.#bytes
      .toString('latin1', Math.max(0, place - 24), place)
      .trimEnd()
      .split(/\s+/u)
      .slice(-2)
    return `${String(Number(object))} ${String(Number(generation))}`
  }

  *#all(word: string): Generator<number> {
    for (let at = this.#bytes.indexOf(word); at !== -1; at = this.#bytes.indexOf(word, at + 3)) {
      yield at
    }
  }
}

const nothing: PdfValue = { kind: 'other' }

function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.name : undefined
}
