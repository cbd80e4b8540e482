/** A space that is written as a character reference: `&nbsp;`, `&#8239;`. */
const writtenSpace = /&(?:nbsp|ensp|emsp|thinsp|#160|#x0*a0|#8201|#8239|#x20(?:09|2f));/gi
/** Marks of emphasis: asterisks, and underscores that no letter or digit stands on both sides of. */
const emphasisMarks = /\*+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu

/**
 * `suffix` as a reader sees it, at the same length: spaces for marks of emphasis and for spaces written
 * as references, escaped characters without the backslash, which becomes a space behind them.
 */
export function plainSuffix(suffix: string): string {
  if (!/[\\*_&]/.test(suffix)) return suffix
  return suffix
    .replace(writtenSpace, blanks)
    .replace(emphasisMarks, blanks)
    .replace(/\\([\p{P}\p{S} ])/gu, '$1 ')
}

function blanks(found: string): string {
  return ' '.repeat(found.length)
}
