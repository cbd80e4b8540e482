/** All entries of a dictionary in one text, so that one search of the engine finds what stands inside any. */
export interface InsideWords {
  /** Each entry after a line feed, which no entry contains. */
  readonly text: string
  /** Where each entry begins in the text. */
  readonly starts: Uint32Array
}

/** The entries, in their order, ready to be searched inside. */
export function insideWordsOf(entries: readonly string[]): InsideWords {
  const starts = new Uint32Array(entries.length)
  let length = 0
  for (const [index, entry] of entries.entries()) {
    starts[index] = length + 1
    length += 1 + entry.length
  }
  return { text: entries.map((entry) => `\n${entry}`).join(''), starts }
}

/** Calls `visit` with the index of each entry that has `part` inside, once, except at its beginning. */
export function eachInside(words: InsideWords, part: string, visit: (entry: number) => void): void {
  let at = words.text.indexOf(part)
  while (at !== -1) {
    const entry = entryAt(words.starts, at)
    if (words.starts[entry] !== at) visit(entry)
    at = words.text.indexOf(part, words.starts[entry + 1] ?? words.text.length)
  }
}

/** The last entry that begins at or before `offset`. */
function entryAt(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
