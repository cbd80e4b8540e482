import { citedPlaces } from '../../../citation/meaning.ts'
import { ownMark } from '../../../citation/laws/ownNames.ts'
import { instrumentOf, measuresWithin, type Corpus } from '../../../corpus/corpus.ts'
import { allNames } from '../../../corpus/language.ts'
import type { NamedThing } from '../../../names/namedThings.ts'
import type { Agency, Instrument, Measure, Provision, Strength } from '../../../corpus/provision.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../../report/report.ts'
import { movedSpan, sliceSpan, type Span } from '../../../text/span.ts'
import { fold } from '../../../words/fold.ts'
import { sharesHalf, allSaidBy } from '../dateTopics.ts'
import { keepsApart, namesOther } from '../keepsApart.ts'
import { involves, namedAgencies } from '../namedAgencies.ts'
import { markedText, foldedWords, saidStrengths, type SaidStrength } from './saidStrengths.ts'
import {
  agents,
  beforeDuty,
  describing,
  noAgents,
  opening,
  telltale,
  unsure,
} from './strengthWords.ts'

/** A sentence that puts what it cites more strongly than its text does, or less. */
export interface OtherStrength {
  /** Of the words that say how strongly. */
  readonly span: Span
  /** These words, as written. */
  readonly said: string
  readonly provision: Provision
  /** How the text puts it; absent where it is what the sentence says of an instrument that binds nobody. */
  readonly strength?: Strength
  readonly isStronger: boolean
}

/** What a sentence cites, and how it is read. */
interface Cited {
  readonly instrument: Instrument
  readonly provisions: readonly Provision[]
  readonly corpus: Corpus
  /** Of the provisions and all below them. */
  readonly strengths: readonly Strength[]
  /** Whether it ever bound anybody. */
  readonly isVoluntary: boolean
  /** The sentence, and the same as {@link markedText} has it. */
  readonly words: string
  readonly text: string
}

/**
 * The `sentences` of `report` that say *must* or *requires*, *bans*, *funds* or *in force* of what only
 * recommends or permits, and those that say *recommends* of what binds; how strongly a provision is put is
 * known from its `strength` and from the status of its instrument alone. Only what is certain: all that is
 * cited is of one instrument and put so; the sentence names the instrument or one of its parts for it, or
 * begins with an agency of the measure that must do what the measure is about; it names no other law and
 * says nothing of a condition, a wish, a view, another speaker or another time.
 */
export function findOtherStrengths(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
): readonly OtherStrength[] {
  return sentences.flatMap((sentence) => {
    const { words } = sentence
    if (words.length > longestRead || !telltale.test(words) || keepsApart(words)) return []
    const cited = citedBy(sentence, report, corpus)
    if (cited === undefined || (isBinding(cited) && !mayAdvise.test(words))) return []
    const marked = withNarrative(sentence)
    const plain = foldedWords(marked)
    if (unsure.test(plain)) return []
    const text = markedText(marked, plain, cited.instrument)
    const [found] = saidStrengths(text).flatMap((said) => {
      const other = otherThan(said, { ...cited, words: marked, text })
      if (other === undefined) return []
      const span = movedSpan(said.span, sentence.span.start - marked.length + words.length)
      return [{ ...other, span, said: sliceSpan(marked, said.span) }]
    })
    const named = words.replace(/法[规規]|AI (?=law|rules)/gu, '  ')
    return found === undefined || namesOther(named, cited.instrument) ? [] : [found]
  })
}

/** What the sentence cites, where all of it is of one instrument. */
function citedBy(
  { citations }: CitedSentence,
  report: Report,
  corpus: Corpus,
): Omit<Cited, 'words' | 'text'> | undefined {
  const places = meaningsIn(report, corpus, citations).map(citedPlaces)
  if (places.some(({ length }) => length === 0)) return undefined
  const provisions = [...new Set(places.flat().map(({ provision }) => provision))]
  const [instrument, ...others] = new Set(provisions.map(({ key }) => instrumentOf(corpus, key)))
  if (instrument === undefined || others.length > 0) return undefined
  const strengths = provisions.flatMap((one) =>
    measuresWithin(corpus, one).flatMap(({ strength }) => strength ?? []),
  )
  const isVoluntary = instrument.status === 'not-binding' || instrument.status === 'review'
  return { instrument, provisions, corpus, strengths, isVoluntary }
}

/** Whether all that is cited binds: it can be put only too weakly. */
function isBinding({ isVoluntary, strengths }: Pick<Cited, 'isVoluntary' | 'strengths'>): boolean {
  return !isVoluntary && strengths.every((one) => one === 'must' || one === 'shall')
}

const mayAdvise = /recomm|advis|suggest|建[议議]/iu

/** Of longer sentences nothing is certain, in UTF-16 units. */
const longestRead = 1000

/** The words of a sentence with {@link ownMark} for a citation in the text; before the words where it begins with one. */
function withNarrative({ words, span, citations }: CitedSentence): string {
  const narrative = citations.find(({ form }) => form === 'narrative')
  if (narrative === undefined) return words
  const at = narrative.markerSpan.start - span.start
  return at < 0 ? `${ownMark} ${words}` : words.slice(0, at) + ownMark + words.slice(at + 1)
}

type Other = Pick<OtherStrength, 'provision' | 'strength' | 'isStronger'>

function otherThan(said: SaidStrength, cited: Cited): Other | undefined {
  const { instrument, provisions, strengths, isVoluntary } = cited
  const [provision] = provisions
  if (provision === undefined) return undefined
  const strength = provision.level === 'measure' ? provision.strength : undefined
  const put = { provision, ...(strength !== undefined && { strength }) }
  const areStrong = strengths.map((one) => one === 'must' || one === 'shall')
  switch (said.kind) {
    case 'force':
      return isVoluntary ? { provision: instrument, isStronger: true } : undefined
    case 'ban':
    case 'money':
      return isVoluntary && !areStrong.includes(true) ? { provision, isStronger: true } : undefined
    case 'duty': {
      if (areStrong.includes(true)) return undefined
      const isRecommended = isVoluntary || (instrument.type === 'plan' && strengths.length > 0)
      const isOther = isRecommended
        ? isMeant(said, cited) && !(saysShould(said, cited) && strengths.includes('should'))
        : isPermitted(said, cited)
      return isOther ? { ...put, isStronger: true } : undefined
    }
    case 'advice': {
      const isBinding = instrument.type === 'act' || instrument.type === 'order'
      const isWhole = strengths.length > 0 && provisions.length === 1 && !areStrong.includes(false)
      return isBinding && isWhole && !ofAdvice.test(fold(provision.summary?.en ?? ''))
        ? { ...put, isStronger: false }
        : undefined
    }
  }
}

/** What a text has that binds, and that itself speaks of advice. */
const ofAdvice = /\b(?:recommend|advi[cs]|opinion|encourag|suggest)/u

/** 应当 is what `should` is, too. */
function saysShould({ span }: SaidStrength, { text }: Cited): boolean {
  return sliceSpan(text, span) === '应当'
}

/** What abbreviates a body that the register does not have: `DSIT`. */
const acronym = /(?<![\p{L}\d])\p{Lu}{3,}(?![\p{L}\d])/u

/** Whether a duty is said for certain of what is cited, which recommends. */
function isMeant(said: SaidStrength, cited: Cited): boolean {
  const { text, words, corpus, provisions } = cited
  const { who, span, isCredited, isCreditedBehind, what } = said
  if (noAgents.test(sliceSpan(text, who))) return false
  const named = namedAgencies(words, corpus)
  if (who.start > span.start) {
    const verb = sliceSpan(text, span)
    if (/^(?:mandate|makes|impose)/.test(verb)) return true
    const binds =
      !/^[a-z]/.test(verb) ||
      text.slice(who.start - 6, who.start).endsWith(' that ') ||
      text.startsWith(' to ', who.end)
    const isNamed = named.some((one) => one.span.start >= who.start && one.span.end <= who.end)
    return (
      binds && (isNamed || acronym.test(sliceSpan(words, who)) || agents.test(sliceSpan(text, who)))
    )
  }
  const behind = named.find((one) =>
    /^ be [a-z]+ by (?:the )?$/u.test(text.slice(span.end, one.span.start)),
  )
  const addressee =
    behind ?? named.find((one) => beforeDuty.test(text.slice(one.span.end, span.start)))
  const addressed = addressee?.span.start ?? startOfAgent(text, who)
  if (behind === undefined && addressed !== undefined && describing.test(text.slice(0, addressed)))
    return false
  const isAddressed = addressed !== undefined || acronym.test(sliceSpan(words, who).slice(-8))
  if (isCredited || !isAddressed) return isAddressed
  const about = named.reduce(
    (said, one) => said.replace(sliceSpan(text, one.span), ' '),
    behind === undefined ? what : text.slice(0, span.start),
  )
  const isAlone =
    behind !== undefined || opening.test(text.slice(0, startOfList(addressee, named, text)))
  return provisions
    .flatMap((one) => measuresWithin(corpus, one))
    .filter((one) => sharesHalf(about, allSaidBy([one])))
    .some(
      (one) =>
        isCreditedBehind ||
        (addressee !== undefined && isAlone && involves(one, addressee.thing, corpus)),
    )
}

/** Where the first of the agencies begins that `text` names side by side, up to `last`. */
function startOfList(
  last: NamedThing<Agency> | undefined,
  named: readonly NamedThing<Agency>[],
  text: string,
): number {
  return named.reduceRight(
    (start, { span }) =>
      /^(?:,? (?:and )?(?:the )?|[、和与及])$/u.test(text.slice(span.end, start))
        ? span.start
        : start,
    last?.span.start ?? 0,
  )
}

/** Where those begin whom a text may bind, where the words at `before` end with them. */
function startOfAgent(text: string, before: Span): number | undefined {
  const words = sliceSpan(text, before)
  const found = [...words.matchAll(new RegExp(agents, 'gu'))].at(-1)
  return found !== undefined && beforeDuty.test(words.slice(found.index + found[0].length))
    ? before.start + found.index
    : undefined
}

const weak: ReadonlySet<Strength | undefined> = new Set([
  'may',
  'encouraged',
  'considers',
  'recommended',
])

/** Whether a duty is said of somebody whom the one cited provision of a binding instrument only permits the same. */
function isPermitted(
  { who, what, isCredited }: SaidStrength,
  { text, provisions }: Cited,
): boolean {
  const [measure, ...others] = provisions
  if (
    !isCredited ||
    measure?.level !== 'measure' ||
    others.length > 0 ||
    !weak.has(measure.strength)
  )
    return false
  const addressee = sliceSpan(text, who)
  return permissionsOf(measure).some(
    ([actor, deed]) =>
      addressee.includes(actor) && sharesHalf(what.slice(what.indexOf(actor) + 1), deed),
  )
}

/** What of a permission is more than one. */
const ofDuty = /\b(?:only|must|requir|oblig)|[仅才须]/u

/** Up to what says when or how. */
const mayDo =
  /(?<![a-z])([a-z]+) (?:may|can|(?:is|are) encouraged to|considers?) ((?:(?!, (?:[a-z]+ing|after|if|where|which|with|and|so|but|as) )[^;.])*)/u
const mayDoInChinese = /(\p{Script=Han}{3})可以?(?!能)([^,;。]*)/u

/** Who may do what by the summary of `measure`, folded: the last word of those, and the clause that says what. */
function permissionsOf({ summary, titles }: Measure): readonly (readonly [string, string])[] {
  const said = summary === undefined ? [] : allNames(summary).map(fold)
  const title = fold(allNames(titles).join(' '))
  return said.flatMap((text) => {
    const match = mayDo.exec(text) ?? mayDoInChinese.exec(text)
    const [, actor = '', deed = ''] = match ?? []
    return actor === '' || ofDuty.test(deed) ? [] : [[actor, `${deed} ${title}`] as const]
  })
}
