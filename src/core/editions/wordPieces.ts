import { diffArrays } from 'diff'
import type { WordPiece } from './edition.ts'

/**
 * What of two texts is the same and what is not, word by word: joined without what was deleted the pieces are
 * `after`, without what was inserted `before`, both but for white space, which does not count. A Chinese
 * character is a word. Texts of more than {@link mostWords} words that differ are other texts.
 */
export function wordPieces(before: string, after: string): readonly WordPiece[] {
  const [old, now] = [comparedWords(before), comparedWords(after)]
  const options = { comparator: isSame, maxEditLength: mostWords }
  const found = diffArrays([...old], [...now], options)
  if (found === undefined) return whole(before, after)
  let read = 0
  return found.map(({ added, removed, value }, index) => {
    const text = value.join('')
    if (added) return { kind: 'inserted', text }
    read += value.length
    if (removed) return { kind: 'deleted', text }
    const isCut = found[index + 1]?.removed === true && !/\s$/u.test(text)
    return { kind: 'same', text: isCut ? text + spaceBehind(old[read - 1]) : text }
  })
}

function spaceBehind(word = ''): string {
  return word.slice(word.trimEnd().length)
}

/** So many words may be other ones; beyond that nobody reads what became of which. */
const mostWords = 2000

function whole(before: string, after: string): readonly WordPiece[] {
  return [
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ]
}

/** The words of `text`, each with the white space behind it; marks are words of their own. */
export function comparedWords(text: string): readonly string[] {
  return text.match(/(?:\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?|\S)\s*|^\s+/gu) ?? []
}

function isSame(one: string, other: string): boolean {
  return one.trimEnd() === other.trimEnd()
}
