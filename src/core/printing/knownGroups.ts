import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { movedCitation, originalOf } from '../pandoc/movedGroups.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { meaningsIn, type Report } from '../report/report.ts'
import { namedByKey } from '../report/works.ts'
import { placedGroup, type Placing } from './placing/placedCitations.ts'
import type { PlacedCitation } from './printed.ts'
import { Remembered } from './remembered.ts'

/** What a group of citations cites. */
export interface CitedInGroup {
  /** Of each place that its runs number, what is cited there. */
  readonly places: readonly (Provision | undefined)[]
  /** What it is about, where it cites one thing. */
  readonly cited?: Provision
  /** The instruments that it cites. */
  readonly instruments: readonly Instrument[]
  /** Whether any key of it is one of ours, or meant as one. */
  readonly isOurs: boolean
  /** Its keys that are meant as ours and name nothing. */
  readonly unknown: readonly string[]
}

/** What a group says by itself. */
export interface SaidInGroup {
  /** All that decides it: of two with the same text both say the same, wherever they stand. */
  readonly text: string
  /** What its keys name. */
  readonly works: readonly Provision[]
}

/** A group, its citations with their places. */
interface PlacedGroup {
  readonly placed: readonly PlacedCitation[]
  readonly about: CitedInGroup
}

/** The groups of a version of a report, and of the one before, as they are read with one corpus, in one style and one language. */
export class KnownGroups {
  readonly #said: WeakMap<CitationGroup, SaidInGroup>
  readonly #read: Remembered<string, PlacedGroup>

  constructor(before?: KnownGroups) {
    this.#said = before === undefined ? new WeakMap() : before.#said
    this.#read = new Remembered(before === undefined ? undefined : before.#read)
  }

  /** What `group` of `report` says by itself. */
  saidIn(group: CitationGroup, report: Report, corpus: Corpus): SaidInGroup {
    const original = originalOf(group)
    const known = this.#said.get(original)
    if (known !== undefined) return known
    const said = saidIn(group, report, corpus)
    this.#said.set(original, said)
    return said
  }

  of(group: CitationGroup, placing: Placing, corpus: Corpus): PlacedGroup {
    const { report, items } = placing
    // An item is there for a key that is malformed, too, where the same key stands elsewhere as it should.
    const held = group.citations.map(({ key }) => (items.has(key) ? '+' : '-')).join('')
    return this.#read.of(this.saidIn(group, report, corpus).text, held, () => {
      const placed = placedGroup(group, placing)
      return { placed, about: citedInGroup(group, placed, report, corpus) }
    })
  }
}

function saidIn(
  { span: { start, end }, citations }: CitationGroup,
  report: Report,
  corpus: Corpus,
): SaidInGroup {
  const parts = citations.map((citation) => {
    const meaning = report.meaningOf(citation, corpus)
    const named = [meaning?.key.kind, meaning?.places[0]?.provision.key]
    return [movedCitation(citation, -start), report.writtenSuffixOf(citation).text, ...named]
  })
  return {
    text: JSON.stringify([report.source.slice(start, end), parts]),
    works: namedByKey(meaningsIn(report, corpus, citations)),
  }
}

function citedInGroup(
  { citations }: CitationGroup,
  placed: readonly PlacedCitation[],
  report: Report,
  corpus: Corpus,
): CitedInGroup {
  const namedBy = (citation: Citation): Provision | undefined => {
    const meaning = report.meaningOf(citation, corpus)
    return meaning?.places[0]?.provision
  }
  const named = citations.flatMap((citation) => namedBy(citation) ?? [])
  const [only] = named
  const unknown = citations.filter(isUnknown(report, corpus)).map(({ key }) => key)
  return {
    isOurs: named.length + unknown.length > 0,
    places: placed.flatMap(({ places }) => places.map(({ citation }) => namedBy(citation))),
    ...(named.length === 1 && only && { cited: only }),
    instruments: [...new Set(named.flatMap(({ key }) => instrumentOf(corpus, key) ?? []))],
    unknown,
  }
}

function isUnknown(report: Report, corpus: Corpus): (citation: Citation) => boolean {
  return (citation) => {
    const kind = report.meaningOf(citation, corpus)?.key.kind ?? 'foreign'
    return kind !== 'known' && kind !== 'foreign'
  }
}
