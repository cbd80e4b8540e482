const markup = /[\\`*_[\]$^~<>@"'|;]/gu

/**
 * `text` as Markdown behind a key, so that Pandoc reads it as it is and in one piece: a semicolon would
 * end it. In metadata by character references, since backslashes and quotation marks are YAML's there.
 */
export function suffixMarkdown(text: string, isMetadata: boolean): string {
  const escaped = (sign: string): string =>
    isMetadata ? `&#${String(sign.charCodeAt(0))};` : `\\${sign}`
  return text
    .replace(/&(?=#?[a-z\d]{1,32};)/giu, isMetadata ? '&amp;' : '\\&')
    .replace(isMetadata ? markupInMetadata : markup, escaped)
    .replace(/-(?=-)|\.(?=\.\.)/gu, escaped)
}

/** What begins a comment there, or another field; the semicolon of a reference stays. */
const markupInMetadata = /[\\`*_[\]$^~<>@"'|]|:(?=\s)|(?<=\s)#|;(?<!&(?:amp|#\d+);)/gu
