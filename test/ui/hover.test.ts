import assert from 'node:assert/strict'
import { clickInCard, renderedCard } from '../support/renderedCard.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { shipped, shippedTitle } from '../support/shippedLibrary.ts'

const desk = await ReportWindow.open()
const plan = 'https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf'

desk.test(
  'picture: the card of a measure',
  {
    name: 'states.md',
    text: `# Who sets the rules

The plan leans on the purse: agencies are to look at the AI rules of a state
before they pay [@us-aiap-2025:I.1.3, p. 3].
`,
    picture: true,
  },
  async (window) => {
    await window.hoverOver('us-aiap-2025:I.1.3')
    await window.screenshot('card')
  },
)

desk.test(
  'picture: a place in words shows its card, and leads to its line of the corpus file',
  'The purse is what counts [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n',
  async (window) => {
    const card = await window.hoverOver('sec. 1')
    assert.ok(card.startsWith(`${shippedTitle('us-aiap-2025:I.1.3')} us-aiap-2025:I.1.3\n`), card)
    await window.screenshot('card-of-words')
    await window.pointAway()
    await window.caretAt('action| 3')
    await window.press('F12')
    await window.page.locator('.tab.active[data-resource-name="us-aiap-2025.md"]').waitFor()
  },
)

desk.test(
  'the card of a measure says what it is, who leads it, and where and when the issuer said it',
  'Agencies weigh the rules of each state [see @us-aiap-2025:I.1.3, p. 3; @smith2020].\n',
  async (window) => {
    const card = await window.hoverOver('us-aiap-2025:I.1.3')
    const { titles, summary } = shipped('us-aiap-2025:I.1.3')
    assert.ok(card.startsWith(`${titles.en} us-aiap-2025:I.1.3\n`), card)
    assert.ok(summary !== undefined && card.includes(summary.en), card)
    assert.match(card, /Pillar I: Accelerate AI Innovation › Section 1: .* › Recommended action 3/)
    assert.match(card, /Led by Office of Management and Budget \(OMB\)/)
    assert.match(
      card,
      /^AIAP › Pillar I › Section 1 › Recommended action 3 · p\. 3 · not binding · says “recommended”$/m,
    )
    assert.match(card, /^The White House · 2025-07-23$/m)
    assert.match(card, /Policy Citation’s words, not the issuer’s/)
    assert.doesNotMatch(card, /outside|does not stand/)
  },
)

desk.test(
  'the card of a section before Chinese punctuation lists its measures, each a line',
  '以 @us-aiap-2025:I.1，为准。\n',
  async (window) => {
    const card = await window.hoverOver('us-aiap-2025:I.1')
    const listed = card.split('\n').filter((line) => line.startsWith('us-aiap-2025:I.1.'))
    assert.equal(listed.length, 5)
    assert.equal(listed[2], `us-aiap-2025:I.1.3 ${shippedTitle('us-aiap-2025:I.1.3')}`)
  },
)

desk.test(
  'a page that the document does not have is said to be outside it',
  'As planned [@us-aiap-2025:I.1.3, p. 41].\n',
  async (window) => {
    const card = await window.hoverOver('us-aiap-2025:I.1.3')
    assert.match(
      card,
      /There is no page 41: the pages of the document run from 1 to 23\. Correct the page./,
    )
  },
)

desk.test(
  'a card leads to the page of the official document, to our commands and to what it names, and nowhere else',
  'As planned [@us-aiap-2025:I.1.3, p. 3].\n',
  async (window) => {
    await window.hoverOver('us-aiap-2025:I.1.3')
    const argument = encodeURIComponent('["us-aiap-2025:I.1.3"]')
    const { links, active } = await window.eventually('the whole card is shown', async () => {
      const card = await renderedCard(window)
      return card.links.length >= 3 && card
    })
    assert.deepEqual(links.slice(0, 3), [
      `${plan}#page=6`,
      `command:policyCitation.copyCitation?${argument}`,
      `command:policyCitation.showInCorpus?${argument}`,
    ])
    const named = links.slice(3).map((link) => decodeURIComponent(link))
    assert.ok(named.length > 0)
    for (const link of named) {
      assert.match(link, /^command:policyCitation\.showInCorpus\?\["[a-z][\w:.-]*"\]$/u)
    }
    assert.deepEqual(active, [])
  },
)

desk.test(
  '“Copy citation” on a card copies the citation and says so',
  'As planned [@us-aiap-2025:II.3.1, p. 16].\n',
  async (window) => {
    await window.hoverOver('us-aiap-2025:II.3.1')
    await clickInCard(window, 'Copy citation')
    await window.eventually('the status bar says what was copied', async () => {
      const shown = await window.page.locator('.statusbar').innerText()
      return shown.includes('Copied [@us-aiap-2025, p. 16, pillar II, sec. 3, action 1]')
    })
    const copied = await window.page.evaluate<string>('navigator.clipboard.readText()')
    assert.equal(copied, '[@us-aiap-2025, p. 16, pillar II, sec. 3, action 1]')
  },
)

desk.test(
  '“Show in corpus” on a card opens the measure in its corpus file, which takes no typing',
  'As planned [@us-aiap-2025:II.3.1, p. 16].\n',
  async (window) => {
    await window.hoverOver('us-aiap-2025:II.3.1')
    await clickInCard(window, 'Show in corpus')
    await window.page.locator('.tab.active[data-resource-name="us-aiap-2025.md"]').waitFor()
    await window.textHolds(`### ${shippedTitle('us-aiap-2025:II.3.1')} {#II.3.1 page=16}`)
    const { line, column } = shipped('us-aiap-2025:II.3.1').source
    await window.eventually('the caret is on its heading', async () => {
      assert.deepEqual(await window.caret(), { line, column })
      return true
    })
    await window.typeText('x')
    await window.page.locator('p', { hasText: 'Cannot edit in read-only editor' }).waitFor()
  },
)

for (const key of ['us-aiap-2025:I.1.3', 'us-aiap-2025:I.1', 'eu-ai-act:57', 'us-eo-14110:2.a']) {
  for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
    desk.test(
      `what matters of ${key} and what can be done next need no scrolling, in ${language}`,
      { text: `As planned [@${key}].\n`, settings: { 'policyCitation.language': language } },
      async (window) => {
        await window.hoverOver(key)
        const last = window.page.locator('.monaco-hover:not(.hidden) a[data-href*="showInCorpus"]')
        await last.first().waitFor()
        const card = await window.hoverCard().boundingBox()
        const link = await last.first().boundingBox()
        assert.ok(card !== null && link !== null)
        const room = card.y + Math.min(card.height, 250)
        assert.ok(link.y + link.height <= room, `${String(link.y + link.height)} > ${String(room)}`)
      },
    )
  }
}

desk.test(
  'a card leads to the article on EUR-Lex, to the provisions that it names, and to those left out',
  'As the law says [@eu-ai-act:57], and all of [@eu-ai-act].\n',
  async (window) => {
    await window.hoverOver('eu-ai-act:57')
    await window.eventually('the card leads to the article', async () => {
      const { links } = await renderedCard(window)
      return links.includes('https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_57')
    })
    await window.pointAway()
    await window.hoverOver('eu-ai-act]')
    await clickInCard(window, /^… and \d+ more$/u)
    await window.quickPick(([first]) => first?.detail.startsWith('eu-ai-act:chp-I ') === true)
    await window.press('Escape')
    await window.quickPickIsClosed()
    await window.pointAway()
    await window.hoverOver('eu-ai-act]')
    await clickInCard(window, 'chp-II')
    await window.page.locator('.tab.active[data-resource-name="eu-ai-act.md"]').waitFor()
  },
)
