import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { longestPiece, refusalOf } from '../../../src/core/corpusFile/body/bodyPieces.ts'
import { keysOf, messageOf, plan, troublesOf } from '../corpus/corpusText.ts'
import { longestWait } from '../../support/eventually.ts'
import { processorTime } from '../../support/processorTime.ts'

/** Text on which remark-parse takes seconds to minutes, or much memory, at these lengths. */
const hostile: Readonly<Record<string, string>> = {
  'nested quotations': '> '.repeat(50_000),
  'quotations without blanks': '>'.repeat(50_000),
  'nested lists': `${'- '.repeat(20_000)}a`,
  'nested stars': `${'* '.repeat(20_000)}a`,
  'nested numbers': `${'1. '.repeat(20_000)}a`,
  'lists nested by indentation': Array.from(
    { length: 600 },
    (_, depth) => `${'  '.repeat(depth)}- a`,
  ).join('\n'),
  'quoted lists': `${'> - '.repeat(10_000)}a`,
  'open brackets': '['.repeat(20_000),
  'open citations': '[@p:'.repeat(30_000),
  'open links': '[a]('.repeat(20_000),
  'open pictures': '!['.repeat(20_000),
  'closed brackets': '[a'.repeat(20_000) + ']'.repeat(20_000),
  'open comments': `a${'<!--'.repeat(100_000)}`,
  'open instructions': 'a<?'.repeat(20_000),
  'open CDATA': 'a<![CDATA['.repeat(20_000),
  'backtick ladder': Array.from({ length: 500 }, (_, length) => '`'.repeat(length + 1)).join('a'),
  'emphasis inside words': 'a*'.repeat(20_000),
  'a run of emphasis': `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`,
  'mixed emphasis': '*a **a _a __a '.repeat(10_000),
  'Setext headings': 'a\n=\n'.repeat(20_000),
  'lazy quotations': `${'> '.repeat(300)}a\n${'b\n'.repeat(20_000)}`,
  'list items': '- a\n\n'.repeat(20_000),
  definitions: '[a]: b "'.repeat(20_000),
  'character references': '&amp;'.repeat(100_000),
  escapes: '\\['.repeat(50_000),
  'one long line': 'a '.repeat(2_000_000),
  'many short lines': 'a\n'.repeat(1_000_000),
  blanks: `a${' '.repeat(1_000_000)}b`,
  tabs: `a${'\t'.repeat(1_000_000)}b`,
}

test('case F4: text that hangs remark is refused at once, and costs only what stands under its heading', () => {
  for (const [name, text] of Object.entries(hostile)) {
    const file = plan(`# Before {#1}\n\n# Hostile {#2}\n\n${text}\n\n# After {#3}\n`)
    assert.deepEqual(keysOf(file), ['p', 'p:1', 'p:2', 'p:3'], name)
    assert.match(troublesOf(file)[0]?.code ?? '', /^text\.too-(?:long|deep)$/, name)
    assert.equal(troublesOf(file)[0]?.place.line, 9, name)
  }
})

test('case F4: hostile files are read within 20 s of a processor altogether, in a process of their own', () => {
  const module = new URL('../../../src/core/corpusFile/parseCorpusFile.ts', import.meta.url).href
  const clock = new URL('../../support/processorTime.ts', import.meta.url).href
  const files = Object.entries(hostile).flatMap(([name, text]) => [
    [`${name}, under a heading`, plan(`# Hostile {#1}\n\n${text}\n`)],
    [`${name}, before all headings`, plan(text)],
    [`${name}, in a heading`, plan(`# ${text.replaceAll('\n', ' ')} {#1}\n`)],
    [`${name}, in a list`, plan(`# M {#1}\n\n- aliases: ${text}\n`)],
    [`${name}, in the front matter`, `---\nid: ${text}\n---\n`],
  ])
  const result = spawnSync(
    process.execPath,
    [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '--input-type=module',
      '--eval',
      `const { parseCorpusFile } = await import(${JSON.stringify(module)})
       const { processorTime } = await import(${JSON.stringify(clock)})
       let all = 0
       let json = ''
       for await (const chunk of process.stdin.setEncoding('utf8')) json += chunk
       for (const [name, text] of JSON.parse(json)) {
         const took = processorTime(() => parseCorpusFile(text, name))
         all += took
         if (took > 5000) console.log(name, took)
       }
       console.log(all < 20000 ? 'done' : all)`,
    ],
    { input: JSON.stringify(files), encoding: 'utf8', timeout: longestWait, killSignal: 'SIGKILL' },
  )
  assert.equal(result.stderr, '')
  assert.equal(result.stdout, 'done\n')
  assert.equal(result.signal, null)
})

test('case F4: many headings with text just below the guards take time in proportion to their number', () => {
  const piece = (text: string) => {
    let count = 1
    while (refusalOf(text.repeat(count * 2)) === undefined && count < 1000) count *= 2
    return `# M {#1}\n\n${text.repeat(count)}\n\n`
  }
  const pieces = ['a*', '[a](', '- a\n\n', '<?', '[a]: b\n\n'].map(piece).join('')
  const times = [4, 16].map((count) => {
    const text = plan(pieces.repeat(count))
    return processorTime(() => troublesOf(text))
  })
  const [few = 0, many = 0] = times
  assert.ok(many < few * 16, `${few} ms, then four times the text in ${many} ms`)
})

test('ordinary text is not refused: long paragraphs, lists, quotations in quotations', () => {
  assert.equal(refusalOf('Words, and more of them. '.repeat(2000)), undefined)
  assert.equal(refusalOf('# M {#1}\n\n- lead: A\n- with: B; C\n'.repeat(20)), undefined)
  assert.equal(refusalOf('> > > deep\n'), undefined)
  assert.equal(refusalOf('1. one\n   - two\n     - three\n'), undefined)
  assert.equal(refusalOf('x'.repeat(longestPiece)), undefined)
  assert.equal(refusalOf('x'.repeat(longestPiece + 1)), 'text.too-long')
})

test('a heading whose own line is hostile is lost, with those below it, and nothing else', () => {
  const file = plan(`# A {#1}\n\n# ${'['.repeat(5000)} {#2}\n\n## Below {#2.1}\n\n# C {#3}\n`)
  assert.deepEqual(keysOf(file), ['p', 'p:1', 'p:3'])
  assert.deepEqual(
    troublesOf(file).map(({ code, place }) => `${code} ${place.line}`),
    ['text.too-deep 9', 'heading.no-label 9', 'provision.lost-parent 11'],
  )
})

test('a file with more headings than are read is refused, with their number', () => {
  const [trouble] = troublesOf(plan('#\n'.repeat(60_000)))
  assert.equal(trouble?.code, 'file.too-large')
  assert.match(messageOf(trouble), /60000/)
})
