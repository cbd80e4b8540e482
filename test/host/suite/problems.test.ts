import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { suite, test } from '../mocha.ts'
import { diagnosed, openReport, problemsBecome, problemsOf } from '../reportEditor.ts'

/** The titles of the quick fixes at `text`, and the means to apply one. */
async function fixesAt(
  document: vscode.TextDocument,
  text: string,
): Promise<readonly vscode.CodeAction[]> {
  const start = document.getText().indexOf(text)
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + text.length),
  )
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  )
  return actions.filter(({ edit }) => edit !== undefined)
}

async function applyFirst(document: vscode.TextDocument, text: string): Promise<string> {
  const [first] = await fixesAt(document, text)
  assert.ok(first?.edit, `a fix for ${text}`)
  await vscode.workspace.applyEdit(first.edit)
  return document.getText()
}

suite('problems', () => {
  test('each has a link to what explains its code', async () => {
    const { document } = await openReport('[@us-aiap-2025:I.1.33]\n')
    const code = await diagnosed('there is a problem', () => {
      const all = vscode.languages.getDiagnostics(document.uri)
      return all.find(({ source }) => source === 'Policy Citation')?.code
    })
    assert.ok(typeof code === 'object')
    assert.equal(code.value, 'citation.unknown-key')
    assert.match(code.target.toString(true), /^https:.*\/docs\/problems\.md#citation-unknown-key$/u)
  })

  for (const [report, code, underlined, mended] of [
    [
      '[@us-aiap-2025:I.1.33]',
      'citation.unknown-key',
      'us-aiap-2025:I.1.33',
      '[@us-aiap-2025, pillar I, sec. 1, action 3]',
    ],
    [
      '[@us-aiap-2052:I.1.3]',
      'citation.unknown-key',
      'us-aiap-2052:I.1.3',
      '[@us-aiap-2025, pillar I, sec. 1, action 3]',
    ],
    ['[@US-AIAP-2025:i.1.3]', 'citation.other-case', 'US-AIAP-2025:i.1.3', '[@us-aiap-2025:I.1.3]'],
    [
      '按 @us-aiap-2025:I.1.3规定',
      'citation.swallowed-text',
      'us-aiap-2025:I.1.3规定',
      '按 [@us-aiap-2025:I.1.3]规定',
    ],
    [
      '根据@us-aiap-2025:I.1.3。',
      'citation.glued',
      '@us-aiap-2025:I.1.3',
      '根据[@us-aiap-2025:I.1.3]。',
    ],
    [
      '[@us-aiap-2025:I.1.3, p. 41]',
      'citation.page-outside-document',
      '41',
      '[@us-aiap-2025:I.1.3, p. 3]',
    ],
    [
      '[@us-aiap-2025:I.1.3, p. 9]',
      'citation.page-not-of-measure',
      '9',
      '[@us-aiap-2025:I.1.3, p. 3]',
    ],
  ] as const) {
    test(`${code}: “${report}” is underlined and mended by its first fix`, async () => {
      const { document } = await openReport(report)
      await problemsBecome(document, [`${code} ${underlined}`])
      assert.equal(await applyFirst(document, underlined), mended)
      await problemsBecome(document, [])
    })
  }

  test('citation.full-width: punctuation in a group is replaced', async () => {
    const { document } = await openReport('[@us-aiap-2025:I.1.3；@us-aiap-2025:I.1.4]')
    await problemsBecome(document, ['citation.full-width ；'])
    assert.equal(await applyFirst(document, '；'), '[@us-aiap-2025:I.1.3; @us-aiap-2025:I.1.4]')
    await problemsBecome(document, [])
  })

  test('citation.full-width: one fix mends a whole group, and is offered once', async () => {
    const group = '［@us-aiap-2025:I.1.3，第3页；@us-aiap-2025:I.1.4，第3页］'
    const { document } = await openReport(`见${group}。`)
    const marks = ['［', '，', '；', '，', '］'].map((mark) => `citation.full-width ${mark}`)
    await problemsBecome(document, marks)
    const fixes = await fixesAt(document, group)
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Replace “［，；］” with “[,;]”', 'Ignore this finding here'],
    )
    assert.equal(
      await applyFirst(document, '；'),
      '见[@us-aiap-2025:I.1.3, 第3页; @us-aiap-2025:I.1.4, 第3页]。',
    )
    await problemsBecome(document, [])
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), `见${group}。`)
  })

  test('keys of other bibliographies, cross-references and addresses are never reported', async () => {
    const { document } = await openReport(
      '[@smith2020] @fig-one @us2020 a@us-aiap-2025.example `@us-aiap-2025:IX` [@us-aiap-2025:IX.9]',
    )
    await problemsBecome(document, ['citation.unknown-key us-aiap-2025:IX.9'])
  })

  test('follow typing, and go when the file closes', async () => {
    const { document, editor } = await openReport('[@us-aiap-2025:IX.9]')
    await problemsBecome(document, ['citation.unknown-key us-aiap-2025:IX.9'])
    await editor.edit((builder) => {
      builder.replace(new vscode.Range(0, 0, 0, 20), '[@us-aiap-2025:I.1]')
    })
    await problemsBecome(document, [])
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(0, 0), '[@us-aiap-2025:IX.8]')
    })
    await problemsBecome(document, ['citation.unknown-key us-aiap-2025:IX.8'])
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await diagnosed('the problems are gone', () => problemsOf(document).length === 0)
  })

  test('case 36: of more than a thousand problems the rest is counted', async () => {
    const { document } = await openReport('[@us-aiap-2025:IX.9] '.repeat(1200))
    await diagnosed('problems are shown', () => problemsOf(document).length === 1001)
    const last = vscode.languages.getDiagnostics(document.uri).at(-1)
    assert.match(last?.message ?? '', /200/u)
  })

  test('a quick fix cites in the style of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('policyCitation')
    const set = async (style: string | undefined): Promise<void> => {
      await settings.update('citation.style', style, vscode.ConfigurationTarget.Global)
    }
    try {
      await set('pandoc')
      const { document } = await openReport('[@us-aiap-2025:I.1.33, p. 3]')
      await problemsBecome(document, ['citation.unknown-key us-aiap-2025:I.1.33'])
      const mended = await applyFirst(document, 'us-aiap-2025:I.1.33')
      assert.equal(mended, '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]')
    } finally {
      await set(undefined)
    }
  })

  test('a severity of the settings is used, and off silences', async () => {
    const settings = vscode.workspace.getConfiguration('policyCitation')
    const set = async (value: unknown): Promise<void> => {
      await settings.update('problems.severity', value, vscode.ConfigurationTarget.Global)
    }
    const { document } = await openReport('[@us-aiap-2025:IX.9]')
    try {
      await set({ 'citation.unknown-key': 'off' })
      await problemsBecome(document, [])
      await set({ 'citation.unknown-key': 'hint' })
      await diagnosed('the problem is a hint', () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
      )
    } finally {
      await set(undefined)
    }
  })
})
