import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { placeBehindKey } from '../../../src/core/citation/citationForm.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import { instrumentOf, type Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { fixesOf, preferredFix, type Fix } from '../../../src/core/features/problems/fixesOf.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { stepsOf } from '../markdown/visits.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const options = { style: 'pandoc', withPage: true, language: 'en' } as const

/** The fixes of each locator in `source` that names nothing. */
function fixesIn(source: string): readonly Fix[] {
  const report = analyseReport(source)
  return findProblems(report, corpus)
    .shown.filter(({ code }) => code === 'citation.unknown-locator')
    .flatMap((problem) => fixesOf(problem, report, corpus, index, options))
}

/** `source` after each of these fixes. */
function fixed(source: string): readonly string[] {
  return fixesIn(source).map(({ edits }) => applyEdits(source, edits))
}

/** An act of so many articles. */
function actOf(size: number): Corpus {
  const articles = Array.from(
    { length: size },
    (_, at) => `# Article ${at + 1} {#${at + 1} kind=article}\n`,
  )
  const head = '---\nid: xx-long\ntype: act\ntitle: Long\n---\n\n'
  return corpusOf([{ name: 'xx-long.md', text: head + articles.join('\n') }])
}

/** What each of these fixes says that it cites. */
function named(source: string): readonly string[] {
  return fixesIn(source).flatMap((fix) =>
    'provision' in fix ? [`${fix.kind} ${fix.provision.key}`] : [],
  )
}

suite('a locator that names nothing', () => {
  for (const [title, wrong, right] of [
    [
      'is mended by the nearest labels, and last by what the words before it name',
      '[@us-aiap-2025, pillar I, sec. 99]',
      [
        '[@us-aiap-2025, pillar I, sec. 9]',
        '[@us-aiap-2025, pillar I, sec. 15]',
        '[@us-aiap-2025, pillar I, sec. 14]',
        '[@us-aiap-2025, pillar I]',
      ],
    ],
    [
      'is mended first by what stands on its page',
      '[@us-aiap-2025, p. 3, pillar I, sec. 99]',
      [
        '[@us-aiap-2025, p. 3, pillar I, sec. 1]',
        '[@us-aiap-2025, p. 3, pillar I, sec. 9]',
        '[@us-aiap-2025, p. 3, pillar I, sec. 15]',
        '[@us-aiap-2025, p. 3, pillar I]',
      ],
    ],
    [
      'is mended by the same label elsewhere in the instrument too',
      '[@us-aiap-2025, pillar II, sec. 14]',
      [
        '[@us-aiap-2025, pillar II, sec. 4]',
        '[@us-aiap-2025, pillar II, sec. 1]',
        '[@us-aiap-2025, pillar II, sec. 8]',
        '[@us-aiap-2025, pillar I, sec. 14]',
        '[@us-aiap-2025, pillar II]',
      ],
    ],
    [
      'is mended by what stands above it where it names several things',
      '[@us-aiap-2025, sec. 1]',
      [
        '[@us-aiap-2025, pillar I, sec. 1]',
        '[@us-aiap-2025, pillar II, sec. 1]',
        '[@us-aiap-2025, pillar III, sec. 1]',
        '[@us-aiap-2025]',
      ],
    ],
    [
      'keeps its numerals in Chinese words',
      '[@us-aiap-2025, 第四支柱]',
      [
        '[@us-aiap-2025, 第三支柱]',
        '[@us-aiap-2025, 第二支柱]',
        '[@us-aiap-2025, 第一支柱]',
        '[@us-aiap-2025]',
      ],
    ],
    [
      'keeps its page, its digits and its marks in Chinese',
      '[@us-aiap-2025, 第 3 页，第一支柱第 99 节]',
      [
        '[@us-aiap-2025, 第 3 页，第一支柱第 1 节]',
        '[@us-aiap-2025, 第 3 页，第一支柱第 9 节]',
        '[@us-aiap-2025, 第 3 页，第一支柱第 15 节]',
        '[@us-aiap-2025, 第 3 页，第一支柱]',
      ],
    ],
    [
      'keeps the places beside it',
      '[@eu-ai-act, arts. 5, 999 and 6]',
      [
        '[@eu-ai-act, arts. 5, 99 and 6]',
        '[@eu-ai-act, arts. 5, 109 and 6]',
        '[@eu-ai-act, arts. 5, 98 and 6]',
      ],
    ],
    [
      'is not cut where its own parts would be left alone',
      '[@eu-ai-act, annex XIX(2)]',
      ['[@eu-ai-act, annex XIV(2)]', '[@eu-ai-act, annex XII(2)]', '[@eu-ai-act, annex XI(2)]'],
    ],
    [
      'keeps entities, braces and line ends',
      '@{us-aiap-2025} [pillar&nbsp;I,\nsec.&nbsp;99, which is long]',
      [
        '@{us-aiap-2025} [pillar&nbsp;I,\nsec.&nbsp;9, which is long]',
        '@{us-aiap-2025} [pillar&nbsp;I,\nsec.&nbsp;15, which is long]',
        '@{us-aiap-2025} [pillar&nbsp;I,\nsec.&nbsp;14, which is long]',
        '@{us-aiap-2025} [pillar&nbsp;I, which is long]',
      ],
    ],
    [
      'is cut with the brackets that it stands alone in',
      'It says so @eu-ai-act [art. 777].',
      [
        'It says so @eu-ai-act [art. 77].',
        'It says so @eu-ai-act [art. 107].',
        'It says so @eu-ai-act [art. 97].',
        'It says so @eu-ai-act.',
      ],
    ],
    [
      'is cut alone where other citations are in the brackets',
      '@{eu-ai-act} [art. 777; @us-aiap-2025]',
      [
        '@{eu-ai-act} [art. 77; @us-aiap-2025]',
        '@{eu-ai-act} [art. 107; @us-aiap-2025]',
        '@{eu-ai-act} [art. 97; @us-aiap-2025]',
        '@{eu-ai-act} [; @us-aiap-2025]',
      ],
    ],
    [
      'is not cut where the key would take in what stands behind the brackets',
      '@eu-ai-act [art. 777]规定',
      ['@eu-ai-act [art. 77]规定', '@eu-ai-act [art. 107]规定', '@eu-ai-act [art. 97]规定'],
    ],
  ] as const) {
    test(`${title}: ${wrong}`, () => {
      assert.deepEqual(fixed(wrong), right)
    })
  }

  for (const language of ['en', 'zh-Hans', 'zh-Hant'] satisfies readonly Language[]) {
    test(`is mended in all instruments of the library so that nothing is wrong any more (${language})`, () => {
      let mended = 0
      const format = { corpus, style: 'pandoc', withPage: false, language } as const
      for (const provision of corpus.provisions.filter((_, at) => at % 7 === 0)) {
        const instrument = instrumentOf(corpus, provision.key)
        if (instrument === undefined || provision.level === 'instrument') continue
        const place = placeBehindKey(provision, instrument, format)
        // The last number of the place, which then is one that no instrument has.
        const wrong = place.replace(/\d+(?=\D*$)/u, (number) => `${number}77`)
        const lang = { en: 'en', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[language]
        const source = `---\nlang: ${lang}\n---\n\nSee [@${instrument.key}, ${wrong}; @us-aiap-2025:I.1].`
        for (const right of fixed(source)) {
          const left = findProblems(analyseReport(right), corpus).shown
          assert.deepEqual(
            left.filter(({ code }) => code === 'citation.unknown-locator'),
            [],
            `${wrong}: ${right}`,
          )
          assert.ok(right.endsWith('; @us-aiap-2025:I.1].'), right)
          mended += 1
        }
      }
      assert.ok(mended > 300, String(mended))
    })
  }

  for (const [title, wrong, says] of [
    [
      'what it cites with the words behind the wrong one',
      '[@us-aiap-2025, p. 4, pillar I, sec. 99, action 1]',
      [
        'replacePlace us-aiap-2025:I.3.1',
        'replacePlace us-aiap-2025:I.2.1',
        'replacePlace us-aiap-2025:I.1.1',
      ],
    ],
    [
      'what is cited when the step between others is cut',
      '[@eu-ai-act, chapter XX, art. 5]',
      ['replacePlace eu-ai-act:5'],
    ],
    [
      'a cut only where that is what stands before',
      '[@us-aiap-2025, sec. 1]',
      [
        'replacePlace us-aiap-2025:I.1',
        'replacePlace us-aiap-2025:II.1',
        'replacePlace us-aiap-2025:III.1',
        'cutPlace us-aiap-2025',
      ],
    ],
  ] as const) {
    test(`each fix names ${title}: ${wrong}`, () => {
      assert.deepEqual(named(wrong), says)
      for (const [at, right] of fixed(wrong).entries()) {
        const places = analyseReport(right).meaningsAround(2, corpus).flatMap(citedPlaces)
        const cited = places.map(({ provision }) => provision.key)
        assert.deepEqual(cited, [named(wrong)[at]?.split(' ')[1]], right)
      }
    })
  }

  test('a fix is preferred only where there is no other', () => {
    const several = fixesIn('[@eu-ai-act, art. 777]')
    assert.deepEqual([several.length > 1, preferredFix(several)], [true, undefined])
    const [only] = several
    assert.equal(preferredFix(several.slice(0, 1)), only)
  })

  test('costs work in proportion to the length of the instrument', () => {
    const stepsWith = (size: number): number => {
      const long = actOf(size)
      const report = analyseReport('[@xx-long, art. 99999]')
      const [problem] = findProblems(report, long).shown
      const searched = createSearchIndex(long)
      return stepsOf(() => {
        if (problem) assert.ok(fixesOf(problem, report, long, searched, options).length > 0)
      })
    }
    const [few, many] = [stepsWith(300), stepsWith(1200)]
    assert.ok(many < 5 * few, `${few} steps became ${many}`)
  })
})
