import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import type { ProblemCode } from '../../../src/core/features/problems/problem.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const options = { style: 'pandoc', withPage: true, language: 'en' } as const

/** `source` after each fix of its only problem, which has `code`. */
function fixed(source: string, code: ProblemCode): readonly string[] {
  const report = analyseReport(source)
  const [problem, ...others] = findProblems(report, corpus).shown
  assert.deepEqual([problem?.code, others], [code, []], source)
  return problem === undefined
    ? []
    : fixesOf(problem, report, corpus, index, options).map(({ edits }) => applyEdits(source, edits))
}

function problemsIn(source: string): readonly string[] {
  return findProblems(analyseReport(source), corpus).shown.map(({ code }) => code)
}

suite('another count is mended by the right number, written as the sentence writes numbers', () => {
  for (const [wrong, right] of [
    ['The plan has 90 actions [@us-aiap-2025].', 'The plan has 103 actions [@us-aiap-2025].'],
    ['The plan has four pillars [@us-aiap-2025].', 'The plan has three pillars [@us-aiap-2025].'],
    ['Four pillars carry it [@us-aiap-2025].', 'Three pillars carry it [@us-aiap-2025].'],
    ['It has four-pillars [@us-aiap-2025].', 'It has three-pillars [@us-aiap-2025].'],
    ['该计划有四大支柱[@us-aiap-2025]。', '该计划有三大支柱[@us-aiap-2025]。'],
    ['该计划共有九十项行动[@us-aiap-2025]。', '该计划共有一百零三项行动[@us-aiap-2025]。'],
    ['該計畫共有90項行動[@us-aiap-2025]。', '該計畫共有103項行動[@us-aiap-2025]。'],
    [
      '> The plan has\n> 90 actions [@us-aiap-2025].',
      '> The plan has\n> 103 actions [@us-aiap-2025].',
    ],
  ] as const) {
    test(wrong, () => {
      assert.deepEqual(fixed(wrong, 'statement.other-count'), [right])
      assert.deepEqual(problemsIn(right), [])
    })
  }

  test('in Chinese two are 两 or 兩, as the other words are written', () => {
    const two = (words: string): readonly string[] => {
      const report = analyseReport(words)
      const small = libraryCorpus()
      return findProblems(report, small).shown.flatMap((problem) =>
        problem.code === 'statement.other-count'
          ? fixesOf({ ...problem, counted: 2 }, report, small, index, options).flatMap(
              ({ edits }) => edits.map(({ text }) => text),
            )
          : [],
      )
    }
    assert.deepEqual(two('该计划有四个支柱[@us-aiap-2025]。'), ['两'])
    assert.deepEqual(two('該計畫有四個支柱[@us-aiap-2025]。'), ['兩'])
  })
})

// us-aiap-2025:I.1.1 is led by OSTP.
suite(
  'another lead is mended by the lead of the measure, called as the sentence calls agencies',
  () => {
    const cited = '[@us-aiap-2025:I.1.1]'
    for (const [wrong, right] of [
      [`It is led by OMB ${cited}.`, `It is led by OSTP ${cited}.`],
      [
        `It is led by the Department of Labor ${cited}.`,
        `It is led by the Office of Science and Technology Policy ${cited}.`,
      ],
      [
        `It is led by the Office of\r\nManagement and Budget ${cited}.`,
        `It is led by the Office of Science and Technology Policy ${cited}.`,
      ],
      [
        `Commerce leads the public inquiry ${cited}.`,
        `The Office of Science and Technology Policy leads the public inquiry ${cited}.`,
      ],
      [
        `**Commerce** leads the public inquiry ${cited}.`,
        `**The Office of Science and Technology Policy** leads the public inquiry ${cited}.`,
      ],
      [
        `The lead agency is Commerce ${cited}.`,
        `The lead agency is the Office of Science and Technology Policy ${cited}.`,
      ],
      [
        `The U.S. Dept. of Commerce takes the lead ${cited}.`,
        `The Office of Science and Technology Policy takes the lead ${cited}.`,
      ],
      [
        `The Department of Defense (DOD) leads the inquiry ${cited}.`,
        `The Office of Science and Technology Policy (OSTP) leads the inquiry ${cited}.`,
      ],
      [`该行动由 DOD 牵头${cited}。`, `该行动由 OSTP 牵头${cited}。`],
      [
        `由国防部负责牵头，其他部门配合${cited}。`,
        `由白宫科技政策办公室负责牵头，其他部门配合${cited}。`,
      ],
      [`由美国商务部负责${cited}。`, `由白宫科技政策办公室负责${cited}。`],
      [`由商務部主導${cited}。`, `由白宮科技政策辦公室主導${cited}。`],
      [`國防部（DOD）主導徵詢${cited}。`, `白宮科技政策辦公室（OSTP）主導徵詢${cited}。`],
      [`该行动由**国防部**牵头${cited}。`, `该行动由**白宫科技政策办公室**牵头${cited}。`],
    ] as const) {
      test(wrong, () => {
        assert.deepEqual(fixed(wrong, 'statement.other-lead'), [right])
        assert.deepEqual(problemsIn(right), [])
      })
    }

    for (const unsure of [
      `It is led by the Secretary of Commerce ${cited}.`,
      `It is led by OMB, and OMB asks the public ${cited}.`,
      `It is led by OMB and OSTP ${cited}.`,
      `It is jointly led by OMB ${cited}.`,
      `The Department of Defense (the Pentagon) leads the inquiry ${cited}.`,
      `科技政策办公室、国防部牵头征询${cited}。`,
      `该行动由国防部共同牵头${cited}。`,
    ]) {
      test(`it is left alone where more would have to change: ${unsure}`, () => {
        assert.deepEqual(fixed(unsure, 'statement.other-lead'), [])
      })
    }

    test('it is left alone where two agencies are named, or the measure has several leads', () => {
      const sentence = `It is led by the Departments of Commerce and Labor ${cited}.`
      assert.deepEqual(fixed(sentence, 'statement.other-lead'), [])
      const several = [...corpus.byKey.values()].find(
        (one) => one.level === 'measure' && one.lead.length > 1 && !one.lead.includes('USTDA'),
      )
      const led = `It is led by USTDA [@${several?.key ?? ''}].`
      const report = analyseReport(led)
      const leads = findProblems(report, corpus).shown.filter(
        ({ code }) => code === 'statement.other-lead',
      )
      assert.deepEqual(
        leads.flatMap((problem) => fixesOf(problem, report, corpus, index, options)),
        [],
      )
    })
  },
)
