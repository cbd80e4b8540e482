import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

/** The clauses that are found in the brackets of `source`. */
function clausesIn(source: string): readonly string[] {
  return findProblems(analyseReport(source), corpus)
    .shown.filter(({ code }) => code === 'citation.text-in-locator')
    .map(({ span }) => source.slice(span.start, span.end))
}

/** `source` after the first fix of the clause in it. */
function mended(source: string): string {
  const report = analyseReport(source)
  const [problem] = findProblems(report, corpus).shown.filter(
    ({ code }) => code === 'citation.text-in-locator',
  )
  assert.ok(problem, `no clause is found in ${source}`)
  const options = { style: 'key', withPage: true, language: 'en' } as const
  const [fix] = fixesOf(problem, report, corpus, index, options)
  assert.ok(fix, source)
  return applyEdits(source, fix.edits)
}

/** What was typed on behind a place, and is part of the sentence. */
const fallen: readonly string[] = [
  ...[
    ' and the rest of the sentence',
    ' and the rest',
    ' and this shows that agencies must act',
    ' prohibits manipulation.',
    ' prohibits systems that manipulate',
    ' requires providers to keep records',
    ' also bans social scoring',
    ' says so',
    ' states that nobody may be scored',
    ' lists the practices',
    ' calls for a hub',
    ' bans social scoring',
    ' sets out duties',
    ' must be read broadly',
    ' and requires providers to report',
    ' and asks agencies to buy more of them',
    ' and the agencies must act',
    ' and agencies should coordinate with them',
    ' and Congress will decide',
    ' and this is why agencies must act',
    ' and it makes providers liable',
    ' but it leaves the states free',
    ' so they must report',
    ' because agencies must report to Congress',
    ' but the plan says nothing about chips',
    ' and they are now free to build and to sell',
    ' and the Department of Commerce will restrict exports',
    ' this shows that agencies must act',
    ' agencies must act',
    ' The plan also asks for more',
    '. The agencies must act',
    '. This means that nobody is safe',
    ' The Commission shall adopt guidelines.',
    ', and this shows that agencies must act.',
    ', so they must report to Congress.',
    ' shows this',
    ' shows this.',
    ' also lists those and more',
    ' notes this clearly',
    ' showed that the agencies are slow',
    ' said that it works',
    ' and this was ignored by agencies',
    ' but it has been widely ignored by agencies',
    ' and they were praised by the press',
  ],
  ...[
    '禁止操纵行为。',
    '禁止操纵行为',
    '规定了例外',
    '并要求各机构采取行动',
    '还要求联邦机构采购',
    '要求所有机构报告。',
    '指出各州不得阻碍',
    '明确了责任',
    '强调标准的作用很大。',
    '，这表明各机构必须行动',
    '，这意味着企业要承担责任',
    '，因此各机构必须采取行动',
    '。各机构必须采取行动',
    '各机构必须采取行动',
    '，由此说明监管正在收紧',
    '禁止操縱行為。',
    '並要求各機構採取行動',
    '規定了例外',
    '，這表明各機構必須行動',
    '，因此企業必須申報',
    '各機構應當申報',
    '還要求聯邦機構採購',
  ],
]

/** What stands right behind places in citations and is no part of the sentence. */
const suffixes: readonly string[] = [
  ...[
    ...['', ' ff.', ' et seq.', ' passim', ', ibid.', ' and following', ' onwards', ' in fine'],
    ...[', emphasis added', ' (emphasis added)', '; emphasis mine', ', emphasis in original'],
    ...[
      ', the emphasis is mine',
      ', italics are ours',
      ' (the italics are mine)',
      ', my translation',
    ],
    ...[
      ', translated by the author',
      ', footnotes omitted',
      ', citations omitted',
      ', references omitted',
    ],
    ...[
      ', internal quotation marks omitted',
      ', on manipulation',
      ' on manipulation',
      ', for the ban',
    ],
    ...[
      ', for those who must comply',
      ' for those who must comply',
      ', in which agencies must act',
    ],
    ...[', which bans manipulation', ' which bans manipulation', ', which was later repealed'],
    ...[', where the plan lists five actions', ' where agencies must act', ', who says otherwise'],
    ...[
      ', quoted in Smith 2024',
      ' quoted in Smith, who says that agencies must act',
      ', cited in Lee',
    ],
    ...[
      ', as cited in Lee 2023',
      ', as amended by Regulation (EU) 2025/1',
      ' as amended',
      ', as amended',
    ],
    ...[
      ' as last amended by the Digital Omnibus',
      ', as the Commission says',
      ', as interpreted by the Court',
    ],
    ...[
      ' and Annex III',
      ' and Annex III, point 1',
      ' and art. 6',
      ' and p. 4',
      ' and n. 4',
      ', and n. 4',
    ],
    ...[
      ' and note 12',
      ' and footnote 3',
      ' and fn. 99',
      ' and table 2',
      ' and figure 3',
      ' and box 1.2',
    ],
    ...[' and the accompanying text', ' and accompanying text', ' and the text at note 3'],
    ...[' and the references there', ' and the sources cited there', ' and the works cited there'],
    ...[' and the literature that is cited there', ' and the exceptions that apply to police'],
    ...[
      ' and the recitals',
      ' and the annexes',
      ' and the annexes thereto',
      ' and the table there',
    ],
    ...[' and the rest of the chapter', ' and the rest of the section', ' and the following pages'],
    ...[' and passim', ' and elsewhere', ' and others', ' and more generally the whole title'],
    ...[' and the Charter of Fundamental Rights', ' and the GDPR', ' and Regulation (EU) 2016/679'],
    ...[' and Smith 2024', ' and the Act as a whole', ' and, more generally, the Act'],
    ...[
      ' read with Annex III',
      ' read in conjunction with art. 6',
      ' in conjunction with recital 29',
    ],
    ...[
      ' in the light of recital 29',
      ' read together with the guidelines',
      ' taken together with the guidelines',
    ],
    ...[
      ' but see art. 6',
      ', but see p. 4',
      ' but cf. the guidelines',
      ', but note the exceptions',
    ],
    ...[', but this was dropped from the draft', ', but it is disputed', ' but it is disputed'],
    ...[
      ', contra Smith',
      ' contra the draft',
      ', pace Smith',
      ', unlike the draft',
      ' unlike section 99 there',
    ],
    ...[', see also the guidelines', ' see the guidelines', ', see especially the guidelines'],
    ...[
      ' (prohibited practices)',
      ' (the ban that agencies must apply)',
      ' [sic]',
      ' GDPR',
      ' TFEU',
    ],
    ...[' of the Civil Rights Act', ' of the draft', ' of the 2023 version', ' of the FTC Act'],
    ...[', in force since 2 August 2025', ' in force from 2 August 2026', ', applicable from 2026'],
    ...[
      ' applicable from 2 August 2026',
      ', effective 2 Feb. 2025',
      ', last accessed 3 March 2025',
    ],
    ...[
      ', accessed on 2025-03-01',
      ', available online',
      ', published 23 July 2025',
      ', 2025 edition',
    ],
    ...[
      ', 28 pages',
      ', 90 Fed. Reg. 8741',
      ', no. 14 of 2023',
      ', vol. 2',
      ', 2nd ed.',
      ', hereinafter “the Plan”',
    ],
    ...[
      ', hereafter the Act',
      ', inter alia',
      ', among others',
      ', e.g. on chips',
      ', i.e. the whole of it',
    ],
    ...[
      ', first subparagraph',
      ' first subparagraph',
      ', second sentence',
      ' last sentence',
      ', introductory part',
    ],
    ...[
      ' second indent',
      ', third indent',
      ', at the end',
      ' at length',
      ', with further references',
    ],
    ...[', mutatis mutandis', ', supra note 3', ', counted by the author', ', my own count: 103'],
    ...[
      ', noting that states must follow',
      ' noting that states must follow',
      ', arguing that agencies must act',
    ],
    ...[
      ', showing that it works',
      ', discussing the bans',
      ' discussing the bans',
      ', defining “system”',
    ],
    ...[
      ', Will Smith trans.',
      ' Will Smith trans.',
      ', May 2025',
      ' May 2025',
      ' notes 4–5',
      ' lists',
      ' orders',
    ],
    ...[
      ' states parties',
      ' and nowhere else',
      ', and nowhere else',
      ' with suffix here',
      ' this is a suffix',
      ' and Figure 1A',
      ' plans',
      ' claims of others',
      ' sets of data',
      ' means of proof',
      ' shows',
    ],
    ...[
      ', “agencies must act”',
      ' “agencies must act”',
      ': “agencies must act”',
      ', «agencies must act»',
    ],
    ...[
      ' if it applies',
      ' when agencies buy',
      ' unless exempt',
      ' until 2027',
      ' before it was amended',
    ],
    ...[
      ' since repealed',
      ' now repealed',
      ' repealed',
      ' revoked by EO 14148',
      ', revoked',
      ' not yet in force',
    ],
    ...[
      ' and this was repealed by EO 14148',
      ' but it was struck down by the Court',
      ' and it was replaced by the draft',
      ' but this was rejected by the Senate',
      ' and it was later upheld by a court',
      ' and they were codified by Congress',
      ' but it is now under review',
      ', and this was ignored by agencies',
      ' (ignored by agencies)',
      ' ignored by agencies',
      ' claims this report makes',
      ' lists this report gives',
      ' notes these authors add',
      ' plans those agencies made',
      ' as the Court said that day',
      ' orders this week',
      ' said to be repealed',
      ' is reproduced in the annex',
      ' is not yet in force',
      ' and is not yet in force',
      ', and is cited often',
    ],
  ],
  ...[
    ...[
      '，着重号为作者所加',
      '，着重号系笔者所加',
      '，强调为笔者所加',
      '强调为作者所加',
      '，黑体为作者所加',
    ],
    ...[
      '，作者译',
      '，笔者自译',
      '，中译文见附录',
      '，脚注从略',
      '，转引自张某2024年文',
      '，参见该文',
    ],
    ...[
      '，详见下文',
      '，见前注',
      '，下同',
      '，同前',
      '，关于操纵',
      '，以下简称《计划》',
      '，以下称“该法”',
    ],
    ...[
      '，全文共28页',
      '，2025年版',
      '，第二版',
      '，国办发〔2017〕35号',
      '，自2023年8月15日起施行',
    ],
    ...[
      '，现行有效',
      '，已废止',
      '，最后访问2025年3月1日',
      '及其附件',
      '以及附件',
      '等',
      '以下',
      '的规定',
    ],
    ...[
      '规定的义务',
      '规定的情形',
      '要求',
      '规定',
      '禁止的做法',
      '禁止事项',
      '禁止使用的系统',
      '禁止性规定',
    ],
    ...[
      '所列情形',
      '所要求的报告',
      '但书',
      '，但另有规定的除外',
      '，但法律另有规定的除外',
      '后段',
      '前段',
    ],
    ...[
      '（禁止操纵）',
      '（各机构必须采取行动）',
      '中的定义',
      '关于操纵的规定',
      '之规定',
      '允许的例外',
    ],
    ...[
      '，《网络安全法》另有规定',
      '，与欧盟做法不同',
      '建议的措施',
      '鼓励的做法',
      '应当注意的例外',
    ],
    ...[
      '，着重號為作者所加',
      '，強調為筆者所加',
      '，筆者譯',
      '，腳註從略',
      '，轉引自王某',
      '，以下簡稱本法',
    ],
    ...[
      '規定的義務',
      '所列情形',
      '，關於操縱',
      '但書',
      '禁止的行為',
      '，2025年版',
      '，共28頁',
      '之規定',
    ],
  ],
]

test('there are more than 50 clauses and more than 200 suffixes, in three scripts', () => {
  assert.ok(new Set(fallen).size > 50)
  assert.ok(new Set(suffixes).size > 200)
})

const places: readonly (readonly [string, string])[] = [
  ['[@us-aiap-2025, p. 3', ']'],
  ['[@eu-ai-act, art. 5', ']'],
  ['@us-aiap-2025:I.1.2 [p. 3', ']'],
  ['[@eu-ai-act, 第5条', ']'],
  ['[@us-aiap-2025, 第3页', ']'],
  ['[@x, p. 9; @eu-ai-act, art. 5(1)(a)', '; @y]'],
]

for (const [before, behind] of places) {
  test(`a clause behind ${before} is found, whole`, () => {
    const missed = fallen.filter((clause) => {
      const [found, other] = clausesIn(`So ${before}${clause}${behind} here.\n`)
      return found !== clause.replace(/^[\s,，.。]+/u, '') || other !== undefined
    })
    assert.deepEqual(missed, [])
  })

  test(`what is no clause of the sentence behind ${before} is left in peace`, () => {
    const alarms = suffixes.filter(
      (suffix) => clausesIn(`So ${before}${suffix}${behind} here.\n`).length > 0,
    )
    assert.deepEqual(alarms, [])
  })
}

test('right behind a key a clause is found where it has no other subject', () => {
  for (const [source, clause] of [
    ['So [@eu-ai-act prohibits manipulation.] here', 'prohibits manipulation.'],
    ['So [@eu-ai-act and it requires records] here', 'and it requires records'],
    ['So @us-aiap-2025 [and this shows that it works] here', 'and this shows that it works'],
    ['据[@eu-ai-act禁止操纵行为]。', undefined],
    ['So [@eu-ai-act, prohibits manipulation] here', undefined],
    ['So @us-aiap-2025 [the plan calls for a hub] here', undefined],
    ['So [@eu-ai-act on bans] here', undefined],
    ['So [@smith2020, p. 3 and this shows that agencies must act] here', undefined],
  ] as const) {
    assert.deepEqual(clausesIn(source), clause === undefined ? [] : [clause], source)
  }
})

test('the fix moves the clause out behind the brackets', () => {
  for (const [source, expected] of [
    [
      'So [@us-aiap-2025, p. 3 and this shows that it works].',
      'So [@us-aiap-2025, p. 3] and this shows that it works.',
    ],
    [
      '[@eu-ai-act, art. 5 prohibits manipulation.]',
      '[@eu-ai-act, art. 5] prohibits manipulation.',
    ],
    [
      '[@eu-ai-act, art. 5 prohibits manipulation.].',
      '[@eu-ai-act, art. 5] prohibits manipulation.',
    ],
    [
      'As @us-aiap-2025:I.1.2 [p. 3 and this shows that agencies must act]',
      'As @us-aiap-2025:I.1.2 [p. 3] and this shows that agencies must act',
    ],
    [
      'So [@eu-ai-act, art. 5. The agencies must act ].',
      'So [@eu-ai-act, art. 5]. The agencies must act.',
    ],
    [
      'So [@x, p. 1; @eu-ai-act, art. 5 and it requires records; @y].',
      'So [@x, p. 1; @eu-ai-act, art. 5; @y] and it requires records.',
    ],
    [
      'So @us-aiap-2025 [and this shows that it works].',
      'So @us-aiap-2025 and this shows that it works.',
    ],
    [
      'So [@eu-ai-act, art. 5 prohibits manipulation](1)',
      'So [@eu-ai-act, art. 5 prohibits manipulation](1)',
    ],
    ['据[@eu-ai-act, 第五条禁止操纵行为。]', '据[@eu-ai-act, 第五条]禁止操纵行为。'],
    [
      '据[@eu-ai-act, 第五条，这表明各机构必须行动]。',
      '据[@eu-ai-act, 第五条]，这表明各机构必须行动。',
    ],
  ] as const) {
    if (source === expected) assert.deepEqual(clausesIn(source), [])
    else assert.equal(mended(source), expected)
  }
})

test('a mended report has no such problem any more, and cites the same', () => {
  for (const clause of fallen) {
    const report = mended(`So [@eu-ai-act, art. 5${clause}] here.\n`)
    assert.deepEqual(clausesIn(report), [], report)
    assert.ok(report.startsWith('So [@eu-ai-act, art. 5]'), report)
  }
})

test('a clause goes on over line ends, in a block quotation too', () => {
  for (const lineEnd of ['\n', '\r\n', '\r\n> ', '\n> > ']) {
    const mark = lineEnd.replace(/\s*\n/u, '')
    const clause = `and this${lineEnd}shows${lineEnd}that agencies must act`
    const source = `${mark}So [@eu-ai-act, art. 5${lineEnd}${clause}].`
    assert.deepEqual(clausesIn(source), [clause], JSON.stringify(source))
    assert.equal(
      mended(source),
      `${mark}So [@eu-ai-act, art. 5]${lineEnd}${clause}.`,
      JSON.stringify(source),
    )
  }
})
