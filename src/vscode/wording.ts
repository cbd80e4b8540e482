import * as vscode from 'vscode'
import type { PageMismatch } from '../core/citation/pages.ts'
import { labelOf } from '../core/citation/locatorLabels.ts'
import { ancestorsOf, type Corpus } from '../core/corpus/corpus.ts'
import { pathOf } from '../core/corpus/key.ts'
import { colonIn, nameIn, type Language } from '../core/corpus/language.ts'
import type { Pages, Provision } from '../core/corpus/provision.ts'
import type { PlaceKind } from '../core/text/prose.ts'
import type { CardWords } from './cardMarkdown.ts'

const { t } = vscode.l10n

/** A page or a range of pages as printed: `p. 3`, `pp. 3–4`. */
export function pagesText({ first, last }: Pages): string {
  return first === last ? t('p. {0}', first) : t('pp. {0}–{1}', first, last)
}

/** What is wrong with a page that a citation names. */
export function mismatchText(mismatch: PageMismatch): string {
  switch (mismatch.kind) {
    case 'outsideDocument':
      return t(
        'Page {0} is outside the document, whose pages run from 1 to {1}.',
        mismatch.page,
        mismatch.lastPage,
      )
    case 'notOfProvision':
      return t(
        '{0} does not stand on page {1}, but on {2}.',
        mismatch.key,
        mismatch.page,
        pagesText(mismatch.pages),
      )
  }
}

/** The words of cards in the display language. */
export function cardWords(): CardWords {
  return {
    lead: t('Led by'),
    through: t('Through'),
    with: t('With'),
    refersTo: t('Refers to'),
    alsoKnownAs: t('Also known as'),
    sameWordsAs: t('Printed a second time as'),
    ourWords: t('Title and summary are Policy Citation’s words, not the issuer’s.'),
    printedHeading: t('The English title is the printed heading.'),
    ourSummary: t('The summary is Policy Citation’s words, not the issuer’s.'),
    page: (first, last) => pagesText({ first, last }),
    more: (count) => t('… and {0} more', count),
    officialDocument: (host, page) =>
      page === undefined
        ? t('Official document ({0})', host)
        : t('Official document, p. {0} ({1})', page, host),
    mismatch: mismatchText,
  }
}

/** Where a provision stands in its instrument, in one line: `Pillar II: … › Section 3: … › Recommended action 1`. */
export function locationText(corpus: Corpus, provision: Provision, language: Language): string {
  if (provision.level === 'instrument') return nameIn(provision.titles, language)
  const steps = ancestorsOf(corpus, provision).filter((step) => step.level !== 'instrument')
  return [...steps.map((step) => stepText(step, language)), labelOf(provision, language)].join(
    ' › ',
  )
}

/** The key of a provision and its printed page: `us-aiap-2025:II.3.1 · p. 9`. */
export function keyAndPage(provision: Provision): string {
  return [provision.key, ...pageOf(provision)].join(' · ')
}

/** Where a provision stands in the fewest words: `II.3.1 · p. 9`; of a whole instrument its id. */
export function shortPlaceText(provision: Provision): string {
  return [pathOf(provision.key) ?? provision.key, ...pageOf(provision)].join(' · ')
}

/** A step on the way to a provision: `Section 3: Restore American Semiconductor Manufacturing`. */
export function stepText(step: Provision, language: Language): string {
  return `${labelOf(step, language)}${colonIn(language)}${nameIn(step.titles, language)}`
}

function pageOf(provision: Provision): readonly string[] {
  return provision.level === 'instrument' || provision.pages === undefined
    ? []
    : [pagesText(provision.pages)]
}

/** What a place in a report is called. */
export function placeText(place: PlaceKind): string {
  switch (place) {
    case 'prose':
      return t('prose')
    case 'frontMatter':
      return t('front matter')
    case 'code':
      return t('code')
    case 'html':
      return t('HTML')
    case 'maths':
      return t('mathematics')
    case 'linkDestination':
      return t('the destination of a link')
    case 'definition':
      return t('a link definition')
    case 'autolink':
      return t('an address')
  }
}

/** Why nothing is read as a citation at a place that is no prose. */
export function notProseText(place: PlaceKind): string {
  return t('Pandoc reads no citation here: the caret is in {0}.', placeText(place))
}
