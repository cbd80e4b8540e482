import assert from 'node:assert/strict'
import { literally, packWithLibrary } from '../support/hostileExtension.ts'
import { Preview } from '../support/previewFrame.ts'
import { renderedCard, type RenderedCard } from '../support/renderedCard.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import { VsCode } from '../support/vsCode.ts'
import type { VsCodeWindow } from '../support/window.ts'

const commandLink =
  'x](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22x%22%7D) [y](command:workbench.action.quit)'
const html =
  '<script>alert(1)</script> <img src=x onerror=alert(1)> <style onload=alert(1)></style> <b>bold</b>'
const pictures = '![](https://evil.example/?beacon) ![b](http://evil.example/b.png) ![c][d]'
const addresses =
  '[click](file:///etc/passwd) [v](vscode://x) [d](data:text/html,x) [j](javascript:alert(1)) <https://evil.example> http://evil.example/a)[x](command:a) www.evil.example ann@evil.example ftp://evil.example/b'
const layout = '``` | a | # heading --- $(trash) > [!NOTE] * one 1. two <!-- _u_ **b** &amp; \\'
const bidi = 'Bidi \u202Egpj.exe\u202C and \u2066isolate\u2069'
const snippet = 'Newline $1 ${2:x} ${TM_FILENAME} $0'

/** What stands in each measure, as its title, summary, alias and agency. */
const measures = [
  { label: '1', title: 'case 1: links to commands', text: commandLink },
  { label: '2', title: 'case 2: HTML', text: html },
  { label: '3', title: 'case 3: pictures', text: pictures },
  { label: '4', title: 'case 4: addresses', text: addresses },
  { label: '5', title: 'case 5: block structure and theme icons', text: layout },
  { label: '8', title: 'case 8: bidirectional controls', text: bidi },
  { label: '11', title: 'case 11: variables of snippets', text: snippet },
]
const official = 'https://plans.example/hostile.pdf'

/** The keys that a card names beside its own. */
const namedBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['xx-hostile:1', ['xx-press:1', 'xx-hostile:2']],
  ['xx-hostile:2', ['xx-hostile:1']],
])

const longText = 'An endless word. '.repeat(60_000)

const corpus = `---
id: xx-hostile
type: plan
title: ${JSON.stringify(`Hostile ${commandLink} ${pictures}`)}
issuer: ${JSON.stringify(`${html} ${addresses}`)}
issued: 2031-01-01
url: ${official}
first-page: 1
last-page: 9
---

${measures.map(({ label, text }) => hostileMeasure(label, text)).join('\n\n')}

${hostileMeasure('6', longText)}
`

/** What is said of the hostile measure, as hostile as itself. */
const press = `---
id: xx-press
type: article
title: ${JSON.stringify(commandLink)}
short-title: ${JSON.stringify(pictures)}
about: xx-hostile
---

# ${literally(commandLink)} {#1 kind=claim}

${literally(html)}

- speaker: ${literally(addresses.replaceAll(';', ' '))}
- about: xx-hostile:1
- supported: no
`

const relations = `---
id: relations
type: relations
title: Relations
---

# ${literally(commandLink)} {#one}

${literally(html)}

- from: xx-hostile:1
- relation: Peer_To
- to: xx-hostile:2
`

const desk = await ReportWindow.open(
  {},
  VsCode.start({
    vsix: packWithLibrary([
      { name: 'hostile.md', text: corpus },
      { name: 'press.md', text: press },
      { name: 'relations.md', text: relations },
    ]),
  }),
)

for (const { label, title, text } of measures) {
  desk.test(
    `${title} in a measure stay text in the card, and lead nowhere`,
    `Hostile [@xx-hostile:${label}, p. 1].\n`,
    async (window) => {
      const shown = await window.hoverOver(`xx-hostile:${label}`)
      assertHarmless(await wholeCard(window), `xx-hostile:${label}`)
      const visible = text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, (character) => {
        return `⟦U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}⟧`
      })
      assert.ok(shown.includes(visible), `${shown}\n\ndoes not hold\n\n${visible}`)
    },
  )
}

desk.test(
  'cases 1 to 5: links to children, claims and counterparts hold keys alone, and lead to these',
  'Hostile @xx-hostile and [@xx-hostile:1].\n',
  async (window) => {
    await window.hoverOver('xx-hostile and')
    const children = [...measures.map(({ label }) => label), '6'].map(
      (label) => `xx-hostile:${label}`,
    )
    assertHarmless(await wholeCard(window), 'xx-hostile', children, official)
    await window.pointAway()
    await window.hoverOver('xx-hostile:1')
    assertHarmless(await wholeCard(window), 'xx-hostile:1')
  },
)

desk.test(
  'case 6: a text without end is cut in the card',
  'Hostile [@xx-hostile:6, p. 1].\n',
  async (window) => {
    const shown = await window.hoverOver('xx-hostile:6')
    assertHarmless(await wholeCard(window), 'xx-hostile:6')
    assert.ok(shown.length < 20_000, `${shown.length} characters`)
  },
)

desk.test(
  'cases 1 to 5: the details of suggestions lead nowhere either',
  'Hostile \n',
  async (window) => {
    await window.caretAt('Hostile |')
    await window.typeText('@xx-hostile')
    const rows = await window.suggestions((shown) => shown.length > measures.length)
    await window.suggestionDetails()
    for (const { focused } of rows.slice(1)) {
      assert.equal(focused, false)
      const before = await window.suggestionDetails()
      await window.press('ArrowDown')
      await window.eventually('the next details are shown', async () => {
        return (await window.suggestionDetails()) !== before
      })
      const { links, active, themeIcons } = await renderedCard(window)
      assert.deepEqual(
        links.filter((link) => !link.startsWith(`${official}#page=`)),
        [],
      )
      assert.deepEqual(active, [])
      assert.equal(themeIcons, 0)
    }
  },
)

desk.test(
  'case 11: what a measure is called is shown and inserted as it is, not as a snippet',
  'Hostile \n',
  async (window) => {
    await window.caretAt('Hostile |')
    await window.typeText('@TM_FILENAME')
    const [first] = await window.suggestions()
    assert.equal(first?.label, snippet)
    await window.acceptSuggestion()
    await window.textHolds('Hostile [@xx-hostile, p. 1, action 11]\n')
  },
)

desk.test(
  'case 11: a readable reference holds the words of a measure as they are',
  { text: 'Hostile \n', settings: { 'policyCitation.citation.style': 'text' } },
  async (window) => {
    await window.caretAt('Hostile |')
    await window.runCommand('Policy Citation: Insert Citation')
    await window.quickPick()
    await window.typeText('TM_FILENAME')
    await window.quickPick(([first]) => first?.label.endsWith(snippet) === true && first.focused)
    await window.press('Enter')
    await window.eventually('the reference is written', async () => {
      const text = (await window.editorText()).replaceAll('\\', '')
      return text.includes(snippet)
    })
  },
)

desk.test(
  'cases 1 to 8: what the preview prints stays text, and leads to the official place alone',
  `${measures.map(({ label }) => `Hostile [@xx-hostile:${label}, p. 1].`).join('\n\n')}\n\nAll @xx-hostile.\n`,
  async (window) => {
    const preview = await Preview.open(window)
    const shown = await preview.shows(/All [^@]/u)
    assert.match(shown, /!\[\]\(https:\/\/evil\.example\/\?beacon\)/i)
    const { links, active } = await preview.read<RenderedCard>(readPrinted)
    assert.deepEqual([...new Set(links)], [`${official}#page=1`, official])
    assert.deepEqual(active, [])
  },
)

/** Run in the preview: what of it is ours leads where, and what of it would ask for something or run something. */
const readPrinted = `(() => {
  const all = [...document.querySelectorAll('.policy-citation, .policy-citation *, .policy-references *')]
  const links = all.flatMap((element) => element.getAttribute('data-href') ?? element.getAttribute('href') ?? [])
  const active = all
    .filter((element) => !element.matches('p, span, a, em, sup') ||
      [...element.attributes].some(({ name }) => name.startsWith('on')))
    .map((element) => element.outerHTML)
  return { links, active }
})()`

function hostileMeasure(label: string, text: string): string {
  const written = literally(text)
  const title = literally(text.slice(0, 300))
  return `# ${title} {#${label} kind=action page=1}

${written}

- lead: ${literally(text.slice(0, 200).replaceAll(';', ' '))}
- aliases: ${literally(text.slice(0, 200).replaceAll(';', ' '))}
- zh-Hans: ${title}`
}

/** The card as soon as its last part, the commands, is there. */
async function wholeCard(window: VsCodeWindow): Promise<RenderedCard> {
  return window.eventually('the whole card is shown', async () => {
    const card = await renderedCard(window)
    return card.links.some((link) => link.includes('showInCorpus')) && card
  })
}

/** Of the links of a card none is another than ours, each with a key alone. */
function assertHarmless(
  { links, active, themeIcons }: RenderedCard,
  key: string,
  named = namedBy.get(key) ?? [],
  address = `${official}#page=1`,
): void {
  const link = (command: string, of: string): string =>
    `command:policyCitation.${command}?${encodeURIComponent(JSON.stringify([of]))}`
  assert.deepEqual(links, [
    address,
    link('copyCitation', key),
    link('showInCorpus', key),
    ...named.map((other) => link('showInCorpus', other)),
  ])
  assert.deepEqual(active, [])
  assert.equal(themeIcons, 0)
}
