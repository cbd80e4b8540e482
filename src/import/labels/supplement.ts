/** What stands behind the articles of a law, and counts its own anew. */
export interface Supplement {
  readonly kind: 'annex'
  /** As printed, without what stands behind it. */
  readonly place: string
  readonly heading: string
}

const inHan = /^(附\s{0,3}[則则])(?:\s*（[^（）]{1,60}）(?:\s*抄)?)?$/u
const inHangul = /^(부\s?칙)(?:\s?[<〈(〔][^<>〈〉()]{1,60}[>〉)〕])?$/u
const inSpanish =
  /^((?:(?:Art[ií]culos?|ART[IÍ]CULOS?|Disposiciones|DISPOSICIONES|R[eé]gimen|R[EÉ]GIMEN) )?(?:[Tt]ransitori[oa]s?|TRANSITORI[OA]S?))[.:]?$/u

/** `附　則`, `부칙 <제1호>`, `TRANSITORIOS`: a line that is nothing but the heading of supplementary provisions. */
export function readSupplement(text: string): Supplement | undefined {
  const [, printed] = inHan.exec(text) ?? inHangul.exec(text) ?? inSpanish.exec(text) ?? []
  if (printed === undefined) return undefined
  const place = /\p{L}{5}/u.test(printed) ? printed : printed.replaceAll(/\s/gu, '')
  return { kind: 'annex', place, heading: text }
}
