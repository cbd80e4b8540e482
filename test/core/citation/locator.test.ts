import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLocator } from '../../../src/core/citation/locator.ts'
import { processorTime } from '../../support/processorTime.ts'

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

/** What is read, as written with single spaces. */
function spans(suffix: string): readonly string[] {
  const locator = readLocator(suffix)
  const found = [...locator.pages, ...locator.steps].map(({ span: { start, end } }) => {
    return suffix.slice(start, end).replace(/ +/g, ' ')
  })
  assert.notEqual(found.length, 0, suffix)
  return found
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
  assert.deepEqual(steps(', Pillar I, § 1, Recommended Policy Action 3'), [
    'pillar I',
    'section/paragraph 1',
    'action 3',
  ])
  assert.deepEqual(steps(', 第一支柱，第1节，第3项建议行动'), [
    'pillar 一',
    'section 1',
    'action 3',
  ])
  assert.deepEqual(steps('，第一支柱第１節行動３'), [
    'pillar 一',
    'section/subparagraph 1',
    'action 3',
  ])
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
    'subsection/paragraph 1',
    'action/point/recommendation/subparagraph/item a',
  ])
  assert.deepEqual(steps(', rec. 12'), ['recommendation/recital 12'])
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

test('behind words of prose nothing is a step or a page', () => {
  const read: readonly (readonly [string, readonly string[]])[] = [
    [', unlike section 3 of the AI Act', []],
    [', p. 3, which repeats pillar II of the 2023 plan', ['3']],
    [', contrary to section 230', []],
    [', sec. 1, p. 3, where others write article 5 and p. 9', ['section 1', '3']],
    [', and see Title VII of the Act', []],
    [', p. 3 and section 2 of the Act', ['3']],
    [', p. 3 and p. 9 of their report', ['3']],
    [', 不同于第3节', []],
    [', 与第9节不同', []],
    [', 第3页，和第二支柱的目标', ['3']],
    [', 第3页和第5页，第二支柱', ['pillar 二', '3', '5']],
    [', p. 3 and p. 5, pillar II', ['pillar II', '3', '5']],
  ]
  for (const [suffix, expected] of read) {
    const found = readLocator(suffix).pages.map(({ pages: { first } }) => String(first))
    assert.deepEqual([...steps(suffix), ...found], expected, suffix)
  }
})

test('one 页 is the word of all pages of a list', () => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    '第3、5页': ['3', '5'],
    '第 3、5、7 页': ['3', '5', '7'],
    '第3—5、8页': ['3-5', '8'],
    '第3，5頁': ['3', '5'],
    '第 3 和 5 页': ['3', '5'],
    '3、5页': ['3', '5'],
    '第3、第5页及第9页': ['3', '5', '9'],
    '第6、7条，第51、99页': ['51', '99'],
    '第2、3节': [],
  }
  for (const [suffix, expected] of Object.entries(lists)) {
    const found = readLocator(`，${suffix}`).pages.map(({ pages: { first, last } }) =>
      first === last ? String(first) : `${String(first)}-${String(last)}`,
    )
    assert.deepEqual(found, expected, suffix)
  }
  assert.deepEqual(steps('，第3、5页，第一支柱'), ['pillar 一'])
})

test('what belongs to pages is no prose: steps behind it are read', () => {
  for (const pages of ['p. 3 f.', 'pp. 3ff.', 'pp. 3 ff.', 'pp. 3 et seq.', 'p. iv', 'pp. iv-vi']) {
    assert.deepEqual(steps(`, ${pages}, pillar I`), ['pillar I'], pages)
  }
})

test('however much space stands between words, places are read, each with its own span', () => {
  const wide = ' '.repeat(8)
  for (const written of [
    'p. 99',
    'pp. 98 – 99',
    'pp. 3, 99',
    '第 99 页',
    'art. 5 (1) (a)',
    'arts. 5 and 6',
    'arts. 5, 6',
    '第 5 条',
    'Annex III, point 1',
  ]) {
    const [narrow, spaced] = [`, ${written}`, `, ${written}`.replaceAll(' ', wide)]
    assert.deepEqual(spans(spaced), spans(narrow), written)
  }
  assert.deepEqual(pages(`, 28${wide}pages`), [])
})

test('doubled letters are labels where letters are, as Roman numerals and words are not', () => {
  assert.deepEqual(steps(', sec. 3(ee)'), ['section 3', ' ee'])
  assert.deepEqual(steps(', sec. 3, para. gg'), ['section 3', 'paragraph gg'])
  assert.deepEqual(steps('，第3节第ee款'), ['section 3', 'subsection/paragraph ee'])
  assert.deepEqual(steps(', art. ee'), [])
  assert.deepEqual(steps(', sec. 3(eg)'), ['section 3'])
})

test('letters that an amendment put behind letters are labels where letters are', () => {
  assert.deepEqual(steps(', art. 5(1)(ba)'), ['article 5', ' 1', ' ba'])
  assert.deepEqual(steps(', point (da) of Article 99(4)'), ['point da', 'article 99', ' 4'])
  assert.deepEqual(steps('，第 5 条第 1 款第 bb 项').at(-1)?.endsWith(' bb'), true)
  assert.deepEqual(steps(', annex I, section A'), ['annex I', 'section A'])
  assert.deepEqual(steps(', art. ad'), [])
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
  const time = processorTime(() => {
    for (const piece of ['p. 3, ', 'sec. 1 ', '第', '(1)', '3, ', '{', ' ', '第一支柱', 'action '])
      readLocator(piece.repeat(200_000))
  })
  assert.ok(time < 1000, `${String(time)} ms`)
})
