import type { Corpus } from '../corpus/corpus.ts'
import type { SourcePlace } from '../corpus/provision.ts'
import { provisionAt, type Report } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** Where the provision named by a key stands in its corpus file. */
export interface Definition {
  /** The key in the report. */
  readonly span: Span
  readonly place: SourcePlace
}

/** The definition of the key that touches `offset`; `undefined` where no key of `corpus` does. */
export function findDefinition(
  report: Report,
  corpus: Corpus,
  offset: number,
): Definition | undefined {
  const found = provisionAt(report, corpus, offset)
  return found && { span: found.keySpan, place: found.provision.source }
}
