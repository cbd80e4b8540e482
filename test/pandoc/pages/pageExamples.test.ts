// What the pages for analysts show is done, in the order of each page, with the command line as it ships.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { readBack } from '../../support/readBack.ts'
import { analystPages, type AnalystPage } from '../../support/pages/analystPages.ts'
import { ExampleFolder, noShell } from '../../support/pages/exampleFolder.ts'
import { fencesIn } from '../../support/pages/fences.ts'
import { inlineCitations } from '../../support/pages/inlineCitations.ts'
import { runPage, whyNot, type Run } from '../../support/pages/pageRuns.ts'
import { citedKeys, typedCitation, writtenCitation } from '../../support/pages/shownCitations.ts'
import { codeOf, tablesIn } from '../../support/pages/tables.ts'

const skip = noShell
const first = await ExampleFolder.make()
const corpus = readBack(readFileSync(first.file('dist/library.json')))

/** Everything is run at once, so that tests can be picked. */
const runs = new Map(
  skip === false
    ? analystPages.map((page) => [page, runPage(page.text, first.for(page.path))] as const)
    : [],
)

/** The code in the cells of all tables of `page` with this head. */
function rowsBelow(page: AnalystPage, ...heads: readonly string[]): readonly (readonly string[])[] {
  return tablesIn(page.text)
    .filter(({ head }) => heads.includes(head.join(', ')))
    .flatMap(({ rows }) => rows.map((cells) => cells.map(codeOf)))
}

const advice = 'node scripts/examples.mjs writes into the page what is printed now'

function testRun({ fence, told, outcome }: Run): void {
  // That is how these tests are run.
  if (told.command.startsWith('npm ci && npm ')) return
  test(`line ${fence.line}: ${told.command}`, { skip: whyNot(told.command) }, () => {
    assert.ok(outcome)
    if (fence.language === 'sh') assert.equal(outcome.status, 0, outcome.printed)
    else assert.equal(outcome.printed, told.printed, `${told.command}: ${advice}`)
  })
}

for (const page of analystPages) {
  suite(page.path, { skip }, () => {
    for (const run of runs.get(page) ?? []) testRun(run)

    test('shows nothing that is not tried here', () => {
      const languages = new Set(['console', 'sh', 'markdown', 'yaml', 'json'])
      for (const { language, name, line } of fencesIn(page.text)) {
        assert.ok(languages.has(language), `line ${line}`)
        assert.ok(name !== undefined || !/^(?:yaml|json)$/u.test(language), `line ${line}: no name`)
      }
    })

    test('cites in its words and examples what the library has, or has just that problem which it says', () => {
      const folder = first.for(`cited-${page.path}`)
      const shown = inlineCitations(page.text, corpus)
      for (const [index, { source }] of shown.entries()) folder.write(`cited/${index}.md`, source)
      const { printed } = folder.run('mkdir -p cited && node dist/cli.js check --format json cited')
      const found = shown.length === 0 ? [] : problemsIn(printed)
      for (const [index, { source, code }] of shown.entries()) {
        const codes = found.filter(({ file }) => file === `cited/${index}.md`)
        assert.deepEqual(
          [...new Set(codes.map((one) => one.code))],
          code === undefined ? [] : [code],
          source,
        )
      }
    })

    for (const [written = '', cited] of rowsBelow(page, 'what you write, what it cites')) {
      test(`${written} cites ${cited ?? ''}`, () => {
        assert.deepEqual(citedKeys(written, corpus), [cited])
      })
    }

    for (const [style = '', written] of rowsBelow(page, 'setting, what is written')) {
      test(`in the style ${style} that is written which stands beside it`, () => {
        assert.equal(writtenCitation('us-aiap-2025:I.1.3', style, corpus), written)
      })
    }

    for (const [typed = '', written] of rowsBelow(page, 'you type, what stands then')) {
      test(`“${typed}” becomes what stands beside it`, () => {
        assert.equal(typedCitation(typed, 'en', corpus), written)
      })
    }

    const inChinese = ['in a Chinese report you type, what stands then', '您键入, 写入的内容']
    for (const [typed = '', written] of rowsBelow(page, ...inChinese)) {
      test(`in a report in Chinese “${typed}” becomes what stands beside it`, () => {
        assert.equal(typedCitation(typed, 'zh-CN', corpus), written)
      })
    }

    const offered = rowsBelow(page, 'you type, first in the list', '您键入, 列表第一项')
    if (offered.length > 0) {
      test('names first what is first in the list', () => {
        const words = offered.map(([typed = '']) => quoted(typed.slice(1))).join(' ')
        const { printed } = first.run(`printf '%s\\n' ${words} | node dist/cli.js find --limit 1`)
        assert.deepEqual(
          printed.trimEnd().split('\n').map(firstKey),
          offered.map(([, key]) => key),
        )
      })
    }
  })
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", String.raw`'\''`)}'`
}

function firstKey(line: string): string | undefined {
  const { offers } = JSON.parse(line) as { readonly offers: readonly { readonly key: string }[] }
  return offers[0]?.key
}

interface Found {
  readonly file: string
  readonly code: string
}

function problemsIn(printed: string): readonly Found[] {
  return (JSON.parse(printed) as { readonly problems: readonly Found[] }).problems
}

suite('The command line', { skip }, () => {
  const { printed: help } = first.run('node dist/cli.js --help')

  test('is told of whole: the page names each command that --help names', () => {
    const [page] = analystPages.filter(({ path }) => path === 'docs/command-line-and-ci.md')
    const told = tablesIn(page?.text ?? '')[0]?.rows.map(([command]) => codeOf(command)) ?? []
    const commands = [...help.matchAll(/ node cli\.js (\w+)/gu)].map(([, command]) => command)
    assert.deepEqual(told.toSorted(), [...new Set(commands)].toSorted())
  })

  test('has each option that a page names', () => {
    const ofPandoc = ['--citeproc', '--defaults', '--lua-filter', '--sandbox']
    const named = analystPages.flatMap(({ text }) =>
      [...text.matchAll(/`(--[a-z][a-z-]*)/gu)].map(([, option = '']) => option),
    )
    assert.ok(named.length > 15)
    assert.deepEqual(
      named.filter((option) => !help.includes(option) && !ofPandoc.includes(option)),
      [],
    )
  })
})
