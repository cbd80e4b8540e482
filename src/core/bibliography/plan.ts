import type { CitationRead } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { withoutEnding } from '../text/withoutEnding.ts'
import {
  addBibliographyFile,
  readBibliography,
  type BibliographyField,
} from './bibliographyField.ts'
import { cslItems } from './csl.ts'
import { readCslFile, updateCslFile } from './cslFile.ts'
import { formerItem } from './formerItem.ts'
import { heldKeys, keysOfYaml } from './heldKeys.ts'
import { isOurEntry, type Entry } from './mergedEntry.ts'
import { placesHeld } from './placeLinks.ts'
import { eachOnce, placesInWords, type PlaceInWords } from './placesInWords.ts'

/** A report, as far as what it needs of bibliographies depends on it. */
export interface Citing {
  /** Its front matter, and whatever of its text behind that. */
  readonly front: string
  /** What its file is called. */
  readonly reportName: string
  /** What its keys name, each once. */
  readonly works: readonly Provision[]
  /** Its citations, by whose words places on the page are linked. */
  readonly read: readonly CitationRead[]
  readonly language: Language
}

/** What is known of a file: its text, that none is there, or why it is not known. */
export type BibliographyText =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' | 'unread' | 'notUtf8' }

/** What to write into which file, so that a report finds there what it cites. */
export interface BibliographyPlan {
  /** As the front matter names it, relative to the report. */
  readonly path: string
  /** What adds the file to the front matter; absent when it is named there already. */
  readonly edit?: TextEdit
  /** The text of the file by then. */
  readonly text: string
  /** Whether there is no such file yet. */
  readonly isNew: boolean
  /** How many items of ours the report needs. */
  readonly items: number
  /** The ids that the report needs and that no file of its list holds. */
  readonly lacking: readonly string[]
  /** The ids of entries of ours in the file whose data changed since they were written. */
  readonly changed: readonly string[]
  /** Whether the file is ours: it holds an entry of ours, or is not there yet and bears our name. */
  readonly isOurs: boolean
}

/** Why a bibliography cannot be written, and of which file that holds. */
export type NoPlan =
  | { readonly why: 'nothingCited' | 'frontMatterNotUnderstood' | 'heldElsewhere' }
  | { readonly why: 'malformed' | 'notUtf8' | 'unread'; readonly path: string }

/** The files that must be read before a plan for a report with this front matter; the last one would be written. */
export function bibliographyFiles(front: string, reportName: string): readonly string[] {
  const field = readBibliography(front)
  const target = targetOf(field, reportName)
  return [...field.files.filter((path) => path !== target), target]
}

/**
 * What *Write Bibliography* does. A `.json` file of the front matter is the one to update, rather one
 * that bears our name; where it names none, `<report>.policy.json` is added to the list, and files of other
 * kinds are left alone. What another file of the list holds is not written; entries of ours are kept true,
 * cited or not.
 */
export function planBibliography(
  citing: Citing,
  corpus: Corpus,
  textOf: (path: string) => BibliographyText,
): BibliographyPlan | NoPlan {
  const field = readBibliography(citing.front)
  const works = [...new Set([...citing.works, ...namedIn(field, corpus)])]
  if (works.length === 0) return { why: 'nothingCited' }
  const path = targetOf(field, citing.reportName)
  const target = readTarget(path, textOf(path))
  if ('why' in target) return target
  const edit = field.files.includes(path) ? undefined : addBibliographyFile(citing.front, path)
  if (edit === undefined && !field.files.includes(path)) return { why: 'frontMatterNotUnderstood' }
  const { keys, isKnown } = heldElsewhere(field, path, textOf)
  const { added, ...written } = planned({ ...citing, works }, corpus, {
    ...target,
    elsewhere: keys,
  })
  if (written.items === 0 && edit !== undefined) return { why: 'heldElsewhere' }
  const isOurs = written.isOurs || (target.isNew && path.endsWith(ownEnd))
  const looked = new Set<string>(works.map(({ key }) => key))
  const lacking = isKnown ? added.filter((id) => isOurs || looked.has(id)) : []
  return { ...written, path, isNew: target.isNew, isOurs, lacking, ...(edit && { edit }) }
}

/** The file that would be written, as it is. */
interface Target {
  readonly text: string
  readonly entries: ReadonlyMap<string, Entry>
  readonly isNew: boolean
}

function readTarget(path: string, file: BibliographyText): Target | NoPlan {
  if (file.kind === 'unread' || file.kind === 'notUtf8') return { why: file.kind, path }
  const text = file.kind === 'read' ? file.text : ''
  const entries = readCslFile(text)
  if (typeof entries === 'string') return { why: 'malformed', path }
  return { text, entries, isNew: file.kind === 'missing' }
}

/** Whether a report cites what no file of its list holds, or the file holds what is no longer so. */
export function isOutdated({ lacking, changed }: BibliographyPlan): boolean {
  return lacking.length > 0 || changed.length > 0
}

/** What the names of files end with that we make. */
const ownEnd = '.policy.json'

function targetOf({ files }: BibliographyField, reportName: string): string {
  const named = files.filter(isJsonFile)
  const ours = named.find((path) => path.endsWith(ownEnd))
  return ours ?? named[0] ?? `${withoutEnding(reportName)}${ownEnd}`
}

/** A JSON file, not an address on the web. */
function isJsonFile(path: string): boolean {
  return /\.json$/iu.test(path) && !/^[a-z][a-z\d+.-]+:/iu.test(path)
}

/** What `nocite:` names. */
function namedIn({ nocite }: BibliographyField, corpus: Corpus): readonly Provision[] {
  return nocite.flatMap((key) => corpus.byKey.get(key) ?? [])
}

interface Elsewhere {
  readonly keys: ReadonlySet<string>
  /** Whether these are all. */
  readonly isKnown: boolean
}

/** The keys that other files of the list hold, or the front matter itself. */
function heldElsewhere(
  { files, references }: BibliographyField,
  path: string,
  textOf: (path: string) => BibliographyText,
): Elsewhere {
  const held = files
    .filter((one) => one !== path)
    .map((one) => {
      const file = textOf(one)
      return file.kind === 'read' ? heldKeys(one, file.text) : undefined
    })
  const known = held.filter((keys) => keys !== undefined)
  return {
    keys: new Set([...keysOfYaml(references), ...known.flatMap((keys) => [...keys])]),
    isKnown: known.length === held.length,
  }
}

interface Held extends Target {
  readonly elsewhere: ReadonlySet<string>
}

/** What becomes of the file that holds `entries`. */
function planned(
  { works, read, language }: Citing,
  corpus: Corpus,
  { text, entries, elsewhere }: Held,
): Pick<BibliographyPlan, 'text' | 'items' | 'changed' | 'isOurs'> & { added: readonly string[] } {
  const ours = ourProvisions(entries, corpus)
  const all = [...works, ...ours]
  const needed = new Set<string>(works.flatMap(({ key }) => [instrumentIdOf(key), key]))
  const said = eachOnce([
    ...placesInFile(entries, corpus),
    ...placesInWords(read, corpus, language),
  ])
  const items = cslItems(all, corpus, language, said).filter(
    ({ id }) => entries.has(id) || (needed.has(id) && !elsewhere.has(id)),
  )
  const former = all.map((one) => formerItem(one, corpus))
  const update = updateCslFile(text, items, former)
  const own = new Set<string>(ours.map(({ key }) => key))
  const { added, changed } = 'text' in update ? update : { added: [], changed: [] }
  return {
    text: 'text' in update ? update.text : text,
    items: items.filter(({ id }) => needed.has(id)).length,
    changed: changed.filter((id) => own.has(id)),
    isOurs: own.size > 0,
    added,
  }
}

/** The places whose words stand in the file: it may be that of several reports. */
function placesInFile(
  entries: ReadonlyMap<string, Entry>,
  corpus: Corpus,
): readonly PlaceInWords[] {
  return [...entries].flatMap(([id, entry]) => {
    const instrument = corpus.byKey.get(id)
    return instrument?.level === 'instrument' ? placesHeld(entry, instrument, corpus) : []
  })
}

/** What the entries that we wrote stand for. */
function ourProvisions(entries: ReadonlyMap<string, Entry>, corpus: Corpus): readonly Provision[] {
  return [...entries].flatMap(([id, entry]) => {
    const provision = corpus.byKey.get(id)
    const isOurs = provision !== undefined && isOurEntry(entry, formerItem(provision, corpus))
    return isOurs ? [provision] : []
  })
}
