import {
  bidiControl,
  control,
  loneSurrogate,
  visibleCodePoint,
} from './controls/controlCharacters.ts'

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * HTML, also for a quoted attribute, that shows `text` and nothing else: no tag, no reference, on one
 * line, bidirectional controls as `⟦U+202E⟧`. The only way by which text of a corpus or a report
 * reaches the HTML of a preview. Spaces at its ends stay.
 */
export function inertHtml(text: string): string {
  return text
    .replace(control, ' ')
    .replace(loneSurrogate, '\uFFFD')
    .replace(bidiControl, visibleCodePoint)
    .replace(/[&<>"']/gu, (mark) => references[mark] ?? '')
}
