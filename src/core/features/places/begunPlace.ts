import { toAsciiWidth } from '../../citation/locator.ts'

/** A way to read what stands before a caret in a suffix: what is said, and what is begun behind it. */
export interface BegunPlace {
  /** With the separator that ends it. */
  readonly said: string
  /** Empty where a place can begin. */
  readonly begun: string
  /** Whether what is begun goes on with the place that is said (`art. 5(`), stands below or behind it, or beside it (`art. 5 and `). */
  readonly joint: 'below' | 'next' | 'beside'
}

/** So much of what is begun is looked at, in UTF-16 units: no words of a place are longer. */
const longestBegun = 60

/**
 * The ways to read `before`, what stands before the caret in a suffix, the likeliest first. A place
 * begins behind a comma or a word that joins places; within brackets behind a narrative citation right
 * away (`isNarrative`).
 */
export function begunPlaces(before: string, isNarrative: boolean): readonly BegunPlace[] {
  return [
    ...below(before),
    ...behindSeparator(before, isNarrative, separators),
    ...behindSeparator(before, isNarrative, separatorsWithoutDash),
  ]
}

/** `(`, `(a`; `.2`; `第2`, or nothing, behind a label. */
const belowPatterns: readonly RegExp[] = [
  /(?<=[\p{L}\p{N})])\s?\([\p{L}\p{N}]{0,5}$/u,
  /(?<=\d)\.\d{0,3}$/,
  /(?<=[^\s,;、及和与與或至到第])第[^第,;、\s]{0,6}$/u,
  /(?<=[条條款项項节節章编編柱分])$/u,
]

function below(before: string): readonly BegunPlace[] {
  const text = toAsciiWidth(before)
  return belowPatterns.flatMap((pattern) => {
    const at = pattern.exec(text)?.index
    return at === undefined ? [] : [partedAt(before, at, 'below')]
  })
}

const joining = '[、&和及与與或至到]|(?<=[\\s)])(?:and|or|to|through|with)(?=\\s)'
const dash = '(?<=[\\d)条條款项項])[-–—~～]'
const separators = new RegExp(`(?<comma>[,;])\\s*|(?:${joining}|${dash})\\s*`, 'giu')
/** A dash may also stand within a place: `GV-1.1-001`. */
const separatorsWithoutDash = new RegExp(`(?<comma>[,;])\\s*|(?:${joining})\\s*`, 'giu')

function behindSeparator(
  before: string,
  isNarrative: boolean,
  pattern: RegExp,
): readonly BegunPlace[] {
  const from = Math.max(0, before.length - longestBegun)
  const last = [...toAsciiWidth(before.slice(from)).matchAll(pattern)].at(-1)
  const blanks = before.length - before.trimStart().length
  const start = last === undefined ? blanks : from + last.index + last[0].length
  const joint = last === undefined || last.groups?.['comma'] !== undefined ? 'next' : 'beside'
  const canBeEmpty = last !== undefined || isNarrative
  if (start === before.length) return canBeEmpty ? [partedAt(before, start, joint)] : []
  if (/[\p{N})]\s+$/u.test(before)) return []
  return wordStarts(before, start).map((at) => partedAt(before, at, joint))
}

/** Where a word begins from `start` on: `see` and `art.` of `see art. 5`. */
function wordStarts(before: string, start: number): readonly number[] {
  const rest = before.slice(start)
  return [...rest.matchAll(/(?<=^|\s)[\p{L}\p{N}§¶]/gu)].map(({ index }) => start + index)
}

function partedAt(before: string, at: number, joint: BegunPlace['joint']): BegunPlace {
  return { said: before.slice(0, at), begun: before.slice(at), joint }
}
