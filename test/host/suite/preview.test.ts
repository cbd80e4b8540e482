import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually } from '../../support/eventually.ts'
import { actualHost } from '../expectedHost.ts'
import { suite, test } from '../mocha.ts'
import { openReport } from '../reportEditor.ts'

/** What VS Code's own preview shows of `document`, as HTML. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document)
  return html.replaceAll('\u00A0', ' ')
}

/**
 * Beside a server the preview runs in the server's extension host: extensions of the browser's own are not
 * asked there, and so nothing can be seen of us.
 */
const isElsewhere = actualHost() === 'web worker' && vscode.env.remoteName !== undefined

const shown = isElsewhere ? test.skip : test

suite('the preview', () => {
  shown('prints citations, notes and the list in every window', async () => {
    const { document } = await openReport('So [@eu-ai-act, art. 57]|.[^1]\n\n[^1]: A note.\n')
    const html = await eventually('the citation is printed', async () => {
      const now = await rendered(document)
      return now.includes('policy-citation') && now
    })
    assert.match(html, /\(Regulation \(EU\) 2024\/1689 2024, <a href="https:[^"]*#art_57"/u)
    assert.match(
      html,
      /title="AI regulatory sandboxes&#10;(?:Amended by [^"]+&#10;)?AI Act › Article 57/u,
    )
    assert.match(html, /<li id="fn1" class="footnote-item"><p[^>]*>A note\./u)
    assert.match(html, /<div class="policy-references"><p id="ref-eu-ai-act">/u)
  })

  shown('follows the style of the report', async () => {
    const { document } = await openReport(
      '---\ncsl: apa\n---\n\nSo [@us-aiap-2025, p. 3|] and [@uk-aioap-2025].\n',
    )
    await eventually('it is printed in APA', async () => {
      return (await rendered(document)).includes('(White House, 2025, ')
    })
  })

  shown('leaves what is no report, and what is cited by others, as it is', async () => {
    const { document } = await openReport('See @octocat and [@smith2020, p. 3]|.\n')
    await eventually('the library is there', async () => {
      const { document: other } = await openReport('So [@eu-ai-act]|.\n')
      return (await rendered(other)).includes('policy-citation')
    })
    const html = await rendered(document)
    assert.match(html, /See @octocat and \[@smith2020, p\. 3\]\./u)
  })
})
