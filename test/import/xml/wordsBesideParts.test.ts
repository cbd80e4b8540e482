import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineOfText } from '../outlineText.ts'

test('words in a chapter beside its articles are listed, as those beside all parts are', async () => {
  const { unread } =
    await outlineOfText(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>
<p>Loose.</p><chapter eId="chp_I"><num>Chapter I</num><heading>Quays</heading><p>Moored here.</p>
<section eId="chp_I__sec_1"><num>Section 1</num><p>And here.</p>
<article eId="art_1"><num>Article 1</num><content><p>They stand.</p></content></article></section></chapter></body></act></akomaNtoso>`)
  const beside = unread.filter(({ where }) => where.includes('beside'))
  assert.deepEqual(
    beside.map(({ where, what }) => `${where}: ${what}`),
    [
      'beside all parts: “Loose.”',
      'chapter I, beside its parts: “Moored here.”',
      'chapter I, section 1, beside its parts: “And here.”',
    ],
  )
})
