import type { CslItem, CslName } from '../../bibliography/cslItem.ts'
import type { PrintedTerms } from './terms.ts'
import { marks } from './words.ts'

/** How a style writes the names of the authors of a work. */
export interface NameStyle {
  /** Whose family name goes first; `short` writes family names only. */
  readonly order: 'family first' | 'first one by family' | 'given first' | 'short'
  /** Between a family name and a given one behind it. */
  readonly separator?: string
  /** What stands behind an initial; without it given names stay as they are. */
  readonly initial?: string
  /** Whether given names are cut to initials. */
  readonly isCut?: boolean
  readonly delimiter: string
  /** What stands before the last one; nothing but the delimiter without it. */
  readonly and?: 'word' | '&'
  /** Whether the delimiter stands before that, too: `among three`, where there are three or more. */
  readonly comma?: 'always' | 'never' | 'among three'
  /** From how many on only some are named, and how many. */
  readonly cut: readonly [from: number, named: number]
  /** Whether the last one is named as well, behind `…`. */
  readonly namesLast?: boolean
  /** Whether a particle stands behind the given name where the family goes first. */
  readonly demotesParticle?: boolean
  readonly etAl?: string
}

/** What tells authors of one name apart. */
export interface TellingNames {
  /** By {@link nameKey}. */
  readonly givenNames: ReadonlyMap<string, 'initials' | 'full'>
  /** How many authors must be named. */
  readonly named: number
}

/** What is the same for one name only. */
export function nameKey(name: CslName): string {
  return JSON.stringify(name)
}

/** The authors of `work`; none where it has none. */
export function authorsOf(work: CslItem): readonly CslName[] {
  return work.author ?? []
}

/** `names` as `style` writes them in a citation or a list. */
export function namesSaid(
  names: readonly CslName[],
  style: NameStyle,
  terms: PrintedTerms,
  telling?: TellingNames,
): string {
  const said = names.map((name, index) => nameSaid(name, index, style, telling))
  const kept = names.some(hasSmallStart) ? marks.kept : ''
  return kept + listed(said, style, terms, telling?.named ?? 0)
}

function listed(
  names: readonly string[],
  style: NameStyle,
  terms: PrintedTerms,
  leastNamed: number,
): string {
  const [from, usual] = style.cut
  const named = Math.max(usual, leastNamed)
  const { delimiter, namesLast = false } = style
  if (names.length >= from && named < names.length) {
    const first = names.slice(0, named).join(delimiter)
    if (namesLast) return `${first}${delimiter}… ${names.at(-1) ?? ''}`
    return `${first}${named > 1 && names.length > 2 ? delimiter : ' '}${style.etAl ?? terms.etAl}`
  }
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  return `${names.slice(0, -1).join(delimiter)}${beforeLast(names.length, style, terms)}${last}`
}

function beforeLast(
  count: number,
  { delimiter, and, comma }: NameStyle,
  terms: PrintedTerms,
): string {
  if (and === undefined) return delimiter
  const hasComma = comma === 'always' || (comma === 'among three' && count > 2)
  return `${hasComma ? delimiter : ' '}${and === '&' ? '&' : terms.and} `
}

function nameSaid(
  name: CslName,
  index: number,
  style: NameStyle,
  telling: TellingNames | undefined,
): string {
  if ('literal' in name) return name.literal.replaceAll("'", '’')
  const { order, separator = ', ' } = style
  const told = order === 'short' ? telling?.givenNames.get(nameKey(name)) : undefined
  const { particle, base } = familyOf(name.family)
  if (order === 'short' && told === undefined) return name.family
  const given = givenName(name.given, told === 'full' ? { ...style, isCut: false } : style)
  if (!isAlphabetic(name.family)) return name.family + given
  const isInverted =
    order === 'family first' ||
    (order === 'first one by family' && index === 0) ||
    (order === 'short' && style.separator !== undefined)
  if (!isInverted) return `${given} ${name.family}`
  return style.demotesParticle === true
    ? [base, [given, particle].filter((part) => part !== '').join(' ')].join(separator)
    : name.family + separator + given
}

function familyOf(family: string): { readonly particle: string; readonly base: string } {
  const [, particle = '', base = family] =
    /^((?:\p{Ll}[\p{Ll}’'-]*\s)*\p{Ll}[\p{Ll}’'-]*)\s(\p{Lu}.*)$/u.exec(family) ?? []
  return { particle, base }
}

function isAlphabetic(family: string): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(family)
}

function hasSmallStart(name: CslName): boolean {
  const parts = 'literal' in name ? [name.literal] : [name.given, familyOf(name.family).base]
  return parts.some((part) => /^\P{L}*\p{Ll}/u.test(part))
}

function givenName(given: string, { initial, isCut = false }: NameStyle): string {
  if (initial === undefined) return given
  const words = Array.from(given.matchAll(/(-?[^\s.-]+)(\.?)/gu))
  return words
    .map(([, word = '', stop]) => wordOfName(word, stop === '.', initial, isCut))
    .join('')
    .trim()
    .replaceAll(' -', '-')
}

function wordOfName(word: string, isInitial: boolean, initial: string, isCut: boolean): string {
  if (isInitial || word.length === 1) return word + initial
  if (/^\p{Ll}+$/u.test(word)) return initial.endsWith(' ') ? `${word} ` : ` ${word} `
  if (!isCut) return `${word} `
  const cut = initialOf(word)
  return cut === '' ? '' : cut + initial
}

function initialOf(word: string): string {
  const [, hyphen = '', first = '', second = ''] = /^(-?)(.)(\p{Lu}(?=\p{Ll}+$))?/u.exec(word) ?? []
  if (!/\p{Lu}/u.test(first)) return hyphen === '' ? word : ''
  return hyphen + first + second.toLowerCase()
}

/** The initials of `given`, by which namesakes may be told apart. */
export function initialsOf(given: string): string {
  return givenName(given, { order: 'short', delimiter: '', cut: [0, 0], initial: '', isCut: true })
}
