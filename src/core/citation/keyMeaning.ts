import { distance } from 'fastest-levenshtein'
import type { Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf, longestKey, parseKey, pathOf } from '../corpus/key.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { StoredKeys } from '../corpus/stored/storedKeys.ts'
import { runStart } from '../text/characters.ts'

/** What the key of a citation names, and what is wrong with it. */
export type KeyMeaning =
  /** Also by a key that it had before: see {@link Corpus.byKey}. */
  | { readonly kind: 'known'; readonly provision: Provision }
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

/** What `key`, as written without `@` and braces, names in `corpus`, whatever stands behind it. */
export function readKey(key: string, corpus: Corpus): KeyMeaning {
  const provision = corpus.byKey.get(key)
  return provision === undefined ? readUnknown(key, corpus) : { kind: 'known', provision }
}

function readUnknown(key: string, corpus: Corpus): KeyMeaning {
  const folded = corpus.instruments.length === 0 ? undefined : inAnyCase(fold(key), corpus)
  if (folded !== undefined) return { kind: 'otherCase', provision: folded }
  return swallowed(key, corpus) ?? meantAsOurs(key, corpus) ?? { kind: 'foreign' }
}

/** Of each corpus, its provisions by their keys in lower case; the first of equal ones. */
const foldedKeysOf = new WeakMap<Corpus, ReadonlyMap<string, Provision>>()

/** The first whose key is `folded` in lower case. */
function inAnyCase(folded: string, corpus: Corpus): Provision | undefined {
  const { byKey } = corpus
  return byKey instanceof StoredKeys ? byKey.getInAnyCase(folded) : foldedKeys(corpus).get(folded)
}

function foldedKeys(corpus: Corpus): ReadonlyMap<string, Provision> {
  const known = foldedKeysOf.get(corpus)
  if (known !== undefined) return known
  const keys = new Map(
    [...corpus.byKey].toReversed().map(([key, provision]) => [fold(key), provision]),
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

/** Where text of another script, a tag, maths or an entity, or the underscore that ends emphasis, begins in a key. */
const afterAnyKey = [/[^\0-\x7F]/, /[<$&]/, /(?<!_)_+$/]
/** Where more begins after a key with a path; after a mere id it may be a key of the analyst's own. */
const afterPath = [/_/, /-[a-z]+$/]

function swallowed(key: string, corpus: Corpus): KeyMeaning | undefined {
  const read = key.slice(0, 2 * longestKey)
  for (const pattern of read.includes(':') ? [...afterAnyKey, ...afterPath] : afterAnyKey) {
    const start = read.search(pattern)
    const own = start === -1 ? '' : read.slice(0, runStart(read, /[:.#$%&+?<>~/-]/, start))
    const provision = corpus.byKey.get(own)
    if (provision !== undefined) return { kind: 'swallowed', provision, keySpanLength: own.length }
  }
  return undefined
}

function meantAsOurs(key: string, corpus: Corpus): KeyMeaning | undefined {
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
  const all = known(corpus.provisions)
  const near: { readonly at: number; readonly edits: number }[] = []
  for (let at = 0; at < all.length; at++) {
    const key = all.keyAt(at)
    const edits = distance(wanted, key.toLowerCase())
    if (edits * 3 <= Math.max(wanted.length, key.length)) near.push({ at, edits })
  }
  near.sort((a, b) => a.edits - b.edits)
  return [...all.those(Uint32Array.from(near.slice(0, limit), ({ at }) => at))]
}
