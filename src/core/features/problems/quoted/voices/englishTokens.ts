import { otherWork, ownWork } from '../../../../report/quoted/besideQuotation.ts'
import {
  makers,
  namesOfTypes,
  neutralNames,
  noNames,
  othersNouns,
  instrumentNouns,
  partNouns,
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
  { names, types }: Pick<VoiceAsked, 'names' | 'types'>,
): readonly EnglishToken[] {
  const named = names.reduce(
    (sentence, name) => sentence.replaceAll(straight(name), ` ${ownWork}`),
    straight(text),
  )
  const tokens = [...named.matchAll(pattern)].map(([found]) => tokenOf(found, types))
  return tokens.map((one, at) =>
    isOrganisation(one, tokens[at - 1]) ? { ...one, voice: 'others' } : one,
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

function tokenOf(text: string, types: readonly string[]): EnglishToken {
  const inner = /^“\s*(.)/u.exec(text)?.[1]
  const mark = inner ?? text
  if (mark === ownWork && text.length < 12) return token('own', text, 'own')
  if (mark === otherWork) return token('other', text, 'others')
  if (text.startsWith('“')) return token('quoted', text, undefined)
  if (!/^[\p{L}\p{N}]/u.test(text)) return token('mark', text, undefined)
  const read = token('word', text, undefined)
  const isName = read.isCapital && !noNames.has(read.word) && !neutralNames.has(read.word)
  return { ...read, isName, voice: voiceOfWord(read.word, types) }
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
