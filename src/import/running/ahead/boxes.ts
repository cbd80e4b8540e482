import {
  chineseAnnex,
  chineseBox,
  chineseDivision,
  chineseListed,
} from '../../labels/chineseLabel.ts'
import { textOfRow } from '../../tables/table.ts'
import type { BoxBlock, TextBlock } from '../block.ts'
import { follows, readEnumerator, type Reading } from '../numbers/enumerator.ts'

/**
 * `blocks` with each box of a Chinese plan as one: `专栏1 重点工程`, with what stands in it. It ends where another begins,
 * where a heading follows, or where a list goes on that it interrupts. Linear.
 */
export function withBoxes(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const own: TextBlock[] = []
  let open: OpenBox | undefined
  for (const block of blocks) {
    const begun = boxIn(block)
    if (begun !== undefined) {
      open = begun.isWhole ? undefined : new OpenBox(block, begun.box.blocks)
      own.push(begun.box)
    } else if (open?.takes(block) === true) open.add(block)
    else {
      open = undefined
      own.push(block)
    }
  }
  return own
}

/** The box that `blocks` are, where the first begins one. */
export function boxOf(blocks: readonly TextBlock[]): BoxBlock | undefined {
  const [first, ...others] = blocks
  const box = first === undefined ? undefined : boxIn(first)?.box
  if (box === undefined) return undefined
  const open = new OpenBox(undefined, box.blocks)
  for (const block of others) open.add(block)
  return box
}

interface Begun {
  readonly box: { readonly kind: 'box'; readonly blocks: TextBlock[] }
  /** Whether it is known where it ends. */
  readonly isWhole: boolean
}

function boxIn(block: TextBlock): Begun | undefined {
  if (block.kind === 'rows') return boxInTable(block)
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined
  if (chineseBox(block.text) === undefined) return undefined
  const { text, line } = block
  return {
    box: { kind: 'box', blocks: [{ kind: 'heading', depth: 1, text, line }] },
    isWhole: false,
  }
}

/** A box that is printed as a table, whose first row is its heading. */
function boxInTable({ table, line }: TextBlock & { kind: 'rows' }): Begun | undefined {
  const [head, ...rows] = table.rows
  const text = head === undefined ? '' : textOfRow(head)
  if (chineseBox(text) === undefined) return undefined
  const blocks: TextBlock[] = [{ kind: 'heading', depth: 1, text, line }]
  const open = new OpenBox(undefined, blocks)
  for (const row of rows) open.add({ kind: 'paragraph', text: textOfRow(row), line: row.line })
  return { box: { kind: 'box', blocks }, isWhole: true }
}

/** `01 自动化装卸`. */
const numbered = /^(0?\d{1,2})\s+(?=\p{Script=Han})/u

/** A box while its blocks are read. */
class OpenBox {
  /** Of the heading that it is; beyond all where it is none. */
  readonly #depth: number
  readonly #blocks: TextBlock[]
  readonly #lists: Reading[] = []
  #items = 0

  constructor(head: TextBlock | undefined, blocks: TextBlock[]) {
    this.#depth = head?.kind === 'heading' ? head.depth : Infinity
    this.#blocks = blocks
  }

  /** Whether `block` stands in the box. */
  takes(block: TextBlock): boolean {
    if (block.kind === 'heading') return block.depth > this.#depth
    if (block.kind !== 'paragraph') return block.kind !== 'box'
    const { text } = block
    if (chineseDivision(text) ?? chineseListed(text) ?? chineseAnnex(text)) return false
    const { readings = [] } = readEnumerator(text) ?? {}
    if (readings.length === 0) return true
    const goesOn = this.#lists.some((list) => follows(readings, list) !== undefined)
    return goesOn || readings.some(({ number }) => number === 1)
  }

  add(block: TextBlock): void {
    if (block.kind !== 'paragraph') {
      this.#blocks.push(block)
      return
    }
    const { text, line } = block
    for (const reading of readEnumerator(text)?.readings ?? []) {
      const at = this.#lists.findIndex(({ style }) => style === reading.style)
      this.#lists.splice(at === -1 ? this.#lists.length : at, 1, reading)
    }
    const [whole, printed = ''] = numbered.exec(text) ?? []
    const number = Number(printed)
    if (whole !== undefined && number === this.#items + 1) {
      this.#items = number
      const own = { number: String(number), printed } as const
      this.#blocks.push({ kind: 'item', text: text.slice(whole.length), line, depth: 1, ...own })
    } else this.#blocks.push(this.#items === 0 ? block : { ...block, depth: 1 })
  }
}
