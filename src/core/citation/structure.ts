import { ancestorsOf, childrenOf, type Corpus } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import { pathOf } from '../corpus/key.ts'
import type {
  Division,
  Instrument,
  Measure,
  Provision,
  ProvisionKind,
} from '../corpus/provision.ts'
import { StoredKeys } from '../corpus/stored/storedKeys.ts'
import { numberOf } from '../text/numerals.ts'
import { partKinds, printedLabel } from './locatorLabels.ts'
import { HeldPlaces, NumberedPlaces, type Placed, type Places } from './placed/places.ts'

export type { Placed }

/** How an instrument is built, as far as its corpus file says. */
export interface Structure {
  /** All below the instrument; those that a label names: as written in lower case, and by its number. */
  readonly places: Places
  /** The kinds that stand somewhere below a provision of a kind, or below the instrument itself. */
  readonly below: ReadonlyMap<ProvisionKind | 'instrument', ReadonlySet<ProvisionKind>>
  /** The kinds of which the file lists all that the instrument has. */
  readonly complete: ReadonlySet<ProvisionKind>
  readonly ambiguous: Ambiguous
}

/** The kinds of divisions that must be said, since what stands below them is numbered anew in each. */
interface Ambiguous {
  /** For measures, by the kind of the first of them: none in an act whose articles are numbered through. */
  readonly aboveMeasures: ReadonlyMap<string, ReadonlySet<ProvisionKind>>
  /** For divisions: chapters, of the sections of each. */
  readonly aboveDivisions: ReadonlySet<ProvisionKind>
}

const structures = new WeakMap<Corpus, Map<Key, Structure>>()

/** The structure of `instrument`, a member of `corpus`; made once. */
export function structureOf(instrument: Instrument, corpus: Corpus): Structure {
  const known = structures.get(corpus) ?? new Map<Key, Structure>()
  const structure = known.get(instrument.key) ?? readStructure(instrument, corpus)
  structures.set(corpus, known.set(instrument.key, structure))
  return structure
}

function readStructure(instrument: Instrument, corpus: Corpus): Structure {
  const all = allBelow([instrument], corpus)
  const kinds = new Set(all.map(({ provision }) => provision.kind))
  const complete = instrument.complete ?? usuallyComplete(all)
  const former = all.flatMap((placed) => formerPlaces(placed, corpus))
  const { provisions, byKey } = corpus
  const isInBytes = byKey instanceof StoredKeys && byKey.isInBytes(instrument.key)
  return {
    places: isInBytes
      ? new NumberedPlaces(instrument, [all, former], labelsOf, provisions)
      : new HeldPlaces(all, former, labelsOf),
    below: kindsBelow(all),
    complete: new Set(complete.filter((kind) => kinds.has(kind))),
    ambiguous: {
      aboveMeasures: aboveEachKind(all.filter(isFirstMeasure)),
      aboveDivisions: divisionsAbove(all.filter(({ provision }) => provision.level === 'division')),
    },
  }
}

/** The places that `placed` had before, as its former keys say. */
function formerPlaces({ provision, above }: Placed, corpus: Corpus): readonly Placed[] {
  return (provision.formerly ?? []).flatMap((key) => {
    if (corpus.byKey.get(key) !== provision) return []
    const parent = corpus.byKey.get(key.replace(/[.-][^.:-]*$/u, ''))
    const path = parent === provision || parent === undefined ? above : pathTo(parent, corpus)
    const formerly = { ...provision, key, parent: path.at(-1)?.key ?? provision.parent }
    return path[0] === above[0] ? [{ provision, above: path, formerly }] : []
  })
}

/** Whether a measure stands below no other one. */
function isFirstMeasure({ provision, above }: Placed): boolean {
  return provision.level === 'measure' && above.at(-1)?.level !== 'measure'
}

/** {@link divisionsAbove} for those of each kind, since articles go on through chapters in whose annexes points begin anew. */
function aboveEachKind(measures: readonly Placed[]): Ambiguous['aboveMeasures'] {
  const ofKinds = groupedBy(measures, ({ provision }) => [provision.kind])
  return new Map([...ofKinds].map(([kind, placed]) => [kind, divisionsAbove(placed)]))
}

/** The kinds of divisions above those of `placed` that share their name with another one, or are counted anew. */
function divisionsAbove(placed: readonly Placed[]): ReadonlySet<ProvisionKind> {
  const named = groupedBy(placed, ({ provision }) => [nameOf(provision)])
  const several = placed.filter(({ provision }) => {
    const namesakes = named.get(nameOf(provision)) ?? []
    return isCountedAnew(provision) || namesakes.length > 1
  })
  const above = several.flatMap((one) => one.above.filter((step) => step.level === 'division'))
  return new Set(above.map(({ kind }) => kind))
}

/** Whether the label of `provision` counts within its parent, by its kind or its key: `3` of `us-aiap-2025:II.3`, not `5` of `eu-ai-act:5`. */
function isCountedAnew(provision: Division | Measure): boolean {
  const [path = '', above] = [pathOf(provision.key), pathOf(provision.parent)]
  const isWithin = above !== undefined && /^[.-]/.test(path.slice(above.length))
  const isRelative = isWithin && path.slice(above.length + 1) === printedLabel(provision)
  return partKinds.has(provision.kind) || (isRelative && path.startsWith(above))
}

function nameOf(provision: Division | Measure): string {
  return `${provision.kind} ${provision.place?.en ?? printedLabel(provision)}`.toLowerCase()
}

function allBelow(path: readonly Provision[], corpus: Corpus): readonly Placed[] {
  const parent = path.at(-1)
  if (parent === undefined) return []
  return childrenOf(corpus, parent).flatMap((provision) => [
    { provision, above: path },
    ...allBelow([...path, provision], corpus),
  ])
}

/** Kinds of which a file mostly names some only, even right below a division. */
const mostlyInPart: ReadonlySet<ProvisionKind> = new Set<ProvisionKind>(['paragraph', 'point'])

/** The divisions, and the first measures below them. */
function usuallyComplete(all: readonly Placed[]): readonly ProvisionKind[] {
  return all
    .filter(({ above }) => above.at(-1)?.level !== 'measure')
    .map(({ provision }) => provision.kind)
    .filter((kind) => !mostlyInPart.has(kind))
}

function kindsBelow(all: readonly Placed[]): Structure['below'] {
  const below = new Map<ProvisionKind | 'instrument', Set<ProvisionKind>>()
  for (const { provision, above } of all) {
    for (const kind of above.map(kindOf)) {
      below.set(kind, (below.get(kind) ?? new Set()).add(provision.kind))
    }
  }
  return below
}

/** The kind of `provision`. */
export function kindOf(provision: Provision): ProvisionKind | 'instrument' {
  return provision.level === 'instrument' ? 'instrument' : provision.kind
}

function groupedBy(
  all: readonly Placed[],
  keysOf: (placed: Placed) => readonly string[],
): ReadonlyMap<string, readonly Placed[]> {
  const grouped = new Map<string, Placed[]>()
  for (const placed of all) {
    for (const key of keysOf(placed)) {
      const group = grouped.get(key)
      if (group === undefined) grouped.set(key, [placed])
      else group.push(placed)
    }
  }
  return grouped
}

/**
 * As printed; and where it is numbered through all that stands above it, the whole of it: `4.2`. Small
 * letters are no number: `(i)` of a list may come behind `(h)`.
 */
function labelsOf(provision: Division | Measure): readonly string[] {
  const [path = '', label] = [pathOf(provision.key), printedLabel(provision)]
  const whole = /^\d[^-.]*[-.]/.test(path) ? formsOf(path) : []
  return [...new Set([...(/^[a-z]+$/.test(label) ? [label] : formsOf(label)), ...whole])]
}

/** How `label` stands in {@link Structure.places}: two labels that name the same thing share a form. */
function formsOf(label: string): readonly string[] {
  const plain = label.normalize('NFKC').toLowerCase()
  const number = numberOf(label)
  return number === undefined ? [plain] : [plain, String(number)]
}

/** All that `label` names anywhere in an instrument of this structure. */
export function labelled({ places }: Structure, label: string): readonly Placed[] {
  return places.labelled(formsOf(label))
}

/** `provision` with all above it, the instrument first. */
export function pathTo(provision: Provision, corpus: Corpus): readonly Provision[] {
  return [...ancestorsOf(corpus, provision), provision]
}
