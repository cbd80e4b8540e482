/**
 * What one citation of Pandoc's is written with. This file alone joins an `@` and a key; what stands
 * in a report is written by what is built on it.
 */
export interface CitationText {
  /** What stands before it within brackets: `see`. */
  readonly prefix?: string | undefined
  readonly key: string
  /** Pages and place, without the comma that joins them to the key. */
  readonly locator?: string | undefined
  /** Whether a hyphen before the `@` keeps the author from being printed. */
  readonly suppressAuthor?: boolean
}

/** The key with its marker, and nothing behind it: `@key`, `-@key`. */
export function markedKey({ key, suppressAuthor }: CitationText): string {
  return `${suppressAuthor === true ? '-' : ''}@${key}`
}

/** As it stands within the brackets of a group: `@key, p. 3`, `see @key`. */
export function inGroup(citation: CitationText): string {
  const { prefix, locator } = citation
  const before = prefix === undefined ? '' : `${prefix} `
  const behind = locator === undefined ? '' : `, ${locator}`
  return before + markedKey(citation) + behind
}

/** The parts of a group, without its brackets: `@a, p. 3; @b`. */
export function groupParts(citations: readonly CitationText[]): string {
  return citations.map(inGroup).join('; ')
}

/** A group of its own: `[@a, p. 3; @b]`. */
export function inBrackets(citations: readonly CitationText[]): string {
  return `[${groupParts(citations)}]`
}

/** A citation that goes into the brackets behind it, with the bracket that opens them: `[@a, ` before `p. 3]`. */
export function openingGroup(citation: CitationText, joint: string): string {
  return `[${inGroup(citation)}${joint}`
}

/** In the sentence, with its locator and all others in brackets behind it: `@a [p. 3; @b]`. */
export function inSentence(first: CitationText, others: readonly CitationText[] = []): string {
  const { locator } = first
  const behind = [...(locator === undefined ? [] : [locator]), ...others.map(inGroup)]
  return behind.length === 0 ? markedKey(first) : `${markedKey(first)} [${behind.join('; ')}]`
}

/** What stands beside a citation in running text, as far as Pandoc minds it. */
export interface Neighbours {
  /** Whether what stands before may hide a bare citation from Pandoc: see `mayHideCitation`. */
  readonly isHidden: boolean
  /** Whether a bare key would take in what stands behind it, or brackets there as its own. */
  readonly runsOn: boolean
}

/**
 * Whether a citation must stand in brackets of its own between `neighbours`, rather than in the
 * sentence; `isBare` where {@link inSentence} would end in its key.
 */
export function mustBeBracketed({ isHidden, runsOn }: Neighbours, isBare: boolean): boolean {
  return isHidden || (isBare && runsOn)
}
