/**
 * Quotations judged against an official text of a megabyte, made of the passages of the test set over
 * and over with a number in each. Beside our judgement, in the same run: a diff of the whole passage by
 * words, and the edit distance of the quotation to every stretch of the passage of its length, a word
 * apart. Both of them only have the cited passage to look at, and neither knows what may be changed. Run
 * it with `node test/bench/quotation.bench.ts [runs]`. What counts is the ratio.
 */
import { readFileSync } from 'node:fs'
import { diffWords } from 'diff'
import { distance } from 'fastest-levenshtein'
import { judgeQuotation } from '../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../src/core/quotation/passageIndex.ts'
import { roundsAsked } from './benchSize.ts'
import { measured, printRow, printTitle } from './measured.ts'

const runs = roundsAsked(50)
const length = 1_000_000

const file = new URL('../support/quotations/passages.jsonl', import.meta.url)
const own = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Passage)

/** `count` units of text, each passage of `language` in turn with a number before it. */
function longText(language: string, count: number): string {
  const texts = own.filter(({ key }) => key.startsWith(language)).map(({ text }) => text)
  let written = ''
  for (let at = 0; written.length < count; at += 1) {
    written += `${at} ${texts[at % texts.length] ?? ''} `
  }
  return written.slice(0, count)
}

/** `text` in passages of `size` units. */
function passagesOf(text: string, size: number): readonly Passage[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => ({
    key: `plan:${at}`,
    text: text.slice(at * size, (at + 1) * size),
  }))
}

/** The least distance to a stretch of the passage. */
function leastDistance(quoted: string, text: string): number {
  const starts = [0, ...[...text.matchAll(/\s/gu)].map(({ index }) => index + 1)]
  return Math.min(...starts.map((at) => distance(quoted, text.slice(at, at + quoted.length))))
}

const english = longText('heron', length)
const passages = passagesOf(english, 2000)
const index = indexPassages(passages)
const cited = passages.slice(200, 201)
const text = cited[0]?.text ?? ''
const other = passages.slice(300, 301)
const verbatim = text.slice(text.indexOf(' ', 900) + 1, text.indexOf(' ', 1200))
const altered = verbatim.replace(/ the /u, ' any ').replace(/\b(?:must|may|shall|will)\b/u, 'might')
const whole = { key: 'all', text: english }
const wholeIndex = indexPassages([whole])
const chinese = { key: 'zh', text: longText('lu', length) }

console.log(`an official text of ${length} units in ${passages.length} passages of 2000`)
console.log(
  `a quotation of ${verbatim.length} units: ${judgeQuotation(altered, cited, index).verdict}`,
)
printTitle('', ['p50', 'p99', 'runs'])
printRow(
  'index, English',
  measured(runs / 5, () => indexPassages(passages)),
)
printRow(
  'index, Chinese',
  measured(runs / 5, () => indexPassages([chinese])),
)
printRow(
  'verified',
  measured(runs, () => judgeQuotation(verbatim, cited, index)),
)
const judged = measured(runs, () => judgeQuotation(altered, cited, index))
printRow('altered', judged)
const diffed = measured(runs, () => diffWords(altered, text))
printRow('altered, by a diff of the whole passage', diffed)
const compared = measured(runs / 5, () => leastDistance(altered, text))
printRow('altered, by edit distance to every stretch', compared)
printRow(
  'found elsewhere',
  measured(runs, () => judgeQuotation(verbatim, other, index)),
)
printRow(
  'altered, one passage of 1 MB',
  measured(runs / 5, () => judgeQuotation(altered, [whole], wholeIndex)),
)
printRow(
  'altered, one passage of 1 MB, not indexed',
  measured(runs / 5, () => judgeQuotation(altered, [whole], index)),
)
printRow(
  'too long: 1 MB quoted',
  measured(runs, () => judgeQuotation(english, [whole], wholeIndex)),
)
console.log(
  `ratio: diff ${(diffed.p50 / judged.p50).toFixed(1)} times, distance ${(compared.p50 / judged.p50).toFixed(1)} times at p50`,
)
