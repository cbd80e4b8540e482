import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { insistently } from '../support/eventually.ts'
import { smallPicture } from '../support/smallPicture.ts'
import { VsCode } from '../support/vsCode.ts'
import type { VsCodeWindow } from '../support/window.ts'

let vsCode: VsCode
before(async () => {
  vsCode = await VsCode.start('working tree')
})
after(() => vsCode.stop())

/** So that the walkthrough and the sample have room beside each other. */
const wide = { open: false, awaitExtension: false, size: { width: 1600, height: 800 } } as const

/** What a newcomer reads and types in each display language. */
const readers = [
  {
    display: undefined,
    commands: { walkthrough: 'Open Walkthrough', insert: 'Insert Citation' },
    title: 'Get Started with Policy Citation',
    words: '@red tape',
    offered: 'Remove Red Tape',
    accepted: 'hold AI back [@us-aiap-2025, pp. 3-4, pillar I, sec. 1].',
    hovered: { over: 'art. 5(1)', says: 'Manipulative or deceptive techniques' },
    inserted: 'deep fakes to say so [@eu-ai-act, art. 50(4)].',
    mended: '[@us-aiap-2025, p. 5, pillar I, sec. 4, action 1]',
    fix: 'Change to p. 5',
  },
  {
    display: 'zh-cn',
    commands: { walkthrough: '打开入门演练', insert: '插入引文' },
    title: 'Policy Citation 入门',
    words: '@繁文缛节',
    offered: '繁文缛节',
    accepted: '联邦规则[@us-aiap-2025, 第 3–4 页，第一支柱第 1 节]。',
    hovered: { over: '第 5 条', says: '操纵或欺骗性技术' },
    inserted: '加以披露[@eu-ai-act, 第 50 条第 4 款]。',
    mended: '[@us-aiap-2025, 第 5 页，第一支柱第 4 节第 1 项建议行动]',
    fix: '第 5 页',
  },
  {
    display: 'zh-tw',
    commands: { walkthrough: '開啟逐步解說', insert: '插入引文' },
    title: 'Policy Citation 入門',
    words: '@繁文縟節',
    offered: '繁文縟節',
    accepted: '聯邦規則[@us-aiap-2025, 第 3–4 頁，第一支柱第 1 節]。',
    hovered: { over: '第 5 條', says: '操縱或欺騙性技術' },
    inserted: '揭露深偽內容[@eu-ai-act, 第 50 條第 4 項]。',
    mended: '[@us-aiap-2025, 第 5 頁，第一支柱第 4 節第 1 項建議行動]',
    fix: '第 5 頁',
  },
] as const

for (const reader of readers) {
  const { display } = reader
  test(`picture: each step of the walkthrough ticks itself off when it is done, in ${display ?? 'en'}`, async () => {
    await vsCode.inWindow({ ...wide, display }, async (window) => {
      await window.press('Control+B')
      await runWhenKnown(window, `Policy Citation: ${reader.commands.walkthrough}`)
      await window.page.getByText(reader.title).first().waitFor()
      assert.deepEqual(await ticked(window), [])
      const taken = (step: keyof typeof shownAt): Promise<void> =>
        picture(window, step, display ?? 'en')

      await go(window, 'open')
      await window.textHolds(reader.inserted.split('[')[0]?.trimEnd() ?? '')
      await tickedUntil(window, ['open'])
      await taken('open')

      await window.typeText(reader.words)
      await insistently('the words are offered', async (timeout) => {
        // A list of the words as far as they were typed may come before that of all of them.
        const row = window.page.locator('.suggest-widget.visible .monaco-list-row.focused', {
          hasText: reader.offered,
        })
        await row.waitFor({ timeout }).catch(async (error: unknown) => {
          await window.press('Escape')
          await window.press('Control+Space')
          throw error
        })
        return true
      })
      await taken('accept')
      await window.acceptSuggestion()
      await window.textHolds(reader.accepted)
      await tickedUntil(window, ['open', 'accept'])

      await go(window, 'hover')
      await insistently('the card is shown', async (patience) => {
        await window.page.mouse.move(5, 5)
        await window.pointTo(reader.hovered.over)
        const card = window.hoverCard().filter({ hasText: reader.hovered.says })
        await card.waitFor({ timeout: patience })
        return true
      })
      await taken('hover')
      await window.pointAway()
      await tickedUntil(window, ['open', 'accept', 'hover'])

      await go(window, 'insert')
      await window.runCommand(`Policy Citation: ${reader.commands.insert}`)
      // Until it is its list, and not the palette that still closes: Enter takes the row in focus.
      await window.quickPick((rows) =>
        rows.some(({ focused, label }) => focused && label.includes('50')),
      )
      await taken('insert')
      await window.press('Enter')
      await window.textHolds(reader.inserted)
      await tickedUntil(window, ['open', 'accept', 'hover', 'insert'])

      await go(window, 'mend')
      const fix = window.page.locator('.action-widget .monaco-list-row', { hasText: reader.fix })
      await insistently('the fix is chosen', async (patience) => {
        if (!(await fix.isVisible())) await window.press('Control+.')
        await fix.waitFor({ timeout: patience })
        await taken('mend')
        await fix.click({ timeout: patience })
        return true
      })
      await window.textHolds(reader.mended)
      await tickedUntil(window, ['open', 'accept', 'hover', 'insert', 'mend'])
      await window.keepPicture(`walkthrough-${display ?? 'en'}`)

      assert.deepEqual(readdirSync(window.folder), [], 'nothing is written to disk')
      assert.deepEqual(window.foreignRequests(), [], 'case 61: no request leaves this machine')
    })
  })
}

/** The steps that are ticked off, in their order. */
async function ticked(window: VsCodeWindow): Promise<string[]> {
  return window.page.evaluate<string[]>(
    `[...document.querySelectorAll('.getting-started-step[aria-checked=true]')]
      .map((step) => step.getAttribute('data-step-id').split('#').at(-1))`,
  )
}

async function tickedUntil(window: VsCodeWindow, steps: readonly string[]): Promise<void> {
  await window.eventually(`${steps.join(', ')} are ticked off`, async () => {
    assert.deepEqual(await ticked(window), steps)
    return true
  })
}

/** Clicks `step`, and its button, until the sample has the focus. */
async function go(window: VsCodeWindow, step: string): Promise<void> {
  const shown = window.page.locator(`.getting-started-step[data-step-id$="#${step}"]`)
  await insistently(`the button of ${step} is clicked`, async (patience) => {
    const isOpen = (await shown.getAttribute('aria-expanded')) === 'true'
    if (!isOpen) await shown.locator('.step-title').click({ timeout: patience })
    await shown.locator('.monaco-button').click({ timeout: patience })
    const focused = window.page.locator('.editor-instance .monaco-editor.focused')
    await focused.first().waitFor({ timeout: patience })
    return true
  })
}

/** Where each step shows what it is about. */
const shownAt = {
  open: '.editor-instance .monaco-editor',
  accept: '.suggest-widget.visible',
  hover: '.monaco-hover:not(.hidden)',
  insert: '.quick-input-widget',
  mend: '.action-widget .monaco-list',
} as const

/** What the walkthrough shows beside `step`: so much of the window around what the step is about. */
async function picture(
  window: VsCodeWindow,
  step: keyof typeof shownAt,
  language: string,
): Promise<void> {
  const box = await window.page.locator(shownAt[step]).first().boundingBox()
  const size = window.page.viewportSize()
  assert.ok(box !== null && size !== null)
  const [width, height] = [600, 270]
  const isBelow = step === 'accept' || step === 'mend'
  const clip = {
    x: Math.max(0, Math.min(box.x - Math.max(20, (width - box.width) / 2), size.width - width)),
    y: Math.max(0, isBelow ? box.y + box.height + 10 - height : box.y - 10),
    width,
    height,
  }
  const name = `walkthrough/${step}.${language}.webp`
  assert.ok(
    (await smallPicture(window.page, name, clip)) < 15_000,
    `${name} is too big to be packed`,
  )
}

/** The palette lists what extensions bring only once they are known: until then it is opened again. */
async function runWhenKnown(window: VsCodeWindow, title: string): Promise<void> {
  const row = window.page.locator('.quick-input-list .monaco-list-row', { hasText: title })
  await insistently(`${title} is run`, async (patience) => {
    await window.press('Escape')
    await window.press('F1')
    await window.page.locator('.quick-input-widget input[type=text]').fill(`>${title}`)
    await row.first().click({ timeout: patience })
    return true
  })
}
