/**
 * Words that no measure is looked for by. They are asked of a measure only when nothing else was
 * typed: *science of AI measurement* need not find an `of`.
 */
export const stopWords: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'is',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
  'with',
])

/** Chinese characters that join two terms; they need not stand in a measure that has both terms. */
export const joiningCharacters: ReadonlySet<string> = new Set('的之与與和及或对對在')
