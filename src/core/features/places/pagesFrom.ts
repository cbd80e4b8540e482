import { pageNumbers, pagesBeforePlace, pagesLocator } from '../../citation/citationForm.ts'
import { pagesMeet } from '../../citation/pages.ts'
import { childrenOf, type Corpus } from '../../corpus/corpus.ts'
import type { Pages, Provision } from '../../corpus/provision.ts'
import { goingOn } from './goingOn.ts'
import type { Nameable } from './nextBelow.ts'
import { lastSaid, placesWith, type Said } from './said.ts'

/** Pages that go on from what is begun, and the text that names them there. */
export interface PagesFrom {
  readonly pages: Pages
  readonly text: string
  /** The narrowest that stand on them, in the order of the instrument. */
  readonly standing: readonly Nameable[]
}

/**
 * The pages of the last place that go on from what is begun, each read back as itself; all of them where
 * nothing is begun and a part of the instrument is named, but no page.
 */
export function* pagesFrom(said: Said): Generator<PagesFrom, undefined, undefined> {
  const { provision } = lastSaid(said)
  const isNamed = said.places.some((place) => place.pages.length > 0)
  if (said.joint !== 'next' || isNamed) return undefined
  if (said.begun === '' && provision.level === 'instrument') return undefined
  const below = narrowestBelow(provision, said.corpus)
  for (const pages of pagesOf(provision, below)) {
    const text = textsFor(said, pages).find((one) => isReadAsPages(said, one, pages))
    const standing = below.filter((one) => one.pages !== undefined && pagesMeet(one.pages, pages))
    if (text !== undefined) yield { pages, text, standing }
  }
  return undefined
}

function narrowestBelow(provision: Provision, corpus: Corpus): readonly Nameable[] {
  const children = childrenOf(corpus, provision)
  if (children.length > 0) return children.flatMap((child) => narrowestBelow(child, corpus))
  return provision.level === 'instrument' ? [] : [provision]
}

/** All together, where they are several and its own, then each. */
function pagesOf(provision: Provision, below: readonly Nameable[]): readonly Pages[] {
  const own = provision.level === 'instrument' ? undefined : provision.pages
  const ranges = own === undefined ? below.flatMap(({ pages }) => pages ?? []) : [own]
  const each = [...new Set(ranges.flatMap(numbersIn))].sort((one, other) => one - other)
  const whole = own !== undefined && own.first < own.last ? [own] : []
  return [...whole, ...each.map((page) => ({ first: page, last: page }))]
}

function numbersIn({ first, last }: Pages): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** In the words of the report, else in those that were begun. */
function textsFor(said: Said, pages: Pages): readonly string[] {
  const own =
    said.named.level === 'instrument'
      ? pagesBeforePlace(pages, said.language, said.locatorLanguage)
      : pagesLocator(pages, said.locatorLanguage)
  const texts =
    said.begun === ''
      ? [own]
      : [own, ...otherTerms(pages)].flatMap((name) => goingOn(said.begun, name) ?? [])
  return texts.map((text) => (/[,;]$/.test(said.said) ? ` ${text}` : text))
}

function otherTerms(pages: Pages): readonly string[] {
  const numbers = pageNumbers(pages)
  return [
    ...['p.', 'pp.', 'page', 'pages', 'pg.', '页', '頁'].map((term) => `${term} ${numbers}`),
    ...[`第${numbers}页`, `第${numbers}頁`],
  ]
}

/** Whether `text` behind what is said adds `pages`, and changes no place. */
function isReadAsPages(said: Said, text: string, pages: Pages): boolean {
  const places = placesWith(said, text)
  const named = places.flatMap((place) => place.pages)
  return (
    places.length === said.places.length &&
    places.every(({ provision }, at) => said.places[at]?.provision === provision) &&
    named.some((one) => one.pages.first === pages.first && one.pages.last === pages.last)
  )
}
