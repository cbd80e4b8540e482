import type { Passage } from './passageIndex.ts'
import { isTelling, leastWeight, weightOfWord } from './weightyWords.ts'
import { noMark, type Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** How the words of a passage are parted: into clauses, sentences, and the provisions that it holds. */
export interface PassageShape {
  /** For each word the number of its sentence, rising from 0; a list is one, however many paragraphs it has. */
  readonly sentences: Int32Array
  /** For each sentence how many before it are sentences at all: headings and note marks are none. */
  readonly wholeBefore: Int32Array
  /** For each sentence its first word, and behind the last one the number of words. */
  readonly firstWords: Int32Array
  /** For each word how much all before it weigh, and behind the last one how much all do. */
  readonly weightBefore: Int32Array
  /** For each word how many before it are telling, and behind the last one how many are in all. */
  readonly tellingBefore: Int32Array
  /** For each word the number of its part in {@link Passage.parts}, -1 where it is in none. */
  readonly parts: Int32Array
}

const shapes = new WeakMap<Wording, PassageShape>()

/** The shape of `passage`, whose words are `wording`: worked out once for a wording, in a step or two for each word. */
export function shapeOf(passage: Passage, wording: Wording, numbers: WordNumbers): PassageShape {
  const known = shapes.get(wording)
  if (known !== undefined) return known
  const shape = { ...sentencesOf(passage, wording, numbers), parts: partsOf(passage, wording) }
  shapes.set(wording, shape)
  return shape
}

function sentencesOf(
  { text }: Passage,
  wording: Wording,
  numbers: WordNumbers,
): Omit<PassageShape, 'parts'> {
  const { length } = wording.words
  const sentences = new Int32Array(length)
  const weightBefore = new Int32Array(length + 1)
  const tellingBefore = new Int32Array(length + 1)
  const firstWords = [0]
  const wholeBefore = [0]
  let weight = 0
  let whole = 0
  for (let at = 0; at < length; at += 1) {
    sentences[at] = firstWords.length - 1
    const isTold = isTelling(numbers.wordOf(wording.words[at] ?? 0))
    tellingBefore[at + 1] = (tellingBefore[at] ?? 0) + (isTold ? 1 : 0)
    const own = weightOfWord(wording.words[at] ?? 0, numbers)
    weight += own
    weightBefore[at + 1] = (weightBefore[at] ?? 0) + own
    const end = at + 1 < length ? endBehind(text, wording, numbers, at) : undefined
    if (end === undefined) continue
    if (end === 'stop' && weight >= leastWeight) whole += 1
    firstWords.push(at + 1)
    wholeBefore.push(whole)
    weight = 0
  }
  return {
    sentences,
    weightBefore,
    tellingBefore,
    wholeBefore: Int32Array.from(wholeBefore),
    firstWords: Int32Array.from([...firstWords, length]),
  }
}

/** Words whose full stop ends no sentence, but for those of one letter. */
const abbreviations = new Set(
  'art arts sec secs no nos para paras fig ch vol al etc vs cf eg ie inc ltd corp co st mr ms mrs dr prof hon rep sen gov dept approx est jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)

/** What ends behind a word: a sentence, by its mark; a heading or the like, by the empty line; or nothing that is certain. */
function endBehind(
  text: string,
  { words, starts, ends, marks }: Wording,
  numbers: WordNumbers,
  at: number,
): 'stop' | 'line' | undefined {
  const start = ends[at] ?? 0
  const next = starts[at + 1] ?? start
  const mark = marks[at] ?? noMark
  const isStop = mark !== noMark && /[.!?]/u.test(numbers.wordOf(mark))
  const gap = text.slice(start, Math.min(next, start + longestGap))
  if (isStop && /[。！？!?]/u.test(gap)) return 'stop'
  const isParagraph = /\n[ \t\r]*\n/u.test(gap)
  if (isStop && isParagraph) return 'stop'
  const begun = text.slice(next, next + 2)
  if (isStop) {
    const word = numbers.wordOf(words[at] ?? 0)
    if (word.length === 1 && /\p{L}/u.test(word)) return undefined
    if (abbreviations.has(word.toLowerCase())) return undefined
    const isBegun = /\s/u.test(gap) ? /^[\p{Lu}\p{Lo}\p{N}]/u.test(begun) : /^\p{Nd}/u.test(begun)
    return isBegun ? 'stop' : undefined
  }
  return isParagraph && mark === noMark && /^[\p{Lu}\p{Lo}]/u.test(begun) ? 'line' : undefined
}

/** So much of what stands between two words is looked at, in UTF-16 units. */
const longestGap = 40

function partsOf({ parts = [] }: Passage, { words, starts }: Wording): Int32Array {
  const found = new Int32Array(words.length).fill(-1)
  let part = 0
  for (let at = 0; at < words.length; at += 1) {
    const start = starts[at] ?? 0
    while (part < parts.length && (parts[part]?.span.end ?? 0) <= start) part += 1
    if ((parts[part]?.span.start ?? Infinity) <= start) found[at] = part
  }
  return found
}
