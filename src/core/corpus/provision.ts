import type { Span } from '../text/span.ts'
import type { Key } from './key.ts'
import type { Names } from './language.ts'

/** What an instrument is. */
export type InstrumentType = 'plan' | 'act' | 'order' | 'declaration' | 'article'

/** What an issuer calls a level of its instrument that holds others. */
export type DivisionKind =
  'pillar' | 'title' | 'part' | 'chapter' | 'section' | 'annex' | 'goal' | 'function' | 'category'

/** What an issuer calls the smallest things worth citing. The sections of an order are such. */
export type MeasureKind =
  | 'action'
  | 'article'
  | 'section'
  | 'paragraph'
  | 'point'
  | 'recommendation'
  | 'claim'
  | 'recital'
  | 'target'
  | 'subcategory'
  | 'principle'
  | 'clause'
  | 'subsection'
  | 'subparagraph'
  | 'item'
  | 'subitem'

/** What an issuer calls a provision below the instrument. */
export type ProvisionKind = DivisionKind | MeasureKind

/** Whether an instrument holds, and whether it ever bound anyone; a review only recommends to its government. */
export type InstrumentStatus = 'in-force' | 'revoked' | 'superseded' | 'not-binding' | 'review'

/** How strongly a measure is put, in the word of its text. */
export type Strength =
  'must' | 'shall' | 'should' | 'recommended' | 'may' | 'considers' | 'explores' | 'encouraged'

/** How sure the file is of what it says, where it is not fully sure. */
export type Confidence = 'medium' | 'low'

/** Pages as printed in the official document; `first` and `last` are equal for a single page. */
export interface Pages {
  readonly first: number
  readonly last: number
}

/** Where something stands in a corpus file: 1-based line and column, and its span in the decoded text (without BOM). */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly span: Span
}

interface ProvisionBase {
  readonly key: Key
  /** English title first; a measure's is mostly in our words, a division's the printed heading. */
  readonly titles: Names
  readonly aliases: readonly string[]
  /** What analysts call the matter: only searched, never shown. */
  readonly searchPhrases?: readonly string[]
  /** What it says, in Policy Citation's own words, when the file gives it. */
  readonly summary?: Names
  /** Absent where the file is fully sure. */
  readonly confidence?: Confidence
  /** Keys that it had before: reports that cite these still mean it. */
  readonly formerly?: readonly Key[]
  /** Keys of the provisions directly below, in the order of the instrument. */
  readonly children: readonly Key[]
  /** Fields that the format does not know, as the file writes them. */
  readonly extra?: ReadonlyMap<string, string>
  readonly source: SourcePlace
}

/** A change of an instrument by another. */
export interface Amendment {
  /** What changed it, by its usual name: `Regulation (EU) 2026/1744`. */
  readonly name: string
  /** The same in the languages that it is given in, where these are several. */
  readonly names?: Names
  /** Its date, written as `issued` is. */
  readonly issued?: string
  /** The day from which the change is in force. */
  readonly inForce?: string
  /** Its official place, checked as that of an instrument. */
  readonly url?: string
}

/** A day from which a provision applies. */
export interface Start {
  readonly day: string
  /** For what, where not for all: `Annex III`. */
  readonly of?: Names
}

/** What came of a provision after it was issued. */
export interface FollowUp {
  readonly what: Names
  /** Written as `issued` is. */
  readonly date?: string
  readonly url?: string
}

/** By when something is due. */
export interface Deadline {
  /** A date written as `issued` is, or a time: `90 days`. */
  readonly by: string
  readonly what?: Names
}

/** A sum or a share. */
export interface Amount {
  /** As the text has it: `EUR 35 000 000`, `7 %`. */
  readonly sum: string
  readonly what?: Names
}

/** What a part of an instrument has beside what all provisions have. */
interface PartBase extends ProvisionBase {
  readonly parent: Key
  /** Its whole place as the instrument prints it, where its label does not say it: `GOVERN 1.1`. */
  readonly place?: Names
  /** Where it begins in the page that the address of the instrument leads to. */
  readonly anchor?: string
  /** How the document begins it, where its title need not say so. */
  readonly firstWords?: string
  /** 1-based place among the siblings of its level; those that could not be read are counted. */
  readonly ordinal: number
  readonly pages?: Pages
  /** Since when it applies, each start for something else; for all below it that have none of their own. */
  readonly appliesFrom?: readonly Start[]
  /** The last day on which it applies. */
  readonly until?: string
  /** The name of the amendment that put it in. */
  readonly insertedBy?: string
  /** The names of the amendments that changed its words. */
  readonly replacedBy?: readonly string[]
  /** The name of the amendment that took it out. */
  readonly deletedBy?: string
  /** What it said before it was changed, in Policy Citation's own words. */
  readonly formerlySaid?: Names
  readonly followUps?: readonly FollowUp[]
  readonly deadlines?: readonly Deadline[]
  readonly amounts?: readonly Amount[]
}

/** What reference lists say of an instrument, beyond what all readers are told. */
export interface ReferenceData {
  /** The number by which it is cited, as it is written there: `Exec. Order No. 14110`. */
  readonly number?: Names
  /** The whole title as the document prints it, where that is longer. */
  readonly officialTitles?: Names
  /** What a citation in the text calls it. */
  readonly citeAs?: Names
  /** Who issued it, one by one. */
  readonly issuers?: readonly Names[]
  /** Where the official journal prints it, with volume and page: `88 Fed. Reg. 75191`. */
  readonly journal?: string
  /** The date of that issue, written as `issued` is. */
  readonly journalDate?: string
  /** The BCP 47 tag of the language of the document itself. */
  readonly language?: string
  /** The ISO 3166 code of where it holds, or `EU`. */
  readonly jurisdiction?: string
  /** Of an article: its headline, as printed. */
  readonly headline?: string
  /** Of an article: what printed it. */
  readonly outlet?: string
  /** Of an article: who wrote it, `Family, Given` or as printed. */
  readonly authors?: readonly string[]
}

/** One policy document. */
export interface Instrument extends ProvisionBase {
  readonly level: 'instrument'
  readonly type: InstrumentType
  /** What rows call it, beside a label: `AI Act`. */
  readonly shortTitle?: Names
  /** Its official numbers, which are names of it: `32024R1689`, `90 FR 35385`, `国发〔2025〕11号`. */
  readonly numbers?: readonly string[]
  readonly issuer?: Names
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as the file gives it, checked against the calendar. */
  readonly issued?: string
  /** The `https:` address of the official document, checked. */
  readonly url?: string
  /** Lower-case hexadecimal SHA-256 of the official document. */
  readonly sha256?: string
  /** The PDF page that bears printed page 1. */
  readonly firstPage?: number
  /** The last printed page of the body. */
  readonly lastPage?: number
  readonly status?: InstrumentStatus
  /** The day, month or year from which it applies, written as `issued` is. */
  readonly effective?: string
  /** When it was revoked or superseded. */
  readonly ended?: string
  /** What revoked or superseded it, by its usual name: `EO 14148`. */
  readonly endedBy?: string
  /** The day of the text that the file has. */
  readonly textAsOf?: string
  /** What changed it, in order. */
  readonly amendedBy?: readonly Amendment[]
  /** What its facts were read from, in a line. */
  readonly provenance?: string
  /** When its facts were last checked. */
  readonly checked?: string
  /** Why they need not be checked again, in a line. */
  readonly checkNotDue?: string
  /** The kinds whose titles are printed headings of the instrument, not our words; of divisions all, where none is said. */
  readonly printedHeadings: readonly ProvisionKind[]
  /** The kinds of provisions that the file lists wholly, where it says so: what is not there is not in the instrument. */
  readonly complete?: readonly ProvisionKind[]
  /** The instrument that an article speaks about. */
  readonly about?: Key
  /** There where the file has any of it. */
  readonly reference?: ReferenceData
  /** What was corrected when its file was imported, each as `correctionText` writes it. */
  readonly imports?: readonly string[]
  /** Which field is what in the list that its file was imported from, as `fieldMapText` writes it. */
  readonly listFields?: string
  /** The labels of provisions that were taken out of its file: reports may cite them yet. */
  readonly gone?: readonly string[]
}

/** A heading level of an instrument. */
export interface Division extends PartBase {
  readonly level: 'division'
  readonly kind: DivisionKind
}

/** The smallest thing worth citing. */
export interface Measure extends PartBase {
  readonly level: 'measure'
  readonly kind: MeasureKind
  readonly strength?: Strength
  /** Codes of the agencies that the instrument says lead it. */
  readonly lead: readonly string[]
  /** Codes of the agencies that it runs through, at or under. */
  readonly through: readonly string[]
  /** Codes of the other agencies that it involves. */
  readonly with: readonly string[]
  /** Other instruments that it refers to, by their usual names. */
  readonly refs: readonly string[]
  /** The key of the provision that the instrument prints a second time here. */
  readonly sameAs?: Key
  /** What makes it a claim; there exactly when its kind is `claim`. */
  readonly claim?: Claim
}

/** What a secondary instrument says: who says it, about what, and whether that bears it out. */
export interface Claim {
  readonly speaker?: Names
  readonly affiliation?: Names
  readonly statement?: Statement
  /** Of a goal: when it is to be reached. */
  readonly horizon?: Horizon
  /** Of a comparison: in what the sides are compared. */
  readonly dimension?: Names
  /** Of a comparison: ISO 3166 codes of the sides that it speaks of, and `EU`. */
  readonly sides: readonly string[]
  /** The provisions that it is about, or comes nearest to. */
  readonly about: readonly Key[]
  /** Whether these say what is claimed. */
  readonly supported?: Support
  /** Where it really comes from, or what the provisions say instead. */
  readonly origin?: Names
}

/** What kind of thing is claimed. */
export type Statement = 'measure' | 'goal' | 'opinion' | 'comparison' | 'figure'

/** When a goal is to be reached. */
export type Horizon = 'short' | 'middle' | 'long'

/** Whether an instrument says what is claimed of it. */
export type Support = 'yes' | 'partly' | 'no'

/** How one provision stands to another, in the words of StratML (ISO 17469-1). */
export type RelationType = 'Broader_Than' | 'Peer_To' | 'Narrower_Than'

/** A relation between provisions, mostly of different instruments. */
export interface Relation {
  /** What the relation is about, in a few words. */
  readonly titles: Names
  /** Why they are related, in Policy Citation's own words. */
  readonly reason?: Names
  readonly from: Key
  /** How `from` stands to `to`: the first is broader than the second. */
  readonly type: RelationType
  readonly to: Key
  readonly source: SourcePlace
}

/** A term of the field, in the forms that it has in several languages and regions. */
export interface Term {
  readonly names: Names
  readonly aliases: readonly string[]
  /** The provisions that it belongs to, also where they do not use it. */
  readonly about: readonly Key[]
  readonly source: SourcePlace
}

/** Anything that a key can name. */
export type Provision = Instrument | Division | Measure

/** A body that instruments give work to. */
export interface Agency {
  /** As the instruments abbreviate it: `OSTP`. */
  readonly code: string
  readonly names: Names
  readonly aliases: readonly string[]
  /** Code of the body that it belongs to. */
  readonly parent?: string
  /** Fields that the format does not know, as the file writes them. */
  readonly extra?: ReadonlyMap<string, string>
  readonly source: SourcePlace
}
