import { whileComposing } from '../support/reportTyping.ts'
import { ReportWindow } from '../support/reportWindow.ts'
import type { VsCodeWindow } from '../support/window.ts'

const desk = await ReportWindow.open()

/** Types `words` at the caret and accepts the first row as soon as it is that of `place`. */
async function accept(window: VsCodeWindow, words: string, place: string): Promise<void> {
  await window.typeText(words)
  await window.suggestions(([first]) => first?.place.endsWith(place) === true)
  await window.acceptSuggestion()
}

const english = `# Brief

Chips are traced
As
It is banned
See
`

desk.test(
  'picture: what is accepted stands as its sentence wants it, and one undo gives back what was typed',
  { name: 'sentences.md', text: english, picture: true },
  async (window) => {
    for (const [behind, typed, place, accepted] of [
      [
        'traced',
        ', see @us-aiap-2025:III.3.1',
        'AIAP III.3.1',
        ' [see @us-aiap-2025, p. 21, pillar III, sec. 3, action 1]',
      ],
      ['As', ' @eu-ai-act:53', 'AI Act 53', ' Article 53 of the AI Act [@eu-ai-act, art. 53]'],
      ['banned', ' @eu-ai-act:5.1.a', 'AI Act 5.1.a', ' [@eu-ai-act, art. 5(1)(a)]'],
    ] as const) {
      await window.caretAt(`${behind}|\n`)
      await accept(window, typed, place)
      await window.textHolds(`${behind}${accepted}\n`)
      await window.press('Control+Z')
      await window.textHolds(`${behind}${typed}\n`)
      await window.press('Control+Y')
      await window.textHolds(`${behind}${accepted}\n`)
    }
    await window.caretAt('See|\n')
    await accept(window, ' @us-eo-14320', 'EO 14320')
    await window.typeText(' for more.')
    await window.textHolds('\n[See @us-eo-14320] for more.\n')
    await window.screenshot('accepted-english')
  },
)

desk.test(
  'picture: in Chinese the same, with law named in words where the style asks for the narrative form',
  {
    name: 'juzi.md',
    text: '---\nlang: zh-CN\n---\n\n应当标识\n\n根据\n',
    picture: true,
    settings: {
      'policyCitation.language': 'zh-Hans',
      'policyCitation.citation.style': 'narrative',
    },
  },
  async (window) => {
    await window.caretAt('根据|\n')
    await accept(window, '@cn-genai-2023:12', ' 12')
    await window.typeText('，应当标识。')
    await window.textHolds(
      '根据《生成式人工智能服务管理暂行办法》第十二条[@cn-genai-2023, 第十二条]，应当标识。\n',
    )
    await window.screenshot('accepted-chinese')
  },
)

for (const { script, lang, lead, name, cited, see, under } of [
  {
    ...{ script: 'zh-Hans', lang: 'zh-CN', lead: '国防部牵头征求意见', name: '全栈AI出口套餐' },
    cited: '全栈AI出口套餐[@us-aiap-2025, 第 20 页，第三支柱第 1 节第 1 项建议行动]要快。',
    see: ['应当素养，参见', '@人工智能素养', '应当素养[参见 @eu-ai-act, 第 4 条]\n'],
    under: ['根据', '根据[@eu-ai-act, 第 5 条第 1 款第 a 项]\n'],
  },
  {
    ...{ script: 'zh-Hant', lang: 'zh-TW', lead: '國防部牽頭徵求意見', name: '全端AI出口套案' },
    cited: '全端AI出口套案[@us-aiap-2025, 第 20 頁，第三支柱第 1 節第 1 項建議行動]要快。',
    see: ['應當素養，參見', '@人工智慧素養', '應當素養[參見 @eu-ai-act, 第 4 條]\n'],
    under: ['依據', '依據[@eu-ai-act, 第 5 條第 1 項第 a 款]\n'],
  },
] as const) {
  desk.test(
    `picture: in ${lang} rows are accepted, a wrong lead is told and a name is cited`,
    {
      name: `${lang}.md`,
      text: `---\nlang: ${lang}\n---\n\n${lead}[@us-aiap-2025:I.1.1]。\n\n${name}要快。\n\n${see[0]}\n\n${under[0]}\n`,
      picture: true,
      settings: { 'policyCitation.language': script },
    },
    async (window) => {
      await window.caretAt(`${see[0]}|\n`)
      await window.typeText(see[1])
      await window.suggestions(([first]) => first?.label === see[1].slice(1))
      await window.acceptSuggestion()
      await window.textHolds(see[2])
      await window.caretAt(`${under[0]}|\n`)
      await accept(window, '@eu-ai-act:5.1.a', ' 5.1.a')
      await window.textHolds(under[1])
      await window.caretAt(`出口|${name.slice(-2)}要`)
      await window.applyQuickFix('us-aiap-2025:III.1.1')
      await window.textHolds(cited)
      await window.problemsShow(([only]) => only?.code === 'statement.other-lead')
      await window.screenshot(`accepted-${lang}`)
    },
  )
}

desk.test(
  'a see at the end of the line above goes into the brackets, and one undo gives it back',
  '> Chips are traced, *see*\n> \n',
  async (window) => {
    await window.caretAt('*see*\n> |')
    await accept(window, '@us-eo-14320', 'EO 14320')
    await window.textHolds('> Chips are traced [*see* @us-eo-14320]\n')
    await window.press('Control+Z')
    await window.textHolds('> Chips are traced, *see*\n> @us-eo-14320\n')
  },
)

desk.test(
  'one undo takes back what was inserted, and the see that went into its brackets stands again',
  'See here.\n',
  async (window) => {
    await window.caretAt('See| here')
    await window.typeText(' ')
    await window.runCommand('Policy Citation: Insert Citation')
    await window.quickPick()
    await window.typeText('us-eo-14320')
    await window.quickPick(([first]) => first?.detail.startsWith('us-eo-14320 ') === true)
    await window.press('Enter')
    await window.quickPickIsClosed()
    await window.textHolds(/^\[See @us-eo-14320\] {1,2}here\.\n/u)
    await window.press('Control+Z')
    await window.textHolds('See  here.\n')
  },
)

desk.test(
  'one undo takes back what the lightbulb wrote, and what a quick fix did',
  'The AI Workforce Hub counts.\n\n根据@us-aiap-2025:I.1.3。\n',
  async (window) => {
    await window.caretAt('Workforce| Hub')
    await window.applyQuickFix('Cite “AI Workforce Hub”')
    await window.textHolds('Hub [@us-aiap-2025, pp. 6-7, pillar I, sec. 5, action 4] counts.')
    await window.press('Control+Z')
    await window.textHolds('The AI Workforce Hub counts.\n')
    await window.caretAt('@us-aiap-2025:I.1|.3')
    await window.applyQuickFix('Put the citation in brackets')
    await window.textHolds('根据[@us-aiap-2025:I.1.3]。')
    await window.press('Control+Z')
    await window.textHolds('根据@us-aiap-2025:I.1.3。')
  },
)

desk.test(
  'while an input method composes, its Enter and Tab accept nothing, and what it commits is kept',
  '# 简报\n\n芯片\n',
  async (window) => {
    await window.caretAt('芯片|\n')
    await window.typeText('@export')
    await window.suggestions()
    // VS Code closes a list whose answer comes while something is composed: none is under way of one that is asked for.
    await window.press('Escape')
    await window.noSuggestions()
    await window.suggestionsOnRequest()
    const composed = { text: 'chu', keys: ['Enter', 'Tab', 'Enter'], committed: ' 出口' }
    await whileComposing(window, composed, async () => {
      await window.textHolds('芯片@exportchu\n')
      await window.suggestions()
    })
    await window.textHolds('芯片@export 出口\n')
    // VS Code may still close the list of what was composed: one that is asked for stays.
    await window.press('Escape')
    await window.noSuggestions()
    await window.suggestionsOnRequest()
    await window.acceptSuggestion()
    await window.textHolds(/^芯片\[@us-[^\]]+\]$/mu)
    await window.press('Control+Z')
    await window.textHolds('芯片@export 出口\n')
  },
)

desk.test(
  'picture: a copied citation is pasted as its place wants it, and one undo takes it back',
  {
    name: 'pasted.md',
    text: 'Chips [@us-aiap-2025:III.3.1, p. 21] and chips [@smith; ].\n',
    picture: true,
  },
  async (window) => {
    await window.caretAt('III.3|.1')
    await window.runCommand('Policy Citation: Copy Citation')
    await window.caretAt('[@smith; |]')
    await window.press('Control+V')
    await window.textHolds(
      'and chips [@smith; @us-aiap-2025, p. 21, pillar III, sec. 3, action 1].\n',
    )
    await window.screenshot('pasted')
    await window.press('Control+Z')
    await window.textHolds('and chips [@smith; ].\n')
  },
)
