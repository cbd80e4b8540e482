import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { ignoringFix } from '../../../src/core/features/problems/ignoring/ignoreHere.ts'
import {
  findProblems,
  ProblemFinder,
  type Problems,
} from '../../../src/core/features/problems/problemFinder.ts'
import { problemCodes } from '../../../src/core/features/problems/problem.ts'
import { analyseReport, Report } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import {
  changeOf,
  chunkLengths,
  inShortChunks,
  linesOf,
  seed,
  strokesOf,
  type Stroke,
} from '../report/randomEdits.ts'
import { applyChange } from '../report/sameAnalysis.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)
const options = { style: 'key', withPage: true, language: 'en' } as const
const wrong = '[@xx-lantern-2031:IX.9]'
const unknown = 'citation.unknown-key'

/** What is shown of `source`, each as its code and the words under it, and what is ignored, with the reasons. */
function told(source: string): {
  readonly shown: readonly string[]
  readonly ignored: readonly string[]
} {
  const { shown, ignored } = findProblems(analyseReport(source), corpus)
  return {
    shown: shown.map(({ code, span }) => `${code} ${source.slice(span.start, span.end)}`),
    ignored: (ignored ?? []).map(({ problem, reason }) => `${problem.code}: ${reason}`),
  }
}

/** The report after the first fix of its first problem. */
function fixed(source: string): string {
  const report = analyseReport(source)
  const [problem] = findProblems(report, corpus).shown
  assert.ok(problem)
  const [fix] = fixesOf(problem, report, corpus, index, options)
  return applyEdits(source, fix?.edits ?? [])
}

const comment = (reach: string, rest: string): string =>
  `<!-- policy-citation-ignore-${reach} ${rest}-->`
const next = comment('next', `${unknown}: by hand `)
const key = `${unknown} xx-lantern-2031:IX.9`
const one = [`${unknown}: by hand`]

suite('A comment has ignored what is found in', () => {
  for (const [where, source, shown, ignored] of [
    ['the block behind it', `${next}\n\n${wrong}\n\n${wrong}`, [key], one],
    ['the block right below', `${next}\n${wrong}\n`, [], one],
    ['the block that it begins', `${next} See ${wrong}\n\n${wrong}`, [key], one],
    ['the block behind the one it stands in', `A ${next}\n\n${wrong}`, [], one],
    ['a heading', `${next}\n# See ${wrong}\n`, [], one],
    ['a table', `${next}\n| a |\n|---|\n| ${wrong} |\n`, [], one],
    ['a quotation', `${next}\n\n> See ${wrong}\n`, [], one],
    ['a quotation that it stands in', `> ${next}\n> See ${wrong}\n`, [], one],
    ['an item', `${next}\n\n- See ${wrong}\n- See ${wrong}\n`, [key], one],
    ['a division', `${next}\n\n::: note\nSee ${wrong}\n:::\n`, [], one],
    [
      'the block behind comments and tags',
      `${next}\n<!-- other -->\n\n<div>\n\n${wrong}\n\n</div>`,
      [],
      one,
    ],
    ['its line', `${wrong} ${comment('line', `${unknown}: by hand`)}\n${wrong}`, [key], one],
    [
      'its line, in a table',
      `| a |\n|---|\n| ${wrong} |\n| ${wrong} ${comment('line', `${unknown}: by hand`)} |`,
      [key],
      one,
    ],
    [
      'the whole report',
      `---\ntitle: "${wrong}"\n---\n\n${wrong}\n\n- a ${comment('file', `${unknown}: by hand`)}`,
      [],
      [...one, ...one],
    ],
  ] as const) {
    test(where, () => {
      assert.deepEqual(told(source), { shown, ignored })
    })
  }
})

suite('A comment that ignores', () => {
  for (const [what, rest, reason] of [
    ['one code', unknown, ''],
    ['a group', 'citation.*', ''],
    ['all by a star', '*', ''],
    ['all without a code', '', ''],
    ['several codes', `${unknown} citation.*`, ''],
    ['codes with commas', `${unknown}, citation.*`, ''],
    ['codes with semicolons', `${unknown}; citation.*`, ''],
    ['for a reason', `${unknown}: counted: by hand`, 'counted: by hand'],
    ['for a reason behind a full-width colon', `${unknown}：已人工核对`, '已人工核对'],
    ['for a reason over two lines', `${unknown}: counted\n  by hand`, 'counted by hand'],
    ['all for a reason', ': by hand', 'by hand'],
  ] as const) {
    test(what, () => {
      const { shown, ignored } = told(`${comment('next', rest)}\n\n${wrong}\n`)
      assert.deepEqual(shown, [])
      assert.deepEqual(ignored, [`${unknown}: ${reason}`])
    })
  }

  test('may have a third dash at either end', () => {
    const source = `<!--- policy-citation-ignore-next ${unknown}: by hand --->\n\n${wrong}\n`
    assert.deepEqual(told(source), { shown: [], ignored: [`${unknown}: by hand`] })
  })

  test('ignores no other code', () => {
    const { shown } = told(`${comment('next', 'citation.glued')}\n\n${wrong}\n`)
    assert.deepEqual(shown, [
      'ignore.unused <!-- policy-citation-ignore-next citation.glued-->',
      key,
    ])
  })
})

test('what looks like a comment in code, maths, raw TeX, front matter or tags is none', () => {
  const file = comment('file', '')
  for (const source of [
    `\`${file}\` ${wrong}`,
    `\`\`\`\n${file}\n\`\`\`\n\n${wrong}`,
    `${wrong}\n\n    ${file}\n`,
    `$x ${file}$ ${wrong}`,
    `$$\n${file}\n$$\n\n${wrong}`,
    `\\begin{a}\n${file}\n\\end{a}\n\n${wrong}`,
    `---\na: |\n  ${file}\n---\n\n${wrong}`,
    `<pre>\n${file}\n</pre>\n\n${wrong}`,
    `<a title="${file}">${wrong}</a>`,
    `| a |\n|---|\n| \`${file}\` ${wrong} |\n`,
  ]) {
    assert.deepEqual(told(source), { shown: [key], ignored: [] }, source)
  }
})

suite('What is said of comments:', () => {
  for (const [what, source, shown, after] of [
    [
      'one that ignores nothing goes with its line',
      `A.\n\n${next}\nText.\n`,
      [`ignore.unused ${next}`],
      'A.\n\nText.\n',
    ],
    [
      'in a quotation too',
      `> A.\n>\n> ${next}\n> Text.\n`,
      [`ignore.unused ${next}`],
      '> A.\n>\n> Text.\n',
    ],
    [
      'one at the end of a line goes with the blank before it',
      `A ${next}\nb.\n`,
      [`ignore.unused ${next}`],
      'A\nb.\n',
    ],
    ['one in a line goes with a blank', `A ${next} b.\n`, [`ignore.unused ${next}`], 'A b.\n'],
    [
      'one between two lists goes so that they stay two',
      `1. a\n\n${next}\n\n1. b\n`,
      [`ignore.unused ${next}`],
      '1. a\n\n<!-- -->\n\n1. b\n',
    ],
    [
      'one code that ignores nothing goes alone',
      `${comment('next', `statement.other-count ${unknown}: x `)}\n${wrong}\n`,
      ['ignore.unused statement.other-count'],
      `${comment('next', `${unknown}: x `)}\n${wrong}\n`,
    ],
    [
      'so does a group',
      `${comment('next', `${unknown} statement.*: x `)}\n${wrong}\n`,
      ['ignore.unused statement.*'],
      `${comment('next', `${unknown}: x `)}\n${wrong}\n`,
    ],
    [
      'what holds for nothing ignores nothing',
      `${comment('nxt', `${unknown} `)}\nText.\n`,
      [`ignore.unused ${comment('nxt', `${unknown} `)}`],
      'Text.\n',
    ],
    [
      'a code that there is not is told',
      `${comment('next', `statement.other-counts ${unknown} `)}\n${wrong}\n`,
      ['ignore.unknown-code statement.other-counts'],
      `${comment('next', `statement.other-count ${unknown} `)}\n${wrong}\n`,
    ],
    [
      'a group that there is not, too',
      `${comment('next', `citations.* ${unknown} `)}\n${wrong}\n`,
      ['ignore.unknown-code citations.*'],
      `${comment('next', `citation.* ${unknown} `)}\n${wrong}\n`,
    ],
    [
      'a code without its group',
      `${comment('file', `other-lead ${unknown} `)}\n${wrong}\n`,
      ['ignore.unknown-code other-lead'],
      `${comment('file', `statement.other-lead ${unknown} `)}\n${wrong}\n`,
    ],
    [
      'a reason without its colon is told once',
      `${comment('next', `citation.*, counted by hand `)}\n${wrong}\n`,
      ['ignore.unknown-code counted'],
      `${comment('next', `citation.*, counted by hand `)}\n${wrong}\n`,
    ],
  ] as const) {
    test(what, () => {
      assert.deepEqual(told(source).shown, shown)
      assert.equal(fixed(source), after)
    })
  }

  test('nothing of what was not looked for: what is switched off, and quotations without an official text', () => {
    const codes = (source: string): readonly string[] =>
      findProblems(analyseReport(source), corpus, (code) => code !== 'citation.glued').shown.map(
        ({ code }) => code,
      )
    assert.deepEqual(codes(`${comment('next', 'citation.glued')}\n\nText.`), [])
    assert.deepEqual(
      codes(`${comment('next', 'quotation.*')}\n\n“Words” [@xx-lantern-2031:I].`),
      [],
    )
    assert.deepEqual(
      codes(`${comment('next', 'quotation.*')}\n\n> Words [@xx-lantern-2031:I].`),
      [],
    )
    assert.deepEqual(codes(`${comment('next', 'quotation.*')}\n\nWords [@xx-lantern-2031:I].`), [
      'ignore.unused',
    ])
    assert.deepEqual(
      codes(`${comment('file', 'quotation.*')}\n\n“Words” [@xx-lantern-2031:I].`),
      [],
    )
    assert.deepEqual(codes(`${comment('file', 'bibliography.*')}\n\n[@xx-lantern-2031:I].`), [])
  })

  test('nothing where a comment says so by its code, which a star does not', () => {
    const idle = `A ${comment('line', '*')}`
    assert.equal(told(idle).shown.length, 1)
    const { shown, ignored } = told(
      `${idle}\n\n${comment('file', 'ignore.unused: kept for later')}`,
    )
    assert.deepEqual({ shown, ignored }, { shown: [], ignored: ['ignore.unused: kept for later'] })
  })
})

test('the fix that has a finding ignored names its code, and there is none for what is said of comments', () => {
  const report = analyseReport(`See ${wrong}.\n`)
  const [problem] = findProblems(report, corpus).shown
  assert.ok(problem)
  const fix = ignoringFix(problem, report)
  assert.equal(
    applyEdits(report.source, fix?.edits ?? []),
    `<!-- policy-citation-ignore-next ${unknown} -->\nSee ${wrong}.\n`,
  )
  const idle = analyseReport(`${next}\n\nText.`)
  const [said] = findProblems(idle, corpus).shown
  assert.ok(said)
  assert.equal(ignoringFix(said, idle), undefined)
})

function finish(looking: Generator<undefined, Problems>): Problems {
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

const pieces = [
  `See ${wrong}.`,
  `See ${wrong} ${comment('line', unknown)}`,
  `\n${wrong}\n`,
  next,
  `${next}\n`,
  `> ${comment('next', 'citation.glued')}`,
  `> See ${wrong}`,
  comment('file', 'citation.glued'),
  `a@xx-lantern-2031:I`,
  '```',
  '- a',
  '',
  '::: note',
  '<div>',
  `Text ${comment('next', '*')} more`,
]

/** Whether, after each edit, what is found by stretch is what is found anew. */
function assertLaw(source: string, edits: readonly Stroke[], chunkLength: number): void {
  const finder = new ProblemFinder({ corpus, isWanted: () => true, officialOf: () => undefined })
  let report = Report.of(inShortChunks(source, chunkLength))
  let text = source
  for (const stroke of [undefined, ...edits]) {
    if (stroke !== undefined) {
      const change = changeOf(stroke, text)
      report = report.edited([change])
      text = applyChange(text, change)
    }
    const anew = findProblems(analyseReport(text), corpus)
    const touched = anew.shown.filter(({ span }) => span.start <= 5 && span.end >= 5)
    assert.deepEqual(finder.touching(report, { start: 5, end: 5 }), touched, JSON.stringify(text))
    assert.deepEqual(finish(finder.look(report)), anew, JSON.stringify(text))
  }
}

test('comments hold after each edit as they do in a report looked at anew', () => {
  fc.assert(fc.property(linesOf(pieces), strokesOf(pieces), chunkLengths, assertLaw), {
    seed,
    numRuns: 1000,
  })
})

test('a comment for the whole report costs a typed letter one stretch, however long the report is', () => {
  const paragraph = `${'Words about harbours. '.repeat(30)}See ${wrong}.\n\n`
  for (const times of [100, 1000]) {
    const finder = new ProblemFinder({ corpus, isWanted: () => true, officialOf: () => undefined })
    const report = analyseReport(`${comment('file', unknown)}\n\n${paragraph.repeat(times)}`)
    assert.deepEqual(finish(finder.look(report)).shown, [])
    const offset = Math.floor(times / 2) * paragraph.length + 3
    const edited = report.edited([{ offset, length: 0, text: 'x' }])
    assert.equal([...finder.look(edited)].length, 1)
  }
})

test('every code can be ignored by its name and by its group', () => {
  for (const code of problemCodes) {
    const group = code.replace(/\..*/u, '.*')
    const { shown } = told(`${comment('next', `${code} ${group}`)}\n\nText.`)
    assert.ok(!shown.some((said) => said.startsWith('ignore.unknown-code')), code)
  }
})
