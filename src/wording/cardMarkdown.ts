import type { AgencyName, Card, Counterpart } from '../core/corpus/card.ts'
import { colonIn, nameIn, type Language } from '../core/corpus/language.ts'
import type { Measure, Provision } from '../core/corpus/provision.ts'
import type { QuotedPassage } from '../core/official/quotedPassage.ts'
import type { PageMismatch } from '../core/citation/pages.ts'
import { divisionsAndChain } from '../core/citation/locatorLabels.ts'
import { officialPageUrl } from '../core/citation/officialPage.ts'
import { inertMarkdown } from '../core/text/inertMarkdown.ts'
import { isSimplified, isTraditional } from '../core/text/scripts.ts'
import {
  claimantText,
  confidenceText,
  dimensionText,
  endedText,
  measureLabel,
  mismatchText,
  pagesText,
  relationText,
  statementText,
  statusText,
  stepText,
  supportText,
  verdictText,
} from './wording.ts'
import { wordsIn, type Words } from './words.ts'

/** How many children a card lists; the largest section of the American plan has nine actions. */
const mostChildren = 30

/** How much of a passage a card shows, in UTF-16 units. */
const longestPassage = 1500

/** How many claims and counterparts a card lists. */
const mostMentions = 6

/** What a card shows beside what the corpus says. */
export interface CardExtras {
  readonly mismatches?: readonly PageMismatch[]
  /** The words of a citation that go deeper than the corpus: `(1)` of `art. 3(1)`. */
  readonly deeper?: string
  /** From the analyst's copy of the official document. */
  readonly passage?: QuotedPassage
  /** The analyst's own corpus file that the provision comes from; none for the library. */
  readonly ownFile?: string
}

/**
 * The card of a provision as Markdown for an untrusted `MarkdownString`, in one language. Every text of
 * the corpus passes {@link inertMarkdown}; the only link is the checked `https:` address of the
 * instrument.
 */
export function cardMarkdown(
  card: Card,
  language: Language,
  { mismatches = [], deeper, passage, ownFile }: CardExtras = {},
): string {
  const t = wordsIn(language)
  return [
    heading(card, language),
    ...warnings(card, language, mismatches).map((warning) => `⚠ ${inertMarkdown(warning)}`),
    lines([path(card, language), standing(card, language), depth(card, deeper, language, t)]),
    summary(card, language, t),
    officialWords(passage, language, t),
    verdict(card, language),
    facts(card, language, t),
    children(card, language, t),
    claims(card, language, t),
    counterparts(card, language, t),
    provenance(card, t),
    list(t('From your own corpus'), ownFile === undefined ? [] : [ownFile]),
    [links(card, t), inWhoseWords(card, t)].filter(isSaid).join(' · '),
  ]
    .filter(isSaid)
    .join('\n\n')
}

/** What a reader must know before citing: an instrument that no longer holds, a page that is not there. */
function warnings(
  { instrument }: Card,
  language: Language,
  mismatches: readonly PageMismatch[],
): readonly string[] {
  const ended = instrument && endedText(instrument, language)
  return [
    ...(ended === undefined ? [] : [ended]),
    ...mismatches.map((mismatch) => mismatchText(mismatch, language)),
  ]
}

function isSaid(part: string): boolean {
  return part !== ''
}

/** Parts that are said, each on a line of one paragraph. */
function lines(parts: readonly string[]): string {
  return parts.filter(isSaid).join('  \n')
}

function heading({ provision }: Card, language: Language): string {
  const title = nameIn(provision.titles, language)
  const english = provision.titles.en === title ? [] : [`*${inertMarkdown(provision.titles.en)}*`]
  return lines([`**${inertMarkdown(title)}** \`${provision.key}\``, ...english])
}

/** Where it stands; of a whole instrument the heading has said it. */
function path({ path: above, provision, instrument }: Card, language: Language): string {
  if (provision.level === 'instrument') return ''
  const { divisions, chain } = divisionsAndChain([...above, provision])
  const whole = instrument ?? provision
  const steps = divisions.map((step) =>
    step === provision ? measureLabel([step], language, whole) : stepText(step, language, whole),
  )
  const last = chain.length === 0 ? [] : [measureLabel(chain, language, whole)]
  return [nameIn(whole.titles, language), ...steps, ...last].map(inertMarkdown).join(' › ')
}

/** How far the corpus goes, where more was cited than it has. */
function depth(
  { path: above, provision, instrument }: Card,
  deeper: string | undefined,
  language: Language,
  t: Words,
): string {
  if (deeper === undefined) return ''
  const words = inertMarkdown(deeper)
  if (provision.level === 'instrument') {
    return t('“{0}” is cited, of which the corpus has nothing.', words)
  }
  const { chain } = divisionsAndChain([...above, provision])
  const steps = provision.level === 'division' ? [provision] : chain
  const last = measureLabel(steps, language, instrument ?? provision)
  return t('“{0}” is cited; the corpus goes no deeper than this: {1}.', words, inertMarkdown(last))
}

/** Our summary, in English where there is none in the reader's language, which is said. */
function summary({ provision }: Card, language: Language, t: Words): string {
  if (provision.summary === undefined) return ''
  const text = nameIn(provision.summary, language)
  const isForeign = language !== 'en' && text === provision.summary.en
  return isForeign ? `${t('(in English)')} ${inertMarkdown(text)}` : inertMarkdown(text)
}

/** The issuer's own words, as a quotation; of a long passage its beginning. */
function officialWords(passage: QuotedPassage | undefined, language: Language, t: Words): string {
  if (passage === undefined || passage.text === '') return ''
  const { text, pages } = passage
  const shown = text.length > longestPassage ? `${text.slice(0, longestPassage)}…` : text
  const page = pages === undefined ? '' : ` (${pagesText(pages, language)})`
  const quoted = shown.split('\n\n').map((paragraph) => `> ${inertMarkdown(paragraph)}`)
  return [`**${t('The issuer’s own words')}**${page}`, quoted.join('\n>\n')].join('\n\n')
}

/** Of a claim: whether the provisions say it, which they are, and where else it comes from. */
function verdict(card: Card, language: Language): string {
  const { provision, about, aboutInstrument } = card
  const claim = provision.level === 'measure' ? provision.claim : undefined
  if (claim === undefined) return ''
  const origin = claim.origin === undefined ? '' : inertMarkdown(nameIn(claim.origin, language))
  const said = verdictText(claim, aboutInstrument, about.length > 0, language)
  const shown = about.slice(0, mostMentions).map((one) => provisionLine(one, language))
  return lines([said === undefined ? '' : `**${inertMarkdown(said)}** ${origin}`.trim(), ...shown])
}

function provisionLine(provision: Provision, language: Language, note = ''): string {
  const page =
    provision.level === 'instrument' || provision.pages === undefined
      ? ''
      : ` (${pagesText(provision.pages, language)})`
  const title = inertMarkdown(nameIn(provision.titles, language))
  return `\`${provision.key}\` ${title}${page}${note === '' ? '' : ` · ${note}`}`
}

function facts(card: Card, language: Language, t: Words): string {
  const { provision } = card
  return lines([
    ...claimFacts(provision, language, t),
    agencies(t('Led by'), card.lead, language),
    agencies(t('Through'), card.through, language),
    agencies(t('With'), card.with, language),
    list(t('Refers to'), provision.level === 'measure' ? provision.refs : []),
    card.twins.length === 0
      ? ''
      : `**${t('Printed a second time as')}** ${card.twins.map((twin) => `\`${twin.key}\``).join(', ')}`,
    list(t('Also known as'), aliasesFor(provision, language)),
  ])
}

function claimFacts(provision: Provision, language: Language, t: Words): readonly string[] {
  const claim = provision.level === 'measure' ? provision.claim : undefined
  if (claim === undefined) return []
  const speaker = claimantText(claim, language)
  const kind = statementText(claim, language)
  const compared = dimensionText(claim, language)
  return [
    list(t('Said by'), speaker === undefined ? [] : [speaker]),
    list(t('Kind of claim'), kind === undefined ? [] : [kind]),
    list(t('Compares'), compared === undefined ? [] : [compared]),
  ]
}

/** The aliases in the reader's script: Chinese ones help no English reader, and the reverse. */
function aliasesFor({ aliases }: Provision, language: Language): readonly string[] {
  const isChinese = (alias: string): boolean => /\p{Script=Han}/u.test(alias)
  if (language === 'en') return aliases.filter((alias) => !isChinese(alias))
  const isReadable = language === 'zh-Hans' ? isSimplified : isTraditional
  return aliases.filter((alias) => isChinese(alias) && isReadable(alias))
}

function agencies(label: string, names: readonly AgencyName[], language: Language): string {
  return list(
    label,
    names.map((name) => agencyText(name, language)),
  )
}

function agencyText({ code, agency }: AgencyName, language: Language): string {
  return agency === undefined ? code : `${nameIn(agency.names, language)} (${code})`
}

function list(label: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `**${label}** ${values.map(inertMarkdown).join('; ')}`
}

/** Page, issuer and date: where and when the issuer said it, and whether it binds. */
function standing({ provision, instrument }: Card, language: Language): string {
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  const confidence = provision.confidence ?? instrument?.confidence
  return [
    pages === undefined ? undefined : pagesText(pages, language),
    instrument?.issuer && nameIn(instrument.issuer, language),
    instrument?.issued,
    instrument && statusText(instrument, language),
    confidence && confidenceText(confidence, language),
  ]
    .filter((part) => part !== undefined)
    .map(inertMarkdown)
    .join(' · ')
}

function children({ children: below }: Card, language: Language, t: Words): string {
  const shown = below.map(
    (child) => `\`${child.key}\` ${inertMarkdown(nameIn(child.titles, language))}`,
  )
  return bulleted(shown, mostChildren, t)
}

/** What is said of the provision, by whom, and whether it bears that out. */
function claims({ claims: said }: Card, language: Language, t: Words): string {
  if (said.length === 0) return ''
  const shown = said.map((measure) => claimLine(measure, language))
  return `**${t('What is said of it')}**\n\n${bulleted(shown, mostMentions, t)}`
}

function claimLine({ key, titles, claim }: Measure, language: Language): string {
  const title = nameIn(titles, language)
  const speaker = claim?.speaker === undefined ? undefined : nameIn(claim.speaker, language)
  const said = speaker === undefined ? title : `${speaker}${colonIn(language)}${title}`
  const support =
    claim?.supported === undefined ? '' : ` · ${supportText(claim.supported, language)}`
  return `\`${key}\` ${inertMarkdown(said + support)}`
}

function counterparts({ counterparts: related }: Card, language: Language, t: Words): string {
  if (related.length === 0) return ''
  const shown = related.map((counterpart) => counterpartLine(counterpart, language))
  return `**${t('Counterparts')}**\n\n${bulleted(shown, mostMentions, t)}`
}

function counterpartLine({ provision, type, relation }: Counterpart, language: Language): string {
  const stop = language === 'en' ? '. ' : '。'
  const reason = relation.reason === undefined ? '' : nameIn(relation.reason, language)
  return provisionLine(
    provision,
    language,
    inertMarkdown(`${relationText(type, language)}${stop}${reason}`.trim()),
  )
}

function bulleted(shown: readonly string[], most: number, t: Words): string {
  const rest = shown.length - most
  return [...shown.slice(0, most), ...(rest > 0 ? [t('… and {0} more', rest)] : [])]
    .map((line) => `- ${line}`)
    .join('\n')
}

/** Of a whole instrument: what its facts were read from, and when. */
function provenance({ provision }: Card, t: Words): string {
  if (provision.level !== 'instrument') return ''
  return lines([
    list(t('Facts from'), provision.provenance === undefined ? [] : [provision.provenance]),
    list(t('Checked'), provision.checked === undefined ? [] : [provision.checked]),
  ])
}

function links({ provision, instrument, path: above }: Card, t: Words): string {
  const url = instrument && officialPageUrl(instrument, provision, above)
  if (url === undefined) return ''
  const { host } = new URL(url)
  const page = provision.level === 'instrument' ? undefined : provision.pages?.first
  const label =
    page === undefined
      ? t('Official document ({0})', host)
      : t('Official document, p. {0} ({1})', page, host)
  return `[${inertMarkdown(label)}](${url})`
}

function inWhoseWords({ provision, hasPrintedHeading }: Card, t: Words): string {
  if (!hasPrintedHeading) {
    return `*${t('Title and summary are Policy Citation’s words, not the issuer’s.')}*`
  }
  return [
    provision.level === 'instrument' ? '' : t('The English title is the printed heading.'),
    provision.summary === undefined
      ? ''
      : t('The summary is Policy Citation’s words, not the issuer’s.'),
  ]
    .filter(isSaid)
    .map((sentence) => `*${sentence}*`)
    .join(' ')
}
