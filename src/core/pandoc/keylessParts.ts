import { atSign } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import { pairTokens } from './brackets.ts'
import { findFrames, type Frame, type GroupPart, isOther } from './groups.ts'
import { type KeyToken, tokenize } from './tokens.ts'

/** A part of brackets between two `;` that holds no key, so that Pandoc reads no group: `p. 4` in `[@a, p. 3; p. 4]`. */
export interface KeylessPart {
  /** Without the blanks around it; of the mark before it where nothing else is there. */
  readonly span: Span
  /** Of the key before it; of the first one behind it where none is. */
  readonly nearestKey: Span
  /** Whether no key stands in the brackets, but right before them: `@a [p. 3; p. 4]`. */
  readonly isBehindNarrative: boolean
}

/**
 * The parts without a key in brackets that would else be a group, or belong to a narrative citation.
 * `mask` and `base` are as for `parseCitations`. Linear.
 */
export function keylessParts(mask: string, base: number): readonly KeylessPart[] {
  if (!mask.includes(';')) return []
  const tokens = tokenize(mask)
  const { frames } = findFrames(mask, tokens, pairTokens(tokens))
  const source = {
    mask,
    base,
    bracketed: new Set(frames.flatMap(headsOf)),
    markers: markersIn(mask),
  }
  return frames
    .filter((frame) => frame.parts.length > 1 && !isOther(mask, frame))
    .flatMap((frame) => keylessIn(source, frame))
}

interface Source {
  readonly mask: string
  readonly base: number
  /** The keys that stand in brackets, so that no others belong to them. */
  readonly bracketed: ReadonlySet<KeyToken>
  /** How many `@` stand before each offset. */
  readonly markers: Uint32Array
}

function markersIn(mask: string): Uint32Array {
  const counts = new Uint32Array(mask.length + 1)
  for (let at = 0; at < mask.length; at += 1) {
    counts[at + 1] = (counts[at] ?? 0) + (mask.charCodeAt(at) === atSign ? 1 : 0)
  }
  return counts
}

function headsOf({ parts }: Frame): readonly KeyToken[] {
  return parts.flatMap(({ head }) => head ?? [])
}

function keylessIn(source: Source, frame: Frame): readonly KeylessPart[] {
  const narrative = frame.before && !source.bracketed.has(frame.before) ? frame.before : undefined
  const heads = headsOf(frame)
  const [first = narrative] = heads
  if (first === undefined) return []
  return frame.parts
    .slice(narrative === undefined ? 0 : 1)
    .filter((part) => part.head === undefined && !holdsMarker(source, part))
    .map((part) => ({
      span: spanOfPart(source, part),
      nearestKey: keySpanOf(source, keyBefore(part, heads) ?? narrative ?? first),
      isBehindNarrative: heads.length === 0,
    }))
}

/** A key that Pandoc does not see is a problem of its own. */
function holdsMarker({ markers }: Source, { start, end }: GroupPart): boolean {
  return markers[start] !== markers[end]
}

function keyBefore(part: GroupPart, heads: readonly KeyToken[]): KeyToken | undefined {
  return heads.findLast(({ start }) => start < part.start)
}

function keySpanOf({ base }: Source, { keyStart, keyEnd }: KeyToken): Span {
  return { start: base + keyStart, end: base + keyEnd }
}

function spanOfPart({ mask, base }: Source, { start, end }: GroupPart): Span {
  const text = mask.slice(start, end)
  const written = text.trim()
  if (written === '') return { start: base + start - 1, end: base + start }
  const from = base + start + text.indexOf(written)
  return { start: from, end: from + written.length }
}
