import type { VsCodeWindow } from './window.ts'

/** What the renderer of VS Code has made of a card. */
export interface RenderedCard {
  /** Where its links lead. */
  readonly links: readonly string[]
  /** What of it would ask for something or run something: images, frames, scripts, handlers. */
  readonly active: readonly string[]
  readonly themeIcons: number
}

/** What now stands in the hover and, where it is open, in the details of a suggestion. */
export async function renderedCard({ page }: VsCodeWindow): Promise<RenderedCard> {
  return page.evaluate<RenderedCard>(readCard)
}

/** Clicks the link of the shown card that has this text. */
export async function clickInCard(window: VsCodeWindow, text: string | RegExp): Promise<void> {
  await window.page.locator('.monaco-hover:not(.hidden) a', { hasText: text }).first().click()
}

const readCard = `(() => {
  const all = [...document.querySelectorAll(
    '.monaco-hover:not(.hidden) *, .suggest-details .body *',
  )]
  const links = all.flatMap((element) => {
    const link = element.getAttribute('data-href') ?? element.getAttribute('href') ?? ''
    return link === '' ? [] : [link]
  })
  const active = all
    .filter((element) =>
      element.matches('img, iframe, object, embed, script, style, form, svg, video, audio, link') ||
      [...element.attributes].some(({ name }) => name.startsWith('on')))
    .map((element) => element.outerHTML)
  const themeIcons = all.filter((element) => element.matches('.rendered-markdown .codicon')).length
  return { links, active, themeIcons }
})()`
