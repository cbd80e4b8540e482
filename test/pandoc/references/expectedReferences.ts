/**
 * What a reference list and a citation in the text are to print of an instrument: what the style makes
 * of right data. What its manual asks for instead stands in `manuals.ts`.
 */
export interface ExpectedReference {
  readonly id: string
  /** The citation of the whole, in parentheses. */
  readonly cited: string
  readonly listed: string
}

const houseOf = 'https://www.whitehouse.gov/presidential-actions'

function order(
  id: string,
  number: string,
  year: number,
  title: string,
  journal: string,
  url: string,
): ExpectedReference {
  return {
    id,
    cited: `(Exec. Order No. ${number} ${year})`,
    listed: `Exec. Order No. ${number}, ${title}${journal} (${year}). ${url}.`,
  }
}

/** Chicago author-date, which Pandoc has within it, in a report in English. */
export const chicagoInEnglish: readonly ExpectedReference[] = [
  {
    id: 'us-aiap-2025',
    cited: '(White House 2025)',
    listed:
      'White House. 2025. Winning the Race: America’s AI Action Plan. https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf.',
  },
  {
    id: 'eu-ai-act',
    cited: '(Regulation (EU) 2024/1689 2024)',
    listed:
      'Regulation (EU) 2024/1689 of the European Parliament and of the Council of 13 June 2024 Laying down Harmonised Rules on Artificial Intelligence (Artificial Intelligence Act), OJ L, 2024/1689 (2024). https://eur-lex.europa.eu/eli/reg/2024/1689/oj.',
  },
  {
    id: 'eu-gdpr',
    cited: '(Regulation (EU) 2016/679 2016)',
    listed:
      'Regulation (EU) 2016/679 of the European Parliament and of the Council of 27 April 2016 on the Protection of Natural Persons with Regard to the Processing of Personal Data and on the Free Movement of Such Data, and Repealing Directive 95/46/EC (General Data Protection Regulation), OJ L 119/1 (2016). https://eur-lex.europa.eu/eli/reg/2016/679/oj.',
  },
  order(
    'us-eo-14110',
    '14110',
    2023,
    'Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence',
    ', 88 Fed. Reg. 75191',
    'https://bidenwhitehouse.archives.gov/briefing-room/presidential-actions/2023/10/30/executive-order-on-the-safe-secure-and-trustworthy-development-and-use-of-artificial-intelligence/',
  ),
  order(
    'us-eo-14179',
    '14179',
    2025,
    'Removing Barriers to American Leadership in Artificial Intelligence',
    ', 90 Fed. Reg. 8741',
    `${houseOf}/2025/01/removing-barriers-to-american-leadership-in-artificial-intelligence/`,
  ),
  order(
    'us-eo-14318',
    '14318',
    2025,
    'Accelerating Federal Permitting of Data Center Infrastructure',
    ', 90 Fed. Reg. 35385',
    `${houseOf}/2025/07/accelerating-federal-permitting-of-data-center-infrastructure/`,
  ),
  order(
    'us-eo-14319',
    '14319',
    2025,
    'Preventing Woke AI in the Federal Government',
    ', 90 Fed. Reg. 35389',
    `${houseOf}/2025/07/preventing-woke-ai-in-the-federal-government/`,
  ),
  order(
    'us-eo-14320',
    '14320',
    2025,
    'Promoting the Export of the American AI Technology Stack',
    ', 90 Fed. Reg., FR Doc. 2025-14218',
    `${houseOf}/2025/07/promoting-the-export-of-the-american-ai-technology-stack/`,
  ),
  order(
    'us-eo-14363',
    '14363',
    2025,
    'Launching the Genesis Mission',
    ', 90 Fed. Reg., FR Doc. 2025-21665',
    `${houseOf}/2025/11/launching-the-genesis-mission/`,
  ),
  order(
    'us-eo-14365',
    '14365',
    2025,
    'Ensuring a National Policy Framework for Artificial Intelligence',
    ', 90 Fed. Reg. 58499',
    `${houseOf}/2025/12/eliminating-state-law-obstruction-of-national-artificial-intelligence-policy/`,
  ),
  order(
    'us-eo-14409',
    '14409',
    2026,
    'Promoting Advanced Artificial Intelligence Innovation and Security',
    ', 91 Fed. Reg. 34565',
    `${houseOf}/2026/06/promoting-advanced-artificial-intelligence-innovation-and-security/`,
  ),
  order(
    'us-eo-14434',
    '14434',
    2026,
    'Inaugurating the Era of Super Intelligence',
    ', 91 Fed. Reg. 63129',
    `${houseOf}/2026/09/inaugurating-the-era-of-super-intelligence/`,
  ),
  {
    id: 'un-sdg',
    cited: '(United Nations General Assembly 2015)',
    listed:
      'United Nations General Assembly. 2015. Transforming Our World: The 2030 Agenda for Sustainable Development. A/RES/70/1. https://docs.un.org/en/A/RES/70/1.',
  },
  {
    id: 'us-nist-ai-rmf',
    cited: '(National Institute of Standards and Technology 2023)',
    listed:
      'National Institute of Standards and Technology. 2023. Artificial Intelligence Risk Management Framework (AI RMF 1.0). NIST AI 100-1. https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.100-1.pdf.',
  },
  {
    id: 'us-nspm-11',
    cited: '(NSPM-11 2026)',
    listed:
      'NSPM-11, Artificial Intelligence in the National Security Enterprise (2026). https://www.whitehouse.gov/presidential-actions/2026/06/national-security-presidential-memorandum-nspm-11/.',
  },
  {
    id: 'cn-ai-plus-2025',
    cited: '(State Council of China 2025)',
    listed:
      'State Council of China. 2025. Opinions of the State Council on Deeply Implementing the “AI+” Action [国务院关于深入实施“人工智能+”行动的意见]. State Council Document No. 11 (2025). https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
  },
  {
    id: 'cn-anthropomorphic-2026',
    cited: '(Interim Measures for Anthropomorphic AI Interaction Services 2026)',
    listed:
      'Interim Measures for the Management of Anthropomorphic AI Interaction Services [人工智能拟人化互动服务管理暂行办法], Order No. 21 (2026). https://www.cac.gov.cn/2026-04/10/c_1777558395078289.htm.',
  },
  {
    id: 'cn-csl-2016',
    cited: '(Cybersecurity Law of the People’s Republic of China 2016)',
    listed:
      'Cybersecurity Law of the People’s Republic of China [中华人民共和国网络安全法] (2016). https://www.cac.gov.cn/2016-11/07/c_1119867116.htm.',
  },
  {
    id: 'cn-labelling-2025',
    cited: '(Measures for Labelling AI-Generated and Synthesised Content 2025)',
    listed:
      'Measures for Labelling AI-Generated and Synthesised Content [人工智能生成合成内容标识办法] (2025). https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm.',
  },
  {
    id: 'cn-pipl',
    cited: '(Personal Information Protection Law of the People’s Republic of China 2021)',
    listed:
      'Personal Information Protection Law of the People’s Republic of China [中华人民共和国个人信息保护法], Presidential Order No. 91 (2021). https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm.',
  },
  {
    id: 'uk-aioap-2025',
    cited: '(Department for Science, Innovation and Technology 2025)',
    listed:
      'Department for Science, Innovation and Technology. 2025. AI Opportunities Action Plan. CP 1241. https://www.gov.uk/government/publications/ai-opportunities-action-plan/ai-opportunities-action-plan.',
  },
  {
    id: 'cn-genai-2023',
    cited: '(Interim Measures for the Management of Generative AI Services 2023)',
    listed:
      'Interim Measures for the Management of Generative Artificial Intelligence Services [生成式人工智能服务管理暂行办法], Order No. 15 (2023). https://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm.',
  },
  {
    id: 'cn-gaigap-2025',
    cited: '(World AI Conference and High-Level Meeting on Global AI Governance 2025)',
    listed:
      'World AI Conference and High-Level Meeting on Global AI Governance. 2025. Global AI Governance Action Plan [人工智能全球治理行动计划]. https://www.mfa.gov.cn/web/ziliao_674904/1179_674909/202507/t20250726_11677803.shtml.',
  },
  {
    id: 'cn-gaigi-2023',
    cited: '(Cyberspace Administration of China 2023)',
    listed:
      'Cyberspace Administration of China. 2023. Global AI Governance Initiative [全球人工智能治理倡议]. https://www.cac.gov.cn/2023-10/18/c_1699291032884978.htm.',
  },
  {
    id: 'press-us-aiap-2025-08',
    cited: '([Chinese News Article] 2025)',
    listed:
      '[Chinese News Article on America’s AI Action Plan; Title, Outlet and Author Not Recorded]. 2025. August.',
  },
]

/** The same in a report in Simplified Chinese: documents in Chinese are listed in Chinese, others as they are. */
export const chicagoInChinese: readonly ExpectedReference[] = [
  {
    id: 'cn-genai-2023',
    cited: '(生成式人工智能服务管理暂行办法 2023年)',
    listed:
      '生成式人工智能服务管理暂行办法, 令第15号 (2023年). https://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm.',
  },
  {
    id: 'cn-pipl',
    cited: '(中华人民共和国个人信息保护法 2021年)',
    listed:
      '中华人民共和国个人信息保护法, 主席令第91号 (2021年). https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm.',
  },
  {
    id: 'cn-gaigap-2025',
    cited: '(2025世界人工智能大会暨人工智能全球治理高级别会议 2025年)',
    listed:
      '2025世界人工智能大会暨人工智能全球治理高级别会议. 2025年. 人工智能全球治理行动计划. https://www.mfa.gov.cn/web/ziliao_674904/1179_674909/202507/t20250726_11677803.shtml.',
  },
  {
    id: 'cn-gaigi-2023',
    cited: '(国家互联网信息办公室 2023年)',
    listed:
      '国家互联网信息办公室. 2023年. 全球人工智能治理倡议. https://www.cac.gov.cn/2023-10/18/c_1699291032884978.htm.',
  },
  {
    id: 'press-us-aiap-2025-08',
    cited: '(［中文新闻报道］ 2025年)',
    listed: '［关于《美国AI行动计划》的中文新闻报道，题名、媒体与作者未著录］. 2025年. 八月.',
  },
  {
    id: 'us-aiap-2025',
    cited: '(White House 2025年)',
    listed:
      'White House. 2025年. Winning the Race: America’s AI Action Plan. https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf.',
  },
  {
    id: 'uk-aioap-2025',
    cited: '(Department for Science, Innovation and Technology 2025年)',
    listed:
      'Department for Science, Innovation and Technology. 2025年. AI Opportunities Action Plan. CP 1241. https://www.gov.uk/government/publications/ai-opportunities-action-plan/ai-opportunities-action-plan.',
  },
  {
    id: 'un-sdg',
    cited: '(United Nations General Assembly 2015年)',
    listed:
      'United Nations General Assembly. 2015年. Transforming Our World: The 2030 Agenda for Sustainable Development. A/RES/70/1. https://docs.un.org/en/A/RES/70/1.',
  },
  {
    id: 'us-nist-ai-rmf',
    cited: '(National Institute of Standards and Technology 2023年)',
    listed:
      'National Institute of Standards and Technology. 2023年. Artificial Intelligence Risk Management Framework (AI RMF 1.0). NIST AI 100-1. https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.100-1.pdf.',
  },
]
