import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { documentUrl } from '../../../src/core/citation/address/officialPage.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { printedTitle } from '../../../src/core/citation/reference.ts'
import { ancestorsOf, instrumentOf } from '../../../src/core/corpus/corpus.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle, type OfficialSource } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPage } from '../pandoc.ts'

const corpus = libraryCorpus()
const provisions = corpus.provisions.filter(({ level }) => level !== 'instrument')

/** Every fourth one, where all would only take longer. */
const some = provisions.filter((_, index) => index % 4 === 0)

/** `address (title)` of those of `cited` that have an official page, in their order. */
function expected(cited: readonly Provision[]): readonly string[] {
  return cited.flatMap((provision) => {
    const instrument = instrumentOf(corpus, provision.key) ?? assert.fail(provision.key)
    const address = documentUrl(instrument, provision, ancestorsOf(corpus, provision))
    const title = asPrinted(printedTitle(provision, corpus, 'en'))
    return address === undefined ? [] : [`${address} (${title})`]
  })
}

/** `title` as Pandoc prints one: its quotation marks are those of the report, and no others are around them. */
function asPrinted(title: string): string {
  return title.replaceAll(/‘([^’]*)’/gu, '“$1”').replaceAll("'", '’')
}

/** `address (title)` of all places that are linked in a report that cites `those`. */
async function linked(
  those: readonly Provision[],
  form: 'pandoc' | 'key',
  style?: OfficialSource,
): Promise<readonly string[]> {
  const format = { corpus, language: 'en', withPage: true, before: '', after: '' } as const
  const cited = those.map((one) => formatCitation([one], form, format))
  const report = `---\nsuppress-bibliography: true\n---\n\n${cited.join('\n\n')}\n`
  const csl = style && { 's.csl': readFileSync(style.file, 'utf8') }
  const files = { ...filterFile, 'b.json': newBibliography(report, corpus), ...csl }
  const options = { bibliography: 'b.json', ...(csl && { csl: 's.csl' }), ...filtering }
  const html = await pandocPage(report, 'html', files, options)
  const links = html.matchAll(/<a href="([^"]*)"\s+title="([^"]*)">/gu)
  return Array.from(links, ([, address = '', title = '']) => unescaped(`${address} (${title})`))
}

function unescaped(text: string): string {
  return text
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
}

suite('every provision of the library that has an official page', () => {
  test('is linked to it under its title, by its place in words', async () => {
    assert.ok(expected(provisions).length > 600)
    assert.deepEqual(await linked(provisions, 'pandoc'), expected(provisions))
  })

  test('is linked by its key', async () => {
    assert.deepEqual(await linked(some, 'key'), expected(some))
  })

  const oscola = publishedStyle('oscola')
  test('is linked in notes', { skip: oscola.skip }, async () => {
    assert.deepEqual(await linked(some, 'pandoc', oscola), expected(some))
  })
})
