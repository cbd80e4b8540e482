/** Nothing but the number of a page, with what is put around it. */
const isNumber =
  /^(?:(?:page|pg|p|seite|s|página|pagina)\.? ?)?(?:([-–—|·]?) ?# ?(?:(?:of|\/|von|de|sur) ?# ?)?\1|\(#\)|\[#\])$/iu

/** `text` with every number the same, also Roman ones that stand alone. */
export function folded(text: string): string {
  return text.replace(/\d+/gu, '#').replace(/^[ivxlc]+$/iu, '#')
}

/** Whether `text` is but the number of a page. */
export function isPageNumber(text: string): boolean {
  return isNumber.test(folded(text))
}
