import type { AgencyName, Card } from '../core/corpus/card.ts'
import { colonIn, nameIn, type Language } from '../core/corpus/language.ts'
import type { Provision } from '../core/corpus/provision.ts'
import type { PageMismatch } from '../core/citation/pages.ts'
import { labelOf } from '../core/citation/locatorLabels.ts'
import { officialPageUrl } from '../core/citation/officialPage.ts'
import { inertMarkdown } from '../core/text/inertMarkdown.ts'

/** The words of a card in the language of VS Code's display. */
export interface CardWords {
  readonly lead: string
  readonly through: string
  readonly with: string
  readonly refersTo: string
  readonly alsoKnownAs: string
  readonly sameWordsAs: string
  readonly ourWords: string
  readonly printedHeading: string
  readonly ourSummary: string
  readonly page: (first: number, last: number) => string
  readonly more: (count: number) => string
  readonly officialDocument: (host: string, page: number | undefined) => string
  readonly mismatch: (mismatch: PageMismatch) => string
}

/** How many children a card lists; the largest section of the American plan has nine actions. */
const mostChildren = 30

/**
 * The card of a provision as Markdown for an untrusted `MarkdownString`. Every text of the corpus
 * passes {@link inertMarkdown}; the only link is the checked `https:` address of the instrument.
 */
export function cardMarkdown(
  card: Card,
  language: Language,
  words: CardWords,
  mismatches: readonly PageMismatch[] = [],
): string {
  return [
    heading(card, language),
    ...mismatches.map((mismatch) => `⚠ ${inertMarkdown(words.mismatch(mismatch))}`),
    lines([path(card, language), standing(card, language, words)]),
    summary(card, language),
    facts(card, language, words),
    children(card, language, words),
    [links(card, words), inWhoseWords(card, words)].filter(isSaid).join(' · '),
  ]
    .filter(isSaid)
    .join('\n\n')
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

function path({ path: above, provision }: Card, language: Language): string {
  const steps = [...above, provision].map((step, depth) =>
    stepName(step, depth, language, step === provision),
  )
  return steps.join(' › ')
}

function stepName(step: Provision, depth: number, language: Language, last: boolean): string {
  if (depth === 0) return inertMarkdown(nameIn(step.titles, language))
  const label = inertMarkdown(labelOf(step, language))
  return last || step.level === 'measure'
    ? label
    : `${label}${colonIn(language)}${inertMarkdown(nameIn(step.titles, language))}`
}

function summary({ provision }: Card, language: Language): string {
  return provision.summary === undefined ? '' : inertMarkdown(nameIn(provision.summary, language))
}

function facts(card: Card, language: Language, words: CardWords): string {
  const { provision } = card
  return lines([
    agencies(words.lead, card.lead, language),
    agencies(words.through, card.through, language),
    agencies(words.with, card.with, language),
    list(words.refersTo, provision.level === 'measure' ? provision.refs : []),
    card.twins.length === 0
      ? ''
      : `${words.sameWordsAs} ${card.twins.map((twin) => `\`${twin.key}\``).join(', ')}`,
    list(words.alsoKnownAs, aliasesFor(provision, language)),
  ])
}

/** The aliases in the reader's script: Chinese ones help no English reader, and the reverse. */
function aliasesFor({ aliases }: Provision, language: Language): readonly string[] {
  return aliases.filter((alias) => /\p{Script=Han}/u.test(alias) === (language !== 'en'))
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

/** Page, issuer and date: where and when the issuer said it. */
function standing({ provision, instrument }: Card, language: Language, words: CardWords): string {
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  return [
    pages === undefined ? '' : words.page(pages.first, pages.last),
    instrument?.issuer === undefined ? '' : inertMarkdown(nameIn(instrument.issuer, language)),
    instrument?.issued === undefined ? '' : inertMarkdown(instrument.issued),
  ]
    .filter(isSaid)
    .join(' · ')
}

function children({ children: below }: Card, language: Language, words: CardWords): string {
  if (below.length === 0) return ''
  const lines = below
    .slice(0, mostChildren)
    .map((child) => `- \`${child.key}\` ${inertMarkdown(nameIn(child.titles, language))}`)
  const rest = below.length - lines.length
  return [...lines, ...(rest > 0 ? [`- ${words.more(rest)}`] : [])].join('\n')
}

function links({ provision, instrument }: Card, words: CardWords): string {
  const url = instrument && officialPageUrl(instrument, provision)
  if (url === undefined) return ''
  const page = provision.level === 'instrument' ? undefined : provision.pages?.first
  return `[${inertMarkdown(words.officialDocument(new URL(url).host, page))}](${url})`
}

function inWhoseWords({ provision }: Card, words: CardWords): string {
  switch (provision.level) {
    case 'measure':
      return `*${words.ourWords}*`
    case 'division':
      return provision.summary === undefined
        ? `*${words.printedHeading}*`
        : `*${words.printedHeading} ${words.ourSummary}*`
    case 'instrument':
      return provision.summary === undefined ? '' : `*${words.ourSummary}*`
  }
}
