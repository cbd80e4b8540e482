import { instrumentOf, namesOfInstrument, type Corpus } from '../../../corpus/corpus.ts'
import type { Instrument, Provision } from '../../../corpus/provision.ts'
import type { Verdict } from '../../../quotation/judgeQuotation.ts'
import type { Quotation } from '../../../report/quotations.ts'
import type { Voice } from './voices/asked.ts'
import { voiceOf } from './voices/voice.ts'

/**
 * What can be said of a quotation in a report, beside what comparing it gives:
 *
 * - `stitched`, `sense changed`: only its signs of omission alter it, or only its brackets
 * - `superseded wording`, `later wording`: an older or a newer version that is attached has its words
 * - `in the other script`: they are those of a cited passage, in Traditional characters for Simplified ones, or the reverse
 * - `cannot be compared`: they are in another language than the text, and so a translation
 * - `whose words`: they are not found, and may be those of somebody else
 */
export type QuotationVerdict =
  | Verdict
  | 'stitched'
  | 'sense changed'
  | 'superseded wording'
  | 'later wording'
  | 'in the other script'
  | 'cannot be compared'
  | 'whose words'

/** What was found of the words of a quotation in the documents that it is cited from. */
export type WordsFound =
  /** They stand there, or so many of them stand in a row elsewhere that nobody says that by chance. */
  | 'there'
  /** A few words stand elsewhere. */
  | 'elsewhere'
  /** All but a word or two of many are there. */
  | 'nearly all there'
  /** Most of them are there. */
  | 'mostly there'
  | 'not there'
  /** There are too few, or there is no text. */
  | 'unknown'

/** What is to be said of a quotation: what comparing it gave, that it is open whose words these are, or nothing. */
export type Told = 'verdict' | 'whose words' | 'nothing'

/**
 * What is to be said of `quotation`, which cites `cited`: words that are certainly not quoted from an instrument
 * are not measured by it, and of such as may not be nothing is held against it. What stands there
 * but for a word or two is quoted from it, whoever is named.
 */
export function toldOf(
  quotation: Quotation,
  cited: readonly Provision[],
  corpus: Corpus,
  found: WordsFound,
): Told {
  if (found === 'there' || found === 'nearly all there') return 'verdict'
  const voice = voiceOfQuotation(quotation, cited, corpus)
  if (voice === 'own') return 'verdict'
  if (voice === 'unsure') return found === 'not there' ? 'whose words' : 'verdict'
  return found === 'mostly there' ? 'whose words' : 'nothing'
}

/** What `verdict` says was found of the words of `quotation`, `changed` UTF-16 units of which the issuer has otherwise. */
export function wordsFoundBy(
  verdict: QuotationVerdict,
  { text }: Quotation,
  changed: number,
): WordsFound {
  switch (verdict) {
    case 'altered':
      if (changed * 5 <= text.length && isLong(text)) return 'nearly all there'
      return changed * 3 <= text.length ? 'mostly there' : 'not there'
    case 'found elsewhere':
      return isLong(text) ? 'there' : 'elsewhere'
    case 'not found':
      return 'not there'
    case 'too short to judge':
    case 'no official text':
    case 'too long':
    case 'cannot be compared':
      return 'unknown'
    case 'verified':
    case 'stitched':
    case 'sense changed':
    case 'in the other script':
    case 'superseded wording':
    case 'later wording':
    case 'whose words':
      return 'there'
  }
}

/** Eight words, or twelve Chinese characters: twice what a quotation must have to be judged. */
function isLong(text: string): boolean {
  const characters = text.match(/\p{sc=Han}/gu)?.length ?? 0
  return characters >= 12 || text.split(/\s+/u).filter((word) => word !== '').length >= 8
}

function voiceOfQuotation(
  { beside, text }: Quotation,
  cited: readonly Provision[],
  corpus: Corpus,
): Voice {
  const instruments = [...new Set(cited.flatMap(({ key }) => instrumentOf(corpus, key) ?? []))]
  const types = instruments.map(({ type }) => type)
  return voiceOf({ beside, words: text, names: instruments.flatMap(namesOf), types })
}

const known = new WeakMap<Instrument, readonly string[]>()

/** What `instrument` is called, the longest first. */
function namesOf(instrument: Instrument): readonly string[] {
  const before = known.get(instrument)
  if (before !== undefined) return before
  const names = namesOfInstrument(instrument)
    .filter(({ length }) => length >= 3)
    .sort((one, other) => other.length - one.length)
  known.set(instrument, names)
  return names
}
