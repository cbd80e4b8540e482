import {
  clauseStarts,
  formsOfBe,
  isParticiple,
  judging,
  likening,
  determiners,
  noNames,
  ofPeople,
  partNouns,
  nounPrepositions,
  quoting,
  saidNouns,
  sayingVerb,
} from './englishWords.ts'
import type { EnglishToken } from './englishTokens.ts'
import type { Voice } from './asked.ts'

/** That somebody says something, in the words before a quotation. */
export interface Speaking {
  readonly voice: Voice
  /** Whether the quotation belongs to it: little but other quotations stands between. */
  readonly isNear: boolean
}

/** So many words may part a verb from the quotation that it governs, without those quoted. */
export const mostBetween = 9
/** So many words may part a verb from who says it. */
const mostToSubject = 18

/** Who is said to speak last before a quotation. */
export function lastSpeaking(before: readonly EnglishToken[]): Speaking | undefined {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const voice = voiceAt(before, at)
    if (voice !== undefined)
      return { voice: reported(before, at, voice), isNear: isNear(before, at) }
  }
  return colonVoice(before)
}

/** Whether little stands between the word at `at` and the end of `before`. */
export function isNear(before: readonly EnglishToken[], at: number): boolean {
  const between = before.slice(at + 1)
  const quoted = between.findLastIndex(({ sort }) => sort === 'quoted')
  const gap = between.filter(({ sort }) => sort === 'word').length
  if (quoted === -1) return gap <= mostBetween
  const last = between.slice(quoted + 1).filter(({ sort }) => sort === 'word')
  return last.length <= 4 && !between.some(({ text }) => text === ';') && gap <= 2 * mostBetween
}

/** What somebody says that an instrument says may be the words of either. */
function reported(before: readonly EnglishToken[], at: number, voice: Voice): Voice {
  if (voice !== 'own') return takesUp(before, at) ? 'unsure' : voice
  const subject = subjectBefore(before, at)?.at ?? at
  for (let back = subject - 1; back >= Math.max(0, subject - 4); back -= 1) {
    const token = before[back]
    if (token?.sort !== 'word') return voice
    if (sayingVerb(token.word) !== undefined) {
      const says = voiceAt(before, back)
      const isSure = before.slice(subject).some(({ word }) => word === 'itself')
      return says === 'others' && !isSure ? 'unsure' : voice
    }
  }
  return voice
}

/** Whether others may take up words of the instrument: `quotes the plan as`, `praised its`, `reports that the plan`. */
function takesUp(before: readonly EnglishToken[], at: number): boolean {
  const verb = sayingVerb(before[at]?.word ?? '') ?? ''
  if (quoting.has(verb) && before[at - 1]?.word !== 'to') return true
  const behind = before.slice(at + 1).filter(({ sort }) => sort !== 'quoted')
  const own = behind.findLast((token) => token.voice === 'own')
  if (own === undefined) return false
  if (behind.some(({ word }) => /^(?:under|pursuant|per)$/u.test(word))) return true
  return own.isGenitive || own.word === 'its' || verb === 'report' || behind.at(-1)?.word === 'for'
}

/** Whose words come behind the token at `at`, if it says that somebody speaks. */
export function voiceAt(tokens: readonly EnglishToken[], at: number): Voice | undefined {
  const token = tokens[at]
  if (token?.sort !== 'word') return undefined
  const { word } = token
  const next = tokens[at + 1]?.word
  if ((word === 'according' && next === 'to') || word === 'per' || word === 'quoting')
    return voiceFrom(tokens, at + (word === 'according' ? 2 : 1))
  if (word === 'quote' && tokens[at - 1]?.word === 'to') return voiceFrom(tokens, at + 1)
  if (saidNouns.has(word)) {
    const voice = voiceOfNoun(tokens, at)
    if (voice !== undefined) return voice
  }
  if (at === 0 && /^(?:for|to)$/u.test(word)) return voiceOfOpinion(tokens)
  if (word === 'it' && /^ha(?:s|d|ve)$/u.test(tokens[at - 1]?.word ?? ''))
    return subjectBefore(tokens, at - 1)?.voice
  const verb = verbAt(tokens, at)
  if (verb === undefined) return undefined
  if (tokens[at - 1]?.sort === 'quoted' || tokens[at - 2]?.sort === 'quoted')
    return subjectBefore(tokens, at)?.voice ?? voiceFrom(tokens, at + 1)
  if (isPassive(tokens, at)) return passiveVoice(tokens, at, verb)
  return subjectBefore(tokens, at)?.voice ?? voiceOfStranger(tokens, at, verb)
}

/** The verb of saying at `at`, where it is no noun. */
function verbAt(tokens: readonly EnglishToken[], at: number): string | undefined {
  const before = tokens[at - 1]
  if (before?.isGenitive === true || determiners.has(before?.word ?? '')) return undefined
  return sayingVerb(tokens[at]?.word ?? '')
}

/** `For critics, …`. */
function voiceOfOpinion(tokens: readonly EnglishToken[]): Voice | undefined {
  const comma = tokens.findIndex(({ text }) => /^(?:,|it|this|that)$/u.test(text))
  return comma > 0 && comma <= 8 && voiceFrom(tokens, 1) === 'others' ? 'others' : undefined
}

/** `Smith’s words`, `the words of critics`. */
export function voiceOfNoun(tokens: readonly EnglishToken[], at: number): Voice | undefined {
  const next = tokens[at + 1]?.word ?? ''
  if (/^(?:of|by|from)$/u.test(next)) {
    const voice = voiceFrom(tokens, at + 2)
    if (voice !== undefined) return voice
  }
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const token = tokens[back]
    if (token === undefined || token.sort === 'quoted' || token.sort === 'mark') return undefined
    if (token.isGenitive || /^(?:its|his|her|their|our|my)$/u.test(token.word))
      return token.voice ?? (token.isCapital ? 'others' : undefined)
  }
  return undefined
}

function isPassive(tokens: readonly EnglishToken[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (!isParticiple(word)) return false
  const before = tokens.slice(Math.max(0, at - 3), at)
  if (before.some((token) => formsOfBe.has(token.word))) return true
  const isApart = at === 0 || tokens[at - 1]?.text === ','
  const isFollowed = /^(?:as|by)$/u.test(tokens[at + 1]?.word ?? '')
  return isApart && (at === 0 || isFollowed || judging.has(sayingVerb(word) ?? ''))
}

function passiveVoice(
  tokens: readonly EnglishToken[],
  at: number,
  verb: string,
): Voice | undefined {
  const by = tokens.findIndex(({ word }, index) => index > at && word === 'by')
  const agent = by === -1 ? undefined : voiceFrom(tokens, by + 1)
  if (agent !== undefined) return agent
  if (judging.has(verb)) return tokens[at + 1]?.word === 'for' ? 'unsure' : 'others'
  return likening.has(verb) ? 'unsure' : undefined
}

/** Who is meant by the words from `from` on: the last noun before a mark or a preposition. */
export function voiceFrom(tokens: readonly EnglishToken[], from: number): Voice | undefined {
  let voice: Voice | undefined
  for (let at = from; at < Math.min(tokens.length, from + 10); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sort === 'quoted' || token.sort === 'mark') break
    if (
      at > from &&
      (nounPrepositions.has(token.word) || /^(?:who|which|that|and)$/u.test(token.word))
    )
      break
    voice = voiceOfNamed(tokens, at) ?? (token.isName ? 'others' : voice)
  }
  return voice
}

interface Subject {
  readonly voice: Voice
  readonly at: number
}

/** Who says what the verb at `verb` says: the nearest noun before it that hangs on no preposition. */
export function subjectBefore(tokens: readonly EnglishToken[], verb: number): Subject | undefined {
  let hanging: (Subject & { readonly preposition: string }) | undefined
  let whole: Subject | undefined
  let owner: Subject | undefined
  let at = verb - 1
  const mark = tokens[at]?.text ?? ''
  if (/^[,—–)]$/u.test(mark)) {
    const pair = mark === ')' ? '(' : mark
    const opening = tokens.findLastIndex(({ text }, index) => index < at && text === pair)
    at = (opening === -1 ? at : opening) - 1
  }
  for (; at >= Math.max(0, verb - mostToSubject - 12); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.sort === 'quoted' || /^[;:()—]$/u.test(token.text)) break
    if (isUnknownAntecedent(tokens, at)) return hanging ?? { voice: 'unsure', at }
    const isGenitive = token.isGenitive && at < verb - 1
    const voice = isGenitive ? undefined : voiceOfSubject(tokens, at, verb)
    if (isGenitive && (token.voice !== undefined || token.isName)) owner ??= { voice: 'unsure', at }
    if (voice === undefined) continue
    const preposition = prepositionBefore(tokens, at)
    if (preposition === undefined) {
      const isPart = partNouns.has(token.word) || voice === 'unsure'
      return isPart && whole !== undefined ? { voice: whole.voice, at } : { voice, at }
    }
    if (preposition === 'of') whole = { voice, at }
    hanging ??= { voice, at, preposition }
  }
  return hanging ?? owner
}

function voiceOfSubject(
  tokens: readonly EnglishToken[],
  at: number,
  verb: number,
): Voice | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const known = voiceOfNamed(tokens, at)
  if (known !== undefined) return known
  if (!token.isName) return undefined
  const isFirst = at === 0 || tokens[at - 1]?.sort === 'quoted'
  if (!isFirst) return 'others'
  const next = tokens[at + 1]
  const isNamed = at === verb - 1 || next?.isCapital === true || next?.text === ','
  return isNamed || (next !== undefined && /^(?:has|have|had|also|then|once|now)$/u.test(next.word))
    ? 'others'
    : undefined
}

/** `the harbour master said`: somebody whom no list has. */
function voiceOfStranger(
  tokens: readonly EnglishToken[],
  at: number,
  verb: string,
): Voice | undefined {
  const noun = tokens[at - 1]
  const isNoun = noun?.sort === 'word' && !clauseStarts.has(noun.word) && !noNames.has(noun.word)
  return isNoun && ofPeople.has(verb) ? 'unsure' : undefined
}

/** `a manifesto that`: who speaks is not known. */
function isUnknownAntecedent(tokens: readonly EnglishToken[], at: number): boolean {
  if (!/^(?:that|which|who)$/u.test(tokens[at]?.word ?? '')) return false
  const noun = tokens[at - 1]
  if (noun?.sort !== 'word' || noun.voice !== undefined || noun.isName) return false
  return (
    verbAt(tokens, at - 1) === undefined &&
    !determiners.has(noun.word) &&
    !nounPrepositions.has(noun.word)
  )
}

/** Who speaks by the noun at `at`: `California’s law` and `the Smith plan` may be other works than the one that is cited. */
function voiceOfNamed(tokens: readonly EnglishToken[], at: number): Voice | undefined {
  const token = tokens[at]
  if (token?.voice !== 'own' || token.sort === 'own' || token.word.startsWith('it'))
    return token?.voice
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const before = tokens[back]
    if (before?.sort !== 'word' || determiners.has(before.word)) break
    const isNamed = before.isName && before.voice === undefined && (back > 0 || before.isGenitive)
    const isOthers = before.isGenitive && before.voice === 'others'
    const isPublished = token.word === 'page' && (isNamed || before.voice === 'unsure')
    if (isPublished || (isOthers && partNouns.has(token.word))) return 'others'
    if (isNamed || isOthers) return 'unsure'
  }
  return 'own'
}

/** `of the plan`, `to the whole act`. */
function prepositionBefore(tokens: readonly EnglishToken[], at: number): string | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const token = tokens[back]
    if (token?.sort !== 'word') return undefined
    if (nounPrepositions.has(token.word)) return token.word
    if (verbAt(tokens, back) !== undefined) return undefined
  }
  return undefined
}

/** `Senator Hawley: “…”`. */
function colonVoice(before: readonly EnglishToken[]): Speaking | undefined {
  if (before.length === 0 || before.length > 8 || !/^[:—]$/u.test(before.at(-1)?.text ?? ''))
    return undefined
  if (before.some(({ voice }) => voice === 'own')) return { voice: 'own', isNear: true }
  const isKnown = before.some(({ voice }) => voice === 'others')
  const voice = voiceFrom(before, 0)
  return voice === undefined ? undefined : { voice: isKnown ? voice : 'unsure', isNear: true }
}

/** Whether somebody is named who could speak. */
export function namesSpeaker(tokens: readonly EnglishToken[]): boolean {
  return tokens.some(({ voice, word, isName, text }, at) => {
    if (voice !== undefined)
      return voice === 'others' && !/^(?:one|some|many|people|who|others|my|our|us)$/u.test(word)
    const next = tokens[1]
    const isFirst = at === 0 && next?.isCapital !== true && next?.text !== ','
    return isName && !isFirst && !/^\p{Lu}{2,6}$/u.test(text)
  })
}
