import { Converter } from 'opencc-js'
import type { Dice } from '../../bench/dice.ts'
import { bare, way, type WayOfQuoting } from './englishChanges.ts'

const inTaiwan = Converter({ from: 'cn', to: 'tw' })
const inHongKong = Converter({ from: 'cn', to: 'hk' })

/** Words near enough to be written by mistake, and far enough to say something else. */
const near = [
  ['鼓励', '支持'],
  ['支持', '允许'],
  ['发展', '推广'],
  ['提供', '使用'],
  ['安全', '秩序'],
  ['服务', '产品'],
  ['有效', '必要'],
  ['及时', '适时'],
  ['保护', '管理'],
  ['国家', '地方'],
  ['个人', '企业'],
  ['处理', '收集'],
] as const
const strengths = [
  ['应当', '可以'],
  ['不得', '可以'],
  ['可以', '应当'],
  ['有权', '应当'],
] as const

const trueWays: readonly WayOfQuoting[] = [
  way('as it is', 'true', ({ words }) => words),
  way('without its end', 'true', ({ words }) => bare(words)),
  way('without its beginning', 'true', ({ words }) => {
    const rest = words.slice(words.indexOf('，') + 1)
    return words.includes('，') && rest.length >= 12 ? bare(rest) : undefined
  }),
  way('with marks of half width', 'true', ({ words }) =>
    words.includes('，') ? words.replaceAll('，', ',').replaceAll('。', '.') : undefined,
  ),
  way('over two lines', 'true', ({ words }) => `${words.slice(0, 8)}\n${words.slice(8)}`),
  way(
    'with words in bold',
    'true',
    ({ words }) => `${words.slice(0, 6)}**${words.slice(6, 10)}**${words.slice(10)}`,
  ),
  way('with its end left out', 'true', ({ words }) => `${bare(words.slice(0, 16))}……`),
  way('with an item left out behind a sign', 'true', ({ words }) => {
    const item = /、(?<item>[^、，。；：（）不未无非]{2,6})、/u.exec(words)
    return item === null ? undefined : words.replace(item[0], '……')
  }),
]

const alteredWays: readonly WayOfQuoting[] = [
  way('a near word for one', 'altered', ({ words }, dice) => {
    const fitting = near.filter(([word]) => words.indexOf(word) > 2)
    if (fitting.length === 0) return undefined
    const [word, other] = dice.pick(fitting)
    return words.replace(word, other)
  }),
  way('another strength', 'altered', ({ words }) => {
    const fitting = strengths.find(([word]) => words.includes(word))
    return fitting && words.replace(fitting[0], fitting[1])
  }),
  way('a negation put in', 'altered', ({ words }) =>
    words.includes('应当') ? words.replace('应当', '不应当') : undefined,
  ),
  way('a negation taken out', 'altered', ({ words }) =>
    /[不未]/u.test(words.slice(2, -4))
      ? words.slice(0, 2) + words.slice(2).replace(/[不未]/u, '')
      : undefined,
  ),
  way('a character left out', 'altered', ({ words }, dice) => {
    const places = insides(words).filter((at) => isHan(words.slice(at - 1, at + 2)))
    if (places.length === 0) return undefined
    const at = dice.pick(places)
    return words.slice(0, at) + words.slice(at + 1)
  }),
  way('a clause left out without a sign', 'altered', ({ words }) => {
    const [first, second, ...rest] = words.split('，')
    return first === undefined || second === undefined || rest.length === 0
      ? undefined
      : [first, ...rest].join('，')
  }),
  way('a word put in', 'altered', ({ words }, dice) => {
    const at = /采取|提供|建立|加强|履行|开展/u.exec(words.slice(2, -4))
    return at === null
      ? undefined
      : words.slice(0, at.index + 2) +
          dice.pick(['立即', '全面', '统一']) +
          words.slice(at.index + 2)
  }),
  way('two items changed about', 'altered', ({ words }) => {
    const items = /(?<first>[^、，。；：（）]{2,6})、(?<second>[^、，。；：（）]{2,6})、/u.exec(
      words,
    )
    const { first = '', second = '' } = items?.groups ?? {}
    return items === null || first === second
      ? undefined
      : words.replace(items[0], `${second}、${first}、`)
  }),
]

const stitchedWays: readonly WayOfQuoting[] = [
  way('a sentence left out', 'stitched', ({ words, among, at }) =>
    among[at + 1]?.endsWith('。') === true ? stitched(words, among[at + 2]) : undefined,
  ),
  way('over the end of a provision', 'stitched', ({ words, among, at, next }) =>
    at < among.length - 1 ? undefined : stitched(words, next),
  ),
  way('a negation left out', 'stitched', ({ words }) => {
    const at = words.indexOf('不得')
    return at < 6 || at > words.length - 8
      ? undefined
      : `${words.slice(0, at)}……${words.slice(at + 2)}`
  }),
  way('[不] put in', 'stitched', ({ words }) =>
    words.includes('应当') ? words.replace('应当', '[不]应当') : undefined,
  ),
  way('[可以] for another strength', 'stitched', ({ words }) =>
    words.includes('应当') ? words.replace('应当', '[可以]') : undefined,
  ),
]

const otherScript: readonly WayOfQuoting[] = [
  way('in characters of Taiwan', 'other-script', ({ words }) => inTaiwan(words)),
  way('in characters of Hong Kong', 'other-script', ({ words }) => inHongKong(words)),
  way('in characters of Taiwan, a part', 'other-script', ({ words }) =>
    bare(inTaiwan(words.slice(0, 24))),
  ),
  ...alteredWays.map(({ name, quote }) =>
    way(`in characters of Taiwan: ${name}`, 'altered', (sentence, dice: Dice) => {
      const quoted = quote(sentence, dice)
      return quoted && inTaiwan(quoted)
    }),
  ),
]

/** The ways to quote a sentence of a Simplified text. */
export const chineseWays: readonly WayOfQuoting[] = [
  ...trueWays,
  ...alteredWays,
  ...stitchedWays,
  ...otherScript,
]

/** The beginning of one sentence and the end of another. */
function stitched(words: string, behind: string | undefined): string | undefined {
  return behind === undefined ||
    behind.length < 20 ||
    !/^[\p{Script=Han}、，。；：（）]+$/u.test(behind)
    ? undefined
    : `${bare(words.slice(0, 14))}……${behind.slice(-14)}`
}

function insides(words: string): readonly number[] {
  return [...Array.from({ length: Math.max(0, words.length - 8) }).keys()].map((at) => at + 4)
}

function isHan(words: string): boolean {
  return /^\p{Script=Han}+$/u.test(words)
}
