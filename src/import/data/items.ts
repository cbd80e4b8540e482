import { runStart } from '../../core/text/characters.ts'
import { namesItems, readFieldName } from './fieldName.ts'
import { isList, isMap, wordsOf, type Value, type ValueMap } from './value.ts'

/** An item of a list, before it is known what its fields are. */
export interface Item {
  readonly fields: ReadonlyMap<string, string>
  /** The name of the list that it stands in; empty where that has none. */
  readonly list: string
  readonly children: readonly Item[]
}

/** What data hold: items, and fields of the whole. */
export interface Items {
  readonly items: readonly Item[]
  readonly about: ReadonlyMap<string, string>
}

/** The field that a key is put in where items stand under keys. */
const keyField = 'number'

/**
 * The items in `value`: a list of maps, lists under names (`goals`, `targets`), maps under numbers, or texts under
 * numbers and the names of fields (`1-2-title`). What stands under numbers has no order of its own: it is put in
 * that of the numbers.
 */
export function itemsIn(value: Value): Items {
  if (isList(value))
    return { items: isOfItems(value) ? itemsOfList(value, '') : [], about: new Map() }
  if (!isMap(value)) return { items: [], about: new Map() }
  const keyed = keyedItems(value, '')
  if (keyed !== undefined) return { items: keyed, about: new Map() }
  const about = new Map<string, string>()
  const lists: [string, readonly Item[]][] = []
  for (const [name, one] of Object.entries(value)) {
    const items = listUnder(name, one)
    if (items !== undefined) lists.push([name, items])
    else if (!isMap(one)) about.set(name, wordsOf(one))
    else for (const [inner, words] of Object.entries(one)) about.set(inner, wordsOf(words))
  }
  const named = lists.filter(([name]) => namesItems(name))
  const items = (named.length > 0 ? named : lists).flatMap(([, one]) => one)
  for (const [name, one] of named.length > 0 ? lists : [])
    if (!namesItems(name))
      about.set(name, one.map(({ fields }) => [...fields.values()].join(' ')).join('; '))
  return items.length === 0 ? itemsWithin(value) : { items, about }
}

/** Whether there are maps, or texts that are more than a word or two, in a list. */
function isOfItems(list: readonly Value[]): boolean {
  return list.some((one) => isMap(one) || (typeof one === 'string' && one.length > longestWord))
}

/** Those of what stands alone within something that only holds it. */
function itemsWithin(value: ValueMap): Items {
  const [only, ...others] = Object.values(value).filter((one) => typeof one !== 'string')
  return only === undefined || others.length > 0 ? { items: [], about: new Map() } : itemsIn(only)
}

function listUnder(name: string, value: Value): readonly Item[] | undefined {
  if (isMap(value)) return keyedItems(value, name)
  return isList(value) && value.length > 0 && value.every(isMap)
    ? itemsOfList(value, name)
    : undefined
}

function itemsOfList(list: readonly Value[], name: string): readonly Item[] {
  return list.map((value) =>
    isMap(value)
      ? itemOf(value, name)
      : { fields: new Map([['text', wordsOf(value)]]), list: name, children: [] },
  )
}

function itemOf(map: ValueMap, list: string): Item {
  const fields = new Map<string, string>()
  const children: Item[] = []
  for (const [name, value] of Object.entries(map)) {
    const within = childrenUnder(name, value, map)
    if (within === undefined)
      fields.set(name, typeof value === 'string' ? value.trim() : wordsOf(value))
    else for (const child of within) children.push(child)
  }
  return { fields, list, children }
}

/**
 * Items within an item: maps under a name that lists have, or texts that are more than a word or two; under any
 * other name, maps with numbers and words, or with words under the name that those of the item itself have.
 */
function childrenUnder(name: string, value: Value, within: ValueMap): readonly Item[] | undefined {
  if (typeof value === 'string') return undefined
  const maps = (isMap(value) ? Object.values(value) : value).filter(isMap)
  if (!namesItems(name) && !areLikeItems(maps, value, within)) return undefined
  if (isMap(value)) return keyedItems(value, name)
  return isOfItems(value) ? itemsOfList(value, name) : undefined
}

/** Whether all of `value` are `maps`, and each says something as an item of a list does. */
function areLikeItems(maps: readonly ValueMap[], value: Value, within: ValueMap): boolean {
  const isAll = maps.length > 0 && maps.length === Object.values(value).length
  return (
    isAll &&
    maps.every((map) => {
      const names = Object.keys(map)
      if (names.some((name) => leadsElsewhere.test(name))) return false
      const worded = names.filter((name) => ['title', 'text'].includes(roleIn(map, name)))
      const isNumbered = !isMap(value) && names.some((name) => roleIn(map, name) === 'label')
      const isAlike = worded.some((name) => Object.hasOwn(within, name))
      return worded.length > 0 && (isMap(value) || isNumbered || isAlike)
    })
  )
}

/** The fields of a link, of a file and of somebody to write to. */
const leadsElsewhere = /^(?:url|uri|href|link|file|path|email|e-mail|phone|address)$/iu

function roleIn(map: ValueMap, name: string): string {
  return typeof map[name] === 'string' ? (readFieldName(name).role ?? '') : ''
}

/** In UTF-16 units: what is longer is no mere keyword. */
const longestWord = 40

function keyedItems(map: ValueMap, list: string): readonly Item[] | undefined {
  return itemsOfParts(map, list) ?? itemsUnderNumbers(map, list)
}

/** `13: {title: …}`, or `13.1: By 2030, …`. */
function itemsUnderNumbers(map: ValueMap, list: string): readonly Item[] | undefined {
  const entries = Object.entries(map)
  if (entries.length < 2 || !entries.every(([key]) => isNumber(key))) return undefined
  const items = entries.map(([key, value]) => {
    const { fields, children } = isMap(value)
      ? itemOf(value, list)
      : { fields: new Map([['text', wordsOf(value)]]), children: [] }
    return { key, item: { fields: new Map([[keyField, key], ...fields]), list, children } }
  })
  return inOrderOfKeys(items)
}

/** `1-2-title: …`, `1-2-text: …`: fields of the item 1.2. */
function itemsOfParts(map: ValueMap, list: string): readonly Item[] | undefined {
  const items = new Map<string, Map<string, string>>()
  for (const [name, value] of Object.entries(map)) {
    const start = runStart(name, /[\p{L}_]/u)
    const key = name.slice(0, start).replace(/[-.:/ ]$/u, '')
    const field = name.slice(start).replace(/^_/u, '')
    if (!isNumber(key) || readFieldName(field).role === undefined) return undefined
    // A hyphen that parts the name from the number parts the numbers, too.
    const label = /^\d+(?:-[\da-z]+)+$/iu.test(key) ? key.replaceAll('-', '.') : key
    const fields = items.get(label) ?? new Map([[keyField, label]])
    fields.set(field, wordsOf(value))
    items.set(label, fields)
  }
  if (items.size < 2) return undefined
  return inOrderOfKeys(
    [...items].map(([key, fields]) => ({ key, item: { fields, list, children: [] } })),
  )
}

/** Whether `key` is a number such as lists have: `13`, `13.a`, `IV`, `GOVERN 1.1`. */
function isNumber(key: string): boolean {
  return key.length <= 24 && (/\d/u.test(key) || /^[IVXLC]+$/u.test(key))
}

function inOrderOfKeys(
  items: readonly { readonly key: string; readonly item: Item }[],
): readonly Item[] {
  return items.toSorted((a, b) => collator.compare(a.key, b.key)).map(({ item }) => item)
}

/** 2 before 10, digits before letters. */
const collator = new Intl.Collator('en', { numeric: true })
