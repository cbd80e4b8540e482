import type { Outline } from '../../../core/official/outline.ts'
import { DocumentError } from '../../documentError.ts'
import { allWithin, descendant, lineOf, type MarkupElement } from '../../markup/element.ts'
import { LanguageCount, outlineOfBlocks, saidTitle } from '../page.ts'
import { packedXml } from '../packedXml.ts'
import { unzip } from '../zipFile.ts'
import { readOdtBody } from './readOdtBody.ts'
import { OdtStyles } from './styles.ts'

/**
 * The outline of a text in OpenDocument: headings by their levels, numbers of lists as they are printed,
 * what was inserted, and not what was deleted.
 *
 * @throws DocumentError where it is encrypted, damaged or beyond the limits.
 */
export function readOdt(bytes: Uint8Array): Outline {
  const entries = unzip(bytes, (name) => parts.has(name))
  const manifest = packedXml(entries.get('META-INF/manifest.xml'))
  if (manifest !== undefined && allWithin(manifest, 'encryption-data').length > 0) {
    throw new DocumentError('encrypted', 'META-INF/manifest.xml names what it is encrypted with')
  }
  const content = packedXml(entries.get('content.xml'))
  const text = content && descendant(content, 'body', 'text')
  if (text === undefined) throw new DocumentError('malformed', 'no text in content.xml')
  const languages = new LanguageCount()
  const styles = new OdtStyles([packedXml(entries.get('styles.xml')), content])
  const { blocks, title } = readOdtBody(text.children, { styles, languages })
  const meta = packedXml(entries.get('meta.xml'))
  const said = (name: string): string | undefined => meta && lineOf(metaOf(meta, name))
  return outlineOfBlocks(
    {
      title: title ?? saidTitle(said('title')),
      date: said('date') ?? said('creation-date'),
      language: languages.most(said('language')),
    },
    blocks,
  )
}

const parts: ReadonlySet<string> = new Set([
  ...['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'],
])

function metaOf(root: MarkupElement, name: string): MarkupElement | undefined {
  return descendant(root, 'meta', name)
}
