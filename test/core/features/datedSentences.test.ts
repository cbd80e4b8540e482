import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test, type TestContext } from 'node:test'
import { ProblemFinder } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()
const finder = new ProblemFinder({
  ...{ corpus, today: '2026-11-29', officialOf: () => undefined },
  isWanted: (code) => code === 'statement.other-date',
})

/** A sentence as analysts write them; the dates in it that are false stand between `⟦` and `⟧`. */
interface Dated {
  readonly sentence: string
  readonly wrong: readonly string[]
}

/** What is told of some sentences: false dates and right ones, and false dates that are not told. */
interface Tally {
  readonly found: readonly string[]
  readonly alarms: readonly string[]
  readonly missed: readonly string[]
}

const languages = ['en', 'zh-Hans', 'zh-Hant']

function sentencesOf(file: string): readonly Dated[] {
  const place = new URL(`../../support/dates/${file}.txt`, import.meta.url)
  const lines = readFileSync(place, 'utf8').trim().split('\n')
  return lines.map((line) => ({
    sentence: line.replace(/[⟦⟧]/gu, ''),
    wrong: Array.from(line.matchAll(/⟦(.*?)⟧/gu), ([, date = '']) => date),
  }))
}

/** The rules were made by the first of each two sentences, and by all of `tried`; the second of each was only counted. */
const parts = [
  { name: 'the half that the rules were made by', rest: 0, files: languages },
  { name: 'the half that they were not made by', rest: 1, files: languages },
  { name: 'more that they were tried on, one half', rest: 0, files: ['tried'] },
  { name: 'more that they were tried on, the other', rest: 1, files: ['tried'] },
]

function datesTold(sentence: string): readonly string[] {
  const looking = finder.look(analyseReport(`${sentence}\n`))
  for (;;) {
    const step = looking.next()
    if (step.done !== true) continue
    return step.value.shown.map(({ span }) => sentence.slice(span.start, span.end))
  }
}

function tallyOf({ sentence, wrong }: Dated): Tally {
  const told = datesTold(sentence)
  return {
    found: wrong.filter((date) => told.includes(date)).map((date) => `${date} ${sentence}`),
    alarms: told.filter((date) => !wrong.includes(date)).map((date) => `${date} ${sentence}`),
    missed: wrong.filter((date) => !told.includes(date)).map((date) => `${date} ${sentence}`),
  }
}

function printed(tallies: readonly Tally[]): string {
  const [found, alarms, missed] = [
    countOf(tallies, 'found'),
    countOf(tallies, 'alarms'),
    countOf(tallies, 'missed'),
  ]
  const precision = found / (found + alarms)
  const recall = found / (found + missed)
  return `${String(found)} found, ${String(alarms)} alarms, ${String(missed)} missed: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
}

function countOf(tallies: readonly Tally[], what: keyof Tally): number {
  return tallies.reduce((sum, tally) => sum + tally[what].length, 0)
}

function look(t: TestContext, rest: number, files: readonly string[]): readonly Tally[] {
  const tallies = files.flatMap((file) =>
    sentencesOf(file)
      .filter((_, at) => at % 2 === rest)
      .map(tallyOf),
  )
  t.diagnostic(`${files.join(', ')}: ${printed(tallies)}`)
  return tallies
}

suite('Sentences with dates', () => {
  for (const { name, rest, files } of parts) {
    test(`of 100 dates that are told 95 are false, and most false ones are told: ${name}`, (t) => {
      for (const file of files) look(t, rest, [file])
      const tallies = look(t, rest, files)
      const [found, alarms] = [countOf(tallies, 'found'), countOf(tallies, 'alarms')]
      const missed = countOf(tallies, 'missed')
      assert.ok(found / (found + alarms) >= 0.95, tallies.flatMap((one) => one.alarms).join('\n'))
      assert.ok(found / (found + missed) >= 0.8, `${String(missed)} of ${String(found + missed)}`)
    })
  }
})
