import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCorpusFile } from '../../../src/core/corpusFile/decodeCorpusFile.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { corpusOf, readFixture } from '../../support/fixtureLibrary.ts'
import {
  adviceOf,
  instrumentFile,
  keysOf,
  measureOf,
  messageOf,
  plan,
  troubleLines,
  troublesOf,
} from '../corpus/corpusText.ts'

const utf8 = new TextEncoder()

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  }
  return bytes
}

test('case 14: one bad measure of 10,000 costs one measure, and its trouble has its line', () => {
  const measures = Array.from(
    { length: 10_000 },
    (_, index) => `# Measure ${index} {#${index}}\n\nWords of ${index}.\n\n- lead: X\n\n`,
  )
  measures[4321] = '# Bad one {#43 21}\n\nWords.\n\n'
  const text = plan(measures.join(''))
  const { provisions } = instrumentFile(text)
  assert.equal(provisions.length, 10_000)
  assert.deepEqual(troubleLines(text), [`heading.malformed-attributes ${7 + 4321 * 6}:16`])
  assert.equal(provisions.at(-1)?.key, 'p:9999')
  assert.equal(provisions.at(-1)?.summary?.en, 'Words of 9999.')
})

test('case 15: of two headings with one label the first holds, and both lines are named', () => {
  const text = plan('# First {#1}\n\n# Second {#1}\n\n## Below the second {#1.1}\n')
  assert.deepEqual(keysOf(text), ['p', 'p:1'])
  assert.equal(measureOf(text, 'p:1').titles.en, 'First')
  const [duplicate, lost] = troublesOf(text)
  assert.equal(duplicate?.code, 'provision.duplicate-key')
  assert.equal(duplicate.place.line, 9)
  assert.match(messageOf(duplicate), /first on line 7/)
  assert.equal(lost?.code, 'provision.lost-parent')
})

test('case 15: of two instruments with one id the first holds whole, and both files are named', () => {
  const corpus = corpusOf([
    { name: 'a.md', text: plan('# Of a {#1}\n') },
    { name: 'b.md', text: plan('# Of b {#1}\n\n# Only in b {#2}\n') },
  ])
  assert.deepEqual(
    corpus.provisions.map(({ key }) => key),
    ['p', 'p:1'],
  )
  assert.equal(corpus.byKey.get('p:1')?.titles.en, 'Of a')
  const [trouble] = corpus.troubles
  assert.equal(trouble?.code, 'instrument.duplicate-id')
  assert.equal(trouble.place.file, 'b.md')
  assert.match(messageOf(trouble), /first in a\.md, line 1/)
})

test('case 15: of two agencies with one code the first holds, in one file and in two', () => {
  const register = (body: string) => `---\nid: agencies\ntype: register\ntitle: A\n---\n\n${body}`
  const corpus = corpusOf([
    { name: 'a.md', text: register('# One {#A}\n\n# Two {#A}\n') },
    { name: 'b.md', text: register('# Three {#A}\n\n# Four {#B}\n') },
  ])
  assert.deepEqual(
    [...corpus.agencies.values()].map(({ names }) => names.en),
    ['One', 'Four'],
  )
  assert.deepEqual(
    corpus.troubles.map(({ code, place }) => `${code} ${place.file}:${place.line}`),
    ['agency.duplicate a.md:9', 'agency.duplicate b.md:7'],
  )
})

test('case 17: invalid UTF-8 is refused with the offset of its first bad byte', () => {
  const refusalOf = (...bytes: number[]) => {
    const decoded = decodeCorpusFile(Uint8Array.from(bytes), 'x.md')
    return 'trouble' in decoded ? messageOf(decoded.trouble) : decoded.text
  }
  assert.match(refusalOf(0x61, 0xff, 0x62), /byte 1 \(0xFF\)/)
  assert.match(refusalOf(0x61, 0xe4, 0xb8), /byte 1 \(0xE4\)/)
  assert.match(refusalOf(0xe4, 0xb8, 0xad, 0xe4, 0x62), /byte 3 \(0xE4\)/)
  assert.match(refusalOf(0xed, 0xa0, 0x80), /byte 0 \(0xED\)/)
  assert.match(refusalOf(0xc0, 0x80), /byte 0 \(0xC0\)/)
  assert.match(refusalOf(0xf5), /byte 0 \(0xF5\)/)
  const long = utf8.encode('中'.repeat(100_000))
  long[150_001] = 0x20
  const decoded = decodeCorpusFile(long, 'x.md')
  assert.ok('trouble' in decoded && messageOf(decoded.trouble).includes('byte 150000 '))
})

test('case 17: a text with U+FFFD, the trace of a wrong decoding, is warned about', () => {
  assert.deepEqual(troubleLines(plan('# M {#1}\n\nW\uFFFDrds.\n')), [
    'text.suspicious-character 9:2',
  ])
})

test('case 18: UTF-8 with BOM and UTF-16 of both orders give the same measures and offsets', () => {
  const { text } = readFixture('lantern-plan.md')
  const plain = parseCorpusFile(text, 'x.md')
  for (const bytes of [
    utf8.encode(text),
    utf8.encode(`\uFEFF${text}`),
    utf16(`\uFEFF${text}`, true),
    utf16(`\uFEFF${text}`, false),
  ]) {
    const decoded = decodeCorpusFile(bytes, 'x.md')
    assert.ok('text' in decoded)
    assert.deepEqual(parseCorpusFile(decoded.text, 'x.md'), plain)
  }
  assert.deepEqual(parseCorpusFile(`\uFEFF${text}`, 'x.md'), plain)
})

test('case 18: GB18030 and Big5 without BOM are said not to be UTF-8', () => {
  const gb18030 = Uint8Array.of(0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4, 0x0a)
  const big5 = Uint8Array.of(0x23, 0x20, 0xa4, 0xa4, 0xa4, 0xe5, 0x0a)
  for (const bytes of [gb18030, big5]) {
    const decoded = decodeCorpusFile(bytes, 'x.md')
    assert.ok('trouble' in decoded)
    assert.equal(decoded.trouble.code, 'file.not-utf-8')
    assert.match(messageOf(decoded.trouble), /not UTF-8: byte 2 /)
    assert.match(adviceOf(decoded.trouble), /GB18030/)
  }
})

test('case 18: UTF-16 cut in the middle of a character is refused', () => {
  const decoded = decodeCorpusFile(utf16('\uFEFFab', true).subarray(0, 5), 'x.md')
  assert.ok('trouble' in decoded)
  assert.match(messageOf(decoded.trouble), /UTF-16 \(little-endian\).*byte 4 /)
})

test('case 19: LF, CRLF, CR and a mix of them give the same measures, and places that fit the text', () => {
  const { text } = readFixture('lantern-plan.md')
  const told = (from: string) =>
    instrumentFile(from).provisions.map(({ source, ...provision }) => ({
      ...provision,
      line: source.line,
    }))
  let line = 0
  const endings = ['\r', '\r\n', '\n']
  const mixed = text.replaceAll('\n', () => endings[(line += 1) % 3] ?? '\n')
  for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), mixed]) {
    assert.deepEqual(told(other), told(text))
    for (const { level, source } of instrumentFile(other).provisions) {
      if (level !== 'instrument') assert.match(sliceSpan(other, source.span), /^#.*\}$/)
    }
  }
})

test('case 19: U+2028 and U+2029 are no line endings, and are warned about', () => {
  const text = plan('# A\u2028B {#1}\n\nC\u2029D\n\n# E {#2}\n')
  assert.deepEqual(troubleLines(text), [
    'text.suspicious-character 7:4',
    'text.suspicious-character 9:2',
  ])
  assert.equal(measureOf(text, 'p:1').titles.en, 'A\u2028B')
  assert.equal(measureOf(text, 'p:2').source.line, 11)
})

test('case 24: case F7: labels and values that other readers take for numbers, dates or truths stay texts', () => {
  const texts = ['007', '1.10', 'NO', '2024-01-02', '1e3', '0o17', 'null', '0x1F', 'true', '1.0']
  for (const value of texts) {
    const text = `---\nid: p\ntype: plan\ntitle: ${value}\naliases: [${value}, ${value}.x]\nissuer: ${value}\n---\n\n# ${value} {#${value}}\n\n- zh-Hans: ${value}\n`
    const { instrument } = instrumentFile(text)
    assert.equal(instrument.titles.en, value)
    assert.equal(instrument.issuer?.en, value)
    assert.deepEqual(instrument.aliases, [value, `${value}.x`])
    const measure = measureOf(text, `p:${value}`)
    assert.deepEqual(measure.titles, { en: value, 'zh-Hans': value })
  }
})

test('case 24: an id that begins with a digit is refused as it stands, not as a number', () => {
  const [trouble] = troublesOf('---\nid: 007\ntype: plan\ntitle: P\n---\n')
  assert.equal(trouble?.code, 'instrument.malformed-field')
  assert.match(messageOf(trouble), /`007`/)
})

test('case 28: a file above the limit is refused unread, with its size', () => {
  const parsed = parseCorpusFile('x'.repeat(8 * 1024 * 1024 + 1), 'big.md')
  assert.equal(parsed.kind, 'failed')
  assert.equal(parsed.troubles[0]?.code, 'file.too-large')
  assert.match(messageOf(parsed.troubles[0]), /8388609/)
})

test('case 32: a date that the calendar does not have is left out, and no clock is asked', () => {
  const text = '---\nid: p\ntype: plan\ntitle: P\nissued: 0000-00-00\n---\n'
  assert.equal(instrumentFile(text).instrument.issued, undefined)
  assert.deepEqual(troubleLines(text), ['instrument.malformed-field 5:1'])
})

test('labels that went are read as they are written; what can end no key is a trouble', () => {
  const head = '---\nid: p\ntype: plan\ntitle: P\ngone: '
  const { instrument } = instrumentFile(`${head}1.10; 5.1.a; 007\n---\n`)
  assert.deepEqual(instrument.gone, ['1.10', '5.1.a', '007'])
  const text = `${head}1; no label\n---\n`
  assert.deepEqual(instrumentFile(text).instrument.gone, ['1'])
  assert.deepEqual(troubleLines(text), ['instrument.malformed-field 5:1'])
})

test('which field of a list is what is read as it is written; what does not say it is a trouble', () => {
  const head = '---\nid: p\ntype: plan\ntitle: P\nfields: '
  const { instrument } = instrumentFile(`${head}title = name, label=no\n---\n`)
  assert.equal(instrument.listFields, 'label=no,title=name')
  for (const wrong of ['name', 'title', 'title=', 'heading=name', 'title=a,title=b']) {
    const text = `${head}${wrong}\n---\n`
    assert.equal(instrumentFile(text).instrument.listFields, undefined)
    assert.deepEqual(troubleLines(text), ['instrument.malformed-field 5:1'])
  }
})
