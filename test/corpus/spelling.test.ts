import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { writeLibrary } from '../../scripts/build.mjs'
import { projectRoot } from '../support/projectPaths.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'

const corpus = libraryCorpus()
const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-spelling-'))
undoAtExit(() => {
  removeFolder(folder)
})
await writeLibrary(folder)
const ours = path.join(folder, 'spelling/cspell-ext.json')

/** The words in files of `texts`, by their names, that cspell does not know, each with its file; with our words, or without. */
function unknownWords(
  texts: Readonly<Record<string, string>>,
  { withOurs = true } = {},
): readonly string[] {
  const reports = mkdtempSync(path.join(folder, 'reports-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(reports, name), text)
  return checked(reports, withOurs)
}

function checked(reports: string, withOurs: boolean): readonly string[] {
  const settings = { version: '0.2', ...(withOurs && { import: [ours] }) }
  writeFileSync(path.join(reports, 'cspell.json'), JSON.stringify(settings))
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(projectRoot, 'node_modules/cspell/bin.mjs'),
      ...['lint', '--no-progress', '--no-color', '--no-cache', '--config', 'cspell.json'],
      ...readdirSync(reports).filter((name) => name !== 'cspell.json'),
    ],
    { cwd: reports, encoding: 'utf8' },
  )
  assert.match(stderr, /Files checked: [1-9]/, 'cspell has looked')
  return stdout.split('\n').flatMap((line) => {
    const word = / word \(([^)]+)\)/.exec(line)?.[1]
    return word === undefined ? [] : `${line.slice(0, line.indexOf(':'))}: ${word}`
  })
}

test('cspell finds no spelling error in the examples', () => {
  const examples = path.join(folder, 'examples')
  mkdirSync(examples)
  for (const name of readdirSync(path.join(projectRoot, 'examples'))) {
    copyFileSync(path.join(projectRoot, 'examples', name), path.join(examples, name))
  }
  assert.deepEqual(checked(examples, true), [])
  assert.ok(checked(examples, false).includes('brief.md: aiap'), 'which it does without our words')
})

test('neither the key of an instrument nor the code of an agency is an error, in a citation or a sentence', () => {
  const keys = corpus.instruments.map(({ key }) => `It is ${key} [@${key}, p. 3].`)
  const codes = [...corpus.agencies.keys()].map((code) => `The ${code} and what is ${code}’s.`)
  assert.ok(keys.length > 20 && codes.length > 40)
  assert.deepEqual(unknownWords({ 'all.md': [...keys, ...codes].join('\n\n') }), [])
})

test('no name by which the library calls an instrument or an agency is one', () => {
  const called = [...corpus.instruments, ...corpus.agencies.values()].flatMap((named) => {
    return [...('titles' in named ? [named.titles.en] : [named.names.en]), ...named.aliases]
  })
  const short = corpus.instruments.flatMap(({ shortTitle }) => shortTitle?.en ?? [])
  assert.ok(short.length > 5)
  assert.deepEqual(unknownWords({ 'names.md': [...called, ...short].join('.\n\n') }), [])
})

test('a key of the analyst’s own is none, in Markdown, Quarto and R Markdown; a slip beside it is one', () => {
  const text =
    'So say @smithxyzq2020, [see -@joneszzq; @{zzqx}, p. 3] and teech [@us-aiap-2025, p. 3, pillarr I].\n'
  const names = ['own.Rmd', 'own.md', 'own.qmd']
  const texts = Object.fromEntries(names.map((name) => [name, text]))
  const slips = names.flatMap((name) => [`${name}: teech`, `${name}: pillarr`])
  assert.deepEqual(unknownWords(texts).toSorted(), slips.toSorted())
})

test('words that follow a key without a blank are not lost with it', () => {
  assert.deepEqual(unknownWords({ 'text.md': '[@us-aiap-2025]teech, (@eu-ai-act)teech\n' }), [
    'text.md: teech',
    'text.md: teech',
  ])
})
