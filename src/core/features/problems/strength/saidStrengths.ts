import { markOwnNames, ownMark, ownNamesOf } from '../../../citation/laws/ownNames.ts'
import type { Instrument } from '../../../corpus/provision.ts'
import { isAscii } from '../../../text/characters.ts'
import type { Span } from '../../../text/span.ts'
import { fold } from '../../../words/fold.ts'
import {
  credits,
  creditsBehind,
  deeds,
  demands,
  duties,
  isQuoting,
  mild,
  otherSource,
  unsureBefore,
  type SaidKind,
} from './strengthWords.ts'

/** How strongly a sentence says that something is put. */
export interface SaidStrength {
  readonly kind: SaidKind
  /** Of the words that say it, in the sentence. */
  readonly span: Span
  /** Whether it is said of the instrument itself, or with its name. */
  readonly isCredited: boolean
  /** Where the words stand that name whom it binds. */
  readonly who: Span
  /** What these must do, folded. */
  readonly what: string
  /** Whether the sentence names the instrument behind that: `must publish it under the plan`. */
  readonly isCreditedBehind: boolean
}

/** `words` folded at their length, with a blank for each white space and mark of emphasis. */
export function foldedWords(words: string): string {
  const folded = isAscii(words) ? words.toLowerCase() : Array.from(words, foldedAlike).join('')
  return folded.replace(/[\s*_]/gu, ' ')
}

/** What {@link foldedWords} makes of `words`, with {@link ownMark} for each character of a name of `instrument`. */
export function markedText(words: string, plain: string, instrument: Instrument): string {
  const marked = markOwnNames(words, ownNamesOf(instrument))
  const text = Array.from(marked.matchAll(ownRun)).reduce(
    (said, { 0: run, index }) => said.slice(0, index) + run + said.slice(index + run.length),
    plain,
  )
  const whose = whoseOf.get(instrument.key.slice(0, 2))
  return whose === undefined ? text : text.replace(whose, (name) => ownMark.repeat(name.length))
}

const ownRun = new RegExp(`${ownMark}+`, 'gu')

/** What instruments of a region are called with its name: `White House plan`, `英国的行动计划`. */
const whoseOf: ReadonlyMap<string, RegExp> = new Map(
  [
    ['us', 'nist|white house|trump|u\\.?s\\.?|american|federal', '美国|白宫|特朗普|川普'],
    ['uk', 'uk|british|british government', '英国'],
    ['un', 'un', '联合国'],
    ['cn', 'chinese', '中国'],
    ['eu', 'eu|european', '欧盟'],
  ].map(([region = '', english = '', chinese = '']) => [
    region,
    new RegExp(
      `(?<![a-z])(?:${english})(?:['’]s)? (?:(?:ai|action|opportunities) ){0,3}(?:plan|framework|initiative|act|order|agenda)(?![a-z])|(?<![a-z])(?:${english})(?:['’]s)? (?=\u0002)|(?:${chinese})的?(?:ai|人工智能|行动){0,3}(?:计划|框架|倡议|法案|行政令|行政命令)`,
      'gu',
    ),
  ]),
)

function foldedAlike(character: string): string {
  const folded = fold(character)
  return folded.length === character.length ? folded : character
}

/** What recommendations are called, which puts nothing mildly. */
const ownMild = /(?:the|this) recommendation|recommended policy actions?|[这该此本]项?建议/gu

/** What `text`, as {@link markedText} gives it, says for certain of how strongly something is put. */
export function saidStrengths(text: string): readonly SaidStrength[] {
  const isMild = mild.test(text.replace(ownMild, ''))
  const found = deeds.flatMap(([kind, pattern]) => {
    const match = pattern.exec(text)
    const verb = match?.groups?.['verb'] ?? match?.groups?.['said']
    if (match === null || verb === undefined || (kind === 'duty' && isMild)) return []
    const start = match.index + match[0].length - verb.length
    return [deedAt(text, kind, { start, end: start + verb.length })]
  })
  const all = isMild ? found : [...found, ...dutiesIn(text)]
  return all.filter(({ kind, span, isCredited }) => {
    const before = text.slice(0, span.start)
    const after = /^[^.;。]*/u.exec(text.slice(span.end))?.[0] ?? ''
    const isOfOther = otherSource.test(after) && (kind === 'force' || !isCredited)
    return !isQuoting.test(before) && !unsureBefore.test(before) && !isOfOther
  })
}

/** What stands behind the verb: `agencies to …`, `that agencies …`. */
function deedAt(text: string, kind: SaidKind, span: Span): SaidStrength {
  const rest = text.slice(span.end)
  const [, lead = '', who = ''] = /^( +(?:that )?| *)([^.,;:。]*)/u.exec(rest) ?? []
  const start = span.end + lead.length
  const to = / to (?=[a-z])/u.exec(who)?.index
  return {
    ...{ kind, span, isCredited: true, isCreditedBehind: false },
    who: { start, end: start + (to ?? Math.min(who.length, farthest)) },
    what: to === undefined ? who : who.slice(to),
  }
}

/** So much in front tells whom a duty binds, in UTF-16 units. */
const farthest = 40

/** Up to where another clause begins. */
const clause =
  /^(?:(?!, (?:and|which|but|so|while) | (?:when|before|after|while|because|once) |,[这此而但故却因])[^.;。])*/u

function dutiesIn(text: string): readonly SaidStrength[] {
  return Array.from(text.matchAll(duties), ({ 0: duty, index }) => {
    const span = { start: index, end: index + duty.length }
    const [before, after] = [text.slice(0, index), text.slice(span.end)]
    const isCredited = duty.includes(ownMark) || credits.test(before)
    return {
      ...{ kind: 'duty', span, isCredited },
      who: { start: Math.max(0, index - farthest), end: index },
      what: demands.test(after) ? '' : (clause.exec(after)?.[0] ?? ''),
      isCreditedBehind: creditsBehind.test(after),
    }
  })
}
