/** A set of labels that can be asked. */
export interface LabelSet {
  readonly size: number
  has(label: string): boolean
}

const bucketCount = 256

/** How often each of some labels is defined. */
type Bucket = Map<string, number>

/**
 * The labels that the versions of a report define, each with how often. A fork shares all that it does
 * not change, so that a change costs a small part of the labels, however many there are.
 */
export class Labels implements LabelSet {
  size = 0
  readonly #buckets: (Bucket | undefined)[]
  /** Which buckets no other version sees. */
  readonly #isOwn = new Uint8Array(bucketCount)

  constructor(shared?: Labels) {
    this.size = shared?.size ?? 0
    this.#buckets =
      shared === undefined ? Array.from({ length: bucketCount }) : shared.#buckets.slice()
  }

  has(label: string): boolean {
    return this.#buckets[bucketOf(label)]?.has(label) === true
  }

  /** Notes one definition more; whether the label is new, or defined twice from now on. */
  add(label: string): boolean {
    const bucket = this.#own(bucketOf(label))
    const count = bucket.get(label) ?? 0
    bucket.set(label, count + 1)
    if (count === 0) this.size += 1
    return count <= 1
  }

  /** Notes one definition less; whether the label is gone, or defined once from now on. */
  remove(label: string): boolean {
    const bucket = this.#own(bucketOf(label))
    const count = bucket.get(label) ?? 0
    if (count > 1) bucket.set(label, count - 1)
    else if (bucket.delete(label)) this.size -= 1
    return count <= 2
  }

  #own(index: number): Bucket {
    const known = this.#buckets[index]
    if (known !== undefined && this.#isOwn[index] === 1) return known
    const own = new Map(known)
    this.#buckets[index] = own
    this.#isOwn[index] = 1
    return own
  }
}

function bucketOf(label: string): number {
  let hash = 0
  for (let at = 0; at < label.length; at += 1) hash = (hash * 31 + label.charCodeAt(at)) | 0
  return hash & (bucketCount - 1)
}
