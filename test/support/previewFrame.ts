import type { Frame } from 'playwright-core'
import { eventually } from './eventually.ts'
import type { VsCodeWindow } from './window.ts'

/** VS Code's own preview of the report in the editor, beside it. */
export class Preview {
  readonly #window: VsCodeWindow

  private constructor(window: VsCodeWindow) {
    this.#window = window
  }

  static async open(window: VsCodeWindow): Promise<Preview> {
    await window.caretTo(1, 1)
    await window.press('Control+K')
    await window.press('v')
    return new Preview(window)
  }

  /** The preview as soon as it shows `expected`. */
  async shows(expected: string | RegExp): Promise<string> {
    return eventually(`the preview shows ${String(expected)}`, async () => {
      const text = await this.text()
      const isShown = typeof expected === 'string' ? text.includes(expected) : expected.test(text)
      return isShown && text
    })
  }

  /** The words that it shows; nothing before it is there. */
  async text(): Promise<string> {
    const text = await (await this.#frame())?.evaluate<string>('document.body.innerText')
    return (text ?? '').replaceAll('\u00A0', ' ')
  }

  /** What `script` comes to within the preview: asked anew where the preview was drawn anew meanwhile. */
  async read<T>(script: string): Promise<T> {
    const { value } = await eventually('the preview answers', async () => {
      const frame = await this.#frame()
      return frame && { value: await frame.evaluate<T>(script) }
    })
    return value
  }

  /** Scrolls to what `selector` finds first. */
  async scrollTo(selector: string): Promise<void> {
    await this.read(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView()`)
  }

  async #frame(): Promise<Frame | undefined> {
    for (const frame of this.#window.page.frames()) {
      if (await isPreview(frame)) return frame
    }
    return undefined
  }
}

/** A frame that is gone meanwhile is none. */
async function isPreview(frame: Frame): Promise<boolean> {
  try {
    return await frame.evaluate<boolean>(
      'document.querySelector(\'link[href*="media/preview.css"]\') !== null',
    )
  } catch {
    return false
  }
}
