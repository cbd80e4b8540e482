import { isDigit } from '../../text/characters.ts'
import { isLetterAt } from '../characterSorts.ts'

/**
 * Where the word from `start` to `end` ends without the mark of a note: `start` where it is but a mark, behind
 * the word that ends at `before`; `undefined` where it has none.
 */
export function beforeNoteMark(
  text: string,
  start: number,
  end: number,
  before: number | undefined,
): number | undefined {
  if (!isNoteDigit(text, end - 1)) return undefined
  let bare = end - 1
  while (bare > start && end - bare < 4 && isNoteDigit(text, bare - 1)) bare -= 1
  if (bare === start) {
    if (before === undefined || end - start > longestNoteMark) return undefined
    const between = text.slice(Math.max(0, before - 1), start)
    return isBehindWord.test(between) || (isBehindSentence.test(between) && isApart(text, end))
      ? start
      : undefined
  }
  return end - bare <= longestNoteMark && bare - start > 1 && isLetterAt(text, bare - 1)
    ? bare
    : undefined
}

const longestNoteMark = 3
/** A letter and the punctuation behind it, as marks of notes stand. */
const isBehindWord = /^[\p{L}\p{M}][.,;:!?)\]”’"'»。，；：、！？）」』》]{0,3}$/u

/** The end of a sentence and one blank, as a mark that was raised is copied from a PDF. */
const isBehindSentence = /^[\p{L}\p{M}][.!?][”’"'»)\]]?[ \u00A0]$/u

/** Whether a blank or nothing stands at `at`: a number with a full stop or a bracket is a label. */
function isApart(text: string, at: number): boolean {
  return text.charAt(at).trim() === ''
}

/** A digit, raised or in a circle or not. */
function isNoteDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return true
  return (
    code > 0x7f && /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079\u2460-\u2473]/u.test(text.charAt(at))
  )
}
