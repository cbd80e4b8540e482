import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite, test } from 'node:test'
import { codeIn, fencedLines, projectTexts, root, rowsIn, type ProjectText } from './projectText.ts'

const pages = projectTexts(
  'README.md',
  'src/**/*.md',
  'docs/**/*.md',
  'corpus/README.md',
  '.github/*.md',
)

const everything = projectTexts(
  '*.{md,json}',
  '{src,test,scripts,docs,corpus}/**/*.{ts,mjs,cjs,md,json,jsonl}',
  '.{config,github,vscode}/**/*.{md,mjs,cjs,json,yml}',
)

/** Files of a reader's own workspace that pages speak of. */
const ofReaders: ReadonlySet<string> = new Set([
  '.vscode/settings.json',
  '.github/workflows/citations.yml',
])

/** Whether `path` leads to something from the root, or means a reader's own file; it may have wildcards. */
function isThere(path: string): boolean {
  if (ofReaders.has(path)) return true
  return globSync(path.replaceAll('…', '*'), { cwd: root }).length > 0
}

const folders = 'src|test|docs|scripts|corpus|media|l10n|\\.(?:config|github|ci|vscode)'
const path = new RegExp(`^(?:${folders})/|^[A-Z_]+\\.(?:md|txt)$`, 'u')

/** The paths of the project that stand in backticks or in a fence of a page. */
function pathsIn({ text }: ProjectText): readonly string[] {
  return [...codeIn(text), ...fencedLines(text)]
    .flatMap((code) => code.split(' '))
    .filter((word) => path.test(word))
}

/** The script of ours that `code` runs, if any: `npm run build -- --production`. */
function commandIn(code: string): readonly string[] {
  const [, name] = /^npm (?:run )?(start|test|(?<=run )[\w:-]+)/u.exec(code) ?? []
  return name === undefined ? [] : [name]
}

/** What the links of a page lead to within the project, from the root. */
function linksIn({ path: page, text }: ProjectText): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/gu)].map(([, target]) =>
    join(dirname(page), target ?? ''),
  )
}

suite('The pages', () => {
  test('name only paths that exist', () => {
    const named = pages.flatMap((page) => pathsIn(page).map((name) => ({ page, name })))
    assert.ok(named.length > 60, String(named.length))
    assert.deepEqual(
      named.filter(({ name }) => !isThere(name)).map(({ page, name }) => `${page.path}: ${name}`),
      [],
    )
  })

  test('name only commands of npm that exist, and all of them', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const named = pages.flatMap(({ text }) => codeIn(text)).flatMap((code) => commandIn(code))
    assert.deepEqual([...new Set(named)].sort(), Object.keys(scripts).sort())
  })

  test('link only to what exists', () => {
    const links = pages.flatMap((page) => linksIn(page).map((target) => ({ page, target })))
    assert.deepEqual(
      links
        .filter(({ target }) => !existsSync(join(root, target)))
        .map(({ page, target }) => `${page.path}: ${target}`),
      [],
    )
  })

  test('are named by code and pages only where they are in the repository', () => {
    const there = new Set(everything.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))
    const absent = everything.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:[A-Z][A-Z_]{3,}|spec)\.md\b/gu)]
        .map(([name]) => name)
        .filter((name) => !there.has(name))
        .map((name) => `${path}: ${name}`),
    )
    assert.deepEqual(absent, [])
  })

  test('lie nowhere beside the project: one file knows where published documents may be', () => {
    const beside = everything.filter(({ text }) => /\.\.\/shared\b|\/work\//u.test(text))
    assert.deepEqual(
      beside.map(({ path }) => path),
      ['test/support/officialSource.ts'],
    )
  })
})

suite('The page of words', () => {
  test('names only types that core exports', () => {
    const [page] = projectTexts('docs/words.md')
    const core = projectTexts('src/core/**/*.ts')
    const names = rowsIn(page?.text ?? '').flatMap(([, , inCore = '']) => codeIn(inCore))
    assert.ok(names.length > 25)
    assert.deepEqual(
      names.filter((name) => !core.some(({ text }) => declares(text, name))),
      [],
    )
  })
})

function declares(text: string, name: string): boolean {
  return new RegExp(`^export (?:interface|class|type) ${name}\\b`, 'mu').test(text)
}
