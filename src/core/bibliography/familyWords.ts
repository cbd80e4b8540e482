import { dateParts } from '../citation/reference.ts'
import { nameIn } from '../corpus/language.ts'
import type { Instrument, ReferenceData } from '../corpus/provision.ts'
import type { FamilyWords } from './cslItem.ts'
import { isLaw, citedNumber, type Listing } from './listing.ts'

/** What Bluebook, OSCOLA and GB/T 7714 say of a law otherwise than other styles; nothing for what is none. */
export function familyWords(instrument: Instrument, listing: Listing): FamilyWords {
  const number = citedNumber(instrument, listing.language)
  if (!isLaw(instrument) || number === undefined) return {}
  const law = { instrument, listing, number }
  return {
    ...journalWords(law),
    ...gbWords(law),
    ...(instrument.reference?.journalDate === undefined
      ? {}
      : { 'policy-published': instrument.reference.journalDate }),
  }
}

interface NumberedLaw {
  readonly instrument: Instrument
  readonly listing: Listing
  readonly number: string
}

/** The title without the number, which stands behind it; a journal would take the place of the date. */
function gbWords({ instrument, listing, number }: NumberedLaw): FamilyWords {
  const isWithin = listing.title.startsWith(number)
  return {
    ...(isWithin ? { 'policy-gb-title': nameIn(instrument.titles, listing.language) } : {}),
    'policy-gb-number': number,
    ...(listing.container === undefined ? {} : { 'policy-gb-container-title': '-' }),
  }
}

function journalWords(law: NumberedLaw): FamilyWords {
  const place = law.instrument.reference?.jurisdiction
  if (place === 'US') return americanWords(law)
  return place === 'EU' ? europeanWords(law) : {}
}

/** `Exec. Order No. 14,110` and `88 Fed. Reg. 75,191 (Nov. 1, 2023)`; `Exec Order No 14110, 88 Fed Reg 75191 (2023)`. */
function americanWords({ instrument, number }: NumberedLaw): FamilyWords {
  const { journal, journalDate } = instrument.reference ?? {}
  const published = shortDate(journalDate ?? instrument.issued)
  const [year] = dateParts(journalDate ?? instrument.issued) ?? []
  const cited = [number, journal].filter((part) => part !== undefined).join(', ')
  return {
    'policy-bluebook-title': grouped(number),
    ...(journal === undefined || published === undefined
      ? {}
      : {
          'policy-bluebook-container-title': `${grouped(journal)} (${published})`,
          'policy-bluebook-issued': '-',
        }),
    'policy-oscola-title': `${cited.replaceAll('.', '')}${year === undefined ? '' : ` (${year})`}`,
    ...(journal === undefined ? {} : { 'policy-oscola-container-title': '-' }),
    'policy-oscola-issued': '-',
    'policy-section': '§',
  }
}

/** `2024 O.J. (L 2024/1689)`; `[2024] OJ L 2024/1689`. Nothing for a journal that is cited otherwise. */
function europeanWords({ instrument, listing, number }: NumberedLaw): FamilyWords {
  const printed = printedIn(instrument)
  if (printed === undefined) return {}
  const { year, american, british } = printed
  const rest = listing.title.startsWith(`${number} `) ? listing.title.slice(number.length + 1) : ''
  return {
    ...(rest === '' ? {} : { 'policy-bluebook-title': `${number}, ${headlineCase(rest)}` }),
    'policy-bluebook-container-title': `${year} O.J. ${american}`,
    'policy-bluebook-issued': '-',
    'policy-oscola-title': `${listing.title} [${year}] OJ ${british}`,
    'policy-oscola-container-title': '-',
    'policy-oscola-issued': '-',
  }
}

/** The place in the Official Journal, behind its year. */
interface JournalPlace {
  readonly year: string
  readonly american: string
  readonly british: string
}

function printedIn({ reference = {} }: Instrument): JournalPlace | undefined {
  return actOfJournal(reference) ?? pageOfJournal(reference)
}

/** Since October 2023 each act is an issue of its own: `OJ L, 2024/1689`. */
function actOfJournal({ journal = '' }: ReferenceData): JournalPlace | undefined {
  const [, series, year, act] = /^OJ ([LC]), ((?:19|20)\d\d)\/(\d+)$/u.exec(journal) ?? []
  if (series === undefined || year === undefined || act === undefined) return undefined
  return { year, american: `(${series} ${year}/${act})`, british: `${series} ${year}/${act}` }
}

/** Before, it had a page of an issue, `OJ L 119/1`: `2016 O.J. (L 119) 1`; `[2016] OJ L119/1`. */
function pageOfJournal({ journal = '', journalDate }: ReferenceData): JournalPlace | undefined {
  const [, series, issue, page] = /^OJ ([LC]) (\d+)\/(\d+)$/u.exec(journal) ?? []
  const [year] = dateParts(journalDate) ?? []
  if (series === undefined || issue === undefined || year === undefined) return undefined
  return {
    year: String(year),
    american: `(${series} ${issue}) ${page}`,
    british: `${series}${issue}/${page}`,
  }
}

function inThousands(digits: string): string {
  const first = digits.length % 3 || 3
  return digits.slice(0, first) + digits.slice(first).replace(/\d{3}/gu, ',$&')
}

/** Numbers of five digits and more have commas. */
function grouped(text: string): string {
  return text.replace(/(?<![-/])\b\d{5,}/gu, inThousands)
}

/** `Nov. 1, 2023`, where the day is known. */
function shortDate(date: string | undefined): string | undefined {
  const [year, month, day] = dateParts(date) ?? []
  const name = month === undefined ? undefined : months[month - 1]
  return name === undefined || day === undefined ? undefined : `${name} ${day}, ${year}`
}

const months = [
  ...['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June'],
  ...['July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
]

/** Capitals for all words but the small ones. */
function headlineCase(text: string): string {
  return text.replace(/[\p{L}\p{N}’'-]+/gu, (word) =>
    smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
}

const smallWords: ReadonlySet<string> = new Set([
  ...['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'into'],
  ...['nor', 'of', 'on', 'or', 'the', 'to', 'with'],
])
