import { labelWord } from './labelWords.ts'

/** Words for the numbers from 1 on as parts are counted, in small letters without accents and, in Romance languages, without the last `o` or `a`. */
const units: readonly string[] = [
  'primer primeir prim premier premiere first one erster erste erstes первыи первая първа първи eerste forsta prvni prva prvi pierwszy intai birinci',
  'segund second seconde deuxieme two zweiter zweite zweites второи вторая втора втори tweede andra druha druhy drugi ikinci',
  'tercer terceir terz troisieme third three dritter dritte drittes третии третья трета трети derde tredje treti treci trzeci ucuncu',
  'cuart quart quatrieme fourth four vierter vierte viertes четвертыи четвертая четвърта четвърти vierde fjarde ctvrta cetvrti czwarty dorduncu',
  'quint cinquieme fifth five funfter funfte funftes пятыи пятая пета пети vijfde femte pata peti piaty besinci',
  'sext sest sixieme sixth six sechster sechste sechstes шестои шестая шеста шести zesde sjatte sesta sesti szosty altinci',
  'septim setim settim septieme seventh seven siebter siebte siebtes седьмои седьмая седма седми zevende sjunde sedma sedmi siodmy yedinci',
  'octav oitav ottav huitieme eighth eight achter achte achtes восьмои восьмая осма осми achtste attonde osma osmi osmy sekizinci',
  'noven non neuvieme ninth nine neunter neunte neuntes девятыи девятая девета девети negende nionde devata deveti dziewiaty dokuzuncu',
  'decim dixieme tenth ten zehnter zehnte zehntes десятыи десятая десета десети tiende tionde desata deseti dziesiaty onuncu',
  'undecim undicesim onzieme eleventh eleven elfter',
  'duodecim dodicesim douzieme twelfth twelve zwolfter',
]

const tens: readonly string[] = [
  'decim',
  'vigesim',
  'trigesim',
  'cuadragesim quadragesim',
  'quincuagesim quinquagesim',
  'sexagesim',
  'septuagesim',
  'octogesim',
  'nonagesim',
]

const numbers = new Map(numbered(units, 1))
const numbersOfTens = new Map(numbered(tens, 10))

function numbered(words: readonly string[], step: number): (readonly [string, number])[] {
  return words.flatMap((same, at) =>
    same.split(' ').map((word) => [word, (at + 1) * step] as const),
  )
}

/** The number that words count with, and how many UTF-16 units they take: `vigésimo primero`, `Third`. */
export function readOrdinal(
  text: string,
): { readonly number: number; readonly length: number } | undefined {
  const [both = '', one = '', space = '', other = ''] =
    /^([\p{L}\p{M}]{3,20})(?:(\s)([\p{L}\p{M}]{3,20}))?/u.exec(text) ?? []
  const [ten, unit] = [numbersOfTens.get(stem(one)), numbers.get(stem(other))]
  if (space !== '' && ten !== undefined && unit !== undefined && unit < 10) {
    return { number: ten + unit, length: both.length }
  }
  const number = numbers.get(stem(one)) ?? ten ?? joinedNumber(stem(one))
  return number === undefined ? undefined : { number, length: one.length }
}

/** `decimoquinto`, `vigesimosegunda`. */
function joinedNumber(word: string): number | undefined {
  for (const [ten, number] of numbersOfTens) {
    const unit = word.startsWith(ten) ? word.slice(ten.length).replace(/^[oa]/u, '') : ''
    const behind = numbers.get(unit)
    if (behind !== undefined && behind < 10) return number + behind
  }
  return undefined
}

function stem(word: string): string {
  const plain = labelWord(word)
  return numbers.has(plain) ? plain : plain.replace(/[oa]$/u, '')
}

/** Whether a word says that there is but one: `Artículo único`, `Parágrafo único`. */
export function isOnlyOne(word: string): boolean {
  return /^(?:unic[oa]?|unique|einziger|jedyny)$/u.test(labelWord(word))
}
