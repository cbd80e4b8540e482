import { namesOfInstrument } from '../../corpus/corpus.ts'
import { allNames } from '../../corpus/language.ts'
import type { Instrument } from '../../corpus/provision.ts'
import { chineseWordsBefore, englishWords } from '../locatorLabels.ts'
import { lawEndings, lawNouns, ownNouns } from './lawWords.ts'
import { runStart } from '../../text/characters.ts'

/** Stands for a name of the instrument that is cited, in a suffix of which only the rest is looked at. */
export const ownMark = '\u0002'

/** The names of an instrument, as a suffix behind its key may say them. */
export interface OwnNames {
  /** One of them with the words before it, or any name in book-title marks. */
  readonly pattern: RegExp
  /** Whether it is a name in Chinese or a part of it: `暂行办法`, `欧盟人工智能法案`. */
  readonly isTitle: (said: string) => boolean
}

const namesOf = new WeakMap<Instrument, OwnNames>()

/** The names of `instrument`: its titles, aliases and number, `this Regulation`, `本办法`. */
export function ownNamesOf(instrument: Instrument): OwnNames {
  const known = namesOf.get(instrument) ?? readNames(instrument)
  namesOf.set(instrument, known)
  return known
}

const han = /\p{Script=Han}/u
const wordStart = '(?<![\\p{L}\\p{N}])'
const wordEnd = '(?![\\p{L}\\p{N}])'

function readNames(instrument: Instrument): OwnNames {
  const names = sayable(namesOfInstrument(instrument))
  const chinese = names.filter((name) => han.test(name))
  const english = names.filter((name) => !han.test(name))
  const pattern = `${inEnglish(instrument, english)}|${inChinese(instrument, chinese)}`
  return { pattern: new RegExp(pattern, 'giu'), isTitle: titleTest(instrument, chinese) }
}

/** A longer name is no longer said as a whole, in UTF-16 units, and of many names only these are known again. */
const longestName = 500
const mostNames = 10_000

/** Those of `names` that somebody may say: the first of reasonable length, so that a pattern can be made of them. */
function sayable(names: readonly string[]): readonly string[] {
  let left = mostNames
  return names.filter((name) => name.length <= longestName && (left -= name.length) >= 0)
}

/** Tells of a text whether it is a name, perhaps with whose it is before it, with words left out at its beginning or its end; its kind at least: `办法`. */
function titleTest(instrument: Instrument, names: readonly string[]): (said: string) => boolean {
  const titles = names.map((name) => comparable(name.replace(/[《》〈〉]/gu, '')))
  const owners = ['', ...ownersOf(instrument).map(comparable)]
  return (said) => {
    const text = comparable(said)
    const parts = owners
      .filter((owner) => text.startsWith(owner))
      .flatMap((owner) => [text.slice(owner.length), text.slice(owner.length).replace(/^的/u, '')])
      .filter((part) => part.length > 1)
    return titles.some((title) =>
      parts.some((part) => title.startsWith(part) || title.endsWith(part)),
    )
  }
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/’/gu, "'").replace(/\s+/gu, ' ')
}

/** `of the EU’s AI Act`, `Regulation (EU) 2024/1689`, `this Regulation`, `the Act`, `the Interim Measures`, `thereof`. */
function inEnglish(instrument: Instrument, names: readonly string[]): string {
  const owners = ownersOf(instrument)
  const whose = `(?:(?:${alternatives(owners)})(?:['’]s?)?\\s)?`
  const called = alternatives([
    ...[
      ...names.map(withoutArticle).flatMap(alsoOfOne),
      ...names.flatMap(initialsOf),
      ...nameInKey(instrument),
    ],
  ])
  const nouns = alternatives(ownNouns(instrument.type, names))
  const named = `["“'‘]?(?:${[called, ...numbered(names)].join('|')})["”'’]?(?:\\s\\(?(?:19|20)\\d\\d(?!\\d)\\)?)?`
  const pointed = `(?:this|that|(?:the\\s)?(?:same|said|present|above))\\s(?:${nouns})`
  const year = yearsOf(instrument)
  const words = alternatives(wordsIn(names))
  const kinds = alternatives(ownNouns(undefined, names))
  const shortened = `(?:the\\s)?${whose}(?:(?:${words})\\s){1,6}(?:${kinds})`
  const alone = `(?<alone>the\\s${year}(?:${nouns})|(?:${alternatives(owners)})['’]s?\\s(?:${nouns})|${shortened})`
  return `${wordStart}(?:(?:of|under|in|from)\\s)?(?:(?:the\\s)?${whose}${named}|${pointed}|${alone}|thereof|hereof)${wordEnd}`
}

/** `欧盟《人工智能法案》`, `《暂行办法》`, `本办法`, `第14110号行政令`. */
function inChinese(instrument: Instrument, names: readonly string[]): string {
  const whose = `(?:${alternatives(ownersOf(instrument))})?的?`
  const called = names.length === 0 ? '' : `|[《〈「“]?(?:${alternatives(names)})[》〉」”]?`
  return `${whose}(?:《[^《》]{2,60}》|〈[^〈〉]{2,60}〉${called})|(?:本|该|該|此|同|上述|前述|前揭|前開)(?:${lawEndings})(?:案)?`
}

/** Its region and issuer, in all languages: whose it is said to be. */
function ownersOf({ key, issuer }: Instrument): readonly string[] {
  const region = key.slice(0, key.indexOf('-'))
  const issuers = issuer === undefined ? [] : allNames(issuer)
  return [
    ...new Set([region.toUpperCase(), ...(regionWords.get(region) ?? []), ...sayable(issuers)]),
  ]
}

/** What the regions with which keys begin are called before the name of a law. */
const regionWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['eu', ['European Union', 'European', 'Union', '欧盟', '歐盟', '欧洲', '歐洲']],
  [
    'us',
    [
      ...['U.S.', 'USA', 'United States', 'American', 'White House', 'Trump', 'Biden'],
      ...['美国', '美國', '白宫', '白宮', '特朗普', '川普', '拜登'],
    ],
  ],
  ['uk', ['U.K.', 'United Kingdom', 'British', 'Government', '英国', '英國']],
  [
    'cn',
    [
      ...['China', 'Chinese', 'PRC', '中国', '中國', '我国', '我國'],
      ...['中华人民共和国', '中華人民共和國'],
    ],
  ],
  ['tw', ['Taiwan', 'Taiwanese', '台湾', '臺灣', '台灣', '我國']],
  ['hk', ['Hong Kong', '香港']],
  ['jp', ['Japan', 'Japanese', '日本']],
  ['kr', ['Korea', 'Korean', 'South Korean', '韩国', '韓國']],
  ['sg', ['Singapore', '新加坡']],
  ['ca', ['Canada', 'Canadian', '加拿大']],
  ['au', ['Australia', 'Australian', '澳大利亚', '澳洲']],
  ['in', ['India', 'Indian', '印度']],
  ['de', ['Germany', 'German', '德国', '德國']],
  ['fr', ['France', 'French', '法国', '法國']],
])

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?)\s/i, '')
}

/** `gdpr` of `eu-gdpr`, `ai act` of `eu-ai-act`: without the region and the year. */
function nameInKey({ key }: Instrument): readonly string[] {
  const name = key
    .replace(/^[a-z]{2}-/, '')
    .replace(/-\d{4}$/, '')
    .replaceAll('-', ' ')
  return name.length < 3 || lawNouns.includes(name) ? [] : [name]
}

/** `2018 ` of `the 2018 Act`. */
function yearsOf({ key, issued }: Instrument): string {
  const years = [/-(\d{4})$/.exec(key)?.[1], issued?.slice(0, 4)].filter(
    (year) => year !== undefined,
  )
  return years.length === 0 ? '' : `(?:(?:${years.join('|')})\\s)?`
}

/** Those of which shortened names are made: `Interim Measures`. */
function wordsIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => name.match(/\p{L}[\p{L}'’-]+/gu) ?? []))]
}

/** `Sustainable Development Goal` too, as one is called: `Sustainable Development Goal 13`. */
function alsoOfOne(name: string): readonly string[] {
  const isOfSteps = wordOfStep(name, ' 1') !== '' && name.endsWith('s')
  return isOfSteps ? [name, name.slice(0, -1)] : [name]
}

/** `AIA` of `Artificial Intelligence Act`; none of fewer than three words. */
function initialsOf(name: string): readonly string[] {
  const words = name.match(/(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{N}]*/gu) ?? []
  if (words.length < 3 || /\p{N}/u.test(name)) return []
  return [words.map((word) => (/^\p{Lu}+$/u.test(word) ? word : word.charAt(0))).join('')]
}

/** `Regulation 2024/1689` and `E.O. No. 14110`, of the numbers in `names`. */
function numbered(names: readonly string[]): readonly string[] {
  const numbers = new Set(names.flatMap((name) => name.match(/\d{4}\/\d+|\d{5}/g) ?? []))
  return [...numbers].map(
    (number) =>
      `(?:regulation|reg\\.|directive|dir\\.|decision|(?:executive\\s)?order|e\\.?\\s?o\\.?)\\s(?:\\(\\p{Lu}+\\)\\s)?(?:no\\.?\\s)?${escaped(number)}`,
  )
}

/** Longest first, with any white space for a blank and either apostrophe; of none nothing. */
function alternatives(names: readonly string[]): string {
  const sorted = names.toSorted((one, other) => other.length - one.length)
  return sorted.map(escaped).join('|') || '(?!)'
}

function escaped(name: string): string {
  return name
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s')
}

/** Behind `the Act`, what makes it the name of another one: `on AI`, `of 1964`, `(EU) 2016/679`. */
const goesOn = /^\s(?:(?:on|of|for|concerning|No)(?!\p{Ll})|[(\p{Lu}\d])/u

/** `text`, in ASCII width, with {@link ownMark} for each character of a name of `own`, and blanks for the words before it. */
export function markOwnNames(text: string, { pattern, isTitle }: OwnNames): string {
  return text.replace(pattern, (name: string, ...rest: readonly unknown[]) => {
    const alone = rest[0]
    const at = Number(rest[1])
    const inMarks = betweenMarks(name)
    const isOwn =
      (inMarks === undefined || isTitle(inMarks)) &&
      (alone === undefined || !goesOn.test(text.slice(at + name.length)))
    const before = /^(?:(?:of|under|in|from)\s)?(?:the\s)?/i.exec(name)?.[0].length ?? 0
    const end = name.length - wordOfStep(name, text.slice(at + name.length)).length
    if (!isOwn || end <= before) return name
    return ' '.repeat(before) + ownMark.repeat(end - before) + name.slice(end)
  })
}

/** What stands between the first and the last book-title mark of `name`. */
function betweenMarks(name: string): string | undefined {
  const open = name.search(/[《〈]/u)
  const close = Math.max(name.lastIndexOf('》'), name.lastIndexOf('〉'))
  return open === -1 || close < open ? undefined : name.slice(open + 1, close)
}

/** `Goals` of `Sustainable Development Goals 4 and 13`, `目标` of `可持续发展目标13`: the last word of `name` where it is one of a step, of which a label follows. */
function wordOfStep(name: string, rest: string): string {
  if (!/^\.?\s?\(?(?:\d|[IVXLC]+(?!\p{L}))/u.test(rest)) return ''
  const last = name.slice(runStart(name, /\p{L}/u))
  const singular = last.toLowerCase().replace(/s$/, '')
  if (englishWords.some(({ word }) => word === singular)) return last
  return chineseWordsBefore.find(({ word }) => name.endsWith(word))?.word ?? ''
}
