import { styleBehindWords } from '../citation/citationForm.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { citeAt } from '../report/citeAt.ts'
import type { CitingOptions } from '../report/citingFormat.ts'
import type { Report } from '../report/report.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { placeAt, type PlaceKind } from '../markdown/prose.ts'
import type { Span } from '../text/span.ts'

/** What inserting writes, and where. */
export interface Insertion {
  /** One for each selection, in their order, none overlapping; each replaces nothing, or what {@link citeAt} says. Of two that would take the same *see*, the first. */
  readonly edits: readonly TextEdit[]
  /** What the first place is where Pandoc reads no citation; absent when all are prose. */
  readonly notProse?: PlaceKind
}

/**
 * The edits that cite `provisions` at the end of each of `selections` (spans in the report; a caret
 * is an empty one), as {@link citeAt} does. The selected text stays.
 */
export function draftInsertion(
  report: Report,
  corpus: Corpus,
  selections: readonly Span[],
  provisions: readonly Provision[],
  options: CitingOptions,
): Insertion {
  const places = selections.map(({ end }) => placeAt(report.source, report.blocks, end))
  const notProse = places.find((place) => place !== 'prose')
  const edits = selections.map(({ start, end }) => {
    const style = start === end ? options.style : styleBehindWords(options.style)
    return citeAt(report, corpus, end, provisions, { ...options, style })
  })
  const apart = edits.filter((edit, at) => !edits.slice(0, at).some((one) => overlap(one, edit)))
  return notProse === undefined ? { edits: apart } : { edits: apart, notProse }
}

function overlap({ span: one }: TextEdit, { span: other }: TextEdit): boolean {
  return one.start < other.end && other.start < one.end
}
