import type { Outline } from '../core/official/outline.ts'
import type { PdfReader } from './pdf/readPdf.ts'
import { readPdf } from './pdf/readPdf.ts'
import { pdfOutline } from './pdf/pdfOutline.ts'

/** The outline of an official document, whatever its format is. */
export async function readOfficialDocument(
  bytes: Uint8Array,
  reader: PdfReader,
  signal?: AbortSignal,
): Promise<Outline> {
  return pdfOutline(await readPdf(bytes, reader, signal))
}
