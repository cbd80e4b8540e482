import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { projectTexts, root } from './projectText.ts'

interface Command {
  readonly command: string
  readonly title: string
  readonly category: string
  readonly enablement?: string
}

interface MenuItem {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
}

interface Setting {
  readonly order: number
  readonly type: string
  readonly markdownDescription?: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly markdownEnumDescriptions?: readonly string[]
  readonly patternErrorMessage?: string
  readonly items?: Setting
  readonly properties?: Readonly<Record<string, Setting>>
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly Command[]
    readonly submenus: readonly { readonly id: string; readonly label: string }[]
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>
    readonly keybindings: readonly MenuItem[]
    readonly configuration: readonly {
      readonly title: string
      readonly order: number
      readonly properties: Readonly<Record<string, Setting>>
    }[]
  }
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const { commands, submenus, menus, keybindings, configuration } = (read('package.json') as Manifest)
  .contributes
const tables = ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json'].map(
  (path) => read(path) as Readonly<Record<string, string>>,
)
const settings = configuration.flatMap(({ properties }) => Object.entries(properties))

/** What a text of the manifest is in each language; nothing where it is no sentence of the tables. */
function said(text = ''): readonly string[] {
  const [, key = ''] = /^%([^%]+)%$/u.exec(text) ?? []
  return tables.flatMap((table) => table[key] ?? [])
}

const inThreeLanguages = (text: string | undefined): boolean =>
  said(text).length === 3 && new Set(said(text)).size > 1

suite('The commands of the manifest', () => {
  test('have one category, and titles in three languages', () => {
    for (const { command, title, category } of commands) {
      assert.equal(category, 'Policy Citation', command)
      assert.ok(inThreeLanguages(title), command)
    }
  })

  test('say themselves where they can work, so that the list of the palette says no more than where the caret must be', () => {
    // The pointer, too, enables what is done with a citation, for the menu; the palette works at the caret.
    const ofCitation = commands.filter(({ enablement }) => enablement?.includes('.atCitation'))
    assert.deepEqual(
      menus['commandPalette'],
      ofCitation.map(({ command }) => ({ command, when: 'policyCitation.caretAtCitation' })),
    )
    const everywhere = commands.filter(({ enablement }) => enablement === undefined)
    assert.deepEqual(
      everywhere.map(({ command }) => command.slice('policyCitation.'.length)),
      [
        'openWalkthrough',
        'openSample',
        'browsePlan',
        'whyNothingOffered',
        'newCorpusFile',
        'reloadCorpora',
      ],
    )
  })

  test('ask only for context that VS Code has or that we set', () => {
    const conditions = [...commands.map(({ enablement }) => enablement), ...allWhens()]
    const asked = conditions.flatMap((one) => one?.match(/policyCitation\.\w+/gu) ?? [])
    const source = projectTexts('src/vscode/**/*.ts')
      .map(({ text }) => text)
      .join('\n')
    assert.ok(asked.length > 20)
    for (const key of new Set(asked)) {
      const name = key.slice('policyCitation.'.length)
      assert.match(source, new RegExp(`'policyCitation\\.${name}',|#tell\\('${name}',`, 'u'))
    }
  })

  test('are in the menus that the manifest has, each menu of ours in an editor’s', () => {
    const known = new Set(commands.map(({ command }) => command))
    for (const { command } of [...Object.values(menus).flat(), ...keybindings]) {
      assert.ok(command === undefined || known.has(command), command)
    }
    const shown = Object.values(menus).flatMap((items) =>
      items.flatMap(({ submenu }) => submenu ?? []),
    )
    assert.deepEqual(
      shown,
      submenus.map(({ id }) => id),
    )
    for (const id of shown) assert.ok((menus[id] ?? []).length > 4, id)
  })
})

function allWhens(): readonly (string | undefined)[] {
  return [...Object.values(menus).flat(), ...keybindings].map(({ when }) => when)
}

suite('The settings of the manifest', () => {
  test('stand in groups, which have titles in three languages and an order', () => {
    assert.ok(configuration.length > 1)
    assert.deepEqual(
      configuration.map(({ order }) => order),
      configuration.map((_, at) => at + 1),
    )
    for (const { title, properties } of configuration) {
      assert.ok(inThreeLanguages(title), title)
      const orders = Object.values(properties).map(({ order }) => order)
      assert.deepEqual(
        orders,
        orders.map((_, at) => at + 1),
        title,
      )
    }
  })

  for (const [name, setting] of settings) {
    test(`${name} is described in Markdown in three languages, with each of its choices`, () => {
      assert.ok(inThreeLanguages(setting.markdownDescription))
      const choices = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? []
      assert.equal(choices.length, setting.enum?.length ?? 0)
      for (const choice of choices) assert.equal(said(choice).length, 3, choice)
      for (const message of [setting, setting.items].map((one) => one?.patternErrorMessage)) {
        assert.ok(message === undefined || inThreeLanguages(message), message)
      }
      for (const [code, problem] of Object.entries(setting.properties ?? {})) {
        assert.ok(inThreeLanguages(problem.markdownDescription), code)
      }
    })

    test(`${name} shows what it may be`, () => {
      const choices = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? []
      const texts = [setting.markdownDescription, ...choices].map(said)
      for (const language of tables.keys()) {
        assert.match(texts.map((text) => text[language]).join('\n'), /`[^`]+`/u)
      }
    })
  }
})
