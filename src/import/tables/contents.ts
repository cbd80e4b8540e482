import { textOfRow, type Table } from './table.ts'

/** So many rows with a number of a page at their end are a table of contents. */
const fewestEntries = 4

/** What heads a table of contents. */
const head = /^(?:table of )?contents\b|^list of (?:tables|figures)\b|^目\s*[录錄次]/iu

/** Whether `table` lists where in the document something stands: it says so, or its rows end in pages that rise. */
export function isContents({ rows }: Table): boolean {
  const filled = rows.filter((row) => textOfRow(row) !== '')
  const [first] = filled
  if (first !== undefined && head.test(textOfRow(first))) return true
  const pages = filled.flatMap(({ cells }) => {
    const last = cells.findLast(({ text }) => text !== '')
    const page = /^\d{1,4}$/u.exec(last?.text ?? '')?.[0]
    return page === undefined || last === cells[0] ? [] : [Number(page)]
  })
  const falls = pages.filter((page, index) => page < (pages[index - 1] ?? 0))
  return (
    pages.length >= fewestEntries &&
    pages.length * 10 >= filled.length * 8 &&
    new Set(pages).size * 2 >= pages.length &&
    falls.length * 10 < pages.length &&
    pages.every((page) => page < 1900)
  )
}
