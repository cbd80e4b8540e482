import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, suite, test } from 'node:test'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile } from '../pandoc.ts'
import { expectedThing } from '../references/expectedThing.ts'
import { writtenIn } from '../references/printedThing.ts'
import { tableStyles, type TableStyle } from '../references/tableStyles.ts'
import { things, type Thing } from '../references/things.ts'

const { error, stdout: version } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' })
const noPandoc = error === undefined ? false : 'no pandoc is installed'

const corpus = libraryCorpus()
const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-filter-'))
after(() => {
  rmSync(folder, { recursive: true })
})

/** What the installed Pandoc prints of `report` in the style whose CSL is `csl`, with the filter. */
function printedHere(report: string, csl: string): string {
  const files = { ...filterFile, 'b.json': newBibliography(report, corpus), 's.csl': csl }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  const filters = ['--lua-filter', 'policy-citation.lua', '--citeproc']
  const data = ['--bibliography', 'b.json', '--csl', 's.csl']
  const options = ['--from', 'markdown', '--to', 'plain', '--wrap', 'none', ...filters, ...data]
  const { stdout, stderr } = spawnSync('pandoc', options, {
    cwd: folder,
    input: report,
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
  return stdout.replaceAll('\u00A0', ' ')
}

test(
  'the installed Pandoc links places, where the filter is named once more',
  { skip: noPandoc },
  () => {
    const report = '[@eu-ai-act, art. 5(1)(a)] @us-aiap-2025:I.1.3\n'
    const files = { ...filterFile, 'b.json': newBibliography(report, corpus) }
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
    const filter = ['--lua-filter', 'policy-citation.lua']
    const options = [
      '--from',
      'markdown',
      '--bibliography',
      'b.json',
      ...filter,
      '--citeproc',
      ...filter,
    ]
    const { stdout } = spawnSync('pandoc', options, {
      cwd: folder,
      input: report,
      encoding: 'utf8',
    })
    const links = stdout.matchAll(/<a\s[^>]*href="([^"#]*#[^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>/gsu)
    assert.deepEqual(
      Array.from(
        links,
        ([, address = '', words = '']) => `${words.replace(/\s/gu, ' ')} → ${address}`,
      ),
      [
        'art. 5(1)(a) → https://eur-lex.europa.eu/eli/reg/2024/1689/oj#005.001',
        'pillar I, sec. 1, action 3 → https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=6',
      ],
    )
  },
)

function reportOf(thing: Thing, style: TableStyle, form: 'pandoc' | 'key'): string {
  return `---\nlang: ${style.lang}\n---\n\n${writtenIn(thing, style, form)}\n`
}

/** Pandoc 2 takes words within a bracket of IEEE for pages, so that there they stand behind it, as without the filter. */
function inThisPandoc(cited: string, style: TableStyle): string {
  const isPlaced = cited.includes(',') && !cited.includes('Sec.')
  if (style.name !== 'IEEE' || !version.startsWith('pandoc 2.') || !isPlaced) return cited
  const [first = ['', ''], ...later] = cited.slice('[1, '.length, -1).split('; ').map(inTwo)
  return [
    `[1${first[0] === '' ? '' : `, ${first[0]}`}], ${first[1]}`,
    ...later.map((one) => one.join(', ')),
  ].join('; ')
}

/** Pandoc 2 shortens the name of a month that MLA wants whole. */
function withMonths(listed: string, { name }: TableStyle): string {
  const isShort = name === 'MLA' && version.startsWith('pandoc 2.')
  return isShort ? listed.replace(/(Ju[nl])[ey] (?=\d{4},)/u, '$1. ') : listed
}

/** The page of a place, and its words. */
function inTwo(place: string): readonly [string, string] {
  const [, words = '', page = ''] = /^(.*?)(?:, (pp?\. [\d–]+))?$/u.exec(place) ?? []
  return [page, words]
}

for (const style of tableStyles) {
  const published = style.file === undefined ? undefined : publishedStyle(style.file)
  if (published === undefined) continue
  suite(`${style.name} by the installed Pandoc`, { skip: noPandoc || published.skip }, () => {
    for (const form of ['pandoc', 'key'] as const) {
      test(`prints each thing as the table says, style ${form}`, () => {
        const csl = readFileSync(published.file, 'utf8')
        const lacking = things.filter((thing) => {
          const { cited, listed = '' } = expectedThing(thing, style)?.filtered ?? assert.fail()
          const printed = printedHere(reportOf(thing, style, form), csl)
          const isThere = (part: string): boolean => printed.includes(part)
          return ![inThisPandoc(cited, style), withMonths(listed, style)].every(isThere)
        })
        assert.deepEqual(
          lacking.map(({ name }) => name),
          [],
        )
      })
    }
  })
}
