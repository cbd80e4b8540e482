import type { VsCodeWindow } from './window.ts'

/** The colours of the characters of `text` where the editor shows it first, each once; none where it does not. */
export async function coloursOf(window: VsCodeWindow, text: string): Promise<readonly string[]> {
  return window.page.evaluate<readonly string[]>(`(${coloursInPage})(${JSON.stringify(text)})`)
}

/** Until the window has the colours of the theme whose file is `name`: settings are followed a moment later. */
export async function themeIs(window: VsCodeWindow, name: string): Promise<void> {
  await window.page.locator(`.monaco-workbench[class*="-${name}-json"]`).waitFor()
}

const coloursInPage = `(text) => {
  for (const line of document.querySelectorAll('.editor-instance .view-lines > .view-line')) {
    const start = line.textContent.replaceAll('\\u00a0', ' ').indexOf(text)
    if (start < 0) continue
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    const colours = new Set()
    let passed = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const end = passed + node.length
      if (end > start && passed < start + text.length)
        colours.add(getComputedStyle(node.parentElement).color)
      passed = end
    }
    return [...colours]
  }
  return []
}`
