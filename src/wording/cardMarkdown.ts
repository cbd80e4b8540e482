import type { AgencyName, Card } from '../core/corpus/card.ts'
import { instrumentIdOf, pathOf, type Key } from '../core/corpus/key.ts'
import { nameIn, type Language, type Names } from '../core/corpus/language.ts'
import type { Instrument, Provision } from '../core/corpus/provision.ts'
import type { QuotedPassage } from '../core/official/quotedPassage.ts'
import type { PageMismatch } from '../core/citation/pages.ts'
import { divisionsAndChain } from '../core/citation/locatorLabels.ts'
import { styleNames, type OwnStyle } from '../core/printing/printed.ts'
import { officialPageUrl } from '../core/citation/address/officialPage.ts'
import { inertMarkdown } from '../core/text/inertMarkdown.ts'
import { isSimplified, isTraditional } from '../core/text/scripts.ts'
import {
  aboutList,
  childList,
  claimList,
  counterpartList,
  shownLines,
  type CardList,
} from './cardLists.ts'
import {
  agencyText,
  beside,
  isSaid,
  issuedParts,
  standingText,
  summaryText,
  warningTexts,
} from './cardHead.ts'
import {
  dayText,
  noteIn,
  claimantText,
  dimensionText,
  measureLabel,
  pagesText,
  statementText,
  stepsText,
  timeText,
  verdictText,
} from './wording.ts'
import { wordsIn, type Words } from './words.ts'

/** How much of a passage a card shows, in UTF-16 units. */
const longestPassage = 1500

/** What a card shows beside what the corpus says. */
export interface CardExtras {
  readonly mismatches?: readonly PageMismatch[]
  /** The words of a citation that go deeper than the corpus: `(1)` of `art. 3(1)`. */
  readonly deeper?: string
  /** From the analyst's copy of the official document. */
  readonly passage?: QuotedPassage
  /** The day of the text that it is of, where that must be told. */
  readonly textDay?: string
  /** The analyst's own corpus file that the provision comes from; none for the library. */
  readonly ownFile?: string
  /** How the citation will be printed. */
  readonly printed?: PrintedCitation
  /** Whether the key stands above the card, as it does in the details of a suggestion. */
  readonly isBelowKey?: boolean
}

/** How a report prints a citation: its words in a style that we print, else what the report calls its style. */
export type PrintedCitation =
  | { readonly kind: 'words'; readonly text: string; readonly style: OwnStyle }
  | { readonly kind: 'otherStyle'; readonly name: string }

/** What a link of a card does; each takes a key. */
export type CardAction = 'showPassage' | 'copyCitation' | 'showInCorpus' | 'browsePlan'

/** A link of a card. */
export interface CardLink {
  readonly action: CardAction
  readonly key: Key
  /** Markdown of our own words and a validated key: no text of a corpus. */
  readonly label: string
}

/** A part of a card that stands apart from the others: what may hold text of a corpus holds no links to commands. */
export type CardPart =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'links'; readonly links: readonly CardLink[] }

/**
 * The card of a provision in one language, part by part: what it is, what can be done next, what others
 * say. Every text of the corpus passes {@link inertMarkdown} and stands in a part of texts, whose only
 * link is the checked `https:` address of the instrument.
 */
export function cardParts(
  card: Card,
  language: Language,
  extras: CardExtras = {},
): readonly CardPart[] {
  const t = wordsIn(language)
  return [
    text(head(card, language, extras)),
    linked(nextSteps(card, extras, t)),
    ...listed(aboutList(card, language, t), card, t),
    text([officialWords(extras, language, t)]),
    ...listed(childList(card, language), card, t),
    ...listed(claimList(card, language, t), card, t),
    ...listed(counterpartList(card, language, t), card, t),
    text(foot(card, language, extras, t)),
  ].filter((part) => (part.kind === 'text' ? part.markdown !== '' : part.links.length > 0))
}

/** The card as Markdown for one untrusted `MarkdownString`: all its texts, without links to commands. */
export function cardMarkdown(card: Card, language: Language, extras: CardExtras = {}): string {
  return cardParts(card, language, extras)
    .flatMap((part) =>
      part.kind === 'text' ? [part.markdown] : part.links.filter(leadsOn).map(({ label }) => label),
    )
    .join('\n\n')
}

function text(parts: readonly string[]): CardPart {
  return { kind: 'text', markdown: parts.filter(isSaid).join('\n\n') }
}

function linked(links: readonly CardLink[]): CardPart {
  return { kind: 'links', links }
}

function head(
  card: Card,
  language: Language,
  { mismatches = [], deeper, printed, isBelowKey = false }: CardExtras,
): readonly string[] {
  const t = wordsIn(language)
  return [
    heading(card, language, isBelowKey),
    ...warningTexts(card, language, mismatches).map(inertMarkdown),
    lines([inertMarkdown(standingText(card, language)), depth(card, deeper, language, t)]),
    inertMarkdown(summaryText(card, language)),
    verdict(card, language),
    beside([
      ...claimFacts(card.provision, language, t),
      agencies(t('Led by'), card.lead, language),
      agencies(t('Through'), card.through, language),
      agencies(t('With'), card.with, language),
    ]),
    officialLink(card, t),
    printedLine(printed, t),
  ]
}

/** How the citation under the pointer will be printed. */
function printedLine(printed: PrintedCitation | undefined, t: Words): string {
  if (printed === undefined) return ''
  if (printed.kind === 'words')
    return `**${t('Prints as ({0})', styleNames[printed.style])}** ${inertMarkdown(printed.text)}`
  return inertMarkdown(t('“Preview References” shows how {0} prints it.', printed.name))
}

function nextSteps(
  { provision: { key } }: Card,
  { passage }: CardExtras,
  t: Words,
): readonly CardLink[] {
  return [
    ...(passage === undefined
      ? []
      : [{ action: 'showPassage', key, label: t('Show passage') } as const]),
    { action: 'copyCitation', key, label: t('Copy citation') },
    { action: 'showInCorpus', key, label: t('Show in corpus') },
  ]
}

function foot(
  card: Card,
  language: Language,
  { ownFile }: CardExtras,
  t: Words,
): readonly string[] {
  return [
    lines([englishTitle(card, language), path(card, language), origin(card, language)]),
    facts(card, language, t),
    provenance(card, language, t),
    list(language, t('From your own corpus'), ownFile === undefined ? [] : [ownFile]),
    inWhoseWords(card, language, t),
  ]
}

/** Parts that are said, each on a line of one paragraph. */
function lines(parts: readonly string[]): string {
  return parts.filter(isSaid).join('  \n')
}

function heading({ provision }: Card, language: Language, isBelowKey: boolean): string {
  const title = `**${inertMarkdown(nameIn(provision.titles, language))}**`
  return isBelowKey ? title : `${title} \`${provision.key}\``
}

/** Where the heading is in another language. */
function englishTitle({ provision: { titles } }: Card, language: Language): string {
  return titles.en === nameIn(titles, language) ? '' : `*${inertMarkdown(titles.en)}*`
}

/** Where it stands, with all titles; of a whole instrument the heading has said it. */
function path({ path: above, provision, instrument }: Card, language: Language): string {
  if (provision.level === 'instrument') return ''
  const whole = instrument ?? provision
  const steps = stepsText([...above, provision], language, whole)
  return `${inertMarkdown(nameIn(whole.titles, language))} › ${inertMarkdown(steps)}`
}

/** When and by whom it was issued. */
function origin({ provision, instrument }: Card, language: Language): string {
  if (provision.level === 'instrument') return ''
  return inertMarkdown(beside(issuedParts(instrument, language)))
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
    return t('The corpus has nothing of “{0}”, which is cited here.', words)
  }
  const { chain } = divisionsAndChain([...above, provision])
  const steps = provision.level === 'division' ? [provision] : chain
  const last = measureLabel(steps, language, instrument ?? provision)
  return t('“{0}” is cited; the corpus goes no deeper than this: {1}.', words, inertMarkdown(last))
}

/** The issuer's own words, as a quotation; of a long passage its beginning. */
function officialWords({ passage, textDay }: CardExtras, language: Language, t: Words): string {
  if (passage === undefined || passage.text === '') return ''
  const { text, pages } = passage
  const shown = text.length > longestPassage ? `${text.slice(0, longestPassage)}…` : text
  const page = noteIn(language, pages && pagesText(pages, language))
  const quoted = shown.split('\n\n').map((paragraph) => `> ${inertMarkdown(paragraph)}`)
  const day =
    textDay === undefined ? '' : inertMarkdown(t('text of {0}', dayText(textDay, language)))
  return [beside([`**${t('The issuer’s own words')}**${page}`, day]), quoted.join('\n>\n')].join(
    '\n\n',
  )
}

/** Of a claim: whether the provisions say it that it is about, and where else it comes from. */
function verdict(card: Card, language: Language): string {
  const { provision, aboutInstrument } = card
  const claim = provision.level === 'measure' ? provision.claim : undefined
  if (claim === undefined) return ''
  const origin = claim.origin === undefined ? '' : inertMarkdown(nameIn(claim.origin, language))
  const said = verdictText(claim, aboutInstrument, language)
  return said === undefined ? '' : `**${inertMarkdown(said)}** ${origin}`.trim()
}

function facts({ provision, twins }: Card, language: Language, t: Words): string {
  return lines([
    ...history(provision, language, t),
    list(language, t('Refers to'), provision.level === 'measure' ? provision.refs : []),
    twins.length === 0
      ? ''
      : `**${t('Printed a second time as')}** ${twins.map((twin) => `\`${twin.key}\``).join(', ')}`,
    list(language, t('Also known as'), aliasesFor(provision, language)),
  ])
}

/** What became of it, and what it asks by when. */
function history(provision: Provision, language: Language, t: Words): readonly string[] {
  if (provision.level === 'instrument') return [textDayFact(provision, language, t)]
  const { formerlySaid, followUps = [], deadlines = [], amounts = [] } = provision
  return [
    list(
      language,
      t('Formerly said'),
      formerlySaid === undefined ? [] : [nameIn(formerlySaid, language)],
    ),
    list(
      language,
      t('Deadline'),
      deadlines.map(({ by, what }) => forWhat(by, what, language)),
    ),
    list(
      language,
      t('Amount'),
      amounts.map(({ sum, what }) => forWhat(sum, what, language)),
    ),
    list(
      language,
      t('Follow-up'),
      followUps.map(({ what, date }) =>
        beside([nameIn(what, language), date === undefined ? '' : dayText(date, language)]),
      ),
    ),
  ]
}

/** `90 days · first report`. */
function forWhat(said: string, what: Names | undefined, language: Language): string {
  return beside([timeText(said, language), what ? nameIn(what, language) : ''])
}

/** Whose text it is that the file has. */
function textDayFact({ textAsOf }: Instrument, language: Language, t: Words): string {
  return list(
    language,
    t('Text as of'),
    textAsOf === undefined ? [] : [dayText(textAsOf, language)],
  )
}

function claimFacts(provision: Provision, language: Language, t: Words): readonly string[] {
  const claim = provision.level === 'measure' ? provision.claim : undefined
  if (claim === undefined) return []
  const speaker = claimantText(claim, language)
  const kind = statementText(claim, language)
  const compared = dimensionText(claim, language)
  return [
    list(language, t('Said by'), speaker === undefined ? [] : [speaker]),
    list(language, t('Kind of claim'), kind === undefined ? [] : [kind]),
    list(language, t('Compares'), compared === undefined ? [] : [compared]),
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
    language,
    label,
    names.map((name) => agencyText(name, language)),
  )
}

function list(language: Language, label: string, values: readonly string[]): string {
  if (values.length === 0) return ''
  return `**${label}** ${values.map(inertMarkdown).join(language === 'en' ? '; ' : '；')}`
}

/** A list as a part of texts, and the links to what it names. */
function listed(names: CardList, card: Card, t: Words): readonly CardPart[] {
  const bullets = shownLines(names).map((line) => `- ${line}`)
  const title = names.heading === '' ? '' : `**${names.heading}**`
  if (bullets.length === 0) return []
  return [text([title, bullets.join('\n')]), linked(linksTo(names, card, t))]
}

/** Links to what a list shows, and one to where the rest stands. */
function linksTo({ lines: all, most, rest }: CardList, card: Card, t: Words): readonly CardLink[] {
  const links = all.slice(0, most).map(([key]) => placeLink(key, card))
  const left = all.length - links.length
  if (left === 0) return links
  return [...links, { action: 'browsePlan', key: rest, label: t('… and {0} more', left) }]
}

/** By its path, and by its whole key where it belongs to another instrument than the card. */
function placeLink(key: Key, { provision }: Card): CardLink {
  const isNear = instrumentIdOf(key) === instrumentIdOf(provision.key)
  const place = isNear ? (pathOf(key) ?? key) : key
  return { action: 'showInCorpus', key, label: `\`${place}\`` }
}

function leadsOn({ action }: CardLink): boolean {
  return action === 'browsePlan'
}

/** Of a whole instrument: what its facts were read from, and when. */
function provenance({ provision }: Card, language: Language, t: Words): string {
  if (provision.level !== 'instrument') return ''
  return lines([
    list(
      language,
      t('Facts from'),
      provision.provenance === undefined ? [] : [provision.provenance],
    ),
    list(
      language,
      t('Checked'),
      provision.checked === undefined ? [] : [dayText(provision.checked, language)],
    ),
  ])
}

function officialLink({ provision, instrument, path: above }: Card, t: Words): string {
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

function inWhoseWords(
  { provision, hasPrintedHeading }: Card,
  language: Language,
  t: Words,
): string {
  if (!hasPrintedHeading) {
    return `*${t('Title and summary are Policy Citation’s words, not the issuer’s.')}*`
  }
  const sentences = [
    provision.level === 'instrument' ? '' : t('The English title is the printed heading.'),
    provision.summary === undefined
      ? ''
      : t('The summary is Policy Citation’s words, not the issuer’s.'),
  ].filter(isSaid)
  // Nothing stands between Chinese sentences, and emphasis that ends where another begins is none.
  const said = language === 'en' ? sentences : [sentences.join('')].filter(isSaid)
  return said.map((sentence) => `*${sentence}*`).join(' ')
}
