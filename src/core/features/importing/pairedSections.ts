import type { EditionPart } from '../../editions/edition.ts'
import { areAlike, pairedParts } from '../../editions/pairedParts.ts'
import { fold } from '../../words/fold.ts'
import { allSections, type NewSection, type OldSection } from './sections.ts'

/** Which provision of a corpus file each part of the next edition is; each in one pair at most. Other work may have its turn meanwhile. */
export function* pairedSections(
  old: readonly OldSection[],
  roots: readonly NewSection[],
): Generator<undefined, ReadonlyMap<NewSection, OldSection>> {
  const pairing = new Pairing(old, allSections(roots))
  pairing.pairWithin(saidByOld, saidByNew)
  yield undefined
  pairing.pairUnique(saidByOld, saidByNew)
  pairing.pairHolders()
  yield undefined
  pairing.pairWithin(saidByOld, saidByNew)
  yield* pairing.pairLikest()
  pairing.pairWithin(lastLabel, printedLabel)
  yield undefined
  pairing.pairUnique(
    ({ label }) => label,
    (one) => (isCounted(one) ? '' : one.proposed.label),
  )
  pairing.pairInOrder()
  return pairing.pairs
}

/** What of a text is the same however it is set. */
function saidBy(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function saidByOld({ said }: OldSection): string {
  return saidBy(said)
}

function saidByNew({ proposed }: NewSection): string {
  return saidBy(proposed.title)
}

/** The last number of a label: `a` of `5.1.a`, `III` of `chp-III`. */
function lastLabel({ label }: OldSection): string {
  return label.slice(Math.max(label.lastIndexOf('.'), label.lastIndexOf('-')) + 1)
}

function printedLabel({ part }: NewSection): string {
  return part.label?.normalize('NFKC') ?? ''
}

/** Whether its label is no number that the document prints, but where it stands among others. */
function isCounted(one: NewSection): boolean {
  return printedLabel(one) === ''
}

class Pairing {
  readonly pairs = new Map<NewSection, OldSection>()
  readonly #partners = new Map<OldSection, NewSection>()
  readonly #old: readonly OldSection[]
  readonly #now: readonly NewSection[]

  constructor(old: readonly OldSection[], now: readonly NewSection[]) {
    this.#old = old
    this.#now = now
  }

  /** Pairs those left of which only one on each side has this text. */
  pairUnique(
    textOfOld: (one: OldSection) => string,
    textOfNew: (one: NewSection) => string,
    old = this.#leftOfOld(),
    now = this.#leftOfNew(),
  ): void {
    const before = unique(old, textOfOld)
    const after = unique(now, textOfNew)
    for (const [text, one] of before) {
      const partner = after.get(text)
      if (text !== '' && one !== undefined && partner !== undefined) this.#pair(one, partner)
    }
  }

  /** Pairs those left that have this text, the first one with the first, of those that stand right below the same. */
  pairWithin(textOfOld: (one: OldSection) => string, textOfNew: (one: NewSection) => string): void {
    this.#withinPairs((old, now) => {
      this.pairUnique(counting(textOfOld), counting(textOfNew), old, now)
    })
  }

  /** Pairs those left in which the same stand, whatever they are called now: more than half of both, and two at least. */
  pairHolders(): void {
    const below = counts(this.#old.map(({ above }) => above))
    const shared = this.#now.flatMap((now) => {
      const [old, above] = [this.pairs.get(now)?.above, now.above]
      const isLeft = old && above && !this.#partners.has(old) && !this.pairs.has(above)
      return isLeft === true ? [{ old, above }] : []
    })
    const common = new Map<NewSection, Map<OldSection, number>>()
    for (const { old, above } of shared) {
      const ofAbove = common.get(above) ?? new Map<OldSection, number>()
      ofAbove.set(old, (ofAbove.get(old) ?? 0) + 1)
      common.set(above, ofAbove)
    }
    for (const [above, olds] of common) {
      for (const [old, count] of olds) {
        const most = Math.max(below.get(old) ?? 0, above.below.length)
        if (count > 1 && count * 2 > most) this.#pair(old, above)
      }
    }
  }

  /**
   * Pairs those left that bear one label and say much the same, else those that have most words in common,
   * wherever they stand, else those that bear one printed label.
   */
  *pairLikest(): Generator<undefined, void> {
    const [leftOfOld, leftOfNew] = [this.#leftOfOld(), this.#leftOfNew()]
    const before = new Map(leftOfOld.map((one) => [partOf(one.label, one.said), one]))
    const after = new Map(
      leftOfNew.map((one) => [partOf(one.proposed.label, one.proposed.title), one]),
    )
    const pairs = yield* pairedParts({ parts: [...before.keys()] }, { parts: [...after.keys()] })
    for (const [old, now] of pairs) {
      const [one, partner] = [before.get(old), after.get(now)]
      if (one === undefined || partner === undefined) continue
      if (old.label !== now.label || areAlike(old, now) || !isCounted(partner))
        this.#pair(one, partner)
    }
  }

  /** Pairs those left whose first words nobody noted, where as many stand in the same on both sides. */
  pairInOrder(): void {
    this.#withinPairs((old, now) => {
      const isAlike = old.length === now.length && old.every(isOfOwnWords)
      if (!isAlike) return
      for (const [at, one] of old.entries()) {
        const partner = now[at]
        if (partner?.proposed.level === one.provision.level) this.#pair(one, partner)
      }
    })
  }

  /** Those left right below the same, from the outermost on, and those on no level that has a partner. */
  #withinPairs(pair: (old: readonly OldSection[], now: readonly NewSection[]) => void): void {
    const belowOld = grouped(this.#old, ({ above }) => above)
    const belowNew = grouped(this.#now, ({ above }) => above)
    const heads = [undefined, ...this.#old]
    for (const head of heads) {
      const partner = head && this.#partners.get(head)
      if (head !== undefined && partner === undefined) continue
      const old = this.#leftOf(belowOld.get(head) ?? [])
      const now = this.#leftOfSections(belowNew.get(partner) ?? [])
      if (old.length > 0 && now.length > 0) pair(old, now)
    }
  }

  #leftOfOld(): readonly OldSection[] {
    return this.#leftOf(this.#old)
  }

  #leftOfNew(): readonly NewSection[] {
    return this.#leftOfSections(this.#now)
  }

  #leftOf(old: readonly OldSection[]): readonly OldSection[] {
    return old.filter((one) => !this.#partners.has(one))
  }

  #leftOfSections(now: readonly NewSection[]): readonly NewSection[] {
    return now.filter((one) => !this.pairs.has(one))
  }

  #pair(old: OldSection, now: NewSection): void {
    this.pairs.set(now, old)
    this.#partners.set(old, now)
  }
}

function isOfOwnWords({ provision }: OldSection): boolean {
  return provision.level === 'measure' && provision.firstWords === undefined
}

function partOf(label: string, heading: string): EditionPart {
  return { label, heading, text: '' }
}

/** How often each is there. */
function counts<T>(all: readonly T[]): ReadonlyMap<T, number> {
  const found = new Map<T, number>()
  for (const one of all) found.set(one, (found.get(one) ?? 0) + 1)
  return found
}

/** What `textOf` gives, with how often it gave that before. */
function counting<T>(textOf: (one: T) => string): (one: T) => string {
  const counts = new Map<string, number>()
  return (one) => {
    const text = textOf(one)
    const count = counts.get(text) ?? 0
    counts.set(text, count + 1)
    return text === '' ? '' : `${text} ${String(count)}`
  }
}

/** What each text belongs to; `undefined` where that is more than one. */
function unique<T>(
  all: readonly T[],
  textOf: (one: T) => string,
): ReadonlyMap<string, T | undefined> {
  const found = new Map<string, T | undefined>()
  for (const one of all) {
    const text = textOf(one)
    found.set(text, found.has(text) ? undefined : one)
  }
  return found
}

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => T | undefined,
): ReadonlyMap<T | undefined, readonly T[]> {
  const groups = new Map<T | undefined, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}
