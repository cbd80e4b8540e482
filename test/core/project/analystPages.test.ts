// What the pages for analysts say of the editor is what the editor has: commands, settings, problems, pictures, links.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import Ajv from 'ajv'
import { load } from 'js-yaml'
import { parse, type ParseError } from 'jsonc-parser'
import { problemCodes, usualSeverity } from '../../../src/core/features/problems/problem.ts'
import { namesFilter } from '../../../src/core/setUp/namesFilter.ts'
import { commandIds } from '../../../src/vscode/commandIds.ts'
import { analystPages, type AnalystPage } from '../../support/pages/analystPages.ts'
import { filesIn, withoutFences } from '../../support/pages/fences.ts'
import { codeOf, tablesIn } from '../../support/pages/tables.ts'
import { projectTexts, root } from './projectText.ts'

const tableOf = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>

interface Manifest {
  readonly repository: { readonly url: string }
  readonly contributes: {
    readonly configuration: Configuration | readonly Configuration[]
    readonly semanticTokenTypes: readonly { readonly id: string }[]
  }
}

interface Customization {
  readonly rules?: Readonly<Record<string, unknown>>
}

interface Configuration {
  readonly properties: Readonly<Record<string, { readonly default: unknown }>>
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const settings = Object.assign(
  {},
  ...[manifest.contributes.configuration].flat().map(({ properties }) => properties),
) as Configuration['properties']

function pageAt(path: string): AnalystPage {
  return analystPages.find((page) => page.path === path) ?? assert.fail(path)
}

/** The titles of all commands in the language of a page. */
function titlesFor({ path }: AnalystPage): readonly string[] {
  const words = tableOf(isChinese(path) ? 'package.nls.zh-cn.json' : 'package.nls.json')
  return Object.values(commandIds).map((id) => words[id.replace('policyCitation', 'command')] ?? id)
}

function isChinese(path: string): boolean {
  return path.startsWith('docs/zh-Hans/')
}

/** The sentences of ours that stand in the window, in the language of a page, titles and labels among them. */
function interfaceWords(page: AnalystPage): ReadonlySet<string> {
  const bundle = tableOf('l10n/bundle.l10n.zh-cn.json')
  const sentences = isChinese(page.path) ? Object.values(bundle) : Object.keys(bundle)
  const named = tableOf(isChinese(page.path) ? 'package.nls.zh-cn.json' : 'package.nls.json')
  return new Set([...sentences, ...Object.values(named), ...titlesFor(page)])
}

/** What is bold in `text`. */
function boldIn(text: string): readonly string[] {
  return [...text.matchAll(/\*\*([^*\n]+)\*\*/gu)].map(([, words = '']) => words)
}

/** The page without its examples and its code. */
function proseOf({ text }: AnalystPage): string {
  return withoutFences(text).replaceAll(/`[^`\n]+`/gu, '`')
}

suite('The README', () => {
  const { text } = pageAt('README.md')

  test('is one page', () => {
    assert.ok(text.split('\n').length <= 80)
  })

  test('has the two commands that tests and CI run, word for word', () => {
    assert.match(text, /^npm ci && npm start +#/mu)
    assert.match(text, /^npm ci && npm test +#/mu)
  })

  test('leads to every page for analysts', () => {
    const led = linksOf(pageAt('README.md')).map(({ path }) => path)
    const english = analystPages.filter(({ path }) => path !== 'README.md' && !isChinese(path))
    assert.deepEqual(
      english.filter(({ path }) => !led.includes(path)),
      [],
    )
    assert.ok(led.includes('docs/zh-Hans/README.md'))
  })
})

suite('The page of commands and settings', () => {
  const page = pageAt('docs/commands-and-settings.md')

  test('has each command by its title, once', () => {
    const rows = tablesIn(page.text).find(({ head: [first] }) => first === 'command')?.rows ?? []
    const titles = rows.flatMap(([cell = '']) => boldIn(cell))
    assert.deepEqual(titles.toSorted(), titlesFor(page).toSorted())
  })

  test('has each setting, with its default', () => {
    const rows = tablesIn(page.text).find(({ head: [first] }) => first === 'setting')?.rows ?? []
    const told = rows.map(([name, value]) => [codeOf(name), codeOf(value)])
    const inManifest = Object.entries(settings).map(([name, { default: value }]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    assert.deepEqual(told.toSorted(), inManifest.toSorted())
  })
})

test('The page on checking has each problem code, with its usual severity', () => {
  const { text } = pageAt('docs/checking-a-report.md')
  const rows = tablesIn(text).find(({ head: [first] }) => first === 'code')?.rows ?? []
  assert.deepEqual(
    rows.map(([code, severity]) => [codeOf(code), severity]).toSorted(),
    problemCodes.map((code) => [code, usualSeverity[code]]).toSorted(),
  )
})

suite('The pages for analysts', () => {
  test('name only settings and problem codes that there are', () => {
    const named = analystPages.flatMap(({ path, text }) =>
      [...text.matchAll(/[`"](policyCitation\.[\w.]+)[`"]/gu)].map(([, name = '']) => ({
        path,
        name,
      })),
    )
    assert.ok(named.length > 30)
    assert.deepEqual(
      named.filter(({ name }) => !(name in settings)),
      [],
    )
    const groups =
      /[`"]((?:bibliography|citation|claim|ignore|report|statement|quotation)\.[a-z-]+)[`"]/gu
    const codes = analystPages.flatMap(({ text }) =>
      [...text.matchAll(groups)].map(([, code]) => code),
    )
    const known: ReadonlySet<string | undefined> = new Set(problemCodes)
    assert.deepEqual(
      codes.filter((code) => !known.has(code) && !fileName.test(code ?? '')),
      [],
    )
  })

  for (const page of analystPages) {
    test(`${page.path} calls what the window shows as the window does, in bold`, () => {
      const words = interfaceWords(page)
      const bold = boldIn(proseOf(page))
      const own = bold.filter((text) => !words.has(text) && !emphasised.has(text))
      assert.deepEqual(own, [])
    })
  }

  test('show settings that the manifest accepts', () => {
    const ajv = new Ajv({ unknownFormats: 'ignore' })
    const accepts = ajv.compile({ properties: settings, additionalProperties: false })
    const shown = analystPages.flatMap(({ text }) => filesIn(text))
    const json = shown.filter(([name]) => name.endsWith('settings.json'))
    assert.ok(json.length >= 4)
    for (const [, content] of json) {
      const errors: ParseError[] = []
      const value = parse(content, errors) as Record<string, unknown>
      const ours = Object.entries(value).filter(([name]) => !ofVsCode.has(name))
      assert.deepEqual(errors, [])
      assert.ok(accepts(Object.fromEntries(ours)), ajv.errorsText(accepts.errors))
    }
  })

  test('colour only kinds of tokens that there are', () => {
    const ids = new Set(manifest.contributes.semanticTokenTypes.map(({ id }) => id))
    const shown = analystPages.flatMap(({ text }) => filesIn(text)).map(([, content]) => content)
    const rules = shown.flatMap((content) => {
      const value = parse(content) as Record<string, Customization> | undefined
      return Object.keys(value?.['editor.semanticTokenColorCustomizations']?.rules ?? {})
    })
    assert.ok(rules.length > 0)
    assert.deepEqual(
      rules.filter((id) => !ids.has(id)),
      [],
    )
  })

  test('show YAML that can be read, and a project of Quarto that runs the filter', () => {
    const shown = analystPages.flatMap(({ text }) => filesIn(text))
    const yaml = shown.filter(([name]) => /\.ya?ml$/u.test(name))
    assert.ok(yaml.length >= 3)
    for (const [name, content] of yaml) {
      assert.equal(typeof load(content), 'object', name)
      if (name === '_quarto.yml') assert.ok(namesFilter(content))
    }
  })

  test('show only pictures that a test through the window makes', () => {
    const made = new Set(
      projectTexts('test/ui/*.test.ts').flatMap(({ text }) =>
        [...text.matchAll(/\.screenshot\(\s*['`]([\w-]+)['`]/gu)].map(([, name]) => name),
      ),
    )
    // Made in a loop over the themes, by their names.
    if (projectTexts('test/ui/preview.test.ts')[0]?.text.includes('`preview-${theme}`') === true) {
      made.add('preview-light')
    }
    const shown = shownPictures()
    assert.ok(shown.length > 15)
    assert.deepEqual(
      shown.filter((name) => !existsSync(join(root, `media/${name}.png`)) || !made.has(name)),
      [],
    )
  })

  test('show each picture that is kept for them', () => {
    const shown = new Set([...shownPictures(), 'icon'])
    const kept = readdirSync(join(root, 'media')).filter((name) => name.endsWith('.png'))
    assert.deepEqual(
      kept.filter((name) => !shown.has(name.slice(0, -'.png'.length))),
      [],
    )
  })

  test('link to pages and headings that there are', () => {
    const links = analystPages.flatMap((page) => linksOf(page))
    assert.ok(links.length > 40, String(links.length))
    const broken = links.filter(({ path, anchor }) => !leads(path, anchor))
    assert.deepEqual(broken, [])
  })
})

/** Names of files that look like codes of problems. */
const fileName = /\.(?:md|json|lua|pdf|sarif)$/u

/** What is bold and no word of the window: what it is, and those of the three ways of use that have no command. */
const emphasised: ReadonlySet<string> = new Set([
  'Cite the exact measure of a policy plan, on the exact page, without leaving your report.',
  ...['Autocomplete.', 'Hover.'],
  '在报告里直接引用政策计划的具体措施，页码准确无误。',
  ...['自动补全', '悬停'],
])

/** Settings of VS Code's own that pages speak of. */
const ofVsCode: ReadonlySet<string> = new Set([
  'editor.semanticTokenColorCustomizations',
  'markdown.validate.referenceLinks.enabled',
])
const repository = manifest.repository.url.replace(/\.git$/u, '')
const rawAddress = repository.replace('github.com', 'raw.githubusercontent.com')
const mediaAddress = `${rawAddress}/main/media/`

/** The names of all pictures that the pages show, which must lie in the repository, where the Marketplace finds them. */
function shownPictures(): readonly string[] {
  return analystPages
    .flatMap(({ text }) => [...text.matchAll(/!\[[^\]\n]+\]\(([^)\n]+)\)/gu)])
    .map(([, address = '']) => {
      assert.ok(address.startsWith(mediaAddress) && address.endsWith('.png'), address)
      return address.slice(mediaAddress.length, -'.png'.length)
    })
}

interface Link {
  readonly from: string
  /** From the root. */
  readonly path: string
  readonly anchor: string | undefined
}

/** The links of a page to what is of the project, whether they are addresses of its repository or not. */
function linksOf({ path: from, text }: AnalystPage): readonly Link[] {
  return [...text.matchAll(/(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)/gu)].flatMap(([, target = '']) => {
    const own = `${repository}/blob/main/`
    const isOwn = target.startsWith(own)
    if (!isOwn && /^https?:/u.test(target)) return []
    const [name = '', anchor] = (isOwn ? target.slice(own.length) : target).split('#')
    const path = isOwn ? name : join(from, '..', name)
    return [{ from, path: name === '' ? from : path.replaceAll('\\', '/'), anchor }]
  })
}

function leads(path: string, anchor: string | undefined): boolean {
  const file = join(root, path)
  if (!existsSync(file)) return false
  return anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).has(anchor)
}

/** The anchors of a page's headings, as GitHub makes them, and those of its own. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...page.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
  const own = [...page.matchAll(/<a id="([^"]+)">/gu)].map(([, id = '']) => id)
  return new Set([...headings, ...own])
}
