import type { Outline } from '../core/official/outline.ts'
import { drawnPages } from './pdf/drawnPages.ts'
import { pdfOutline } from './pdf/pdfOutline.ts'

/**
 * The outline of a document, by the format that its first bytes show.
 *
 * @throws DocumentError where nothing can be read of it.
 */
export async function outlineOf(bytes: Uint8Array): Promise<Outline> {
  return pdfOutline(await drawnPages(bytes))
}
