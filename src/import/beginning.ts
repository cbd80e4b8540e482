/** What a text is, by what it begins with. */
export type Beginning = 'html' | 'xhtml' | 'xml' | 'text'

/** Elements of HTML that no format in XML begins with; a text in Markdown may. A link says where to. */
const ofHtml =
  /^<(?:a\s|(?:head|body|meta|title|h[1-6]|[pbi]|div|table|center|main|span|ul|ol|font|em|strong|br|hr|img|details|style|script|link|nav|header)\b)/iu

/**
 * What a text is, by the first of it that is neither blank, a byte order mark, a comment nor a processing
 * instruction: browsers, editors and servers put these before a document. A part of a page without
 * `<html>` is HTML where the last of it is a tag as well. Linear.
 */
export function beginningOf(source: string): Beginning {
  const { at, isXml } = skipped(source)
  const start = source.slice(at, at + 40)
  if (/^<(?:!doctype\s+html|html)\b/iu.test(start)) return isXml ? 'xhtml' : 'html'
  if (isXml) return 'xml'
  if (ofHtml.test(start)) return source.trimEnd().endsWith('>') ? 'html' : 'text'
  return /^<[!?\p{L}]/u.test(start) ? 'xml' : 'text'
}

/** Where the first of a text stands that says what it is, and whether XML is declared before it. */
function skipped(source: string): { readonly at: number; readonly isXml: boolean } {
  let at = 0
  let isXml = false
  for (;;) {
    while (/\s/u.test(source.charAt(at))) at += 1
    const mark = source.startsWith('<!--', at) ? '-->' : source.startsWith('<?', at) ? '?>' : ''
    const end = mark === '' ? -1 : source.indexOf(mark, at + 2)
    if (end === -1) return { at, isXml }
    isXml ||= /^<\?xml\s/u.test(source.slice(at, at + 6))
    at = end + mark.length
  }
}
