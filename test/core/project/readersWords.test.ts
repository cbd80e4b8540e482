import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isSimplified, isTraditional } from '../../../src/core/text/scripts.ts'
import {
  manifestTexts,
  pairsIn,
  saidIn,
  saidInEnglish,
  tableLanguages,
  tableOf,
  type Said,
} from './readersWords.ts'

/** What only the code speaks of (docs/words.md), and what only those who write it do. */
const innerWords = [
  ...['adapter', 'analysed', 'analyzed', 'buffer', 'cache', 'candidates?', 'caret', 'chunks?'],
  ...['corpus snapshot', 'diagnostics?', 'draft', 'emit', 'evidence', 'fingerprint', 'enum'],
  ...['group', 'handler', 'inert', 'index', 'indices', 'judgement', 'leaf', 'mask', 'null'],
  ...['offsets?', 'our words', 'of ours', 'outline', 'parse[ds]?', 'parser', 'parsing'],
  ...['place said', 'process', 'provider', 'quer(?:y|ies)', 'regex(?:p|es)?', 'render(?:er|ing)'],
  ...['resolve[ds]?', 'segments?', 'snapshots?', 'spans?', 'stretch', 'tokens?', 'tree'],
  ...['undefined', 'utf-16 units?', 'verdicts?', 'who counts otherwise'],
]

const innerWordsInChinese = {
  'zh-cn': [
    ...['偏移', '快照', '令牌', '候选项', '引文组', '节点', '缓存', '索引', '进程', '跨度'],
    ...['哈希', '布尔', '字符串', '大纲', '掩码', '枚举', '诊断', '解析器', '回调', '正则'],
    ...['渲染', '空值', '未定义', '判定结果', '插入符'],
  ],
  'zh-tw': [
    ...['偏移', '快照', '權杖', '候選項', '引文群組', '節點', '快取', '索引', '處理程序', '跨度'],
    ...['雜湊', '布林', '字串', '大綱', '遮罩', '列舉', '診斷', '剖析器', '回呼', '正規表'],
    ...['轉譯', '空值', '未定義', '判定結果', '插入符'],
  ],
} as const

/** What is written otherwise in American English; names of agencies and of Pandoc's own are not among our texts. */
const britishWords = [
  ...[
    'acknowledgement',
    'ageing',
    'amongst',
    'artefacts?',
    'behaviours?',
    'cancelled',
    'cancelling',
  ],
  ...[
    'catalogues?',
    'centres?',
    'cheques?',
    'colours?\\w*',
    'defence',
    'enrol',
    'favours?\\w*',
    'fulfil',
  ],
  ...[
    'full[ -]stops?',
    'grey',
    'honours?\\w*',
    'instal',
    'inverted commas?',
    'judgements?',
    'labelled',
  ],
  ...['labelling', 'labours?', 'learnt', 'licences?', 'litres?', 'metres?', 'modell(?:ed|ing)'],
  ...[
    'neighbour\\w*',
    'paralysed?',
    'per cent',
    'practis(?:e|ed|ing)',
    'programmes?',
    'sceptic\\w*',
  ],
  ...['spelt', 'towards', 'travell\\w+', 'tyres?', 'whilst', 'analys(?:ed|ing)'],
  '(?:anonym|author|capital|custom|emphas|final|general|initial|ital|local|maxim|minim|modern|normal|optim|organ|priorit|real|recogn|special|standard|summar|synchron|util)is(?:e[drs]?|ing|ations?)',
]

/** `said` without what is typed as it stands: code, keys of settings, addresses. */
function proseOf(text: string): string {
  return text
    .replaceAll(/`[^`]*`/gu, 'x')
    .replaceAll(/https?:[^\s)]+/gu, 'x')
    .replaceAll(/\]\([^)]*\)/gu, ']')
    .replaceAll(/\bpolicyCitation(?:\.\w+)*/gu, 'x')
    .replaceAll(/--[\w-]+/gu, 'x')
}

function having(all: readonly Said[], words: RegExp): readonly string[] {
  return all.flatMap(({ where, text }) =>
    Array.from(proseOf(text).matchAll(words), ([word]) => `${word} in ${where}`),
  )
}

const alternatives = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')

suite('every text that a reader sees', () => {
  test('of the manifest comes from the tables, which have it in three languages', () => {
    const own = manifestTexts().filter(({ text }) => text !== 'Policy Citation')
    assert.ok(own.length > 80, String(own.length))
    assert.deepEqual(
      own.filter(({ text }) => !/^%[\w.-]+%$/u.test(text)),
      [],
    )
  })

  for (const language of tableLanguages) {
    test(`is in Chinese characters of its own script (${language})`, () => {
      const names =
        /^(?:HTML|[Pp]andoc|[Qq]uarto|[Mm]arkdown|rmd|R Markdown|English|[\W\d]*(?:KB)?)$/u
      const isOwn = language === 'zh-cn' ? isSimplified : isTraditional
      const pairs = pairsIn(language)
      assert.ok(pairs.length > 800, String(pairs.length))
      assert.deepEqual(
        pairs
          .filter(({ other }) => !/\p{Script=Han}/u.test(other))
          .filter(({ key, english }) => !names.test(english) && !key.endsWith('.picture')),
        [],
      )
      assert.deepEqual(
        pairs.filter(({ key, other }) => !isOwn(other) && !saysOtherScript.test(key)),
        [],
      )
    })

    test(`has none of our inner words (${language})`, () => {
      const words = new RegExp(innerWordsInChinese[language].join('|'), 'gu')
      assert.deepEqual(having(saidIn(language), words), [])
    })
  }

  test('has none of our inner words', () => {
    assert.deepEqual(having(saidInEnglish(), alternatives(innerWords)), [])
  })

  test('is in American English', () => {
    assert.deepEqual(having(saidInEnglish(), alternatives(britishWords)), [])
  })
})

/** Examples of the other script in a text: `出口管制` in a setting. */
const saysOtherScript = /pinyin|zhHan[st]/u

/** Two spaces, a space before a mark, three periods, straight marks for typographic ones. */
const untidy = / {2}|\S\s[,.;:?!](?:\s|$)|\.\.\.|\p{L}'\p{L}|(?<![\\=`])"/u

suite('sentences', () => {
  test('have one space between words, typographic marks, and no ... of three periods', () => {
    const wrong = saidInEnglish().filter(
      ({ where, text }) => !/^src\/|\.md$/u.test(where) && untidy.test(proseOf(text)),
    )
    assert.deepEqual(wrong, [])
  })

  for (const language of tableLanguages) {
    test(`end in ${language} as they do in English`, () => {
      const ends = [
        ['.', '。'],
        ['?', '？'],
        [':', '：'],
        ['…', '…'],
      ] as const
      const endOf = (text: string, at: 0 | 1): string =>
        ends.find((pair) => text.endsWith(pair[at]))?.[0] ?? ''
      assert.deepEqual(
        pairsIn(language)
          .filter(({ english, other }) => endOf(english, 0) !== endOf(other, 1))
          .map(({ english, other }) => [english, other]),
        [],
      )
    })

    test(`have the marks of Chinese between Chinese characters (${language})`, () => {
      const marks = /\p{Script=Han}[,;:?!(]|[,;?!)]\p{Script=Han}/u
      const quotes = language === 'zh-cn' ? /[「」『』]/u : /[“”]/u
      assert.deepEqual(
        pairsIn(language)
          .map(({ other }) => proseOf(other))
          .filter((text) => marks.test(text) || quotes.test(text) || / {2}|…{3}/u.test(text)),
        [],
      )
    })

    test(`call a command by its title where they name one (${language})`, () => {
      const titles = Object.entries(tableOf('package.nls.json'))
        .filter(([key]) => key.startsWith('command.'))
        .map(([key, title]) => [title, tableOf(`package.nls.${language}.json`)[key] ?? ''] as const)
      const [open, close] = language === 'zh-cn' ? ['“', '”'] : ['「', '」']
      const wrong = pairsIn(language).flatMap(({ english, other }) =>
        titles
          .filter(([title]) => english.includes(`“${title}”`))
          .filter(([, title]) => !other.includes(open + title + close))
          .map(([, title]) => `${title}: ${other}`),
      )
      assert.deepEqual(wrong, [])
    })
  }

  test('of the manifest end alike: descriptions with a period, titles of commands with none', () => {
    const english = tableOf('package.nls.json')
    const ended = manifestTexts().map(({ place, text }) => ({
      place,
      isTitle: place.startsWith('/commands/'),
      isWhole: /\/(?:markdownD|d)escription$/u.test(place),
      // A step of the walkthrough ends with the link that does it.
      text: (english[text.replaceAll('%', '')] ?? text).replace(
        /(?:\n\[[^\]\n]*\]\([^)\n]*\))+$/u,
        '',
      ),
    }))
    assert.deepEqual(
      ended.filter(({ isTitle, text }) => isTitle && /[.:…]$/u.test(text)),
      [],
    )
    assert.deepEqual(
      ended.filter(({ isWhole, text }) => isWhole && !/[.?]\)?$/u.test(text)),
      [],
    )
  })
})
