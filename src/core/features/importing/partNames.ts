import { everyPart, withinSign } from '../../corpus/imports/importCorrection.ts'
import { firstWords } from '../../official/firstWords.ts'
import type { Part } from '../../official/outline.ts'
import { fold } from '../../words/fold.ts'

/** So many words of a heading, or characters of a Chinese one, name a part. */
const mostWords = 8
const mostCharacters = 20
/** So many UTF-16 units of a word, or of a label, name a part. */
const longestWord = 40

/** A part of a document, with what it is called among the others. */
interface NamedPart {
  readonly part: Part
  /** Its printed label in parentheses, and its first words, folded: each once within what it stands in. */
  readonly step: string
  readonly words: string
  readonly label: string
  readonly below: readonly NamedPart[]
}

/**
 * Names of the parts of a document by what they are in it, from the outermost part on, and not by where they
 * stand: `(13) climate action / mobilise 100 billion dollars`. They hold letters, digits and a few signs only.
 */
export class PartNames {
  readonly #roots: readonly NamedPart[]
  readonly #paths = new Map<Part, string>()
  readonly #named = new Map<string, NamedPart>()
  readonly #before = new Map<Part, Part>()
  /** Those with these words, in the whole document. */
  readonly #worded = new Map<string, NamedPart[]>()

  constructor(parts: readonly Part[]) {
    this.#roots = named(parts)
    this.#enter(this.#roots, '')
  }

  /** The name of a part of this document. */
  of(part: Part): string {
    return this.#paths.get(part) ?? ''
  }

  /** The name of all that stands in what `part` stands in. */
  ofAllBeside(part: Part): string {
    const path = this.of(part)
    const at = path.lastIndexOf(withinSign)
    return at === -1 ? everyPart : path.slice(0, at) + withinSign + everyPart
  }

  /** The part before `part`, of those that stand in what it stands in. */
  before(part: Part): Part | undefined {
    return this.#before.get(part)
  }

  /**
   * The parts that `name`, given in another edition perhaps, names here; none where that is not sure. One
   * that is called otherwise now is the one with its words in what it stood in, else the one with its label
   * there, else the only one with its words.
   */
  find(name: string): readonly Part[] {
    const steps = name.split(withinSign)
    if (steps.at(-1) !== everyPart) {
      const found = this.#find(steps)
      return found === undefined ? [] : [found.part]
    }
    const above = steps.slice(0, -1)
    const holder = above.length === 0 ? undefined : this.#find(above)
    if (above.length > 0 && holder === undefined) return []
    return (holder?.below ?? this.#roots).map(({ part }) => part)
  }

  #find(steps: readonly string[]): NamedPart | undefined {
    const exact = this.#named.get(steps.join(withinSign))
    if (exact !== undefined) return exact
    const { label, words } = readStep(steps.at(-1) ?? '')
    const above = steps.length > 1 ? this.#find(steps.slice(0, -1)) : undefined
    const near = steps.length > 1 ? (above?.below ?? []) : this.#roots
    return (
      only(near.filter((one) => words !== '' && one.words === words)) ??
      only(near.filter((one) => label !== '' && one.label === label)) ??
      (words.length < fewestTelling ? undefined : only(this.#worded.get(words) ?? []))
    )
  }

  #enter(all: readonly NamedPart[], above: string): void {
    let before: Part | undefined
    for (const one of all) {
      const path = above === '' ? one.step : above + withinSign + one.step
      this.#paths.set(one.part, path)
      this.#named.set(path, one)
      if (before !== undefined) this.#before.set(one.part, before)
      before = one.part
      const same = this.#worded.get(one.words)
      if (same === undefined) this.#worded.set(one.words, [one])
      else same.push(one)
      this.#enter(one.below, path)
    }
  }
}

/** So many characters of words tell a part from all others of a document. */
const fewestTelling = 8

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined
}

function named(parts: readonly Part[]): readonly NamedPart[] {
  const counts = new Map<string, number>()
  return parts.map((part) => {
    const label = labelIn(part)
    const words = wordsIn(part)
    const own = [label === '' ? '' : `(${label})`, words].filter((one) => one !== '').join(' ')
    const step = own === '' ? '…' : own
    const count = (counts.get(step) ?? 0) + 1
    counts.set(step, count)
    return {
      part,
      step: count === 1 ? step : `${step} [${String(count)}]`,
      words,
      label,
      below: named(part.parts),
    }
  })
}

function labelIn({ label = '' }: Part): string {
  const plain = label.normalize('NFKC').replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, '')
  return cut(plain, longestWord)
}

function wordsIn(part: Part): string {
  const said = part.heading ?? (isEmpty(part) ? '' : firstWords(part))
  const words = fold(cut(said, 400)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const line = words
    .slice(0, mostWords)
    .map((word) => cut(word, longestWord))
    .join(' ')
  return /^\p{Script=Han}/u.test(line) ? cut(line, mostCharacters) : line
}

/** The first `most` characters of `text`. */
function cut(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('').trim()
}

function isEmpty({ text, parts }: Part): boolean {
  return text === '' && (parts[0]?.text ?? '') === ''
}

/** The label and the words of what {@link PartNames} calls a part. */
function readStep(step: string): { readonly label: string; readonly words: string } {
  const [, label = '', words = ''] =
    /^(?:\(([^()]*)\))? ?([^[\]()…]*)/u.exec(step.replace(/ \[\d+\]$/u, '')) ?? []
  return { label, words: words.trim() }
}
