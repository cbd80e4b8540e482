import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Preview } from '../support/previewFrame.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { ReportWindow } from '../support/reportWindow.ts'

const desk = await ReportWindow.open()

function example(name: string): string {
  return readFileSync(path.join(projectRoot, 'examples', name), 'utf8')
}

for (const [theme, dark] of [
  ['light', false],
  ['dark', true],
  ['contrast', true],
] as const) {
  const colorTheme = {
    light: 'Default Light Modern',
    dark: 'Default Dark Modern',
    contrast: 'Default High Contrast',
  }[theme]

  desk.test(
    `picture: a report and its page, ${theme}`,
    { text: example('brief.md'), settings: { 'workbench.colorTheme': colorTheme }, picture: true },
    async (window) => {
      const preview = await Preview.open(window)
      await preview.shows('(White House 2025, 5, pillar I, sec. 4, action 1)')
      await preview.shows('White House. 2025. Winning the Race')
      await window.eventually('the theme is on', async () => {
        const isDark = await preview.read<boolean>(
          "!document.body.classList.contains('vscode-light')",
        )
        return isDark === dark
      })
      await preview.scrollTo('h1')
      await window.screenshot(`preview-${theme}`)
    },
  )
}

desk.test(
  'picture: a Chinese report and its page, by the national standard',
  { text: example('brief.zh.md'), picture: true },
  async (window) => {
    const preview = await Preview.open(window)
    await preview.shows('[1：第 5 页，第一支柱第 4 节第 1 项建议行动]')
    await preview.shows('生成式人工智能服务管理暂行办法')
    await preview.scrollTo('h1')
    await window.screenshot('preview-chinese')
    await preview.scrollTo('.policy-references')
    await window.screenshot('preview-chinese-list')
  },
)

desk.test(
  'the preview follows what is typed, and says what is revoked and what is unknown',
  '# Brief\n\nFirst [@us-eo-14110, sec. 4.2].\n',
  async (window) => {
    const preview = await Preview.open(window)
    await preview.shows(/\(Exec\. Order No\. 14110 2023, § 4\.2\)\s*revoked\./)
    await window.press('Control+1')
    await window.caretAt('4.2].|')
    await window.typeText(' Then [@eu-ai-act:999], and @octocat.')
    await preview.shows('Then [@eu-ai-act:999], and @octocat.')
    const unknown = await preview.read<string[]>(
      "[...document.querySelectorAll('.policy-unknown')].map((one) => one.textContent)",
    )
    assert.deepEqual(unknown, ['[@eu-ai-act:999]'])
    await window.screenshot('preview-marks')
  },
)

desk.test(
  'picture: a style of notes prints notes among the footnotes of the report',
  {
    text: '---\ncsl: chicago-notes-bibliography\n---\n\nThe act forbids it [@eu-ai-act, art. 5(1)(a)].[^why] The plan does not [@us-aiap-2025].\n\n[^why]: It says so in words.\n',
    picture: true,
  },
  async (window) => {
    const preview = await Preview.open(window)
    const text = await preview.shows('It says so in words.')
    assert.match(text, /The act forbids it\.\[1\]\[2\] The plan does not\.\[3\]/)
    assert.match(text, /OJ L, 2024\/1689 \(2024\), art\. 5\(1\)\(a\), https:/)
    await window.screenshot('preview-notes')
  },
)

desk.test(
  'a link on a place leads to the official page, the tooltip is the card',
  'So [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n',
  async (window) => {
    const preview = await Preview.open(window)
    await preview.shows('(White House 2025, 3, pillar I, sec. 1, action 3)')
    const [link] = await preview.read<[{ href: string; title: string }]>(
      "[...document.querySelectorAll('.policy-citation')].map((one) => ({ title: one.title, href: one.querySelector('a').getAttribute('data-href') ?? one.querySelector('a').href }))",
    )
    assert.match(link.href, /AI-Action-Plan\.pdf#page=6$/)
    assert.match(link.title, /^Weigh state AI rules in funding awards\nAIAP › Pillar I/)
  },
)

desk.test(
  'the card says how a citation will print in the style of the report',
  '---\ncsl: apa.csl\n---\n\nSo [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n',
  async (window) => {
    const card = (await window.hoverOver('us-aiap-2025')).replaceAll('\u00A0', ' ')
    assert.ok(
      card.includes('Prints as (APA) (White House, 2025, p. 3, pillar I, sec. 1, action 3)'),
      card,
    )
    await window.screenshot('card-printed')
  },
)

desk.test(
  'the list of references is copied as text and with its faces, and the report is typed on in',
  '---\ncsl: chicago-notes-bibliography\n---\n\nSo [@us-aiap-2025, p. 3] and [@eu-ai-act, art. 57].\n',
  async (window) => {
    await window.caretAt('art. 57].|')
    await window.runCommand('Policy Citation: Copy Bibliography')
    await window.statusBarShows('Copied 2 references (Chicago (notes))')
    await window.typeText(' More.')
    await window.textHolds('art. 57]. More.')
    const copied = await window.page.evaluate<Record<string, string>>(readClipboard)
    assert.match(
      copied['text/html'] ?? '',
      /White House\. <em>Winning the Race: America’s AI Action Plan<\/em>\. 2025\./,
    )
    assert.match(
      copied['text/plain'] ?? '',
      /^Regulation \(EU\) 2024\/1689 .*\nWhite House\. Winning the Race/,
    )
  },
)

desk.test(
  'a reference is copied as its style prints it where it is cited first, place included',
  '---\ncsl: chicago-notes-bibliography\n---\n\nSo [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n',
  async (window) => {
    await window.caretAt('action| 3')
    await window.runCommand('Policy Citation: Copy as Reference')
    await window.statusBarShows('Copied White House, Winning the Race')
    const copied = await window.page.evaluate<Record<string, string>>(readClipboard)
    assert.match(
      copied['text/plain']?.replaceAll('\u00A0', ' ') ?? '',
      /^White House, Winning the Race: America’s AI Action Plan \(2025\), 3, pillar I, sec\. 1, action 3, https:/,
    )
  },
)

/** Run in the page. */
const readClipboard = `(async () => {
  const found = {}
  for (const item of await navigator.clipboard.read()) {
    for (const type of item.types) found[type] = await (await item.getType(type)).text()
  }
  return found
})()`
