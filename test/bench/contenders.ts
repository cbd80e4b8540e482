import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import UFuzzy from '@leeoniya/ufuzzy'
import FlexSearch from 'flexsearch'
import fuzzysort from 'fuzzysort'
import MiniSearch, { type Options } from 'minisearch'
import type { SearchedFieldName } from '../../src/core/search/searchedFields.ts'
import { fold } from '../../src/core/words/fold.ts'
import type { MadeDocument } from './corpora.ts'
import { buildIndex, listLength, openIndex } from './ourIndex.ts'

/** The numbers of the documents found for what was typed, best first, at most {@link listLength}. */
export type Find = (typed: string) => readonly number[]

/** Something that finds measures while one types. */
export interface Contender {
  readonly name: string
  /** Writes all that it needs to find `documents` into `file`. */
  readonly write: (documents: Iterable<MadeDocument>, file: string) => void | Promise<void>
  /** Reads what `write` wrote. */
  readonly open: (file: string) => Find | Promise<Find>
}

/** All, ours first. Each searches the same texts: key, titles, aliases, agencies, summary. */
export const contenders: readonly Contender[] = [
  { name: 'Policy Citation', write: writeOurs, open: openOurs },
  { name: 'MiniSearch, any word', write: writeMiniSearch, open: openMiniSearch('OR') },
  { name: 'MiniSearch, all words', write: writeMiniSearch, open: openMiniSearch('AND') },
  { name: 'uFuzzy', write: writeLines, open: openUFuzzy },
  { name: 'fuzzysort', write: writeLines, open: openFuzzysort },
  { name: 'FlexSearch', write: writeFlexSearch, open: openFlexSearch },
  { name: 'plain includes', write: writeLines, open: openIncludes },
]

function writeOurs(documents: Iterable<MadeDocument>, file: string): void {
  writeFileSync(file, buildIndex(documents))
}

function openOurs(file: string): Find {
  return openIndex(readFileSync(file)).find
}

/** The words and figures of a text in small letters; of Chinese each two neighbouring characters. */
function tokensOf(text: string): string[] {
  return Array.from(
    text.toLowerCase().matchAll(/\p{sc=Han}+|[^\P{L}\p{sc=Han}]+|\p{N}+/gu),
    ([run]) =>
      /^\p{sc=Han}{2}/u.test(run)
        ? Array.from(run.slice(1), (second, at) => (run[at] ?? '') + second)
        : [run],
  ).flat()
}

const searchedFields = ['key', 'title', 'alias', 'agency', 'summary'] as const
type SearchedField = (typeof searchedFields)[number]

const fieldFor: Partial<Record<SearchedFieldName, SearchedField>> = {
  title: 'title',
  alias: 'alias',
  lead: 'agency',
  through: 'agency',
  with: 'agency',
  summary: 'summary',
}

/** The texts of `document` as all contenders get them. */
function textsOf({ number, key, fields }: MadeDocument): MadeTexts {
  const texts: MadeTexts = { number, key, title: '', alias: '', agency: '', summary: '' }
  for (const { name, text } of fields) {
    const field = fieldFor[name]
    if (field !== undefined) texts[field] += texts[field] === '' ? text : `\n${text}`
  }
  return texts
}

type MadeTexts = { readonly number: number } & Record<SearchedField, string>

const miniSearchOptions: Options<MadeTexts> = {
  idField: 'number',
  fields: [...searchedFields],
  tokenize: tokensOf,
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
}

function writeMiniSearch(documents: Iterable<MadeDocument>, file: string): void {
  const index = new MiniSearch(miniSearchOptions)
  for (const document of documents) index.add(textsOf(document))
  writeFileSync(file, JSON.stringify(index))
}

function openMiniSearch(combineWith: 'AND' | 'OR'): Contender['open'] {
  return (file) => {
    const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), miniSearchOptions)
    return (typed) =>
      index
        .search(typed, { combineWith })
        .slice(0, listLength)
        .map(({ id }) => Number(id))
  }
}

/** A line for each document. */
function writeLines(documents: Iterable<MadeDocument>, file: string): void {
  const handle = openSync(file, 'w')
  let lines = ''
  for (const document of documents) {
    const texts = textsOf(document)
    const line = searchedFields.map((field) => texts[field].replaceAll('\n', ' | ')).join(' | ')
    lines += `${line}\n`
    if (lines.length < 2 ** 20) continue
    appendFileSync(handle, lines)
    lines = ''
  }
  appendFileSync(handle, lines)
  closeSync(handle)
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}

/** As its documentation has it for all scripts, with an error in each word; words in the order typed. */
function openUFuzzy(file: string): Find {
  const lines = readLines(file)
  const fuzzy = new UFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']",
    intraContr: "'\\p{L}{1,2}\\b",
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a constant enum has no values at run time
    intraMode: 1,
  })
  return (typed) => {
    const [found, info, order] = fuzzy.search(lines, typed)
    if (found === null) return []
    return order === null
      ? found.slice(0, listLength)
      : order.slice(0, listLength).map((place) => info.idx[place] ?? -1)
  }
}

function openFuzzysort(file: string): Find {
  const targets = readLines(file).map((text, number) => ({ text, number }))
  const snapshot = fuzzysort.snapshot(targets, { key: 'text' })
  return (typed) =>
    fuzzysort.go(typed, snapshot, { limit: listLength, threshold: 0 }).map(({ obj }) => obj.number)
}

/** Beginnings of words; `suggest`, below, also gives what has only some of them. */
const flexSearchOptions = { tokenize: 'forward', encode: tokensOf } as const

function writeFlexSearch(documents: Iterable<MadeDocument>, file: string): void {
  const index = new FlexSearch.Index(flexSearchOptions)
  for (const document of documents) {
    const texts = textsOf(document)
    index.add(document.number, searchedFields.map((field) => texts[field]).join('\n'))
  }
  const handle = openSync(file, 'w')
  index.export((key, data) => {
    appendFileSync(handle, `${JSON.stringify([key, data])}\n`)
  })
  closeSync(handle)
}

function openFlexSearch(file: string): Find {
  const index = new FlexSearch.Index(flexSearchOptions)
  for (const line of readLines(file)) {
    const [key, data] = JSON.parse(line) as [string, string]
    index.import(key, data)
  }
  return (typed) => index.search(typed, { limit: listLength, suggest: true }).map(Number)
}

/** The first documents that include every word typed, in the order of the corpus. */
function openIncludes(file: string): Find {
  const lines = readLines(file).map(fold)
  return (typed) => {
    const words = fold(typed).split(' ')
    const found: number[] = []
    for (const [number, line] of lines.entries()) {
      if (words.every((word) => line.includes(word)) && found.push(number) === listLength) break
    }
    return found
  }
}
