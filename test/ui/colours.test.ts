import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { quaysCorpusFile } from '../support/quaysPlan.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { coloursOf, themeIs } from '../support/shownColours.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

const report = `# Who sets the rules

Plain words, with a page [@us-aiap-2025:I.1.3, p. 3]
and without a page [@us-aiap-2025:II.1.1], in words
[@us-aiap-2025, pillar III, sec. 2, action 1], by others [@smith2020, p. 9]
and [@jones2021], by nobody [@us-aiap-2025:IX.9].

In code \`is code [@us-aiap-2025:I.2.1]\`, in maths $@us-aiap-2025:I.3.1$.

<!-- In a comment [@us-aiap-2025:I.4.1]. -->

根据[@us-aiap-2025:I.5.1, 第 4 页]。
`

/** The one colour of `text`; until it has one, it is asked again. */
async function colourOf(window: VsCodeWindow, text: string): Promise<string> {
  const colours = await coloursOf(window, text)
  assert.equal(colours.length, 1, `${text} is ${colours.join(', ')}`)
  return colours[0] ?? ''
}

/** What is told by colour, once the extension has told what it knows. */
async function hasColours(window: VsCodeWindow): Promise<true> {
  const of = (text: string): Promise<string> => colourOf(window, text)
  const plain = await of('Plain words')
  const ours = await of('@us-aiap-2025:I.1.3')
  const place = await of('p. 3')
  const others = await of('@smith2020')
  const unknown = await of('@us-aiap-2025:IX.9')
  assert.equal(new Set([plain, ours, place, others, unknown]).size, 5, 'each is told from the rest')
  assert.equal(await of('@us-aiap-2025:II.1.1'), ours, 'with or without a page')
  assert.equal(await of('@jones2021'), others, 'with or without a page')
  assert.equal(await of('@us-aiap-2025:I.5.1'), ours)
  assert.equal(await of('pillar III, sec. 2, action 1'), place)
  assert.equal(await of('第 4 页'), place)
  assert.equal(await of('@us-aiap-2025:I.2.1'), await of('is code'))
  assert.equal(await of('@us-aiap-2025:I.4.1'), await of('In a comment'))
  const inMaths = await coloursOf(window, '@us-aiap-2025:I.3.1')
  assert.ok(![ours, others, unknown].some((colour) => inMaths.includes(colour)), 'none in maths')
  return true
}

const themes = [
  ['Dark+', 'dark_plus'],
  ['Light+', 'light_plus'],
  ['Default High Contrast', 'hc_black'],
  ['Default High Contrast Light', 'hc_light'],
] as const

for (const [theme, name] of themes) {
  desk.test(
    `picture: in ${theme} citations are coloured, with or without a page, and those that name nothing otherwise`,
    {
      name: `${name}.md`,
      text: report,
      settings: { 'workbench.colorTheme': theme },
      picture: true,
    },
    async (window) => {
      await themeIs(window, name)
      await window.eventually('citations have their colours', () => hasColours(window))
      await window.keepPicture(`colours-${name}`)
    },
  )
}

for (const [language, name] of [
  ['Quarto', 'colours.qmd'],
  ['R Markdown', 'colours.Rmd'],
] as const) {
  desk.test(`they are in ${language} as well`, { name, text: report }, async (window) => {
    await window.eventually('citations have their colours', () => hasColours(window))
  })
}

desk.test(
  'a key has a colour before the extension says anything, and where semantic colours are off',
  {
    text: report,
    settings: {
      'workbench.colorTheme': 'Default High Contrast',
      '[markdown]': { 'editor.semanticHighlighting.enabled': false },
    },
  },
  async (window) => {
    await window.eventually('all keys have one colour', async () => {
      const keys = ['@us-aiap-2025:I.1.3', '@us-aiap-2025:II.1.1', '@smith2020', '@jones2021']
      const colours = await Promise.all(keys.map((key) => colourOf(window, key)))
      assert.equal(new Set(colours).size, 1)
      assert.notEqual(colours[0], await colourOf(window, 'Plain words'))
      return true
    })
  },
)

desk.test(
  'a key that is typed has its colour when it names something',
  'The purse is what counts\n',
  async (window) => {
    await window.caretAt('counts|')
    await window.typeText(' [@us-aiap-2025:I.1.3, p. 3; @us-aiap-2025:IX.9] here', { delay: 0 })
    await window.press('Escape')
    await window.eventually('they are told apart', async () => {
      const known = await colourOf(window, '@us-aiap-2025:I.1.3')
      assert.notEqual(known, await colourOf(window, '@us-aiap-2025:IX.9'))
      assert.notEqual(known, await colourOf(window, 'p. 3'))
      return true
    })
  },
)

desk.test(
  'a key has another colour as soon as the analyst’s own corpus holds it',
  'Stone is kept ready [@xx-quays:I.1.2], they say [@smith2020].\n',
  async (window) => {
    const areAlike = async (): Promise<boolean> => {
      return (await colourOf(window, '@xx-quays:I.1.2')) === (await colourOf(window, '@smith2020'))
    }
    await window.eventually('both are keys of others', areAlike)
    mkdirSync(path.join(window.folder, '.policy'))
    writeFileSync(path.join(window.folder, '.policy/quays.md'), quaysCorpusFile)
    await window.eventually('one is ours', async () => !(await areAlike()))
  },
)
