/** Beginnings and ends that British and American English spell differently, each way round. */
const otherSpellings: readonly (readonly [spelling: RegExp, other: string])[] = [
  [/^centre/, 'center'],
  [/^center/, 'centre'],
  [/^defence/, 'defense'],
  [/^defense/, 'defence'],
  [/^licence/, 'license'],
  [/^license/, 'licence'],
  [/^labour/, 'labor'],
  [/^labor(?!at)/, 'labour'],
  [/^favour/, 'favor'],
  [/^favor/, 'favour'],
  [/^programme(?=s?$)/, 'program'],
  [/^program(?=s?$)/, 'programme'],
  [/is(?=(?:ations?|es?|ed|ing)$)/, 'iz'],
  [/iz(?=(?:ations?|es?|ed|ing)$)/, 'is'],
]

/** What every word has that is spelled in two ways: most words are told apart by this alone. */
const spelledTwice = /^(?:cent|defen|licen|labo|favo|program)|i[sz](?:ation|e|ing)/

/**
 * A folded English word as it is spelled on the other side of the Atlantic: `center` for `centre`
 * and the reverse, `undefined` when it is spelled alike. Some that it gives are no words at all
 * (`advertizing`); as those are looked for by nobody, they do no harm.
 */
export function otherSpelling(word: string): string | undefined {
  if (!spelledTwice.test(word)) return undefined
  for (const [spelling, other] of otherSpellings) {
    if (spelling.test(word)) return word.replace(spelling, other)
  }
  return undefined
}
