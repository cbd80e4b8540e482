import type { Word } from '../words/words.ts'

/** A printed page that was typed, and the words that say so. */
export interface TypedPage {
  readonly page: number
  readonly words: readonly Word[]
}

const pageWords: ReadonlySet<string> = new Set(['p', 'pp', 'page', 'pages'])
/** What stands after the number of a page in Chinese. */
const pageSigns: ReadonlySet<string> = new Set(['页', '頁'])
const gluedPage = /^pp?(\d{1,4})$/
const pageNumber = /^\d{1,4}$/

/** A page that begins at word `at`: `p. 3`, `pp 3`, `page 3`, `p3`, `第3页`, `3頁`, and `第3` at the end. */
export function readPage(words: readonly Word[], at: number): TypedPage | undefined {
  const [first, second, third] = [words[at]?.text ?? '', words[at + 1]?.text, words[at + 2]?.text]
  const glued = gluedPage.exec(first)?.[1]
  const pageOf = (digits: string | undefined, length: number): TypedPage | undefined =>
    digits !== undefined && pageNumber.test(digits)
      ? { page: Number(digits), words: words.slice(at, at + length) }
      : undefined
  if (glued !== undefined) return pageOf(glued, 1)
  if (pageWords.has(first)) return pageOf(second, 2)
  if (pageSigns.has(second ?? '')) return pageOf(first, 2)
  if (first !== '第') return undefined
  return third === undefined
    ? pageOf(second, 2)
    : pageSigns.has(third)
      ? pageOf(second, 3)
      : undefined
}

/** Whether the number of the page is the last thing typed, so that it may go on. */
export function endsInNumber(page: TypedPage): boolean {
  return !pageSigns.has(page.words.at(-1)?.text ?? '')
}
