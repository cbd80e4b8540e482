import {
  auxiliaries,
  hasMark,
  isNegationAt,
  isOneClause,
  isSkipped,
  lastClause,
  markBehind,
  mostLookedAt,
  word,
  type OmittedWords,
} from './omittedWords.ts'
import { bindingOf, type Binding } from '../weightyWords.ts'

/** Whether a negation is left out and the words are quoted that it takes back. */
export function hidesNegation(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  return (
    governsNext(omitted) ||
    (isOneClause(omitted) && isNegationAt(omitted, from) && closesOver(omitted, from, to))
  )
}

/** Whether a negation at the end of what is left out takes back the word behind it. */
function governsNext(omitted: OmittedWords): boolean {
  const { to } = omitted
  const first = Math.max(lastClause(omitted), to - mostLookedAt)
  for (let at = to - 1; at >= first && isSkipped(word(omitted, at)); at -= 1) {
    if (isNegationAt(omitted, at - 1) && at > first) return true
  }
  if (to - 1 >= first && isNegationAt(omitted, to - 1)) return true
  for (let at = to - 1; at >= first && at >= to - farthestHan; at -= 1) {
    if (hasMark(omitted, at) || word(omitted, at) === '的') return false
    if (at < to - 1 && hanNegations.has(word(omitted, at) + word(omitted, at + 1))) return true
  }
  return isPhraseBehindNot(omitted, first)
}

/** `not under any circumstances`, `not in any way`: a phrase that the verb stands behind. */
function isPhraseBehindNot(omitted: OmittedWords, first: number): boolean {
  const { to } = omitted
  for (let at = to - 2; at >= Math.max(first, to - 6); at -= 1) {
    if (hasMark(omitted, at)) return false
    if (!isNegationAt(omitted, at)) continue
    const isOfVerb =
      auxiliaries.has(word(omitted, at - 1)) &&
      !/^(?:is|are|was|were|be)$/u.test(word(omitted, at - 1))
    return isOfVerb && prepositions.has(word(omitted, at + 1))
  }
  return false
}

/**
 * Whether the negation that what is left out begins with takes back the words behind: it follows a modal
 * verb that is quoted, and there is no other one; or commas enclose all that stands between.
 */
function closesOver(omitted: OmittedWords, from: number, to: number): boolean {
  if (markBehind(omitted, from).includes(',') && markBehind(omitted, to - 1).includes(','))
    return true
  if (!auxiliaries.has(word(omitted, from - 1)) || isNegationAt(omitted, to)) return false
  const last = Math.min(to, from + mostLookedAt)
  for (let at = from + 1; at < last; at += 1) {
    const each = word(omitted, at)
    if (auxiliaries.has(each) || each === 'but' || each === 'to') return false
  }
  return to - from <= mostLookedAt
}

const hanNegations = new Set(
  '不得 不应 不應 不能 不予 不再 不会 不會 不必 不须 不須 不需 不准 不許 不许 禁止 严禁 嚴禁 无需 無需 无须 無須 并非 並非'.split(
    ' ',
  ),
)
const prepositions = new Set('under in at by for with on within through'.split(' '))

/** Whether a modal verb is left out right before its verb, and none of its strength is quoted before. */
export function hidesForce(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  if (to - from > mostWithModal || !isOneClause(omitted)) return false
  let at = to - 1
  while (at > from && isSkipped(word(omitted, at))) at -= 1
  const hidden = forceAt(omitted, at, to - from === 1)
  const start = isHan(word(omitted, at)) && to - from > 1 ? at - 1 : at
  for (let other = from; other < start; other += 1) {
    if (!isSkipped(word(omitted, other))) return false
  }
  return hidden !== undefined && lastForceBefore(omitted, from) !== hidden
}

/** With a modal verb nothing is left out but adverbs: with other words it may be that of another clause. */
const mostWithModal = 6

function lastForceBefore(omitted: OmittedWords, from: number): Binding | undefined {
  const { sentences } = omitted.shape
  for (let at = from - 1; at >= 0 && at >= from - mostLookedAt; at -= 1) {
    if (sentences[at] !== sentences[from - 1]) return undefined
    const strength = forceAt(omitted, at, true)
    if (strength !== undefined) return strength
  }
  return undefined
}

/** The strength of the modal verb that a word is or ends; of one Chinese character only where `isWord`, for it may be part of another word. */
function forceAt(omitted: OmittedWords, at: number, isWord: boolean): Binding | undefined {
  const own = omitted.numbers.wordOf(omitted.wording.words[at] ?? 0)
  const whole = bindingOf(word(omitted, at - 1) + own)
  if (whole !== undefined || own === 'May') return whole
  return isWord || /^[a-z]/iu.test(own) ? bindingOf(own) : undefined
}

function isHan(each: string): boolean {
  return /^\p{Script=Han}/u.test(each)
}

/** How far before a verb a Chinese negation of it may stand. */
const farthestHan = 20
