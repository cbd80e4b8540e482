import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readWording, type Wording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

const numbers = new WordNumbers()

function read(text: string, from?: number, to?: number): Wording {
  return readWording(text, numbers, from, to)
}

/** The words of a text as they are compared, each with the punctuation behind it. */
function readAs(text: string): string {
  const { words, marks } = read(text)
  return words
    .map((word, at) => numbers.wordOf(word) + (marks[at] ? numbers.wordOf(marks[at]) : ''))
    .join(' ')
}

function wordsAt(text: string, list: (wording: Wording) => readonly number[]): readonly string[] {
  const wording = read(text)
  return list(wording).map((word) => numbers.wordOf(wording.words[word] ?? 0))
}

suite('The words of a text', () => {
  for (const [text, words] of [
    ['It’s the states’ own', "It's the states own"],
    ['O＇Neill, O`Neill and O´Neill', "O'Neill, O'Neill and O'Neill"],
    ['Work\u00adshops of de\u200dsign', 'Workshops of design'],
    ['ﬁnd Ａ１', 'find A1'],
    ['“open” records', 'open records'],
    ['*open* _records_', 'open records'],
    ['• open', 'open'],
    ['cafe\u0301', 'caf\u00e9'],
    ['$5 of 7% & § 3', '$ 5 of 7 % & § 3'],
    ['5＄', '5 $'],
    ['Thumbs 👍🏽 up', 'Thumbs 👍 up'],
    ['你好，世界。', '你 好, 世 界.'],
    ['カナー ㄅ ひ', 'カ ナ ー ㄅ ひ'],
    ['שלום דני', 'שלום דני'],
    ['Straße Čapek', 'Straße Čapek'],
    ['one\ttwo\u2028three\u3000four', 'one two three four'],
    ['\uD83D lone', '\uD83D lone'],
  ] as const) {
    test(`${text} is read as ${words}`, () => {
      assert.equal(readAs(text), words)
    })
  }

  test('each stands where it is written, invisible signs within it included', () => {
    const { starts, ends } = read(' one “two” th\u00adree ')
    assert.deepEqual(starts, [1, 6, 11])
    assert.deepEqual(ends, [4, 9, 17])
  })

  test('of a part of a text those of that part alone', () => {
    const { words, starts, ends } = read('one two three', 2, 10)
    assert.deepEqual(
      words.map((word) => numbers.wordOf(word)),
      ['e', 'two', 'th'],
    )
    assert.deepEqual(
      [starts, ends],
      [
        [2, 4, 8],
        [3, 7, 10],
      ],
    )
  })

  test('the same word has the same number, in another case another one', () => {
    const [one, two, three] = read('Port port Port').words
    assert.equal(one, three)
    assert.notEqual(one, two)
  })
})

suite('The punctuation of a text', () => {
  for (const [text, words] of [
    ['a – b', 'a- b'],
    ['a \u2014\u2014 b', 'a- b'],
    ['a \u2212 b \u2015 c', 'a- b- c'],
    ['a:“b”.', 'a: b.'],
    ['a ( b ) c', 'a( b) c'],
    ['a … b ⋯ c', 'a... b... c'],
    ['甲；乙：丙？丁！', '甲; 乙: 丙? 丁!'],
    ['（甲）【乙】', '甲)【 乙】'],
    ['甲、乙。', '甲、 乙.'],
    ['end.) Next', 'end.) Next'],
    ['a.- b', 'a.- b'],
  ] as const) {
    test(`${text} is read as ${words}`, () => {
      assert.equal(readAs(text), words)
    })
  }

  test('before the first word there is none that counts', () => {
    assert.equal(readAs('— “one” two'), 'one two')
    assert.equal(readAs(' . '), '')
  })
})

suite('Figures', () => {
  for (const [text, words] of [
    ['1.5 and 1,5 and １．５', '1.5 and 1,5 and 1.5'],
    ['1.a and a.1 and 1. 5', '1. a and a. 1 and 1. 5'],
    ['.5 5.', '5 5.'],
    ['1,000,000 and 1,0000', '1000000 and 1,0000'],
    ['35 000 000', '35000000'],
    ['35\u00A0000\u00A0000', '35000000'],
    ['35\u2009000', '35000'],
    ['35\u202F000', '35000'],
    ['35 000.50 and 35,000.50', '35000.50 and 35000.50'],
    ['35,000.50,000 and 35.000', '35,000.50,000 and 35.000'],
    ['35 0000', '35 0000'],
    ['3500 000', '3500 000'],
    ['a35 000', 'a35 000'],
    ['35 000a', '35 000a'],
    ['35 00', '35 00'],
    ['35 a000', '35 a000'],
    ['35 1a000', '35 1a000'],
    ['35x 000', '35x 000'],
    ['35 000 00', '35000 00'],
    ['123 456 789 012 345 678 901 234 567', '123456789012345678901 234567'],
    ['10^25', '1025'],
    ['10(^25)', '1025)'],
    ['10(^12)5', '10125'],
    ['10²⁵', '1025'],
    ['10(25)', '10( 25)'],
    ['10(a^2)', '10( a 2)'],
    ['10^a2', '10 a2'],
    ['10^ 2', '10 2'],
    ['10x(^2)', '10x( 2)'],
    ['10x^2', '10x 2'],
    ['x^25', 'x 25'],
    ['x(^2)', 'x( 2)'],
    ['x 10(2) 10(^25', 'x 10( 2) 1025'],
  ] as const) {
    test(`${text.replaceAll(/\s/gu, ' ')} is read as ${words}`, () => {
      assert.equal(readAs(text), words)
    })
  }
})

suite('A hyphen', () => {
  test('that white space follows may be one of the end of a line', () => {
    for (const text of ['risk-\nbased', 'risk- based', 'risk-\u2028based', 'risk\u00ad\nbased']) {
      assert.equal(readAs(text), 'risk- based', text)
      assert.deepEqual(
        wordsAt(text, ({ hyphenated }) => hyphenated),
        ['risk'],
        text,
      )
    }
    assert.deepEqual(read('one-\ntwo-\nthree').hyphenated, [0, 1])
  })

  test('between letters may have got there so', () => {
    for (const text of ['risk-based', 'risk\u2011based', 'risk–based']) {
      assert.deepEqual(read(text).compounds, [0], text)
      assert.deepEqual(read(text).hyphenated, [], text)
    }
    for (const text of [
      '3-4',
      'a-3',
      '3-a',
      'a -b',
      'a --b',
      '-a',
      'a.-b',
      'a-',
      'a-, b',
      '甲-乙',
    ]) {
      assert.deepEqual(read(text).compounds, [], text)
    }
  })

  test('with nothing behind it is neither', () => {
    for (const text of ['risk-', 'risk- ', 'risk -\nbased', 'risk.-\nbased', 'a \u00ad\nb']) {
      assert.deepEqual(read(text).hyphenated, [], text)
    }
    assert.deepEqual(read('risk- based', 0, 5).hyphenated, [])
  })
})

suite('A heading', () => {
  test('ends with an empty line and without punctuation', () => {
    assert.deepEqual(
      wordsAt(
        'Scope of the act\n\nThis act applies.\n\nNext\nline\n\n(1) It',
        ({ breaks }) => breaks,
      ),
      ['act'],
    )
    assert.deepEqual(read('Scope\n\n“Next”').breaks, [0])
    assert.deepEqual(read('Scope\nNext').breaks, [])
    assert.deepEqual(read('Scope.\n\nNext').breaks, [])
    assert.deepEqual(read('\n\nNext').breaks, [])
  })

  test('in capitals has two long words at least, and no small letter', () => {
    assert.deepEqual(read('SCOPE OF ACT\n\nNext one').capitals, [0, 1, 2])
    assert.deepEqual(read('First\n\nTHE PORT A\n\nNext').capitals, [1, 2, 3])
    for (const text of [
      'SCOPE\n\nNext',
      'THE A OF\n\nNext',
      'THE PORT a\n\nx',
      '123 456 ABC\n\nx',
    ]) {
      assert.deepEqual(read(text).capitals, [], text)
    }
    assert.deepEqual(read('THE ÉCOLES\n\nx').capitals, [0, 1])
    assert.deepEqual(read('THE PORTé\n\nx').capitals, [])
    assert.deepEqual(read('ALL OF THE TEXT').capitals, [0, 1, 2, 3])
  })
})

suite('The mark of a note', () => {
  const notesOf = (text: string): readonly (readonly [number, string])[] =>
    read(text).notes.map(({ word, bare }) => [word, bare === undefined ? '' : numbers.wordOf(bare)])

  test('is a number of up to three digits right behind a word or its punctuation', () => {
    for (const text of [
      'store.3 A',
      'store,12 A',
      'store.”123 A',
      'store.) 3 A',
      'store)3',
      '堤。3',
    ]) {
      assert.deepEqual(notesOf(text), [[1, '']], text)
    }
    assert.deepEqual(notesOf('外防波堤①。检'), [[4, '']])
    assert.deepEqual(notesOf('ends. 3 A'), [[1, '']])
    assert.deepEqual(notesOf('ends.\u00A03'), [[1, '']])
  })

  test('or digits at the end of a word of two letters or more', () => {
    for (const text of ['store3. A', 'store12', 'store123', 'store³', 'store③']) {
      assert.deepEqual(notesOf(text), [[0, 'store']], text)
    }
  })

  test('but no longer one, none apart from its word, and none that is a label', () => {
    for (const text of [
      'store.1234 A',
      'store1234',
      'store 3 A',
      'ends.  3 A',
      'ends. 3) A',
      'ends, 3 A',
      'ends. 3a',
      'a3',
      'G7',
      '3',
      '. 3',
      '7.3',
      'store-3',
      'x1y2z',
    ]) {
      assert.deepEqual(notesOf(text), [], text)
    }
  })
})
