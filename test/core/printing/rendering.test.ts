import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { writeBibtex } from '../../../src/core/export/bibtex.ts'
import { renderReport } from '../../../src/core/printing/placing/rendering.ts'
import { readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import { analyseReport, type Report } from '../../../src/core/report/report.ts'
import { worksOf } from '../../../src/core/report/works.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

const smith = { id: 'smith', type: 'book', title: 'Ports' }

function itemsOf(report: Report, others: readonly object[]): string {
  return JSON.stringify([...cslItems(worksOf(report, corpus), corpus, 'en'), ...others])
}

/** What is made of `source` in `style`, whose `b.json` holds what it cites, and a book. */
function rendered(
  source: string,
  style: string | undefined,
  files: Readonly<Record<string, string>> = {},
) {
  const report = analyseReport(source)
  const all: Readonly<Record<string, string>> = { 'b.json': itemsOf(report, [smith]), ...files }
  const textOf = (path: string): BibliographyText => {
    const text = all[path]
    return text === undefined ? { kind: 'missing' } : { kind: 'read', text }
  }
  return renderReport(report, corpus, readStyle(style), textOf)
}

const front = '---\nbibliography: b.json\n---\n\n'

/** The text behind the front matter. */
function body(text: string, style: string | undefined): string {
  return rendered(front + text, style).text.replace(/^---\n.*?\n---\n\n/su, '')
}

const numeric = 'some-numeric'

/** What is written, in which style, and what is rendered of it. */
const examples: readonly (readonly [string, string, string | undefined, string])[] = [
  [
    'all but the citations of ours stays',
    'A  b\t[see @smith, p. 3; -@us-aiap-2025:I.1, *so*] `[@eu-ai-act:5]`.\n\n~~~\n@eu-ai-act:5\n~~~\n',
    undefined,
    'A  b\t[see @smith, p. 3; -@us-aiap-2025, pp.\u00A03-4, pillar I, sec.\u00A01, *so*] `[@eu-ai-act:5]`.\n\n~~~\n@eu-ai-act:5\n~~~\n',
  ],
  [
    'several places of one work are one citation',
    '[@eu-ai-act:5.1.a; @eu-ai-act, art. 6, *so*; @smith]',
    'oscola',
    '[@eu-ai-act{}, art 5(1)(a)\\; art 6, *so*; @smith]',
  ],
  [
    'a key in the sentence gets brackets, and goes into those behind it',
    '@eu-ai-act:5 says, @eu-ai-act:6 [@smith] and @eu-ai-act:5 [@eu-ai-act:6] and @{eu-ai-act:5}.',
    undefined,
    '@eu-ai-act [, art.\u00A05] says, @eu-ai-act [, art.\u00A06; @smith] and @eu-ai-act [, art.\u00A05\\; art.\u00A06] and @{eu-ai-act} [, art.\u00A05].',
  ],
  [
    'a citation within the words of another is for itself',
    '[@us-aiap-2025, p. 3, as @eu-ai-act:5 says; @smith]',
    'chicago-notes-bibliography',
    '[@us-aiap-2025, {p.\u00A03, as} @eu-ai-act [, {p. art.\u00A05}] says; @smith]',
  ],
  [
    'each document with a place has its bracket in numeric styles',
    '[@eu-ai-act:5; see @us-eo-14110, sec. 4; @smith; @smith, p. 3] @smith [@eu-ai-act:6; @smith]',
    numeric,
    '[@eu-ai-act, art.\u00A05] [see @us-eo-14110, sec. 4] [@smith; @smith, p. 3] @smith<!-- --> [@eu-ai-act, art.\u00A06] [@smith]',
  ],
  [
    'what stands right behind brackets in the sentence is no link of them',
    '@eu-ai-act:5(x) @eu-ai-act:5[x](y) @eu-ai-act:5[^n] [@eu-ai-act:5][^n]\n\n[^n]: Note.\n',
    undefined,
    '@eu-ai-act [, art.\u00A05]<!-- -->(x) @eu-ai-act [, art.\u00A05]<!-- -->[x](y) @eu-ai-act [, art.\u00A05]<!-- -->[^n] [@eu-ai-act, art.\u00A05][^n]\n\n[^n]: Note.\n',
  ],
  [
    'comments of ours go, with their line',
    'A <!-- policy-citation-ignore --> b <!-- policy-citation-ignore -->\nc.\n\n<!-- policy-citation-disable\nx -->\n<!--- policy-citation-ignore-next x --->\nD `<!-- policy-citation-x -->` <!-- other -->\n',
    undefined,
    'A  b\nc.\n\nD `<!-- policy-citation-x -->` <!-- other -->\n',
  ],
  [
    'a comment that parts two lists parts them still',
    '1. a\n\n<!-- policy-citation-ignore -->\n\n1. b\n',
    undefined,
    '1. a\n\n<!-- -->\n\n1. b\n',
  ],
  [
    'what others could take for markup is none',
    '[@eu-ai-act:5, \\*a\\* \\_ \\] &amp; 3 &#59; x -- y... \\-\\- z]',
    undefined,
    '[@eu-ai-act, art.\u00A05, \\*a\\* \\_ \\] & 3 \\; x – y… \\-- z]',
  ],
]

suite('A report rendered', () => {
  for (const [name, text, style, expected] of examples) {
    test(name, () => {
      assert.equal(body(text, style), expected)
    })
  }

  test('says under `references` what the family of its style says otherwise', () => {
    const { text } = rendered(`${front}[@us-eo-14110:4.2; @us-aiap-2025]\n`, 'oscola')
    assert.match(text, /^---\nbibliography: b\.json\nreferences:\n- id: "us-eo-14110"\n/u)
    assert.match(text, / {2}title: "Exec Order No 14110, 88 Fed Reg 75191 \(2023\)"\n/u)
    assert.doesNotMatch(text, /policy-|issued|us-aiap-2025"|container/u)
    assert.match(text, /\n---\n\n\[@us-eo-14110\{\}, § 4\.2; @us-aiap-2025\]\n$/u)
  })

  test('says there what no bibliography holds, in front matter that it gets', () => {
    const { text } = rendered('\uFEFF[@us-aiap-2025:I.1.3]\r\n', undefined)
    assert.match(
      text,
      /^\uFEFF---\r\nreferences:\r\n- id: "us-aiap-2025"\r\n(?: {2}.*\r\n)+---\r\n\r\n/u,
    )
    assert.match(text, /\r\n\[@us-aiap-2025, p\.\u00A03, pillar I, sec\.\u00A01, action 3\]\r\n$/u)
    assert.doesNotMatch(text, /(?<!\r)\n/u)
  })

  test("keeps the analyst's own references, wherever they stand", () => {
    const own = ['references:', '  - id: jones', '    title: Quays', 'lang: en']
    const { text } = rendered(`---\n${own.join('\n')}\n---\n\n[@us-aiap-2025; @jones]\n`, undefined)
    assert.match(
      text,
      /^---\nreferences:\n {2}- id: jones\n {4}title: Quays\n {2}- id: "us-aiap-2025"\n(?: {4}.*\n)+lang: en\n---\n/u,
    )
    const ours = `---\nreferences:\n- id: us-eo-14110\n  title: Mine\n---\n\n[@us-eo-14110, sec. 3]\n`
    assert.equal(
      rendered(ours, 'oscola').text,
      ours.replace('[@us-eo-14110, sec. 3]', '[@us-eo-14110{}, § 3]'),
    )
    const flow = '---\nreferences: [{id: jones}]\n---\n\n[@us-eo-14110]\n'
    assert.deepEqual(rendered(flow, 'oscola').lacksReferences, true)
  })

  test('has a block of metadata at its end where a title block must come first', () => {
    const { text } = rendered('% Title\n\n[@us-aiap-2025]\n', undefined)
    assert.match(text, /^% Title\n\n\[@us-aiap-2025\]\n\n\n---\nreferences:\n- id/u)
  })

  test('takes what a file of others says of a work as it is', () => {
    const theirs = JSON.stringify([{ id: 'us-eo-14110', type: 'bill', title: 'Mine' }])
    const { text } = rendered(`${front}[@us-eo-14110:4.2]\n`, 'oscola', { 'b.json': theirs })
    assert.equal(text, `${front}[@us-eo-14110{}, § 4.2]\n`)
  })

  test('goes by the library where a bibliography is no JSON', () => {
    const source = '---\nbibliography: b.bib\n---\n\n[@us-eo-14110:4.2]\n'
    const order = corpus.byKey.get('us-eo-14110') ?? assert.fail()
    const bib = writeBibtex(cslItems([order], corpus, 'en'))
    const inText = rendered(source, undefined, { 'b.bib': bib }).text
    assert.equal(inText, source.replace('[@us-eo-14110:4.2]', '[@us-eo-14110, sec.\u00A04.2]'))
    assert.match(rendered(source, 'oscola', { 'b.bib': bib }).text, /title: "Exec Order No 14110,/u)
  })

  test('goes by what the bibliography says of a work that no library has', () => {
    const items = [
      { id: 'xx', type: 'report', title: 'Frame', 'policy-work': 'xx' },
      {
        id: 'xx:5',
        type: 'chapter',
        title: 'Tides',
        'policy-work': 'xx',
        'policy-place': 'p. 3, point 5',
      },
    ]
    const files = { 'b.json': JSON.stringify(items) }
    assert.equal(
      rendered(`${front}[@xx:5]\n`, 'chicago-notes-bibliography', files).text,
      `${front}[@xx, {p.\u00A03, point 5}]\n`,
    )
  })

  test('lists each document once under `nocite`', () => {
    const all = `---\nbibliography: b.json\nnocite: '@*'\n---\n\n[@eu-ai-act:5]\n`
    assert.match(rendered(all, undefined).text, /\nnocite: '\[@eu-ai-act; @smith\]'\n/u)
    const none = all.replace(':5', '')
    assert.equal(rendered(none, undefined).text, none)
    assert.equal(rendered(all.replace('b.json', '[b.json, c.ris]'), undefined).listsAll, true)
  })

  test('needs no backslash and no quotation mark in metadata', () => {
    const source = `---\nbibliography: b.json\nabstract: "So [@eu-ai-act:5, 'x'; @eu-ai-act:6]"\n---\n`
    assert.match(
      rendered(source, undefined).text,
      /\nabstract: "So \[@eu-ai-act, art\.\u00A05&#59; art\.\u00A06\]"\n|\nabstract: "So \[@eu-ai-act, art\.\u00A05, 'x'; @eu-ai-act, art\.\u00A06\]"\n/u,
    )
  })

  test('leaves tables whose columns it would move, and says so', () => {
    const table = 'a                b\n---------------- ---\n[@eu-ai-act:5]   c\n'
    const { text, inColumns } = rendered(front + table, undefined)
    assert.equal(text, front + table)
    assert.deepEqual(
      inColumns.map(({ key }) => key),
      ['eu-ai-act:5'],
    )
    const pipes = '| a | b |\n|---|---|\n| [@eu-ai-act:5] | c |\n'
    assert.equal(body(pipes, undefined), pipes.replace(':5]', ', art.\u00A05]'))
  })
})
