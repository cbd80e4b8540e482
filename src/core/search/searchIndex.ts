import { hasEnded, isClaim, type Corpus, type InstrumentFile } from '../corpus/corpus.ts'
import { instrumentIdOf, type Key } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import type { ProvisionList } from '../corpus/stored/provisionList.ts'
import { noSynonyms, type Synonyms } from '../words/synonyms.ts'
import { browsingOrder } from './browsingOrder.ts'
import type { OfficialWords } from './officialWords.ts'
import { searchedFieldsOf, type Surroundings } from './searchedFields.ts'
import { addOfficialWords, buildSegment, buildSegmentInSlices } from './index/buildSegment.ts'
import type { SearchDocument, Standing } from './index/searchDocument.ts'
import { oneBehindTheOther, type PlacedSegments } from './index/segmentPlace.ts'
import { openSegment, type Segment } from './index/segment.ts'
import { emptyFingerprint, fingerprintOf } from './index/segmentDraft.ts'
import type { Effort } from './matching/searchSegments.ts'

/**
 * What a corpus snapshot is searched with. It belongs to that snapshot: a new corpus needs a new
 * index, but for the segments of instruments that did not change. Provisions go by their number in
 * the corpus.
 */
export interface SearchIndex extends PlacedSegments {
  readonly corpus: Corpus
  /** What an empty query offers. */
  readonly browsing: ProvisionList
  /** What words of a sentence say the same. */
  readonly synonyms: Synonyms
  /** What searches of this index have cost. */
  readonly effort: Effort
}

const noWords: OfficialWords = new Map()

/** The index of a corpus snapshot, in one segment. */
export function createSearchIndex(
  corpus: Corpus,
  synonyms?: Synonyms,
  official?: OfficialWords,
): SearchIndex {
  const segments = [compiledSegment(compileIndex(corpus, official))]
  return searchIndexOf(corpus, oneBehindTheOther(segments), synonyms)
}

/** The bytes of the index of a corpus snapshot, with the words of its issuers: those of one segment. */
export function compileIndex(corpus: Corpus, official = noWords): Uint8Array {
  return buildSegment(documentsOf([corpus], corpus, official))
}

/**
 * The bytes of the segment of `instruments`, whole ones, in a corpus with what `surroundings` say. Pauses
 * (yields) after every few milliseconds of work. Of each only that is in memory which is being read, where
 * they are made as they are asked for.
 */
export function compileInSlices(
  instruments: Iterable<Pick<InstrumentFile, 'provisions'>>,
  surroundings: Surroundings,
): Generator<void, Uint8Array, void> {
  return buildSegmentInSlices(documentsOf(instruments, surroundings, noWords))
}

/**
 * The bytes of `segment`, which is that of `provisions`, with more words of their issuers. Pauses (yields)
 * after every few milliseconds of work.
 */
export function withOfficialWords(
  segment: Segment,
  provisions: ProvisionList,
  words: OfficialWords,
): Generator<void, Uint8Array> {
  const all = known(provisions)
  return addOfficialWords(segment, (document) => words.get(all.keyAt(document)))
}

/** The index of `corpus` of `placed`, which has each of its provisions once. */
export function searchIndexOf(
  corpus: Corpus,
  { segments, places }: PlacedSegments,
  synonyms = noSynonyms,
): SearchIndex {
  return {
    corpus,
    segments,
    places,
    synonyms,
    browsing: browsingOrder(corpus),
    effort: { documents: 0, keys: 0 },
  }
}

/**
 * The segment in `bytes` when it is one of `provisions`; `undefined` for one of others, of another
 * version, and for bytes that are cut or damaged. Never throws.
 */
export function readSegment(bytes: Uint8Array, provisions: ProvisionList): Segment | undefined {
  const segment = openSegment(bytes)
  if (segment?.size !== provisions.length) return undefined
  return segment.fingerprint === fingerprintOfKeys(provisions) ? segment : undefined
}

/** A number that tells the keys of `provisions`, in their order, from others (FNV-1a). */
export function fingerprintOfKeys(provisions: ProvisionList): number {
  const all = known(provisions)
  let fingerprint = emptyFingerprint
  for (let at = 0; at < all.length; at++) fingerprint = fingerprintOf(all.keyAt(at), fingerprint)
  return fingerprint
}

/**
 * The segment in bytes that were just compiled.
 *
 * @throws Error where they hold none, which is a fault of ours.
 */
export function compiledSegment(bytes: Uint8Array): Segment {
  const segment = openSegment(bytes)
  if (segment === undefined) throw new Error('A segment that was just compiled cannot be read.')
  return segment
}

function* documentsOf(
  instruments: Iterable<Pick<InstrumentFile, 'provisions'>>,
  surroundings: Surroundings,
  official: OfficialWords,
): Generator<SearchDocument, void, void> {
  const numbers = new Map<Key, number>()
  const ended = new Set<string>()
  for (const { provisions } of instruments) {
    for (const provision of provisions) {
      const isInstrument = provision.level === 'instrument'
      const parent = isInstrument ? -1 : (numbers.get(provision.parent) ?? -1)
      numbers.set(provision.key, numbers.size)
      if (isInstrument && hasEnded(provision)) ended.add(provision.key)
      yield {
        key: provision.key,
        parent,
        fields: searchedFieldsOf(surroundings, provision, official.get(provision.key)),
        standing: standingOf(provision, ended),
        ...(isInstrument || provision.pages === undefined ? {} : { pages: provision.pages }),
      }
    }
  }
}

function standingOf(provision: Provision, ended: ReadonlySet<string>): Standing {
  if (ended.has(instrumentIdOf(provision.key))) return 'ended'
  if (provision.level === 'measure' && provision.kind === 'recital') return 'recital'
  return isClaim(provision) ? 'claim' : 'primary'
}
