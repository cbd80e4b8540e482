import { parseCorrection, type ImportCorrection } from '../../corpus/imports/importCorrection.ts'
import type { InstrumentFile } from '../../corpus/corpus.ts'
import { usualKinds } from '../../corpus/kinds.ts'
import type { Instrument, ProvisionKind } from '../../corpus/provision.ts'
import { keptPart } from '../../editions/compareEditions.ts'
import type { EditionChange, EditionPart } from '../../editions/edition.ts'
import type { Outline } from '../../official/outline.ts'
import { proposedParts, proposeProvisions } from '../../official/proposedProvisions.ts'
import { correctedOutline } from './corrections.ts'
import { oneLine } from '../../corpusFile/writtenText.ts'
import { addAll, atOnce, visitInPieces } from '../../text/lists.ts'
import { longestRising } from './longestRising.ts'
import { pairedSections } from './pairedSections.ts'
import {
  allSections,
  isChinese,
  newSections,
  oldSections,
  type NewSection,
  type OldSection,
} from './sections.ts'

/** What can become of a provision from one edition to the next. */
export const rowKinds = [
  'inserted',
  'deleted',
  'moved',
  'changed',
] as const satisfies readonly EditionChange['kind'][]

/** What became of a provision of a corpus file in the next edition of the document, to be taken or left. */
export interface EditionRow {
  readonly kind: EditionChange['kind']
  readonly change: EditionChange
  /** The provision of the file; none of what was inserted. */
  readonly old?: OldSection
  /** What the document has now; nothing of what was deleted. */
  readonly now?: NewSection
  /** Whether what would change may be the analyst's own: the heading of a division, or a kind. It is a row of its own. */
  readonly mayBeOwn?: true
}

/** Whether a row is taken unless somebody says otherwise: neither keys nor an analyst's own words go by themselves. */
export function isUsuallyTaken({ kind, mayBeOwn }: EditionRow): boolean {
  return kind !== 'deleted' && mayBeOwn !== true
}

/** The next edition of the document that a corpus file was imported from. */
export interface NextEdition {
  readonly instrument: Instrument
  readonly outline: Outline
  readonly corrections: readonly ImportCorrection[]
  readonly unfit: readonly ImportCorrection[]
  readonly old: readonly OldSection[]
  readonly roots: readonly NewSection[]
  readonly pairs: ReadonlyMap<NewSection, OldSection>
  /** In the order of the document; what was deleted stands where it stood. */
  readonly rows: readonly EditionRow[]
}

/** The corrections that stand in the corpus file of `instrument`. */
export function correctionsOf({ imports = [] }: Instrument): readonly ImportCorrection[] {
  return imports.flatMap((text) => parseCorrection(text) ?? [])
}

/**
 * `outline` as the next edition of what `file` was imported from, its parts corrected as `corrections` say.
 * A provision is known again by its first words, else by its printed label in what it stands in, else by most
 * of its words; where that is not sure it is another one, for a key is never given to something else.
 */
export function nextEdition(
  file: InstrumentFile,
  outline: Outline,
  corrections: readonly ImportCorrection[],
): NextEdition {
  return atOnce(comparedEdition(file, outline, corrections))
}

/** Compares as {@link nextEdition} does, and pauses often, so that whoever drives it can let others in, or leave off. */
export function* comparedEdition(
  { instrument, provisions }: InstrumentFile,
  outline: Outline,
  corrections: readonly ImportCorrection[],
): Generator<undefined, NextEdition> {
  const { type } = instrument
  const { parts, unfit } = correctedOutline(outline.parts, corrections, type)
  yield undefined
  const corrected = { ...outline, parts }
  const proposed = proposeProvisions(corrected, { id: instrument.key, type })
  const roots = newSections(proposed, proposedParts(corrected), undefined)
  const old = oldSections(provisions, isChinese(proposed))
  yield undefined
  const pairs = yield* pairedSections(old, roots)
  const edition = {
    instrument,
    outline: corrected,
    corrections,
    unfit,
    old,
    roots,
    pairs,
  }
  return { ...edition, rows: yield* rowsOf(edition) }
}

type Paired = Omit<NextEdition, 'rows'>

function* rowsOf(edition: Paired): Generator<undefined, readonly EditionRow[]> {
  const { old, roots, pairs } = edition
  const isKept = new Set(pairs.values())
  const moved = movedSections(edition)
  const deleted = new Map<OldSection | undefined, EditionRow[]>()
  let last: OldSection | undefined
  for (const section of old) {
    if (isKept.has(section)) last = section
    else {
      const row = {
        kind: 'deleted',
        old: section,
        change: { kind: 'deleted', before: oldPart(section) },
      } as const
      deleted.set(last, [...(deleted.get(last) ?? []), row])
    }
  }
  const rows = [...(deleted.get(undefined) ?? [])]
  yield* visitInPieces(allSections(roots), (now) => {
    const before = pairs.get(now)
    if (before === undefined) {
      rows.push({ kind: 'inserted', now, change: { kind: 'inserted', after: newPart(now) } })
      return
    }
    addAll(rows, keptRows(before, now, moved.has(before), edition))
    addAll(rows, deleted.get(before) ?? [])
  })
  return rows
}

/** What became of a provision that is left: where it stands and how it begins, and what may be the analyst's own. */
function keptRows(
  old: OldSection,
  now: NewSection,
  isMoved: boolean,
  edition: Paired,
): readonly EditionRow[] {
  const saysOther = isSaidOtherwise(old, now)
  const isOfOwn = old.provision.level === 'division'
  const kinds = kindsOf(old, now, edition)
  const [before, after] = [oldPart(old), newPart(now)]
  const kind = isMoved ? 'moved' : saysOther && !isOfOwn ? 'changed' : undefined
  return [
    ...(kind === undefined
      ? []
      : [{ kind, old, now, change: { kind, ...keptPart(before, after) } } as const]),
    ...((saysOther && isOfOwn) || kinds !== undefined
      ? [
          {
            kind: 'changed',
            old,
            now,
            change: ownChange(before, after, kinds),
            mayBeOwn: true,
          } as const,
        ]
      : []),
  ]
}

/** What would change of what may be the analyst's own, with the kinds where they differ. */
function ownChange(
  before: EditionPart,
  after: EditionPart,
  kinds: Kinds | undefined,
): EditionChange {
  const [old, now] = kinds === undefined ? ['', ''] : kinds.map((kind) => `kind=${kind}`)
  return {
    kind: 'changed',
    ...keptPart({ ...before, text: old ?? '' }, { ...after, text: now ?? '' }),
  }
}

function oldPart({ label, said }: OldSection): EditionPart {
  return { label, heading: said, text: '' }
}

function newPart({ proposed: { label, title } }: NewSection): EditionPart {
  return { label, heading: title, text: '' }
}

/** Those that stand in something else now, or elsewhere among those that they stood beside. */
function movedSections({ old, roots, pairs }: Paired): ReadonlySet<OldSection> {
  const moved = new Set<OldSection>()
  const orders = new Map<OldSection | undefined, number[]>()
  const stayed = new Map<OldSection | undefined, OldSection[]>()
  const order = new Map(old.map((section, at) => [section, at]))
  for (const now of allSections(roots)) {
    const before = pairs.get(now)
    if (before === undefined) continue
    const above = keptAbove(now, pairs)
    if (above !== before.above) moved.add(before)
    else {
      orders.set(above, [...(orders.get(above) ?? []), order.get(before) ?? 0])
      stayed.set(above, [...(stayed.get(above) ?? []), before])
    }
  }
  for (const [above, places] of orders) {
    const inOrder = longestRising(places)
    stayed.get(above)?.forEach((section, at) => {
      if (!inOrder.has(at)) moved.add(section)
    })
  }
  return moved
}

/** The provision of the file that the nearest part above is, which the file has. */
function keptAbove(
  { above }: NewSection,
  pairs: ReadonlyMap<NewSection, OldSection>,
): OldSection | undefined {
  return above && (pairs.get(above) ?? keptAbove(above, pairs))
}

/** Whether the document begins it in other words than the file says; not where the file notes none of its words. */
function isSaidOtherwise({ provision, said }: OldSection, { proposed }: NewSection): boolean {
  const isNoted = provision.level === 'division' || provision.firstWords !== undefined
  return isNoted && oneLine(said) !== oneLine(proposed.title)
}

/** What it was and what it is. */
type Kinds = readonly [ProvisionKind, ProvisionKind]

/** The kind of a provision in the file and that of the document, where they differ. */
function kindsOf(
  { provision }: OldSection,
  { proposed }: NewSection,
  { instrument }: Paired,
): Kinds | undefined {
  const kind = proposed.kind ?? usualKinds.get(instrument.type)
  return kind === undefined || kind === provision.kind ? undefined : [provision.kind, kind]
}
