import type { Outline } from '../../core/official/outline.ts'
import { readDocx } from './docx/readDocx.ts'
import { readOdt } from './odt/readOdt.ts'
import { namesInZip } from './zipFile.ts'

export { beginsLikeZip } from './zipFile.ts'

/**
 * The outline of a packed document of an office: DOCX or ODT.
 *
 * @throws DocumentError where it is of another format, damaged or beyond the limits.
 */
export function readOffice(bytes: Uint8Array): Outline {
  const names = namesInZip(bytes)
  return names.has('content.xml') ? readOdt(bytes) : readDocx(bytes)
}
