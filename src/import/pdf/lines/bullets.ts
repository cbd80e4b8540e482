import type { PdfPiece, PdfShape } from '../drawn/pages.ts'

/** What an item begins with. */
export interface Bullet {
  /** As printed: `•`, `1.`, `(a)`; `•` also for what is drawn and is no character. */
  readonly mark: string
  /** Where it stands itself. */
  readonly left: number
  /** Where the text behind it begins. */
  readonly textLeft: number
  /** Whether it was drawn apart from its text, as a word processor does. */
  readonly isApart: boolean
  /** How many of the pieces of its line it is. */
  readonly pieces: 0 | 1
}

const mark =
  /^(?:[•◦▪‣●○■□◆–—*·➢➤►✓✔]|\d{1,3}[.)、]|\([a-z\d]{1,4}\)|[a-z][.)]|[ivx]{2,5}[.)])(?=\s|$)/u
/** Only where it is drawn apart: a paragraph may begin with the like. */
const markApart = /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|[A-Z][.)])$/u
/** A sign that a text may begin with is no bullet. */
const beginsText = /^["'“”‘’«»‹›()[\]{}<>¿¡§¶$€£¥%&@+=…（）《》「」『』【】〈〉〔〕]$/u
const symbolFont = /symbol|dingbat|wingding|webding|bullet/iu

/** The bullet or number that the pieces of a line begin with. */
export function bulletOf(
  [first, second]: readonly PdfPiece[],
  fonts: ReadonlyMap<string, string>,
): Bullet | undefined {
  if (first === undefined) return undefined
  const { left } = first
  const drawn = first.text.trim()
  const found = mark.exec(drawn)?.[0]
  const isAlone = second !== undefined && isParted(first, second)
  const isDrawnApart = second !== undefined && drawn === found
  if (found !== undefined) {
    const textLeft = isDrawnApart ? second.left : left
    return { mark: found, left, textLeft, isApart: isDrawnApart, pieces: isDrawnApart ? 1 : 0 }
  }
  if (!isAlone) return undefined
  const apart = { left, textLeft: second.left, isApart: true, pieces: 1 } as const
  if (isGlyph(first, second, fonts)) return { mark: '•', ...apart }
  return markApart.test(drawn) ? { mark: drawn, ...apart } : undefined
}

/** Whether a gap parts them that is wider than any between two words. */
function isParted(first: PdfPiece, second: PdfPiece): boolean {
  return second.left - first.left - first.width > Math.max(first.size, second.size) * 0.35
}

/** Whether `first` is but one sign that stands for a bullet: of a font of symbols, or one that no text has. */
function isGlyph(first: PdfPiece, second: PdfPiece, fonts: ReadonlyMap<string, string>): boolean {
  const [sign = '', ...others] = first.text.trim()
  if (sign === '' || others.length > 0) return false
  if (symbolFont.test(fonts.get(first.font) ?? '')) return true
  if (/[\p{L}\p{N}]/u.test(sign)) return sign === 'o' && first.font !== second.font
  return !beginsText.test(sign)
}

/** A bullet is as large as this at most, and as far before its text, in sizes of its letters. */
const largestBullet = 0.9
const farthest = 3.5

/** The shapes of a page that may be bullets, found by the lines that they stand before. */
export class DrawnBullets {
  readonly #shapes: readonly PdfShape[]

  constructor(shapes: readonly PdfShape[]) {
    this.#shapes = shapes
      .filter(({ width, height }) => {
        const [small, large] = width < height ? [width, height] : [height, width]
        return small > 1 && large < 20 && large < small * 2
      })
      .sort((one, other) => one.bottom - other.bottom)
  }

  /** The bullet that is drawn before a line which begins with `first`. */
  before(first: PdfPiece): Bullet | undefined {
    const { left, baseline, size } = first
    for (let at = this.#firstAbove(baseline - size * 0.3); at < this.#shapes.length; at += 1) {
      const shape = this.#shapes[at]
      if (shape === undefined || shape.bottom > baseline + size * 0.75) return undefined
      const gap = left - shape.left - shape.width
      const isSmall = Math.max(shape.width, shape.height) <= size * largestBullet
      if (isSmall && gap > size * 0.1 && gap < size * farthest) {
        return { mark: '•', left: shape.left, textLeft: left, isApart: true, pieces: 0 }
      }
    }
    return undefined
  }

  #firstAbove(height: number): number {
    let low = 0
    let high = this.#shapes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#shapes[middle]?.bottom ?? 0) < height) low = middle + 1
      else high = middle
    }
    return low
  }
}
