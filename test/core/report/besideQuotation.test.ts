import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CitationGroup } from '../../../src/core/pandoc/syntax.ts'
import {
  besideQuotation,
  ownWork,
  otherWork,
} from '../../../src/core/report/quoted/besideQuotation.ts'
import { quotationsOf } from '../../../src/core/report/quotations.ts'
import { analyseReport } from '../../../src/core/report/report.ts'

function beside(text: string): readonly string[] {
  return quotationsOf(analyseReport(text)).map(({ beside: { before, behind, previous } }) =>
    [previous, before, behind].map((one) => one.replaceAll(/\s+/gu, ' ').trim()).join('|'),
  )
}

for (const [name, text, expected] of [
  [
    'the sentence alone',
    'One. He said: “a b c,” and left [@a:1]. Two.',
    [' | He said: | and left .'],
  ],
  [
    'other quotations in marks of one kind',
    'He said "a", then “b” [@a:1].',
    [' | He said | , then “b” .', ' | He said “a”, then | .'],
  ],
  [
    'a citation in the text as a mark, of the same work and of another',
    '@a:2 says, and @b denies, that “c” [@a:1].',
    [` | ${ownWork} says, and ${otherWork} denies, that | .`],
  ],
  [
    'the sentence before one that begins with it',
    '“A,” he said. “B” [@a:1].',
    ['“A,” he said.||.'],
  ],
  [
    'the next sentence behind one that ends within the marks',
    '“Is it so?” [@a:1] Cruz asked.',
    ['||Cruz asked.'],
  ],
  [
    'behind a block its source, in brackets, and before it what announces it',
    'One. Cruz said:\n\n> A b.\n> — Cruz [@a:1]\n',
    [' | Cruz said: | ( Cruz )'],
  ],
  ['nothing before a block that nothing announces', 'One.\n\n> A b. [@a:1]\n', ['||']],
] as const) {
  test(`beside a quotation stands ${name}`, () => {
    assert.deepEqual(
      beside(text),
      expected.map((one) => one.replaceAll(' | ', '|').trim()),
    )
  })
}

function groupBehind(words: string): CitationGroup {
  const [group] = analyseReport('[@a]').groups
  assert.ok(group)
  return { ...group, span: { start: words.length, end: words.length } }
}

test('to read what stands beside a quotation takes no longer in a longer block', () => {
  const looks = (count: number): number => {
    let looked = 0
    const words = 'He said “a”. '.repeat(count)
    const sentences = Array.from({ length: count }, (_, at) => ({
      span: { start: at * 13, end: at * 13 + 12 },
    }))
    const counted = new Proxy(sentences, {
      get(target, name, receiver): unknown {
        if (typeof name === 'string' && /^\d/u.test(name)) looked += 1
        return Reflect.get(target, name, receiver)
      },
    })
    const quoted = sentences.map(({ span }) => ({
      span: { start: span.start + 9, end: span.start + 10 },
    }))
    const block = { words, base: 0, groups: [], sentences: counted, quoted }
    const start = Math.floor(count / 2) * 13 + 9
    const group = groupBehind(words)
    besideQuotation(block, { start, end: start + 1 }, group)
    return looked
  }
  assert.ok(looks(64_000) <= looks(1000) + 40)
})
