import type { VoiceAsked, Voice } from './asked.ts'
import { saidBehind } from './englishBehind.ts'
import { lastSpeaking, namesSpeaker, type Speaking } from './englishClauses.ts'
import { isDenied } from './englishDenial.ts'
import { readTokens, type EnglishToken } from './englishTokens.ts'
import { otherWorks, sayingVerb, termNouns } from './englishWords.ts'

/** So many words of a quotation without a speaker are a fragment that may be a term or in scare quotes. */
const longestFragment = 6

/** Whose words a quotation in an English sentence has; see {@link voiceOf}. */
export function voiceInEnglish({ beside, words, ...own }: VoiceAsked): Voice {
  const before = readTokens(beside.before, own)
  const behind = readTokens(beside.behind, own)
  const spoken = spokenOf(before, behind, words, beside.isCitedRightBehind)
  if (spoken !== undefined) return spoken
  const previous = readTokens(beside.previous, own)
  if (goesOn(previous) || isTerm(before)) return 'unsure'
  if (namesSpeaker(before) || namesSpeaker(behind)) return 'unsure'
  if (before.slice(-4).some(({ sort }) => sort === 'own')) return 'own'
  return beside.isCitedRightBehind && !isFragment(before, words) ? 'own' : 'unsure'
}

function spokenOf(
  before: readonly EnglishToken[],
  behind: readonly EnglishToken[],
  words: string,
  isCitedRightBehind: boolean,
): Voice | undefined {
  if (before.slice(-3).some(({ word }) => word === 'so-called')) return 'others'
  if (isDenied(before, behind, isCitedRightBehind)) return 'others'
  const title = voiceOfTitle(before, words)
  if (title !== undefined) return title
  if (isContrast(before)) return 'unsure'
  const said = lastSpeaking(before)
  const then = saidBehind(behind, before, words)
  if (said === undefined) return then
  if (!said.isNear) return then ?? farVoice(said)
  return said.voice === 'own' && then === 'others' ? 'unsure' : said.voice
}

/** What was said further off holds only where nobody else comes between. */
function farVoice({ voice }: Speaking): Voice | undefined {
  return voice === 'own' ? undefined : 'unsure'
}

/** Whether a sentence ends in words of somebody, which the next one may go on with. */
function goesOn(previous: readonly EnglishToken[]): boolean {
  const quoted = previous.findLastIndex(({ sort }) => sort === 'quoted')
  const words = previous[quoted]?.text.replace('”', '') ?? ''
  const [before, behind] = [previous.slice(0, Math.max(0, quoted)), previous.slice(quoted + 1)]
  return quoted !== -1 && saidBehind(behind, before, words) === 'others'
}

/** `the term`, `the notion of`, `buzzwords such as`. */
function isTerm(before: readonly EnglishToken[]): boolean {
  return before.slice(-3).some(({ word }) => termNouns.has(word))
}

/** `rather than`, `instead of`, `, not`. */
function isContrast(before: readonly EnglishToken[]): boolean {
  const [one, two] = before.slice(-2)
  const last = `${one?.text ?? ''} ${two?.text ?? ''}`.toLowerCase()
  return /^(?:rather than|instead of|opposed to|, not|but not|and not)$/u.test(last)
}

function isFragment(before: readonly EnglishToken[], words: string): boolean {
  const count = words.split(/\s+/u).filter((word) => word !== '').length
  return (
    before.some(({ sort }) => sort === 'word') &&
    !/^\P{L}*\p{Lu}/u.test(words) &&
    count <= longestFragment &&
    !(before.at(-1)?.text ?? '').endsWith(':')
  )
}

/** Whether a title of another work is quoted, as the words right before it say. */
function voiceOfTitle(before: readonly EnglishToken[], words: string): Voice | undefined {
  if (!isTitle(words)) return undefined
  const named = before.filter(({ text }) => text !== ',')
  const last = named.at(-1)
  const isTitled = /^(?:titled|entitled|called|named|headed)$/u.test(last?.word ?? '')
  const noun = isTitled ? named.at(-2) : last
  if (noun === undefined) return undefined
  if (otherWorks.has(noun.word)) return 'others'
  if (noun.voice === 'own') return 'own'
  return isTitled || sayingVerb(noun.word) === undefined ? 'unsure' : undefined
}

/** Whether the words are written as titles are: most long ones with capitals, and three at least. */
function isTitle(words: string): boolean {
  const long = words.split(/[^\p{L}’']+/u).filter(({ length }) => length >= 4)
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word))
  return long.length >= 3 && capitals.length >= 0.75 * long.length
}
