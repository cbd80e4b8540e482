import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { cardOf } from '../../../src/core/corpus/card.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { citedIn, worksOf } from '../../../src/core/report/works.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const corpus = corpusOf([
  {
    name: 'act.md',
    text: `---
id: xx-act-9
type: act
title: Act 9
formerly: xx-act-2031-05; xx-act
---

# Chapter {#chp-I kind=chapter}

## Lamps {#4}

### Oil {#4.1 kind=paragraph}

#### Wicks {#4.1.c kind=point}

- formerly: xx-act-9:4.1.b

## Cranes {#7}

- formerly: xx-act-9:6a

### Crews {#7.2 kind=paragraph}
`,
  },
  {
    name: 'relations.md',
    text: `---
id: relations
type: relations
title: R
---

# Cranes and lamps {#a}

- from: xx-act:7
- relation: Peer_To
- to: xx-act-9:4
`,
  },
  {
    name: 'press.md',
    text: `---
id: press
type: article
title: Press
headline: Press
outlet: Harbour News
url: https://harbours.example/press
---

# Lamps go out {#1.1}

- about: xx-act-2031-05:4
`,
  },
])
const index = createSearchIndex(corpus)

function problemsOf(source: string): readonly string[] {
  return findProblems(analyseReport(source), corpus).shown.map(
    ({ code, span }) => `${code} ${source.slice(span.start, span.end)}`,
  )
}

/** `source` with each former key and place as the fixes name it, from the last one on. */
function mended(source: string): string {
  const report = analyseReport(source)
  const problem = findProblems(report, corpus).shown.findLast(
    ({ code }) => code === 'citation.former-key',
  )
  if (problem === undefined) return source
  const options = { style: 'pandoc', withPage: false, language: 'en' } as const
  const [fix, ...others] = fixesOf(problem, report, corpus, index, options)
  assert.ok(fix)
  assert.deepEqual(others, [])
  return mended(applyEdits(source, fix.edits))
}

test('the corpus has no troubles: former keys are keys of relations and claims as well', () => {
  assert.deepEqual(corpus.troubles, [])
  const cranes = corpus.byKey.get('xx-act-9:7')
  const lamps = corpus.byKey.get('xx-act-9:4')
  assert.ok(cranes && lamps)
  const [counterpart] = cardOf(corpus, cranes).counterparts
  assert.equal(counterpart?.provision, lamps)
  assert.equal(cardOf(corpus, lamps).counterparts[0]?.provision, cranes)
  assert.deepEqual(
    cardOf(corpus, lamps).claims.map(({ key }) => key),
    ['press:1.1'],
  )
})

for (const [written, key, now] of [
  ['[@xx-act]', 'xx-act-9', '[@xx-act-9]'],
  ['[@xx-act-2031-05, p. 3]', 'xx-act-9', '[@xx-act-9, p. 3]'],
  ['@xx-act:4.1 says', 'xx-act-9:4.1', '@xx-act-9:4.1 says'],
  ['[@xx-act-2031-05, art. 7(2)]', 'xx-act-9:7.2', '[@xx-act-9, art. 7(2)]'],
  ['[@xx-act-9:6a]', 'xx-act-9:7', '[@xx-act-9:7]'],
  ['[@xx-act-9:6a.2]', 'xx-act-9:7.2', '[@xx-act-9:7.2]'],
  ['[@xx-act:6a, p. 4]', 'xx-act-9:7', '[@xx-act-9:7, p. 4]'],
  ['[@xx-act-9, art. 6a]', 'xx-act-9:7', '[@xx-act-9, art. 7]'],
  ['[@xx-act-9, chap. I, art. 6a(2)]', 'xx-act-9:7.2', '[@xx-act-9, art. 7(2)]'],
  [
    '[@xx-act-9, p. 3, art. 6a(2)(b), note]',
    'xx-act-9:7.2',
    '[@xx-act-9, p. 3, art. 7(2)(b), note]',
  ],
  ['[@xx-act-9, art. 4(1)(b)]', 'xx-act-9:4.1.c', '[@xx-act-9, art. 4(1)(c)]'],
  ['[@xx-act, point (b) of Article 4(1)]', 'xx-act-9:4.1.c', '[@xx-act-9, art. 4(1)(c)]'],
  ['[@xx-act-9，第6a条]', 'xx-act-9:7', '[@xx-act-9，art. 7]'],
] as const) {
  test(`${written} names ${key} and becomes ${now}`, () => {
    const report = analyseReport(written)
    assert.deepEqual(
      citedIn(report, corpus).map((one) => one.key),
      [key],
    )
    assert.ok(problemsOf(written).some((one) => one.startsWith('citation.former-key ')))
    const text = mended(written)
    assert.equal(text, now)
    assert.deepEqual(
      citedIn(analyseReport(text), corpus).map((one) => one.key),
      [key],
    )
  })
}

test('what is cited by the keys and places of today is no problem', () => {
  for (const fine of [
    '[@xx-act-9] [@xx-act-9:4.1.c] [@xx-act-9:7.2]',
    '[@xx-act-9, art. 7(2)] [@xx-act-9, art. 4(1)(c)]',
  ]) {
    assert.deepEqual(problemsOf(fine), [], fine)
  }
})

test('the words of a former place are underlined, the others not', () => {
  assert.deepEqual(problemsOf('[@xx-act-9, art. 4(1)(c) and art. 6a(2)]'), [
    'citation.former-key art. 6a(2)',
  ])
})

test('former keys are misspelt and swallow text as others do', () => {
  assert.deepEqual(problemsOf('[@XX-act:7]'), ['citation.other-case XX-act:7'])
  const source = '见 @xx-act:7规定'
  const report = analyseReport(source)
  const [problem] = findProblems(report, corpus).shown
  assert.equal(problem?.code, 'citation.swallowed-text')
  const options = { style: 'key', withPage: false, language: 'en' } as const
  const [fix] = fixesOf(problem, report, corpus, index, options)
  assert.equal(applyEdits(source, fix?.edits ?? []), '见 [@xx-act-9:7]规定')
})

test('what is exported bears the key of today, and tells Pandoc the former ones', () => {
  const works = worksOf(analyseReport('[@xx-act] and [@xx-act-9:6a.2]'), corpus)
  const items = cslItems(works, corpus, 'en')
  assert.deepEqual(
    items.map((item) => [item.id, item['other-ids']]),
    [
      ['xx-act-9', 'xx-act-2031-05 xx-act'],
      [
        'xx-act-9:7.2',
        'xx-act-9:6a.2 xx-act-2031-05:7.2 xx-act:7.2 xx-act-2031-05:6a.2 xx-act:6a.2',
      ],
    ],
  )
})

test('no former key hides a provision that has it now', () => {
  const text = '---\nid: p\ntype: act\ntitle: P\n---\n\n# A {#1}\n\n# B {#2}\n\n- formerly: p:1\n'
  const taken = corpusOf([{ name: 'p.md', text }])
  assert.equal(taken.byKey.get('p:1')?.titles.en, 'A')
  assert.deepEqual(
    citedIn(analyseReport('[@p:1] [@p, art. 1]'), taken).map((one) => one.key),
    ['p:1'],
  )
})
