import type { Span } from '../text/span.ts'
import { fold } from '../words/fold.ts'
import { hashWith, mostHan, NameBeginnings, noUnits } from './nameBeginnings.ts'
import { space, widthAt } from '../text/characters.ts'
import { NameCharacters, nameSorts, sortIn, unitIn } from './nameCharacters.ts'
import { childOf, treeOf, type NameTree } from './nameTree.ts'

/** A name that a text holds. */
export interface FoundName {
  /** Its place in the list that the trie was made of; of names written alike the first. */
  readonly name: number
  /** In the text, with a plural `s`, without quotation marks or a possessive. */
  readonly span: Span
}

const pluralUnit = 0x73

/**
 * Many names, all found in one pass over a text: a tree of their characters in typed arrays, walked
 * from the beginnings of words and from Chinese characters. Names and text are compared as `fold` has
 * them; runs of blanks, line ends and hyphens between words are equal, and beside Chinese they are
 * nothing; so are apostrophes within words; an `s` may stand behind the last word or be missing there.
 */
export class NameTrie {
  /** What reading has cost so far, for tests: places where some name may begin, characters followed. */
  readonly effort = { walks: 0, steps: 0 }
  readonly #characters = new NameCharacters()
  readonly #tree: NameTree

  readonly #beginnings: NameBeginnings

  constructor(names: readonly string[]) {
    const normal = names.map((name) => this.normalise(name))
    this.#tree = treeOf(normal)
    this.#beginnings = new NameBeginnings(normal, this.#characters)
  }

  /** `name` as it stands in the tree; names that are alike here are one. Linear. */
  normalise(name: string): string {
    let normal = ''
    let last = 0
    let hasGap = false
    for (let at = 0; at < name.length; at += widthAt(name, at)) {
      const note = this.#characters.at(name, at)
      const kind = sortIn(note)
      if (kind === nameSorts.blank || kind === nameSorts.hyphen) hasGap = true
      else if (
        kind !== nameSorts.nothing &&
        (hasGap || last !== nameSorts.word || !this.#isWithinWord(name, at))
      ) {
        const isApart = hasGap && last !== 0 && last !== nameSorts.han && kind !== nameSorts.han
        normal += (isApart ? ' ' : '') + foldedAt(name, at, note)
        last = kind
        hasGap = false
      }
    }
    return normal.replace(/(?<=[a-z]{2}[a-rt-z])s$/u, '')
  }

  /** All names in `text`, by where they begin, of those that begin at one place the shorter first. */
  find(text: string): readonly FoundName[] {
    const found: FoundName[] = []
    const characters = this.#characters
    const { units } = characters
    const word = new WordAtHand(characters)
    let at = 0
    while (at < text.length) {
      const known = units[text.charCodeAt(at)] ?? 0
      const note = known === 0 ? characters.at(text, at) : known
      const kind = sortIn(note)
      if (kind === nameSorts.word) at = word.read(text, at)
      else {
        if (kind !== nameSorts.nothing) this.#endWord(text, word, kind, found)
        if (kind === nameSorts.han && this.#mayBeginAt(text, at, note)) this.#walk(text, at, found)
        at += known === 0 ? widthAt(text, at) : 1
      }
    }
    this.#endWord(text, word, 0, found)
    return found
  }

  /** Follows the tree from where a name may begin with `word`, or with the word before it, now that `kind` stands behind. */
  #endWord(text: string, word: WordAtHand, kind: number, found: FoundName[]): void {
    if (word.start !== -1) {
      // Behind an apostrophe a word may go on, and another one begin.
      const isOpen = kind === nameSorts.apostrophe
      if (word.mayEndPair(this.#beginnings, isOpen)) this.#walk(text, word.before, found)
      const begins = isOpen || word.mayBegin(this.#beginnings)
      if (begins) this.#walk(text, word.start, found)
      word.end(!begins && word.mayGoOn(this.#beginnings))
    }
    if (kind !== nameSorts.blank && kind !== nameSorts.hyphen) word.before = -1
  }

  /** Whether the Chinese characters at `at`, the first of which is noted as `first`, are how some name begins. */
  #mayBeginAt(text: string, at: number, first: number): boolean {
    let unit = unitIn(first)
    if (unit === 0) return true
    if (this.#tree.roots[unit] === 0) return false
    let hash = noUnits
    for (let count = 1; count <= mostHan; count++) {
      hash = hashWith(hash, unit)
      if (this.#beginnings.has(hash)) return true
      if (!this.#beginnings.goesOn(hash)) return false
      const behind = at + count < text.length ? this.#characters.at(text, at + count) : 0
      const kind = sortIn(behind)
      unit = unitIn(behind)
      // Behind blanks, and what is nothing within a name, it may go on.
      if (kind > nameSorts.han || unit === 0) return behind !== 0
      if (kind !== nameSorts.han) return false
    }
    return false
  }

  /** Follows the tree along `text` from `start` on, as far as some name goes. */
  #walk(text: string, start: number, found: FoundName[]): void {
    this.effort.walks += 1
    let node = 0
    let last = 0
    let at = start
    while (at < text.length && node !== -1) {
      const note = this.#characters.at(text, at)
      const kind = sortIn(note)
      if (kind === nameSorts.blank || kind === nameSorts.hyphen) {
        at = this.#behindGap(text, at)
        if (last !== nameSorts.han && this.#sortAt(text, at) !== nameSorts.han)
          node = this.#step(node, space)
        last = nameSorts.blank
      } else if (
        kind === nameSorts.nothing ||
        (last === nameSorts.word && this.#isWithinWord(text, at))
      ) {
        at += widthAt(text, at)
      } else {
        node = this.#follow(node, text, at, note)
        at += widthAt(text, at)
        last = kind
        if (node !== -1) this.#note(node, text, start, at, kind, found)
      }
    }
  }

  /** Notes the name that ends at `node`, if one does and no word goes on there. */
  #note(
    node: number,
    text: string,
    start: number,
    at: number,
    kind: number,
    found: FoundName[],
  ): void {
    const name = this.#tree.ends[node] ?? -1
    if (name === -1) return
    const end = kind === nameSorts.word ? this.#endOfWord(text, at) : at
    if (end !== -1) found.push({ name, span: { start, end } })
  }

  /** Where the word ends whose last letter stands before `at`; -1 where it goes on with more than a plural `s`. */
  #endOfWord(text: string, at: number): number {
    let end = this.#behind(text, at, nameSorts.nothing)
    if (this.#sortAt(text, end) !== nameSorts.word) return end
    if (unitIn(this.#characters.at(text, end)) !== pluralUnit) return -1
    end = this.#behind(text, end + 1, nameSorts.nothing)
    return this.#sortAt(text, end) === nameSorts.word ? -1 : end
  }

  #follow(node: number, text: string, at: number, note: number): number {
    const unit = unitIn(note)
    if (unit !== 0)
      return node === 0 ? (this.#tree.roots[unit] ?? -1) || -1 : this.#step(node, unit)
    let to = node
    for (const folded of foldedAt(text, at, note).split('')) {
      if (to !== -1) to = this.#step(to, folded.charCodeAt(0))
    }
    return to
  }

  #step(node: number, unit: number): number {
    this.effort.steps += 1
    return childOf(this.#tree, node, unit)
  }

  /** Whether an apostrophe at `at` has a letter behind it. */
  #isWithinWord(text: string, at: number): boolean {
    return (
      this.#sortAt(text, at) === nameSorts.apostrophe &&
      this.#sortAt(text, at + 1) === nameSorts.word
    )
  }

  #behindGap(text: string, start: number): number {
    let at = start
    for (;;) {
      const kind = this.#sortAt(text, at)
      if (kind !== nameSorts.blank && kind !== nameSorts.hyphen) return at
      at += 1
    }
  }

  #behind(text: string, start: number, kind: number): number {
    let at = start
    while (this.#sortAt(text, at) === kind) at += widthAt(text, at)
    return at
  }

  /** The sort of the character at `at`; 0 at the end of `text`. */
  #sortAt(text: string, at: number): number {
    return at < text.length ? sortIn(this.#characters.at(text, at)) : 0
  }
}

/** A word while a text is read, and the one before it. */
class WordAtHand {
  /** Where it begins; -1 between words. */
  start = -1
  /** Where the word before it begins, if nothing but a gap is between and no name begins with that alone; otherwise -1. */
  before = -1
  #hashOfBefore = noUnits
  #hash = noUnits
  /** That of all but its last letter. */
  #withoutLast = noUnits
  #last = 0
  /** Whether a letter of it folds to several: then its hash tells nothing. */
  #isUntold = false
  readonly #characters: NameCharacters

  constructor(characters: NameCharacters) {
    this.#characters = characters
  }

  /** Reads it from `start` on; returns where it ends. */
  read(text: string, start: number): number {
    let hash = noUnits
    let withoutLast = noUnits
    let last = 0
    let isUntold = false
    let at = start
    const { units } = this.#characters
    while (at < text.length) {
      const known = units[text.charCodeAt(at)] ?? 0
      const note = known === 0 ? this.#characters.at(text, at) : known
      const kind = sortIn(note)
      if (kind === nameSorts.word) {
        last = unitIn(note)
        isUntold ||= last === 0
        withoutLast = hash
        hash = hashWith(hash, last)
      } else if (kind !== nameSorts.nothing) break
      at += known === 0 ? widthAt(text, at) : 1
    }
    this.start = start
    this.#hash = hash
    this.#withoutLast = withoutLast
    this.#last = last
    this.#isUntold = isUntold
    return at
  }

  /** Ends it; it is the one before the next if a name `goesOn` behind it. */
  end(goesOn: boolean): void {
    this.before = goesOn ? this.start : -1
    this.#hashOfBefore = this.#hash
    this.start = -1
  }

  /** Whether a name may be no longer than it, or than what it is the plural of. */
  mayBegin(beginnings: NameBeginnings): boolean {
    return this.#isUntold || this.#isOrIsPluralOf((hash) => beginnings.has(hash))
  }

  /** Whether a name may have another word behind it. */
  mayGoOn(beginnings: NameBeginnings): boolean {
    return beginnings.goesOn(this.#hash)
  }

  /** Whether a name may begin with the word before and with it, or if it `isOpen` with it and more. */
  mayEndPair(beginnings: NameBeginnings, isOpen: boolean): boolean {
    if (this.before === -1) return false
    if (isOpen || this.#isUntold) return true
    return this.#isOrIsPluralOf((hash) => beginnings.hasPair(this.#hashOfBefore, hash))
  }

  #isOrIsPluralOf(isNoted: (hash: number) => boolean): boolean {
    return isNoted(this.#hash) || (this.#last === pluralUnit && isNoted(this.#withoutLast))
  }
}

function foldedAt(text: string, at: number, note: number): string {
  const unit = unitIn(note)
  return unit === 0
    ? fold(String.fromCodePoint(text.codePointAt(at) ?? 0))
    : String.fromCharCode(unit)
}
