import type { Outline } from '../../core/official/outline.ts'
import { DocumentError, type SeenField } from '../documentError.ts'
import { columnsOf, type Columns } from './columns.ts'
import type { FieldMap } from '../../core/corpus/imports/fieldMap.ts'
import { itemsIn, type Item } from './items.ts'
import { catalogIn, oscalModels, readCatalog } from './oscal.ts'
import { PartsOfList } from './parts.ts'
import { readValue } from './readValue.ts'
import { isMap, wordsOf } from './value.ts'

/**
 * The outline of a list (of goals and targets, of actions) in JSON, YAML or CSV, or of an OSCAL catalogue in JSON
 * or YAML; `undefined` where `source` is none of these. Which field is what is told by `map`, else by the names
 * of the fields and what stands in them.
 *
 * @throws DocumentError where that is not evident, naming the fields, and where there is no list.
 */
export function readData(source: string, map?: FieldMap): Outline | undefined {
  const value = readValue(source, map !== undefined)
  if (value === undefined) return undefined
  const catalog = catalogIn(value)
  if (catalog !== undefined) return readCatalog(catalog)
  const model = isMap(value) ? oscalModels.find((name) => Object.hasOwn(value, name)) : undefined
  if (model !== undefined) throw new DocumentError('unknown format', model, [`“${model}”`])
  const { items, about } = itemsIn(value)
  if (items.length === 0) throw new DocumentError('no list', 'no items')
  if (map !== undefined) refuseUnknown(map, items)
  const parts = new PartsOfList()
  parts.add(items, (same) => evidentOf(same, map))
  const { unread, ...read } = parts.finished()
  return { ...outlineAbout(about), ...read, unread: [...unreadAbout(about), ...unread] }
}

function namesIn(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ fields, children }) => [...fields.keys(), ...namesIn(children)]))
}

function refuseUnknown(map: FieldMap, items: readonly Item[]): void {
  const names = namesIn(items)
  for (const name of Object.values(map) as readonly string[]) {
    if (names.has(name)) continue
    const all = [...names].join(', ')
    throw new DocumentError('unknown field', name, [name, all], seenFields(items))
  }
}

function evidentOf(items: readonly Item[], map: FieldMap | undefined): Columns {
  const columns = columnsOf(items, map)
  if (columns !== undefined) return columns
  const fields = seenFields(items)
  const names = fields.map(({ name }) => name).join(', ')
  throw new DocumentError('unclear fields', names, [names], fields)
}

function seenFields(items: readonly Item[]): readonly SeenField[] {
  return [...namesIn(items)].map((name) => ({ name, values: firstValues(items, name) }))
}

/** What is shown of a field, so that whoever knows the list tells what it is. */
const shown = { values: 3, characters: 60 }

/** The first values of a field, each once, as far as they are shown. */
function firstValues(items: readonly Item[], name: string): readonly string[] {
  const values = new Set<string>()
  const look = (all: readonly Item[]): void => {
    for (const { fields, children } of all) {
      if (values.size === shown.values) return
      const value = wordsOf(fields.get(name)?.slice(0, 10 * shown.characters) ?? '')
      if (value !== '') values.add(cutAt(value, shown.characters))
      look(children)
    }
  }
  look(items)
  return [...values]
}

function cutAt(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}

/** Names of fields of the whole. */
const ofWhole = {
  title: ['title', 'name', 'short_title', '标题', '標題', '名称', '名稱'],
  issuer: ['issuer', 'publisher', 'author', 'organization', 'organisation', '发布机构', '發布機關'],
  issued: ['issued', 'date', 'published', 'publication_date', 'adopted', '日期', '发布日期'],
  language: ['language', 'lang', 'locale'],
} as const

function outlineAbout(about: ReadonlyMap<string, string>): Partial<Outline> {
  const found = (role: keyof typeof ofWhole): string | undefined =>
    ofWhole[role]
      .map((name) => about.get(name))
      .find((value) => value !== undefined && value !== '')
  const [title, issuer, language] = [found('title'), found('issuer'), found('language')]
  const issued = /^\d{4}(?:-\d\d){0,2}/u.exec(found('issued') ?? '')?.[0]
  return {
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
  }
}

function unreadAbout(about: ReadonlyMap<string, string>): Outline['unread'] {
  const known = new Set<string>(Object.values(ofWhole).flat())
  return [...about].flatMap(([name, value]) =>
    known.has(name) || value === ''
      ? []
      : [{ where: name, what: `“${cutAt(value, shown.characters)}”` }],
  )
}
