import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { diffArrays } from 'diff'
import fc from 'fast-check'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

const file = new URL('../../support/quotations/passages.jsonl', import.meta.url)
const passages = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Passage)
const index = indexPassages(passages)
const empty = indexPassages([])

/** The pieces of a passage that are one word each: Latin words, or Chinese characters. */
function piecesOf({ text }: Passage): readonly RegExpExecArray[] {
  return [...text.matchAll(/\p{sc=Han}|[a-z\d]+(?:’s)?/giu)]
}

/** A passage, and a cut of it of six words or characters at least. */
const cut = fc
  .record({
    passage: fc.constantFrom(...passages),
    from: fc.nat(),
    length: fc.integer({ min: 6, max: 40 }),
  })
  .map(({ passage, from, length }) => {
    const pieces = piecesOf(passage)
    const first = from % (pieces.length - 6)
    const words = pieces.slice(first, first + length)
    const last = words.at(-1) ?? pieces[0]
    const start = words[0]?.index ?? 0
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
    return { passage, words, start, end, quoted: passage.text.slice(start, end) }
  })

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['\ud83d', '\udc4d', '👍🏽', '👩‍🚀', '\t', '\u2028', '\u202e', 'שלום', '\u00ad\n', '-\n'],
        ...[
          '[',
          ']',
          '[…]',
          '[T]',
          '...',
          '…',
          '“',
          '”',
          '，',
          '。',
          '港',
          '口',
          'port',
          'Ports',
          '1.5',
        ],
        ...['\0', '\ufeff', '\u0301', 'ﬁ', '㈱', ' '],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

suite('Cuts of a passage', () => {
  test('any verbatim cut is verified, at the place where its words stand', () => {
    fc.assert(
      fc.property(cut, ({ passage, quoted }) => {
        const judgement = judgeQuotation(quoted, [passage], index)
        assert.equal(judgement.verdict, 'verified')
        const { start = 0, end = 0 } = judgement.passage ?? {}
        assert.equal(passage.text.slice(start, end), quoted)
      }),
    )
  })

  test('any cut is found elsewhere where another passage is cited', () => {
    fc.assert(
      fc.property(cut, ({ passage, quoted }) => {
        const cited = { key: 'other', text: 'Nothing of the kind stands here.' }
        const { verdict, key } = judgeQuotation(quoted, [cited], index)
        assert.deepEqual([verdict, key], ['found elsewhere', passage.key])
      }),
    )
  })

  test('any cut with a word replaced is altered, and that word is marked and no other', () => {
    fc.assert(
      fc.property(cut, fc.nat(), ({ passage, start, quoted, words }, at) => {
        const word = words[at % words.length]
        assert.ok(word)
        const other = /\p{sc=Han}/u.test(word[0]) ? '囧' : 'Zanzibar'
        const from = word.index - start
        const altered = quoted.slice(0, from) + other + quoted.slice(from + word[0].length)
        const { verdict, alterations } = judgeQuotation(altered, [passage], index)
        assert.equal(verdict, 'altered')
        assert.equal(alterations.length, 1)
        const [{ quoted: marked } = { quoted: { start: 0, end: 0 } }] = alterations
        assert.equal(altered.slice(marked.start, marked.end), other)
      }),
    )
  })

  test('no more words are marked as other than a diff of the whole texts marks', () => {
    fc.assert(
      fc.property(cut, fc.nat(), fc.nat(), ({ passage, quoted }, one, two) => {
        const words = quoted.split(' ')
        if (words.length < 8) return
        for (const at of [one, two]) words[at % words.length] = 'Zanzibar'
        const { alterations } = judgeQuotation(words.join(' '), [passage], index)
        const marked = alterations.flatMap((each) =>
          words
            .join(' ')
            .slice(each.quoted.start, each.quoted.end)
            .split(/[\s—]+/)
            .filter(Boolean),
        )
        const added = diffArrays(passage.text.split(/\s+/), words)
          .filter((part) => part.added)
          .flatMap((part) => part.value)
        assert.ok(marked.length <= Math.max(added.length, 2), marked.join('|'))
      }),
    )
  })
})

suite('Hostile texts', () => {
  test('cases 38, 39, 40: no text makes a judgement throw, and its spans are within both texts', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (quoted, text, other) => {
        const passage = { key: 'a', text }
        const { alterations, passage: span } = judgeQuotation(
          quoted,
          [passage],
          indexPassages([{ key: 'b', text: other }, passage]),
        )
        const inText = [...alterations.map((each) => each.passage), span ?? { start: 0, end: 0 }]
        for (const { start, end } of inText)
          assert.ok(0 <= start && start <= end && end <= text.length)
        for (const { quoted: each } of alterations) {
          assert.ok(0 <= each.start && each.start <= each.end && each.end <= quoted.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('cases 38, 39, 40: any text is verified in itself, if it has a word', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (/[[\]…⋯]|\.\.\.|\. \. \.|。。。/u.test(text.normalize('NFKC'))) return
        const { verdict } = judgeQuotation(text, [{ key: 'a', text }], empty)
        assert.ok(['verified', 'too short to judge', 'no official text'].includes(verdict), verdict)
      }),
      { numRuns: 1000 },
    )
  })

  test('case 38: emoji are compared, whole', () => {
    const passage = { key: 'a', text: 'Thumbs 👍🏽 for all harbour pilots' }
    assert.equal(judgeQuotation('Thumbs 👍🏽 for all', [passage], empty).verdict, 'verified')
    const altered = judgeQuotation('Thumbs 👎🏽 for all harbour pilots', [passage], empty)
    assert.deepEqual(altered.alterations[0]?.quoted, { start: 7, end: 9 })
  })
})
