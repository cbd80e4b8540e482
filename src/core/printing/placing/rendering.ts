import { readBibliography, type BibliographyField } from '../../bibliography/bibliographyField.ts'
import { cslItems } from '../../bibliography/csl.ts'
import { readCslFile } from '../../bibliography/cslFile.ts'
import type { CslItem } from '../../bibliography/cslItem.ts'
import { heldKeys, keysOfYaml } from '../../bibliography/heldKeys.ts'
import type { Entry } from '../../bibliography/mergedEntry.ts'
import type { BibliographyText } from '../../bibliography/plan.ts'
import { addReferences } from '../../bibliography/referencesField.ts'
import { inBrackets } from '../../citation/citationText.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Provision } from '../../corpus/provision.ts'
import { writeCslYaml } from '../../export/cslYaml.ts'
import { keyEndAt } from '../../pandoc/keySyntax.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import type { PrintingStyle } from './citationStyle.ts'
import { inFamily } from './familyItem.ts'
import { placingIn, type Placing } from './placedCitations.ts'
import { placedEdits } from './placedEdits.ts'
import { citationsOf, frontOf, reportLanguage, type Report } from '../../report/report.ts'
import { worksOf } from '../../report/works.ts'
import { applyEdits, type TextEdit } from '../../text/textEdit.ts'

/** A report as tools without the Lua filter need it. */
export interface RenderedReport {
  readonly text: string
  /** Citations that stay as they are, in tables whose columns they would move. */
  readonly inColumns: readonly Citation[]
  /** Whether `nocite: '@*'` stays, since a bibliography is not read, and lists provisions for themselves. */
  readonly listsAll: boolean
  /** Whether `references:` is not read, so that works are not in the words of the style. */
  readonly lacksReferences: boolean
}

/**
 * The Markdown of `report` with what the Lua filter does in it, in `style`: places where that wants them, and
 * under `references:` what its family says otherwise, and what no bibliography holds. All else stays as
 * it is, character by character. `textOf` gives the files of `bibliography:`; what of ours they do not say
 * comes from `corpus`.
 */
export function renderReport(
  report: Report,
  corpus: Corpus,
  style: PrintingStyle,
  textOf: (path: string) => BibliographyText,
): RenderedReport {
  const field = readBibliography(frontOf(report))
  const held = readHeld(field, textOf)
  const works = [...worksOf(report, corpus), ...namedBeside(field, held, corpus)]
  const items = cslItems(works, corpus, reportLanguage(report) ?? 'en')
  const known = new Map([...items, ...held.ours.values()].map((item) => [item.id, item]))
  const placing = placingIn(report, style, [...known.values()])
  const { edits, inColumns } = placedEdits(placing)
  const all = editsOfAll(placing, held)
  const lines = referencesOf(placing, { items, held, field, style })
  const references = lines.length === 0 ? undefined : addReferences(report.source.toString(), lines)
  return {
    text: applyEdits(report.source, [
      ...edits,
      ...(all ?? []),
      ...(references ? [references] : []),
    ]),
    inColumns,
    listsAll: all === undefined,
    lacksReferences: lines.length > 0 && references === undefined,
  }
}

/** What the bibliographies of a report hold. */
interface Held {
  /** The items of ours whose data are read, as far as places depend on them. */
  readonly ours: ReadonlyMap<string, CslItem>
  /** All entries whose data are read. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly keys: ReadonlySet<string>
  /** Whether these are all keys. */
  readonly isKnown: boolean
}

function readHeld(
  { files, references, isUnread }: BibliographyField,
  textOf: (path: string) => BibliographyText,
): Held {
  const read = files.map((path) => {
    const file = textOf(path)
    return file.kind === 'read' ? readFile(path, file.text) : undefined
  })
  const known = read.filter((one) => one !== undefined)
  const entries = new Map(known.flatMap((one) => [...one.entries]))
  return {
    entries,
    ours: new Map([...entries].flatMap(([id, entry]) => ourItem(id, entry))),
    keys: new Set([...keysOfYaml(references), ...known.flatMap(({ keys }) => [...keys])]),
    isKnown: !isUnread && known.length === read.length,
  }
}

function readFile(
  path: string,
  text: string,
):
  { readonly keys: ReadonlySet<string>; readonly entries: ReadonlyMap<string, Entry> } | undefined {
  const keys = heldKeys(path, text)
  const entries = /\.json$/iu.test(path) ? readCslFile(text) : undefined
  if (keys === undefined || typeof entries === 'string') return undefined
  return { keys, entries: entries ?? new Map() }
}

/** What of `entry` decides where its places go; nothing of one that is not ours. */
function ourItem(id: string, entry: Entry): readonly (readonly [string, CslItem])[] {
  const said = (name: string): string | undefined => {
    const value = entry[name]
    return typeof value === 'string' ? value : undefined
  }
  const [work, place, section] = ['work', 'place', 'section'].map((name) => said(`policy-${name}`))
  if (work === undefined) return []
  const type = placedTypes.find((one) => one === said('type')) ?? 'article-newspaper'
  const fields = { id, type, title: said('title') ?? '', language: said('language') ?? '' }
  return [
    [
      id,
      {
        ...fields,
        'policy-work': work,
        ...(place !== undefined && { 'policy-place': place }),
        ...(section !== undefined && { 'policy-section': section }),
      },
    ],
  ]
}

const placedTypes: readonly CslItem['type'][] = ['report', 'legislation', 'chapter']

/** What `nocite:` names, and all of ours that is held where that is everything. */
function namedBeside(
  { nocite }: BibliographyField,
  { keys }: Held,
  corpus: Corpus,
): readonly Provision[] {
  const named = nocite.includes('*') ? [...keys] : nocite
  return named.flatMap((key) => corpus.byKey.get(key) ?? [])
}

/** `@*` lists each document once: all that is no provision of ours. `undefined` where it is not known what it lists. */
function editsOfAll(
  { report, items }: Placing,
  { keys, ours, isKnown }: Held,
): readonly TextEdit[] | undefined {
  const groups = report.groups.filter(
    ({ citations: [first, ...others] }) => first.key === '*' && others.length === 0,
  )
  const isProvision = (key: string): boolean => {
    const item = ours.get(key) ?? items.get(key)
    return item !== undefined && item['policy-work'] !== item.id
  }
  if (groups.length === 0 || (isKnown && ![...keys].some(isProvision))) return []
  const listed = [...keys].filter((key) => !isProvision(key))
  if (!isKnown || listed.some((key) => keyEndAt(key, 0) !== key.length)) return undefined
  const text = inBrackets(listed.map((key) => ({ key })))
  return groups.map(({ span }) => ({ span, text }))
}

/** What is known of works that a report cites. */
interface Known {
  readonly items: readonly CslItem[]
  readonly held: Held
  readonly field: BibliographyField
  readonly style: PrintingStyle
}

/** The lines of the items of works that the style prints otherwise, or that nothing holds. */
function referencesOf(
  { report, items: placed }: Placing,
  { items, held, field, style: { family } }: Known,
): readonly string[] {
  const cited = [...citationsOf(report).map(({ key }) => key), ...field.nocite]
  const named = cited.includes('*') ? [...cited, ...held.keys] : cited
  const works = new Set(named.flatMap((key) => placed.get(key)?.['policy-work'] ?? []))
  const own = keysOfYaml(field.references)
  const added = [...works].flatMap((id) => {
    const entry = held.entries.get(id)
    const isOthers = entry !== undefined && !held.ours.has(id)
    const item = entry ?? items.find((one) => one.id === id)
    if (item === undefined || isOthers || own.has(id)) return []
    const said = family === undefined ? item : inFamily(item, family)
    const isLacking = held.isKnown && !held.keys.has(id)
    return said === item && !isLacking ? [] : [withoutOurs(said)]
  })
  return added.length === 0 ? [] : writeCslYaml(added).trimEnd().split('\n').slice(1)
}

/** `item` as other tools know it: what filters need is done. */
function withoutOurs(item: CslItem | Entry): Entry {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith('policy-')))
}
