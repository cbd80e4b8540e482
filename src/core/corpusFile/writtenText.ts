/** `text` on one line, with single spaces, and without what is no character. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ').trim()
}

/** `text` as Markdown that reads as it is (CommonMark 0.31.2, section 2.4). */
export function escapedMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll(markup, String.raw`\$&`)
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+](?:\s|$)|--|~~~)/u, '$1\\')
}

/** What is more than a character: a `_` and an `&` where they can be. */
const markup = /[\\`*[\]<>{}#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w+;)/gu

/** `text` as a value of YAML that reads as it is: plain where that will do. */
export function yamlValue(text: string): string {
  const line = oneLine(text)
  return /^[\p{L}\p{N}][^:#]*$/u.test(line) ? line : JSON.stringify(line)
}
