import type { PassageShape } from '../passageShape.ts'
import { isNegation, bindingOf, type Binding } from '../weightyWords.ts'
import { noMark, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/** Words of a passage that a sign of omission stands for, from `from` to `to`, between words that are quoted. */
export interface OmittedWords {
  readonly wording: Wording
  readonly shape: PassageShape
  readonly numbers: WordNumbers
  readonly from: number
  readonly to: number
}

/** So many words at each end of what is left out are looked at. */
const mostLookedAt = 60

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

/** Whether a condition is left out on which the words depend that are quoted. */
export function hidesCondition(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  if (isOneClause(omitted)) return hasCondition(omitted, from, to, otherClause)
  const end = Math.min(firstClause(omitted), to)
  const isOfQuoted = !openEnd.test(word(omitted, from - 1))
  if (isOfQuoted && hasCondition(omitted, from, end, otherClauseOrMember)) return true
  const start = lastClause(omitted)
  if (hasCondition(omitted, start, Math.min(start + 2, to), otherClause)) return true
  return saysNotApplied(omitted)
}

/** Words before a condition in what is left out by which it may be one of a clause that is left out with it. */
const otherClause = /^(?:that|which|who|whose|whom|whether|shall|should|must|may|can|will|would)$/u
const otherClauseOrMember = new RegExp(`${otherClause.source}|^(?:and|or)$`, 'u')

/** What a clause begins behind that is left out. */
const openEnd = /^(?:and|or|but|that|which|who|shall|should|must|may|can|will|would)$/u

function hasCondition(omitted: OmittedWords, from: number, to: number, other: RegExp): boolean {
  const last = Math.min(to, from + mostLookedAt)
  for (let at = from; at < last; at += 1) {
    if (opensCondition(omitted, at)) return true
    if (other.test(word(omitted, at))) return false
  }
  return false
}

/** `This prohibition shall not apply …`, in the clause that ends what is quoted before or in the next one. */
function saysNotApplied(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  const last = Math.min(to - 1, from + mostLookedAt)
  let clauses = 0
  for (let at = from; at < last && clauses < 2; at += 1) {
    const isSaid = word(omitted, at) === 'not' && word(omitted, at + 1) === 'apply'
    if (isSaid && isSaidOfRule(omitted, Math.max(from, at - farthestSubject), at)) return true
    if (endsClause(omitted, at)) clauses += 1
  }
  return false
}

/** So far before its verb the subject is looked for. */
const farthestSubject = 6

function isSaidOfRule(omitted: OmittedWords, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const each = word(omitted, at)
    if (each === 'they' || each === 'it') return true
    if (/^(?:this|that|these|those)$/u.test(each) && rules.has(word(omitted, at + 1))) return true
  }
  return false
}

const rules = new Set(
  'prohibition prohibitions obligation obligations requirement requirements rule rules paragraph paragraphs subparagraph point points provision provisions right duty'.split(
    ' ',
  ),
)

/** Whether a condition begins at a word. */
function opensCondition(omitted: OmittedWords, at: number): boolean {
  const { sentences } = omitted.shape
  const before = word(omitted, at - 1)
  const here = word(omitted, at)
  const next = word(omitted, at + 1)
  const isApart = at === omitted.from || /[,;:(-]/u.test(markBehind(omitted, at - 1))
  const isFirst = isApart || sentences[at - 1] !== sentences[at]
  switch (here) {
    case 'unless':
    case 'except':
    case 'excepting':
      return true
    case 'exception':
      return before === 'the' && next === 'of'
    case 'only':
      return onlyBefore.has(next) && at + 1 < omitted.to
    case 'provided':
    case 'providing':
      return isFirst && next === 'that'
    case 'condition':
      return before === 'on' && next === 'that'
    case 'if':
      return isFirst && !shortBehindIf.has(next) && before !== 'even' && before !== 'as'
    case 'where':
    case 'when':
      return sentences[at - 1] !== sentences[at] && !shortBehindIf.has(next) && at + 1 < omitted.to
    case 'subject':
      return next === 'to' && markBehind(omitted, at - 1).endsWith(',') && at === omitted.from
    case 'save':
      return /^(?:where|for|as|that|when)$/u.test(next) && isFirst
    case '但':
      return isApart && before !== '不' && before !== '非'
    case '除':
      return next === '非' || isFirst
    default:
      return hanConditions.has(here + next)
  }
}

const onlyBefore = new Set('if where when after upon until insofar provided'.split(' '))
const shortBehindIf = new Set(
  'any necessary appropriate applicable possible needed so not available relevant required'.split(
    ' ',
  ),
)
const hanConditions = new Set('除非 除外 未经 未經 仅限 僅限 仅当 僅當 只有 如果'.split(' '))
const hanNegations = new Set(
  '不得 不应 不應 不能 不予 不再 不会 不會 不必 不须 不須 不需 不准 不許 不许 禁止 严禁 嚴禁 无需 無需 无须 無須 并非 並非'.split(
    ' ',
  ),
)
const auxiliaries = new Set(
  'shall should must may might can could will would do does did is are was were be'.split(' '),
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

const adverbs = new Set(
  'be been have also yet ever always however therefore nevertheless further thus then either otherwise'.split(
    ' ',
  ),
)

function isHan(each: string): boolean {
  return /^\p{Script=Han}/u.test(each)
}

function isSkipped(each: string): boolean {
  return adverbs.has(each) || (each.length > 4 && each.endsWith('ly'))
}

function isNegationAt(omitted: OmittedWords, at: number): boolean {
  return isNegation(word(omitted, at), word(omitted, at + 1), word(omitted, at - 1))
}

/** How far before a verb a Chinese negation of it may stand. */
const farthestHan = 20

/** Whether nothing but commas parts the words that are quoted, and not too many words. */
function isOneClause(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  return to - from <= 2 * mostLookedAt && firstClause(omitted, to - from) > to
}

/** The word behind the clause that goes on from what is quoted before; further off where `most` words end none. */
function firstClause(omitted: OmittedWords, most = mostLookedAt): number {
  const { from, to } = omitted
  const last = Math.min(to, from + most)
  let at = from
  while (at <= last && !endsClause(omitted, at - 1)) at += 1
  return at
}

/** The first word of the clause that goes on in what is quoted behind. */
function lastClause(omitted: OmittedWords): number {
  const { from, to } = omitted
  const first = Math.max(from, to - mostLookedAt)
  let at = to
  while (at > first && !endsClause(omitted, at - 1)) at -= 1
  return at
}

function endsClause(omitted: OmittedWords, at: number): boolean {
  const { sentences } = omitted.shape
  return sentences[at] !== sentences[at + 1] || /[;:]/u.test(markBehind(omitted, at))
}

function markBehind({ wording, numbers }: OmittedWords, at: number): string {
  const mark = wording.marks[at] ?? noMark
  return mark === noMark ? '' : numbers.wordOf(mark)
}

function hasMark({ wording }: OmittedWords, at: number): boolean {
  return (wording.marks[at] ?? noMark) !== noMark
}

function word({ wording, numbers }: OmittedWords, at: number): string {
  const number = wording.words[at]
  return number === undefined ? '' : numbers.wordOf(number).toLowerCase()
}
