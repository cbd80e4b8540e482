import { greatestOf } from '../../core/text/lists.ts'
import type { Line } from './lines/lines.ts'

/** What programs write before the name of a file. */
const program =
  /^(?:microsoft (?:office )?(?:word|powerpoint|excel)|powerpoint presentation)\s*[-–—:]?\s*/iu
const fileName =
  /\.(?:docx?|docm|odt|rtf|pdf|x?html?|php|aspx?|tex|dvi|indd|pptx?|xlsx?|md|txt|qxp|pub|wpd|fm|eps|ps)$/iu
/** What stands in place of a title that nobody wrote. */
const nothing =
  /^(?:untitled|title|document|doc|slide|layout|cover|print|draft|final|new|no title|unnamed|blank|test|word|template|sans titre|unbenannt)[\s\-_]*\d*$/iu

/** The title that a PDF says it has, where that is one, and not the name of a file or of a program. */
export function titleIn(said: string | undefined): string | undefined {
  const title = (said ?? '').replaceAll(/\s+/gu, ' ').trim()
  const rest = title.replace(program, '')
  const isName = fileName.test(rest) || /_|^(?:file|https?):/iu.test(rest)
  if (isName || nothing.test(rest) || !/\p{L}/u.test(rest)) return undefined
  return rest.includes(' ') || isWord.test(rest) ? rest : undefined
}

/** A title of one word is one that is written as one, or is Chinese; `plan-final-v2` is the name of a file. */
const isWord = /^\p{Lu}\p{Ll}+$|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u

/** A title has so many lines at most. */
const mostLines = 4

/**
 * The title that the first page prints in its largest letters, where these are larger than all headings
 * (`largest`, in points).
 */
export function printedTitle(lines: readonly Line[], largest: number): string | undefined {
  const first = lines.filter(({ page, table }) => page === 1 && table === undefined)
  const size = greatestOf(
    first.map((line) => line.size),
    0,
  )
  const title = first.filter((line) => line.size > size - 0.5)
  const text = title.map((line) => line.text).join(' ')
  return size > largest + 0.5 && title.length <= mostLines && /\p{L}{2}/u.test(text)
    ? text
    : undefined
}
