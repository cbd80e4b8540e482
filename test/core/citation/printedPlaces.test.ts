import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import {
  printedTitle,
  readableReference,
  shortReference,
} from '../../../src/core/citation/reference.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { readBack } from '../../support/readBack.ts'
import { writeLibrary } from '../../../src/core/corpus/writeLibrary.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { processorTime } from '../../support/processorTime.ts'

const framework = `---
id: xx-frame
type: plan
title: A frame for cranes
---

# Steer {#GOVERN kind=function place="GOVERN" place-zh-Hans="治理"}

## Rules {#GOVERN-1 kind=category place="GOVERN 1" place-zh-Hans="治理 1"}

### Rules are known {#GOVERN.1.1 kind=subcategory place="GOVERN 1.1" place-zh-Hans="治理 1.1" page=7}

#### Know the rules {#GV-1.1-001 place="GV-1.1-001" page=8}

#### Write them down {#GV-1.1-002 place="GV-1.1-002"}

##### Each year {#GV-1.1-002.a kind=point}

### Rules are kept {#GOVERN.1.10 kind=subcategory place="GOVERN 1.10"}

# Aims {#aims kind=section}

## Watch the tide {#13.a place="13.a"}

## Watch the wind {#aim-3.1 kind=target place="3.1"}

# Whys {#whys kind=section}

## Tides rise {#w29 kind=recital place="29"}

## Tides fall {#w30 kind=recital place="A"}
`

const law = `---
id: xx-law
type: act
title: A law of quays
---

# Quays {#4}

# More quays {#4-1 place="Article 4-1" place-zh-Hant="第四條之一"}

## First {#4-1.1 kind=paragraph}
`

/** A framework whose divisions alone have Chinese names, and whose categories are sentences, not headings. */
const outcomes = `---
id: xx-out
type: plan
title: Outcomes for Cranes
title-zh-Hans: 起重机成果
printed-headings: function
---

# Steer {#STEER kind=function place="STEER"}

- aliases: 驾驭; steering
- zh-Hans: 掌舵

## Rules that work {#STEER.1 kind=category place="STEER 1" page=4}

- zh-Hans: 三条规则

### Know the rules {#STEER.1.1 kind=subcategory place="STEER 1.1" page=5}

### Keep the rules {#STEER.1.12 kind=subcategory place="STEER 1.12"}
`

/** Goals whose targets are printed with the number of the goal. */
const goals = `---
id: xx-goals
type: plan
title: Goals of the Sea
---

# Calm {#2 kind=goal}

## Fewer waves {#2.13 kind=target place="2.13"}

# Tides {#13 kind=goal}

## High water {#13.1 kind=target place="13.1"}

## Low water {#13.a kind=target place="13.a"}

## Slack water {#13.b kind=target place="13.b"}
`

const corpus = corpusOf([
  { name: 'xx-goals.md', text: goals },
  { name: 'xx-frame.md', text: framework },
  { name: 'xx-out.md', text: outcomes },
  { name: 'xx-law.md', text: law },
])

/** The citation of the provision `key` by place. */
function written(key: string, language: Language = 'en', withPage = false): string {
  const provision = corpus.byKey.get(key)
  assert.ok(provision, key)
  const format = { corpus, language, withPage, before: '', after: '' }
  return formatCitation([provision], 'pandoc', format)
}

/** What the citation in `report` names, with the words that do. */
function named(report: string): readonly string[] {
  return meaningsOf(analyseReport(report), corpus)
    .flatMap(citedPlaces)
    .map(({ provision, by, span, notUnderstood }) => {
      const words = by === 'key' ? '' : ` by ${sliceSpan(report, span)}`
      return `${provision.key}${words}${notUnderstood ? ` but ${notUnderstood.label}` : ''}`
    })
}

test('the corpus files have no troubles', () => {
  assert.deepEqual(corpus.troubles, [])
})

for (const [key, place] of [
  ['xx-frame:GOVERN', 'GOVERN'],
  ['xx-frame:GOVERN-1', 'GOVERN 1'],
  ['xx-frame:GOVERN.1.1', 'GOVERN 1.1'],
  ['xx-frame:GV-1.1-001', 'action GV-1.1-001'],
  ['xx-frame:GV-1.1-002.a', 'action GV-1.1-002(a)'],
  ['xx-frame:13.a', 'action 13.a'],
  ['xx-frame:aim-3.1', 'target 3.1'],
  ['xx-frame:w29', 'recital 29'],
  ['xx-frame:w30', 'recital A'],
  ['xx-law:4-1', 'Article 4-1'],
  ['xx-law:4-1.1', 'Article 4-1(1)'],
] as const) {
  test(`${key} is written “${place}” and read back`, () => {
    const citation = written(key)
    assert.equal(citation, `[@${key.split(':')[0] ?? ''}, ${place}]`)
    assert.deepEqual(named(citation), [`${key} by ${place}`])
  })
}

test('places are written as printed in the language, else as in English', () => {
  assert.equal(written('xx-frame:GOVERN.1.1', 'zh-Hans', true), '[@xx-frame, 第 7 页，治理 1.1]')
  assert.equal(written('xx-frame:GOVERN.1.10', 'zh-Hans'), '[@xx-frame, GOVERN 1.10]')
  assert.equal(written('xx-frame:GV-1.1-001', 'zh-Hans'), '[@xx-frame, 第 GV-1.1-001 项建议行动]')
  assert.equal(written('xx-frame:aim-3.1', 'zh-Hant'), '[@xx-frame, 具體目標 3.1]')
  assert.equal(written('xx-law:4-1', 'zh-Hant'), '[@xx-law, 第四條之一]')
  assert.equal(written('xx-law:4-1', 'zh-Hant-HK'), '[@xx-law, 第四條之一]')
  assert.equal(written('xx-law:4-1.1', 'zh-Hant'), '[@xx-law, 第四條之一第 1 項]')
  for (const language of ['en', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK'] as const) {
    for (const { key, level } of corpus.provisions) {
      if (level === 'instrument') continue
      const [read] = named(written(key, language, true))
      assert.equal(read?.split(' by ')[0], key, `${key} in ${language}`)
    }
  }
})

for (const [key, ...places] of [
  ['GOVERN', 'govern', 'function GOVERN', 'GOVERN function', '治理', '功能治理'],
  ['GOVERN-1', 'Govern 1', 'category GOVERN 1', 'cat. GOVERN 1', 'GOVERN, GOVERN 1'],
  ['GOVERN.1.1', 'GOVERN 1.1', 'govern 1.1', 'subcategory GOVERN 1.1', 'Subcat. Govern 1.1'],
  ['GOVERN.1.1', 'p. 7, GOVERN 1.1', 'GOVERN 1.1, p. 7', 'see GOVERN\u00a01.1', '治理 1.1'],
  ['GOVERN.1.1', '子类别治理 1.1', '见治理 1.1', 'GOVERN 1.1, which is new in 9.9'],
  [
    'GOVERN.1.10',
    'GOVERN 1.10',
    'GOVERN 1, GOVERN 1.10',
    'function GOVERN, subcategory GOVERN 1.10',
  ],
  ['GV-1.1-001', 'GV-1.1-001', 'gv-1.1-001', 'GV‑1.1‑001', 'ＧＶ-1.1-001', 'measure GV-1.1-001'],
  ['GV-1.1-001', '行动GV-1.1-001', 'GOVERN 1.1, action GV-1.1-001', 'p. 8, GV-1.1-001'],
  ['GV-1.1-002.a', 'GV-1.1-002(a)', 'GV-1.1-002, point a'],
  ['13.a', '13.a', '13.A', 'recommended action 13.a'],
  ['aim-3.1', '3.1', 'Target 3.1', '具体目标3.1'],
  ['w29', 'recital 29', 'Rec. 29', '序言第29段', 'whereas 29'],
  ['w30', 'recital A', 'recital a', '敘文第A段'],
] as const) {
  test(`xx-frame:${key} is read from ${places.join('; ')}`, () => {
    for (const place of places) {
      const [read, ...others] = named(`[@xx-frame, ${place}]`)
      assert.equal(read?.split(' by ')[0], `xx-frame:${key}`, place)
      assert.ok(!read.includes(' but '), place)
      assert.deepEqual(others, [])
    }
  })
}

test('a place is read by the Chinese names of the division that begins it, and without its blank', () => {
  for (const [key, ...places] of [
    ['STEER', '掌舵', '驾驭', '功能掌舵'],
    ['STEER.1', '掌舵1', '掌舵 1', '类别驾驭 1', 'STEER1'],
    ['STEER.1.1', '掌舵1.1', '见掌舵 1.1', '第 5 页，驾驭1.1', '子类别掌舵1.1', 'steer1.1'],
    ['STEER.1.12', '掌舵1.12', 'STEER1.12'],
  ] as const) {
    for (const place of places) {
      const [read = '', ...others] = named(`[@xx-out, ${place}]`)
      assert.equal(read.split(' by ')[0], `xx-out:${key}`, place)
      assert.ok(!read.includes(' but ') && others.length === 0, place)
    }
  }
  assert.deepEqual(named('[@xx-out, 掌舵1.1、1.12]'), [
    'xx-out:STEER.1.1 by 掌舵1.1',
    'xx-out:STEER.1.12 by 1.12',
  ])
  for (const suffix of ['三条规则', '掌舵9', 'steering 1.1', '如何掌舵的办法']) {
    assert.deepEqual(named(`[@xx-out, ${suffix}]`), ['xx-out'], suffix)
  }
})

test('a place that says all above it is told alone, with no title of ours as a heading', () => {
  const told = (key: string, language: Language): readonly string[] => {
    const provision = corpus.byKey.get(`xx-out:${key}`)
    assert.ok(provision)
    const options = { language, withPage: true }
    return [
      readableReference(provision, corpus, options),
      shortReference(provision, corpus, options),
      printedTitle(provision, corpus, language),
    ]
  }
  assert.deepEqual(told('STEER', 'en'), [
    '*Outcomes for Cranes*, STEER, “Steer”',
    'Outcomes for Cranes, STEER',
    'Steer',
  ])
  assert.deepEqual(told('STEER.1', 'en'), [
    '*Outcomes for Cranes*, STEER 1 \\[Rules that work\\], p. 4',
    'Outcomes for Cranes, STEER 1, p. 4',
    'Steer, STEER 1',
  ])
  assert.deepEqual(told('STEER.1.1', 'en'), [
    '*Outcomes for Cranes*, STEER 1.1 \\[Know the rules\\], p. 5',
    'Outcomes for Cranes, STEER 1.1, p. 5',
    'Steer, STEER 1.1',
  ])
  assert.deepEqual(told('STEER.1', 'zh-Hans'), [
    '《起重机成果》STEER 1［三条规则］，第4页',
    '《起重机成果》STEER 1，第4页',
    '掌舵，STEER 1',
  ])
})

test('a number that is but the end of a printed place names it only behind what it is a part of', () => {
  for (const [suffix, ...read] of [
    ['target 13.a', '13.a by target 13.a'],
    ['target 13(a)', '13.a by target 13(a)'],
    ['Target 13A', '13.a by Target 13A'],
    ['goal 13, target 13.1', '13.1 by goal 13, target 13.1'],
    ['goal 2, target 13', '2.13 by goal 2, target 13'],
    ['targets 13.1 and 13.a', '13.1 by targets 13.1', '13.a by 13.a'],
    ['targets 2.13, 13.1 and 13.b', '2.13 by targets 2.13', '13.1 by 13.1', '13.b by 13.b'],
    ['targets 13.1–13.a', '13.1 by targets 13.1', '13.a by 13.a'],
    ['具体目标13.a和13.b', '13.a by 具体目标13.a', '13.b by 13.b'],
  ] as const) {
    const expected = read.map((one) => `xx-goals:${one}`)
    assert.deepEqual(named(`[@xx-goals, ${suffix}]`), expected, suffix)
  }
  for (const suffix of ['target 13', 'target 14.1', 'target 13.c', '具体目标13']) {
    const [read = '', ...others] = named(`[@xx-goals, ${suffix}]`)
    assert.match(read, /^xx-goals but 1[34]/u, suffix)
    assert.deepEqual(others, [])
  }
})

test('parts of other words and labels, numbers of pages and words of prose are no places', () => {
  for (const suffix of [
    'who govern it',
    'governance',
    'govern 1.12',
    'GOVERN 1.1.3',
    'XGV-1.1-001',
    'GV-1.1-0011',
    'a plan',
    'as GOVERN 1.1 has it elsewhere',
  ]) {
    assert.deepEqual(named(`[@xx-frame, ${suffix}]`), ['xx-frame'], suffix)
  }
  assert.deepEqual(named('[@xx-frame, 29]'), ['xx-frame'])
})

test('a place that stands behind the key of what is elsewhere is another place', () => {
  assert.deepEqual(named('[@xx-frame:aims, GOVERN 1.1]'), [
    'xx-frame:aims',
    'xx-frame:GOVERN.1.1 by GOVERN 1.1',
  ])
  assert.deepEqual(named('[@xx-frame:GOVERN, GOVERN 1.1]'), ['xx-frame:GOVERN.1.1 by GOVERN 1.1'])
})

test('a place that is printed nowhere is told, where it is written as those are that are printed', () => {
  assert.deepEqual(named('[@xx-frame, GOVERN 1.12]'), ['xx-frame but govern 1.12'])
  assert.deepEqual(named('[@xx-frame, GOVERN 9]'), ['xx-frame but govern 9'])
  assert.deepEqual(named('[@xx-frame, GOVERN 1, GOVERN 1.12]'), [
    'xx-frame:GOVERN-1 by GOVERN 1 but govern 1.12',
  ])
  for (const other of ['ISO 9', 'ISO 42001', 'GOVERN 1.1.3']) {
    assert.deepEqual(named(`[@xx-frame, ${other}]`), ['xx-frame'], other)
  }
})

test('words of kinds are read as ever beside printed places that begin with them', () => {
  const mixed = corpusOf([
    {
      name: 'xx-mixed.md',
      text: '---\nid: xx-mixed\ntype: act\ntitle: M\n---\n\n# A {#4 place="Article 4"}\n\n# B {#5}\n',
    },
  ])
  const read = meaningsOf(analyseReport('[@xx-mixed, ARTICLE 4; @xx-mixed, ARTICLE 5]'), mixed)
  assert.deepEqual(
    read.flatMap(citedPlaces).map(({ provision }) => provision.key),
    ['xx-mixed:4', 'xx-mixed:5'],
  )
})

test('places stand in lists, each with its words', () => {
  const both = ['xx-frame:GOVERN.1.1 by GOVERN 1.1', 'xx-frame:GV-1.1-001 by GV-1.1-001']
  for (const joint of [' and ', ', and ', ', read with ', '、', ' & ']) {
    assert.deepEqual(named(`[@xx-frame, GOVERN 1.1${joint}GV-1.1-001]`), both, joint)
  }
  assert.deepEqual(named('[@xx-frame, 治理 1.1及目标 9]').slice(0, 1), [
    'xx-frame:GOVERN.1.1 by 治理 1.1',
  ])
  const first = 'xx-frame:GOVERN.1.1 by GOVERN 1.1'
  assert.deepEqual(named('[@xx-frame, GOVERN 1.1 and 1.10]'), [
    first,
    'xx-frame:GOVERN.1.10 by 1.10',
  ])
  assert.deepEqual(named('[@xx-frame, GOVERN 1.1, 1.10]'), [first, 'xx-frame:GOVERN.1.10 by 1.10'])
  assert.deepEqual(named('[@xx-frame, p. 7, GOVERN 1.1 and recital 29]'), [
    'xx-frame:GOVERN.1.1 by GOVERN 1.1',
    'xx-frame:w29 by recital 29',
  ])
})

test('of several that print one place, the nearest below what is named is meant, or none', () => {
  const twins = corpusOf([
    {
      name: 'xx-twins.md',
      text:
        '---\nid: xx-twins\ntype: plan\ntitle: Twins\n---\n\n' +
        '# North {#I kind=pillar}\n\n## One {#I.1 place="N-1"}\n\n' +
        '# South {#II kind=pillar}\n\n## One {#II.1 place="N-1"}\n',
    },
  ])
  const read = (report: string): readonly string[] =>
    meaningsOf(analyseReport(report), twins)
      .flatMap(citedPlaces)
      .map(({ provision, notUnderstood }) => `${provision.key}${notUnderstood ? '?' : ''}`)
  assert.deepEqual(read('[@xx-twins, N-1]'), ['xx-twins?'])
  assert.deepEqual(read('[@xx-twins, pillar II, N-1]'), ['xx-twins:II.1'])
  const provision = twins.byKey.get('xx-twins:II.1')
  assert.ok(provision)
  const format = { corpus: twins, language: 'en', withPage: false, before: '', after: '' } as const
  assert.equal(formatCitation([provision], 'pandoc', format), '[@xx-twins:II.1]')
})

test('the compiled library keeps them', () => {
  const compiled = readBack(writeLibrary(corpus))
  for (const provision of corpus.provisions)
    assert.deepEqual(compiled.byKey.get(provision.key), provision)
  const report = analyseReport('[@xx-frame, GOVERN 1.1]')
  const [place] = meaningsOf(report, compiled).flatMap(citedPlaces)
  assert.equal(place?.provision.key, 'xx-frame:GOVERN.1.1')
})

test('they are found by search as typed', () => {
  const index = createSearchIndex(corpus)
  for (const [text, key] of [
    ['GV-1.1-001', 'xx-frame:GV-1.1-001'],
    ['gv-1.1-002', 'xx-frame:GV-1.1-002'],
    ['govern 1.1', 'xx-frame:GOVERN.1.1'],
    ['GOVERN 1.10', 'xx-frame:GOVERN.1.10'],
    ['治理 1.1', 'xx-frame:GOVERN.1.1'],
    ['第四條之一', 'xx-law:4-1'],
    ['recital 29', 'xx-frame:w29'],
    ['subcategory govern 1.1', 'xx-frame:GOVERN.1.1'],
  ] as const) {
    const [first] = search(index, { text, limit: 5, language: 'en' })
    assert.equal(first?.provision.key, key, text)
  }
})

test('spans lie in the citation, and reading takes time in proportion to it, whatever it is', () => {
  const pieces = [
    'GOVERN',
    ' ',
    '1.1',
    'GV-1.1-001',
    '(a)',
    'action',
    '第',
    '项',
    ',',
    '29',
    '治理',
    '.',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
      const report = `[@xx-frame, ${parts.join('')}]`
      for (const { span } of meaningsOf(analyseReport(report), corpus).flatMap(citedPlaces)) {
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= report.length)
      }
    }),
    { numRuns: 1000, seed: 3 },
  )
  const time = processorTime(() => {
    for (const piece of pieces) named(`[@xx-frame, ${piece.repeat(200_000)}]`)
  })
  assert.ok(time < 2000, `${String(time)} ms`)
})
