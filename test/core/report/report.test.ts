import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  analyseReport,
  namedPlaceAt,
  citationsOf,
  proseAround,
  reportLanguage,
} from '../../../src/core/report/report.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { findHover } from '../../../src/core/features/hover.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { processorTime } from '../../support/processorTime.ts'

const corpus = fixtureCorpus()
const key = 'xx-lantern-2031:I.1.1'

const keysIn = (source: string): readonly string[] =>
  citationsOf(analyseReport(source)).map((citation) => citation.key)

suite('case 33: what is not prose holds no citation', () => {
  for (const source of [
    `\`\`\`\n@${key}\n\`\`\``,
    `~~~ md\n@${key}\n~~~`,
    `\`\`\`{=html}\n@${key}\n\`\`\``,
    `> \`\`\`\n> @${key}\n> \`\`\``,
    `- \`\`\`\n  @${key}\n  \`\`\``,
    `    @${key}`,
    `\t@${key}`,
    `- a\n\n      @${key}`,
    `\`@${key}\``,
    `\`\`a \` @${key}\`\``,
    `\`a\n@${key}\nb\``,
    `<!-- @${key} -->`,
    `<!--\n@${key}\n-->`,
    `a <!-- @${key} --> b`,
    `<script>\n@${key}\n</script>`,
    `<style>\n@${key}\n</style>`,
    `<pre>\n@${key}\n</pre>`,
    `<a title="@${key}">x</a>`,
    `<div data-x='@${key}'>\n\n</div>`,
    `<?php @${key} ?>`,
    `<![CDATA[@${key}]]>`,
    `<!X @${key}>`,
    `---\ntitle: "\\\\@${key}"\n---\n`,
    `[x](@${key})`,
    `[x](<a @${key}>)`,
    `[x](u "@${key}")`,
    `![x](@${key})`,
    `[x]: @${key}`,
    `[x]: u '@${key}'`,
    `[x]:\n@${key}`,
    `<https://a.example/@${key}>`,
    `<a@${key}.example>`,
    `$@${key}$`,
    `$$\n@${key}\n$$`,
    `a $$@${key}$$ b`,
    `\\@${key}`,
    `a@${key}`,
    `1@${key}`,
    `é@${key}.`,
  ]) {
    test(JSON.stringify(source), () => {
      const seen = citationsOf(analyseReport(source)).filter(({ form }) => form !== 'glued')
      assert.deepEqual(seen, [])
    })
  }
})

suite('case 34: what is prose holds citations, with exact spans', () => {
  for (const source of [
    `---\ntitle: "@${key}"\n---\n`,
    `---\nnocite: |\n  @${key}\n---\n`,
    `| a | [@${key}] |\n|---|---|\n| x \\| y | [@${key}] |`,
    `[^1]: see [@${key}]`,
    `# See [@${key}]`,
    `## See [@${key}] ##`,
    `See [@${key}]\n===`,
    `See [@${key}]\n---`,
    `- [@${key}]`,
    `1. a\n2. [@${key}]`,
    `- a\n\n  [@${key}]`,
    `> [@${key}]`,
    `> > - [@${key}]`,
    `> a\n[@${key}]`,
    `[see @${key}](u)`,
    `![@${key}](u)`,
    `*[@${key}]*`,
    `**@${key}**`,
    `> [!NOTE]\n> [@${key}]`,
    `::: note\n[@${key}]\n:::`,
    `<div>[@${key}]</div>`,
    `<div>\n[@${key}]\n</div>`,
    `a <b>[@${key}]</b>`,
    `$500 billion [@${key}] and $20 million`,
    `[a] [@${key}]`,
    `^[A note, @${key}.]`,
    `a\\\n[@${key}]`,
    `\`\` [@${key}]`,
    `&amp; [@${key}]`,
    `~~[@${key}]~~`,
    `[-@${key}]`,
    `@{${key}}`,
    `\r\n[@${key}]\r\n`,
    `a\rb [@${key}]`,
    `\uFEFF[@${key}]`,
    `政策👩‍💻é é𠮷 [@${key}]`,
  ]) {
    test(JSON.stringify(source), () => {
      const found = citationsOf(analyseReport(source))
      assert.ok(found.length > 0)
      for (const { keySpan } of found) assert.equal(source.slice(keySpan.start, keySpan.end), key)
    })
  }
})

test('a citation runs over lines, with the markers of quotations between', () => {
  assert.deepEqual(keysIn(`> [see @${key},\n> p. 2; @smith2020]`), [key, 'smith2020'])
})

test('a key names its provision at its place, and not around', () => {
  const report = analyseReport(`[see @${key}, p. 2]`)
  const named = (offset: number): string | undefined =>
    namedPlaceAt(report, corpus, offset)?.place.provision.key
  assert.equal(named(5), undefined)
  assert.equal(named(6), key)
  assert.equal(named(6 + key.length), key)
  assert.equal(named(7 + key.length), undefined)
})

test('a place in words is named by its words, and by the key before them', () => {
  const source = 'See [@xx-lantern-2031, p. 1, pillar I, sec. 1, action 1].'
  const report = analyseReport(source)
  const touched = (words: string): string | undefined => {
    const found = namedPlaceAt(report, corpus, source.indexOf(words) + 1)
    return (
      found && `${found.place.provision.key} by ${source.slice(found.span.start, found.span.end)}`
    )
  }
  assert.equal(touched('xx-lantern'), `${key} by xx-lantern-2031`)
  assert.equal(touched('pillar I'), `${key} by pillar I, sec. 1, action 1`)
  assert.equal(touched('action 1'), `${key} by pillar I, sec. 1, action 1`)
  assert.equal(touched('p. 1'), undefined)
})

test('the language is what the front matter says', () => {
  assert.equal(reportLanguage(analyseReport('---\nlang: zh-CN\n---\n')), 'zh-Hans')
  assert.equal(reportLanguage(analyseReport('---\nlang: "zh-TW" # Taiwan\n---\n')), 'zh-Hant')
  assert.equal(reportLanguage(analyseReport('---\nlang: en-GB\n---\n')), 'en')
  assert.equal(reportLanguage(analyseReport('---\ntitle: x\n---\n')), undefined)
})

suite('hostile reports', () => {
  for (const [title, source] of [
    ['case 35: 10 MB on one line', 'word @key '.repeat(1_000_000)],
    ['case 36: 1,000 citations on one line', `[@${key}] `.repeat(1000)],
    ['case 36: 20,000 citations', `A line [@${key}].\n\n`.repeat(20_000)],
    ['case 37: unclosed groups', '[@p:'.repeat(30_000)],
    ['case 37: brackets', `${'['.repeat(20_000)}@k`],
    ['case 37: nested brackets', `${'['.repeat(20_000)}@k${']'.repeat(20_000)}`],
    [
      'case 37: a ladder of backticks',
      `@k ${Array.from({ length: 500 }, (_, length) => '`'.repeat(length + 1)).join(' ')}`,
    ],
    ['case 37: comments', `@k ${'<!--'.repeat(100_000)}`],
    ['case 37: quotations', `${'> '.repeat(50_000)}@k`],
    ['case 37: lists', `${'- '.repeat(30_000)}@k`],
    ['case 37: emphasis', `${'**a '.repeat(5_000)}@k${' b**'.repeat(5_000)}`],
    ['case 37: destinations', `@k ${'[a](<b'.repeat(30_000)}`],
    ['case 37: parentheses', `@k ${'[a]('.repeat(30_000)}`],
    ['case 37: dollars', `@k ${'$ '.repeat(50_000)}${'$'.repeat(50_000)}`],
    ['case 37: tags', `@k ${'<a b="'.repeat(30_000)}`],
    ['case 37: definitions', `${'[a]: b\n'.repeat(20_000)}@k`],
    ['case 37: titles', `@k ${'[a](b "'.repeat(30_000)}`],
    ['case 37: semicolons', `[@k${';'.repeat(50_000)}]`],
    [
      'case 37: deep lists',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n') + ' @k',
    ],
  ] as const) {
    test(`${title}: is analysed whole in 20 s of a processor`, () => {
      const time = processorTime(() => {
        const report = analyseReport(source)
        assert.equal(report.source.length, source.length)
        assert.ok(findProblems(report, corpus).shown.length <= 1000)
      })
      assert.ok(time < 20_000, `${String(time)} ms`)
    })
  }

  test('case 39: lone surrogates, and any other text, throw nothing, and spans slice to their keys', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '@',
      ';',
      `@${key}`,
      '\uD800',
      '\uDC00',
      '\u2028',
      '\u000B',
      '\t',
      '‮',
      '文',
      '`',
      '<',
      '$',
      '\n',
      '> ',
      '- ',
      ', p. 3',
      '{',
      '}',
      '-',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.nat(60),
        (source, at) => {
          const report = analyseReport(source)
          for (const { keySpan, key: written } of citationsOf(report)) {
            assert.equal(source.slice(keySpan.start, keySpan.end), written)
          }
          findHover(report, corpus, at)
          proseAround(report, at)
          findProblems(report, corpus)
        },
      ),
      { numRuns: 3000, seed: 20261123 },
    )
  })

  test('case 40: tabs, right-to-left text and line separators leave spans exact', () => {
    for (const before of ['\tשלום ', 'a\u2028b ', 'a\u000Bb ', '‏', '\t\t- ']) {
      const [citation] = citationsOf(analyseReport(`x${before} @${key}`))
      assert.equal(citation?.keySpan.start, before.length + 3)
    }
  })
})

suite('Each string of metadata is read by itself', () => {
  test('no group runs from one to another, and escapes stand where they stand', () => {
    const source = `---\na: "[see \\"x\\" @${key}"\nb: |\n  y, p. 3]\n\n  [@${key};\n  @other-2031]\n---\n`
    const { groups } = analyseReport(source)
    assert.deepEqual(
      groups.map(({ span }) => source.slice(span.start, span.end)),
      [`@${key}`, `[@${key};\n  @other-2031]`],
    )
  })
})

suite('Each cell of a table is read by itself', () => {
  test('no group runs from one to another, and each has its own suffix', () => {
    const source = [
      '+----------------------+----------------------+',
      `| a [@${key}, | b [@other-2031,      |`,
      '| p. 3]                | p. 4] [@third        |',
      '+----------------------+----------------------+',
      '',
      '| a | b |',
      '|---|---|',
      '| [@fourth | x] |',
    ].join('\n')
    const report = analyseReport(source)
    const read = citationsOf(report).map((citation) => {
      return [citation.key, citation.form, report.suffixOf(citation).text.replace(/\s+/g, ' ')]
    })
    assert.deepEqual(read, [
      [key, 'bracketed', ', p. 3'],
      ['other-2031', 'bracketed', ', p. 4'],
      ['third', 'narrative', ''],
      ['fourth', 'narrative', ''],
    ])
  })
})

suite('Each line of a line block is read by itself', () => {
  test('with the lines further right that go on with it, but none behind the block', () => {
    const source = [
      `| [@${key};`,
      '  @other-2031]',
      '| [@third;',
      '|',
      '| @fourth]',
      '@fifth [see',
      '@sixth]',
    ].join('\n')
    const { groups } = analyseReport(source)
    assert.deepEqual(
      groups.map(({ span }) => source.slice(span.start, span.end)),
      [`[@${key};\n  @other-2031]`, '@third', '@fourth', '@fifth [see\n@sixth]'],
    )
  })
})
