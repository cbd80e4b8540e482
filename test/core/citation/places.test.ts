import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { formatCitation } from '../../../src/core/citation/format.ts'
import type { Place } from '../../../src/core/citation/meaning.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { findHover } from '../../../src/core/features/hover.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { reportAtCaret, squiggles } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { lawCorpus } from './lawCorpora.ts'

const corpus = libraryCorpus()

/** What the citations of `source` name: the path of each key, the words that name it, what goes deeper, its pages. */
function named(source: string, among: Corpus = corpus): readonly string[] {
  const report = analyseReport(source)
  return meaningsOf(report, among).flatMap(({ places }) =>
    places.map((place) => written(place, source)),
  )
}

function written(
  { provision, by, span, deeper, notUnderstood, pages }: Place,
  source: string,
): string {
  const path = provision.key.replace(/^[^:]*:/, '')
  const words = by === 'key' ? 'key' : source.slice(span.start, span.end)
  const more = deeper === undefined ? '' : ` + ${source.slice(deeper.start, deeper.end)}`
  const but = notUnderstood === undefined ? '' : ` but ${notUnderstood.label}`
  const on = pages.map((one) => ` p. ${source.slice(one.span.start, one.span.end)}`).join('')
  return `${path} «${words}»${more}${but}${on}`
}

function assertNamed(expected: Readonly<Record<string, readonly string[]>>, among = corpus): void {
  for (const [source, places] of Object.entries(expected)) {
    assert.deepEqual(named(source, among), places, source)
  }
}

test('a locator that goes deeper than the corpus names the deepest provision that it has', () => {
  assertNamed({
    '[@eu-ai-act, art. 13(1)]': ['13 «art. 13(1)» + (1)'],
    '[@eu-ai-act, Annex V point 3(a)]': ['annex-V.3 «Annex V point 3(a)» + (a)'],
    '[@eu-ai-act, Annex II, Section A, point 3]': ['annex-II «Annex II» but A'],
    '[@eu-ai-act, Annex XIV, point 2(a)(i)]': ['annex-XIV.2.a «Annex XIV, point 2(a)(i)» + (i)'],
    '[@us-eo-14179, sec. 4(a)]': ['4 «sec. 4(a)» + (a)'],
    '[@us-eo-14110, sec. 4.2(a)(i)]': ['4.2.a «sec. 4.2(a)(i)» + (i)'],
    '[@us-eo-14110, sec. 4.9]': ['4 «sec. 4.9» but 9'],
    '[@eu-ai-act:16, para. 3]': ['16 «para. 3» + para. 3'],
    '[@cn-genai-2023, rec. 12]': ['cn-genai-2023 «rec. 12» + rec. 12'],
    '[@eu-ai-act, rec. 12]': ['rct-12 «rec. 12»'],
    '[@eu-ai-act, Annex VII, pt. 5(b)]': ['annex-VII.5 «Annex VII, pt. 5(b)» + (b)'],
    '[@eu-ai-act, Article 13.1]': ['13 «Article 13.1» + Article 13.1'],
    '[@eu-ai-act, Article 5.1]': ['5.1 «Article 5.1»'],
  })
})

test('the sections of an order are its 条 too, with what stands below them behind the word or before it', () => {
  assertNamed({
    '[@us-eo-14179, 第四条]': ['4 «第四条»'],
    '[@us-eo-14179, 第四條]': ['4 «第四條»'],
    '[@us-eo-14179, 第20条]': ['us-eo-14179 «key» but 20'],
    '[@us-eo-14110, 第4.2条]': ['4.2 «第4.2条»'],
    '[@us-eo-14110, 第 4.2 節]': ['4.2 «第 4.2 節»'],
    '[@us-eo-14110, 第4节第2节]': ['4.2 «第4节第2节»'],
    '[@us-eo-14110, 第4.1、4.2节]': ['4.1 «第4.1»', '4.2 «4.2节»'],
    '[@us-eo-14110, 第4.2（a）（i）节]': ['4.2.a «第4.2（a）（i）节» + （i）节'],
    '[@us-eo-14110, 第2(a)条]': ['2.a «第2(a)条»'],
    '[@eu-ai-act, 第5(1)(a)条]': ['5.1.a «第5(1)(a)条»'],
    '[@eu-ai-act, 第二条]': ['2 «第二条»'],
    '[@uk-aioap-2025, 第3条]': ['3 «第3条»'],
  })
})

test('a section of a section is written as the order prints it, and read so', () => {
  const section = corpus.byKey.get('us-eo-14110:4.2') ?? assert.fail()
  const format = { corpus, language: 'en', withPage: true, before: '', after: '' } as const
  assert.equal(formatCitation([section], 'pandoc', format), '[@us-eo-14110, sec. 4.2]')
  assertNamed({
    '[@us-eo-14110, sec. 4.2]': ['4.2 «sec. 4.2»'],
    '[@us-eo-14110, sec. 4(2)]': ['4.2 «sec. 4(2)»'],
  })
})

test('places joined by words are each a place, with the words of its own', () => {
  assertNamed({
    '[@eu-ai-act, Art. 6(2) and Annex III]': ['6.2 «Art. 6(2)»', 'annex-III «Annex III»'],
    '[@eu-ai-act, Art. 6(2) in conjunction with Annex III]': [
      '6.2 «Art. 6(2)»',
      'annex-III «Annex III»',
    ],
    '[@eu-ai-act, Art. 6(2), read with Annex III, point 5]': [
      '6.2 «Art. 6(2)»',
      'annex-III.5 «Annex III, point 5»',
    ],
    '[@eu-ai-act, Art. 5 (prohibited practices) and Annex III (high-risk systems)]': [
      '5 «Art. 5»',
      'annex-III «Annex III»',
    ],
    '[@eu-ai-act, Art. 6(2), Annex III]': ['6.2 «Art. 6(2)»', 'annex-III «Annex III»'],
    '[@eu-ai-act，第六条第二款及附件三]': ['6.2 «第六条第二款»', 'annex-III «附件三»'],
    '[@eu-ai-act，第五条、第六条和附件三]': ['5 «第五条»', '6 «第六条»', 'annex-III «附件三»'],
    '[@eu-ai-act, rec. 12, art. 13(1), Annex III]': [
      'rct-12 «rec. 12»',
      '13 «art. 13(1)» + (1)',
      'annex-III «Annex III»',
    ],
    '[@us-aiap-2025, pillar I, sec. 1, action 3 and sec. 2, action 1 and pillar II]': [
      'I.1.3 «pillar I, sec. 1, action 3»',
      'I.2.1 «sec. 2, action 1»',
      'II «pillar II»',
    ],
    '[@eu-ai-act:5, and Annex III]': ['5 «key»', 'annex-III «Annex III»'],
    '[@eu-ai-act, and Annex III]': ['annex-III «Annex III»'],
  })
})

test('lists and ranges name each place, also those between that the corpus has', () => {
  assertNamed({
    '[@eu-ai-act, arts. 5–7]': ['5 «arts. 5»', '6 «–»', '7 «7»'],
    '[@eu-ai-act, Articles 9, 10 and 13]': ['9 «Articles 9»', '10 «10»', '13 «13»'],
    '[@eu-ai-act, art. 9, 10 and 13]': ['9 «art. 9»', '10 «10»', '13 «13»'],
    '[@eu-ai-act, in particular Articles 9 and 10]': ['9 «Articles 9»', '10 «10»'],
    '[@eu-ai-act, cf. Arts. 9 and 10]': ['9 «Arts. 9»', '10 «10»'],
    '[@us-eo-14179, §§ 2–3]': ['2 «§§ 2»', '3 «3»'],
    '[@eu-ai-act, Art. 5 to Art. 7]': ['5 «Art. 5»', '6 «to»', '7 «Art. 7»'],
    '[@eu-ai-act, Articles 5(1)(a), 6(2) and 27]': [
      '5.1.a «Articles 5(1)(a)»',
      '6.2 «6(2)»',
      '27 «27»',
    ],
    '[@eu-ai-act, Article 5(1)(a), (b) and (d)]': [
      '5.1.a «Article 5(1)(a)»',
      '5.1.b «(b)»',
      '5.1.d «(d)»',
    ],
    '[@eu-ai-act, Article 5(1), points (a) to (c)]': [
      '5.1.a «Article 5(1), points (a)»',
      '5.1.b «to»',
      '5.1.ba «to»',
      '5.1.bb «to»',
      '5.1.c «(c)»',
    ],
    '[@eu-ai-act, Art. 6(2)–(4)]': ['6.2 «Art. 6(2)»', '6.3 «–»', '6.4 «(4)»'],
    '[@eu-ai-act, art. 13(1) and (2)]': ['13 «art. 13(1)» + (1)', '13 «(2)» + (2)'],
    '[@eu-ai-act，第五至七条]': ['5 «第五»', '6 «至»', '7 «七条»'],
    '[@eu-ai-act，第5—7条]': ['5 «第5»', '6 «—»', '7 «7条»'],
    '[@eu-ai-act，第 5 条至第 7 条]': ['5 «第 5 条»', '6 «至»', '7 «第 7 条»'],
    '[@cn-genai-2023, 第七条第（一）、（二）项]': ['7.1 «第七条第（一）»', '7.2 «（二）项»'],
    '[@uk-aioap-2025, recs 5–7 and 50]': ['5 «recs 5»', '6 «–»', '7 «7»', '50 «50»'],
    '[@us-eo-14110, secs. 4.2 and 4.3]': ['4.2 «secs. 4.2»', '4.3 «4.3»'],
    '[@eu-ai-act, Art. 51 et seq.]': ['51 «Art. 51»'],
    '[@eu-ai-act, ibid., Art. 51 ff.]': ['51 «Art. 51»'],
    '[@eu-ai-act，同上，第五条以下]': ['5 «第五条»'],
  })
})

test('what stands before an “of” is below what stands behind it', () => {
  assertNamed({
    '[@eu-ai-act, point (f) of Article 5(1)]': ['5.1.f «point (f) of Article 5(1)»'],
    '[@eu-ai-act, Article 4 and point (a) of Article 5(1)]': [
      '4 «Article 4»',
      '5.1.a «point (a) of Article 5(1)»',
    ],
    '[@eu-ai-act, Section 2 of Chapter III]': ['chp-III.sec-2 «Section 2 of Chapter III»'],
    '[@us-aiap-2025, action 3, sec. 1, pillar I]': ['I.1.3 «action 3, sec. 1, pillar I»'],
  })
})

test('款 is a paragraph and 项 an item on the mainland, 項 a paragraph and 款 an item in Taiwan', () => {
  assertNamed({
    '[@cn-genai-2023, 第四条第一款第（二）项]': ['4.2 «第四条第一款第（二）项»'],
    '[@cn-genai-2023, 第 4 条第 1 款第 2 项]': ['4.2 «第 4 条第 1 款第 2 项»'],
    '[@cn-genai-2023，第四條第一款第（二）項]': ['4.2 «第四條第一款第（二）項»'],
    '[@cn-genai-2023, 第四条（二）]': ['4.2 «第四条（二）»'],
    '[@cn-genai-2023, 第四条第二款]': ['4 «第四条第二款» + 第二款'],
    '[@cn-genai-2023, 第四条第二款第（二）项]': ['4 «第四条第二款第（二）项» + 第二款第（二）项'],
    '[@eu-ai-act, 第五条第一款第（a）项]': ['5.1.a «第五条第一款第（a）项»'],
    '[@eu-ai-act, 第五條第一項第a款]': ['5.1.a «第五條第一項第a款»'],
  })
  assertNamed(
    {
      '[@tw-ai-basic, 第四條第一項第二款]': ['4.1 «第四條第一項第二款» + 第二款'],
      '[@tw-ai-basic, 第四條第二項]': ['4.2 «第四條第二項»'],
    },
    lawCorpus(),
  )
})

test('pages belong to the places that they stand with', () => {
  assertNamed({
    '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3, and p. 4, pillar I, sec. 1, action 5]': [
      'I.1.3 «pillar I, sec. 1, action 3» p. 3',
      'I.1.5 «pillar I, sec. 1, action 5» p. 4',
    ],
    '[@us-aiap-2025, pillar I, p. 3, and pillar II, p. 14]': [
      'I «pillar I» p. 3',
      'II «pillar II» p. 14',
    ],
    '[@us-aiap-2025, p. 3 and p. 5, pillar I]': ['I «pillar I» p. 3 p. 5'],
    '[@us-aiap-2025, pp. 3–19, pillars I and II]': ['I «pillars I»', 'II «II»'],
    '[@us-aiap-2025:I.1, p. 3–5–7]': ['I.1 «key»'],
    '[@us-aiap-2025:I.1, 28 pages]': ['I.1 «key»'],
    '[@uk-aioap-2025, 1.1]': ['uk-aioap-2025 «key»'],
  })
})

test('problems speak of the one place that is not there', () => {
  for (const drawn of [
    [
      '[@eu-ai-act, Articles 9 and 120]',
      '                            ^^^ citation.unknown-locator',
    ],
    ['[@eu-ai-act, Art. 120, Annex III]', '             ^^^^^^^^ citation.unknown-locator'],
    [
      '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3, and p. 41, pillar II]',
      '                                                         ^^ citation.page-outside-document',
    ],
  ]) {
    const [source = '', marks = ''] = drawn
    assert.equal(squiggles(source, corpus), `${source}\n${marks}`)
  }
})

suite('the card of a list of places', () => {
  for (const [marked, expected] of [
    ['[@eu-ai-act, Art. 6|(2) and Annex III]', '6.2'],
    ['[@eu-ai-act, Art. 6(2) and An|nex III]', 'annex-III'],
    ['[@eu-ai-act, arts. |5–7]', '5'],
    ['[@eu-ai-act, arts. 5|–7]', '6'],
    ['[@eu-ai-act, arts. 5–|7]', '7'],
    ['[@eu-ai-act, points (a) and |(b) of Article 5(1)]', '5.1.b'],
    ['[@eu-ai|-act, points (a) and (b) of Article 5(1)]', '5.1.a'],
    ['[@eu-ai-act, art. 3(|1)]', '3.1'],
    ['[@eu-ai-act, art. 13(|1)]', '13 + (1)'],
    ['[@eu-ai-act, reci|tal]', undefined],
  ] as const) {
    test(`is of the one under the pointer: ${marked}`, () => {
      const { report, offset } = reportAtCaret(marked)
      const found = findHover(report, corpus, offset)
      const more = found?.deeper === undefined ? '' : ` + ${found.deeper}`
      const path = found?.card.provision.key.replace(/^[^:]*:/, '')
      assert.equal(path === undefined ? undefined : path + more, expected)
    })
  }
})

test('what a file says that it lists wholly decides what is a problem', () => {
  const codes = (complete: string, place: string): number => {
    const text = `---\nid: xx-act\ntype: act\ntitle: X\n${complete}---\n\n# A {#1}\n\n## P {#1.1 kind=paragraph}\n\n# B {#2}\n`
    const own = corpusOf([{ name: 'x.md', text }])
    return findProblems(analyseReport(`[@xx-act, ${place}]`), own).shown.length
  }
  for (const [complete, place, expected] of [
    ['', 'art. 3', 1],
    ['', 'art. 1(2)', 0],
    ['', 'chapter 2', 0],
    ['complete: none\n', 'art. 3', 0],
    ['complete: article; paragraph\n', 'art. 1(2)', 1],
    ['complete: article; paragraph\n', 'art. 1, para. 2', 1],
    ['complete: article; paragraph\n', 'art. 2(1)', 0],
    ['complete: paragraph\n', 'art. 3', 0],
  ] as const) {
    assert.equal(codes(complete, place), expected, `${complete}${place}`)
  }
})
