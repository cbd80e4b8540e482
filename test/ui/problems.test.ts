import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { closeEditors, ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()
const stopReporting =
  'Stop Markdown validation from reporting citations (“markdown.validate.referenceLinks.enabled”)'

desk.test(
  'picture: a wrong key is underlined, and the likely keys are offered and put in its place',
  {
    name: 'states.md',
    text: `# Who sets the rules

The plan leans on the purse: agencies are to look at the AI rules of a state
before they pay [@us-aiap-2025:I.1.33, p. 3].
`,
    picture: true,
  },
  async (window) => {
    await squiggles(window, 'error', 1)
    await window.caretAt('@us-aiap-2025:I.1.3|3')
    const fixes = await window.quickFixes()
    assert.match(fixes[0] ?? '', /^Change to us-aiap-2025:I\.1\.3 \(.+\)$/)
    await window.screenshot('problem')
    await window.page.locator('.action-widget .monaco-list-row.action').first().click()
    await window.textHolds('[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].')
    await squiggles(window, 'error', 0)
  },
)

const wrong = [
  {
    wrong: '根据@us-aiap-2025:I.1.3的规定。',
    at: '@us-aiap-2025:I.1|.3',
    severity: 'error',
    fix: 'Put the citation in brackets',
    right: '根据[@us-aiap-2025:I.1.3]的规定。',
  },
  {
    wrong: '根据@us-aiap-2025:I.1.3。',
    at: '@us-aiap-2025:I.1|.3',
    severity: 'warning',
    fix: 'Put the citation in brackets',
    right: '根据[@us-aiap-2025:I.1.3]。',
  },
  {
    wrong: 'See [@us-aiap-2025:I.1.3；@us-aiap-2025:I.1.2].',
    at: 'I.1.3|；',
    severity: 'warning',
    fix: 'Replace “；” with “;”',
    right: 'See [@us-aiap-2025:I.1.3; @us-aiap-2025:I.1.2].',
  },
  {
    wrong: 'See [@us-aiap-2025:I.1.3, p. 4].',
    at: 'p. |4',
    severity: 'warning',
    fix: 'Change to p. 3',
    right: 'See [@us-aiap-2025:I.1.3, p. 3].',
  },
  {
    wrong: 'See [@us-aiap-2025:i.1.3].',
    at: '@us-aiap-2025:i|.1.3',
    severity: 'error',
    fix: 'Change to us-aiap-2025:I.1.3',
    right: 'See [@us-aiap-2025:I.1.3].',
  },
] as const

for (const { wrong: text, at, severity, fix, right } of wrong) {
  desk.test(`“${text}” is mended by “${fix}”`, `# Brief\n\n${text}\n`, async (window) => {
    await squiggles(window, severity, 1)
    await window.caretAt(at)
    await applyFix(window, fix)
    await window.textHolds(right)
    await squiggles(window, severity, 0)
  })
}

desk.test(
  'a key of the analyst’s own bibliography and a cross-reference are never reported',
  'See [@smith2020, p. 41; @us-aiap-2025:I.1.33] and @fig-one, @doe_etal.\n',
  async (window) => {
    await squiggles(window, 'error', 1)
    await squiggles(window, 'warning', 0)
  },
)

desk.test(
  'a problem stays in sight while text is typed beside it, and goes when the report is closed',
  'See [@us-aiap-2025:I.1.33].\n\nThen\n',
  async (window, name) => {
    const problems = await window.problemsShow((shown) => shown.length === 1)
    assert.equal(
      problems[0]?.message,
      'No provision of the corpus has the key us-aiap-2025:I.1.33: correct it, or choose another provision.',
    )
    await window.caretAt('Then|')
    await startWatching(window)
    await window.typeText(' the agencies go on, and the plan with them', { delay: 60 })
    assert.equal(await framesWithoutProblem(window), 0)
    await savedAs(window, name, 'with them')
    await window.caretAt('them|')
    await closeEditors(window)
    await window.problemsShow((shown) => shown.length === 0)
  },
)

desk.test(
  'VS Code’s own false finding on a citation is taken away for good by our quick fix',
  {
    text: 'As planned [@us-aiap-2025:I.1.3].\n',
    settings: { 'markdown.validate.enabled': true },
  },
  async (window) => {
    await window.problemsShow((shown) =>
      shown.some(({ message }) => message.includes('No link definition')),
    )
    await window.caretAt('@us-aiap-2025:I|')
    await applyFix(window, stopReporting)
    await window.problemsShow((shown) => shown.length === 0)
    const settings = readFileSync(path.join(window.folder, '.vscode/settings.json'), 'utf8')
    assert.match(settings, /"markdown\.validate\.referenceLinks\.enabled": "ignore"/)
  },
)

desk.test(
  'picture: a finding is ignored by a comment that a quick fix writes, and the comment goes once it ignores nothing',
  {
    name: 'ignored.md',
    text: `# Brief

The harbours of the plan, in a paragraph before.

> As the draft has it: look at the AI rules of a state
> before they pay [@us-aiap-2025:I.1.33, p. 3].
`,
    picture: true,
  },
  async (window) => {
    await squiggles(window, 'error', 1)
    await window.caretAt('@us-aiap-2025:I.1.3|3')
    await window.applyQuickFix('Ignore this finding here')
    await window.textHolds(
      '> <!-- policy-citation-ignore-next citation.unknown-key -->\n> As the draft has it',
    )
    await squiggles(window, 'error', 0)
    await window.problemsShow((shown) => shown.length === 0)
    await window.keepPicture('ignored')
    await window.caretAt('I.1.3|3')
    await window.page.keyboard.press('Delete')
    await window.caretAt('policy-citation|-ignore')
    await window.applyQuickFix('Take the comment out')
    await window.textHolds('before.\n\n> As the draft has it')
    await window.problemsShow((shown) => shown.length === 0)
  },
)

for (const { script, lang, text, fixes, mended } of [
  {
    ...{ script: 'en', lang: 'en-US' },
    text: 'The plan has four pillars [@us-aiap-2025].\n\nIt is led by OMB [@us-aiap-2025:I.1.1].\n\nSkills follow [@us-aiap-2025, pillar I, sec. 99].',
    fixes: { 'four p': 'Change to three', 'by O': 'Change to OSTP', 'sec. 9': 'us-aiap-2025:I.9' },
    mended:
      'The plan has three pillars [@us-aiap-2025].\n\nIt is led by OSTP [@us-aiap-2025:I.1.1].\n\nSkills follow [@us-aiap-2025, pillar I, sec. 9].',
  },
  {
    ...{ script: 'zh-Hans', lang: 'zh-CN' },
    text: '该计划有四大支柱[@us-aiap-2025]。\n\n由国防部牵头征求意见[@us-aiap-2025:I.1.1]。\n\n详见[@us-aiap-2025, 第四支柱]。',
    fixes: { 四大: '改为三', 国防: '改为白宫科技政策办公室', 第四: '仅引用 us-aiap-2025' },
    mended:
      '该计划有三大支柱[@us-aiap-2025]。\n\n由白宫科技政策办公室牵头征求意见[@us-aiap-2025:I.1.1]。\n\n详见[@us-aiap-2025]。',
  },
] as const) {
  desk.test(
    `picture: in ${lang} a count, a lead and a place that are wrong are mended by quick fixes`,
    {
      name: `mended-${lang}.md`,
      text: `---\nlang: ${lang}\n---\n\n${text}\n`,
      picture: true,
      settings: { 'policyCitation.language': script },
    },
    async (window) => {
      await window.problemsShow((shown) => shown.length === 3)
      for (const [place, title] of Object.entries(fixes)) {
        await window.caretAt(`${place}|`)
        await window.quickFixes()
        await window.keepPicture(
          `mended-${lang}-${String(Object.values<string>(fixes).indexOf(title))}`,
        )
        await window.applyQuickFix(title)
      }
      await window.textHolds(mended)
      await window.problemsShow((shown) => shown.length === 0)
    },
  )
}

/** Until the active editor underlines this many places in this colour. */
async function squiggles(
  window: VsCodeWindow,
  severity: 'error' | 'warning',
  count: number,
): Promise<void> {
  const underlined = window.page.locator(`.editor-instance .view-overlays .squiggly-${severity}`)
  await window.eventually(`${count} ${severity} squiggles`, async () => {
    const shown = await underlined.count()
    assert.equal(shown, count)
    return true
  })
}

/** Applies the quick fix that begins with `title`, from the menu at the caret. */
async function applyFix(window: VsCodeWindow, title: string): Promise<void> {
  const place = (await window.quickFixes()).findIndex((shown) => shown.startsWith(title))
  assert.ok(place >= 0, `no quick fix ${title}`)
  await window.page.locator('.action-widget .monaco-list-row.action').nth(place).click()
}

async function savedAs(window: VsCodeWindow, name: string, text: string): Promise<void> {
  await window.onDisk(`${name} is saved`, name, (saved) => saved.includes(text))
}

async function startWatching({ page }: VsCodeWindow): Promise<void> {
  await page.evaluate(`(() => {
    const counter = { missing: 0, running: true }
    window.framesWithoutProblem = counter
    const look = () => {
      if (!counter.running) return
      if (document.querySelector('.editor-instance .squiggly-error') === null) counter.missing += 1
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })()`)
}

async function framesWithoutProblem({ page }: VsCodeWindow): Promise<number> {
  return page.evaluate<number>(`(() => {
    window.framesWithoutProblem.running = false
    return window.framesWithoutProblem.missing
  })()`)
}
