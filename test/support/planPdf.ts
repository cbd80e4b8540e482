import { readFileSync } from 'node:fs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { publishedPlan } from './officialSource.ts'

/** A line of the PDF; what it is, is known by the size of its letters and where it stands. */
export interface PrintedLine {
  readonly kind: 'running' | 'pillar' | 'section' | 'text' | 'note'
  readonly text: string
  /** The page of the PDF, from 1. */
  readonly page: number
  /** How far from the left edge of the page it begins, in points. */
  readonly left: number
}

/** The PDF, and its lines in the order of the pages. */
export interface PlanPdf {
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly lines: readonly PrintedLine[]
}

/** Reads the whole PDF. */
export async function readPlanPdf(): Promise<PlanPdf> {
  const bytes = readFileSync(publishedPlan.file)
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const lines: PrintedLine[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent()
    lines.push(...linesOf(items.filter((item) => 'str' in item).map(printedPiece), page))
  }
  await task.destroy()
  return { bytes, pageCount: document.numPages, lines }
}

/** What pdf.js draws in one go: some words, a space, or nothing but the end of a line. */
interface PrintedPiece {
  readonly text: string
  readonly left: number
  /** How far its baseline is above the lower edge of the page, in points. */
  readonly baseline: number
  /** The size of its letters in points; 0 for what only ends a line. */
  readonly size: number
}

function printedPiece(item: {
  readonly str: string
  readonly height: number
  readonly transform: readonly number[]
}): PrintedPiece {
  const [, , , , left = 0, baseline = 0] = item.transform
  return { text: item.str, left, baseline, size: item.height }
}

/** The marks of notes are smaller than this, in the text and before the notes themselves. */
const smallestText = 7

function linesOf(pieces: readonly PrintedPiece[], page: number): readonly PrintedLine[] {
  const rows: PrintedPiece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    if (piece.text.trim() === '') row?.push(piece)
    else if (piece.size < smallestText) continue
    else if (row?.[0] !== undefined && areLevel(row[0], piece)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => lineOf(row, page) ?? [])
}

function areLevel(one: PrintedPiece, other: PrintedPiece): boolean {
  return Math.abs(one.baseline - other.baseline) < 1
}

function lineOf(row: readonly PrintedPiece[], page: number): PrintedLine | undefined {
  const [first] = row
  if (first === undefined) return undefined
  const text = row.map((piece) => piece.text).join('')
  return { kind: kindOf(first), text: text.replaceAll(/\s+/g, ' ').trim(), page, left: first.left }
}

function kindOf({ size, baseline }: PrintedPiece): PrintedLine['kind'] {
  const isAtTheEdge = baseline < 50 || baseline > 730
  if (isAtTheEdge) return 'running'
  switch (Math.round(size)) {
    case 26:
      return 'pillar'
    case 16:
      return 'section'
    case 8:
      return 'note'
    default:
      return 'text'
  }
}

/** A heading, a bullet or paragraphs as printed; the PDF pages, from 1, that it begins and ends on. */
export interface Passage {
  readonly kind: 'pillar' | 'section' | 'bullet' | 'text'
  readonly text: string
  readonly first: number
  readonly last: number
}

/** A section as printed, with the bullets under its recommended policy actions. */
export interface PrintedSection {
  readonly heading: Passage
  readonly bullets: readonly Passage[]
}

/** A pillar as printed, its heading with its number. */
export interface PrintedPillar {
  readonly heading: Passage
  readonly sections: readonly PrintedSection[]
}

/** The pillars as printed; what stands before the first of them is left out, and so are notes. */
export function printedPillars({ lines }: PlanPdf): readonly PrintedPillar[] {
  return cutBefore(passagesOf(lines), isPillar).map(({ head, rest }) => ({
    heading: head,
    sections: cutBefore(rest, ({ kind }) => kind === 'section').map(printedSection),
  }))
}

function isPillar({ kind, text }: Passage): boolean {
  return kind === 'pillar' && text.startsWith('Pillar ')
}

function printedSection({ head, rest }: Cut): PrintedSection {
  const announcement = rest.findIndex(({ text }) => text.endsWith('Recommended Policy Actions'))
  const announced = announcement === -1 ? [] : rest.slice(announcement + 1)
  return { heading: head, bullets: announced.filter(({ kind }) => kind === 'bullet') }
}

interface Cut {
  readonly head: Passage
  readonly rest: readonly Passage[]
}

/** Cuts before each passage that `opens` one; what stands before the first is dropped. */
function cutBefore(
  passages: readonly Passage[],
  opens: (passage: Passage) => boolean,
): readonly Cut[] {
  const starts = passages.flatMap((passage, index) => (opens(passage) ? [index] : []))
  return starts.flatMap((start, place) => {
    const head = passages[start]
    return head === undefined ? [] : { head, rest: passages.slice(start + 1, starts[place + 1]) }
  })
}

/** Puts lines that follow one another together; a bullet may run on over the end of a page. */
function passagesOf(lines: readonly PrintedLine[]): readonly Passage[] {
  const passages: Passage[] = []
  for (const line of lines) {
    const kind = passageKind(line)
    if (kind === undefined) continue
    const { text, page } = line
    const last = passages.at(-1)
    if (last !== undefined && goesOn(last, kind, line)) {
      passages.splice(-1, 1, { ...last, text: `${last.text} ${text}`, last: page })
    } else passages.push({ kind, text: text.replace(/^•\s*/, ''), first: page, last: page })
  }
  return passages
}

function passageKind({ kind, text, left }: PrintedLine): Passage['kind'] | undefined {
  if (kind === 'running' || kind === 'note') return undefined
  if (kind !== 'text') return kind
  const isIndented = left > 90 && left < 100
  return text.startsWith('•') || isIndented ? 'bullet' : 'text'
}

function goesOn(passage: Passage, kind: Passage['kind'], { text }: PrintedLine): boolean {
  return passage.kind === kind && !text.startsWith('•')
}
