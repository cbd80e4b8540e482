import type { Language } from '../../../src/core/corpus/language.ts'
import type { Division, Measure, Pages } from '../../../src/core/corpus/provision.ts'
import { inChinese, numberOf } from '../../../src/core/text/numerals.ts'

/** A step on the way to a provision, with the label that its instrument prints. */
export interface LabelledStep {
  readonly level: 'division' | 'measure'
  readonly kind: (Division | Measure)['kind']
  readonly label: string
}

/** The ways of naming each kind. */
type Templates = Readonly<Record<string, readonly string[]>>

/** How people name each kind, with `#` for the label; written down without a look at the reader. */
const english: Templates = {
  pillar: ['Pillar #', 'pillar #'],
  section: ['Section #', 'sec. #', '§ #', 'Sec.#', 'sect. #', '§#', 'section\n#'],
  chapter: ['Chapter #', 'chap. #', 'ch. #', 'Chap.#', 'CHAPTER #', 'Ch #', 'ch.\u00a0#'],
  annex: ['Annex #', 'annex #', 'ann. #', 'ANNEX #'],
  action: [
    ...['recommended action #', 'Recommended Policy Action #', 'action #', 'policy action #'],
    ...['measure #', 'Action (#)'],
  ],
  article: ['Article #', 'art. #', 'Art.#', 'Art.\u00a0#', 'Art #', 'ART. #', 'article (#)'],
  paragraph: ['paragraph #', 'para. #', 'par. #', 'paragraph (#)', 'Para.#', '¶ #', '¶#'],
  point: ['point #', 'point (#)', 'item #', 'Point #', 'item (#)'],
  recommendation: ['Recommendation #', 'rec. #', 'Rec.#', 'recom. #', 'recommendation (#)'],
  claim: ['claim #', 'Claim #'],
  goal: ['Goal #', 'goal #', 'GOAL #', 'goal (#)'],
  function: ['Function #', 'function #'],
  category: ['Category #', 'category #', 'cat. #'],
  recital: ['Recital #', 'recital (#)', 'rec. #', 'whereas #', 'Whereas clause #', 'Rec.#'],
  target: ['Target #', 'target #', 'target (#)'],
  subcategory: ['Subcategory #', 'subcat. #', 'sub-category #'],
  principle: ['Principle #', 'principle #', 'princ. #'],
  clause: ['clause #', 'cl. #', 'clause (#)', 'Clause #', 'cl.#'],
  subsection: ['subsection #', 'subsec. #', 'subsection (#)', 'subs. #', 'sub-section (#)'],
  subparagraph: ['subparagraph #', 'subpara. #', 'subpar. #', 'sub-paragraph (#)'],
  item: ['item #', 'Item #', 'item (#)'],
  subitem: ['subitem #', 'sub-item (#)', 'Subitem #'],
}

const simplified: Templates = {
  pillar: ['第#支柱', '第 # 支柱', '支柱#', '第#大支柱'],
  section: ['第#节', '第 # 节', '第（#）节'],
  chapter: ['第#章', '第 # 章'],
  annex: ['附件#', '附件 #', '附录#'],
  action: ['第#项建议行动', '第 # 项建议行动', '行动#', '第#项行动', '措施#', '第#项措施'],
  article: ['第#条', '第 # 条', '第(#)条'],
  paragraph: ['第#款', '第 # 款', '第（#）款'],
  point: ['第#项', '第 # 项', '第（#）项', '第(#)项', '第#点', '第#目'],
  recommendation: ['第#项建议', '建议#', '第 # 项建议', '第#条建议', '建议 #'],
  claim: ['第#项论断', '论断#'],
  goal: ['目标#', '目标 #', '第#项目标'],
  function: ['功能#', '第#项功能'],
  category: ['类别#', '第#项类别'],
  recital: ['序言第#段', '序言第 # 段', '鉴于条款第#条', '第#项鉴于条款', '序言第（#）段'],
  target: ['具体目标#', '第#项具体目标', '细项目标#'],
  subcategory: ['子类别#', '第#项子类别'],
  principle: ['原则#', '第#项原则', '第#条原则', '原则 #'],
  clause: ['第#条款', '条款#', '第（#）条款'],
  subsection: ['第#款', '第 # 款', '第（#）款'],
  subparagraph: ['第#项', '第 # 项', '第#目', '第（#）项'],
  item: ['第#项', '第 # 项', '第（#）项'],
  subitem: ['第#目', '第 # 目', '第（#）目'],
}

const traditional: Templates = {
  pillar: ['第#支柱', '第 # 支柱', '支柱#', '第#大支柱'],
  section: ['第#節', '第 # 節', '第（#）節'],
  chapter: ['第#章', '第 # 章'],
  annex: ['附件#', '附件 #', '附錄#'],
  action: ['第#項建議行動', '第 # 項建議行動', '行動#', '第#項行動', '措施#', '第#項措施'],
  article: ['第#條', '第 # 條', '第(#)條'],
  paragraph: ['第#項', '第 # 項', '第（#）項', '第#款'],
  point: ['第#款', '第 # 款', '第（#）款', '第#項', '第#點', '第#目'],
  recommendation: ['第#項建議', '建議#', '第 # 項建議', '第#條建議', '建議 #'],
  claim: ['第#項論斷', '論斷#'],
  goal: ['目標#', '目標 #', '第#項目標'],
  function: ['功能#', '第#項功能'],
  category: ['類別#', '第#項類別'],
  recital: ['前言第#段', '前言第 # 段', '前言第#點', '敘文第#段', '第#項鑑於條款'],
  target: ['具體目標#', '第#項具體目標', '細項目標#'],
  subcategory: ['子類別#', '第#項子類別'],
  principle: ['原則#', '第#項原則', '第#條原則', '原則 #'],
  clause: ['第#條款', '條款#', '第（#）條款'],
  subsection: ['第#項', '第 # 項', '第（#）項'],
  subparagraph: ['第#款', '第 # 款', '第（#）款'],
  item: ['第#目', '第 # 目', '第（#）目'],
  subitem: ['第#小目', '第#細目', '第（#）小目'],
}

/** Where an instrument is running text and has no articles, its paragraphs are `段`. */
const paragraphsOfText: readonly string[] = ['第#段', '第 # 段', '第（#）段']

/**
 * The ways of writing the place in `language` to which `steps` lead: the divisions, then the measures.
 * In running text paragraphs are `段`; below a subsection they bear its word, for what it is in Chinese
 * law, `款` or `項`, has below it what is no paragraph.
 */
export function waysOfWriting(
  steps: readonly LabelledStep[],
  language: Language,
  isOfText: boolean,
): ReadonlySet<string> {
  return new Set(
    waysToName(steps).flatMap((named) =>
      language === 'en'
        ? englishPlaces(named)
        : chinesePlaces(named, templatesIn(named, language, isOfText)),
    ),
  )
}

/** With the divisions and without; of a division, with those above it and alone. */
function waysToName(steps: readonly LabelledStep[]): readonly (readonly LabelledStep[])[] {
  const chain = steps.filter(({ level }) => level === 'measure')
  const short = chain.length > 0 ? chain : steps.slice(-1)
  return short.length === steps.length ? [steps] : [steps, short]
}

function templatesIn(
  steps: readonly LabelledStep[],
  language: Language,
  isOfText: boolean,
): Templates {
  const templates = language === 'zh-Hans' ? simplified : traditional
  if (isOfText) return { ...templates, paragraph: paragraphsOfText }
  const isBelowSubsection = steps.some(({ kind }) => kind === 'subsection')
  return isBelowSubsection ? { ...templates, paragraph: templates['subsection'] ?? [] } : templates
}

/** As many as the longest list of templates has. */
const styles = [0, 1, 2, 3, 4, 5, 6]

function englishPlaces(steps: readonly LabelledStep[]): readonly string[] {
  return styles.flatMap((style) =>
    [printed, arabic, roman, small].flatMap((numeral) => {
      const worded = steps.map((step) => inWords(step, english, style, numeral))
      const joined = repeatsKind(steps) ? [] : [worded.join(', '), worded.join(' ')]
      const nested = [bracketed(steps, worded, numeral), ...dotted(steps, worded)]
      return [...joined, ...nested.map((parts) => parts.join(', '))]
    }),
  )
}

/** `sec. 4.2` where an order numbers its sections so. */
function dotted(
  steps: readonly LabelledStep[],
  worded: readonly string[],
): readonly (readonly string[])[] {
  const [first, second] = steps
  const isNumbered = first?.kind === 'section' && /^\d+$/.test(second?.label ?? '')
  const isOfOrder = steps.every(({ level }) => level === 'measure') && steps.length === 2
  const isWritten = /\d$/.test(worded[0] ?? '')
  return isNumbered && isOfOrder && isWritten ? [[`${worded[0] ?? ''}.${second?.label ?? ''}`]] : []
}

/** `sec. 4, sec. 1` are two sections for a reader: the second one stands in brackets. */
function repeatsKind(steps: readonly LabelledStep[]): boolean {
  return steps.some(
    ({ level, kind }, at) =>
      level === 'measure' && steps.slice(0, at).some((one) => one.kind === kind),
  )
}

/** `art. 5(1)(a)`, `第5条(1)(a)`: of the measures only the first has a word. */
function bracketed(
  steps: readonly LabelledStep[],
  worded: readonly string[],
  numeral: (label: string) => string,
): readonly string[] {
  const first = steps.findIndex(({ level }) => level === 'measure')
  if (first === -1) return worded
  const below = steps.slice(first + 1).map(({ label }) => `(${numeral(label)})`)
  return [...worded.slice(0, first), (worded[first] ?? '') + below.join('')]
}

function chinesePlaces(steps: readonly LabelledStep[], templates: Templates): readonly string[] {
  return styles.flatMap((style) =>
    [printed, arabic, inChineseNumerals, fullWidth].flatMap((numeral) => {
      const worded = steps.map((step) => inWords(step, templates, style, numeral))
      const joined = ['，', '', ' '].map((comma) => worded.join(comma))
      return [...joined, bracketed(steps, worded, numeral).join('')]
    }),
  )
}

function inWords(
  { kind, label }: LabelledStep,
  templates: Templates,
  style: number,
  numeral: (label: string) => string,
): string {
  const known = templates[kind] ?? []
  const template = known[style % known.length]
  if (template === undefined) throw new Error(`No words for ${kind}.`)
  const written = labelAlone(kind, numeral(label), template)
  const isGlued = /\p{L}#|[¶§]#/u.test(template) && /^[a-z]/i.test(written)
  return (isGlued ? template.replace('#', ' #') : template).replace('#', written)
}

/** `written` as people write it behind a word: `Section A` in a capital, where `a` is a word, and `(ba)` in brackets. */
function labelAlone(kind: LabelledStep['kind'], written: string, template: string): string {
  if (kind === 'section' && /^[a-z]$/.test(written)) return written.toUpperCase()
  const isInserted = /^[a-z][a-d]$/.test(written) && /^[\x20-\x7e]+$/.test(template)
  return isInserted && !template.includes('(') ? `(${written})` : written
}

function printed(label: string): string {
  return label
}

function arabic(label: string): string {
  return /^[IVXLC]+$|^\d+$/.test(label) ? String(numberOf(label)) : label
}

function inChineseNumerals(label: string): string {
  const number = /^[IVXLC]+$|^\d+$/.test(label) ? numberOf(label) : undefined
  return number === undefined || number > 199 ? label : beyondNinetyNine(number)
}

/** `一百零三`, `一百一十三`. */
function beyondNinetyNine(number: number): string {
  if (number < 100) return inChinese(number)
  const rest = number - 100
  if (rest === 0) return '一百'
  return `一百${rest < 10 ? '零' : ''}${rest > 9 && rest < 20 ? '一' : ''}${inChinese(rest)}`
}

function fullWidth(label: string): string {
  return label.replace(/[\x21-\x7E]/g, (plain) => String.fromCharCode(plain.charCodeAt(0) + 0xfee0))
}

/** `pillar ii`, `chapter iii`. */
function small(label: string): string {
  return label.toLowerCase()
}

const tens = ['', 'X', 'XX', 'XXX']
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** Up to 39: nobody writes article CXII. */
function roman(label: string): string {
  const number = /^\d+$/.test(label) ? Number(label) : 0
  if (number < 1 || number > 39) return label
  return (tens[Math.floor(number / 10)] ?? '') + (ones[number % 10] ?? '')
}

/** What stands behind a key: `place` alone, or with `pages` first or last. */
export function withPages(
  place: string,
  pages: Pages,
  language: Language,
  where: 'first' | 'last',
): string {
  const page = pageIn(pages, language)
  const parts = where === 'first' ? [page, place] : [place, page]
  return `, ${parts.join(language === 'en' ? ', ' : '，')}`
}

function pageIn({ first, last }: Pages, language: Language): string {
  const numbers = first === last ? String(first) : `${String(first)}–${String(last)}`
  switch (language) {
    case 'en':
      return `${first === last ? 'p.' : 'pp.'} ${numbers}`
    case 'zh-Hans':
      return `页 ${numbers}`
    case 'zh-Hant':
    case 'zh-Hant-HK':
      return `第${numbers}頁`
  }
}
