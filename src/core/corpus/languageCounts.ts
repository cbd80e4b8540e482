import { bearsPrintedHeading, type Corpus } from './corpus.ts'
import { instrumentIdOf } from './key.ts'
import { languages, type Language, type Names } from './language.ts'
import type { Instrument, Provision } from './provision.ts'

/** How many texts there are in each language; in Hong Kong's usage only those that say something else there. */
export type TextCounts = Readonly<Record<Language, number>>

/** What an instrument has in which languages. */
export interface LanguageCounts {
  readonly instrument: Instrument
  /** Its provisions, itself among them. */
  readonly provisions: number
  /** Headings that the instrument prints. */
  readonly headings: TextCounts
  /** Titles in our words. */
  readonly titles: TextCounts
  readonly summaries: TextCounts
  /** What provisions said before they were changed. */
  readonly formerWords: TextCounts
}

/** What each instrument of `corpus` has in which languages, in the order of the corpus. */
export function languageCounts({ instruments, provisions }: Corpus): readonly LanguageCounts[] {
  return instruments.map((instrument) => {
    const own = provisions.filter(({ key }) => instrumentIdOf(key) === instrument.key)
    return countsOf(instrument, own)
  })
}

function countsOf(instrument: Instrument, provisions: readonly Provision[]): LanguageCounts {
  const isPrinted = (one: Provision): boolean => bearsPrintedHeading(one, instrument)
  const titlesOf = (some: readonly Provision[]): TextCounts =>
    counted(some.map(({ titles }) => titles))
  return {
    instrument,
    provisions: provisions.length,
    headings: titlesOf(provisions.filter(isPrinted)),
    titles: titlesOf(provisions.filter((one) => !isPrinted(one))),
    summaries: counted(provisions.map(({ summary }) => summary)),
    formerWords: counted(provisions.map(formerWordsOf)),
  }
}

function formerWordsOf(provision: Provision): Names | undefined {
  return provision.level === 'instrument' ? undefined : provision.formerlySaid
}

function counted(texts: readonly (Names | undefined)[]): TextCounts {
  const count = (language: Language): number =>
    texts.filter((names) => (names?.[language] ?? '') !== '').length
  const [en, simplified, traditional, hongKong] = languages
  return {
    [en]: count(en),
    [simplified]: count(simplified),
    [traditional]: count(traditional),
    [hongKong]: count(hongKong),
  }
}
