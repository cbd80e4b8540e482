import { DocumentError } from '../../documentError.ts'
import { decoders, growing, pictureFilters, type Decode } from './decoders.ts'
import { PdfFile, type PdfStreamOfFile } from './pdfFile.ts'

/** How much the streams of a document may be when they are unpacked, in bytes. */
export interface MostUnpacked {
  readonly one: number
  readonly all: number
}

/**
 * Makes sure, before pdf.js sees the PDF `bytes`, that none of its streams unpacks to more than `most`
 * allows, nor all together. Every filter of a stream is heeded, since one that was packed twice may
 * be a million times as large as it is in the file. Pictures and attached files are not read: they are ended at
 * their first bytes, so that nobody unpacks them by calling them something else.
 *
 * Of an encrypted document the streams cannot be unpacked here; one that seems to be packed more than once is
 * refused, and the rest is left to the limits of the process.
 *
 * @throws DocumentError where they are more, and where the file cannot be looked through.
 */
export function boundUnpacked(bytes: Uint8Array, most: MostUnpacked): void {
  const file = new PdfFile(bytes)
  const pictures: PdfStreamOfFile[] = []
  const count = new Count(most, file.isEncrypted)
  for (const stream of file.streams()) {
    if (isUnread(stream)) pictures.push(stream)
    else count.add(stream)
  }
  for (const picture of pictures) picture.bytes.set(ended.subarray(0, picture.bytes.length))
}

/** No heading of anything deflated, and the end for all other filters: of runs and LZW, of base 85, of hexadecimal. */
const ended = Uint8Array.of(0x80, 0x80, 0x7e, 0x3e)

function isUnread({ subtype, type, filters }: PdfStreamOfFile): boolean {
  if (subtype === 'Image' || type === 'EmbeddedFile') return true
  return filters.some(({ name }) => pictureFilters.has(name))
}

class Count {
  readonly #most: MostUnpacked
  readonly #isEncrypted: boolean
  #sum = 0

  constructor(most: MostUnpacked, isEncrypted: boolean) {
    this.#most = most
    this.#isEncrypted = isEncrypted
  }

  add({ bytes, filters }: PdfStreamOfFile): void {
    let packed = bytes
    const steps = filters.flatMap(({ name, earlyChange }) => {
      const decode = decoders.get(name)
      return decode === undefined ? [] : [{ decode, earlyChange }]
    })
    for (const [place, { decode, earlyChange }] of steps.entries()) {
      const result = decode(packed, this.#left(), earlyChange)
      if (result === 'too large') throw tooTight(this.#left())
      if (result === 'unreadable') {
        this.#addUnreadable(
          packed,
          steps.slice(place).map((step) => step.decode),
        )
        return
      }
      this.#sum += result.length
      packed = result
    }
  }

  /** Of what is damaged, or encrypted, pdf.js reads as much as it can. */
  #addUnreadable({ length }: Uint8Array, left: readonly Decode[]): void {
    if (left.filter((decode) => growing.has(decode)).length > 1) {
      throw new DocumentError(
        'unpacked too large',
        'a stream that cannot be unpacked was packed twice',
      )
    }
    if (this.#isEncrypted) return
    this.#sum += Math.min(this.#left(), length * largestGrowth)
  }

  #left(): number {
    return Math.max(1, Math.min(this.#most.one, this.#most.all - this.#sum))
  }
}

/** Deflated bytes become at most so many. */
const largestGrowth = 1032

function tooTight(most: number): DocumentError {
  return new DocumentError(
    'unpacked too large',
    `a stream unpacks to more than ${String(most)} bytes`,
  )
}
