import type { Corpus } from '../corpus/corpus.ts'
import type { SourcePlace } from '../corpus/provision.ts'
import { namedPlaceAt, type Report } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** Where the provision that a citation names stands in its corpus file. */
export interface Definition {
  /** The key in the report, or the words behind it that name the place. */
  readonly span: Span
  readonly place: SourcePlace
}

/** The definition of what is named at `offset`, by key or in words; `undefined` where nothing of `corpus` is. */
export function findDefinition(
  report: Report,
  corpus: Corpus,
  offset: number,
): Definition | undefined {
  const found = namedPlaceAt(report, corpus, offset)
  return found && { span: found.span, place: found.place.provision.source }
}
