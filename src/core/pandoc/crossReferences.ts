/**
 * What Quarto and pandoc-crossref read as a reference to a part of the report itself, never as a
 * citation. Quarto writes `-` after the word (quarto.org, "Cross References": figures, tables,
 * equations, sections, listings, theorems and their kin, callouts), pandoc-crossref `:` (its manual,
 * "Syntax": `fig`, `eq`, `tbl`, `sec`, `lst`). Both accept a capital first letter.
 */
const quartoWords = [
  ...['fig', 'tbl', 'lst', 'eq', 'sec'],
  ...['thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr', 'sol', 'rem', 'alg'],
  ...['nte', 'tip', 'wrn', 'imp', 'cau'],
]
const crossrefWords = ['fig', 'eq', 'tbl', 'sec', 'lst']

const prefixes = new Set([
  ...quartoWords.map((word) => `${word}-`),
  ...crossrefWords.map((word) => `${word}:`),
])

/** Whether `key` (without `@`) is, or begins as, a cross-reference: `fig-map`, `sec:intro`, `Tbl-`. */
export function isCrossReference(key: string): boolean {
  return (
    prefixes.has(uncapitalised(key.slice(0, 4))) || prefixes.has(uncapitalised(key.slice(0, 3)))
  )
}

function uncapitalised(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1)
}
