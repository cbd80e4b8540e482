import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'
import { divisionsAndChain, fromPrintedPlace, locatorChain, locatorLabel } from './locatorLabels.ts'
import { pathTo, structureOf } from './structure.ts'

/** What is said to lead to a provision, from above: divisions, and measures each of which stands below the one before it. */
export interface StepsSaid {
  readonly divisions: readonly Division[]
  readonly chain: readonly Measure[]
}

/**
 * The fewest steps that lead to `provision` in the structure of `instrument`: divisions only of kinds
 * whose members number anew what stands below them, decided once for all measures of a kind in the
 * instrument, and once for all its divisions. Nothing above a place that the instrument prints.
 */
export function stepsSaid(
  provision: Division | Measure,
  instrument: Instrument,
  corpus: Corpus,
): StepsSaid {
  const { divisions, chain } = everyStep(provision, corpus)
  const { aboveMeasures, aboveDivisions } = structureOf(instrument, corpus).ambiguous
  const [first] = chain
  const said = first === undefined ? aboveDivisions : aboveMeasures.get(first.kind)
  return {
    divisions: divisions.filter((one) => one === provision || said?.has(one.kind)),
    chain,
  }
}

/** All steps from the instrument, or from the last printed place, to `provision`. */
export function everyStep(provision: Provision, corpus: Corpus): StepsSaid {
  return divisionsAndChain(fromPrintedPlace(pathTo(provision, corpus)))
}

/**
 * `steps` in the words of a citation: `pillar I, sec. 1, action 3`, `art. 5(1)(a)`, `第一支柱第 1 节第 3
 * 项建议行动`, `第四条第（二）项`. In Chinese digits and letters are {@link setOff}.
 */
export function placeWords(
  { divisions, chain }: StepsSaid,
  language: Language,
  instrument: Instrument,
): string {
  const words = [
    ...divisions.map((step) => locatorLabel(step, language, instrument)),
    ...(chain.length === 0 ? [] : [locatorChain(chain, language, instrument)]),
  ]
  return language === 'en' ? words.join(', ') : setOff(words.reduce(behindInChinese, ''))
}

/** `第1节` goes on behind `第一支柱`; a comma parts what has no such beginning: `目标14，具体目标2`. */
function behindInChinese(before: string, word: string): string {
  return before === '' || word.startsWith('第') ? before + word : `${before}，${word}`
}

/** `text` with spaces between Chinese words and digits or letters, or Pandoc takes a word with a digit in it for a page. */
export function setOff(text: string): string {
  return text.replace(chineseBesideOthers, ' ')
}

const chineseBesideOthers =
  /(?<=\p{Script=Han})(?=[\d\p{Script=Latin}])|(?<=[\d\p{Script=Latin}])(?=\p{Script=Han})/gu
