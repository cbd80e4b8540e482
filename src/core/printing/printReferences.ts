import type { CslItem } from '../bibliography/cslItem.ts'
import { formats } from './formats/formats.ts'
import { termLanguageOf } from '../report/report.ts'
import {
  styleLanguages,
  type OwnStyle,
  type PlacedCitation,
  type PrintedReferences,
} from './printed.ts'
import { KnownReferences } from './together/knownReferences.ts'
import { printedGroups } from './together/printedGroups.ts'
import { printedList } from './together/printedList.ts'
import { readCited } from './together/reportCitations.ts'

/**
 * What a report in the language `lang` (its `lang:`, which decides quotation marks and terms) prints for
 * each of `groups` of its citations, and its list of references, each string as Pandoc prints it with our
 * filter. `listed` are works that `nocite` names, in the words of the style's family; `notes` has of each
 * group the number of its note, where the report has notes of its own as well. Citations of others stand
 * as they are written, and count. `known` knows what a version before printed in this style and language.
 */
export function printReferences(
  groups: readonly (readonly PlacedCitation[])[],
  style: OwnStyle,
  lang: string | undefined,
  listed: readonly CslItem[] = [],
  notes: readonly number[] = [],
  known = new KnownReferences(),
): PrintedReferences {
  const format = formats[style]
  const spoken = termLanguageOf(lang)
  const printing = {
    style,
    format,
    lang: lang ?? styleLanguages[style],
    spoken,
    listed,
    notes,
    known,
  }
  const report = readCited(groups, printing)
  return { groups: printedGroups(report), list: printedList(report) }
}
