import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { citationStyles, type CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { pageToAdd } from '../../../src/core/features/addPage.ts'
import { provisionTable } from '../../../src/core/features/comparison.ts'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { citeCounterparts } from '../../../src/core/features/counterparts.ts'
import { draftInsertion } from '../../../src/core/features/insertion.ts'
import { citeMentionsAt } from '../../../src/core/features/mentions/citeMentions.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { draftQuotation } from '../../../src/core/features/quoting.ts'
import { createNameIndex } from '../../../src/core/names/nameIndex.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import type { CitingOptions } from '../../../src/core/report/citingFormat.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)
const key = 'xx-lantern-2031:I.1.1'
const provision = corpus.byKey.get(key) ?? assert.fail(key)
const place = '@xx-lantern-2031, p. 2, pillar I, sec. 1, action 1'
const inSentence = '@xx-lantern-2031 [p. 2, pillar I, sec. 1, action 1]'

function citing(style: CitationStyle, withPage = true): CitingOptions {
  return { style, withPage, language: 'en' }
}

/** The report, with its caret, after the words before its `|` were accepted as {@link key}. */
function typed(marked: string, style: CitationStyle, withPage = true): string {
  const { report, offset } = reportAtCaret(marked)
  const options = { ...citing(style, withPage), limit: 100 }
  const found = suggestCitations(report, index, corpus, offset, options)
  const item = found?.items.find((one) => one.provision.key === key)
  if (found === undefined || item === undefined) throw new Error(`${key} is not offered`)
  return applyEdits(report.source, [{ span: found.span, text: `${item.text}|` }])
}

function inserted(marked: string, style: CitationStyle): string {
  const { report, offset } = reportAtCaret(marked)
  const caret = { start: offset, end: offset }
  const { edits } = draftInsertion(report, corpus, [caret], [provision], citing(style))
  return applyEdits(report.source, edits)
}

function withCounterpart(marked: string, style: CitationStyle): string {
  const { report, offset } = reportAtCaret(marked)
  const [found] = citeCounterparts(report, corpus, offset, citing(style))
  return applyEdits(report.source, found?.edits ?? assert.fail(`no counterpart in ${marked}`))
}

/** The report after each fix of its first problem. */
function fixed(source: string, style: CitationStyle): readonly string[] {
  const report = analyseReport(source)
  const [problem] = findProblems(report, corpus).shown
  assert.ok(problem, source)
  return fixesOf(problem, report, corpus, index, citing(style)).map(({ edits }) =>
    applyEdits(source, edits),
  )
}

function quoted(marked: string, style: CitationStyle): string {
  const { report, offset } = reportAtCaret(marked)
  const options = { ...citing(style), corpus }
  const caret = { start: offset, end: offset }
  const edit = draftQuotation(report, caret, { provision, words: 'stone' }, options)
  return applyEdits(report.source, [edit])
}

suite('words typed behind @', () => {
  for (const [marked, after] of [
    ['It may [@b] see @night cranes|.', `It may [@b] [see ${place}]|.`],
    ['根据@夜间起重机|规定', `根据[${place}]|规定`],
    ['[@night cranes|]', `[${place}]|`],
    ['[@night cranes|', `[${place}]|`],
    ['[@smith @night cranes|; @b]', `[@smith; ${place}|; @b]`],
    ['-@night cranes|', `[-${place}]|`],
    ['x @{night cranes|} x', `x [${place}]| x`],
    ['So @night cranes |applies', `So ${inSentence} |applies`],
    [
      '---\nlang: zh-CN\n---\n\n见 @night cranes|。',
      '---\nlang: zh-CN\n---\n\n[见 @xx-lantern-2031, 第 2 页，第一支柱第 1 节第 1 项建议行动]|。',
    ],
  ] as const) {
    test(`in words, “${marked}” becomes “${after}”`, () => {
      assert.equal(typed(marked, 'pandoc'), after)
    })
  }

  test('without pages the place in words is the place alone', () => {
    const after = '[See @xx-lantern-2031, pillar I, sec. 1, action 1]|.'
    assert.equal(typed('See @night cranes|.', 'pandoc', false), after)
  })

  test('before a suffix, which is kept, every style writes the key alone', () => {
    for (const style of citationStyles) {
      assert.equal(typed('[see @night cranes|, p. 9]', style), `[see @${key}|, p. 9]`)
      assert.equal(typed('@xx-lantern|-2031:I.1.2 [p. 9] says', style), `@${key}| [p. 9] says`)
      assert.equal(typed('根据@night cranes| [p. 3]', style), `根据[@${key}, p. 3]|`)
    }
  })

  test('what is typed and what is inserted at a marker is the same in the styles without keys', () => {
    for (const style of ['footnote', 'link', 'text'] as const) {
      for (const [words, marker] of [
        ['See @night cranes|.', 'See @|.'],
        ['根据@夜间起重机|规定', '根据@|规定'],
        ['[@smith; @night cranes|]', '[@smith; @|]'],
      ] as const) {
        assert.equal(typed(words, style).replace('|', ''), inserted(marker, style), style)
      }
      assert.match(typed('See @night cranes|.', style), /^See \S.*Lantern Plan.*\|\.$/u)
    }
  })

  test('where only a citation of Pandoc’s makes sense, the styles without keys write one', () => {
    for (const style of ['footnote', 'link', 'text'] as const) {
      for (const [marked, after] of [
        ['[@night cranes|]', `[${place}]|`],
        ['-@night cranes|', `[-${place}]|`],
        ['@xx-lantern|-2031:I.1.2 says', `${inSentence}| says`],
      ] as const) {
        assert.equal(typed(marked, style), after)
      }
      assert.equal(inserted('So it is -@| here', style), `So it is [-${place}] here`)
    }
  })
})

suite('a counterpart', () => {
  test('is not offered where the group names it already, by its key or by its place', () => {
    for (const there of [`@${key}`, place]) {
      const { report, offset } = reportAtCaret(`[@xx-lantern-2031:|I; ${there}]`)
      assert.deepEqual(citeCounterparts(report, corpus, offset, citing('pandoc')), [], there)
    }
  })

  test('joins in words by its place', () => {
    assert.equal(
      withCounterpart('As [see @xx-lantern-2031:|I; @b].', 'pandoc'),
      `As [see @xx-lantern-2031:I; ${place}; @b].`,
    )
    assert.equal(
      withCounterpart('As @xx-lantern-2031:|I says.', 'pandoc'),
      `As @xx-lantern-2031:I [${place}] says.`,
    )
  })

  test('joins as a citation of Pandoc’s in the other styles', () => {
    for (const style of citationStyles) {
      const part = style === 'key' ? `@${key}, p. 2` : place
      assert.equal(
        withCounterpart('As @xx-lantern-2031:|I [p. 2] says.', style),
        `As @xx-lantern-2031:I [p. 2; ${part}] says.`,
      )
    }
  })

  test('keeps apart from what follows the citation', () => {
    assert.equal(
      withCounterpart('@{xx-lantern-2031:|I}(b)', 'key'),
      `@{xx-lantern-2031:I} [@${key}, p. 2] (b)`,
    )
  })
})

suite('a quick fix', () => {
  for (const [source, after] of [
    ['[@xx-lantern-2031:I.1.11]', '[@xx-lantern-2031, pillar I, sec. 1, action 1]'],
    ['[see @xx-lantern-2031:I.1.11, p. 2; @b]', `[see ${place}; @b]`],
    ['[@xx-lantern-2031:I.1.11, p. 2, emphasis added]', `[${place}, emphasis added]`],
    [
      '@xx-lantern-2031:I.1.11 [p. 2] says',
      '@xx-lantern-2031 [p. 2, pillar I, sec. 1, action 1] says',
    ],
    ['@{xx-lantern-2031:I.1.11} says', '@{xx-lantern-2031} [pillar I, sec. 1, action 1] says'],
    ['[@xx-lantern-2013:I.1.1, sec. 9]', `[@${key}, sec. 9]`],
    ['@xx-lantern-2031:I.1.11(b)', `@${key}(b)`],
    ['根据@xx-lantern-2031:I.1.11。', `根据@${key}。`],
    ['[@XX-LANTERN-2031:i.1.1]', `[@${key}]`],
    ['见 @xx-lantern-2031:I.1.1规定', `见 [@${key}]规定`],
    ['根据@xx-lantern-2031:I.1.1。', `根据[@${key}]。`],
  ] as const) {
    test(`in words, “${source}” becomes “${after}”`, () => {
      assert.ok(fixed(source, 'pandoc').includes(after), fixed(source, 'pandoc').join('\n'))
    })
  }

  test('cites who said it, both, or what the instrument says in words, with a page where one was', () => {
    assert.deepEqual(fixed('A robot pilot [see @xx-lantern-2031:I.1.2, p. 3; @b].', 'pandoc'), [
      'A robot pilot [see @press-xx-lantern-2031, claim 2.1; @b].',
      'A robot pilot [see @xx-lantern-2031:I.1.2, p. 3; @press-xx-lantern-2031, claim 2.1; @b].',
      `A robot pilot [see ${place}; @b].`,
    ])
    assert.deepEqual(fixed('@xx-lantern-2031:I.1.2 wants a robot pilot.', 'pandoc'), [
      '*An evening paper on the Lantern Plan* [@press-xx-lantern-2031, claim 2.1] wants a robot pilot.',
      '@xx-lantern-2031:I.1.2 [@press-xx-lantern-2031, claim 2.1] wants a robot pilot.',
      '@xx-lantern-2031 [pillar I, sec. 1, action 1] wants a robot pilot.',
    ])
  })

  test('leaves a citation of the same provision in every style', () => {
    for (const source of [
      'A robot pilot [@xx-lantern-2031:I.1.2, p. 3].',
      '[@xx-lantern-2031:I.1.11, p. 2]',
      '@xx-lantern-2031:I.1.11 says',
    ]) {
      const named = citationStyles.map((style) => fixed(source, style).map(keysNamed))
      for (const keys of named) assert.deepEqual(keys, named[0], source)
    }
  })
})

/** The keys of what the citations of `text` name. */
function keysNamed(text: string): readonly string[] {
  const report = analyseReport(text)
  return meaningsOf(report, corpus).map(({ key, places: [place] }) =>
    key.kind === 'known' && place !== undefined ? place.provision.key : assert.fail(text),
  )
}

test('a quotation is cited in the style of the settings, but never as the subject of a sentence', () => {
  assert.equal(quoted('It says |.', 'pandoc'), `It says “stone” [${place}].`)
  assert.equal(quoted('It says |.', 'narrative'), `It says “stone” [${place}].`)
  assert.match(quoted('It says |.', 'footnote'), /^It says “stone”\^\[Ministry.*\]\.$/u)
  assert.match(quoted('It says |.', 'link'), /^It says “stone” \[The Lantern.*\]\(https:.*\)\.$/u)
  assert.match(quoted('It says |.', 'text'), /^It says “stone” Ministry of Harbours/u)
})

test('a table cites in the style of the settings', () => {
  const words = { dimension: '', says: 'Says', asBefore: '', nothing: '' }
  const table = (style: CitationStyle): string =>
    provisionTable([provision], { ...citing(style), corpus, words })
  assert.ok(table('pandoc').includes(`[${place}]`))
  assert.ok(table('narrative').includes(`[${place}]`))
  assert.ok(table('key').includes(`[@${key}, p. 2]`))
  assert.match(table('link'), /\]\(https:\/\/harbours\.example\/plans\/lantern\.pdf#page=4\) \|$/u)
})

test('a mention is cited in the style of the settings', () => {
  const library = libraryCorpus()
  const names = createNameIndex(library, createSearchIndex(library))
  const report = analyseReport('The AI Workforce Hub counts.')
  const cited = (style: CitationStyle): string => {
    const [found] = citeMentionsAt(report, library, names, { start: 8, end: 8 }, citing(style))
    return applyEdits(report.source, found?.edits ?? [])
  }
  assert.match(
    cited('pandoc'),
    /^The AI Workforce Hub \[@us-aiap-2025, pp\. 6-7, pillar I, sec\. 5/u,
  )
  assert.match(cited('footnote'), /^The AI Workforce Hub\^\[The White House/u)
})

test('the page goes before the words of a place', () => {
  const source = 'So [@xx-lantern-2031, pillar I, sec. 1, action 1].'
  const added = pageToAdd(analyseReport(source), corpus, 6)
  assert.equal(applyEdits(source, added === undefined ? [] : [added.edit]), `So [${place}].`)
})
