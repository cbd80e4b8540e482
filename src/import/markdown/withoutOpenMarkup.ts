/** More of them in one text make what reads Markdown look to the end of their paragraph too often. */
const mostOpen = 100

/** What begins something that ends far behind it, and how it ends. */
const pairs = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/**
 * `source` in which comments and the like that nothing ends are words, where there are many: what reads Markdown takes the
 * square of the time for these. Linear.
 */
export function withoutOpenMarkup(source: string): string {
  let text = source
  for (const [start, end] of pairs) {
    const from = text.lastIndexOf(end) + 1
    const open = text.slice(from).split(start)
    if (open.length > mostOpen) text = text.slice(0, from) + open.join(`\\${start}`)
  }
  return text
}
