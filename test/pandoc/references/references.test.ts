import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import { withoutCase } from '../../../src/core/bibliography/cslMarkup.ts'
import { writeBibtex } from '../../../src/core/export/bibtex.ts'
import { writeCslYaml } from '../../../src/core/export/cslYaml.ts'
import { writeRis } from '../../../src/core/export/ris.ts'
import { readBack } from '../../support/readBack.ts'
import { chicagoInChinese, chicagoInEnglish } from './expectedReferences.ts'
import { newBibliography } from '../newBibliography.ts'
import { pandocPlain } from '../pandoc.ts'

const folder = new URL('../../../corpus/', import.meta.url)
const corpus = readBack(
  compileLibrary(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
  ).bytes,
)

/** A new bibliography file that holds `items`. */
function fileOf(items: readonly CslItem[]): string {
  const update = updateCslFile(undefined, items)
  assert.ok('text' in update)
  return update.text
}

/** The bibliography that `report` gets. */
function bibliographyFor(report: string): string {
  return newBibliography(report, corpus)
}

/** The items in it. */
function itemsFor(report: string): readonly CslItem[] {
  return JSON.parse(bibliographyFor(report)) as readonly CslItem[]
}

/** The paragraphs that Pandoc prints of `report` from the bibliography that we write for it. */
async function printedOf(report: string): Promise<readonly string[]> {
  const files = { 'b.json': bibliographyFor(report) }
  const printed = await pandocPlain(report, files, { bibliography: 'b.json' })
  return printed.trimEnd().split('\n\n')
}

/** How many entries the reference list of `report` has. */
async function entriesOf(report: string): Promise<number> {
  const files = { 'b.json': bibliographyFor(report) }
  const html = await pandocPlain(report, files, { bibliography: 'b.json', to: 'html' })
  return html.split('class="csl-entry"').length - 1
}

for (const [lang, expected] of [
  ['en-US', chicagoInEnglish],
  ['zh-CN', chicagoInChinese],
] as const) {
  suite(`Chicago author-date, lang: ${lang}`, () => {
    for (const { id, cited, listed } of expected) {
      test(`prints ${id} as expected`, async () => {
        assert.deepEqual(await printedOf(`---\nlang: ${lang}\n---\n\n[@${id}]\n`), [cited, listed])
      })
    }
  })
}

test('every instrument of the library has an expected reference', () => {
  assert.deepEqual(
    corpus.instruments.map(({ key }) => key).sort(),
    chicagoInEnglish.map(({ id }) => id).sort(),
  )
})

const eightDocuments = `The plan [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3; @us-aiap-2025, p. 4, pillar I,
sec. 3, action 1], the act [@eu-ai-act, art. 5(1)(a)] and again [@eu-ai-act, annex III], the orders
[@us-eo-14110, sec. 4.2; @us-eo-14320, sec. 3(b); @us-eo-14179], Britain [@uk-aioap-2025, rec. 12],
and China [@cn-genai-2023, art. 12; @cn-gaigap-2025, point 1].
`

test('a report that cites eight documents by places lists eight', async () => {
  assert.equal(await entriesOf(eightDocuments), 8)
  assert.equal(itemsFor(eightDocuments).length, 8)
  const printed = await printedOf(eightDocuments)
  assert.match(
    (printed[0] ?? '').replaceAll('\u00A0', ' '),
    /^The plan \(White House 2025, 3, pillar I, sec\. 1, action 3; White House 2025, 4, pillar I, sec\. 3, action 1\), the act \(Regulation \(EU\) 2024\/1689 2024, art\. 5\(1\)\(a\)\)/u,
  )
})

test('whoever lists all of the file has each document once where keys name no provisions', async () => {
  assert.equal(await entriesOf(`---\nnocite: '@*'\n---\n\n${eightDocuments}`), 8)
})

test('items for keys of provisions are there for those keys only, and print in plain Pandoc', async () => {
  const report = 'Bans [@eu-ai-act:5.1.a], and what else [@us-aiap-2025:I.1.3, p. 3].\n'
  assert.deepEqual(
    itemsFor(report).map(({ id }) => id),
    ['eu-ai-act', 'eu-ai-act:5.1.a', 'us-aiap-2025', 'us-aiap-2025:I.1.3'],
  )
  assert.deepEqual(await printedOf(report), [
    'Bans (Regulation (EU) 2024/1689, art. 5(1)(a) 2024), and what else (White House 2025, 3).',
    'Regulation (EU) 2024/1689 of the European Parliament and of the Council of 13 June 2024 Laying down Harmonised Rules on Artificial Intelligence (Artificial Intelligence Act), art. 5(1)(a), OJ L, 2024/1689 (2024). https://eur-lex.europa.eu/eli/reg/2024/1689/oj#005.001.',
    'White House. 2025. “Remove Red Tape and Onerous Regulation, Recommended Action 3.” In Winning the Race: America’s AI Action Plan. https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=6.',
  ])
})

for (const lang of ['en-US', 'zh-CN', 'zh-TW']) {
  test(`every key of the library is found by plain Pandoc, lang: ${lang}`, async () => {
    const keys = corpus.provisions.map(({ key }) => `@${key}`)
    const report = `---\nlang: ${lang}\n---\n\n[${keys.join('; ')}]\n`
    const files = { 'b.json': bibliographyFor(report), 's.csl': titles }
    const printed = await pandocPlain(report, files, { bibliography: 'b.json', csl: 's.csl' })
    assert.equal(printed.split('|').length, keys.length)
    assert.doesNotMatch(printed, /\?|undefined/u)
  })
}

/** A style that prints titles only, with a mark between them. */
const titles = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Titles</title><id>titles</id></info>
  <citation><layout delimiter=" | "><text variable="title"/></layout></citation>
</style>`

test('BibTeX prints what CSL-JSON prints, of all instruments and of provisions', async () => {
  const keys = ['us-aiap-2025:I.1.3', 'eu-ai-act:5.1.a', 'cn-genai-2023:12', 'uk-aioap-2025:12']
  const cited = [...corpus.instruments.map(({ key }) => key), ...keys]
  const report = cited.map((key) => `[@${key}]\n`).join('\n')
  const bibtex = { 'b.bib': writeBibtex(itemsFor(report)) }
  assert.equal(
    (await pandocPlain(report, bibtex, { bibliography: 'b.bib' })).trimEnd(),
    (await printedOf(report)).join('\n\n'),
  )
})

test('YAML prints what CSL-JSON prints', async () => {
  const keys = ['us-aiap-2025:I.1.3', 'eu-ai-act:5.1.a', 'cn-genai-2023:12', 'uk-aioap-2025:12']
  const cited = [...corpus.instruments.map(({ key }) => key), ...keys]
  const report = cited.map((key) => `[@${key}]\n`).join('\n')
  const yaml = { 'b.yaml': writeCslYaml(itemsFor(report)) }
  assert.equal(
    (await pandocPlain(report, yaml, { bibliography: 'b.yaml' })).trimEnd(),
    (await printedOf(report)).join('\n\n'),
  )
})

const hostile: CslItem = {
  id: 'x:1',
  type: 'report',
  title: 'A_b_ *c* [d](e) $g$ @h {i} ^j^ ~k~ #l <!--m--> ... \\n',
  author: [{ literal: '- Ports & Quays: “all”' }],
  URL: 'https://a.example/x_y_z/~u/{v}?w=1*2*3',
  issued: { 'date-parts': [[2031, 5]] },
  language: 'en',
}

for (const [name, file] of [
  ['YAML', { 'b.yaml': writeCslYaml([hostile]) }],
  ['BibTeX', { 'b.bib': writeBibtex([hostile]) }],
] as const) {
  test(`what is markup elsewhere is text in ${name}`, async () => {
    const report = '[@x:1]\n'
    const options = { bibliography: Object.keys(file)[0] }
    const json = { 'b.json': JSON.stringify([{ ...hostile, URL: undefined }]) }
    const [cited, listed = ''] = (await pandocPlain(report, file, options)).trimEnd().split('\n\n')
    const expected = await pandocPlain(report, json, { bibliography: 'b.json' })
    assert.equal([cited, listed.replace(/ https:.*/u, '')].join('\n\n'), expected.trimEnd())
    const address = /https:\S+(?=\.$)/u.exec(listed)?.[0] ?? ''
    assert.equal(decodeURIComponent(address), hostile.URL)
  })
}

/** Addresses that hold what is a command of TeX, YAML, Markdown or RIS, alone and beside one another. */
const addresses = [
  ...Array.from('}{%_#&~^$\\@*[]`"|<>!;,=+?:()', (sign) => `a${sign}b`),
  ...[
    '%7B%7D',
    '100%',
    '50%25_off',
    '~u/_x_/__y__',
    '#sec-1_a',
    '?a=1&b=2&amp;c',
    '--',
    '...',
    "''",
  ],
  ...[
    '{\\_}',
    '\\%',
    '$x$',
    '*a*_b_*c*',
    '&#38;',
    '政策/第5条',
    'ü',
    '\\url{x}',
    '}{',
    '%%',
    '##~~',
  ],
].map((end) => `https://a.example/${end}`)

for (const [format, name, write] of [
  ['BibTeX', 'bib', writeBibtex],
  ['YAML', 'yaml', writeCslYaml],
  ['RIS', 'ris', writeRis],
] as const) {
  test(`Pandoc reads every address back from ${format}`, async () => {
    const items = addresses.map((URL, index) => ({ ...hostile, id: `x${String(index)}`, URL }))
    const from = { bib: 'biblatex', yaml: 'markdown', ris: 'ris' }[name]
    const text = name === 'yaml' ? `---\n${write(items)}---\n` : write(items)
    const read = await pandocPlain(text, {}, { from, to: 'csljson', citeproc: false })
    const back = JSON.parse(read) as readonly { readonly id: string; readonly URL?: string }[]
    const known = new Map(back.map(({ id, URL }) => [id, URL]))
    const wrong = items.filter(({ id, URL }) => plainly(known.get(id) ?? '') !== plainly(URL))
    assert.deepEqual(
      wrong.map(({ id, URL }) => [URL, known.get(id)]),
      [],
    )
  })
}

/** An address with all that may be written as `%…` written plainly, so that two ways of writing one are the same. */
function plainly(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/giu, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })
}

test('Pandoc reads keys, titles, bodies, dates and pages from RIS', async () => {
  const works = [
    'us-aiap-2025',
    'us-aiap-2025:I.1.3',
    'eu-ai-act',
    'press-us-aiap-2025-08',
  ].flatMap((key) => corpus.provisions.find((one) => one.key === key) ?? assert.fail(key))
  const items = cslItems(works, corpus, 'en')
  const read = await pandocPlain(
    writeRis(items),
    {},
    { from: 'ris', to: 'csljson', citeproc: false },
  )
  const back = JSON.parse(read) as readonly Readonly<Record<string, unknown>>[]
  for (const [index, item] of items.entries()) {
    const one = back[index] ?? {}
    assert.deepEqual(
      [one['id'], one['type'], one['title'], one['URL'], one['page'], one['container-title']],
      [item.id, item.type, withoutCase(item.title), item.URL, item.page, item['container-title']],
    )
    assert.deepEqual(
      (one['author'] as readonly { readonly family: string }[] | undefined)?.map(
        ({ family }) => family,
      ),
      item.author?.map((name) => ('literal' in name ? name.literal : name.family)),
    )
  }
})

test('Pandoc hands on to filters what single families of styles say otherwise', async () => {
  const items = cslItems(corpus.instruments, corpus, 'en')
  const order = items.find(({ id }) => id === 'us-eo-14110') ?? assert.fail()
  const report = '---\nbibliography: b.json\n---\n\n[@us-eo-14110]\n'
  const filter = `function Pandoc(doc)
    local item = pandoc.utils.references(doc)[1]
    local names = { 'bluebook-title', 'bluebook-container-title', 'oscola-title', 'gb-number' }
    return pandoc.Pandoc(pandoc.List(names):map(function (name)
      return pandoc.Para(pandoc.utils.stringify(item['policy-' .. name]))
    end))
  end`
  const files = { 'b.json': fileOf([order]), 'f.lua': filter }
  const printed = await pandocPlain(report, files, {
    citeproc: false,
    filters: [{ type: 'lua', path: 'f.lua' }],
  })
  assert.deepEqual(printed.trimEnd().split('\n\n'), [
    'Exec. Order No. 14,110',
    '88 Fed. Reg. 75,191 (Nov. 1, 2023)',
    'Exec Order No 14110, 88 Fed Reg 75191 (2023)',
    'Exec. Order No. 14110',
  ])
})
