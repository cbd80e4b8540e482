/** Signs that reStructuredText underlines headings with, and Markdown knows none of, but `=` and `-`. */
const underline = /^([=\-~^"'*+#:.])\1{2,}$/u

/**
 * `source` with headings that are underlined as in reStructuredText (`****`, `~~~~`) as those of Markdown, where
 * there are any: what comes first is the first level, be it underlined only or overlined as well. As many lines as
 * before. Linear.
 */
export function withUnderlinedHeadings(source: string): string {
  const lines = source.split('\n')
  const headings = headingsIn(lines)
  if (![...headings.values()].some((sign) => /[^=-]/u.test(sign))) return source
  const signs = [...new Set(headings.values())]
  if (signs.length > 6) return source
  for (const [at, sign] of headings) {
    lines[at] = `${'#'.repeat(signs.indexOf(sign) + 1)} ${lines[at]?.trim() ?? ''}`
    lines[at + 1] = ''
    if (sign.length > 1) lines[at - 1] = ''
  }
  return lines.join('\n')
}

/** The places of lines that are underlined, each with the sign, twice where it stands above as well: they are no longer than what is below, and nothing else stands before them. */
function headingsIn(lines: readonly string[]): ReadonlyMap<number, string> {
  const headings = new Map<number, string>()
  for (const [at, line] of lines.entries()) {
    const [below = '', sign = ''] = underline.exec(lines[at + 1]?.trimEnd() ?? '') ?? []
    const text = line.trim()
    if (sign === '' || text === '' || underline.test(text) || below.length < text.length) continue
    const before = lines[at - 1]?.trimEnd() ?? ''
    if (before === '') headings.set(at, sign)
    else if (before === below) headings.set(at, `${sign}${sign}`)
  }
  return headings
}
