import * as vscode from 'vscode'

/** A text that can be pasted with its faces and links, and without. */
export interface RichText {
  readonly text: string
  /** HTML of ours, in which text of others stands escaped. */
  readonly html: string
}

/**
 * Puts `rich` on the clipboard. VS Code's own takes plain text only, which is there in any case; the
 * rest goes through a page that copies and closes. Where the page may not, it stays open with a button.
 * `title` is what the page is called. Resolves when that is decided.
 */
export async function copyRich(rich: RichText, title: string): Promise<void> {
  const before = vscode.window.activeTextEditor
  await vscode.env.clipboard.writeText(rich.text)
  const panel = vscode.window.createWebviewPanel(
    'policyCitation.copied',
    title,
    vscode.ViewColumn.Active,
    { enableScripts: true, localResourceRoots: [] },
  )
  const answered = new Promise<unknown>((resolve) => {
    panel.onDidDispose(resolve)
    panel.webview.onDidReceiveMessage(resolve)
  })
  panel.webview.html = pageOf(rich)
  if ((await answered) === 'copied') {
    panel.dispose()
    if (before !== undefined)
      await vscode.window.showTextDocument(before.document, before.viewColumn)
  }
}

function pageOf({ text, html }: RichText): string {
  const nonce = crypto.randomUUID()
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`
  const button = vscode.l10n.t('Copy')
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">body { padding: 1em } p { padding-left: 2em; text-indent: -2em }</style>
</head>
<body>
<button id="copy">${button}</button>
<div id="rich">${html}</div>
<script nonce="${nonce}">
const host = acquireVsCodeApi()
const parts = { 'text/plain': ${inScript(text)}, 'text/html': ${inScript(html)} }
const blobs = () => Object.fromEntries(Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]))
const copy = async () => {
  window.focus()
  await navigator.clipboard.write([new ClipboardItem(blobs())])
  // A page that is closed takes the focus with it, and what is typed then is lost.
  window.top.focus()
  host.postMessage('copied')
}
document.getElementById('copy').addEventListener('click', copy)
copy().catch(() => {
  document.getElementById('copy').focus()
  host.postMessage('refused')
})
</script>
</body>
</html>`
}

/** A string of JavaScript that ends no script. */
function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003C')
}
