import { allWithin, lineOf, type MarkupElement } from '../markup/element.ts'

/**
 * The title of an act in a consolidated text of EUR-Lex, whose page is called by a number: the lines above its date of
 * publication, which stand twice.
 */
export function titleOfConsolidated(root: MarkupElement): string | undefined {
  const lines = allWithin(root, 'p').filter((element) => classOf(element).startsWith('title-doc-'))
  const next = lines.findIndex((line, at) => at > 0 && classOf(line) === 'title-doc-first')
  const first = next === -1 ? lines : lines.slice(0, next)
  const title = first.flatMap((line) => lineOf(line) ?? []).join(' ')
  return title === '' ? undefined : title
}

function classOf({ attributes }: MarkupElement): string {
  return attributes.get('class') ?? ''
}

/** `►M1 … ◄`, `▼B`: by which act words of a consolidated text came into it. */
const amendmentMarks = /[►▼][A-Z]\d{0,3}(?:\s|$)|\s?◄/gu

/** `text` without the marks of amendments. */
export function withoutAmendmentMarks(text: string): string {
  return /[►▼◄]/u.test(text) ? text.replaceAll(amendmentMarks, '').trim() : text
}
