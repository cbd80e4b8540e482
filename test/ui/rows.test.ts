import assert from 'node:assert/strict'
import { ReportWindow } from '../support/reportWindow.ts'
import { themeIs } from '../support/shownColours.ts'
import type { SuggestRow, VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

/** As large as the window is to the page when it is magnified to 200 %. */
const halfOfWindow = { width: 640, height: 400 }

const themes = [
  { name: 'dark', theme: 'Dark Modern', file: 'dark_modern' },
  { name: 'light', theme: 'Light Modern', file: 'light_modern' },
  { name: 'contrast', theme: 'Default High Contrast', file: 'hc_black' },
  { name: 'contrast-light', theme: 'Default High Contrast Light', file: 'hc_light' },
]

for (const { name, theme, file } of themes) {
  desk.test(
    `rows say their instrument and place first, in ${theme}, in the list and in the picker, at 100 % and 200 %`,
    { text: '# Brief\n\nSee\n', settings: { 'workbench.colorTheme': theme } },
    async (window) => {
      await themeIs(window, file)
      await window.caretAt('See|')
      await window.typeText(' @sandbox')
      assertRecognisable(await window.suggestions(areOfSandbox))
      await window.keepPicture(`rows-${name}`)
      await window.press('Escape', 3)
      await window.noSuggestions()
      await pickSandbox(window, `picker-${name}`)
      await window.page.setViewportSize(halfOfWindow)
      await pickSandbox(window, `picker-${name}-200`)
      assertRecognisable(await window.suggestionsOnRequest(areOfSandbox))
      await window.keepPicture(`rows-${name}-200`)
    },
  )
}

for (const typed of [
  '@enabling safe',
  '@chip',
  '@export',
  '@annex III',
  '@chapter III section 2',
  '@EDA',
]) {
  desk.test(
    `no title is marked and no place cut with ${typed}`,
    '# Brief\n\nSee\n',
    async (window) => {
      await window.caretAt('See|')
      await window.typeText(` ${typed}`)
      assertRecognisable(await window.suggestions())
    },
  )
}

desk.test(
  'icons tell instruments, divisions, measures and claims apart',
  '# Brief\n\nSee\n',
  async (window) => {
    const seen = new Map<string, string>()
    for (const [key, place] of [
      ['us-eo-14320', 'EO 14320'],
      ['us-eo-14320:1', 'EO 14320 1'],
      ['us-aiap-2025:I', 'AIAP I'],
      ['press-us-aiap-2025-08:2.1', 'Press 2025-08 2.1'],
    ] as const) {
      await window.caretAt('See|')
      await window.typeText(` @${key}`)
      const [first] = await window.suggestions(([row]) => row?.place === place)
      seen.set(first?.icon ?? '', key)
      await window.press('Escape', 3)
      await window.noSuggestions()
      await window.press('Control+Z', 4)
      await window.textHolds(/^See$/mu)
    }
    assert.equal(seen.size, 4, [...seen.keys()].join(' '))
  },
)

/** Whether the list is that of all that was typed, and no earlier one. */
function areOfSandbox(rows: readonly SuggestRow[]): boolean {
  return rows.length > 5 && rows[0]?.place === 'AI Act 57'
}

function assertRecognisable(rows: readonly SuggestRow[]): void {
  const places = rows.map(({ place }) => place)
  assert.ok(
    places.every((place) => /^\S.*[\w⚠]$/u.test(place)),
    places.join('\n'),
  )
  assert.deepEqual(
    rows.filter(({ isCut }) => isCut),
    [],
  )
  for (const { place, marked } of rows) assert.ok(marked.length <= place.length, marked)
}

async function pickSandbox(window: VsCodeWindow, picture: string): Promise<void> {
  await window.runCommand('Policy Citation: Insert Citation')
  await window.quickPick()
  await window.typeText('sandbox')
  await window.quickPick((rows) => {
    return (
      rows.length > 2 && rows.every(({ label }) => /^(?:AI Act|AIAP|UK Plan) \S+ · /u.test(label))
    )
  })
  await window.keepPicture(picture)
  await window.dismissQuickPick()
}
