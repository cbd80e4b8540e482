import {
  bidiControl,
  control,
  loneSurrogate,
  visibleCodePoint,
} from './controls/controlCharacters.ts'

/** The most UTF-16 units that one text contributes to a card. */
export const longestInertText = 4000

const markup = /[\\`*_{}[\]()#+\-!|~$>=^"']/gu

/**
 * Markdown that renders as `text` and nothing else: no markup, no link, no autolink, no image, no
 * HTML, no theme icon, on one line. The only way by which text of a corpus or a report reaches a
 * card, a completion document or a preview.
 *
 * `appendText` of VS Code is not enough: it leaves bare addresses for the renderer to link. Here
 * `@`, the colon of `scheme:/` and the dot of `www.` become character references, which GFM's
 * autolink extension does not look through. Bidirectional controls are shown as `⟦U+202E⟧`.
 * A text longer than {@link longestInertText} UTF-16 units is cut and ends in `…`.
 */
export function inertMarkdown(text: string): string {
  return onOneLine(cut(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(markup, '\\$&')
    .replace(/^(\d{1,9})\./u, '$1\\.')
    .replaceAll('@', '&#64;')
    .replace(/:(?=\/)/gu, '&#58;')
    .replace(/(?<=www)\./giu, '&#46;')
    .replace(bidiControl, visibleCodePoint)
}

/**
 * `text` for places that show plain text (titles of actions, labels of completions): on one line,
 * bidirectional controls shown. Nothing is escaped; rows of a Quick Pick take {@link plainRow}.
 */
export function plainLine(text: string): string {
  return onOneLine(cut(text)).replace(bidiControl, visibleCodePoint)
}

const themeIcon = /\$\([A-Za-z\d-]+(?:~[A-Za-z]+)?\)/gu

/**
 * As {@link plainLine}, for the label, description or detail of a Quick Pick's row, where VS Code draws
 * `$(name)` as an icon unless a backslash stands before it, and the backslash is not shown.
 */
export function plainRow(text: string): string {
  return plainLine(text).replace(themeIcon, '\\$&')
}

/**
 * As {@link plainLine}, for a message, where VS Code makes a link of `[words](address)`, one that runs a
 * command included.
 */
export function plainMessage(text: string): string {
  return plainLine(text).replaceAll('](', '] (')
}

function cut(text: string): string {
  return text.length <= longestInertText ? text : `${text.slice(0, longestInertText - 1)}…`
}

function onOneLine(text: string): string {
  return text.replace(control, ' ').replace(loneSurrogate, '\uFFFD').trim()
}
