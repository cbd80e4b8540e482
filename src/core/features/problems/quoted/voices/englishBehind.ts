import type { Voice } from './asked.ts'
import { subjectBefore, voiceAt, voiceFrom, voiceOfNoun } from './englishClauses.ts'
import type { EnglishToken } from './englishTokens.ts'
import { clauseStarts, formsOfBe, isParticiple, saidNouns, sayingVerb } from './englishWords.ts'

/** So many words may part a verb from the quotation that it speaks of. */
const mostToVerb = 18

/** Who is said behind a quotation to have spoken it: `said Smith`, `Smith said`, `as Smith put it`, `by critics`. */
export function saidBehind(
  behind: readonly EnglishToken[],
  before: readonly EnglishToken[],
  words: string,
): Voice | undefined {
  const comma = behind.findIndex(({ sort, text }) => sort !== 'mark' || text === '(')
  if (comma === -1) return undefined
  const tokens = behind.slice(comma)
  const [first, second] = tokens
  if (first === undefined) return undefined
  if (first.text === '(') return voiceInBrackets(tokens)
  if (/^[—–]$/u.test(behind[comma - 1]?.text ?? '') && first.isCapital) return voiceFrom(tokens, 0)
  if (first.word === 'by') return voiceFrom(tokens, 1)
  if (
    first.word === 'according' ||
    first.word === 'per' ||
    (first.word === 'to' && second?.word === 'quote')
  )
    return voiceAt(tokens, first.word === 'to' ? 1 : 0)
  const isBorrowed = first.word === 'to' && second?.word === 'borrow'
  const inWords =
    first.word === 'in' || isBorrowed ? tokens.findIndex(({ word }) => saidNouns.has(word)) : -1
  if (inWords !== -1 && inWords <= 6) return voiceAt(tokens, inWords)
  const isVerbFirst = sayingVerb(first.word) !== undefined && !first.isCapital
  if (isVerbFirst)
    return isParticiple(first.word) && second?.word === 'by'
      ? voiceFrom(tokens, 2)
      : voiceFrom(tokens, 1)
  const start = first.word === 'as' ? 1 : 0
  if (start === 0 && clauseStarts.has(first.word)) return usedBy(tokens)
  const isParted = comma > 0 || start === 1 || /[,?!—–]\s*$/u.test(words)
  if (!isParted && before.some(({ sort }) => sort === 'word')) return undefined
  return subjectAndVerb(
    tokens.slice(start),
    before.every(({ sort }) => sort !== 'word'),
  )
}

/** `(Smith 2024)`, `(the senator)`. */
function voiceInBrackets(tokens: readonly EnglishToken[]): Voice | undefined {
  const close = tokens.findIndex(({ text }) => text === ')')
  const inner = tokens.slice(1, close === -1 ? 1 : close)
  const isDated = inner.some(({ text }) => /^(?:19|20)\d\d[a-z]?$/u.test(text))
  const isOthers = inner.some(({ voice, isName }) => voice === 'others' || (isName && isDated))
  return isOthers && !inner.some(({ voice }) => voice === 'own') ? 'others' : undefined
}

/** Of a quotation that is not the first thing said, a verb before another one speaks of that. */
function subjectAndVerb(tokens: readonly EnglishToken[], isFirst: boolean): Voice | undefined {
  for (let at = 1; at < Math.min(tokens.length, mostToVerb); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sort === 'quoted') return undefined
    if (token.sort !== 'word' || sayingVerb(token.word) === undefined) continue
    const subject = subjectBefore(tokens, at)
    if (subject === undefined) continue
    return isFirst || !tokens.slice(at + 1, at + 9).some(({ sort }) => sort === 'quoted')
      ? subject.voice
      : undefined
  }
  return undefined
}

/** `was coined by the governor`, `is how she put it`, `was her verdict`. */
function usedBy(tokens: readonly EnglishToken[]): Voice | undefined {
  if (!formsOfBe.has(tokens[0]?.word ?? '')) return undefined
  if (/^(?:how|what)$/u.test(tokens[1]?.word ?? '')) return subjectAndVerb(tokens.slice(2), true)
  const noun = tokens.findIndex(({ word }) => saidNouns.has(word))
  const voice = noun === -1 || noun > 5 ? undefined : voiceOfNoun(tokens, noun)
  if (voice !== undefined) return voice
  const verb = tokens.findIndex(({ word }) => sayingVerb(word) !== undefined)
  if (verb === -1 || verb > 5 || tokens[verb + 1]?.word !== 'by') return undefined
  return voiceFrom(tokens, verb + 2)
}
