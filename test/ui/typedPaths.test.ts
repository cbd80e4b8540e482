import { typeChinese } from '../support/reportTyping.ts'
import { ReportWindow } from '../support/reportWindow.ts'

const desk = await ReportWindow.open()

const queries = [
  ['pillar I section 1 action 3', 'AIAP I.1.3'],
  ['third pillar section 3', 'AIAP III.3'],
  ['Article 5 1 a', 'AI Act 5.1.a'],
  ['executive order 14320 section 3', 'EO 14320 3'],
  ['uk recomendation twelve', 'UK Plan 12'],
  ['2024/1689', 'AI Act'],
  ['sandbox', 'AI Act 57'],
] as const

const citing = '# Brief\n\nThe act [@eu-ai-act] and the plan [@us-aiap-2025].\n\nNow\n'

for (const { speed, delay } of [
  { speed: 'at full speed', delay: 0 },
  { speed: 'slowly', delay: 120 },
]) {
  for (const [typed, place] of queries) {
    desk.test(
      `${typed}, typed ${speed}, leads to ${place}`,
      { text: citing, picture: true },
      async (window) => {
        await window.caretAt('Now|')
        await window.typeText(` @${typed}`, { delay })
        await window.suggestions(([first]) => first?.place === place)
        await window.keepPicture(`typed-${String(delay)}-${place.replaceAll(' ', '-')}`)
      },
    )
  }
}

for (const { language, name, pieces, place } of [
  {
    language: 'zh-Hans',
    name: '简报.md',
    pieces: [
      ['rengongzhineng', '人工智能'],
      ['faan', '法案'],
      ['diwutiao', '第五条'],
    ],
    place: '欧盟AI法案 5',
  },
  {
    language: 'zh-Hant',
    name: '簡報.md',
    pieces: [
      ['diyi', '第一'],
      ['zhizhu', '支柱'],
      ['di1jie', '第1節'],
      ['di3xiang', '第3項'],
    ],
    place: 'AI行動計畫 I.1.3',
  },
] as const) {
  desk.test(
    `places that are composed in ${language} lead to the row that is meant`,
    {
      name,
      text: '# \n\n參見 [@us-aiap-2025]。\n\n此外\n',
      settings: { 'policyCitation.language': language },
      picture: true,
    },
    async (window) => {
      await window.caretAt('此外|')
      await window.typeText('@')
      await typeChinese(window, pieces)
      await window.suggestions(([first]) => first?.place === place)
      await window.keepPicture(`typed-${language}`)
    },
  )
}
