import type { Corpus } from '../corpus/corpus.ts'
import { divisionKinds } from '../corpus/kinds.ts'
import type { Instrument, Provision, ProvisionKind } from '../corpus/provision.ts'
import { addAll, leastOf } from '../text/lists.ts'
import { sameLabel } from '../text/numerals.ts'
import { partKinds, printedLabel } from './locatorLabels.ts'
import type { LocatorStep } from './locatorSteps.ts'
import { kindOf, labelled, pathTo, structureOf, type Placed, type Structure } from './structure.ts'

/** A place as far as its steps were followed. */
export interface Followed {
  /** What the key names, and each provision on the way down that a step names. */
  readonly said: readonly Provision[]
  /** From the instrument down to the narrowest provision that they name; never empty. */
  readonly path: readonly Provision[]
  /** The steps that lead to it. */
  readonly read: readonly LocatorStep[]
  /** The steps behind these that go deeper than the corpus. */
  readonly deeper: readonly LocatorStep[]
  /** The first step that names nothing there, although the corpus has all of its kind, or more than one thing. */
  readonly notUnderstood?: LocatorStep
  /** Whether it is the last of a range that begins with the place before it. */
  readonly endsRange?: true
  /** Whether it was named by a place that it had before. */
  readonly isFormer?: true
  /** Whether what follows belongs to another law. */
  readonly isClosed?: true
}

/** The places that the steps `written` behind the key of `named` lead to, in their order; one at least. */
export function followSteps(
  named: Provision,
  instrument: Instrument,
  written: readonly LocatorStep[],
  corpus: Corpus,
): readonly Followed[] {
  const start: Followed = { said: [named], path: pathTo(named, corpus), read: [], deeper: [] }
  const structure = structureOf(instrument, corpus)
  const steps = written.map((step) => asMeantIn(structure, step))
  const forward = followAll(start, topDown(steps), structure)
  if (!forward.some(isNotUnderstood) || !isPlainChain(steps)) return forward
  const backward = followAll(start, steps.toReversed(), structure)
  return backward[0]?.read.length === steps.length ? backward : forward
}

/** `step` with what its word means in an instrument of `structure`. */
function asMeantIn(structure: Structure, step: LocatorStep): LocatorStep {
  const { kindsInstead } = step
  const isElse = kindsInstead !== undefined && kindsThere(step, structure)?.length === 0
  return isElse ? { ...step, kinds: kindsInstead } : step
}

function isNotUnderstood({ notUnderstood }: Followed): boolean {
  return notUnderstood !== undefined
}

/** Steps that each have a word, parted by commas: `action 3, sec. 1, pillar I` may be meant from below. */
function isPlainChain(steps: readonly LocatorStep[]): boolean {
  return steps.every(({ kinds, link }) => kinds !== undefined && link === undefined)
}

/** `steps` with what stands before an `of` behind what it is of: `point (a) of Article 5(1)`, `action 1 of section 3 of pillar II`. */
function topDown(steps: readonly LocatorStep[]): readonly LocatorStep[] {
  const runs: (readonly LocatorStep[])[][] = []
  for (const part of partsOf(steps)) {
    const run = part[0]?.link === 'of' ? runs.at(-1) : undefined
    if (run === undefined) runs.push([part])
    else run.push(part)
  }
  return runs.flatMap(fromTheWhole)
}

/** `steps` cut before each that has a word of its own. */
function partsOf(steps: readonly LocatorStep[]): readonly (readonly LocatorStep[])[] {
  const parts: LocatorStep[][] = []
  for (const step of steps) {
    const part = isHead(step) ? undefined : parts.at(-1)
    if (part === undefined) parts.push([step])
    else part.push(step)
  }
  return parts
}

/** `run`, each part of which is of the one behind it, from its last part to its first. */
function fromTheWhole(run: readonly (readonly LocatorStep[])[]): readonly LocatorStep[] {
  const [head] = run.flat()
  if (run.length < 2 || head === undefined) return run.flat()
  const parts = run
    .toReversed()
    .map(([first, ...others], at) => [
      ...(first === undefined ? [] : [at === 0 ? relinked(first, head) : relinked(first)]),
      ...others,
    ])
  return parts.flat()
}

function isHead({ kinds, goesOn }: LocatorStep): boolean {
  return kinds !== undefined && goesOn !== true
}

/** `step` that stands to what is before it as `as` does. */
function relinked(step: LocatorStep, as?: LocatorStep): LocatorStep {
  const { link, ...own } = step
  return link === as?.link ? step : { ...own, ...(as?.link && { link: as.link }) }
}

function followAll(
  start: Followed,
  steps: readonly LocatorStep[],
  structure: Structure,
): readonly Followed[] {
  const places: Followed[] = [start]
  for (const step of steps) {
    const last = places.pop() ?? start
    const isBeside = step.link === 'and' || step.link === 'to'
    const next = isBeside ? goBeside(last, step, structure) : goOn(last, step, structure)
    addAll(
      places,
      next.filter((place) => next.length === 1 || !saysNothing(place)),
    )
  }
  return places
}

/** Whether a place is but the whole instrument that stands before its first step. */
function saysNothing({ path, read, deeper, notUnderstood }: Followed): boolean {
  const isNamed = path.length > 1 || read.length > 0 || deeper.length > 0
  return !isNamed && notUnderstood === undefined
}

/** The place that `step` leads to from `place`, or both, where it begins another one. */
function goOn(place: Followed, step: LocatorStep, structure: Structure): readonly Followed[] {
  if (place.notUnderstood !== undefined || place.isClosed === true) return [place]
  if (place.deeper.length > 0) return goOnDeeper(place, step, structure)
  const found = find(place.path, step, structure)
  if (found.kind === 'one') return arrive(place, step, found, structure)
  if (found.kind === 'many') return [refuse(place, step)]
  return confirms(place, step)
    ? [{ ...place, read: [...place.read, step] }]
    : goWithout(place, step, structure)
}

function arrive(
  place: Followed,
  step: LocatorStep,
  { path, rest, isFormer }: FoundOne,
  structure: Structure,
): readonly Followed[] {
  const there: Followed = {
    ...place,
    said: [...place.said, ...path.slice(-1)],
    path,
    read: [...place.read, ...place.deeper, step],
    deeper: [],
    ...(isFormer && { isFormer }),
  }
  return [rest === undefined ? there : goWithoutWord(there, rest, structure)]
}

/** `place`, behind which `step` names nothing; left alone where it may be of another law. */
function refuse(place: Followed, step: LocatorStep): Followed {
  return step.mayBeElsewhere === true
    ? { ...place, isClosed: true }
    : { ...place, notUnderstood: step }
}

function goDeeper(place: Followed, step: LocatorStep): Followed {
  return { ...place, deeper: [...place.deeper, step] }
}

/** `sec. 1` behind the key of that section, or of what stands below it, says nothing new; `(1)` goes on below. */
function confirms({ path, read }: Followed, step: LocatorStep): boolean {
  if (read.length === 0 && step.kinds === undefined) return false
  const known = read.length === 0 ? path : path.slice(-1)
  return known.some((provision) => isNamedBy(provision, step))
}

function isNamedBy(provision: Provision, { kinds, label, printed }: LocatorStep): boolean {
  if (provision.level === 'instrument') return false
  if (printed !== undefined) return printed.includes(provision)
  return (kinds?.includes(provision.kind) ?? true) && sameLabel(printedLabel(provision), label)
}

/** Where the corpus has nothing below `place` that `step` names. */
function goWithout(place: Followed, step: LocatorStep, structure: Structure): readonly Followed[] {
  const kinds = kindsThere(step, structure)
  if (kinds === undefined) return [goWithoutWord(place, step, structure)]
  if (kinds.length === 0) return goElsewhereDeeper(place, step)
  const below = kinds.filter((kind) => isBelow(kind, lastOf(place), structure))
  if (below.length === 0 || place.path.some((above) => isOfKind(above, kinds))) {
    return goBesideByComma(place, step, structure)
  }
  const isListed =
    lastOf(place).children.length > 0 ||
    find(place.path.slice(0, 1), step, structure).kind === 'one'
  const isAbsent = isListed && below.some((kind) => structure.complete.has(kind))
  return [isAbsent ? refuse(place, step) : goDeeper(place, step)]
}

/** Where the instrument has nothing of the kind of `step`: below `place`, but a recital is below nothing. */
function goElsewhereDeeper(place: Followed, step: LocatorStep): readonly Followed[] {
  const isBelowNone = step.kinds?.every((kind) => kind === 'recital') ?? false
  const isStart = place.read.length === 0 && place.deeper.length === 0
  if (!isBelowNone || isStart) return [goDeeper(place, step)]
  const path = place.path.slice(0, 1)
  return [place, goDeeper({ said: path, path, read: [], deeper: [] }, step)]
}

/** `(9)` names nothing where all is listed of the kinds that stand there. */
function goWithoutWord(place: Followed, step: LocatorStep, structure: Structure): Followed {
  const children = structure.places.below(lastOf(place))
  const isAbsent =
    children.length > 0 && children.every(({ provision }) => structure.complete.has(provision.kind))
  return isAbsent ? refuse(place, step) : goDeeper(place, step)
}

/** Where steps before `step` went deeper than the corpus. */
function goOnDeeper(place: Followed, step: LocatorStep, structure: Structure): readonly Followed[] {
  const kinds = kindsThere(step, structure)
  if (kinds?.length === 0) return goElsewhereDeeper(place, step)
  const found = find(place.path, step, structure)
  if (found.kind === 'one' && isSkipped(place)) return arrive(place, step, found, structure)
  if (kinds === undefined) return [goDeeper(place, step)]
  const last = lastOf(place)
  const isElsewhere =
    last.level === 'instrument' || !kinds.some((kind) => isBelow(kind, last, structure))
  return isElsewhere ? goBesideByComma(place, step, structure) : [goDeeper(place, step)]
}

/**
 * Whether the steps that the corpus does not have are a level that it leaves out: the only paragraph
 * of an article, `第四条第一款第（二）项`, or divisions, which number nothing anew.
 */
function isSkipped({ path, deeper }: Followed): boolean {
  return path.at(-1)?.level === 'measure'
    ? deeper.every(({ kinds, label }) => kinds !== undefined && sameLabel(label, '1'))
    : deeper.every(({ kinds }) => kinds?.some(isDivisionKind) ?? false)
}

function isDivisionKind(kind: ProvisionKind): boolean {
  return divisionKinds.some((known) => known === kind)
}

/** Where `step` follows a comma, but names nothing below `place`: `Art. 6(2), Annex III`. */
function goBesideByComma(
  place: Followed,
  step: LocatorStep,
  structure: Structure,
): readonly Followed[] {
  const beside = openBeside(place, step, structure)
  const isKeyAlone = place.read.length === 0 && place.deeper.length === 0
  const [first] = beside
  if (first?.notUnderstood !== undefined && isKeyAlone) return [refuse(place, step)]
  const isSure = first?.notUnderstood === undefined || isSurelyBeside(place, step)
  if (first === undefined || first.deeper.includes(step) || !isSure) return [goDeeper(place, step)]
  return [place, ...beside]
}

/** Whether `step` cannot stand below `place`: another one of a kind there, or a division behind a measure. */
function isSurelyBeside({ path }: Followed, { kinds = [] }: LocatorStep): boolean {
  const isDivision = kinds.every(isDivisionKind) && path.at(-1)?.level === 'measure'
  return isDivision || path.some((provision) => isOfKind(provision, kinds))
}

/** Where `step` is joined to `place` by a word: `Art. 6(2) and Annex III`. */
function goBeside(place: Followed, step: LocatorStep, structure: Structure): readonly Followed[] {
  const beside = openBeside(place, step, structure)
  return [place, ...beside.map((other) => (step.link === 'to' ? asRangeEnd(other) : other))]
}

function asRangeEnd(place: Followed): Followed {
  return { ...place, endsRange: true }
}

/** The place beside `place` that `step` begins; none where it may be of another law. */
function openBeside(place: Followed, step: LocatorStep, structure: Structure): readonly Followed[] {
  const said = place.said.slice(0, 1)
  const base: Followed = { said, path: baseBeside(place, step, structure), read: [], deeper: [] }
  const found = find(base.path, step, structure)
  if (found.kind === 'one') return arrive(base, step, found, structure)
  const kinds = kindsThere(step, structure)
  const isAbsent =
    found.kind === 'many' ||
    (kinds?.some((kind) => structure.complete.has(kind)) ??
      goWithoutWord(base, step, structure).notUnderstood !== undefined)
  if (!isAbsent || isBesideDeeper(place, step)) return [goDeeper(base, step)]
  const refused = refuse(base, step)
  return refused.isClosed === true ? [] : [refused]
}

/** From where `step`, beside the last one of `place`, is to be followed. */
function baseBeside(
  place: Followed,
  step: LocatorStep,
  structure: Structure,
): readonly Provision[] {
  const { path } = place
  const { kinds } = step
  const isDeep = isBesideDeeper(place, step)
  if (kinds === undefined) return isDeep ? path : baseWithoutWord(place, step, structure)
  if (isDeep && isNeverAlone(step, structure)) return path
  const bases = basesBeside(place, step, kinds)
  const nearest = bases.find((base) => find(base, step, structure).kind === 'one')
  return nearest ?? (isDeep ? path : (bases.at(-1) ?? path.slice(0, 1)))
}

/** Whether `step` goes on a list of which something lies deeper than the corpus already: `(2)` of `art. 3(1) and (2)`. */
function isBesideDeeper({ read, deeper }: Followed, step: LocatorStep): boolean {
  const ofKind = ({ kinds }: LocatorStep): boolean => kinds?.join() === step.kinds?.join()
  const isAlike = (other: LocatorStep): boolean => ofKind(other) && sameForm(other, step)
  const isHigher = step.kinds === undefined && !deeper.some(isAlike) && read.some(isAlike)
  return deeper.some(ofKind) && !isHigher
}

/** Whether both are numbers, or neither is: `(6)` goes on `(1)` of `Annex III(1)(a)`. */
function sameForm(one: LocatorStep, other: LocatorStep): boolean {
  return /^\d/.test(one.label) === /^\d/.test(other.label)
}

/** Whether all that `step` can mean are parts of something, counted anew in each: points, paragraphs. */
function isNeverAlone(step: LocatorStep, structure: Structure): boolean {
  return kindsThere(step, structure)?.every((kind) => partKinds.has(kind)) ?? true
}

/**
 * The ways down from which a step of `kinds` may start beside `place`, the longest first: from above
 * what is of its kind there, as far up as nothing was said of what stands above that. What goes on a
 * list stands beside what its word named first: `4` of `§§ 3(a), 4(b)` beside section 3.
 */
function basesBeside(
  { path, said }: Followed,
  { goesOn }: LocatorStep,
  kinds: readonly ProvisionKind[],
): readonly (readonly Provision[])[] {
  const isAlike = (provision: Provision): boolean => isOfKind(provision, kinds)
  const first = goesOn === true ? said.slice(1).find(isAlike) : undefined
  const sibling = first === undefined ? path.findLastIndex(isAlike) : path.indexOf(first)
  const bases = path.map((_, at) => path.slice(0, at + 1)).toReversed()
  if (sibling < 1) return bases.slice(1)
  const above = bases.slice(path.length - sibling)
  const lowest = above.findIndex((base) => said.some((provision) => provision === base.at(-1)))
  return lowest === -1 ? above : above.slice(0, lowest + 1)
}

/** `(2)` in `art. 5(1)(a) and (2)` stands beside `(1)`: as high as there are steps without a word. */
function baseWithoutWord(
  { path, read }: Followed,
  step: LocatorStep,
  structure: Structure,
): readonly Provision[] {
  const worded = read.findLastIndex(({ kinds }) => kinds !== undefined)
  const steps = Math.max(1, read.length - 1 - worded)
  const bases = Array.from({ length: steps }, (_, up) => path.slice(0, -1 - up))
  const possible = bases.filter((base) => base.length > 0)
  const nearest = possible.find((base) => find(base, step, structure).kind === 'one')
  return nearest ?? possible[0] ?? path
}

function isOfKind(provision: Provision, kinds: readonly ProvisionKind[]): boolean {
  return provision.level !== 'instrument' && kinds.includes(provision.kind)
}

/** The kinds that the word of `step` can mean and the instrument has; `undefined` without a word. */
function kindsThere(
  { kinds }: LocatorStep,
  { below }: Structure,
): readonly ProvisionKind[] | undefined {
  return kinds?.filter((kind) => below.get('instrument')?.has(kind) ?? false)
}

function isBelow(kind: ProvisionKind, provision: Provision, { below }: Structure): boolean {
  return below.get(kindOf(provision))?.has(kind) ?? false
}

function lastOf({ path }: Followed): Provision {
  const last = path.at(-1)
  if (last === undefined) throw new Error('A path has its instrument at least.')
  return last
}

interface FoundOne {
  readonly kind: 'one'
  readonly path: readonly Provision[]
  /** What is left of a step of several parts: `1` of `Article 13.1`. */
  readonly rest?: LocatorStep
  readonly isFormer?: true
}

type Found = FoundOne | { readonly kind: 'many' | 'none' }

/** What `step` names below the last of `path`: a child, else the only one further down. */
function find(path: readonly Provision[], step: LocatorStep, structure: Structure): Found {
  const found = namedBelow(path, step, structure)
  const [first] = found
  if (first === undefined) return findInParts(path, step, structure)
  return found.length === 1 ? foundOne(first, structure) : { kind: 'many' }
}

/** `placed`, with the way that leads to it today. */
function foundOne({ provision, above, formerly }: Placed, { places }: Structure): FoundOne {
  if (formerly === undefined) return { kind: 'one', path: [...above, provision] }
  const [today] = places.of([provision])
  return { kind: 'one', path: [...(today?.above ?? above), provision], isFormer: true }
}

/**
 * The provisions nearest below the last of `path` that `step` names. No division is nearer than another
 * to what is counted anew in each: `point 9` names none of several annexes.
 */
export function namedBelow(
  path: readonly Provision[],
  step: LocatorStep,
  structure: Structure,
): readonly Placed[] {
  const last = path.at(-1)
  const all = namedAnywhere(step, structure).filter(
    (placed) => placed.above[path.length - 1] === last && isNamedFrom(path, placed, step),
  )
  const isPart = step.kinds !== undefined && isNeverAlone(step, structure)
  const depth = isPart ? measuresAbove : levelsAbove
  const nearest = leastOf(all.map(depth))
  return all.filter((placed) => depth(placed) === nearest)
}

/** Whether `step` says all that names `placed` below `path`: `18` of a target that is printed `17.18` does behind its goal alone. */
function isNamedFrom(
  path: readonly Provision[],
  { provision: { place }, above }: Placed,
  { label, printed }: LocatorStep,
): boolean {
  const isChild = above.at(-1) === path.at(-1)
  return isChild || printed !== undefined || sameLabel(place?.en.split(' ').at(-1) ?? label, label)
}

function measuresAbove({ above }: Placed): number {
  return above.filter(({ level }) => level === 'measure').length
}

function levelsAbove({ above }: Placed): number {
  return above.length
}

/** The provisions that bear the printed place that `step` is, else its label and a kind of its word. */
function namedAnywhere(
  { kinds, label, printed }: LocatorStep,
  structure: Structure,
): readonly Placed[] {
  if (printed !== undefined) {
    return structure.places.of(printed)
  }
  return labelled(structure, label).filter(
    ({ provision }) => kinds?.includes(provision.kind) ?? true,
  )
}

function findInParts(path: readonly Provision[], step: LocatorStep, structure: Structure): Found {
  const parts = step.printed === undefined ? /^(\d+)\.(.+)$/.exec(step.label) : null
  if (parts === null) return { kind: 'none' }
  const [, first = '', rest = ''] = parts
  const isNumberedOn = path.some((provision) => isOfKind(provision, step.kinds ?? []))
  const found = isNumberedOn
    ? ({ kind: 'none' } as const)
    : find(path, { ...step, label: first }, structure)
  if (found.kind !== 'one') return found
  const [child, ...others] = labelled(structure, rest).filter(
    ({ above }) => above.at(-1) === found.path.at(-1),
  )
  return child !== undefined && others.length === 0
    ? foundOne(child, structure)
    : { ...found, rest: { ...step, label: rest } }
}

/** The provisions that stand between `first` and `last`, the ends of a range of one kind. */
export function placesBetween(
  first: Followed,
  last: Followed,
  instrument: Instrument,
  corpus: Corpus,
): readonly Provision[] {
  if ([first, last].some((end) => isNotUnderstood(end) || end.deeper.length > 0)) return []
  const { all } = structureOf(instrument, corpus).places
  const [from, to] = [first, last].map((end) =>
    all.findIndex(({ provision }) => provision === lastOf(end)),
  )
  const end = all[from ?? -1]
  if (end?.provision.kind !== kindOf(lastOf(last))) return []
  return all
    .slice((from ?? 0) + 1, to)
    .filter(
      (placed) => placed.provision.kind === end.provision.kind && depthOf(placed) === depthOf(end),
    )
    .map(({ provision }) => provision)
}

/** How many of its own kind stand above it. */
function depthOf({ provision, above }: Placed): number {
  return above.filter((one) => kindOf(one) === provision.kind).length
}
