import type { CslItem } from '../bibliography/cslItem.ts'
import { formats } from './formats/formats.ts'
import type { OwnStyle, PlacedCitation, PrintedReferences } from './printed.ts'
import { printedGroups } from './together/printedGroups.ts'
import { printedList } from './together/printedList.ts'
import { citationsToPrint } from './together/reportCitations.ts'

/**
 * What a report in the language `lang` (its `lang:`, which decides quotation marks and terms) prints for
 * each of `groups` of its citations, and its list of references, each string as Pandoc prints it with our
 * filter. `listed` are works that `nocite` names, in the words of the style's family; `notes` has of each
 * group the number of its note, where the report has notes of its own as well. Citations of others stand
 * as they are written, and count.
 */
export function printReferences(
  groups: readonly (readonly PlacedCitation[])[],
  style: OwnStyle,
  lang: string,
  listed: readonly CslItem[] = [],
  notes: readonly number[] = [],
): PrintedReferences {
  const format = formats[style]
  const report = citationsToPrint(groups, { style, format, lang, listed, notes })
  return { groups: printedGroups(report), list: printedList(report) }
}
