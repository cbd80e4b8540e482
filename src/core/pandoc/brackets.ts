import type { DelimiterToken, Token } from './tokens.ts'

/** How the tokens of a mask belong together. */
export interface Pairs {
  /**
   * For each token the index of its partner, or -1: of `[` its `]`, of the beginning of emphasis or a
   * quotation its end (within one pair of brackets), and the reverse.
   */
  readonly partners: readonly number[]
  /** Opening brackets within which emphasis begins but does not end: Pandoc reads no group there. */
  readonly unsettled: ReadonlySet<number>
}

/** Pairs brackets first, then emphasis and quotations within them. Linear in the number of tokens. */
export function pairTokens(tokens: readonly Token[]): Pairs {
  const partners = new Array<number>(tokens.length).fill(-1)
  pairBrackets(tokens, partners)
  const hasDelimiters = tokens.some(({ kind }) => kind === 'delimiter')
  return { partners, unsettled: hasDelimiters ? pairDelimiters(tokens, partners) : nothing }
}

const nothing: ReadonlySet<number> = new Set()

function pairBrackets(tokens: readonly Token[], partners: number[]): void {
  const open: number[] = []
  tokens.forEach(({ kind }, index) => {
    if (kind === 'open' || kind === 'openLiteral') open.push(index)
    const start = kind === 'close' ? open.pop() : undefined
    if (start !== undefined) join(partners, start, index)
  })
}

function join(partners: number[], start: number, end: number): void {
  partners[start] = end
  partners[end] = start
}

/** The delimiters that wait for their closing ones within one pair of brackets. */
class Level {
  readonly #waiting: { readonly sort: string; readonly index: number }[] = []
  readonly #counts = new Map<string, number>()

  wait(sort: string, index: number): void {
    this.#waiting.push({ sort, index })
    this.#count(sort, 1)
  }

  /** Takes the nearest waiting delimiter of `sort`, and drops those begun within it. */
  settle(sort: string): number | undefined {
    if ((this.#counts.get(sort) ?? 0) === 0) return undefined
    for (;;) {
      const last = this.#waiting.pop()
      if (last === undefined) return undefined
      this.#count(last.sort, -1)
      if (last.sort === sort) return last.index
    }
  }

  /** What is set strong and emphasised by three signs ends in two steps, and what began in two ends at once. */
  settlePart(sort: string): number | undefined {
    const sign = sort.charAt(0)
    if (!isEmphasis(sort)) return undefined
    if (sort.length < 3) return this.#settleIn(sign.repeat(3), sign.repeat(3 - sort.length))
    const [one, two] = [sign, sign + sign].map((part) => this.#counts.get(part) ?? 0)
    if (one === 0 || two === 0) return undefined
    return Math.min(this.settle(sign) ?? 0, this.settle(sign + sign) ?? 0)
  }

  #settleIn(whole: string, left: string): number | undefined {
    const index = this.settle(whole)
    if (index !== undefined) this.wait(left, index)
    return index
  }

  waitsForEmphasis(): boolean {
    return this.#waiting.some(({ sort }) => isEmphasis(sort))
  }

  #count(sort: string, by: number): void {
    this.#counts.set(sort, (this.#counts.get(sort) ?? 0) + by)
  }
}

function pairDelimiters(tokens: readonly Token[], partners: number[]): ReadonlySet<number> {
  const unsettled = new Set<number>()
  const outer: { readonly level: Level; readonly open: number }[] = []
  let level = new Level()
  tokens.forEach((token, index) => {
    const partner = partners[index] ?? -1
    if (token.kind === 'delimiter') pairDelimiter(token, index, level, partners)
    else if (partner > index) {
      outer.push({ level, open: index })
      level = new Level()
    } else if (partner !== -1) {
      if (level.waitsForEmphasis()) unsettled.add(partner)
      level = outer.pop()?.level ?? level
    }
  })
  return unsettled
}

function pairDelimiter(
  token: DelimiterToken,
  index: number,
  level: Level,
  partners: number[],
): void {
  const { canClose, sort } = token
  const start = canClose ? (level.settle(sort) ?? level.settlePart(sort)) : undefined
  if (start !== undefined) join(partners, start, index)
  else if (token.canOpen) level.wait(token.sort, index)
}

/**
 * Whether the emphasis that token `index` is a delimiter of ends with it, right before `offset`: Pandoc
 * sees no citation there (its `enclosure` counts as a string).
 */
export function endsEmphasis(
  tokens: readonly Token[],
  pairs: Pairs,
  index: number,
  offset: number,
): boolean {
  const token = tokens[index]
  if (token?.kind !== 'delimiter' || token.end !== offset || !isEmphasis(token.sort)) return false
  const partner = pairs.partners[index] ?? -1
  return partner !== -1 && partner < index
}

function isEmphasis(sort: string): boolean {
  return sort.startsWith('*') || sort.startsWith('_')
}
