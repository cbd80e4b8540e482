/** What an analyst types, and which provision of the American plan must be among the first `within`. */
export interface TypedQuery {
  readonly text: string
  readonly within: 1 | 3
  readonly label: string
}

function first(text: string, label: string): TypedQuery {
  return { text, within: 1, label }
}

function early(text: string, label: string): TypedQuery {
  return { text, within: 3, label }
}

/** Queries as analysts type them, over the whole plan. The empty label is the plan itself. */
export const typedQueries: readonly TypedQuery[] = [
  // Keys
  first('us-aiap-2025', ''),
  first('us-aiap-2025:I.12.3', 'I.12.3'),
  first('II.3.1', 'II.3.1'),
  first('ii.3.1', 'II.3.1'),
  first('II31', 'II.3.1'),
  first('I.1', 'I.1'),
  first('III', 'III'),
  first('pillar III', 'III'),
  early('us-ai', ''),

  // The plan
  first("America's AI Action Plan", ''),
  first('ai action plan', ''),
  first('winning the race', ''),
  first('美国AI行动计划', ''),
  first('美國AI行動計畫', ''),
  first('美國AI行動計劃', ''),

  // Titles of sections, whole and in part
  first('red tape', 'I.1'),
  first('free speech', 'I.2'),
  first('open weight', 'I.3'),
  first('open-source', 'I.3'),
  first('next generation manufacturing', 'I.6'),
  first('scientific datasets', 'I.8'),
  first('secure by design', 'II.7'),
  first('chinese influence', 'III.2'),
  first('biosecurity', 'III.7'),
  first('section biosecurity', 'III.7'),
  first('critical infrastructure cybersecurity', 'II.6'),
  first('繁文缛节', 'I.1'),
  first('繁文縟節', 'I.1'),
  first('言论自由', 'I.2'),
  first('开源', 'I.3'),
  first('開源', 'I.3'),
  first('美国工人', 'I.5'),
  first('世界级科学数据集', 'I.8'),
  first('生物安全', 'III.7'),
  early('出口管制', 'III.3'),
  early('国际治理', 'III.2'),
  early('電網', 'II.2'),

  // Measures by words of their titles, whole, begun, in any order
  first('workforce hub', 'I.5.4'),
  first('hub workforce', 'I.5.4'),
  first('regulatory sandbox', 'I.4.1'),
  first('hackathon', 'I.10.3'),
  first('procurement toolbox', 'I.12.3'),
  first('proving ground', 'I.13.2'),
  first('talent exchange', 'I.12.2'),
  first('chief ai officer', 'I.12.1'),
  first('deepfake benchmark', 'I.15.1'),
  first('nepa', 'II.1.1'),
  first('fast-41', 'II.1.2'),
  first('fast41', 'II.1.2'),
  first('clean water', 'II.1.3'),
  first('ai-isac', 'II.6.1'),
  first('cisa playbooks', 'II.8.2'),
  first('EO 14306', 'II.8.3'),
  first('location verif', 'III.3.1'),
  first('plurilateral', 'III.5.3'),
  first('technology diplomacy', 'III.5.2'),
  first('nucleic acid synthesis', 'III.7.1'),
  first('registered apprentic', 'II.5.5'),
  early('export controls chips', 'III.3.1'),
  early('chips', 'II.3.1'),
  early('permitting', 'II.1'),
  early('retraining', 'I.5.5'),
  early('federal lands', 'II.1.5'),
  early('national security evaluations', 'III.6.4'),
  early('grid', 'II.2'),
  early('semiconductor', 'II.3'),
  early('data centers', 'II.1.1'),

  // Measures in Chinese, both scripts, and mixed
  first('全栈', 'III.1.1'),
  first('全棧', 'III.1.1'),
  first('监管沙盒', 'I.4.1'),
  first('監管沙盒', 'I.4.1'),
  first('再培训', 'I.5.5'),
  first('工人再培训', 'I.5.5'),
  first('工人再培訓', 'I.5.5'),
  first('黑客松', 'I.10.3'),
  first('駭客松', 'I.10.3'),
  first('采购工具箱', 'I.12.3'),
  first('虚拟试验场', 'I.13.2'),
  first('虛擬試驗場', 'I.13.2'),
  first('位置验证', 'III.3.1'),
  first('位置驗證', 'III.3.1'),
  first('芯片 位置', 'III.3.1'),
  first('AI 出口 套餐', 'III.1.1'),
  first('注册学徒', 'II.5.5'),
  first('註冊學徒', 'II.5.5'),
  first('劳动力研究中心', 'I.5.4'),
  first('技术外交', 'III.5.2'),
  first('技術外交', 'III.5.2'),
  early('数据中心 许可', 'II.1'),
  early('資料中心 許可', 'II.1'),
  early('数据中心许可', 'II.1'),
  early('AI 出口', 'III.1'),
  early('核酸合成筛查', 'III.7.1'),
  early('电网', 'II.2'),
  early('深度伪造', 'I.15.1'),
  early('深度偽造', 'I.15.1'),
  early('半导体', 'II.3'),
  early('芯片', 'III.3.1'),
  early('晶片', 'III.3.1'),

  // Agencies
  early('OSTP', 'I.1.1'),
  first('FCC', 'I.1.4'),
  first('DARPA', 'I.10.1'),
  first('Treasury', 'I.5.2'),
  first('财政部', 'I.5.2'),
  first('NIST deepfake', 'I.15.1'),
  early('NIST 评估', 'I.11.1'),
  early('国务院', 'III.2.1'),
  early('國務院', 'III.2.1'),
  early('Department of State', 'III.2.1'),
  early('commerce chips', 'III.3.1'),
  early('SEC', 'I.4.1'),
  early('OPM talent', 'I.12.2'),
  early('商务部 芯片', 'III.3.1'),

  // Words of the division above
  early('biosecurity sharing', 'III.7.2'),
  early('cybersecurity isac', 'II.6.1'),
  early('biosecurity 3', 'III.7.3'),

  // Pages
  early('p. 23', 'III.7'),
  early('page 14 nepa', 'II.1.1'),
  early('第14页', 'II.1.1'),
]
