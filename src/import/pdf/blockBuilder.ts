import type { Body } from './body.ts'
import type { Line } from './lines/lines.ts'
import { headingShare } from './sortOut.ts'

/** Lines that belong together, before it is known which of them are headings. */
export interface Draft {
  readonly kind: 'heading' | 'set apart' | 'paragraph' | 'item' | 'table'
  readonly lines: Line[]
  /** Of an item whose number stands in its text: that. */
  readonly lead?: string
  /** Whether more than the space between two lines parts it from what is above. */
  readonly isParted: boolean
}

/** The most lines that a heading may have, one in large letters and one that is but set apart. */
const longestHeading = 4
const longestSetApart = 3

/** The most characters of a line that is set apart. */
const longestLine = 110

/** `Recommendation 3:`, where it is printed otherwise than what follows. */
const runIn =
  /^(?:recommendation|action|measure|commitment|priority|objective|target|proposal|principle|step)\s+(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[IVXLC]{1,6}|[A-Z])\s*[.:–—-]?$/iu

/** Puts running text together. */
export class BlockBuilder {
  readonly drafts: Draft[] = []
  readonly #body: Body

  constructor(body: Body) {
    this.#body = body
  }

  add(line: Line): void {
    const draft = this.drafts.at(-1)
    if (draft !== undefined && this.#goesOn(draft, line)) draft.lines.push(line)
    else this.drafts.push(this.#begun(line, draft?.lines.at(-1)))
  }

  #begun(line: Line, before: Line | undefined): Draft {
    const isParted = before === undefined || this.#isGap(before, line)
    const draft = { lines: [line], isParted }
    if (line.table !== undefined) return { kind: 'table', ...draft }
    if (this.#isLarge(line)) return { kind: 'heading', ...draft }
    if (this.#isSetApart(line) && isParted && !isMarked(line))
      return { kind: 'set apart', ...draft }
    if (this.#beginsItem(line, before)) return { kind: 'item', ...draft }
    if (this.#isSetApart(line)) return { kind: 'set apart', ...draft }
    const lead = this.#runInOf(line)
    return lead === undefined ? { kind: 'paragraph', ...draft } : { kind: 'item', ...draft, lead }
  }

  #isLarge({ size }: Line): boolean {
    return size >= this.#body.size * headingShare
  }

  /** A short line all in another font than the running text, which is no sentence. */
  #isSetApart(line: Line): boolean {
    return (
      line.isUniform &&
      line.font !== this.#body.font &&
      line.text.length < longestLine &&
      !/[.;,:。：；，]$/u.test(line.text)
    )
  }

  #runInOf({ lead, text }: Line): string | undefined {
    if (lead === undefined || lead.font === this.#body.font) return undefined
    return runIn.test(lead.text) && text.startsWith(lead.text) ? lead.text : undefined
  }

  #beginsItem(line: Line, before: Line | undefined): boolean {
    if (line.bullet === undefined) return false
    return line.bullet.isApart || before === undefined || this.#isGap(before, line)
  }

  #isGap(before: Line, line: Line): boolean {
    return isElsewhere(before, line) || before.baseline - line.baseline > this.#body.leading * 1.25
  }

  #goesOn(draft: Draft, line: Line): boolean {
    const before = draft.lines.at(-1)
    if (before === undefined || line.table !== undefined) return false
    const isLarge = this.#isLarge(line)
    switch (draft.kind) {
      case 'table':
        return false
      case 'heading':
        return (
          isLarge &&
          Math.abs(line.size - before.size) < 0.5 &&
          !isElsewhere(before, line) &&
          before.baseline - line.baseline < line.size * 1.6 &&
          draft.lines.length < longestHeading
        )
      case 'set apart':
        return !isLarge && this.#goesOnApart(draft, before, line)
      case 'paragraph':
        return !isLarge && !this.#beginsItem(line, before) && !this.#endsParagraph(before, line)
      case 'item':
        return !isLarge && !this.#beginsItem(line, before) && this.#isWithinItem(draft, line)
    }
  }

  /** The next line of a heading in the same letters. */
  #goesOnApart({ lines }: Draft, before: Line, line: Line): boolean {
    return (
      lines.length < longestSetApart &&
      this.#isSetApart(line) &&
      line.font === before.font &&
      Math.abs(line.size - before.size) < 0.5 &&
      line.bullet === undefined &&
      !this.#isGap(before, line)
    )
  }

  #endsParagraph(before: Line, line: Line): boolean {
    if (isElsewhere(before, line)) return endsSentence(before.text) || this.#isSetApart(line)
    if (this.#isGap(before, line) || this.#runInOf(line) !== undefined) return true
    return this.#isSetApart(line) && before.endFont !== line.font
  }

  /** Its text hangs behind the bullet; where none hangs, it ends like a paragraph. */
  #isWithinItem({ lines }: Draft, line: Line): boolean {
    const [first] = lines
    const before = lines.at(-1)
    if (first === undefined || before === undefined) return false
    const hangs = Math.abs(line.left - (first.bullet?.textLeft ?? first.left)) < 3
    if (hangs && first.bullet?.isApart === true) {
      return isElsewhere(before, line) || !this.#isGap(before, line) || !this.#isSetApart(line)
    }
    return !this.#endsParagraph(before, line) && line.left >= first.left - 3
  }
}

/** Whether a new page, or a new column, is between two lines. */
function isElsewhere(before: Line, line: Line): boolean {
  return before.page !== line.page || before.column !== line.column
}

/** Whether a line begins with a bullet that no heading has. */
function isMarked({ bullet }: Line): boolean {
  return bullet !== undefined && !/[\dA-Za-z]/u.test(bullet.mark)
}

/** Whether a sentence ends where `text` does. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？:：;；]["”’」』)\]]?$/u.test(text)
}
