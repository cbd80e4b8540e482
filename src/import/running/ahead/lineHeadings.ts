import { goalWords, isMeasureWord } from '../../labels/labelWords.ts'
import { readMark, readNamedMeasure, type LabelMark } from '../../labels/printedLabel.ts'
import type { TextBlock } from '../block.ts'
import { readEnumerator } from '../numbers/enumerator.ts'
import { isTitle, measureStart } from '../sectionMark.ts'

/** Below all headings that are marked as such. */
const deepestMarked = 6
/** A heading that a text follows in its line is no longer. */
const longestRunIn = 160

type Paragraph = Extract<TextBlock, { readonly kind: 'paragraph' }>

/**
 * The blocks of a plan, in which lines that are printed as headings are some: `Goal 1: Keep the water clean`,
 * `Objective 1.1 …` in heavy letters or where others count on from them, and titles in heavy letters. What is named
 * first stands above what is named later. The same title again and again only announces what follows. Linear.
 */
export function withLineHeadings(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const lines = new LineHeadings(blocks)
  return blocks.flatMap((block, at) => lines.read(block, blocks[at + 1]))
}

/**
 * The blocks of a text, in which lines `Section 1: Compute` are headings where bullets stand right below most of them:
 * the sections of a law hold paragraphs.
 */
export function withSectionsOfBullets(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const sections = new Set<TextBlock>()
  let count = 0
  for (const [at, block] of blocks.entries()) {
    if (!isAlone(block) || !isSectionLine(block.text)) continue
    sections.add(block)
    const next = blocks[at + 1]
    count += next?.kind === 'item' && next.number === undefined ? 1 : -1
  }
  if (sections.size === 0 || count <= 0) return blocks
  return blocks.map((block) =>
    sections.has(block) && isAlone(block)
      ? { kind: 'heading', depth: deepestMarked, text: block.text, line: block.line }
      : block,
  )
}

/**
 * Whether a text with bullets speaks but once of a first section or article, in a line of its own: `Section 1: this must
 * go.`
 */
export function speaksOfOne(blocks: readonly TextBlock[]): boolean {
  const lines = blocks.filter((block) => block.kind === 'heading' || block.kind === 'paragraph')
  const starts = lines.filter(({ text }) => measureStart(text) !== undefined)
  const [only, other] = starts
  if (only?.kind !== 'paragraph' || other !== undefined) return false
  const isBullet = (block: TextBlock): boolean =>
    block.kind === 'item' && block.number === undefined && readEnumerator(block.text) === undefined
  const { label, heading } = measureStart(only.text) ?? {}
  return label === '1' && heading === undefined && blocks.some(isBullet)
}

/** `Section 1: Compute`. */
function isSectionLine(text: string): boolean {
  const mark = /^S(?:ection|ECTION)\s/u.test(text) ? readMark(text) : undefined
  return mark !== undefined && mark.joint !== '' && isTitle(mark.rest)
}

class LineHeadings {
  /** Words that are counted: `goal`, `objective`; in the order in which they first stand. */
  readonly #words: readonly string[]
  readonly #times = new Map<string, number>()
  /** Whether titles without a number stand above the first that is counted. */
  readonly #isTitleFirst: boolean

  constructor(blocks: readonly TextBlock[]) {
    const paragraphs = blocks.filter(isAlone)
    const labels = new Map<string, Set<string>>()
    const heavy = new Set<string>()
    for (const block of paragraphs) {
      const { lead = '', text } = block
      if (lead === text) this.#times.set(text, (this.#times.get(text) ?? 0) + 1)
      const goal = goalOf(block)
      if (goal === undefined) continue
      const { name, label } = goal.mark
      labels.set(name, (labels.get(name) ?? new Set()).add(label))
      if (goal.isHeavy) heavy.add(name)
    }
    this.#words = [...labels].flatMap(([name, own]) =>
      heavy.has(name) || (own.size > 1 && [...own].some(isFirst)) ? name : [],
    )
    const counted = paragraphs.findIndex((block) => this.#goalOf(block) !== undefined)
    const titled = paragraphs.findIndex((block) => this.#isTitle(block))
    this.#isTitleFirst = titled !== -1 && titled < counted
  }

  /** The block itself, or the heading that it is, with what stands behind that in its line. */
  read(block: TextBlock, next: TextBlock | undefined): readonly TextBlock[] {
    if (!isAlone(block)) return [block]
    const { text, line, lead = '' } = block
    const goal = this.#goalOf(block)
    if (goal !== undefined) {
      const depth = deepestMarked + 1 + this.#words.indexOf(goal.mark.name)
      const heading = { kind: 'heading', depth, line } as const
      if (this.#isLeaf(block, goal, next)) return inTwo(block, goal, depth, true)
      const { rest } = goal.mark
      const title = rest.replace(/\.$/u, '')
      const isWhole = lead === text || rest === '' || isTitle(goal.isMeasure ? rest : title)
      if (isWhole && text.length <= longestRunIn) {
        return [{ ...heading, text: lead === text ? text : text.replace(/\.$/u, '') }]
      }
      return inTwo(block, goal, depth)
    }
    if (!this.#isTitle(block) || !this.#isHeadable(next)) return [block]
    const depth = deepestMarked + 1 + (this.#isTitleFirst ? 0 : this.#words.length)
    return [{ kind: 'heading', depth, text, line }]
  }

  /** Whether a sentence behind a number is all that there is, which is to be done: it divides nothing. */
  #isLeaf({ text, lead = '' }: Paragraph, { mark }: Goal, next: TextBlock | undefined): boolean {
    if (lead === text || !/[.。;；]$/u.test(mark.rest)) return false
    if (alwaysMeasure.test(text)) return true
    if (next === undefined || next.kind === 'heading') return true
    const below = isAlone(next) ? this.#goalOf(next)?.mark : undefined
    if (below === undefined) return false
    const isSmaller = this.#words.indexOf(below.name) > this.#words.indexOf(mark.name)
    return !isSmaller && !below.label.startsWith(`${mark.label}.`)
  }

  #goalOf(block: Paragraph): Goal | undefined {
    const goal = goalOf(block)
    return goal !== undefined && this.#words.includes(goal.mark.name) ? goal : undefined
  }

  /** Whether a line may be the heading of `block`: of words, and not of another title. */
  #isHeadable(block: TextBlock | undefined): boolean {
    if (block?.kind === 'paragraph')
      return block.lead !== block.text || (this.#times.get(block.text) ?? 0) > 1
    return block?.kind === 'item' || block?.kind === 'rows'
  }

  /** Whether all of it is in heavy letters, and stands but once, and is no sentence. */
  #isTitle({ text, lead }: Paragraph): boolean {
    return (
      lead === text &&
      text.length >= 3 &&
      this.#times.get(text) === 1 &&
      isTitle(text) &&
      readEnumerator(text) === undefined &&
      readNamedMeasure(text) === undefined
    )
  }
}

/** What agencies call their targets. */
const alwaysMeasure = /^(?:performance|agency priority) /iu

/** The label of a goal, and what stands behind it in its line. */
function inTwo(
  { text, line }: Paragraph,
  { mark: { rest } }: Goal,
  depth: number,
  isMeasure = false,
): readonly TextBlock[] {
  const label = text.slice(0, text.length - rest.length).trim()
  return [
    { kind: 'heading', depth, line, text: label, ...(isMeasure && { isMeasure }) },
    { kind: 'paragraph', text: rest, line },
  ]
}

/** A line that a goal begins. */
interface Goal {
  readonly mark: LabelMark
  /** Whether its number is in heavy letters, and not all else as well by chance. */
  readonly isHeavy: boolean
  readonly isMeasure: boolean
}

function goalOf({ text, lead = '' }: Paragraph): Goal | undefined {
  const mark = readMark(text)
  if (mark === undefined) return undefined
  const isHeavy = lead.length >= text.length - mark.rest.length - mark.joint.length - 2
  const isMeasure = isHeavy && mark.joint === '' && isMeasureWord(mark.name)
  if (
    !(goalWords.has(mark.name) || isMeasure) ||
    !/^\p{Lu}/u.test(text) ||
    /^\p{Ll}/u.test(mark.rest)
  )
    return undefined
  if (!isHeavy && mark.joint === '' && mark.rest !== '') return undefined
  return { mark, isHeavy: isHeavy && lead !== '', isMeasure }
}

/** `1`, `I`, `A`, `1.1`. */
function isFirst(label: string): boolean {
  return /^[1IA]$|\.1$/u.test(label)
}

/** A paragraph that stands in no list. */
function isAlone(block: TextBlock): block is Paragraph {
  return block.kind === 'paragraph' && block.depth === undefined
}
