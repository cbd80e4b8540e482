import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fields } from '../../../src/core/corpusFile/fields/fields.ts'
import { divisionKinds, measureKinds, usualKinds } from '../../../src/core/corpus/kinds.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { inWords } from '../../../src/core/corpus/sentence.ts'
import { troubleTable } from '../../../src/core/corpus/trouble.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const readme = readFileSync(new URL('../../../corpus/README.md', import.meta.url), 'utf8')

/** The cells of the table whose first row begins with these, without the row of names. */
function tableUnder(...names: readonly string[]): readonly (readonly string[])[] {
  const lines = readme.split('\n')
  const start = lines.indexOf(`| ${names.join(' | ')} |`)
  assert.notEqual(start, -1, `no table of ${names.join(', ')}`)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

test('the table of fields in corpus/README.md is the table in code', () => {
  assert.deepEqual(
    tableUnder('name', 'written in', 'of', 'type', 'separator', 'meaning'),
    fields.map(({ name, site, owners, type, separator, meaning }) => [
      `\`${name}\``,
      site,
      owners.join(', '),
      type,
      separator === undefined ? '' : `\`${separator}\``,
      inWords(meaning),
    ]),
  )
})

test('the table of troubles in corpus/README.md names every code, its severity and what to do', () => {
  const rows = tableUnder('code', 'severity', 'what it means', 'what to do')
  assert.deepEqual(
    rows.map(([code, severity]) => [code, severity]),
    troubleTable.map(([code, severity]) => [`\`${code}\``, severity]),
  )
  for (const row of rows) {
    assert.equal(row.length, 4)
    assert.ok(row.every((cell) => cell !== ''))
  }
})

test('the tables of kinds in corpus/README.md are those in code', () => {
  assert.deepEqual(tableUnder('kind', 'level'), [
    ...divisionKinds.map((kind) => [`\`${kind}\``, 'division']),
    ...measureKinds.filter((kind) => kind !== 'section').map((kind) => [`\`${kind}\``, 'measure']),
  ])
  assert.deepEqual(
    tableUnder('type', 'usual kind'),
    [...usualKinds].map(([type, kind]) => [`\`${type}\``, `\`${kind}\``]),
  )
})

test('the examples in corpus/README.md are corpus files without troubles', () => {
  const examples = [...readme.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  )
  assert.equal(examples.length, 5)
  const corpus = corpusOf(examples.map((text, index) => ({ name: `example ${index + 1}`, text })))
  assert.deepEqual(corpus.troubles, [])
  assert.deepEqual(
    corpus.provisions.map(({ key }) => key),
    [
      'xx-lantern-2031',
      'xx-lantern-2031:I',
      'xx-lantern-2031:I.1',
      'xx-lantern-2031:I.1.1',
      'press-xx-lantern-2031-06',
      'press-xx-lantern-2031-06:2.1',
    ],
  )
  for (const { key } of corpus.provisions.slice(0, 4)) assert.ok(readme.includes(`\`${key}\``))
})

test('corpus/README.md itself is no corpus file', () => {
  const { kind, troubles } = parseCorpusFile(readme, 'README.md')
  assert.equal(kind, 'failed')
  assert.deepEqual(
    troubles.map(({ code }) => code),
    ['file.no-front-matter'],
  )
})
