import type { Card, Counterpart } from '../core/corpus/card.ts'
import { instrumentIdOf, keyOf, type Key } from '../core/corpus/key.ts'
import { colonIn, nameIn, type Language } from '../core/corpus/language.ts'
import type { Measure, Provision } from '../core/corpus/provision.ts'
import { inertMarkdown } from '../core/text/inertMarkdown.ts'
import { noteIn, pagesText, relationText, supportText } from './wording.ts'
import type { Words } from './words.ts'

/** How many children a card lists: all of every section of the American plan. */
const mostChildren = 9

/** How many claims, counterparts and provisions that a claim is about. */
const mostMentions = 6

/** Other provisions that a card names: data of a list, each text of a corpus in it inert. */
export interface CardList {
  readonly heading: string
  readonly lines: readonly (readonly [key: Key, markdown: string])[]
  readonly most: number
  /** What is browsed for those that are left out. */
  readonly rest: Key
}

/** The lines of a list that are not left out. */
export function shownLines({ lines, most }: CardList): readonly string[] {
  return lines.slice(0, most).map(([, markdown]) => markdown)
}

/** Of a claim: the provisions that it is about. */
export function aboutList({ about, provision }: Card, language: Language, t: Words): CardList {
  return {
    heading: t('What it is about'),
    lines: about.map((one) => [one.key, provisionLine(one, language)]),
    most: mostMentions,
    rest: instrumentKey(about[0] ?? provision),
  }
}

export function childList({ children, provision }: Card, language: Language): CardList {
  return {
    heading: '',
    lines: children.map((child) => [
      child.key,
      `\`${child.key}\` ${inertMarkdown(nameIn(child.titles, language))}`,
    ]),
    most: mostChildren,
    rest: provision.key,
  }
}

function instrumentKey({ key }: Provision): Key {
  return keyOf(instrumentIdOf(key)) ?? key
}

/** What is said of the provision, by whom, and whether it bears that out. */
export function claimList({ claims, provision }: Card, language: Language, t: Words): CardList {
  return {
    heading: t('What is said of it'),
    lines: claims.map((measure) => [measure.key, claimLine(measure, language)]),
    most: mostMentions,
    rest: instrumentKey(claims[0] ?? provision),
  }
}

function claimLine({ key, titles, claim }: Measure, language: Language): string {
  const title = nameIn(titles, language)
  const speaker = claim?.speaker === undefined ? undefined : nameIn(claim.speaker, language)
  const said = speaker === undefined ? title : `${speaker}${colonIn(language)}${title}`
  const support =
    claim?.supported === undefined ? '' : ` · ${supportText(claim.supported, language)}`
  return `\`${key}\` ${inertMarkdown(said + support)}`
}

export function counterpartList(
  { counterparts, provision }: Card,
  language: Language,
  t: Words,
): CardList {
  const last = counterparts.at(-1)?.provision ?? provision
  return {
    heading: t('Counterparts'),
    lines: counterparts.map((one) => [one.provision.key, counterpartLine(one, language)]),
    most: mostMentions,
    rest: instrumentKey(last),
  }
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

function provisionLine(provision: Provision, language: Language, note = ''): string {
  const pages = provision.level === 'instrument' ? undefined : provision.pages
  const page = noteIn(language, pages && pagesText(pages, language))
  const title = inertMarkdown(nameIn(provision.titles, language))
  return `\`${provision.key}\` ${title}${page}${note === '' ? '' : ` · ${note}`}`
}
