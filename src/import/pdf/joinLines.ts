/** The words of a document, by which a hyphen at the end of a line is judged. */
export type Vocabulary = ReadonlySet<string>

const word = /\p{L}+(?:[-\u2010]\p{L}+)*/gu

/** The words of the lines, in small letters; what a line end cuts in two is none. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    const whole = line.replace(/\p{L}+[-\u2010\u00AD]$/u, '')
    for (const [found] of whole.matchAll(word))
      words.add(found.toLowerCase().replaceAll('\u2010', '-'))
  }
  return words
}

const cutWord = /(\p{L}+)[-\u2010]$/u
const restOfWord = /^\p{Ll}\p{L}*/u
const suspended = /^(?:and|or|to|und|oder)\b/u
const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u

/**
 * What stands between a printed line and the next one, in running text: a space as a rule. A hyphen
 * that only the end of the line asked for goes; `dropped` is then 1.
 */
export function joint(
  before: string,
  after: string,
  words: Vocabulary,
): { readonly dropped: 0 | 1; readonly between: '' | ' ' } {
  const last = before.at(-1) ?? ''
  if (last === '\u00AD') return { dropped: 1, between: '' }
  if (last === '—' || last === '/') return { dropped: 0, between: '' }
  if (cjk.test(last) && cjk.test(after.charAt(0))) return { dropped: 0, between: '' }
  const head = cutWord.exec(before)?.[1]
  if (head === undefined || suspended.test(after)) return { dropped: 0, between: ' ' }
  const rest = restOfWord.exec(after)?.[0]
  if (rest === undefined) return { dropped: 0, between: '' }
  return { dropped: isOneWord(head.toLowerCase(), rest.toLowerCase(), words) ? 1 : 0, between: '' }
}

/** Whether `head` and `rest` are a word that the line end cut, and not two that a hyphen joins. */
function isOneWord(head: string, rest: string, words: Vocabulary): boolean {
  if (words.has(`${head}-${rest}`)) return false
  if (words.has(head + rest)) return true
  return !(words.has(head) && words.has(rest))
}
