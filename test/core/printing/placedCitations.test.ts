import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import {
  placedGroup,
  placingIn,
  staysAsWritten,
  suffixText,
} from '../../../src/core/printing/placing/placedCitations.ts'
import { analyseReport, reportLanguage } from '../../../src/core/report/report.ts'
import { worksOf } from '../../../src/core/report/works.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The citations of `text` as `csl` wants them: prefix, key and suffix, with what stays behind. */
function placed(text: string, csl: string | undefined, lang = 'en'): string {
  const report = analyseReport(`---\nlang: ${lang}\n---\n\n${text}\n`)
  const style = readStyle(csl)
  const works = cslItems(worksOf(report, corpus), corpus, reportLanguage(report) ?? 'en')
  const placing = placingIn(report, style, works)
  return report.groups
    .map((group) =>
      placedGroup(group, placing)
        .map((one) => {
          const { prefix, work, citation, rest } = one
          if (staysAsWritten(one, style)) return `(${citation.key})`
          const suffix = suffixText(one, style, placing.language)
          return [prefix, `${work?.id ?? ''}${suffix}${rest}`].filter((part) => part).join(' ')
        })
        .join(' + '),
    )
    .join(' | ')
    .replaceAll('\u00A0', ' ')
}

const inText = undefined
const notes = 'chicago-notes-bibliography'
const gb = 'china-national-standard-gb-t-7714-2025-numeric'

/** What is written, in which style, and what becomes of it. */
const examples: readonly (readonly [string, string, string | undefined, string])[] = [
  [
    'a character that is written by its name is that character, however rare',
    '[@us-aiap-2025, p. 3, &Auml;nderung 1]',
    notes,
    'us-aiap-2025, {p. 3, Änderung 1}',
  ],
  [
    'what an in-text style prints stays',
    '[@us-aiap-2025, p. 3, pillar I, *so*; @smith, p. 3; @us-aiap-2025]',
    inText,
    '(us-aiap-2025) + (smith) + (us-aiap-2025)',
  ],
  [
    'a key becomes its instrument and the place',
    '[see @us-aiap-2025:I.1.3; @eu-ai-act:5.1.a, *so*]',
    inText,
    'see us-aiap-2025, p. 3, pillar I, sec. 1, action 3 + eu-ai-act, art. 5(1)(a), *so*',
  ],
  [
    'several places of one work are one, a word before one keeps it apart',
    '[@us-aiap-2025, p. 3, sec. 1; @us-aiap-2025, pp. 4-5; but @us-aiap-2025, p. 6, x]',
    notes,
    'us-aiap-2025, {p. 3, sec. 1; 4–5} + but us-aiap-2025, {p. 6, x}',
  ],
  [
    'a whole and a place in it stay two',
    '[@us-aiap-2025; @us-aiap-2025, p. 3, pillar I]',
    notes,
    '(us-aiap-2025) + us-aiap-2025, {p. 3, pillar I}',
  ],
  [
    "the page of a writer goes before a key's own, and parentheses go on",
    '[@us-aiap-2025:I.1.3, p. 9, so; @eu-ai-act:5, (1)(a)]',
    inText,
    'us-aiap-2025, p. 9, pillar I, sec. 1, action 3, so + eu-ai-act, art. 5(1)(a)',
  ],
  [
    'a narrative citation needs no comma',
    '@eu-ai-act [art. 5; @us-eo-14110, sec. 4.2] and @us-aiap-2025:I.1 say',
    'oscola',
    'eu-ai-act{}, art 5 + us-eo-14110{}, § 4.2 | us-aiap-2025, {pp. 3-4, pillar I, sec 1}',
  ],
  [
    'words without a page get one, for Pandoc, in notes',
    '[@eu-ai-act, art. 5(1)(a)]',
    notes,
    'eu-ai-act, {p. art. 5(1)(a)}',
  ],
  [
    'what Bluebook drops is a text',
    '[@us-eo-14110:4.2] [@press-us-aiap-2025-08, claim 8.5] [@us-aiap-2025, p. 3]',
    'bluebook-law-review',
    'us-eo-14110{}, § 4.2 | press-us-aiap-2025-08{}, claim 8.5 | us-aiap-2025, {p. 3}',
  ],
  [
    'words that are no place stay where they are',
    '[@us-aiap-2025 and others] [@us-aiap-2025:I.1.3 and others]',
    notes,
    '(us-aiap-2025) | us-aiap-2025, {p. 3, pillar I, sec. 1, action 3} and others',
  ],
  [
    'braces are taken off and put on, and those that say none are meant',
    '[@us-aiap-2025{p. 3}, foo] [@us-aiap-2025{}, p. 4] [@us-aiap-2025, x \\{ 5]',
    notes,
    'us-aiap-2025, {p. 3, foo} | (us-aiap-2025) | (us-aiap-2025)',
  ],
  [
    'a citation within the words of another is for itself',
    '[@us-aiap-2025, p. 3, as @eu-ai-act says; @us-eo-14110, sec. 3]',
    notes,
    'us-aiap-2025, {p. 3, as} @eu-ai-act says + us-eo-14110, {p. § 3}',
  ],
  [
    'dashes, references and line ends are what they print',
    '[@us-aiap-2025, pp.&nbsp;3--4,\nsec. 1 \\& more]',
    notes,
    'us-aiap-2025, {pp. 3–4, sec. 1 & more}',
  ],
  [
    'comments of ours are not there, others are no words',
    '[@us-aiap-2025, p. 3, <!-- policy-citation-ignore --> sec. 1 <!-- other --> 5]',
    notes,
    'us-aiap-2025, {p. 3, sec. 1} <!-- other --> 5',
  ],
  [
    'signs of sections and Chinese before brackets are words',
    '[@us-eo-14110, § 4.2, ¶ 5] [@us-aiap-2025:I.1.3, «x» 5]',
    notes,
    'us-eo-14110, {p. § 4.2, ¶ 5} | us-aiap-2025, {p. 3, pillar I, sec. 1, action 3, «x» 5}',
  ],
  [
    'words stay within the brackets of IEEE, before the page, unless a term is set in the plural',
    '[@us-aiap-2025:I.1.3] [@us-aiap-2025, p. 3] [@us-eo-14110, sec. 4.2, x] [@us-eo-14110, sec. 4.2]',
    'ieee',
    'us-aiap-2025, {pillar I, sec. 1, action 3, p. 3} | us-aiap-2025, p. 3 | us-eo-14110, sec. 4.2, x | us-eo-14110, {sec. 4.2}',
  ],
  ['a key that touches a word cites nothing', '根据@eu-ai-act:5', notes, '(eu-ai-act:5)'],
]

suite('A citation placed', () => {
  for (const [name, text, csl, expected] of examples) {
    test(name, () => {
      assert.equal(placed(text, csl), expected)
    })
  }

  test('in Chinese has full-width marks, and no digit touches a word where it begins', () => {
    const text = '[@cn-genai-2023, 第12条；见下] [@eu-ai-act:5; @eu-ai-act:6]'
    assert.equal(
      placed(text, gb, 'zh-CN'),
      'cn-genai-2023{}：第12条；见下 | eu-ai-act{}：第 5 条；第 6 条',
    )
    assert.equal(
      placed(text, undefined, 'zh-CN'),
      'cn-genai-2023, 第 12 条；见下 | eu-ai-act, 第 5 条；第 6 条',
    )
  })

  test('is of the instrument in the words of the family of the style', () => {
    const report = analyseReport('[@us-eo-14110:4.2]\n')
    const works = cslItems(worksOf(report, corpus), corpus, 'en')
    const placing = placingIn(report, readStyle('oscola'), works)
    const [order] = report.groups.flatMap((group) => placedGroup(group, placing))
    assert.equal(order?.work?.title, 'Exec Order No 14110, 88 Fed Reg 75191 (2023)')
    assert.equal(order.work['container-title'], undefined)
    assert.equal(order.work.issued, undefined)
    assert.deepEqual(
      order.places.map(({ page, gap, words }) => [page, gap, words]),
      [['', '', '§ 4.2']],
    )
  })
})
