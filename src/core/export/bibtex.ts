import type { CslItem } from '../bibliography/csl.ts'

/**
 * `items` as BibTeX for Pandoc, BibLaTeX's dialect: with the same keys, and so that `--citeproc` prints
 * the same as from CSL-JSON. Letters stay as they are, in UTF-8; what is a command of TeX is escaped,
 * and what has capitals is braced, so that no style takes them.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n')
}

const types: Readonly<Record<CslItem['type'], string>> = {
  chapter: 'incollection',
  report: 'report',
  legislation: 'legislation',
  'article-newspaper': 'article',
}

function entry(item: CslItem): string {
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', braced(item.title)],
    ['booktitle', item['container-title'] && braced(item['container-title'])],
    ['author', item.author?.map(({ literal }) => `{${escaped(literal)}}`).join(' and ')],
    ['date', item.issued && dateOf(item.issued)],
    ['pages', item.page],
    ['url', item.URL],
    ['langid', item.language === 'en' ? 'english' : undefined],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : undefined],
  ]
  const written = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@${types[item.type]}{${item.id},\n${written.join('')}}\n`
}

function dateOf({ 'date-parts': [parts = []] }: NonNullable<CslItem['issued']>): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** Words with capitals keep them; a style may give capitals to others, as it does in CSL-JSON. */
function braced(text: string): string {
  return escaped(text).replace(/\S*\p{Lu}\S*/gu, '{$&}')
}

const commands: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
])

function escaped(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/gu, (sign) => commands.get(sign) ?? `\\${sign}`)
}
