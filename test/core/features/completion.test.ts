import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { suggestCitations, type Suggestions } from '../../../src/core/features/completion.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)

function suggested(marked: string, caret?: string): Suggestions | undefined {
  const { report, offset } = reportAtCaret(marked, caret)
  return suggestCitations(report, index, corpus, offset, {
    language: 'en',
    withPage: true,
    limit: 100,
  })
}

/** The report after the suggestion with `key` was accepted, with its caret. */
function accepted(marked: string, key: string): string {
  const found = suggested(marked)
  const item = found?.items.find(({ provision }) => provision.key === key)
  if (found === undefined || item === undefined)
    throw new Error(`${key} is not offered in ${marked}`)
  const source = marked.replace('|', '')
  const before = source.slice(0, found.span.start) + item.text.slice(0, item.caret)
  return `${before}|${item.text.slice(item.caret)}${source.slice(found.span.end)}`
}

const key = 'xx-lantern-2031:I.1.1'

suite('completion', () => {
  for (const [marked, after] of [
    ['@night cranes|', `@${key} [p. 2|]`],
    ['See @night cranes|', `See @${key} [p. 2|]`],
    ['(@night cranes|)', `(@${key} [p. 2|])`],
    ['（@night cranes|）', `（@${key} [p. 2|]）`],
    ['，@night cranes|', `，@${key} [p. 2|]`],
    ['根据@夜间起重机|', `根据[@${key}, p. 2|]`],
    ['见 @night cranes|规定', `见 [@${key}, p. 2|]规定`],
    ['[@night cranes|]', `[@${key}, p. 2|]`],
    ['[@night cranes|', `[@${key}, p. 2|]`],
    ['[see @night cranes|]', `[see @${key}, p. 2|]`],
    ['[-@night cranes|]', `[-@${key}, p. 2|]`],
    ['-@night cranes|', `-@${key} [p. 2|]`],
    ['[@smith2020; @night cranes|]', `[@smith2020; @${key}, p. 2|]`],
    ['[@smith2020 @night cranes|]', `[@smith2020; @${key}, p. 2|]`],
    ['[@xx-lantern-|2031:II.1.1, p. 9]', `[@${key}|, p. 9]`],
    ['@xx-lantern|-2031:II.1.1 [p. 9] says', `@${key}| [p. 9] says`],
    ['---\nlang: zh-CN\n---\n\n[@night cranes|]', `---\nlang: zh-CN\n---\n\n[@${key}, 页 2|]`],
    ['---\nlang: zh-TW\n---\n\n@night cranes|', `---\nlang: zh-TW\n---\n\n@${key} [2|]`],
    ['> - [@night cranes|]', `> - [@${key}, p. 2|]`],
  ] as const) {
    test(`accepting in “${marked}” leaves “${after}”`, () => {
      assert.equal(accepted(marked, key), after)
    })
  }

  for (const nothing of [
    '`@crane|`',
    '```\n@crane|\n```',
    '    @crane|',
    '<a title="@crane|">',
    '<!-- @crane| -->',
    '[x](@crane|)',
    '[x]: @crane|',
    '<https://a.example/@crane|>',
    '$@crane|$',
    '$$\n@crane|\n$$',
    'someone@crane|',
    '---\ntitle: "@crane|"\n---\n',
    '\\@crane|',
    '@fig-crane|',
    '@tbl-|',
    '@sec-crane|',
    '@eq-|',
    '@lst-|',
    '@thm-|',
    '@fig:|',
    'no marker|',
    '@nothing fits these words|',
  ]) {
    test(`nothing is offered in ${JSON.stringify(nothing)}`, () => {
      assert.equal(suggested(nothing), undefined)
    })
  }

  test('what was typed is the text of the span up to the caret', () => {
    const found = suggested('a [@smith2020; @night cr|anes]')
    assert.equal(found?.typed, '@night cr')
  })

  test('without pages only the key is written', () => {
    const { report, offset } = reportAtCaret('@night cranes|')
    const options = { language: 'en', withPage: false, limit: 1 } as const
    const [first] = suggestCitations(report, index, corpus, offset, options)?.items ?? []
    assert.deepEqual([first?.text, first?.caret], [`@${key}`, key.length + 1])
  })

  test('sections, pillars and the whole plan are offered as well', () => {
    const keys = suggested('@lantern|')?.items.map(({ provision }) => provision.key) ?? []
    assert.equal(keys[0], 'xx-lantern-2031')
    assert.ok(
      suggested('@crane chapter|')?.items.some(
        ({ provision }) => provision.key === 'xx-lantern-2031:I.1',
      ),
    )
  })
})
