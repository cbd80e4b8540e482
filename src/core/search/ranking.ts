import type { SearchedFieldName } from './searchedFields.ts'

/**
 * All weights of the order in which measures are offered, in one table. They are in hundredths of
 * "a whole word of the title was typed".
 */
export const weights = {
  /** How much a word is worth by the field that it is found in. */
  field: {
    key: 100,
    title: 100,
    alias: 90,
    term: 60,
    lead: 75,
    through: 73,
    with: 70,
    parentAgency: 50,
    ref: 65,
    issuer: 60,
    kind: 30,
    page: 10,
    summaryTerm: 11,
    phrase: 14,
    summary: 12,
    official: 8,
  } satisfies Record<SearchedFieldName, number>,

  /** How well the key fits. Above everything that a few words can reach. */
  key: { exact: 4000, below: 2000, start: 1800, part: 110, ordinal: 20, prefix: 11 },

  /** An ordinal that was written out, or with the word for it: `third`, `第三`. */
  ordinal: 60,

  /**
   * A word that is the whole of a field: the code of an agency comes before words of titles that
   * only begin so (`SEC`, `ED`), and the word for a kind offers what is of that kind (`section`).
   */
  wholeField: { lead: 96, through: 94, with: 92, kind: 112 } as Partial<
    Record<SearchedFieldName, number>
  >,

  /** What was typed is a whole title, or a whole alias. */
  wholeName: { title: 260, alias: 240 } as Partial<Record<SearchedFieldName, number>>,

  /** The share of a page's worth for a page whose number is not typed to its end. */
  begunPage: 0.5,

  /**
   * What a title adds of which the typed words are all, and an alias; of less of it, that share. Where
   * they are another form of a term, what the title adds that is that term alone, as far as its length tells.
   */
  covered: { title: 40, alias: 12, term: 5 },

  /** What differs by less is equal: then {@link weights.favour} decides, and behind it what stands earlier. */
  step: 0.5,

  /** How much of a word of a division is left for what stands directly below it, and for each level further down. */
  inherited: { below: 0.35, perLevel: 0.7 },

  /**
   * How well a typed word fits a word. Between the two by the share of the word that was typed. It is the
   * beginning of one (`prefix`) also where it is an abbreviation that some text has (`beyond`): `EDA` of
   * `EDAG`.
   */
  fit: {
    whole: [1, 1],
    plural: [0.96, 0.96],
    prefix: [0.55, 0.9],
    beyond: [0.15, 0.35],
    stem: [0.5, 0.8],
    joined: [0.55, 0.92],
    inside: [0.25, 0.4],
    pinyin: [0.4, 0.6],
    meaning: [0.5, 0.5],
    typo: [0.3, 0.45],
    begunTypo: [0.15, 0.3],
  },

  /** Two typed words that stand side by side in one field, as a share of what they are worth. */
  adjacent: 0.1,

  /** A word that everything has is worth this share of a word that one provision has. */
  commonWord: 0.35,

  /**
   * What is left of a score by what a provision is: a claim about an instrument stands behind what the
   * instrument itself says as well, a recital behind what it gives reasons for, and what no longer holds
   * behind everything else.
   */
  standing: { primary: 1, claim: 0.5, ended: 0.001, recital: 0.5 },

  /** The same of a sentence's score: it may well be about what was revoked. */
  standingInSentences: { primary: 1, claim: 0.5, ended: 0.6, recital: 0.5 },

  /** What a word of a sentence gains that stands behind the same one as there. */
  besideInSentences: 1.8,

  /** What is lost for each place that a word of a sentence stands later in its field, up to `latest` places. */
  laterInSentences: { perPlace: 0.015, latest: 12 },

  /** In sentences, words of the shorter title or alias gain this share, divided by one plus an eighth of its words. */
  shortInSentences: 0.08,

  /** What is left of the worth of a word that stands in the heading above a sentence. */
  headingInSentences: 0.2,

  /** What is left of a sentence's score for what has others below it. */
  levelInSentences: { instrument: 0.5, division: 0.7 },

  /**
   * How far what the report cites already goes before others, what stands in the section that it cites
   * most, and what was cited lately: of what words fit equally well. A sentence never fits two equally
   * well: there scores are multiplied by it, and by {@link weights.context}.
   */
  favour: { cited: 1.06, sectionCited: 1.04, recent: 1.03 },

  /**
   * How far what stands in the instrument that the report cites goes before others for a sentence, and
   * what stands in the section of it: of what is cited less often, as much less.
   */
  context: { instrument: 0.2, section: 0.15 },

  /** What each time that the report cites something adds to that, up to `most` times. */
  citedAgain: { perTime: 0.001, most: 9 },

  /** A title in the reader's language goes first among equals. */
  ownLanguage: 1.005,
} as const

/** How a typed word fits a word of a field. */
export type How = keyof typeof weights.fit

/** How well a typed word of `typed` letters fits, by `how`, a word of `whole` letters: 0 to 1. */
export function fitOf(how: How, typed: number, whole: number): number {
  const [least, most] = weights.fit[how]
  return least + (most - least) * Math.min(1, typed / whole)
}

/** The worth of a word of which `found` of `all` provisions have their own: 1 for the rarest. */
export function rarity(found: number, all: number): number {
  const common = Math.log(1 + found) / Math.log(2 + all)
  return 1 - (1 - weights.commonWord) * Math.min(1, common)
}

/** The ways to fit, in a fixed order: scores note their numbers. */
export const hows = Object.keys(weights.fit) as readonly How[]

/** What fields are worth to the words of a sentence, of 1: it tells what a measure says, not what it is called. */
const fieldsInSentences: Readonly<Record<SearchedFieldName, number>> = {
  key: 0,
  title: 1,
  alias: 0.9,
  term: 0.8,
  lead: 0.6,
  through: 0.6,
  with: 0.5,
  parentAgency: 0.35,
  ref: 0.6,
  issuer: 0.2,
  kind: 0,
  page: 0,
  summaryTerm: 0.5,
  phrase: 0.7,
  summary: 0.65,
  official: 0.5,
}

/** What words are worth to whoever typed them, or to whom they stand in a sentence. */
export interface Valuing {
  readonly fields: Readonly<Record<SearchedFieldName, number>>
  /** What is lost for each place that a word stands later in its field. */
  readonly later: number
  /** What words of the shorter title or alias gain. */
  readonly short: number
}

/** Of typed words: how much of a name they are counts by itself, and what stands earlier is put first among equals. */
export const typedWords: Valuing = { fields: weights.field, later: 0, short: 0 }

/** Of the words of a sentence. */
export const wordsOfSentences: Valuing = {
  fields: fieldsInSentences,
  later: weights.laterInSentences.perPlace,
  short: weights.shortInSentences,
}

/** What is left of a word's worth when it stands at `place` (0-based) in its field. */
export function earliness(place: number, { later }: Valuing): number {
  return 1 - later * Math.min(place, weights.laterInSentences.latest)
}

/** What a field of this name, length and language is worth to a word that is found there. */
export function worthOf(
  name: SearchedFieldName,
  halfWords: number,
  isOwnLanguage: boolean,
  { fields, short }: Valuing,
): FieldWorth {
  const shortness = isName(name) ? 1 + short / (1 + halfWords / 16) : 1
  const bonus = shortness * (isOwnLanguage ? weights.ownLanguage : 1)
  const part = fields[name] * bonus
  const whole = fields === weights.field ? weights.wholeField[name] : undefined
  return { part, whole: whole === undefined ? part : whole * bonus }
}

/** What a field is worth to a word that is a part of it, and to one that is all of it. */
export interface FieldWorth {
  readonly part: number
  readonly whole: number
}

/** Whether texts of this field name a provision. */
export function isName(name: SearchedFieldName): name is 'title' | 'alias' {
  return name === 'title' || name === 'alias'
}

/** Whether what stands below a provision is found by this field of it, too. */
export function isHandedDown(name: SearchedFieldName): boolean {
  return handedDown.has(name)
}

const handedDown: ReadonlySet<SearchedFieldName> = new Set(['key', 'title', 'alias', 'kind'])
