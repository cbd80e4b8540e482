import type { Provision, ProvisionKind } from '../corpus/provision.ts'
import { chineseNumerals } from '../text/numerals.ts'
import { movedSpan, type Span } from '../text/span.ts'
import { writtenNumber } from '../words/writtenNumbers.ts'
import {
  chineseWordsAfter,
  chineseWordsAround,
  chineseWordsBefore,
  chineseWordsInstead,
  englishWords,
  type LabelWord,
} from './locatorLabels.ts'
import type { Link } from './suffixWords.ts'

/** One step of a locator in the bibliographic form: `sec. 1`. */
export interface LocatorStep {
  /** What the word can mean; `undefined` for a bare `(1)` after another step. */
  readonly kinds: readonly ProvisionKind[] | undefined
  /** What it means in an instrument that has none of these. */
  readonly kindsInstead?: readonly ProvisionKind[]
  /** As written: `1`, `I`, `三`, `a`. */
  readonly label: string
  /** Of the whole step, in the suffix. */
  readonly span: Span
  /** Who bears this as its printed place, where it is one. */
  readonly printed?: readonly Provision[]
  /** How it stands to the steps before it, where words or marks say more than that it follows them. */
  readonly link?: Link
  /** Whether it has no word of its own, but goes on the list of the step before it: `10` of `arts. 9, 10`. */
  readonly goesOn?: true
  /** Whether what follows may say that it is a step of another law: `Article 35 GDPR`. */
  readonly mayBeElsewhere?: true
}

const alternatives = (words: readonly LabelWord[]): string =>
  words.map(({ word }) => word).join('|')
const chineseNumber = `[${chineseNumerals}]{1,7}`
/** `aa` to `zz`: what comes behind `z` in a long list. */
const doubledLetters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter + letter).join(
  '|',
)
/** `ba`: what an amendment put behind `b`. */
const insertedLetters = '[a-z][a-d](?![a-z])'
/** `6-1-1702` is one label, of a code of laws; `5-7` a range. */
const numeral = '\\d{1,4}(?:-\\d{1,4}){2,3}|\\d{1,5}(?:\\.\\d{1,3}){0,4}[a-z]{0,2}'
const label = `${numeral}|${insertedLetters}|[ivxlcdm]{1,8}|${doubledLetters}|[a-z]`
/** Chinese needs no blank before and behind foreign words: `第5条和Annex III`. */
/** Elsewhere they go on with other words: `the plan points two ways`. */
const numberWords =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\\s*(?:$|[,;.:)]))'
const wordStart = '(?<!(?!\\p{Script=Han})[\\p{L}\\p{N}])'
const wordEnd = '(?!(?!\\p{Script=Han})[\\p{L}\\p{N}])'
const reach = '-{1,3}|[–—~～]{1,2}'

/** `s. 3` and `ss. 3–5` of British acts: read with their full stop only. */
const section: LabelWord = { word: 's', kinds: ['section'] }

const englishStep = new RegExp(
  `${wordStart}(${alternatives(englishWords)}|s(?=\\.|s\\.))(e?s|[§¶])?(?:\\.\\s{0,8}|\\s{1,8}|(?=[\\d(]))\\(?(${numberWords}|${label})\\)?${wordEnd}`,
  'giu',
)
const anyLabel = `${chineseNumber}|${label}`
const chineseLabel = `\\(?(?:${anyLabel})\\)?`
const joiningMarks = `\\s?(?:${reach}|[至到、,和及与與或])\\s?`
const chineseJoint = `${joiningMarks}第?\\s?`
const chineseStepAfter = new RegExp(
  `第\\s?(${chineseLabel}(?:${chineseJoint}${chineseLabel}){0,12})((?:\\s?\\((?:${anyLabel})\\)){0,4})\\s?(${alternatives(chineseWordsAfter)})`,
  'dgiu',
)
const chineseParts = new RegExp(
  `(${joiningMarks})?((?:第\\s?)?\\(?(${anyLabel})\\)?(?:\\s?[段點点])?)`,
  'dgiu',
)
const chineseStepBefore = new RegExp(
  `(${alternatives(chineseWordsBefore)})\\s?(${anyLabel})(?![a-z\\d])`,
  'giu',
)
/** `第5` goes on a list only where `段` says that no article begins: `序言第3、第5条`. */
const chineseNext = joiningMarks + chineseLabel
const chineseStepAround = new RegExp(
  `(${alternatives(chineseWordsAround)})\\s?第?\\s?(${chineseLabel}(?:(?:${chineseJoint}${chineseLabel}){0,12}(?=\\s?[段點点])|(?:${chineseNext}){0,12})(?:\\s?[段条條款项項點点]|(?![a-z\\d])))((?:${chineseJoint}${chineseLabel}\\s?[段點点]){0,12})`,
  'dgiu',
)
const ordinal =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th)'
const paragraphInOrder = new RegExp(
  `${wordStart}(?:the\\s)?((?:${ordinal})(?:(?:,\\s|,?\\s(?:and|or|to)\\s)(?:${ordinal})){0,6})\\s(?:sub-?)?para(?:graph)?s?\\.?(?![\\p{L}\\p{N}])`,
  'dgiu',
)
const ordinals = new RegExp(`(\\s?(?:,|and|or|to)\\s)?(${ordinal})`, 'dgiu')
const plainArticle = '(?:article|art\\.?)\\s\\d{1,4}[a-z]{0,2}'
const behindArticle = new RegExp(`${wordStart}${plainArticle},?\\s$`, 'iu')
const beforeArticle = new RegExp(`^\\sof\\s${plainArticle}(?![\\p{L}\\p{N}(])`, 'iu')
/** `(a)`, in Chinese with a word behind it: `(a)项`; there a letter may stand alone: `a项`. */
const childLabel = `(?:\\((${anyLabel})\\)(?:\\s?[款项項目点點])?|([a-z]{1,2}|[ivx]{1,5})\\s?[款项項目点點])`
const childStep = new RegExp(`^\\s?${childLabel}`, 'iu')
const dottedLabel = /^\.(\d{1,3})(?![\p{L}\p{N}])/u
const childSteps = new RegExp(`\\((${anyLabel})\\)`, 'dgiu')

/** Between two labels of a list or range: `, `, ` and `, `–`. */
const joint = `\\s?(?:${reach}|(?<=\\s)(?:to|through)(?=\\s)|,?\\s?(?:(?<=\\s)(?:and|or|and/or)(?=\\s)|[&和及与與或、至到])|,)\\s?`
const bracketedNext = new RegExp(`^(${joint})${childLabel}`, 'iu')
const plainNext = new RegExp(
  `^(${joint})(${numeral}|[IVXLC]{1,7}|[a-z]|${chineseNumber})${wordEnd}(?!\\s(?:page|pp?\\b|[页頁]))`,
  'u',
)
const reaches = new RegExp(`^(?:${reach}|to|through|至|到)$`, 'u')
/** `, 6 and 7` behind `art. 5`. */
const listToEnd = /^(?:,\s?\d{1,4}){1,20},?\s(?:and|or|&)\s\d{1,4}(?![\p{L}\p{N}])/u
const endOfClause = /^(?:\([a-z\d]{1,5}\)){0,4}\s*(?:$|[^\s\p{L}\p{N}(])/u

/** A match, and the steps in it. */
interface Found {
  readonly start: number
  readonly end: number
  readonly steps: readonly LocatorStep[]
}

/** The steps of `text`, all that stands behind a key in ASCII width, in their order; none overlap. */
export function readSteps(text: string): readonly LocatorStep[] {
  const english = [...text.matchAll(englishStep)].map((match) => englishFound(text, match))
  const chinese = /\p{Script=Han}/u.test(text) ? chineseSteps(text) : []
  const ordered = [...text.matchAll(paragraphInOrder)].map((match) => orderedFound(text, match))
  const found = [...english, ...chinese, ...ordered].filter(({ steps }) => steps.every(isStep))
  return inOrder(found)
    .flatMap(({ steps }) => steps)
    .map((step, at, all) => (isPartOfParagraph(text, step, all[at - 1]) ? asPart(step) : step))
}

function chineseSteps(text: string): readonly Found[] {
  const order = orderOfLevels(text)
  return [
    ...[...text.matchAll(chineseStepAfter)].map((match) => afterFound(text, match, order)),
    ...[...text.matchAll(chineseStepBefore)].map((match) =>
      beforeFound(text, match, chineseWordsBefore),
    ),
    ...[...text.matchAll(chineseStepAround)].map((match) => aroundFound(text, match)),
  ]
}

const labelsBelow = new RegExp(
  `^[\\s,]{0,3}((?:\\((?:\\d{1,3}|[ivx]{1,5}|${insertedLetters}|[a-z]|${chineseNumber})\\)){1,5})(?=\\s*(?:$|[,.;}]))`,
  'diu',
)

/** `(1)` and `(a)` of `, (1)(a)` at `start` of `text`, which go on below what a key names. */
export function stepsBelowKey(text: string, start: number): readonly LocatorStep[] {
  const match = labelsBelow.exec(text.slice(start, start + longestStep))
  const from = start + (match?.indices?.[1]?.[0] ?? 0)
  return [...(match?.[1] ?? '').matchAll(childSteps)].map((part) => {
    return { kinds: undefined, label: part[1] ?? '', span: partSpan(part, 0, from) }
  })
}

/** Whether `step` is `第二段` right behind a paragraph, `第三款`: one of its parts. */
function isPartOfParagraph(text: string, step: LocatorStep, before?: LocatorStep): boolean {
  const { start, end } = step.span
  return (
    before?.span.end === start && /[款項]$/u.test(text.slice(0, start)) && text[end - 1] === '段'
  )
}

function asPart(step: LocatorStep): LocatorStep {
  return { ...step, kinds: ['subparagraph'] }
}

function inOrder(found: readonly Found[]): readonly Found[] {
  let read = 0
  return found
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      const isFree = start >= read
      if (isFree) read = end
      return isFree
    })
}

function englishFound(text: string, match: RegExpExecArray): Found {
  const [whole, word = '', plural, written = ''] = match
  const step = stepAt(match, kindsOf(word, [...englishWords, section]), inFigures(written))
  return withFurther(text, [step], {
    isMany: plural !== undefined,
    inBrackets: whole.endsWith(')'),
  })
}

/** `1` for `One`. */
function inFigures(written: string): string {
  const number = writtenNumber(written.toLowerCase())?.number
  return number === undefined ? written : String(number)
}

function beforeFound(text: string, match: RegExpExecArray, words: readonly LabelWord[]): Found {
  const step = stepAt(match, kindsOf(match[1], words), match[2] ?? '')
  return withFurther(text, [step], { isMany: false, inBrackets: false })
}

/**
 * `第三条`, and also `第五至七条`: the first of several has the word before, the last the one behind. So
 * has `(a)` of `第4.2(a)节`.
 */
function afterFound(text: string, match: RegExpExecArray, order: LevelOrder): Found {
  const [, , below = '', word = ''] = match
  const kinds = inOrderOfLevels(word, kindsOf(word, chineseWordsAfter), order)
  const instead = kindsOf(word, chineseWordsInstead)
  const meant = { kinds, ...(instead.length > 0 && { kindsInstead: instead }) }
  const [, end] = match.indices?.[1] ?? [match.index, match.index]
  const listed = listedIn(match, 1, chineseParts, meant)
  const children = [...below.matchAll(childSteps)].map((part): LocatorStep => {
    return { kinds: undefined, label: part[1] ?? '', span: partSpan(part, 0, end) }
  })
  const steps = withEnds([...listed, ...children], match.index, match.index + match[0].length)
  return withFurther(text, steps, { isMany: false, inBrackets: false })
}

/** `序言第97、98段和第100段`. */
function aroundFound(text: string, match: RegExpExecArray): Found {
  const meant = { kinds: kindsOf(match[1], chineseWordsAround) }
  const steps = [2, 3].flatMap((group) => listedIn(match, group, chineseParts, meant))
  const all = withEnds(steps, match.index, match.index + match[0].length)
  return withFurther(text, all, { isMany: false, inBrackets: false })
}

/**
 * `third paragraph` and `first and second subparagraphs` beside an article whose paragraphs have no
 * numbers, `Article 113, third paragraph`; elsewhere these are words about the place.
 */
function orderedFound(text: string, match: RegExpExecArray): Found {
  const { index: start, 0: whole } = match
  const end = start + whole.length
  const isMeant =
    behindArticle.test(text.slice(Math.max(0, start - longestStep), start)) ||
    beforeArticle.test(text.slice(end, end + longestStep))
  if (!isMeant) return { start, end: start, steps: [] }
  const steps = listedIn(match, 1, ordinals, { kinds: ['paragraph'] })
  return withFurther(text, withEnds(steps, start, end), { isMany: false, inBrackets: false })
}

/** The labels that group `group` of `match` lists, each as `parts` finds it, with what joins it to the one before. */
function listedIn(
  match: RegExpExecArray,
  group: number,
  parts: RegExp,
  meant: Pick<LocatorStep, 'kinds' | 'kindsInstead'>,
): readonly LocatorStep[] {
  const [start] = match.indices?.[group] ?? [match.index]
  return [...(match[group] ?? '').matchAll(parts)].map((part): LocatorStep => {
    const label = inFigures(part[3] ?? part[2] ?? '')
    return { ...meant, label, span: partSpan(part, 2, start), ...(part[1] && goingOn(part[1])) }
  })
}

/** Of group `group` of `part` in what begins at `start`. */
function partSpan(part: RegExpExecArray, group: number, start: number): Span {
  const [from, to] = part.indices?.[group] ?? [0, 0]
  return { start: start + from, end: start + to }
}

/** `steps`, of which the first begins at `start` and the last ends at `end`. */
function withEnds(
  steps: readonly LocatorStep[],
  start: number,
  end: number,
): readonly LocatorStep[] {
  return steps.map((step, at) => ({
    ...step,
    span: {
      start: at === 0 ? start : step.span.start,
      end: at === steps.length - 1 ? end : step.span.end,
    },
  }))
}

function stepAt(match: RegExpExecArray, kinds: Kinds, written: string): LocatorStep {
  const span = { start: match.index, end: match.index + match[0].length }
  return { kinds, label: written, span }
}

type Kinds = readonly ProvisionKind[]

function kindsOf(word = '', words: readonly LabelWord[]): Kinds {
  const written = word.toLowerCase()
  return words.find((known) => known.word === written)?.kinds ?? []
}

function goingOn(written: string): Pick<LocatorStep, 'link' | 'goesOn'> {
  return { link: reaches.test(written.trim()) ? 'to' : 'and', goesOn: true }
}

/** What may go on behind a step. */
interface Going {
  /** Whether its word is one for several: `arts.`. */
  readonly isMany: boolean
  /** Whether its label stands in brackets. */
  readonly inBrackets: boolean
}

/** `steps` with all that goes on them: children in brackets, and the rest of a list or range. */
function withFurther(text: string, steps: readonly LocatorStep[], going: Going): Found {
  const [first] = steps
  const last = steps.at(-1)
  if (first === undefined || last === undefined) return { start: 0, end: 0, steps: [] }
  const all = [...steps, ...stepsAfter(text, first, last, going)]
  return { start: first.span.start, end: all.at(-1)?.span.end ?? 0, steps: all }
}

/** `(1)` and `(a)` of `art. 5(1)(a)`, `10` and `13` of `arts. 9, 10 and 13`, `(b)` of `points (a) and (b)`. */
function stepsAfter(
  text: string,
  first: LocatorStep,
  last: LocatorStep,
  going: Going,
): readonly LocatorStep[] {
  const rest = text.slice(last.span.end, last.span.end + longestStep)
  const next =
    childIn(rest) ??
    dottedIn(rest, first) ??
    bracketedIn(rest, last, going) ??
    plainIn(rest, first, going)
  if (next === undefined) return []
  const step = { ...next, span: movedSpan(next.span, last.span.end) }
  const inBrackets = /[)款项項目点點]/u.test(rest.charAt(next.span.end - 1))
  return [step, ...stepsAfter(text, first, step, { ...going, inBrackets })]
}

/** So long is a step at most, in UTF-16 units. */
const longestStep = 40

/** `(1)` right behind a label. */
function childIn(rest: string): LocatorStep | undefined {
  const match = childStep.exec(rest)
  if (match === null) return undefined
  const blanks = match[0].length - match[0].trimStart().length
  return { kinds: undefined, label: match[1] ?? match[2] ?? '', span: behind(match, blanks) }
}

/** `.1` behind a Roman numeral: `pillar I.1`, `Annex III.4`. */
function dottedIn(rest: string, first: LocatorStep): LocatorStep | undefined {
  const match = formOf(first.label) === 'Roman' ? dottedLabel.exec(rest) : null
  return match === null
    ? undefined
    : { kinds: undefined, label: match[1] ?? '', span: behind(match, 1) }
}

/** ` and (b)` behind a label in brackets. */
function bracketedIn(rest: string, last: LocatorStep, going: Going): LocatorStep | undefined {
  const match = going.inBrackets ? bracketedNext.exec(rest) : null
  if (match === null) return undefined
  const [, between = '', bracketed, bare = ''] = match
  const span = behind(match, between.length)
  return { kinds: last.kinds, label: bracketed ?? bare, span, ...goingOn(between) }
}

/** `, 10` behind `arts. 9`; behind a word for one only what surely goes on: `art. 5 and 6.`, `art. 5–6`. */
function plainIn(rest: string, first: LocatorStep, going: Going): LocatorStep | undefined {
  const match = plainNext.exec(rest)
  if (match === null) return undefined
  const [whole, between = '', written = ''] = match
  const isSure =
    going.isMany ||
    reaches.test(between.trim()) ||
    between.trim() === '、' ||
    listToEnd.test(rest) ||
    (between.trim() !== ',' && endOfClause.test(rest.slice(whole.length)))
  if (!isSure || formOf(written) !== formOf(first.label)) return undefined
  const span = behind(match, between.length)
  return { kinds: first.kinds, label: written, span, ...goingOn(between) }
}

function behind(match: RegExpExecArray, start: number): Span {
  return { start, end: match[0].length }
}

/** Labels of one list have one form. */
function formOf(written: string): 'number' | 'Roman' | 'letter' | 'Chinese' {
  if (/^\d/.test(written)) return 'number'
  if (/^[IVXLCDM]+$/.test(written)) return 'Roman'
  return /^[a-z]+$/i.test(written) ? 'letter' : 'Chinese'
}

/** One letter or two are a label of few kinds; elsewhere it is a word: `take action a second time`. */
function isStep({ kinds, label: written }: LocatorStep): boolean {
  return (
    !/^[a-z]{1,2}$/.test(written) ||
    /^[ivx]{1,2}$/.test(written) ||
    (kinds?.some(isLettered) ?? true)
  )
}

function isLettered(kind: ProvisionKind): boolean {
  return letteredKinds.has(kind)
}

const letteredKinds: ReadonlySet<ProvisionKind> = new Set([
  ...(['point', 'paragraph', 'annex', 'section', 'clause', 'subsection'] as const),
  ...(['subparagraph', 'item', 'subitem'] as const),
])

/**
 * Which of `款` and `项` is the higher level: a paragraph or subsection, the other one a part of it. On the mainland it
 * is `款`, in Taiwan `項`.
 */
type LevelOrder = '款' | '項' | undefined

/** As the script says, or the order in which both stand. */
function orderOfLevels(text: string): LevelOrder {
  if (/[条项节页编]/u.test(text)) return '款'
  const [paragraph, item] = [text.indexOf('款'), text.indexOf('項')]
  if (paragraph === -1 || item === -1) return undefined
  return paragraph < item ? '款' : '項'
}

/** `kinds` of `word` without those that it does not mean where `order` holds. */
function inOrderOfLevels(word: string, kinds: Kinds, order: LevelOrder): Kinds {
  if (order === undefined || !/^[款项項目]$/u.test(word)) return kinds
  const isParagraph = word === order || (word === '项' && order === '項')
  const fitting = kinds.filter((kind) => higherKinds.has(kind) === isParagraph)
  return fitting.length === 0 ? kinds : fitting
}

const higherKinds: ReadonlySet<ProvisionKind> = new Set(['paragraph', 'subsection'])
