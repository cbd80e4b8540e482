import { instrumentOf, isClaim, type Corpus } from '../../../corpus/corpus.ts'
import type { Provision } from '../../../corpus/provision.ts'
import type { Citation } from '../../../pandoc/syntax.ts'
import type { OfficialVersion, OfficialVersionsOf } from '../../../official/officialVersions.ts'
import { quotedPassage, type QuotedPassage } from '../../../official/quotedPassage.ts'
import type { Judgement } from '../../../quotation/judgeQuotation.ts'
import type { Passage } from '../../../quotation/passageIndex.ts'
import { quotationsOf, spanInReport, type Quotation } from '../../../report/quotations.ts'
import { citedPlaces } from '../../../citation/meaning.ts'
import { meaningsIn, type Report } from '../../../report/report.ts'
import { sliceSpan, type Span } from '../../../text/span.ts'
import { judgeWords, noText, type JudgedWords, type OtherPlace } from './judgedWords.ts'
import { placeOfWords, type PlaceOfWords } from './placeOfWords.ts'

import { changesNotAttached, type NotAttached } from '../../../official/notAttached.ts'
import { isOwnTitle } from './ownTitle.ts'
import { saysWhichText, type VersionAge } from './saysWhichText.ts'
import { provisionJudged, versionJudged } from './versionJudged.ts'
import { wordsFoundBy, toldOf, type WordsFound, type QuotationVerdict } from './whoseWords.ts'

type Alteration = Judgement['alterations'][number]

/** A quotation of a report, and what comparing it with the official text gave. */
export interface JudgedQuotation {
  readonly quotation: Quotation
  readonly verdict: QuotationVerdict
  /** What it is cited from. */
  readonly provision: Provision
  readonly citation: Citation
  /** What the issuer says there, in the version that the report means. */
  readonly passage?: QuotedPassage
}

/** Words of a quotation that differ from those of a passage. */
export interface ChangedWords {
  /** Of the words that differ, in the report; where words were left out, of the place between two. */
  readonly span: Span
  /** As the report has them; empty where words were left out. */
  readonly written: string
  /** As the issuer has them; empty where words were added. */
  readonly original: string
}

/** Words of a quotation that are not those of the passage that it is cited from. */
export interface AlteredWording extends ChangedWords {
  /** The provision whose words they are. */
  readonly provision: Provision
  /** Whether the quotation is written in the other script of Chinese than the passage. */
  readonly isInOtherScript?: true
  /** Where a sign of omission or brackets stand for words that they may not stand for: why not. */
  readonly trespass?: Alteration['trespass']
  /** Of a sign of omission between words of two provisions: the keys of both. */
  readonly between?: Alteration['between']
  /** What puts back the words that a sign of omission stands for, with the marks around them. */
  readonly gap?: ChangedWords
  /** Where the text that is meant, or a newer one, is known but not attached. */
  readonly unattached?: NotAttached | undefined
}

/** A quotation whose words are those of another version than the one that the report means. */
export interface OtherWording {
  readonly span: Span
  readonly age: VersionAge
  /** Where the words stand. */
  readonly provision: Provision
  /** The day of the version that has them. */
  readonly day: string
  /** The day of the version that is meant. */
  readonly meantDay: string
  /** What makes of them the words of the version that is meant; empty where that is not clear. */
  readonly changes: readonly ChangedWords[]
}

/** A quotation whose words stand in another provision than the one that is cited. */
export interface MisplacedQuotation {
  readonly span: Span
  /** What has the words: the narrowest provision, or the instrument. */
  readonly provision: Provision
  /** Where in that they stand, where it does not say so itself. */
  readonly place?: PlaceOfWords
  /** The citation that stands with the quotation; what a note cites is asked of the report by {@link inNote}. */
  readonly citation?: Citation
  readonly inNote?: NotedCitation
}

/** A citation in a note of which nothing but the label is known to hold. */
export interface NotedCitation {
  readonly note: string
  /** Which of those of its group, from 0. */
  readonly at: number
}

/** A quotation whose words stand nowhere in the official text. */
export interface UnknownQuotation {
  readonly span: Span
  /** What it is cited from. */
  readonly provision: Provision
  /** Whether there may be words in the document that could not be searched. */
  readonly isPartial: boolean
  /** Where the text that is meant, or a newer one, is known but not attached. */
  readonly unattached?: NotAttached | undefined
}

/** A quotation whose words do not stand in the official text, and may be those of somebody else. */
export interface OpenQuotation {
  readonly span: Span
  /** What it is cited from. */
  readonly provision: Provision
}

/** What quotations are compared with. */
export interface Compared {
  readonly corpus: Corpus
  readonly officialOf: OfficialVersionsOf
  /** The day of the report, which says what version it means; the newest without it. */
  readonly day?: string | undefined
}

/** Compares the quotations of `report` with the official texts of what they are cited from, in reading order. */
export function judgeQuotations(report: Report, compared: Compared): readonly JudgedQuotation[] {
  return judged(report, compared, quotationsOf(report)).map((one) => judgedQuotation(one, compared))
}

function judgedQuotation(
  { quotation, judgement, provision, citation, meant, isOpen }: Judged,
  { corpus }: Compared,
): JudgedQuotation {
  const passage = meant && quotedPassage(meant.text, provision, corpus)
  const verdict = isOpen ? 'whose words' : verdictOf(judgement)
  return { quotation, verdict, provision, citation, ...(passage && { passage }) }
}

/** The verdicts that are no problem, but that a reader should know of: what the issuer says is shown with them. */
export function isToldOf({ verdict }: JudgedQuotation): boolean {
  return verdict === 'cannot be compared' || verdict === 'in the other script'
}

/** The quotation at `offset` of `report` that {@link isToldOf} holds of. */
export function toldQuotationAt(
  report: Report,
  compared: Compared,
  offset: number,
): JudgedQuotation | undefined {
  const here = quotationsOf(report).filter(({ span }) => span.start <= offset && offset <= span.end)
  return judged(report, compared, here)
    .map((one) => judgedQuotation(one, compared))
    .find(isToldOf)
}

function verdictOf(judgement: JudgedWords): QuotationVerdict {
  const { verdict, other, isInOtherScript, isTranslated } = judgement
  if (other !== undefined) return isOlder(other) ? 'superseded wording' : 'later wording'
  if (isTranslated === true) return 'cannot be compared'
  if (verdict === 'altered') return alteredBy(judgement)
  return verdict === 'verified' && isInOtherScript === true ? 'in the other script' : verdict
}

/** What alters a quotation: its words, wherever one does, or only the signs between them. */
function alteredBy({ alterations }: Judgement): 'altered' | 'stitched' | 'sense changed' {
  if (alterations.some(({ trespass }) => trespass === undefined)) return 'altered'
  return alterations.every(({ trespass }) => trespass === 'sense') ? 'sense changed' : 'stitched'
}

function isOlder({ version, meant }: OtherPlace): boolean {
  return version.day < meant.day
}

/** What is wrong with the quotations of a report, each in reading order. */
export interface QuotationProblems {
  readonly altered: readonly AlteredWording[]
  readonly misplaced: readonly MisplacedQuotation[]
  readonly unknown: readonly UnknownQuotation[]
  readonly ofOthers: readonly OtherWording[]
  readonly open: readonly OpenQuotation[]
}

/**
 * Of `quotations` of `report` the words that differ from the official text, the quotations that stand in another
 * provision than the one cited, those that stand nowhere, those that are words of another version, and those whose
 * words may be of somebody else.
 */
export function findQuotationProblems(
  report: Report,
  compared: Compared,
  quotations: readonly Quotation[],
): QuotationProblems {
  const all = judged(report, compared, quotations)
  const found = all.filter(({ isOpen }) => !isOpen)
  return {
    open: all.flatMap(({ isOpen, quotation, provision }) =>
      isOpen ? [{ span: quotation.span, provision }] : [],
    ),
    altered: found.flatMap((one) => alteredWording(one, compared)),
    misplaced: found.flatMap((one) => misplacedQuotation(one, compared)),
    unknown: found.flatMap((one) => unknownQuotation(one, compared)),
    ofOthers: found.flatMap((one) => otherWording(report, one, compared)),
  }
}

/** So many altered places of one quotation are told of. */
const mostAlterations = 20

function alteredWording(
  judged: Judged,
  { corpus, officialOf, day }: Compared,
): readonly AlteredWording[] {
  const { judgement, passage } = judged
  const isAltered = ['altered', 'stitched', 'sense changed'].includes(verdictOf(judgement))
  if (!isAltered || passage === undefined) return []
  const provision = corpus.byKey.get(judgement.key ?? '')
  if (provision === undefined) return []
  const known = changesNotAttached(officialOf(provision.key), provision, corpus, day)
  const unattached = known?.isOwn === true ? known : undefined
  const script = judgement.isInOtherScript === true ? ({ isInOtherScript: true } as const) : {}
  return judgement.alterations
    .slice(0, mostAlterations)
    .map(({ trespass, between, ...alteration }) => ({
      ...changed(judged, alteration),
      provision,
      ...script,
      unattached,
      ...(trespass && { trespass }),
      ...(between && { between }),
      ...(alteration.gap && { gap: changed(judged, alteration.gap) }),
    }))
}

function changed(
  { quotation, passage }: Pick<Judged, 'quotation' | 'passage'>,
  alteration: Pick<Alteration, 'quoted' | 'passage'>,
): ChangedWords {
  return {
    span: spanInReport(quotation, alteration.quoted),
    written: sliceSpan(quotation.text, alteration.quoted),
    original: passage === undefined ? '' : sliceSpan(passage.text, alteration.passage),
  }
}

function misplacedQuotation(
  { quotation, judgement, citation }: Judged,
  { corpus }: Compared,
): readonly MisplacedQuotation[] {
  if (judgement.verdict !== 'found elsewhere') return []
  const provision = corpus.byKey.get(judgement.key ?? '')
  if (provision === undefined) return []
  const place = placeOfWords(judgement.place, provision, corpus)
  const { span, note, citations } = quotation
  const cited =
    note === undefined ? { citation } : { inNote: { note, at: indexOfKey(citations, citation) } }
  return [{ span, provision, ...(place && { place }), ...cited }]
}

function indexOfKey(citations: readonly Citation[], { keySpan }: Citation): number {
  return citations.findIndex((one) => one.keySpan.start === keySpan.start)
}

function unknownQuotation(
  { quotation, judgement, provision }: Judged,
  { corpus, officialOf, day }: Compared,
): readonly UnknownQuotation[] {
  if (verdictOf(judgement) !== 'not found') return []
  const unattached = changesNotAttached(officialOf(provision.key), provision, corpus, day)
  const isPartial = judgement.isPartial === true
  return [{ span: quotation.span, provision, isPartial, unattached }]
}

function otherWording(
  report: Report,
  judged: Judged,
  { corpus }: Compared,
): readonly OtherWording[] {
  const { other } = judged.judgement
  const provision = corpus.byKey.get(other?.key ?? '')
  if (other === undefined || provision === undefined) return []
  const { span } = judged.quotation
  const [day, meantDay] = [other.version.day, other.meant.day]
  const age = isOlder(other) ? 'older' : 'newer'
  if (saysWhichText(report, judged.quotation, age, day)) return []
  return [{ span, age, provision, day, meantDay, changes: clearChanges(judged) }]
}

/** What makes words of another version those of the same provision in the one that is meant, where most of them stay. */
function clearChanges(judged: Judged): readonly ChangedWords[] {
  const { other, key, verdict } = judged.judgement
  if (verdict !== 'altered' || key === undefined || other?.citedKey !== key) return []
  const changes = judged.judgement.alterations.map((alteration) => changed(judged, alteration))
  const length = changes.reduce((sum, { written }) => sum + written.length, 0)
  return length * 2 <= judged.quotation.text.length ? changes : []
}

interface Judged {
  readonly quotation: Quotation
  readonly judgement: JudgedWords
  readonly citation: Citation
  readonly provision: Provision
  /** The version that it is judged against. */
  readonly meant: OfficialVersion | undefined
  /** The passage that the words were compared with. */
  readonly passage: Passage | undefined
  /** Whether the words may be those of somebody else. */
  readonly isOpen: boolean
}

/** What is said of a title, which is printed on the document, but in no provision. */
const ownTitle: JudgedWords = { verdict: 'verified', alterations: [] }

function judged(
  report: Report,
  { corpus, officialOf, day }: Compared,
  quotations: readonly Quotation[],
): readonly Judged[] {
  return quotations.flatMap((quotation) => {
    const cited = meaningsIn(report, corpus, quotation.citations).flatMap((meaning) =>
      citedPlaces(meaning)
        .filter(({ provision }) => !isClaim(provision))
        .map(({ provision }) => {
          const versions = officialOf(provision.key) ?? []
          const meant = versionJudged(versions, provision, corpus, day)
          return { citation: meaning.citation, provision, versions, meant }
        }),
    )
    const [first] = cited
    if (first === undefined) return []
    const sources = cited.flatMap(({ meant, ...source }) =>
      meant === undefined
        ? []
        : [{ ...source, meant, provision: provisionJudged(meant, source.provision, corpus) }],
    )
    const instrument = instrumentOf(corpus, first.provision.key)
    const judgement =
      sources.length > 0 && instrument !== undefined && isOwnTitle(quotation.text, instrument)
        ? ownTitle
        : atHome(judgeWords(quotation.text, sources), { corpus, officialOf, day })
    // The words may be those of a work beside it whose text we do not have.
    const compared = new Set(sources.map(({ citation }) => citation))
    const isUnsure = compared.size < quotation.citations.length
    const said = isUnsure && verdictOf(judgement) === 'not found' ? noText : judgement
    const { citation, provision, meant } = first
    const one = { quotation, judgement: said, citation, provision, meant, passage: said.text }
    const provisions = cited.map((each) => each.provision)
    const told = toldOf(quotation, provisions, corpus, foundOf(one))
    return told === 'nothing' ? [] : [{ ...one, isOpen: told === 'whose words' }]
  })
}

/** Words in another version whose provision is judged against that one itself stand elsewhere, and are of no other age. */
function atHome(judgement: JudgedWords, { corpus, officialOf, day }: Compared): JudgedWords {
  const { other } = judgement
  const provision = corpus.byKey.get(other?.key ?? '')
  if (other === undefined || provision === undefined) return judgement
  const versions = officialOf(provision.key) ?? []
  return versionJudged(versions, provision, corpus, day) === other.version
    ? { verdict: 'found elsewhere', key: other.key, alterations: [] }
    : judgement
}

/** What was found of the words. */
function foundOf(one: Omit<Judged, 'isOpen'>): WordsFound {
  const changes = one.judgement.alterations.map((alteration) => changed(one, alteration))
  const lengths = changes.map(({ written, original }) => Math.max(written.length, original.length))
  const sum = lengths.reduce((all, length) => all + length, 0)
  return wordsFoundBy(verdictOf(one.judgement), one.quotation, sum)
}
