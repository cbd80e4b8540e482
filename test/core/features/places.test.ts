import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import {
  suggestPlaces,
  type PlaceSuggestion,
  type PlaceSuggestions,
} from '../../../src/core/features/places/suggestPlaces.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import type { Meaning } from '../../../src/core/citation/meaning.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const options = { style: 'key', withPage: true, language: 'en', limit: 1000 } as const

/** What is offered at the caret, written `|`, in a report of this language. */
function offered(marked: string, lang = 'en', library = corpus): PlaceSuggestions | undefined {
  const { report, offset } = reportAtCaret(`---\nlang: ${lang}\n---\n\nSo ${marked} it is.\n`)
  return suggestPlaces(report, library, { start: offset, end: offset }, options)
}

/** The citation with its caret after `item` was accepted. */
function accepted(
  marked: string,
  lang: string,
  { span }: PlaceSuggestions,
  item: PlaceSuggestion,
): string {
  const shift = `---\nlang: ${lang}\n---\n\nSo `.length
  const plain = marked.replace('|', '')
  return `${plain.slice(0, span.start - shift)}${item.text}|${plain.slice(span.end - shift)}`
}

function labels(marked: string, lang = 'en'): readonly string[] {
  return (offered(marked, lang)?.items ?? []).map((item) =>
    item.kind === 'provision' ? item.label : item.text.trim(),
  )
}

/** The citation after the first that is offered with `label` was accepted. */
function after(marked: string, label: string, lang = 'en'): string {
  const found = offered(marked, lang)
  const item = found?.items.find(
    (one) => (one.kind === 'provision' ? one.label : one.text.trim()) === label,
  )
  assert.ok(found !== undefined && item !== undefined, `${label} is not offered in ${marked}`)
  return accepted(marked, lang, found, item)
}

function meaningOf(marked: string, lang: string): Meaning {
  const source = `---\nlang: ${lang}\n---\n\nSo ${marked.replace('|', '')} it is.\n`
  const meaning = meaningsOf(analyseReport(source), corpus).at(-1)
  assert.ok(meaning, marked)
  return meaning
}

/** What is typed behind a place to name what stands below it, in a report of this language. */
const joints: readonly (readonly [string, readonly string[]])[] = [
  ['en', [', ', '(', '.']],
  ['zh-CN', ['，', '', '第', '（']],
  ['zh-TW', ['，', '', '第', '(']],
]

/** Accepts all that is offered at `marked`, goes on from each once, and notes in `reached` what was named. */
function walk(
  marked: string,
  lang: string,
  typed: readonly string[],
  reached: Set<Provision>,
): void {
  const found = offered(marked, lang)
  for (const item of found?.items ?? []) {
    if (found === undefined) return
    const citation = accepted(marked, lang, found, item)
    assertRead(citation, lang, item)
    if (item.kind === 'pages' || reached.has(item.provision)) continue
    reached.add(item.provision)
    if (item.provision.children.length === 0) continue
    for (const joint of typed) {
      const closed = joint === '(' ? '|)' : joint === '（' ? '|）' : '|'
      walk(citation.replace('|', joint + closed), lang, typed, reached)
    }
  }
}

/** That `citation` names what `item` does, and nothing besides. */
function assertRead(citation: string, lang: string, item: PlaceSuggestion): void {
  const [place, ...others] = meaningOf(citation, lang).places
  assert.ok(place && others.length === 0, citation)
  assert.deepEqual([place.notUnderstood, place.deeper], [undefined, undefined], citation)
  if (item.kind === 'provision') assert.equal(place.provision.key, item.provision.key, citation)
  else
    assert.deepEqual(
      place.pages.map(({ pages }) => pages),
      [item.pages],
      citation,
    )
}

suite('Places offered within citations', () => {
  for (const [lang, typed] of joints) {
    for (const instrument of corpus.instruments) {
      test(`of ${instrument.key}, accepted in a report in ${lang}, are read back as what they name`, () => {
        const starts = [`[@${instrument.key}, |]`, `@${instrument.key} [|]`]
        const reached = new Set<Provision>()
        for (const start of starts) walk(start, lang, typed, reached)
        const all = corpus.provisions.filter(
          ({ key, level }) => level === 'measure' && key.startsWith(`${instrument.key}:`),
        )
        const missing = all.filter((measure) => !reached.has(measure)).map(({ key }) => key)
        assert.deepEqual(missing, [])
      })
    }
  }
})

test('in a block quotation and over line ends what is replaced stands on the line of the caret', () => {
  for (const [marked, replaced] of [
    ['> So [@eu-ai-act,\r\n> |] x', ''],
    ['> So [@eu-ai-act,\n> art. |] x', 'art. '],
    ['> So [@eu-ai-act, art. 5(|\r\n> 1)] x', '('],
    ['So [@eu-ai-act, art.|\n5] x', 'art.'],
    ['So [@eu-ai-act, art.\n|5] x', undefined],
  ] as const) {
    const { report, offset } = reportAtCaret(marked)
    const found = suggestPlaces(report, corpus, { start: offset, end: offset }, options)
    const shown = found && report.source.slice(found.span.start, found.span.end)
    assert.equal(shown, replaced, JSON.stringify(marked))
  }
})

test('what is begun narrows, and what is accepted goes on from the words that were begun', () => {
  for (const [marked, label, expected, lang = 'en'] of [
    ['[@eu-ai-act, |]', 'art. 5', '[@eu-ai-act, art. 5|]'],
    ['[@eu-ai-act,|]', 'art. 5', '[@eu-ai-act, art. 5|]'],
    ['[@eu-ai-act, ar|]', 'art. 5', '[@eu-ai-act, art. 5|]'],
    ['[@eu-ai-act, art. 11|]', 'art. 113', '[@eu-ai-act, art. 113|]'],
    ['[@eu-ai-act, Article 11|]', 'Article 113', '[@eu-ai-act, Article 113|]'],
    ['[@eu-ai-act, Annex |]', 'Annex III', '[@eu-ai-act, Annex III|]'],
    ['[@eu-ai-act, see also art. 11|]', 'art. 113', '[@eu-ai-act, see also art. 113|]'],
    ['[@eu-ai-act, chap|]', 'chap. II', '[@eu-ai-act, chap. II|]'],
    ['[@eu-ai-act, 11|]', 'art. 113', '[@eu-ai-act, art. 113|]'],
    ['[@eu-ai-act, art. 5(|)]', 'art. 5(1)', '[@eu-ai-act, art. 5(1)|]'],
    ['[@eu-ai-act, Article 5(|]', 'art. 5(1)', '[@eu-ai-act, Article 5(1)|]'],
    ['[@eu-ai-act, art. 5(1)(|)]', 'art. 5(1)(c)', '[@eu-ai-act, art. 5(1)(c)|]'],
    ['[@eu-ai-act, annex III, |]', 'point 2', '[@eu-ai-act, annex III, point 2|]'],
    ['[@us-eo-14110, sec. 4.|]', 'sec. 4.2', '[@us-eo-14110, sec. 4.2|]'],
    ['[@us-aiap-2025, pillar I, |]', 'sec. 2', '[@us-aiap-2025, pillar I, sec. 2|]'],
    ['[@us-aiap-2025, p. |]', 'p. 3', '[@us-aiap-2025, p. 3|]'],
    ['[@us-aiap-2025, page |]', 'page 3', '[@us-aiap-2025, page 3|]'],
    ['[@us-aiap-2025:I.1.2, |]', 'p. 3', '[@us-aiap-2025:I.1.2, p. 3|]'],
    ['[@us-aiap-2025:I, |]', 'sec. 2', '[@us-aiap-2025:I, sec. 2|]'],
    ['[@{eu-ai-act}, |]', 'art. 5', '[@{eu-ai-act}, art. 5|]'],
    ['@us-aiap-2025 [|]', 'pillar II', '@us-aiap-2025 [pillar II|]'],
    ['@us-aiap-2025:I.1.2 [|]', 'p. 3', '@us-aiap-2025:I.1.2 [p. 3|]'],
    ['[@x, p. 3; @eu-ai-act, |]', 'art. 5', '[@x, p. 3; @eu-ai-act, art. 5|]'],
    ['@us-aiap-2025 [p. 3; @eu-ai-act, |]', 'art. 5', '@us-aiap-2025 [p. 3; @eu-ai-act, art. 5|]'],
    ['[@eu-ai-act, art. 5 and |]', 'art. 6', '[@eu-ai-act, art. 5 and art. 6|]'],
    ['[@eu-ai-act, art. 5 and ann|]', 'annex III', '[@eu-ai-act, art. 5 and annex III|]'],
    ['[@eu-ai-act, arts. 9, 10 and |]', 'art. 13', '[@eu-ai-act, arts. 9, 10 and 13|]'],
    ['[@eu-ai-act, arts. 5–|]', 'art. 7', '[@eu-ai-act, arts. 5–7|]'],
    ['[@eu-ai-act, art. 5(1)(a) and |]', 'art. 5(1)(b)', '[@eu-ai-act, art. 5(1)(a) and (b)|]'],
    [
      '[@us-aiap-2025, pillar I, sec. 1 and |]',
      'sec. 2',
      '[@us-aiap-2025, pillar I, sec. 1 and sec. 2|]',
    ],
    ['[@eu-ai-act, |art. 5(1)(a)]', 'art. 6', '[@eu-ai-act, art. 6|]'],
    [
      '[@eu-ai-act, art. |5(1)(a), emphasis added]',
      'art. 6',
      '[@eu-ai-act, art. 6|, emphasis added]',
    ],
    ['[@eu-ai-act, |', 'art. 5', '[@eu-ai-act, art. 5|'],
    ['[@eu-ai-act，|]', '第 5 条', '[@eu-ai-act，第 5 条|]', 'zh-CN'],
    ['[@eu-ai-act，第|]', '第 5 条', '[@eu-ai-act，第 5 条|]', 'zh-CN'],
    ['[@eu-ai-act, 第五|]', '第五条', '[@eu-ai-act, 第五条|]', 'zh-CN'],
    ['[@cn-genai-2023, 第兩|]', '第二条', '[@cn-genai-2023, 第二条|]', 'zh-CN'],
    ['[@eu-ai-act, 第五条|]', '第5条第1款', '[@eu-ai-act, 第五条第一款|]', 'zh-CN'],
    ['[@eu-ai-act, 第五条和|]', '第六条', '[@eu-ai-act, 第五条和第六条|]', 'zh-CN'],
    ['[@eu-ai-act, 第5條第|]', '第5條第1項', '[@eu-ai-act, 第5條第 1 項|]', 'zh-TW'],
    ['[@eu-ai-act, art. |]', 'art. 5', '[@eu-ai-act, art. 5|]', 'zh-CN'],
    ['[@eu-ai-act, 第5|]', '第5条', '[@eu-ai-act, 第5条|]'],
    [
      '[@cn-genai-2023, 第四条（|）]',
      '第四条第（二）项',
      '[@cn-genai-2023, 第四条（二）|]',
      'zh-CN',
    ],
    ['[@us-aiap-2025, 页|]', '页 3', '[@us-aiap-2025, 页 3|]', 'zh-CN'],
  ] as const) {
    assert.equal(after(marked, label, lang), expected)
  }
})

test('what was typed is kept as it was: spaces and dashes as references, emphasis, escaped characters', () => {
  for (const [marked, label, expected] of [
    ['[@us-aiap-2025, pillar&nbsp;I|]', 'pillar II', '[@us-aiap-2025, pillar&nbsp;II|]'],
    ['[@us-aiap-2025, pillar&#160;|]', 'pillar II', '[@us-aiap-2025, pillar&#160;II|]'],
    ['[@eu-ai-act, art.&nbsp;5|]', 'art. 53', '[@eu-ai-act, art.&nbsp;53|]'],
    ['[@eu-ai-act, art\\. 5|]', 'art. 53', '[@eu-ai-act, art\\. 53|]'],
    ['[@us-aiap-2025, p.&nbsp;1|]', 'p. 15', '[@us-aiap-2025, p.&nbsp;15|]'],
  ] as const) {
    const found = offered(marked)
    const item = found?.items.find((one) =>
      one.kind === 'provision'
        ? one.label === label
        : one.pages.first === 15 && one.pages.last === 15,
    )
    assert.ok(found !== undefined && item !== undefined, marked)
    assert.equal(accepted(marked, 'en', found, item), expected)
  }
})

test('a page says what stands on it, and behind a page only that is offered', () => {
  const [first] = offered('[@us-aiap-2025, p. |]')?.items ?? []
  assert.ok(first?.kind === 'pages')
  assert.ok(first.standing.some(({ key }) => key === 'us-aiap-2025:I.1.1'))
  assert.ok(!first.standing.some(({ key }) => key === 'us-aiap-2025:II.1.1'))
  assert.deepEqual(labels('[@us-aiap-2025, p. 3, |]'), ['pillar I'])
})

test('articles and annexes stand in the order of the act, without chapters', () => {
  const all = labels('[@eu-ai-act, |]')
  assert.deepEqual(
    [all[0], all[4], all[118], all[119], all[132], all.at(-1)],
    ['art. 1', 'art. 4a', 'art. 113', 'annex I', 'annex XIV', 'recital 180'],
  )
})

test('recitals stand before articles, and places are offered as the instrument prints them', () => {
  const own = corpusOf([
    {
      name: 'xx-act.md',
      text:
        '---\nid: xx-act\ntype: act\ntitle: Act\n---\n\n# Why {#rct-1 kind=recital}\n\n' +
        '# Rules {#1}\n\n## Do {#1.1 kind=paragraph}\n',
    },
    {
      name: 'xx-frame.md',
      text:
        '---\nid: xx-frame\ntype: plan\ntitle: Frame\n---\n\n' +
        '# Rules {#GOVERN.1.1 kind=category place="GOVERN 1.1"}\n\n' +
        '## Know them {#a.1 place="GV-1.1-001"}\n\n## Write them {#a.2 place="GV-1.1-002"}\n',
    },
  ])
  for (const [marked, ...texts] of [
    ['[@xx-act, |]', 'recital 1', 'art. 1'],
    ['[@xx-act, whereas c|]', 'whereas clause 1'],
    ['[@xx-act, 序言第|]', '序言第1段'],
    ['[@xx-frame, GOVERN 1|]', 'GOVERN 1.1'],
    ['[@xx-frame, GOVERN 1.1, |]', 'action GV-1.1-001', 'action GV-1.1-002'],
    ['[@xx-frame, gv-|]', 'action GV-1.1-001', 'action GV-1.1-002'],
    ['[@xx-frame, action GV-1.1-002|]', 'action GV-1.1-002'],
  ] as const) {
    const found = offered(marked, 'en', own)?.items.map(({ text }) => text)
    assert.deepEqual(found, texts, marked)
  }
})

test('what stands there already is known', () => {
  for (const [marked, label] of [
    ['[@eu-ai-act, |art. 5(1)(a)]', 'art. 5'],
    ['[@us-aiap-2025, |pillar II, sec. 1]', 'pillar II'],
    ['[@eu-ai-act, |]', undefined],
  ] as const) {
    const current = offered(marked)?.current
    assert.equal(current?.kind === 'provision' ? current.label : undefined, label, marked)
  }
})

test('nothing is offered where the words are no place', () => {
  for (const marked of [
    ...['[@eu-ai-act |]', '[@eu-ai-act|]', '[@eu-ai-act, emphasis |]', '[@eu-ai-act, art. 5 |]'],
    ...['[@eu-ai-act, art. 5, emph|]', '[@eu-ai-act, art. 5 prohibits |]', '[@eu-ai-act, on b|]'],
    ...['[@eu-ai-act:5.|]', '[@eu-ai-act.|]', '[@eu-ai-act, a |]', '[@eu-ai-act, art. 5 and a |]'],
    ...['[@eu-ai-act, as the act says, |]', '[@eu-ai-act, as it says in art. |]'],
    ...['[@eu-ai-act, art. 999(|)]', '[@eu-ai-act, art. 13(|)]', '[@eu-ai-act, quoted in @|]'],
    ...['[@somebody2020, |]', '[see, |]', '@eu-ai-act, |', '@eu-ai-act, art. |', '[text, |](x.md)'],
    ...['`[@eu-ai-act, |]`', '[@eu-ai-act, art. 5; |]', '![@eu-ai-act, |](x.png)'],
  ]) {
    assert.deepEqual(labels(marked), [], marked)
  }
})

/** Pieces of suffixes, of which some are no places. */
const pieces: readonly string[] = [
  ...[', ', ' and ', '(', ')', '.', '–', ' ', '，', '和', '第', '条', '款', '（', ' of ', ' see '],
  ...[
    'art. 5',
    'Article',
    '1',
    'a',
    'annex III',
    'p. ',
    'p. 3',
    'pillar I',
    'sec. 1',
    '五',
    'chap. II',
  ],
  ...[
    'emphasis added',
    'which bans',
    '5',
    '10',
    'arts. 9',
    '; ',
    'point (f)',
    '页 3',
    '[',
    ']',
    '@x',
  ],
]

test('of 1,500 suffixes of pieces of places, all that is offered at their ends is read back', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed % below
  }
  let offers = 0
  for (let round = 0; round < 1500; round += 1) {
    const id = ['eu-ai-act', 'us-aiap-2025', 'us-eo-14110', 'cn-genai-2023'][random(4)] ?? ''
    const suffix = Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]).join(
      '',
    )
    const lang = ['en', 'zh-CN', 'zh-TW'][random(3)] ?? ''
    const marked = `[@${id}, ${suffix}|]`
    const found = offered(marked, lang)
    for (const item of (found?.items ?? []).slice(0, 3)) {
      offers += 1
      if (found === undefined) continue
      const citation = accepted(marked, lang, found, item)
      const { places } = meaningOf(citation, lang)
      if (item.kind === 'provision')
        assert.equal(places.at(-1)?.provision.key, item.provision.key, citation)
      else
        assert.ok(
          places.some((place) => place.pages.some(({ pages }) => pages.first === item.pages.first)),
          citation,
        )
    }
  }
  assert.ok(offers > 200, String(offers))
})

suite('places that an instrument prints', () => {
  test('are offered as printed, whatever they were begun with', () => {
    for (const begun of ['gov', 'GOVERN ', 'Govern', '治理', '治']) {
      const found = labels(`[@us-nist-ai-rmf, ${begun}|]`)
      assert.deepEqual(found.slice(0, 3), ['GOVERN', 'GOVERN 1', 'GOVERN 1.1'], begun)
      assert.ok(found.every((label) => label.startsWith('GOVERN')))
    }
    assert.deepEqual(labels('[@us-nist-ai-rmf, map 3|]').slice(0, 2), ['MAP 3', 'MAP 3.1'])
    assert.deepEqual(labels('[@us-nist-ai-rmf, 量測2|]', 'zh-TW').slice(0, 2), [
      'MEASURE 2',
      'MEASURE 2.1',
    ])
    assert.equal(
      after('[@us-nist-ai-rmf, p. 22, gov|]', 'GOVERN 1.1'),
      '[@us-nist-ai-rmf, p. 22, GOVERN 1.1|]',
    )
    assert.equal(
      after('[@us-nist-ai-rmf, 第 22 页，治理|]', 'GOVERN 1.1', 'zh-CN'),
      '[@us-nist-ai-rmf, 第 22 页，GOVERN 1.1|]',
    )
  })

  test('are offered with the page on which they stand', () => {
    assert.deepEqual(labels('[@us-nist-ai-rmf, p. 22, |]'), [
      ...['GOVERN 1.1', 'GOVERN 1.2', 'GOVERN 1.3', 'GOVERN 1.4'],
    ])
  })
})
