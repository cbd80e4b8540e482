import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readQuotation, type QuotedWording } from '../../../src/core/quotation/quotedWording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

const numbers = new WordNumbers()

function read(quoted: string): QuotedWording {
  return readQuotation(quoted, numbers)
}

const written = (words: readonly number[]): string =>
  words.map((word) => numbers.wordOf(word)).join(' ')

/** The words of a quotation, and each place between two of them where it says that it was changed. */
function readAs(quoted: string): readonly string[] {
  const { wording, links } = read(quoted)
  const places = links.map(({ sort, before, span, says, opensPart }) =>
    [
      `${before}`,
      sort,
      quoted.slice(span.start, span.end),
      ...(says.length === 0 ? [] : [written(says)]),
      ...(opensPart ? ['opens a part'] : []),
    ].join(' | '),
  )
  return [written(wording.words), ...places]
}

suite('A sign of omission', () => {
  for (const sign of [
    ...['…', '……', '⋯', '...', '....', '．．．', '。。。', '。。。。。。', '. . .', '. . . .'],
    ...['.\u00A0.\u00A0.', '.\u2009.\u2009.\u2009.', '.\u202F.\u202F.'],
    ...['[…]', '[……]', '[...]', '[ … ]', '［…］', '［。。。］', '[. . .]', '[……]'],
    ...['[omitted]', '[Footnote omitted]', '［citations omitted］', '[OMITTED]'],
    ...['[略]', '[省略]', '［中略］', '[以下省略]', '［下略］', '[後略]', '[从略]', '[中從略]'],
  ]) {
    test(`is ${sign}`, () => {
      assert.deepEqual(readAs(`one ${sign} two`), ['one two', `1 | omission | ${sign}`])
      assert.deepEqual(readAs(`甲${sign}乙`).length, 2)
    })
  }

  for (const [quoted, words] of [
    ['one.. two', 'one two'],
    ['one. two. three', 'one two three'],
    ['one。。two', 'one two'],
    ['one．．two', 'one two'],
    ['one . . two', 'one two'],
  ] as const) {
    test(`is none in “${quoted}”`, () => {
      assert.deepEqual(readAs(quoted), [words])
    })
  }

  test('says nothing before the first and behind the last word', () => {
    assert.deepEqual(readAs('… one two …'), ['one two'])
    assert.deepEqual(readAs('[…] one'), ['one'])
    assert.equal(read('… one').opening, undefined)
  })
})

suite('What stands in brackets', () => {
  for (const [quoted, ...expected] of [
    ['one [the port] two', 'one two', '1 | insertion | [the port] | the port'],
    ['one ［the port］ two', 'one two', '1 | insertion | ［the port］ | the port'],
    ['one [omitted words] two', 'one two', '1 | insertion | [omitted words] | omitted words'],
    ['one [omittedly] two', 'one two', '1 | insertion | [omittedly] | omittedly'],
    ['one [x, omitted] two', 'one two', '1 | insertion | [x, omitted] | x omitted'],
    ['甲［略图］乙', '甲 乙', '1 | insertion | ［略图］ | 略 图'],
    ['甲［图略］乙', '甲 乙', '1 | insertion | ［图略］ | 图 略'],
    ['甲［… 图］乙', '甲 乙', '1 | insertion | ［… 图］ | 图'],
    ['one [T]wo three', 'one Two three', '1 | adjacent | [T]'],
    ['one [mis]use three', 'one three', '1 | insertion | [mis]use | misuse'],
    ['one develop[ed] three', 'one three', '1 | insertion | develop[ed] | developed'],
    ['one wom[e]n three', 'one three', '1 | insertion | wom[e]n | women'],
    ['one t[he por]t three', 'one three', '1 | insertion | t[he por]t | the port'],
    ['one[two] three', 'three'],
    ['five one[two] three', 'five three', '1 | insertion | one[two] | onetwo'],
    ['甲[乙]丙', '甲 丙', '1 | insertion | [乙] | 乙'],
    ['one [Agency]’s two', 'one two', '1 | insertion | [Agency] | Agency'],
    ["one [Agency]'s two", 'one two', '1 | insertion | [Agency] | Agency'],
    ['one [Agency]’sun two', 'one sun two', '1 | insertion | [Agency] | Agency'],
    ['one [Agency] ’s two', 'one s two', '1 | insertion | [Agency] | Agency'],
    ['one …’s two', 'one s two', '1 | omission | …'],
    ['one [a] [b] two', 'one two', '1 | insertion | [a] [b] | a b'],
    ['one [a] … two', 'one two', '1 | omission | [a] … | a'],
    ['one … [a] two', 'one two', '1 | omission | … [a] | a'],
    ['one … [T]wo three', 'one Two three', '1 | omission | … [T]'],
    ['one [a] [T]wo three', 'one Two three', '1 | insertion | [a] [T] | a'],
    ['one … two [a] three', 'one two three', '1 | omission | …', '2 | insertion | [a] | a'],
    ['one [ ] two', 'one two', '1 | omission | [ ]'],
    ['one [] two', 'one two', '1 | insertion | []'],
    ['one [a] two [b', 'one two b', '1 | insertion | [a] | a'],
    [`one [${'a'.repeat(201)}] two`, `one ${'a'.repeat(201)} two`],
    [
      `one [${'a'.repeat(200)}] two`,
      'one two',
      `1 | insertion | [${'a'.repeat(200)}] | ${'a'.repeat(200)}`,
    ],
  ] as const) {
    test(`is no word of the passage: ${quoted.slice(0, 40)}`, () => {
      assert.deepEqual(readAs(quoted), expected)
    })
  }

  test('before the first word is told apart, with what it says', () => {
    const { opening, links } = read('[Never] one two')
    assert.deepEqual(
      [opening?.sort, written(opening?.says ?? []), links],
      ['insertion', 'Never', []],
    )
    assert.equal(read('[N]ever one two').opening, undefined)
    assert.equal(read('one [never] two').opening, undefined)
  })

  test('is the mark of a note, and says nothing, where it is a number behind a word', () => {
    for (const quoted of [
      'one[3] two',
      'one.[12] two',
      'one［123］ two',
      'one〔3〕 two',
      'one【3】 two',
    ]) {
      assert.deepEqual(readAs(quoted), ['one two'], quoted)
    }
    assert.deepEqual(readAs('one [3] two'), ['one two', '1 | insertion | [3] | 3'])
    assert.equal(readAs('one[1234] two').length, 1)
    assert.deepEqual(readAs('two one[1234] two'), [
      'two two',
      '1 | insertion | one[1234] | one1234',
    ])
  })
})

suite('An omission is one of another part', () => {
  for (const behind of [
    ...['(a) two', '(12) two', '（一） two', '（十二）二', '1. two', '12) two', '123. two', '•two'],
    ...[
      '一、二',
      '十二、二',
      '一是二',
      '第五条 二',
      '第12條二',
      '第十二款二',
      '第二项 二',
      '\u3000(a) two',
    ],
  ]) {
    test(`where a label stands behind it: … ${behind}`, () => {
      const { links } = read(`one … ${behind}`)
      assert.equal(links[0]?.opensPart, true)
      assert.equal(read(`one [omitted] ${behind}`).links[0]?.opensPart, true)
    })
  }

  test('where brackets close between it and the label', () => {
    assert.equal(read('one (…) (a) two').links[0]?.opensPart, true)
    assert.equal(read('one (…)) (a) two').links[0]?.opensPart, false)
  })

  test('where it is a paragraph of its own', () => {
    for (const quoted of [
      'one\n\n…\n\ntwo',
      'one\n[…]\ntwo',
      'one\n   …   \n two',
      'one\n…  \n(two',
    ]) {
      assert.equal(read(quoted).links[0]?.opensPart, true, quoted)
    }
  })

  test('where one of the signs in the place is', () => {
    assert.equal(read('one\n\n…\n\n[…] two').links[0]?.opensPart, true)
    assert.equal(read('one … […]\n(a) two').links[0]?.opensPart, true)
  })

  for (const quoted of [
    ...['one … two', 'one …\n\ntwo', 'one\n\n… two', 'one\n\nx … \n\n two', 'one … two (a) x'],
    ...['one … abc) two', 'one … (abcdef) two', 'one … 1.5 two', 'one … 1234. two', 'one … a. two'],
    ...['one … 二二', 'one … 第五 二', 'one … (a two', 'one …      (a) two', 'one … [ (a) two'],
    'one … \t\n \n\n\n\n\n\n\n\n two',
  ]) {
    test(`and otherwise not: ${quoted.replaceAll('\n', '⏎')}`, () => {
      assert.equal(read(quoted).links[0]?.opensPart, false)
    })
  }

  test('never brackets', () => {
    assert.equal(read('one [x] (a) two').links[0]?.opensPart, false)
    assert.equal(read('one\n\n[x]\n\ntwo').links[0]?.opensPart, false)
  })
})

suite('Hyphens, notes and capitals are those of the words that are left', () => {
  for (const [quoted, hyphenated, compounds, notes] of [
    ['one two-\nthree', '1', '', ''],
    ['one two-three', '', '1', ''],
    ['x … one-two three-\nfour five6', '3', '1', '5'],
    ['x [y] a-\nb c-d seven7 e', '1', '3', '5'],
    ['x a-\nb[c] d', '', '', ''],
    ['x a-b[c] d', '', '', ''],
    ['x one-two thr[ee] four-\nfive', '3', '1', ''],
    ['x [y]one-two three-four', '', '1 3', ''],
    ['x [yy]one7 three-four', '', '1', ''],
    ['x seven7[y] eight8', '', '', '1'],
    ['x seven7 e[y] eight8', '', '', '1 2'],
    ['one-', '', '', ''],
    ['one-\n… two', '', '', ''],
    ['one-[x] two-three', '', '1', ''],
  ] as const) {
    test(quoted.replaceAll('\n', '⏎'), () => {
      const { wording } = read(quoted)
      assert.deepEqual(
        [
          wording.hyphenated.join(' '),
          wording.compounds.join(' '),
          wording.notes.map(({ word }) => word).join(' '),
        ],
        [hyphenated, compounds, notes],
      )
    })
  }

  test('capitals count where all words are set in them', () => {
    assert.deepEqual(read('ONE TWO … THREE FOUR').wording.capitals, [0, 1, 2, 3])
    assert.deepEqual(read('ONE TWO … THREE four').wording.capitals, [])
    assert.deepEqual(read('ONE TWO.\n\nThree four').wording.capitals, [])
  })

  test('no paragraph of a quotation counts as a heading', () => {
    assert.deepEqual(read('One two\n\nThree').wording.breaks, [])
  })
})
