import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { quotationsOf, spanInReport, type Quotation } from '../../../src/core/report/quotations.ts'
import { analyseReport } from '../../../src/core/report/report.ts'

function quotationIn(report: string): Quotation {
  return quotationsOf(analyseReport(report))[0] ?? assert.fail(report)
}

/** What a reader sees of `words` in quotation marks, in a report that defines a link and a note. */
function seen(words: string): string {
  return quotationIn(`It says “${words}” [@a:1].\n\n[plan]: https://x.example\n\n[^1]: A note.\n`)
    .text
}

/** What a reader sees of a block quotation; its paragraphs are parted by a bar. */
function seenInBlock(...lines: readonly string[]): string {
  const { text } = quotationIn(`It is so:\n\n${lines.map((line) => `> ${line}`).join('\n')}\n`)
  return text
    .replaceAll(/\s*\n\n\s*/gu, ' | ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

for (const [kind, written, expected] of [
  ['an entity by name', 'R&amp;D &mdash; all&nbsp;of it', 'R&D — all\u00A0of it'],
  ['an entity by number', 'states&#8217; rights &#x2014; ours', 'states’ rights — ours'],
  ['what only looks like an entity', 'R&D; AT&T', 'R&D; AT&T'],
  ['emphasis within a word', 'un**en**cum_b_ered *all*', 'unencum_b_ered all'],
  ['a superscript', '10^25^ m^2^', '1025 m2'],
  ['a superscript of HTML', '10<sup>25</sup> CO<sub>2</sub>', '1025 CO2'],
  ['a subscript', 'CO~2~ falls', 'CO2 falls'],
  ['a caret that raises nothing', '10^25 or more^ ', '10^25 or more^ '],
  ['maths', 'above $10^{25}$ or $\\geq 3{,}000\\,\\%$', 'above 1025 or ≥ 3,000 %'],
  ['maths that says something else', 'above $10^{24}$', 'above 1024'],
  ['code', 'use `not` it', 'use not it'],
  ['raw code for another format', 'use `<b>`{=html} it', 'use  it'],
  ['the mark of a note', 'a rule.[^1] It is', 'a rule. It is'],
  ['the mark of a note that is not there', 'a rule.[^3] It is', 'a rule. It is'],
  ['a note within the line', 'a rule.^[See [x](y) *there*.] It is', 'a rule. It is'],
  ['a link', 'rescind [Order 14110](https://x.example "t") now', 'rescind Order 14110 now'],
  ['a link without an address', 'rescind [Order 14110]() now', 'rescind Order 14110 now'],
  ['a link by its label', 'the [big plan][plan] of', 'the big plan of'],
  ['a link by an empty label', 'the [plan][] of', 'the plan of'],
  ['a link that is its label', 'the [plan] of', 'the plan of'],
  ['brackets that are the author’s', 'the [Plan of ours] of', 'the [Plan of ours] of'],
  ['an address', 'see <https://x.example/y> now', 'see https://x.example/y now'],
  ['a span with attributes', 'the [lean]{.smallcaps} fleet', 'the lean fleet'],
  ['a link with attributes', 'the [lean](x){target=_blank} fleet', 'the lean fleet'],
  ['tags', 'the <em class="a>b">lean</em><br>fleet', 'the lean fleet'],
  ['a comment', 'the <!-- not --> lean', 'the  lean'],
  ['struck words', 'the ~~very~~ lean', 'the very lean'],
  [
    'escaped characters',
    'a \\*lean\\* \\[big\\] 5\\% fleet\\ now',
    'a *lean* [big] 5% fleet\u00A0now',
  ],
  ['raw TeX', 'a \\emph{lean} fleet\\footnote{see x} now', 'a lean fleet now'],
  ['an underscore within a word', 'the file_name of _ours_', 'the file_name of ours'],
] as const) {
  test(`of ${kind} what a reader sees is read`, () => {
    assert.equal(seen(written), expected)
  })
}

test('quotation marks that are written as entities are quotation marks', () => {
  assert.equal(
    quotationIn('It says &ldquo;a lean fleet&rdquo; [@a:1].').text.trim(),
    'a lean fleet',
  )
  assert.equal(
    quotationIn('It says &#8220;a lean fleet&#x201d; [@a:1].').text.trim(),
    'a lean fleet',
  )
  assert.equal(quotationIn('It says &quot;a lean fleet&quot; [@a:1].').text.trim(), 'a lean fleet')
})

test('an entity is marked as a whole, and so is a word with markup in it', () => {
  const report = 'It says “the R&amp;D un**lean**ed &mdash;” [@a:1].'
  const quotation = quotationIn(report)
  const written = (words: string): string => {
    const start = quotation.text.indexOf(words)
    const span = spanInReport(quotation, { start, end: start + words.length })
    return report.slice(span.start, span.end)
  }
  assert.equal(written('&'), '&amp;')
  assert.equal(written('R&D'), 'R&amp;D')
  assert.equal(written('unleaned'), 'un**lean**ed')
  assert.equal(written('—'), '&mdash;')
})

suite('What a block quotation says of its source is not quoted:', () => {
  for (const [kind, lines] of [
    ['behind a dash', ['国家坚持发展和安全并重。', '——《暂行办法》第三条 [@a:1]']],
    ['behind a dash in the line', ['国家坚持发展和安全并重。——《暂行办法》第三条第一款 [@a:1]']],
    [
      'in a paragraph of its own',
      ['国家坚持发展和安全并重。', '', '—— 《暂行办法》（2023年）第三条 [@a:1]'],
    ],
    ['with who made it', ['国家坚持发展和安全并重。', '——国务院，《暂行办法》，第3条 [@a:1]']],
    ['in other brackets', ['国家坚持发展和安全并重。', '', '〔《暂行办法》第三条第一款〕 [@a:1]']],
    [
      'with what was changed',
      ['国家坚持发展和安全并重。', '（《暂行办法》第三条，着重号为作者所加）[@a:1]'],
    ],
    ['of an article only', ['国家坚持发展和安全并重。', '——第三条 [@a:1]']],
    ['of a law without its marks', ['国家坚持发展和安全并重。', '——个人信息保护法第三条 [@a:1]']],
    ['in parentheses', ['国家坚持发展和安全并重。（《暂行办法》第三条）[@a:1]']],
    ['in the last line', ['国家坚持发展和安全并重。', '《暂行办法》第三条 [@a:1]']],
    ['in so many words', ['国家坚持发展和安全并重。', '来源：《暂行办法》 [@a:1]']],
  ] as const) {
    test(`Chinese, ${kind}`, () => {
      assert.equal(seenInBlock(...lines).replace(/ \|$/u, ''), '国家坚持发展和安全并重。')
    })
  }
  for (const [kind, lines] of [
    [
      'behind a dash',
      ['Keep it lean—all of it.', '— The White House, *A Plan of Action*, p. 3 [@a:1]'],
    ],
    [
      'behind two hyphens',
      ['Keep it lean—all of it.', '-- AI Act, Article 5(1), point (a) [@a:1]'],
    ],
    ['in the line', ['Keep it lean—all of it. — A Plan of Action [@a:1]']],
    ['in parentheses', ['Keep it lean—all of it. (AI Act, Art. 5) [@a:1]']],
    ['in so many words', ['Keep it lean—all of it.', 'Source: A Plan of Action, p. 3 [@a:1]']],
  ] as const) {
    test(`English, ${kind}`, () => {
      assert.equal(seenInBlock(...lines), 'Keep it lean—all of it.')
    })
  }
  for (const [kind, lines] of [
    ['words behind a dash', ['It is so', '—not to replace it. [@a:1]']],
    ['words behind a dash in the line', ['It is so. —And it stays so for ever. [@a:1]']],
    [
      'a title within a sentence',
      ['根据《暂行办法》，', '《规定》第三条不适用，应当报告。 [@a:1]'],
    ],
    ['words in parentheses', ['It is so. (But not at all in May.) [@a:1]']],
    ['a last line', ['It is so and stays', 'with the Harbour Council. [@a:1]']],
  ] as const) {
    test(`but ${kind} are`, () => {
      const written = lines.join(' ').replace(' [@a:1]', '')
      assert.equal(seenInBlock(...lines), written)
    })
  }
})

test('the marks of a heading in a block quotation are not quoted', () => {
  assert.equal(seenInBlock('## Article 5 ##', '', 'Keep it. [@a:1]'), 'Article 5 | Keep it.')
  assert.equal(seenInBlock('Article 5', '---', '', 'Keep it. [@a:1]'), 'Article 5 | Keep it.')
})

test('a block quotation ends at an empty line', () => {
  const texts = quotationsOf(analyseReport('> One thing. [@a:1]\n\n> Two things. [@a:2]\n')).map(
    ({ text }) => text.trim(),
  )
  assert.deepEqual(texts, ['One thing.', 'Two things.'])
  assert.equal(quotationIn('> One thing.\n\n> Two things. [@a:2]\n').text.trim(), 'Two things.')
})

test('tags, brackets, carets and dollars without end cost no more than a look each', () => {
  for (const mark of [
    '<b>',
    '[',
    '[](',
    '^',
    '~',
    '$',
    '`a`',
    '&',
    '&amp;',
    '\\emph',
    '![',
    '^[',
    '—',
  ]) {
    const report = analyseReport(`“${mark.repeat(30_000)}” [@a:1]`)
    const [quotation] = quotationsOf(report)
    assert.ok((quotation?.text.length ?? 0) <= 30_000 * mark.length)
  }
})
