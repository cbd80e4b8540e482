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
  const says = window.page.locator('.suggest-widget.visible .message', {
    hasText: 'No suggestions',
  })
  return window.eventually('VS Code offers something or says that there is nothing', async () => {
    const rows = await window.suggestionsOnRequest(() => true)
    return rows.length > 0 || (await says.isVisible()) ? rows : false
  })
}

/** How many frames painted while `act` ran showed no suggestion list. */
export async function framesWithoutList(
  { page }: VsCodeWindow,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(startCounting)
  await act()
  return page.evaluate<number>(stopCounting)
}

const startCounting = `(() => {
  const counter = { missing: 0, running: true }
  window.framesWithoutList = counter
  const look = () => {
    if (!counter.running) return
    const row = document.querySelector('.suggest-widget.visible .monaco-list-row')
    if (row === null) counter.missing += 1
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()`

const stopCounting = `(() => {
  window.framesWithoutList.running = false
  return window.framesWithoutList.missing
})()`

/**
 * Composes `text` as an input method shows it while it is typed, presses `keys` in it as such a method
 * passes them on (as key 229), and leaves the composition open while `look` looks; then commits `committed`.
 */
export async function whileComposing(
  { page }: VsCodeWindow,
  { text, keys, committed }: { text: string; keys: readonly string[]; committed: string },
  look: () => Promise<void>,
): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const selection = { selectionStart: text.length, selectionEnd: text.length }
  await keyboard.send('Input.imeSetComposition', { text, ...selection })
  for (const code of keys) {
    const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await look()
  await keyboard.send('Input.insertText', { text: committed })
  await keyboard.detach()
}
