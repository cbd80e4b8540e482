import type { InstrumentType } from '../../../../corpus/provision.ts'
import type { BesideQuotation } from '../../../../report/quoted/besideQuotation.ts'

/**
 * Whose words a quotation has, by what stands beside it:
 *
 * - `own`: those of the instrument that is cited with it
 * - `others`: certainly not those
 * - `unsure`: either
 */
export type Voice = 'own' | 'others' | 'unsure'

/** What is asked about. */
export interface VoiceAsked {
  readonly beside: BesideQuotation
  /** The quoted words. */
  readonly words: string
  /** What the cited instruments are called. */
  readonly names: readonly string[]
  /** Of what types they are. */
  readonly types: readonly InstrumentType[]
}
