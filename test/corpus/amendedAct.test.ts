import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { ancestorsOf, childrenOf } from '../../src/core/corpus/corpus.ts'
import type { Division, Measure, Provision } from '../../src/core/corpus/provision.ts'
import { citedPlaces } from '../../src/core/citation/meaning.ts'
import { analyseReport, meaningsOf } from '../../src/core/report/report.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { officialSource } from '../support/officialSource.ts'
import { longestSharedRun, runsOf, wordsOf } from '../support/wordRuns.ts'

const library = libraryCorpus()
const amendment = 'Regulation (EU) 2026/1744'

/** What the amendment put in as a whole, and what it changed, by the numbers of its Article 1. */
const inserted = ['4a', '60a', '75a', '75b', '75c', '75d', 'annex-XIV']
const modified = [
  ...['1', '2', '3', '4', '5', '6', '10', '11', '17', '25', '27', '28', '29', '30', '40', '42'],
  ...['43', '50', '56', '57', '58', '60', '63', '64', '69', '70', '72', '75', '76', '77', '95'],
  ...['96', '97', '99', '111', '113', 'annex-I', 'annex-VIII'],
]

/** The paragraphs and points that it put in, as a report cites them. */
const insertedPlaces: Readonly<Record<string, string>> = {
  'Article 2(13)': '2.13',
  'Article 3, point (14a)': '3.14a',
  'Article 3, point (14b)': '3.14b',
  'Article 5(1), first subparagraph, point (ba)': '5.1.ba',
  'Art. 5(1)(bb)': '5.1.bb',
  'Article 5(1a)': '5.1a',
  'Article 5(1b)': '5.1b',
  'Article 6(1a)': '6.1a',
  'Article 6(1b)': '6.1b',
  'Article 6(1c)': '6.1c',
  'Article 28(8)': '28.8',
  'Article 28(9)': '28.9',
  'Article 57(3a)': '57.3a',
  'Article 75(1a)': '75.1a',
  'Article 75(1e)': '75.1e',
  'Article 75(2a)': '75.2a',
  'Article 77(1a)': '77.1a',
  'Article 77(1b)': '77.1b',
  'Article 96(1), point (g)': '96.1.g',
  'Article 99(4), point (da)': '99.4.da',
  'Article 99(6a)': '99.6a',
  'Article 111(4)': '111.4',
  'Annex I, Section B, point 21': 'annex-I.sec-B.21',
}
const deleted = ['10.5', 'annex-I.sec-A.1', 'annex-VIII.sec-B.7', 'annex-VIII.sec-B.9']

const parts = library.provisions.filter(
  (one): one is Division | Measure =>
    one.level !== 'instrument' && one.key.startsWith('eu-ai-act:'),
)

function provisionAt(path: string): Division | Measure {
  const found = parts.find(({ key }) => key === `eu-ai-act:${path}`)
  return found ?? assert.fail(path)
}

/** `provision` and all that stands above it, from itself up. */
function upwards(provision: Provision): readonly Provision[] {
  return [...ancestorsOf(library, provision), provision].toReversed()
}

/** The starts that hold for the provision at `path`: its own, else those of the nearest above. */
function startsOf(path: string): readonly string[] {
  const holder = upwards(provisionAt(path)).find(
    (one) => one.level !== 'instrument' && one.appliesFrom !== undefined,
  )
  const starts = holder?.level === 'instrument' ? [] : (holder?.appliesFrom ?? [])
  return starts.map(({ day, of }) => (of === undefined ? day : `${day} ${of.en}`))
}

suite('the AI Act as amended', () => {
  test('names the day of its text and what changed it', () => {
    const act = library.byKey.get('eu-ai-act')
    assert.ok(act?.level === 'instrument')
    assert.equal(act.textAsOf, '2026-07-27')
    assert.deepEqual(
      act.amendedBy?.map(({ name, issued, inForce }) => [name, issued, inForce]),
      [[amendment, '2026-07-08', '2026-07-27']],
    )
  })

  test('each of the 45 provisions that were touched says so', () => {
    assert.equal(inserted.length + modified.length, 45)
    for (const path of inserted) assert.equal(provisionAt(path).insertedBy, amendment, path)
    for (const path of modified) {
      assert.deepEqual(provisionAt(path).replacedBy, [amendment], path)
      const below = parts.filter(({ key }) => key.startsWith(`eu-ai-act:${path}.`))
      const changed = below.filter(
        ({ insertedBy, replacedBy, deletedBy }) =>
          insertedBy ?? replacedBy?.length ?? deletedBy !== undefined,
      )
      assert.ok(changed.length > 0, `${path} has nothing changed below it`)
    }
  })

  test('each of them is summed up in both Chinese scripts', () => {
    const untold = [...inserted, ...modified].filter((path) => {
      const { summary } = provisionAt(path)
      return !summary?.['zh-Hans'] || !summary['zh-Hant']
    })
    assert.deepEqual(untold, [])
  })

  test('everything put in is found by its place, and named as put in', () => {
    for (const [place, path] of Object.entries(insertedPlaces)) {
      const report = analyseReport(`So it is [@eu-ai-act, ${place}].`)
      const keys = meaningsOf(report, library)
        .flatMap(citedPlaces)
        .map(({ provision }) => provision.key)
      assert.deepEqual(keys, [`eu-ai-act:${path}`], place)
      assert.equal(provisionAt(path).insertedBy, amendment, path)
    }
  })

  test('what was taken out keeps its key, and says what it was', () => {
    for (const path of deleted) {
      const { deletedBy, formerlySaid, until } = provisionAt(path)
      assert.deepEqual([deletedBy, until], [amendment, '2026-07-26'], path)
      assert.ok(formerlySaid !== undefined, path)
    }
    assert.deepEqual(
      parts.filter(({ deletedBy }) => deletedBy !== undefined).map(({ key }) => key.slice(10)),
      deleted,
    )
  })

  test('what was changed says what it said before, or what of it did', () => {
    const changed = parts.filter(({ replacedBy }) => replacedBy !== undefined)
    assert.ok(changed.length >= 80)
    assert.deepEqual(
      changed.filter(({ formerlySaid }) => formerlySaid === undefined).map(({ key }) => key),
      [],
    )
  })

  test('every day of Article 113 is a deadline of the place that names it', () => {
    const told = ['113.1', '113.2', '113.3.a', '113.3.b', '113.3.c', '113.3.d'].flatMap((path) =>
      (provisionAt(path).deadlines ?? []).map(({ by }) => by),
    )
    assert.deepEqual(told, [
      ...['2024-08-01', '2026-08-02', '2025-02-02', '2026-12-02', '2025-08-02'],
      ...['2027-12-02', '2028-08-02', '2026-07-27'],
    ])
    for (const [path, day] of [
      ['113.3.c.i', '2027-12-02'],
      ['113.3.c.ii', '2028-08-02'],
    ] as const) {
      assert.deepEqual(
        provisionAt(path).deadlines?.map(({ by }) => by),
        [day],
      )
    }
  })

  test('has 70 definitions, 119 articles and 14 annexes', () => {
    assert.equal(childrenOf(library, provisionAt('3')).length, 70)
    assert.equal(parts.filter(({ kind }) => kind === 'article').length, 119)
    assert.equal(parts.filter(({ kind }) => kind === 'annex').length, 14)
  })

  test('applies from the days of Article 113 as amended', () => {
    const staged = ['2027-12-02 Annex III', '2028-08-02 Annex I']
    const expected: Readonly<Record<string, readonly string[]>> = {
      1: ['2025-02-02'],
      '5.1.h': ['2025-02-02'],
      '5.1.ba': ['2026-12-02'],
      '5.1.bb': ['2026-12-02'],
      '5.1a.a': ['2026-12-02'],
      '5.1b': ['2026-12-02'],
      6: staged,
      '6.1': ['2028-08-02 Annex I'],
      '6.3.a': ['2027-12-02 Annex III'],
      '6.5': ['2026-08-02'],
      7: ['2027-12-02 Annex III'],
      9: staged,
      '26.5': staged,
      '26.11': ['2027-12-02 Annex III'],
      '10.1': staged,
      28: ['2025-08-02'],
      '28.8': ['2026-07-27'],
      43: ['2026-08-02'],
      '50.2': ['2026-08-02'],
      '53.1.a': ['2025-08-02'],
      '57.3a': ['2026-08-02'],
      64: ['2025-08-02'],
      72: ['2026-08-02'],
      '75c.5': ['2026-08-02'],
      78: ['2025-08-02'],
      99: ['2025-08-02'],
      101: ['2026-08-02'],
      102: ['2026-07-27'],
      110: ['2026-07-27'],
      111: ['2026-08-02'],
    }
    for (const [path, starts] of Object.entries(expected)) {
      assert.deepEqual(startsOf(path), starts, path)
    }
    for (const { key } of parts.filter(({ kind }) => kind === 'article')) {
      if (key !== 'eu-ai-act:113') assert.notEqual(startsOf(key.slice(10)).length, 0, key)
    }
  })

  test('tells no day that Article 113 no longer has', () => {
    const superseded = /6\(1\)[^.;]* 2 August 2027|operational by 2 August 2026|by 2 February 2026/u
    const told = parts.filter(({ key, summary }) => {
      return key !== 'eu-ai-act:6.5' && superseded.test(summary?.en ?? '')
    })
    assert.deepEqual(
      told.map(({ key }) => key),
      [],
    )
  })

  test('says how strongly it is put, but for definitions, lists of laws and offences, and recitals', () => {
    const without = parts.filter((one) => one.level === 'measure' && one.strength === undefined)
    const unexpected = without.filter(
      ({ key, kind }) => kind !== 'recital' && !/:(?:3(?:\.|$)|annex-(?:II?|X)\.)/u.test(key),
    )
    assert.deepEqual(
      unexpected.map(({ key }) => key),
      [],
    )
  })
})

const official = officialSource('eu-ai-act/aia.eurlex.xhtml')
const changes = officialSource('eu-2026-1744/amended-provisions.md')

/** Names that our texts may give as the Act has them. */
const names = [
  'real-time remote biometric identification system',
  'definition of micro, small and medium-sized enterprise',
  'of special categories of personal data',
  'of testing in real-world conditions',
]

test(
  'no six words of the Act in a row stand in what we say of it',
  {
    skip: official.skip === false ? changes.skip : official.skip,
  },
  () => {
    const texts = [official, changes].map(({ file }) => readFileSync(file, 'utf8'))
    const printed = texts.flatMap((text) =>
      runsOf(wordsOf(text.replaceAll(/<[^>]+>/gu, ' ').replaceAll('&#160;', ' ')), 6),
    )
    const runs = new Set(printed)
    const own = parts.flatMap((one) => {
      const isOurs = one.level === 'measure' && one.kind !== 'article'
      const said = [...(isOurs ? [one.titles.en] : []), one.summary?.en, one.formerlySaid?.en]
      return said.flatMap((text) =>
        runsOf(wordsOf(text ?? ''), 6)
          .filter((run) => runs.has(run) && !isName(run))
          .map((run) => `${one.key}: ${run}`),
      )
    })
    assert.deepEqual(own, [])
  },
)

function isName(run: string): boolean {
  return names.some((name) => longestSharedRun(run.split(' '), wordsOf(name)) > 3)
}
