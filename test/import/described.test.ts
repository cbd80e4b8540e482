import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { emptyCorpus } from '../../src/core/corpus/corpus.ts'
import { corpusFileOf } from '../../src/core/features/importing/importing.ts'
import type { Outline } from '../../src/core/official/outline.ts'
import { outlineOfText } from './outlineText.ts'

function described({ title, issuer, issued, language, address }: Outline): object {
  return { title, issuer, issued, language, address }
}

async function ofHead(head: string, body = '<h1>Harbour Plan</h1>'): Promise<Outline> {
  return outlineOfText(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
}

suite('What a document says of itself stands before its file name', () => {
  test('in front matter, under the names that those who write and save texts give', async () => {
    const harbour = {
      title: 'Harbour Plan',
      issuer: 'Port Office',
      issued: '2031-05-09',
      language: 'en',
      address: 'https://port.example/plan',
    }
    for (const fields of [
      "title: Harbour Plan\ndate: '2031-05-09'\nissuer: Port Office\nlang: en\nsource_url: https://port.example/plan",
      'Title: Harbour Plan\ndate: 2031-05-09\nauthor: [Port Office]\nlang: en\nurl: https://port.example/plan',
      'shortTitle: Harbour Plan\npublished: 2031-05-09T10:00:00Z\nauthor:\n  - name: Port Office\nlanguage: en\nsource: https://port.example/plan',
    ]) {
      const outline = await outlineOfText(`---\n${fields}\n---\n\n# Quays\n\n# Tides\n`)
      assert.deepEqual(described(outline), harbour)
    }
  })

  test('of which an address that is none is left alone', async () => {
    for (const url of [
      'http://port.example',
      'javascript:alert(1)',
      'https://u:p@port.example',
      'plan.md',
    ]) {
      const outline = await outlineOfText(`---\nurl: "${url}"\n---\n\n# Quays\n`)
      assert.equal(outline.address, undefined)
    }
  })

  test('and front matter that is no YAML is listed', async () => {
    const outline = await outlineOfText('---\ntitle: [\n---\n\n# Quays\n')
    assert.deepEqual(
      [outline.title, outline.unread],
      ['Quays', [{ where: 'line 1', what: 'front matter' }]],
    )
  })

  test('in the head of a page', async () => {
    const outline =
      await ofHead(`<title>x</title><meta name="citation_title" content="Plan of the Harbour">
<meta name="dcterms.issued" content="2031/05/09"><meta property="og:locale" content="en_GB">
<meta name="DCTERMS.publisher" content="Port Office"><link rel="canonical" href="https://port.example/plan">`)
    assert.deepEqual(described(outline), {
      title: 'Plan of the Harbour',
      issuer: 'Port Office',
      issued: '2031-05-09',
      language: 'en-GB',
      address: 'https://port.example/plan',
    })
  })

  test('and the name of a site is no part of a title', async () => {
    const og =
      '<meta property="og:title" content="Harbour Plan | Port"><meta property="og:site_name" content="Port">'
    assert.equal((await ofHead(og)).title, 'Harbour Plan')
    assert.equal((await ofHead(`${og}<title>x</title>`, '<p>x</p>')).title, 'Harbour Plan')
    assert.equal(
      (await ofHead('<title>Harbour Plan - Port</title>', '<h1>Port</h1><h1>Harbour Plan</h1>'))
        .title,
      'Harbour Plan',
    )
    assert.equal(
      (await ofHead('<title>Harbour Plan - Port</title>', '<p>x</p>')).title,
      'Harbour Plan - Port',
    )
    assert.equal(
      (await ofHead('<meta name="article:published_time" content="2031-05"><title>T</title>'))
        .issued,
      '2031-05',
    )
  })
})

test('the address stands in the corpus file', async () => {
  const outline = await outlineOfText(
    '---\nsource_url: https://port.example/plan\n---\n\n# Harbour Plan\n\n- Mend the mole.\n',
  )
  const text = corpusFileOf(
    { outline, id: 'xx-harbour', type: 'plan', title: 'Harbour Plan', sha256: '0'.repeat(64) },
    emptyCorpus,
  )
  assert.match(text, /^url: https:\/\/port\.example\/plan$/mu)
})
