import type { Outline } from '../../core/official/outline.ts'
import { DocumentError } from '../documentError.ts'
import { isAkomaNtoso, readAkomaNtoso } from './akomaNtoso.ts'
import { isBillDtd, readBillDtd } from './billDtd.ts'
import { isClml, readClml } from './clml.ts'
import { federalRegisterRoots, readFederalRegister } from './federalRegister.ts'
import { formexRoots, readFormex } from './formex.ts'
import { justiceLawsRoots, readJusticeLaws } from './justiceLaws.ts'
import { isOscalCatalog, readOscalXml } from './oscalXml.ts'
import { readOtherXml } from './otherXml.ts'
import { readStratml, stratmlRoots } from './stratml.ts'
import { isUslm, readUslm } from './uslm.ts'
import { readXmlTree } from './xmlTree.ts'

/**
 * The outline of an XML document, told by its root: StratML, Akoma Ntoso, USLM, the DTD of bills before it, Formex, CLML, Justice Laws XML,
 * Federal Register XML, or an OSCAL catalogue; a law of any other kind, by its words.
 *
 * @throws DocumentError where it cannot be read, or its root is of none of these and no law can be seen in it.
 */
export function readXml(source: string): Outline {
  const root = readXmlTree(source)
  if (stratmlRoots.has(root.name)) return readStratml(root)
  if (isAkomaNtoso(root.namespace)) return readAkomaNtoso(root)
  if (isUslm(root.namespace)) return readUslm(root)
  if (formexRoots.has(root.name)) return readFormex(root)
  if (isBillDtd(root)) return readBillDtd(root)
  if (isClml(root.namespace)) return readClml(root)
  if (isOscalCatalog(root)) return readOscalXml(root)
  if (justiceLawsRoots.has(root.name)) return readJusticeLaws(root)
  if (federalRegisterRoots.has(root.name)) return readFederalRegister(root)
  const other = readOtherXml(root)
  if (other !== undefined) return other
  const name = `<${root.name}>`
  throw new DocumentError('unknown format', name, [name])
}
