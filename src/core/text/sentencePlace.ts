import { sentencesIn } from './sentences.ts'

/** What a sentence wants where a citation comes in, as far as the words around it tell. */
export type SentencePlace =
  /** A clause begins: who says it can be its subject. */
  | { readonly kind: 'clause' }
  /** A name must follow: *as*, *under*, *according to*. */
  | { readonly kind: 'name' }
  /** The name of the work itself must follow, for which no author stands: *Article 5 of*. */
  | { readonly kind: 'work' }
  /**
   * The reader is referred: *see*, *cf.*, 参见. The words, and how far before the citation they begin, with
   * a comma or semicolon before them that brackets put an end to; `isApart` where a space stands for it.
   */
  | {
      readonly kind: 'see'
      readonly words: string
      readonly reach: number
      readonly isApart: boolean
    }
  /** A clause goes on: no sentence needs what comes here. */
  | { readonly kind: 'within' }

/**
 * The place behind `before`, the text of a block up to there, without the marks of what contains it, and
 * before `after`, the beginning of what stands behind. English words alone want a name: in Chinese,
 * brackets stand behind 根据 as everywhere.
 */
export function sentencePlaceBehind(before: string, after = ''): SentencePlace {
  const words = withoutEmphasis(before)
  const see = seeBehind(before, after)
  if (see !== undefined) return see
  if (beginsClause(words)) return { kind: 'clause' }
  return wantsName.test(words.trimEnd()) ? { kind: 'name' } : { kind: 'within' }
}

/** Whether all that `words` say is that the reader is referred to what follows: `but see `, 参见. */
export function refersReader(words: string): boolean {
  const said = `${words.trimStart()} `
  return seeBehind(said, '')?.reach === said.length
}

function withoutEmphasis(text: string): string {
  return text.replaceAll(/[*_]+/gu, '')
}

const wordStart = "(?<![\\p{L}\\p{N}'’-])"
const opensBlock = /^\s*(?:#+\s*|\[[ x]\]\s*)?$/iu
const clauseAhead = new RegExp(
  `(?:[:：;；]|${wordStart}(?:that|because|since|while|whereas|although|though|if|unless|when|whenever|where|wherever|whereby|until|till|once|lest|whether|why|how|what|which|whom|but|so))$`,
  'iu',
)
const wantsName = new RegExp(
  `${wordStart}(?:as|under|per|by|of|in|with|within|from|to|on|against|beyond|like|unlike|than|through|via|between|into)$`,
  'iu',
)
/** Verbs that stand before the subject of a question, or behind what puts them there. */
const inverted = new RegExp(
  `${wordStart}(?:(?:does|do|did|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should)(?:n['’]t|\\snot)?|can['’]t|cannot|won['’]t)$`,
  'iu',
)
const inverting = new RegExp(
  `(?:[:;("“‘]\\s*|${wordStart}(?:what|why|when|where|how(?:\\s(?:far|much|long|often|well|soon|else|\\p{L}+ly))?|(?:to|in|by|for|on|at|under)\\s(?:what|which)\\s\\p{L}+|nor|neither|only\\sthen|not\\sonly)\\s+)$`,
  'iu',
)
const goesOn = /,\s+(?=(?:does|do|did)$)/iu

/** A sentence begins behind `words`, or a clause of one. */
function beginsClause(words: string): boolean {
  const said = words.trimEnd()
  if (beginsSentence(words) || clauseAhead.test(said)) return true
  const verb = inverted.exec(said)
  if (verb === null) return false
  const lead = said.slice(0, verb.index)
  const isCapital = /^\p{Lu}/u.test(verb[0])
  return (isCapital && beginsSentence(lead)) || inverting.test(lead) || goesOn.test(said)
}

function beginsSentence(words: string): boolean {
  return opensBlock.test(words) || sentencesIn(`${words}A`, 0).at(-1)?.start === words.length
}

const gap = '(?:[ \\t]+|[ \\t]*(?:\\r\\n?|\\n)[ \\t]*)$'
const english = new RegExp(
  `${wordStart}(?:(?:but |and )?see(?:,?\\salso|,?\\sgenerally|\\sespecially|\\sin\\sparticular|\\sfurther)?(?:,?\\se\\.g\\.,?|,?\\sfor\\s(?:example|instance),?)?|(?:but )?cf\\.(?:\\salso)?|confer)${gap}`,
  'iu',
)
const chinese =
  /(?:[亦也又并並]?可|[请請])?(?:[另亦也又并並同]?[参參][见見看阅閱]|[详詳]见|[详詳]見|另[见見]|(?<=[请請])[见見]|(?<!\p{Script=Han})[亦又]?[见見])\s*$/u

/** They refer the reader only where they begin what is said, and nothing else is compared. */
const comparing = new RegExp(
  `${wordStart}(?:(?:but )?compare(?:,?\\salso)?(?:,?\\se\\.g\\.,?)?|contra)${gap}|(?<!\\p{Script=Han})(?:[亦也]?可|[请請])?[参參]考\\s*$`,
  'iu',
)
const isCompared = /^\s*(?:[\p{Script=Han}，、]|(?:with|to|and)(?!\p{L}))/iu
const beginsWords = /(?:^|[.!?,;:()（—–，；：。！？、"”])\s*$/u

/** Behind these, *see* is the verb of the sentence. */
const seesItself =
  /(?<![\p{L}\p{N}])(?:I|we|you|they|he|she|it|who|to|not|can|could|will|would|may|might|must|shall|should|do|does|did|also|readers?|people|one|let us|let’s|let's)[ \t]+$/iu

function seeBehind(before: string, after: string): SeePlace | undefined {
  const said = seeSaid(withoutEmphasis(before), after)
  const start = said === undefined ? undefined : startOfPiece(before, said.length)
  if (start === undefined) return undefined
  const [joint = ''] = /(?:[,;]\s+|[，；]\s*)$/u.exec(before.slice(0, start)) ?? []
  const words = before.slice(start).trimEnd().replaceAll(/\s+/gu, ' ')
  return {
    ...{ kind: 'see', words },
    ...{ reach: before.length - start + joint.length, isApart: /^[,;]/u.test(joint) },
  }
}

type SeePlace = Extract<SentencePlace, { readonly kind: 'see' }>

/** The words at the end of `words` by which the reader is referred, with the blanks behind them. */
function seeSaid(words: string, after: string): string | undefined {
  const found = english.exec(words) ?? chinese.exec(words)
  if (found !== null) return seesItself.test(words.slice(0, found.index)) ? undefined : found[0]
  const compared = isCompared.test(after) ? null : comparing.exec(words)
  return compared !== null && beginsWords.test(words.slice(0, compared.index))
    ? compared[0]
    : undefined
}

/** Where the last `length` units of `text` begin that are no marks of emphasis, with the marks that belong to them. */
function startOfPiece(text: string, length: number): number | undefined {
  const [piece = ''] = new RegExp(`[*_]*(?:[^*_][*_]*){${String(length)}}$`, 'u').exec(text) ?? []
  const bare = piece.replace(/^[*_]+/u, '')
  const whole = [piece, bare].find(closesEmphasis)
  return whole === undefined ? undefined : text.length - whole.length
}

/** Whether all emphasis that begins in `text` ends in it. */
function closesEmphasis(text: string): boolean {
  const open = [...text.matchAll(/\\?[*_]+/gu)].reduce<readonly string[]>(
    (marks, [mark]) => (marks.at(-1) === mark ? marks.slice(0, -1) : [...marks, mark]),
    [],
  )
  return open.length === 0
}
