import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parseCitations } from '../../src/core/pandoc/syntax.ts'
import { pandocVersion, paragraphCitations, type ReadCitation } from './pandoc.ts'

/** What a mask is: code, mathematics and link destinations replaced, with their length. */
function maskOf(paragraph: string): string {
  return paragraph
    .replace(/`[^`]*`|\$[^$]*\$/g, (code) => '\uFFFC'.repeat(code.length))
    .replace(
      /(\]\()([^()]*)(?=\))/g,
      (_, open: string, url: string) => open + '\uFFFC'.repeat(url.length),
    )
}

/** The citations that we find, as {@link pandocCitations} writes them. */
function ourCitations(paragraph: string): readonly ReadCitation[] {
  return parseCitations(maskOf(paragraph), 0)
    .flatMap((group) => group.citations)
    .filter((citation) => citation.form !== 'glued')
    .map(({ form, suppressAuthor, key }) => `${suppressAuthor ? 'suppressed' : form} ${key}`)
}

const paragraphs: readonly string[] = [
  // Forms of the manual.
  'Blah [see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1].',
  'Blah [@{https://example.com/bib?name=foobar&date=2000}, p. 33].',
  'Blah [@Foo_bar.baz.].',
  'Blah [-@smith04].',
  'Blah @smith04 says.',
  'Blah @smith04 [p. 33] says.',
  'Blah [@smith{ii, A, D-Z}, with a suffix].',
  'Blah [@smith, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here].',
  'Blah [@smith{}, 99 years later].',
  'Nocite @* is read.',
  // Keys.
  'a @us-aiap-2025:I.1.3 b',
  'a @us-aiap-2025:I.1.3. b',
  'a @us-aiap-2025:I.1.3, b',
  'a @us-aiap-2025:I.1.3: b',
  'a @us-aiap-2025:I.1.3; b',
  'a @us-aiap-2025:I.1.3。b',
  'a @us-aiap-2025:I.1.3规定 b',
  'a @us-aiap-2025:I.1.3.规定 b',
  'a @us-aiap-2025:I.1.3、b',
  'a @us-aiap-2025：I.1.3 b',
  'a @k::b b',
  'a @k..b b',
  'a @k-.b b',
  'a @k:/b b',
  'a @k://b b',
  'a @k/ b',
  'a @k# b',
  'a @k#b$c%d&e-f+g?h<i>j~k/l b',
  'a @_k b',
  'a @k_ b',
  'a @k_b_ c',
  'a @-k b',
  'a @:k b',
  'a @.k b',
  'a @ k b',
  'a @1 b',
  'a @１２号 b',
  'a @ключ b',
  'a @cle\u0301 b',
  'a @𠮷野 b',
  'a @ⅷ b',
  'a @k’s b',
  "a @k's b",
  'a @k(b) c',
  'a @k* b',
  'a @k| b',
  'a @k@b c',
  'a @k;@b c',
  'a @k:@b c',
  'a @{k b} c',
  'a @{k}b c',
  'a @{k{l}m} c',
  'a @{k} [p. 3] c',
  'a @{k [@b] c',
  'a @{k]l}, c',
  '[@{k]l}; @b]',
  '[@{k;l}; @b]',
  '[-@{k}, p. 3]',
  // What stands before.
  'x@k',
  '根据@k规定',
  '根据 @k 规定',
  '根据，@k',
  '根据：@k',
  '（@k）',
  '《计划》@k',
  '“见”@k',
  'e.g.@k',
  'e.g. @k',
  'x.@k',
  'x..@k',
  'x...@k',
  'x ....@k',
  'x .@k',
  'x,@k',
  'x)@k',
  'x/@k',
  'x_@k',
  '中_@k',
  'x-@k',
  'x--@k',
  'x—@k',
  'x -@k y',
  '(-@k)',
  'x"@k',
  "x'@k",
  "it's @k",
  '𠮷@k',
  '👩‍💻@k',
  'e\u0301@k',
  '½@k',
  '*x*@k',
  '**x**@k',
  '_x_@k',
  '*x*.@k',
  '*x* @k',
  '*@k*',
  '**@k**',
  '_(@k)_',
  '**重点**@k',
  '~~x~~@k',
  '`x`@k',
  '$x$@k',
  '[x](u)@k',
  '&amp;@k',
  'a&eacute;@k',
  '\u00a0@k',
  '\\@k',
  'x \\@k',
  'x \\\\@k',
  'x \\*@k',
  'x\\.@k',
  'x\\...@k',
  'x \\-@k',
  'x \\--@k',
  'x\\ @k',
  'x\\\n@k',
  'bob@k.com and @a',
  '根据@a@b',
  // Groups.
  '[@k]',
  'x[@k]y',
  '根据[@k]规定',
  '[@k]@b',
  '[@k] [@b]',
  '[ @k ]',
  '[\n@k]',
  '[@k\n; @b]',
  '[@k; @b; @c]',
  '[@k;@b]',
  '[@k;]',
  '[@k; b]',
  '[k; @b]',
  '[see k; @b]',
  '[; @b]',
  '[@k; see @b]',
  '[see @k]',
  '[见 @k]',
  '[参见@k]',
  '[参见@k；@b]',
  '[@k；@b]',
  '[@k；见@b]',
  '[@k，第3页]',
  '[@k 根据@b]',
  '［@k］',
  '【@k】',
  '［@k；@b］',
  '[@k］',
  '［@k]',
  '[@k, @b]',
  '[@k @b]',
  '[@k see @b; @c]',
  '[see [@k] and @b]',
  '[see [x; y] @b]',
  '[see @k [x; y]; @b]',
  '[[@k]]',
  '[[@k]; @b]',
  '[[@k] @b]',
  '[@k [p. 3]]',
  '[@k [p. 3]; x]',
  '[@k [ b]',
  '[@k ] b]',
  '[@k [b] c',
  'x [ @k ] y [ z',
  '[@k',
  '@k]',
  '\\[@k]',
  '[\\@k]',
  '[@k\\]; @b]',
  '[@k\\; @b]',
  '[@k]: x',
  '[-@k; -@b]',
  '[--@k]',
  '[---@k]',
  '[x-@k]',
  '[x -@k]',
  '[- @k]',
  '[@k](url)',
  '[x @k](url)',
  '[@k]{.x}',
  '[@k][b]',
  '[@k][@b]',
  '[@k][^1]',
  '[@k; @b][^1] c',
  '@k [@b][^1]',
  '@k [p. 3][^1]',
  'x ![@k](url)',
  '![@k]',
  'x ![see @k; @b] y',
  'x ![y @k](url)',
  '\\![@k]',
  '^[@k]',
  'x^[see @k; b]',
  'x ^[see [@k; @b]]',
  '[^@k]',
  '[^ @k]',
  'x[^1] @k',
  '["@k"]',
  '[“@k”]',
  '[see "x; y" @k]',
  '[@k "x; y"; @b]',
  "[@k 'x; y'; @b]",
  '[@k “x；y; z”; @b]',
  "[the plan's aim @k; its @b]",
  "[the plan's aim; @b]",
  '[*@k*]',
  '[*see* @k]',
  '[@k *x; y*]',
  '[@k **x; y**; @b]',
  '[@k _x; y_; @b]',
  '[@k ~~x; y~~; @b]',
  '[@k `x; ]y`; @b]',
  '[@k $x; y$; @b]',
  '[@k *x]',
  '[@k x*y]',
  '[@k x* y]',
  '[@k R&amp;D; @b]',
  '[@k A&T; @b]',
  '[@k &#59; @b]',
  '[@k (x; y); @b]',
  '[@k, see <https://x.example>; @b]'.replace(/<.*>/, '`$&`'),
  // Narrative citations with brackets.
  '@k[p. 3]'.padStart(10),
  'x @k [p. 3] y',
  'x @k  [p. 3]',
  'x @k\n[p. 3]',
  'x @k \n [p. 3]',
  'x @k [@b]',
  'x @k [p. 3; @b]',
  'x @k [p. 3; b]',
  'x @k [see @b; @c]',
  'x @k []',
  'x @k [p. 3](url)',
  'x @k [p. 3][b]',
  'x @k [p. 3]{.x}',
  'x @k [@b]{.x}',
  'x @k [@b](url)',
  'x @k [^1]',
  'x @k ^[y]',
  'x @k (p. 3) [y]',
  'x @k, [p. 3]',
  'x @k {p. 3}',
  'x @k [[@b]]',
  'x @k [p. 3] [p. 4]',
  'x @k [p. 3 [@b]]',
  'x根据@k [p. 3]',
  // Cross-references are citations to Pandoc.
  'x @fig-map and [@sec:intro]',
  // Lists of citations.
  '参见 @a、@b 与 @c。',
  '[@a], [@b; @c]; (@d)',
]

test('the Pandoc that decides is 3.10: another one wants its differences looked at', () => {
  assert.equal(pandocVersion, '3.10')
})

/** What Pandoc does, not promises of its manual, holds our parser to account. */
suite('The keys and forms that Pandoc reads', () => {
  assert.ok(paragraphs.length >= 150)
  for (const paragraph of paragraphs) {
    test(`in ${JSON.stringify(paragraph)}`, async () => {
      assert.deepEqual(ourCitations(paragraph), await paragraphCitations(paragraph))
    })
  }
})

interface Difference {
  /** What Pandoc does otherwise. */
  readonly reason: string
  readonly paragraph: string
  readonly ours: readonly ReadCitation[]
  readonly theirs: readonly ReadCitation[]
}

/** Where Pandoc's syntax of citations and ours differ; everywhere else they agree. */
const differences: readonly Difference[] = [
  {
    reason: 'takes a backslash with letters of any script for a TeX command, which glues nothing',
    paragraph: 'x \\见@k',
    ours: [],
    theirs: ['narrative k'],
  },
  {
    reason: 'reads a group before a parenthesis that nothing closes',
    paragraph: '[@k](',
    ours: ['narrative k'],
    theirs: ['bracketed k'],
  },
  {
    reason: 'reads a group before a brace that begins no attributes',
    paragraph: '[@k]{x}',
    ours: ['narrative k'],
    theirs: ['bracketed k'],
  },
  {
    reason: 'reads a group before brackets that nothing closes',
    paragraph: '[@k][b',
    ours: ['narrative k'],
    theirs: ['bracketed k'],
  },
  {
    reason: 'reads a group behind an exclamation mark, before a label that nothing defines',
    paragraph: '![@k][b]',
    ours: ['narrative k'],
    theirs: ['bracketed k'],
  },
]

suite('The keys and forms that Pandoc reads are not ours, where it', () => {
  for (const { reason, paragraph, ours, theirs } of differences) {
    test(reason, async () => {
      assert.deepEqual(ourCitations(paragraph), ours)
      assert.deepEqual(await paragraphCitations(paragraph), theirs)
    })
  }
})

const fragments = [
  ...[
    '@a',
    '@b:c.1',
    '-@c',
    '@{d}',
    '[@e',
    '[',
    ']',
    '];',
    '; ',
    ';',
    ' ',
    ' ',
    ' ',
    ', ',
    ', p. 3',
    ' [p. 4]',
  ],
  ...[
    '见',
    '根据',
    '。',
    '；',
    '，',
    '(',
    ')',
    'word',
    'see ',
    '.',
    '...',
    '!',
    '^',
    '`code;]`',
    '［',
    '］',
  ],
  ...['𠮷', '👩', '*', '**', '_', '"', "'", '“', '”', '~~', '’', '\\[', '\\@', '\n'],
]

/** Paragraphs that are blocks of another kind, or fall to a documented difference. */
function isComparable(paragraph: string): boolean {
  if (!paragraph.includes('@') || paragraph !== paragraph.trim() || /\n\s*\n/.test(paragraph))
    return false
  const startsOtherBlock = /(?:^|\n)\s*(?:\(?@|[*_.)+-]|\(?[a-z]{1,4}[.)]|\[\^|\[[^\]]*\]:)/m
  const afterBrackets = /\][ \n]*-?@[^[]*\]/
  const codeAfterBracket = /\]`/
  return ![startsOtherBlock, afterBrackets, codeAfterBracket].some((pattern) =>
    pattern.test(paragraph),
  )
}

const oddDelimiters = /[*_"'“”’~^]/

test('in generated paragraphs, Pandoc reads the same keys in the same forms', async () => {
  const arbitrary = fc
    .array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 11 })
    .map((parts) => parts.join(''))
    .filter(isComparable)
  const compared: string[] = []
  const different: string[] = []
  for (const paragraph of fc.sample(arbitrary, { numRuns: 700, seed: 20250723 })) {
    const found = await paragraphCitations(paragraph)
    if (found === undefined) continue
    compared.push(paragraph)
    if (found.join() !== ourCitations(paragraph).join()) different.push(paragraph)
  }
  assert.ok(compared.length >= 300, `${compared.length} paragraphs`)
  assert.deepEqual(
    different.filter((paragraph) => !oddDelimiters.test(paragraph)),
    [],
  )
  assert.ok(
    different.length <= compared.length / 100,
    different.map((one) => JSON.stringify(one)).join('\n'),
  )
})
