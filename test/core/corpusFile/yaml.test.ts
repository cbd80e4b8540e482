import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { instrumentFile, messageOf, troubleLines, troublesOf } from '../corpus/corpusText.ts'
import { longestWait } from '../../support/eventually.ts'

/** Runs `script` with `parseCorpusFile` in scope in a process of its own, killed where it hangs. */
function inProcess(script: string) {
  const module = new URL('../../../src/core/corpusFile/parseCorpusFile.ts', import.meta.url).href
  const source = `const { parseCorpusFile } = await import(${JSON.stringify(module)})\n${script}`
  return spawnSync(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--input-type=module', '--eval', source],
    { encoding: 'utf8', timeout: longestWait, killSignal: 'SIGKILL' },
  )
}

test('case 22: case F2: front matter of 1,000 nested brackets, typed again and again, leaves the process alive', () => {
  const result = inProcess(
    `for (const open of ['[', '{a: ', '- ', '? ', '[{a: ']) {
       for (let typed = 0; typed < 30; typed += 1) {
         const text = '---\\nid: ' + open.repeat(1000 + typed) + '\\n---\\n'
         const parsed = parseCorpusFile(text, 'x.md')
         if (parsed.kind !== 'failed') throw new Error(open)
         if (parsed.troubles[0].code !== 'file.malformed-yaml') throw new Error(parsed.troubles[0].code)
       }
     }
     console.log('alive')`,
  )
  assert.equal(result.stderr, '')
  assert.equal(result.stdout, 'alive\n')
  assert.equal(result.status, 0)
})

test('case 22: nested block sequences and mappings are refused where they lie too deep', () => {
  const blocks = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')
  const [trouble] = troublesOf(`---\n${blocks}\n---\n`)
  assert.equal(trouble?.code, 'file.malformed-yaml')
  assert.match(messageOf(trouble), /maxDepth \(32\)/)
  assert.equal(trouble.place.line, 33)
})

test('case 21: an alias bomb is not expanded', () => {
  const lines = ['a0: &a0 [x, x]']
  for (let level = 1; level < 30; level += 1) {
    lines.push(
      `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`,
    )
  }
  const text = `---\nid: p\ntype: plan\ntitle: P\n${lines.join('\n')}\n---\n`
  const { instrument } = instrumentFile(text)
  assert.deepEqual(instrument.extra, new Map([['a0', 'x; x']]))
  assert.equal(
    troublesOf(text).filter(({ code }) => code === 'instrument.malformed-field').length,
    29,
  )
})

test('case 23: tabs, tags, merge keys and aliases give a trouble at their place, and nothing runs', () => {
  const head = (line: string) => `---\nid: p\ntype: plan\ntitle: P\n${line}\n---\n`
  assert.deepEqual(troubleLines(head('issuer:\n\tx')), ['file.malformed-yaml 6:1'])
  assert.deepEqual(troubleLines(head('issuer: !!js/function "x"')), [
    'instrument.malformed-field 5:1',
  ])
  assert.deepEqual(troubleLines(head('issuer: !!int "1"')), ['instrument.malformed-field 5:1'])
  assert.deepEqual(troubleLines(head('issuer: &a x\nissued: *a')), [
    'instrument.malformed-field 6:1',
  ])
  assert.deepEqual(troubleLines(head('<<: {issuer: x}')), ['instrument.malformed-field 5:1'])
  assert.deepEqual(troubleLines(head('title: Q')), ['field.duplicate 5:1'])
  assert.deepEqual(troubleLines(head('? [a, b]\n: c')), ['file.malformed-yaml 2:1'])
  assert.deepEqual(troubleLines(head('issuer: !!str x')), [])
})

test('quoted, folded and literal values are read as YAML has them', () => {
  const text =
    '---\nid: "p"\ntype: \'plan\'\ntitle: "A: \\u0041 # b" # c\nissuer: >-\n  two\n  lines\naliases:\n  - x; y\n  - "z"\n---\n'
  const { instrument } = instrumentFile(text)
  assert.equal(instrument.titles.en, 'A: A # b')
  assert.equal(instrument.issuer?.en, 'two lines')
  assert.deepEqual(instrument.aliases, ['x; y', 'z'])
})

test('front matter may close with dots, as in Pandoc, and have blanks after its lines', () => {
  assert.equal(instrumentFile('--- \nid: p\ntype: plan\ntitle: P\n...\t\n').instrument.key, 'p')
})

test('front matter of a megabyte is refused unread', () => {
  const parsed = parseCorpusFile(`---\n${'a: b\n'.repeat(200_000)}---\n`, 'x.md')
  assert.equal(parsed.kind, 'failed')
  assert.match(messageOf(parsed.troubles[0]), /1000000 characters/)
})
