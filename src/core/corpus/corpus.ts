import { deepFreeze } from './stored/frozen.ts'
import { instrumentIdOf, type Key } from './key.ts'
import { measureKinds } from './kinds.ts'
import { allNames } from './language.ts'
import type {
  Agency,
  Division,
  Instrument,
  Measure,
  Provision,
  ProvisionKind,
  Relation,
  Term,
} from './provision.ts'
import { keyedProvisions } from './stored/keyedProvisions.ts'
import { known } from './stored/knownProvisions.ts'
import { isClaim } from './stored/marks.ts'
import type { ProvisionList } from './stored/provisionList.ts'
import type { Trouble } from './trouble.ts'

export { isClaim }

/** One parsed corpus file: an instrument with all its provisions, the instrument first, in reading order. */
export interface InstrumentFile {
  readonly instrument: Instrument
  readonly provisions: ProvisionList
}

/** All instruments loaded: an immutable snapshot. A reload makes a new one. */
export interface Corpus {
  readonly instruments: readonly Instrument[]
  /** Every provision in the order of the instruments, each instrument before its own. */
  readonly provisions: ProvisionList
  /** Every provision by its key, and by those that it had before, where no other one has them now. */
  readonly byKey: ReadonlyMap<string, Provision>
  /** Of each key that a provision had before, as far as it is in {@link byKey}, the one that it has now. */
  readonly formerKeys: ReadonlyMap<string, Key>
  readonly agencies: ReadonlyMap<string, Agency>
  readonly relations: readonly Relation[]
  /** The glossary. */
  readonly terms: readonly Term[]
  /** The relations of each provision that has any, whichever side it is on. */
  readonly relationsByKey: ReadonlyMap<string, readonly Relation[]>
  /** The claims about each provision that has any: those that name it itself. */
  readonly claimsByKey: ReadonlyMap<string, readonly Measure[]>
  readonly troubles: readonly Trouble[]
}

/** The corpus of `files`, in their order. Of two provisions with one key the first is kept. */
export function createCorpus(
  files: readonly Pick<InstrumentFile, 'provisions'>[],
  agencies: readonly Agency[],
  relations: readonly Relation[] = [],
  troubles: readonly Trouble[] = [],
  terms: readonly Term[] = [],
): Corpus {
  const { provisions, byKey, formerKeys } = keyedProvisions(files.map((file) => file.provisions))
  const all = known(provisions)
  const today = (key: Key): string => byKey.get(key)?.key ?? key
  return Object.freeze({
    instruments: Object.freeze(all.marked('instrument').filter(isInstrument)),
    provisions,
    byKey,
    formerKeys,
    agencies: new Map(deepFreeze(agencies).map((agency) => [agency.code, agency])),
    relations: deepFreeze(relations),
    terms: deepFreeze(terms),
    relationsByKey: byKeys(relations, ({ from, to }) => [today(from), today(to)]),
    claimsByKey: byKeys(all.marked('claim').filter(isClaim), ({ claim }) =>
      (claim?.about ?? []).map(today),
    ),
    troubles: deepFreeze(troubles),
  })
}

function isInstrument(provision: Provision): provision is Instrument {
  return provision.level === 'instrument'
}

/** The keys that `provision` had before: its own, and those that come of what stands above it. */
export function formerKeysOf(corpus: Corpus, provision: Provision): readonly string[] {
  const line = [...ancestorsOf(corpus, provision), provision]
  if (line.every(({ formerly }) => formerly === undefined)) return []
  return [...corpus.formerKeys].flatMap(([former, key]) => (key === provision.key ? [former] : []))
}

/** `values` under each of the keys that `keysOf` gives for them, in their order. */
function byKeys<T>(
  values: readonly T[],
  keysOf: (value: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [value])
      else known.push(value)
    }
  }
  return found
}

/** A corpus without instruments: what stands until the library is read. */
export const emptyCorpus: Corpus = createCorpus([], [])

/** The instrument that `key` belongs to. */
export function instrumentOf(corpus: Corpus, key: Key): Instrument | undefined {
  const instrument = corpus.byKey.get(instrumentIdOf(key))
  return instrument?.level === 'instrument' ? instrument : undefined
}

/** Whether the English title of `provision` is a heading that `instrument`, its own, prints; otherwise it is Policy Citation's. */
export function bearsPrintedHeading(
  provision: Provision,
  instrument: Instrument | undefined,
): boolean {
  if (provision.level === 'instrument') return true
  const printed = instrument?.printedHeadings ?? []
  if (printed.includes(provision.kind)) return true
  return provision.level === 'division' && printed.every(isKindOfMeasure)
}

function isKindOfMeasure(kind: ProvisionKind): boolean {
  return measureKinds.some((known) => known === kind)
}

/** The official numbers of an instrument, the one by which it is cited first, also as EUR-Lex writes them: all are names of it. */
export function officialNumbers({ numbers = [], reference }: Instrument): readonly string[] {
  const cited = reference?.number === undefined ? [] : allNames(reference.number)
  const inCelex = numbers.filter((number) => celex.test(number)).map((it) => `CELEX ${it}`)
  return [...new Set([...cited, ...numbers, ...inCelex])]
}

/** All that `instrument` is called: by its titles, its aliases and its official numbers, each once. */
export function namesOfInstrument(instrument: Instrument): readonly string[] {
  const { titles, shortTitle, aliases } = instrument
  const short = shortTitle === undefined ? [] : allNames(shortTitle)
  return [...new Set([...allNames(titles), ...short, ...aliases, ...officialNumbers(instrument)])]
}

const celex = /^\d{5}[A-Z]{1,2}\d{4}$/

/** Whether `instrument` no longer holds. */
export function hasEnded({ status }: Instrument): boolean {
  return status === 'revoked' || status === 'superseded'
}

/** The provisions directly below `provision`, in order. */
export function childrenOf(corpus: Corpus, provision: Provision): readonly (Division | Measure)[] {
  return provision.children
    .map((key) => corpus.byKey.get(key))
    .filter(
      (child): child is Division | Measure => child !== undefined && child.level !== 'instrument',
    )
}

/** The provisions above `provision`, the instrument first, its parent last. */
export function ancestorsOf(corpus: Corpus, provision: Provision): readonly Provision[] {
  const above: Provision[] = []
  let current: Provision | undefined = provision
  while (current !== undefined && current.level !== 'instrument') {
    current = corpus.byKey.get(current.parent)
    if (current !== undefined) above.unshift(current)
  }
  return above
}

/** All measures at or below `provision`, in reading order. */
export function measuresWithin(corpus: Corpus, provision: Provision): readonly Measure[] {
  const here: readonly Measure[] = provision.level === 'measure' ? [provision] : []
  return [
    ...here,
    ...childrenOf(corpus, provision).flatMap((child) => measuresWithin(corpus, child)),
  ]
}
