import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instrument } from '../../src/core/corpus/provision.ts'
import { judgeQuotations } from '../../src/core/features/problems/quoted/quotations.ts'
import { findPassages, type OfficialText } from '../../src/core/official/officialText.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { escapeMarkdown } from '../../src/core/text/escapeMarkdown.ts'
import { inChinese } from '../../src/core/text/numerals.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { source } from './outlineText.ts'

const corpus = libraryCorpus()

/** The beginning of a provision, and the label that the document prints before it, if any. */
interface Piece {
  readonly key: string
  readonly words: string
  readonly label: string | undefined
}

/** What is done to words that are quoted; `undefined` where it cannot be done. */
type Change = (words: string, label: string | undefined) => string | undefined

/** `words` with the first long one behind the third changed. */
function atWord(words: string, change: (word: string) => string): string | undefined {
  const all = words.split(' ')
  const at = all.findIndex((word, index) => index > 2 && /^[a-z]{5,}$/u.test(word))
  return at === -1 || at > all.length - 3
    ? undefined
    : all.map((word, index) => (index === at ? change(word) : word)).join(' ')
}

const labelled =
  (write: (label: string) => string): Change =>
  (words, label) =>
    label === undefined ? undefined : `${write(label)} ${words}`

const english: Readonly<Record<string, Change>> = {
  'as they are': (words) => words,
  'with a word in bold': (words) => atWord(words, (word) => `**${word}**`),
  'with emphasis in a word': (words) =>
    atWord(words, (word) => `${word.slice(0, 2)}*${word.slice(2)}*`),
  'with a link': (words) => atWord(words, (word) => `[${word}](https://x.example/a_b "c")`),
  'with a link by a label': (words) => atWord(words, (word) => `[${word}][plan]`),
  'with tags': (words) => atWord(words, (word) => `<u>${word}</u>`),
  'with code': (words) => atWord(words, (word) => `\`${word}\``),
  'with a note': (words) => atWord(words, (word) => `${word}[^1]`),
  'with a note in the line': (words) => atWord(words, (word) => `${word}^[See *there*.]`),
  'with a raised mark': (words) => atWord(words, (word) => `${word}^12^`),
  'with a raised mark of HTML': (words) => atWord(words, (word) => `${word}<sup>3</sup>`),
  'with a printed mark': (words) => atWord(words, (word) => `${word}³`),
  'with a mark in brackets': (words) => atWord(words, (word) => `${word}[7]`),
  'with entities': (words) =>
    words.replaceAll('e', '&#101;').replaceAll('’', '&rsquo;').replaceAll('—', '&mdash;'),
  'with a hyphen at a line end': (words) =>
    atWord(words, (word) => `${word.slice(0, 3)}-\n${word.slice(3)}`),
  'with a soft hyphen': (words) =>
    atWord(words, (word) => `${word.slice(0, 3)}\u00AD${word.slice(3)}`),
  'with ligatures': (words) => words.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  'in many lines': (words) => words.replace(/(\S+) (\S+) /u, '$1  \n$2\\\n'),
  'with a label in parentheses': labelled((label) => `(${label})`),
  'with a label and a full stop': labelled((label) => `**${label}.**`),
}
const chinese: Readonly<Record<string, Change>> = {
  'as they are': (words) => words,
  'with a word in bold': (words) => `${words.slice(0, 3)}**${words.slice(3, 5)}**${words.slice(5)}`,
  'with an entity': (words) =>
    `${words.slice(0, 3)}&#${String(words.charCodeAt(3))};${words.slice(4)}`,
  'with a link': (words) => `${words.slice(0, 3)}[${words.slice(3, 5)}](x)${words.slice(5)}`,
  'with a note': (words) => `${words.slice(0, 4)}[^1]${words.slice(4)}`,
  'with a mark in a circle': (words) => `${words.slice(0, 4)}②${words.slice(4)}`,
  'with a mark in brackets': (words) => `${words.slice(0, 4)}〔3〕${words.slice(4)}`,
  'in many lines': (words) => `${words.slice(0, 4)}\n${words.slice(4)}`,
  'with marks of half width': (words) => words.replaceAll('，', ',').replaceAll('。', '.'),
  'with a label': labelled((label) =>
    /^\d+$/u.test(label) ? `第${inChinese(Number(label))}条　` : `（${label}）`,
  ),
}
const alteredEnglish: Readonly<Record<string, Change>> = {
  'with “not” in emphasis': (words) => atWord(words, (word) => `*not* ${word}`),
  'with “not” as code': (words) => atWord(words, (word) => `\`not\` ${word}`),
  'with another word in a link': (words) => atWord(words, () => '[harbour](x)'),
  'with another word by a label': (words) => atWord(words, () => '[harbour][plan]'),
  'with another word as entities': (words) => atWord(words, () => '&#104;arbour'),
  'without a word': (words) => atWord(words, () => '')?.replace('  ', ' '),
  'with a figure that is no mark': (words) => atWord(words, (word) => `${word} 12`),
  'with the label of another part': labelled((label) => `(${label}9)`),
}
const alteredChinese: Readonly<Record<string, Change>> = {
  'with 不 in bold': (words) => `${words.slice(0, 4)}**不**${words.slice(4)}`,
  'with another word in a link': (words) => `${words.slice(0, 4)}[港湾](x)${words.slice(4)}`,
  'without a character': (words) => words.slice(0, 4) + words.slice(5),
  'with the label of another part': labelled((label) =>
    /^\d+$/u.test(label) ? `第${inChinese(Number(label) + 1)}条　` : `（九十${label}）`,
  ),
}

function piecesOf({ text, passages, document }: OfficialText): readonly Piece[] {
  const found = [...passages.values()].flatMap(({ key, own }): Piece[] => {
    const [paragraph = ''] = text.slice(own.start, own.end).split('\n\n')
    const isChinese = /\p{Script=Han}/u.test(paragraph)
    const words = isChinese ? paragraph.slice(0, 24) : paragraph.split(' ').slice(0, 18).join(' ')
    const label = document?.parts.get(key)?.label
    const isLong = isChinese ? words.length === 24 : words.split(' ').length === 18
    return isLong && !/["“”「」《]/u.test(words) ? [{ key, words, label }] : []
  })
  const step = Math.ceil(found.length / 24)
  return found.filter((_, at) => at % step === 0)
}

/** The changes after which a quotation of some piece is not judged so, each with the first such piece. */
function misjudged(
  official: OfficialText,
  changes: Readonly<Record<string, Change>>,
  verdict: string,
): readonly string[] {
  const version = { day: '2031-01-01', text: official }
  return Object.entries(changes).flatMap(([name, change]) => {
    for (const { key, words, label } of piecesOf(official)) {
      const quoted = change(escapeMarkdown(words), label)
      if (quoted === undefined) continue
      const report = `It is “${quoted}” [@${key}].\n\n[plan]: https://x.example\n\n[^1]: A note.\n`
      const [judged] = judgeQuotations(analyseReport(report), {
        corpus,
        officialOf: () => [version],
      })
      if (judged?.verdict !== verdict) {
        return [`${name}: ${judged?.verdict ?? 'nothing'} of ${key}: ${quoted}`]
      }
    }
    return []
  })
}

for (const [id, name, isChinese] of [
  ['us-aiap-2025', 'Americas-AI-Action-Plan.pdf', false],
  ['eu-ai-act', 'eu-ai-act/aia.eurlex.xhtml', false],
  ['uk-aioap-2025', 'uk-aioap/ai-opportunities-action-plan.html', false],
  ['cn-genai-2023', 'cn-genai-interim/c_1690898327029107.htm', true],
  ['cn-pipl', 'cn-pipl/个人信息保护法(2021-08-20).md', true],
] as const) {
  const document = source(name)
  test(
    `${id}: what is quoted as printed is verified however it is written, and altered words are found`,
    { skip: document.skip },
    async () => {
      const instrument = corpus.byKey.get(id) as Instrument
      const official = findPassages(await document.read(), instrument, corpus)
      assert.ok(piecesOf(official).length >= 8)
      assert.deepEqual(misjudged(official, isChinese ? chinese : english, 'verified'), [])
      const altered = isChinese ? alteredChinese : alteredEnglish
      assert.deepEqual(misjudged(official, altered, 'altered'), [])
    },
  )
}
