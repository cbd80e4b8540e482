import type { DivisionKind, MeasureKind } from '../../core/corpus/provision.ts'
import { addAll, greatestOf } from '../../core/text/lists.ts'
import type { FieldMap } from '../../core/corpus/imports/fieldMap.ts'
import { kindOfWord, readFieldName, type FieldName, type Role } from './fieldName.ts'
import type { Item } from './items.ts'

/** Which fields of the items of a list are what. */
export interface Columns extends FieldMap {
  /** What its items are, where the names say it. */
  readonly kind?: DivisionKind | MeasureKind
  /** What several items share, and so stand in, the outermost first. */
  readonly groups: readonly Group[]
}

/** Fields of what several items stand in. */
export interface Group {
  /** What it is called, as its columns name it: `goal`. */
  readonly word: string
  readonly kind?: DivisionKind | MeasureKind
  readonly label?: string
  readonly title?: string
  readonly text?: string
}

/**
 * Which fields of `items` are what, by their names and by what stands in them: `subcategory_id` is the number of
 * subcategories, of the items or of what they stand in by whether each has its own. `undefined` where no
 * field is evidently a title or a text. `map` decides where it is given.
 */
export function columnsOf(items: readonly Item[], map?: FieldMap): Columns | undefined {
  const names = [...new Set(items.flatMap(({ fields }) => [...fields.keys()]))]
  const listKind = kindOfList(items[0]?.list ?? '')
  if (map !== undefined) return mappedColumns(map, names, listKind)
  const fields = names.map((name) => new Field(name, items))
  const hold = items.every(({ children }) => children.length > 0)
  return evidentColumns(fields, { count: items.length, hold }, listKind)
}

/** What the items of a list are by its name; `items` may be anything. */
function kindOfList(name: string): Columns['kind'] {
  const kind = kindOfWord(name)
  return kind === 'item' || kind === 'subitem' ? undefined : kind
}

/** The fields that `map` names, as far as this list has them. */
function mappedColumns(
  map: FieldMap,
  names: readonly string[],
  listKind: Columns['kind'],
): Columns {
  const has = Object.entries(map).filter(([, name]: [string, string]) => names.includes(name))
  const ofItems = has.flatMap(([role, name]: [string, string]) =>
    role === 'parent' ? [] : (readFieldName(name).of ?? []),
  )
  const kind = kindOfWord(ofItems[0] ?? '') ?? listKind
  return { ...Object.fromEntries(has), ...(kind !== undefined && { kind }), groups: [] }
}

/** A field of the items of a list. */
class Field {
  readonly name: string
  readonly said: FieldName
  /** One for each item; empty where it has none. */
  readonly values: readonly string[]

  constructor(name: string, items: readonly Item[]) {
    this.name = name
    this.said = readFieldName(name)
    this.values = items.map(({ fields }) => fields.get(name) ?? '')
  }

  /** Whether what stands in it numbers things: `13.a`, `GOVERN 1.1`, `IV`. */
  get isOfLabels(): boolean {
    const written = this.values.filter((value) => value !== '')
    return written.length > 0 && written.every((value) => isLabel(value))
  }

  /** Whether it is longer than titles are. */
  get isOfTexts(): boolean {
    const widths = this.values
      .map(widthOf)
      .filter((width) => width > 0)
      .toSorted((a, b) => a - b)
    return (widths[Math.floor(widths.length / 2)] ?? 0) > widestTitle
  }
}

function isLabel(value: string): boolean {
  return (
    value.length <= 24 && !isSerial.test(value) && /^(?:\D{0,16}\d\S*|[IVXLC]+|\p{L})$/u.test(value)
  )
}

/** A number of a machine: it says nothing to readers. */
const isSerial = /^[\da-f]{8}-[\da-f]{4}-/iu

/** In the width of Latin letters; the goals of the United Nations have up to 180, their targets more in the middle. */
const widestTitle = 100

function widthOf(text: string): number {
  return text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

/** Fields about the same thing. */
interface Thing {
  readonly word: string
  readonly fields: readonly Field[]
  /** How many of it there are. */
  readonly count: number
}

function evidentColumns(
  fields: readonly Field[],
  { count, hold }: { readonly count: number; readonly hold: boolean },
  listKind: Columns['kind'],
): Columns | undefined {
  const things = thingsIn(fields)
  const free = fields.filter(({ said }) => said.of === undefined)
  const own = ownThing(
    things.filter((thing) => !isOfOthers(thing, free, listKind)),
    count,
    free.some(({ said }) => said.role !== undefined && said.role !== 'parent'),
  )
  const parent = fields.find(({ said }) => said.role === 'parent')
  const roles = rolesOf(own?.fields ?? [], free)
  const isWorded = roles.title !== undefined || roles.text !== undefined
  // What holds a list may have a number alone.
  if (!isWorded && (!hold || roles.label === undefined)) return undefined
  const kind = kindOfWord(own?.word ?? '') ?? listKind
  const used = new Set(Object.values(roles))
  const others = things.filter(
    (thing) => thing !== own && !thing.fields.some(({ name }) => used.has(name)),
  )
  return {
    ...roles,
    ...(parent !== undefined && { parent: parent.name }),
    ...(kind !== undefined && { kind }),
    groups: parent === undefined ? groupsOf(others) : [],
  }
}

function thingsIn(fields: readonly Field[]): readonly Thing[] {
  const about = fields.filter(({ said }) => said.role !== 'parent')
  const words = new Set(about.flatMap(({ said }) => said.of ?? []))
  return [...words].map((word) => {
    const of = about.filter(({ said }) => said.of === word)
    const rows = of[0]?.values.map((_, row) => of.map(({ values }) => values[row]).join('\n')) ?? []
    return { word, fields: of, count: new Set(rows).size }
  })
}

/** Whether items only name this as what they stand in: `goal_id` in a list of targets, or beside a number of their own. */
function isOfOthers(thing: Thing, free: readonly Field[], listKind: Columns['kind']): boolean {
  const isOtherKind = listKind !== undefined && kindOfWord(thing.word) !== listKind
  const isNumbered = free.some(({ said }) => said.role === 'label')
  const isOnlyNumber = thing.fields.every(({ said }) => said.role === 'label')
  return isOtherKind || (isNumbered && isOnlyNumber)
}

/** What the items themselves are: of what each has its own; the last of these. */
function ownThing(things: readonly Thing[], count: number, isNamed: boolean): Thing | undefined {
  const most = greatestOf(
    things.map((thing) => thing.count),
    0,
  )
  const own = things.findLast((thing) => thing.count === most)
  return most === count || !isNamed ? own : undefined
}

function rolesOf(
  own: readonly Field[],
  free: readonly Field[],
): Pick<Columns, 'label' | 'title' | 'text'> {
  const bare = best(own.filter(({ said }) => said.role === undefined))
  const label =
    fieldFor('label', own) ??
    (bare?.isOfLabels === true ? bare : undefined) ??
    fieldFor('label', free)
  const rest = bare === label ? undefined : bare
  const title = fieldFor('title', own) ?? fieldFor('title', free)
  const text = fieldFor('text', own) ?? fieldFor('text', free) ?? rest
  // What is longer than titles are is the text.
  if (title !== undefined && text === undefined && title.isOfTexts)
    return { ...named('label', label), text: title.name }
  const isTitle = title === undefined && rest !== undefined && rest !== text && !rest.isOfTexts
  return {
    ...named('label', label),
    ...named('title', isTitle ? rest : title),
    ...named('text', text),
  }
}

function named(role: Role, field: Field | undefined): Partial<Record<Role, string>> {
  return field === undefined ? {} : { [role]: field.name }
}

/** The field for a role: in English before other languages, by the better name. */
function fieldFor(role: Role, fields: readonly Field[]): Field | undefined {
  const fit = fields.filter(
    ({ said, values }) =>
      said.role === role &&
      (role !== 'label' || values.every((value) => value.length <= 40 && !isSerial.test(value))),
  )
  return best(fit)
}

function best(fields: readonly Field[]): Field | undefined {
  return fields.toSorted(
    (a, b) => Number(a.said.isForeign) - Number(b.said.isForeign) || a.said.rank - b.said.rank,
  )[0]
}

/** Of fewer things each has more items: they are further out. Each stands together, else it is no part of the structure. */
function groupsOf(things: readonly Thing[]): readonly Group[] {
  const outermost = things.toSorted((a, b) => a.count - b.count)
  const groups: Group[] = []
  const fields: Field[] = []
  for (const thing of outermost) {
    const path = [...fields, ...thing.fields]
    if (!standsTogether(path)) continue
    const kind = kindOfWord(thing.word)
    const { label, title, text } = rolesOf(thing.fields, [])
    const shown = thing.fields.find(({ name }) => name === text)
    const isTitle =
      title === undefined && shown?.said.role === undefined && shown?.isOfTexts === false
    groups.push({
      word: thing.word,
      ...(kind !== undefined && { kind }),
      ...(label !== undefined && { label }),
      ...(title !== undefined && { title }),
      ...(text !== undefined && (isTitle ? { title: text } : { text })),
    })
    addAll(fields, thing.fields)
  }
  return groups
}

/** Whether rows with the same values follow one another. */
function standsTogether(fields: readonly Field[]): boolean {
  const rows =
    fields[0]?.values.map((_, row) => fields.map(({ values }) => values[row]).join('\n')) ?? []
  const runs = rows.filter((row, at) => row !== rows[at - 1]).length
  return runs === new Set(rows).size
}
