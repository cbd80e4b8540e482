/** The words of `text` in lower case; hyphens and signs part words, an apostrophe does not. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []
  )
}

/** All runs of `length` consecutive words, each joined by spaces. */
export function runsOf(words: readonly string[], length: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, start) => words.slice(start, start + length).join(' '))
}

/** The length of the longest run of consecutive words that both have. */
export function longestSharedRun(words: readonly string[], others: readonly string[]): number {
  const lengths = words.map((_, index) => index + 1)
  return lengths.findLast((length) => shareARun(words, others, length)) ?? 0
}

function shareARun(words: readonly string[], others: readonly string[], length: number): boolean {
  const runs = new Set(runsOf(others, length))
  return runsOf(words, length).some((run) => runs.has(run))
}
