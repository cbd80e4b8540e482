import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { commandIds } from '../../../src/vscode/commandIds.ts'
import { projectRoot } from '../../support/projectPaths.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

interface Walkthrough {
  readonly id: string
  readonly steps: readonly {
    readonly id: string
    readonly media: { readonly image: string }
    readonly completionEvents: readonly string[]
  }[]
}

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  readonly contributes: { readonly walkthroughs: readonly Walkthrough[] }
}
const [{ id, steps } = { id: '', steps: [] }] = manifest.contributes.walkthroughs
const packed = new Set(read('test/support/vsix-files.txt').split('\n'))
const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

/** Each display language, the language of its sample, and what the sample says to type. */
const readers = [
  { nls: 'package.nls.json', language: 'en', typed: '@red tape' },
  { nls: 'package.nls.zh-cn.json', language: 'zh-Hans', typed: '@繁文缛节' },
  { nls: 'package.nls.zh-tw.json', language: 'zh-Hant', typed: '@繁文縟節' },
] as const

suite('The walkthrough', () => {
  test('is the one that the command opens', () => {
    const { publisher, name } = JSON.parse(read('package.json')) as Record<string, string>
    const own = `${String(publisher)}.${String(name)}`
    assert.ok(read('src/vscode/ownExtension.ts').includes(`export const ownId = '${own}'`))
    assert.ok(read('src/vscode/arriving/openSample.ts').includes(`\`\${ownId}#${id}\``))
  })

  test('ticks off its first step by a command, and the others by what the adapter says was done', () => {
    const keys = [...read('src/vscode/arriving/steps.ts').matchAll(/'(\w+ed)'/gu)]
    assert.deepEqual(
      steps.flatMap(({ completionEvents }) => completionEvents),
      [
        `onCommand:${commandIds.openSample}`,
        ...keys.map(([, key = '']) => `onContext:policyCitation.${key}`),
      ],
    )
  })
})

for (const { nls, language, typed } of readers) {
  const words = JSON.parse(read(nls)) as Readonly<Record<string, string>>
  const marked = read(`media/walkthrough/sample.${language}.md`)
  const [before = '', ...places] = marked.split('|')
  const source = before + places.join('')
  const options = { language, style: 'pandoc', withPage: true } as const

  suite(`The sample report in ${language}`, () => {
    test('has a place for each step but the first, which the button of the step goes to', () => {
      assert.equal(places.length, steps.length - 1)
      for (const place of places) {
        assert.equal(source.split(place.slice(0, 12)).length, 2, `${place} is not told from others`)
      }
      const buttons = steps.map((step) => words[`walkthrough.${step.id}.description`] ?? '')
      assert.deepEqual(
        buttons.map((text) => /\(command:([^)]*)\)$/u.exec(text)?.[1]),
        [commandIds.openSample, ...places.map((_, at) => `${commandIds.openSample}?${String(at)}`)],
      )
    })

    test('heads its parts as the walkthrough names its steps, and says to type what they say', () => {
      const titles = steps.slice(1).map((step) => words[`walkthrough.${step.id}.title`])
      const heads = [...source.matchAll(/^## (.*)$/gmu)].map(([, head]) => head)
      assert.deepEqual(heads, titles)
      assert.ok(source.includes(typed) && words['walkthrough.accept.description']?.includes(typed))
      assert.ok(source.includes(`Policy Citation: ${words['command.insertCitation'] ?? '?'}`))
    })

    test('has pictures of each step, which are packed', () => {
      for (const step of steps) {
        const picture = words[step.media.image.replaceAll('%', '')] ?? ''
        assert.ok(existsSync(path.join(projectRoot, picture)), `${picture} is not there`)
        assert.ok(packed.has(`extension/${picture}`), `${picture} is not packed`)
      }
      assert.ok(packed.has(`extension/media/walkthrough/sample.${language}.md`))
    })

    test('has one mistake, the page, and the right page is what mends it', () => {
      const report = analyseReport(source)
      const { shown } = findProblems(report, corpus)
      assert.deepEqual(
        shown.map(({ code }) => code),
        ['citation.page-not-of-measure'],
      )
      const [fix] = shown.flatMap((problem) => fixesOf(problem, report, corpus, index, options))
      assert.ok(fix?.kind === 'correctPage')
      assert.deepEqual(fix.pages, { first: 5, last: 5 })
    })

    test('is offered the section on red tape first for what it says to type', () => {
      const report = analyseReport(before + typed + places.join(''))
      const offset = before.length + typed.length
      const offered = suggestCitations(report, index, corpus, offset, { ...options, limit: 5 })
      assert.equal(offered?.items[0]?.provision.key, 'us-aiap-2025:I.1')
    })

    test('is offered the duty to label deep fakes first where a citation is to be inserted', () => {
      const sentence = before + places.slice(0, 2).join('')
      const report = analyseReport(`${sentence} @${places.slice(2).join('')}`)
      const offset = sentence.length + 2
      const offered = suggestCitations(report, index, corpus, offset, { ...options, limit: 5 })
      assert.equal(offered?.items[0]?.provision.key, 'eu-ai-act:50.4')
    })
  })
}
