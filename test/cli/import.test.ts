import assert from 'node:assert/strict'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import { pdfOf } from '../support/makePdf.ts'
import { quaysPdf } from '../support/quaysPlan.ts'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-import-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))

function run(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(nodeOfCommandLine, [script, ...args], { cwd: folder, encoding: 'utf8' })
}

writeFileSync(path.join(folder, 'quays.pdf'), quaysPdf())
writeFileSync(
  path.join(folder, 'order.md'),
  '---\ntitle: Quay Order\n---\n\nIn the name of the tide:\n\nSec. 1. Purpose. Quays fall.\n\n(a) They rise again.\n',
)

test('a PDF becomes a corpus file that reads back, with pages; what was left out is said and stands in it', () => {
  const { stdout, stderr, status } = run('import', 'quays.pdf')
  assert.equal(status, 0)
  const read = parseCorpusFile(stdout, 'quays.md')
  assert.ok(read.kind === 'instrument')
  assert.deepEqual(read.troubles, [])
  assert.deepEqual(
    read.file.provisions
      .slice(1)
      .map((one) => one.level !== 'instrument' && [one.key, one.pages?.first]),
    [
      ['quays:I', 1],
      ['quays:I.1', 1],
      ['quays:I.1.1', 1],
      ['quays:I.1.2', 1],
      ['quays:I.2', 2],
      ['quays:I.2.1', 2],
      ['quays:I.2.2', 2],
    ],
  )
  assert.match(stderr, /quays\.pdf, page 1: not understood: 2 lines in small type/u)
  assert.match(stdout, /<!-- Not understood, and left out:\npage 1: 2 lines in small type/u)
})

test('the corpus file is written where it is told to, over nothing, and its measures are cited at once', () => {
  const written = path.join(folder, '.policy', 'order.md')
  assert.equal(
    run('import', '--id', 'quay-order', '--output', '.policy/order.md', 'order.md').status,
    0,
  )
  assert.match(readFileSync(written, 'utf8'), /^id: quay-order$/mu)
  writeFileSync(path.join(folder, 'report.md'), 'They rise [@quay-order:1.a; @quay-order:1.b].\n')
  const check = run('check', 'report.md')
  assert.equal(check.status, 1)
  assert.match(check.stdout, /quay-order:1\.b/u)
  assert.doesNotMatch(check.stdout, /quay-order:1\.a[^;]*unknown/u)
  const again = run('import', '--output', '.policy/order.md', 'order.md')
  assert.deepEqual([again.status, again.stderr], [2, '.policy/order.md is there already.\n'])
})

for (const [file, text, part] of [
  [
    'quays.html',
    '<!doctype html><html><title>Quay Act</title><h1>Quay Act</h1><h2>Article 1</h2><p>Quays fall.</p></html>',
    /Article 1|Quays fall/u,
  ],
  [
    'quays.xml',
    '<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Quay Plan</Name><StrategicPlanCore><Goal><Name>Survey the mole</Name><Identifier>_1</Identifier></Goal></StrategicPlanCore></PerformancePlanOrReport>',
    /Survey the mole/u,
  ],
] as const) {
  test(`a document becomes a corpus file: ${file}`, () => {
    writeFileSync(path.join(folder, file), text)
    const { stdout, stderr, status } = run('import', file)
    assert.equal(status, 0, stderr)
    assert.match(stdout, part)
  })
}

test('a list is imported by its fields, which are named where they are not evident, and then said', () => {
  writeFileSync(path.join(folder, 'odd.csv'), 'x,y,z\nK1,Survey the mole,2031\nK2,Rest,2032\n')
  const refused = run('import', 'odd.csv')
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /not evident: x, y, z\. .*`--map label=FIELD/u)
  const { stdout, stderr, status } = run('import', '--map', 'label=x,text=y', 'odd.csv')
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^# Survey the mole \{#K1\}$/mu)
  assert.equal(stderr, 'odd.csv, z: not understood: “2031”, and 1 more\n')
  const unknown = run('import', '--map', 'label=x,text=w', 'odd.csv')
  assert.match(unknown.stderr, /no field “w”, but these: x, y, z/u)
  assert.match(
    run('import', '--map', 'text', 'odd.csv').stderr,
    /does not say which field is what/u,
  )
})

test('which field of a list is what is kept for its next edition, until one is gone', () => {
  writeFileSync(path.join(folder, 'list-1.csv'), 'x,y,z\nK1,Survey the mole,Q\nK2,Rest,Q\n')
  writeFileSync(path.join(folder, 'list-2.csv'), 'x,y,z\nK1,Survey the mole,Q\nK3,Dive,Q\n')
  writeFileSync(path.join(folder, 'list-3.csv'), 'x,v,z\nK1,Survey the mole,Q\nK3,Dive deep,Q\n')
  const file = path.join(folder, '.policy', 'list.md')
  const map = ['--map', 'text=y,label=x,parent=z']
  const list = ['--id', 'xx-list', '--output', '.policy/list.md', 'list-1.csv']
  assert.equal(run('import', ...map, ...list).status, 0)
  assert.match(readFileSync(file, 'utf8'), /^fields: label=x,text=y,parent=z$/mu)
  const second = run('import', '--into', '.policy/list.md', 'list-2.csv')
  assert.deepEqual([second.status, second.stdout], [0, 'inserted K3\n{+Dive+}\n'])
  const unknown = run('import', '--into', '.policy/list.md', 'list-3.csv')
  assert.equal(unknown.status, 2)
  assert.match(unknown.stderr, /no field “y”, but these: x, v, z\. .*`--map label=FIELD/u)
  const third = run(
    'import',
    ...['--map', 'label=x,text=v'],
    '--into',
    '.policy/list.md',
    'list-3.csv',
  )
  assert.equal(third.status, 0, third.stderr)
  assert.match(readFileSync(file, 'utf8'), /^fields: label=x,text=v$/mu)
  assert.equal(run('diff', '.policy/list.md', 'list-3.csv').status, 1)
  writeFileSync(path.join(folder, 'lists.md'), 'They say “Dive deep, all” [@xx-list:K3].\n')
  const checked = run('check', '--official', 'xx-list=list-3.csv', 'lists.md')
  assert.doesNotMatch(checked.stderr, /was not read/u)
})

test('what cannot be imported is refused with its reason', () => {
  writeFileSync(path.join(folder, 'bomb.xml'), '<!DOCTYPE a [<!ENTITY b "c">]><ACT>&b;</ACT>')
  writeFileSync(path.join(folder, 'empty.md'), 'Nothing here.\n')
  for (const [args, reason] of [
    [['bomb.xml'], /bomb\.xml was not read: line 1: a DOCTYPE/u],
    [['empty.md'], /no parts/u],
    [['absent.pdf'], /absent\.pdf/u],
    [['--id', 'Not An Id', 'order.md'], /is no id/u],
    [[], /Name one document/u],
  ] as const) {
    const { status, stderr, stdout } = run('import', ...args)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, reason)
  }
})

test('a document that would take too much is refused with the limit, and with the option that raises it', () => {
  const packed = deflateSync(deflateSync(new Uint8Array(100_000_000)))
  const stream = `<< /Filter [/Fl /Fl] /Length ${String(packed.length)} >>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`
  writeFileSync(path.join(folder, 'tight.pdf'), pdfOf(['<< /Type /Catalog >>', stream]))
  for (const [option, memory] of [
    [[], '512'],
    [['--reading-memory', '300'], '300'],
  ] as const) {
    const { status, stderr } = run('import', ...option, 'tight.pdf')
    assert.equal(status, 2)
    assert.match(stderr, new RegExp(`more than ${memory} MB of memory.*--reading-memory`, 'u'))
  }
  for (const option of ['--reading-time=0', '--reading-time=soon', '--reading-memory=1']) {
    const { status, stderr } = run('import', option, 'order.md')
    assert.equal(status, 2)
    assert.match(stderr, /is no (?:time|memory) for reading/u)
  }
})

test('the next edition is written into the corpus file with its corrections; what is gone is told, and stays', () => {
  const order =
    '---\ntitle: Tide Order\n---\n\nSec. 1. Purpose. Quays fall.\n\nSec. 2. Cranes. They rest.\n'
  writeFileSync(path.join(folder, 'tide-1.md'), order)
  writeFileSync(
    path.join(folder, 'tide-2.md'),
    order.replace(
      'Sec. 2. Cranes. They rest.',
      'Sec. 3. Lamps. They burn.\n\nSec. 4. Nets. They hang.',
    ),
  )
  const file = path.join(folder, 'tide.md')
  assert.equal(run('import', '--output', 'tide.md', 'tide-1.md').status, 0)
  const first = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    first
      .replace('sha256:', 'import:\n  - number 2a | (3) lamps\n  - leave out | preface\nsha256:')
      .replace('# Purpose {#1}\n', '# Why {#1}\n\nOur own words.\n'),
  )
  const { stdout, stderr, status } = run('import', '--into', 'tide.md', 'tide-2.md')
  assert.equal(status, 0, stderr)
  assert.equal(stdout, 'inserted 2a\n{+Lamps+}\n\ninserted 2b\n{+Nets+}\n')
  assert.match(
    stderr,
    /“leave out \| preface” fits nothing in tide-2\.md, and stays in tide\.md\./u,
  )
  assert.match(
    stderr,
    /Left as it is in tide\.md, unless --take deleted is given:\ndeleted 2\n\[-Cranes-\]/u,
  )
  const second = readFileSync(file, 'utf8')
  assert.match(second, /# Why \{#1\}\n\nOur own words\./u)
  assert.match(second, /\{#2\}[\s\S]*\{#2a\}[\s\S]*\{#2b\}/u)
  const over = run('import', '--into', 'tide.md', '--output', 'tide-2.md', 'tide-2.md')
  assert.equal(over.status, 2)
  assert.match(over.stderr, /^tide-2\.md (?:is there already|could not be written)/u)
  assert.equal(run('import', '--into', 'tide.md', '--take', 'deleted', 'tide-2.md').status, 0)
  assert.doesNotMatch(readFileSync(file, 'utf8'), /\{#2\}/u)
})

for (const [encoding, encode] of [
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  [
    'UTF-16, the other way round',
    (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  ],
] as const) {
  test(`a file keeps its encoding and its line ends: ${encoding}`, () => {
    const file = path.join(folder, 'kept.md')
    const text = `---\nid: kept\ntype: order\ntitle: 潮汐\nsha256: ${'0'.repeat(64)}\n---\n\n# Purpose {#1}\n\n- first-words: Purpose\n`
    writeFileSync(file, encode(text.replaceAll('\n', '\r\n')))
    writeFileSync(
      path.join(folder, 'kept-2.md'),
      'Sec. 1. Purpose. Quays fall.\n\nSec. 3. Lamps. They burn.\n',
    )
    const { status, stderr } = run('import', '--into', 'kept.md', 'kept-2.md')
    assert.equal(status, 0, stderr)
    const hash = createHash('sha256')
      .update(readFileSync(path.join(folder, 'kept-2.md')))
      .digest('hex')
    const expected = `${text.replace('0'.repeat(64), hash)}\n# Lamps {#3}\n\n- first-words: Lamps\n`
    assert.deepEqual(readFileSync(file), encode(expected.replaceAll('\n', '\r\n')))
  })
}

test('nothing is written into what is no corpus file, nor taken that cannot be', () => {
  writeFileSync(path.join(folder, 'none.md'), 'No front matter.\n')
  for (const [args, reason] of [
    [['--into', 'none.md', 'order.md'], /none\.md is no corpus file of an instrument/u],
    [['--into', 'absent.md', 'order.md'], /absent\.md could not be read/u],
    [
      ['--into', 'none.md', '--take', 'all', 'order.md'],
      /“all” is no change that can be taken: inserted, deleted, moved, changed, none/u,
    ],
  ] as const) {
    const { status, stderr } = run('import', ...args)
    assert.deepEqual(
      [status, readFileSync(path.join(folder, 'none.md'), 'utf8')],
      [2, 'No front matter.\n'],
    )
    assert.match(stderr, reason)
  }
})
