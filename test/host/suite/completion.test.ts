import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { isOurs, openReport, suggestionsAt, type ReportEditor } from '../reportEditor.ts'

const keyOf = ({ detail }: vscode.CompletionItem): string => detail?.split(' ')[0] ?? ''

/** Accepts the suggestion with the key `key` and returns the text with the caret as `|`. */
async function accept(report: ReportEditor, key: string): Promise<string> {
  const items = await suggestionsAt(report)
  const item = items.find((candidate) => keyOf(candidate) === key)
  assert.ok(item, `${key} is among ${String(items.length)} items`)
  const { editor, document } = report
  assert.ok(item.range instanceof vscode.Range)
  const inserted = item.insertText
  const snippet =
    inserted instanceof vscode.SnippetString
      ? inserted
      : new vscode.SnippetString().appendText(inserted ?? '')
  await editor.insertSnippet(snippet, item.range)
  const caret = document.offsetAt(editor.selection.active)
  const text = document.getText()
  return `${text.slice(0, caret)}|${text.slice(caret)}`
}

const key = 'us-aiap-2025:I.1.3'
const place = 'us-aiap-2025, p. 3, pillar I, sec. 1, action 3'

suite('completion', () => {
  test('offers at most 100 items, incomplete, in our order', async () => {
    const report = await openReport('Thus @|')
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      report.document.uri,
      report.document.positionAt(report.offset),
    )
    const ours = list.items.filter(isOurs)
    assert.ok(list.isIncomplete)
    assert.ok(ours.length > 30 && ours.length <= 100)
    assert.ok(ours.every(({ filterText }) => filterText?.startsWith('@')))
    assert.equal(
      new Set(ours.map(({ filterText }) => filterText)).size,
      1,
      'VS Code has nothing to choose by',
    )
    const order = ours.map(({ sortText }) => sortText)
    assert.deepEqual(order, [...order].sort())
    assert.ok(
      ours.every(({ documentation }) => documentation === undefined),
      'cards come with resolving',
    )
  })

  for (const [words, expected] of [
    ['state funding', 'us-aiap-2025:I.1.3'],
    ['us-aiap-2025:II.3.1', 'us-aiap-2025:II.3.1'],
    ['出口管制', 'us-aiap-2025:III.3'],
  ] as const) {
    test(`finds ${expected} by “${words}”`, async () => {
      const items = await suggestionsAt(await openReport(`Thus @${words}|`))
      const keys = items.slice(0, 10).map(keyOf)
      assert.ok(
        keys.some((found) => found.startsWith(expected)),
        keys.join(),
      )
    })
  }

  for (const [before, after] of [
    [`See @${key}|`, `[See @${place}]|`],
    ['根据@state funding|', `根据[@${place}]|`],
    ['[@state funding|]', `[@${place}]|`],
    ['[@smith2020; @state funding|]', `[@smith2020; @${place}]|`],
    ['[@us-aiap-|2025:II.1.1, p. 14]', `[@${key}|, p. 14]`],
    ['（@state funding|）', `（[@${place}]|）`],
  ] as const) {
    test(`accepting in “${before}” leaves a citation that Pandoc reads`, async () => {
      const accepted = await accept(await openReport(before), key)
      assert.equal(accepted, after)
    })
  }

  test('what is accepted is written in the style of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('policyCitation')
    const set = async (style: string | undefined): Promise<void> => {
      await settings.update('citation.style', style, vscode.ConfigurationTarget.Global)
    }
    try {
      await set('key')
      const keyed = await accept(await openReport('So it is @state funding|.'), key)
      assert.equal(keyed.replaceAll('|', ''), `So it is [@${key}, p. 3].`)
      await set('locator')
      const placed = await accept(await openReport('So it is @state funding|.'), key)
      assert.equal(placed.replaceAll('|', ''), `So it is [@${place}].`)
      await set('text')
      const read = await accept(await openReport('So it is @state funding|.'), key)
      assert.match(read, /^So it is The White House, [^@]+, p\. 3\|?\.$/u)
    } finally {
      await set(undefined)
    }
  })

  for (const nothing of [
    '`@state|`',
    '    @state|',
    '<a title="@state|">',
    '[x](@state|)',
    '$@state|$',
    'a@state|',
    '@fig-state|',
    '@tbl-|',
    '@sec-|',
    '@eq-|',
    '@lst-|',
    '@thm-|',
    '@fig:|',
    '---\n# @state|\n---\n',
  ]) {
    test(`offers nothing in ${JSON.stringify(nothing)}`, async () => {
      assert.equal((await suggestionsAt(await openReport(nothing))).length, 0)
    })
  }

  test('the card comes with the resolved item', async () => {
    const report = await openReport(`@${key}|`)
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      report.document.uri,
      report.document.positionAt(report.offset),
      undefined,
      3,
    )
    const documentation = list.items.find((item) => keyOf(item) === key)?.documentation
    assert.ok(documentation instanceof vscode.MarkdownString)
    assert.match(documentation.value, /Office of Management and Budget/u)
  })
})
