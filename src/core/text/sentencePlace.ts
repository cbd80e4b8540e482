import { sentencesIn } from './sentences.ts'

/** What a sentence wants where a citation comes in, as far as the words before it tell. */
export type SentencePlace =
  /** A clause begins: who says it can be its subject. */
  | { readonly kind: 'clause' }
  /** A name must follow: *as*, *under*, *according to*. */
  | { readonly kind: 'name' }
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
 * The place behind `before`, the text of a block up to there, without the marks of what contains it.
 * English words alone want a name: in Chinese, brackets stand behind 根据 as everywhere.
 */
export function sentencePlaceBehind(before: string): SentencePlace {
  const words = before.replaceAll(/[*_]+/gu, '')
  const see = seeBehind(before)
  if (see !== undefined) return see
  if (beginsClause(words)) return { kind: 'clause' }
  return wantsName.test(words.trimEnd()) ? { kind: 'name' } : { kind: 'within' }
}

const opensBlock = /^\s*(?:#+\s*|\[[ x]\]\s*)?$/iu
const clauseAhead =
  /(?:[:：;；]|(?<![\p{L}\p{N}'’-])(?:that|because|since|while|whereas|although|though|if|unless|when|where|but|so))$/iu
const wantsName =
  /(?<![\p{L}\p{N}'’-])(?:as|under|per|by|of|in|with|within|from|to|on|against|beyond|like|unlike|than|through|via|between|into)$/iu

/** A sentence begins behind `words`, or a clause of one. */
function beginsClause(words: string): boolean {
  if (opensBlock.test(words) || clauseAhead.test(words.trimEnd())) return true
  return sentencesIn(`${words}A`, 0).at(-1)?.start === words.length
}

const english =
  /(?<![\p{L}\p{N}'’-])(?:(?:but |and )?see(?:,? also|,? generally|,? e\.g\.,?|,? for example,?)?|(?:but )?cf\.|confer)[ \t]+$/iu
const chinese =
  /(?:[参參][见見看阅閱]|[详詳]见|[详詳]見|另[见見]|(?<!\p{Script=Han})[见見])[ \t]*$/u

/** Behind these, *see* is the verb of the sentence. */
const seesItself =
  /(?<![\p{L}\p{N}])(?:I|we|you|they|he|she|it|who|to|not|can|could|will|would|may|might|must|shall|should|do|does|did|also|readers?|people|one|let us|let’s|let's)[ \t]+$/iu

function seeBehind(before: string): SentencePlace | undefined {
  const found = english.exec(before) ?? chinese.exec(before)
  if (found === null || seesItself.test(before.slice(0, found.index))) return undefined
  const [joint = ''] = /(?:[,;][ \t]+|[，；])$/u.exec(before.slice(0, found.index)) ?? []
  const reach = before.length - found.index + joint.length
  return { kind: 'see', words: found[0].trimEnd(), reach, isApart: /^[,;]/u.test(joint) }
}
