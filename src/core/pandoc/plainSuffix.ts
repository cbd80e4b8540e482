/** A space that is written as a character reference: `&nbsp;`, `&#8239;`. */
const writtenSpace =
  /&(?:nbsp|ensp|emsp|thinsp|numsp|hairsp|NonBreakingSpace|#0*(?:160|8194|8195|8199|820[12]|8239)|#x0*(?:a0|200[2379a]|202f));/gi
/** A dash that is written so: `&ndash;`. */
const writtenDash = /&(?:ndash|mdash|#0*821[12]|#x0*201[34]);/gi
/** Marks of emphasis: asterisks, and underscores that no letter or digit stands on both sides of. */
const emphasisMarks = /\*+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu

/**
 * `suffix` as a reader sees it, at the same length: spaces for marks of emphasis and for spaces written
 * as references, dashes with spaces behind them for dashes written so, escaped characters without the
 * backslash, which becomes a space behind them.
 */
export function plainSuffix(suffix: string): string {
  if (!/[\\*_&]/.test(suffix)) return suffix
  return suffix
    .replace(writtenSpace, blanks)
    .replace(writtenDash, (dash) => '–'.padEnd(dash.length))
    .replace(emphasisMarks, blanks)
    .replace(/\\([\p{P}\p{S} ])/gu, '$1 ')
}

function blanks(found: string): string {
  return ' '.repeat(found.length)
}
