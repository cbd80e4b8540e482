import type { Strength } from '../../src/core/corpus/provision.ts'

/** A word of the mainland, and what readers in Taiwan call the thing. */
interface MainlandWord {
  readonly word: RegExp
  readonly taiwan: string
}

/**
 * Words of the mainland that have no place in text for readers in Taiwan, each with theirs. Where a
 * word is good in one sense, the pattern has only the other: 程序 is a procedure, and no program.
 */
export const mainlandWords: readonly MainlandWord[] = [
  { word: /智能(?!障)/, taiwan: '智慧' },
  { word: /信息/, taiwan: '資訊' },
  { word: /數據/, taiwan: '資料' },
  { word: /網絡/, taiwan: '網路' },
  { word: /互聯網/, taiwan: '網際網路' },
  { word: /軟件/, taiwan: '軟體' },
  { word: /硬件/, taiwan: '硬體' },
  { word: /(?:應用|計算機|電腦)程序|程序員/, taiwan: '程式' },
  { word: /計算機/, taiwan: '電腦' },
  { word: /服務器/, taiwan: '伺服器' },
  { word: /芯片/, taiwan: '晶片' },
  { word: /(?<!運)算力/, taiwan: '運算力' },
  { word: /默認/, taiwan: '預設' },
  { word: /質量/, taiwan: '品質' },
  { word: /視頻/, taiwan: '影片' },
  { word: /音頻/, taiwan: '音訊' },
  { word: /圖像/, taiwan: '影像' },
  { word: /文本/, taiwan: '文字, or 條文 of a law' },
  { word: /信號/, taiwan: '訊號' },
  { word: /寬帶/, taiwan: '寬頻' },
  { word: /屏幕/, taiwan: '螢幕' },
  { word: /鏈接/, taiwan: '連結' },
  { word: /打印/, taiwan: '列印' },
  { word: /激光/, taiwan: '雷射' },
  { word: /源代碼/, taiwan: '原始碼' },
  { word: /在線/, taiwan: '線上' },
  { word: /數字(?:化|經濟|技術|基礎|政府|資產|服務)/, taiwan: '數位' },
  { word: /生物識別|人臉識別/, taiwan: '辨識' },
  { word: /大語言模型|(?<!最)大模型/, taiwan: '大型語言模型, 大型模型' },
  { word: /全棧|技術棧/, taiwan: '全端, 技術堆疊' },
  { word: /魯棒/, taiwan: '穩健' },
  { word: /互操作/, taiwan: '互通' },
  { word: /用戶/, taiwan: '使用者' },
  { word: /渠道/, taiwan: '管道' },
  { word: /反饋/, taiwan: '回饋' },
  { word: /項目(?!標)/, taiwan: '專案, 計畫' },
  { word: /計劃/, taiwan: '計畫' },
  { word: /審批/, taiwan: '審查, 核准' },
  { word: /評審/, taiwan: '審查' },
  { word: /合同/, taiwan: '契約' },
  { word: /知識產權/, taiwan: '智慧財產權' },
  { word: /版權/, taiwan: '著作權' },
  { word: /高校/, taiwan: '大專校院' },
  { word: /公安/, taiwan: '警察' },
  { word: /運營/, taiwan: '營運' },
  { word: /優化/, taiwan: '改善, 調校' },
  { word: /水平/, taiwan: '水準' },
  { word: /力度/, taiwan: '加強, in other words' },
  { word: /落地/, taiwan: '實際應用' },
  { word: /出台/, taiwan: '發布, 訂定' },
  { word: /人群/, taiwan: '對象' },
  { word: /應用場景/, taiwan: '應用情境' },
  { word: /聯合體/, taiwan: '聯盟, 共同事業' },
  { word: /標識(?!辦法)/, taiwan: '標示' },
]

/** What keeps its words in every text: names of bodies of the mainland and Hong Kong. */
export const namesOfBodies: readonly string[] = [
  '國家互聯網信息辦公室',
  '世界互聯網大會',
  '工業和信息化部',
  '中國計算機學會',
  '香港註冊數字資產分析師學會',
  '公安部',
  '網信、發改、教育、科技、工信、公安、',
]

/** Words of Taiwan, or of the mainland, that have no place in a name for readers in Hong Kong, each with theirs. */
export const foreignToHongKong: ReadonlyMap<string, string> = new Map([
  ['人工智慧', '人工智能'],
  ['網路', '網絡'],
  ['軟體', '軟件'],
  ['硬體', '硬件'],
  ['晶片', '芯片'],
  ['運算力', '算力'],
  ['計畫', '計劃'],
  ['專案', '項目'],
  ['資料中心', '數據中心'],
  ['資料集', '數據集'],
  ['訓練資料', '訓練數據'],
  ['資安', '網絡安全'],
  ['品質', '質素'],
  ['數位', '數碼'],
  ['智慧財產', '知識產權'],
  ['著作權', '版權'],
  ['契約', '合約'],
  ['深偽', '深度偽造'],
  ['駭客', '黑客'],
  ['監理', '監管, 規管'],
  ['鬆綁', '放寬'],
  ['類別排除', '類別豁免'],
  ['褐地', '棕地'],
  ['公部門', '公營部門'],
  ['管道', '途徑'],
])

/** The words that a term must not be called by, beside its own names. */
interface Forbidden {
  readonly 'zh-Hans'?: readonly string[]
  readonly 'zh-Hant'?: readonly string[]
}

/**
 * Other words for terms of the glossary, by their English names. One word for one thing: readers
 * take another word for another thing. What is only found by such a word has it as an alias.
 */
export const forbiddenVariants: ReadonlyMap<string, Forbidden> = new Map([
  [
    'full-stack AI export package',
    { 'zh-Hans': ['出口方案', '出口包'], 'zh-Hant': ['輸出方案', '出口套裝', '出口套餐'] },
  ],
  ['AI technology stack', { 'zh-Hans': ['技术堆栈'], 'zh-Hant': ['技術棧'] }],
  ['frontier AI', { 'zh-Hans': ['尖端AI'], 'zh-Hant': ['最先進AI'] }],
  ['large language model', { 'zh-Hans': ['大型语言模型'], 'zh-Hant': ['大語言模型'] }],
  ['open-weight model', { 'zh-Hans': ['权重开放'], 'zh-Hant': ['開源權重'] }],
  ['ideological bias', { 'zh-Hans': ['意识形态倾向'], 'zh-Hant': ['意識形態傾向'] }],
  ['red tape', { 'zh-Hans': ['繁琐规定', '繁冗法规'], 'zh-Hant': ['繁瑣規定'] }],
  ['deregulation', { 'zh-Hans': ['去监管', '放松管制'], 'zh-Hant': ['去監管', '管制鬆綁'] }],
  [
    'request for information',
    { 'zh-Hans': ['信息请求', '资料征集'], 'zh-Hant': ['資訊徵詢書', '資料徵集'] },
  ],
  ['regulatory sandbox', { 'zh-Hans': ['监管沙箱'], 'zh-Hant': ['監管沙盒', '監理沙箱'] }],
  ['compute', { 'zh-Hant': ['計算力'] }],
  ['hyperscaler', { 'zh-Hans': ['超大规模厂商'], 'zh-Hant': ['雲端巨頭'] }],
  ['AI Workforce Research Hub', { 'zh-Hans': ['研究枢纽'], 'zh-Hant': ['研究樞紐'] }],
  ['rapid retraining', { 'zh-Hans': ['再技能化'], 'zh-Hant': ['再培訓'] }],
  ['Registered Apprenticeship', { 'zh-Hans': ['登记学徒'], 'zh-Hant': ['登記學徒'] }],
  ['career and technical education', { 'zh-Hant': ['職業技術教育'] }],
  ['whole-genome sequencing', { 'zh-Hant': ['基因組'] }],
  ['Focused-Research Organization', { 'zh-Hans': ['专注型研究'], 'zh-Hant': ['專注型研究'] }],
  ['adversarial robustness', { 'zh-Hans': ['对抗稳健性'], 'zh-Hant': ['魯棒', '強健性'] }],
  ['AI evaluation', { 'zh-Hant': ['AI評估', '模型評估'] }],
  ['AI testbed', { 'zh-Hans': ['测试床', '试验台'], 'zh-Hant': ['測試床'] }],
  ['Chief AI Officer Council', { 'zh-Hans': ['首席人工智能官'], 'zh-Hant': ['首席AI官'] }],
  ['deepfake', { 'zh-Hans': ['深伪', '深度造假', '换脸'], 'zh-Hant': ['深度偽造', '換臉'] }],
  ['data center', { 'zh-Hans': ['数据机房'], 'zh-Hant': ['資料機房', '數據中心'] }],
  ['Categorical Exclusion', { 'zh-Hans': ['类别排除'], 'zh-Hant': ['類別豁免', '絕對排除'] }],
  ['interconnection', { 'zh-Hant': ['併聯'] }],
  ['classified compute environment', { 'zh-Hans': ['机密计算', '保密运算'] }],
  ['AI assurance', { 'zh-Hans': ['鉴证'], 'zh-Hant': ['鑑證'] }],
  ['incident response', { 'zh-Hans': ['应急响应', '事件处置'], 'zh-Hant': ['事件處置'] }],
  ['end-use monitoring', { 'zh-Hans': ['用途核查'], 'zh-Hant': ['用途查核'] }],
  ['secondary tariff', { 'zh-Hans': ['二级关税'], 'zh-Hant': ['二次關稅'] }],
  ['plurilateral controls', { 'zh-Hans': ['小多边'], 'zh-Hant': ['諸邊', '小多邊'] }],
  ['nucleic acid synthesis screening', { 'zh-Hant': ['篩查'] }],
  ['executive order', { 'zh-Hans': ['行政命令', '行政指令'], 'zh-Hant': ['行政令'] }],
])

/** The same of terms that headings of the library settle, by the key of the heading. */
export const forbiddenBesideHeadings: ReadonlyMap<string, Forbidden> = new Map([
  ['eu-ai-act:14', { 'zh-Hans': ['人类监督'], 'zh-Hant': ['人類監督', '人工監督'] }],
  ['eu-ai-act:47', { 'zh-Hans': ['符合性声明'], 'zh-Hant': ['合格聲明'] }],
  ['eu-ai-act:43', { 'zh-Hans': ['符合性评估', '合格性评定'], 'zh-Hant': ['合格評定'] }],
  ['eu-ai-act:3.35', { 'zh-Hans': ['生物识别'], 'zh-Hant': ['生物識別', '生物辨識'] }],
  ['eu-ai-act:3.48', { 'zh-Hans': ['主管机构'], 'zh-Hant': ['主管機構'] }],
  ['eu-ai-act:73', { 'zh-Hans': ['严重事故'], 'zh-Hant': ['嚴重事件'] }],
  ['us-eo-14320:4.a', { 'zh-Hans': ['外交行动组'] }],
  ['us-aiap-2025:III.6.2', { 'zh-Hans': ['敌对国'], 'zh-Hant': ['對手國', '敵對國家'] }],
])

/** By what words either script says that something is no plain duty. */
export const wordsOf: Readonly<Record<Exclude<Strength, 'shall'>, RegExp>> = {
  must: /必须|必須|[应應须須]/u,
  should: /[应應宜]/u,
  recommended: /建议|建議|主张|主張/u,
  may: /可|得|有权|有權/u,
  considers: /考虑|考慮|研議/u,
  explores: /研究|探索|研議/u,
  encouraged: /鼓励|鼓勵|呼吁|呼籲|倡导|倡導/u,
}
