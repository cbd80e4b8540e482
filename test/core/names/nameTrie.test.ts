import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fold } from '../../../src/core/words/fold.ts'
import { NameTrie } from '../../../src/core/names/nameTrie.ts'

/** The names that `text` holds, as they are written there. */
function found(names: readonly string[], text: string): readonly string[] {
  return new NameTrie(names).find(text).map(({ span }) => text.slice(span.start, span.end))
}

suite('the trie of names', () => {
  const hub = ['AI Workforce Hub']

  for (const [text, written] of [
    ['The AI Workforce Hub counts.', 'AI Workforce Hub'],
    ['the ai WORKFORCE hub', 'ai WORKFORCE hub'],
    ['AI workforce hubs', 'AI workforce hubs'],
    ["the AI Workforce Hub's staff", 'AI Workforce Hub'],
    ['AI-Workforce-Hub', 'AI-Workforce-Hub'],
    ['AI Workforce\r\n   Hub', 'AI Workforce\r\n   Hub'],
    ['AI\u00a0Workforce\u2009Hub', 'AI\u00a0Workforce\u2009Hub'],
    ['AI Work\u00adforce\u200b Hub', 'AI Work\u00adforce\u200b Hub'],
    ['ＡＩ Ｗｏｒｋｆｏｒｃｅ Ｈｕｂ', 'ＡＩ Ｗｏｒｋｆｏｒｃｅ Ｈｕｂ'],
    ['𝐀𝐈 Workforce Hub', '𝐀𝐈 Workforce Hub'],
    ['AI Wörkforce Hu\u0308b', 'AI Wörkforce Hu\u0308b'],
    ['😀👩‍👩‍👧 AI Workforce Hub', 'AI Workforce Hub'],
    ['根据AI Workforce Hub的', 'AI Workforce Hub'],
    ['(AI Workforce Hub)', 'AI Workforce Hub'],
  ] as const) {
    test(`finds it in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(hub, text), [written])
    })
  }

  for (const text of [
    'XAI Workforce Hub',
    'AI Workforce Hubris',
    'AI Workforce Hubss',
    'AI, Workforce Hub',
    'AI Workforce',
    'AI \uFFFC Workforce Hub',
    '',
  ]) {
    test(`does not find it in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(hub, text), [])
    })
  }

  test('finds Chinese anywhere, over line ends, and beside Latin with or without a space', () => {
    const names = ['NAIRR试点', '全球人工智能治理倡议', 'AI出口']
    assert.deepEqual(found(names, '根据NAIRR 试点和全球人工\n智能治理倡议以及AI 出口。'), [
      'NAIRR 试点',
      '全球人工\n智能治理倡议',
      'AI 出口',
    ])
  })

  test('finds a plural name in its singular, and signs where the name has them', () => {
    assert.deepEqual(found(['chip exports'], 'a chip export'), ['chip export'])
    assert.deepEqual(found(['Rule 901(c)'], 'by rule 901(c), or 901c'), ['rule 901(c)'])
    assert.deepEqual(found(['AI R&D plan'], 'an AI R&D plan, an AI R D plan'), ['AI R&D plan'])
    assert.deepEqual(found(["America's AI"], 'America’s AI and Americas AI'), [
      'America’s AI',
      'Americas AI',
    ])
  })

  test('gives all names that begin at a place, the shorter first, and the first of names alike', () => {
    const trie = new NameTrie([
      'AI Act',
      'AI Act Annex I',
      'Act Annex',
      'ai-act',
      'AI Act Annex II',
    ])
    assert.deepEqual(
      trie.find('the AI Act Annex II').map(({ name }) => name),
      [0, 4, 2],
    )
  })

  test('a trie of nothing and of blanks finds nothing', () => {
    assert.deepEqual(found([], 'AI Act'), [])
    assert.deepEqual(found(['', ' ', '-'], 'AI - Act'), [])
  })

  test('folds as a whole what it folds character by character', () => {
    for (const text of [
      'Straße Œuvre ﬁn Ⅳ ㈱ ΣΊΣΥΦΟΣ İstanbul ½ Å a\u030a',
      '繁體１２３ガ',
      '…™',
    ]) {
      assert.equal(Array.from(text, fold).join(''), fold(text))
    }
  })

  test('the work grows with the text, and not with the number of names', () => {
    const text = 'Nobody names anything here, nor does 这里 anyone. '.repeat(50)
    const stepsOf = (names: number, written: string): number => {
      const trie = new NameTrie(
        Array.from({ length: names }, (_, at) => `name ${String(at)} of something else`),
      )
      trie.find(written)
      return trie.effort.steps + trie.effort.walks
    }
    assert.equal(stepsOf(10, text), stepsOf(10_000, text))
    assert.ok(stepsOf(10_000, text + text) <= 2 * stepsOf(10_000, text))
    assert.ok(stepsOf(10_000, text) < text.length)
  })

  test('a name is followed only where its first words stand, two at most, or its first Chinese characters', () => {
    const trie = new NameTrie(['commerce office', 'AI', '人工智能案', '法 2020'])
    const walksIn = (text: string): number => {
      const before = trie.effort.walks
      trie.find(text)
      return trie.effort.walks - before
    }
    assert.equal(walksIn('Commercial offices communicate, and air is aid. '.repeat(9)), 0)
    assert.equal(walksIn('Commerce. Office, commerce officer, offices of commerce: office'), 0)
    assert.equal(walksIn('人工，人工湖，人工智慧案，工智，立案。'.repeat(9)), 0)
    for (const text of [
      'commerce-office',
      'commerce \n offices',
      'AIs',
      'AI’s',
      'A\u0301I',
      '人 工智能案',
      '法 2020',
    ]) {
      assert.equal(walksIn(`${text}.`), 1, text)
    }
  })

  test('names that begin alike cost no more than their length at each place', () => {
    const trie = new NameTrie(['a '.repeat(50) + 'b'])
    const text = 'a '.repeat(2000)
    assert.deepEqual(trie.find(text), [])
    assert.ok(trie.effort.steps <= (text.length / 2) * 101)
  })
})
