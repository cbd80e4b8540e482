import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { lawCorpus } from './lawCorpora.ts'

/** Places as reports, guidance and judgments cite them; all stand in the laws, though not all in the corpora. */
const laws: Readonly<Record<string, readonly string[]>> = {
  'eu-gdpr': [
    ...[
      'Art. 5(1)(c)',
      'Article 6(1)(f)',
      'Articles 13 and 14',
      'Articles 12 to 22',
      'Art. 9(2)(a) and (g)',
    ],
    ...[
      'Art. 22(1)',
      'Article 22(2)(b) and (c)',
      'Art. 35(3)(a)–(c)',
      'recital 71',
      'recitals 26 and 71',
    ],
    ...[
      'Recital (47)',
      'Article 4(1), point (1)',
      'Article 4, point (11)',
      'Art. 4 No. 7',
      'Art. 89 para. 1',
    ],
    ...['Chapter V', 'Chapter III, Section 2', 'Art. 44 et seq.', 'Arts 44–50', 'Arts. 5, 6 and 9'],
    ...[
      'Article 83(4) and (5)',
      'Art. 83 (5) (a)',
      'Art. 6 (1) lit. f',
      'Art. 6(1) first subparagraph, point (e)',
    ],
    ...[
      'point (e) of Article 6(1)',
      'points (a) to (d) of Article 22(2)',
      'Art 5(1)(a), Art 6(1) and Art 9(2)',
      'Art. 99(2), p. 87',
    ],
    ...[
      'Art. 28(3) in conjunction with Art. 32',
      'Art. 40 ff.',
      '第六条第一款第（f）项',
      '第13条和第14条',
      '第二十二条',
    ],
    ...[
      '序言第71条',
      '第5條第1項第c款',
      'Articles 15-20',
      'Article 88, p. 84',
      'Art. 7, recital 43',
    ],
  ],
  'eu-dsa': [
    ...[
      'Article 34(1)',
      'Articles 34 and 35',
      'Art. 40(4)',
      'Art. 40(12)',
      'Art. 27(1) and (2)',
      'Article 3(i)',
    ],
    ...[
      'Art. 3, point (s)',
      'Articles 14 to 28',
      'recital 84',
      'Section 5 of Chapter III',
      'Art. 33(1), (4)',
    ],
    ...[
      'Article 34(1), second subparagraph, point (c)',
      'Article 35(1)(k)',
      'Art. 16(6), recital 50',
      'Arts 42–43',
    ],
    ...[
      'Article 39 and recital 95',
      'Art. 93(2)',
      'Chapter III, Section 5',
      'points (a) and (b) of Article 34(1)',
    ],
    ...['第三十四条第一款', '第34条、第35条'],
  ],
  'eu-dma': [
    ...[
      'Article 5(2)',
      'Articles 5, 6 and 7',
      'Art. 6(7)',
      'Art. 3(1)(a)–(c)',
      'Annex, point A.1',
      'Article 2, point (2)',
    ],
    ...[
      'Article 6(5) and recital 52',
      'Arts. 5–7',
      'Article 14 et seq.',
      'Article 3(8), second subparagraph',
      'Annex, Section E',
    ],
    ...['Annex I', 'recital 23', 'Art. 54'],
  ],
  'eu-ai-act': [
    ...[
      'Article 3(1)',
      'Art. 3(63)',
      'Article 3, point (1)',
      'Article 3 point 23',
      'Art. 5(1)(f)',
      'Art. 5(1)(h)(i)',
    ],
    ...[
      'Article 5(1), first subparagraph, point (h)',
      'Article 5(1)(a) and (b)',
      'Art. 6(1) and Annex I',
      'Art. 6(2) and Annex III',
    ],
    ...[
      'Article 6(2) in conjunction with Annex III, point 4',
      'Annex III(4)(a)',
      'Annex III, point 1(a)',
      'Annex III, pt. 5(b)',
    ],
    ...[
      'Annex III No. 1',
      'Annex I, Section A',
      'Annex I, Section B, point 13',
      'Annex XI, Section 1, point 2(c)',
      'Annex IV, point 2(b)',
    ],
    ...[
      'Annexes XI and XII',
      'Articles 8 to 15',
      'Arts 8–15',
      'Art. 9 ff.',
      'Art. 50(2) and recital 133',
      'recitals 97–99',
    ],
    ...[
      'Art. 51(2)',
      'Art. 53(1)(c)',
      'Art. 53(1), point (d)',
      'Art. 55(1)(a)-(d)',
      'Article 56(9)',
      'Art. 99(3)–(5)',
      'Article 113(a)',
    ],
    ...[
      'Article 113, third paragraph, point (b)',
      'Chapter V',
      'Chapter III, Section 2',
      'Title III',
      'Art. 2(6) and (8)',
    ],
    ...[
      'Article 26(5), first sentence',
      'Art. 27(1)',
      'Art. 57(1) to (3)',
      'Art. 10(5), read with Art. 9',
      'Articles 16, 22 and 25',
    ],
    ...[
      'Article 6(3), second subparagraph',
      '第3条第1项',
      '第五条第一款第（a）项',
      '第五十条',
      '附件三第1点',
      '附件三第（一）项',
    ],
    ...[
      '第六条第二款及附件三',
      '第八至十五条',
      '第8—15条',
      '第五條第一項第a款',
      '附件三第五點',
      '序言第12段',
      '第六条第二款以及附件三、附件四',
    ],
    ...[
      '第 6 条第 2 款',
      '第 99 条第 3 款至第 5 款',
      '第三章第二节',
      'point (f) of Article 5(1)',
      'Art. 4',
    ],
  ],
  'us-eo-14110': [
    ...[
      'sec. 4.2(a)(i)',
      '§ 4.2(a)(i)',
      'Sec. 4.1(a)(ii)',
      '§§ 4.2–4.4',
      'sec. 10.1(b)(viii)(A)',
      'Section 2(e)',
      'sec. 3(b), (k)',
    ],
    ...[
      'Sec. 4.6',
      'Sec. 5.2(c)',
      'sec. 3(c)',
      'secs. 4.1 and 4.2',
      'sec. 4.9',
      'Sections 7 and 8',
      'Sec. 8(b)(iv)(A)',
      '第4.2条(a)(i)项',
      'sec. 10.1(f) and 10.2',
    ],
  ],
  'us-eo-14179': [
    ...[
      'sec. 4(a)',
      'Sec. 5(a)',
      '§ 2',
      '§§ 2–4',
      'Sec. 6(b)',
      'sec. 3',
      'Sections 4 and 5',
      'sec. 5 et seq.',
      '第四条',
      '第2节',
    ],
  ],
  'us-eo-14318': [
    ...[
      'sec. 2(a)',
      'Sec. 3(a)(ii)',
      '§ 5(b)',
      'secs. 6–8',
      'sec. 9(a) and (b)',
      'sec. 2(c)(iii)',
      'sec. 10',
    ],
  ],
  'us-code-15-119': [
    ...[
      '§ 3',
      '§ 5(a)(2)(B)',
      '§§ 3–7',
      'sec. 9(1)',
      'sec. 12(b)(2)(A)(ii)',
      'subsection (a)',
      'sec. 4, para. 2',
      'tit. XV, § 3',
      'ch. 119, § 4',
    ],
    ...['section 5(a)(1) and (2)', '§ 4 note', '§ 6 et seq.'],
  ],
  'uk-dpa-2018': [
    ...[
      's 49',
      's. 49(1)',
      'ss. 49–50',
      's 14(1)(b)',
      'section 64(1)',
      'sections 49 and 50',
      'ss 96 to 98',
      'Part 3',
    ],
    ...[
      'Sch 1, para 5',
      'Schedule 2, Part 1, para. 2(1)',
      'Pt 3, ch. 2',
      's. 170 (offences)',
      's. 3(9), Sch. 1',
      'Part 4, Chapter 2, s. 96',
      'ss. 49(1), 50(2)',
      'pt. 5',
    ],
  ],
  'uk-aioap-2025': [
    ...[
      'recommendation 3',
      'rec. 12',
      'recs 1–6',
      'recommendations 7, 8 and 13',
      'sec. 1.1',
      'section 2.2, recommendation 31',
    ],
    ...[
      'sec. 3',
      'recs. 31 to 33',
      '第3项建议',
      '建议12',
      'para. 4',
      'recommendation 50',
      '§ 1.4, rec. 24',
    ],
  ],
  'us-aiap-2025': [
    ...[
      'p. 3, pillar I, sec. 1, action 3',
      'pillar I',
      'p. 3',
      'pp. 3–4',
      'pillars I and II',
      'Pillar III, pp. 20-23',
    ],
    ...[
      'p. 3, pillar I, sec. 1, action 3, and p. 4, pillar I, sec. 1, action 5',
      '第 3 页，第一支柱第 1 节第 3 项建议行动',
      '第一支柱第1节',
    ],
    ...[
      'pillar I, sec. 1, actions 1–3',
      'p. 3 et seq.',
      'pillar I, sec. 1, bullet 2',
      '第一支柱和第二支柱',
      '第一、二支柱',
    ],
  ],
  'cn-genai-2023': [
    ...[
      '第四条第一款第（二）项',
      '第四条第（一）项',
      '第四条第一项',
      '第四条（三）',
      '第七条第（二）、（三）项',
      '第十七条',
      '第 4 条第 1 款第 2 项',
    ],
    ...[
      '第四条、第七条和第十二条',
      '第四至七条',
      '第十条第二款',
      '第二章',
      '第一章第四条',
      '第九条第一款、第二款',
      'Art. 4(1)',
      'Article 7(2)',
    ],
    ...[
      'Articles 4 and 7',
      '第四條第二款',
      '第四條第（二）項',
      '第二十一条第一款',
      '第十四条以下',
      '第二条第三款',
      'Article 17, para. 1',
      'art. 4(1)(2)',
    ],
  ],
  'cn-pipl-2021': [
    ...[
      '第四条第一款',
      '第十三条第一款第（二）至（七）项',
      '第二十四条',
      '第24条第3款',
      '第五十五条、第五十六条',
      '第三十八条至第四十条',
      '第六十六条第二款',
      '第二章第二节',
    ],
    ...[
      '第七十三条第（二）项',
      'Article 24',
      'Art. 55(2)',
      'Articles 38–43',
      'Art. 13(1)(ii)–(vii)',
      'Article 73(2)',
      'arts. 51 and 52',
      '第四條',
      '第十三條第一項',
    ],
  ],
  'cn-dsl-2021': [
    ...[
      '第二十一条',
      '第21条第1款',
      '第三十六条',
      '第二十七条第二款',
      '第三章',
      'Articles 21 and 24',
      'Art. 36',
      '第三十一条及第三十六条',
      '第四章第二十七至三十条',
    ],
  ],
  'cn-algo-2022': [
    ...[
      '第二条第二款',
      '第十七条第一款',
      '第二十四条',
      '第六条第一款与第七条',
      '第十二条、第十七条',
      'Article 17(1)',
      '第八条并第十条',
      'Arts. 24–27',
      '第16条',
    ],
  ],
  'tw-ai-basic': [
    ...[
      '第四條第一項',
      '第 4 條第 2 項',
      '第四條第一項第二款',
      '第三條第一款',
      '第五條至第七條',
      '第十條及第十一條',
      '第 15 條之 1',
      '第四條第一項第二款第三目',
      '第 3 條第 1 項前段',
    ],
  ],
  'nist-ai-rmf': [
    ...[
      'sec. 3',
      '§ 3.2',
      'section 5.1',
      'GOVERN 1.1',
      'MAP 3.4',
      'p. 12',
      'pp. 21–31',
      'sec. 3.1–3.4',
      'app. A',
      'table 1, p. 22',
      'fig. 5, p. 20',
      'MEASURE 2.11, p. 29',
      'part 2',
    ],
  ],
}

const corpora = [libraryCorpus(), lawCorpus()]

/** What is true of a place, whatever words name it. */
const ofLawItself: ReadonlySet<string> = new Set([
  'citation.no-longer-in-force',
  'citation.deleted',
])

/** The problems that a citation of `place` has, but for what is said of the law itself. */
function alarms(id: string, place: string): readonly string[] {
  const corpus = corpora.find(({ byKey }) => byKey.has(id)) ?? assert.fail(id)
  const report = analyseReport(`As it says [@${id}, ${place}].`)
  return findProblems(report, corpus)
    .shown.filter(({ code }) => !ofLawItself.has(code))
    .map(
      ({ code, span }) => `${id}, ${place}: ${code} ${report.source.slice(span.start, span.end)}`,
    )
}

suite('true places of real laws are no problem', () => {
  test('of which there are more than 250', () => {
    assert.ok(Object.values(laws).flat().length > 250)
  })
  for (const [id, places] of Object.entries(laws)) {
    test(id, () => {
      assert.deepEqual(
        places.flatMap((place) => alarms(id, place)),
        [],
      )
    })
  }
})

test('places that the instrument cannot have are still a problem', () => {
  for (const [id, place] of [
    ['eu-ai-act', 'Art. 120'],
    ['eu-ai-act', 'Annex XV'],
    ['eu-ai-act', 'Articles 9 and 120'],
    ['eu-ai-act', 'Arts 110–120'],
    ['eu-ai-act', 'chap. XIV'],
    ['eu-ai-act', 'chap. IV, art. 5'],
    ['eu-ai-act', '第一百二十条'],
    ['us-aiap-2025', 'pillar IV'],
    ['us-aiap-2025', 'pillar I, sec. 1, action 9'],
    ['us-aiap-2025', 'pillar I, sec. 1, actions 1 and 9'],
    ['us-aiap-2025', '第四支柱'],
    ['us-aiap-2025', 'p. 41'],
    ['us-aiap-2025', 'p. 3, pillar I, sec. 1, action 3, and p. 41'],
    ['uk-aioap-2025', 'recommendation 60'],
    ['uk-aioap-2025', 'sec. 1.9'],
    ['uk-aioap-2025', 'sec. 2.1, recommendation 3'],
    ['us-eo-14179', 'sec. 20'],
    ['us-eo-14179', 'section 20(a)'],
    ['cn-genai-2023', '第三十条'],
    ['eu-gdpr', 'Art. 100'],
    ['eu-gdpr', 'chap. XII'],
    ['cn-pipl-2021', '第七十五条'],
    ['uk-dpa-2018', 's. 400'],
  ] as const) {
    assert.equal(alarms(id, place).length, 1, `${id}, ${place}`)
  }
})
