import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quotationsOf, spanInReport } from '../../../src/core/report/quotations.ts'
import { analyseReport } from '../../../src/core/report/report.ts'

function found(text: string): readonly string[] {
  return quotationsOf(analyseReport(text)).map(
    ({ text: words, citations, form }) =>
      `${form} ${citations.map(({ key }) => key).join('+')}: ${words.trim()}`,
  )
}

for (const [name, report, expected] of [
  [
    'right before its citation',
    'It wants “a lean fleet” [@a:1, p. 3].',
    ['inline a:1: a lean fleet'],
  ],
  [
    'behind a narrative citation',
    '@a:1 [p. 3] asks for “a lean fleet”.',
    ['inline a:1: a lean fleet'],
  ],
  [
    'of two sentences, before a citation',
    'It says: “Keep it. Mend it.” [@a:1]',
    ['inline a:1: Keep it. Mend it.'],
  ],
  [
    'each with its own citation',
    '“One thing” [@a:1] but “another thing” [@a:2].',
    ['inline a:1: One thing', 'inline a:2: another thing'],
  ],
  ['in straight marks', 'It wants "a lean fleet" [@a:1].', ['inline a:1: a lean fleet']],
  ['in corner brackets', '計畫要求「保留『石材』」[@a:1]。', ['inline a:1: 保留『石材』']],
  [
    'with emphasis and escapes',
    'It wants “a *lean* \\[big\\] fleet” [@a:1].',
    ['inline a:1: a lean [big] fleet'],
  ],
  ['without a citation', 'They call it “a gift to all”. Others cite [@a:1].', []],
  ['with a citation in another sentence only', 'It is “a gift”. And so on [@a:1].', []],
  ['in code', '`“not this”` [@a:1]', []],
  [
    'in a block, over paragraphs',
    'It says:\n\n> Keep it.\n>\n> Mend *it*. [@a:1, p. 3]\n\nEnd.',
    ['block a:1: Keep it.\n\n Mend it.'],
  ],
  [
    'in a block that a citation announces',
    'It says [@a:1]:\n\n> Keep it.\n',
    ['block a:1: Keep it.'],
  ],
  ['in a block with its source behind a dash', '> Keep it.\n> — [@a:1]\n', ['block a:1: Keep it.']],
  [
    'in a block with its citation alone in the paragraph behind it',
    'It says:\n\n> "Keep it.\n>\n> Mend *it*."\n\n[@a:1, p. 3]\n\nEnd.',
    ['block a:1: Keep it.\n\n Mend it.'],
  ],
  [
    'in each block with its citation behind it',
    '> Keep it.\n\n[@a:1].\n\n> Mend it.\n\n@b:2 [p. 3]\n',
    ['block a:1: Keep it.', 'block b:2: Mend it.'],
  ],
  [
    'in a block with its source below it, past a comment',
    '> Keep it.\n\n<!-- as printed -->\n\nSource: [@a:1]\n',
    ['block a:1: Keep it.'],
  ],
  [
    'in a block with its source behind a dash below it',
    '> Keep it.\n\n— The Harbour Board, *Plan* [@a:1]\n',
    ['block a:1: Keep it.'],
  ],
  [
    'in a block in a list with its citation behind it',
    '- One:\n\n  > Keep it.\n\n  [@a:1]\n',
    ['block a:1: Keep it.'],
  ],
  [
    'in Chinese in a block',
    '> 保留石材。\n\n（来源：[@a:1，第三条]）\n',
    ['block a:1: 保留石材。'],
  ],
  ['by a paragraph behind it that says more', '> Keep it.\n\nThis is the goal [@a:1].\n', []],
  [
    'by a citation behind it that announces another',
    '> Keep it.\n\n[@a:1]:\n\n> Mend it.\n',
    ['block a:1: Mend it.'],
  ],
  [
    'once where it is announced and cited behind',
    'It says [@a:1]:\n\n> Keep it.\n\n[@b:2]\n',
    ['block a:1: Keep it.'],
  ],
  ['once where it cites for itself', '> Keep it. [@a:1]\n\n[@b:2]\n', ['block a:1: Keep it.']],
  ['by a citation that other words part from it', '> Keep it.\n\nSo it is.\n\n[@a:1]\n', []],
] as const) {
  test(`a quotation is found ${name}`, () => {
    assert.deepEqual(
      found(report).map((one) => one.replaceAll(/[ \t]+/gu, ' ').replaceAll(/ ?\n ?/gu, '\n')),
      expected.map((one) => one.replaceAll(/ ?\n ?/gu, '\n')),
    )
  })
}

test('case 38: what a part of a quotation stands for in the report is exact, also behind emoji and escapes', () => {
  const text = '政策👩‍💻é: “keep \\*all\\* of *it*” [@a:1].'
  const [quotation] = quotationsOf(analyseReport(text))
  assert.ok(quotation)
  const at = quotation.text.indexOf('*all*')
  const span = spanInReport(quotation, { start: at, end: at + 5 })
  assert.equal(text.slice(span.start, span.end), '*all\\*')
  const it = quotation.text.indexOf('it')
  const word = spanInReport(quotation, { start: it, end: it + 2 })
  assert.equal(text.slice(word.start, word.end), 'it')
})

test('a thousand quotation marks without partners cost no more than a look each', () => {
  assert.deepEqual(found(`${'“'.repeat(20_000)} [@a:1]`), [])
})

test('comments before a block quotation, or in it, are no part of it and part it from nothing', () => {
  const comment = '<!-- policy-citation-ignore-next quotation.*: as printed -->'
  assert.deepEqual(found(`It says [@a:1]:\n\n${comment}\n<!-- other -->\n\n> A lean fleet.\n`), [
    'block a:1: A lean fleet.',
  ])
  const report = `> ${comment}\n> A lean fleet. [@a:1]\n`
  const [quotation] = quotationsOf(analyseReport(report))
  assert.equal(quotation?.span.start, report.indexOf('> A lean'))
})
