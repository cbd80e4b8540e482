import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { makePdf } from '../../support/makePdf.ts'
import { partAt } from '../outlineText.ts'

/** A page of lines in one size, one below the other without a space between paragraphs. */
function pdfOf(...pages: readonly (readonly string[])[]): Promise<Outline> {
  return outlineOf(
    makePdf(
      pages.map((lines) => lines.map((text, at) => ({ text, left: 72, baseline: 720 - 14 * at }))),
    ),
  )
}

function labels(parts: readonly Part[]): string {
  return parts
    .map(({ label = '', parts: below }) =>
      below.length === 0 ? label : `${label}{${labels(below)}}`,
    )
    .join(' ')
}

test('a law in a PDF is read by what its lines begin with, and its parts know their pages', async () => {
  const { type, parts } = await pdfOf(
    [
      'LEI DOS PORTOS',
      'TÍTULO I',
      'DOS PRINCÍPIOS',
      'Art. 1º Esta Lei dispõe sobre portos.',
      '§ 1º O porto é público.',
      '§ 2º A grua pinta-se:',
      'I – de azul; e',
      'II – de verde, onde não houver',
    ],
    ['outra cor.', 'Art. 2º Revogam-se as disposições.', 'Parágrafo único. Salvo uma.'],
  )
  assert.equal(type, 'act')
  assert.equal(labels(parts), 'I{1{1 2{I II}} 2{1}}')
  const [title] = parts
  const [first, second] = title?.parts ?? []
  const green = partAt({ parts }, 'I', '1', '2', 'II')
  assert.deepEqual(first?.pages, { first: 1, last: 2 })
  assert.deepEqual(second?.pages, { first: 2, last: 2 })
  assert.equal(green?.text, 'de verde, onde não houver outra cor.')
  assert.deepEqual(green.pageStarts, [
    { page: 1, offset: 0 },
    { page: 2, offset: 'de verde, onde não houver '.length },
  ])
})

test('so are an act with bare numbers, and an act with reasons', async () => {
  const act = await pdfOf([
    'HARBOURS ACT 2024',
    'PART 1',
    'Preliminary',
    'Short title',
    '1. (1) This Act may be cited as the Harbours Act 2024.',
    '(2) This Act shall come into operation at once.',
    'Interpretation',
    '2. In this Act—',
    '(a) “quay” means a place;',
    '(b) “crane” means a machine.',
  ])
  assert.equal(labels(act.parts), '1{1{1 2} 2{a b}}')
  const regulation = await pdfOf([
    'Having regard to the Treaty,',
    'Whereas:',
    '(1) Quays matter.',
    '(2) Cranes matter.',
    'HAVE ADOPTED THIS REGULATION:',
    'Article 1',
    'Subject matter',
    '1. This Regulation lays down rules:',
    '(a) on quays;',
    '(b) on cranes.',
    '2. It applies to boats.',
    'Article 2',
    'Entry into force',
    'This Regulation enters into force today.',
  ])
  assert.equal(labels(regulation.parts), '1 2 1{1{a b} 2} 2')
})

test('a text in a PDF that speaks of an article is none', async () => {
  const { type, parts } = await pdfOf([
    'Quays and cranes',
    'Article 5 of the Act needs guidance. We will write it.',
    'Section 230. We will mend that, too.',
  ])
  assert.equal(type, undefined)
  assert.equal(labels(parts), '')
})
