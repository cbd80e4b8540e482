import type { OfficialText } from '../../../src/core/official/officialText.ts'
import { Dice } from '../../bench/dice.ts'
import { chineseWays } from './chineseChanges.ts'
import { englishWays, type WayOfQuoting } from './englishChanges.ts'
import { isChinese, officialSentences, type OfficialSentence } from './officialSentences.ts'
import { translations, type TestedQuotations } from './publishedQuotations.ts'
import { othersFrames, ownFrames, sayings } from './voices.ts'

/** A quotation made by rule, with the name of the rule. */
export interface MadeQuotation extends TestedQuotations {
  readonly change: string
}

/**
 * Quotations of an official text made by rule, the same each time: of each way to quote at most `most`,
 * each of another sentence, and translations and words of others of which it says nothing.
 */
export function madeQuotations(
  official: OfficialText,
  cited: string,
  most: number,
): readonly MadeQuotation[] {
  const dice = new Dice(20)
  const sentences = officialSentences(official, cited)
  const language = isChinese(sentences[0]?.words ?? '') ? 'chinese' : 'english'
  const ways = language === 'chinese' ? chineseWays : englishWays
  return numbered(cited, [
    ...ways.flatMap((way) => quotedSo(way, shuffled(sentences, dice), cited, most, dice)),
    ...translated(cited),
    ...saidByOthers(sentences, language, cited, dice),
  ])
}

type Unnumbered = Omit<MadeQuotation, 'id'>

function numbered(cited: string, made: readonly Unnumbered[]): readonly MadeQuotation[] {
  return made.map((one, at) => ({ id: `${cited} ${String(at + 1)}`, ...one }))
}

function quotedSo(
  { name, truth, quote }: WayOfQuoting,
  sentences: readonly OfficialSentence[],
  cited: string,
  most: number,
  dice: Dice,
): readonly Unnumbered[] {
  const made: Unnumbered[] = []
  for (const sentence of sentences) {
    if (made.length === most) break
    const words = quote(sentence, dice)
    if (words === undefined || words === (name === 'as it is' ? '' : sentence.words)) continue
    const frames = framesFor(words, name)
    const text = framed(dice.pick(frames), words, sentence.place)
    made.push({ cited, text, truth: [truth], change: name })
  }
  return made
}

function framesFor(words: string, name: string): readonly string[] {
  if (name.startsWith('in characters')) return ownFrames.traditional
  return isChinese(words) ? ownFrames.chinese : ownFrames.english
}

function translated(cited: string): readonly Unnumbered[] {
  return translations()
    .filter((one) => one.cited === cited)
    .map(({ text, place, language }) => ({
      cited,
      text: framed(
        /^(?:zh|ja)/u.test(language) ? ownFrames.chinese[1] : ownFrames.english[0],
        text,
        `${cited}, ${place}`,
      ),
      truth: ['translated'],
      change: `translated into ${language}`,
    }))
}

/** Words of nobody's text, and words of the text itself, in the mouth of somebody. */
function saidByOthers(
  sentences: readonly OfficialSentence[],
  language: 'english' | 'chinese',
  cited: string,
  dice: Dice,
): readonly Unnumbered[] {
  return othersFrames[language].flatMap((frame): Unnumbered[] => {
    const said = sayings[language].map((saying) => ({
      cited,
      text: framed(frame, saying, cited),
      truth: ['others'] as const,
      change: 'words of others',
    }))
    const { words, place } = dice.pick(sentences)
    const repeated = framed(frame, words.replace(/[.;:。；：]$/u, ''), place)
    return [
      ...said,
      { cited, text: repeated, truth: ['true'], change: 'true words that somebody repeats' },
    ]
  })
}

function framed(frame: string, words: string, place: string): string {
  const written = frame.startsWith('>') ? words.replaceAll('\n', '\n> ') : words
  return frame.replace('…', () => written).replace('[]', () => `[@${place}]`)
}

function shuffled<T>(things: readonly T[], dice: Dice): readonly T[] {
  return things
    .map((thing) => ({ thing, order: dice.next() }))
    .sort((one, other) => one.order - other.order)
    .map(({ thing }) => thing)
}
