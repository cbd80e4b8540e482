import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import {
  citeAllMentions,
  citeMentionsAt,
} from '../../../src/core/features/mentions/citeMentions.ts'
import { findMentions } from '../../../src/core/features/mentions/findMentions.ts'
import { analyseReport, citationsOf } from '../../../src/core/report/report.ts'
import { createNameIndex } from '../../../src/core/names/nameIndex.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const names = createNameIndex(corpus, createSearchIndex(corpus))
const options = { style: 'key', withPage: true, language: 'en' } as const
const hub = '@us-aiap-2025:I.5.4, pp. 6-7'
const force = '@us-eo-14365:3'

/** The report after all of its mentions are cited. */
function citedAll(source: string, style: CitationStyle = 'key'): string {
  const proposed = citeAllMentions(analyseReport(source), corpus, names, { ...options, style })
  return applyEdits(
    source,
    proposed.map(({ edit }) => edit),
  )
}

/** What the lightbulb offers at the caret: name and key. */
function offered(marked: string): readonly string[] {
  const { report, offset } = reportAtCaret(marked)
  const selection = { start: offset, end: offset }
  return citeMentionsAt(report, corpus, names, selection, options).map(
    ({ mention, provision }) => `${sliceSpan(report.source, mention.span)} ${provision.key}`,
  )
}

suite('a mention is cited right behind the name', () => {
  for (const [source, after] of [
    ['The AI Workforce Hub counts.', `The AI Workforce Hub [${hub}] counts.`],
    ['The AI Workforce Hub.', `The AI Workforce Hub [${hub}].`],
    ["The AI Workforce Hub's staff.", `The AI Workforce Hub's [${hub}] staff.`],
    ['The **AI Workforce Hub** counts.', `The **AI Workforce Hub** [${hub}] counts.`],
    ['The *“AI Workforce Hub”* counts.', `The *“AI Workforce Hub”* [${hub}] counts.`],
    ['The AI Workforce Hub *counts*.', `The AI Workforce Hub [${hub}] *counts*.`],
    [
      'The [AI Workforce Hub](https://a.b/c) it',
      `The [AI Workforce Hub](https://a.b/c) [${hub}] it`,
    ],
    ['![AI Workforce Hub, 2026](hub.png)', `![AI Workforce Hub, 2026](hub.png) [${hub}]`],
    ['A [note on the AI Workforce Hub] b', `A [note on the AI Workforce Hub [${hub}]] b`],
    ['| AI Workforce Hub | x |', `| AI Workforce Hub [${hub}] | x |`],
    ['- 😀 the AI\n  Workforce\n  Hub', `- 😀 the AI\n  Workforce\n  Hub [${hub}]`],
    [
      '> The AI Litigation\n> Task Force sues.',
      `> The AI Litigation\n> Task Force [${force}] sues.`,
    ],
    ['据《全球人工智能治理倡议》称', '据《全球人工智能治理倡议》[@cn-gaigi-2023]称'],
    ['据人工智能全球治理\r\n行动计划称', '据人工智能全球治理\r\n行动计划[@cn-gaigap-2025]称'],
    ['The AI Workforce Hub [@smith, p. 3].', `The AI Workforce Hub [@smith, p. 3; ${hub}].`],
    ['The AI Workforce Hub\n[@smith].', `The AI Workforce Hub\n[@smith; ${hub}].`],
    ['The AI Workforce Hub and @smith.', `The AI Workforce Hub [${hub}] and @smith.`],
  ] as const) {
    test(JSON.stringify(source), () => {
      assert.equal(citedAll(source), after)
      const cited = citationsOf(analyseReport(after))
      assert.ok(cited.some(({ form }) => form === 'bracketed'))
      assert.equal(citedAll(after), after)
    })
  }

  for (const style of ['key', 'narrative', 'pandoc', 'footnote', 'link', 'text'] as const) {
    test(`in style ${style}, once and no second time`, () => {
      const once = citedAll('The AI Workforce Hub counts.\n', style)
      assert.match(once, /^The AI Workforce Hub.*(?:I\.5\.4|action 4).* counts\.\n$/u)
      assert.equal(citedAll(once, style), once)
    })
  }

  test('of the language of the report', () => {
    assert.equal(
      citedAll('---\nlang: zh-CN\n---\n\n“AI Workforce Hub”很重要。\n'),
      '---\nlang: zh-CN\n---\n\n“AI Workforce Hub” [@us-aiap-2025:I.5.4, 页 6-7]很重要。\n',
    )
  })

  test('names that share a link are cited together', () => {
    assert.equal(
      citedAll('[The AI Workforce Hub and PermitAI](https://a.b)'),
      `[The AI Workforce Hub and PermitAI](https://a.b) [${hub}; @us-aiap-2025:II.1.7, p. 15]`,
    )
  })
})

suite('no mention stands', () => {
  for (const source of [
    '# The AI Workforce Hub',
    'The AI Workforce Hub\n====================',
    'The `AI Workforce Hub`.',
    '    The AI Workforce Hub.',
    '```\nThe AI Workforce Hub.\n```',
    '[a](https://x.org "AI Workforce Hub")',
    '<!-- The AI Workforce Hub -->',
    '$AI Workforce Hub$',
    '---\ntitle: The AI Workforce Hub\n---',
    '[@smith, see the AI Workforce Hub]',
    '[AI Workforce Hub]: https://x.org',
    'AI Workforce [@smith] Hub',
  ]) {
    test(`in ${JSON.stringify(source)}`, () => {
      assert.equal(citedAll(source), source)
    })
  }
})

suite('a sentence that cites it already is left alone', () => {
  for (const source of [
    'The AI Workforce Hub counts [@us-aiap-2025:I.5.4].',
    'The AI Workforce Hub counts. [@us-aiap-2025:I.5.4]',
    'As @us-aiap-2025:I.5.4 says, the AI Workforce Hub counts.',
    'The AI Workforce Hub counts [@us-aiap-2025].',
    'The AI Workforce Hub counts [@us-aiap-2025, pillar I].',
    "America's AI Action Plan counts [@us-aiap-2025:I.5.4].",
    'The AI Workforce Hub counts.[^1]\n\n[^1]: So [@us-aiap-2025:I.5.4].',
    'The AI Workforce Hub counts^[So @us-aiap-2025:I.5.4.].',
  ]) {
    test(source, () => {
      assert.equal(citedAll(source), source)
    })
  }

  test('also where it cites something else', () => {
    assert.equal(
      citedAll('The AI Workforce Hub [@us-aiap-2025:II].'),
      `The AI Workforce Hub [@us-aiap-2025:II; ${hub}].`,
    )
  })
})

suite('Cite All Mentions', () => {
  test('proposes the first mention between one heading and the next', () => {
    assert.equal(
      citedAll(
        'AI Workforce Hub.\n\nAI Workforce Hub.\n\n# A\n\nAI Workforce Hub.\n\n## B\n\nNone.\n',
      ),
      `AI Workforce Hub [${hub}].\n\nAI Workforce Hub.\n\n# A\n\nAI Workforce Hub [${hub}].\n\n## B\n\nNone.\n`,
    )
  })

  test('proposes nothing where that stretch cites the provision', () => {
    const source = `# A\n\nAI Workforce Hub.\n\nSo [${hub}].\n\n# B\n\nSo [${hub}].\n\nThe AI Workforce Hub.\n`
    assert.equal(citedAll(source), source)
  })

  test('leaves names out that several provisions bear', () => {
    const source = 'It names the Permitting Council here.'
    assert.equal(citedAll(source), source)
    assert.deepEqual(offered('It names the Permitting Council| here.'), [
      'Permitting Council us-aiap-2025:II.1.2',
      'Permitting Council us-eo-14318:6',
    ])
  })

  test('names each place once, in order', () => {
    const source = 'PermitAI and the AI Workforce Hub, with PermitAI.'
    const proposed = citeAllMentions(analyseReport(source), corpus, names, options)
    assert.deepEqual(
      proposed.map(({ provisions }) => provisions.map(({ key }) => key)),
      [['us-aiap-2025:II.1.7'], ['us-aiap-2025:I.5.4']],
    )
  })
})

suite('the lightbulb', () => {
  test('offers what the sentence names, the nearest first', () => {
    assert.deepEqual(offered('None. PermitAI and the AI Workforce |Hub. EO 14110 is over.'), [
      'AI Workforce Hub us-aiap-2025:I.5.4',
      'PermitAI us-aiap-2025:II.1.7',
    ])
    assert.deepEqual(offered('None.| PermitAI and others. More.'), [])
    assert.deepEqual(offered('EO 14110 is over|. PermitAI is not.'), ['EO 14110 us-eo-14110'])
  })

  test('offers a second mention, too', () => {
    assert.deepEqual(offered('PermitAI. More of PermitAI| here.'), ['PermitAI us-aiap-2025:II.1.7'])
  })

  test('offers provisions of what was revoked behind the others', () => {
    const keys = offered('It says “General Provisions|” here.')
    assert.ok(
      keys.every((key) => !key.includes('14110')),
      keys.join(),
    )
  })

  test('offers no more than the five nearest names, also in a paragraph that is full of them', () => {
    const names = 'EO 14110, EO 14179, EO 14318, PermitAI, AISIC, EO 14319, '
    const keys = offered(`${names.repeat(3000)}here| ends the sentence.`)
    assert.equal(keys.length, 5)
    assert.match(keys[0] ?? '', /^EO 14319 /)
  })

  test('reads no other block than that of the caret', () => {
    const { report, offset } = reportAtCaret(
      `${'The AI Workforce Hub and all of its friends.\n\n'.repeat(2000)}None|.\n\n`,
    )
    const before = names.trie.effort.steps
    citeMentionsAt(report, corpus, names, { start: offset, end: offset }, options)
    assert.ok(names.trie.effort.steps - before < 20)
  })
})

suite('real prose', () => {
  for (const name of ['english.md', 'chinese.md']) {
    test(`${name} has more than 150 sentences and no false alarm`, () => {
      const source = readFileSync(new URL(`../../support/prose/${name}`, import.meta.url), 'utf8')
      const report = analyseReport(source)
      const sentences = [...report.blocks]
        .filter(({ kind }) => kind === 'paragraph')
        .flatMap(({ span }) => report.sentencesAround(span.start))
      assert.ok(sentences.length > 150, String(sentences.length))
      const found = [...report.blocks]
        .flatMap((block) => findMentions(report, corpus, names, block))
        .map(({ span }) => sliceSpan(source, span))
      assert.deepEqual(found, [])
    })
  }

  for (const page of ['README.md', 'docs/zh-Hans/README.md']) {
    test(`${page} names what it names`, () => {
      const source = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8')
      const report = analyseReport(source)
      const found = [...report.blocks].flatMap((block) =>
        findMentions(report, corpus, names, block),
      )
      const keys = new Set(found.map(({ provisions: [{ key }] }) => String(key)))
      for (const key of ['us-aiap-2025', 'eu-ai-act', 'uk-aioap-2025', 'cn-gaigap-2025'])
        assert.ok(keys.has(key), `${key} in ${[...keys].join()}`)
    })
  }
})
