import type { AgencyName, Card } from '../core/corpus/card.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import type { Instrument, Provision } from '../core/corpus/provision.ts'
import type { ProvisionState } from '../core/corpus/states.ts'
import type { PageMismatch } from '../core/citation/pages.ts'
import {
  dayText,
  noteIn,
  confidenceText,
  endedText,
  mismatchText,
  pagesText,
  shortestPlace,
  stateText,
  statusText,
  strengthText,
} from './wording.ts'
import { wordsIn } from './words.ts'

/**
 * What a card says first, for places that show plain text: its title, what must be known before citing
 * it, where it stands and whether it binds, our summary, and who leads it. Each on a line.
 */
export function cardTooltip(card: Card, language: Language): readonly string[] {
  const t = wordsIn(language)
  const lead = card.lead
    .map((name) => agencyText(name, language))
    .join(language === 'en' ? '; ' : '；')
  return [
    nameIn(card.provision.titles, language),
    ...warningTexts(card, language),
    standingText(card, language),
    summaryText(card, language),
    lead === '' ? '' : `${t('Led by')} ${lead}`,
  ].filter(isSaid)
}

/** What a reader must know before citing: what is not simply in force, keys it no longer has, a page that is not there. */
export function warningTexts(
  { provision: { formerly = [] }, instrument, states }: Card,
  language: Language,
  mismatches: readonly PageMismatch[] = [],
): readonly string[] {
  const ended = instrument && endedText(instrument, language)
  const t = wordsIn(language)
  return [
    ...(ended === undefined ? [] : [`⚠ ${ended}`]),
    ...states.map((state) => `${isChange(state) ? '' : '⚠ '}${stateText(state, language)}`),
    ...(formerly.length > 0 ? [t('Former key: {0}.', formerly.join(', '))] : []),
    ...mismatches.map((mismatch) => `⚠ ${mismatchText(mismatch, language)}`),
  ]
}

/** Whether it says of the words alone what they are, not whether they apply. */
function isOfText({ kind }: ProvisionState): boolean {
  return kind === 'changed' || kind === 'older'
}

/** Whether the text is that of today all the same. */
function isChange({ kind }: ProvisionState): boolean {
  return kind === 'inserted' || kind === 'changed'
}

/** Where it stands in the fewest words, whether it binds, and how sure that is; of a whole instrument who issued it and when. */
export function standingText(
  { provision, instrument, path: above, states }: Card,
  language: Language,
): string {
  const isWhole = provision.level === 'instrument'
  const status = (instrument && statusText(instrument, language)) ?? ''
  const isInForce = instrument?.status === 'in-force'
  const confidence = provision.confidence ?? instrument?.confidence
  const strength = provision.level === 'measure' ? provision.strength : undefined
  return beside([
    ...(isWhole ? issuedParts(instrument, language) : [placeOf([...above, provision], language)]),
    isWhole || provision.pages === undefined ? '' : pagesText(provision.pages, language),
    isInForce && !states.every(isOfText) ? '' : status,
    strength === undefined ? '' : strengthText(strength, language),
    (confidence && confidenceText(confidence, language)) ?? '',
  ])
}

/** `AI Act › Article 58`. */
function placeOf(steps: readonly Provision[], language: Language): string {
  const [whole] = steps
  if (whole?.level !== 'instrument') return ''
  const name = nameIn(whole.shortTitle ?? whole.titles, language)
  return `${name} › ${shortestPlace(steps, language, whole)}`
}

/** Who issued it, and when. */
export function issuedParts(
  instrument: Instrument | undefined,
  language: Language,
): readonly string[] {
  const issuer = instrument?.issuer && nameIn(instrument.issuer, language)
  return [
    issuer ?? '',
    instrument?.issued === undefined ? '' : dayText(instrument.issued, language),
  ]
}

/** Our summary, in English where there is none in the reader's language, which is said. */
export function summaryText({ provision }: Card, language: Language): string {
  const t = wordsIn(language)
  if (provision.summary === undefined) return ''
  const text = nameIn(provision.summary, language)
  const isForeign = language !== 'en' && text === provision.summary.en
  return isForeign ? `${t('(in English)')}${text}` : text
}

/** `National Institute of Standards and Technology (NIST)`; of one that no register names its code. */
export function agencyText({ code, agency }: AgencyName, language: Language): string {
  return agency === undefined ? code : nameIn(agency.names, language) + noteIn(language, code)
}

/** Parts that are said, on one line. */
export function beside(parts: readonly string[]): string {
  return parts.filter(isSaid).join(' · ')
}

/** Whether there is anything in it. */
export function isSaid(part: string): boolean {
  return part !== ''
}
