import type { DivisionKind, InstrumentType, MeasureKind } from '../corpus/provision.ts'

/** What analysts type for a kind of provision, in English and both Chinese scripts. */
export const kindWords: Readonly<Record<DivisionKind | MeasureKind, readonly string[]>> = {
  pillar: ['pillar', '支柱'],
  title: ['title', '编', '編'],
  part: ['part', '部分'],
  chapter: ['chapter', '章'],
  section: ['section', '节', '節'],
  annex: ['annex', '附件', '附录', '附錄'],
  action: ['action', '行动', '行動', '措施'],
  article: ['article', '条', '條'],
  paragraph: ['paragraph', '款', '項'],
  point: ['point', '项', '項'],
  recommendation: ['recommendation', '建议', '建議'],
  claim: ['claim', '论断', '論斷', '说法', '說法'],
  goal: ['goal', '目标', '目標'],
  function: ['function', '功能'],
  category: ['category', '类别', '類別'],
  recital: ['recital', 'whereas', '序言', '前言', '鉴于条款', '鑑於條款', '敘文'],
  target: ['target', '具体目标', '具體目標'],
  subcategory: ['subcategory', '子类别', '子類別'],
  principle: ['principle', '原则', '原則'],
  clause: ['clause', '条款', '條款'],
  subsection: ['subsection', '款', '項'],
  subparagraph: ['subparagraph', '项', '款', '目'],
  item: ['item', '项', '目'],
  subitem: ['subitem', '目', '小目'],
}

/** What analysts type for a type of instrument, in English and both Chinese scripts. */
export const typeWords: Readonly<Record<InstrumentType, readonly string[]>> = {
  plan: ['plan', '计划', '計畫', '計劃'],
  act: ['act', 'law', '法案', '法律'],
  order: ['order', 'executive order', '行政令', '行政命令'],
  declaration: ['declaration', '宣言', '声明', '聲明'],
  article: ['article', '文章', '报道', '報導'],
}
