import assert from 'node:assert/strict'
import path from 'node:path'
import { ReportWindow } from '../support/reportWindow.ts'

const desk = await ReportWindow.open()

const cards = [
  {
    title: 'an amended article says by what, and what it said before',
    name: 'amended.md',
    language: 'en',
    text: '# Literacy\n\nProviders take measures [@eu-ai-act, art. 4].\n',
    at: 'art. 4',
    says: [/^[^\n]+\n+Amended by Regulation \(EU\) 2026\/1744 .+ text as amended/, /Formerly said/],
  },
  {
    title: 'a provision that does not apply yet says from when it does',
    name: 'later.md',
    language: 'en',
    text: '# Duties\n\nProviders keep to the section [@eu-ai-act, art. 8].\n',
    at: 'art. 8',
    says: [/^[^\n]+\n+⚠ Not yet applicable: applies from 2027-12-02/],
  },
  {
    title: 'it says so in Chinese',
    name: '尚未适用.md',
    language: 'zh-Hans',
    text: '# 义务\n\n提供者须符合本节要求[@eu-ai-act, 第 8 条]。\n',
    at: '第 8 条',
    says: [/^[^\n]+\n+⚠ 尚未适用：自2027年12月2日/],
  },
] as const

for (const { title, name, language, text, at, says } of cards) {
  desk.test(
    `picture: before anything else, ${title}`,
    { name, text, settings: { 'policyCitation.language': language }, picture: true },
    async (window) => {
      const card = await window.hoverOver(at)
      for (const words of says) assert.match(card, words)
      await window.keepPicture(`state-${path.basename(name, '.md')}`)
    },
  )
}

desk.test(
  'picture: a date that was put off is underlined, and the right one is put in its place',
  {
    name: 'date.md',
    text: '# When\n\nThe duties for high-risk systems of Annex III apply from 2 August 2026\n[@eu-ai-act, art. 113].\n',
    picture: true,
  },
  async (window) => {
    await window.page.locator('.monaco-editor .squiggly-warning').first().waitFor()
    await window.caretAt('2 Au|gust')
    const fixes = await window.quickFixes()
    await window.keepPicture('state-date')
    assert.deepEqual(fixes, ['Change to 2 December 2027', 'Ignore this finding here'])
    await window.applyQuickFix('Change to 2 December 2027')
    await window.textHolds('apply from 2 December 2027')
    await window.page.locator('.monaco-editor .squiggly-warning').waitFor({ state: 'detached' })
  },
)

for (const { name, language, title, foreign } of [
  { name: '条款.md', language: 'zh-Hans', title: '标识', foreign: '摘要仅有英文' },
  { name: '條款.md', language: 'zh-Hant', title: '標示', foreign: '摘要僅有英文' },
] as const) {
  desk.test(
    `picture: the card of a Chinese measure is Chinese from top to bottom, ${language}`,
    {
      name,
      text: '# \n\n[@cn-genai-2023, 第 12 条]。\n',
      settings: { 'policyCitation.language': language },
      picture: true,
    },
    async (window) => {
      const card = await window.hoverOver('第 12 条')
      assert.ok(card.includes(title) && !card.includes(foreign), card)
      await window.keepPicture(`chinese-card-${language}`)
    },
  )
}
