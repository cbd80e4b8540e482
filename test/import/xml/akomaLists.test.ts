import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

test('lists of HTML in Akoma Ntoso, numbers as ordinals, a title that is a long one', async () => {
  const outline =
    await outlineOfText(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13" xmlns:s="urn:s"><act>
<meta><identification><FRBRExpression><FRBRlanguage language="http://example.org/authority/language/FRA"/></FRBRExpression></identification></meta>
<preface><longTitle><p>Loi des marées</p></longTitle></preface><body>
<chapter><num>Chapitre 1<sup>er</sup></num><heading>Marées</heading><article><num>Art. 1<sup>er</sup>.</num>
<alinea><content><p>Elles :</p><ol s:start="1" s:symbol="1°"><li>montent ;</li><li>descendent.</li></ol></content></alinea></article>
<article><num>Art. 2.</num><paragraph><num>(1)</num><content><p>Ports :</p><ol type="a"><li><p>neufs ;</p></li><li>vieux :<ul><li>sûrs,</li><li>beaux.</li></ul></li></ol></content></paragraph></article>
</chapter></body></act></akomaNtoso>`)
  assert.deepEqual([outline.title, outline.language], ['Loi des marées', 'fra'])
  assert.deepEqual(lines(outline), [
    'chapter | 1 | Marées | ',
    '  article | 1 |  | Elles :',
    '    point | 1 |  | montent ;',
    '    point | 2 |  | descendent.',
    '  article | 2 |  | ',
    '    paragraph | 1 |  | Ports :',
    '      point | a |  | neufs ;',
    '      point | b |  | vieux :\n\nsûrs,\n\nbeaux.',
  ])
})
