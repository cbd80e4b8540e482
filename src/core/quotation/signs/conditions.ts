import {
  auxiliaries,
  endsClause,
  firstClause,
  hasMark,
  isOneClause,
  lastClause,
  markBehind,
  mostLookedAt,
  word,
  type OmittedWords,
} from './omittedWords.ts'

/** Whether a condition is left out on which the words depend that are quoted. */
export function hidesCondition(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  if (restrictsNext(omitted)) return true
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
  let isOfModal = false
  for (let at = from; at < last; at += 1) {
    if (opensCondition(omitted, at)) return !isOfModal || reachesNext(omitted, at)
    const here = word(omitted, at)
    if (isInterrupted(omitted, at)) continue
    if (auxiliaries.has(here) && other.test(here)) isOfModal = true
    else if (other.test(here) || (isOfModal && /^(?:and|or|but)$/u.test(here))) return false
  }
  return false
}

/** Whether what begins at a word that is left out goes on in the words that are quoted behind. */
function reachesNext(omitted: OmittedWords, from: number): boolean {
  for (let at = from; at < omitted.to; at += 1) {
    if (hasMark(omitted, at) || /^(?:and|or|but)$/u.test(word(omitted, at))) return false
  }
  return true
}

/** Whether a modal verb has a condition between itself and its verb: `may, unless ice is expected, enter`. */
function isInterrupted(omitted: OmittedWords, at: number): boolean {
  const isCut = auxiliaries.has(word(omitted, at)) && markBehind(omitted, at).includes(',')
  return isCut && markBehind(omitted, omitted.to - 1).endsWith(',')
}

/** Whether the words behind are what alone is meant: an *only* right before them, a 仅 or 只 in their clause. */
function restrictsNext(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  if (isOnly(omitted, to - 1)) return markBehind(omitted, to - 1) === ''
  for (let at = to - 1; at >= Math.max(from, to - farthestHan); at -= 1) {
    if (hasMark(omitted, at) || word(omitted, at) === '的') return false
    if (isHanOnly(omitted, at)) return true
  }
  return false
}

/** So far before its verb a Chinese *only* may stand. */
const farthestHan = 12

/** Whether *only* is there, and restricts what is said: not in `not only`, `read-only` and `the only harbour`. */
function isOnly(omitted: OmittedWords, at: number): boolean {
  if (word(omitted, at) !== 'only') return false
  if (notBeforeOnly.has(word(omitted, at - 1)) || markBehind(omitted, at - 1).includes('-'))
    return false
  return !timesBehindOnly.has(word(omitted, at + 1))
}

const notBeforeOnly = new Set('not the an'.split(' '))
const timesBehindOnly = new Set('recently now just then'.split(' '))

/** Whether an *only* there restricts words that are quoted: it stands in the phrase that goes on from these. */
function restrictsPhrase(omitted: OmittedWords, at: number, isFound = isOnly): boolean {
  if (!isFound(omitted, at)) return false
  const { from } = omitted
  if (at === from) return true
  for (let other = from - 1; other < at; other += 1) {
    if (/[,;:()]/u.test(markBehind(omitted, other))) return false
    if (other >= from && /^(?:and|or|but|as|than)$/u.test(word(omitted, other))) return false
  }
  return true
}

/** Whether 仅 or 只 is there and means *only*: not in 不仅, 仅仅是 behind 不, or 一只. */
function isHanOnly(omitted: OmittedWords, at: number): boolean {
  const here = word(omitted, at)
  const [before, next] = [word(omitted, at - 1), word(omitted, at + 1)]
  if (notBeforeHanOnly.has(before)) return false
  return here === '仅' || here === '僅' || (here === '只' && onlyHan.has(next))
}

const notBeforeHanOnly = new Set('不 非 仅 僅'.split(' '))

const onlyHan = new Set(
  '能 有 要 限 可 在 对 對 由 得 准 準 许 許 用 供 适 適 为 為 向 于 於'.split(' '),
)

/** Whether 除 opens an exception, and is no part of a word such as 删除. */
function isExcept(omitted: OmittedWords, at: number, isFirst: boolean): boolean {
  const { to } = omitted
  if (partsWithExcept.has(word(omitted, at - 1)) && markBehind(omitted, at - 1) === '') return false
  if (word(omitted, at + 1) === '非') return true
  const last = Math.min(omitted.wording.words.length, at + farthestOutside)
  for (let other = at + 1; other < last; other += 1) {
    if (word(omitted, other) === '外') return true
    if (other >= to && hasMark(omitted, other)) break
  }
  return isFirst
}

const partsWithExcept = new Set(
  '删 刪 解 消 排 免 清 废 廢 扣 拆 移 去 革 开 開 根 铲 剷 剔 撤 破 切 驱 驅'.split(' '),
)
/** So far behind 除 its 外 may stand. */
const farthestOutside = 40

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
    case 'exceptions':
      return /^(?:the|only)$/u.test(before) && next === 'of'
    case 'only':
      return (onlyBefore.has(next) && at + 1 < omitted.to) || restrictsPhrase(omitted, at)
    case 'provided':
    case 'providing':
      return isFirst
        ? behindProvided.has(next)
        : next === 'that' && !toBe.has(before) && reachesNext(omitted, at)
    case 'condition':
      return /^(?:on|upon|the)$/u.test(before) && next === 'that'
    case 'if':
      return (
        !shortBehindIf.has(next) &&
        !noConditionBefore.has(before) &&
        (isFirst || reachesNext(omitted, at))
      )
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
      return isExcept(omitted, at, isFirst)
    case '仅':
    case '僅':
    case '只':
      return restrictsPhrase(omitted, at, isHanOnly)
    default:
      return hanConditions.has(here + next)
  }
}

const onlyBefore = new Set('if where when after upon until insofar provided'.split(' '))
const behindProvided = new Set('that they it the these those such this all any'.split(' '))
const toBe = new Set('be is are was were been as information data service services'.split(' '))
/** Words before an *if* that asks or compares. */
const noConditionBefore = new Set(
  'even as what ask asks asked check checks checked checking see determine determines determining know knows knowing examine examines verify verifies verifying assess assesses assessing decide decides consider considers'.split(
    ' ',
  ),
)
const shortBehindIf = new Set(
  'any necessary appropriate applicable possible needed so not available relevant required'.split(
    ' ',
  ),
)
const hanConditions = new Set(
  '除非 除外 未经 未經 仅限 僅限 仅当 僅當 只有 只要 如果 倘若 假如'.split(' '),
)
