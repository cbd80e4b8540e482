/**
 * Whole Chinese: what is wrong with how a text for Chinese readers is written, each as the piece that is wrong.
 * What stands in backticks or in brackets of a code, keys, addresses, options and file names are no words; names
 * are those of {@link properNames}.
 */
export function notChinese(text: string): readonly string[] {
  const marked = text.replaceAll(/`[^`]*`/gu, 'x').replaceAll(/\]\([^)]*\)/gu, ']')
  const words = [...withoutSigns(text).matchAll(/[A-Za-z][\w+.-]*/gu)].map(([word]) => word)
  return [
    ...words.filter((word) => !properNames.has(word.replace(/\.$/u, ''))),
    ...wrongMarks.flatMap((mark) => Array.from(marked.matchAll(mark), ([piece]) => piece)),
  ]
}

/** Names of programs, formats, bodies and tokens that Chinese readers read in Latin letters. */
const properNames: ReadonlySet<string> = new Set([
  ...['Policy', 'Citation', 'VS', 'Code', 'Pandoc', 'Quarto', 'Zettlr', 'R', 'Lua', 'Unicode'],
  ...['Markdown', 'PDF', 'HTML', 'JSON', 'CSL-JSON', 'SARIF', 'YAML', 'TeX', 'XML', 'StratML'],
  ...['Akoma', 'Ntoso', 'USLM', 'Formex', 'UTF-8', 'UTF-16', 'GB18030', 'Big5', 'AI', 'MB', 'KB'],
  ...['CLML', 'CSV', 'OSCAL', 'Justice', 'Laws', 'Federal', 'Register'],
  ...['DOCX', 'ODT'],
])

/** `text` without what is no word of a sentence. */
function withoutSigns(text: string): string {
  return text
    .replaceAll(/`[^`]*`/gu, '')
    .replaceAll(/\{\d\}/gu, '')
    .replaceAll(/\]\([^)]*\)/gu, ']')
    .replaceAll(/\[[a-z]+\.[a-z-]+\]/gu, '')
    .replaceAll(/(?<![\w-])--?[a-z][\w-]*/gu, '')
    .replaceAll(/(?<![\w-])[a-z]+(?:-[a-z0-9]+)+(?::[\w.-]*\w)?/giu, '')
    .replaceAll(/[\w./-]*\.(?:json|yaml|md|csl|pdf|js|lua|html|xml)(?::\d+)*/gu, '')
    .replaceAll(/[\w-]+:(?=[\s，。」”）]|$)/gu, '')
}

/** Half-width marks behind Chinese, and spaces beside full-width ones; a space between two quotations of signs is none. */
const wrongMarks: readonly RegExp[] = [
  /\p{Script=Han}[,;!?]/gu,
  /\p{Script=Han}:(?!\d)/gu,
  /\p{Script=Han} ?\(/gu,
  /[，。：；！？、（《」”] (?! )[^|]/gu,
  /[^\s|\w] [，。：；！？、）》「“]/gu,
]
