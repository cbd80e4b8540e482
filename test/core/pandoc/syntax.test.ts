import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isCrossReference } from '../../../src/core/pandoc/crossReferences.ts'
import { parseCitations, type CitationGroup } from '../../../src/core/pandoc/syntax.ts'
import { sliceSpan, type Span } from '../../../src/core/text/span.ts'
import { processorTime } from '../../support/processorTime.ts'

/** A group with the texts of its spans in place of the spans. */
function read(mask: string, base = 0): readonly unknown[] {
  const text = (span: Span | undefined): string | undefined =>
    span && sliceSpan(mask, { start: span.start - base, end: span.end - base })
  return parseCitations(mask, base).map((group) => ({
    text: text(group.span),
    bracketed: group.bracketed,
    citations: group.citations.map((citation) =>
      [citation.form, text(citation.span), text(citation.markerSpan), text(citation.keySpan)]
        .concat(text(citation.prefixSpan) ?? '', text(citation.suffixSpan) ?? '')
        .join('|'),
    ),
    ...(group.marks.length > 0 && {
      marks: group.marks.map(
        ({ kind, span, replacement }) => `${kind} ${text(span)}→${replacement}`,
      ),
    }),
  }))
}

function formsOf(mask: string): readonly string[] {
  return parseCitations(mask, 0).flatMap(({ citations }) =>
    citations.map(({ form, key }) => `${form} ${key}`),
  )
}

test('a group has the spans of its citations, prefixes and suffixes', () => {
  assert.deepEqual(formsOf('[@a; -@{b c}]'), ['narrative a'])
  assert.deepEqual(read('As [see  @us-aiap-2025:I.1.3, p. 3; -@{b} x].', 100), [
    {
      text: '[see  @us-aiap-2025:I.1.3, p. 3; -@{b} x]',
      bracketed: true,
      citations: [
        'bracketed|@us-aiap-2025:I.1.3, p. 3|@|us-aiap-2025:I.1.3|see|, p. 3',
        'bracketed|-@{b} x|-@{|b|| x',
      ],
    },
  ])
})

test('a narrative citation has the brackets after it', () => {
  assert.deepEqual(read('Thus @k [p. 3] and @b [p. 4; see @c, 5].'), [
    { text: '@k [p. 3]', bracketed: false, citations: ['narrative|@k [p. 3]|@|k||p. 3'] },
    {
      text: '@b [p. 4; see @c, 5]',
      bracketed: false,
      citations: ['narrative|@b [p. 4|@|b||p. 4', 'bracketed|@c, 5|@|c|see|, 5'],
    },
  ])
  assert.deepEqual(read('Thus @k [@b].'), [
    { text: '@k [@b]', bracketed: false, citations: ['narrative|@k|@|k||', 'bracketed|@b|@|b||'] },
  ])
})

test('a citation within the suffix of another belongs to its group', () => {
  assert.deepEqual(read('[@a see [@b] and @c]'), [
    {
      text: '[@a see [@b] and @c]',
      bracketed: true,
      citations: [
        'bracketed|@a see [@b] and @c|@|a|| see [@b] and @c',
        'bracketed|@b|@|b||',
        'narrative|@c|@|c||',
      ],
    },
  ])
})

test('a key glued to a letter, a digit, a full stop or emphasis is said to be glued', () => {
  assert.deepEqual(formsOf('根据@k规定'), ['glued k规定'])
  assert.deepEqual(formsOf('e.g.@k'), ['glued k'])
  assert.deepEqual(formsOf('**重点**@k'), ['glued k'])
  assert.deepEqual(formsOf('根据，@k'), ['narrative k'])
  assert.deepEqual(formsOf('wait...@k'), ['narrative k'])
})

test('an e-mail address is no citation', () => {
  assert.deepEqual(formsOf('Write to analyst@example.org or a1@b.c.'), [])
})

test('full-width punctuation is marked where Pandoc wants ASCII', () => {
  assert.deepEqual(read('[@a；@b]'), [
    {
      text: '[@a；@b]',
      bracketed: true,
      citations: ['bracketed|@a；@b|@|a||；@b', 'narrative|@b|@|b||'],
      marks: ['semicolon ；→; '],
    },
  ])
  assert.deepEqual(read('见［@a，第3页；参见 @b］。'), [
    {
      text: '［@a，第3页；参见 @b］',
      bracketed: false,
      citations: ['narrative|@a|@|a||', 'narrative|@b|@|b||'],
      marks: ['openBracket ［→[', 'comma ，→, ', 'semicolon ；→; ', 'closeBracket ］→]'],
    },
  ])
  const marksOf = (mask: string): readonly string[] =>
    parseCitations(mask, 0).flatMap(({ marks }) =>
      marks.map(({ kind, replacement }) => kind + replacement),
    )
  assert.deepEqual(marksOf('【@a】'), ['openBracket[', 'closeBracket]'])
  assert.deepEqual(marksOf('[@a］'), ['closeBracket]'])
  assert.deepEqual(marksOf('［@a]'), ['openBracket['])
  assert.deepEqual(marksOf('［根据@a，页 3］'), ['openBracket[', 'comma, ', 'closeBracket]'])
  assert.deepEqual(marksOf('[@a， p. 3]'), ['comma,'])
})

test('full-width punctuation in prose is not marked', () => {
  const marked = [
    '[@a, p. 3，另见附件；说明]',
    '【要点：据 @a 所述，芯片受限】',
    '【重点】根据 @a，出口受限；@b 亦然。',
    '（@a，第3页；@b）',
    '@a，@b；@c',
    '［参见[@a]的说明；与[@b]］',
    '［这是一段很长的括注，与引用无关，只是顺便提到 @a］',
  ].filter((mask) => parseCitations(mask, 0).some(({ marks }) => marks.length > 0))
  assert.deepEqual(marked, [])
})

test('case 33: what the mask hides is no citation', () => {
  const hidden = 'See \uFFFC\uFFFC\uFFFC\uFFFC and [text](\uFFFC\uFFFC\uFFFC).'
  assert.deepEqual(parseCitations(hidden, 0), [])
  assert.deepEqual(formsOf('\uFFFC\uFFFC@k'), ['narrative k'])
})

test('case 34: citations stand in link text, image descriptions and notes, in the form Pandoc gives them', () => {
  assert.deepEqual(formsOf('[see @a](\uFFFC)'), ['narrative a'])
  assert.deepEqual(formsOf('![see @a](\uFFFC)'), ['narrative a'])
  assert.deepEqual(formsOf('^[@a; @b]'), ['narrative a', 'narrative b'])
  assert.deepEqual(formsOf('^[see [@a; @b]]'), ['bracketed a', 'bracketed b'])
})

test('case 38: spans are right after emoji, joined emoji and astral characters', () => {
  const mask = '政策👩‍💻é é𠮷：[@k, p. 3]'
  const [group] = parseCitations(mask, 0)
  assert.equal(group && sliceSpan(mask, group.span), '[@k, p. 3]')
  assert.equal(group?.citations[0].keySpan.start, mask.indexOf('k, p.'))
  assert.deepEqual(formsOf('𠮷@k'), ['glued k'])
  assert.deepEqual(formsOf('@𠮷野'), ['narrative 𠮷野'])
})

test('case 39: lone surrogates are read as they are', () => {
  assert.deepEqual(formsOf('\uD842@k \uDFB7[@b\uD842]'), ['narrative k', 'bracketed b'])
})

test('case 40: tabs, right-to-left text, line separators and vertical tabs keep spans right', () => {
  const mask = '\t\u000B[\u2028@k,\tp. 3] עברית @b'
  assert.deepEqual(
    parseCitations(mask, 0).map(({ span }) => sliceSpan(mask, span)),
    ['[\u2028@k,\tp. 3]', '@b'],
  )
})

test('case 20: a key in full width or in decomposed form is read as written', () => {
  assert.deepEqual(formsOf('见 @（k） @ｋｅｙ２ @cafe\u0301'), [
    'narrative ｋｅｙ２',
    'narrative cafe',
  ])
})

test('cross-references of Quarto and pandoc-crossref are told by their prefixes', () => {
  const references = [
    'fig-map',
    'tbl-1',
    'sec-intro',
    'eq-1',
    'lst-a',
    'thm-x',
    'fig:map',
    'sec:a',
    'Fig-map',
    'eq:1',
    'Sec:a',
    'fig-',
  ]
  assert.deepEqual(
    references.filter((key) => !isCrossReference(key)),
    [],
  )
  const keys = [
    'figure',
    'fig',
    'secure-2020',
    'eqs-1',
    'us-aiap-2025:I',
    'tip2020',
    'algorithm-2',
    'FIG-map',
    '',
  ]
  assert.deepEqual(
    keys.filter((key) => isCrossReference(key)),
    [],
  )
})

/** Every span lies within its group, in the mask, and is of the text that it says. */
function assertConsistent(mask: string, base: number, groups: readonly CitationGroup[]): void {
  let end = base
  for (const { span, citations, marks } of groups) {
    assert.ok(span.start >= end && span.end <= base + mask.length)
    end = span.end
    for (const citation of citations) {
      const { start } = citation.keySpan
      assert.equal(mask.slice(start - base, citation.keySpan.end - base), citation.key)
      assert.equal(citation.markerSpan.end, start)
      const inner = [
        citation.span,
        citation.keySpan,
        citation.markerSpan,
        citation.prefixSpan,
        citation.suffixSpan,
      ]
      for (const part of [...inner, ...marks.map((mark) => mark.span)]) {
        assert.ok(
          part === undefined ||
            (part.start >= span.start && part.end <= span.end && part.start < part.end),
        )
      }
    }
  }
}

test('spans are consistent in arbitrary masks', () => {
  const pieces = [
    '@a',
    '@b:c',
    '-@',
    '@{',
    '}',
    '[',
    ']',
    ';',
    '；',
    '，',
    '［',
    '］',
    '【',
    '】',
    ' ',
    '\n',
    '*',
    '"',
    '\\',
    '\uFFFC',
    '\uD842',
    '根据',
    '^',
    '!',
    '(',
  ]
  const mask = fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(mask, fc.nat(1000), (parts, base) => {
      assertConsistent(parts.join(''), base, parseCitations(parts.join(''), base))
    }),
    { numRuns: 3000, seed: 7 },
  )
})

/** The shortest of three times that it takes to parse `mask`. */
function parsingTime(mask: string): number {
  return Math.min(...[1, 2, 3].map(() => processorTime(() => parseCitations(mask, 0))))
}

const hostile: readonly (readonly [string, (size: number) => string])[] = [
  ['[@p:', (size) => '[@p:'.repeat(size)],
  ['[', (size) => `@a${'['.repeat(size)}`],
  ['[@a …]', (size) => `${'[x @a '.repeat(size)}${']'.repeat(size)}`],
  ['@a [', (size) => `${'@a ['.repeat(size)}${']'.repeat(size)}`],
  ['@{', (size) => '@{'.repeat(size)],
  ['；', (size) => `${'[@a；@b '.repeat(size)}${']'.repeat(size)}`],
  ['［', (size) => `${'［@a'.repeat(size)}${'］'.repeat(size)}`],
  ['*', (size) => `@a ${'*a _b "c '.repeat(size)}`],
  ['\\', (size) => `@a${'\\'.repeat(size)}`],
  ['-', (size) => `${'-'.repeat(size)}@a`],
  ['.@', (size) => '.@a'.repeat(size)],
  ['&', (size) => `@a${'&amp'.repeat(size)}`],
  ['[^', (size) => `@a${'[^'.repeat(size)}`],
  ['spaces', (size) => `[@a${' '.repeat(size)}@b${'\n '.repeat(size)}]`],
  ['citations', (size) => '[@abc, p. 3] and '.repeat(size)],
]

/** A quadratic parser would take 256 times as long for 16 times as much. */
test('case 37: hostile masks take time in proportion to their length', () => {
  for (const [name, mask] of hostile) {
    const short = parsingTime(mask(2_500))
    const long = parsingTime(mask(40_000))
    const times = `${name}: ${short.toFixed(0)} ms, then ${long.toFixed(0)} ms for 16 times as much`
    assert.ok(long < 1000 && long < 80 * short + 150, times)
  }
})

test('case 36: 20,000 citations on one line are all read', () => {
  const groups = parseCitations('[@abc, p. 3] and '.repeat(20_000), 0)
  assert.equal(groups.length, 20_000)
  assert.equal(groups.at(-1)?.span.start, 19_999 * 17)
})

test('case 35: 10 MB on one line are read at once', () => {
  const mask = `${'A long line of prose; with marks, (and) 中文。'.repeat(230_000)} @k`
  assert.ok(mask.length > 8_000_000)
  assert.equal(parseCitations(mask, 0).length, 1)
  assert.ok(parsingTime(mask) < 1500)
})
