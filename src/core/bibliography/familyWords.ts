import { dateParts } from '../citation/reference.ts'
import { nameIn } from '../corpus/language.ts'
import type { Instrument } from '../corpus/provision.ts'
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
  const { journal = '' } = instrument.reference ?? {}
  const [, series, year, act] = /^OJ ([LC]), ((?:19|20)\d\d)\/(\d+)$/u.exec(journal) ?? []
  if (series === undefined || year === undefined || act === undefined) return {}
  const rest = listing.title.startsWith(`${number} `) ? listing.title.slice(number.length + 1) : ''
  return {
    ...(rest === '' ? {} : { 'policy-bluebook-title': `${number}, ${headlineCase(rest)}` }),
    'policy-bluebook-container-title': `${year} O.J. (${series} ${year}/${act})`,
    'policy-bluebook-issued': '-',
    'policy-oscola-title': `${listing.title} [${year}] OJ ${series} ${year}/${act}`,
    'policy-oscola-container-title': '-',
    'policy-oscola-issued': '-',
  }
}

/** Numbers of five digits and more have commas. */
function grouped(text: string): string {
  return text.replace(/(?<![-/])\b\d{5,}/gu, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/gu, ','))
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
