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
import type { Trouble } from './trouble.ts'

/** One parsed corpus file: an instrument with all its provisions, the instrument first, in reading order. */
export interface InstrumentFile {
  readonly instrument: Instrument
  readonly provisions: readonly Provision[]
}

/** All instruments loaded: an immutable snapshot. A reload makes a new one. */
export interface Corpus {
  readonly instruments: readonly Instrument[]
  /** Every provision in the order of the instruments, each instrument before its own. */
  readonly provisions: readonly Provision[]
  /** Every provision by its key, and by those that it had before, where no other one has them now. */
  readonly byKey: ReadonlyMap<string, Provision>
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
  const byKey = provisionsByKey(files)
  const provisions = deepFreeze([...new Set(byKey.values())])
  const today = (key: Key): string => byKey.get(key)?.key ?? key
  return Object.freeze({
    instruments: Object.freeze(provisions.filter((provision) => provision.level === 'instrument')),
    provisions,
    byKey,
    agencies: new Map(deepFreeze(agencies).map((agency) => [agency.code, agency])),
    relations: deepFreeze(relations),
    terms: deepFreeze(terms),
    relationsByKey: byKeys(relations, ({ from, to }) => [today(from), today(to)]),
    claimsByKey: byKeys(provisions.filter(isClaim), ({ claim }) => (claim?.about ?? []).map(today)),
    troubles: deepFreeze(troubles),
  })
}

/** Every provision of `files` by its key, the first of those with one key; then by those that it had before. */
export function provisionsByKey(
  files: readonly Pick<InstrumentFile, 'provisions'>[],
): ReadonlyMap<string, Provision> {
  const byKey = new Map<string, Provision>()
  for (const provision of files.flatMap((file) => file.provisions)) {
    if (!byKey.has(provision.key)) byKey.set(provision.key, provision)
  }
  addFormerKeys(byKey, [...byKey.values()])
  return byKey
}

/** Adds the keys that `provisions` had before to `byKey`, with those of what stands below them. */
function addFormerKeys(byKey: Map<string, Provision>, provisions: readonly Provision[]): void {
  const keys = new Map<Provision, readonly string[]>()
  const keysOf = (provision: Provision): readonly string[] => keys.get(provision) ?? [provision.key]
  const moved = [...provisions.keys()].filter((at) => provisions[at]?.formerly !== undefined)
  for (const at of moved.reverse()) {
    const { key = '', formerly = [] } = provisions[at] ?? {}
    for (const one of familyAt(at, provisions)) {
      const within = keysOf(one).filter((own) => isAtOrWithin(own, key))
      const old = within.flatMap((own) => formerly.map((id) => id + own.slice(key.length)))
      keys.set(one, [...keysOf(one), ...old])
      for (const former of old) if (!byKey.has(former)) byKey.set(former, one)
    }
  }
}

/** The provision at `at`, and those behind it whose keys begin with its own. */
function familyAt(at: number, provisions: readonly Provision[]): readonly Provision[] {
  const key = provisions[at]?.key ?? ''
  let end = at + 1
  while (isAtOrWithin(provisions[end]?.key ?? '', key)) end += 1
  return provisions.slice(at, end)
}

function isAtOrWithin(key: string, above: string): boolean {
  return key.startsWith(above) && /^(?:$|[.:-])/.test(key.slice(above.length))
}

/** The keys that `provision` had before: its own, and those that come of what stands above it. */
export function formerKeysOf(corpus: Corpus, provision: Provision): readonly string[] {
  const line = [...ancestorsOf(corpus, provision), provision]
  if (line.every(({ formerly }) => formerly === undefined)) return []
  return [...corpus.byKey].flatMap(([key, one]) =>
    one === provision && key !== one.key ? [key] : [],
  )
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

/** Whether a provision is something that a secondary instrument says. */
export function isClaim(provision: Provision): provision is Measure {
  return provision.level === 'measure' && provision.claim !== undefined
}

/** `value`, frozen with all arrays and objects in it; what is frozen already is not looked into. */
export function deepFreeze<T>(value: T): T {
  freezeAll(value)
  return value
}

function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  freezeMembers(Object.freeze(value))
}

/** Freezes all arrays and objects in `value`, but not itself. */
export function freezeMembers(value: object): void {
  const members: unknown[] = Object.values(value)
  for (const member of members) if (typeof member === 'object') freezeAll(member)
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
