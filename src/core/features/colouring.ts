import type { KeyMeaning } from '../citation/keyMeaning.ts'
import type { Meaning } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Report } from '../report/report.ts'
import { visitInPieces } from '../text/lists.ts'
import type { Span } from '../text/span.ts'

/**
 * What is coloured by what the corpus knows of it: a key of ours, words that name a place or a page behind
 * it, a key of the analyst's own bibliography, a key that was meant as ours and names nothing.
 */
export const colours = ['policyKey', 'policyPlace', 'otherKey', 'unknownKey'] as const

export type Colour = (typeof colours)[number]

/** A piece of a report that has a colour; it lies in one line. */
export interface ColouredPiece {
  readonly span: Span
  readonly colour: Colour
}

/**
 * The pieces of the citations of `report` that have a colour in `corpus`, in order; none overlaps another.
 * What Pandoc reads as no citation, as it stands in code, maths, a comment or right behind a letter, has
 * none. Yields now and then, and `report` must be settled.
 */
export function* findColours(
  report: Report,
  corpus: Corpus,
): Generator<undefined, readonly ColouredPiece[]> {
  const pieces: ColouredPiece[] = []
  yield* visitInPieces(report.groups, ({ citations }) => {
    const meanings = citations
      .filter(({ form }) => form !== 'glued')
      .flatMap((citation) => report.meaningOf(citation, corpus) ?? [])
    addApart(pieces, meanings.flatMap(piecesOf), report)
  })
  return pieces
}

function piecesOf({ citation, key, places }: Meaning): readonly ColouredPiece[] {
  const { markerSpan, keySpan, braced } = citation
  const end = keySpan.end + (braced ? 1 : 0)
  const inWords = places.flatMap(({ by, span, pages }) => [
    ...(by === 'words' ? [span] : []),
    ...pages.map(({ wholeSpan }) => wholeSpan),
  ])
  return [
    { span: { start: markerSpan.start, end }, colour: colourOf(key) },
    ...(key.kind === 'known' ? inWords : []).map((span): ColouredPiece => {
      return { span, colour: 'policyPlace' }
    }),
  ]
}

function colourOf({ kind }: KeyMeaning): Colour {
  switch (kind) {
    case 'known':
      return 'policyKey'
    case 'foreign':
      return 'otherKey'
    case 'unknown':
    case 'otherCase':
    case 'swallowed':
    case 'malformed':
      return 'unknownKey'
  }
}

/** Line by line, the prose of `found`, the pieces of one group, that no piece before it has. */
function addApart(pieces: ColouredPiece[], found: readonly ColouredPiece[], report: Report): void {
  for (const { span, colour } of found.toSorted((a, b) => a.span.start - b.span.start)) {
    const from = Math.max(span.start, pieces.at(-1)?.span.end ?? 0)
    if (from >= span.end) continue
    for (const { 0: words, index } of report
      .proseIn({ start: from, end: span.end })
      .matchAll(prose)) {
      const start = from + index
      pieces.push({ span: { start, end: start + words.length }, colour })
    }
  }
}

/** What stands in one line, without the blanks before it: U+FFFC is no prose. */
const prose = /[^\s\uFFFC][^\r\n\uFFFC]*/g
