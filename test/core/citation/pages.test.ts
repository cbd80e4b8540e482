import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officialPageUrl, pdfPage } from '../../../src/core/citation/address/officialPage.ts'
import { readMeaning, type CitedSuffix } from '../../../src/core/citation/meaning.ts'
import { findPageMismatches } from '../../../src/core/citation/pages.ts'
import { parseCitations, type Citation } from '../../../src/core/pandoc/syntax.ts'
import { ancestorsOf, instrumentOf } from '../../../src/core/corpus/corpus.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function provisionOf(key: string): Provision {
  const provision = corpus.byKey.get(key)
  assert.ok(provision, key)
  return provision
}

function planOf(changes: Partial<Instrument>): Instrument {
  const plan = instrumentOf(corpus, provisionOf('xx-lantern-2031').key)
  assert.ok(plan)
  return { ...plan, ...changes }
}

function suffixIn(report: string, { suffixSpan, span }: Citation): CitedSuffix {
  return suffixSpan === undefined
    ? { text: '', start: span.end }
    : { text: sliceSpan(report, suffixSpan), start: suffixSpan.start }
}

/** The mismatches of the citation in `report`, as `kind page` with the text underlined. */
function mismatches(report: string): readonly string[] {
  const [citation] = parseCitations(report, 0).flatMap(({ citations }) => citations)
  assert.ok(citation)
  const [place] = readMeaning(citation, suffixIn(report, citation), corpus).places
  assert.ok(place)
  return findPageMismatches(place, corpus).map(
    ({ kind, page, span }) => `${kind} ${page} ${sliceSpan(report, span)}`,
  )
}

test('a page on which the provision stands is no mismatch', () => {
  const right = [
    '[@xx-lantern-2031:I.1.3, p. 3]',
    '[@xx-lantern-2031:I.1.2, p. 2]',
    '[@xx-lantern-2031:I.1.2, pp. 2-3]',
    '[@xx-lantern-2031:I.1.2, 页 3]',
    '@xx-lantern-2031:I.1.3 [3]',
    '[@xx-lantern-2031, p. 12]',
    '[@xx-lantern-2031:I, pp. 2-6]',
    '[@xx-lantern-2031:I.1.3]',
    '[@xx-lantern-2031:I.1.3{}, p. 99]',
    '[@xx-lantern-2031:I.1.3, p. 3, unlike p. 9 of their report]',
  ]
  assert.deepEqual(right.flatMap(mismatches), [])
})

test('a page that is not the provision’s is told with its place', () => {
  assert.deepEqual(mismatches('See [@xx-lantern-2031:I.1.3, p. 4].'), ['notOfProvision 4 4'])
  assert.deepEqual(mismatches('See [@xx-lantern-2031:I.1.3, pp. 3-4].'), ['notOfProvision 4 3-4'])
  assert.deepEqual(mismatches('见[@xx-lantern-2031:I.1.2, 第４页]。'), ['notOfProvision 4 ４'])
  assert.deepEqual(mismatches('[@xx-lantern-2031:I.1.3, pp. 3, 5]'), ['notOfProvision 5 5'])
})

test('a page outside the document is told', () => {
  assert.deepEqual(mismatches('[@xx-lantern-2031:I.1.3, p. 41]'), ['outsideDocument 41 41'])
  assert.deepEqual(mismatches('[@xx-lantern-2031, p. 13]'), ['outsideDocument 13 13'])
  assert.deepEqual(mismatches('@xx-lantern-2031 [0]'), ['outsideDocument 0 0'])
  assert.deepEqual(mismatches('[@xx-quay-act:5, p. 41; @b]'), ['outsideDocument 41 41'])
})

test('the official document is opened at the page of the PDF', () => {
  const plan = planOf({})
  assert.equal(pdfPage(plan, provisionOf('xx-lantern-2031:I.1.3')), 5)
  const url = 'https://harbours.example/plans/lantern.pdf'
  assert.equal(officialPageUrl(plan, provisionOf('xx-lantern-2031:I.1.3')), `${url}#page=5`)
  assert.equal(officialPageUrl(plan, plan), url)
  const act = instrumentOf(corpus, provisionOf('xx-quay-act').key)
  assert.ok(act)
  assert.equal(
    officialPageUrl(act, provisionOf('xx-quay-act:5')),
    'https://law.example/quay-machines',
  )
  assert.equal(officialPageUrl({ ...act, url }, provisionOf('xx-lantern-2031:I.1.3')), url)
  const elsewhere = planOf({ url: `${url}#toc` })
  assert.equal(officialPageUrl(elsewhere, provisionOf('xx-lantern-2031:I.1.3')), `${url}#page=5`)
})

/** The addresses of the provisions of an instrument at `url` with this body. */
function addressesIn(url: string, body: string): readonly (string | undefined)[] {
  const text = `---\nid: p\ntype: act\ntitle: P\nurl: ${url}\n---\n\n${body}`
  const own = corpusOf([{ name: 'p.md', text }])
  const instrument = own.instruments[0] ?? assert.fail('no instrument')
  return own.provisions
    .slice(1)
    .map((provision) => officialPageUrl(instrument, provision, ancestorsOf(own, provision)))
    .map((address) => address?.slice(url.length))
}

test('the official page is opened at the anchor of a provision, else at that of the nearest above it', () => {
  const body =
    '# A {#chp-1 kind=chapter anchor=first}\n\n## B {#1}\n\n### C {#1.1 kind=paragraph anchor=c_1}\n\n# D {#2}\n'
  const url = 'https://law.example/act'
  assert.deepEqual(addressesIn(url, body), ['#first', '#first', '#c_1', ''])
})

test('EUR-Lex names its places itself, but for inserted paragraphs and PDFs; an anchor of the file goes before', () => {
  const url = 'https://eur-lex.europa.eu/eli/reg/2031/1/oj'
  const body =
    '# A {#1}\n\n## B {#1.12 kind=paragraph}\n\n# C {#4a}\n\n## D {#4a.1 kind=paragraph}\n\n# E {#rct-7 kind=recital}\n\n# F {#annex-I kind=annex anchor=anx_1}\n'
  const named = ['#art_1', '#001.012', '#art_4a', '#art_4a', '#rct_7', '#anx_1']
  assert.deepEqual(addressesIn(url, body), named)
  const pdf = 'https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/'
  assert.deepEqual(addressesIn(pdf, '# A {#1}\n'), [''])
  assert.deepEqual(addressesIn('https://eur-lex.europa.eu.example/x', '# A {#1}\n'), [''])
})

test('case 4: only an https address without credentials is one', () => {
  const refused = [
    'http://x.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a:b@x.example',
    'x',
    '',
    'data:,x',
    'vscode://x',
  ]
  for (const url of refused)
    assert.equal(officialPageUrl(planOf({ url }), provisionOf('xx-lantern-2031')), undefined, url)
  const odd = officialPageUrl(
    planOf({ url: 'https://x.example/a(b)[c] "d"\\<e>' }),
    provisionOf('xx-lantern-2031'),
  )
  assert.match(odd ?? '', /^https:\/\/x\.example\/[\w%/.]+$/)
})
