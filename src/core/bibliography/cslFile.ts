import { applyEdits, type TextEdit } from '../text/textEdit.ts'
import type { CslItem } from './cslItem.ts'
import { jsonArrayElements } from './jsonArray.ts'
import { mergedEntry, type Entry } from './mergedEntry.ts'
import { withoutLinks } from './placeLinks.ts'
import { hashOf } from './record.ts'

/** The new text of a bibliography file, or why the file as it is cannot be updated. */
export type CslUpdate =
  | {
      readonly text: string
      /** The ids of what is added. */
      readonly added: readonly string[]
      /** The ids of the entries of which another thing changes than what places link to. */
      readonly changed: readonly string[]
    }
  | {
      /** `syntax`: no JSON; `notAnArray`: JSON, but no list of items. */
      readonly malformed: 'syntax' | 'notAnArray'
    }

/** The entries of the CSL-JSON file `text` by their ids, or what it is instead; of a blank one none. */
export function readCslFile(text: string): ReadonlyMap<string, Entry> | 'syntax' | 'notAnArray' {
  const { json } = withoutBom(text)
  const elements = json.trim() === '' ? [] : readElements(json)
  if (typeof elements === 'string') return elements
  const entries = elements.filter(isEntry)
  return new Map(
    entries.flatMap((entry) => {
      const id = idOf(entry)
      return id === undefined ? [] : [[id, entry] as const]
    }),
  )
}

/**
 * The CSL-JSON file `existing` (its decoded text; `undefined` or blank for a new one) with `items`: an
 * entry of the same id is brought up to date where it stands, but for what others changed in it; other
 * items are added at the end. `former` are the items of a release that kept no record of what it wrote.
 * The entries of others stay as they are, character by character, and in their place, as do a BOM and
 * the line ends. A file that is not a JSON array is never changed.
 */
export function updateCslFile(
  existing: string | undefined,
  items: readonly CslItem[],
  former: readonly CslItem[] = [],
): CslUpdate {
  const { bom, json } = withoutBom(existing ?? '')
  const byId = new Map(items.map((item) => [item.id, item]))
  const formerById = new Map(former.map((item) => [item.id, item]))
  if (json.trim() === '') {
    return { text: `${bom}${newFile([...byId.values()])}`, added: [...byId.keys()], changed: [] }
  }
  const elements = readElements(json)
  if (typeof elements === 'string') return { malformed: elements }
  const spans = jsonArrayElements(json) ?? []
  const lineEnd = json.includes('\r\n') ? '\r\n' : '\n'
  const ids = elements.map(idOf)
  const replaced = spans.flatMap((span, index) => {
    const item = byId.get(ids[index] ?? '')
    const element = elements[index]
    if (item === undefined || !isEntry(element)) return []
    const merged = mergedEntry(element, item, formerById.get(item.id))
    const edit = { span, text: entryText(merged, lineEnd) }
    if (hashOf(merged) === hashOf(element)) return []
    const isChange = hashOf(withoutLinks(merged)) !== hashOf(withoutLinks(element))
    return [{ id: item.id, edit, isChange }]
  })
  const known = new Set(ids)
  const added = [...byId.values()].filter(({ id }) => !known.has(id))
  const appended = appending(json, spans.at(-1)?.end, added, lineEnd)
  return {
    text: bom + applyEdits(json, [...replaced.map(({ edit }) => edit), ...appended]),
    added: added.map(({ id }) => id),
    changed: replaced.filter(({ isChange }) => isChange).map(({ id }) => id),
  }
}

/**
 * The CSL-JSON file `existing` without the entries whose ids are in `unwanted`; all others stay as they
 * are, character by character. What is no list of items stays whole.
 */
export function withoutEntries(existing: string, unwanted: ReadonlySet<string>): string {
  const { bom, json } = withoutBom(existing)
  const elements = readElements(json)
  const spans = typeof elements === 'string' ? [] : (jsonArrayElements(json) ?? [])
  const isUnwanted = spans.map((_, index) => unwanted.has(idAt(elements, index)))
  const first = isUnwanted.indexOf(false)
  const edits = spans.flatMap((span, index) => {
    if (isUnwanted[index] !== true) return []
    // What stands before the first one that stays goes with what parts them; all others with what is before.
    const start = first === -1 || index < first ? span.start : (spans[index - 1]?.end ?? span.start)
    const end = first === -1 || index < first ? (spans[index + 1]?.start ?? span.end) : span.end
    return [{ span: { start, end }, text: '' }]
  })
  return bom + applyEdits(json, edits)
}

function idAt(elements: readonly unknown[] | string, index: number): string {
  return (typeof elements === 'string' ? undefined : idOf(elements[index])) ?? ''
}

function withoutBom(text: string): { readonly bom: string; readonly json: string } {
  return text.startsWith('\uFEFF')
    ? { bom: '\uFEFF', json: text.slice(1) }
    : { bom: '', json: text }
}

function readElements(json: string): readonly unknown[] | 'syntax' | 'notAnArray' {
  const value = parsed(json)
  if (value === undefined) return 'syntax'
  return Array.isArray(value) ? value : 'notAnArray'
}

/** The value of `json`; `undefined` when it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isEntry(element: unknown): element is Entry {
  return typeof element === 'object' && element !== null && !Array.isArray(element)
}

/** CSL-JSON allows numbers as ids. */
function idOf(element: unknown): string | undefined {
  if (!isEntry(element)) return undefined
  const { id } = element
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

function newFile(items: readonly CslItem[]): string {
  if (items.length === 0) return '[]\n'
  return `[\n  ${items.map((item) => entryText(item, '\n')).join(',\n  ')}\n]\n`
}

/** An entry indented by two spaces, as an element of the outermost array. */
function entryText(item: CslItem | Entry, lineEnd: string): string {
  return JSON.stringify(item, undefined, 2).replaceAll('\n', `${lineEnd}  `)
}

/** The edit that adds `items` after the last element, or into an empty array. */
function appending(
  json: string,
  lastEnd: number | undefined,
  items: readonly CslItem[],
  lineEnd: string,
): readonly TextEdit[] {
  if (items.length === 0) return []
  const texts = items.map((item) => `${lineEnd}  ${entryText(item, lineEnd)}`)
  if (lastEnd !== undefined) {
    const text = texts.map((text) => `,${text}`).join('')
    const closing = /^[ \t]*\]/.test(json.slice(lastEnd)) ? lineEnd : ''
    return [{ span: { start: lastEnd, end: lastEnd }, text: text + closing }]
  }
  const open = json.indexOf('[')
  const close = json.indexOf(']')
  return [{ span: { start: open + 1, end: close }, text: texts.join(',') + lineEnd }]
}
