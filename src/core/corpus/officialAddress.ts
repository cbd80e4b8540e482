/**
 * The address that `text` writes, percent-encoded, or `undefined` unless it is `https:` with a host
 * and without credentials. Spaces, backslashes and control characters, which `URL` would mend in
 * silence, are refused.
 */
export function parseOfficialAddress(text: string): string | undefined {
  if (!/^https:\/\/[^\s\\\p{C}]+$/u.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.hostname === '') return undefined
  return url.username === '' && url.password === '' ? url.href : undefined
}

/** Whether `text` can be what stands behind `#` in an address: the name of a place in a page. */
export function isAnchor(text: string): boolean {
  return text.length <= longestAnchor && /^[A-Za-z\d][\w.:-]*$/u.test(text)
}

/** So long may an anchor be, in UTF-16 units; headings of whole lines are such. */
const longestAnchor = 200
