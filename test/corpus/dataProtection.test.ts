import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { bearsPrintedHeading, childrenOf } from '../../src/core/corpus/corpus.ts'
import type { Division, Measure } from '../../src/core/corpus/provision.ts'
import type { Part } from '../../src/core/official/outline.ts'
import { outlineOf } from '../../src/import/outlineOf.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { officialSource } from '../support/officialSource.ts'
import { runsOf, wordsOf } from '../support/wordRuns.ts'
import { assertDistinctPhrases } from './distinctPhrases.ts'

const library = libraryCorpus()
const law = library.byKey.get('eu-gdpr')
if (law?.level !== 'instrument') throw new Error('the GDPR is not in the library')

const parts = library.provisions.filter(
  (one): one is Division | Measure => one.level !== 'instrument' && one.key.startsWith('eu-gdpr:'),
)
const articles = parts.filter(({ kind }) => kind === 'article')

/** The articles whose numbered paragraphs are all there, as far as they have any. */
const detailed = [
  ...[5, 6, 7, 8, 9, 12, 13, 14, 15, 17, 18, 20, 21, 22, 25, 26, 28, 32, 33, 34, 35],
  ...[45, 46, 47, 49, 82, 83, 89],
].map(String)

/** The paragraphs whose points are all there. */
const pointed = [
  ...['5.1', '6.1', '9.2', '17.1', '17.3', '22.2', '28.3', '32.1', '34.3', '35.3', '35.7'],
  ...['45.2', '46.2', '46.3', '49.1', '58.2', '83.2', '83.4', '83.5'],
]

const pathOf = ({ key }: Division | Measure): string => key.slice('eu-gdpr:'.length)

suite('the GDPR in the library', () => {
  test('has 11 chapters and 99 articles in order, and 26 definitions', () => {
    const chapters = parts.filter(({ kind }) => kind === 'chapter')
    assert.deepEqual(
      chapters.map((chapter) => pathOf(chapter)),
      ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'].map((n) => `chp-${n}`),
    )
    assert.deepEqual(
      articles.map((article) => pathOf(article)),
      Array.from({ length: 99 }, (_, at) => String(at + 1)),
    )
    assert.equal(childrenOf(library, partAt('4')).length, 26)
  })

  test('says how strongly it is put, but where it defines, or tells what it reaches', () => {
    const without = parts.filter((one) => one.level === 'measure' && one.strength === undefined)
    assert.deepEqual(
      without.map((one) => pathOf(one)).filter((path) => !/^[234](?:\.|$)/u.test(path)),
      ['45.7'],
    )
  })

  test('every part has five or six phrases in English and in Chinese, none of them elsewhere', () => {
    assertDistinctPhrases(parts)
  })

  test('articles bear printed headings, what is below them titles of ours', () => {
    const measures = parts.filter(({ level }) => level === 'measure')
    assert.deepEqual(
      measures.filter((one) => bearsPrintedHeading(one, law)),
      articles,
    )
  })
})

const document = officialSource('eu-gdpr/eu-gdpr-act.html')
const bytes = document.skip === false ? readFileSync(document.file) : undefined
const outline = bytes && (await outlineOf(new Uint8Array(bytes)))
const printed = (outline?.parts ?? []).filter(({ kind }) => kind !== 'recital')

suite('the GDPR beside its official text', { skip: document.skip }, () => {
  test('every chapter, section and article has the heading that is printed', () => {
    const headed = [...printedAt(printed)].filter(
      ([, { kind }]) => kind === 'chapter' || kind === 'section' || kind === 'article',
    )
    const ours = parts.filter(({ kind }) => kind !== 'paragraph' && kind !== 'point')
    assert.deepEqual(
      ours.map((one) => [pathOf(one), one.titles.en]),
      headed.map(([path, { heading }]) => [path, heading]),
    )
  })

  test('every paragraph and point is one that is printed, in its order', () => {
    const places = [...printedAt(printed).keys()]
    const ours = parts.map((one) => pathOf(one))
    assert.deepEqual(
      ours,
      places.filter((place) => ours.includes(place)),
    )
  })

  test('the articles most cited have all their paragraphs, and these their points', () => {
    for (const path of ['4', ...detailed, ...pointed]) {
      assert.deepEqual(
        childrenOf(library, partAt(path)).map(({ key }) => key.slice('eu-gdpr:'.length)),
        (printedAt(printed).get(path)?.parts ?? []).map(({ label }) => `${path}.${label ?? ''}`),
        path,
      )
    }
  })

  test('sums, shares and times are those of the article', () => {
    const told = parts.filter((one) => one.level === 'measure')
    assert.ok(told.some(({ amounts = [] }) => amounts.length === 2))
    for (const one of told) {
      const text = textAt(pathOf(one).split('.')[0] ?? '')
      for (const { sum } of one.amounts ?? []) assert.ok(text.includes(sum), `${one.key}: ${sum}`)
      for (const { by } of one.deadlines ?? []) assert.ok(says(text, by), `${one.key}: ${by}`)
    }
  })

  test('no six words of it in a row stand in our texts', () => {
    const runs = new Set(runsOf(wordsOf(textOf(printed)), 6))
    const borrowed = [law, ...parts].flatMap((one) => {
      const own = bearsPrintedHeading(one, law) || one.level !== 'measure' ? [] : [one.titles.en]
      return [...own, one.summary?.en ?? '', ...(one.searchPhrases ?? [])]
        .flatMap((text) => runsOf(wordsOf(text), 6))
        .filter((run) => runs.has(run))
        .map((run) => `${one.key}: ${run}`)
    })
    assert.deepEqual(borrowed, [])
  })
})

const act = officialSource('eu-ai-act/aia.eurlex.xhtml')

/** Where its first text, which is read here, names the GDPR, if not at the place that is joined. */
const named: Readonly<Record<string, string>> = { '4a.1': '10.5', '5.1.h': '5.1' }

test(
  'where the AI Act is joined with the GDPR, its text names it',
  { skip: act.skip },
  async () => {
    const read = await outlineOf(new Uint8Array(readFileSync(act.file)))
    const places = printedAt(read.parts)
    const joined = library.relations.filter(({ to }) => to.startsWith('eu-gdpr'))
    assert.ok(joined.length >= 18)
    for (const { from, to } of joined) {
      const path = from.slice('eu-ai-act:'.length)
      const part = places.get(named[path] ?? path) ?? assert.fail(from)
      assert.match(textOf([part]), /\(EU\) 2016\/679/u, `${from} and ${to}`)
    }
  },
)

function partAt(path: string): Division | Measure {
  return parts.find((one) => pathOf(one) === path) ?? assert.fail(path)
}

/** All that is printed, by the path that its key has. */
function printedAt(all: readonly Part[], above = '', division = ''): ReadonlyMap<string, Part> {
  return new Map(
    all.flatMap((part) => {
      const path = pathIn(part, above, division)
      const isDivision = part.level === 'division'
      const below = printedAt(part.parts, isDivision ? '' : path, isDivision ? path : '')
      return [[path, part], ...below] as const
    }),
  )
}

const prefixes: Readonly<Record<string, string>> = {
  chapter: 'chp-',
  section: 'sec-',
  annex: 'annex-',
  recital: 'rct-',
}

/** Divisions and recitals bear a prefix, and sections stand in their chapter; measures bear their bare labels. */
function pathIn({ kind, label = '' }: Part, above: string, division: string): string {
  const own = `${prefixes[kind ?? ''] ?? ''}${label}`
  const holder = kind === 'section' || kind === 'point' ? above || division : above
  return holder === '' ? own : `${holder}.${own}`
}

function textOf(all: readonly Part[]): string {
  return all.map(({ heading, text, parts }) => [heading, text, textOf(parts)].join(' ')).join(' ')
}

function textAt(path: string): string {
  const part = printedAt(printed).get(path) ?? assert.fail(path)
  return textOf([part]).replaceAll(/\s+/gu, ' ')
}

/** Whether `text` names the day `by`, or a time like `72 hours`, in numbers or in words. */
function says(text: string, by: string): boolean {
  const [count = '', unit] = by.split(' ')
  if (unit === undefined) return text.includes(dayInWords(by))
  const number = [count, numbers[Number(count)]].join('|')
  const yearly = by === '1 year' ? '|annual' : ''
  return new RegExp(`\\b(?:(?:${number}) (?:further )?${unit}${yearly})\\b`, 'u').test(text)
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00Z`)
  const month = date.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`
}
