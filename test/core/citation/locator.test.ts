import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLocator } from '../../../src/core/citation/locator.ts'
import { pandocLocator } from '../../../src/core/citation/locatorTerms.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { pandocPlain, withoutPandoc } from './pandoc.ts'

/** Pages as `3-4`, each with the text of its span. */
function pages(suffix: string): readonly string[] {
  return readLocator(suffix).pages.map(({ pages: { first, last }, span }) => {
    const written = suffix.slice(span.start, span.end)
    return `${first}${last === first ? '' : `-${last}`} ${written}`
  })
}

/** Steps as `section 1`. */
function steps(suffix: string): readonly string[] {
  return readLocator(suffix).steps.map(({ kinds, label }) => `${kinds?.join('/') ?? ''} ${label}`)
}

test('printed pages are read with their spans, in English and Chinese', () => {
  const read: readonly (readonly [string, readonly string[]])[] = [
    [', p. 3', ['3 3']],
    [', P.3', ['3 3']],
    [' p 3', ['3 3']],
    [', page 12', ['12 12']],
    [', pp. 3-4', ['3-4 3-4']],
    [', pp. 3--4', ['3-4 3--4']],
    [', pages 3 – 4', ['3-4 3 – 4']],
    [', pp. 112-17', ['112-117 112-17']],
    [', pp. 3, 5-6 and 9', ['3 3', '5-6 5-6', '9 9']],
    [', 3', ['3 3']],
    [' 3-4', ['3-4 3-4']],
    ['{p. 3}', ['3 3']],
    [', {3}', ['3 3']],
    [', 页 3', ['3 3']],
    ['，第３页', ['3 ３']],
    [', 第3至4頁', ['3-4 3至4']],
    [', 3頁', ['3 3']],
    [', see p. 3', ['3 3']],
    [', pillar I, sec. 1, action 3, p. 3', ['3 3']],
    [', 第一支柱，第3页', ['3 3']],
    [', p. iv', []],
    [', the report', []],
    ['{}, 99 years later', []],
    [', step 3', []],
    [', p. 3; see @b, p. 9', ['3 3']],
    [', p. 3, unlike the other report (p. 9)', ['3 3']],
    [', in 2025 as said', []],
    ['', []],
  ]
  for (const [suffix, expected] of read) assert.deepEqual(pages(suffix), expected, suffix)
})

test('steps of the bibliographic form are read in any order and language', () => {
  const plan = ['pillar I', 'section 1', 'action 3']
  assert.deepEqual(steps(', p. 3, pillar I, sec. 1, action 3'), plan)
  assert.deepEqual(steps(', pillar I, section 1, recommended action 3, p. 3'), plan)
  assert.deepEqual(steps(', Pillar I, § 1, Recommended Policy Action 3'), plan)
  assert.deepEqual(steps(', 第一支柱，第1节，第3项建议行动'), [
    'pillar 一',
    'section 1',
    'action 3',
  ])
  assert.deepEqual(steps('，第一支柱第１節行動３'), ['pillar 一', 'section 1', 'action 3'])
  assert.deepEqual(steps(', action 3, sec. 1, pillar I'), ['action 3', 'section 1', 'pillar I'])
  assert.deepEqual(steps(', art. 5(1)(a)'), ['article 5', ' 1', ' a'])
  assert.deepEqual(steps(', chap. III, annex II, para. 2, point b'), [
    'chapter III',
    'annex II',
    'paragraph 2',
    'point b',
  ])
  assert.deepEqual(steps('，第5条第1款第a项'), [
    'action/article/recommendation 5',
    'paragraph 1',
    'action/point/recommendation a',
  ])
  assert.deepEqual(steps(', rec. 12'), ['recommendation 12'])
  assert.deepEqual(steps(', 附件三，建议12'), ['annex 三', 'recommendation 12'])
})

test('words are no steps', () => {
  const prose = [
    ', take action a second time',
    ', part of it',
    ', section titles',
    ', sections',
    ', actionable 3',
    ', see the partial 3',
    '第一次',
  ]
  assert.deepEqual(prose.flatMap(steps), [])
})

test('spans of pages and steps lie within the suffix, whatever it is', () => {
  const pieces = [
    'p. 3',
    'pp. ',
    '3-4',
    ',',
    ' ',
    '页',
    '第',
    '三',
    '节',
    'sec. 1',
    '(a)',
    '{',
    '}',
    '@b',
    '３',
    '，',
  ]
  const suffixes = fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(suffixes, (parts) => {
      const suffix = parts.join('')
      const locator = readLocator(suffix)
      for (const { span } of [...locator.pages, ...locator.steps]) {
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= suffix.length)
      }
      for (const { pages: range, span } of locator.pages) {
        const written = suffix.slice(span.start, span.end).normalize('NFKC')
        assert.equal(Number.parseInt(written, 10), range.first)
      }
    }),
    { numRuns: 3000, seed: 3 },
  )
})

test('case 37: a long suffix is read at once', () => {
  const start = performance.now()
  for (const piece of ['p. 3, ', 'sec. 1 ', '第', '(1)', '3, ', '{', ' ', '第一支柱', 'action '])
    readLocator(piece.repeat(200_000))
  assert.ok(performance.now() - start < 1000)
})

const bibliography = { 'bib.json': JSON.stringify([{ id: 'k', type: 'report', title: 'T' }]) }
const terms = [
  ...[
    'book',
    'chapter',
    'column',
    'figure',
    'folio',
    'issue',
    'line',
    'note',
    'opus',
    'page',
    'paragraph',
  ],
  ...['part', 'section', 'sub-verbo', 'verse', 'volume'],
]

/** A style that prints the term of a locator, so that we see what Pandoc takes it for. */
const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Locators</title><id>locators</id><updated>2025-01-01T00:00:00Z</updated></info>
<citation><layout><group delimiter="|"><text value="found"/>
${terms.map((term) => `<choose><if locator="${term}"><text value="${term}"/></if></choose>`).join('')}
<text variable="locator"/></group></layout></citation></style>`

/** The term of the locator that Pandoc finds in each suffix. */
function pandocTerms(suffixes: readonly string[], lang: string): readonly string[] {
  const report = [
    '---',
    `lang: ${lang}`,
    '---',
    '',
    ...suffixes.flatMap((suffix) => [`[@k${suffix}]`, '']),
  ].join('\n')
  const options = ['--csl', 'style.csl', '--bibliography', 'bib.json']
  const lines = pandocPlain(report, { ...bibliography, 'style.csl': style }, options)
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => line.split('|').slice(1, 2).join('') || 'none')
}

const englishSuffixes = [
  ...[
    'p. 3',
    'pp. 3-4',
    'P. 3',
    'page 3',
    'pages 3, 5',
    'p.3',
    '3',
    '3-4',
    '3a',
    'p. iv',
    'iv',
    'book 2',
    'bk. 2',
  ],
  ...[
    'chapter 3',
    'chap. 3',
    'ch. 3',
    'column 3',
    'col. 3',
    'fig. 3',
    'figure 3',
    'fol. 3',
    'no. 3',
    'l. 3',
    'line 3',
  ],
  ...[
    'n. 3',
    'note 3',
    'op. 3',
    'para. 3',
    '¶ 3',
    '¶3',
    '§ 3',
    '§§ 3-4',
    'pt. 2',
    'part 2',
    'sec. 2',
    'section 2',
  ],
  ...[
    'Section 2',
    's.v. 3',
    'v. 3',
    'verse 3',
    'vol. 3',
    'vols. 3-4',
    'art. 5',
    'rule 5',
    'app. 3',
    'act 3',
    'the 3',
  ],
  ...[
    'chap 3',
    'sec 2',
    'pp 3',
    'p. A',
    'p. 3, pillar I',
    'p. 3 and more',
    '2025 edition',
    'issue 3',
    '{p. 3}',
    '{3}',
  ],
  ...['pillar I, p. 3', '{ii, A}', '页 3', '第3页', 'see p. 3', 'sec. 2.1'],
].map((suffix) => `, ${suffix}`)

const chineseSuffixes = [
  ...[
    '页 3',
    '頁 3',
    '段 3',
    '段落 3',
    '¶ 3',
    '§ 3',
    '节 3',
    '節 3',
    '章 3',
    '部 3',
    '部分 3',
    '卷 3',
    '册 3',
    '冊 3',
  ],
  ...[
    '栏 3',
    '欄 3',
    '行 3',
    '图 3',
    '圖 3',
    '图表 3',
    '圖表 3',
    '期 3',
    '注 3',
    '註 3',
    '注脚 3',
    '註腳 3',
    '作品 3',
  ],
  ...['條 3', '条 3', 'p. 3', 'sec. 3', '3', '页 3-4', '第3页', '页3', '页 3，第一支柱', '{页 3}'],
].map((suffix) => `, ${suffix}`)

const languages: readonly (readonly [string, Language, readonly string[]])[] = [
  ['en-US', 'en', englishSuffixes],
  ['zh-CN', 'zh-Hans', chineseSuffixes],
  ['zh-TW', 'zh-Hant', chineseSuffixes],
]

for (const [lang, language, suffixes] of languages) {
  test(`Pandoc's locator terms are ours with lang: ${lang}`, { skip: withoutPandoc }, () => {
    const ours = suffixes.map(
      (suffix) => `${suffix} ${pandocLocator(suffix, language)?.term ?? 'none'}`,
    )
    const theirs = pandocTerms(suffixes, lang).map(
      (term, index) => `${suffixes[index] ?? ''} ${term}`,
    )
    assert.deepEqual(ours, theirs)
  })
}

test("Pandoc's locator has a value and a span", () => {
  assert.deepEqual(pandocLocator(', pp. 3-4, 7 and so on', 'en'), {
    term: 'page',
    value: '3-4, 7',
    span: { start: 2, end: 12 },
  })
  assert.deepEqual(pandocLocator('{ii, A}, tail', 'en'), {
    term: 'page',
    value: 'ii, A',
    span: { start: 0, end: 7 },
  })
  assert.equal(pandocLocator('{}, 99 years', 'en'), undefined)
  assert.equal(pandocLocator('，第3页', 'en'), undefined)
})
