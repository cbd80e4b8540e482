import { readFileSync } from 'node:fs'
import { officialSource } from '../officialSource.ts'
import {
  partsOfAct,
  partsOfChineseLaw,
  partsOfEurLex,
  partsOfFacts,
  partsOfFormex,
  partsOfGoals,
  partsOfList,
  partsOfOrder,
  partsOfStrategy,
  type PartThere,
} from './partsThere.ts'

/** A published document, and what it is known to have. */
export interface ProofDocument {
  readonly title: string
  readonly file: string
  /** Why it cannot be read here; `false` where it can. */
  readonly skip: false | string
  /** What it has, counted anew from its bytes or from lists beside it. */
  readonly partsThere: () => readonly PartThere[]
  /** What the count is made of. */
  readonly countedBy: string
}

/** Published documents of each format, in the order of the table. */
export const proofDocuments: readonly ProofDocument[] = [
  {
    ...described('America’s AI Action Plan, PDF', 'Americas-AI-Action-Plan.pdf'),
    partsThere: () => partsOfFacts(beside('../corpus-facts/us-ai-action-plan.facts.jsonl')),
    countedBy: 'actions by its facts',
  },
  ...[
    ['General Data Protection Regulation', 'eu-gdpr/eu-gdpr-act.html'],
    ['Digital Services Act', 'eu-dsa/eu-dsa-act.html'],
    ['Digital Markets Act', 'eu-dma/eu-dma-act.html'],
    ['Data Act', 'eu-data-act/eu-data-act.html'],
    ['Cyber Resilience Act', 'eu-cra/eu-cra-act.html'],
    ['Artificial Intelligence Act', 'eu-ai-act/aia.eurlex.xhtml'],
  ].map(([title = '', name = '']) => ({
    ...counted(`${title}, EUR-Lex`, name, partsOfEurLex),
    countedBy: 'recitals, chapters, sections, articles, paragraphs, points, annexes',
  })),
  {
    ...counted('Artificial Intelligence Act, Formex', 'eu-ai-act/aia_fmx_en.xml', partsOfFormex),
    countedBy: 'recitals, articles, paragraphs',
  },
  {
    ...counted('COM(2013) 619, Akoma Ntoso', 'akn/eu_COM-2013-0619_EN.xml', (text) =>
      partsOfAct(text, 'sec-'),
    ),
    countedBy: 'recitals, articles, paragraphs, points',
  },
  ...[
    ['America’s Cup Act, Akoma Ntoso', 'akn/us_Act_2011-11-29.xml', 'sec-'],
    ['S. 1325, USLM', 'uslm/BILLS-118s1325rs.xml', 'sec-'],
    ['S. 1000, USLM', 'uslm/S1000_IS.XML', ''],
  ].map(([title = '', name = '', section = '']) => ({
    ...counted(title, name, (text) => partsOfAct(text, section)),
    countedBy: 'sections and all below',
  })),
  ...[
    ['PMO of AI, StratML', 'stratml/PMOAI.xml'],
    ['Strategy of StratML', 'stratml/StratTest.xml'],
  ].map(([title = '', name = '']) => ({
    ...counted(title, name, partsOfStrategy),
    countedBy: 'goals and objectives',
  })),
  ...[
    ['个人信息保护法', 'cn-pipl/个人信息保护法(2021-08-20).md'],
    ['数据安全法', 'cn-dsl/数据安全法(2021-06-10).md'],
    [
      '互联网信息服务算法推荐管理规定',
      'cn-algo-rec-2021/互联网信息服务算法推荐管理规定(2021-11-16).md',
    ],
  ].map(([title = '', name = '']) => ({
    ...counted(`${title}, Markdown`, name, partsOfChineseLaw),
    countedBy: 'articles',
  })),
  {
    ...counted(
      '生成式人工智能服务管理暂行办法, HTML',
      'cn-genai-interim/c_1690898327029107.htm',
      partsOfChineseLaw,
    ),
    countedBy: 'articles',
  },
  ...[
    [
      'Executive Order 14179',
      'us-eo/2025-01-23-removing-barriers-to-american-leadership-in-artificial-intelligence.md',
    ],
    [
      'Executive Order 14318',
      'us-eo/2025-07-23-accelerating-federal-permitting-of-data-center-infrastructure.md',
    ],
    ['Executive Order 14319', 'us-eo/2025-07-23-preventing-woke-ai-in-the-federal-government.md'],
    [
      'Executive Order 14320',
      'us-eo/2025-07-23-promoting-the-export-of-the-american-ai-technology-stack.md',
    ],
    ['Executive Order 14363', 'us-eo-14363/2025-11-24-launching-the-genesis-mission.md'],
    [
      'Executive Order 14365',
      'us-eo-14365/2025-12-11-eliminating-state-law-obstruction-of-national-artificial-intelligence-policy.md',
    ],
    [
      'Executive Order 14409',
      'us-eo-14409/2026-06-02-promoting-advanced-artificial-intelligence-innovation-and-security.md',
    ],
    ['NSPM-11', 'us-nspm-11/2026-06-05-national-security-presidential-memorandum-nspm-11.md'],
  ].map(([title = '', name = '']) => ({
    ...counted(`${title}, Markdown`, name, partsOfOrder),
    countedBy: 'sections, (a), (i), (A)',
  })),
  {
    ...described(
      'UK AI Opportunities Action Plan, HTML',
      'uk-aioap/ai-opportunities-action-plan.html',
    ),
    partsThere: () =>
      Array.from({ length: 50 }, (_, at) => ({ keys: [String(at + 1)], begins: '' })),
    countedBy: 'recommendations',
  },
  ...['en', 'zh-Hans'].map((language) => ({
    ...described(
      `Sustainable Development Goals, Markdown, ${language}`,
      `un-sdg/derived-${language.slice(0, 2)}.md`,
    ),
    partsThere: () =>
      partsOfGoals(
        beside(`un-sdg/${language}-global_goals.yml`),
        beside(`un-sdg/${language}-global_targets.yml`),
      ),
    countedBy: 'goals and targets by lists beside it',
  })),
  ...['en', 'zh-Hans'].map((language) => ({
    ...described(
      `Sustainable Development Goals, YAML, ${language}`,
      `un-sdg/${language}-global_targets.yml`,
    ),
    partsThere: () => partsOfGoals('', beside(`un-sdg/${language}-global_targets.yml`)),
    countedBy: 'targets',
  })),
  {
    ...described(
      'Subcategories of NIST AI RMF, JSON',
      'us-nist-ai-rmf/ai-rmf-1.0-subcategories.json',
    ),
    partsThere: () =>
      partsOfList(
        beside('us-nist-ai-rmf/ai-rmf-1.0-subcategories.json'),
        'subcategory_id',
        'description',
      ),
    countedBy: 'subcategories',
  },
  {
    ...described('NIST AI RMF, Markdown', 'us-nist-ai-rmf/nist.ai.100-1.md'),
    partsThere: () =>
      partsOfList(
        beside('us-nist-ai-rmf/ai-rmf-1.0-subcategories.json'),
        'subcategory_id',
        'description',
      ),
    countedBy: 'subcategories by a list beside it',
  },
  {
    ...described('NIST AI 600-1, Markdown', 'us-nist-ai-600-1/ai-600-1-1.0.md'),
    partsThere: () =>
      partsOfList(
        beside('us-nist-ai-600-1/ai-600-1-1.0-actions.json'),
        'action_id',
        'suggested_action',
        // The columns of its tables run into one another in this copy: known by labels alone.
      ).map(({ keys }) => ({ keys, begins: '' })),
    countedBy: 'labels of actions by a list beside it',
  },
]

function described(title: string, name: string): Pick<ProofDocument, 'title' | 'file' | 'skip'> {
  return { title, ...officialSource(name) }
}

function counted(
  title: string,
  name: string,
  count: (text: string) => readonly PartThere[],
): Omit<ProofDocument, 'countedBy'> {
  return { ...described(title, name), partsThere: () => count(beside(name)) }
}

function beside(name: string): string {
  return readFileSync(officialSource(name).file, 'utf8')
}
