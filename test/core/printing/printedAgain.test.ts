import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { printReport, type PrintedReport } from '../../../src/core/features/printing.ts'
import type { TextChange } from '../../../src/core/markdown/blocks.ts'
import { ownStyles } from '../../../src/core/printing/printed.ts'
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
  ' [@eu-ai-act [p. 3]; @us-aiap-2025]',
  ' [@us-aiap-2025, p. 3, so [label] it is]',
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
