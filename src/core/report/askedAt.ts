import { placeAt, type PlaceKind } from '../markdown/prose.ts'
import { citationContextAt, type CitationContext } from '../pandoc/citationContext.ts'
import { isCrossReference } from '../pandoc/crossReferences.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { sliceSpan } from '../text/span.ts'
import { proseAround, type Report } from './report.ts'
import { noSentence, sentenceBelowHeading } from './sentenceBefore.ts'

/** A citation that is being written at a caret: what is asked of the corpus, and by which words. */
export interface AskedCitation {
  readonly kind: 'citation'
  readonly context: CitationContext
  /** The words typed behind the marker. */
  readonly words: string
  /** The sentence before the marker, where no words are typed; else, and where there is none, empty. */
  readonly sentence: string
  /** The heading above that; empty where there is none, or no sentence. */
  readonly heading: string
}

/** What is asked at a place of a report. */
export type AskedPlace =
  | AskedCitation
  | { readonly kind: 'notProse'; readonly place: PlaceKind }
  | { readonly kind: 'noMarker' }
  /** Of Quarto or pandoc-crossref; `words` are what stands behind its `@`. */
  | { readonly kind: 'crossReference'; readonly words: string }

/**
 * What is asked at the caret `offset`. Suggesting, explaining and inserting all go by this. Constant
 * time in the length of the report once its block is read.
 */
export function askedAt(report: Report, corpus: Corpus, offset: number): AskedPlace {
  const prose = proseAround(report, offset)
  if (prose === undefined) return withoutProse(report, offset)
  const { mask, start } = prose
  const context = citationContextAt(mask, start, offset, (key) => corpus.byKey.has(key))
  if (context === undefined) return withoutContext(mask.slice(0, offset - start))
  const words = sliceSpan(report.source, context.querySpan)
  const before =
    words.trim() === '' ? sentenceBelowHeading(report, context.markerSpan.start) : noSentence
  return { kind: 'citation', context, words, ...before }
}

/** Between two blocks there is no prose yet, and nothing against it. */
function withoutProse({ source, blocks }: Report, offset: number): AskedPlace {
  const place = placeAt(source, blocks, offset)
  return place === 'prose' ? { kind: 'noMarker' } : { kind: 'notProse', place }
}

/** So far a cross-reference is looked for before the caret, with its marker, in UTF-16 units. */
const longestReference = 81

function withoutContext(before: string): AskedPlace {
  const words = /@([^\s@]+)$/u.exec(before.slice(-longestReference))?.[1]
  const isReference = words !== undefined && isCrossReference(words)
  return isReference ? { kind: 'crossReference', words } : { kind: 'noMarker' }
}
