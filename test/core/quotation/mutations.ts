import type { Verdict } from '../../../src/core/quotation/judgeQuotation.ts'
import type { Passage } from '../../../src/core/quotation/passageIndex.ts'

/** Passages of a plan of our own making, in English and in both scripts of Chinese. */
export const passages: readonly Passage[] = [
  {
    key: 'x:1',
    text: 'The Port Office shall survey the outer mole after each storm and publish what was found within ten days. It must not close the harbour for longer than two tides, unless the Harbour Council agrees; a closure that lasts longer needs a vote.',
  },
  {
    key: 'x:2',
    text: 'Keep a store of cut stone at the harbour, large enough that no repair must wait for a long-distance shipment, and review each year whether the store still serves the ships that use the quays.',
  },
  {
    key: 'x:3',
    text: 'Publish the tide tables of the coming year in machine-readable form, and correct them within one hour when a gauge shows that they are wrong. The Office calls this “tables first” and may charge no fee for it.',
  },
  {
    key: 'x:4',
    text: 'Pilots who know the northern channel should teach at least 40 apprentices a year, of whom half come from the islands. By 2031 the channel is marked with 12 lights, at a cost of $3.5 million.',
  },
  {
    key: 'x:5',
    text: '港务局应当在每次风暴之后检查外防波堤，并在十日内公布检查结果。未经港口委员会同意，不得关闭港口超过两个潮次；关闭时间更长的，须经表决。',
  },
  {
    key: 'x:6',
    text: '在港口储备足够的石料，使任何维修都不必等待远程运输，并每年评估该储备是否仍能满足使用码头的船舶的需要。',
  },
  {
    key: 'x:7',
    text: '引水人應每年至少培訓四十名學徒，其中半數來自離島。航道應於二〇三一年前設置十二座燈標，經費為三百五十萬元。',
  },
]

/** A quotation with the provision that it is cited from, and the verdict that is right. */
export interface Sample {
  readonly why: string
  readonly quoted: string
  readonly cited: string
  readonly verdict: Verdict
  /** Of an altered one: the words that differ, as quoted and as printed. */
  readonly differs?: readonly (readonly [quoted: string, printed: string])[]
}

const textOf = (key: string): string => passages.find((one) => one.key === key)?.text ?? ''

/** Pieces of each passage, cut at words. */
const pieces: readonly (readonly [key: string, piece: string])[] = [
  ['x:1', 'survey the outer mole after each storm and publish what was found within ten days'],
  [
    'x:1',
    'It must not close the harbour for longer than two tides, unless the Harbour Council agrees',
  ],
  ['x:2', 'large enough that no repair must wait for a long-distance shipment'],
  ['x:2', 'review each year whether the store still serves the ships that use the quays'],
  ['x:3', 'correct them within one hour when a gauge shows that they are wrong'],
  ['x:3', 'The Office calls this “tables first” and may charge no fee for it.'],
  ['x:4', 'should teach at least 40 apprentices a year, of whom half come from the islands'],
  ['x:4', 'the channel is marked with 12 lights, at a cost of $3.5 million'],
  ['x:5', '在每次风暴之后检查外防波堤，并在十日内公布检查结果'],
  ['x:5', '未经港口委员会同意，不得关闭港口超过两个潮次'],
  ['x:6', '使任何维修都不必等待远程运输，并每年评估该储备'],
  ['x:7', '引水人應每年至少培訓四十名學徒，其中半數來自離島'],
  ['x:7', '航道應於二〇三一年前設置十二座燈標'],
]

/** What may be changed without altering the words. */
const allowed: readonly (readonly [why: string, change: (piece: string) => string])[] = [
  ['verbatim', (piece) => piece],
  ['with a full stop at the end', (piece) => `${piece.replace(/[.。]$/u, '')}.`],
  ['with a comma at the end', (piece) => `${piece.replace(/[.。]$/u, '')},`],
  ['broken over lines', (piece) => piece.replaceAll(' ', '\n').replaceAll('，', '，\n')],
  ['with straight quotation marks', (piece) => piece.replaceAll(/[“”]/gu, '"')],
  ['with nested marks', (piece) => piece.replaceAll('“', '‘').replaceAll('”', '’')],
  ['with non-breaking spaces', (piece) => piece.replaceAll(' ', '\u00A0')],
  ['with an ellipsis before and behind', (piece) => `… ${piece} …`],
  ['in full width', (piece) => piece.replaceAll(',', '，').replaceAll(/\d/gu, fullWidth)],
  ['with the first letter in brackets', bracketed],
  ['with the first letter in another case', otherCase],
  ['with an omission in the middle', (piece) => withoutMiddle(piece, '[…]')],
  ['with an omission by full stops', (piece) => withoutMiddle(piece, '...')],
]

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
}

function bracketed(piece: string): string {
  const [first = ''] = piece
  return /[a-z]/iu.test(first) ? `[${otherCase(piece).charAt(0)}]${piece.slice(1)}` : piece
}

function otherCase(piece: string): string {
  const [first = ''] = piece
  const changed = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  return changed + piece.slice(first.length)
}

function withoutMiddle(piece: string, sign: string): string {
  // What is left out is no negation: that would be another statement.
  const at = /[不未]/u.test(piece.slice(5, 8)) ? 9 : 5
  if (!piece.includes(' ')) return `${piece.slice(0, at)}${sign}${piece.slice(at + 3)}`
  const words = piece.split(' ')
  return [...words.slice(0, 4), sign, ...words.slice(6)].join(' ')
}

const trueOnes: readonly Sample[] = pieces.flatMap(([key, piece]) =>
  allowed.map(([why, change]) => ({
    why,
    quoted: change(piece),
    cited: key,
    verdict: 'verified' as const,
  })),
)

const altered: readonly Sample[] = (
  [
    ['a modal', 'x:1', 'should survey the outer mole after each storm', [['should', 'shall']]],
    ['a number in words', 'x:1', 'publish what was found within twenty days', [['twenty', 'ten']]],
    [
      'a negation dropped',
      'x:1',
      'It must close the harbour for longer than two tides',
      [['', 'not']],
    ],
    ['a word added', 'x:1', 'survey the whole outer mole after each storm', [['whole', '']]],
    ['a word left out', 'x:1', 'survey the mole after each storm and publish', [['', 'outer']]],
    ['a tense', 'x:1', 'publish what is found within ten days', [['is', 'was']]],
    [
      'a case inside',
      'x:1',
      'unless the harbour Council agrees; a closure',
      [['harbour', 'Harbour']],
    ],
    ['a word', 'x:2', 'Keep a store of dressed stone at the harbour', [['dressed', 'cut']]],
    ['a negation turned', 'x:2', 'large enough that every repair must wait for', [['every', 'no']]],
    [
      'a hyphen turned into a word',
      'x:2',
      'wait for a long and distant shipment, and review',
      undefined,
    ],
    ['an order', 'x:2', 'review whether each year the store still serves', undefined],
    ['a plural', 'x:3', 'correct them within one hour when gauges show that', undefined],
    ['a permission', 'x:3', 'and must charge no fee for it', [['must', 'may']]],
    ['a figure', 'x:4', 'should teach at least 50 apprentices a year', [['50', '40']]],
    ['a share', 'x:4', 'of whom most come from the islands', [['most', 'half']]],
    ['an amount', 'x:4', 'at a cost of $4.5 million', [['4.5', '3.5']]],
    ['a year', 'x:4', 'By 2030 the channel is marked with 12 lights', [['2030', '2031']]],
    ['a bound', 'x:4', 'should teach at most 40 apprentices a year', [['most', 'least']]],
    ['“应当”作“可以”', 'x:5', '港务局可以在每次风暴之后检查外防波堤', undefined],
    ['期限', 'x:5', '并在三十日内公布检查结果', undefined],
    ['去掉否定', 'x:5', '未经港口委员会同意，得关闭港口超过两个潮次', [['', '不']]],
    ['数目', 'x:5', '不得关闭港口超过三个潮次', [['三', '两']]],
    ['去掉否定', 'x:6', '使任何维修都必等待远程运输', [['', '不']]],
    ['加字', 'x:6', '在港口长期储备足够的石料，使任何维修', [['长期', '']]],
    ['人數', 'x:7', '引水人應每年至少培訓五十名學徒', [['五', '四']]],
    ['年份', 'x:7', '航道應於二〇三〇年前設置十二座燈標', undefined],
    ['改「應」為「得」', 'x:7', '引水人得每年至少培訓四十名學徒', [['得', '應']]],
  ] as const
).map(([why, cited, quoted, differs]) => ({
  why,
  cited,
  quoted,
  verdict: 'altered' as const,
  ...(differs && { differs }),
}))

const misattributed: readonly Sample[] = pieces.map(([key, piece]) => ({
  why: 'of another provision',
  quoted: piece,
  cited: key === 'x:2' ? 'x:3' : 'x:2',
  verdict: 'found elsewhere' as const,
}))

const invented: readonly Sample[] = [
  ['x:1', 'All ships over one hundred tonnes pay a toll to the crown'],
  ['x:2', 'Stone shall be bought from the quarries of the south alone'],
  ['x:3', 'Every captain is free to ignore the tables at his own risk'],
  ['x:4', 'Nobody under the age of thirty may steer a vessel by night'],
  ['x:5', '所有进港船舶均应向地方政府缴纳通行费'],
  ['x:6', '石料采购一律由中央统一招标办理'],
  ['x:7', '夜間航行之船舶一律禁止停靠離島碼頭'],
].map(([cited = '', quoted = '']) => ({
  why: 'invented',
  quoted,
  cited,
  verdict: 'not found' as const,
}))

const short: readonly Sample[] = [
  ['x:1', 'grand plan'],
  ['x:2', 'a toll'],
  ['x:5', '通行费'],
].map(([cited = '', quoted = '']) => ({
  why: 'too short',
  quoted,
  cited,
  verdict: 'too short to judge' as const,
}))

/** All samples: true ones, altered ones, those of another provision, invented and short ones. */
export const samples: readonly Sample[] = [
  ...trueOnes,
  ...altered,
  ...misattributed,
  ...invented,
  ...short,
  ...passages.map(({ key }) => ({
    why: 'the whole passage',
    quoted: textOf(key),
    cited: key,
    verdict: 'verified' as const,
  })),
]
