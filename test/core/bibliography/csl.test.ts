import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import { bearsPrintedHeading, instrumentOf } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function itemOf(key: string): CslItem {
  const provision = corpus.byKey.get(`xx-${key}`)
  assert.ok(provision, key)
  return cslItems([provision], corpus, 'en').find(({ id }) => id === provision.key) ?? assert.fail()
}

/** The text that an update gives; fails where the file is refused. */
function updated(existing: string | undefined, items: readonly CslItem[]): string {
  const update = updateCslFile(existing, items)
  assert.ok('text' in update)
  return update.text
}

/** The elements of the array that `json` is. */
function elementsOf(json: string): readonly unknown[] {
  const value: unknown = JSON.parse(json)
  assert.ok(Array.isArray(value))
  return value
}

test('a measure is a chapter under the printed heading, with our ordinal, in the plan', () => {
  assert.deepEqual(withoutRecord(itemOf('lantern-2031:I.1.2')), {
    id: 'xx-lantern-2031:I.1.2',
    type: 'chapter',
    title: 'Cranes and Their Crews, recommended action 2',
    'container-title': 'The Lantern Plan for Harbour Automation',
    author: [{ literal: 'Ministry of Harbours' }],
    issued: { 'date-parts': [[2031, 5, 9]] },
    page: '2-3',
    URL: 'https://harbours.example/plans/lantern.pdf#page=4',
    language: 'en',
    'policy-work': 'xx-lantern-2031',
    'policy-place': 'pp. 2-3, pillar I, sec. 1, action 2',
    'policy-address': 'https://harbours.example/plans/lantern.pdf#page=4',
    'policy-title': 'Cranes and Their Crews, recommended action 2',
  })
})

test('a division is a chapter under its own heading', () => {
  const { type, title, page } = itemOf('lantern-2031:II')
  assert.deepEqual([type, title, page], ['chapter', 'Neighbours and Seas', '7-12'])
})

test('an instrument is a work of its own, by its type, with the date as far as it is known', () => {
  const plan = itemOf('lantern-2031')
  assert.deepEqual(
    [plan.type, plan.title, plan['container-title'], plan.page],
    [...['report', 'The Lantern Plan for Harbour Automation'], ...[undefined, undefined]],
  )
  assert.deepEqual(
    [itemOf('quay-act').type, itemOf('quay-act').issued],
    ['legislation', { 'date-parts': [[2030, 11]] }],
  )
})

test('no title of Policy Citation’s own stands in an item', () => {
  for (const provision of corpus.provisions) {
    if (bearsPrintedHeading(provision, instrumentOf(corpus, provision.key))) continue
    assert.ok(
      !JSON.stringify(cslItems([provision], corpus, 'en')).includes(provision.titles.en),
      provision.key,
    )
  }
})

test('a heading that the instrument prints is the title, its own or the one above', () => {
  assert.equal(itemOf('order-7:1').title, 'Lamps, section 1')
  assert.equal(itemOf('order-7:1.a').title, 'Lamps, section 1(a)')
})

/** `item` without the record of what it says. */
function withoutRecord({ 'policy-written': record, ...item }: CslItem): CslItem {
  assert.ok(record !== undefined)
  return item
}

/** The item of the instrument whose front matter is this, in a report in `language`, in English unless said. */
function listed(front: string, language: Language = 'en'): CslItem {
  const files = [{ name: 'x.md', text: `---\nid: xx\n${front}\n---\n\n# A {#5}\n` }]
  const { instruments, troubles } = corpusOf(files)
  assert.deepEqual(
    troubles.filter(({ code }) => code !== 'instrument.no-number'),
    [],
  )
  return withoutRecord(cslItems(instruments, corpusOf(files), language)[0] ?? assert.fail())
}

test('an instrument with a title and an issuer only is what it was', () => {
  for (const [type, csl] of [
    ['plan', 'report'],
    ['order', 'legislation'],
    ['article', 'article-newspaper'],
  ]) {
    assert.deepEqual(listed(`type: ${type}\ntitle: T\nissuer: I`), {
      ...{ id: 'xx', type: csl, title: 'T', author: [{ literal: 'I' }], language: 'en' },
      'policy-work': 'xx',
    })
  }
})

test('each issuer is an author, before the one text that names them all', () => {
  const { author } = listed('type: plan\ntitle: T\nissuer: A and B\nissuers: A; B')
  assert.deepEqual(author, [{ literal: 'A' }, { literal: 'B' }])
})

test('a law begins with its number, stands in its journal, and has no number of its own', () => {
  const act = listed(
    'type: act\ntitle: T\nnumber: Act No. 7\njournal: 7 Gaz. 41\njurisdiction: EU\nchecked: 2031-02-03\nurl: https://a.example/b_c',
  )
  assert.deepEqual(
    [act.title, act['title-short'], act['container-title'], act.number, act.jurisdiction],
    ['Act No. 7, T', 'Act No. 7', '7 Gaz. 41', undefined, 'eu.int'],
  )
  assert.deepEqual(
    [act.accessed, act.URL],
    [{ 'date-parts': [[2031, 2, 3]] }, 'https://a.example/b_c'],
  )
})

test('an official title that begins with the number does not get it twice', () => {
  const { title } = listed('type: act\ntitle: T\nofficial-title: Act No. 7 on T\nnumber: Act No. 7')
  assert.equal(title, 'Act No. 7 on T')
})

test('a law that is cited by its name has its number behind it', () => {
  const act = listed('type: act\ntitle: Long T\ncite-as: T\nnumber: Order 7\njournal: 7 Gaz. 41')
  assert.deepEqual(
    [act.title, act['title-short'], act['container-title']],
    ['Long T', 'T', 'Order 7, 7 Gaz. 41'],
  )
})

test('a plan has the title of its title page, its short one, and its number', () => {
  const plan = listed('type: plan\ntitle: T\nofficial-title: To Win with T\nnumber: CP 7')
  assert.deepEqual([plan.title, plan['title-short'], plan.number], ['To Win with T', 'T', 'CP 7'])
})

test('a document in Chinese is listed in the Chinese of a Chinese report, else with its own title in brackets', () => {
  const front =
    'type: act\ntitle: T\ntitle-zh-Hans: 办法\ntitle-zh-Hant: 辦法\nnumber: No. 7\nnumber-zh-Hans: 令第7号\ncite-as: T\nissuers: A; B\nissuers-zh-Hans: 甲; 乙\nlanguage: zh-CN'
  const { title, language, 'container-title': container } = listed(front)
  assert.deepEqual([title, container, language], ['T [办法]', 'No. 7', 'en'])
  const chinese = listed(front, 'zh-Hans')
  assert.deepEqual(
    [chinese.title, chinese['container-title'], chinese.author, chinese.language],
    ['办法', '令第7号', [{ literal: '甲' }, { literal: '乙' }], 'zh-CN'],
  )
  assert.equal(listed(front, 'zh-Hant').title, '辦法')
})

test('a document in English stays as it is in a Chinese report', () => {
  const front =
    'type: plan\ntitle: T\ntitle-zh-Hans: 计划\nissuer: A\nissuer-zh-Hans: 甲\nlanguage: en-GB'
  const { title, author, language } = listed(front, 'zh-Hans')
  assert.deepEqual([title, author, language], ['T', [{ literal: 'A' }], 'en-GB'])
})

test('an article is listed by headline, outlet and authors, else described in brackets', () => {
  const known = listed(
    'type: article\ntitle: A paper on T\nheadline: Night\noutlet: News\nauthor: Fjord, Ada; 王某; A, B, C',
  )
  assert.deepEqual(
    [known.title, known['container-title'], known.author],
    [
      ...['Night', 'News'],
      [{ family: 'Fjord', given: 'Ada' }, { literal: '王某' }, { literal: 'A, B, C' }],
    ],
  )
  const described = listed('type: article\ntitle: A paper on T\ncite-as: A paper\noutlet: News')
  assert.deepEqual(
    [described.title, described['title-short']],
    ['[Paper on T; title and author not recorded]', '[Paper]'],
  )
  const chinese = listed(
    'type: article\ntitle: T\ntitle-zh-Hant: 一篇報導\nauthor: 王某\nlanguage: zh-CN',
    'zh-Hant',
  )
  assert.equal(chinese.title, '［報導，題名與媒體未著錄］')
})

test('families of styles get their own words of a law', () => {
  const american =
    'type: order\ntitle: T\nnumber: Exec. Order No. 14110\nissued: 2023-10-30\njournal: 88 Fed. Reg. 175191\njournal-date: 2023-11-01\njurisdiction: US'
  assert.deepEqual(familyWordsOf(listed(american)), {
    'policy-bluebook-title': 'Exec. Order No. 14,110',
    'policy-bluebook-container-title': '88 Fed. Reg. 175,191 (Nov. 1, 2023)',
    'policy-bluebook-issued': '-',
    'policy-oscola-title': 'Exec Order No 14110, 88 Fed Reg 175191 (2023)',
    'policy-oscola-container-title': '-',
    'policy-oscola-issued': '-',
    'policy-section': '§',
    'policy-gb-title': 'T',
    'policy-gb-number': 'Exec. Order No. 14110',
    'policy-gb-container-title': '-',
    'policy-published': '2023-11-01',
  })
  const european =
    'type: act\ntitle: T\nofficial-title: Regulation (EU) 2024/1 of 3 May 2024 laying down rules on co-operation\nnumber: Regulation (EU) 2024/1\njournal: OJ L, 2024/1\njurisdiction: EU'
  assert.deepEqual(familyWordsOf(listed(european)), {
    'policy-bluebook-title':
      'Regulation (EU) 2024/1, of 3 May 2024 Laying Down Rules on Co-operation',
    'policy-bluebook-container-title': '2024 O.J. (L 2024/1)',
    'policy-bluebook-issued': '-',
    'policy-oscola-title':
      'Regulation (EU) 2024/1 of 3 May 2024 laying down rules on co-operation [2024] OJ L 2024/1',
    'policy-oscola-container-title': '-',
    'policy-oscola-issued': '-',
    'policy-gb-title': 'T',
    'policy-gb-number': 'Regulation (EU) 2024/1',
    'policy-gb-container-title': '-',
  })
  const paged = european.replace('OJ L, 2024/1', 'OJ L 119/1\njournal-date: 2024-05-04')
  assert.deepEqual(journalWordsOf(listed(paged)), [
    '2024 O.J. (L 119) 1',
    'Regulation (EU) 2024/1 of 3 May 2024 laying down rules on co-operation [2024] OJ L119/1',
  ])
  assert.deepEqual(familyWordsOf(listed('type: act\ntitle: T\njurisdiction: US')), {})
  assert.deepEqual(familyWordsOf(listed('type: plan\ntitle: T\nnumber: 7\njurisdiction: US')), {})
})

function journalWordsOf(item: CslItem): unknown {
  return [item['policy-bluebook-container-title'], item['policy-oscola-title']]
}

function familyWordsOf(item: CslItem): unknown {
  const { 'policy-work': work, ...others } = item
  assert.equal(work, 'xx')
  return Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith('policy-')))
}

test('what stands for a key in a law is the law with the place in its titles', () => {
  const text =
    '---\nid: xx\ntype: act\ntitle: T\nnumber: Act 7\njurisdiction: US\n---\n\n# Rules {#chp-I kind=chapter}\n\n## A {#5}\n\n### a {#5.1 kind=paragraph}\n'
  const act = corpusOf([{ name: 'x.md', text }])
  const [whole, ...within] = cslItems(act.provisions, act, 'en')
  assert.equal(whole?.title, 'Act 7, T')
  assert.deepEqual(
    within.map(({ id, type, title, 'title-short': short }) => [id, type, title, short]),
    [
      ['xx:chp-I', 'chap. I'],
      ['xx:5', 'art. 5'],
      ['xx:5.1', 'art. 5(1)'],
    ].map(([id, place]) => [
      ...[id, 'legislation', `Act 7, T, <span class="nocase">${place}</span>`],
      `Act 7, <span class="nocase">${place}</span>`,
    ]),
  )
  assert.ok(within.every((item) => !JSON.stringify(item).includes('policy-gb')))
})

test('an item says its instrument, and of a provision what stands behind that key in a report', () => {
  const text =
    '---\nid: xx\ntype: plan\ntitle: T\n---\n\n# A {#I kind=pillar page=3}\n\n## b {#I.1 page=4-5}\n'
  const plan = corpusOf([{ name: 'x.md', text }])
  const said = (language: Language): unknown =>
    cslItems(plan.provisions, plan, language).map((item) => [
      item['policy-work'],
      item['policy-place'],
    ])
  const places = [undefined, 'p. 3, pillar I', 'pp. 4-5, pillar I, action 1']
  assert.deepEqual(
    said('en'),
    places.map((place) => ['xx', place]),
  )
  const chinese = [undefined, '第 3 页，第一支柱', '第 4–5 页，第一支柱第 1 项建议行动']
  assert.deepEqual(
    said('zh-Hans'),
    chinese.map((place) => ['xx', place]),
  )
})

test('each work is there once, in the order of citing, and before what keys name in it', () => {
  const works = ['lantern-2031:I.1.2', 'quay-act', 'lantern-2031', 'lantern-2031:I.1.2'].map(
    (key) => corpus.byKey.get(`xx-${key}`) ?? assert.fail(key),
  )
  assert.deepEqual(
    cslItems(works, corpus, 'en').map(({ id }) => id),
    ['xx-lantern-2031', 'xx-lantern-2031:I.1.2', 'xx-quay-act'],
  )
})

test('markup of CSL-JSON in a title stays text', () => {
  const plan = corpus.byKey.get('xx-lantern-2031')
  assert.ok(plan)
  const byKey = new Map([[plan.key, { ...plan, titles: { en: 'A <i>b</i> 1 < 2' } }]])
  const hostile = { ...corpus, byKey, provisions: [...byKey.values()] }
  const [item] = cslItems([...byKey.values()], hostile, 'en')
  assert.equal(item?.title, 'A < i>b< /i> 1 < 2')
})

test('a new file is an array of the items', () => {
  const items = [itemOf('lantern-2031'), itemOf('quay-act:5')]
  assert.deepEqual(JSON.parse(updated(undefined, items)), items)
  assert.equal(updated('', items), updated(undefined, items))
  assert.equal(updated(' \n', []), '[]\n')
  assert.match(updated(undefined, items), /^\[\n {2}\{\n {4}"id"[\s\S]*\n {2}\}\n\]\n$/)
})

const others = `[
\t{"id": "smith2020", "volume": 1.0, "note": "a \\"]\\" , \\u00e9", "id2": [[], {}]},
  { "id": "xx-quay-act:5", "type": "book" } ,
  7, "text", null,
  {"id": 5}
]
`

test('entries of others stay as they are, character by character, and in their place', () => {
  const text = updated(others, [itemOf('quay-act:5'), itemOf('lantern-2031')])
  assert.ok(text.startsWith(others.slice(0, others.indexOf('{ "id": "xx-quay'))))
  assert.ok(text.includes(' ,\n  7, "text", null,\n  {"id": 5},\n  {\n    "id": "xx-lantern-2031"'))
  assert.ok(text.endsWith('  }\n]\n'))
  assert.deepEqual(elementsOf(text)[1], itemOf('quay-act:5'))
  assert.equal(elementsOf(text).length, 7)
})

test('writing twice changes nothing', () => {
  const items = [itemOf('quay-act:5'), itemOf('lantern-2031')]
  const once = updated(others, items)
  assert.equal(updated(once, items), once)
  assert.equal(updated(once, []), once)
})

test('empty arrays, arrays on one line, line ends and a BOM are kept', () => {
  const items = [itemOf('lantern-2031')]
  assert.deepEqual(JSON.parse(updated('[]', items)), items)
  assert.deepEqual(JSON.parse(updated('[ \n ]\n', items)), items)
  assert.deepEqual(JSON.parse(updated('[{"id":"a"}]', items)), [{ id: 'a' }, ...items])
  assert.doesNotMatch(updated('[\r\n  {"id": "a"}\r\n]\r\n', items), /[^\r]\n/)
  assert.ok(updated('\uFEFF[]', items).startsWith('\uFEFF['))
})

test('a file that is no JSON array is never changed', () => {
  const items = [itemOf('lantern-2031')]
  for (const existing of ['[{"id": "a"},]', '[', '{"id": "a"', '// x\n[]', "['a']", 'null x']) {
    assert.deepEqual(updateCslFile(existing, items), { malformed: 'syntax' }, existing)
  }
  for (const existing of ['{}', 'null', '"[]"', '3', '{"references": []}']) {
    assert.deepEqual(updateCslFile(existing, items), { malformed: 'notAnArray' }, existing)
  }
})

test('case 16: duplicate names within an entry of others are not lost', () => {
  const existing = '[{"id": "a", "note": 1, "note": 2}]'
  assert.ok(
    updated(existing, [itemOf('lantern-2031')]).includes('{"id": "a", "note": 1, "note": 2}'),
  )
})

test('arbitrary entries of others survive', () => {
  const space = fc.constantFrom('', ' ', '\n', '\r\n\t')
  const entry = fc
    .tuple(fc.json({ maxDepth: 3 }), space, space)
    .map(([json, before, after]) => `${before}${json}${after}`)
  const items = [itemOf('quay-act:5'), itemOf('lantern-2031')]
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), space, (entries, around) => {
      const existing = `${around}[${entries.join(',')}]${around}`
      const text = updated(existing, items)
      assert.deepEqual(JSON.parse(text), [...elementsOf(existing), ...items])
      for (const own of entries) assert.ok(text.includes(own.trim()))
      assert.equal(updated(text, items), text)
    }),
    { numRuns: 1000, seed: 5 },
  )
})
