import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test, type TestContext } from 'node:test'
import { findOtherStrengths } from '../../../src/core/features/problems/strength/otherStrengths.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** A sentence as analysts write them; words that are too strong or too weak stand between `⟦` and `⟧`. */
interface Put {
  readonly sentence: string
  readonly wrong: readonly string[]
}

function sentencesOf(file: string): readonly Put[] {
  const place = new URL(`../../support/strength/${file}.txt`, import.meta.url)
  const lines = readFileSync(place, 'utf8').trim().split('\n')
  return lines.map((line) => ({
    sentence: line.replace(/[⟦⟧]/gu, ''),
    wrong: Array.from(line.matchAll(/⟦(.*?)⟧/gu), ([, words = '']) => words),
  }))
}

/** How many words are told rightly and wrongly, and how many are not told; with those that are wrong or missed. */
function tallyOf(sentences: readonly Put[]) {
  const [found, alarms, missed] = [new Array<string>(), new Array<string>(), new Array<string>()]
  for (const { sentence, wrong } of sentences) {
    const report = analyseReport(`${sentence}\n`)
    const told = findOtherStrengths(report, corpus, report.citedSentences).map(({ span }) =>
      sentence.slice(span.start, span.end),
    )
    const isWrong = (words: string): boolean =>
      wrong.some((one) => one.includes(words) || words.includes(one))
    for (const words of told) (isWrong(words) ? found : alarms).push(`${words} | ${sentence}`)
    if (wrong.length > 0 && !told.some(isWrong)) missed.push(sentence)
  }
  return { found, alarms, missed }
}

function look(t: TestContext, files: readonly string[]) {
  const tally = tallyOf(files.flatMap(sentencesOf))
  const [found, alarms, missed] = [tally.found.length, tally.alarms.length, tally.missed.length]
  const [precision, recall] = [found / (found + alarms), found / (found + missed)]
  t.diagnostic(
    `${files.join(', ')}: ${String(found)} found, ${String(alarms)} alarms, ${String(missed)} missed: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  if (process.env['SHOWN'] !== undefined)
    console.log(
      [...tally.alarms.map((one) => `A ${one}`), ...tally.missed.map((one) => `M ${one}`)].join(
        '\n',
      ),
    )
  return { ...tally, precision, recall }
}

suite('Sentences that say how strongly something is put', () => {
  for (const [name, files] of [
    ['those that the rules were made by', ['tried']],
    ['those that they were not made by', ['en', 'zh-Hans', 'zh-Hant']],
    ['later ones', ['later']],
  ] as const) {
    test(`of 100 that are told 95 are wrong, and most wrong ones are told: ${name}`, (t) => {
      if (files.length > 1) for (const file of files) look(t, [file])
      const { precision, recall, alarms, missed } = look(t, files)
      assert.ok(precision >= 0.95, alarms.join('\n'))
      assert.ok(recall >= 0.8, missed.join('\n'))
    })
  }
})
