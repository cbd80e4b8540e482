import { endsSentence, type Draft } from './blockBuilder.ts'
import type { Block, JoinedBlock } from './block.ts'
import type { Body } from './body.ts'
import type { Line } from './lines/lines.ts'

/** Letters of these fonts are heavier than others. */
const bold = /bold|black|heavy|semib|demi|cmbx|cmssbx|,b\b|medi(?:um)?\b/iu

/**
 * The blocks of a document. What is set in larger letters is a heading, the larger the higher. What
 * is as large as the text is one where it is bold, numbered, in capitals or in letters of its own and
 * stands for itself; the same words again and again only announce what follows.
 */
export function withHeadings(
  drafts: readonly Draft[],
  body: Body,
  fonts: ReadonlyMap<string, string>,
  joined: (draft: Draft) => JoinedBlock,
): readonly Block[] {
  const blocks = drafts.map((draft) => ({ draft, block: joined(draft) }))
  const judge = new Judge(blocks, body, fonts)
  const judged = blocks.map(({ draft, block }, index) => ({
    draft,
    block,
    kind: judge.kindOf(index),
  }))
  const ranks = new Ranks(
    judged.flatMap(({ block, kind }) => (kind === 'heading' ? [block] : [])),
    fonts,
  )
  return judged.map(({ block, kind }) => ({
    ...block,
    kind,
    rank: kind === 'heading' ? ranks.of(block) : 0,
  }))
}

interface Judged {
  readonly draft: Draft
  readonly block: JoinedBlock
}

/** Says what is a heading, by what else the document has. */
class Judge {
  readonly #blocks: readonly Judged[]
  readonly #fonts: ReadonlyMap<string, string>
  readonly #isBodyBold: boolean
  readonly #times = new Map<string, number>()
  /** How many different lines are set apart in each font. */
  readonly #ofFont = new Map<string, Set<string>>()
  readonly #numbered: number
  readonly #capitals: number

  constructor(blocks: readonly Judged[], body: Body, fonts: ReadonlyMap<string, string>) {
    this.#blocks = blocks
    this.#fonts = fonts
    this.#isBodyBold = bold.test(fonts.get(body.font) ?? '')
    for (const [at, { draft, block }] of blocks.entries()) {
      if (draft.kind !== 'set apart' && !this.#isPlainHeading(at)) continue
      const { text } = block
      this.#times.set(text, (this.#times.get(text) ?? 0) + 1)
      if (draft.kind !== 'set apart') continue
      const font = draft.lines[0]?.font ?? ''
      this.#ofFont.set(font, (this.#ofFont.get(font) ?? new Set()).add(text))
    }
    this.#numbered = blocks.filter((one, at) => this.#isPlainHeading(at) && isNumbered(one)).length
    this.#capitals = blocks.filter((one, at) => this.#isPlainHeading(at) && isCapital(one)).length
  }

  kindOf(index: number): Block['kind'] {
    const judged = this.#blocks[index]
    if (judged === undefined) return 'paragraph'
    const { draft, block } = judged
    switch (draft.kind) {
      case 'set apart':
        if ((this.#times.get(block.text) ?? 0) > 1) return 'standing heading'
        return this.#isHeading(judged, index) ? 'heading' : 'paragraph'
      case 'paragraph':
        if (!this.#isPlainHeading(index)) return 'paragraph'
        if ((this.#times.get(block.text) ?? 0) > 1 && this.#isBeforeItem(index))
          return 'standing heading'
        return (isNumbered(judged) && this.#numbered > 1) ||
          (isCapital(judged) && this.#capitals > 1)
          ? 'heading'
          : 'paragraph'
      case 'heading':
      case 'item':
      case 'table':
        return draft.kind
    }
  }

  #isHeading({ draft, block }: Judged, index: number): boolean {
    if (!draft.isParted || !this.#isFollowed(index) || caption.test(block.text)) return false
    const font = draft.lines[0]?.font ?? ''
    if (!/^[\p{Lu}\p{N}\p{Lo}(“"‘]/u.test(block.text)) return false
    if (!this.#isBodyBold && bold.test(this.#fonts.get(font) ?? '')) return true
    if (isNumbered({ draft, block })) return true
    return (this.#ofFont.get(font)?.size ?? 0) > 1 && block.text.length <= 60
  }

  #isBeforeItem(index: number): boolean {
    return this.#blocks[index + 1]?.draft.kind === 'item'
  }

  /** Whether something stands below it that it can head. */
  #isFollowed(index: number): boolean {
    const next = this.#blocks[index + 1]?.draft
    return next !== undefined
  }

  /** Whether a paragraph in the letters of the text may be a heading: one line, parted from all, and no sentence. */
  #isPlainHeading(index: number): boolean {
    const judged = this.#blocks[index]
    if (judged?.draft.kind !== 'paragraph' || !judged.draft.isParted) return false
    const next = this.#blocks[index + 1]?.draft
    const { text, lines } = judged.block
    return (
      lines.length === 1 &&
      text.length < 90 &&
      next?.isParted === true &&
      ['paragraph', 'item', 'set apart'].includes(next.kind) &&
      !endsSentence(text) &&
      !/[,，、]$/u.test(text)
    )
  }
}

/** What stands below a figure or above a table. */
const caption = /^(?:figure|fig\.|table|box|chart|exhibit|source|note|photo)\b/iu

/** `3.2 Monitoring`: one number alone may count an item as well. */
function isNumbered({ block }: Judged): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?|(?:part|chapter|section|pillar|title|annex|article) [\dIVXLC]+[.:]?)\s+\p{Lu}/iu.test(
    block.text,
  )
}

function isCapital({ block: { text } }: Judged): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length > 3 && text === text.toUpperCase() && /\p{Lu}/u.test(text)
}

/** How high headings rank: by their size, and within a size by how they are printed and numbered. */
class Ranks {
  readonly #fonts: ReadonlyMap<string, string>
  readonly #sizes: readonly number[]

  constructor(headings: readonly JoinedBlock[], fonts: ReadonlyMap<string, string>) {
    this.#fonts = fonts
    const sizes = [...new Set(headings.map(({ size }) => size))].sort((one, other) => one - other)
    // Those that differ by less than half a point are one size.
    this.#sizes = sizes.filter((size, index) => index === 0 || size - (sizes[index - 1] ?? 0) > 0.5)
  }

  of({ text, size, lines }: JoinedBlock): number {
    const level = this.#sizes.findLastIndex((one) => one <= size)
    const isBold = bold.test(this.#fonts.get(lines[0]?.font ?? '') ?? '')
    const isCapital = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
    return (
      (level + 1) * 100 +
      (isBold ? 40 : 0) +
      (isCapital ? 20 : 0) -
      Math.min(9, depthOf(text)) +
      leadingWord(lines)
    )
  }
}

/** How deep the number of a heading is: 2 of `3.2`. */
function depthOf(text: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d{1,3}){0,5})\.?\s/u.exec(text) ?? []
  return number === undefined ? 0 : number.split('.').length
}

/** A heading that names a part of a document stands above one that does not. */
function leadingWord([line]: readonly Line[]): number {
  return /^(?:part|pillar|title|chapter)\s+[\dIVXLC]+\b/iu.test(line?.text ?? '') ? 10 : 0
}
