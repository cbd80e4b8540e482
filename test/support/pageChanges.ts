import type { Page } from 'playwright-core'
import type { Signal } from './eventually.ts'

/** Signals whatever changes in the document of `page`, as long as it is open. */
export function pageChanges(page: Page): Signal {
  return (listener) => {
    let isWanted = true
    const follow = async (): Promise<void> => {
      for (let seen = -1; isWanted && !page.isClosed();) {
        seen = await nextChange(page, seen)
        listener()
      }
    }
    void follow()
    return {
      dispose: () => {
        isWanted = false
      },
    }
  }
}

/** The count of changes as soon as it is not `seen`; -1 where the page loads anew meanwhile. */
async function nextChange(page: Page, seen: number): Promise<number> {
  try {
    return await page.evaluate<number>(`(${changeAfter})(${String(seen)})`)
  } catch {
    await page.waitForLoadState('domcontentloaded').catch(() => undefined)
    return -1
  }
}

/** Run in the page. A burst of changes is told once: it lets the page paint first. */
const changeAfter = `(seen) => new Promise((resolve) => {
  const observe = () => {
    const changes = { count: 0, listeners: [] }
    new MutationObserver(() => {
      changes.count += 1
      for (const listener of changes.listeners.splice(0)) listener()
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    return changes
  }
  const changes = (window.changesOfThePage ??= observe())
  const answer = () => requestAnimationFrame(() => resolve(changes.count))
  if (changes.count !== seen) answer()
  else changes.listeners.push(answer)
})`
