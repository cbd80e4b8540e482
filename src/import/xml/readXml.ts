import type { Outline } from '../../core/official/outline.ts'
import { DocumentError } from '../documentError.ts'
import { isAkomaNtoso, readAkomaNtoso } from './akomaNtoso.ts'
import { formexRoots, readFormex } from './formex.ts'
import { readStratml, stratmlRoots } from './stratml.ts'
import { isUslm, readUslm } from './uslm.ts'
import { readXmlTree } from './xmlTree.ts'

/**
 * The outline of an XML document in StratML, Akoma Ntoso, USLM or Formex, told by its root.
 *
 * @throws DocumentError where it cannot be read, or its root is of none of these.
 */
export function readXml(source: string): Outline {
  const root = readXmlTree(source)
  if (stratmlRoots.has(root.name)) return readStratml(root)
  if (isAkomaNtoso(root.namespace)) return readAkomaNtoso(root)
  if (isUslm(root.namespace)) return readUslm(root)
  if (formexRoots.has(root.name)) return readFormex(root)
  throw new DocumentError('unknown format', `<${root.name}>`)
}
