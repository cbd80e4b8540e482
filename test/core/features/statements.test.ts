import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOtherCounts, findOtherLeads } from '../../../src/core/features/problems/statements.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

// us-aiap-2025:I.1.1 is led by OSTP, I.1.2 by OMB; I.4.1 names no lead.
for (const [sentence, wrong] of [
  ['It is led by OMB [@us-aiap-2025:I.1.1].', 'OMB'],
  ['It is led by\nOMB [@us-aiap-2025:I.1.1].', 'OMB'],
  ['It is led by\r\nOMB [@us-aiap-2025:I.1.1].', 'OMB'],
  ['It is led\r\n  by the\r\n  OMB [@us-aiap-2025:I.1.1].', 'OMB'],
  ['> It is led by\r\n> OMB [@us-aiap-2025:I.1.1].', 'OMB'],
  [
    'It is led by the Office of\r\nManagement and  Budget [@us-aiap-2025:I.1.1].',
    'Office of\r\nManagement and  Budget',
  ],
  ['由国防\r\n部牵头[@us-aiap-2025:I.1.1]。', '国防\r\n部'],
  [
    'Led by the Department of Labor, it asks the public [@us-aiap-2025:I.1.1].',
    'Department of Labor',
  ],
  ['该行动由OMB牵头 [@us-aiap-2025:I.1.1]。', 'OMB'],
  ['The Department of Commerce leads [@us-aiap-2025:I.1.1].', 'Department of Commerce'],
  ['The department of commerce leads this [@us-aiap-2025:I.1.1].', 'department of commerce'],
  ['The Commerce Department leads the inquiry [@us-aiap-2025:I.1.1].', 'Commerce Department'],
  ['The U.S. Dept. of Commerce takes the lead [@us-aiap-2025:I.1.1].', 'Dept. of Commerce'],
  ['Commerce leads the public inquiry [@us-aiap-2025:I.1.1].', 'Commerce'],
  ['Commerce is the lead agency [@us-aiap-2025:I.1.1].', 'Commerce'],
  ['The lead agency is Commerce [@us-aiap-2025:I.1.1].', 'Commerce'],
  ['It is led by the Secretary of Commerce [@us-aiap-2025:I.1.1].', 'Commerce'],
  [
    'It is led by the Departments of Commerce and Labor [@us-aiap-2025:I.1.1].',
    'Departments of Commerce',
  ],
  ['It is headed by the Department of Defence [@us-aiap-2025:I.1.1].', 'Department of Defence'],
  ['The inquiry is under the lead of OMB [@us-aiap-2025:I.1.1].', 'OMB'],
  ['OMB will lead the inquiry [@us-aiap-2025:I.1.1].', 'OMB'],
  ['商务部牵头 [@us-aiap-2025:I.1.1]。', '商务部'],
  ['由美国商务部负责 [@us-aiap-2025:I.1.1]。', '美国商务部'],
  ['由商務部主導 [@us-aiap-2025:I.1.1]。', '商務部'],
  ['美國商務部擔任主責機關 [@us-aiap-2025:I.1.1]。', '美國商務部'],
  ['The Department of Commerce leads [@us-aiap-2025:I.2.1].', undefined],
  ['Commerce leads the work on NIST’s framework [@us-aiap-2025:I.2.1].', undefined],
  ['The British Department of Commerce leads [@us-aiap-2025:I.1.1].', undefined],
  ['Colorado’s Department of Labor leads the inquiry [@us-aiap-2025:I.1.1].', undefined],
  ['OMB leads the world in memos [@us-aiap-2025:I.1.1].', undefined],
  ['OMB leads other bodies in this [@us-aiap-2025:I.1.1].', undefined],
  ['If Commerce leads the inquiry, it will fail [@us-aiap-2025:I.1.1].', undefined],
  ['Commerce leads to growth [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by State and local governments [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by Energy companies [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by commerce [@us-aiap-2025:I.1.1].', undefined],
  ['该行动由国防部负责 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['該行動由國防部負責 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['由国防部负责牵头，其他部门配合 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['由美国国防部负责落实，限期一年 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['该项工作由国防部具体负责 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['此事將由國防部全面負責推進 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['国防部牵头公开征询意见 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['國防部牽頭公開徵詢意見 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['这项工作美国国防部将共同牵头 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['国防部（DOD）主导征询 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['國防部（DOD）主導徵詢 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['该行动由 DOD 牵头 [@us-aiap-2025:I.1.1]。', 'DOD'],
  ['该行动由**国防部**共同牵头 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['牵头机构为国防部 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['牽頭機構為國防部 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['该行动的主导单位是 OMB [@us-aiap-2025:I.1.1]。', 'OMB'],
  ['负责部门：美国国防部 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['主責機關為國防部 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['国防部为牵头机构 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['國防部擔任主導單位 [@us-aiap-2025:I.1.1]。', '國防部'],
  ['科技政策办公室、国防部牵头征询 [@us-aiap-2025:I.1.1]。', '国防部'],
  ['由科技政策办公室牵头 [@us-aiap-2025:I.1.1]。', undefined],
  ['科技政策辦公室牽頭徵詢 [@us-aiap-2025:I.1.1]。', undefined],
  ['牵头机构为白宫科技政策办公室 [@us-aiap-2025:I.1.1]。', undefined],
  ['由国防部负责提供数据 [@us-aiap-2025:I.1.1]。', undefined],
  ['国防部牵头制定的标准可供参考 [@us-aiap-2025:I.1.1]。', undefined],
  ['國防部主導的聯盟也參與 [@us-aiap-2025:I.1.1]。', undefined],
  ['该行动不由国防部牵头 [@us-aiap-2025:I.1.1]。', undefined],
  ['該行動不是國防部牽頭 [@us-aiap-2025:I.1.1]。', undefined],
  ['该行动曾由国防部负责 [@us-aiap-2025:I.1.1]。', undefined],
  ['该行动是否由国防部牵头，尚待确认 [@us-aiap-2025:I.1.1]。', undefined],
  ['若由國防部牽頭，進展會更快 [@us-aiap-2025:I.1.1]。', undefined],
  ['英国国防部牵头，美方跟进 [@us-aiap-2025:I.1.1]。', undefined],
  ['国防部领导出席会议 [@us-aiap-2025:I.1.1]。', undefined],
  ['国防部负责采购 [@us-aiap-2025:I.1.1]。', undefined],
  ['It is led by OSTP [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by the OMB and others [@us-aiap-2025:I.1.1; @us-aiap-2025:I.1.2].', undefined],
  ['Reforms led by OMB in 2019 failed. Now the public is asked [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by our friends [@us-aiap-2025:I.1.1].', undefined],
  ['It is led by OMB [@us-aiap-2025:I.1].', undefined],
  ['It is led by NIST [@us-aiap-2025:I.2.1].', undefined],
  ['It is led by OMB [@us-aiap-2025:I.9.9].', undefined],
  ['It is not led by OMB [@us-aiap-2025:I.1.1].', undefined],
  ['Unlike earlier reviews led by OMB, it asks the public [@us-aiap-2025:I.1.1].', undefined],
  ['该行动并非由OMB牵头 [@us-aiap-2025:I.1.1]。', undefined],
] as const) {
  test(`the lead: ${sentence}`, () => {
    const report = analyseReport(sentence)
    const found = findOtherLeads(report, corpus, report.citedSentences)
    assert.deepEqual(
      found.map(({ span }) => sentence.slice(span.start, span.end)),
      wrong === undefined ? [] : [wrong],
    )
  })
}

for (const [sentence, counted] of [
  ['The plan has 90 actions [@us-aiap-2025].', ['90 actions', 103]],
  [
    'The plan names 100 recommended policy actions [@us-aiap-2025].',
    ['100 recommended policy actions', 103],
  ],
  ['It stands on four pillars [@us-aiap-2025].', ['four pillars', 3]],
  ['该计划共有90项行动 [@us-aiap-2025]。', ['90项行动', 103]],
  ['The act has 112 articles [@eu-ai-act].', ['112 articles', 119]],
  ['The plan has 103 actions in three pillars [@us-aiap-2025].', undefined],
  ['The plan has over 90 actions [@us-aiap-2025].', undefined],
  ['该计划有三大支柱 [@us-aiap-2025]。', undefined],
  ['The plan does not have 90 actions [@us-aiap-2025].', undefined],
  ['The press counts 90 actions [@us-aiap-2025].', undefined],
  ['Five actions cut rules back [@us-aiap-2025:I.1].', undefined],
  ['The plan takes two actions on chips [@us-aiap-2025].', undefined],
  ['该计划第110条 [@eu-ai-act]。', undefined],
  ['Of the first two pillars [@us-aiap-2025].', undefined],
  ['The first 5 actions cut rules back [@us-aiap-2025].', undefined],
  ['We count 5 actions of ours beside [@us-aiap-2025; @eu-ai-act].', undefined],
] as const) {
  test(`the count: ${sentence}`, () => {
    const report = analyseReport(sentence)
    const found = findOtherCounts(report, corpus, report.citedSentences)
    assert.deepEqual(
      found.map((one) => [sentence.slice(one.span.start, one.span.end), one.counted]),
      counted === undefined ? [] : [counted],
    )
  })
}

const goals = corpusOf([
  {
    name: 'xx-goals.md',
    text:
      '---\nid: xx-goals\ntype: act\ntitle: Goals\n---\n\n' +
      '# R {#rct-1 kind=recital}\n\n# R {#rct-2 kind=recital}\n\n# R {#rct-3 kind=recital}\n\n' +
      '# A {#1}\n\n# A {#2}\n\n# A {#3}\n\n# A {#4}\n\n' +
      '# G {#g-1 kind=goal}\n\n## T {#g-1.1 kind=target}\n\n## T {#g-1.2 kind=target}\n\n' +
      '# G {#g-2 kind=goal}\n\n## T {#g-2.1 kind=target}\n\n# P {#p-1 kind=principle}\n\n# P {#p-2 kind=principle}\n',
  },
])

for (const [sentence, wrong] of [
  ['It has 5 recitals and 4 articles [@xx-goals].', '5 recitals'],
  ['It gives five whereas clauses [@xx-goals].', 'five whereas clauses'],
  ['It sets three goals [@xx-goals].', 'three goals'],
  ['It sets two goals with 4 targets [@xx-goals].', '4 targets'],
  ['It rests on three principles [@xx-goals].', 'three principles'],
  ['它提出三大目标 [@xx-goals]。', '三大目标'],
  ['它有2个目标和4项具体目标 [@xx-goals]。', '4项具体目标'],
  ['它有三条鉴于条款 [@xx-goals]。', undefined],
  ['它有四條，兩條原則 [@xx-goals]。', undefined],
  ['It has three recitals, 4 articles, two goals, 3 targets [@xx-goals].', undefined],
] as const) {
  test(`the count of a newer kind: ${sentence}`, () => {
    const report = analyseReport(sentence)
    assert.deepEqual(
      findOtherCounts(report, goals, report.citedSentences).map(({ span }) =>
        sentence.slice(span.start, span.end),
      ),
      wrong === undefined ? [] : [wrong],
    )
  })
}
