import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { Dice } from '../../bench/dice.ts'

const places: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    ...['p. 3', 'pp. 123-128, action 5', 'p. 107-108', 'p. 4, pillar I, sec. 1, action 3', '12'],
    ...['sec. 4.2', 'art. 5(1)(a)', 'chap. 3', 'para. 8, so', 'part II and more', 'annex III'],
    ...['sec. 1; @ITEM, p. 9', 'action MAP-1', 'action GV-1.1-001, 5.a', 'n. 3', 'l. 4'],
  ],
  zh: [
    ...['第3页', '第 4-5 页，第一支柱第1节第3项建议行动', '第十二条', '第4.2条', '附件三'],
    ...['第5条第1款; @ITEM，第3条', '序言第 29 段', '页 3，第2节', '第 12 条'],
  ],
}

const plainBefore: readonly string[] = ['see ', 'cf. ', 'compare, for example, ']

/** Words before a key that are marked up, as Markdown has it. */
const markedBefore: readonly string[] = [
  ...['*see* ', 'see *especially* ', '**contra** ', 'see ***all*** of ', '_cf._ ', 'but *see,* '],
  ...[
    'see "the *words*" of ',
    "it's 'so' in ",
    '[Accord]{.smallcaps} ',
    '[so]{.ul} and [x]{.mark} ',
  ],
  ...['[see *so*](https://example.org/a_b "T") ', 'see `so` ', 'x^2^ and H~2~O in ', '~~not~~ in '],
  ...[
    '\\*so\\* -- see e.g. ',
    '*a **b** c* in ',
    'see <https://example.org/> and ',
    'a_b_c &amp; ',
  ],
  ...['*参见* ', '另见**尤其** '],
]

/** The same behind a place. */
const markedBehind: readonly string[] = [
  ...[', *emphasis added*', ' (*emphasis added*)', ' [*sic*]', ' and *passim*', ' *bis*', '*ter*'],
  ...[', **bold**', ', **bold**, and so on', ', *n* 4', ', "so"', ', "quoted, *so*." So', " 'so,'"],
  ...[', see [the *site*](https://example.org)', ', `code`', ', x^2^', ' H~2~O', ', ~~not~~ so'],
  ...[
    ', [so]{.smallcaps}',
    ', [lit. a]{.ul}',
    ', \\*so\\*',
    ' (see **so** and `x`)',
    ', _so_ --- or not...',
  ],
  ...['，*强调*', '（*着重*）', '，**重点**见上', '*之二*'],
]

/** The paragraphs of a report with one group each, made at random, the same for the same seed. */
export function generatedParagraphs(
  seed: number,
  lang: string,
  items: readonly CslItem[],
): readonly string[] {
  const dice = new Dice(seed)
  const keys = items.map(({ id }) => id)
  const few = Array.from({ length: 14 }, () => dice.pick(keys))
  const own = { dice, keys: few, places: places[lang.startsWith('zh') ? 'zh' : 'en'] }
  return Array.from({ length: 40 }, () => paragraph(own))
}

interface Making {
  readonly dice: Dice
  readonly keys: readonly string[]
  readonly places: readonly string[]
}

function paragraph(making: Making): string {
  const { dice, keys } = making
  const others = dice.next() < 0.3 ? ` [${citationsOf(making)}]` : ''
  if (dice.next() < 0.15) return `@${dice.pick(keys)}${others}`
  if (dice.next() < 0.12)
    return `@${dice.pick(keys)} [${dice.pick(making.places).split(';', 1)[0] ?? ''}${behindIn(making)}]`
  return `[${citationsOf(making)}]`
}

function citationsOf(making: Making): string {
  const count = making.dice.pick([1, 1, 1, 2, 2, 3, 4])
  return Array.from({ length: count }, () => citation(making)).join('; ')
}

function behindIn({ dice }: Pick<Making, 'dice'>): string {
  return dice.next() < 0.25 ? dice.pick([', and so on', ...markedBehind]) : ''
}

function citation({ dice, keys, places: known }: Making): string {
  const key = dice.pick(keys)
  const prefix = dice.next() < 0.25 ? dice.pick([...plainBefore, ...markedBefore]) : ''
  const sign = dice.next() < 0.1 ? '-@' : '@'
  const chance = dice.next()
  const behind = behindIn({ dice })
  if (chance < 0.45) return `${prefix}${sign}${key}${behind}`
  const place = dice.pick(known).replaceAll('ITEM', key)
  return `${prefix}${sign}${key}, ${place}${behind}`
}
