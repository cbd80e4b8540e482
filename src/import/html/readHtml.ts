import type { Outline } from '../../core/official/outline.ts'
import type { MarkupElement } from '../markup/element.ts'
import { isEurLex, readEurLex } from './eurLex.ts'
import { htmlOutline } from './htmlOutline.ts'

/** The outline of a page that is read already, as HTML or as XHTML. */
export function outlineOfPage(root: MarkupElement): Outline {
  return isEurLex(root) ? readEurLex(root) : htmlOutline(root)
}
