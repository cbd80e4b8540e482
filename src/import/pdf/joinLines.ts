import { runStart } from '../../core/text/characters.ts'

/** The words of a document, by which a hyphen at the end of a line is judged. */
export interface Vocabulary {
  /** In small letters; what a line end cuts in two is none. */
  readonly words: ReadonlySet<string>
  /** Whether the document cuts words at line ends: some word that a line end parts stands whole elsewhere, or many are parted. */
  readonly cutsWords: boolean
}

const word = /\p{L}+(?:[-\u2010]\p{L}+)*/gu

/** The words of the printed lines, in their order. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>()
  const parted: string[] = []
  let head: string | undefined
  for (const line of lines) {
    const rest = head === undefined ? undefined : restOfWord.exec(line)?.[0]
    if (head !== undefined && rest !== undefined) parted.push((head + rest).toLowerCase())
    const begun = line.slice(rest?.length ?? 0)
    head = cutWord(begun)
    const whole = head === undefined ? begun : begun.slice(0, -head.length - 1)
    for (const [found] of whole.matchAll(word)) {
      words.add(found.toLowerCase().replaceAll('\u2010', '-'))
    }
  }
  const isFrequent = parted.length >= fewestParted && parted.length >= lines.length * partedShare
  return { words, cutsWords: isFrequent || parted.some((one) => words.has(one)) }
}

/** Where so many lines end in a hyphen, and so large a share of all, words are cut: two that a hyphen joins seldom meet a line end. */
const fewestParted = 3
const partedShare = 0.04

const restOfWord = /^\p{Ll}\p{L}*/u
const suspended = /^(?:and|or|to|und|oder)\b/u
const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u

/** The letters before the hyphen that `line` ends with; `undefined` where it ends with none, or nothing is before it. */
function cutWord(line: string): string | undefined {
  if (!/[-\u2010]$/u.test(line)) return undefined
  const end = line.length - 1
  return line.slice(runStart(line, /\p{L}/u, end), end) || undefined
}

/** What stands between a printed line and the next one, in running text. */
export interface Joint {
  /** How much of the end of the line goes: a hyphen that only the end of the line asked for. */
  readonly dropped: 0 | 1
  readonly between: '' | ' '
}

/** The joint of two lines that follow one another in a paragraph: a space as a rule. */
export function jointOf(before: string, after: string, vocabulary: Vocabulary): Joint {
  const last = before.at(-1) ?? ''
  if (last === '\u00AD') return { dropped: 1, between: '' }
  if (last === '—' || last === '/') return { dropped: 0, between: '' }
  if (cjk.test(last) && cjk.test(after.charAt(0))) return { dropped: 0, between: '' }
  const head = cutWord(before)
  if (head === undefined || suspended.test(after)) return { dropped: 0, between: ' ' }
  const rest = restOfWord.exec(after)?.[0]
  if (rest === undefined) return { dropped: 0, between: '' }
  const isWord = isOneWord(head.toLowerCase(), rest.toLowerCase(), vocabulary)
  return { dropped: isWord ? 1 : 0, between: '' }
}

/** Whether `head` and `rest` are a word that the line end cut, and not two that a hyphen joins. */
function isOneWord(head: string, rest: string, { words, cutsWords }: Vocabulary): boolean {
  if (words.has(`${head}-${rest}`)) return false
  if (words.has(head + rest)) return true
  return cutsWords && !(words.has(head) && words.has(rest))
}

/** So much of a text is looked at for a word that its end may cut, in UTF-16 units. */
const longestWord = 200

/** Printed lines as running text. */
export function joinedLines(lines: readonly string[], words: Vocabulary): string {
  let text = ''
  for (const line of lines) text = joinedTo(text, line, words)
  return text
}

/** `line` behind the lines before it. */
function joinedTo(text: string, line: string, words: Vocabulary): string {
  if (text === '') return line
  const { dropped, between } = jointOf(text.slice(-longestWord), line, words)
  return text.slice(0, text.length - dropped) + between + line
}
