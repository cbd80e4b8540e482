import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { bearsPrintedHeading } from '../../src/core/corpus/corpus.ts'
import { pathOf } from '../../src/core/corpus/key.ts'
import type { Strength } from '../../src/core/corpus/provision.ts'
import { citedPlaces } from '../../src/core/citation/meaning.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import { analyseReport, meaningsOf } from '../../src/core/report/report.ts'
import { numberOf } from '../../src/core/text/numerals.ts'
import { simplify } from '../../src/core/words/simplified.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { officialSource } from '../support/officialSource.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { assertDistinctPhrases } from './distinctPhrases.ts'

const document = officialSource('cn-pipl/个人信息保护法(2021-08-20).md')
const { skip } = document

const { instrument, provisions } = readLaw()
const parts = provisions.filter((provision) => provision.level !== 'instrument')
const divisions = parts.filter((part) => part.level === 'division')
const measures = parts.filter((part) => part.level === 'measure')
const articles = measures.filter(({ kind }) => kind === 'article')

/** The lines that the law prints, from its first chapter on. */
const printed =
  skip === false
    ? readFileSync(document.file, 'utf8')
        .split('\n')
        .map((line) => line.replace(/^#+\s*/u, '').trim())
        .filter((line) => line !== '')
        .slice(3)
    : []

test('each part bears the label that its place asks for', () => {
  const shapes: Readonly<Record<string, RegExp>> = {
    chapter: /:chp-\d$/u,
    section: /:chp-2\.sec-\d$/u,
    article: /:\d+$/u,
    paragraph: /:\d+\.\d$/u,
    item: /:\d+\.\d$/u,
  }
  for (const { key, kind, parent } of parts) {
    assert.match(key, shapes[kind] ?? assert.fail(key))
    if (kind === 'paragraph' || kind === 'item') assert.equal(parent, key.replace(/\.\d$/u, ''))
  }
  assert.deepEqual(
    articles.map(({ key }) => key),
    Array.from({ length: 74 }, (_, at) => `cn-pipl:${String(at + 1)}`),
  )
})

test('chapters and sections bear printed headings; all that is below them has titles of ours', () => {
  assert.deepEqual(
    parts.filter((part) => bearsPrintedHeading(part, instrument)),
    divisions,
  )
})

test('chapters, sections and articles stand as the law prints them', { skip }, () => {
  const order = printed.flatMap((line) => {
    const [, number = '', word = ''] = /^第([一二三四五六七八九十]+)([章节条])\s/u.exec(line) ?? []
    return word === '' ? [] : [`${word} ${String(numberOf(number))}`]
  })
  const words: Readonly<Record<string, string>> = { chapter: '章', section: '节', article: '条' }
  const ours = parts.flatMap(({ key, kind }) => {
    const word = words[kind]
    return word === undefined ? [] : [`${word} ${/\d+$/u.exec(key)?.[0] ?? ''}`]
  })
  assert.equal(order.length, 8 + 3 + 74)
  assert.deepEqual(ours, order)
})

test('chapters and sections are called as the law calls them', { skip }, () => {
  const headings = printed.flatMap((line) => /^第\S+[章节]\s+(\S.*)$/u.exec(line)?.[1] ?? [])
  assert.deepEqual(
    divisions.map(({ titles }) => titles['zh-Hans']),
    headings.map((heading) => heading.replaceAll(/\s/gu, '')),
  )
})

test('an article with parts has all of them: its items, or its paragraphs', { skip }, () => {
  const told = articles.flatMap(({ key }) => {
    const below = measures.filter(({ parent }) => parent === key)
    const [kind] = new Set(below.map((part) => part.kind))
    if (kind === undefined) return []
    const lines = linesOf(key)
    const items = lines.filter((line) => line.startsWith('（'))
    const count = kind === 'item' ? items.length : lines.length - items.length
    assert.equal(below.length, count, key)
    return [`${pathOf(key) ?? ''} ${kind}`]
  })
  assert.deepEqual(told, [
    ...['13 item', '24 paragraph', '28 paragraph', '38 item', '45 paragraph'],
    ...['55 item', '62 item', '66 paragraph', '73 item'],
  ])
})

test('an article is put as strongly as its own words put it', { skip }, () => {
  const words: Partial<Readonly<Record<Strength, RegExp>>> = {
    shall: /应当|不得|给予|追究|记入|责令/u,
    may: /可以|有权|方可/u,
  }
  for (const { key, strength } of articles) {
    const text = linesOf(key).join('')
    if (strength !== undefined) assert.match(text, words[strength] ?? assert.fail(key), key)
    else assert.doesNotMatch(text.replaceAll(/规定应当/gu, ''), /应当|不得|有权/u, key)
  }
})

test('the numbers of the fines are those of the law', { skip }, () => {
  const law = linesOf('cn-pipl:66').join('')
  const tens: Readonly<Record<string, string>> = {
    '100万元': '一百万元',
    '1万元': '一万元',
    '10万元': '十万元',
    '5000万元': '五千万元',
    '5%': '百分之五',
  }
  for (const { key, summary } of measures.filter(({ key }) => /:66\b/u.test(key))) {
    const numbers = summary?.['zh-Hans']?.match(/\d+(?:万元|%)/gu) ?? []
    assert.ok(numbers.length >= 3, key)
    for (const number of numbers) assert.ok(law.includes(tens[number] ?? assert.fail(number)), key)
  }
})

test('no twelve characters of the law in a row stand in our Chinese texts', { skip }, () => {
  const law = new Set(runsOfCharacters(printed.join('')))
  const borrowed = provisions.flatMap((provision) => {
    const { key, titles, summary } = provision
    const own = bearsPrintedHeading(provision, instrument) ? [summary] : [titles, summary]
    return own
      .flatMap((names) => [names?.['zh-Hans'] ?? '', names?.['zh-Hant'] ?? ''])
      .flatMap(runsOfCharacters)
      .filter((run) => law.has(run))
      .map((run) => `${key}: ${run}`)
  })
  assert.deepEqual(borrowed, [])
})

test('every part has five or six phrases in English and in Chinese, none of them elsewhere', () => {
  assertDistinctPhrases([...provisions])
})

/** What is written behind the key as courts and lawyers write it, and what it names; a paragraph that the file has not names its article. */
const asWritten: readonly (readonly [place: string, label: string])[] = [
  ['第十三条第一款第（二）项', '13.2'],
  ['第13条第1款第2项', '13.2'],
  ['第十三条第二款', '13'],
  ['第三十八条第二款', '38'],
  ['第二十四条第三款', '24.3'],
  ['第五十五条第二项', '55.2'],
  ['第六十六条第二款', '66.2'],
  ['第七十三条第（二）项', '73.2'],
  ['第二章第二节', 'chp-2.sec-2'],
  ['art. 13(2)', '13.2'],
  ['article 66, paragraph 2', '66.2'],
]

for (const [place, label] of asWritten) {
  test(`${place} is ${label}`, () => {
    const cited = meaningsOf(analyseReport(`[@cn-pipl, ${place}]`), libraryCorpus())
    assert.deepEqual(
      cited.flatMap(citedPlaces).map(({ provision }) => provision.key),
      [`cn-pipl:${label}`],
    )
  })
}

/** What the law prints below the number of the article `key`, paragraph by paragraph and item by item. */
function linesOf(key: string): readonly string[] {
  const isArticle = (line: string): boolean => /^第\S+条\s/u.test(line)
  const starts = printed.flatMap((line, at) => (isArticle(line) ? [at] : []))
  const at = Number(pathOf(key)) - 1
  return printed
    .slice(starts[at], starts[at + 1])
    .filter((line, index) => index === 0 || !/^第\S+[章节]\s/u.test(line))
}

/** All runs of twelve Chinese characters or digits in `text`, in Simplified ones. */
function runsOfCharacters(text: string): readonly string[] {
  const characters = simplify(text).match(/[\p{Script=Han}\d]/gu) ?? []
  return characters
    .slice(0, Math.max(0, characters.length - 11))
    .map((_, at) => characters.slice(at, at + 12).join(''))
}

function readLaw() {
  const file = readFileSync(path.join(projectRoot, 'corpus', 'cn-pipl.md'), 'utf8')
  const read = parseCorpusFile(file, 'cn-pipl.md')
  if (read.kind !== 'instrument') throw new Error('the law is not an instrument')
  return read.file
}
