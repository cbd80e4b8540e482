import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { tellOfStyleChange } from '../../../src/vscode/styleChange.ts'
import { eventually } from '../../support/eventually.ts'
import { suite, test } from '../mocha.ts'

/** What one machine keeps, in memory. */
class Kept implements vscode.Memento {
  readonly #values = new Map<string, unknown>()

  keys(): readonly string[] {
    return [...this.#values.keys()]
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    return (this.#values.get(key) as T | undefined) ?? otherwise
  }

  update(key: string, value: unknown): Thenable<void> {
    this.#values.set(key, value)
    return Promise.resolve()
  }
}

function styleNow(): unknown {
  return vscode.workspace.getConfiguration('policyCitation').inspect('citation.style')?.globalValue
}

async function choose(style: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('policyCitation')
  await settings.update('citation.style', style, vscode.ConfigurationTarget.Global)
}

suite('That citations are written otherwise now', () => {
  teardown(async () => {
    await choose(undefined)
  })

  for (const style of ['pandoc', 'locator']) {
    test(`is told to who had chosen ${style}, and Keep Keys goes on with keys`, async () => {
      await choose(style)
      const kept = new Kept()
      await vscode.commands.executeCommand('notifications.clearAll')
      const telling = tellOfStyleChange(kept)
      let isDone = false
      void telling.then(() => (isDone = true))
      await eventually('the message is answered', async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction')
        return isDone
      })
      assert.equal(styleNow(), 'key')
      await choose(style)
      // It would wait for an answer if it were told again.
      await tellOfStyleChange(kept)
      assert.equal(styleNow(), style)
    })
  }

  for (const style of [undefined, 'key', 'footnote']) {
    test(`is not told to who had chosen ${style ?? 'nothing'}`, async () => {
      await choose(style)
      const kept = new Kept()
      await tellOfStyleChange(kept)
      assert.deepEqual(kept.keys(), [])
    })
  }
})
