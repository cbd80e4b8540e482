import { isNear, mostBetween, subjectBefore } from './englishClauses.ts'
import type { EnglishToken } from './englishTokens.ts'
import { denials, mentioning, sayingVerb } from './englishWords.ts'

/** Whether it is said that the words do not stand in the text. */
export function isDenied(
  before: readonly EnglishToken[],
  behind: readonly EnglishToken[],
  isCitedRightBehind: boolean,
): boolean {
  const verb = before.findLastIndex(({ word }) => mentioning.has(sayingVerb(word) ?? ''))
  if (verb !== -1 && isNear(before, verb)) {
    const isDenial = before
      .slice(Math.max(0, verb - 8), verb)
      .some(({ word, text }) => denials.has(word) || denials.has(text))
    const says = subjectBefore(before, verb)?.voice
    if (isDenial && says === 'own') return true
  }
  return isDeniedBehind(behind, isCitedRightBehind)
}

/**
 * `does not appear in the plan`. What is denied to be somewhere else (`do not occur here`) is what the words speak of,
 * and of words that are cited before it a denial says so only where it names the text.
 */
function isDeniedBehind(behind: readonly EnglishToken[], isCitedRightBehind: boolean): boolean {
  const start = behind.slice(0, 6)
  const absent = start.findIndex(({ word }) =>
    /^(?:absent|missing|appears?|found|occurs?|mentioned|used)$/u.test(word),
  )
  if (absent === -1) return false
  const isAbsence = /^(?:absent|missing)$/u.test(start[absent]?.word ?? '')
  if (!isAbsence && !start.some(({ text }) => denials.has(text.toLowerCase()))) return false
  const rest = behind.slice(absent + 1, absent + 1 + mostBetween)
  const end = rest.findIndex(({ sort, word }) => sort === 'mark' || /^(?:and|but)$/u.test(word))
  const where = end === -1 ? rest : rest.slice(0, end)
  if (where.some(({ voice, word }) => voice === 'own' || word === 'there')) return true
  if (start.some(({ word }) => /^(?:any|no)where$/u.test(word))) return true
  return !isCitedRightBehind && !where.some(({ word }) => elsewhere.test(word))
}

/** Behind a denial it says that something is not done or found, by whom or where: in no text. */
const elsewhere =
  /^(?:here|by|our|ours|us|my|practice|reality|project|systems?|products?|company|organi[sz]ation|deployment|models?)$/u
