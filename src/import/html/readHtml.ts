import type { Outline } from '../../core/official/outline.ts'
import type { MarkupElement } from '../markup/element.ts'
import { isEurLex, readEurLex } from './eurLex.ts'
import { htmlOutline } from './htmlOutline.ts'
import { readHtmlTree } from './htmlTree.ts'

/**
 * The outline of an HTML page.
 *
 * @throws DocumentError where it is beyond the limits.
 */
export function readHtml(source: string): Outline {
  return outlineOfPage(readHtmlTree(source))
}

/** The outline of a page that is read already, as HTML or as XHTML. */
export function outlineOfPage(root: MarkupElement): Outline {
  return isEurLex(root) ? readEurLex(root) : htmlOutline(root)
}
