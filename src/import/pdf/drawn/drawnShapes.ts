import { greatestOf, leastOf } from '../../../core/text/lists.ts'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfShape } from './pages.ts'

/** What a page does to draw itself, as pdf.js lists it. */
export interface Operations {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Shapes that are thicker than this both ways, and longer than that one way, are pictures or grounds. */
const thickest = 3
const largest = 20

/** A page with more shapes is a drawing, and has no bullets or tables that could be told. */
const mostShapes = 20_000

/** The dots, squares and rules that a page draws, in the space of its file; pictures as small as a bullet too. */
export function shapesOf({ fnArray, argsArray }: Operations): readonly PdfShape[] {
  const pen = new Pen()
  for (const [index, operation] of fnArray.entries()) {
    pen.do(operation, argsArray[index])
    if (pen.shapes.length > mostShapes) return []
  }
  return pen.shapes
}

type Matrix = readonly [number, number, number, number, number, number]

const upright: Matrix = [1, 0, 0, 1, 0, 0]

const strokes: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])
const fills: ReadonlySet<number> = new Set([
  ...[OPS.fill, OPS.eoFill, OPS.fillStroke],
  ...[OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke],
])
const pictures: ReadonlySet<number> = new Set([
  ...[OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject],
  OPS.paintSolidColorImageMask,
])

class Pen {
  readonly shapes: PdfShape[] = []
  #matrix: Matrix = upright
  readonly #kept: Matrix[] = []

  do(operation: number, details: unknown): void {
    const list: readonly unknown[] = Array.isArray(details) ? details : []
    if (operation === OPS.save) this.#kept.push(this.#matrix)
    else if (operation === OPS.restore) this.#matrix = this.#kept.pop() ?? this.#matrix
    else if (operation === OPS.transform) this.#turn(list)
    else if (operation === OPS.paintFormXObjectBegin) {
      this.#kept.push(this.#matrix)
      this.#turn(list[0])
    } else if (operation === OPS.paintFormXObjectEnd) this.#matrix = this.#kept.pop() ?? upright
    else if (operation === OPS.constructPath) this.#draw(list)
    else if (pictures.has(operation)) this.#add(0, 0, 1, 1)
  }

  #turn(by: unknown): void {
    const [a, b, c, d, e, f] = numbersIn(by)
    if (f === undefined || e === undefined || d === undefined) return
    const [ka = 1, kb = 0, kc = 0] = [a, b, c]
    const [ma, mb, mc, md, me, mf] = this.#matrix
    this.#matrix = [
      ...([ma * ka + mc * kb, mb * ka + md * kb, ma * kc + mc * d, mb * kc + md * d] as const),
      ...([ma * e + mc * f + me, mb * e + md * f + mf] as const),
    ]
  }

  #draw([operation, paths]: readonly unknown[]): void {
    if (typeof operation !== 'number' || !Array.isArray(paths)) return
    const isFilled = fills.has(operation)
    if (!isFilled && !strokes.has(operation)) return
    const path = numbersIn(paths[0])
    for (const outline of outlinesOf(path)) {
      if (isFilled) this.#addAround(outline)
      else this.#addSides(outline)
    }
  }

  #addAround(outline: readonly Point[]): void {
    const xs = outline.map(([x]) => x)
    const ys = outline.map(([, y]) => y)
    this.#add(leastOf(xs), leastOf(ys), greatestOf(xs), greatestOf(ys))
  }

  /** A line that is drawn along is so many rules; one that is small is a ring, or a box. */
  #addSides(outline: readonly Point[]): void {
    this.#addAround(outline)
    if (outline.length < 3) return
    for (const [index, [x, y]] of outline.entries()) {
      const before = outline[index - 1]
      if (before === undefined || (before[0] !== x && before[1] !== y)) continue
      this.#add(
        Math.min(before[0], x),
        Math.min(before[1], y),
        Math.max(before[0], x),
        Math.max(before[1], y),
      )
    }
  }

  #add(left: number, bottom: number, right: number, top: number): void {
    const [a, b, c, d, e, f] = this.#matrix
    const x = [a * left + c * bottom + e, a * right + c * top + e]
    const y = [b * left + d * bottom + f, b * right + d * top + f]
    const shape = {
      left: leastOf(x),
      bottom: leastOf(y),
      width: greatestOf(x) - leastOf(x),
      height: greatestOf(y) - leastOf(y),
    }
    const { width, height } = shape
    if (!Number.isFinite(width + height + shape.left + shape.bottom)) return
    if (Math.min(width, height) <= thickest || Math.max(width, height) <= largest)
      this.shapes.push(shape)
  }
}

type Point = readonly [number, number]

/** So many numbers stand behind each step of a path: to a point, along a line, along curves, back. */
const numbersOfStep = [2, 2, 6, 4, 0] as const

/** An outline of more points is a drawing. */
const mostPoints = 64

/** The parts of a path that the pen draws without being lifted, each by the points that it goes to. */
function outlinesOf(path: readonly number[]): readonly (readonly Point[])[] {
  const outlines: Point[][] = []
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 0
    const length = numbersOfStep[step] ?? 0
    const end = at + 1 + length
    const point: Point = [path[end - 2] ?? 0, path[end - 1] ?? 0]
    const outline = outlines.at(-1)
    if (step === 0 || outline === undefined) outlines.push([point])
    else if (length === 0) outline.push(outline[0] ?? [0, 0])
    else outline.push(point)
    at = end
  }
  return outlines.filter(({ length }) => length > 1 && length <= mostPoints)
}

function numbersIn(list: unknown): readonly number[] {
  if (list instanceof Float32Array || list instanceof Float64Array) return Array.from(list)
  return Array.isArray(list) && list.every((one) => typeof one === 'number') ? list : []
}
