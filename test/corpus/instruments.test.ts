import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { instrumentOf } from '../../src/core/corpus/corpus.ts'
import { instrumentIdOf } from '../../src/core/corpus/key.ts'
import type { Names } from '../../src/core/corpus/language.ts'
import type { Measure, Provision, Strength } from '../../src/core/corpus/provision.ts'
import { readBack } from '../support/readBack.ts'

const folder = new URL('../../corpus/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const corpus = readBack(compileLibrary(files).bytes)

/** How many provisions of each kind every instrument has. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cn-ai-plus-2025': { section: 2, point: 14 },
  'cn-anthropomorphic-2026': { article: 11 },
  'cn-csl-2016': { article: 2 },
  'cn-gaigap-2025': { point: 4 },
  'cn-gaigi-2023': { paragraph: 8 },
  'cn-genai-2023': { chapter: 5, article: 24, point: 10 },
  'cn-labelling-2025': { article: 7 },
  'cn-pipl': { chapter: 8, section: 3, article: 74, paragraph: 10, item: 25 },
  'eu-ai-act': {
    ...{
      chapter: 13,
      section: 23,
      article: 119,
      paragraph: 182,
      point: 375,
      annex: 14,
      recital: 180,
    },
  },
  'eu-gdpr': { chapter: 11, section: 15, article: 99, paragraph: 156, point: 134 },
  'press-us-aiap-2025-08': { claim: 77 },
  'uk-aioap-2025': { section: 11, recommendation: 50 },
  'un-sdg': { goal: 17, target: 169 },
  'us-aiap-2025': { pillar: 3, section: 30, action: 103 },
  'us-eo-14110': { section: 29, paragraph: 126 },
  'us-eo-14179': { section: 6, paragraph: 2 },
  'us-eo-14318': { section: 10, paragraph: 18 },
  'us-eo-14319': { section: 5, paragraph: 4 },
  'us-eo-14320': { section: 5, paragraph: 8 },
  'us-eo-14363': { section: 7, paragraph: 18 },
  'us-eo-14365': { section: 9, paragraph: 4 },
  'us-eo-14409': { section: 5, paragraph: 9 },
  'us-eo-14434': { section: 4, paragraph: 4 },
  'us-nist-ai-rmf': { function: 4, category: 19, subcategory: 72 },
  'us-nspm-11': { section: 7, paragraph: 33 },
}

/** What `faultOf` says of the provisions it finds a fault in, each under its key. */
function faults(
  provisions: readonly Provision[],
  faultOf: (provision: Provision) => string | false,
): readonly string[] {
  return provisions.flatMap((provision) => {
    const fault = faultOf(provision)
    return fault === false ? [] : [`${provision.key}: ${fault}`]
  })
}

function words(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}

/** What cards say in words of the past, and beside days, times, sums and addresses. */
function wordsBeside(provision: Provision): readonly Names[] {
  if (provision.level === 'instrument') {
    return (provision.amendedBy ?? []).map(({ name, names = { en: name } }) => names)
  }
  const { appliesFrom = [], followUps = [], deadlines = [], amounts = [] } = provision
  return [
    ...(provision.formerlySaid === undefined ? [] : [provision.formerlySaid]),
    ...appliesFrom.flatMap(({ of }) => of ?? []),
    ...[...followUps, ...deadlines, ...amounts].flatMap(({ what }) => what ?? []),
  ]
}

const han = /\p{Script=Han}/u

test('the library has the instruments that are counted here', () => {
  assert.deepEqual(corpus.instruments.map(({ key }) => key).sort(), Object.keys(counts))
})

for (const { key: id } of corpus.instruments) {
  const provisions = corpus.provisions.filter(({ key }) => instrumentIdOf(key) === id)

  suite(id, () => {
    test('has as many provisions of each kind as the instrument', () => {
      const found: Record<string, number> = {}
      for (const provision of provisions) {
        if (provision.level === 'instrument') continue
        found[provision.kind] = (found[provision.kind] ?? 0) + 1
      }
      assert.deepEqual(found, counts[id])
    })

    test('has the keys that were promised, each once', () => {
      const list = readFileSync(new URL(`keys/${id}.txt`, import.meta.url), 'utf8')
      const promised = list.split('\n').filter((line) => line !== '')
      assert.deepEqual(
        provisions.map(({ key }) => key),
        promised,
      )
      assert.equal(new Set(promised).size, promised.length)
    })

    test('has titles in English and both Chinese scripts', () => {
      assert.deepEqual(
        faults(provisions, ({ titles }) => {
          const chinese = [titles['zh-Hans'] ?? '', titles['zh-Hant'] ?? '']
          return chinese.every((title) => han.test(title)) ? false : 'no Chinese title'
        }),
        [],
      )
    })

    test('has a summary of 10 to 60 words for every measure, and no two alike', () => {
      const measures = provisions.filter(({ level }) => level === 'measure')
      assert.deepEqual(
        faults(measures, ({ summary }) => {
          const length = words(summary?.en ?? '')
          return length >= 10 && length <= 60 ? false : `${length} words`
        }),
        [],
      )
      const summaries = measures
        .filter((measure) => measure.level !== 'measure' || measure.sameAs === undefined)
        .map(({ summary }) => summary?.en)
      assert.equal(new Set(summaries).size, summaries.length)
    })

    test('says in both Chinese scripts what it said before, for what days, times and sums are, and what came of it', () => {
      assert.deepEqual(
        faults(provisions, (provision) => {
          const said = wordsBeside(provision).filter(
            (names) => !han.test(names['zh-Hans'] ?? '') || !han.test(names['zh-Hant'] ?? ''),
          )
          return said.length > 0 && said.map(({ en }) => en).join(', ')
        }),
        [],
      )
    })

    test('says what it is from, whether it holds, and when that was checked', () => {
      const [instrument] = provisions
      assert.ok(instrument?.level === 'instrument')
      assert.ok(instrument.provenance !== undefined)
      assert.match(instrument.checked ?? '', /^\d{4}-\d{2}-\d{2}$/)
      assert.ok(instrument.status !== undefined || instrument.type === 'article')
      assert.ok(instrument.shortTitle !== undefined)
      if (instrument.status === 'revoked') assert.ok(instrument.endedBy !== undefined)
    })
  })
}

suite('strength', () => {
  const measures = corpus.provisions.filter((provision) => provision.level === 'measure')

  /** What a summary says of a measure that binds to less than doing it. */
  const weak: Partial<Readonly<Record<Strength, RegExp>>> = {
    may: /\b(?:may|might|can|could|free|allow|let|permit|empower|power|right|option)/iu,
    considers: /\b(?:consider|weigh|think)/iu,
    explores: /\b(?:explor|look|examin|investigat|stud)/iu,
    encouraged: /\b(?:encourag|urge|foster|invite|promot)/iu,
  }

  const tellsAsDone = ({ strength, summary }: Measure): boolean =>
    strength !== undefined && weak[strength]?.test(summary?.en ?? '') === false

  test('is said of every action of a plan and every recommendation', () => {
    const put = measures.filter(({ kind }) => kind === 'action' || kind === 'recommendation')
    assert.equal(put.length, 153)
    assert.deepEqual(
      put.filter(({ strength }) => strength === undefined).map(({ key }) => key),
      [],
    )
  })

  test('is said of everything that a declaration asks for', () => {
    const declared = measures.filter(({ key }) => instrumentOf(corpus, key)?.type === 'declaration')
    assert.equal(declared.length, 12)
    assert.deepEqual(
      declared.filter(({ strength }) => strength === undefined).map(({ key }) => key),
      [],
    )
  })

  test('is that of the summary: what may be, is considered, explored or encouraged is not told as done', () => {
    assert.deepEqual(
      measures.filter(tellsAsDone).map(({ key, strength }) => `${key}: ${strength}`),
      [],
    )
    for (const strength of ['may', 'considers', 'explores', 'encouraged'] as const) {
      assert.ok(
        measures.some((measure) => measure.strength === strength),
        strength,
      )
    }
  })
})

suite('search phrases', () => {
  const searched = corpus.provisions.filter((one) => one.level !== 'measure' || !one.claim)

  test('are said of everything but claims, in English and in Chinese: where half have them, the others fall', () => {
    const lacking = searched.filter(({ searchPhrases = [] }) => {
      const chinese = searchPhrases.filter((phrase) => /\p{Script=Han}/u.test(phrase))
      return chinese.length < 4 || searchPhrases.length - chinese.length < 4
    })
    assert.deepEqual(
      lacking.map(({ key }) => key),
      [],
    )
  })

  test('are short, and each is said once of a provision', () => {
    for (const { key, searchPhrases = [] } of searched) {
      assert.equal(new Set(searchPhrases).size, searchPhrases.length, key)
      const longest = Math.max(...searchPhrases.map((phrase) => phrase.split(/\s/u).length))
      assert.ok(longest <= 8, `${key}: a phrase of ${longest} words`)
    }
  })
})

test('every key that was ever promised still names something', () => {
  const folder = new URL('keys/', import.meta.url)
  const promised = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n'),
  )
  assert.ok(promised.includes('us-eo-2025-12-11:5.b'))
  assert.deepEqual(
    promised.filter((key) => !corpus.byKey.has(key)),
    [],
  )
})

suite('claims', () => {
  const claims = corpus.provisions.flatMap((provision) =>
    provision.level === 'measure' && provision.claim !== undefined
      ? [{ ...provision, claim: provision.claim }]
      : [],
  )

  test('name who says them, what kind they are, and whether the plan bears them out', () => {
    assert.deepEqual(
      faults(claims, (provision) => {
        const { claim } = claims.find(({ key }) => key === provision.key) ?? assert.fail()
        if (claim.speaker === undefined || claim.statement === undefined)
          return 'no speaker or kind'
        if (claim.supported === undefined) return 'no support'
        if (claim.supported !== 'yes' && claim.origin === undefined) return 'no origin'
        if ((claim.statement === 'goal') !== (claim.horizon !== undefined)) return 'horizon'
        return (claim.statement === 'comparison') === (claim.dimension !== undefined)
          ? false
          : 'dimension'
      }),
      [],
    )
  })

  test('are told in English and Traditional Chinese, with their summaries', () => {
    assert.deepEqual(
      faults(claims, ({ summary, titles }) =>
        han.test(summary?.['zh-Hant'] ?? '') && han.test(titles['zh-Hant'] ?? '')
          ? false
          : 'missing',
      ),
      [],
    )
  })

  test('are about provisions that are there', () => {
    const lost = claims.flatMap(({ claim }) => claim.about.filter((key) => !corpus.byKey.has(key)))
    assert.deepEqual(lost, [])
  })

  test('the five dimensions of the comparison speak of both sides', () => {
    const sides = new Map<string, Set<string>>()
    for (const { key, claim } of claims.filter(({ key }) => key.includes(':22.'))) {
      const dimension = claim.dimension?.en ?? assert.fail(key)
      sides.set(dimension, new Set([...(sides.get(dimension) ?? []), ...claim.sides]))
    }
    assert.deepEqual(
      [...sides].map(([dimension, both]) => [dimension, [...both].sort().join()]),
      ['Technology path', 'Regulation', 'International route', 'Talent', 'Industry'].map((name) => [
        name,
        'CN,US',
      ]),
    )
  })
})

suite('relations', () => {
  test('join different instruments, each pair once, with a reason in three languages', () => {
    assert.ok(corpus.relations.length >= 30)
    const pairs = corpus.relations.map(({ from, to }) => [from, to].sort().join(' '))
    assert.equal(new Set(pairs).size, pairs.length)
    for (const { from, to, reason, titles } of corpus.relations) {
      const [one, other] = [from, to].map((key) => {
        const provision = corpus.byKey.get(key) ?? assert.fail(key)
        return instrumentOf(corpus, provision.key)?.key
      })
      assert.notEqual(one, other, `${from} and ${to}`)
      for (const names of [reason, titles]) {
        assert.ok(names !== undefined && han.test(names['zh-Hans'] ?? ''), `${from} and ${to}`)
        assert.ok(han.test(names['zh-Hant'] ?? ''), `${from} and ${to}`)
      }
    }
  })
})
