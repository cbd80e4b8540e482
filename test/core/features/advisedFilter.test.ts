import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { ProblemFinder, type Problems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

type Files = Readonly<Record<string, string | BibliographyText>>

interface Asked {
  readonly files?: Files
  readonly levels?: number
  readonly text?: string
}

function finish(looking: Generator<undefined, Problems, undefined>): Problems {
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

function finderBeside(files: Files, levels: number, asked: string[] = []): ProblemFinder {
  const textOf = (path: string): BibliographyText => {
    asked.push(path)
    const file = files[path]
    if (file === undefined) return { kind: 'missing' }
    return typeof file === 'string' ? { kind: 'read', text: file } : file
  }
  const bibliography = { reportName: 'report.md', levels, textOf }
  return new ProblemFinder({
    ...{ corpus, isWanted: () => true, officialOf: () => undefined, bibliography },
  })
}

/** What is underlined of a report with these lines in its front matter, and what is said. */
function advised(front: string, { files = {}, levels = 0, text = cited }: Asked = {}) {
  const report = analyseReport(`---\n${front}\n---\n\n${text}\n`)
  return finish(finderBeside(files, levels).look(report)).shown.flatMap((problem) =>
    problem.code === 'bibliography.filter-advised'
      ? [[sliceSpan(report.source, problem.span), problem.style]]
      : [],
  )
}

const cited = '[@xx-lantern-2031, p. 3]'
const told = [['oscola.csl', 'oscola.csl']]
const notes = '<style class="note"><info><id>house</id></info></style>'

suite('bibliography.filter-advised', () => {
  test('is told at the style of a report that needs the filter', () => {
    assert.deepEqual(advised('csl: oscola.csl'), told)
    assert.deepEqual(advised('lang: en\ncsl: "oscola.csl" # ours'), [
      ['"oscola.csl"', 'oscola.csl'],
    ])
    assert.deepEqual(advised('citation-style: oscola.csl'), told)
    const address = 'https://www.zotero.org/styles/oscola'
    assert.deepEqual(advised(`csl: ${address}`), [[address, address]])
  })

  test('is told of no other style, and where nothing of ours is cited', () => {
    for (const front of ['lang: en', 'csl: apa', 'csl: chicago-author-date.csl', 'csl: ieee']) {
      assert.deepEqual(advised(front), [], front)
    }
    assert.deepEqual(advised('csl: oscola.csl', { text: 'See [@smith, p. 3].' }), [])
  })

  test('goes by the text of the style where that is known', () => {
    const files = { 'house.csl': notes }
    assert.deepEqual(advised('csl: house.csl', { files }), [['house.csl', 'house.csl']])
    assert.deepEqual(advised('csl: house', { files }), [['house', 'house']])
    assert.deepEqual(advised('csl: house.csl'), [])
    const inText =
      '<style class="in-text"><info><category citation-format="author-date"/></info></style>'
    assert.deepEqual(advised('csl: notes.csl', { files: { 'notes.csl': inText } }), [])
  })

  for (const [name, yaml] of [
    ['the file in a list', 'filters:\n  - citeproc.lua\n  - filters/policy-citation.lua'],
    ['the extension', 'filters: [quarto, policy-citation]'],
    [
      'the extension in a list that is not indented',
      'filters:\n- at: pre\n  path: policy-citation',
    ],
    ['it under a format', 'format:\n  html:\n    filters:\n      - policy-citation\n    toc: true'],
    ['it in quotation marks', '"filters": ["policy-citation"]'],
    [
      'it as an argument of Pandoc',
      'output:\n  pandoc_args: ["--lua-filter", "policy-citation.lua"]',
    ],
  ] as const) {
    test(`is not told where the front matter, or a file of the project, names ${name}`, () => {
      assert.deepEqual(advised(`csl: oscola.csl\n${yaml}`), [])
      assert.deepEqual(advised('csl: oscola.csl', { files: { '_quarto.yml': yaml } }), [])
    })
  }

  for (const yaml of [
    'filters: [quarto]\nproject: policy-citation',
    'filters:\n  - quarto\n# - policy-citation',
    'filters: # policy-citation',
    'filters:\n  - not-policy-citation\n  - policy-citation-else',
    'my-filters:\n  - policy-citation',
    'title: About policy-citation',
  ]) {
    test(`is told where nothing names it: ${JSON.stringify(yaml)}`, () => {
      assert.deepEqual(advised(`csl: oscola.csl\n${yaml}`), told)
      assert.deepEqual(advised('csl: oscola.csl', { files: { '_quarto.yml': yaml } }), told)
    })
  }

  test('looks at files of Quarto and of ours in all folders that are worked in, and no further', () => {
    const filters = 'filters:\n  - ${.}/policy-citation.lua\n  - citeproc\n'
    for (const name of ['_quarto.yml', '_quarto.yaml', '_metadata.yml', 'policy-citation.yaml']) {
      const files = { [`../../${name}`]: filters }
      assert.deepEqual(advised('csl: oscola.csl', { files, levels: 2 }), [], name)
      assert.deepEqual(advised('csl: oscola.csl', { files, levels: 1 }), told, name)
    }
  })

  test('is not told while a file that may name it is not read', () => {
    for (const kind of ['unread', 'notUtf8'] as const) {
      assert.deepEqual(advised('csl: oscola.csl', { files: { '_quarto.yml': { kind } } }), [])
    }
  })

  test('follows edits and files, and asks for no file that says nothing', () => {
    const files: Record<string, string> = {}
    const asked: string[] = []
    const finder = finderBeside(files, 0, asked)
    const report = analyseReport(`---\ncsl: oscola.csl\n---\n\n${cited}\n`)
    const count = (): number =>
      finish(finder.look(report)).shown.filter(({ code }) => code.endsWith('advised')).length
    assert.equal(count(), 1)
    files['_quarto.yml'] = 'filters: [policy-citation]'
    assert.equal(count(), 0)
    files['_quarto.yml'] = 'filters: [other]'
    assert.equal(count(), 1)
    const span = { start: 10, end: 10 }
    assert.deepEqual(
      finder.touching(report, span).map(({ code }) => code),
      ['bibliography.filter-advised'],
    )
    asked.length = 0
    const inText = { offset: 9, length: 10, text: 'apa' }
    assert.deepEqual(finish(finder.look(report.edited([inText]))).shown, [])
    assert.deepEqual(asked, ['apa', 'apa.csl'])
  })
})
