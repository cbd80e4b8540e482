import { divisionKinds } from '../../core/corpus/kinds.ts'
import type { Aside, Part, Unread } from '../../core/official/outline.ts'
import { printedAs } from '../labels/printedLabel.ts'
import { readCodeOf } from './code.ts'
import { readFieldName, kindOfWord } from './fieldName.ts'
import type { Columns, Group } from './columns.ts'
import type { Item } from './items.ts'

/** Something in a list while it is nested. */
interface Draft {
  readonly kind?: Part['kind']
  readonly label?: string
  readonly title?: string
  readonly text?: string
  /** What it is called where several items only say that they stand in it. */
  readonly word?: string
  /** Whether a list stands within it. */
  readonly hasList?: true
  readonly asides: readonly Aside[]
  readonly parts: Draft[]
  above?: Draft
}

/** The parts that items become, and the fields that nothing could be made of. */
export class PartsOfList {
  readonly #roots: Draft[] = []
  /** By label. */
  readonly #items = new Map<string, Draft>()
  /** What items share, by all that leads there. */
  readonly #groups = new Map<string, Draft>()
  readonly #unread = new Map<string, { readonly first: string; count: number }>()
  readonly #loose: { readonly draft: Draft; readonly item: Item; readonly columns: Columns }[] = []

  /** Takes in `items`, which stand in `above`; `columnsOf` says which of their fields are what. */
  add(items: readonly Item[], columnsOf: (items: readonly Item[]) => Columns, above?: Draft): void {
    if (items.length === 0) return
    for (const list of new Set(items.map((item) => item.list))) {
      const same = items.filter((item) => item.list === list)
      const columns = columnsOf(same)
      for (const item of same) {
        const draft = this.#draftOf(item, columns)
        if (draft.label !== undefined && !this.#items.has(draft.label))
          this.#items.set(draft.label, draft)
        if (above === undefined) this.#loose.push({ draft, item, columns })
        else attach(draft, above)
        this.add(item.children, columnsOf, draft)
      }
    }
  }

  /** All of them, each within what it belongs to. */
  finished(): { readonly parts: readonly Part[]; readonly unread: readonly Unread[] } {
    for (const { draft, item, columns } of this.#loose) {
      const above =
        this.#named(item, columns) ?? this.#grouped(item, columns) ?? this.#byNumber(draft)
      if (above === undefined || isWithin(above, draft)) this.#roots.push(draft)
      else attach(draft, above)
    }
    const unread = [...this.#unread].map(([name, { first, count }]) => ({
      where: name,
      what: count === 1 ? first : `${first}, and ${String(count - 1)} more`,
    }))
    return { parts: this.#roots.map(partOf), unread }
  }

  #draftOf({ fields, children }: Item, columns: Columns): Draft {
    const { label, title, text } = columns
    const known = new Set([label, title, text, columns.parent, ...columns.groups.flatMap(fieldsOf)])
    const asides: Aside[] = []
    for (const [name, value] of fields) {
      if (known.has(name) || value === '') continue
      this.#leaveOut(name, value)
      asides.push({ kind: 'text', text: value })
    }
    return {
      ...(columns.kind !== undefined && { kind: columns.kind }),
      ...valuesOf(
        { ...(label && { label }), ...(title && { title }), ...(text && { text }) },
        fields,
      ),
      ...(children.length > 0 && { hasList: true, word: columns.kind }),
      asides,
      parts: [],
    }
  }

  #leaveOut(name: string, value: string): void {
    const before = this.#unread.get(name)
    if (before !== undefined) before.count += 1
    else {
      const first = value.length > 60 ? `${value.slice(0, 60)}…` : value
      this.#unread.set(name, { first: `“${first}”`, count: 1 })
    }
  }

  /** What its field for that says that it stands in: another item, or what others say, too. */
  #named({ fields }: Item, { parent }: Columns): Draft | undefined {
    const value = fields.get(parent ?? '') ?? ''
    if (parent === undefined || value === '') return undefined
    const { of: word } = readFieldName(parent)
    const kind = kindOfWord(word ?? parent)
    const group = /\d/u.test(value) && value.length <= 24 ? { label: value } : { title: value }
    return (
      this.#items.get(value) ??
      this.#group(value, { ...(kind && { kind }), ...(word && { word }), ...group })
    )
  }

  #grouped({ fields }: Item, { groups }: Columns): Draft | undefined {
    let above: Draft | undefined
    let path = ''
    for (const group of groups) {
      const values = valuesOf(group, fields)
      const name = values.label ?? values.title ?? values.text
      if (name === undefined) continue
      path += `\n${name}`
      const item = this.#items.get(values.label ?? '')
      const { kind, word } = group
      const named = { ...(kind && { kind }), word }
      const isItem = item !== undefined && item.kind === kind
      above = isItem ? item : this.#group(path, { ...named, ...values }, above)
    }
    return above
  }

  #group(
    path: string,
    group: Pick<Draft, 'kind' | 'word' | 'label' | 'title' | 'text'>,
    above?: Draft,
  ): Draft {
    const before = this.#groups.get(path)
    if (before !== undefined) return before
    const draft: Draft = { ...group, asides: [], parts: [] }
    this.#groups.set(path, draft)
    if (above === undefined) this.#roots.push(draft)
    else attach(draft, above)
    return draft
  }

  /** `13.1` stands in `13`, `GOVERN 1.1` in `GOVERN 1`, where there is such an item. */
  #byNumber({ label = '' }: Draft): Draft | undefined {
    for (let end = label.length - 1; end > 0; end--) {
      const above =
        /[.\-–_/( ]/u.test(label.charAt(end)) && this.#items.get(label.slice(0, end).trim())
      if (above) return above
    }
    return undefined
  }
}

function attach(draft: Draft, above: Draft): void {
  draft.above = above
  above.parts.push(draft)
}

/** Whether `draft` is `outer`, or stands within it. */
function isWithin(draft: Draft, outer: Draft): boolean {
  for (let one: Draft | undefined = draft; one !== undefined; one = one.above)
    if (one === outer) return true
  return false
}

function fieldsOf({ label, title, text }: Group): readonly (string | undefined)[] {
  return [label, title, text]
}

function valuesOf(
  names: Pick<Group, 'label' | 'title' | 'text'>,
  fields: Item['fields'],
): { readonly label?: string; readonly title?: string; readonly text?: string } {
  const entries = (['label', 'title', 'text'] as const).flatMap((role) => {
    const value = fields.get(names[role] ?? '') ?? ''
    return value === '' ? [] : [[role, value] as const]
  })
  return Object.fromEntries(entries)
}

function partOf(draft: Draft): Part {
  const { kind, title, text = '', asides } = draft
  const parts = draft.parts.map(partOf)
  const label = draft.label ?? sharedLabel(title, parts)
  const heading = title === undefined ? nameOf(draft) : title === label ? undefined : title
  const isDivision =
    kind === undefined
      ? parts.length > 0 && !isWords(draft)
      : divisionKinds.some((known) => known === kind)
  return {
    level: isDivision ? 'division' : 'measure',
    ...(kind !== undefined && { kind }),
    ...readCodeOf(label, kind),
    ...(heading !== undefined && { heading }),
    ...printedAs(title === undefined ? undefined : label, heading),
    text,
    parts,
    ...(asides.length > 0 && { asides }),
  }
}

/** Whether it is something said, with a list of its own below: words without a title. */
function isWords({ title, text, hasList }: Draft): boolean {
  return hasList === true && title === undefined && text !== undefined
}

/** `Goal 1`, of what several items only say that they stand in: its column names it, and they have titles of their own. */
function nameOf({ word, label, text }: Draft): string | undefined {
  if (word === undefined || label === undefined || text !== undefined) return undefined
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${label}`
}

/** `GOVERN` of what is called Govern, where all that stands in it is numbered so: `GOVERN 1`. */
function sharedLabel(title: string | undefined, parts: readonly Part[]): string | undefined {
  const word = parts[0]?.place?.split(' ')[0] ?? ''
  const isName = word !== '' && word.toLowerCase() === title?.toLowerCase()
  return isName && parts.every(({ place }) => place?.startsWith(`${word} `)) ? word : undefined
}
