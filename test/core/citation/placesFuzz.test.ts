import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMeaning, type Meaning } from '../../../src/core/citation/meaning.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { processorTime } from '../../support/processorTime.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** A place of the AI Act in words, with the path of its key. */
interface TruePlace {
  readonly words: string
  readonly path: string
}

const articlesWithParagraphs = [5, 6, 26, 27, 50, 51, 52, 53, 54, 55]
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII']

const article = fc
  .tuple(
    fc.integer({ min: 1, max: 113 }),
    fc.constantFrom('Art. ', 'art. ', 'Article ', 'article '),
  )
  .map(([number, word]): TruePlace => ({ words: `${word}${String(number)}`, path: String(number) }))
const paragraph = fc
  .tuple(
    fc.constantFrom(...articlesWithParagraphs),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('()', ', para. ', ', paragraph ', '款'),
  )
  .map(([number, below, form]): TruePlace => {
    const [first, second] = [String(number), String(below)]
    const path = `${first}.${second}`
    if (form === '()') return { words: `Art. ${first}(${second})`, path }
    if (form === '款') return { words: `第${first}条第${second}款`, path }
    return { words: `Art. ${first}${form}${second}`, path }
  })
const point = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    fc.constantFrom('()', ', point ', ', point (', 'of'),
  )
  .map(([letter, form]): TruePlace => {
    const path = `5.1.${letter}`
    if (form === '()') return { words: `Article 5(1)(${letter})`, path }
    if (form === 'of') return { words: `point (${letter}) of Article 5(1)`, path }
    return { words: `Article 5(1)${form}${letter}${form.endsWith('(') ? ')' : ''}`, path }
  })
const annex = fc
  .constantFrom(...roman)
  .map((label): TruePlace => ({ words: `Annex ${label}`, path: `annex-${label}` }))
const annexPoint = fc.integer({ min: 1, max: 8 }).map((label): TruePlace => ({
  words: `Annex III, point ${String(label)}`,
  path: `annex-III.${String(label)}`,
}))
const chapter = fc
  .constantFrom(...roman)
  .map((label): TruePlace => ({ words: `chapter ${label}`, path: `chp-${label}` }))

/** The numbers of all articles, those put in later among them, in order. */
const articleNumbers = corpus.provisions.flatMap(({ key, level, ...one }) =>
  level === 'measure' && 'kind' in one && one.kind === 'article' && key.startsWith('eu-ai-act:')
    ? [key.slice('eu-ai-act:'.length)]
    : [],
)

const articles = fc
  .tuple(
    fc.integer({ min: 1, max: 113 }),
    fc.array(fc.integer({ min: 1, max: 113 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('arts. ', 'Articles '),
  )
  .map(([first, others, word]) => {
    const [last = 0, ...before] = others.toReversed()
    const commas = before.map((number) => `, ${String(number)}`).join('')
    const words = `${word}${String(first)}${commas} and ${String(last)}`
    const rest = [...before, last].map(String).map((path) => ({ words: path, path }))
    return { words, places: [{ words: `${word}${String(first)}`, path: String(first) }, ...rest] }
  })
const range = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 13 }), fc.boolean())
  .map(([first, length, isChinese]) => {
    const [from, to] = [String(first), String(first + length)]
    const numbers = articleNumbers.slice(
      articleNumbers.indexOf(from),
      articleNumbers.indexOf(to) + 1,
    )
    const [begin, dash, end] = isChinese
      ? [`第${from}`, '至', `${to}条`]
      : [`arts. ${from}`, '–', to]
    const words = numbers.map((number, at) => (at === 0 ? begin : number === to ? end : dash))
    return {
      words: begin + dash + end,
      places: numbers.map((path, at) => ({ words: words[at] ?? '', path })),
    }
  })

const single = fc.oneof(article, paragraph, point, annex, annexPoint, chapter)
const place = fc.oneof(
  { weight: 4, arbitrary: single.map((one) => ({ words: one.words, places: [one] })) },
  { weight: 1, arbitrary: articles },
  { weight: 1, arbitrary: range },
)
const joint = fc.constantFrom(
  ...[
    ' and ',
    ', and ',
    ' in conjunction with ',
    ' read with ',
    ' or ',
    ' & ',
    '; ',
    '和',
    '及',
    '、',
    '与',
    ' as well as ',
  ],
)
const list = fc.tuple(place, fc.array(fc.tuple(joint, place), { maxLength: 5 }))

function meaningsIn(suffix: string, among: Corpus = corpus): readonly Meaning[] {
  const [meaning] = meaningsOf(analyseReport('[@eu-ai-act, x]'), among)
  assert.ok(meaning)
  return [readMeaning(meaning.citation, { text: suffix, start: 0 }, among)]
}

test('of 10,000 lists of true places each place is read, with exactly the words that name it', () => {
  fc.assert(
    fc.property(list, ([first, others]) => {
      const suffix = [`, ${first.words}`, ...others.flatMap(([by, { words }]) => [by, words])].join(
        '',
      )
      const found = meaningsIn(suffix)
        .flatMap(({ places }) => places)
        .map(({ provision, span, notUnderstood, deeper }) => ({
          path: provision.key.replace('eu-ai-act:', ''),
          words: suffix.slice(span.start, span.end),
          isWhole: notUnderstood === undefined && deeper === undefined,
        }))
      const all = [first, ...others.map(([, other]) => other)].flatMap(({ places }) => places)
      const expected = all.map(({ path, words }) => ({
        path,
        words,
        isWhole: true,
      }))
      assert.deepEqual(found, expected, suffix)
    }),
    { numRuns: 10_000, seed: 14 },
  )
})

const pieces = [
  ...[
    'art. 5',
    'Art. ',
    '5',
    '(1)',
    '(a)',
    '–',
    '-',
    ' to ',
    ' and ',
    ', ',
    ' of ',
    'Annex III',
    'annex',
    'pt. ',
    'point ',
    '4.2',
  ],
  ...[
    '第',
    '三',
    '条',
    '款',
    '项',
    '項',
    '至',
    '、',
    '和',
    '第五至七条',
    '（二）',
    'p. 3',
    'pp. 3–5–7',
    '页',
    'recital 5',
    '§§ ',
    '§',
  ],
  ...[
    'pillar I',
    'sec. 1',
    'action 9',
    ' in conjunction with ',
    'emphasis added',
    'xyz',
    '\u0001',
    '\uFFFC',
    '@b',
    '{',
    '}',
    'ibid.',
  ],
]

test('of 10,000 suffixes of pieces of places none throws, and all spans lie within in order', () => {
  const suffixes = fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 3 })),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(suffixes, (parts) => {
      const suffix = parts.join('')
      for (const { places, citation } of meaningsIn(suffix)) {
        assert.ok(places.length > 0)
        for (const { by, span, deeper, notUnderstood, pages } of places) {
          if (by === 'key') assert.deepEqual(span, citation.keySpan)
          const spans = [...(by === 'key' ? [] : [span]), ...pages.map((one) => one.span)]
          for (const one of [...spans, deeper, notUnderstood?.span]) {
            if (one === undefined) continue
            assert.ok(0 <= one.start && one.start < one.end && one.end <= suffix.length, suffix)
            assert.equal(
              suffix.slice(one.start, one.end).trim().length,
              one.end - one.start,
              suffix,
            )
          }
        }
      }
    }),
    { numRuns: 10_000, seed: 15 },
  )
})

test('long suffixes cost no more than what is read of them, also in a large corpus', () => {
  const articles = Array.from(
    { length: 3000 },
    (_, at) => `## A {#${String(at + 1)}}\n\n### P {#${String(at + 1)}.1 kind=paragraph}\n`,
  )
  const text = `---\nid: eu-ai-act\ntype: act\ntitle: X\n---\n\n# C {#chp-I kind=chapter}\n\n${articles.join('\n')}`
  const large = corpusOf([{ name: 'x.md', text }])
  meaningsIn(', art. 1', large)
  const time = processorTime(() => {
    for (const piece of [
      'arts. 1–3000, ',
      'art. 5(1) and ',
      '第五至七条、',
      '(1)',
      'Annex III, ',
      ' of art. 5',
      ' and ',
      '第三、',
      'p. 3, art. 4, ',
      'para. 1, ',
    ]) {
      meaningsIn(`, ${piece.repeat(100_000)}`, large)
    }
  })
  assert.ok(time < 3000, `${String(time)} ms`)
})
