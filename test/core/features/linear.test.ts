import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readFrontMatter } from '../../../src/core/text/frontMatter.ts'
import { addToList } from '../../../src/core/text/yaml/listEdit.ts'
import { citeAllMentions } from '../../../src/core/features/mentions/citeMentions.ts'
import { allProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { createNameIndex } from '../../../src/core/names/nameIndex.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { stepsOf } from '../markdown/visits.ts'

function planWith(title: string, measure = 'Quay Survey Office') {
  const head = `---\nid: xx-mole\ntype: plan\ntitle: ${title}\n---\n`
  return corpusOf([{ name: 'xx-mole.md', text: `${head}\n# ${measure} {#1}\n\nWords.\n` }])
}

const corpus = planWith('The mole plan')
const names = createNameIndex(corpus, createSearchIndex(corpus))
const [instrument = assert.fail()] = corpus.instruments
const outline = {
  parts: [{ level: 'measure', text: 'Survey the outer mole after each storm.', parts: [] }],
  unread: [],
} as const
const versions = [{ day: '2031-01-01', text: findPassages(outline, instrument, corpus) }]
const officialOf: OfficialVersionsOf = () => versions

/** All that is looked for in a report: its problems, its quotations and the names in it. */
function lookThrough(source: string): void {
  const report = analyseReport(source)
  allProblems(report, { corpus, officialOf, today: '2031-06-01', isWanted: () => true })
  judgeQuotations(report, { corpus, officialOf })
  citeAllMentions(report, corpus, names, { style: 'key', withPage: true, language: 'en' })
}

suite('Looking through a report costs work in proportion to its length', () => {
  const quoted = '“survey the outer mole” and “each storm” [@xx-mole:1]'
  for (const [what, make] of [
    ['sentences that quote', (size) => `It says ${quoted}. `.repeat(size)],
    ['one sentence of quotations', (size) => `${quoted}, `.repeat(size)],
    ['quotations with one citation', (size) => '“survey the mole”, '.repeat(size) + '[@xx-mole:1]'],
    [
      'quotations behind citations',
      (size) => '[@xx-mole:1] '.repeat(size) + '“a b c”, '.repeat(size),
    ],
    ['quotations between sentences', (size) => '“Survey it.” [@xx-mole:1] @xx-mole '.repeat(size)],
    ['block quotations', (size) => '> survey the outer mole [@xx-mole:1]\n\n'.repeat(size)],
    [
      'citations below block quotations',
      (size) => '> survey the outer mole\n\n[@xx-mole:1]\n\n'.repeat(size),
    ],
    [
      'citations below block quotations of many paragraphs',
      (size) => `${'> survey the outer mole\n>\n'.repeat(30)}\n[@xx-mole:1]\n\n`.repeat(size / 10),
    ],
    ['brackets of notes beside a name', (size) => `The Quay Survey Office ${'[^'.repeat(size)}@k`],
    [
      'notes that are referred to',
      (size) =>
        'The Quay Survey Office[^1]. '.repeat(size) + `\n\n[^1]: ${'[@xx-mole] '.repeat(size)}`,
    ],
  ] as const satisfies readonly (readonly [string, (size: number) => string])[]) {
    test(what, () => {
      const [small, large] = [make(300), make(600)]
      const steps = stepsOf(() => {
        lookThrough(small)
      })
      const more = stepsOf(() => {
        lookThrough(large)
      })
      assert.ok(more <= 2.4 * steps, `${steps} steps became ${more}`)
    })
  }

  test('a block quotation of 200,000 characters is read, however few calls the stack has room for', () => {
    const source = `> “survey the outer mole” [@xx-mole:1] ${'a '.repeat(100_000)}`
    assert.doesNotThrow(() => {
      lookThrough(source)
    })
  })
})

suite('A title of any length', () => {
  for (const [what, letters] of [
    ['small letters', 'a'],
    ['capitals and small letters', 'Ab '],
    ['Chinese characters', '政策'],
    ['apostrophes', "a'"],
  ] as const) {
    test(`of ${what} costs work in proportion to it, and never throws`, () => {
      const steps = [10_000, 20_000].map((size) => {
        const title = letters.repeat(size / letters.length)
        const made = [planWith(title), planWith('The mole plan', title)]
        return stepsOf(() => {
          for (const one of made) {
            createNameIndex(one, createSearchIndex(one))
            cslItems(one.provisions, one, 'en')
            const report = analyseReport(
              `It is so [@xx-mole, sec. 1 of the ${title.slice(0, 50)}].`,
            )
            allProblems(report, { corpus: one, officialOf, isWanted: () => true })
          }
        })
      })
      const [small = 0, large = 0] = steps
      assert.ok(large <= 2.4 * small, `${small} steps became ${large}`)
    })
  }
})

test('a value of front matter with number signs and a line separator is read in proportion to its length', () => {
  const steps = [2000, 4000].map((size) => {
    const source = `---\nbibliography: a${' #'.repeat(size)}\u2028\n---\n`
    const front = readFrontMatter(source) ?? assert.fail()
    return stepsOf(() => addToList(source, front, 'bibliography', 'b.json'))
  })
  const [small = 0, large = 0] = steps
  assert.ok(large <= 2.2 * small, `${small} steps became ${large}`)
})
