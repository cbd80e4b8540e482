import type { VoiceAsked, Voice } from './asked.ts'
import { voiceInChinese } from './chinese.ts'
import { voiceInEnglish } from './english.ts'

/**
 * Whose words a quotation has. Read are who speaks before and behind it (`as Senator X said`, `说`), that words
 * are only talked about (`so-called`, `所谓`), and that they are the title of another work or denied to
 * stand there; without any of these a quotation with a citation right behind it is the instrument’s.
 * Never throws, and costs no more than reading what stands beside it.
 */
export function voiceOf(asked: VoiceAsked): Voice {
  const { beside, words } = asked
  const around = beside.before + beside.behind
  const isChinese = /\p{sc=Han}/u.test(around === '' ? words : around)
  return isChinese ? voiceInChinese(asked) : voiceInEnglish(asked)
}
