import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findPassages, pagesOfSpan, printedPages } from '../../../src/core/official/officialText.ts'
import { quotedPassage } from '../../../src/core/official/quotedPassage.ts'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { documentLimits } from '../../../src/import/documentError.ts'
import { readOfficialDocument } from '../../../src/import/readOfficialDocument.ts'
import { longestWait } from '../../support/eventually.ts'
import { makePdf, setPages } from '../../support/makePdf.ts'
import { publishedPlan } from '../../support/officialSource.ts'
import { projectRoot } from '../../support/projectPaths.ts'
import { quaysPdf } from '../../support/quaysPlan.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'

const reader = {
  command: process.execPath,
  script: path.join(projectRoot, 'src/import/readerProcess.ts'),
}
const read = (bytes: Uint8Array): Promise<Outline> => readOfficialDocument(bytes, reader)

test('a plan is read by what it draws: divisions, introductions, items across pages, no notes', async () => {
  const outline = await read(quaysPdf())
  const [pillar, ...others] = outline.parts
  assert.deepEqual(others, [])
  assert.ok(pillar)
  assert.deepEqual(
    { kind: pillar.kind, label: pillar.label, heading: pillar.heading, pages: pillar.pages },
    { kind: 'pillar', label: 'I', heading: 'Keep the Harbour Open', pages: { first: 1, last: 2 } },
  )
  assert.equal(
    pillar.text,
    'A harbour lives by its quays. This pillar keeps them in repair, and keeps the ships informed of what the tide will do.',
  )
  const [first, second] = pillar.parts
  assert.deepEqual(texts(first), [
    'Led by the Port Office, survey the outer mole after each storm and publish what was found within ten days.',
    'Keep a store of cut stone at the harbour, large enough that no repair must wait for a long-distance shipment, and review each year whether the store still serves the ships that use the harbour.',
  ])
  const across = first?.parts[1]
  assert.ok(across?.pageStarts)
  assert.deepEqual(across.pages, { first: 1, last: 2 })
  const { text, pageStarts } = across
  assert.deepEqual(
    pageStarts.map(({ page, offset }) => [page, text.slice(offset, offset + 7)]),
    [
      [1, 'Keep a '],
      [2, 'use the'],
    ],
  )
  assert.equal(second?.heading, 'Tell Ships What the Tide Will Do')
  assert.equal(texts(second).length, 2)
  assert.deepEqual(
    outline.unread.map(({ where, what }) => `${where}: ${what}`),
    [
      'page 1: 2 lines in small type: notes, or captions',
      'page 1: “Recommended Measures”, here and elsewhere',
    ],
  )
})

test('what stands below the title of all on its page stands before all parts', async () => {
  const pages = [
    [
      {
        paragraph: ['Sound the horn at noon, and once more when the last ship has left the quay.'],
      },
      { pillar: 'A Plan for the Harbour' },
      { section: 'For all who use it' },
      { section: 'Mend What the Sea Has Taken' },
      { bullet: ['Survey the outer mole after each storm and publish what was found at once.'] },
      { bullet: ['Keep a store of cut stone at the harbour, large enough for every repair.'] },
    ],
  ]
  const { title, text = '', parts } = await read(makePdf(setPages(pages)))
  assert.equal(title, 'A Plan for the Harbour')
  assert.ok(text.endsWith('\n\nFor all who use it'))
  assert.deepEqual(
    parts.map(({ heading, at = text.length }) => [heading, at]),
    [['Mend What the Sea Has Taken', text.length]],
  )
})

test('a single line in small type is told as one', async () => {
  const page = [
    { pillar: 'Pillar I: Keep the Harbour Open' },
    { section: 'Mend What the Sea Has Taken' },
    {
      paragraph: ['Every winter the sea takes stone from the outer mole, and the spring is late.'],
    },
    { announcement: 'Recommended Measures' },
    { bullet: ['Survey the outer mole after each storm and publish what was found at once.'] },
    { notes: ['1 The outer mole was built in three stages.'] },
  ]
  const { unread } = await read(makePdf(setPages([page])))
  assert.deepEqual(unread, [
    { where: 'page 1', what: '1 line in small type: a note, or a caption' },
  ])
})

test('raised digits are a power behind a ten, and the mark of a note behind anything else', async () => {
  const line = (text: string, left: number): object => ({ text, left, baseline: 700 })
  const raised = (text: string, left: number): object => ({ text, left, baseline: 704, size: 7 })
  const outline = await read(
    makePdf([
      [
        { text: 'Limits', left: 72, baseline: 730, size: 16, bold: true },
        ...[line('The limit of all ships is set at 10', 72), raised('25', 225)],
        ...[line(' tonnes for a year', 233), raised('3', 319), line(' and no more than 2024', 323)],
        ...[raised('4', 440), line(' has it at all in this harbour.', 444)],
      ] as Parameters<typeof makePdf>[0][number],
    ]),
  )
  assert.match(JSON.stringify(outline), /at 1025 tonnes for a year and no more than 2024 has/u)
})

function texts(part: Part | undefined): readonly string[] {
  return (part?.parts ?? []).map(({ text }) => text)
}

test('case 26: what is no PDF is refused with its reason', async () => {
  await assert.rejects(read(new TextEncoder().encode('%PDF-1.7\nno PDF at all')), {
    name: 'DocumentError',
    reason: 'malformed',
    message: /^it is damaged, .* Download it again/u,
  })
  await assert.rejects(read(new Uint8Array()), { reason: 'unknown format' })
})

test('case 26: an encrypted PDF is refused', async () => {
  const plain = Buffer.from(quaysPdf()).toString('latin1')
  const encrypted = plain.replace(
    /trailer << /u,
    `trailer << /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> `,
  )
  await assert.rejects(read(Buffer.from(encrypted, 'latin1')), { reason: 'encrypted' })
})

test('case 26: more pages than the limit are refused before one is read', async () => {
  const page = [{ text: 'x', left: 72, baseline: 700 }]
  const many = makePdf(Array.from({ length: documentLimits.pages + 1 }, () => page))
  await assert.rejects(read(many), { reason: 'too many pages' })
})

test('case 26: a page box of a billion points and references in a circle do no harm', async () => {
  const plain = Buffer.from(quaysPdf()).toString('latin1')
  const huge = plain.replaceAll('/MediaBox [0 0 612 792]', '/MediaBox [0 0 1e9 1e9]')
  assert.equal((await read(Buffer.from(huge, 'latin1'))).parts.at(0)?.pages?.last, 2)
  const circular = plain.replace('/Kids [5 0 R 7 0 R]', '/Kids [2 0 R 2 0 R]')
  await assert.rejects(read(Buffer.from(circular, 'latin1')), { name: 'DocumentError' })
})

test('case 26: a process that does not end in time is killed, and nothing half read comes of it', async () => {
  const stuck = {
    command: process.execPath,
    script: path.join(projectRoot, 'test/import/stuck.ts'),
  }
  await assert.rejects(readOfficialDocument(quaysPdf(), { ...stuck, time: 1500 }), {
    reason: 'too slow',
  })
})

test('case 26: a process that takes too much memory ends, and nothing half read comes of it', async () => {
  const greedy = path.join(projectRoot, 'test/import/greedy.ts')
  await assert.rejects(
    readOfficialDocument(quaysPdf(), {
      command: process.execPath,
      script: greedy,
      time: longestWait,
    }),
    {
      reason: 'failed',
    },
  )
})

test('case 45: a reading that is no longer wanted ends its process', async () => {
  const abort = new AbortController()
  const stuck = path.join(projectRoot, 'test/import/stuck.ts')
  const reading = readOfficialDocument(
    quaysPdf(),
    { command: process.execPath, script: stuck },
    abort.signal,
  )
  abort.abort()
  await assert.rejects(reading, { name: 'AbortError' })
})

test(
  'the American plan: 103 of 103 actions and 30 of 30 sections, each on its page, word for word',
  { skip: publishedPlan.skip },
  async () => {
    const corpus = libraryCorpus()
    const plan = corpus.byKey.get('us-aiap-2025')
    assert.ok(plan?.level === 'instrument')
    const official = findPassages(await read(readFileSync(publishedPlan.file)), plan, corpus)
    assert.deepEqual(official.missing, [])
    assert.equal(official.passages.size, 3 + 30 + 103)
    const checksums = readFileSync(path.join(projectRoot, 'test/import/pdf/passages.txt'), 'utf8')
    const found: string[] = []
    for (const { key, whole } of official.passages.values()) {
      const provision = corpus.byKey.get(key)
      assert.ok(provision && provision.level !== 'instrument')
      const pages = pagesOfSpan(official, whole)
      assert.deepEqual(pages && printedPages(plan, pages), provision.pages, key)
      const text = quotedPassage(official, provision, corpus)?.text ?? ''
      assert.doesNotMatch(text, /\p{L}[.,”]?\d{1,2} [A-Z]|[\u00AD\uFB00-\uFB06]|ACTION PLAN$/u, key)
      found.push(`${key} ${createHash('sha256').update(text).digest('hex')}`)
    }
    assert.equal(`${found.join('\n')}\n`, checksums)
  },
)
