import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestKeys } from '../../../src/core/citation/keyMeaning.ts'
import { movedMeaning, readMeaning, type Meaning } from '../../../src/core/citation/meaning.ts'
import { parseCitations } from '../../../src/core/pandoc/syntax.ts'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { corpusOf, fixtureCorpus, fixtureFiles } from '../../support/fixtureLibrary.ts'
import { processorTime } from '../../support/processorTime.ts'

const corpus = fixtureCorpus()

/** What the first citation in `report` names. */
function meaningIn(report: string, among = corpus): Meaning {
  const [citation] = parseCitations(report, 0).flatMap(({ citations }) => citations)
  assert.ok(citation, report)
  const { suffixSpan, span } = citation
  const text = suffixSpan === undefined ? '' : sliceSpan(report, suffixSpan)
  return readMeaning(citation, { text, start: suffixSpan?.start ?? span.end }, among)
}

/** What the first citation in `report` names, written `kind key`. */
function resolved(report: string, among = corpus): string {
  return written(meaningIn(report, among))
}

function written({ key, places }: Meaning): string {
  switch (key.kind) {
    case 'known':
      return places
        .map(({ provision, by, notUnderstood }) => {
          const but = notUnderstood === undefined ? '' : ` but ${notUnderstood.label}`
          return `${by} ${provision.key}${but}`
        })
        .join(' and ')
    case 'otherCase':
      return `otherCase ${key.provision.key}`
    case 'swallowed':
      return `swallowed ${key.provision.key} ${key.keySpanLength}`
    case 'malformed':
      return `malformed ${key.instrument.key}`
    case 'unknown':
      return `unknown ${key.key}`
    case 'foreign':
      return 'foreign'
  }
}

function assertResolved(expected: Readonly<Record<string, string>>): void {
  for (const [report, resolution] of Object.entries(expected)) {
    assert.equal(resolved(report), resolution, report)
  }
}

test('a key names its provision, whatever form cites it', () => {
  assertResolved({
    '[@xx-lantern-2031:I.1.3, p. 3]': 'key xx-lantern-2031:I.1.3',
    '@xx-lantern-2031:I.1': 'key xx-lantern-2031:I.1',
    '[see -@xx-lantern-2031:II]': 'key xx-lantern-2031:II',
    '@{xx-lantern-2031}': 'key xx-lantern-2031',
    '根据@xx-quay-act:5.1.a。': 'key xx-quay-act:5.1.a',
    '[@xx-quay-act:chp-I, see chapter 9 there]': 'key xx-quay-act:chp-I but 9',
  })
})

test('the bibliographic form names the narrowest provision, in both orders and three scripts', () => {
  const measure = 'words xx-lantern-2031:I.1.3'
  assertResolved({
    '[@xx-lantern-2031, p. 3, pillar I, sec. 1, action 3]': measure,
    '[@xx-lantern-2031, pillar I, sec. 1, action 3, p. 3]': measure,
    '@xx-lantern-2031 [p. 3, pillar 1, section 1, recommended action 3]': measure,
    '[@xx-lantern-2031, 页 3，第一支柱，第1节，第3项建议行动]': measure,
    '[@xx-lantern-2031, 頁 3，第一支柱第1節第3項建議行動]': measure,
    '[@xx-lantern-2031, 第一支柱，第一节，行动3]': measure,
    '[@xx-lantern-2031:I, sec. 1, action 3]': measure,
    '[@xx-lantern-2031:I.1, sec. 1, action 3]': measure,
    '[@xx-lantern-2031, pillar I, action 3]': measure,
    '[@xx-lantern-2031, pillar II, p. 7]': 'words xx-lantern-2031:II',
    '[@xx-lantern-2031, Pillar II, Sec. 1]': 'words xx-lantern-2031:II.1',
    '[@xx-quay-act, chap. I, art. 5, para. 1, point a]': 'words xx-quay-act:5.1.a',
    '[@xx-quay-act, art. 5(1)(b)]': 'words xx-quay-act:5.1.b',
    '[@xx-quay-act，第5条第1款第b项]': 'words xx-quay-act:5.1.b',
    '[@xx-quay-act，第5條第1項第b款]': 'words xx-quay-act:5.1.b',
    '[@xx-quay-act, annex III]': 'words xx-quay-act:annex-III',
    '[@xx-quay-act, 附件三]': 'words xx-quay-act:annex-III',
    '[@xx-quay-act, chapter 2]': 'words xx-quay-act:chp-II',
  })
})

test('a step that names nothing, or more than one provision, ends the way and is told', () => {
  assertResolved({
    '[@xx-lantern-2031, pillar IX, sec. 1]': 'key xx-lantern-2031 but IX',
    '[@xx-lantern-2031, pillar I, sec. 9, action 1]': 'words xx-lantern-2031:I but 9',
    '[@xx-lantern-2031, sec. 1, action 3]': 'key xx-lantern-2031 but 1',
    '[@xx-lantern-2031, p. 3]': 'key xx-lantern-2031',
  })
})

test('a place has the span of the words that name it, and its pages', () => {
  for (const [report, words, pages] of [
    [
      'See [@xx-lantern-2031, p. 3, pillar I, sec. 1, action 3] there',
      'pillar I, sec. 1, action 3',
      ['3'],
    ],
    ['See [@xx-quay-act, art. 5(1)(b), pp. 7–8].', 'art. 5(1)(b)', ['7–8']],
    ['见[@xx-quay-act，第5条第1款第b项]', '第5条第1款第b项', []],
    ['[@xx-lantern-2031:I.1, p. 2]', 'xx-lantern-2031:I.1', ['2']],
    ['@xx-lantern-2031:I.1.3规定', 'xx-lantern-2031:I.1.3', []],
    ['[@xx-lantern-2031, pillar I, sec. 9]', 'pillar I', []],
  ] as const) {
    const [place] = meaningIn(report).places
    assert.ok(place, report)
    assert.equal(sliceSpan(report, place.span), words)
    assert.deepEqual(
      place.pages.map(({ span }) => sliceSpan(report, span)),
      pages,
    )
  }
})

test('a meaning moves with the text, spans and all', () => {
  const report = '[@xx-lantern-2031, p. 3, pillar I, sec. 9, action 1]'
  assert.deepEqual(movedMeaning(meaningIn(report), 7), meaningIn(`1234567${report}`))
})

test('a key in another case or in full width is told with the right one', () => {
  assertResolved({
    '@xx-lantern-2031:i.1.3': 'otherCase xx-lantern-2031:I.1.3',
    '@XX-Lantern-2031': 'otherCase xx-lantern-2031',
    '@xx-quay-act:CHP-i': 'otherCase xx-quay-act:chp-I',
    '@xx-lantern-2031:I.1.３': 'otherCase xx-lantern-2031:I.1.3',
  })
})

test('a key that took text into itself is told with its own length', () => {
  assertResolved({
    '@xx-lantern-2031:I.1.3规定': 'swallowed xx-lantern-2031:I.1.3 21',
    '@xx-lantern-2031:I.1.3.规定': 'swallowed xx-lantern-2031:I.1.3 21',
    '@xx-lantern-2031规定': 'swallowed xx-lantern-2031 15',
    '@xx-lantern-2031:I.1<br>b': 'swallowed xx-lantern-2031:I.1 19',
    '@xx-lantern-2031:I.1&nbsp;b': 'swallowed xx-lantern-2031:I.1 19',
    '@xx-lantern-2031$x': 'swallowed xx-lantern-2031 15',
    '_@xx-lantern-2031:I.1_': 'swallowed xx-lantern-2031:I.1 19',
    '@xx-lantern-2031:I.1-based': 'swallowed xx-lantern-2031:I.1 19',
    '@xx-lantern-2031:I.1の': 'swallowed xx-lantern-2031:I.1 19',
  })
})

test('a key of a known or nearly known instrument without such a provision is unknown', () => {
  assertResolved({
    '@xx-lantern-2031:X.9': 'unknown xx-lantern-2031:X.9',
    '@xx-lantern-2031:I.1.33': 'unknown xx-lantern-2031:I.1.33',
    '@xx-lantern-2030:I.1': 'unknown xx-lantern-2030:I.1',
    '@xx-lanternn-2031:I.1.1': 'unknown xx-lanternn-2031:I.1.1',
    '@xx-latnern-2031:I.1.1': 'unknown xx-latnern-2031:I.1.1',
    '@xx-lantern:I.1.1': 'unknown xx-lantern:I.1.1',
    '@xx-quay-akt:5': 'unknown xx-quay-akt:5',
  })
})

test('the id of an instrument with something that is no path is malformed', () => {
  assertResolved({
    '@xx-lantern-2031/I.1': 'malformed xx-lantern-2031',
    '@xx-lantern-2031#I.1.3': 'malformed xx-lantern-2031',
    '@xx-lantern-2031-I.1': 'malformed xx-lantern-2031',
    '@xx-lantern-2031.II.9': 'malformed xx-lantern-2031',
    '@xx-lantern-2031:I/1': 'malformed xx-lantern-2031',
    '@xx-lantern-2031:I.1:3': 'malformed xx-lantern-2031',
    '[@xx-lantern-2031：I.1.3]': 'malformed xx-lantern-2031',
  })
})

test('a key of the analyst’s own bibliography is foreign', () => {
  const keys = [
    ...[
      'smith2020',
      'xx2031',
      'eu-report',
      'xx-report',
      'lantern',
      'xx-lantern',
      'xx-lantern-2030',
      'xx-quay',
    ],
    ...[
      'xx-lantern-2031-review',
      'xx-lantern-2031_review',
      'xx-lantern-2031.pdf',
      'doe:2020',
      'DBLP:conf/x',
      'xx-act:5',
    ],
    ...[
      'smith规定',
      'fig-map',
      'sec:intro',
      '*',
      '1',
      'constructor',
      '__proto__',
      'toString',
      'xx-',
      'http://x.example/y',
    ],
  ]
  for (const key of keys) assert.equal(resolved(`@${key} x`), 'foreign', key)
})

test('case 7: names of object members are keys like any other', () => {
  for (const key of ['__proto__', 'constructor', 'xx-lantern-2031:constructor', 'hasOwnProperty']) {
    assert.match(resolved(`[@${key}, constructor 1]`), /foreign|unknown/)
  }
})

test('without a corpus every key is foreign', () => {
  assert.equal(resolved('@us-aiap-2025:I.1.3', emptyCorpus), 'foreign')
})

const anyCitation = meaningIn('@k').citation

test('a key and a suffix of 10 MB are answered at once', () => {
  const time = processorTime(() => {
    for (const piece of ['规', '_', '-a', 'a', ':', '.I', 'x规']) {
      const key = `xx-lantern-2031:${piece.repeat(5_000_000)}`
      readMeaning({ ...anyCitation, key }, { text: 'p. 3 '.repeat(2_000_000), start: 0 }, corpus)
    }
  })
  assert.ok(time < 2000, `${String(time)} ms`)
})

test('the nearest keys come first, and far ones not at all', () => {
  const near = (raw: string, limit = 3): readonly string[] =>
    nearestKeys(raw, corpus, limit).map(({ key }) => key)
  assert.equal(near('xx-lantern-2030:I.1.3')[0], 'xx-lantern-2031:I.1.3')
  assert.equal(near('xx-latnern-2031:II')[0], 'xx-lantern-2031:II')
  assert.equal(near('XX-QUAY-ACT:5.1.A')[0], 'xx-quay-act:5.1.a')
  assert.equal(near('xx-lantern-2031:I.1.33', 2).length, 2)
  assert.deepEqual(near('smith2020'), [])
  assert.deepEqual(near(''), [])
})

test('resolving in a reloaded corpus does not remember the old one', () => {
  const [agencies, , act] = fixtureFiles()
  assert.ok(agencies && act)
  const smaller = corpusOf([agencies, act])
  assert.equal(resolved('@XX-LANTERN-2031', smaller), 'foreign')
  assert.equal(resolved('@XX-LANTERN-2031'), 'otherCase xx-lantern-2031')
})
