import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { zipLimits } from '../../../src/import/office/zipFile.ts'
import { docxFile, paragraph } from './docxFile.ts'

const tooTight = { name: 'DocumentError', reason: 'packed too tightly' }

const relations = strToU8(
  '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
)

/** A document of Word whose body is `body`, with these entries besides. */
function packed(body: Uint8Array, besides: Zippable = {}): Uint8Array {
  return zipSync({ '_rels/.rels': relations, 'word/document.xml': body, ...besides })
}

const lamps = strToU8('<document><body><p><r><t>Lamps burn.</t></r></p></body></document>')

test('case 27: what is packed more than a hundred times is refused before it is unpacked', async () => {
  await assert.rejects(outlineOf(packed(new Uint8Array(20_000_000))), tooTight)
})

test('case 27: no more than 200 MB are unpacked, whatever the ratio', async () => {
  const file = packed(strToU8('<document/>'))
  // The size that the directory says of the document: all that is looked at.
  const view = new DataView(file.buffer)
  const name = Buffer.from(file).lastIndexOf('word/document.xml')
  view.setUint32(name - 46 + 24, zipLimits.unpacked + 1, true)
  view.setUint32(name - 46 + 20, zipLimits.unpacked / 50, true)
  await assert.rejects(outlineOf(file), tooTight)
})

test('case 27: a directory of more entries than the limit is not walked to its end', async () => {
  const file = packed(lamps)
  const view = new DataView(file.buffer)
  view.setUint16(file.length - 14, zipLimits.entries + 1, true)
  view.setUint16(file.length - 12, zipLimits.entries + 1, true)
  await assert.rejects(outlineOf(file), tooTight)
})

test('case 27: names that lead elsewhere are refused', async () => {
  for (const name of ['../evil.xml', 'word/../../evil.xml', 'word\\..\\evil.xml']) {
    await assert.rejects(outlineOf(packed(lamps, { [name]: lamps })), { reason: 'malformed' })
  }
})

test('case 27: only what is needed is unpacked: pictures may be as large as they like', async () => {
  const outline = await outlineOf(packed(lamps, { 'word/media/a.bmp': new Uint8Array(20_000_000) }))
  assert.equal(outline.text, 'Lamps burn.')
})

test('case 27: an archive that is cut off or damaged anywhere is refused, or read; nothing else', async () => {
  const whole = docxFile({ body: paragraph('Lamps burn.'), styles: '' })
  for (let length = 22; length < whole.length; length += 7) {
    await assert.rejects(outlineOf(whole.slice(0, length)), { name: 'DocumentError' })
  }
  for (let at = 0; at < whole.length; at += 3) {
    const damaged = Uint8Array.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 0x55
    try {
      await outlineOf(damaged)
    } catch (error) {
      assert.ok(error instanceof Error && error.name === 'DocumentError', String(error))
    }
  }
})

test('case 27: documents nested without end, styles and lists that go in circles do no harm', async () => {
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(400)
  await assert.rejects(outlineOf(docxFile({ body: deep + '</w:tc></w:tr></w:tbl>'.repeat(400) })), {
    reason: 'too deep',
  })
  const circle = (id: string, other: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${other}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const numbering = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
  const outline = await outlineOf(
    docxFile({
      styles: circle('A', 'B') + circle('B', 'A'),
      numbering,
      body: paragraph('Lamps burn.', '<w:pStyle w:val="A"/>'),
    }),
  )
  assert.equal(outline.text, 'Lamps burn.')
})

test('case 27: a counter that starts at thousands of millions prints digits', async () => {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>`
  const outline = await outlineOf(
    docxFile({
      numbering: `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      body: paragraph('Lamps.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    }),
  )
  assert.match(outline.text ?? '', /Lamps\.$/u)
  assert.ok((outline.text ?? '').length < 30)
})
