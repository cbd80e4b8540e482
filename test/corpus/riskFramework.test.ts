import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { bearsPrintedHeading } from '../../src/core/corpus/corpus.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import type { Pages } from '../../src/core/corpus/provision.ts'
import { officialSource } from '../support/officialSource.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { runsOf, wordsOf } from '../support/wordRuns.ts'
import { assertDistinctPhrases } from './distinctPhrases.ts'

const document = officialSource('us-nist-ai-rmf/nist.ai.100-1.md')
const { skip } = document

const { instrument, provisions } = readFramework()
const parts = provisions.filter((provision) => provision.level !== 'instrument')
const functions = parts.filter(({ kind }) => kind === 'function')
const subcategories = parts.filter(({ kind }) => kind === 'subcategory')

/** The text in one line, without the rules of its tables. */
const text =
  skip === false
    ? readFileSync(document.file, 'utf8').replace(/[*|]/gu, ' ').replace(/\s+/gu, ' ')
    : ''

test('each part bears the place that its key says, below its function and its category', () => {
  for (const { key, kind, place, parent } of parts) {
    const [, name = '', number] = /:([A-Z]+)(?:\.([\d.]+))?$/u.exec(key) ?? []
    assert.equal(place?.en, number === undefined ? name : `${name} ${number}`)
    const depth = key.split('.').length - 1
    assert.equal(kind, ['function', 'category', 'subcategory'][depth])
    assert.equal(parent, depth === 0 ? instrument.key : key.replace(/\.\d+$/u, ''))
  }
})

test('functions bear printed headings; categories and subcategories have titles of ours', () => {
  assert.deepEqual(
    parts.filter((part) => bearsPrintedHeading(part, instrument)).map(({ kind }) => kind),
    functions.map(() => 'function'),
  )
  assert.ok(bearsPrintedHeading(instrument, instrument))
})

test('nothing is put as a duty, for the framework is voluntary and its outcomes have no such word', () => {
  assert.equal(instrument.status, 'not-binding')
  for (const { key, summary } of subcategories) {
    assert.doesNotMatch(summary?.en ?? '', /\b(?:must|shall|should|required?)\b/u, key)
    assert.doesNotMatch(summary?.['zh-Hans'] ?? '', /应当|必须|(?<![相供响])应(?![对用急])/u, key)
    assert.doesNotMatch(
      summary?.['zh-Hant'] ?? '',
      /應當|必須|(?<![相因供回])應(?![對用變急])/u,
      key,
    )
  }
})

test('every part has five or six phrases in English and in Chinese, none of them elsewhere', () => {
  assertDistinctPhrases([...provisions])
})

test(
  'the subcategories are those that the text prints, each on the page that it names',
  { skip },
  () => {
    const printed = printedPages()
    assert.deepEqual(
      subcategories.map(({ place, pages }) => [place?.en, pageRange(pages)]),
      [...printed].map(([label, page]) => [label, pageRange({ first: page, last: page })]),
    )
    assert.equal(printed.size, 72)
  },
)

test('functions and categories span the pages of what is below them', { skip }, () => {
  for (const { key, kind, pages, titles } of parts) {
    if (kind === 'subcategory') continue
    const below = subcategories.filter((one) => one.key.startsWith(`${key}.`))
    const numbers = below.map((one) => one.pages?.first ?? Number.NaN)
    const heading = new RegExp(`5\\.\\d ${titles.en} (\\d+)`, 'u').exec(text)?.[1]
    const first = kind === 'function' ? Number(heading) : Math.min(...numbers)
    assert.equal(pageRange(pages), pageRange({ first, last: Math.max(...numbers) }), key)
  }
})

test('no six words of the framework in a row stand in our texts', { skip }, () => {
  const printed = new Set(runsOf(wordsOf(text), 6))
  const borrowed = provisions.flatMap((provision) => {
    const { key, titles, summary, searchPhrases = [] } = provision
    const own = bearsPrintedHeading(provision, instrument) ? [] : [titles.en]
    return [...own, summary?.en ?? '', ...searchPhrases]
      .flatMap((words) => runsOf(wordsOf(words), 6))
      .filter((run) => printed.has(run))
      .map((run) => `${key}: ${run}`)
  })
  assert.deepEqual(borrowed, [])
})

/** The page of each subcategory, in order: its table begins where the contents say, and goes on page by page. */
function printedPages(): ReadonlyMap<string, number> {
  const pages = new Map<string, number>()
  const begun = new Set<string>()
  let page = 0
  for (const [found, table, label] of text.matchAll(printedThings)) {
    if (label !== undefined) pages.set(label, page)
    else if (table === undefined) page += 1
    else if (!begun.has(table)) page = pageInContents(table)
    if (table !== undefined) begun.add(table)
    assert.ok(found !== '')
  }
  return pages
}

/** A table that begins, a page that ends, the label of a subcategory. */
const printedThings =
  /Table (\d): Categories|Continued on next page|((?:GOVERN|MAP|MEASURE|MANAGE) \d\.\d+)(?=:)/gu

function pageInContents(table: string): number {
  const entry = new RegExp(`Table ${table} Categories and subcategories [^.]*\\. (\\d+)`, 'u')
  return Number(entry.exec(text)?.[1])
}

function pageRange(pages: Pages | undefined): string {
  return pages === undefined ? 'nowhere' : `${pages.first}-${pages.last}`
}

function readFramework() {
  const file = readFileSync(path.join(projectRoot, 'corpus', 'us-nist-ai-rmf.md'), 'utf8')
  const read = parseCorpusFile(file, 'us-nist-ai-rmf.md')
  if (read.kind !== 'instrument') throw new Error('the framework is not an instrument')
  return read.file
}
