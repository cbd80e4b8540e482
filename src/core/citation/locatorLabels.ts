import { pathOf } from '../corpus/key.ts'
import { nameIn, type Language } from '../corpus/language.ts'
import { ownChinese } from '../corpus/listed.ts'
import type {
  Division,
  Instrument,
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
  /** Where Hong Kong says it differently. */
  readonly 'zh-Hant-HK'?: ChineseForm
  /** Read besides, in either script: words that stand before a label. */
  readonly chineseBefore?: readonly string[]
  /** Read besides, in either script: words that stand after `第` and a label. */
  readonly chineseAfter?: readonly string[]
  /** Read besides, in either script: words before `第`, a label and a word that counts (`序言第3段`). */
  readonly chineseCounted?: readonly string[]
  /** Read so where an instrument has nothing else of that name: the `条` of an order are its sections. */
  readonly chineseInstead?: readonly string[]
}

/** `第1节`. */
function counted(after: string): ChineseForm {
  return { before: '第', after }
}

/** `第一支柱`. */
function countedInWords(after: string): ChineseForm {
  return { ...counted(after), inWords: true }
}

const pillar: LabelForm = {
  kind: 'pillar',
  en: 'pillar',
  short: 'pillar',
  'zh-Hans': countedInWords('支柱'),
  'zh-Hant': countedInWords('支柱'),
  chineseBefore: ['支柱'],
  chineseAfter: ['大支柱'],
}
const title: LabelForm = {
  kind: 'title',
  en: 'title',
  short: 'tit.',
  'zh-Hans': countedInWords('编'),
  'zh-Hant': countedInWords('編'),
}
const part: LabelForm = {
  kind: 'part',
  en: 'part',
  short: 'pt.',
  'zh-Hans': countedInWords('部分'),
  'zh-Hant': countedInWords('部分'),
}
const chapter: LabelForm = {
  kind: 'chapter',
  en: 'chapter',
  short: 'chap.',
  alsoRead: ['ch.'],
  'zh-Hans': countedInWords('章'),
  'zh-Hant': countedInWords('章'),
}
const section: LabelForm = {
  kind: 'section',
  en: 'section',
  short: 'sec.',
  alsoRead: ['sect.', '§'],
  'zh-Hans': counted('节'),
  'zh-Hant': counted('節'),
  chineseInstead: ['条', '條'],
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
  'zh-Hans': counted('项建议行动'),
  'zh-Hant': counted('項建議行動'),
  chineseBefore: ['建议行动', '建議行動', '行动', '行動', '措施'],
  chineseCounted: ['建议行动', '建議行動', '行动', '行動', '措施'],
  chineseAfter: ['项行动', '項行動', '项措施', '項措施', '项', '項', '条', '條'],
}
const article: LabelForm = {
  kind: 'article',
  en: 'article',
  short: 'art.',
  'zh-Hans': counted('条'),
  'zh-Hant': counted('條'),
  chineseAfter: ['条款', '條款'],
}
const paragraphOfArticle: LabelForm = {
  kind: 'paragraph',
  en: 'paragraph',
  short: 'para.',
  alsoRead: ['par.', '¶', '§'],
  'zh-Hans': counted('款'),
  'zh-Hant': counted('項'),
  chineseAfter: ['段'],
}
const paragraphOfText: LabelForm = {
  ...paragraphOfArticle,
  'zh-Hans': counted('段'),
  'zh-Hant': counted('段'),
  chineseAfter: ['款', '項'],
}
const point: LabelForm = {
  kind: 'point',
  en: 'point',
  short: 'point',
  alsoRead: ['item', 'pt.', 'lit.', 'litera'],
  'zh-Hans': counted('项'),
  'zh-Hant': counted('款'),
  chineseAfter: ['項', '目', '点', '點'],
}
const recommendation: LabelForm = {
  kind: 'recommendation',
  en: 'recommendation',
  short: 'rec.',
  alsoRead: ['recom.'],
  'zh-Hans': counted('项建议'),
  'zh-Hant': counted('項建議'),
  chineseBefore: ['建议', '建議'],
  chineseCounted: ['建议', '建議'],
  chineseAfter: ['条建议', '條建議', '项', '項', '条', '條'],
}
const claim: LabelForm = {
  kind: 'claim',
  en: 'claim',
  short: 'claim',
  'zh-Hans': counted('项论断'),
  'zh-Hant': counted('項論斷'),
  chineseBefore: ['论断', '論斷'],
}
const goal: LabelForm = {
  kind: 'goal',
  en: 'goal',
  short: 'goal',
  'zh-Hans': { before: '目标', after: '' },
  'zh-Hant': { before: '目標', after: '' },
  chineseAfter: ['项目标', '項目標', '个目标', '個目標'],
}
const functionOfFramework: LabelForm = {
  kind: 'function',
  en: 'function',
  short: 'function',
  'zh-Hans': { before: '功能', after: '' },
  'zh-Hant': { before: '功能', after: '' },
  chineseAfter: ['项功能', '項功能'],
}
const category: LabelForm = {
  kind: 'category',
  en: 'category',
  short: 'category',
  alsoRead: ['cat.'],
  'zh-Hans': { before: '类别', after: '' },
  'zh-Hant': { before: '類別', after: '' },
  chineseAfter: ['项类别', '項類別'],
}
const recital: LabelForm = {
  kind: 'recital',
  en: 'recital',
  short: 'recital',
  alsoRead: ['rec.', 'whereas clause', 'whereas', 'preambular paragraph', 'preambular para.'],
  'zh-Hans': { before: '序言第', after: '段' },
  'zh-Hant': { before: '前言第', after: '段' },
  'zh-Hant-HK': { before: '敘文第', after: '段' },
  chineseAfter: ['项鉴于条款', '條鑑於條款', '条鉴于条款', '項鑑於條款'],
  chineseCounted: ['序言', '前言', '敘文', '叙文', '鉴于条款', '鑑於條款'],
}
const target: LabelForm = {
  kind: 'target',
  en: 'target',
  short: 'target',
  'zh-Hans': { before: '具体目标', after: '' },
  'zh-Hant': { before: '具體目標', after: '' },
  chineseBefore: ['细项目标', '細項目標'],
  chineseAfter: ['项具体目标', '項具體目標'],
}
const subcategory: LabelForm = {
  kind: 'subcategory',
  en: 'subcategory',
  short: 'subcategory',
  alsoRead: ['subcat.', 'sub-category'],
  'zh-Hans': { before: '子类别', after: '' },
  'zh-Hant': { before: '子類別', after: '' },
  chineseAfter: ['项子类别', '項子類別'],
}
const principle: LabelForm = {
  kind: 'principle',
  en: 'principle',
  short: 'principle',
  alsoRead: ['princ.'],
  'zh-Hans': { before: '原则', after: '' },
  'zh-Hant': { before: '原則', after: '' },
  chineseAfter: ['项原则', '項原則', '条原则', '條原則'],
}
const clause: LabelForm = {
  kind: 'clause',
  en: 'clause',
  short: 'cl.',
  'zh-Hans': counted('条款'),
  'zh-Hant': counted('條款'),
  chineseBefore: ['条款', '條款'],
}
const subsection: LabelForm = {
  kind: 'subsection',
  en: 'subsection',
  short: 'subsec.',
  alsoRead: ['subs.', 'subsect.', 'sub-section'],
  'zh-Hans': counted('款'),
  'zh-Hant': counted('項'),
}
const subparagraph: LabelForm = {
  kind: 'subparagraph',
  en: 'subparagraph',
  short: 'subpara.',
  alsoRead: ['subpar.', 'sub-paragraph', 'sub-para.'],
  'zh-Hans': counted('项'),
  'zh-Hant': counted('款'),
  'zh-Hant-HK': counted('節'),
  chineseAfter: ['目', '項', '分段', '小段'],
}
const item: LabelForm = {
  kind: 'item',
  en: 'item',
  short: 'item',
  'zh-Hans': counted('项'),
  'zh-Hant': counted('目'),
  'zh-Hant-HK': counted('項'),
}
const subitem: LabelForm = {
  kind: 'subitem',
  en: 'subitem',
  short: 'subitem',
  alsoRead: ['sub-item'],
  'zh-Hans': counted('目'),
  'zh-Hant': counted('小目'),
  chineseAfter: ['细目', '細目'],
}

const divisions = [
  ...[pillar, title, part, chapter, section, annex],
  ...[goal, functionOfFramework, category],
]
const measures = [
  ...[action, article, point, recommendation, claim, recital, target, subcategory, principle],
  ...[clause, subsection, subparagraph, item, subitem],
]

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

/** The kinds that are parts of something and are counted anew in each: a place says of what. */
export const partKinds: ReadonlySet<ProvisionKind> = new Set<ProvisionKind>([
  ...(['paragraph', 'point', 'clause', 'subsection', 'subparagraph', 'item', 'subitem'] as const),
])

/**
 * What `provision` is called among its siblings, written out as in the middle of a sentence: `pillar
 * II`, `recommended action 3`, `第二支柱`, `第3项建议行动`.
 *
 * Its `instrument` decides in Chinese between `第1款` and `第1段`, and is called as it calls itself where
 * it is in Chinese: `第四条`, `第（二）项`. `inWords` writes all Chinese numbers as running text does:
 * `第五条第一款`.
 */
export function spokenLabel(
  provision: Division | Measure,
  language: Language,
  instrument?: Instrument,
  inWords = false,
): string {
  const form = formOf(provision, instrument)
  return written(form, form.en, provision, language, { instrument, inWords })
}

/** As a locator names it: `pillar II`, `sec. 3`, `action 3`, `第3节`. */
export function locatorLabel(
  provision: Division | Measure,
  language: Language,
  instrument?: Instrument,
): string {
  const form = formOf(provision, instrument)
  return written(form, form.short, provision, language, { instrument })
}

/**
 * What leads to the last of `chain`, measures each of which stands below the one before it, in one
 * word of the instrument's own: `article 5(1)(a)`, `section 4.1`, `第5条第1款第a项`, `第4.1节`. Of a single
 * measure, its {@link spokenLabel}.
 */
export function spokenChain(
  chain: readonly Measure[],
  language: Language,
  instrument?: Instrument,
  inWords = false,
): string {
  return chainText(chain, language, (step, label) => {
    const form = formOf(step, instrument)
    return written(form, form.en, step, language, { instrument, label, inWords })
  })
}

/** As a locator names the last of `chain`: `art. 5(1)(a)`. See {@link spokenChain}. */
export function locatorChain(
  chain: readonly Measure[],
  language: Language,
  instrument?: Instrument,
): string {
  return chainText(chain, language, (step, label) => {
    const form = formOf(step, instrument)
    return written(form, form.short, step, language, { instrument, label })
  })
}

function chainText(
  chain: readonly Measure[],
  language: Language,
  labelled: (step: Measure, label?: string) => string,
): string {
  const steps = fromPrintedPlace(chain)
  const [first, ...below] = steps
  if (first === undefined) return ''
  if (language !== 'en') return numberedThrough(steps, labelled).join('')
  return below.reduce((text, step) => {
    const label = printedLabel(step)
    const isPart = first.kind === 'section' && step.kind === 'paragraph'
    const goesOn = (isPart || isDotted(first, step)) && /\d$/.test(text)
    return goesOn && /^\d/.test(label) ? `${text}.${label}` : `${text}(${label})`
  }, labelled(first))
}

/** Whether sections below sections, and points below points, have both numbers with a full stop: `4.2`. */
function isDotted(above: Measure, below: Measure | undefined): boolean {
  return below?.kind === above.kind && (above.kind === 'section' || above.kind === 'point')
}

/** `steps` labelled, the sections below a section in one with it: `第4.2节`. */
function numberedThrough(
  [step, ...below]: readonly Measure[],
  labelled: (step: Measure, label?: string) => string,
  above = '',
): readonly string[] {
  if (step === undefined) return []
  const label = above + printedLabel(step)
  const [next] = below
  const goesOn =
    isDotted(step, next) && /\d$/.test(label) && /^\d/.test(next ? printedLabel(next) : '')
  return goesOn
    ? numberedThrough(below, labelled, `${label}.`)
    : [above === '' ? labelled(step) : labelled(step, label), ...numberedThrough(below, labelled)]
}

/** `steps` from the last one on that has a printed place: that says all above it, too. */
export function fromPrintedPlace<T extends Provision>(steps: readonly T[]): readonly T[] {
  const at = steps.findLastIndex((step) => step.level !== 'instrument' && step.place !== undefined)
  return at === -1 ? steps : steps.slice(at)
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

function formOf(provision: Division | Measure, instrument: Instrument | undefined): LabelForm {
  const forms = labelForms[instrument?.type ?? likelyType(provision)]
  const form = forms.find(({ kind }) => kind === provision.kind)
  if (form === undefined) throw new Error(`No label for ${provision.kind}.`)
  return form
}

/** Paragraphs below an article have its bare label in their keys (`5.1`), others stand below headings. */
function likelyType({ parent }: Division | Measure): InstrumentType {
  return /^\d/.test(pathOf(parent) ?? '') ? 'act' : 'plan'
}

interface Writing {
  readonly instrument: Instrument | undefined
  /** The label, where it is not the provision's own. */
  readonly label?: string | undefined
  /** Whether all Chinese numbers are written as running text does. */
  readonly inWords?: boolean
}

function written(
  form: LabelForm,
  english: string,
  provision: Division | Measure,
  language: Language,
  { instrument, label: ownLabel = printedLabel(provision), inWords: allInWords = false }: Writing,
): string {
  const place = provision.place && nameIn(provision.place, language)
  if (place !== undefined && saysItsKind(place)) return place
  const label = place ?? ownLabel
  if (language === 'en') return `${english} ${label}`
  const own = instrument && ownChinese(instrument)
  const {
    before,
    after,
    inWords = allInWords || own !== undefined,
  } = chineseForm(form, language, own)
  const number = inWords && place === undefined ? numberOf(label) : undefined
  const words = number === undefined ? label : inChinese(number)
  return `${before}${isListed(form, provision, own) && number !== undefined ? `（${words}）` : words}${after}`
}

/** Whether laws in `chinese` print the number of `provision` in parentheses: the mainland's 项 below an article. */
function isListed(
  form: LabelForm,
  { parent }: Division | Measure,
  chinese: Language | undefined,
): boolean {
  const isItem = chinese === 'zh-Hans' && form['zh-Hans'].after === '项'
  return isItem && /^\d/.test(pathOf(parent) ?? '')
}

/**
 * Whether `place` needs no word of its kind before it. Where its first word has a digit (`GV-1.1-001`,
 * `13.a`), Pandoc takes it for a page.
 */
function saysItsKind(place: string): boolean {
  const [word = ''] = place.split(' ')
  return /\p{Script=Han}/u.test(word) || (word.length > 1 && !/\p{N}/u.test(word))
}

/** The words of `form` in `language`; parts of an article are called as an instrument in `own` calls them. */
function chineseForm(
  form: LabelForm,
  language: Exclude<Language, 'en'>,
  own: Language | undefined,
): ChineseForm {
  const usual = form[language] ?? form['zh-Hant']
  if (own === undefined || own === 'en' || !partKinds.has(form.kind)) return usual
  const its = form[own] ?? form['zh-Hant']
  return { ...its, after: inScriptOf(language, its.after) }
}

/** The words around labels of parts that another script writes otherwise. */
const simplifiedAfter: ReadonlyMap<string, string> = new Map([
  ['條款', '条款'],
  ['項', '项'],
  ['節', '节'],
])
const traditionalAfter: ReadonlyMap<string, string> = new Map(
  [...simplifiedAfter].map(([traditional, simplified]) => [simplified, traditional]),
)

function inScriptOf(language: Language, after: string): string {
  const table = language === 'zh-Hans' ? simplifiedAfter : traditionalAfter
  return table.get(after) ?? after
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
export const englishWords: readonly LabelWord[] = collect(englishOf)

function englishOf(form: LabelForm): readonly string[] {
  return [form.en, form.short, ...(form.alsoRead ?? [])].map((word) => word.replace(/\.$/, ''))
}

/** The Chinese words that stand before a label (`附件三`, `行动3`); longest first. */
export const chineseWordsBefore: readonly LabelWord[] = collect((form) => [
  ...chineseForms(form)
    .filter(({ after }) => after === '')
    .map(({ before }) => before),
  ...(form.chineseBefore ?? []),
])

/** The Chinese words that stand after `第` and a label (`第3节`); longest first. */
export const chineseWordsAfter: readonly LabelWord[] = collect((form) => [
  ...chineseForms(form)
    .filter(({ before, after }) => before === '第' && after !== '')
    .map(({ after }) => after),
  ...(form.chineseAfter ?? []),
])

/** What words of {@link chineseWordsAfter} mean in an instrument that has none of the kinds that they mean elsewhere. */
export const chineseWordsInstead: readonly LabelWord[] = collect(
  (form) => form.chineseInstead ?? [],
)

/** What may stand around a label to say of what kind it is, in lower case. */
export interface WordsAround {
  readonly before: string
  readonly after: string
}

/** All words around a label of `kind`, in English without a final full stop: `subcat` before it, `第` and `项` around it. */
export function wordsAround(kind: ProvisionKind): readonly WordsAround[] {
  return aroundByKind.get(kind) ?? []
}

const aroundByKind: ReadonlyMap<ProvisionKind, readonly WordsAround[]> = new Map(
  allForms.map(({ kind }) => [
    kind,
    allForms.filter((form) => form.kind === kind).flatMap(aroundIn),
  ]),
)

function aroundIn(form: LabelForm): readonly WordsAround[] {
  return [
    ...englishOf(form).map((before) => ({ before, after: '' })),
    { before: '', after: form.en },
    ...chineseForms(form),
    ...(form.chineseBefore ?? []).map((before) => ({ before, after: '' })),
    ...(form.chineseAfter ?? []).map(counted),
  ]
}

/** The Chinese words that stand before `第`, a label and a word that counts (`序言第3段`); longest first. */
export const chineseWordsAround: readonly LabelWord[] = collect((form) => form.chineseCounted ?? [])

function chineseForms(form: LabelForm): readonly ChineseForm[] {
  return [form['zh-Hans'], form['zh-Hant'], form['zh-Hant-HK']].filter((one) => one !== undefined)
}

function collect(wordsOf: (form: LabelForm) => readonly string[]): readonly LabelWord[] {
  const words = new Set(allForms.flatMap(wordsOf))
  return [...words]
    .map((word) => ({
      word,
      kinds: allForms.filter((form) => wordsOf(form).includes(word)).map(({ kind }) => kind),
    }))
    .sort((a, b) => b.word.length - a.word.length)
}
