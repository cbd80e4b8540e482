import type { Outline, Part } from './outline.ts'

/** Words that are small within a title, as the Chicago Manual of Style has them (17th ed., 8.159). */
const smallWords: ReadonlySet<string> = new Set([
  ...['a', 'an', 'the', 'and', 'but', 'or', 'nor', 'as', 'at', 'by', 'for', 'from', 'in', 'into'],
  ...['of', 'off', 'on', 'onto', 'out', 'over', 'per', 'to', 'up', 'upon', 'via', 'with', 'within'],
])

/** Short names that are capitals in every text. */
const knownAcronyms = [
  ...['AI', 'IT', 'ICT', 'US', 'USA', 'EU', 'UN', 'UK', 'UAE', 'OECD', 'NATO', 'WTO', 'ISO', 'IEC'],
  ...['NIST', 'DOE', 'DOD', 'NSF', 'OMB', 'FTC', 'FCC', 'DHS', 'HHS', 'NSA', 'CIA', 'FBI', 'GAO'],
  ...[
    'GDPR',
    'GPU',
    'CPU',
    'LLM',
    'GPAI',
    'STEM',
    'SME',
    'SMES',
    'R&D',
    'CBRN',
    'G7',
    'G20',
    'BRICS',
  ],
]

/** Sets titles that are printed in capitals as those of a running text: small words small, acronyms as they are. */
export interface TitleSetter {
  /** `title`, where it is in capitals and its language has such titles; else as it is. */
  readonly set: (title: string) => string
}

/** Sets the titles of `outline`: what its text has in capitals, among words that are not, is an acronym. */
export function titleSetter(outline: Outline): TitleSetter {
  const isEnglish = outline.language === undefined || /^en\b/iu.test(outline.language)
  if (!isEnglish) return { set: (title) => title }
  let acronyms: ReadonlySet<string> | undefined
  return {
    set: (title) => {
      if (!isInCapitals(title)) return title
      acronyms ??= acronymsOf(outline)
      return inTitleCase(title, acronyms)
    },
  }
}

/** Whether all of `text` is capitals, and enough of it that it can be no acronym alone. */
function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2,}/u.test(text) && /\p{Lu}\P{L}*\s|\p{Lu}{5}/u.test(text)
}

function acronymsOf(outline: Outline): ReadonlySet<string> {
  const found = new Set(knownAcronyms)
  const addFrom = (text: string): void => {
    for (const paragraph of text.split('\n\n')) {
      if (!/\p{Ll}/u.test(paragraph)) continue
      for (const [word] of paragraph.matchAll(
        /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d&]{1,9}(?![\p{L}\d])/gu,
      )) {
        found.add(word)
      }
    }
  }
  const addAll = ({ text, heading, parts }: Part): void => {
    addFrom(`${heading ?? ''}\n\n${text}`)
    parts.forEach(addAll)
  }
  addFrom(outline.text ?? '')
  outline.parts.forEach(addAll)
  return found
}

const word = /[\p{L}\d]+(?:['’&.][\p{L}\d]+)*\.?/gu

function inTitleCase(title: string, acronyms: ReadonlySet<string>): string {
  let end = 0
  return title.replaceAll(word, (whole, at: number) => {
    const between = title.slice(end, at)
    const isFirst = at === 0 || /[.:;—–“"(]/u.test(between) || between.includes('--')
    end = at + whole.length
    const isLast = !/[\p{L}\d]/u.test(title.slice(end))
    const lower = whole.toLowerCase()
    if (isAcronym(whole, acronyms)) return whole
    if (smallWords.has(lower) && !isFirst && !isLast) return lower
    return lower.charAt(0).toUpperCase() + lower.slice(1)
  })
}

/** `NIST`, `U.S.`, `III`, `5G`: what has no other form. */
function isAcronym(whole: string, acronyms: ReadonlySet<string>): boolean {
  if (acronyms.has(whole) || acronyms.has(whole.replace(/['’]S$/u, ''))) return true
  return (
    /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(whole) ||
    /\d/u.test(whole) ||
    /^(?:[IVX]{2,}|[VX])$/u.test(whole) ||
    !/[AEIOUY]/u.test(whole)
  )
}
