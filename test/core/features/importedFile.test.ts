import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { longestKey } from '../../../src/core/corpus/key.ts'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { corpusFileOf } from '../../../src/core/features/importing/importing.ts'
import type { Outline, Part } from '../../../src/core/official/outline.ts'

const empty: Outline = { parts: [], unread: [] }

/** The corpus file of an outline, read back: its keys without the id, and what is said of it. */
function readBack(outline: Partial<Outline>) {
  const { title = 'Quays' } = outline
  const document = {
    outline: { ...empty, ...outline },
    id: 'xx-quays',
    type: 'plan',
    title,
  } as const
  const text = corpusFileOf({ ...document, sha256: '0'.repeat(64) }, emptyCorpus)
  const file = parseCorpusFile(text, 'xx-quays.md')
  const corpus = assembleCorpus([file])
  const keys = [...corpus.byKey.keys()].slice(1).map((key) => key.slice('xx-quays:'.length))
  return { text, keys, corpus, troubles: file.troubles.map(({ code }) => code) }
}

function measure(text: string, more: Partial<Part> = {}): Part {
  return { level: 'measure', text, parts: [], ...more }
}

suite('A corpus file made of a document reads back whole', () => {
  test('where parts stand deeper than a key goes: there counting begins anew', () => {
    let part = measure('Trim the wick.')
    for (let depth = 0; depth < 300; depth += 1) part = measure('Lamps', { parts: [part] })
    const { keys, troubles } = readBack({ parts: [part] })
    assert.deepEqual(troubles, [])
    assert.equal(keys.length, 301)
    assert.deepEqual(keys.slice(0, 3), ['1', '1.1', '1.1.1'])
    assert.ok(keys.every((key) => `xx-quays:${key}`.length <= longestKey))
    assert.equal(new Set(keys).size, 301)
  })

  test('where a heading is as long as a text, or all signs', () => {
    for (const heading of ['Lamps burn. '.repeat(8000), ']'.repeat(5000), '*_`<>&'.repeat(900)]) {
      const { keys, troubles, corpus } = readBack({
        parts: [measure('Red.', { heading }), measure('Dim.')],
      })
      assert.deepEqual([keys, troubles], [['1', '2'], []])
      const title = corpus.byKey.get('xx-quays:1')?.titles.en ?? ''
      assert.ok(title.endsWith('…') && heading.startsWith(title.slice(0, 60)), title)
    }
  })

  test('where more was not understood than a file may hold in one place: it says how much more', () => {
    for (const what of ['a line, with – some – signs', 'x'.repeat(5000), '[[[[[[[[']) {
      const unread = Array.from({ length: 3000 }, (_, at) => ({ where: `line ${at + 1}`, what }))
      const { text, keys, troubles } = readBack({ parts: [measure('Red.')], unread })
      assert.deepEqual([keys, troubles], [['1'], []])
      const listed = text.match(/^line \d+: /gmu)?.length ?? 0
      assert.ok(listed >= 60)
      assert.ok(text.includes(`\nand ${3000 - listed} more\n-->`))
    }
    const few = readBack({ unread: [{ where: 'line 1', what: 'table' }] })
    assert.ok(few.text.includes('left out:\nline 1: table\n-->'))
  })

  test('where a number is printed that is no place', () => {
    const { text, keys, troubles } = readBack({
      parts: [measure('Red.', { place: '1; 1' }), measure('Dim.', { place: 'GV-1.1' })],
    })
    assert.deepEqual([keys, troubles], [['1', '2'], []])
    assert.deepEqual(text.match(/place="[^"]*"/gu), ['place="GV-1.1"'])
  })

  test('where nothing of a heading is seen', () => {
    for (const heading of ['', '\u0001', '\u200B \uFEFF', '\uD800']) {
      const { keys, troubles } = readBack({ parts: [measure('', { heading, label: '3' })] })
      assert.deepEqual([keys, troubles], [['3'], []], JSON.stringify(heading))
    }
  })

  test('where a title holds what YAML does not', () => {
    for (const title of [
      'Quays\u0003 of\u001C stone',
      'Quays\uFFFE of stone',
      'Quays\uD800 of stone',
    ]) {
      const { troubles, corpus } = readBack({ title, parts: [measure('Red.')] })
      assert.deepEqual(troubles, [])
      assert.equal(corpus.byKey.get('xx-quays')?.titles.en, 'Quays of stone')
    }
  })
})

test('labels of a thousand times the same number are found without counting from one each time', () => {
  const parts = Array.from({ length: 20_000 }, () => measure('Red.', { label: '7' }))
  const { keys } = readBack({ parts })
  assert.equal(keys.length, 20_000)
  assert.deepEqual([keys[0], keys[1], keys[19_999]], ['7', '7-2', '7-20000'])
})
