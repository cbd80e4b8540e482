/** How Chinese characters are read in pinyin, without tones. */
export interface PinyinTable {
  /** The characters of each syllable, by their code points; a character with several readings is in several. */
  readonly characters: ReadonlyMap<string, readonly number[]>
  /** The syllables of each character. */
  readonly readings: ReadonlyMap<number, readonly string[]>
  /** Absent where letters that are typed may be pinyin; else it only tells which characters sound alike. */
  readonly isTyped?: false
}

/** The table as text: a line for each syllable, the syllable and its characters: `chu 出初…`. */
export function writePinyin(
  characters: Iterable<string>,
  readingsOf: (character: string) => readonly string[],
): string {
  const lines = new Map<string, string>()
  for (const character of characters) {
    for (const syllable of readingsOf(character)) {
      lines.set(syllable, (lines.get(syllable) ?? '') + character)
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, all]) => `${syllable} ${all}`)
    .join('\n')
}

/** The table that {@link writePinyin} wrote; lines of another form are ignored. */
export function readPinyin(text: string): PinyinTable {
  const characters = new Map<string, number[]>()
  const readings = new Map<number, string[]>()
  for (const line of text.split('\n')) {
    const [, syllable, all] = /^([a-z]{1,6}) (\S+)$/u.exec(line) ?? []
    if (syllable === undefined || all === undefined) continue
    const codes = Array.from(all, (character) => character.codePointAt(0) ?? 0)
    characters.set(syllable, codes)
    for (const code of codes) readings.set(code, [...(readings.get(code) ?? []), syllable])
  }
  return { characters, readings }
}

/** So many ways to cut letters into syllables are tried. */
const mostWays = 16

/** How the readings of neighbouring characters must begin, or be: the last of a way may only be begun. */
export type PinyinWay = readonly { readonly letters: string; readonly isWhole: boolean }[]

/**
 * The ways to read `typed` as pinyin: in full (`chukou`), with the last syllable begun (`chukougu`), and by
 * first letters (`ck`). Of `fewest` characters at least; a single syllable is also the beginning of any word.
 */
export function pinyinWays(
  { characters }: PinyinTable,
  typed: string,
  fewest: 1 | 2 = 2,
): readonly PinyinWay[] {
  if (!/^[a-z]{2,40}$/.test(typed)) return []
  const ways: PinyinWay[] = []
  /** From where no way leads to the end. */
  const dead = new Set<number>()
  const follow = (at: number, way: PinyinWay): void => {
    if (ways.length >= mostWays || dead.has(at)) return
    if (at === typed.length) {
      if (way.length >= fewest) ways.push(way)
      return
    }
    const found = ways.length
    for (let end = Math.min(typed.length, at + longestSyllable); end > at; end--) {
      const letters = typed.slice(at, end)
      if (characters.has(letters) && hasVowel.test(letters))
        follow(end, [...way, { letters, isWhole: true }])
    }
    const rest = typed.slice(at)
    if (way.length + 1 >= fewest && beginsSyllable(characters, rest)) {
      ways.push([...way, { letters: rest, isWhole: false }])
    }
    if (ways.length === found) dead.add(at)
  }
  follow(0, [])
  if (typed.length <= mostInitials) {
    ways.push(Array.from(typed, (letters) => ({ letters, isWhole: false })))
  }
  return ways
}

const longestSyllable = 6

/** `n` and `ng` are interjections, which nobody means. */
const hasVowel = /[aeiouv]/

/** More first letters are words of another language. */
const mostInitials = 10

/** Whether a syllable goes on behind `letters`; these may be one themselves: `gu` of `guan`. */
function beginsSyllable(characters: PinyinTable['characters'], letters: string): boolean {
  if (letters.length >= longestSyllable) return false
  for (const syllable of characters.keys()) {
    if (syllable.length > letters.length && syllable.startsWith(letters)) return true
  }
  return false
}

/** The characters, by their code points, that are read as the one with the code point `code` is; itself among them. */
export function readAlike({ characters, readings }: PinyinTable, code: number): readonly number[] {
  const alike = (readings.get(code) ?? []).flatMap((syllable) => characters.get(syllable) ?? [])
  return [...new Set([code, ...alike])]
}
