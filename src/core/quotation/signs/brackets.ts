import { isOtherSense, saysContrary } from './opposites.ts'
import { isNegation, bindingOf, type Binding } from '../weightyWords.ts'

/** What brackets are compared with. */
export interface Replaced {
  /** The words of the passage that the brackets stand for. */
  readonly words: readonly string[]
  /** Whether the sentence before them is in the passage from its beginning on. */
  readonly isWhole: boolean
  /** How strongly the sentence before them binds. */
  readonly bindings: ReadonlySet<Binding>
}

/**
 * Whether the words `said` in brackets certainly change the sense of those that they stand for: a negation
 * taken out or put in, another strength, another figure, or a word of another sense. What explains, what
 * names, and another form of a word change none.
 */
export function changesSense(said: readonly string[], replaced: Replaced): boolean {
  const ours = said.map((word) => word.toLowerCase())
  const theirs = replaced.words.map((word) => word.toLowerCase())
  return (
    losesCondition(ours, theirs) ||
    isNegatedAnew(ours, theirs) ||
    isOtherForce(ours, theirs, replaced) ||
    isOtherFigure(said, replaced.words) ||
    (theirs.length <= mostCompared && isOtherSense(ours, theirs))
  )
}

/** Whether words open a condition, or say *only*, and those in brackets open none. */
function losesCondition(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.some((word) => opening.has(word) || limiting.has(word))) return false
  return theirs.some(
    (word, at) =>
      (opening.has(word) || restricting.has(word)) && !noOpening.has((theirs[at - 1] ?? '') + word),
  )
}

/** What opens a condition that is not there without it. */
const opening = new Set(['unless', 'except', '除', '但'])
/** What restricts, and may be said otherwise. */
const restricting = new Set(['only', '仅', '僅'])
const limiting = new Set(
  'only solely exclusively just merely alone sole limited nothing 仅 僅 只 唯 专 專 限'.split(' '),
)
/** Where the same words open none. */
const noOpening = new Set(
  'notonly theonly 不仅 不僅 不但 非但 删除 刪除 解除 消除 排除 免除 清除 废除 廢除 扣除 拆除 移除 去除'.split(
    ' ',
  ),
)

/** A word may be compared with that in place of which it stands; of more words one is not known. */
const mostCompared = 4

function isNegatedAnew(ours: readonly string[], theirs: readonly string[]): boolean {
  const [now, before] = [negationsIn(ours), negationsIn(theirs)]
  if (before.length > 0) return now.length === 0 && !saysContrary(ours, theirs)
  // What says more than that is an explanation: `[which was not adopted]`, `[emphasis not in the original]`.
  return now.length > 0 && ours.every((word) => isFunctionWord(word) || theirs.includes(word))
}

function negationsIn(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => isNegation(word, words[at + 1], words[at - 1]))
}

function isFunctionWord(word: string): boolean {
  return isNegation(word) || bindingOf(word) !== undefined || functionWords.has(word)
}

const functionWords = new Set(
  'do does did be is are to any ever longer the a 得 能 会 會 予 再 许 許 准'.split(' '),
)

/** Whether the brackets bind more or less strongly than the words in place of which they stand. */
function isOtherForce(
  ours: readonly string[],
  theirs: readonly string[],
  { isWhole, bindings }: Replaced,
): boolean {
  const [now, before] = [bindingsIn(ours), bindingsIn(theirs)]
  const lost = [...before].filter((one) => one !== 'future' && !now.has(one))
  if (lost.length > 0) return now.size > 0 || !isOtherForm(ours, theirs)
  if (before.size > 0 || !isWhole) return false
  // The form of a verb may need one, so only the strongest and the weakest are certainly of who quotes.
  const added = now.has('duty') ? 'duty' : now.has('leave') ? 'leave' : undefined
  const isModal = ours.every((word) => isFunctionWord(word) || theirs.includes(word))
  return added !== undefined && isModal && !bindings.has(added)
}

function bindingsIn(words: readonly string[]): ReadonlySet<Binding> {
  const pairs = words.map((word, at) => (words[at - 1] ?? '') + word)
  const isToBe = words.some(
    (word, at) => word === 'to' && /^(?:is|are|was|were|has|have|had)$/u.test(words[at - 1] ?? ''),
  )
  const found = [...words, ...pairs].flatMap((word) => bindingOf(word) ?? [])
  return new Set(isToBe ? [...found, 'duty'] : found)
}

/** Whether one has another form of a word of the other: `[ensuring]` for `shall ensure`, `[are]` for `shall be`. */
function isOtherForm(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((word) =>
    theirs.some(
      (other) => sharesStem(word, other) || (formsOfBe.has(word) && formsOfBe.has(other)),
    ),
  )
}

const formsOfBe = new Set('be is are was were been being'.split(' '))

/** All but the last letter of the shorter one, and three at least. */
function sharesStem(one: string, other: string): boolean {
  const length = Math.max(3, Math.min(one.length, other.length) - 1)
  return one.length >= length && one.slice(0, length) === other.slice(0, length)
}

/** Whether a figure is missing in the brackets that tells how much or how long. */
function isOtherFigure(said: readonly string[], replaced: readonly string[]): boolean {
  if (isCitation(replaced.map((word) => word.toLowerCase()))) return false
  const isSaidInWords = said.some((word) => numberWords.test(word))
  return replaced.some(
    (word) => /\p{N}/u.test(word) && !said.includes(word) && !isSaidInWords && !isYear(word, said),
  )
}

const numberWords =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|[〇零一二三四五六七八九十百千万萬亿億])$/iu

/** A year may be called otherwise: `[last year]`. */
function isYear(word: string, said: readonly string[]): boolean {
  return /^(?:19|20)\d\d$/u.test(word) && !said.some((one) => /\p{N}/u.test(one))
}

const citing = new Set(
  'article articles regulation directive section sections act order paragraph paragraphs point decision title chapter annex eo § 第 条 條 款 项 項 号 號'.split(
    ' ',
  ),
)

/** Whether the words cite something, which may be called otherwise: `[the Act]`. */
function isCitation(words: readonly string[]): boolean {
  return words.some((word) => citing.has(word))
}
