import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { projectRoot } from './projectPaths.ts'

/** Where the plan as its issuer published it lies, beside the project. */
const planFile = path.resolve(projectRoot, '../shared/sources/Americas-AI-Action-Plan.pdf')

/** Why tests that read the plan's PDF are skipped here; `false` where it is there. */
export const withoutPlanPdf = existsSync(planFile)
  ? false
  : `${path.relative(projectRoot, planFile)} is absent`

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
  const bytes = readFileSync(planFile)
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

/** Marks that point to a note, and the numbers of the notes themselves, are smaller than this. */
const smallestText = 7

function linesOf(pieces: readonly PrintedPiece[], page: number): readonly PrintedLine[] {
  const rows: PrintedPiece[][] = []
  for (const piece of pieces.filter(({ size }) => size >= smallestText)) {
    const row = rows.at(-1)
    if (row?.[0]?.baseline === piece.baseline) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => lineOf(row, page) ?? [])
}

function lineOf(row: readonly PrintedPiece[], page: number): PrintedLine | undefined {
  const [first] = row.filter(({ text }) => text.trim() !== '')
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
