import {
  checkAbout,
  checkAgencies,
  checkFormerKeys,
  checkSameAs,
  checkTerms,
  knownRelations,
} from './checkReferences.ts'
import { createCorpus, emptyCorpus, type Corpus, type InstrumentFile } from '../corpus/corpus.ts'
import type { CorpusFile } from './corpusFile.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Agency, Provision, Term } from '../corpus/provision.ts'
import { sentence } from '../corpus/sentence.ts'
import { keyedProvisions } from '../corpus/stored/keyedProvisions.ts'
import { makeTrouble, type Trouble } from '../corpus/trouble.ts'

/**
 * The corpus of what was read from `files`, in their order, behind what `base` holds, with the troubles
 * of each file and those between them; `base`'s own are not repeated. Of two instruments with one id
 * the first holds and the second is left out whole; of two agencies with one code the first holds.
 */
export function assembleCorpus(files: readonly CorpusFile[], base: Corpus = emptyCorpus): Corpus {
  const known = filesOf(base)
  const instruments = firstById([
    ...known,
    ...files.flatMap((file) => (file.kind === 'instrument' ? [file.file] : [])),
  ])
  const agencies = firstByCode([
    ...base.agencies.values(),
    ...files.flatMap((file) => (file.kind === 'register' ? file.agencies : [])),
  ])
  const { byKey } = keyedProvisions(instruments.kept.map((file) => file.provisions))
  const relations = knownRelations(
    byKey,
    files.flatMap((file) => (file.kind === 'relations' ? file.relations : [])),
  )
  const terms = firstByName([
    ...base.terms,
    ...files.flatMap((file) => (file.kind === 'glossary' ? file.terms : [])),
  ])
  const added = instruments.kept.filter((file) => !known.includes(file))
  const troubles = [
    ...files.flatMap((file) => file.troubles),
    ...instruments.troubles,
    ...agencies.troubles,
    ...checkAgencies(added, agencies.kept),
    ...checkSameAs(added, byKey),
    ...checkFormerKeys(added, byKey),
    ...checkAbout(added, byKey),
    ...relations.troubles,
    ...terms.troubles,
    ...checkTerms(byKey, terms.kept.slice(base.terms.length)),
  ]
  return createCorpus(
    instruments.kept,
    agencies.kept,
    [...base.relations, ...relations.kept],
    troubles,
    terms.kept,
  )
}

/** The instruments of `corpus` with their provisions. */
function filesOf(corpus: Corpus): readonly InstrumentFile[] {
  const provisions = new Map<string, Provision[]>()
  for (const provision of corpus.provisions) {
    const id = instrumentIdOf(provision.key)
    const known = provisions.get(id)
    if (known === undefined) provisions.set(id, [provision])
    else known.push(provision)
  }
  return corpus.instruments.map((instrument) => ({
    instrument,
    provisions: provisions.get(instrument.key) ?? [],
  }))
}

interface Kept<T> {
  readonly kept: readonly T[]
  readonly troubles: readonly Trouble[]
}

function firstById(files: readonly InstrumentFile[]): Kept<InstrumentFile> {
  const byId = new Map<string, InstrumentFile>()
  const troubles: Trouble[] = []
  for (const file of files) {
    const { key, source } = file.instrument
    const first = byId.get(key)?.instrument.source
    if (first === undefined) byId.set(key, file)
    else {
      troubles.push(
        makeTrouble(
          'instrument.duplicate-id',
          source,
          sentence`The id \`${key}\` is given twice: first in ${first.file}, line ${first.line}, which holds, and in ${source.file}, line ${source.line}.`,
          sentence`Give one of the two instruments another id, or remove one of the files.`,
        ),
      )
    }
  }
  return { kept: [...byId.values()], troubles }
}

function firstByCode(agencies: readonly Agency[]): Kept<Agency> {
  const byCode = new Map<string, Agency>()
  const troubles: Trouble[] = []
  for (const agency of agencies) {
    const first = byCode.get(agency.code)?.source
    if (first === undefined) byCode.set(agency.code, agency)
    else {
      troubles.push(
        makeTrouble(
          'agency.duplicate',
          agency.source,
          sentence`The code \`${agency.code}\` is given twice: first in ${first.file}, line ${first.line}, which holds, and in ${agency.source.file}, line ${agency.source.line}.`,
          sentence`Remove one of the two, or give it another code.`,
        ),
      )
    }
  }
  return { kept: [...byCode.values()], troubles }
}

function firstByName(terms: readonly Term[]): Kept<Term> {
  const byName = new Map<string, Term>()
  const troubles: Trouble[] = []
  for (const term of terms) {
    const name = term.names.en.toLowerCase()
    const first = byName.get(name)?.source
    if (first === undefined) byName.set(name, term)
    else {
      troubles.push(
        makeTrouble(
          'term.duplicate',
          term.source,
          sentence`The term \`${term.names.en}\` is given twice: first in ${first.file}, line ${first.line}, which holds, and in ${term.source.file}, line ${term.source.line}.`,
          sentence`Join the two.`,
        ),
      )
    }
  }
  return { kept: [...byName.values()], troubles }
}
