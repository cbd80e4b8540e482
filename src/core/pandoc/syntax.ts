import { addAll } from '../text/lists.ts'
import type { Span } from '../text/span.ts'
import { pairTokens } from './brackets.ts'
import { isBlankBetween } from './lettersAndDigits.ts'
import { findFrames, type Frame, type GroupPart, isOther, type Scan } from './groups.ts'
import { findMarks, type Mark, type Marks } from './fullWidthMarks.ts'
import { type KeyToken, tokenize } from './tokens.ts'

/** One citation as Pandoc reads it, or would read it if it were not `glued` to what stands before. */
export interface Citation {
  /**
   * `bracketed` in `[@key]`, `narrative` in running text, `glued` in `根据@key`, which Pandoc does
   * not see because a letter, a digit, a full stop or the end of emphasis stands before it.
   */
  readonly form: 'bracketed' | 'narrative' | 'glued'
  /** As written, without `@` and braces. */
  readonly key: string
  /** Of `key`. */
  readonly keySpan: Span
  /** From `-` or `@` to the end of its suffix (bracketed) or of the `[p. 3]` that follows (narrative). */
  readonly span: Span
  /** `@`, `-@`, `@{` or `-@{`. */
  readonly markerSpan: Span
  readonly suppressAuthor: boolean
  readonly braced: boolean
  /** The text before it within the group, without the spaces around. */
  readonly prefixSpan?: Span
  /** All after the key up to `;` or `]`, or all within the brackets after a narrative citation. */
  readonly suffixSpan?: Span
}

/**
 * Citations that stand together: those of `[@a; @b]`, one narrative citation with what follows it in
 * brackets, or all within full-width brackets that were meant as a group's.
 */
export interface CitationGroup {
  /** With the brackets; of a narrative citation all that belongs to it. */
  readonly span: Span
  /** Whether Pandoc reads the whole as one bracketed group. */
  readonly bracketed: boolean
  /** In the order of their markers; also those that stand, in a form of their own, within a prefix or suffix. */
  readonly citations: readonly [Citation, ...Citation[]]
  /** Full-width punctuation that keeps Pandoc from reading this group as meant, in order. */
  readonly marks: readonly Mark[]
}

/**
 * All citation groups in a block of prose, in order; their spans do not overlap. Cross-references
 * (`@fig-map`) are citations here, as they are for Pandoc.
 *
 * `mask` has the length of the block's source with all that is not prose replaced by U+FFFC and
 * container prefixes by spaces (the brackets and parentheses of a link stay); `base` is the block's
 * offset in the report, so that all spans are offsets in the report. Linear in the length of `mask`.
 *
 * The grammar is that of Pandoc's Markdown reader (manual, "Citation syntax"), checked against
 * Pandoc 3.10 by tests. A key in an e-mail address (an ASCII letter or digit before `@`) is none.
 */
export function parseCitations(mask: string, base: number): readonly CitationGroup[] {
  if (!mask.includes('@')) return []
  const tokens = tokenize(mask)
  const pairs = pairTokens(tokens)
  const scan = findFrames(mask, tokens, pairs)
  const marks = findMarks(mask, base, tokens, pairs)
  const groups = assemble({ mask, base, marks }, scan)
  return merge([...groups, ...marks.wide.map(withoutCitations)])
}

interface Source {
  readonly mask: string
  readonly base: number
  readonly marks: Marks
}

/** A group before those within it are merged into it. */
interface LooseGroup extends Omit<CitationGroup, 'citations'> {
  readonly citations: readonly Citation[]
}

function withoutCitations(marked: Pick<CitationGroup, 'span' | 'marks'>): LooseGroup {
  return { ...marked, bracketed: false, citations: [] }
}

/** Makes one group of each outermost one and all within it. */
function merge(groups: readonly LooseGroup[]): readonly CitationGroup[] {
  if (groups.length === 1) return united(groups)
  const merged: CitationGroup[] = []
  let cluster: LooseGroup[] = []
  let end = 0
  for (const group of groups.toSorted(inReadingOrder)) {
    if (group.span.start >= end) {
      addAll(merged, united(cluster))
      cluster = []
    }
    cluster.push(group)
    end = Math.max(end, group.span.end)
  }
  addAll(merged, united(cluster))
  return merged
}

function inReadingOrder(a: LooseGroup, b: LooseGroup): number {
  return a.span.start - b.span.start || b.span.end - a.span.end
}

function united(cluster: readonly LooseGroup[]): readonly CitationGroup[] {
  const outermost = cluster[0]
  if (cluster.length === 1 && outermost !== undefined && isGroup(outermost)) return [outermost]
  const [first, ...rest] = cluster
    .flatMap((group) => group.citations)
    .sort((a, b) => a.span.start - b.span.start)
  if (outermost === undefined || first === undefined) return []
  const marks = cluster.flatMap((group) => group.marks).sort((a, b) => a.span.start - b.span.start)
  return [{ ...outermost, citations: [first, ...rest], marks }]
}

function isGroup(group: LooseGroup): group is CitationGroup {
  return group.citations.length > 0
}

function assemble(source: Source, scan: Scan): LooseGroup[] {
  const { heads, locators, bracketed } = settle(source.mask, scan)
  const narrative = scan.keys.filter((key) => !heads.has(key))
  return [
    ...bracketed.map((frame) => bracketedGroup(source, frame)),
    ...narrative.map((key) => narrativeGroup(source, key, locators.get(key))),
    ...scan.glued.map((key) => loneGroup(source, key, 'glued')),
  ]
}

interface Settled {
  /** The keys that are citations of brackets; all others are narrative. */
  readonly heads: ReadonlySet<KeyToken>
  /** The brackets that belong to a narrative citation. */
  readonly locators: ReadonlyMap<KeyToken, Frame>
  readonly bracketed: readonly Frame[]
}

/** Decides what each pair of brackets is; outer ones first, since they decide what is narrative within. */
function settle(mask: string, scan: Scan): Settled {
  const heads = new Set<KeyToken>()
  const locators = new Map<KeyToken, Frame>()
  const bracketed: Frame[] = []
  for (const frame of scan.frames) {
    const narrative = frame.before
    const isGroup = isCitationGroup(mask, frame)
    if (narrative !== undefined && !heads.has(narrative) && (isGroup || isLocator(mask, frame))) {
      locators.set(narrative, frame)
      for (const { head } of citingParts(mask, frame)) if (head !== undefined) heads.add(head)
    } else if (isGroup) {
      bracketed.push(frame)
      for (const { head } of frame.parts) if (head !== undefined) heads.add(head)
    }
  }
  return { heads, locators, bracketed }
}

/** Pandoc's `normalCite`: each part cites, and the brackets are nothing else. */
function isCitationGroup(mask: string, frame: Frame): boolean {
  return !isOther(mask, frame) && frame.parts.every((part) => part.head !== undefined)
}

/** Pandoc's `bareloc`, the brackets after a narrative citation: a suffix, then parts that cite. */
function isLocator(mask: string, frame: Frame): boolean {
  const next = mask[frame.end]
  if (frame.literal || next === '(' || next === '[' || mask[frame.start + 1] === '^') return false
  return frame.parts.slice(1).every((part) => part.head !== undefined)
}

/** The parts of a narrative citation's brackets that cite: all, or all but the first, which is its suffix. */
function citingParts(mask: string, frame: Frame): readonly GroupPart[] {
  return isCitationGroup(mask, frame) ? frame.parts : frame.parts.slice(1)
}

function bracketedGroup(source: Source, frame: Frame): LooseGroup {
  const citations = frame.parts.flatMap((part) => partCitation(source, part))
  const span = spanOf(source, frame.start, frame.end)
  return { span, bracketed: true, citations, marks: marksOf(source, frame) }
}

function narrativeGroup(source: Source, key: KeyToken, brackets: Frame | undefined): LooseGroup {
  if (brackets === undefined) return loneGroup(source, key, 'narrative')
  const parts = citingParts(source.mask, brackets)
  const suffix = parts.length < brackets.parts.length ? brackets.parts[0] : undefined
  const citation: Citation = {
    ...citationOf(source, key, 'narrative'),
    span: spanOf(source, key.start, narrativeEnd(key, brackets, suffix)),
    ...(suffix === undefined ? {} : suffixField(source, suffix.start, suffix.end)),
  }
  const others = parts.flatMap((part) => partCitation(source, part))
  const span = spanOf(source, key.start, brackets.end)
  return {
    span,
    bracketed: false,
    citations: [citation, ...others],
    marks: marksOf(source, brackets),
  }
}

/** The end of a narrative citation: of its key, of its suffix, or of the brackets that hold nothing else. */
function narrativeEnd(key: KeyToken, brackets: Frame, suffix: GroupPart | undefined): number {
  if (suffix === undefined) return key.end
  return brackets.parts.length === 1 ? brackets.end : suffix.end
}

function loneGroup(source: Source, key: KeyToken, form: 'narrative' | 'glued'): LooseGroup {
  const citation = citationOf(source, key, form)
  return { span: citation.span, bracketed: false, citations: [citation], marks: [] }
}

function partCitation(source: Source, part: GroupPart): readonly Citation[] {
  const { head } = part
  if (head === undefined) return []
  return [
    {
      ...citationOf(source, head, 'bracketed'),
      span: spanOf(source, head.start, part.end),
      ...prefixField(source, part.start, head.start),
      ...suffixField(source, head.end, part.end),
    },
  ]
}

function citationOf(source: Source, key: KeyToken, form: Citation['form']): Citation {
  return {
    form,
    key: source.mask.slice(key.keyStart, key.keyEnd),
    keySpan: spanOf(source, key.keyStart, key.keyEnd),
    span: spanOf(source, key.start, key.end),
    markerSpan: spanOf(source, key.start, key.keyStart),
    suppressAuthor: key.suppressAuthor,
    braced: key.braced,
  }
}

function prefixField(source: Source, start: number, end: number): Pick<Citation, 'prefixSpan'> {
  const text = source.mask.slice(start, end)
  const from = start + text.length - text.trimStart().length
  const until = from + text.trim().length
  return from < until ? { prefixSpan: spanOf(source, from, until) } : {}
}

function suffixField(source: Source, start: number, end: number): Pick<Citation, 'suffixSpan'> {
  return isBlankBetween(source.mask, start, end) ? {} : { suffixSpan: spanOf(source, start, end) }
}

function spanOf({ base }: Source, start: number, end: number): Span {
  return { start: base + start, end: base + end }
}

function marksOf({ marks }: Source, frame: Frame): readonly Mark[] {
  return marks.ascii.get(frame.start) ?? []
}
