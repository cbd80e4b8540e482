import type { ImportCorrection } from '../../corpus/imports/importCorrection.ts'
import { headingKind } from '../../corpus/kinds.ts'
import type { InstrumentType, ProvisionKind } from '../../corpus/provision.ts'
import type { Part } from '../../official/outline.ts'
import { labelsFrom } from './labelsFrom.ts'
import { PartNames } from './partNames.ts'

/** The parts of a document as an analyst corrected them. */
export interface Corrected {
  readonly parts: readonly Part[]
  /** Of each of these parts the one of the document that it is. */
  readonly origins: ReadonlyMap<Part, Part>
  /** The corrections that fit nothing in this document, in order. */
  readonly unfit: readonly ImportCorrection[]
}

/**
 * The parts of a document with `corrections`, made for this or an earlier edition of it. All name parts of the
 * document as it was read, so that it does not matter in which order they are; of two that say something else
 * of the same of a part the later one holds, and one that is there twice is there once. The order of the
 * document is kept: what follows a part that moves up stands below it where it is deeper, as in an outline.
 */
export function correctedOutline(
  parts: readonly Part[],
  corrections: readonly ImportCorrection[],
  type: InstrumentType,
): Corrected {
  const names = new PartNames(parts)
  const wanted = new Map<Part, Wanted>()
  const unfit: ImportCorrection[] = []
  for (const correction of corrections) {
    const found = names.find(correction.part)
    if (found.length === 0) unfit.push(correction)
    for (const part of found)
      wanted.set(part, { ...wanted.get(part), ...wantedBy(correction, type) })
  }
  const rows = withoutMerged(rowsOf(parts, wanted), names)
  return { ...treeOf(rows), unfit }
}

/** What is wanted of a part: one thing of each sort. */
interface Wanted {
  readonly isOut?: boolean
  readonly isMerged?: boolean
  readonly level?: Part['level']
  readonly kind?: Part['kind'] | undefined
  readonly label?: string
  readonly from?: string
  /** So many levels down; up where it is below 0. */
  readonly deeper?: number
}

function wantedBy(correction: ImportCorrection, type: InstrumentType): Wanted {
  switch (correction.does) {
    case 'leave out':
      return { isOut: true }
    case 'keep':
      return { isOut: false, isMerged: false }
    case 'merge':
      return { isMerged: true }
    case 'division':
    case 'measure':
      return { level: correction.does, kind: undefined }
    case 'kind':
      return wantedKind(correction.kind, type)
    case 'label':
      return { label: correction.label }
    case 'number':
      return { from: correction.from }
    case 'up':
      return { deeper: -correction.levels }
    case 'down':
      return { deeper: correction.levels }
  }
}

function wantedKind(kind: ProvisionKind, type: InstrumentType): Wanted {
  const { level = 'division' } = headingKind(kind, type) ?? {}
  return { level, kind }
}

/** A part of the tree that is being made, in the order of the document. */
interface Row {
  readonly part: Part
  readonly depth: number
  readonly wanted: Wanted
}

/** All parts that are kept, each before those within it, as deep as they are wanted. */
function rowsOf(
  parts: readonly Part[],
  wanted: ReadonlyMap<Part, Wanted>,
  depth = 0,
): readonly Row[] {
  return parts.flatMap((part) => {
    const own = wanted.get(part) ?? {}
    if (own.isOut === true) return rowsOf(part.parts, wanted, depth)
    const here = Math.max(0, depth + (own.deeper ?? 0))
    return [{ part, depth: here, wanted: own }, ...rowsOf(part.parts, wanted, here + 1)]
  })
}

interface MergedRow extends Row {
  /** What is text of it, in order. */
  readonly more: Part[]
}

/** `rows`, each that is to be merged with the one before it being text of that one; the first of all stays. */
function withoutMerged(rows: readonly Row[], names: PartNames): readonly MergedRow[] {
  const left: MergedRow[] = []
  const holders = new Map<Part, MergedRow>()
  const holderOf = (part: Part): MergedRow | undefined => {
    let before = names.before(part)
    while (before !== undefined && !holders.has(before)) before = names.before(before)
    return before === undefined ? left.at(-1) : holders.get(before)
  }
  for (const row of rows) {
    const holder = row.wanted.isMerged === true ? holderOf(row.part) : undefined
    const own = holder ?? { ...row, more: [] }
    if (holder === undefined) left.push(own)
    else own.more.push(row.part)
    holders.set(row.part, own)
  }
  return left
}

interface Node {
  readonly row: MergedRow
  readonly depth: number
  readonly below: Node[]
}

/** The tree of `rows`: each stands in the nearest one above it that is less deep. */
function treeOf(rows: readonly MergedRow[]): Pick<Corrected, 'parts' | 'origins'> {
  const roots: Node[] = []
  const open: Node[] = []
  for (const row of rows) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= row.depth) open.pop()
    const node = { row, depth: row.depth, below: [] }
    ;(open.at(-1)?.below ?? roots).push(node)
    open.push(node)
  }
  const origins = new Map<Part, Part>()
  return { parts: partsOf(roots, origins), origins }
}

function partsOf(nodes: readonly Node[], origins: Map<Part, Part>): readonly Part[] {
  const numbers = new Map<Part['level'], Iterator<string, never>>()
  return nodes.map(({ row, below }) => {
    const { part, wanted, more } = row
    const level = wanted.level ?? part.level
    if (wanted.from !== undefined) numbers.set(level, labelsFrom(wanted.from))
    const label = wanted.label ?? numbers.get(level)?.next().value ?? part.label
    const parts = partsOf(below, origins)
    const kind = level === part.level ? (wanted.kind ?? part.kind) : wanted.kind
    const isAsItWas =
      level === part.level &&
      label === part.label &&
      kind === part.kind &&
      more.length === 0 &&
      parts.length === part.parts.length &&
      parts.every((one, at) => one === part.parts[at])
    const made = isAsItWas
      ? part
      : { ...merged(part, more), ...changed({ level, label, kind }), parts }
    origins.set(made, part)
    return made
  })
}

function changed({
  level,
  label,
  kind,
}: {
  readonly level: Part['level']
  readonly label: string | undefined
  readonly kind: Part['kind'] | undefined
}): Pick<Part, 'level' | 'label' | 'kind'> {
  return { level, ...(label !== undefined && { label }), ...(kind !== undefined && { kind }) }
}

/** `part`, without its kind, label and what holds only where it stands, with the words of `more` behind its own. */
function merged(
  part: Part,
  more: readonly Part[],
): Omit<Part, 'level' | 'kind' | 'label' | 'parts'> {
  const all = [part, ...more]
  const texts = [part.text, ...more.flatMap((one) => [one.printed ?? one.heading ?? '', one.text])]
  const pages = all.flatMap(({ pages }) => pages ?? [])
  const agencies = new Set(all.flatMap(({ agencies = [] }) => agencies))
  const asides = all.flatMap(({ asides = [] }) => asides)
  const { heading, printed, id, pageStarts } = part
  return {
    ...(heading !== undefined && { heading }),
    ...(printed !== undefined && { printed }),
    text: texts.filter((text) => text !== '').join('\n\n'),
    ...(pages.length > 0 && {
      pages: {
        first: pages.reduce((least, { first }) => Math.min(least, first), Infinity),
        last: pages.reduce((most, { last }) => Math.max(most, last), 0),
      },
    }),
    ...(more.length === 0 && pageStarts !== undefined && { pageStarts }),
    ...(id !== undefined && { id }),
    ...(agencies.size > 0 && { agencies: [...agencies] }),
    ...(asides.length > 0 && { asides }),
  }
}
