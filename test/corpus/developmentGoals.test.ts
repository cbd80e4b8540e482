import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { bearsPrintedHeading } from '../../src/core/corpus/corpus.ts'
import type { Measure } from '../../src/core/corpus/provision.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import { officialSource } from '../support/officialSource.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { runsOf, wordsOf } from '../support/wordRuns.ts'
import { assertDistinctPhrases } from './distinctPhrases.ts'

const english = officialSource('un-sdg/derived-en.md')
const chinese = officialSource('un-sdg/derived-zh.md')
const skip = english.skip === false ? chinese.skip : english.skip

const { instrument, provisions } = readGoals()
const goals = provisions.filter(({ level }) => level === 'division')
const targets = provisions.filter(
  (provision): provision is Measure => provision.level === 'measure',
)

/** The headings of the goals and the words of the targets, by their labels. */
const inEnglish = textsIn(english.file)
const inChinese = textsIn(chinese.file)

test('each target is printed whole, 13.a, and stands below the goal whose number it begins with', () => {
  for (const { key, kind, place, parent } of targets) {
    const [, label = '', goal = ''] = /^un-sdg:((\d+)\.(?:\d+|[a-d]))$/u.exec(key) ?? []
    assert.equal(kind, 'target')
    assert.equal(place?.en, label)
    assert.equal(parent, `un-sdg:${goal}`)
  }
})

test('goals bear the headings that the resolution prints, targets have titles of ours', () => {
  assert.ok(goals.every((goal) => bearsPrintedHeading(goal, instrument)))
  assert.ok(!targets.some((target) => bearsPrintedHeading(target, instrument)))
})

test('nothing is put as a duty: goals and targets are aims', () => {
  assert.equal(instrument.status, 'not-binding')
  assert.deepEqual(
    targets.filter(({ strength }) => strength !== undefined),
    [],
  )
  const modal = /\b(?:must|shall|should|ought)\b/u
  assert.deepEqual(
    targets.filter(({ summary }) => modal.test(summary?.en ?? '')).map(({ key }) => key),
    ['un-sdg:14.6'],
  )
})

test('a target that is to be reached by a year says so in every language, and has it as its deadline', () => {
  for (const { key, summary, deadlines = [] } of targets) {
    const years = deadlines.map(({ by }) => by)
    for (const text of [summary?.en, summary?.['zh-Hans'], summary?.['zh-Hant']]) {
      const told = new Set(withoutTitles(text).match(/(?<!\d)20[1-3]\d(?!\d)/gu))
      assert.deepEqual([...told].sort(), years.toSorted(), `${key}: ${text}`)
    }
  }
})

test('every part has five or six phrases in English and in Chinese, none of them elsewhere', () => {
  assertDistinctPhrases([...provisions])
})

test(
  'the goals and targets are those of the text, each once, the numbered before the lettered',
  { skip },
  () => {
    const labels = [...inEnglish.keys()].sort(inOrder)
    assert.deepEqual(
      provisions.slice(1).map(({ key }) => key),
      labels.map((label) => `un-sdg:${label}`),
    )
    assert.equal(labels.length, 17 + 169)
  },
)

test('the headings of goals are the printed ones, in both languages', { skip }, () => {
  for (const { key, titles } of goals) {
    const label = key.slice('un-sdg:'.length)
    assert.equal(titles.en, inEnglish.get(label))
    assert.equal(titles['zh-Hans'], inChinese.get(label)?.replaceAll(',', '，'))
  }
})

test('the years of a target are those of the text', { skip }, () => {
  for (const { key, deadlines = [] } of targets) {
    const text = inEnglish.get(key.slice('un-sdg:'.length)) ?? ''
    const years = new Set(withoutTitles(text).match(/\b20[1-3]\d\b/gu))
    assert.deepEqual(deadlines.map(({ by }) => by).toSorted(), [...years].sort(), key)
  }
})

test(
  'no six words of the text in a row stand in our English, no twelve characters in our Chinese',
  { skip },
  () => {
    const words = new Set(runsOf(wordsOf([...inEnglish.values()].join('\n')), 6))
    const signs = new Set(runsOf(signsOf([...inChinese.values()].join('')), 12))
    const borrowed = provisions.flatMap((provision) => {
      const { key, titles, summary, searchPhrases = [] } = provision
      const own = bearsPrintedHeading(provision, instrument) ? [] : [titles]
      const texts = [...own.map(({ en }) => en), summary?.en ?? '', ...searchPhrases]
      const hans = [...own.map((names) => names['zh-Hans'] ?? ''), summary?.['zh-Hans'] ?? '']
      const runs = [
        ...texts.flatMap((text) => runsOf(wordsOf(text), 6)).filter((run) => words.has(run)),
        ...hans
          .flatMap((text) => text.split(properNames))
          .flatMap((text) => runsOf(signsOf(text), 12))
          .filter((run) => signs.has(run)),
      ]
      return runs.map((run) => `${key}: ${run}`)
    })
    assert.deepEqual(borrowed, [])
  },
)

/** What bears a name of its own, which nobody can say otherwise: groups of countries, bodies, instruments. */
const properNames =
  /(?:最不发达|发展中)国家|小岛屿|内陆|《[^》]*》|世界贸易组织|国际劳工组织|政府间海洋学委员会|官方发展援助|可持续消费和生产模式十年方案框架|贸易技术援助强化综合框架/u

/** `text` without titles that have a year in them. */
function withoutTitles(text = ''): string {
  return text.replace(/2015[–-]2030/gu, '')
}

/** The characters of `text` and its digits, without marks. */
function signsOf(text: string): readonly string[] {
  return text.match(/[\p{Script=Han}\d]/gu) ?? []
}

/** Numbers before letters, each in their order: `8.9`, `8.10`, `8.a`. */
function inOrder(one: string, other: string): number {
  const [first, second] = [one, other].map((label) => {
    const [goal = '', target = '0'] = label.split('.')
    return Number(goal) * 1000 + (/^\d/u.test(target) ? Number(target) : 100 + target.charCodeAt(0))
  })
  return (first ?? 0) - (second ?? 0)
}

function textsIn(file: string): ReadonlyMap<string, string> {
  const text = skip === false ? readFileSync(file, 'utf8') : ''
  const headings = text.matchAll(/^(?:## Goal (\d+)\.|### (\d+\.(?:\d+|[a-d]))) (.*)$/gmu)
  return new Map(
    [...headings].map(([, goal, target, words]) => [goal ?? target ?? '', words ?? '']),
  )
}

function readGoals() {
  const file = readFileSync(path.join(projectRoot, 'corpus', 'un-sdg.md'), 'utf8')
  const read = parseCorpusFile(file, 'un-sdg.md')
  if (read.kind !== 'instrument') throw new Error('the goals are no instrument')
  return read.file
}
