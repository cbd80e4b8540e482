import { bidiControl, control } from './controls/controlCharacters.ts'

const markup = /[\\`*_[\]{}<>$|~^@#]/gu

/**
 * `text` as Markdown for a report that means `text` and nothing else, in CommonMark as in Pandoc: on
 * one line, what could be markup, a citation or an entity escaped with backslashes, and what begins a
 * list, a heading or a quotation at the start of a line as well. Invisible controls of writing
 * direction are left out. Words and typographic punctuation stay readable: `America's` is not changed;
 * a bare web address stays one.
 *
 * For a report only; a card or preview is written with `inertMarkdown`.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(control, ' ')
    .replace(bidiControl, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
    .replace(markup, '\\$&')
    .replace(/&(?=#?[A-Z\d]{1,32};)/giu, '\\&')
    .replace(/!(?=\\\[)/gu, '\\!')
    .replace(/^[-+=:]/u, '\\$&')
    .replace(/^(\d{1,9}|[A-Za-z])(?=[.)](?:\s|$))/u, '$1\\')
}
