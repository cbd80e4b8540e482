import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { load } from 'js-yaml'
import type { GroupStyle } from '../../../src/core/citation/citationForm.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languages } from '../../../src/core/corpus/language.ts'
import { otherFormAt, rewriteCitations } from '../../../src/core/features/rewriting.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { visitsOf } from '../markdown/visits.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const options = { style: 'pandoc', withPage: true, language: 'en' } as const

/** `text` with its citations in `style`, and why others stay. */
function rewritten(text: string, style: GroupStyle): { text: string; stays: readonly string[] } {
  const { rewritten: done, staying } = rewriteCitations(
    analyseReport(text),
    corpus,
    [],
    style,
    options,
  )
  return {
    text: applyEdits(
      text,
      done.map(({ edit }) => edit),
    ),
    stays: staying.map(({ reason }) => reason),
  }
}

function inWords(text: string): string {
  return rewritten(text, 'pandoc').text
}

function byKeys(text: string): string {
  return rewritten(text, 'key').text
}

const chinese = '---\nlang: zh-CN\n---\n\n'
const taiwanese = '---\nlang: zh-TW\n---\n\n'

suite('from form to form and back', () => {
  for (const [key, words] of [
    ['[@us-aiap-2025:I.1.3]', '[@us-aiap-2025, pillar I, sec. 1, action 3]'],
    ['[@us-aiap-2025:I.1.3, p. 3]', '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]'],
    ['[@us-aiap-2025:I.1.3, p. 9]', '[@us-aiap-2025, p. 9, pillar I, sec. 1, action 3]'],
    ['[@eu-ai-act:5.1.a]', '[@eu-ai-act, art. 5(1)(a)]'],
    ['see [-@eu-ai-act:5] on', 'see [-@eu-ai-act, art. 5] on'],
    ['[see @eu-ai-act:5, 3; @x]', '[see @eu-ai-act, 3, art. 5; @x]'],
    ['[@{eu-ai-act:5}, p. 3]', '[@{eu-ai-act}, p. 3, art. 5]'],
    ['[@eu-ai-act:5, emphasis added]', '[@eu-ai-act, art. 5, emphasis added]'],
    ['[@eu-ai-act:5, p. 3 and passim]', '[@eu-ai-act, p. 3, art. 5 and passim]'],
    ['[@eu-ai-act:13, (1)]', '[@eu-ai-act, art. 13(1)]'],
    ['[@eu-ai-act:13, p. 3, (1)]', '[@eu-ai-act, p. 3, art. 13(1)]'],
    ['[@eu-ai-act:5.1.a, (i)]', '[@eu-ai-act, art. 5(1)(a)(i)]'],
    ['@us-aiap-2025:I.1.3 wants', '@us-aiap-2025 [pillar I, sec. 1, action 3] wants'],
    ['@us-aiap-2025:I [p. 3] wants', '@us-aiap-2025 [p. 3, pillar I] wants'],
    ['-@us-aiap-2025:I wants', '-@us-aiap-2025 [pillar I] wants'],
    ['@eu-ai-act:5 [@x] wants', '@eu-ai-act [art. 5; @x] wants'],
    ['@eu-ai-act:5 [p. 3; @x] wants', '@eu-ai-act [p. 3, art. 5; @x] wants'],
    ['@eu-ai-act:5 [see @eu-ai-act:6]', '@eu-ai-act [art. 5; see @eu-ai-act, art. 6]'],
    ['@eu-ai-act:5 [and more]', '@eu-ai-act [art. 5, and more]'],
    ['@eu-ai-act:5 (there)', '@eu-ai-act [art. 5] (there)'],
    ['@eu-ai-act:5: it', '@eu-ai-act [art. 5]: it'],
    ['[@x, quoting @eu-ai-act:5]', '[@x, quoting @eu-ai-act [art. 5]]'],
    ['[@eu-ai-act:5, in @eu-ai-act:6]', '[@eu-ai-act, art. 5, in @eu-ai-act [art. 6]]'],
    ['[@eu-ai-act:5, <!-- p? --> p. 3]', '[@eu-ai-act, <!-- p? --> p. 3, art. 5]'],
    ['[@eu-ai-act:5, *p. 3*]', '[@eu-ai-act, *p. 3*, art. 5]'],
    ['*@eu-ai-act:5*', '*@eu-ai-act [art. 5]*'],
    ['[read @eu-ai-act:5](x.md)', '[read @eu-ai-act [art. 5]](x.md)'],
    ['> a [@eu-ai-act:5,\n> p. 3] b', '> a [@eu-ai-act,\n> p. 3, art. 5] b'],
    ['a [@eu-ai-act:5,\r\np. 3]\r\n', 'a [@eu-ai-act,\r\np. 3, art. 5]\r\n'],
    ['a[^1]\n\n[^1]: [@eu-ai-act:5]', 'a[^1]\n\n[^1]: [@eu-ai-act, art. 5]'],
    ['a^[@eu-ai-act:5]', 'a^[@eu-ai-act [art. 5]]'],
    ['| a |\n|---|\n| [@eu-ai-act:5] |', '| a |\n|---|\n| [@eu-ai-act, art. 5] |'],
    ['# On [@eu-ai-act:5]', '# On [@eu-ai-act, art. 5]'],
    [
      `${chinese}据[@us-aiap-2025:I.1.3, 页 3]。`,
      `${chinese}据[@us-aiap-2025, 第 3 页，第一支柱第 1 节第 3 项建议行动]。`,
    ],
    [`${chinese}[@cn-genai-2023:4.2]`, `${chinese}[@cn-genai-2023, 第四条第（二）项]`],
    [
      `${taiwanese}[@us-aiap-2025:I.1, 3-4]`,
      `${taiwanese}[@us-aiap-2025, 第 3–4 頁，第一支柱第 1 節]`,
    ],
    [
      "---\ntitle: 'It''s [@eu-ai-act:5]'\nabstract: |\n  See @eu-ai-act:6 [p. 3].\n---\n",
      "---\ntitle: 'It''s [@eu-ai-act, art. 5]'\nabstract: |\n  See @eu-ai-act [p. 3, art. 6].\n---\n",
    ],
  ] as const) {
    test(JSON.stringify(key), () => {
      assert.equal(inWords(key), words)
      assert.equal(byKeys(words), key)
    })
  }
})

test('words below a key are rewritten with it', () => {
  for (const [text, words, key] of [
    ['[@eu-ai-act:5, (1)(a)]', '[@eu-ai-act, art. 5(1)(a)]', '[@eu-ai-act:5.1.a]'],
    ['[@eu-ai-act:5, p. 3, (1)]', '[@eu-ai-act, p. 3, art. 5(1)]', '[@eu-ai-act:5.1, p. 3]'],
    ['[@eu-ai-act:5, para. 1(a)]', '[@eu-ai-act, art. 5(1)(a)]', '[@eu-ai-act:5.1.a]'],
    [
      '[@us-aiap-2025:I, sec. 1, p. 3]',
      '[@us-aiap-2025, p. 3, pillar I, sec. 1]',
      '[@us-aiap-2025:I.1, p. 3]',
    ],
  ] as const) {
    assert.equal(inWords(text), words)
    assert.equal(byKeys(text), key)
  }
})

test('a place in words gives way to the key wherever its words stand', () => {
  for (const [words, key] of [
    ['[@eu-ai-act, art. 5, p. 3]', '[@eu-ai-act:5, p. 3]'],
    ['[@us-aiap-2025, pillar I, p. 3, sec. 1]', '[@us-aiap-2025:I.1, p. 3]'],
    ['[@us-aiap-2025, section 1 of pillar I, p. 3]', '[@us-aiap-2025:I.1, p. 3]'],
    ['[@eu-ai-act, point (a) of Article 5(1), passim]', '[@eu-ai-act:5.1.a, passim]'],
    ['[@eu-ai-act art. 5]', '[@eu-ai-act:5]'],
    ['[@eu-ai-act (art. 5)]', '[@eu-ai-act:5]'],
    ['[@eu-ai-act, p. 3 (art. 5)]', '[@eu-ai-act:5, p. 3]'],
    ['[@eu-ai-act, {art. 5}]', '[@eu-ai-act:5]'],
    ['[@eu-ai-act, *art. 5*, p. 3]', '[@eu-ai-act:5, p. 3]'],
    ['[@eu-ai-act, art.&nbsp;5]', '[@eu-ai-act:5]'],
    ['[@eu-ai-act, art. 5 et seq.]', '[@eu-ai-act:5 et seq.]'],
    ['[@eu-ai-act, Article 5 AI Act]', '[@eu-ai-act:5 AI Act]'],
    ['[@us-aiap-2025, Pillar I, “Innovation”, sec. 1]', '[@us-aiap-2025:I.1, “Innovation”]'],
    ['@eu-ai-act [art. 5] says', '@eu-ai-act:5 says'],
    ['@eu-ai-act [art. 5 et seq.] says', '@eu-ai-act:5 [et seq.] says'],
    [`${chinese}[@eu-ai-act，第五条其中]`, `${chinese}[@eu-ai-act:5，其中]`],
    ['@eu-ai-act [art. 5, and more] says', '@eu-ai-act:5 [and more] says'],
    ['[see @eu-ai-act [art. 5]; @x]', '[see @eu-ai-act:5; @x]'],
    ['> [@us-aiap-2025, p. 3,\n> pillar I,\n> sec. 1] b', '> [@us-aiap-2025:I.1, p. 3] b'],
    [`${chinese}[@us-aiap-2025，第3-4页，第一支柱第1节]`, `${chinese}[@us-aiap-2025:I.1，页 3-4]`],
  ] as const) {
    assert.equal(byKeys(words), key)
  }
})

test('what cannot be rewritten stays, and says why', () => {
  for (const [text, style, reason] of [
    ['[@eu-ai-act, arts. 5-6]', 'key', 'severalPlaces'],
    ['[@eu-ai-act, art. 5 and art. 6]', 'key', 'severalPlaces'],
    ['[@eu-ai-act:5, and art. 6]', 'pandoc', 'severalPlaces'],
    ['[@eu-ai-act, art. 999]', 'key', 'notUnderstood'],
    ['[@eu-ai-act:999]', 'pandoc', 'key'],
    ['[@EU-AI-ACT:5]', 'pandoc', 'key'],
    ['[@us-aiap-2025:I..3]', 'pandoc', 'key'],
    ['据@eu-ai-act:5。', 'pandoc', 'glued'],
    ['@eu-ai-act:5(b)', 'pandoc', 'readOtherwise'],
    ['@eu-ai-act:5[^1]\n\n[^1]: x', 'pandoc', 'readOtherwise'],
    ['[@eu-ai-act:5, {}]', 'pandoc', 'readOtherwise'],
    ['@eu-ai-act [art. 5]s', 'key', 'readOtherwise'],
    ['@eu-ai-act [art. 5] [@x]', 'key', 'readOtherwise'],
    ['[@eu-ai-act, art. *5*]', 'key', 'amongOthers'],
    ['+------------+\n| @eu-ai-act:5 |\n+------------+', 'pandoc', 'inColumns'],
    ['One   Two\n---   ---\n1     [@eu-ai-act:5]', 'pandoc', 'inColumns'],
  ] as const) {
    assert.deepEqual(rewritten(text, style), { text, stays: [reason] })
  }
})

test('what is written so already, and what others cite, is neither rewritten nor listed', () => {
  for (const [text, style] of [
    ['[@eu-ai-act:5; @x, p. 3]', 'key'],
    ['[@eu-ai-act, art. 5, p. 3] and [@eu-ai-act]', 'pandoc'],
    ['[@eu-ai-act, arts. 5-6]', 'pandoc'],
    ['[@us-aiap-2025, p. 3]', 'key'],
    ['`[@eu-ai-act:5]` and <!-- [@eu-ai-act:5] -->', 'pandoc'],
  ] as const) {
    assert.deepEqual(rewritten(text, style), { text, stays: [] })
  }
})

test('one that stays does not keep the others of its paragraph', () => {
  const text = 'So @eu-ai-act:5(b), [@eu-ai-act:6], @eu-ai-act:7 and @eu-ai-act:8[^1].\n\n[^1]: x'
  const { text: after, stays } = rewritten(text, 'pandoc')
  assert.equal(
    after,
    'So @eu-ai-act:5(b), [@eu-ai-act, art. 6], @eu-ai-act [art. 7] and @eu-ai-act:8[^1].\n\n[^1]: x',
  )
  assert.deepEqual(stays, ['readOtherwise', 'readOtherwise'])
})

test('only the citations that a selection touches are rewritten', () => {
  const text = '[@eu-ai-act:5] [@eu-ai-act:6] [@eu-ai-act:7]'
  const selections = [
    { start: 5, end: 5 },
    { start: text.indexOf('7') - 3, end: text.length },
  ]
  const { rewritten: done } = rewriteCitations(
    analyseReport(text),
    corpus,
    selections,
    'pandoc',
    options,
  )
  assert.equal(
    applyEdits(
      text,
      done.map(({ edit }) => edit),
    ),
    '[@eu-ai-act, art. 5] [@eu-ai-act:6] [@eu-ai-act, art. 7]',
  )
})

test('front matter stays YAML', () => {
  const text = `---
title: See @eu-ai-act:5
'sub': 'It''s [@eu-ai-act:6]'
abstract: "A \\"b\\" @eu-ai-act:7 c"
description: >
  Long [@us-aiap-2025:I.1.3,
  p. 3] text
keywords: [one, "two [@eu-ai-act:8]"]
---
`
  const after = inWords(text)
  assert.deepEqual(load(after.split('---')[1] ?? ''), {
    title: 'See @eu-ai-act [art. 5]',
    sub: "It's [@eu-ai-act, art. 6]",
    abstract: 'A "b" @eu-ai-act [art. 7] c',
    description: 'Long [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3] text\n',
    keywords: ['one', 'two [@eu-ai-act, art. 8]'],
  })
  assert.equal(byKeys(after), text)
})

test('the citation at a caret has its other form, where that can be written', () => {
  const at = (text: string): string | undefined => {
    const offset = text.indexOf('|')
    const source = text.replace('|', '')
    const other = otherFormAt(analyseReport(source), corpus, offset, options)
    return other && `${other.style}: ${applyEdits(source, [other.edit])}`
  }
  assert.equal(at('[@x; @eu-ai-|act:5]'), 'pandoc: [@x; @eu-ai-act, art. 5]')
  assert.equal(at('[@x; @eu-ai-act, art.| 5]'), 'key: [@x; @eu-ai-act:5]')
  for (const none of ['[@x|]', '[@eu-ai-act|]', '[@eu-ai-act, |p. 3]', '@eu-ai-|act:5(b)', '|a'])
    assert.equal(at(none), undefined)
})

for (const language of languages) {
  test(`every provision of the library keeps its text and its meaning, there and back (${language})`, () => {
    const front = `---\nlang: ${language}\n---\n\n`
    const format = { corpus, language, withPage: true, before: '', after: '' }
    const cited = (style: GroupStyle): string =>
      front + corpus.provisions.map((one) => formatCitation([one], style, format)).join('\n\n')
    const named = (text: string): readonly string[] =>
      meaningsOf(analyseReport(text), corpus).map(({ places }) =>
        places.map(({ provision, pages }) => `${provision.key} ${String(pages.length)}`).join(),
      )
    const [keys, words] = [cited('key'), cited('pandoc')]
    assert.equal(byKeys(words), keys)
    assert.equal(inWords(keys), words)
    assert.deepEqual(named(words), named(keys))
  })
}

test('the work is linear in the number of citations, in one paragraph and in many', () => {
  for (const parts of [' ', '\n\n']) {
    for (const one of ['[@eu-ai-act:5, p. 3]', '@eu-ai-act:6 [@x]', '@eu-ai-act:5(b)']) {
      const work = (count: number): number => {
        const report = analyseReport(Array.from({ length: count }, () => `a ${one}`).join(parts))
        return visitsOf(() => {
          rewriteCitations(report, corpus, [], 'pandoc', options)
        })
      }
      work(10)
      const [few, many] = [work(500), work(2000)]
      assert.ok(many < 5 * few, `${one}: ${String(few)} and ${String(many)}`)
    }
  }
})
