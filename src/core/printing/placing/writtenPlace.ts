import type { PlaceText } from '../printed.ts'

/** What may part words: spaces, those of abbreviations too. */
const blank = '[ \u00A0]*'
/** `3`, `3-4`, `3–4`. */
const number = '[0-9][0-9–-]*'

const pages: readonly RegExp[] = [
  `pp?\\.${blank}${number}`,
  `第${blank}${number}${blank}[页頁]`,
  `[页頁]${blank}${number}`,
  `${number}(?=[ ,\u0080-\u00BF\uF000-\uFFFF]|$)`,
].map((page) => new RegExp(`^${page}`, 'u'))

const joint = new RegExp(`^(?:${blank}，${blank}|${blank},?${blank})`, 'u')

/** `text` in three: the page with which it begins, what parts it from the rest, and the rest. */
export function inThree(text: string): PlaceText {
  const page = pages.map((one) => one.exec(text)?.[0]).find((found) => found !== undefined) ?? ''
  const behind = text.slice(page.length)
  const gap = joint.exec(behind)?.[0] ?? ''
  return { page, gap, words: behind.slice(gap.length) }
}

/** The place as one text. */
export function placeText({ page, gap, words }: PlaceText): string {
  return page + gap + words
}

const atStart = new RegExp(`^(?:${blank}，)?${blank},?${blank}`, 'u')

/**
 * What the `words` behind a key say of a place, without the braces of a locator that is written so;
 * `undefined` where they say none. In the brackets of a narrative citation nothing parts them from a key.
 */
export function placeWritten(words: string, isNarrative: boolean): string | undefined {
  const braced = bracesAt(words, /^,? */u.exec(words)?.[0].length ?? 0)
  const text = braced === undefined ? words : braced.within + words.slice(braced.end)
  if (braced?.within === '' || hasLooseBrace(text)) return undefined
  const place = text.replace(atStart, '')
  const isSaid = isNarrative || braced !== undefined || /^ *[,，]/u.test(text) || /\d/u.test(place)
  return isSaid && place !== '' ? place : undefined
}

/** The balanced braces at `start` of `words`. */
function bracesAt(
  words: string,
  start: number,
): { readonly within: string; readonly end: number } | undefined {
  if (words.charAt(start) !== '{') return undefined
  let depth = 0
  for (let end = start; end < words.length; end += 1) {
    if (words.charAt(end) === '{') depth += 1
    if (words.charAt(end) === '}') depth -= 1
    if (depth === 0) return { within: words.slice(start + 1, end), end: end + 1 }
  }
  return undefined
}

function hasLooseBrace(text: string): boolean {
  let depth = 0
  for (const mark of text.replace(/[^{}]/gu, '')) {
    depth += mark === '{' ? 1 : -1
    if (depth < 0) return true
  }
  return depth > 0
}

/**
 * What a writer put behind the key of a provision, `text`, with the `place` of it: the writer's page goes
 * before ours, and parts in parentheses go on where it ends.
 */
export function withPlace(place: string, text: string, isChinese: boolean): string {
  const own = inThree(place)
  const given = inThree(text)
  const isOther = given.page !== '' && digitsOf(given.page) !== digitsOf(own.page)
  const goesOn = given.words.startsWith('(')
  const words = goesOn ? [own.words + given.words] : [own.words, given.words]
  const parts = [isOther ? given.page : own.page, ...words]
  return parts.filter((part) => part !== '').join(isChinese ? '，' : ', ')
}

function digitsOf(page: string): string | undefined {
  return /\d[\d-]*/u.exec(page.replaceAll('–', '-'))?.[0]
}

/** Pandoc takes a Chinese word with a digit in it for a page, where a suffix begins with one. */
export function setApart(text: string): string {
  return text.replace(/^[\u3000-\u9FFF][^ ,\uF000-\uFFFF]*/u, (word) =>
    /\d/u.test(word)
      ? word
          .replace(/([\u3000-\u9FFF])([0-9A-Za-z])/gu, '$1 $2')
          .replace(/([0-9A-Za-z])([\u3000-\u9FFF])/gu, '$1 $2')
      : word,
  )
}
