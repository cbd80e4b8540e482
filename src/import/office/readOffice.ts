import { strFromU8 } from 'fflate'
import type { Outline } from '../../core/official/outline.ts'
import { found } from '../documentError.ts'
import { foundInstead, otherFormat } from '../refused/foreignFormat.ts'
import { readDocx } from './docx/readDocx.ts'
import { readOdt } from './odt/readOdt.ts'
import { namesInZip, unzip } from './zipFile.ts'

export { beginsLikeZip } from './zipFile.ts'

/**
 * The outline of a packed document of an office: DOCX or ODT.
 *
 * @throws DocumentError where it is of another format, damaged or beyond the limits.
 */
export function readOffice(bytes: Uint8Array): Outline {
  const names = namesInZip(bytes)
  const type = typeIn(bytes, names)
  if (type.startsWith(textType)) return readOdt(bytes)
  const known = formats.find(([entry]) => names.has(entry) || type === entry)
  if (known !== undefined) throw otherFormat(known[1], known[2])
  if (names.has('content.xml')) return readOdt(bytes)
  if (names.has('_rels/.rels')) return readDocx(bytes)
  throw foundInstead(found.archive)
}

/** Of texts in OpenDocument, and of their templates. */
const textType = 'application/vnd.oasis.opendocument.text'

/** What a packed document says that it is, where it does. */
function typeIn(bytes: Uint8Array, names: ReadonlySet<string>): string {
  if (!names.has('mimetype')) return ''
  const type = unzip(bytes, (name) => name === 'mimetype').get('mimetype')
  return type === undefined ? '' : strFromU8(type).trim()
}

/** Other packed formats: an entry or a type that tells each, and as what a document in it can be saved. */
const formats: readonly (readonly [entry: string, name: string, saveAs: string])[] = [
  ['xl/workbook.xml', '.xlsx', '.csv'],
  ['xl/workbook.bin', '.xlsb', '.csv'],
  ['ppt/presentation.xml', '.pptx', '.pdf'],
  ['visio/document.xml', '.vsdx', '.pdf'],
  ['application/vnd.oasis.opendocument.spreadsheet', '.ods', '.csv'],
  ['application/vnd.oasis.opendocument.presentation', '.odp', '.pdf'],
  ['application/vnd.oasis.opendocument.graphics', '.odg', '.pdf'],
  ['application/epub+zip', '.epub', '.docx'],
  ['Index/Document.iwa', '.pages', '.docx'],
  ['Index.zip', '.pages', '.docx'],
  ['OFD.xml', '.ofd', '.pdf'],
  ['FixedDocumentSequence.fdseq', '.xps', '.pdf'],
  ['FixedDocSeq.fdseq', '.xps', '.pdf'],
  ['Contents/content.hpf', '.hwpx', '.docx'],
]
