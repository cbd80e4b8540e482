import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ReportWindow } from '../support/reportWindow.ts'
import { VsCode } from '../support/vsCode.ts'

/** Stands in for Code Spell Checker, and writes into its status item what it was given. */
const checker = `const vscode = require('vscode')
exports.activate = () => {
  const item = vscode.window.createStatusBarItem('given')
  return { registerConfig(file) { item.text = 'Given ' + file; item.show() } }
}`

const desk = await ReportWindow.open(
  {},
  VsCode.start('working tree', { 'streetsidesoftware.code-spell-checker': checker }),
)

desk.test(
  'Code Spell Checker is given our settings, with a list of words beside them',
  'As planned [@us-aiap-2025, p. 3].\n',
  async (window) => {
    const item = window.page.locator('.statusbar-item', { hasText: 'Given' })
    await item.waitFor()
    const file = (await item.innerText()).trim().replace('Given ', '')
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const { dictionaryDefinitions } = settings as {
      dictionaryDefinitions: readonly { path: string }[]
    }
    const words = path.join(path.dirname(file), dictionaryDefinitions[0]?.path ?? '')
    assert.ok(readFileSync(words, 'utf8').split('\n').includes('us-aiap-2025'))
  },
)
