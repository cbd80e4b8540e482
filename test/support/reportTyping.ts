import { eventually } from './eventually.ts'
import type { SuggestRow, VsCodeWindow } from './window.ts'

/** Types as through an input method: each piece is composed from Latin letters, then committed. */
export async function typeChinese(
  { page }: VsCodeWindow,
  pieces: readonly (readonly [composed: string, committed: string])[],
): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  for (const [composed, committed] of pieces) {
    for (let end = 1; end <= composed.length; end += 1) {
      const text = composed.slice(0, end)
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: end,
        selectionEnd: end,
      })
    }
    await keyboard.send('Input.insertText', { text: committed })
  }
  await keyboard.detach()
}

/** What VS Code offers when it is asked by Ctrl+Space: none as soon as it says so. */
export async function offeredOnRequest(window: VsCodeWindow): Promise<readonly SuggestRow[]> {
  await window.press('Control+Space')
  const says = window.page.locator('.suggest-widget.visible .message')
  return eventually('VS Code offers something or says that there is nothing', async () => {
    const rows = await window.suggestRows()
    if (rows.length > 0) return rows
    return (await says.isVisible()) && (await says.innerText()).includes('No suggestions')
      ? []
      : false
  })
}

/** The longest time while `act` ran, in milliseconds, in which no suggestion list was painted. */
export async function longestWithoutList(
  { page }: VsCodeWindow,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(startWatching)
  await act()
  return page.evaluate<number>(stopWatching)
}

const startWatching = `(() => {
  const watch = { longest: 0, running: true }
  window.watchOfList = watch
  let lastSeen = performance.now()
  const look = () => {
    if (!watch.running) return
    const now = performance.now()
    if (document.querySelector('.suggest-widget.visible .monaco-list-row') !== null) lastSeen = now
    watch.longest = Math.max(watch.longest, now - lastSeen)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()`

const stopWatching = `(() => {
  window.watchOfList.running = false
  return window.watchOfList.longest
})()`
