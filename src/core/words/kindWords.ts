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
  paragraph: ['paragraph', '款'],
  point: ['point', '项', '項'],
  recommendation: ['recommendation', '建议', '建議'],
  claim: ['claim', '说法', '說法'],
}

/** What analysts type for a type of instrument, in English and both Chinese scripts. */
export const typeWords: Readonly<Record<InstrumentType, readonly string[]>> = {
  plan: ['plan', '计划', '計畫', '計劃'],
  act: ['act', 'law', '法案', '法律'],
  order: ['order', 'executive order', '行政令', '行政命令'],
  declaration: ['declaration', '宣言', '声明', '聲明'],
  article: ['article', '文章', '报道', '報導'],
}
