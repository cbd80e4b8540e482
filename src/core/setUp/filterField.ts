import { readFields, readFrontMatter, textStart, type FrontMatter } from '../text/frontMatter.ts'
import { applyEdits, type TextEdit } from '../text/textEdit.ts'
import { addToList, newFrontMatter, removeFromList, type Adding } from '../text/yaml/listEdit.ts'
import { namesFilter } from './namesFilter.ts'
import { readYaml, textNode, type YamlFault, type FieldNode } from './yamlNodes.ts'

/** What Quarto calls our extension, and its filter. */
const filterName = 'policy-citation'

/** A text whose fields say which filters are run: a file of YAML, or a report with front matter. */
export interface FilterText {
  readonly source: string
  readonly sort: 'yaml' | 'report'
}

/** What becomes of a text that is to name our filter, or no longer to. */
export type FilterChange =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** It is so already. */
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'malformed' } & YamlFault)
  /** Its list of filters is written in a way that is not changed; it begins at `offset`. */
  | { readonly kind: 'notUnderstood'; readonly offset: number }

/** What a list calls Quarto's own filters, and Pandoc's that processes citations. */
const [ofQuarto, ofCitations] = ['quarto', 'citeproc']

/** What is added to a list, and how. */
type Step = readonly [name: string, adding: Adding]

/** Our filter goes before citations are processed; Quarto wants a list. */
const before: Step = [filterName, { behind: [ofCitations, ofQuarto], isAlwaysList: true }]
/** Named once more behind Quarto's own, which must see citations first, it makes the links. */
const behind: readonly Step[] = [
  [ofQuarto, {}],
  [filterName, { mayRepeat: true }],
]

/**
 * The change by which `text` names our filter before Quarto's own and behind them; where the list says itself
 * when citations are processed, only before that. All else stays byte for byte.
 */
export function addFilter(text: FilterText): FilterChange {
  const part = partOf(text)
  if (part === undefined) return inNewFrontMatter(text)
  return changed(text.source, part, {
    edit: (items) => withFilter(text, items),
    isDone: (items) => !isLacking(items, text.source.slice(part.span.start, part.span.end)),
    isMeant: (items, then) => isSame(ofOthers(items), ofOthers(then)) && then.some(isOurs),
  })
}

/** Whether `items`, or else anything in `yaml`, does not name our filter as often as it should. */
function isLacking(items: readonly string[], yaml: string): boolean {
  const at = items.indexOf(textNode(filterName))
  if (at === -1) return !namesFilter(yaml)
  const isBehind = items.lastIndexOf(textNode(filterName)) > items.indexOf(textNode(ofQuarto))
  const isOnce = items.filter(isOurs).length === 1 && !items.includes(textNode(ofQuarto))
  return !items.includes(textNode(ofCitations)) && (isOnce || !isBehind)
}

function withFilter(text: FilterText, items: readonly string[]): TextEdit | undefined {
  const isOrdered = items.includes(textNode(ofCitations))
  return stepwise(text, isOrdered ? [before] : [before, ...behind], (source, part, [name, how]) =>
    addToList(source, part, 'filters', name, how),
  )
}

/** The change by which `text` no longer names our filter, nor Quarto's own last in the list, where they are anyway; all else stays byte for byte. */
export function removeFilter(text: FilterText): FilterChange {
  const part = partOf(text)
  if (part === undefined) return { kind: 'nothing' }
  const change = changed(text.source, part, {
    edit: (items) => withoutFilter(text, items),
    isDone: (items) => !items.some(isOurs),
    isMeant: (items, then) => isSame(ofOthers(items), ofOthers(then)) && !then.some(isOurs),
  })
  return text.sort === 'report' ? withoutEmpty(text.source, part, change) : change
}

/** The edit that takes our filter out of the list, however often it stands there, and a `quarto` that it stood around. */
function withoutFilter(text: FilterText, items: readonly string[]): TextEdit | undefined {
  const ours = items.filter(isOurs).map(() => filterName)
  const isAround = items.slice(-2).join() === [ofQuarto, filterName].map(textNode).join()
  return stepwise(text, isAround ? [...ours, ofQuarto] : ours, (source, part, name) =>
    removeFromList(source, part, 'filters', name),
  )
}

/** The one edit that does what `edit` does for each of `steps`, as far as it is possible. */
function stepwise<T>(
  { source, sort }: FilterText,
  steps: readonly T[],
  edit: (source: string, part: FrontMatter, step: T) => TextEdit | undefined,
): TextEdit | undefined {
  const text = steps.reduce((done, step) => {
    const part = partOf({ source: done, sort })
    const next = part && edit(done, part, step)
    return next === undefined ? done : applyEdits(done, [next])
  }, source)
  return text === source ? undefined : editTo(source, text)
}

/** The one edit by which `source` becomes `text`. */
function editTo(source: string, text: string): TextEdit {
  const shorter = Math.min(source.length, text.length)
  let start = 0
  while (start < shorter && source[start] === text[start]) start += 1
  let behind = 0
  while (behind < shorter - start && source.at(-1 - behind) === text.at(-1 - behind)) behind += 1
  const span = { start, end: source.length - behind }
  return { span, text: text.slice(start, text.length - behind) }
}

/** Front matter that holds nothing by then goes as a whole. */
function withoutEmpty(source: string, { span }: FrontMatter, change: FilterChange): FilterChange {
  if (change.kind !== 'edit') return change
  const { start, end } = change.edit.span
  if (start > span.start || end < span.end || change.edit.text !== '') return change
  const fence = /^[^\r\n]*(?:\r\n|\r|\n){0,2}/u.exec(source.slice(span.end))?.[0] ?? ''
  const whole = { start: textStart(source), end: span.end + fence.length }
  return { kind: 'edit', edit: { span: whole, text: '' } }
}

/** The fields of `text`, a file of them behind the line that may begin it; `undefined` for a report without front matter. */
function partOf({ source, sort }: FilterText): FrontMatter | undefined {
  if (sort === 'report') return readFrontMatter(source)
  const start = textStart(source)
  const head = /^(?:[ \t]*(?:#.*)?\r?\n)*---[ \t]*\r?\n/u.exec(source.slice(start))?.[0] ?? ''
  const span = { start: start + head.length, end: source.length }
  return { span, fields: readFields(source, span) }
}

function inNewFrontMatter({ source }: FilterText): FilterChange {
  const edit = newFrontMatter(source, `filters: [${[filterName, ofQuarto, filterName].join(', ')}]`)
  return edit === undefined ? { kind: 'notUnderstood', offset: 0 } : { kind: 'edit', edit }
}

/** A change, and by what is known that nothing is left to do, or that it does what is meant. */
interface Change {
  readonly edit: (items: readonly string[]) => TextEdit | undefined
  readonly isDone: (items: readonly string[]) => boolean
  readonly isMeant: (before: readonly string[], after: readonly string[]) => boolean
}

/** `change` where the text can be read, and says by then what it said before but for our filter. */
function changed(source: string, part: FrontMatter, change: Change): FilterChange {
  const { start, end } = part.span
  const before = readYaml(source.slice(start, end))
  if ('reason' in before) return { kind: 'malformed', ...before, offset: start + before.offset }
  if (change.isDone(filtersIn(before))) return { kind: 'nothing' }
  const offset = part.fields.find(({ name }) => name === 'filters')?.valueSpan.start ?? start
  const edit = change.edit(filtersIn(before))
  if (edit === undefined) return { kind: 'notUnderstood', offset }
  const shift = edit.text.length - (edit.span.end - edit.span.start)
  const after = readYaml(applyEdits(source, [edit]).slice(start, end + shift))
  if ('reason' in after || !isSame(othersIn(before), othersIn(after)) || isTwofold(after))
    return { kind: 'notUnderstood', offset }
  const isMeant = change.isMeant(filtersIn(before), filtersIn(after))
  return isMeant ? { kind: 'edit', edit } : { kind: 'notUnderstood', offset }
}

const filtersNode = textNode('filters')

function filtersIn(fields: readonly FieldNode[]): readonly string[] {
  return fields.filter(({ name }) => name === filtersNode).flatMap(({ items }) => items)
}

/** Whether there are two lists of filters, one of them written as we do not read it. */
function isTwofold(fields: readonly FieldNode[]): boolean {
  return fields.filter(({ name }) => name === filtersNode).length > 1
}

function othersIn(fields: readonly FieldNode[]): readonly string[] {
  return fields.flatMap(({ name, value }) => (name === filtersNode ? [] : [name, value]))
}

function isOurs(item: string): boolean {
  return item === textNode(filterName)
}

/** Of `items` those that are neither ours nor Quarto's. */
function ofOthers(items: readonly string[]): readonly string[] {
  return items.filter((item) => !isOurs(item) && item !== textNode(ofQuarto))
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
