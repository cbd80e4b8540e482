import { DocumentError, found } from '../documentError.ts'

/** A format that is not read: by the bytes that it begins with, and as what a document in it can be saved. */
interface ForeignFormat {
  readonly at?: number
  readonly begins: string
  readonly name: string
  readonly saveAs: string
}

const office = '.docx'
const page = '.html'
const print = '.pdf'

/** Each by what stands at its beginning, a character for a byte. */
const formats: readonly ForeignFormat[] = [
  { begins: '{\\rtf', name: '.rtf', saveAs: office },
  { begins: '\u00FFWPC', name: '.wpd', saveAs: office },
  { begins: 'HWP Document File', name: '.hwp', saveAs: office },
  { begins: 'ITSF', name: '.chm', saveAs: page },
  { begins: 'bplist00', name: '.webarchive', saveAs: print },
  { begins: 'BOOKMOBI', at: 60, name: '.mobi', saveAs: office },
  { begins: 'AT&TFORM', name: '.djvu', saveAs: print },
  { begins: '%!PS', name: '.ps', saveAs: print },
  { begins: 'CAJ\0', name: '.caj', saveAs: print },
  { begins: 'KDH ', name: '.kdh', saveAs: print },
]

const pictures: readonly { readonly at?: number; readonly begins: string }[] = [
  ...[{ begins: '\u0089PNG' }, { begins: '\u00FF\u00D8\u00FF' }, { begins: 'GIF8' }],
  ...[{ begins: 'II*\0' }, { begins: 'MM\0*' }, { begins: 'WEBP', at: 8 }, { begins: '8BPS' }],
  ...[
    { begins: 'ftyphei', at: 4 },
    { begins: 'ftypmif1', at: 4 },
    { begins: 'ftypavif', at: 4 },
  ],
  ...[{ begins: '\0\0\0\u000CjP  ' }, { begins: '\0\0\u0001\0' }],
]

const archives: readonly { readonly at?: number; readonly begins: string }[] = [
  ...[
    { begins: '\u001F\u008B' },
    { begins: 'BZh' },
    { begins: '\u00FD7zXZ' },
    { begins: '7z\u00BC\u00AF' },
  ],
  ...[{ begins: 'Rar!' }, { begins: '(\u00B5/\u00FD' }, { begins: 'ustar', at: 257 }],
]

/** What the files within a compound file of Microsoft are called, by its format. */
const compounds: readonly (readonly [entry: string, name: string, saveAs: string])[] = [
  ['WordDocument', '.doc', office],
  ['Workbook', '.xls', '.csv'],
  ['PowerPoint Document', '.ppt', print],
  ['HwpSummaryInformation', '.hwp', office],
  ['VisioDocument', '.vsd', print],
  ['__properties_version1.0', '.msg', print],
  ['MatOST', '.wps', office],
  ['CONTENTS', '.wps', office],
]

/**
 * What refuses a document whose format is known and not read, by its first bytes; `undefined` for one that
 * may be read.
 */
export function foreignFormat(bytes: Uint8Array): DocumentError | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 512))
  const beginsSo = ({
    at = 0,
    begins,
  }: {
    readonly at?: number
    readonly begins: string
  }): boolean => start.startsWith(begins, at)
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return compound(bytes)
  const format = formats.find(beginsSo)
  if (format !== undefined) return otherFormat(format.name, format.saveAs)
  if (pictures.some(beginsSo) || isBitmap(start, bytes)) return foundInstead(found.picture)
  if (archives.some(beginsSo)) return foundInstead(found.archive)
  if (isWebArchive(start)) return otherFormat('.mht', page)
  return undefined
}

/** That a document is of the format `name`, with what to save it as. */
export function otherFormat(name: string, saveAs: string): DocumentError {
  return new DocumentError('unknown format', `a file of the format ${name}`, [name, saveAs])
}

/** That there is no document, but something else. */
export function foundInstead(what: (typeof found)[keyof typeof found]): DocumentError {
  return new DocumentError('unknown format', what, [what])
}

/** `BM`, and the size of the file, which a word does not have. */
function isBitmap(start: string, bytes: Uint8Array): boolean {
  if (!start.startsWith('BM') || bytes.length < 26) return false
  const said = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true)
  return said === bytes.length
}

/** A page that a browser has saved as a message with all of its pictures. */
function isWebArchive(start: string): boolean {
  return (
    /^(?:From: <?Saved by|MIME-Version:)/iu.test(start) ||
    (start.startsWith('From: ') && /^Snapshot-Content-Location:/mu.test(start))
  )
}

function compound(bytes: Uint8Array): DocumentError {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (entry: string): boolean => whole.includes(entry, 0, 'utf16le')
  if (holds('EncryptedPackage')) return new DocumentError('encrypted', 'a document with a password')
  const known = compounds.find(([entry]) => holds(entry))
  if (known === undefined)
    return new DocumentError('unknown format', 'a compound file of Microsoft')
  return otherFormat(known[1], known[2])
}
