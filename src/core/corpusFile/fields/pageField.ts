import type { Pages } from '../../corpus/provision.ts'

/** A printed page number from 1 to 99999, or `undefined`. */
export function parsePageNumber(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
}

/** The printed pages `3` or `3-4`; `undefined` for anything else, `4-3` included. */
export function parsePages(text: string): Pages | undefined {
  const [first = '', last = first, ...rest] = text.split('-')
  const pages = { first: parsePageNumber(first), last: parsePageNumber(last) }
  if (rest.length > 0 || pages.first === undefined || pages.last === undefined) return undefined
  return pages.first <= pages.last ? { first: pages.first, last: pages.last } : undefined
}
