/** A line to print: its place from the lower left corner, its size and weight, in points. */
export interface PrintedText {
  readonly text: string
  readonly left: number
  readonly baseline: number
  readonly size?: number
  readonly bold?: boolean
}

/** A PDF of one page for each list of lines, in Helvetica; letters as in Windows-1252. */
export function makePdf(pages: readonly (readonly PrintedText[])[]): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, index) => `${String(5 + 2 * index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, index) => {
      const content = lines.map(drawn).join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${String(6 + 2 * index)} 0 R >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  return pdfOf(objects)
}

/** A PDF of `objects`, whose characters are bytes; the first one is its catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`
  file += `trailer << /Size ${String(objects.length + 1)} /Root 1 0 R ${trailer}>>\nstartxref\n${String(start)}\n%%EOF\n`
  return Uint8Array.from(file, (character) => character.charCodeAt(0))
}

function drawn({ text, left, baseline, size = 11, bold = false }: PrintedText): string {
  const font = bold ? 'F2' : 'F1'
  return `BT /${font} ${String(size)} Tf ${String(left)} ${String(baseline)} Td (${encoded(text)}) Tj ET`
}

const windows1252: ReadonlyMap<string, number> = new Map([
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
])

function encoded(text: string): string {
  return Array.from(text, (character) => {
    const code = windows1252.get(character) ?? character.charCodeAt(0)
    return /[()\\]/.test(character) || code > 126
      ? `\\${code.toString(8).padStart(3, '0')}`
      : character
  }).join('')
}

/** What a page is set from. */
export type Setting =
  | { readonly pillar: string }
  | { readonly section: string }
  | { readonly announcement: string }
  | { readonly paragraph: readonly string[] }
  | { readonly bullet: readonly string[] }
  | { readonly notes: readonly string[] }

/** Sets pages like those of a policy plan: a running head, a page number, headings, bullets that hang, notes below. */
export function setPages(pages: readonly (readonly Setting[])[]): PrintedText[][] {
  return pages.map((settings, index) => {
    const lines: PrintedText[] = [
      { text: 'THE QUAYS PLAN', left: 250, baseline: 745, size: 9 },
      { text: String(index + 1), left: 300, baseline: 40, size: 9 },
    ]
    let baseline = 700
    for (const setting of settings) baseline = set(setting, baseline, lines)
    return lines
  })
}

function set(setting: Setting, top: number, lines: PrintedText[]): number {
  if ('pillar' in setting) {
    lines.push({ text: setting.pillar, left: 160, baseline: top, size: 24, bold: true })
    return top - 40
  }
  if ('section' in setting) {
    lines.push({ text: setting.section, left: 72, baseline: top, size: 16, bold: true })
    return top - 26
  }
  if ('announcement' in setting) {
    lines.push({ text: setting.announcement, left: 72, baseline: top, bold: true })
    return top - 22
  }
  if ('notes' in setting) {
    setting.notes.forEach((text, index) => {
      lines.push({ text, left: 72, baseline: 90 - 10 * index, size: 8 })
    })
    return top
  }
  if ('bullet' in setting) {
    lines.push({ text: '•', left: 81, baseline: top })
    return setLines(setting.bullet, 95, top, lines)
  }
  return setLines(setting.paragraph, 72, top, lines)
}

function setLines(
  texts: readonly string[],
  left: number,
  top: number,
  lines: PrintedText[],
): number {
  texts.forEach((text, index) => lines.push({ text, left, baseline: top - 13 * index }))
  return top - 13 * texts.length - 9
}
