/** A sorted list of entries (words, or pairs of Chinese characters), each with its postings. */
export interface Dictionary {
  readonly entries: readonly string[]
  /** The postings of entry `e` are `postings[starts[e]]` up to `postings[starts[e + 1]]`, exclusive. */
  readonly starts: Uint32Array
  /** Rows of the {@link PostingTable}. */
  readonly postings: Uint32Array
}

/** Where each occurrence of an entry stands: row by row, in typed arrays. */
export interface PostingTable {
  /** The field it stands in. */
  readonly field: Uint32Array
  /** Its place in the field, counted in words and Chinese characters. */
  readonly place: Uint32Array
  /** Its start in the field's own text. */
  readonly start: Uint32Array
  /** Its end in the field's own text. */
  readonly end: Uint32Array
}

/** A dictionary while it is being built: the rows of each entry. */
export type DraftDictionary = Map<string, number[]>

/** Notes that `entry` stands where row `posting` says. */
export function addEntry(draft: DraftDictionary, entry: string, posting: number): void {
  const known = draft.get(entry)
  if (known === undefined) draft.set(entry, [posting])
  else known.push(posting)
}

/** The dictionary of what `draft` holds, sorted by UTF-16 units: the same on every machine. */
export function compileDictionary(draft: DraftDictionary): Dictionary {
  const entries = [...draft.keys()].sort()
  const starts = new Uint32Array(entries.length + 1)
  const all: number[] = []
  for (let entry = 0; entry < entries.length; entry++) {
    for (const posting of draft.get(entries[entry] ?? '') ?? []) all.push(posting)
    starts[entry + 1] = all.length
  }
  return { entries, starts, postings: new Uint32Array(all) }
}

/** The index of the first of the sorted `entries` that is not before `word`. */
export function lowerBound(entries: readonly string[], word: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
