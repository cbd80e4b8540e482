import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCorpusFile } from '../../../src/core/corpusFile/decodeCorpusFile.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { refusedFile } from '../../../src/core/corpusFile/refusedFile.ts'
import { inWords } from '../../../src/core/corpus/sentence.ts'
import { troubleTable, type Trouble } from '../../../src/core/corpus/trouble.ts'
import { wordsIn } from '../../../src/wording/words.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import {
  adviceOf,
  keysOf,
  messageOf,
  plan,
  troubleLines,
  troublesOf,
} from '../corpus/corpusText.ts'

const claimAboutNothing =
  '---\nid: c\ntype: article\ntitle: C\n---\n\n# M {#1}\n\nWords.\n\n- about: p:9\n'

const badRelations = `---
id: relations
type: relations
title: R
---

# Half {#a}

- from: p
- to: c

# To nothing {#b}

- from: p
- relation: Peer_To
- to: p:9
`

const badTerms = `---
id: glossary
type: glossary
title: G
---

# crane {#a}

- about: p:9

# Crane {#b}
`

/** Bodies of a plan that begin on line 7, with the troubles that they have. */
const bodies: readonly (readonly [body: string, troubles: readonly string[]])[] = [
  ['# No label', ['heading.no-label 7:1']],
  ['# Empty {}', ['heading.no-label 7:1']],
  ['# {#1}', ['heading.no-title 7:1']],
  ['# M {#1.}', ['heading.malformed-label 7:7']],
  ['# M {#a..b}', ['heading.malformed-label 7:7']],
  ['# M {#a:b}', ['heading.malformed-label 7:7']],
  ['# M {#a_b}', ['heading.malformed-label 7:7']],
  ['# M {#}', ['heading.malformed-label 7:7']],
  [`# M {#${'1'.repeat(127)}}`, ['heading.malformed-label 7:7']],
  ['# M {#\u0430}', ['heading.suspicious-label 7:7']],
  ['# M {#1 stray}', ['heading.malformed-attributes 7:9']],
  ['# M {#1 #2}', ['heading.malformed-attributes 7:10']],
  ['# M {#1 kind=Pillar}', ['heading.unknown-kind 7:14']],
  ['# M {#1}\n\n# N {#1}', ['provision.duplicate-key 9:7']],
  ['# M {#a}\n\n# N {#A}', ['heading.look-alike-label 9:7']],
  ['# M {#1 place=A-1}\n\n# N {#2 place=a-1}', ['heading.duplicate-place 9:1']],
  ['# M {#1 place=A-1 place-zh-Hans=A-1}', []],
  ['# M {#1 anchor=adopt-a--pilot_1.2}', []],
  ['# M {#1 anchor="a b"}', ['field.malformed 7:9']],
  ['# M {#1 anchor="x](command:a)"}', ['field.malformed 7:9']],
  [`# M {#1 anchor=${'a'.repeat(201)}}`, ['field.malformed 7:9']],
  ['# M {#1}\n\n- anchor: a', ['field.not-allowed-here 9:3']],
  ['# M {#1 lead=X}', ['field.not-allowed-here 7:9']],
  ['# M {#1}\n\n- page: 3', ['field.not-allowed-here 9:3']],
  ['# M {#1 kind=section}\n\n- lead: X', ['field.not-allowed-here 9:3']],
  ['# M {#1 page=3 page=4}', ['field.duplicate 7:16']],
  ['# M {#1}\n\n- lead: X\n- lead: Y', ['field.duplicate 10:3']],
  ['# M {#1}\n\n- lead: the Port', ['field.malformed 9:3']],
  ['# M {#1}\n\n- lead:', ['field.malformed 9:3']],
  ['# M {#1}\n\n- lead', ['field.malformed 9:3']],
  ['# M {#1}\n\n- lead：X', ['field.malformed 9:3']],
  ['# M {#1}\n\n- same-as: I.1', ['field.malformed 9:3']],
  ['# M {#1}\n\n- deleted-by: Act 9', ['provision.unknown-amendment 9:3']],
  ['# M {#1}\n\n- applies-from: 2031-02-01\n- until: 2031-01-31', ['field.impossible-order 10:3']],
  ['# M {#1}\n\n- aliases: 甲；乙', ['field.full-width-separator 9:3']],
  ['# M {#1}\n\n- zh-Hans: 甲\n\n  more', ['text.unexpected 11:3']],
  ['# M {#1}\n\n- zh-Hans: 甲\n\nAfter.', ['text.unexpected 11:1']],
  ['# M {#1}\n\n1. numbered', ['text.unexpected 9:1']],
  ['# M {#1}\n\n> quoted', ['text.unexpected 9:1']],
  ['# M {#1}\n\nA <b>bold</b> word.', ['text.unexpected 9:3', 'text.unexpected 9:10']],
  ['# M {#1}\n\nA \u200Bword.', ['text.suspicious-character 9:3']],
  [`# M {#1}\n\n${'x'.repeat(70_000)}`, ['text.too-long 7:1']],
  [`# M {#1}\n\n${'> '.repeat(50)}x`, ['text.too-deep 7:1']],
  ['# M {#1}\n\n```\n# N {#2}', ['text.unclosed 7:1']],
  [
    '# S {#a@ kind=section}\n\n## M {#1}\n\n### N {#1.1}',
    ['heading.malformed-label 7:7', 'provision.lost-parent 9:1', 'provision.lost-parent 11:1'],
  ],
]

/** Front matters, with the troubles that they have. */
const heads: readonly (readonly [head: string, troubles: readonly string[]])[] = [
  ['# Body only', ['file.no-front-matter 1:1']],
  ['---\nid: p\n', ['file.no-front-matter 1:1']],
  ['---\nid: p\n\ttype: plan\n---\n', ['file.malformed-yaml 3:1']],
  ['---\nid: p\ntype: a: b\n---\n', ['file.malformed-yaml 3:8']],
  ['---\n- a\n---\n', ['file.malformed-yaml 2:1']],
  [
    '---\n---\n',
    [
      'instrument.missing-field 1:1',
      'instrument.missing-field 1:1',
      'instrument.missing-field 1:1',
    ],
  ],
  ['---\nid: P\ntype: plan\ntitle: P\n---\n', ['instrument.malformed-field 2:1']],
  ['---\nid: p:q\ntype: plan\ntitle: P\n---\n', ['instrument.malformed-field 2:1']],
  ['---\nid: p\ntype: law\ntitle: P\n---\n', ['instrument.malformed-field 3:1']],
  [
    '---\nid: p\ntype: plan\ntitle: {a: b}\n---\n',
    ['instrument.missing-field 1:1', 'instrument.malformed-field 4:1'],
  ],
  ['---\nid: p\ntype: plan\ntitle: P\nlead: X\n---\n', ['field.not-allowed-here 5:1']],
  ['---\nid: p\ntype: plan\ntitle: P\nid: q\n---\n', ['field.duplicate 5:1']],
  [
    '---\nid: p\ntype: plan\ntitle: P\nissuer-zh-Hans: 甲\n---\n',
    ['instrument.malformed-field 5:1'],
  ],
  ['---\nid: p\ntype: order\ntitle: P\nissuer: A\n---\n', ['instrument.no-number 3:1']],
  ['---\nid: p\ntype: plan\ntitle: P\nfirst-page: iv\n---\n', ['instrument.malformed-field 5:1']],
  ['---\nid: p\ntype: plan\ntitle: P\nsha256: abc\n---\n', ['instrument.malformed-field 5:1']],
]

test('each trouble stands where it is', () => {
  for (const [body, troubles] of bodies) assert.deepEqual(troubleLines(plan(body)), troubles, body)
  for (const [head, troubles] of heads) assert.deepEqual(troubleLines(head), [...troubles], head)
})

const found = [
  ...bodies.map(([body]) => troublesOf(plan(body))),
  ...heads.map(([head]) => troublesOf(head)),
  ...rare(),
].flat()

test('every trouble of the table occurs, with its severity, a message and an advice', () => {
  const codes = new Set(found.map(({ code }) => code))
  assert.deepEqual(
    troubleTable.filter(([code]) => !codes.has(code)),
    [],
  )
  const severities = new Map<string, string>(troubleTable)
  for (const trouble of found) {
    assert.equal(trouble.severity, severities.get(trouble.code))
    assert.match(messageOf(trouble), /^.+[.…]$/su)
    assert.match(adviceOf(trouble), /^\S.+[.…]$/su)
    assert.doesNotMatch(messageOf(trouble), /\n/)
  }
})

for (const language of ['zh-Hans', 'zh-Hant', 'zh-Hant-HK'] as const) {
  test(`case 59: every trouble is told in the reader's language: ${language}`, () => {
    const t = wordsIn(language)
    for (const { code, message, advice } of found) {
      // What js-yaml says of YAML is English.
      const said = `${code === 'file.malformed-yaml' ? '' : inWords(message, t)}${inWords(advice, t)}`
      const ownWords = said.replaceAll(/`[^`]*`|（[a-z\d./-]+）/gu, '')
      assert.match(ownWords, /\p{Script=Han}.*[。，：]/u, code)
      assert.doesNotMatch(ownWords, /[a-z]{2,} [a-z]{2,}|\{\d\}/u, code)
    }
  })
}

/** Troubles that no body and no head alone can have. */
function rare(): readonly (readonly Trouble[])[] {
  const decoded = decodeCorpusFile(Uint8Array.of(0xff), 'x.md')
  const register = '---\nid: agencies\ntype: register\ntitle: A\n---\n\n# X {#X}\n\n# Y {#X}\n'
  return [
    'trouble' in decoded ? [decoded.trouble] : [],
    parseCorpusFile('x'.repeat(11), 'x.md', 10).troubles,
    troublesOf(plan('# x\n\n'.repeat(1001))),
    troublesOf('---\nid: p\ntype: plan\ntitle: P\nlast-page: 1\nmood: x\n---\n\n# M {#1 page=2}'),
    corpusOf([
      { name: 'a.md', text: plan('# M {#1}\n\n- lead: NOBODY\n- same-as: p:9\n- formerly: p:1\n') },
      { name: 'c.md', text: claimAboutNothing },
      { name: 'relations.md', text: badRelations },
      { name: 'glossary.md', text: badTerms },
      { name: 'b.md', text: plan('') },
      { name: 'agencies.md', text: register },
    ]).troubles,
    ...(['link', 'noFile'] as const).map((kind) => refusedFile('x.md', { kind }).troubles),
  ]
}

test('a value that cannot be read costs that value, and the measure stays', () => {
  for (const body of [
    '# M {#1 page=4-3}',
    '# M {#1}\n\n- lead: the Port',
    '# M {#1}\n\n- same-as: nothing at all',
    `# M {#1}\n\n${'[('.repeat(40_000)}`,
  ]) {
    assert.deepEqual(keysOf(plan(body)), ['p', 'p:1'])
  }
})

test('a malformed value of the front matter costs that value, and the file is read', () => {
  for (const line of [
    'issued: 2025-02-30',
    'issued: 0000-00-00',
    'issued: 2025-7-1',
    'url: http://x.example/a.pdf',
    'url: "https://"',
    'url: https://me:secret@x.example/',
    'url: javascript:alert(1)',
    'url: "https://x.example/a b"',
    'url: "https:\\\\\\\\x.example"',
    'first-page: 0',
    'last-page: 1e3',
    'complete: articles',
    'complete: article; none',
    'numbers: none',
    'numbers: 32024R1689; Regulation',
  ]) {
    const text = `---\nid: p\ntype: plan\ntitle: P\n${line}\n---\n\n# M {#1}\n`
    assert.deepEqual(troubleLines(text), ['instrument.malformed-field 5:1'], line)
    assert.deepEqual(keysOf(text), ['p', 'p:1'])
  }
})

test('dates are those of the calendar', () => {
  for (const issued of ['2024-02-29', '2000-02-29', '1215-06', '0001', '9999-12-31']) {
    assert.deepEqual(troubleLines(`---\nid: p\ntype: plan\ntitle: P\nissued: ${issued}\n---\n`), [])
  }
  for (const issued of [
    '2023-02-29',
    '1900-02-29',
    '2025-13',
    '2025-00',
    '2025-04-31',
    '2025-01-00',
  ]) {
    const text = `---\nid: p\ntype: plan\ntitle: P\nissued: ${issued}\n---\n`
    assert.deepEqual(troubleLines(text), ['instrument.malformed-field 5:1'], issued)
  }
})

test('at most a thousand troubles are listed, and the rest is counted', () => {
  const troubles = troublesOf(plan('# x\n\n'.repeat(1500)))
  assert.equal(troubles.length, 1001)
  assert.equal(troubles.at(-1)?.code, 'file.more-troubles')
  assert.match(messageOf(troubles.at(-1)), /500 more/)
})

test('troubles come in the order of the file', () => {
  const text = plan('# A {#1 page=x}\n\nB\u200B\n\n# C\n\n# D {#1}\n')
  const starts = troublesOf(text).map(({ place }) => place.span.start)
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  )
  assert.equal(starts.length, 4)
})

test('a message quotes text of the file short and with nothing hidden', () => {
  const [trouble] = troublesOf(plan(`# M {#1 kind=\u202E${'x'.repeat(500)}}`)).filter(
    ({ code }) => code === 'heading.unknown-kind',
  )
  assert.ok(trouble !== undefined && messageOf(trouble).length < 120)
  assert.match(messageOf(trouble), /⟦U\+202E⟧/)
})
