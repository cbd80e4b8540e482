import { divisionKinds, measureKinds } from '../../core/corpus/kinds.ts'
import type { DivisionKind, MeasureKind } from '../../core/corpus/provision.ts'

/** What a field can be to the item that it stands in. */
export type Role = 'label' | 'title' | 'text' | 'parent'

/** What the name of a field says: `subcategory_id`, `Goal title (English)`, `编号`. */
export interface FieldName {
  readonly role?: Role
  /** The better of two names for the same is the smaller. */
  readonly rank: number
  /** Of what it is the label, title or text, where it says so: a word, in the singular. */
  readonly of?: string
  /** Whether it names a language that is not English. */
  readonly isForeign: boolean
}

const roleWords: Readonly<Record<Role, readonly string[]>> = {
  label: [
    ...[
      'label',
      'number',
      'code',
      'no',
      'num',
      'nr',
      'index',
      'reference',
      'ref',
      'identifier',
      'id',
    ],
    ...['编号', '編號', '序号', '序號', '代码', '代碼', '号', '號'],
  ],
  title: [
    ...['title', 'heading', 'headline', 'name', 'short'],
    ...['标题', '標題', '名称', '名稱', '题目', '題目'],
  ],
  text: [
    ...['text', 'statement', 'wording', 'prose', 'body', 'content', 'description', 'details'],
    ...['正文', '内容', '內容', '文本', '描述', '说明', '說明', '表述'],
  ],
  parent: ['parent', 'within', 'belongs', '上级', '上級', '父级', '父級', '所属', '所屬'],
}

/** Kinds that also say what a field is, or that are no kinds of items of a list. */
const ambiguous: ReadonlySet<string> = new Set(['title', 'point', 'item', 'section'])

const chineseKinds: ReadonlyMap<string, DivisionKind | MeasureKind> = new Map([
  ['目标', 'goal'],
  ['目標', 'goal'],
  ['具体目标', 'target'],
  ['具體目標', 'target'],
  ['职能', 'function'],
  ['職能', 'function'],
  ['类别', 'category'],
  ['類別', 'category'],
  ['子类别', 'subcategory'],
  ['子類別', 'subcategory'],
  ['条', 'article'],
  ['條', 'article'],
  ['章', 'chapter'],
  ['原则', 'principle'],
  ['原則', 'principle'],
  ['建议', 'recommendation'],
  ['建議', 'recommendation'],
])

/** What lists are made of, without a kind of ours. */
const unkinded: ReadonlySet<string> = new Set([
  ...['objective', 'measure', 'requirement', 'control', 'strategy', 'priority', 'outcome', 'task'],
  ...['commitment', 'milestone', 'theme', 'domain', 'area', 'indicator', 'policy', 'initiative'],
  ...['item', 'child', 'entry', 'provision', 'part', 'section', 'group', 'cluster', 'workstream'],
  ...['sub', 'subitem', 'subaction', 'subtask', 'subgoal', 'subtarget', 'submeasure', 'substep'],
  ...['措施', '任务', '任務', '行动', '行動', '领域', '領域'],
])

/** The kind that a word is, in the singular or plural: `goals`, `subcategories`. */
export function kindOfWord(word: string): DivisionKind | MeasureKind | undefined {
  const singular = singularOf(word)
  if (singular === 'title' || singular === 'point') return undefined
  return (
    chineseKinds.get(singular) ??
    divisionKinds.find((kind) => kind === singular) ??
    measureKinds.find((kind) => kind === singular)
  )
}

/** Whether a list can be made of what this word names. */
export function namesItems(word: string): boolean {
  const singular = singularOf(lastWord(word))
  return kindOfWord(singular) !== undefined || unkinded.has(singular)
}

/** Whether the name of a field says anything of what it is. */
export function isKnownName(name: string): boolean {
  const { role, of } = readFieldName(name)
  return role !== undefined || of !== undefined
}

/** What `name` says: of words in any case, parted by spaces, hyphens, underscores or capitals. */
export function readFieldName(name: string): FieldName {
  const words = wordsOfName(name)
  const language = words.findLast((word) => languages.has(word))
  const said = words.filter((word) => !languages.has(word))
  const isForeign = language !== undefined && languages.get(language) === false
  const role = roleOf(said)
  const thing = said.findLast((word) => !ambiguous.has(singularOf(word)) && namesItems(word))
  return {
    ...(role && { role: role.role }),
    rank: role?.rank ?? 0,
    ...(thing !== undefined && { of: singularOf(thing) }),
    isForeign,
  }
}

/** The last word that is a role decides; `parent` does wherever it stands. */
function roleOf(
  words: readonly string[],
): { readonly role: Role; readonly rank: number } | undefined {
  if (words.some((word) => roleWords.parent.includes(word))) return { role: 'parent', rank: 0 }
  for (const word of words.toReversed()) {
    for (const role of ['label', 'title', 'text'] as const) {
      const rank = roleWords[role].indexOf(word)
      if (rank >= 0) return { role, rank: rank + (words.length > 1 ? 0.5 : 0) }
    }
  }
  return undefined
}

/** Languages at the end of names, and whether each is English. */
const languages: ReadonlyMap<string, boolean> = new Map([
  ...['en', 'eng', 'english', '英文'].map((word) => [word, true] as const),
  ...['zh', 'cn', 'hans', 'hant', 'chinese', 'fr', 'french', 'es', 'spanish', 'de', 'german'].map(
    (word) => [word, false] as const,
  ),
  ...['ar', 'arabic', 'ru', 'russian', 'pt', 'ja', 'ko', 'it', '中文', '法文'].map(
    (word) => [word, false] as const,
  ),
])

function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function lastWord(name: string): string {
  return wordsOfName(name).at(-1) ?? name
}

function singularOf(word: string): string {
  if (word === 'children') return 'child'
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
