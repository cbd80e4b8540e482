import type { InstrumentType } from '../../corpus/provision.ts'

/** English nouns by which instruments are called, in lower case; those of several words first. */
export const lawNouns: readonly string[] = [
  ...['action plan', 'executive order', 'basic law', 'framework convention', 'white paper'],
  ...[
    'act',
    'law',
    'regulation',
    'directive',
    'decision',
    'treaty',
    'charter',
    'convention',
    'code',
  ],
  ...['constitution', 'statute', 'bill', 'ordinance', 'decree', 'order', 'memorandum', 'agreement'],
  ...['protocol', 'covenant', 'declaration', 'initiative', 'plan', 'strategy', 'roadmap', 'rules'],
  ...['measures', 'provisions', 'guidelines', 'guidance', 'framework', 'communication', 'standard'],
  ...['proposal', 'draft', 'amendment', 'omnibus', 'compact', 'principles'],
]

/** What each type of instrument is called besides the nouns of its own names. */
const nounsOfType: Readonly<Record<InstrumentType, readonly string[]>> = {
  plan: ['plan', 'action plan', 'document', 'strategy', 'roadmap'],
  act: ['act', 'regulation', 'law', 'statute', 'legislation'],
  order: ['order', 'executive order', 'eo', 'e.o.'],
  declaration: ['declaration', 'statement', 'document', 'text'],
  article: ['article', 'report', 'piece', 'story'],
}

/** The nouns in `names`, and those by which an instrument of `type`, where it is said, is called too; in lower case. */
export function ownNouns(
  type: InstrumentType | undefined,
  names: readonly string[],
): readonly string[] {
  const said = names.map((name) => ` ${name.toLowerCase()} `)
  const own = lawNouns.filter((noun) => said.some((name) => name.includes(` ${noun} `)))
  return [...new Set([...(type === undefined ? [] : nounsOfType[type]), ...own])]
}

/** Chinese words with which names of instruments end, in both scripts. */
export const lawEndings =
  '法|法案|法典|条例|條例|办法|辦法|规定|規定|细则|細則|规则|規則|决定|決定|指令|命令|行政令|条约|條約|公约|公約|宪章|憲章|宪法|憲法|协定|協定|协议|協議|议定书|議定書|宣言|倡议|倡議|计划|計劃|計畫|规划|規劃|战略|戰略|方案|指南|指引|意见|意見|通知|纲要|綱要|框架|标准|標準|原则|原則|准则|準則|草案|文件|令'
