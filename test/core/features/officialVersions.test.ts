import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import type { Problem } from '../../../src/core/features/problems/problem.ts'
import { allProblems, ProblemFinder } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import {
  inOrderOfDays,
  type OfficialVersion,
  type OfficialVersionsOf,
} from '../../../src/core/official/officialVersions.ts'
import type { Part } from '../../../src/core/official/outline.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const corpus = corpusOf([
  {
    name: 'act.md',
    text: `---
id: xx-act
type: act
title: Quay Act
text-as-of: 2031-06-01
amended-by: Act 9 | 2031-05-02 | 2031-06-01
printed-headings: article
---

# Cranes {#1 kind=article}

- replaced-by: Act 9

# Lamps {#2 kind=article}

# Ropes {#3 kind=article}

- deleted-by: Act 9

# Nets {#4 kind=article}

- inserted-by: Act 9

# Oars {#5 kind=article}

# Why boats sink {#rct-7 kind=recital}
`,
  },
])

/** The official text with these words under these numbers. */
function textOf(words: Readonly<Record<string, string>>): OfficialVersion['text'] {
  const [instrument] = corpus.instruments
  assert.ok(instrument)
  const parts = Object.entries(words).map(
    ([label, text]) => ({ level: 'measure', kind: 'article', label, text, parts: [] }) as const,
  )
  return findPassages({ parts, unread: [] }, instrument, corpus)
}

const adopted = textOf({
  1: 'Each crane on a quay shall have two brakes and a bell of its own.',
  2: 'A lamp shall burn at the end of each quay by night.',
  3: 'Ropes shall be changed once in every year by the master.',
  5: 'Oars shall be painted white before the ice has gone.',
})
const amended = textOf({
  1: 'Each crane on a quay shall have three brakes and a bell.',
  2: 'A lamp shall burn at the end of each quay by night.',
  4: 'Nets shall be dried on the northern mole and nowhere else.',
  5: 'Oars shall be painted white before the ice has gone.',
})
const excerpt = textOf({ 1: 'Each crane on a quay shall have three brakes and a bell.' })

const older: OfficialVersion = { day: '2030-01-01', text: adopted }
const newer: OfficialVersion = { day: '2031-06-01', text: amended }

function attached(...versions: readonly OfficialVersion[]): OfficialVersionsOf {
  const inOrder = inOrderOfDays(versions)
  return () => inOrder
}

/** The problems of quotations in `source`, with their verdicts. */
function judged(
  source: string,
  officialOf: OfficialVersionsOf,
  today?: string,
): { readonly verdicts: readonly string[]; readonly problems: readonly Problem[] } {
  const report = analyseReport(source)
  const verdicts = judgeQuotations(report, { corpus, officialOf, day: today })
  const problems = allProblems(report, { corpus, today, isWanted: () => true, officialOf })
  return {
    verdicts: verdicts.map(({ verdict }) => verdict),
    problems: problems.filter(({ code }) => code.startsWith('quotation.')),
  }
}

const both = attached(newer, older)
const [early, late] = ['2031-05-31', '2031-06-01']

suite('a quotation is judged against the version that the report means', () => {
  for (const [quoted, day, verdict, code] of [
    ['“shall have three brakes and a bell” [@xx-act:1]', late, 'verified'],
    ['“shall have three brakes and a bell” [@xx-act:1]', undefined, 'verified'],
    ['“two brakes and a bell of its own” [@xx-act:1]', early, 'verified'],
    ['“two brakes and a bell of its own” [@xx-act:1]', '2029-01-01', 'verified'],
    [
      '“two brakes and a bell of its own” [@xx-act:1]',
      late,
      'superseded wording',
      'quotation.superseded-wording',
    ],
    [
      '“shall have three brakes and a bell” [@xx-act:1]',
      early,
      'later wording',
      'quotation.later-wording',
    ],
    [
      '“shall have three brakes … a bell” [@xx-act, art. 1]',
      early,
      'later wording',
      'quotation.later-wording',
    ],
    [
      '“two brakes and a bell of its own” [@xx-act]',
      late,
      'superseded wording',
      'quotation.superseded-wording',
    ],
    [
      '“changed once in every year” [@xx-act:3]',
      late,
      'superseded wording',
      'quotation.superseded-wording',
    ],
    ['“dried on the northern mole” [@xx-act:4]', early, 'later wording', 'quotation.later-wording'],
    [
      '“changed once in every year” [@xx-act:1]',
      late,
      'superseded wording',
      'quotation.superseded-wording',
    ],
    ['“painted white before the ice” [@xx-act:1]', late, 'found elsewhere', 'quotation.elsewhere'],
    ['“shall have four brakes and a bell” [@xx-act:1]', late, 'altered', 'quotation.altered'],
    ['“all ships shall pay a toll at once” [@xx-act:1]', late, 'not found', 'quotation.not-found'],
    ['“all ships shall pay a toll at once” [@xx-act:3]', late, 'no official text'],
  ] as const) {
    test(`${quoted} of ${day ?? 'no day'} is ${verdict}`, () => {
      const { verdicts, problems } = judged(`It says ${quoted}.\n`, both, day)
      assert.deepEqual(verdicts, [verdict])
      assert.deepEqual(
        [...new Set(problems.map((one) => one.code))],
        code === undefined ? [] : [code],
      )
    })
  }

  test('the day of the report goes before that on which is asked', () => {
    const source = `---\npolicy-as-of: ${early}\n---\n\n“two brakes and a bell of its own” [@xx-act:1].\n`
    assert.deepEqual(judged(source, both, late).problems, [])
  })

  test('of three the nearest is named', () => {
    const first = { day: '2029-01-01', text: adopted }
    const last = { day: '2032-01-01', text: textOf({ 1: 'Each crane shall have a bell at last.' }) }
    const { problems } = judged(
      '“two brakes and a bell of its own” [@xx-act:1]',
      attached(first, older, newer, last),
      '2033-01-01',
    )
    assert.deepEqual(
      problems.map((one) => 'meantDay' in one && [one.day, one.meantDay]),
      [['2030-01-01', '2032-01-01']],
    )
  })
})

suite('words of parts that are no provision of the corpus', () => {
  const words = 'Every ship shall carry a gong of brass.'
  const withGong = (text: Readonly<Record<string, string>>, day: string): OfficialVersion => {
    return { day, text: textOf({ ...text, 9: words }) }
  }
  const first = { 1: 'Each crane on a quay shall have two brakes.' }
  const quoted = '“shall carry a gong of brass” [@xx-act:1]'

  test('are superseded where only the older text has them', () => {
    const { problems } = judged(
      quoted,
      attached(withGong(first, '2030-01-01'), { day: '2031-06-01', text: textOf(first) }),
      late,
    )
    assert.deepEqual(
      problems.map((one) => [one.code, 'provision' in one && one.provision.key]),
      [['quotation.superseded-wording', 'xx-act']],
    )
  })

  test('supersede nothing where the text that is meant has them', () => {
    const { verdicts } = judged(
      quoted,
      attached(
        { day: '2030-01-01', text: textOf({ ...first, 2: words }) },
        withGong(first, '2031-06-01'),
      ),
      late,
    )
    assert.deepEqual(verdicts, ['found elsewhere'])
  })
})

suite('a consolidated text, which has no recitals', () => {
  const recital = { level: 'measure', kind: 'recital', label: '7', parts: [] } as const
  const article = { level: 'measure', kind: 'article', label: '1', parts: [] } as const
  const versionOf = (day: string, ...parts: readonly Part[]): OfficialVersion => {
    const [instrument] = corpus.instruments
    assert.ok(instrument)
    return { day, text: findPassages({ parts, unread: [] }, instrument, corpus) }
  }
  const brakes = { ...article, text: 'Each crane on a quay shall have two brakes.' }
  const cranes = { ...article, label: '2', text: 'Lamps burn.' }
  const officialOf = attached(
    versionOf(
      '2030-01-01',
      { ...recital, text: 'Boats sink where no lamp is lit.' },
      brakes,
      cranes,
    ),
    versionOf('2031-06-01', brakes, cranes),
  )

  for (const [quoted, verdict] of [
    ['“boats sink where no lamp is lit” [@xx-act:rct-7]', 'verified'],
    ['“boats sink where one lamp is lit” [@xx-act:rct-7]', 'altered'],
    ['“boats sink where no lamp is lit” [@xx-act:1]', 'found elsewhere'],
  ] as const) {
    test(`supersedes none: ${quoted} is ${verdict}`, () => {
      assert.deepEqual(judged(quoted, officialOf, late).verdicts, [verdict])
    })
  }
})

suite('a sentence that says itself which text it quotes', () => {
  const older = '“two brakes and a bell of its own” [@xx-act:1]'
  for (const source of [
    `As adopted, the act asked for ${older}.`,
    `The text of 1 January 2030 asked for ${older}.`,
    `In January 2030 the act said ${older}.`,
    `2030年的规定为：${older}。`,
    `修正前的条文是：${older}。`,
    'Until then [@xx-act:1, as originally adopted]:\n\n> Each crane on a quay shall have two brakes and a bell of its own.',
    'The original article is [@xx-act:1]:\n\n> Each crane on a quay shall have two brakes and a bell of its own.',
  ]) {
    test(`${source} is left alone`, () => {
      const { verdicts, problems } = judged(source, both, late)
      assert.deepEqual(verdicts, ['superseded wording'])
      assert.deepEqual(problems, [])
    })
  }

  for (const source of [
    `The act asks for ${older}.`,
    `Since 1 January 2031 the act asks for ${older}.`,
    `As amended, the act asks for ${older}.`,
    `原则上须有 ${older}。`,
  ]) {
    test(`${source} says nothing of it`, () => {
      const { problems } = judged(source, both, late)
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['quotation.superseded-wording'],
      )
    })
  }

  test('words of a newer text are left alone where it is named', () => {
    const newer = '“shall have three brakes and a bell” [@xx-act:1]'
    assert.deepEqual(judged(`As amended, it says ${newer}.`, both, early).problems, [])
    assert.equal(judged(`As adopted, it says ${newer}.`, both, early).problems.length, 1)
  })
})

suite('an excerpt as the newest version', () => {
  const officialOf = attached(older, { day: '2031-06-01', text: excerpt })
  for (const [quoted, verdict] of [
    ['“shall have three brakes and a bell” [@xx-act:1]', 'verified'],
    ['“two brakes and a bell of its own” [@xx-act:1]', 'superseded wording'],
    ['“painted white before the ice” [@xx-act:5]', 'verified'],
    ['“painted black before the ice” [@xx-act:5]', 'altered'],
    ['“changed once in every year” [@xx-act:3]', 'superseded wording'],
    ['“shall have three brakes and a bell” [@xx-act:5]', 'found elsewhere'],
  ] as const) {
    test(`${quoted} is ${verdict}`, () => {
      assert.deepEqual(judged(quoted, officialOf, late).verdicts, [verdict])
    })
  }
})

suite('what is said', () => {
  const text = (source: string, officialOf: OfficialVersionsOf, today: string): readonly string[] =>
    judged(source, officialOf, today).problems.map((problem) => problemText(problem, 'en'))

  test('of words of another version: where they stand, both days, and what to do', () => {
    assert.deepEqual(text('“two brakes and a bell of its own” [@xx-act:1]', both, late), [
      'These words stand in xx-act:1 in the older text of 2030-01-01, not in that of 2031-06-01, which this report means: quote that one, or say which text you quote.',
    ])
    assert.match(
      text('“two brakes and a bell of its own” [@xx-act]', both, late).join('\n'),
      /^These words stand in xx-act:1 in the older text/,
    )
    assert.deepEqual(text('“shall have three brakes and a bell” [@xx-act:1]', both, early), [
      'These words stand in xx-act:1 in the newer text of 2031-06-01, not in that of 2030-01-01, which a report of this day means: quote that one, or give the report another day.',
    ])
  })

  const notAttached =
    'The attached text is of 2030-01-01; the library knows an amendment, Act 9 (2031-06-01), whose text is not attached.'

  test('of words that are nowhere, where only an older text is attached', () => {
    const unknown = '“all ships shall pay a toll at once” [@xx-act:2]'
    const nowhere =
      'The official text has no such words, neither in xx-act:2 nor elsewhere: quote what it says, or leave out the marks.'
    assert.deepEqual(text(unknown, attached(older), late), [`${nowhere} ${notAttached}`])
    assert.deepEqual(text(unknown, both, late), [nowhere])
    const undated = attached({ day: '', text: adopted })
    assert.deepEqual(text(unknown, undated, late), [nowhere])
  })

  test('of altered words only where the provision itself is known to have changed', () => {
    const crane = 'xx-act:1 has other words here, “two”: quote these.'
    assert.deepEqual(text('“have three brakes and a bell” [@xx-act:1]', attached(older), late), [
      `${crane} ${notAttached}`,
    ])
    assert.deepEqual(text('“shall burn at the head of each” [@xx-act:2]', attached(older), late), [
      'xx-act:2 has other words here, “end”: quote these.',
    ])
  })

  test('of words in a report from before the only text that is attached', () => {
    assert.deepEqual(
      text('“two brakes and a bell of its own” [@xx-act:1]', attached(newer), early)[0],
      'xx-act:1 has other words here, “three”: quote these. The attached text is of 2031-06-01, after the day of this report and as amended by Act 9 (2031-06-01); the text before that is not attached.',
    )
    assert.doesNotMatch(
      text('“two brakes and a bell of its own” [@xx-act:1]', attached(newer), late).join(''),
      /attached/,
    )
  })

  test('in Chinese as well', () => {
    for (const source of [
      '“two brakes and a bell of its own” [@xx-act:1]',
      '“all ships shall pay a toll at once” [@xx-act:2]',
    ]) {
      for (const language of ['zh-Hans', 'zh-Hant'] as const) {
        const officialOf = source.includes('toll') ? attached(older) : both
        for (const problem of judged(source, officialOf, late).problems) {
          assert.match(problemText(problem, language), /\p{Script=Han}.*。$/u)
        }
      }
    }
  })
})

suite('the words of the version that is meant', () => {
  const index = createSearchIndex(corpus)
  const fixed = (source: string, today: string): readonly string[] => {
    const report = analyseReport(source)
    const options = { language: 'en', style: 'pandoc', withPage: true } as const
    return judged(source, both, today).problems.flatMap((problem) =>
      fixesOf(problem, report, corpus, index, options).map(({ edits }) =>
        applyEdits(source, edits),
      ),
    )
  }

  test('take the place of others where it is clear which these are', () => {
    assert.deepEqual(
      fixed(
        '“*Each* crane on a quay shall have two brakes and a bell of its own” [@xx-act:1]',
        late,
      ),
      ['“*Each* crane on a quay shall have three brakes and a bell” [@xx-act:1]'],
    )
    assert.deepEqual(
      fixed('“Each crane on a quay shall have three brakes and a bell.” [@xx-act:1]', early),
      ['“Each crane on a quay shall have two brakes and a bell.” [@xx-act:1]'],
    )
  })

  test('also where the whole instrument is cited', () => {
    assert.deepEqual(
      fixed('“Each crane on a quay shall have two brakes and a bell.” [@xx-act]', late),
      ['“Each crane on a quay shall have three brakes and a bell.” [@xx-act]'],
    )
  })

  test('are not proposed where the provision is gone, or most of them are others', () => {
    assert.deepEqual(fixed('“changed once in every year” [@xx-act:3]', late), [])
    assert.deepEqual(fixed('“a bell of its own” [@xx-act:1]', late), [])
  })

  test('that were left out stand apart from those beside them', () => {
    assert.deepEqual(fixed('“Each crane shall have three brakes and a bell.” [@xx-act:1]', late), [
      '“Each crane on a quay shall have three brakes and a bell.” [@xx-act:1]',
      '“Each crane […] shall have three brakes and a bell.” [@xx-act:1]',
    ])
  })
})

test('what was found follows an edit before it', () => {
  const finder = new ProblemFinder({
    ...{ corpus, today: late, isWanted: () => true, officialOf: both },
  })
  const body = 'First.\n\nThen “each crane on a quay shall have two brakes” [@xx-act:1].\n'
  const looked = (source: string): Problem => {
    const looking = finder.look(analyseReport(source))
    for (;;) {
      const step = looking.next()
      if (step.done === true) return step.value.shown[0] ?? assert.fail('nothing was found')
    }
  }
  looked(body)
  const moved = looked(`Some more. ${body}`)
  assert.ok(moved.code === 'quotation.superseded-wording')
  assert.deepEqual(
    moved.changes.map(({ span }) => `Some more. ${body}`.slice(span.start, span.end)),
    ['two'],
  )
})
