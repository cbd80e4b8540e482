import type { Span } from './span.ts'

/**
 * Where a sentence ends: behind `.`, `!` or `?`, perhaps quoted, before a space and what can begin a
 * sentence; behind the full-width marks of Chinese, perhaps quoted; at an empty line. A run of marks is
 * tried once, from its beginning.
 */
const sentenceEnd =
  /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{N}\p{Script=Han}])|[。！？]+[”’」』）]*|\n[ \t]*\n/gu

/** Words of English whose full stop ends no sentence. */
const abbreviation =
  /(?:^|[^\p{L}])(?:e\.g|i\.e|cf|vs|etc|al|no|nos|sec|art|para|ch|fig|pp?|U\.S|Mr|Ms|Dr|[A-Z])\.$/iu

/**
 * The sentences of `text`, in order, without the blanks around them; together they hold everything
 * that is not blank. Offsets are those of `text` plus `base`. Linear in the length of `text`.
 */
export function sentencesIn(text: string, base: number): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    const end = index + mark.length
    if (abbreviation.test(text.slice(Math.max(start, end - 8), end))) continue
    push(sentences, text, start, end, base)
    start = end
  }
  push(sentences, text, start, text.length, base)
  return sentences
}

function push(sentences: Span[], text: string, start: number, end: number, base: number): void {
  const written = text.slice(start, end)
  const trimmed = written.trim()
  if (trimmed === '') return
  const from = start + written.indexOf(trimmed)
  sentences.push({ start: base + from, end: base + from + trimmed.length })
}
