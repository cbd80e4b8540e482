import { decodedText } from '../../core/text/bytes/decoding.ts'
import { DocumentError } from '../documentError.ts'
import type { MarkupElement } from '../markup/element.ts'
import { readXmlTree } from '../xml/xmlTree.ts'

/**
 * The XML in `bytes`, an entry of a packed document; `undefined` where there is no such entry.
 *
 * @throws DocumentError where it is no XML.
 */
export function packedXml(bytes: Uint8Array | undefined): MarkupElement | undefined {
  if (bytes === undefined) return undefined
  const text = decodedText(bytes)
  if (text === undefined) throw new DocumentError('malformed', 'XML that is not in Unicode')
  return readXmlTree(text)
}
