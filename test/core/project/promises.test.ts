import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import ts from 'typescript'
import { problemCodes, usualSeverity } from '../../../src/core/features/problems/problem.ts'
import { commandIds } from '../../../src/vscode/commandIds.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const readTable = (path: string): Record<string, string> =>
  JSON.parse(read(path)) as Record<string, string>

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly keybindings: readonly { readonly command: string }[]
    readonly configuration: readonly SettingsGroup[]
  }
  readonly activationEvents: readonly string[]
  readonly [key: string]: unknown
}

interface SettingsGroup {
  readonly title: string
  readonly order: number
  readonly properties: Record<string, Setting>
}

interface Setting {
  readonly order: number
  readonly markdownDescription: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly markdownEnumDescriptions?: readonly string[]
  readonly default: unknown
  readonly properties?: Record<string, { readonly default: string }>
}

const manifest = JSON.parse(read('package.json')) as Manifest
const groups = manifest.contributes.configuration
const settings = Object.assign({}, ...groups.map(({ properties }) => properties)) as Record<
  string,
  Setting
>
const languages = ['zh-cn', 'zh-tw'] as const

/** All files of `folder`, with their paths from the root. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const sources = filesOf('src')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))

/** The sentences that the adapter hands to `l10n.t`, and those that core leaves to it. */
function localised(): ReadonlySet<string> {
  const calls = sources.flatMap((text) => [...text.matchAll(/\bt\(\s*'((?:[^'\\\n]|\\.)*)'/gu)])
  return new Set([
    ...calls.map(([, words]) => words ?? ''),
    ...sources.flatMap((text) => taggedSentences(text)),
  ])
}

/** The templates of all `` sentence`…` `` in `source`, those within others too. */
function taggedSentences(source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sentence') {
      found.push(templateOf(node.template))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  return found
}

function templateOf(literal: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return literal.text
  return literal.templateSpans.reduce(
    (before, span, at) => `${before}{${String(at)}}${span.literal.text}`,
    literal.head.text,
  )
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\d+\}/gu)].map(String).sort()

suite('The architecture page', () => {
  const page = read('src/README.md')

  test('names only paths that exist', () => {
    const paths = [
      ...page.matchAll(
        /`((?:src|test|scripts|corpus|media|l10n|\.config|\.github)(?:\/[\w./-]*)?|package[\w./-]*)`/gu,
      ),
    ].map(([, path]) => path ?? '')
    assert.ok(paths.length > 15)
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    )
  })
})

suite('The manifest', () => {
  test('contributes the commands that are registered, and no others', () => {
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command),
      Object.values(commandIds),
    )
  })

  test('activates on report languages only', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:markdown',
      'onLanguage:quarto',
      'onLanguage:rmd',
    ])
  })

  test('gives each problem code the severity that it usually has', () => {
    const declared = settings['policyCitation.problems.severity']?.properties ?? {}
    const defaults = Object.fromEntries(
      Object.entries(declared).map(([code, { default: level }]) => [code, level]),
    )
    assert.deepEqual(defaults, usualSeverity)
  })

  test('names no sentence that the tables of words lack, and the tables none that it does not name', () => {
    const named = new Set(
      [...read('package.json').matchAll(/%([\w.-]+)%/gu)].map(([, key]) => key ?? ''),
    )
    assert.deepEqual(Object.keys(readTable('package.nls.json')).sort(), [...named].sort())
  })
})

suite('The words', () => {
  for (const language of languages) {
    test(`of the manifest are all there in ${language}`, () => {
      const english = readTable('package.nls.json')
      const translated = readTable(`package.nls.${language}.json`)
      assert.deepEqual(Object.keys(translated), Object.keys(english))
      assert.deepEqual(
        Object.entries(translated).filter(([key, text]) => text === '' || text === english[key]),
        [],
      )
    })

    test(`of the adapter are all there in ${language}, with the same placeholders`, () => {
      const bundle = readTable(`l10n/bundle.l10n.${language}.json`)
      assert.deepEqual(Object.keys(bundle).sort(), [...localised()].sort())
      assert.deepEqual(
        Object.entries(bundle).filter(
          ([english, text]) => placeholders(english).join() !== placeholders(text).join(),
        ),
        [],
      )
    })
  }

  test('are never shown as bare English literals', () => {
    const bare = sources.flatMap(
      (text) => text.match(/show(?:Information|Warning|Error)Message\(\s*['"`].*/gu) ?? [],
    )
    assert.deepEqual(bare, [])
  })
})

suite('The pages for analysts', () => {
  const reference = read('docs/commands-and-settings.md')

  test('name every setting and no other', () => {
    const named = [...reference.matchAll(/[`"](policyCitation\.[\w.]+)[`"]/gu)].map(
      ([, name]) => name ?? '',
    )
    assert.deepEqual([...new Set(named)].sort(), Object.keys(settings).sort())
  })

  test('name every problem code and no other', () => {
    const named = [
      ...read('docs/checking-a-report.md').matchAll(
        /[`"]((?:bibliography|citation|claim|ignore|report|statement|quotation)\.[a-z-]+)[`"]/gu,
      ),
    ].map(([, code]) => code ?? '')
    assert.deepEqual([...new Set(named)].sort(), [...problemCodes].sort())
  })

  test('name every command', () => {
    const words = readTable('package.nls.json')
    const titles = Object.values(commandIds).map(
      (id) => words[`command.${id.slice('policyCitation.'.length)}`] ?? id,
    )
    assert.deepEqual(
      titles.filter((title) => !reference.includes(title)),
      [],
    )
  })

  test('show only pictures that are there', () => {
    const pages = ['README.md', ...filesOf('docs').map((file) => file.slice(root.length + 1))]
    const pictures = pages.flatMap((page) =>
      [...read(page).matchAll(/\/main\/(media\/[\w.-]+)\)/gu)].map(([, path]) => path ?? ''),
    )
    assert.ok(pictures.length >= 15)
    assert.deepEqual(
      pictures.filter((path) => !existsSync(join(root, path))),
      [],
    )
  })
})
