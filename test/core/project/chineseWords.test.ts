import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { notChinese } from '../../support/chineseText.ts'

const root = join(import.meta.dirname, '../../..')
const readTable = (name: string): readonly (readonly [string, string])[] =>
  Object.entries(JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, string>)

/** What a sentence may hold in Latin letters beside names: what is typed so. */
const typed = new Set([
  ...['plan', 'act', 'order', 'declaration', 'article', 'register', 'relations', 'glossary'],
  ...['in-force', 'revoked', 'superseded', 'not-binding', 'review', 'medium', 'low', 'measure'],
  ...['goal', 'opinion', 'comparison', 'figure', 'short', 'middle', 'long', 'yes', 'partly', 'no'],
  ...['must', 'shall', 'should', 'recommended', 'may', 'considers', 'explores', 'encouraged'],
  ...['Broader_Than', 'Peer_To', 'Narrower_Than', 'text', 'json', 'sarif', 'markdown', 'render'],
  ...['library', 'filter', 'en', 'id', 'art', 'a', 'x2', 'II.3.1', 'nocite', 'glob', 'README', 'x'],
  ...['EU', 'ISO', 'ELI', 'CELEX', 'FR', 'R1689', 'pandoc-crossref', 'pandoc.org'],
  ...['Enter', 'F1', 'Mac', 'Ctrl+Shift+2', 'Cmd+Shift+2', 'Ctrl+', 'Cmd+'],
  ...['policyCitation.pandoc.path', 'policy-citation', 'extensions', 'help', 'policy'],
])

/** Words of the other side of the strait, each with that of this side. */
const foreign = {
  'zh-cn': /[檔「」]|資料夾|游標|程式|預設|設定|滑鼠|視窗/u,
  'zh-tw':
    /文件夾|光標|默認|信息|程序(?!碼)|軟件|網絡|窗口|鼠標|菜單|打印|屏幕|數據|字符|字節|缺省|“|”/u,
}

for (const language of ['zh-cn', 'zh-tw'] as const) {
  suite(`the sentences in ${language}`, () => {
    const tables = [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`]
    const sentences = tables.flatMap(readTable).filter(([, said]) => !said.endsWith('.webp'))

    test('have no English words but names and what is typed so, and marks as Chinese sets them', () => {
      const wrong = sentences.flatMap(([key, said]) => {
        const found = notChinese(said).filter((word) => !typed.has(word.replace(/\.$/u, '')))
        return found.length > 0 ? [[key, found]] : []
      })
      assert.deepEqual(wrong, [])
    })

    test('have the words and quotation marks of their readers', () => {
      const wrong = sentences.filter(([, said]) => foreign[language].test(said))
      assert.deepEqual(wrong, [])
    })

    test('count things by their own words', () => {
      const wrong = sentences.filter(([, said]) =>
        /\{\d\} ?(?:问题|問題|报告|報告|条目|條目|措施|标题|標題)/u.test(said),
      )
      assert.deepEqual(wrong, [])
    })
  })
}
