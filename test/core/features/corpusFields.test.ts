import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { suggestFields } from '../../../src/core/features/corpusFields.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

/** What is offered where `marked` has its `|`, and what accepting replaces. */
function offered(marked: string): readonly string[] | undefined {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = suggestFields(text, offset, corpus)
  if (found === undefined) return undefined
  assert.equal(found.span.end, offset)
  return found.items.map((item) => `${text.slice(found.span.start, found.span.end)}→${item.text}`)
}

const head = '---\nid: p\ntype: plan\ntitle: P\n'
const body = `${head}---\n\n`

test('names of fields are those that can stand there', () => {
  assert.deepEqual(offered(`${head}che|\n---\n`), ['che→checked: '])
  assert.deepEqual(offered(`${body}# M {#1 pa|}`), ['pa→page='])
  assert.deepEqual(offered(`${body}# M {#1 place="a b" pa|}`), ['pa→page='])
  assert.deepEqual(offered(`${body}# M {#1 pl|}`)?.[0], 'pl→place=')
  assert.deepEqual(offered(`${body}# M {#1 place="a pa|}`), undefined)
  assert.deepEqual(offered(`${body}# M {#1}\n\n- le|`), ['le→lead: '])
  assert.deepEqual(offered(`${body}# M {#1 kind=section}\n\n- le|`), undefined)
  assert.deepEqual(offered(`${body}# M {#1 kind=goal}\n\n- le|`), undefined)
  assert.deepEqual(offered(`${body}# M {#1 kind=claim}\n\n- spe|`)?.[0], 'spe→speaker: ')
  assert.deepEqual(offered('---\nid: a\ntype: register\n---\n\n# A {#A}\n\n- pa|'), ['pa→parent: '])
  assert.deepEqual(offered('---\ntype: relations\n---\n\n# A {#a}\n\n- fr|'), ['fr→from: '])
})

test('values are those of the field', () => {
  assert.deepEqual(offered(`${head}status: r|`), ['r→revoked', 'r→review'])
  assert.deepEqual(offered('---\ntype: re|'), ['re→register', 're→relations'])
  assert.deepEqual(offered(`${body}# M {#1 kind=pi|}`), ['pi→pillar'])
  assert.deepEqual(offered(`${body}# M {#1 kind=fu|}`), ['fu→function'])
  assert.deepEqual(offered(`${body}# M {#1 kind=subc|}`), ['subc→subcategory'])
  assert.deepEqual(offered(`${head}printed-headings: action; rec|`), [
    'rec→recommendation',
    'rec→recital',
  ])
  assert.deepEqual(offered('---\nid: xx\ntype: act\ncomplete: article; no|'), ['no→none'])
  assert.deepEqual(offered('---\nid: xx\ntype: act\ncomplete: ar|'), ['ar→article'])
  assert.deepEqual(offered(`${body}# M {#1}\n\n- lead: PORT; SA|`), ['SA→SAFE'])
  assert.deepEqual(offered(`${body}# M {#1 kind=claim}\n\n- supported: p|`), ['p→partly'])
  assert.deepEqual(offered(`${body}# M {#1}\n\n- same-as: xx-lantern-2031:I.1.|`)?.length, 3)
})

test('nothing is offered in titles, texts, free values and files without front matter', () => {
  for (const marked of [
    `${body}# Ti|tle {#1}`,
    `${body}# M {#1} |`,
    `${body}Some text|`,
    `${head}title: Th|`,
    '# M {#1}\n\n- le|',
    '|',
  ]) {
    assert.equal(offered(marked), undefined, marked)
  }
  assert.equal(suggestFields(`${body}# M {#1}\n\n- lead: X`, 60, emptyCorpus), undefined)
})

test('case 37: long lines of anything take time in proportion to their length', () => {
  for (const part of ['{', '- ', ';', ' ', '# {#a ', ':', 'a: ']) {
    const text = `${body}# M ${part.repeat(100_000)}`
    suggestFields(text, text.length, corpus)
    suggestFields(`${head}${part.repeat(100_000)}`, head.length + 100_000, corpus)
  }
})

test('front matter may close with dots, and lines end at CR, CRLF or LF', () => {
  const register = '---\nid: p\ntype: register\ntitle: P\n...\n\n# Office {#A}\n\n- par'
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const text = (marked: string): string => marked.replaceAll('\n', lineEnd)
    assert.deepEqual(offered(text(`${register}|\n`)), ['par→parent: '], JSON.stringify(lineEnd))
    assert.deepEqual(offered(text(`${head}che|\n...\n\n# M {#1}`)), ['che→checked: '])
    assert.deepEqual(offered(text(`${head}---\n\n# M {#1 pa|}\n`)), ['pa→page='])
    assert.deepEqual(offered(text(`${head}...\n\n# M {#1}\n\nWords.\n\n- le|\n`)), ['le→lead: '])
    assert.deepEqual(offered(text(`\uFEFF${head}...\n\n- supersed|\n`)), undefined)
  }
})

test('the type counts in quotation marks too, and only in the front matter', () => {
  assert.deepEqual(offered('---\n"type": "register"\n---\n\n# A {#A}\n\n- pa|'), ['pa→parent: '])
  assert.deepEqual(offered(`${body}type: register\n\n# M {#1}\n\n- pa|`), undefined)
})

test('languages and jurisdictions are those that instruments of the corpus have', () => {
  const [plan, ...others] = corpus.instruments
  assert.ok(plan)
  const data = { language: 'en-GB', jurisdiction: 'GB' }
  const known = { ...corpus, instruments: [{ ...plan, reference: data }, ...others] }
  const valuesOf = (text: string): unknown =>
    suggestFields(text, text.length, known)?.items.map(({ text }) => text)
  assert.deepEqual(valuesOf(`${head}language: e`), ['en-GB'])
  assert.deepEqual(valuesOf(`${head}jurisdiction: `), ['GB'])
})
