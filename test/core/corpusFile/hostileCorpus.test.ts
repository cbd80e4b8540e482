import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import type { Trouble } from '../../../src/core/corpus/trouble.ts'
import { findSuspiciousCharacters } from '../../../src/core/corpusFile/source/suspiciousCharacters.ts'
import { corpusOf, readFixture } from '../../support/fixtureLibrary.ts'
import {
  instrumentFile,
  keysOf,
  measureOf,
  messageOf,
  plan,
  provisionOf,
  troubleLines,
  troublesOf,
} from '../corpus/corpusText.ts'

const hostile = readFixture('hostile.md')

function troublesAbout(code: Trouble['code']): readonly string[] {
  return parseCorpusFile(hostile.text, hostile.name)
    .troubles.filter((trouble) => trouble.code === code)
    .map(messageOf)
}

test('case 1: a label that is a command link is refused by the grammar of keys', () => {
  assert.ok(
    troublesAbout('heading.malformed-label').some((message) => message.includes('x](command:a)')),
  )
  for (const { key } of instrumentFile(hostile.text).provisions) {
    assert.match(key, /^xx-hostile(:[A-Za-z\d.-]+)?$/)
  }
})

test('case 2: HTML in titles and texts is read as the words that it is, with a warning in texts', () => {
  const title = provisionOf(hostile.text, 'xx-hostile:html').titles.en
  assert.equal(title, '<img src=x onerror=alert(1)> <style onload=alert(1)>')
  assert.deepEqual(
    troublesOf(plan('# M {#1}\n\nA <img src=x onerror=alert(1)>.')).map(({ code }) => code),
    ['text.unexpected'],
  )
  assert.equal(
    measureOf(plan('# M {#1}\n\n<script>alert(1)</script>\n\nWords.'), 'p:1').summary?.en,
    'Words.',
  )
})

test('case 3: case 4: of pictures and links only the words are kept, never the target', () => {
  const { titles, summary } = measureOf(hostile.text, 'xx-hostile:img')
  assert.equal(titles.en, 'Pictures beacon and f')
  assert.equal(summary?.en, 'click v d j http://evil.example/)x')
})

test('case 4: an address that is not https: is never the address of an instrument', () => {
  assert.equal(instrumentFile(hostile.text).instrument.url, undefined)
  assert.ok(
    troublesAbout('instrument.malformed-field').some((message) => message.includes('javascript:')),
  )
})

test('case 7: names of built-in members are ordinary labels, fields and codes', () => {
  const measure = measureOf(hostile.text, 'xx-hostile:constructor')
  assert.deepEqual(measure.lead, ['constructor'])
  assert.deepEqual(
    measure.extra,
    new Map([
      ['__proto__', 'polluted'],
      ['toString', 'kept'],
      ['valueOf', 'x'],
    ]),
  )
  assert.deepEqual(measure.aliases, ['__proto__', 'toString'])
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  const corpus = corpusOf([hostile])
  assert.equal(corpus.byKey.get('constructor'), undefined)
  assert.equal(corpus.byKey.get('xx-hostile:constructor')?.key, measure.key)
  assert.ok(
    corpus.troubles.some(
      (trouble) => trouble.code === 'agency.unknown' && messageOf(trouble).includes('constructor'),
    ),
  )
  assert.deepEqual(
    keysOf('---\nid: constructor\ntype: plan\ntitle: C\n__proto__: x\n---\n\n# T {#toString}\n'),
    ['constructor', 'constructor:toString'],
  )
})

test('case 7: a label with underscores is refused, as the grammar of keys says', () => {
  assert.ok(
    troublesAbout('heading.malformed-label').some((message) => message.includes('__proto__')),
  )
})

test('case 8: bidi controls in a label are refused, in a text kept and warned about', () => {
  const suspicious = troublesAbout('heading.suspicious-label')
  assert.ok(suspicious.some((message) => message.includes('`a⟦U+202E⟧b` holds U+202E')))
  assert.match(measureOf(hostile.text, 'xx-hostile:bidi').titles.en, /\u202E/)
  const warned = troublesAbout('text.suspicious-character').join(' ')
  for (const codePoint of ['U+202E', 'U+202C', 'U+2066', 'U+2069'])
    assert.ok(warned.includes(codePoint))
})

test('case 9: zero-width, soft-hyphen and tag characters are named with their code points', () => {
  const warned = troublesAbout('text.suspicious-character').join(' ')
  for (const codePoint of ['U+200B', 'U+00AD', 'U+E0041'])
    assert.ok(warned.includes(codePoint), codePoint)
  const suspicious = troublesAbout('heading.suspicious-label')
  assert.ok(
    suspicious.some(
      (message) => message.includes('U+200B') && message.includes('looks like `10-K`'),
    ),
  )
})

test('case 9: 10‑K with a non-breaking hyphen is refused beside 10-K, never a second measure', () => {
  const labels = keysOf(hostile.text).filter((key) => key.includes('10'))
  assert.deepEqual(labels, ['xx-hostile:10-K'])
  const line = hostile.text.split('\n').findIndex((text) => text.includes('{#10-K')) + 1
  assert.ok(
    troublesAbout('heading.suspicious-label').some(
      (message) =>
        message.includes('U+2011') &&
        message.includes(`looks like \`10-K\`, which stands on line ${line}`),
    ),
  )
})

test('case 10: a label with Cyrillic letters is refused, and its Latin twin is named', () => {
  const line = hostile.text.split('\n').findIndex((text) => text.includes('{#ac.1')) + 1
  assert.ok(
    troublesAbout('heading.suspicious-label').some(
      (message) =>
        message.includes('U+0430, U+0441') &&
        message.includes(`looks like \`ac.1\`, which stands on line ${line}`),
    ),
  )
  assert.ok(
    messageOf(troublesOf(plan('# M {#\u0430}'))[0]).includes(
      'U+0430, which no key can have, and looks like `a`.',
    ),
  )
})

test('case 11: dollar signs and snippet syntax are ordinary characters of titles and aliases', () => {
  const { titles, aliases } = measureOf(hostile.text, 'xx-hostile:dollars')
  assert.equal(titles.en, 'Newlines and dollars $1 ${2:x}')
  assert.deepEqual(aliases, ['$1', '${TM_FILENAME}', '$0'])
})

test('case 20: a full-width or decomposed label is refused and its plain form named', () => {
  const message = (label: string) => messageOf(troublesOf(plan(`# M {#${label}}`))[0])
  assert.match(message('１．１'), /U\+FF11, U\+FF0E, which no key can have, and looks like `1\.1`/)
  assert.match(message('Ⅲ.1'), /U\+2162, which no key can have, and looks like `III\.1`/)
  assert.match(message('e\u0301.1'), /U\+0301/)
  assert.match(message('é.1'), /U\+00E9/)
  assert.ok(
    troublesAbout('heading.suspicious-label').some((text) => text.includes('（２０２１）１２号')),
  )
})

test('case 20: titles keep the form of Unicode that the file has', () => {
  assert.equal(measureOf(plan('# Cafe\u0301 {#1}'), 'p:1').titles.en, 'Cafe\u0301')
  assert.equal(measureOf(plan('# Caf\u00E9 {#1}'), 'p:1').titles.en, 'Caf\u00E9')
})

test('a joiner within an emoji is not suspicious, elsewhere it is', () => {
  const found = (text: string) =>
    findSuspiciousCharacters(text, 10).map(({ codePoint }) => codePoint)
  assert.deepEqual(found('政策👩‍💻 👨‍👩‍👧 ❤️‍🔥 👩🏽‍🚀'), [])
  assert.deepEqual(found('a\u200Db'), ['U+200D'])
  assert.deepEqual(found('\uD83D \uDC69'), ['U+D83D', 'U+DC69'])
  assert.deepEqual(found('tab\tline\r\nend 𠮷'), [])
})

test('case 12: a path in a corpus file is a text or refused, and leads nowhere', () => {
  const head = (line: string): string =>
    `---\nid: p\ntype: plan\ntitle: P\n${line}\n---\n\n# M {#1}\n`
  for (const path of [
    '../../etc/passwd',
    'file:///etc/passwd',
    String.raw`\\host\share`,
    String.raw`C:\x`,
    '%2e%2e/x',
  ]) {
    assert.equal(instrumentFile(head(`source: '${path}'`)).instrument.provenance, path)
    assert.deepEqual(troubleLines(head(`url: '${path}'`)), ['instrument.malformed-field 5:1'], path)
  }
})

test('case 29: a file with more headings than are read is refused with their number, at once', () => {
  const { kind, troubles } = parseCorpusFile(plan('# M\n'.repeat(200_000)), 'large.md')
  assert.equal(kind, 'failed')
  assert.match(messageOf(troubles[0]), /more than 50000 headings, 200000 of them/u)
})
