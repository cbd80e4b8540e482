import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import {
  codeOfAgency,
  importedFileText,
  type ImportedInstrument,
} from '../../../src/core/features/importing/importing.ts'
import { proposeProvisions } from '../../../src/core/official/proposedProvisions.ts'
import type { Part } from '../../../src/core/official/outline.ts'
import { planCorpus } from '../search/libraryCorpus.ts'

type Given = Partial<Part>

const division = (given: Given): Part => ({ level: 'division', text: '', parts: [], ...given })
const measure = (given: Given): Part => ({ level: 'measure', text: '', parts: [], ...given })

function keysOf(
  parts: readonly Part[],
  type: ImportedInstrument['type'] = 'plan',
): readonly string[] {
  const instrument = { id: 'p', type, title: 'P' }
  const proposed = proposeProvisions({ parts, unread: [] }, instrument)
  const text = importedFileText(instrument, proposed, [], () => undefined)
  const read = parseCorpusFile(text, 'p.md')
  assert.deepEqual(read.troubles, [], text)
  assert.ok(read.kind === 'instrument')
  return read.file.provisions.slice(1).map((one) => one.key.slice(2))
}

test('without printed numbers, all are counted within what they stand in', () => {
  const section = division({
    heading: 'S',
    parts: [measure({ text: 'Do this.' }), measure({ text: 'Do that.' })],
  })
  const parts = [
    division({ kind: 'pillar', label: 'I', heading: 'One', parts: [section, section] }),
  ]
  assert.deepEqual(keysOf(parts), ['I', 'I.1', 'I.1.1', 'I.1.2', 'I.2', 'I.2.1', 'I.2.2'])
})

test('printed numbers are labels; divisions and annexes have a word before theirs', () => {
  const point = measure({ kind: 'point', label: 'a', text: 'x' })
  const article = (label: string): Part =>
    measure({
      kind: 'article',
      label,
      heading: 'H',
      parts: [measure({ kind: 'paragraph', label: '1', parts: [point] })],
    })
  const parts = [
    division({ kind: 'chapter', label: 'I', heading: 'C', parts: [article('1'), article('2')] }),
    division({
      kind: 'chapter',
      label: 'II',
      heading: 'D',
      parts: [division({ kind: 'section', label: '1', heading: 'S', parts: [article('3')] })],
    }),
    division({
      kind: 'annex',
      label: 'I',
      heading: 'A',
      parts: [measure({ kind: 'point', label: '1', text: 'x' })],
    }),
  ]
  assert.deepEqual(keysOf(parts, 'act'), [
    ...['chp-I', '1', '1.1', '1.1.a', '2', '2.1', '2.1.a'],
    ...['chp-II', 'chp-II.sec-1', '3', '3.1', '3.1.a', 'annex-I', 'annex-I.1'],
  ])
})

test('recitals are counted by themselves, so that articles keep their numbers', () => {
  const recital = (label: string): Part => measure({ kind: 'recital', label, text: 'Since.' })
  const article = (label: string): Part => measure({ kind: 'article', label, heading: 'H' })
  const unnumbered = measure({ kind: 'recital', text: 'And since.' })
  const parts = [recital('1'), recital('2'), unnumbered, article('1'), article('2')]
  assert.deepEqual(keysOf(parts, 'act'), ['rct-1', 'rct-2', 'rct-3', '1', '2'])
})

test('points right below a section are written out with it, and so is a number that stands twice', () => {
  const section = (label: string): Part =>
    division({
      kind: 'section',
      label,
      heading: 'S',
      parts: [measure({ kind: 'paragraph', label: 'a', text: 'x' })],
    })
  assert.deepEqual(keysOf([section('1'), section('2')], 'act'), [
    'sec-1',
    'sec-1.a',
    'sec-2',
    'sec-2.a',
  ])
  const twice = (label: string): Part =>
    division({
      kind: 'part',
      label,
      heading: 'P',
      parts: [measure({ kind: 'article', label: '1', heading: 'A' })],
    })
  assert.deepEqual(keysOf([twice('A'), twice('B')], 'act'), [
    'part-A',
    'part-A.1',
    'part-B',
    'part-B.1',
  ])
})

test('a label that no key can have is counted instead; the same label twice becomes two', () => {
  const parts = [
    measure({ kind: 'article', label: '１', heading: 'Full width' }),
    measure({ kind: 'article', label: '1', heading: 'Again' }),
    measure({ kind: 'article', label: '§ (?)', heading: 'Strange' }),
  ]
  assert.deepEqual(keysOf(parts, 'act'), ['1', '1-2', '3'])
})

test('a division without a number beside numbered measures is called by its first word', () => {
  const parts = [
    division({ heading: 'The Opportunity' }),
    division({
      label: '1',
      heading: 'One',
      parts: [
        division({ label: '1.1', heading: 'A', parts: [measure({ label: '7', text: 'x' })] }),
      ],
    }),
    division({ heading: '结论' }),
  ]
  assert.deepEqual(keysOf(parts), ['sec-opportunity', 'sec-1', 'sec-1.1', '7', 'sec-3'])
})

test('hostile texts read back as they are', () => {
  const heading = 'A *b* _c_ `d` [e](f) <g> {#h} & \\ | # $x$ <!-- i --> @j ![k](l)'
  const instrument = {
    id: 'p',
    type: 'plan',
    title: 'T: "x" # y\nz',
    issuer: '- a',
    lastPage: 9,
  } as const
  const parts = [
    division({ heading: 'S', parts: [measure({ heading, agencies: ['--> <b>Nobody</b>'] })] }),
  ]
  const unread = [{ where: 'line 1', what: '--> # Injected {#x}' }]
  const text = importedFileText(
    instrument,
    proposeProvisions({ parts, unread }, instrument),
    unread,
    () => undefined,
  )
  const read = parseCorpusFile(text, 'p.md')
  assert.deepEqual(read.troubles, [])
  assert.ok(read.kind === 'instrument')
  assert.deepEqual(
    read.file.provisions.map(({ titles }) => titles.en),
    ['T: "x" # y z', 'S', heading],
  )
  assert.equal(read.file.instrument.issuer?.en, '- a')
})

test('a Chinese title is one of its script as well; of a long text the first clause is the title', () => {
  const parts = [measure({ kind: 'article', label: '1', text: '為了碼頭，制定本辦法。' })]
  const instrument = { id: 'p', type: 'act', title: '码头办法' } as const
  const text = importedFileText(
    instrument,
    proposeProvisions({ parts, unread: [] }, instrument),
    [],
    () => undefined,
  )
  const read = parseCorpusFile(text, 'p.md')
  assert.ok(read.kind === 'instrument')
  assert.deepEqual(
    read.file.provisions.map(({ titles }) => titles),
    [
      { en: '码头办法', 'zh-Hans': '码头办法' },
      { en: '為了碼頭', 'zh-Hant': '為了碼頭' },
    ],
  )
})

test('an agency that the document marks leads the measure, by its code in the register', () => {
  const corpus = planCorpus()
  assert.equal(codeOfAgency(corpus, 'office of science and technology policy'), 'OSTP')
  const parts = [measure({ heading: 'H', agencies: ['OSTP', 'Nobody'] })]
  const instrument = { id: 'p', type: 'plan', title: 'P' } as const
  const text = importedFileText(
    instrument,
    proposeProvisions({ parts, unread: [] }, instrument),
    [],
    (name) => codeOfAgency(corpus, name),
  )
  assert.match(text, /^- lead: OSTP$/mu)
  assert.match(text, /<!-- led by, without a code in the register: Nobody -->/u)
})
