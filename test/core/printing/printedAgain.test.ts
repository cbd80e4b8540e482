import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { printReport, type PrintedReport } from '../../../src/core/features/printing.ts'
import type { TextChange } from '../../../src/core/markdown/blocks.ts'
import { ownStyles, type OwnStyle } from '../../../src/core/printing/printed.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { changeOf, linesOf, seed, strokesOf, type Stroke } from '../report/randomEdits.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** Citations of all kinds, and what stands around them and decides what they say. */
const pieces = [
  ' [@us-aiap-2025]',
  ' [@us-aiap-2025].',
  ' [@us-aiap-2025, p. 3; @us-aiap-2025, p. 4]',
  ' [@us-aiap-2025:I.1.3]',
  ' [@eu-ai-act, art. 5(1)(a)]',
  ' @eu-ai-act [art. 6] ',
  ' @us-eo-14110 ',
  ' [-@us-eo-14110; @us-eo-14320, sec. 3(b)]',
  ' [see @smith, p. 3; @us-eo-14320, *so*; @eu-ai-act]',
  ' @smith ',
  ' [@uk-aioap-2025; @us-eo-14318]',
  ' [@press-us-aiap-2025-08]',
  ' [@eu-ai-act:999]',
  ' [@US-AIAP-2025]',
  ' @us-aiap-2025:I..3',
  '根据@eu-ai-act规定',
  '根据@us-aiap-2025:I规定',
  ' [@eu-ai-act [p. 3]; @us-aiap-2025]',
  ' [@us-aiap-2025, p. 3, [so][label] it is]',
  '\n\n[label]: https://a.example\n\n',
  '[^n]',
  '\n\n[^n]: See [@us-aiap-2025].\n\n',
  '\n\n[^n]: [@eu-ai-act]\n\n',
  '^[As [@us-eo-14320] says]',
]

const fronts = [
  'lang: en',
  'lang: en-GB',
  'lang: zh-CN',
  'lang: zh-TW\nnocite: "@eu-ai-act"',
  'x: y',
]

const cited = ['[@us-aiap-2025', '[@eu-ai-act', '[@us-eo-14320']

/** What stands in the front matter from now on. */
interface NewFront {
  readonly front: string
}

const edits = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: strokesOf(pieces),
    },
    {
      weight: 1,
      arbitrary: fc.record({ front: fc.constantFrom(...fronts) }).map((one) => [one]),
    },
  ),
  { minLength: 1, maxLength: 3 },
)

function change(edit: Stroke | NewFront, source: string): TextChange {
  if (!('front' in edit)) return changeOf(edit, source)
  const end = source.startsWith('---\n') ? source.indexOf('\n---\n', 4) : -1
  return { offset: 4, length: Math.max(0, end - 4), text: end === -1 ? '' : edit.front }
}

/** All that is printed. */
function said({ style, groups, list }: PrintedReport): unknown {
  return { style, groups, list }
}

suite('A report that is printed again', () => {
  for (const style of ownStyles) {
    test(`says what it would say the first time, in ${style}`, () => {
      let printed = 0
      fc.assert(
        fc.property(linesOf(pieces), edits, (body, all) => {
          let report = analyseReport(`---\nlang: en\n---\n\n${body}\n`)
          let again = printReport(report, corpus, { name: style })
          for (const edit of all.flat()) {
            report = report.edited([change(edit, report.source.toString())])
            again = printReport(report, corpus, { name: style }, again)
            const anew = analyseReport(report.source.toString())
            const first = printReport(anew, corpus, { name: style })
            assert.deepEqual(said(again), said(first))
            printed += again.groups.length
          }
        }),
        { numRuns: 60, seed },
      )
      assert.ok(printed > 1000, `${String(printed)} groups were printed`)
    })
  }
})

/** Of the groups that `after` prints those that `before` did not print so, as text. */
function printedAnew(before: PrintedReport, after: PrintedReport): readonly string[] {
  const known = new Set(before.groups.map(({ note, text }) => note ?? text))
  return after.groups
    .map(({ note, text }) => note ?? text)
    .filter((runs) => !known.has(runs))
    .map((runs) => runs.map(({ text }) => text).join(''))
}

/** A report of many citations of three works in turn, each at another place. */
const long = Array.from(
  { length: 90 },
  (_, at) => `So ${cited[at % 3] ?? ''}, p. ${String(at)}].\n\n`,
).join('')

/** What `change`, of the long report in `style`, prints anew. */
function anewAfter(style: OwnStyle, change: (text: string) => TextChange): readonly string[] {
  const report = analyseReport(long)
  const before = printReport(report, corpus, { name: style })
  const edited = report.edited([change(long)])
  const after = printReport(edited, corpus, { name: style }, before)
  const entries = new Set(before.list)
  assert.ok(after.list.every((entry) => entries.has(entry)))
  return printedAnew(before, after)
}

suite('Of a report that is printed again', () => {
  const middle = long.indexOf('So', long.length / 2)
  for (const style of ownStyles) {
    test(`what cites as before is not printed anew, in ${style}`, () => {
      const typed = { offset: middle, length: 0, text: 'So [@eu-ai-act, art. 57].\n\n' }
      // Behind the one that was typed may stand another one of the same work.
      assert.ok(anewAfter(style, () => typed).length <= 2)
      assert.ok(anewAfter(style, (text) => ({ ...typed, offset: text.length })).length === 1)
      const deleted = { offset: middle, length: long.indexOf('So', middle + 1) - middle, text: '' }
      assert.ok(anewAfter(style, () => deleted).length <= 1)
      const place = long.indexOf('p. ', middle) + 3
      assert.equal(anewAfter(style, () => ({ offset: place, length: 1, text: '2' })).length, 1)
      const prose = { offset: 0, length: 0, text: 'A sentence.\n\n' }
      assert.deepEqual(
        anewAfter(style, () => prose),
        [],
      )
    })
  }

  test('what says a number that has changed is printed anew', () => {
    const first = { offset: 0, length: 0, text: 'So [@uk-aioap-2025].\n\n' }
    const count = (style: OwnStyle): number => {
      const report = analyseReport(long)
      const before = printReport(report, corpus, { name: style })
      return printedAnew(
        before,
        printReport(report.edited([first]), corpus, { name: style }, before),
      ).length
    }
    assert.equal(count('china-national-standard-gb-t-7714-2025-numeric'), 91)
    assert.equal(count('chicago-author-date'), 1)
    assert.equal(count('chicago-notes-bibliography'), 1)
  })
})
