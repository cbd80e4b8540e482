import { pathOf } from '../corpus/key.ts'
import type { Language } from '../corpus/language.ts'
import type {
  Division,
  InstrumentType,
  Measure,
  Provision,
  ProvisionKind,
} from '../corpus/provision.ts'
import { inChinese, numberOf } from '../text/numerals.ts'

/** Chinese words around a label: `第` and `支柱` in `第一支柱`. */
interface ChineseForm {
  readonly before: string
  readonly after: string
  /** Whether a number is written in Chinese words (`第一支柱`) rather than digits (`第1节`). */
  readonly inWords?: boolean
}

/** How provisions of one kind are named, for reading and writing. */
interface LabelForm {
  readonly kind: ProvisionKind
  /** As written out; also read. */
  readonly en: string
  /** As written in a locator; also read. */
  readonly short: string
  /** Read besides. A full stop after a word is optional when reading. */
  readonly alsoRead?: readonly string[]
  readonly 'zh-Hans': ChineseForm
  readonly 'zh-Hant': ChineseForm
  /** Read besides, in either script: words that stand before a label. */
  readonly chineseBefore?: readonly string[]
  /** Read besides, in either script: words that stand after `第` and a label. */
  readonly chineseAfter?: readonly string[]
}

const pillar: LabelForm = {
  kind: 'pillar',
  en: 'pillar',
  short: 'pillar',
  'zh-Hans': { before: '第', after: '支柱', inWords: true },
  'zh-Hant': { before: '第', after: '支柱', inWords: true },
  chineseBefore: ['支柱'],
  chineseAfter: ['大支柱'],
}
const title: LabelForm = {
  kind: 'title',
  en: 'title',
  short: 'tit.',
  'zh-Hans': { before: '第', after: '编', inWords: true },
  'zh-Hant': { before: '第', after: '編', inWords: true },
}
const part: LabelForm = {
  kind: 'part',
  en: 'part',
  short: 'pt.',
  'zh-Hans': { before: '第', after: '部分', inWords: true },
  'zh-Hant': { before: '第', after: '部分', inWords: true },
}
const chapter: LabelForm = {
  kind: 'chapter',
  en: 'chapter',
  short: 'chap.',
  alsoRead: ['ch.'],
  'zh-Hans': { before: '第', after: '章', inWords: true },
  'zh-Hant': { before: '第', after: '章', inWords: true },
}
const section: LabelForm = {
  kind: 'section',
  en: 'section',
  short: 'sec.',
  alsoRead: ['sect.', '§'],
  'zh-Hans': { before: '第', after: '节' },
  'zh-Hant': { before: '第', after: '節' },
}
const annex: LabelForm = {
  kind: 'annex',
  en: 'annex',
  short: 'annex',
  alsoRead: ['ann.'],
  'zh-Hans': { before: '附件', after: '', inWords: true },
  'zh-Hant': { before: '附件', after: '', inWords: true },
  chineseBefore: ['附录', '附錄'],
}
const action: LabelForm = {
  kind: 'action',
  en: 'recommended action',
  short: 'action',
  alsoRead: ['recommended policy action', 'policy action', 'measure'],
  'zh-Hans': { before: '第', after: '项建议行动' },
  'zh-Hant': { before: '第', after: '項建議行動' },
  chineseBefore: ['建议行动', '建議行動', '行动', '行動', '措施'],
  chineseAfter: ['项行动', '項行動', '项措施', '項措施', '项', '項', '条', '條'],
}
const article: LabelForm = {
  kind: 'article',
  en: 'article',
  short: 'art.',
  'zh-Hans': { before: '第', after: '条' },
  'zh-Hant': { before: '第', after: '條' },
}
const paragraphOfArticle: LabelForm = {
  kind: 'paragraph',
  en: 'paragraph',
  short: 'para.',
  alsoRead: ['par.', '¶'],
  'zh-Hans': { before: '第', after: '款' },
  'zh-Hant': { before: '第', after: '項' },
  chineseAfter: ['段'],
}
const paragraphOfText: LabelForm = {
  ...paragraphOfArticle,
  'zh-Hans': { before: '第', after: '段' },
  'zh-Hant': { before: '第', after: '段' },
  chineseAfter: ['款', '項'],
}
const point: LabelForm = {
  kind: 'point',
  en: 'point',
  short: 'point',
  alsoRead: ['item', 'pt.'],
  'zh-Hans': { before: '第', after: '项' },
  'zh-Hant': { before: '第', after: '款' },
  chineseAfter: ['項', '目', '点', '點'],
}
const recommendation: LabelForm = {
  kind: 'recommendation',
  en: 'recommendation',
  short: 'rec.',
  alsoRead: ['recom.'],
  'zh-Hans': { before: '第', after: '项建议' },
  'zh-Hant': { before: '第', after: '項建議' },
  chineseBefore: ['建议', '建議'],
  chineseAfter: ['条建议', '條建議', '项', '項', '条', '條'],
}
const claim: LabelForm = {
  kind: 'claim',
  en: 'claim',
  short: 'claim',
  'zh-Hans': { before: '第', after: '项论断' },
  'zh-Hant': { before: '第', after: '項論斷' },
  chineseBefore: ['论断', '論斷'],
}

const divisions = [pillar, title, part, chapter, section, annex]
const measures = [action, article, point, recommendation, claim]

/**
 * The one table of locator labels, per instrument type: a paragraph is part of an article in an act
 * (`第1款`), and part of running text elsewhere (`第1段`). In Taiwan an article has `項`, and these have
 * `款`; on the mainland it is the other way round. Both are read everywhere.
 */
const labelForms: Readonly<Record<InstrumentType, readonly LabelForm[]>> = {
  plan: [...divisions, ...measures, paragraphOfText],
  act: [...divisions, ...measures, paragraphOfArticle],
  order: [...divisions, ...measures, paragraphOfArticle],
  declaration: [...divisions, ...measures, paragraphOfText],
  article: [...divisions, ...measures, paragraphOfText],
}

/**
 * What `provision` is called among its siblings, written out as in the middle of a sentence: `pillar
 * II`, `recommended action 3`, `第二支柱`, `第3项建议行动`.
 *
 * `type` is that of its instrument; it decides only between `第1款` and `第1段`.
 */
export function spokenLabel(
  provision: Division | Measure,
  language: Language,
  type?: InstrumentType,
): string {
  const form = formOf(provision, type)
  return written(form, form.en, printedLabel(provision), language)
}

/** As a locator names it: `pillar II`, `sec. 3`, `action 3`, `第3节`. */
export function locatorLabel(
  provision: Division | Measure,
  language: Language,
  type?: InstrumentType,
): string {
  const form = formOf(provision, type)
  return written(form, form.short, printedLabel(provision), language)
}

/**
 * What leads to the last of `chain`, measures each of which stands below the one before it, in one
 * word of the instrument's own: `article 5(1)(a)`, `section 4.1`, `第5条第1款第a项`. Of a single
 * measure, its {@link spokenLabel}.
 */
export function spokenChain(
  chain: readonly Measure[],
  language: Language,
  type?: InstrumentType,
): string {
  return chainText(chain, language, (step) => spokenLabel(step, language, type))
}

/** As a locator names the last of `chain`: `art. 5(1)(a)`. See {@link spokenChain}. */
export function locatorChain(
  chain: readonly Measure[],
  language: Language,
  type?: InstrumentType,
): string {
  return chainText(chain, language, (step) => locatorLabel(step, language, type))
}

function chainText(
  chain: readonly Measure[],
  language: Language,
  labelled: (step: Measure) => string,
): string {
  const [first, ...below] = chain
  if (first === undefined) return ''
  if (language !== 'en') return chain.map(labelled).join('')
  return below.reduce((text, step) => {
    const label = printedLabel(step)
    const isNumbered = step.kind === 'paragraph' || step.kind === 'section'
    const goesOn = isNumbered && first.kind === 'section' && /^\d/.test(label)
    return goesOn ? `${text}.${label}` : `${text}(${label})`
  }, labelled(first))
}

/** `provision` and what stands above it, as {@link spokenChain} takes it: the divisions, and the chain of measures. */
export function divisionsAndChain(steps: readonly Provision[]): {
  readonly divisions: readonly Division[]
  readonly chain: readonly Measure[]
} {
  return {
    divisions: steps.filter((step) => step.level === 'division'),
    chain: steps.filter((step) => step.level === 'measure'),
  }
}

/** With a capital letter, where it has one. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function formOf(provision: Division | Measure, type: InstrumentType | undefined): LabelForm {
  const form = labelForms[type ?? likelyType(provision)].find(({ kind }) => kind === provision.kind)
  if (form === undefined) throw new Error(`No label for ${provision.kind}.`)
  return form
}

/** Paragraphs below an article have its bare label in their keys (`5.1`), others stand below headings. */
function likelyType({ parent }: Division | Measure): InstrumentType {
  return /^\d/.test(pathOf(parent) ?? '') ? 'act' : 'plan'
}

function written(form: LabelForm, english: string, label: string, language: Language): string {
  if (language === 'en') return `${english} ${label}`
  const { before, after, inWords } = form[language === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant']
  const number = inWords === true ? numberOf(label) : undefined
  return `${before}${number === undefined ? label : inChinese(number)}${after}`
}

/**
 * The label of a provision as its instrument prints it, the last part of its key: `3` of
 * `us-aiap-2025:II.3`, `III` of `eu-ai-act:chp-III`, `1.1` of `uk-aioap-2025:sec-1.1`, `a` of
 * `eu-ai-act:5.1.a`. Claims are counted by paragraph: `6.5`.
 */
export function printedLabel({ key, parent, level, kind }: Division | Measure): string {
  const path = pathOf(key) ?? ''
  if (kind === 'claim') return path
  if (level === 'division' && path.includes('-')) return path.slice(path.lastIndexOf('-') + 1)
  const above = pathOf(parent)
  const own =
    above !== undefined && /^[.-]/.test(path.slice(above.length)) && path.startsWith(above)
  const rest = own ? path.slice(above.length + 1) : path
  return rest.slice(Math.max(rest.lastIndexOf('-'), rest.lastIndexOf('.')) + 1)
}

/** A word that names kinds of provisions in a locator. */
export interface LabelWord {
  readonly word: string
  readonly kinds: readonly ProvisionKind[]
}

const allForms = [...divisions, ...measures, paragraphOfText]

/** The English words that stand before a label, in lower case, without a final full stop; longest first. */
export const englishWords: readonly LabelWord[] = collect((form) =>
  [form.en, form.short, ...(form.alsoRead ?? [])].map((word) => word.replace(/\.$/, '')),
)

/** The Chinese words that stand before a label (`附件三`, `行动3`); longest first. */
export const chineseWordsBefore: readonly LabelWord[] = collect((form) => [
  ...[form['zh-Hans'], form['zh-Hant']]
    .filter(({ after }) => after === '')
    .map(({ before }) => before),
  ...(form.chineseBefore ?? []),
])

/** The Chinese words that stand after `第` and a label (`第3节`); longest first. */
export const chineseWordsAfter: readonly LabelWord[] = collect((form) => [
  ...[form['zh-Hans'].after, form['zh-Hant'].after].filter((word) => word !== ''),
  ...(form.chineseAfter ?? []),
])

function collect(wordsOf: (form: LabelForm) => readonly string[]): readonly LabelWord[] {
  const words = new Set(allForms.flatMap(wordsOf))
  return [...words]
    .map((word) => ({
      word,
      kinds: allForms.filter((form) => wordsOf(form).includes(word)).map(({ kind }) => kind),
    }))
    .sort((a, b) => b.word.length - a.word.length)
}
