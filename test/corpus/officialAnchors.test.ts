import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { officialPageUrl } from '../../src/core/citation/address/officialPage.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../src/core/corpus/corpus.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { officialSource } from '../support/officialSource.ts'

const library = libraryCorpus()

/** The pages of which the library names places, as they were published. */
const pages = [
  { id: 'eu-ai-act', source: officialSource('eu-ai-act/aia.eurlex.xhtml') },
  { id: 'eu-gdpr', source: officialSource('eu-gdpr/eu-gdpr-act.html') },
  { id: 'uk-aioap-2025', source: officialSource('uk-aioap/ai-opportunities-action-plan.html') },
]

function addressOf(corpus: Corpus, provision: Provision): URL {
  const instrument = instrumentOf(corpus, provision.key) ?? assert.fail(provision.key)
  const address = officialPageUrl(instrument, provision, ancestorsOf(corpus, provision))
  return new URL(address ?? assert.fail(provision.key))
}

function anchorOf(key: string): string {
  return addressOf(library, library.byKey.get(key) ?? assert.fail(key)).hash
}

suite('the official address of a provision', () => {
  for (const { id, source } of pages) {
    test(`of ${id} leads to a place that its page has`, { skip: source.skip }, () => {
      const page = readFileSync(source.file, 'utf8')
      const ids = new Set(Array.from(page.matchAll(/\bid="([^"]+)"/gu), ([, name]) => name))
      const below = library.provisions.filter(
        (one) => one.key.startsWith(`${id}:`) && addressOf(library, one).hash !== '',
      )
      const lost = below.filter((one) => !ids.has(addressOf(library, one).hash.slice(1)))
      assert.ok(below.length > 50)
      assert.deepEqual(
        lost.map(({ key }) => key),
        [],
      )
    })
  }

  test('names chapters, sections, articles, paragraphs and annexes as EUR-Lex does', () => {
    assert.equal(anchorOf('eu-ai-act:57'), '#art_57')
    assert.equal(anchorOf('eu-ai-act:5.3'), '#005.003')
    assert.equal(anchorOf('eu-ai-act:5.1.a'), '#005.001')
    assert.equal(anchorOf('eu-ai-act:chp-III.sec-2'), '#cpt_III.sct_2')
    assert.equal(anchorOf('eu-ai-act:annex-III.7'), '#anx_III')
    assert.equal(anchorOf('eu-ai-act'), '')
  })

  test('leads to the nearest heading of GOV.UK, and to the page of a PDF', () => {
    assert.equal(anchorOf('uk-aioap-2025:33'), '#scan')
    assert.equal(anchorOf('uk-aioap-2025:50'), '#secure-future')
    assert.equal(anchorOf('us-aiap-2025:I.1.3'), '#page=6')
  })

  test('of what an amendment put in, and of what stands in it, is that of the amendment', () => {
    const amendment = 'https://eur-lex.europa.eu/eli/reg/2026/1744/oj'
    for (const path of ['4a', '4a.2', '5.1.ba', '5.1a.b', '75c.5', 'annex-XIV.2.b']) {
      const provision = library.byKey.get(`eu-ai-act:${path}`) ?? assert.fail(path)
      assert.equal(addressOf(library, provision).href, amendment, path)
    }
  })

  test('is never that of another provision: what no page names has no place of its own', () => {
    for (const instrument of library.instruments.filter(({ url }) => url !== undefined)) {
      assert.equal(addressOf(library, instrument).hash, '')
    }
    assert.equal(anchorOf('us-eo-14320:3.a'), '')
  })
})
