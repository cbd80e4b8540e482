import { withoutCase } from '../bibliography/cslMarkup.ts'
import type { CslDate, CslItem, CslName } from '../bibliography/cslItem.ts'

/**
 * `items` as RIS, for EndNote, Zotero and the like. RIS knows persons only: the name of a body ends with
 * a comma, by which readers keep it whole, unless it has commas of its own. It has no place for a
 * jurisdiction, nor for what a family of styles says otherwise.
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(recordOf).join('\n')
}

const types: Readonly<Record<CslItem['type'], string>> = {
  chapter: 'CHAP',
  report: 'RPRT',
  legislation: 'STAT',
  'article-newspaper': 'NEWS',
}

function recordOf(item: CslItem): string {
  const [first, last] = item.page?.split('-') ?? []
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ['TI', withoutCase(item.title)],
    ['ST', item['title-short'] && withoutCase(item['title-short'])],
    ['T2', item['container-title']],
    ...(item.author ?? []).map((name) => ['AU', nameOf(name)] as const),
    ['M1', item.number],
    ['PY', item.issued && yearOf(item.issued)],
    ['DA', item.issued && dayOf(item.issued)],
    ['Y2', item.accessed && dayOf(item.accessed)],
    ['SP', first],
    ['EP', last],
    ['UR', item.URL],
    ['LA', item.language],
    ['ER', ''],
  ]
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}\n`]))
    .join('')
}

function nameOf(name: CslName): string {
  if (!('literal' in name)) return `${name.family}, ${name.given}`
  return name.literal.includes(',') ? name.literal : `${name.literal},`
}

function yearOf({ 'date-parts': [parts = []] }: CslDate): string {
  return String(parts[0] ?? '')
}

/** `2025/07/23`, with nothing between the slashes for what is not known. */
function dayOf({ 'date-parts': [parts = []] }: CslDate): string {
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'))
  return [year, month, day].map((part) => part ?? '').join('/')
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
