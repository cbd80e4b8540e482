import assert from 'node:assert/strict'
import path from 'node:path'
import { suite, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { boundUnpacked } from '../../../src/import/pdf/packed/boundUnpacked.ts'
import { decoders } from '../../../src/import/pdf/packed/decoders.ts'
import { readOfficialDocument } from '../../../src/import/readOfficialDocument.ts'
import { pdfOf } from '../../support/makePdf.ts'
import { projectRoot } from '../../support/projectPaths.ts'
import { quaysPdf } from '../../support/quaysPlan.ts'
import { base85, hexadecimal, lzw, lzwOfZeros, runs } from './packing.ts'

/** A hundredth of what is allowed when documents are read: the rule is the same. */
const most = { one: 640_000, all: 5_120_000 }
const words = 'BT /F1 11 Tf 72 700 Td (The mole is surveyed.) Tj ET'

/** A PDF of one page, whose content is `data`, said to be packed as `dictionary` has it. */
function pageOf(dictionary: string, data: Uint8Array, ...others: readonly string[]): Uint8Array {
  return pdfOf([...page, streamOf(dictionary, data), ...others])
}

const page = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
]

function streamOf(dictionary: string, data: Uint8Array): string {
  const bytes = Buffer.from(data).toString('latin1')
  return `<< ${dictionary} /Length ${String(data.length)} >>\nstream\n${bytes}\nendstream`
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length)
}

const onePacked = deflateSync(zeros(most.one + 1))
const twicePacked = deflateSync(onePacked)

suite('case 26: more than is allowed is refused before it is read', () => {
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['a stream packed once', pageOf('/Filter /FlateDecode', onePacked)],
    ['a stream packed twice', pageOf('/Filter [/FlateDecode /FlateDecode]', twicePacked)],
    ['a stream packed by short names', pageOf('/Filter [/Fl /Fl]', twicePacked)],
    ['names that are written in digits', pageOf('/Filter [/F#6c /#46l]', twicePacked)],
    ['the short name of the list', pageOf('/F [/Fl /Fl] /Filter /ASCIIHexDecode', twicePacked)],
    ['hexadecimal around it', pageOf('/Filter [/AHx /Fl /Fl]', hexadecimal(twicePacked))],
    ['base 85 around it', pageOf('/Filter [/A85 /Fl /Fl]', base85(twicePacked))],
    ['runs', pageOf('/Filter /RunLengthDecode', runs(zeros(most.one + 200)))],
    ['runs within deflated bytes', pageOf('/Filter [/Fl /RL]', deflateSync(runs(zeros(700_000))))],
    ['LZW', pageOf('/Filter /LZWDecode', lzwOfZeros(1500))],
    ['LZW around runs', pageOf('/Filter [/LZW /RL]', lzw(runs(zeros(700_000))))],
    ['an object stream', pageOf('/Type /ObjStm /N 1 /First 4 /Filter [/Fl /Fl]', twicePacked)],
    ['a table of objects', pageOf('/Type /XRef /W [1 2 1] /Filter [/Fl /Fl]', twicePacked)],
    ['filters that stand elsewhere', pageOf('/Filter 6 0 R', twicePacked, '[/Fl /Fl]')],
    ['a filter that stands elsewhere', pageOf('/Filter [6 0 R 6 0 R]', twicePacked, '/Fl')],
    [
      'a comment that looks like another object',
      pageOf('/Filter [/Fl /Fl] % 9 0 obj <<\n', twicePacked),
    ],
    [
      'a dictionary within an array',
      pdfOf([...page, `[ ${streamOf('/Filter [/Fl /Fl]', twicePacked)} ]`]),
    ],
    [
      'the end of a stream within a stream',
      pageOf('/Filter [/Fl /Fl] /Length 9 0 R', deflateSync(stored('endstream', onePacked))),
    ],
    [
      'a stream that is cut off',
      pageOf('/Filter /Fl', deflateSync(zeros(2 * most.one)).subarray(0, -5)),
    ],
    ['damaged streams together', pdfOf([...page, ...Array<string>(9).fill(damaged())])],
    ['several streams together', pdfOf([...page, ...Array<string>(9).fill(almost())])],
    [
      'an encrypted stream that seems to be packed twice',
      pdfOf(
        [...page, streamOf('/Filter [/Fl /Fl]', zeros(50))],
        '/Encrypt << /Filter /Standard >> ',
      ),
    ],
  ]
  for (const [name, bytes] of refused) {
    test(name, () => {
      assert.throws(
        () => {
          boundUnpacked(bytes, most)
        },
        { name: 'DocumentError', reason: 'unpacked too large' },
      )
    })
  }
})

/** `first` as it is, in a block of its own, and then what `rest` unpacks to. */
function stored(first: string, rest: Uint8Array): Uint8Array {
  const { length } = first
  const block = [0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff]
  return Buffer.concat([
    rest.subarray(0, 2),
    Buffer.from(block),
    Buffer.from(first),
    rest.subarray(2),
  ])
}

function damaged(): string {
  return streamOf(
    '/Filter /FlateDecode',
    new Uint8Array(deflateSync(zeros(most.one - 1000))).fill(0xff, -40),
  )
}

function almost(): string {
  return streamOf('/Filter /FlateDecode', deflateSync(zeros(most.one - 1000)))
}

test('a document without packed streams, and one with all that is allowed, stay as they are', () => {
  for (const bytes of [quaysPdf(), pdfOf([...page, ...Array<string>(8).fill(almost())])]) {
    const before = Uint8Array.from(bytes)
    boundUnpacked(bytes, most)
    assert.deepEqual(bytes, before)
  }
})

test('each filter gives back what was packed', () => {
  const text = new TextEncoder().encode(`${words} `.repeat(60))
  for (const [name, packed] of [
    ['FlateDecode', deflateSync(text)],
    ['LZWDecode', lzw(text)],
    ['RunLengthDecode', runs(text)],
    ['ASCIIHexDecode', hexadecimal(text)],
    ['ASCII85Decode', base85(text)],
  ] as const) {
    const result = decoders.get(name)?.(packed, 10_000, 1)
    assert.ok(result instanceof Uint8Array, name)
    assert.deepEqual(Buffer.from(result), Buffer.from(text), name)
  }
})

test('pictures count nothing, and cannot be unpacked by another name', () => {
  for (const filters of [
    '/Fl',
    '[/Fl /Fl]',
    '[/AHx /Fl]',
    '[/A85 /Fl]',
    '[/RL /Fl]',
    '[/LZW /Fl]',
  ]) {
    const bytes = pageOf(`/Subtype /Image /Filter ${filters}`, twicePacked)
    boundUnpacked(bytes, most)
    const start = Buffer.from(bytes).indexOf('stream\n') + 'stream\n'.length
    const [first = ''] = /\w+/u.exec(filters) ?? []
    const long = { Fl: 'FlateDecode', AHx: 'ASCIIHexDecode', A85: 'ASCII85Decode' }[first]
    const decode = decoders.get(long ?? first)
    const result = decode?.(bytes.subarray(start), 100, 1)
    assert.ok(result === 'unreadable' || (result?.length ?? 100) < 5, filters)
  }
})

suite('case 26: a whole document', () => {
  const reader = {
    command: process.execPath,
    script: path.join(projectRoot, 'src/import/readerProcess.ts'),
  }

  test('of a few hundred bytes that becomes a hundred megabytes is refused', async () => {
    const bytes = pageOf('/Filter [/Fl /Fl]', deflateSync(deflateSync(zeros(100_000_000))))
    assert.ok(bytes.length < 2000)
    await assert.rejects(readOfficialDocument(bytes, reader), { reason: 'unpacked too large' })
  })

  test('with such a picture within its text is read: nobody looks at the picture', async () => {
    const picture = Buffer.from(
      hexadecimal(deflateSync(deflateSync(zeros(100_000_000)))),
    ).toString()
    const content = `${words} BI /W 1 /H 1 /BPC 8 /CS /G /F [/AHx /Fl /Fl] ID ${picture} EI ${words}`
    const outline = await readOfficialDocument(
      pageOf('', new TextEncoder().encode(content)),
      reader,
    )
    assert.match(JSON.stringify(outline), /The mole is surveyed/u)
  })
})
