import type { CslDate, CslItem, CslName } from '../bibliography/cslItem.ts'
import { partsByCase } from '../bibliography/cslMarkup.ts'

/**
 * `items` as BibTeX for Pandoc, BibLaTeX's dialect: with the same keys, and so that `--citeproc` prints
 * the same as from CSL-JSON. Letters stay as they are, in UTF-8; what is a command of TeX is escaped,
 * and what has capitals is braced, so that no style takes them. BibTeX has no place for a jurisdiction,
 * nor for what a family of styles says otherwise.
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
  const container = item['container-title'] && braced(item['container-title'])
  const short = item['title-short']
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', braced(item.title)],
    ['shorttitle', short && braced(short)],
    [item.type === 'chapter' ? 'booktitle' : 'journaltitle', container],
    ['author', item.author?.map(nameOf).join(' and ')],
    ['number', item.number && escaped(item.number)],
    ['date', item.issued && dateOf(item.issued)],
    ['urldate', item.accessed && dateOf(item.accessed)],
    ['pages', item.page],
    ['url', item.URL?.replace(/[{}\\]/gu, encodeURIComponent)],
    ['langid', languageIds.get(item.language)],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : undefined],
  ]
  const written = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@${types[item.type]}{${item.id},\n${written.join('')}}\n`
}

/** The names of languages that Pandoc and BibLaTeX both know; in Chinese no capitals are at stake. */
const languageIds: ReadonlyMap<string, string> = new Map([
  ['en', 'english'],
  ['en-US', 'american'],
  ['en-GB', 'british'],
])

function nameOf(name: CslName): string {
  return 'literal' in name
    ? `{${escaped(name.literal)}}`
    : `${escaped(name.family)}, ${escaped(name.given)}`
}

function dateOf({ 'date-parts': [parts = []] }: CslDate): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** Words with capitals keep them; a style may give capitals to others, as it does in CSL-JSON. */
function braced(title: string): string {
  return partsByCase(title)
    .map((part, index) => (index % 2 === 0 ? bracedCapitals(part) : `{${escaped(part)}}`))
    .join('')
}

function bracedCapitals(text: string): string {
  return escaped(text).replace(/\S+/gu, (word) => (/\p{Lu}/u.test(word) ? `{${word}}` : word))
}

const commands: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['--', '-{}-'],
])

function escaped(text: string): string {
  return text.replace(/[\\{}%&#$_~^]|--/gu, (sign) => commands.get(sign) ?? `\\${sign}`)
}
