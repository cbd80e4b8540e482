import { otherWork, ownWork } from '../../../../report/quoted/besideQuotation.ts'
import {
  makers,
  namesOfTypes,
  neutralNames,
  noNames,
  othersNouns,
  instrumentNouns,
  partNouns,
  particularKinds,
  worksOfWords,
} from './englishWords.ts'
import type { VoiceAsked, Voice } from './asked.ts'

/** A word or a mark of a sentence. */
export interface EnglishToken {
  /** `own` and `other` are citations in the text and names of works; `quoted` stands for another quotation. */
  readonly sort: 'word' | 'mark' | 'own' | 'other' | 'quoted'
  readonly text: string
  /** In small letters, without the ending of a genitive. */
  readonly word: string
  readonly isCapital: boolean
  readonly isGenitive: boolean
  /** Who speaks, if the word says so. */
  readonly voice: Voice | undefined
  /** Whether it may be the name of somebody. */
  readonly isName: boolean
}

const pattern = /“[^”]*”?|[\p{L}\p{N}][\p{L}\p{N}'.&-]*|\S/gu

/** The words and marks of `text`; what is called by one of `names` is `own`, in quotation marks as well. */
export function readTokens(
  text: string,
  own: Pick<VoiceAsked, 'names' | 'types'>,
): readonly EnglishToken[] {
  const named = own.names.reduce(
    (sentence, name) => sentence.replaceAll(straight(name), ` ${ownWork}`),
    straight(text),
  )
  const inNames = wordsOf(own.names)
  const joined = named.replaceAll(severalWords, (work) =>
    inNames.has(work.split(/\s/u)[0]?.toLowerCase() ?? '') ? work : work.replaceAll(/\s/gu, '-'),
  )
  const tokens = [...joined.matchAll(pattern)].map(([found]) => tokenOf(found, own.types, inNames))
  return tokens.map((one, at) =>
    isOrganisation(one, tokens[at - 1]) || isNamedText(tokens, at, inNames)
      ? { ...one, voice: 'others' }
      : one,
  )
}

const severalWords = new RegExp(`\\b(?:${worksOfWords.join('|').replaceAll('-', '\\s')})\\b`, 'giu')

/** The words of `names`, in small letters. */
function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)))
}

/** `Digital Services Act`: a name of two words at least that is not one of the cited instrument. */
function isNamedText(
  tokens: readonly EnglishToken[],
  at: number,
  inNames: ReadonlySet<string>,
): boolean {
  const token = tokens[at]
  if (token?.sort !== 'word' || token.voice !== 'own' || !token.isCapital) return false
  const kind = [...namesOfTypes.values()].some((nouns) => nouns.has(token.word))
  if (!kind && token.word !== 'framework') return false
  const before = tokens.slice(Math.max(0, at - 2), at)
  return (
    before.length === 2 &&
    before.every(({ isName, isGenitive, voice }) => isName && !isGenitive && voice === undefined) &&
    before.some(({ word }) => !inNames.has(word))
  )
}

/** `Information Technology Industry Council` makes no instrument. */
function isOrganisation(
  { voice, isCapital, word }: EnglishToken,
  before: EnglishToken | undefined,
): boolean {
  return voice === 'unsure' && isCapital && word !== 'house' && before?.isName === true
}

/** Apostrophes made one, at the length of `text`. */
function straight(text: string): string {
  return text.replaceAll('’', "'")
}

function tokenOf(
  text: string,
  types: readonly string[],
  inNames: ReadonlySet<string>,
): EnglishToken {
  const inner = /^“\s*(.)/u.exec(text)?.[1]
  const mark = inner ?? text
  if (mark === ownWork && text.length < 12) return token('own', text, 'own')
  if (mark === otherWork) return token('other', text, 'others')
  if (text.startsWith('“')) return token('quoted', text, undefined)
  if (!/^[\p{L}\p{N}]/u.test(text)) return token('mark', text, undefined)
  const read = token('word', text, undefined)
  const isName = read.isCapital && !noNames.has(read.word) && !neutralNames.has(read.word)
  const voice = voiceOfWord(read.word, types)
  const isForeign = voice === 'own' && particularKinds.has(read.word) && !inNames.has(read.word)
  return { ...read, isName, voice: isForeign ? foreignVoice(read) : voice }
}

/** `the Directive`, where the cited instrument is none; in small letters anything may be called so. */
function foreignVoice({ isCapital }: EnglishToken): Voice {
  return isCapital ? 'others' : 'unsure'
}

/** What an instrument of another type is called may stand for the one that is cited, or not. */
function voiceOfWord(word: string, types: readonly string[]): Voice | undefined {
  if (instrumentNouns.has(word) || partNouns.has(word)) return 'own'
  if (othersNouns.has(word)) return 'others'
  for (const [type, nouns] of namesOfTypes) {
    if (nouns.has(word))
      return types.includes(type) || types.every((own) => !namesOfTypes.has(own)) ? 'own' : 'unsure'
  }
  return makers.has(word) ? 'unsure' : undefined
}

function token(sort: EnglishToken['sort'], text: string, voice: Voice | undefined): EnglishToken {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text
  const word = bare.replace(/'s?$/u, '').toLowerCase()
  const isGenitive = /'s?$/u.test(bare) && !/^(?:it|that|this|he|she|what|who|there)$/u.test(word)
  const isCapital = /^\p{Lu}/u.test(text)
  return { sort, text, word, isCapital, isGenitive, voice, isName: false }
}
