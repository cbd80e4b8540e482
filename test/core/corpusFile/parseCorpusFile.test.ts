import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { fixtureCorpus, fixtureFiles, readFixture } from '../../support/fixtureLibrary.ts'
import {
  adviceOf,
  instrumentFile,
  keysOf,
  measureOf,
  messageOf,
  plan,
  provisionOf,
  troubleLines,
  troublesOf,
} from '../corpus/corpusText.ts'

test('the front matter of an instrument is read field by field', () => {
  const { instrument } = instrumentFile(readFixture('lantern-plan.md').text)
  assert.deepEqual(instrument.titles, {
    en: 'The Lantern Plan for Harbour Automation',
    'zh-Hans': '港口自动化灯塔计划',
    'zh-Hant': '港口自動化燈塔計畫',
    'zh-Hant-HK': '港口自動化燈塔計劃',
  })
  assert.deepEqual(instrument.issuer, {
    en: 'Ministry of Harbours',
    'zh-Hans': '港务部',
    'zh-Hant': '港務部',
  })
  assert.deepEqual(instrument.aliases, ['Lantern Plan', '灯塔计划'])
  assert.equal(instrument.type, 'plan')
  assert.equal(instrument.issued, '2031-05-09')
  assert.equal(instrument.url, 'https://harbours.example/plans/lantern.pdf')
  assert.equal(
    instrument.sha256,
    '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  )
  assert.equal(instrument.firstPage, 3)
  assert.equal(instrument.lastPage, 12)
  assert.equal(
    instrument.summary?.en,
    'What a small port state means to do about machines on its quays.',
  )
})

test('a measure has its titles, pages, agencies, references, aliases and place', () => {
  const { text } = readFixture('lantern-plan.md')
  const { source, ...measure } = measureOf(text, 'xx-lantern-2031:I.1.1')
  assert.deepEqual(measure, {
    level: 'measure',
    kind: 'action',
    key: 'xx-lantern-2031:I.1.1',
    parent: 'xx-lantern-2031:I.1',
    ordinal: 1,
    children: [],
    titles: {
      en: 'Test driverless cranes at night',
      'zh-Hans': '夜间试用无人起重机',
      'zh-Hant': '夜間試用無人起重機',
    },
    summary: {
      en: 'Try driverless cranes on two quays after dark, when few people are about, and publish what goes wrong.',
    },
    pages: { first: 2, last: 2 },
    lead: ['PORT'],
    through: [],
    with: ['SAFE', 'UNION'],
    refs: ['Quay Safety Act 2019'],
    aliases: ['night cranes', '夜间起重机'],
  })
  assert.equal(sliceSpan(text, source.span), '### Test driverless cranes at night {#I.1.1 page=2}')
  assert.equal(text.split('\n')[source.line - 1], sliceSpan(text, source.span))
  assert.equal(source.column, 1)
})

test('a heading has the place that the instrument prints, in the languages that it gives', () => {
  const place = (attributes: string): unknown => {
    const one = provisionOf(plan(`# M {#1 ${attributes}}`), 'p:1')
    return one.level === 'instrument' ? undefined : one.place
  }
  assert.deepEqual(place('place=GV-1.1-001'), { en: 'GV-1.1-001' })
  assert.deepEqual(
    place('kind=function place="GOVERN 1.1" place-zh-Hans="治理 1.1" place-zh-Hant-HK=治理'),
    { en: 'GOVERN 1.1', 'zh-Hans': '治理 1.1', 'zh-Hant-HK': '治理' },
  )
  for (const good of ['13.a', 'Article 4-1', '第四條之一', '5(1)(a)', '§ 2.3', 'A/RES/70/1']) {
    assert.deepEqual(place(`place="${good}"`), { en: good })
    assert.deepEqual(troublesOf(plan(`# M {#1 place="${good}"}`)), [], good)
  }
})

test('what cannot be a printed place is a trouble, and costs the place alone', () => {
  for (const bad of [
    'a; b',
    'a, b',
    '@a',
    '[a]',
    'a  b',
    'a.',
    '-a',
    'a*b',
    'a--b',
    '"',
    'a'.repeat(65),
  ]) {
    const text = plan(`# M {#1 place="${bad}"}`)
    assert.deepEqual(
      troublesOf(text).map(({ code }) => code),
      [bad === '"' ? 'heading.malformed-attributes' : 'field.malformed'],
      bad,
    )
  }
  const [trouble] = troublesOf(plan('# M {#1 place-zh-Hans=治理}'))
  assert.equal(messageOf(trouble), '`place-zh-Hans` stands without `place`.')
})

test('every place of the fixtures covers the heading that it names', () => {
  const texts = new Map(fixtureFiles().map(({ name, text }) => [name, text]))
  for (const { level, titles, source } of fixtureCorpus().provisions) {
    const slice = sliceSpan(texts.get(source.file) ?? '', source.span)
    assert.ok(slice.includes(titles.en), slice)
    assert.match(slice, level === 'instrument' ? /^---\n[\s\S]*\n---$/ : /^#+ .* \{#.*\}$/)
  }
})

test('divisions hold what follows them at deeper levels, and a level may be skipped', () => {
  const text = plan(
    [
      '# One {#I kind=pillar}',
      '### Deep {#I.a}',
      '## Section {#I.1 kind=section}',
      '### First {#I.1.1}',
      '### Second {#I.1.2}',
      '# Two {#II kind=pillar}',
      '###### Deepest {#II.x}',
    ].join('\n'),
  )
  assert.deepEqual(troubleLines(text), [])
  assert.deepEqual(provisionOf(text, 'p').children, ['p:I', 'p:II'])
  assert.deepEqual(provisionOf(text, 'p:I').children, ['p:I.a', 'p:I.1'])
  assert.deepEqual(provisionOf(text, 'p:I.1').children, ['p:I.1.1', 'p:I.1.2'])
  assert.deepEqual(provisionOf(text, 'p:II').children, ['p:II.x'])
})

test('ordinals count divisions and measures apart, each among its siblings', () => {
  const text = plan(
    '# D {#D kind=part}\n\n# m {#a}\n\n# E {#E kind=part}\n\n# n {#b}\n\n## o {#b.1}',
  )
  const ordinals = instrumentFile(text).provisions.map((provision) =>
    provision.level === 'instrument' ? '' : `${provision.key} ${provision.ordinal}`,
  )
  assert.deepEqual(ordinals, ['', 'p:D 1', 'p:a 1', 'p:E 2', 'p:b 2', 'p:b.1 1'])
})

test('a measure that is lost keeps its place in the count', () => {
  const text = plan('# One {#1}\n\n# Two {#b@d}\n\n# Three {#3}')
  assert.deepEqual(keysOf(text), ['p', 'p:1', 'p:3'])
  assert.equal(measureOf(text, 'p:3').ordinal, 3)
})

test('a heading without kind is a measure of the usual kind of its type', () => {
  for (const [type, kind] of [
    ['plan', 'action'],
    ['act', 'article'],
    ['declaration', 'paragraph'],
    ['article', 'claim'],
  ] as const) {
    const text = `---\nid: x\ntype: ${type}\ntitle: X\n---\n\n# One {#1}\n`
    assert.equal(measureOf(text, 'x:1').kind, kind)
  }
})

test('an order that is published without a number says that no list can name it', () => {
  const order = '---\nid: o\ntype: order\ntitle: O\n'
  const told = ['instrument.no-number 3:1']
  assert.deepEqual(troubleLines(`${order}issuer: Harbour Board\n---\n`), told)
  assert.deepEqual(troubleLines(`${order}url: https://harbours.example/o\n---\n`), told)
  assert.deepEqual(troubleLines(`${order}issuer: Harbour Board\nnumber: Order 7\n---\n`), [])
  assert.deepEqual(troubleLines(`${order}---\n`), [])
  assert.deepEqual(troubleLines(`${order.replace('order', 'act')}issuer: B\n---\n`), [])
})

test('a section holds others, but the sections of an order are its measures', () => {
  const order = '---\nid: o\ntype: order\ntitle: O\n---\n\n'
  const text = `${order}# S {#1}\n\n## P {#1.a kind=paragraph}\n\n# T {#2 kind=section}\n`
  assert.deepEqual(troubleLines(text), [])
  assert.equal(measureOf(text, 'o:1').kind, 'section')
  assert.equal(measureOf(text, 'o:1.a').parent, 'o:1')
  assert.equal(measureOf(text, 'o:2').kind, 'section')
  assert.equal(provisionOf(plan('# S {#1 kind=section}'), 'p:1').level, 'division')
})

test('an instrument says whether it holds, from what its facts were read, and when', () => {
  const { instrument } = instrumentFile(
    [
      '---',
      'id: o',
      'type: order',
      'title: O',
      'status: revoked',
      'effective: 2023-10-30',
      'ended: 2025-01-20',
      'ended-by: EO 2',
      'source: the register',
      'checked: 2026-11-23',
      'confidence: low',
      'printed-headings: section; paragraph',
      'about: p',
      '---',
      '',
      'Words.',
      '',
      '- summary-zh-Hans: 话',
      '',
    ].join('\n'),
  )
  const { status, effective, ended, endedBy, provenance, checked, confidence } = instrument
  assert.deepEqual(
    [status, effective, ended, endedBy, provenance, checked, confidence],
    ['revoked', '2023-10-30', '2025-01-20', 'EO 2', 'the register', '2026-11-23', 'low'],
  )
  assert.deepEqual(instrument.printedHeadings, ['section', 'paragraph'])
  assert.equal(instrument.about, 'p')
  assert.deepEqual(instrument.summary, { en: 'Words.', 'zh-Hans': '话' })
})

test('printed headings are of kinds of divisions and measures, and no others', () => {
  const read = (field: string) =>
    parseCorpusFile(`---\nid: o\ntype: plan\ntitle: O\nprinted-headings: ${field}\n---\n`, 'o.md')
  const { instrument } = instrumentFile(
    '---\nid: o\ntype: plan\ntitle: O\nprinted-headings: function; action\n---\n',
  )
  assert.deepEqual(instrument.printedHeadings, ['function', 'action'])
  assert.deepEqual(
    read('function; heading').troubles.map(({ code }) => code),
    ['instrument.malformed-field'],
  )
})

test('the kinds that a file lists wholly are those that it says, or none', () => {
  const completeOf = (field: string): unknown =>
    instrumentFile(`---\nid: o\ntype: act\ntitle: O\n${field}---\n`).instrument.complete
  assert.deepEqual(completeOf('complete: article; section\n'), ['article', 'section'])
  assert.deepEqual(completeOf('complete: none\n'), [])
  assert.equal(completeOf(''), undefined)
})

test('a claim says who claims what of which provisions, and whether they bear it out', () => {
  const { text } = readFixture('press.md')
  const { claim } = measureOf(text, 'press-xx-lantern-2031:2.1')
  assert.deepEqual(claim, {
    speaker: { en: 'Ada Fjord', 'zh-Hans': '阿达·菲约德' },
    affiliation: { en: 'Guild of Pilots', 'zh-Hant': '引水人公會' },
    statement: 'comparison',
    horizon: 'short',
    dimension: { en: 'Crews', 'zh-Hans': '班组' },
    sides: ['US', 'CN'],
    about: ['xx-lantern-2031:I.1.1', 'xx-lantern-2031'],
    supported: 'no',
    origin: { en: 'A shipyard proposed them.', 'zh-Hans': '船厂的提议。' },
  })
  assert.deepEqual(measureOf(text, 'press-xx-lantern-2031:2.2').claim, { sides: [], about: [] })
  assert.equal(
    measureOf(readFixture('lantern-plan.md').text, 'xx-lantern-2031:I.1.1').claim,
    undefined,
  )
})

test('what only a claim may say is left out elsewhere; words outside a closed set cost their value', () => {
  assert.deepEqual(troubleLines(plan('# M {#1}\n\n- speaker: X\n')), ['field.not-allowed-here 9:3'])
  const claim = (line: string) => plan(`# M {#1 kind=claim}\n\n- ${line}\n`)
  for (const line of [
    'supported: Yes',
    'statement: fact',
    'horizon: soon',
    'sides: us',
    'about: a b',
  ]) {
    assert.deepEqual(troubleLines(claim(line)), ['field.malformed 9:3'], line)
    assert.equal(measureOf(claim(line), 'p:1').kind, 'claim')
  }
})

test('relations join two provisions in the words of StratML', () => {
  const { relations, relationsByKey, claimsByKey } = fixtureCorpus()
  assert.deepEqual(
    relations.map(({ from, type, to, titles, reason }) => ({ from, type, to, titles, reason })),
    [
      {
        from: 'xx-lantern-2031:I',
        type: 'Broader_Than',
        to: 'xx-lantern-2031:I.1.1',
        titles: { en: 'Cranes at night', 'zh-Hans': '夜间起重机' },
        reason: { en: 'The pillar is where the test belongs.', 'zh-Hans': '测试属于该支柱。' },
      },
    ],
  )
  assert.deepEqual(relationsByKey.get('xx-lantern-2031:I.1.1'), relations)
  assert.deepEqual(
    claimsByKey.get('xx-lantern-2031:I.1.1')?.map(({ key }) => key),
    ['press-xx-lantern-2031:2.1'],
  )
})

test('pages are one printed page or a rising pair', () => {
  const pagesOf = (page: string) => measureOf(plan(`# M {#1 page=${page}}`), 'p:1').pages
  assert.deepEqual(pagesOf('3'), { first: 3, last: 3 })
  assert.deepEqual(pagesOf('3-4'), { first: 3, last: 4 })
  for (const bad of ['4-3', '0', 'iv', '3-', '3-4-5', '3–4', '1e3', '', '-1', '٣']) {
    assert.equal(pagesOf(`"${bad}"`), undefined, bad)
    assert.deepEqual(troubleLines(plan(`# M {#1 page="${bad}"}`)), ['field.malformed 7:9'], bad)
  }
})

test('a page after the last one of the document is warned about and kept', () => {
  const text = '---\nid: p\ntype: plan\ntitle: P\nlast-page: 23\n---\n\n# M {#1 page=23-24}\n'
  assert.deepEqual(troubleLines(text), ['page.outside 8:9'])
  assert.deepEqual(measureOf(text, 'p:1').pages, { first: 23, last: 24 })
})

test('titles and summaries are the words without the markup', () => {
  const text = plan(
    [
      '# *Rules* for `models` and [chips](https://x.example "t") & \\*stars\\* &amp; a_b_c {#1}',
      '',
      'First **bold** line',
      'goes on.  ',
      'Third `code` line, see <https://y.example>.',
      '',
      'Second paragraph.',
    ].join('\n'),
  )
  const { titles, summary } = measureOf(text, 'p:1')
  assert.equal(titles.en, 'Rules for models and chips & *stars* & a_b_c')
  assert.equal(
    summary?.en,
    'First bold line goes on. Third code line, see https://y.example.\n\nSecond paragraph.',
  )
})

test('a line break between Chinese characters or beside Chinese punctuation leaves no space', () => {
  const summaryOf = (lines: string) => measureOf(plan(`# M {#1}\n\n${lines}`), 'p:1').summary?.en
  assert.equal(
    summaryOf('公开征询\n阻碍AI的法规，\n包括AI\nrules\n规则。\nEnd'),
    '公开征询阻碍AI的法规，包括AI rules 规则。End',
  )
  assert.equal(summaryOf('𠮷野\n𠮷家'), '𠮷野𠮷家')
})

test('attributes are read from the source, whatever Markdown makes of them', () => {
  const text = plan('# A *b* c {#1 x_y=*z* note="two words" page=3}')
  const measure = measureOf(text, 'p:1')
  assert.equal(measure.titles.en, 'A b c')
  assert.deepEqual(measure.pages, { first: 3, last: 3 })
  assert.deepEqual(
    measure.extra,
    new Map([
      ['x_y', '*z*'],
      ['note', 'two words'],
    ]),
  )
})

test('closed ATX headings, Setext headings and braces in titles are read', () => {
  const text = plan(
    '# Closed {#1} #\n\n## Closed before ## {#2}\n\nSetext\nheading {#3}\n---\n\n# The {x} set {#4}',
  )
  const titles = instrumentFile(text).provisions.map(({ key, titles: { en } }) => `${key} ${en}`)
  assert.deepEqual(titles, [
    'p Plan',
    'p:1 Closed',
    'p:2 Closed before',
    'p:3 Setext heading',
    'p:4 The {x} set',
  ])
})

test('a field that the format does not know is kept and warned about', () => {
  const text =
    '---\nid: p\ntype: plan\ntitle: P\nmood: grave\nlist: [a, b]\n---\n\n# M {#1 tone=low}\n\n- Lead: X\n- note: y\n'
  assert.deepEqual(troubleLines(text), [
    'field.unknown 5:1',
    'field.unknown 6:1',
    'field.unknown 9:9',
    'field.unknown 11:3',
    'field.unknown 12:3',
  ])
  assert.match(adviceOf(troublesOf(text)[3]), /`lead`/)
  assert.deepEqual(
    instrumentFile(text).instrument.extra,
    new Map([
      ['mood', 'grave'],
      ['list', 'a; b'],
    ]),
  )
  assert.deepEqual(
    measureOf(text, 'p:1').extra,
    new Map([
      ['Lead', 'X'],
      ['note', 'y'],
      ['tone', 'low'],
    ]),
  )
})

test('official numbers are a list, or a YAML sequence', () => {
  for (const numbers of ['32024R1689; 国发〔2025〕11号', '[32024R1689, 国发〔2025〕11号]']) {
    const text = `---\nid: p\ntype: act\ntitle: P\nnumbers: ${numbers}\n---\n`
    const { instrument } = instrumentFile(text)
    assert.deepEqual(instrument.numbers, ['32024R1689', '国发〔2025〕11号'])
  }
})

test('lists of values are split at semicolons, each value once', () => {
  const text = plan(
    '# M {#1}\n\n- lead: A; B;A ;\n- aliases: one; 二; Act 5: of 2020\n- same-as: p:2\n',
  )
  const { lead, aliases, sameAs } = measureOf(text, 'p:1')
  assert.deepEqual(lead, ['A', 'B'])
  assert.deepEqual(aliases, ['one', '二', 'Act 5: of 2020'])
  assert.equal(sameAs, 'p:2')
})

test('comments are skipped, without a word', () => {
  const text = plan(
    '<!-- draft -->\n\n# M {#1}\n\n<!-- why\n\n# not {#a}\n-->\n\nWords.\n\n- lead: A\n',
  )
  assert.deepEqual(troubleLines(text), [])
  assert.deepEqual(keysOf(text), ['p', 'p:1'])
  assert.equal(measureOf(text, 'p:1').summary?.en, 'Words.')
})

test('a heading in a code fence is none, and the fence costs nothing but itself', () => {
  const text = plan('# M {#1}\n\n```\n# not {#a}\n\n# nor {#b}\n```\n\n# N {#2}\n')
  assert.deepEqual(keysOf(text), ['p', 'p:1', 'p:2'])
  assert.deepEqual(troubleLines(text), ['text.unexpected 9:1'])
})

test('a code fence that is not closed does not swallow the measures after it', () => {
  const text = plan('# M {#1}\n\n```\nx\n\n# N {#2}\n\n# O {#3}\n')
  assert.deepEqual(keysOf(text), ['p', 'p:1', 'p:2', 'p:3'])
  assert.deepEqual(troubleLines(text), ['text.unclosed 7:1'])
})

test('the register gives agencies with codes, names, aliases and parents', () => {
  const parsed = parseCorpusFile(readFixture('agencies.md').text, 'agencies.md')
  assert.ok(parsed.kind === 'register')
  assert.deepEqual(parsed.troubles, [])
  assert.deepEqual(
    parsed.agencies.map(({ code, parent }) => [code, parent]),
    [
      ['PORT', undefined],
      ['SAFE', 'PORT'],
      ['UNION', undefined],
      ['SKILL', undefined],
      ['TRADE', undefined],
    ],
  )
  const { source, ...port } = parsed.agencies[0] ?? { source: undefined }
  assert.deepEqual(port, {
    code: 'PORT',
    names: { en: 'Port Authority', 'zh-Hans': '港务局', 'zh-Hant': '港務局' },
    aliases: ['the Port', '港口管理局'],
  })
  assert.equal(source?.line, 7)
})

test('the fixture library has no troubles', () => {
  assert.deepEqual(fixtureCorpus().troubles, [])
})

test('a snapshot is frozen, with everything in it', () => {
  const corpus = fixtureCorpus()
  const measure = corpus.byKey.get('xx-lantern-2031:I.1.1')
  for (const value of [corpus, corpus.provisions, measure, measure?.titles, measure?.source.span]) {
    assert.ok(Object.isFrozen(value))
  }
})
