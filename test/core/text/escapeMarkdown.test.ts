import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { escapeMarkdown } from '../../../src/core/text/escapeMarkdown.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath)

function parse(markdown: string): Root {
  return parser.parse(markdown)
}

/** The types of all nodes of a tree, and its text. */
function nodesOf(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

/** What of `text` is left when controls and spaces at the ends are gone. */
function plainly(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

const pieces = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    'amp;',
    '#',
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '~~',
    '$',
    '|',
    '\\',
    '!',
    '^',
    '@',
  ],
  ...[
    '://x',
    '=',
    '---',
    ':',
    '{',
    '}',
    '"',
    'a',
    '計畫',
    ' ',
    '\n',
    '\u202E',
    '\uD842',
    '<b>',
    '<!--',
    '&#65;',
  ],
]

test('escaped text is one paragraph of that text and nothing else', () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(text, (parts) => {
      const original = parts.join('')
      if (plainly(original) === '' || /https?:|www\.|\w@/i.test(original)) return
      const tree = parse(escapeMarkdown(original))
      assert.deepEqual(nodesOf(tree), ['root', 'paragraph', 'text'], escapeMarkdown(original))
      assert.equal(textOf(tree), plainly(original))
    }),
    { numRuns: 4000, seed: 4 },
  )
})

test('within a sentence, within emphasis and as the text of a link it is that text as well', () => {
  const hostile = 'A] (b) *c* _d_ [e](f) `g` <b>h</b> $i$ ^[j] | ~~k~~ {m} \\n &amp; !'
  const escaped = escapeMarkdown(hostile)
  assert.equal(textOf(parse(`x ${escaped} y`)), `x ${hostile} y`)
  assert.deepEqual(nodesOf(parse(`x *${escaped}* y`)), [
    'root',
    'paragraph',
    'text',
    'emphasis',
    'text',
    'text',
  ])
  assert.deepEqual(nodesOf(parse(`[${escaped}](https://x.example)`)), [
    'root',
    'paragraph',
    'link',
    'text',
  ])
})

test('ordinary titles stay readable', () => {
  for (const title of [
    "America's AI Action Plan",
    'Public inquiry – rules, 3.5 of them (see below)!',
    '美国AI行动计划：创新',
    'R&D & more; 100%',
  ]) {
    assert.equal(escapeMarkdown(title), title)
  }
})

test('what begins a list or a definition is escaped at the start, and left as it is elsewhere', () => {
  for (const [text, escaped] of [
    ['- a', '\\- a'],
    ['+ a - b', '\\+ a - b'],
    ['= a', '\\= a'],
    [': a: b', '\\: a: b'],
    ['A - b + c = d: e', 'A - b + c = d: e'],
    ['7. a', '7\\. a'],
    ['12. a 3. b', '12\\. a 3. b'],
    ['123456789) a', '123456789\\) a'],
    ['a. b', 'a\\. b'],
    ['Z) b c) d', 'Z\\) b c) d'],
    ['7.', '7\\.'],
    ['7.5', '7.5'],
    ['?) a', '?) a'],
    ['ab) c', 'ab) c'],
    ['See 7. a', 'See 7. a'],
  ] as const) {
    assert.equal(escapeMarkdown(text), escaped)
  }
})
