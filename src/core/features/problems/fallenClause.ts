import { readLocator } from '../../citation/locator.ts'
import { narrowed } from '../../citation/narrowedSuffix.ts'
import { greatestOf } from '../../text/lists.ts'
import type { Span } from '../../text/span.ts'
import {
  aboutTheText,
  aboutTheTextInChinese,
  adverbs,
  clauseInChinese,
  conjunctions,
  doneByOthers,
  dutyInChinese,
  fateOfLaw,
  finiteVerb,
  mainClauseInChinese,
  prepositions,
  pronouns,
  subordinating,
  pureVerb,
  subjectsOfOthers,
  verbOfNoun,
  weakVerb,
} from './fallenWords.ts'

const end = '(?![\\p{L}\\p{N}])'
const adverb = `(?:${adverbs}\\s)?`
/** A word that makes no part of a sentence of the rest, and is none of a comment on the text. */
const subjectWord = `(?!(?:${subordinating}|${subjectsOfOthers}|${aboutTheText}|${conjunctions})${end})[\\p{L}\\p{N}'’&-]+\\s`
const subject = `(?!(?:${prepositions}|\\p{L}{2,}ing|added)${end})(?:${subjectWord}){1,5}?`
const pronoun = `${pronouns}\\s${adverb}`

/** How a clause goes on behind a place; each is a clause for certain, or is not here. */
const behindPlace: readonly RegExp[] = [
  new RegExp(`^\\s+${adverb}${finiteVerb}`, 'u'),
  new RegExp(`^\\s+${conjunctions}\\s${adverb}${pureVerb}`, 'u'),
  new RegExp(
    `^\\s+${conjunctions}\\s${adverb}(?:${pronoun}${finiteVerb}|${subject}${adverb}${verbOfNoun})`,
    'u',
  ),
  new RegExp(`^\\.?\\s+(?:${pronoun}${finiteVerb}|${subject}${adverb}${verbOfNoun})`, 'u'),
  new RegExp(`^\\s+${conjunctions}\\s${pronoun}${doneByOthers}`, 'u'),
  new RegExp(`^,\\s+(?:and|so)\\s${pronoun}${finiteVerb}.*[.!?]\\s*$`, 'u'),
  /^\s+and\sthe\srest(?:\sof\s(?:the|this|my|our)\ssentence)?[.!?]?\s*$/u,
  new RegExp(`^\\s?${clauseInChinese}`, 'u'),
  new RegExp(`^[，,]?\\s?${mainClauseInChinese}`, 'u'),
  new RegExp(`^[。\\s]?\\s?${dutyInChinese}`, 'u'),
]

/** A clause whose verb says little: of some length, and not of the text cited. */
const weakClause = new RegExp(
  `^\\s+${conjunctions}\\s${pronoun}${weakVerb}(?:\\s[\\p{L}\\p{N}'’-]+){4}`,
  'u',
)
/** What says of what is cited that it is changed or quoted, or what became of it. */
const comments = [aboutTheText, fateOfLaw].map(
  (words) => new RegExp(`(?<![\\p{L}\\p{N}])${words}${end}`, 'iu'),
)

/** Right behind a key, where a suffix may begin, only what has the key itself or nothing for its subject. */
const behindKey: readonly RegExp[] = [
  new RegExp(`^\\s+${adverb}${pureVerb}`, 'u'),
  new RegExp(`^\\s*${conjunctions}\\s${pronoun}${finiteVerb}`, 'u'),
  new RegExp(`^\\s?${clauseInChinese}`, 'u'),
]

/** Something of what each of these has, looked for first: most suffixes have nothing of it. */
const telltales = [
  finiteVerb,
  `\\s${weakVerb}\\s`,
  '\\srest',
  clauseInChinese,
  mainClauseInChinese,
  dutyInChinese,
].map((words) => new RegExp(words, 'u'))

/** So much of a suffix is looked at, in UTF-16 units. */
const longestLookedAt = 400

/**
 * The clause in `suffix`, all that stands behind a key, that surely belongs to the sentence around the
 * citation: `and this shows that agencies must act` behind `p. 3`. Comments on what is cited (`, emphasis
 * added`, `, quoted in …`), and what may be one, are none. However much space stands between two words,
 * it is one space. Its span is in the suffix.
 */
export function fallenClause(suffix: string): Span | undefined {
  const { text, spanIn } = narrowed(suffix.slice(0, longestLookedAt))
  const at = startOfClause(text.replace(/\s/g, ' '))
  if (at === undefined) return undefined
  return { start: spanIn({ start: at, end: at }).start, end: suffix.trimEnd().length }
}

/** Where the clause begins in `text`, in which only single blanks part the words. */
function startOfClause(text: string): number | undefined {
  if (text.includes('@') || !telltales.some((words) => words.test(text))) return undefined
  const place = endOfPlace(text)
  const rest = text.slice(place ?? 0).replace(/\([^()]*\)/gu, blanks)
  if (!isClause(rest, place === undefined ? behindKey : behindPlace)) return undefined
  return (place ?? 0) + (/^[\s,，.。]*/u.exec(rest)?.[0].length ?? 0)
}

/** A page with Chinese right behind it, which is no page for Pandoc either. */
const pageBeforeChinese = /^[\s,]*(?:pp?\.?\s?)?\d{1,4}(?:[-–]\d{1,4})?(?=\p{Script=Han})/u

/** Where the last words that name a page or a place end in `text`. */
function endOfPlace(text: string): number | undefined {
  const { pages, steps } = readLocator(text)
  const spans = [...pages.map(({ wholeSpan }) => wholeSpan), ...steps.map(({ span }) => span)]
  if (spans.length === 0) return pageBeforeChinese.exec(text)?.[0].length
  return greatestOf(spans.map((span) => span.end))
}

function blanks(aside: string): string {
  return ' '.repeat(aside.length)
}

function isClause(rest: string, patterns: readonly RegExp[]): boolean {
  const isLike =
    patterns.some((pattern) => pattern.test(rest)) ||
    (weakClause.test(rest) && !comments.some((comment) => comment.test(rest)))
  return isLike && !aboutTheTextInChinese.test(rest) && !isNounPhrase(rest) && !namesPlaces(rest)
}

/** What speaks of another place may be a comment: `and this changes art. 6`. */
function namesPlaces(rest: string): boolean {
  const { pages, steps } = readLocator(`, ${rest}`)
  return pages.length > 0 || steps.length > 0
}

/** `禁止使用的系统` in `第五条禁止使用的系统`: a noun with what says which. */
function isNounPhrase(rest: string): boolean {
  return /的\p{Script=Han}{1,8}\s*$/u.test(rest) && !/[，,]/u.test(rest)
}
