import { childrenOf, type Corpus } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'
import type { OfficialText } from '../official/officialText.ts'
import type { Span } from '../text/span.ts'

/** The passages of a division, one below the other, as a read-only document shows them. */
export interface PassageView {
  readonly text: string
  readonly passages: readonly ShownPassage[]
}

/** A passage in a {@link PassageView}; offsets are those of its text. */
export interface ShownPassage {
  readonly key: Key
  /** The line above it, which names it. */
  readonly heading: Span
  /** The issuer's words. */
  readonly words: Span
  /** Where a page of the file begins within the words. */
  readonly pageStarts: readonly { readonly offset: number; readonly page: number }[]
}

/** The division whose passages are shown for `provision`: its own, or itself. */
export function divisionShownFor(provision: Provision, corpus: Corpus): Provision {
  if (provision.level !== 'measure') return provision
  return corpus.byKey.get(provision.parent) ?? provision
}

/** The passages of `division` and of all below it, in the order of the instrument, under their keys. */
export function passageView(
  official: OfficialText,
  division: Provision,
  corpus: Corpus,
  headingOf: (provision: Provision) => string,
): PassageView {
  let text = ''
  const passages: ShownPassage[] = []
  const show = (provision: Provision): void => {
    const passage = official.passages.get(provision.key)
    if (passage !== undefined) {
      const heading = append(headingOf(provision))
      const words = append(official.text.slice(passage.own.start, passage.own.end))
      const shift = words.start - passage.own.start
      const pageStarts = official.pageStarts
        .filter(({ offset }) => passage.own.start <= offset && offset < passage.own.end)
        .map(({ offset, page }) => ({ offset: offset + shift, page }))
      passages.push({ key: provision.key, heading, words, pageStarts })
    }
    childrenOf(corpus, provision).forEach(show)
  }
  const append = (added: string): Span => {
    if (text !== '' && added !== '') text += '\n\n'
    const start = text.length
    text += added
    return { start, end: text.length }
  }
  show(division)
  return { text: `${text}\n`, passages }
}

/** The passage whose words `span` of a view lies in, at least in part, and what of them it covers. */
export function passageSelected(
  { passages }: PassageView,
  { start, end }: Span,
): { readonly passage: ShownPassage; readonly span: Span } | undefined {
  const passage = passages.find(({ words }) => start < words.end && words.start < end)
  if (passage === undefined) return undefined
  const { words } = passage
  return {
    passage,
    span: { start: Math.max(start, words.start), end: Math.min(end, words.end) },
  }
}
