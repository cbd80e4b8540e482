import type { DivisionKind } from '../../core/corpus/provision.ts'

const article =
  /^제\s?(\d{1,4})\s?조(?:의\s?(\d{1,3}))?(?:\s?[(（]([^()（）]{1,60})[)）])?(?=\s|$|[.:\u2460-\u2473])[.:]?\s*/u

/** `제2조(정의) …`, and `제4조의2`, which stands behind article 4: what it begins with, and what stands behind it. */
export function koreanArticle(text: string):
  | {
      readonly kind: 'article'
      readonly label: string
      readonly place?: string
      readonly heading?: string
      readonly rest: string
    }
  | undefined {
  const [whole, number = '', behind, heading] = article.exec(text) ?? []
  if (whole === undefined) return undefined
  return {
    kind: 'article',
    label: behind === undefined ? number : `${number}-${behind}`,
    ...(behind !== undefined && { place: `제${number}조의${behind}` }),
    ...(heading !== undefined && { heading }),
    rest: text.slice(whole.length),
  }
}

const kinds: ReadonlyMap<string, DivisionKind> = new Map([
  ['편', 'part'],
  ['장', 'chapter'],
  ['절', 'section'],
  ['관', 'section'],
])

/** `제1장 총칙`: a line that is nothing but a heading. */
export function koreanDivision(text: string):
  | {
      readonly kind: DivisionKind
      readonly label: string
      readonly heading?: string
      readonly word: string
    }
  | undefined {
  const [, label = '', word = '', heading = ''] =
    /^제\s?(\d{1,3})\s?([편장절관])(?:\s+(\S.{0,39}))?$/u.exec(text) ?? []
  const kind = kinds.get(word)
  if (kind === undefined || /[.,]/u.test(heading)) return undefined
  return { kind, label, ...(heading !== '' && { heading }), word }
}
