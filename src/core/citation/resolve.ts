import { distance } from 'fastest-levenshtein'
import { childrenOf, type Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf, longestKey, parseKey, pathOf } from '../corpus/key.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { readLocator, type LocatorStep } from './locator.ts'
import { printedLabel } from './locatorLabels.ts'
import { sameLabel } from '../text/numerals.ts'

/** What the key of a citation names, and what is wrong with it. */
export type Resolution =
  | {
      readonly kind: 'resolved'
      readonly provision: Provision
      /** Whether the key alone names it, or the steps of a locator after it do. */
      readonly by: 'key' | 'locator'
      /** The first step that names nothing below what the steps before it name. */
      readonly unmatched?: LocatorStep
    }
  /** Meant as ours, as it has the form of a key of an instrument that is known or nearly so. */
  | { readonly kind: 'unknown'; readonly key: string }
  /** The key of a provision in another case or in full-width characters. */
  | { readonly kind: 'otherCase'; readonly provision: Provision }
  /** A key that took the text after it into itself: `@us-aiap-2025:I.1.3规定`. */
  | {
      readonly kind: 'swallowed'
      readonly provision: Provision
      /** The length of the part that names it, in UTF-16 units. */
      readonly keySpanLength: number
    }
  /** The id of an instrument, and then what is no path: `us-aiap-2025/I.1`. */
  | { readonly kind: 'malformed'; readonly key: string; readonly instrument: Instrument }
  /** A key of the analyst's own bibliography; never reported. */
  | { readonly kind: 'foreign' }

/** What is known of a citation here. */
export interface CitedKey {
  /** As written, without `@` and braces. */
  readonly key: string
}

/**
 * What `citation` names in `corpus`. `suffixText` is the text of its suffix, empty when it has none: in
 * the bibliographic form (`[@us-aiap-2025, pillar I, sec. 1, action 3]`) the narrowest provision that
 * its steps name is meant.
 */
export function resolveCitation(
  citation: CitedKey,
  suffixText: string,
  corpus: Corpus,
): Resolution {
  const { key } = citation
  const provision = corpus.byKey.get(key)
  if (provision === undefined) return resolveUnknown(key, corpus)
  if (provision.level === 'instrument' && /^\s?：\s?[a-z\d]/i.test(suffixText)) {
    return { kind: 'malformed', key, instrument: provision }
  }
  return suffixText === ''
    ? { kind: 'resolved', provision, by: 'key' }
    : followSteps(provision, readLocator(suffixText).steps, corpus)
}

function followSteps(start: Provision, steps: readonly LocatorStep[], corpus: Corpus): Resolution {
  let provision = start
  for (const step of steps) {
    const next = findBelow(provision, step, corpus)
    if (next !== undefined) provision = next
    else if (!namesItself(provision, step)) return resolvedBy(start, provision, step)
  }
  return resolvedBy(start, provision)
}

function resolvedBy(start: Provision, provision: Provision, unmatched?: LocatorStep): Resolution {
  const by = provision === start ? 'key' : 'locator'
  return { kind: 'resolved', provision, by, ...(unmatched && { unmatched }) }
}

/** `sec. 1` after the key of that section says nothing new. */
function namesItself(provision: Provision, step: LocatorStep): boolean {
  return matches(provision, step)
}

/** The provision that `step` names below `provision`: a child, else the only one further down. */
function findBelow(provision: Provision, step: LocatorStep, corpus: Corpus): Provision | undefined {
  let level: readonly Provision[] = childrenOf(corpus, provision)
  while (level.length > 0) {
    const found = level.filter((candidate) => matches(candidate, step))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
    level = level.flatMap((candidate) => childrenOf(corpus, candidate))
  }
  return undefined
}

function matches(provision: Provision, { kinds, label }: LocatorStep): boolean {
  if (provision.level === 'instrument') return false
  if (kinds !== undefined && !kinds.includes(provision.kind)) return false
  return sameLabel(printedLabel(provision), label)
}

function resolveUnknown(key: string, corpus: Corpus): Resolution {
  const folded = corpus.instruments.length === 0 ? undefined : foldedKeys(corpus).get(fold(key))
  if (folded !== undefined) return { kind: 'otherCase', provision: folded }
  return swallowed(key, corpus) ?? meantAsOurs(key, corpus) ?? { kind: 'foreign' }
}

/** Of each corpus, its provisions by their keys in lower case; the first of equal ones. */
const foldedKeysOf = new WeakMap<Corpus, ReadonlyMap<string, Provision>>()

function foldedKeys(corpus: Corpus): ReadonlyMap<string, Provision> {
  const known = foldedKeysOf.get(corpus)
  if (known !== undefined) return known
  const keys = new Map(
    corpus.provisions.toReversed().map((provision) => [fold(provision.key), provision]),
  )
  foldedKeysOf.set(corpus, keys)
  return keys
}

function fold(key: string): string {
  return key
    .slice(0, 2 * longestKey)
    .normalize('NFKC')
    .toLowerCase()
}

/** Where text of another script, or the underscore that ends emphasis, begins in a key. */
const afterAnyKey = [/[^\0-\x7F]/, /_+$/]
/** Where more begins after a key with a path; after a mere id it may be a key of the analyst's own. */
const afterPath = [/_/, /-[a-z]+$/]

function swallowed(key: string, corpus: Corpus): Resolution | undefined {
  const read = key.slice(0, 2 * longestKey)
  for (const pattern of read.includes(':') ? [...afterAnyKey, ...afterPath] : afterAnyKey) {
    const start = read.search(pattern)
    const own = start === -1 ? '' : read.slice(0, start).replace(/[:.#$%&+?<>~/-]+$/, '')
    const provision = corpus.byKey.get(own)
    if (provision !== undefined) return { kind: 'swallowed', provision, keySpanLength: own.length }
  }
  return undefined
}

function meantAsOurs(key: string, corpus: Corpus): Resolution | undefined {
  if (key.length > longestKey) return undefined
  const instrument = corpus.instruments.find((candidate) => candidate.key === instrumentIdOf(key))
  const path = pathOf(key)
  if (instrument !== undefined && path !== undefined) {
    return parseKey(key) === undefined
      ? { kind: 'malformed', key, instrument }
      : { kind: 'unknown', key }
  }
  if (path !== undefined)
    return isNearlyOurs(key, path, corpus) ? { kind: 'unknown', key } : undefined
  const other = corpus.instruments.find((candidate) => hasOtherSeparator(key, candidate, corpus))
  return other && { kind: 'malformed', key, instrument: other }
}

/** `us-aiap-2024:I.1`, `us-aipa-2025:I.1.1`: the form of a key, the id a slip away, or without its year. */
function isNearlyOurs(key: string, path: string, corpus: Corpus): boolean {
  if (!/^[a-z\d]+(?:[.-][a-z\d]+)*$/i.test(path)) return false
  const id = instrumentIdOf(key).toLowerCase()
  return corpus.instruments.some(
    (instrument) => isSlip(id, instrument.key) || isShortened(id, path, instrument, corpus),
  )
}

function isSlip(id: string, known: string): boolean {
  const slips = known.length < 6 ? 0 : known.length < 9 ? 1 : 2
  return Math.abs(id.length - known.length) <= slips && distance(id, known) <= slips
}

function isShortened(id: string, path: string, instrument: Instrument, corpus: Corpus): boolean {
  return (
    id.includes('-') &&
    instrument.key.startsWith(`${id}-`) &&
    corpus.byKey.has(`${instrument.key}:${path}`)
  )
}

/** `us-aiap-2025/I.1`, `us-aiap-2025#I`: the id, another mark than `:`, and a path like those of the instrument. */
function hasOtherSeparator(key: string, instrument: Instrument, corpus: Corpus): boolean {
  if (!key.startsWith(instrument.key)) return false
  const path = key.slice(instrument.key.length + 1)
  switch (key.charAt(instrument.key.length)) {
    case '':
      return false
    case '-':
    case '_':
      return corpus.byKey.has(`${instrument.key}:${path}`)
    default:
      return beginsLikePath(path, instrument, corpus)
  }
}

function beginsLikePath(path: string, instrument: Instrument, corpus: Corpus): boolean {
  const label = /^[a-z\d]+/i.exec(path)?.[0]
  return label !== undefined && corpus.byKey.has(`${instrument.key}:${label}`)
}

/**
 * The provisions whose keys are nearest to `raw` by edit distance, the nearest first, at most `limit`;
 * those of which more than a third (of the longer one) would have to change are left out.
 */
export function nearestKeys(raw: string, corpus: Corpus, limit: number): readonly Provision[] {
  const wanted = fold(raw).slice(0, longestKey)
  return corpus.provisions
    .map((provision) => ({ provision, edits: distance(wanted, provision.key.toLowerCase()) }))
    .filter(({ provision, edits }) => edits * 3 <= Math.max(wanted.length, provision.key.length))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, limit)
    .map(({ provision }) => provision)
}
