import type { InstrumentFile } from '../corpus/corpus.ts'
import type { Agency, Relation, Term } from '../corpus/provision.ts'
import type { Trouble } from '../corpus/trouble.ts'

/** What reading one corpus file gave: an instrument, a register of agencies, relations, terms, or nothing but troubles. */
export type CorpusFile =
  | {
      readonly kind: 'instrument'
      readonly file: InstrumentFile
      readonly troubles: readonly Trouble[]
    }
  | {
      readonly kind: 'register'
      readonly agencies: readonly Agency[]
      readonly troubles: readonly Trouble[]
    }
  | {
      readonly kind: 'relations'
      readonly relations: readonly Relation[]
      readonly troubles: readonly Trouble[]
    }
  | {
      readonly kind: 'glossary'
      readonly terms: readonly Term[]
      readonly troubles: readonly Trouble[]
    }
  | { readonly kind: 'failed'; readonly troubles: readonly Trouble[] }
