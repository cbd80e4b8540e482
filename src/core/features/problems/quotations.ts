import { isClaim, type Corpus } from '../../corpus/corpus.ts'
import type { Key } from '../../corpus/key.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import type { OfficialText } from '../../official/officialText.ts'
import { judgeQuotation, type Judgement, type Verdict } from '../../quotation/judgeQuotation.ts'
import { indexPassages, type Passage, type PassageIndex } from '../../quotation/passageIndex.ts'
import { quotationsOf, spanInReport, type Quotation } from '../../report/quotations.ts'
import { citedPlaces } from '../../citation/meaning.ts'
import { meaningsIn, type Report } from '../../report/report.ts'
import { sliceSpan, type Span } from '../../text/span.ts'

/** The official text of the instrument that a key belongs to, where the analyst attached its document. */
export type OfficialTextOf = (key: Key) => OfficialText | undefined

/** A quotation of a report, and what comparing it with the official text gave. */
export interface JudgedQuotation {
  readonly quotation: Quotation
  readonly verdict: Verdict
  /** What it is cited from. */
  readonly provision: Provision
  readonly citation: Citation
}

/** Words of a quotation that are not those of the passage that it is cited from. */
export interface AlteredWording {
  /** Of the words that differ, in the report; where words were left out, of the place between two. */
  readonly span: Span
  /** As the report has them; empty where words were left out. */
  readonly written: string
  /** As the issuer has them; empty where words were added. */
  readonly original: string
  /** The provision whose words they are. */
  readonly provision: Provision
}

/** A quotation whose words stand in another provision than the one that is cited. */
export interface MisplacedQuotation {
  readonly span: Span
  /** Where the words stand. */
  readonly provision: Provision
  /** The citation that stands with the quotation. */
  readonly citation: Citation
}

/** A quotation whose words stand nowhere in the official text. */
export interface UnknownQuotation {
  readonly span: Span
  /** What it is cited from. */
  readonly provision: Provision
}

/** Compares the quotations of `report` with the official texts of what they are cited from, in reading order. */
export function judgeQuotations(
  report: Report,
  corpus: Corpus,
  officialOf: OfficialTextOf,
): readonly JudgedQuotation[] {
  return judged(report, corpus, officialOf, quotationsOf(report)).map(
    ({ quotation, judgement, provision, citation }) => ({
      quotation,
      verdict: judgement.verdict,
      provision,
      citation,
    }),
  )
}

/** What is wrong with the quotations of a report, each in reading order. */
export interface QuotationProblems {
  readonly altered: readonly AlteredWording[]
  readonly misplaced: readonly MisplacedQuotation[]
  readonly unknown: readonly UnknownQuotation[]
}

/**
 * Of `quotations` of `report` the words that differ from the official text, the quotations that stand in another
 * provision than the one cited, and those that stand nowhere.
 */
export function findQuotationProblems(
  report: Report,
  corpus: Corpus,
  officialOf: OfficialTextOf,
  quotations: readonly Quotation[],
): QuotationProblems {
  const found = judged(report, corpus, officialOf, quotations)
  return {
    altered: found.flatMap((one) => alteredWording(one, corpus)),
    misplaced: found.flatMap((one) => misplacedQuotation(one, corpus)),
    unknown: found
      .filter(({ judgement }) => judgement.verdict === 'not found')
      .map(({ quotation, provision }) => ({ span: quotation.span, provision })),
  }
}

/** So many altered places of one quotation are told of. */
const mostAlterations = 20

function alteredWording(
  { quotation, judgement, passage }: Judged,
  corpus: Corpus,
): readonly AlteredWording[] {
  if (judgement.verdict !== 'altered' || passage === undefined) return []
  const provision = corpus.byKey.get(passage.key)
  if (provision === undefined) return []
  return judgement.alterations.slice(0, mostAlterations).map((alteration) => ({
    span: spanInReport(quotation, alteration.quoted),
    written: sliceSpan(quotation.text, alteration.quoted),
    original: sliceSpan(passage.text, alteration.passage),
    provision,
  }))
}

function misplacedQuotation(
  { quotation, judgement, citation }: Judged,
  corpus: Corpus,
): readonly MisplacedQuotation[] {
  if (judgement.verdict !== 'found elsewhere') return []
  const provision = corpus.byKey.get(judgement.key ?? '')
  return provision === undefined ? [] : [{ span: quotation.span, provision, citation }]
}

interface Judged {
  readonly quotation: Quotation
  readonly judgement: Judgement
  readonly citation: Citation
  readonly provision: Provision
  /** The passage that the words were compared with. */
  readonly passage: Passage | undefined
}

function judged(
  report: Report,
  corpus: Corpus,
  officialOf: OfficialTextOf,
  quotations: readonly Quotation[],
): readonly Judged[] {
  return quotations.flatMap((quotation) => {
    const cited = meaningsIn(report, corpus, quotation.citations).flatMap((meaning) =>
      citedPlaces(meaning)
        .filter(({ provision }) => !isClaim(provision))
        .map(({ provision }) => {
          const { citation } = meaning
          return { citation, provision, official: officialOf(provision.key) }
        }),
    )
    const [first] = cited
    if (first === undefined) return []
    const sources = cited.flatMap(({ provision, official }) =>
      official === undefined ? [] : [{ provision, official }],
    )
    const judgement = judge(quotation, sources)
    // The words may be those of a work beside it whose text we do not have.
    const compared = cited.filter(({ official }) => official !== undefined)
    const isUnsure =
      new Set(compared.map(({ citation }) => citation)).size < quotation.citations.length
    const said = isUnsure && judgement.verdict === 'not found' ? noText : judgement
    const passage = said.passages.find(({ key }) => key === said.key)
    const { citation, provision } = first
    return [{ quotation, judgement: said, citation, provision, passage }]
  })
}

/** A judgement with the passages that it rests on. */
type JudgedWords = Judgement & { readonly passages: readonly Passage[] }

const noText: JudgedWords = { verdict: 'no official text', alterations: [], passages: [] }

/** So many judgements are kept for one official text; then all are forgotten. */
const mostKept = 2000

/** What was judged before, by official text: a quotation is judged once, however often its report is looked at. */
const kept = new WeakMap<OfficialText, Map<string, JudgedWords>>()

/** What a citation names, with the official text of its instrument. */
interface Source {
  readonly provision: Provision
  readonly official: OfficialText
}

function judge({ text }: Quotation, sources: readonly Source[]): JudgedWords {
  const [first] = sources
  if (first === undefined) return noText
  const known = kept.get(first.official) ?? new Map<string, JudgedWords>()
  kept.set(first.official, known)
  const id = JSON.stringify([text, sources.map(({ provision }) => provision.key)])
  const before = known.get(id)
  if (before !== undefined) return before
  const judgement = judgeAnew(text, sources)
  if (known.size >= mostKept) known.clear()
  known.set(id, judgement)
  return judgement
}

/** Against all that is cited, and then against the rest of each official text. */
function judgeAnew(text: string, sources: readonly Source[]): JudgedWords {
  const passages = sources.flatMap(
    ({ provision, official }) => passageOf(official, provision) ?? [],
  )
  const officials = new Set(sources.map(({ official }) => official))
  const judgements = [...officials].map((official) =>
    judgeQuotation(text, passages, indexOf(official)),
  )
  const found = judgements.find(({ verdict }) => verdict !== 'not found') ?? judgements[0]
  return found === undefined ? noText : { ...found, passages }
}

/** All that `provision` says: of a division what stands below it as well, of an instrument everything. */
function passageOf(official: OfficialText, { key, level }: Provision): Passage | undefined {
  if (level === 'instrument') return { key, text: official.text }
  const passage = official.passages.get(key)
  return passage && { key, text: sliceSpan(official.text, passage.whole) }
}

const indexes = new WeakMap<OfficialText, PassageIndex>()

function indexOf(official: OfficialText): PassageIndex {
  const known = indexes.get(official)
  if (known !== undefined) return known
  const index = indexPassages(
    [...official.passages.values()].map(({ key, own }) => ({
      key,
      text: sliceSpan(official.text, own),
    })),
  )
  indexes.set(official, index)
  return index
}
