import type { Outline } from '../../core/official/outline.ts'
import type { MarkupElement } from '../markup/element.ts'
import { isEurLex, readEurLex } from './eurLex.ts'
import { htmlOutline } from './htmlOutline.ts'
import { metadataOf } from './metadata.ts'
import { textOfPage } from './textOfPage.ts'

/**
 * The outline of a page that is read already, as HTML or as XHTML; of one that only shows a plain text, what
 * `readText` makes of that, where it is given.
 */
export function outlineOfPage(root: MarkupElement, readText?: (text: string) => Outline): Outline {
  const text = readText === undefined ? undefined : textOfPage(root)
  if (readText !== undefined && text !== undefined)
    return { ...metadataOf(root), ...readText(text) }
  return isEurLex(root) ? readEurLex(root) : htmlOutline(root)
}
