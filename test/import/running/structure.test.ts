import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposed } from '../proposed.ts'

test('sections in capitals are sections, and their titles are set properly', async () => {
  const { labels, titles } = await proposed(
    '# An Act\n\nSECTION 1. SHORT TITLE. This Act may be cited as the Quay Act.\n\nSEC. 2. DUTIES OF THE NIST AND OTHERS.\n\n(a) One.\n\n(b) Two.\n',
  )
  assert.equal(labels, '1 2 2.a=paragraph 2.b=paragraph')
  assert.equal(titles.get('2'), 'Duties of the NIST and Others')
})

test('a code within an act: its sections bear its numbers, and those of the act go on behind', async () => {
  const { labels } = await proposed(
    'SECTION 1. The Legislature finds that:\n(a) Quays fall.\nSEC. 2. Chapter 25.1 is added, to read:\nCHAPTER 25.1. Quays\n22757.10. This chapter concerns quays.\n22757.11. (a) (1) “Quay” means a wall:\n(A) Of stone.\n(2) It is no dam.\nSEC. 3. This act is severable.\n',
  )
  assert.equal(
    labels,
    '1 1.a=paragraph 2 chp-25.1=chapter 22757.10 22757.11 22757.11.a=paragraph 22757.11.a.1=point 22757.11.a.1.A=point 22757.11.a.2=point 3',
  )
  const newYork = await proposed(
    '# A\n\nSection 1. This act concerns quays.\n\n§ 2. A new article is added:\n\nARTICLE 44-B\n\nQUAYS\n\n§ 1420. Definitions. 1. "Quay" means:\n\n(a) a wall.\n\n§ 3. This act shall take effect.\n',
  )
  assert.equal(newYork.labels, '1 2 44-B=article 1420 1420.1=paragraph 1420.1.a=point 3')
})

test('4.1. below section 4 is its subsection, and what it counts nests no deeper than printed', async () => {
  const { labels } = await proposed(
    '# Order\n\nSec. 4. Safety.\n\n4.1. Guidelines. (a) The Secretary shall:\n\n(i) issue them; and\n\n(ii) publish.\n\n(b) The Director shall help.\n\n4.2. Tests. (a) Agencies shall test.\n',
  )
  assert.equal(
    labels,
    '4 4.1=subsection 4.1.a=paragraph 4.1.a.i=point 4.1.a.ii=point 4.1.b=paragraph 4.2=subsection 4.2.a=paragraph',
  )
})

test('labels on headings are the labels: goals, targets, categories of NIST, annexes', async () => {
  const goals = await proposed(
    '# The Agenda\n\n## Goal 13. Climate\n\n13.1 Strengthen quays.\n\n13.a Pay for them.\n\n## Goal 14. Sea\n\n### 14.1 Keep it clean\n',
  )
  assert.equal(goals.labels, '13=goal 13.1=target 13.a=target 14=goal 14.1=target')
  const framework = await proposed(
    '# F\n\n## GOVERN: Culture\n\n### GOVERN 1: Policies\n\n#### GOVERN 1.1: Law\n\n**GV-1.1-001** Align.\n\n## Annex A: Method\n\n### A.1 Talks\n',
  )
  assert.equal(
    framework.labels,
    'GOVERN=function GOVERN.1=category GOVERN.1.1=subcategory GV-1.1-001=action annex-A=annex sec-A.1=section'.replace(
      '=action',
      '',
    ),
  )
})

test('a Chinese notice: 一、 is a section, （一） a measure, 1. and （1） are within it', async () => {
  const { labels } = await proposed(
    '# 码头意见\n\n一、总体要求\n\n要发展。\n\n二、重点任务\n\n（一）修码头。支持企业。\n\n1. 修吊车。\n\n（1）大吊车。\n\n（二）培养人才。\n',
  )
  assert.equal(labels, 'sec-1=section sec-2=section 1 1.1=paragraph 1.1.1=point 2')
})

test('reasons behind Whereas are recitals; the rest of a preamble is listed', async () => {
  const { labels, unread } = await proposed(
    '# Decision\n\nHaving regard to the tide,\n\nWhereas:\n\n(1) Quays fall.\n\n(2) Tides rise.\n\nHAS ADOPTED THIS DECISION:\n\nArticle 1\n\nScope\n\n1. Quays.\n',
  )
  assert.equal(labels, 'rct-1=recital rct-2=recital 1 1.1=paragraph')
  assert.ok(unread.some((line) => line.includes('Having regard')))
  const resolution = await proposed(
    'WHEREAS, quays fall; and\n\nWHEREAS, tides rise;\n\nNOW, THEREFORE, BE IT RESOLVED:\n\nSection 1. Quays shall stand.\n',
  )
  assert.equal(resolution.labels, 'rct-1=recital rct-2=recital 1')
})

test('notes at the end and tables of contents take no key, and are listed', async () => {
  const { labels, unread } = await proposed(
    '# Plan\n\n## Contents\n\nGoals ........ 5\n\n## 1. Goals\n\n1. Mend the mole.\n\n2. Print tables.\n\n[1] Smith, J. (2020). Moles.\n\n[2] See https://example.org.\n\n## Endnotes\n\n1. Doe, J. Ibid.\n',
  )
  assert.equal(labels, 'sec-1=section 1 2')
  assert.ok(unread.includes('notes: notes: 2, from “[1] Smith, J. (2020). Moles.”'))
  assert.ok(unread.some((line) => line.startsWith('Endnotes: notes: 1')))
  const swallowing = await proposed(
    '# Table of Contents\n\n## Overview\n\nText.\n\n## Pillar Ii: Use\n',
  )
  assert.equal(swallowing.labels, '1=section II=pillar')
})

test('the plain text of a bill: lines set in are no code, and its table of contents is none of it', async () => {
  const { labels, titles } = await proposed(`    Be it enacted,

SECTION 1. SHORT TITLE; TABLE OF CONTENTS.

    (a) Short Title.--This Act may be cited as the \`\`Quay Act''.
    (b) Contents.--The table of contents is as follows:

Sec. 1. Short title; table of contents.
Sec. 2. Definitions.
                        TITLE I--QUAYS

Sec. 101. Duty.

SEC. 2. DEFINITIONS.

    In this Act:
            (1) Quay.--The term \`\`quay'' has the meaning in section
        (a) of another Act.

                        TITLE I--QUAYS

SEC. 101. DUTY.

    (a) In General.--Quays shall stand.
`)
  assert.equal(
    labels,
    '1 1.a=paragraph 1.b=paragraph 2 2.1=paragraph title-I=title 101 101.a=paragraph',
  )
  assert.equal(titles.get('title-I'), 'Quays')
})

test('no two first words are the same that go on differently, and Chinese ones end at a pause', async () => {
  const start = 'Work with all Federal agencies to identify and mend'
  const { titles } = await proposed(
    `# P\n\n## Part\n\n1. ${start} the quays of the north.\n\n2. ${start} the quays of the south.\n`,
  )
  assert.equal(new Set(titles.values()).size, titles.size)
  const chinese = await proposed('第一条　码头运营者应当坚持主流价值导向、优化机制，并修吊车。\n')
  assert.equal(chinese.titles.get('1'), '码头运营者应当坚持主流价值导向、优化机制')
})

test('a last list with years is no list of notes, and notes cost no bullet its place', async () => {
  const milestones = await proposed(
    '# Plan\n\n## Milestones\n\n1. Open the first quay (by 2026).\n\n2. Double the cranes (2030).\n\n3. Close the old lock (in 2031).\n',
  )
  assert.match(milestones.labels, / 1 2 3$|\.1 \S+\.2 \S+\.3$/u)
  const { labels, unread } = await proposed(
    '# Plan\n\n## Quays\n\n- Mend the quays.\n- Paint the cranes.\n\n## Endnotes\n\n1. See https://a.example.\n\n2. See https://b.example.\n\n3. See https://c.example.\n',
  )
  assert.equal(labels, '1=section 1.1 1.2')
  assert.ok(
    unread.some((line) => line.includes('notes')),
    unread.join('\n'),
  )
})

test('what is recommended is no reason for it', async () => {
  const { labels } = await proposed(
    '# Recommendation\n\nWhereas:\n\n(1) Quays sink.\n\n(2) Cranes rust.\n\nHEREBY RECOMMENDS:\n\n1. Mend the quays.\n\n2. Paint the cranes.\n',
  )
  assert.equal(labels.match(/rct-/gu)?.length, 2, labels)
})

test('what looks counted within a part and is not understood is listed', async () => {
  const { unread } = await proposed(
    '# An Act\n\nSection 1. Duties.\n\n(a) First.\n\n(c-1) review;\n\n(1bis) think;\n\n1° count;\n\n1989 was a year.\n',
  )
  for (const said of ['(c-1) review', '(1bis) think', '1° count']) {
    assert.ok(
      unread.some((line) => line.includes(said)),
      `${said}: ${unread.join('\n')}`,
    )
  }
  assert.ok(!unread.some((line) => line.includes('1989')))
})
