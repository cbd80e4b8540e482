import { lazily } from '../text/lazily.ts'
import { greatestOf } from '../text/lists.ts'
import { isSimplified, isTraditional } from '../text/scripts.ts'

/** What a text is written in: a script, and of Latin letters a language where its commonest words show one. */
export interface Written {
  readonly script: Script
  /** A BCP 47 tag. */
  readonly language?: string
}

/** A script that is told from all others by its letters. */
type Script = (typeof scripts)[number]['name']

/** So many letters of an alphabet weigh as much as a Chinese character: an average syllable. */
const perCharacter = 4

const scripts = [
  { name: 'Latin', letter: /\p{Script=Latin}/gu, weight: 1 },
  { name: 'Han', letter: /\p{Script=Han}/gu, weight: perCharacter },
  { name: 'kana', letter: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: perCharacter },
  { name: 'Hangul', letter: /\p{Script=Hangul}/gu, weight: perCharacter },
  { name: 'Cyrillic', letter: /\p{Script=Cyrillic}/gu, weight: 1 },
  { name: 'Greek', letter: /\p{Script=Greek}/gu, weight: 1 },
  { name: 'Arabic', letter: /\p{Script=Arabic}/gu, weight: 1 },
  { name: 'Hebrew', letter: /\p{Script=Hebrew}/gu, weight: 1 },
  { name: 'Devanagari', letter: /\p{Script=Devanagari}/gu, weight: 1 },
  { name: 'Thai', letter: /\p{Script=Thai}/gu, weight: 1 },
] as const

/** So large a share of kana makes of Chinese characters Japanese. */
const japanese = 0.15

/** What `text` is written in; `undefined` where it has no letters. Linear in its length. */
export function writtenIn(text: string): Written | undefined {
  const script = scriptOf(text)
  if (script !== 'Latin') return script && { script }
  const { counts, all } = commonWordsIn(text)
  const language = mostCommon(counts, all)
  return { script, ...(language !== undefined && { language }) }
}

/** The script of most of `text`, a Chinese character weighing as much as {@link perCharacter} letters. */
function scriptOf(text: string): Script | undefined {
  const weights = new Map<Script, number>(
    scripts.map(({ name, letter, weight }) => [name, (text.match(letter)?.length ?? 0) * weight]),
  )
  const weightOf = (name: Script): number => weights.get(name) ?? 0
  const most = scripts
    .map(({ name }) => name)
    .reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one))
  if (weightOf(most) === 0) return undefined
  return most === 'Han' && weightOf('kana') > japanese * weightOf('Han') ? 'kana' : most
}

/**
 * Whether `words` are in another language than a text that is written in `other`: in another script, or
 * in Latin letters with more than twice as many of the commonest words of another language than of that one.
 */
export function isOtherLanguage(words: string, other: Written): boolean {
  const script = scriptOf(words)
  if (script === undefined) return false
  if (script !== other.script) return true
  if (other.language === undefined) return false
  const { counts, all } = commonWordsIn(words)
  const own = counts.get(other.language) ?? 0
  return mostCommon(counts, all) !== undefined && mostOf(counts) > 2 * own && own <= mostOwn * all
}

/**
 * The commonest words of languages that official documents are quoted in, those of the European Union and of
 * some neighbours: articles, prepositions, pronouns, auxiliary verbs.
 */
const commonest: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for on are with as be by this or an at from which shall not it their have has will must may its any such these under those should can were was who into other than where',
  de: 'der die das und in den von zu des mit im für ist dem auf eine ein nicht sich werden durch oder als auch einer eines es bei nach über an aus sind wird einem einen kann dass zur zum um vom haben hat diese dieser so wenn muss müssen sowie sollte sollten',
  fr: "le la les de des du et en un une à au aux que qui dans pour par sur est sont ce cette ces ou ne pas plus avec il elle se son sa ses leur leurs être doit doivent d'une d'un lorsque afin ainsi",
  es: 'el la los las de del y en un una a al que para por con se es su sus no como más o lo este esta estos estas ser son ha han sobre entre deben debe cuando cualquier dicho',
  it: 'il lo la i gli le di del della dei delle degli e in un una a al alla che per con su si è sono non come da dal dalla nel nella ai alle essere o anche più questo tale tali',
  pt: 'o a os as de do da dos das e em um uma no na nos nas que para por com se não ao à pelo pela é são como mais ou ser sua seu suas seus deve devem quando este esta',
  nl: 'de het een van en in op te voor met zijn dat die is niet aan of door wordt worden om bij als uit ook over deze dit moet moeten kunnen naar hun tot dan geen wanneer',
  sv: 'och att i en ett som det den de är för på av med till inte har om ska skall vid från eller denna detta kan när ett sin sina får bör',
  da: 'og at i en et som det den de er for på af med til ikke har om skal ved fra eller denne dette kan når der sig blive bør må',
  fi: 'ja on ei se että joka ovat sekä tai kun olisi voi myös jos ole sen niiden mukaan tämän jotka joiden',
  pl: 'i w na z do nie się że jest o oraz lub dla od przez po jako są to a które który która tym ich tego tej powinny powinien ze przy',
  cs: 'a v na se je o s z do že pro by nebo k od jsou jako které který která tak při ve jejich nebo být musí aby',
  sk: 'a v na sa je o s z do že pre by alebo k od sú ako ktoré ktorý ktorá pri vo ich byť musí aby podľa',
  sl: 'in v na se je o z da za ki so ali pri od po kot tudi bi ter če tega mora morajo',
  hr: 'i u na se je o s da za koji koja koje su ili od kao te bi ne iz pri biti mora treba',
  ro: 'și de în la a al ale cu pe care pentru din sau este sunt că nu o un prin să ar fi trebuie acest această între dintre',
  hu: 'a az és hogy nem is egy vagy kell ez azt meg van valamint által ha amely amelyek való',
  et: 'ja on ei et see kui või mis ning tuleb oma nende peaks võib selle ka kes',
  lv: 'un ir ar no par kas to vai tas lai nav būtu kā pēc uz šo tiek var jābūt',
  lt: 'ir yra kad ar su iš į kuris kurie jei būti ne apie šio turi turėtų pagal',
  ga: 'an na agus i ar a le do go ag sé nach bhfuil atá chun faoi nó is mar lena',
  mt: 'il li ta fi u għal huma jew minn dan din biex mhux tal fuq b għandu għandhom',
  tr: 've bir bu ile için de da olan olarak veya daha çok gibi ne ki ise göre sonra kadar',
  id: 'yang dan di untuk dengan dari pada dalam ini itu adalah oleh tidak atau akan dapat harus sebagai',
  vi: 'của và các có là cho được trong không với này một những để về đã theo từ phải hoặc',
}

/** By each word the languages that have it. */
const languagesOf = lazily(() => {
  const found = new Map<string, string[]>()
  for (const [language, words] of Object.entries(commonest)) {
    for (const word of new Set(words.split(' '))) {
      found.set(word, [...(found.get(word) ?? []), language])
    }
  }
  return found
})

/** Fewer common words show nothing. */
const fewestCommon = 2

/** Of the words of a sentence, at least this share is of its language's commonest. */
const leastShare = 0.12

/** Of the words of another language, at most this share is of the commonest of the one that they are compared with. */
const mostOwn = 0.2

/** How many of the commonest words of each language `text` has, in small letters as names have none, and how many words in all. */
function commonWordsIn(text: string): {
  readonly counts: ReadonlyMap<string, number>
  readonly all: number
} {
  const words = text.normalize('NFC').match(word) ?? []
  const counts = new Map<string, number>()
  for (const one of words) {
    for (const language of languagesOf().get(one.replace('’', "'")) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1)
    }
  }
  return { counts, all: words.length }
}

const word = /[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu

/** The language that has most of them, where these are enough of all. */
function mostCommon(counts: ReadonlyMap<string, number>, all: number): string | undefined {
  const most = mostOf(counts)
  if (most < Math.max(fewestCommon, leastShare * all)) return undefined
  return [...counts].find(([, count]) => count === most)?.[0]
}

function mostOf(counts: ReadonlyMap<string, number>): number {
  return greatestOf(counts.values(), 0)
}

/** The script of Chinese: `undefined` where a text could stand in either, or in none. */
export type ChineseScript = 'simplified' | 'traditional'

/** By which characters `text` is written, of those that differ from one script to the other. */
export function chineseScriptOf(text: string): ChineseScript | undefined {
  const characters = text.match(/\p{Script=Han}/gu) ?? []
  const simplified = characters.filter((one) => !isTraditional(one)).length
  const traditional = characters.filter((one) => !isSimplified(one)).length
  if (simplified === traditional) return undefined
  return simplified > traditional ? 'simplified' : 'traditional'
}
