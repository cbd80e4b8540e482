import type { Dice } from '../../bench/dice.ts'
import type { OfficialSentence } from './officialSentences.ts'
import type { Truth } from './publishedQuotations.ts'

/** A named way to quote a sentence. */
export interface WayOfQuoting {
  readonly name: string
  /** What is right of what it gives. */
  readonly truth: Truth
  /** The quoted words; `undefined` where the sentence has nothing that can be changed so. */
  readonly quote: (sentence: OfficialSentence, dice: Dice) => string | undefined
}

/** Words near enough to be written by mistake, and far enough to say something else. */
const near: ReadonlyMap<string, string> = new Map<string, string>([
  ['ensure', 'encourage'],
  ['promote', 'protect'],
  ['develop', 'deploy'],
  ['development', 'deployment'],
  ['systems', 'models'],
  ['system', 'model'],
  ['risk', 'harm'],
  ['risks', 'benefits'],
  ['national', 'international'],
  ['Federal', 'State'],
  ['provider', 'deployer'],
  ['providers', 'deployers'],
  ['safety', 'security'],
  ['security', 'safety'],
  ['information', 'documentation'],
  ['workers', 'companies'],
  ['American', 'allied'],
  ['measures', 'steps'],
  ['appropriate', 'adequate'],
  ['relevant', 'available'],
  ['establish', 'expand'],
  ['support', 'supervise'],
  ['create', 'consider'],
  ['specific', 'general'],
  ['public', 'private'],
  ['including', 'excluding'],
  ['necessary', 'useful'],
  ['requirements', 'recommendations'],
  ['authorities', 'agencies'],
  ['access', 'use'],
] as const)
const strengths = new Map([
  ['shall', 'should'],
  ['should', 'must'],
  ['must', 'may'],
  ['may', 'must'],
  ['will', 'may'],
  ['can', 'must'],
])
const weighty =
  /^(?:not|no|never|nor|neither|without|unless|except|if|only|when|where|provided|until|may|shall|must|should|will|would|can|cannot|could|all|any|each|every|or)$/iu

/** True quotations. */
const trueWays: readonly WayOfQuoting[] = [
  way('as it is', 'true', ({ words }) => words),
  way('without its beginning and end', 'true', ({ words }) => {
    const all = words.split(' ')
    return bare(all.slice(3, Math.max(11, all.length - 3)).join(' '))
  }),
  way('with a small first letter', 'true', ({ words }) =>
    /^[A-Z][a-z]/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : undefined,
  ),
  way('with its first letter in brackets', 'true', ({ words }) =>
    /^[A-Z][a-z]/u.test(words)
      ? `[${words.slice(0, 1).toLowerCase()}]${words.slice(1)}`
      : undefined,
  ),
  way('with a comma at its end', 'true', ({ words }) => `${bare(words)},`),
  way('with typewriter marks', 'true', ({ words }) =>
    /[’—–]/u.test(words)
      ? words.replaceAll('’', "'").replaceAll('—', '---').replaceAll('–', '--')
      : undefined,
  ),
  way('over two lines', 'true', (sentence) =>
    insideOf(sentence, 0.5, ([first = '', ...rest]) => [
      `${first}\n${rest[0] ?? ''}`,
      ...rest.slice(1),
    ]),
  ),
  way('with a word in italics', 'true', (sentence) =>
    atWord(sentence, isLong, (word) => `*${word}*`),
  ),
  way('with a gloss in brackets', 'true', (sentence) =>
    atWord(sentence, isLong, (word) => `${word} [sic]`),
  ),
  way(
    'with its end left out',
    'true',
    ({ words }) => `${bare(words.split(' ').slice(0, 10).join(' '))}…`,
  ),
  way('with a few words left out behind a sign', 'true', ({ words }, dice) => {
    const all = words.split(' ')
    const length = dice.between(2, 4)
    const places = all
      .map((_, at) => at)
      .filter((at) => at >= 4 && at + length <= all.length - 4)
      .filter((at) => all.slice(at - 1, at + length + 1).every(isLight))
    return places.length === 0 ? undefined : without(all, dice.pick(places), length, '…')
  }),
  way('with [its] for their', 'true', (sentence) =>
    atWord(
      sentence,
      (word) => word === 'their' || word === 'its',
      (word) => (word === 'its' ? '[their]' : '[its]'),
    ),
  ),
]

/** Altered ones. */
const alteredWays: readonly WayOfQuoting[] = [
  way('a near word for one', 'altered', (sentence, dice) =>
    atWord(
      sentence,
      (word) => near.has(word),
      (word) => near.get(word) ?? word,
      dice,
    ),
  ),
  way('a word of another sentence for one', 'altered', (sentence, dice) => {
    const others = sentence.among.flatMap((other) =>
      other === sentence.words ? [] : other.split(' '),
    )
    const foreign = others.filter((word) => isLong(word) && !sentence.words.includes(word))
    return foreign.length === 0
      ? undefined
      : atWord(sentence, isLong, () => dice.pick(foreign), dice)
  }),
  way('another number', 'altered', (sentence) =>
    atWord(
      sentence,
      (word) => /^\d+$/u.test(word),
      (word) => String(Number(word) + 1),
    ),
  ),
  way('a negation put in', 'altered', (sentence) =>
    atWord(
      sentence,
      (word) => /^(?:is|are|shall|should|must|may|will|can)$/u.test(word),
      (word) => `${word} not`,
    ),
  ),
  way('a negation taken out', 'altered', ({ words }) =>
    words.includes(' not ') ? words.replace(' not ', ' ') : undefined,
  ),
  way('another strength', 'altered', (sentence) =>
    atWord(
      sentence,
      (word) => strengths.has(word),
      (word) => strengths.get(word) ?? word,
    ),
  ),
  way('a word left out', 'altered', (sentence, dice) => atWord(sentence, isLong, () => '', dice)),
  way('words left out without a sign', 'altered', ({ words }, dice) => {
    const all = words.split(' ')
    const length = dice.between(3, 5)
    return without(all, dice.between(3, all.length - length - 3), length, '')
  }),
  way('a word put in', 'altered', (sentence, dice) =>
    atWord(
      sentence,
      isLong,
      (word) => `${dice.pick(['fully', 'immediately', 'federal', 'mandatory'])} ${word}`,
      dice,
    ),
  ),
  way('two words changed about', 'altered', ({ words }) => {
    const all = words.split(' ')
    const at = all.findIndex(
      (word, index) =>
        index > 1 &&
        index < all.length - 3 &&
        isLong(word) &&
        isLong(all[index + 1] ?? '') &&
        word !== all[index + 1],
    )
    return at === -1
      ? undefined
      : [...all.slice(0, at), all[at + 1], all[at], ...all.slice(at + 2)].join(' ')
  }),
  way('another form of a word', 'altered', (sentence) =>
    atWord(
      sentence,
      (word) => /^[a-z]{4,}[^s]s$/u.test(word),
      (word) => word.slice(0, -1),
    ),
  ),
]

/** Those whose signs hide more than they may. */
const stitchedWays: readonly WayOfQuoting[] = [
  way('a sentence left out', 'stitched', ({ words, among, at }) => {
    const behind = among[at + 2]
    return behind === undefined || !/^[\p{L}\p{N} ,;:’().—–/%-]+$/u.test(behind)
      ? undefined
      : stitched(words, behind)
  }),
  way('over the end of a provision', 'stitched', ({ words, among, at, next }) =>
    at < among.length - 1 || next === undefined || !/^[\p{L}\p{N} ,;:’().—–/%-]+$/u.test(next)
      ? undefined
      : stitched(words, next),
  ),
  way('a negation left out', 'stitched', ({ words }) => {
    const all = words.split(' ')
    const at = all.findIndex(
      (word, index) => index > 3 && index < all.length - 5 && /^(?:not|never)$/u.test(word),
    )
    return at === -1 ? undefined : without(all, at, 1, '…')
  }),
  way('a condition left out', 'stitched', ({ words }) => {
    const all = words.split(' ')
    const at = all.findIndex(
      (word, index) =>
        index > 3 && index < all.length - 9 && /^(?:unless|except|only|if)$/u.test(word),
    )
    return at === -1 ? undefined : without(all, at, 5, '…')
  }),
  way('[not] put in', 'stitched', (sentence) =>
    atWord(
      sentence,
      (word) => /^(?:is|are|shall|should|must|may|will|can)$/u.test(word),
      (word) => `${word} [not]`,
    ),
  ),
  way('[may] for another strength', 'stitched', (sentence) =>
    atWord(
      sentence,
      (word) => word === 'shall' || word === 'must',
      () => '[may]',
    ),
  ),
  way('[prevent] for another verb', 'stitched', (sentence) =>
    atWord(
      sentence,
      (word) =>
        /^(?:ensure|promote|encourage|support|advance|facilitate|enable|expand|strengthen)$/u.test(
          word,
        ),
      () => '[prevent]',
    ),
  ),
]

/** The ways to quote a sentence in English. */
export const englishWays: readonly WayOfQuoting[] = [...trueWays, ...alteredWays, ...stitchedWays]

/** A way by its parts. */
export function way(name: string, truth: Truth, quote: WayOfQuoting['quote']): WayOfQuoting {
  return { name, truth, quote }
}

/** The words without the marks at their end. */
export function bare(words: string): string {
  return words.replace(/[.,;:。，；：]$/u, '')
}

/** The beginning of one sentence and the end of another. */
function stitched(words: string, behind: string): string | undefined {
  const [first, last] = [words.split(' '), behind.split(' ')]
  if (first.length < 10 || last.length < 10) return undefined
  return `${bare(first.slice(0, 8).join(' '))} … ${last.slice(-8).join(' ')}`
}

function without(all: readonly string[], at: number, length: number, sign: string): string {
  return [...all.slice(0, at), sign, ...all.slice(at + length)]
    .filter((word) => word !== '')
    .join(' ')
}

/** The words with one in their midst changed for which `isMeant` holds: the first, or any by dice. */
function atWord(
  { words }: OfficialSentence,
  isMeant: (word: string) => boolean,
  change: (word: string) => string,
  dice?: Dice,
): string | undefined {
  const all = words.split(' ')
  const places = all
    .map((_, at) => at)
    .filter((at) => at >= 2 && at < all.length - 2 && isMeant(all[at] ?? ''))
  const at = places.length > 0 && dice !== undefined ? dice.pick(places) : places[0]
  if (at === undefined) return undefined
  return all
    .map((word, index) => (index === at ? change(word) : word))
    .filter((word) => word !== '')
    .join(' ')
}

/** The words with what is behind a part of them changed. */
function insideOf(
  { words }: OfficialSentence,
  part: number,
  change: (rest: readonly string[]) => readonly string[],
): string {
  const all = words.split(' ')
  const at = Math.floor(all.length * part)
  return [...all.slice(0, at), ...change(all.slice(at))].join(' ')
}

function isLong(word: string): boolean {
  return /^[a-z]{5,}$/u.test(word)
}

function isLight(word: string): boolean {
  return /^[a-zA-Z-]+$/u.test(word) && !weighty.test(word)
}
