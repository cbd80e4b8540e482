import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { suggestCitations, type Suggestions } from '../../../src/core/features/completion.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)

function suggested(marked: string, style: CitationStyle = 'key'): Suggestions | undefined {
  const { report, offset } = reportAtCaret(marked)
  return suggestCitations(report, index, corpus, offset, {
    language: 'en',
    style,
    withPage: true,
    limit: 100,
  })
}

/** The report after the suggestion with `key` was accepted, with its caret. */
function accepted(marked: string, key: string, style: CitationStyle = 'key'): string {
  const found = suggested(marked, style)
  const item = found?.items.find(({ provision }) => provision.key === key)
  if (found === undefined || item === undefined)
    throw new Error(`${key} is not offered in ${marked}`)
  const source = marked.replace('|', '')
  return `${source.slice(0, found.span.start)}${item.text}|${source.slice(found.span.end)}`
}

test('printed places are offered as they are typed', () => {
  const framework = corpusOf([
    {
      name: 'xx-frame.md',
      text:
        '---\nid: xx-frame\ntype: plan\ntitle: Frame\n---\n\n' +
        '# Rules {#GOVERN.1.1 kind=category place="GOVERN 1.1"}\n\n' +
        '## Know them {#a.1 place="GV-1.1-001"}\n\n## Write them {#a.2 place="GV-1.1-002"}\n',
    },
  ])
  const options = { language: 'en', style: 'pandoc', withPage: true, limit: 100 } as const
  for (const [marked, written] of [
    ['@GV-1.1-001|', '[@xx-frame, action GV-1.1-001]'],
    ['@gv-1.1-002|', '[@xx-frame, action GV-1.1-002]'],
    ['[@govern 1.1|]', '@xx-frame, GOVERN 1.1]'],
  ] as const) {
    const { report, offset } = reportAtCaret(marked)
    const found = suggestCitations(report, createSearchIndex(framework), framework, offset, options)
    assert.equal(found?.items[0]?.text, written, marked)
  }
})

const key = 'xx-lantern-2031:I.1.1'

suite('completion', () => {
  for (const [marked, after] of [
    ['@night cranes|', `@${key} [p. 2]|`],
    ['See @night cranes|', `[See @${key}, p. 2]|`],
    ['(@night cranes|)', `([@${key}, p. 2]|)`],
    ['（@night cranes|）', `（[@${key}, p. 2]|）`],
    ['，@night cranes|', `，[@${key}, p. 2]|`],
    ['根据@夜间起重机|', `根据[@${key}, p. 2]|`],
    ['见 @night cranes|规定', `[见 @${key}, p. 2]|规定`],
    ['[@night cranes|]', `[@${key}, p. 2]|`],
    ['[@night cranes|', `[@${key}, p. 2]|`],
    ['[see @night cranes|]', `[see @${key}, p. 2]|`],
    ['[-@night cranes|]', `[-@${key}, p. 2]|`],
    ['-@night cranes|', `[-@${key}, p. 2]|`],
    ['[@smith2020; @night cranes|]', `[@smith2020; @${key}, p. 2]|`],
    ['[@smith2020 @night cranes|]', `[@smith2020; @${key}, p. 2]|`],
    ['[@xx-lantern-|2031:II.1.1, p. 9]', `[@${key}|, p. 9]`],
    ['@xx-lantern|-2031:II.1.1 [p. 9] says', `@${key}| [p. 9] says`],
    ['---\nlang: zh-CN\n---\n\n[@night cranes|]', `---\nlang: zh-CN\n---\n\n[@${key}, 页 2]|`],
    ['---\nlang: zh-TW\n---\n\n@night cranes|', `---\nlang: zh-TW\n---\n\n[@${key}, 2]|`],
    ['We cite @night |cranes to chips.', `We cite [@${key}, p. 2] |cranes to chips.`],
    ['_see @night cranes|_', `_[see @${key}, p. 2]|_`],
    ['wait....@night cranes|', `wait....[@${key}, p. 2]|`],
    ['wait...@night cranes|', `wait...[@${key}, p. 2]|`],
    ['[@smith2020\n@night cranes|]', `[@smith2020\n; @${key}, p. 2]|`],
    ['> - [@night cranes|]', `> - [@${key}, p. 2]|`],
    ['We cite @night cranes |applies', `We cite [@${key}, p. 2] |applies`],
    ['[see @night cranes |p. 4]', `[see @${key} |p. 4]`],
    ['[@cra|nes]', `[@${key} |nes]`],
    ['[@crane|规定, p. 3]', `[@${key} |规定, p. 3]`],
    ['[@cra|nes', `[@${key}]|nes`],
    ['[见@night cranes|]', `[见 @${key}, p. 2]|`],
    ['[@smith2020见@night cranes|]', `[@smith2020见; @${key}, p. 2]|`],
    ['**@night cranes|**', `**@${key} [p. 2]|**`],
    ['@crane|/x', `@${key} [p. 2]|/x`],
    ['根据@night cranes| [p. 3]', `根据[@${key}, p. 3]|`],
    ['根据@night cranes| [p. 3; @b]', `根据[@${key}, p. 3; @b]|`],
    ['根据@night cranes| [@b, p. 3]', `根据[@${key}; @b, p. 3]|`],
    ['根据@night cranes| [x](u)', `根据[@${key}]| [x](u)`],
    ['> [@smith2020,\n> @night cranes|]', `> [@smith2020,\n> ; @${key}, p. 2]|`],
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
    '---\n# @crane|\n---\n',
    '\\@crane|',
    '@fig-crane|',
    '@tbl-|',
    '@sec-crane|',
    '@eq-|',
    '@lst-|',
    '@thm-|',
    '@fig:|',
    'no marker|',
  ]) {
    test(`nothing is offered in ${JSON.stringify(nothing)}`, () => {
      assert.equal(suggested(nothing), undefined)
    })
  }

  test('where nothing fits the words, or the sentence, there are no items', () => {
    for (const marked of ['@nothing fits these words|', 'We painted every lighthouse pink [@|']) {
      assert.deepEqual(suggested(marked)?.items, [], marked)
    }
  })

  test('with nothing typed the sentence before the marker says what is offered', () => {
    for (const marked of [
      'Harbours would try out cranes at night [@|',
      'Harbours would try out cranes at night [@|]',
      'Other words here. Harbours would try out cranes at night @|',
      'Harbours would try out [@smith2020] cranes at night [@jones1999; @|]',
    ]) {
      assert.equal(suggested(marked)?.items[0]?.provision.key, key, marked)
    }
  })

  test('a sentence that says too little offers the table of contents', () => {
    for (const marked of ['@|', 'See @|', '根据@|', '# Heading\n\n@|']) {
      assert.equal(suggested(marked)?.items[0]?.provision.level, 'instrument', marked)
    }
  })

  test('what accepting replaces never reaches over a line end', () => {
    for (const marked of ['[@smith2020\n@crane|]', '[@a, p. 3,\r\n  @crane|]', '@crane|\n[p. 3]']) {
      const span = suggested(marked)?.span ?? assert.fail(marked)
      assert.doesNotMatch(marked.replace('|', '').slice(span.start, span.end), /[\r\n]/)
    }
  })

  test('what was typed is the text of the span up to the caret', () => {
    const found = suggested('a [@smith2020; @night cr|anes]')
    assert.equal(found?.typed, '@night cr')
  })

  test('a bare key that would take in what follows stands in brackets', () => {
    for (const [marked, after] of [
      ['_@crane|_', `_[@${key}]_`],
      ['@crane|/x', `[@${key}]/x`],
      ['Done. @crane|.', `Done. @${key}.`],
    ] as const) {
      const { report, offset } = reportAtCaret(marked)
      const options = { language: 'en', style: 'key', withPage: false, limit: 100 } as const
      const found = suggestCitations(report, index, corpus, offset, options)
      const item = found?.items.find(({ provision }) => provision.key === key)
      const edit = { span: found?.span ?? assert.fail(marked), text: item?.text ?? '' }
      assert.equal(applyEdits(report.source, [edit]), after)
    }
  })

  test('without pages only the key is written', () => {
    const { report, offset } = reportAtCaret('@night cranes|')
    const options = { language: 'en', style: 'key', withPage: false, limit: 1 } as const
    const [first] = suggestCitations(report, index, corpus, offset, options)?.items ?? []
    assert.equal(first?.text, `@${key}`)
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
