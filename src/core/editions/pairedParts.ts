import { visitInPieces } from '../text/lists.ts'
import type { Edition, EditionPart } from './edition.ts'
import { comparedWords } from './wordPieces.ts'

/** Which provision of an edition became which of the next; each in one pair at most. */
export type PairedParts = ReadonlyMap<EditionPart, EditionPart>

/**
 * A provision is paired with the one of its label where both say much the same, else with the one that says
 * the same elsewhere, or most of it; what is left is paired by label, but where it is in the way of nothing. Other
 * work may have its turn between any few of them.
 */
export function* pairedParts(before: Edition, after: Edition): Generator<undefined, PairedParts> {
  const pairing = new Pairing(before, after)
  const labelled = new Map(after.parts.map((part) => [part.label, part]))
  yield* pairing.match((part) => {
    const same = labelled.get(part.label)
    return same !== undefined && areAlike(part, same) ? same : undefined
  })
  const said = bySaying(after.parts)
  yield* pairing.match((part) => (isTelling(part) ? said.get(sayingOf(part)) : undefined))
  yield* pairing.matchLikest()
  yield* pairing.match((part) => labelled.get(part.label))
  return pairing.pairs
}

/** Whether two provisions of one label are the same, by their words. */
export function areAlike(one: EditionPart, other: EditionPart): boolean {
  return likeness(one, other) >= sameEnough
}

/** From this share of common words on two provisions of one label are the same. */
const sameEnough = 0.5
/** From this share on two provisions of different labels are the same: more, for many say alike things. */
const sameElsewhere = 0.7
/** So many words tell a provision from others. */
const fewestTelling = 6

/** Hands out partners, each once. */
class Pairing {
  readonly pairs = new Map<EditionPart, EditionPart>()
  readonly #before: Edition
  readonly #left: Set<EditionPart>

  constructor(before: Edition, after: Edition) {
    this.#before = before
    this.#left = new Set(after.parts)
  }

  *match(partnerOf: (part: EditionPart) => EditionPart | undefined): Generator<undefined, void> {
    yield* visitInPieces(this.#unmatched(), (part) => {
      const partner = partnerOf(part)
      if (partner !== undefined && this.#left.has(partner)) this.#pair(part, partner)
    })
  }

  /** PairedParts those that have most words in common, the likest first. */
  *matchLikest(): Generator<undefined, void> {
    const candidates = new Candidates()
    yield* visitInPieces([...this.#left].filter(isTelling), (part) => {
      candidates.add(part)
    })
    const likely: { readonly part: EditionPart; readonly partner: EditionPart; share: number }[] =
      []
    yield* visitInPieces(this.#unmatched().filter(isTelling), (part) => {
      for (const partner of candidates.of(part)) {
        const share = likeness(part, partner)
        if (share >= sameElsewhere) likely.push({ part, partner, share })
      }
    })
    for (const { part, partner } of likely.toSorted((one, other) => other.share - one.share)) {
      if (!this.pairs.has(part) && this.#left.has(partner)) this.#pair(part, partner)
    }
  }

  #unmatched(): readonly EditionPart[] {
    return this.#before.parts.filter((part) => !this.pairs.has(part))
  }

  #pair(part: EditionPart, partner: EditionPart): void {
    this.pairs.set(part, partner)
    this.#left.delete(partner)
  }
}

/** Those that share rare words with a provision: no others can be like it. */
class Candidates {
  readonly #byWord = new Map<string, EditionPart[]>()

  add(part: EditionPart): void {
    for (const word of new Set(tokensOf(part))) {
      const having = this.#byWord.get(word)
      if (having === undefined) this.#byWord.set(word, [part])
      else having.push(part)
    }
  }

  of(part: EditionPart): readonly EditionPart[] {
    const having = [...new Set(tokensOf(part))].map((word) => this.#byWord.get(word) ?? [])
    const rare = having.filter((parts) => parts.length <= mostHaving)
    return [...new Set(rare.flat())]
  }
}

/** A word in more provisions than these is not rare. */
const mostHaving = 12

function bySaying(parts: readonly EditionPart[]): ReadonlyMap<string, EditionPart> {
  const said = new Map<string, EditionPart>()
  for (const part of parts.toReversed()) said.set(sayingOf(part), part)
  return said
}

/** Whether it says enough to be known elsewhere. */
function isTelling(part: EditionPart): boolean {
  return tokensOf(part).length >= fewestTelling
}

function sayingOf(part: EditionPart): string {
  return tokensOf(part).join(' ')
}

function tokensOf({ heading, text }: EditionPart): readonly string[] {
  return comparedWords(`${heading} ${text}`.toLowerCase())
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** The share of words that two provisions have in common, from 0 to 1; of two without any words 1. */
function likeness(one: EditionPart, other: EditionPart): number {
  const [first, second] = [tokensOf(one), tokensOf(other)]
  if (first.length + second.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1)
  const common = second.filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left > 0
  })
  return (2 * common.length) / (first.length + second.length)
}
