import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { withMarksBehindHeadings } from '../../../../src/core/quotation/print/breaks.ts'
import { withCaseOf } from '../../../../src/core/quotation/print/capitals.ts'
import { followersIn } from '../../../../src/core/quotation/print/followers.ts'
import { mendHyphens } from '../../../../src/core/quotation/print/hyphens.ts'
import { joinedMarks, withoutNotes } from '../../../../src/core/quotation/print/noteMarks.ts'
import { withoutWords } from '../../../../src/core/quotation/print/withoutWords.ts'
import { readWording, type Wording } from '../../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../../src/core/quotation/wordNumbers.ts'

const numbers = new WordNumbers()

function read(text: string): Wording {
  return readWording(text, numbers)
}

/** The words of a wording, each with the punctuation behind it. */
function written({ words, marks }: Wording): string {
  return words
    .map((word, at) => numbers.wordOf(word) + (marks[at] ? numbers.wordOf(marks[at]) : ''))
    .join(' ')
}

suite('A word that a hyphen parts is read as the other text has it:', () => {
  for (const [what, text, other, expected] of [
    ['whole', 'a long-\nterm store', 'the longterm store', 'a longterm store'],
    ['whole', 'a long-term store', 'the longterm store', 'a longterm store'],
    [
      'parted at the end of a line as well',
      'a long-\nterm store',
      'a long-\nterm stone',
      'a longterm store',
    ],
    ['with its hyphen', 'a long-\nterm store', 'a long-term stone', 'a long- term store'],
    [
      'with its hyphen, where it has no such word',
      'a long-\nterm store',
      'nothing',
      'a long- term store',
    ],
    [
      'with its hyphen, though it has it at the end of a line',
      'a long-term',
      'long-\nterm',
      'a long- term',
    ],
    [
      'whole, as it has it between the same words',
      'An on-line store',
      'An online store. The on-line list',
      'An online store',
    ],
    [
      'with its hyphen, as it has it between the same words',
      'The on-line list',
      'An online store. The on-line list',
      'The on- line list',
    ],
    [
      'with its hyphen, where only the word behind is the same',
      'A on-line store',
      'An online store. The on-line list',
      'A on- line store',
    ],
    [
      'with its hyphen, where only the word before is the same',
      'An on-line list',
      'An online store. The on-line list',
      'An on- line list',
    ],
    [
      'whole, at the beginning of the other',
      'xx on-line store',
      'online store. The on-line list',
      'xx online store',
    ],
    ['whole, at the end of the other', 'an on-line', 'The on-line list of an online', 'an online'],
    [
      'whole, at its end though the text goes on',
      'an on-line list',
      'The on-line list of an online',
      'an online list',
    ],
    [
      'each by itself',
      'a long-\nterm and short-\nterm store',
      'longterm and short-term',
      'a longterm and short- term store',
    ],
    ['in one piece of two, no third', 'no-\none-\ntwo', 'noone onetwo', 'noone- two'],
    ['in order, whatever joins them', 'co-op x-ray a-\nb', 'coop xray ab', 'coop xray ab'],
    ['in order, whatever joins them', 'a-\nb co-op', 'coop ab', 'ab coop'],
  ] as const) {
    test(`${what}: ${text.replaceAll('\n', '⏎')} | ${other.replaceAll('\n', '⏎')}`, () => {
      assert.equal(written(mendHyphens(read(text), read(other), numbers).wording), expected)
    })
  }

  test('it stands where both parts do, and the words behind it have other numbers', () => {
    const { wording, moved } = mendHyphens(read('a long-\nterm, store'), read('longterm'), numbers)
    assert.deepEqual(
      [wording.starts, wording.ends],
      [
        [0, 2, 14],
        [1, 12, 19],
      ],
    )
    assert.equal(written(wording), 'a longterm, store')
    assert.deepEqual([0, 1, 2, 3, 4].map(moved), [0, 1, 2, 2, 3])
    assert.deepEqual(wording.hyphenated, [])
    const same = read('one two')
    assert.equal(mendHyphens(same, same, numbers).wording, same)
  })
})

suite('The mark of a note is left out', () => {
  for (const [what, text, other, expected] of [
    ['behind a sentence', 'a store.3 AI is', 'store. AI', 'a store. AI is'],
    ['at the end of a word', 'a store3. AI is', 'a store. AI', 'a store. AI is'],
    ['at the end', 'keeps a store.3', 'keeps a store', 'keeps a store.'],
    ['at the end, behind a word', 'keeps a store3', 'keeps a store', 'keeps a store'],
    ['several of them', 'store.3 It keeps AI4 is', 'store It keeps AI is', 'store. It keeps AI is'],
    ['with marks on both sides', 'a store,3; AI', 'store AI', 'a store,; AI'],
    ['with the same mark on both sides', 'a store.3. AI', 'store AI', 'a store. AI'],
    ['with a mark behind it alone', 'a store3, AI', 'store AI', 'a store, AI'],
    ['with a mark behind it alone', '堤①。检', '堤检', '堤. 检'],
  ] as const) {
    test(`${what}: ${text} | ${other}`, () => {
      assert.equal(written(withoutNotes(read(text), read(other), numbers).wording), expected)
    })
  }

  for (const [what, text, other] of [
    ['where the other text has it', 'a store.3 AI is', 'a store.3 AI'],
    ['where the other text has it', 'a store3. AI is', 'a store3. AI'],
    ['where it has the word with it and without', 'a store3 AI is', 'a store AI, store3'],
    ['where the words beside it do not follow there', 'a store.3 AI is', 'a store of AI'],
    ['where it has no such word', 'a store.3', 'nothing'],
    ['where it goes on with a figure', 'under Sec.5', 'Sec. 4 of the law'],
    ['where it goes on with a figure and, elsewhere, none', 'under Sec.5', 'Sec. 4 of no Sec. at'],
    ['without any word before it', '3 AI', 'AI'],
  ] as const) {
    test(`but not ${what}: ${text} | ${other}`, () => {
      const wording = read(text)
      assert.equal(written(withoutNotes(wording, read(other), numbers).wording), written(wording))
    })
  }

  test('where a row of words ends before it or behind it, as the text before or behind has it', () => {
    const isEnd = (word: number): boolean => word === 2
    const drop = (text: string, other: string): string =>
      written(withoutNotes(read(text), read(other), numbers, isEnd).wording)
    assert.equal(drop('a store3 AI is', 'store of AI'), 'a store AI is')
    assert.equal(drop('a store.3 AI is', 'store. AI'), 'a store. 3 AI is')
    assert.equal(drop('one.3 AI is', 'one of'), 'one. AI is')
    assert.equal(drop('one.3 AI is', 'one 4'), 'one. 3 AI is')
    assert.equal(drop('one.3 AI is', 'one b4'), 'one. AI is')
  })

  test('its words have other numbers then', () => {
    const { wording, moved } = withoutNotes(
      read('store.3 It 7 AI.4 is'),
      read('store It 7 AI.4 of'),
      numbers,
    )
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(moved), [0, 1, 1, 2, 3, 4, 5])
    assert.deepEqual(
      wording.notes.map(({ word }) => word),
      [4],
    )
  })

  test('marks on both sides are joined, the same one once', () => {
    const [stop, comma] = [numbers.of('.'), numbers.of(',')]
    assert.equal(joinedMarks(0, stop, numbers), stop)
    assert.equal(joinedMarks(stop, 0, numbers), stop)
    assert.equal(joinedMarks(stop, stop, numbers), stop)
    assert.equal(joinedMarks(0, 0, numbers), 0)
    assert.equal(numbers.wordOf(joinedMarks(stop, comma, numbers)), '.,')
  })
})

suite('The case of a heading', () => {
  const cased = (text: string, other: string): string =>
    written(withCaseOf(read(text), read(other), numbers))

  test('in capitals is that of the other text, where it has the word', () => {
    const text = 'POST MARKET RULES\n\nThe Port'
    assert.equal(cased(text, 'Post-market of'), 'Post market RULES The Port')
    assert.equal(cased(text, 'POST of Post market'), 'POST market RULES The Port')
    assert.equal(cased(text, 'the port'), 'POST MARKET RULES The Port')
  })

  test('counts for nothing where one of both texts has nothing else', () => {
    assert.equal(cased('POST MARKET', 'Post market'), 'post market')
    assert.equal(cased('Post Market', 'POST MARKET'), 'post market')
    assert.equal(cased('Post Market', 'POST MARKET.\n\nAnd more'), 'Post Market')
    assert.equal(cased('Post Market', ''), 'Post Market')
    assert.equal(cased('Post Market', 'of'), 'Post Market')
    const same = read('Post Market')
    assert.equal(withCaseOf(same, read('of'), numbers), same)
  })
})

test('a heading has the punctuation that the other text has behind it', () => {
  const marked = (text: string, other: string): string =>
    written(withMarksBehindHeadings(read(text), read(other)))
  assert.equal(marked('Scope\n\nThis act', 'Scope. This act'), 'Scope. This act')
  assert.equal(marked('Scope\n\nThis act', 'Scope: This. Scope This'), 'Scope: This act')
  assert.equal(marked('Scope\n\nThis act', 'Scope. That act'), 'Scope This act')
  assert.equal(marked('Scope\n\nThis act', 'Scope This act'), 'Scope This act')
  assert.equal(marked('The scope\n\nThis act', 'The, scope — This act'), 'The scope- This act')
  const same = read('Scope. This')
  assert.equal(withMarksBehindHeadings(same, read('Scope This')), same)
})

test('what stands behind a word is asked of those that were named', () => {
  const [one, two, three] = read('one two three').words
  assert.ok(one !== undefined && two !== undefined && three !== undefined)
  const follows = followersIn(read('one two one three'), [one, three])
  assert.deepEqual(
    [follows.has(one, two), follows.has(one, three), follows.has(one, one)],
    [true, true, false],
  )
  assert.deepEqual(
    [follows.has(three, 0), follows.has(two, one), follows.has(one, 0)],
    [true, false, false],
  )
  assert.deepEqual([follows.isThere(one), follows.isThere(two)], [true, false])
  assert.deepEqual([[...follows.behind(one)], [...follows.behind(two)]], [[two, three], []])
})

suite('A wording without some of its words', () => {
  const text = 'A-b c-\nd3 e.5 f\n\nG h.\n\nHEAD LINE'
  const drop = (...dropped: readonly number[]): Wording =>
    withoutWords(read(text), dropped, (before, last) => numbers.of(`${before}/${last}`)).wording

  test('has what is said of the others under their new numbers', () => {
    const whole = read(text)
    assert.equal(written(whole), 'A- b c- d3 e. 5 f G h. HEAD LINE')
    const { hyphenated, compounds, notes, breaks, capitals } = drop(4)
    assert.deepEqual([hyphenated, compounds, breaks, capitals], [[2], [0], [5], [8, 9]])
    assert.deepEqual(
      notes.map(({ word, bare }) => [word, bare === undefined]),
      [[4, true]],
    )
    assert.deepEqual(whole.notes.length, 1)
  })

  test('has nothing of words that are gone, or whose next one is', () => {
    assert.deepEqual(drop(2).hyphenated, [])
    assert.deepEqual(drop(3).hyphenated, [])
    assert.deepEqual(drop(4).hyphenated, [2])
    assert.deepEqual(drop(0).compounds, [])
    assert.deepEqual(drop(1).compounds, [])
    assert.deepEqual(drop(6).breaks, [])
    assert.deepEqual(drop(7).breaks, [])
    assert.deepEqual(drop(5).notes, [])
    assert.deepEqual(drop(10).capitals, [9])
  })

  test('has the punctuation that is asked for behind the word before them', () => {
    assert.equal(written(drop(4, 5)), 'A- b c- d33/5 f G h. HEAD LINE')
    assert.equal(written(drop(0, 1)), 'c- d3 e. 5 f G h. HEAD LINE')
    assert.equal(written(drop(0, 2)), 'b1/2 d3 e. 5 f G h. HEAD LINE')
  })

  test('says where each word went, one that is gone to the next, and the end too', () => {
    const { moved, wording } = withoutWords(read('a b c d'), [1, 2], () => 0)
    assert.deepEqual([0, 1, 2, 3, 4].map(moved), [0, 1, 1, 1, 2])
    assert.deepEqual(
      [wording.starts, wording.ends],
      [
        [0, 6],
        [1, 7],
      ],
    )
    const same = read('a b')
    assert.equal(withoutWords(same, [], () => 0).wording, same)
  })
})
