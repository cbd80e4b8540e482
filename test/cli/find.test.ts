import assert from 'node:assert/strict'
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import type { Language } from '../../src/core/corpus/language.ts'
import { suggestCitations } from '../../src/core/features/completion.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import {
  libraryCorpus,
  libraryOfficialWords,
  librarySynonyms,
} from '../core/search/libraryCorpus.ts'
import { buildCommandLine } from '../../scripts/build.mjs'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { readBack } from '../support/readBack.ts'
import { quaysCorpusFile } from '../support/quaysPlan.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-find-'))
undoAtExit(() => {
  removeFolder(folder)
})
const build = buildCommandLine
const script = await build(path.join(folder, 'extension'))
const library = readBack(readFileSync(path.join(path.dirname(script), 'library.json')))
const libraryIndex = createSearchIndex(libraryCorpus(), librarySynonyms(), libraryOfficialWords())

/** A folder to run in, with these files. */
function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, content] of [['.keep', ''], ...Object.entries(files)] as const) {
    const whole = path.join(folder, name, file)
    mkdirSync(path.dirname(whole), { recursive: true })
    writeFileSync(whole, content)
  }
  return path.join(folder, name)
}

const empty = folderWith('empty', {})

function find(...args: readonly string[]): SpawnSyncReturns<string> {
  return findIn(empty, ...args)
}

function findIn(cwd: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(nodeOfCommandLine, [script, 'find', ...args], { cwd, encoding: 'utf8' })
}

function answers(input: string | Uint8Array, ...args: readonly string[]) {
  const options = { cwd: empty, input, maxBuffer: 100_000_000 }
  const { stdout, stderr, status } = spawnSync(
    nodeOfCommandLine,
    [script, 'find', ...args],
    options,
  )
  const lines = stdout.toString().split('\n')
  assert.equal(lines.pop(), '', 'the last line ends')
  return { answers: lines.map(read), err: stderr.toString(), status }
}

interface Answer {
  readonly query: string
  readonly offers: readonly {
    readonly key: string
    readonly title: string
    readonly place: string
  }[]
}

function read(line: string): Answer {
  return JSON.parse(line) as Answer
}

function keysOf({ offers }: Answer): readonly string[] {
  return offers.map(({ key }) => key)
}

/** What the editor offers at the end of a report. */
function offered(
  source: string,
  corpus: Corpus,
  language: Language,
  limit = 10,
): readonly string[] {
  const options = { language, style: 'key', withPage: true, limit: 100 } as const
  const report = analyseReport(source)
  const found = suggestCitations(report, libraryIndex, corpus, source.length, options)
  return (found?.items ?? []).slice(0, limit).map(({ provision }) => provision.key)
}

test('words find what the editor offers, a line each: key, title and place', () => {
  const { stdout, stderr, status } = find('--limit', '3', 'export', 'controls')
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  assert.deepEqual(
    rows.map(([key]) => key),
    offered('@export controls', library, 'en', 3),
  )
  assert.deepEqual([stderr, status], ['', 0])
  assert.deepEqual(find('Article', '57', 'AI', 'Act', '--limit=1').stdout.split('\t'), [
    'eu-ai-act:57',
    'AI regulatory sandboxes',
    'Artificial Intelligence Act › Chapter VI: Measures in Support of Innovation › Article 57\n',
  ])
})

test('titles and places are in the language that is asked for, or set', () => {
  const row = 'eu-ai-act:57\t人工智能监管沙盒\t人工智能法案 › 第六章：支持创新的措施 › 第57条\n'
  assert.ok(find('--language', 'zh-Hans', '--limit', '1', '监管沙盒 57').stdout.startsWith(row))
  const settings = { '.vscode/settings.json': '{ "policyCitation.language": "zh-Hans" }' }
  const { stdout } = findIn(folderWith('chinese', settings), '--limit', '1', '监管沙盒 57')
  assert.ok(stdout.startsWith(row), stdout)
})

test('JSON says the same on one line', () => {
  const asked = ['--format', 'json', '--limit', '1', '--as-of', '2026-11-29', 'article 57 ai act']
  const { stdout, status } = find(...asked)
  assert.deepEqual(JSON.parse(stdout), {
    query: 'article 57 ai act',
    offers: [
      {
        key: 'eu-ai-act:57',
        title: 'AI regulatory sandboxes',
        place:
          'Artificial Intelligence Act › Chapter VI: Measures in Support of Innovation › Article 57',
        status: 'in-force',
        strength: 'shall',
        states: [
          {
            kind: 'changed',
            text: 'Amended by Regulation (EU) 2026/1744 (2026-07-27): the text as amended.',
          },
        ],
      },
    ],
  })
  assert.equal(stdout.indexOf('\n'), stdout.length - 1)
  assert.equal(status, 0)
})

test('JSON says whether it holds on the day, and what it was called', () => {
  const states = (day: string, ...args: readonly string[]): unknown => {
    const { stdout } = find('--format=json', '--limit=1', `--as-of=${day}`, ...args)
    return JSON.parse(stdout)
  }
  const article9 = (day: string, language: string): unknown =>
    states(day, `--language=${language}`, 'eu-ai-act:9')
  assert.match(
    JSON.stringify(article9('2026-11-29', 'zh-Hans')),
    /"kind":"notYet","text":"尚未适用：自2027年12月2日（附件三）、2028年8月2日（附件一）/u,
  )
  assert.match(JSON.stringify(article9('2028-01-01', 'en')), /"kind":"partly"/u)
  assert.match(JSON.stringify(article9('2028-08-02', 'en')), /"states":\[\]/u)
  assert.match(JSON.stringify(states('2026-11-29', 'us-eo-14110')), /"status":"revoked"/u)
  const renamed = JSON.stringify(states('2026-11-29', 'us-eo-14365'))
  assert.match(renamed, /"formerly":\["us-eo-2025-12-11"\]/u)
  assert.equal(find('--as-of', '2026-13-01', 'ai').status, 2)
})

test('ten are written unless more are asked for', () => {
  const count = (...args: readonly string[]): number =>
    find(...args, 'agencies').stdout.split('\n').length - 1
  assert.equal(count(), 10)
  assert.equal(count('--limit', '25'), 25)
  assert.ok(count('--limit', '99999999999999999999') > 25)
})

test('nothing found is an empty list, and ends with 1', () => {
  const { stdout, stderr, status } = find('xylophone', 'quokka')
  assert.deepEqual([stdout, stderr, status], ['', '', 1])
  const json = find('--format', 'json', 'xylophone')
  assert.deepEqual([json.stdout, json.status], ['{"query":"xylophone","offers":[]}\n', 1])
})

for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
  test(`line by line, the same is found as in the editor, for words and sentences (${language})`, () => {
    const provisions = library.provisions.filter((_, at) => at % 23 === 0)
    const titles = provisions.map(({ titles: { en, ...others } }) => ({ en, ...others })[language])
    const words = titles.flatMap((title) => title?.replace(/[^\p{L}\p{N} ]/gu, ' ').trim() ?? [])
    const queries = words.map((text) => text.replace(/ +/gu, ' ').slice(0, 24).trimEnd())
    const byWords = answers(queries.join('\n'), '--language', language)
    assert.deepEqual(
      byWords.answers,
      byWords.answers.map((answer, at) => ({ ...answer, query: queries[at] })),
    )
    assert.deepEqual(
      byWords.answers.map(keysOf),
      queries.map((query) => offered(`@${query}`, library, language)),
    )
    const summaries = provisions.flatMap(({ summary }) => summary?.[language] ?? summary?.en ?? [])
    const texts = summaries.slice(0, 60)
    assert.deepEqual(
      answers(texts.join('\n'), '--language', language, '--sentence').answers.map(keysOf),
      texts.map((text) => offered(`${text} @`, library, language)),
    )
  })
}

test('a sentence is that before the caret: the last one, without what it cites, in prose', () => {
  const texts = [
    'Chips are controlled. The agencies protect workers from discrimination by algorithms',
    'The agencies tighten export controls on advanced chips [@us-aiap-2025:III.3.1; see',
    '`The agencies tighten export controls on advanced chips',
    '<!-- The agencies tighten export controls on advanced chips',
    'As',
  ]
  const found = answers(texts.join('\n'), '--sentence').answers.map(keysOf)
  assert.deepEqual(
    found,
    texts.map((text) => offered(`${text} @`, library, 'en')),
  )
  assert.deepEqual(found[3], [], 'a comment is no prose')
  assert.equal(find('--sentence', texts[3] ?? '').status, 1)
  assert.equal(find('--sentence', texts[0] ?? '').stdout.split('\t')[0], found[0]?.[0])
})

test('every line has its answer: empty ones, with a carriage return, the last without an end', () => {
  const { answers: found, err, status } = answers('\uFEFFsandbox\r\n\r\n\nxylophone quokka\nlast')
  assert.deepEqual(
    found.map(({ query }) => query),
    ['sandbox', '', '', 'xylophone quokka', 'last'],
  )
  assert.deepEqual(found[1] && keysOf(found[1]), offered('@', library, 'en'))
  assert.deepEqual(found[3]?.offers, [])
  assert.deepEqual([err, status], ['', 0])
  assert.deepEqual(answers('').answers, [])
  assert.deepEqual(
    answers('sand\rbox\u2028a\n').answers.map(({ query }) => query),
    ['sand\rbox\u2028a'],
  )
})

test('a line that is not in UTF-8 is told, and costs only itself', () => {
  const input = Buffer.concat([
    Buffer.from('sandbox\n'),
    Uint8Array.of(0xb9, 0xfa, 0x0a),
    Buffer.from('出口管制\n'),
  ])
  const { answers: found, err, status } = answers(input, '--limit', '1')
  assert.equal(err, 'Line 2 of the standard input is not in UTF-8.\n')
  assert.deepEqual(
    found.map(({ query, offers }) => [query, offers.length]),
    [
      ['sandbox', 1],
      ['\uFFFD\uFFFD', 0],
      ['出口管制', 1],
    ],
  )
  assert.equal(status, 0)
})

test('each line is answered as soon as it has come', async () => {
  const child = spawn(nodeOfCommandLine, [script, 'find', '--limit', '1'], { cwd: empty })
  const ask = async (bytes: string | Uint8Array): Promise<string> => {
    child.stdin.write(bytes)
    return new Promise((resolve) =>
      child.stdout.once('data', (part: Buffer) => {
        resolve(read(part.toString()).query)
      }),
    )
  }
  assert.equal(await ask('sandbox\n'), 'sandbox')
  const halves = Buffer.from('管制\n')
  child.stdin.write(halves.subarray(0, 2))
  assert.equal(await ask(halves.subarray(2)), '管制')
  child.stdin.end()
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0)
})

test('10,000 lines have 10,000 answers, and who stops reading early does no harm', () => {
  const queries = ['sandbox', '出口管制', 'eu-ai-act:57', 'quokka']
  const lines = Array.from({ length: 10_000 }, (_, at) => queries[at % queries.length])
  assert.equal(answers(lines.join('\n'), '--limit', '1').answers.length, lines.length)
  writeFileSync(path.join(empty, 'lines.txt'), lines.join('\n'))
  const command = `"$0" "$1" find < lines.txt | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', command, nodeOfCommandLine, script], {
    cwd: empty,
    encoding: 'utf8',
  })
  assert.equal(read(stdout).query, 'sandbox')
  assert.equal(stderr, '')
})

test('corpora of one’s own are searched as the editor searches them', () => {
  const own = folderWith('own', { '.policy/quays.md': quaysCorpusFile, 'other/a.md': 'x' })
  assert.match(findIn(own, 'store of stone').stdout, /^xx-quays:I\.1\.2\t/u)
  assert.match(
    findIn(empty, '--corpus', path.join(own, '.policy'), 'store of stone').stdout,
    /^xx-/u,
  )
  const { stdout, stderr, status } = findIn(own, '--corpus', 'other/a.md', 'store of stone')
  assert.doesNotMatch(stdout, /xx-quays/u)
  assert.match(stderr, /^other\/a\.md:1:1: error: /u)
  assert.equal(status, stdout === '' ? 1 : 0)
})

test('letters find Chinese by its pinyin where that is set', () => {
  const settings = { '.vscode/settings.json': '{ "policyCitation.search.pinyin": true }' }
  const byPinyin = findIn(folderWith('pinyin', settings), '--language', 'zh-Hans', 'chukouguanzhi')
  assert.match(byPinyin.stdout, /出口管制/u)
  assert.equal(find('--language', 'zh-Hans', 'chukouguanzhi').status, 1)
})

for (const [name, args] of [
  ['an unknown option', ['--fromat', 'json', 'words']],
  ['an option of another command', ['--output', 'file', 'words']],
  ['an unknown format', ['--format', 'sarif', 'words']],
  ['an unknown language', ['--language', 'tlh', 'words']],
  ['a limit of nothing', ['--limit', '0', 'words']],
  ['a limit below nothing', ['--limit=-1', 'words']],
  ['a limit that is no number', ['--limit', 'ten', 'words']],
  ['a limit with a fraction', ['--limit', '1.5', 'words']],
  ['no limit', ['words', '--limit']],
  ['a flag with a value', ['--sentence=yes', 'words']],
  ['a corpus that is not there', ['--corpus', 'nowhere', 'words']],
] as const) {
  test(`case 63: ${name} ends with 2 and the usage line`, () => {
    const { stdout, stderr, status } = find(...args)
    assert.deepEqual([stdout, status], ['', 2])
    const [why, usage, ...rest] = stderr.split('\n')
    assert.notEqual(why, '')
    assert.match(usage ?? '', /^Usage: node cli\.js find /u)
    assert.deepEqual(rest, [''])
  })
}

test('what only find has is refused elsewhere', () => {
  const { stderr, status } = spawnSync(
    nodeOfCommandLine,
    [script, 'check', '--limit', '3', 'a.md'],
    {
      cwd: empty,
      encoding: 'utf8',
    },
  )
  assert.match(stderr, /^Unknown option '--limit'[^\n]*\n$/u)
  assert.equal(status, 2)
})

test('case 63: a line of ten million characters is answered; a folder for an input is told', () => {
  const { answers: found } = answers(`${'word '.repeat(2_000_000)}\nsandbox\n`, '--limit', '1')
  assert.equal(found[0]?.query.length, 10_000_000)
  assert.equal(found[1]?.offers.length, 1)
  const { stderr, status } = spawnSync(nodeOfCommandLine, [script, 'find'], {
    cwd: empty,
    encoding: 'utf8',
    stdio: [openSync(empty, 'r'), 'pipe', 'pipe'],
  })
  assert.equal(stderr, 'The standard input could not be read.\n')
  assert.equal(status, 2)
})
