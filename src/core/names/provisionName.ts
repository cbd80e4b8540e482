import type { Provision } from '../corpus/provision.ts'

/** What a name must be written as to count as one. */
export type NameForm =
  /** As words of any case: nobody writes them together by chance. */
  | 'anyhow'
  /** With capitals, where the name has them, or between quotation marks. */
  | 'asName'
  /** Letter by letter, as the corpus writes it: one token such as `PermitAI`. */
  | 'exactly'

/** A title or an alias that is distinctive enough to be known again in running text. */
export interface ProvisionName {
  /** As the corpus writes it. */
  readonly text: string
  readonly form: NameForm
  /** Whether all its words begin with capitals or digits, small words of English aside. */
  readonly isProper: boolean
  /** Those that bear it, one at least, in the order of the corpus; one that an instrument prints twice counts once. */
  readonly provisions: readonly Provision[]
}
