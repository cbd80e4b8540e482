import type { OwnStyle } from '../printed.ts'
import { apa } from './apa.ts'
import { bluebook } from './bluebook.ts'
import { chicagoAuthorDate, chicagoNotes } from './chicago.ts'
import type { Format } from './format.ts'
import { gbAuthorDate, gbNumeric } from './gb.ts'
import { oscola } from './oscola.ts'

/** How each style prints. */
export const formats: Readonly<Record<OwnStyle, Format>> = {
  'chicago-author-date': chicagoAuthorDate,
  'chicago-notes-bibliography': chicagoNotes,
  apa,
  oscola,
  'bluebook-law-review': bluebook,
  'china-national-standard-gb-t-7714-2025-numeric': gbNumeric,
  'china-national-standard-gb-t-7714-2025-author-date': gbAuthorDate,
}
