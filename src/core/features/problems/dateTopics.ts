import { allNames } from '../../corpus/language.ts'
import type { Provision } from '../../corpus/provision.ts'
import { fold } from '../../words/fold.ts'
import { commonWords } from '../../words/commonWords.ts'

/** What a sentence speaks of that what it cites must speak of too, in English and Chinese. */
const topics: readonly RegExp[] = [
  /high-risk|高风险/u,
  /\bfine[sd]?\b|penalt|sanction|罚/u,
  /\bmodels?\b|模型/u,
  /\bban(?:s|ned)?\b|prohibit|禁/u,
  /transparen|透明/u,
  /commission|[委执]员?会/u,
  /member state|[成会]员国/u,
  /authorit|主管|机关/u,
  /sandbox|沙盒/u,
  /standards?\b|标准/u,
  /guidance|guideline|指[南引]/u,
  /\bcodes?\b|守则/u,
]

/** The topics of `words`, which are folded. */
export function topicsIn(words: string): readonly RegExp[] {
  return topics.filter((topic) => topic.test(words))
}

/** Whether what `provisions` say together speaks of all topics of `words`. */
export function speaksOfAll(words: string, provisions: readonly Provision[]): boolean {
  const text = allSaidBy(provisions)
  return topicsIn(words).every((topic) => topic.test(text))
}

/** Whether `provisions` have one of the words that tell what `words` are about, or half of them where `isStrict`. */
export function isAbout(
  words: string,
  provisions: readonly Provision[],
  isStrict = false,
): boolean {
  const text = allSaidBy(provisions)
  const telling = tellingWords(words)
  const known = telling.filter((word) => text.includes(word)).length
  if (telling.length === 0) return true
  return isStrict ? known * 2 >= telling.length : known > 0 || topicsIn(words).length > 0
}

/**
 * Whether `text`, which is folded, has at least half of the words that tell what `words` are about; of
 * Chinese, which is taken two by two characters, a third.
 */
export function sharesHalf(words: string, text: string): boolean {
  const telling = tellingWords(words)
  const known = telling.filter((word) => text.includes(word)).length
  const least = /\p{Script=Han}/u.test(words) ? 3 : 2
  return known > 0 && known * least >= telling.length
}

/** All that `provisions` say in their titles, aliases and summaries, folded. */
export function allSaidBy(provisions: readonly Provision[]): string {
  const said = provisions.flatMap(({ titles, summary, aliases }) => [
    ...[...allNames(titles), ...aliases],
    ...(summary === undefined ? [] : allNames(summary)),
  ])
  return fold(said.join(' '))
}

/** What says that something is a rule, and not which. */
const isGeneric =
  /^(?:dut|obligat|requirement|rule|provision|article|section|chapter|annex|paragraph|point|prohibit|ban|appl|system|union|european|effec|force|mandat|bind|compl|deadl|enter|start)|义务|规[则定]|要求|条款|人工|工智|智[能慧]|系统|适用|[年月日的自起已]/u

/** The beginnings of the words that tell what is meant; of Chinese, characters two by two. */
function tellingWords(words: string): readonly string[] {
  const found = words.matchAll(/(?=(\p{Script=Han}{2}))|[a-z]{3,}/gu)
  return Array.from(found, ([word, pair]) => pair ?? word)
    .filter((word) => !commonWords.has(word) && !isGeneric.test(word))
    .map((word) => word.slice(0, 5))
}
