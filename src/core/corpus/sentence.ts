/**
 * A sentence, or a part of one, in English with the values that it names left open, so that whoever
 * shows it may say it in another language.
 */
export interface Sentence {
  /** With `{0}`, `{1}` and so on where the values stand. */
  readonly template: string
  readonly values: readonly SentenceValue[]
}

/** A name, a number, or a part of a sentence that is to be translated itself. */
export type SentenceValue = string | number | Sentence

/** The sentence that a template literal writes: `` sentence`Line ${3} is empty.` ``. */
export function sentence(
  words: TemplateStringsArray,
  ...values: readonly SentenceValue[]
): Sentence {
  const template = words.reduce((before, word, at) => `${before}{${String(at - 1)}}${word}`)
  return { template, values }
}

/** What puts values in the places of a template, perhaps of the template in another language. */
export type FillTemplate = (template: string, ...values: readonly (string | number)[]) => string

/** `sentence` in words: those of `fill`, which are English unless told otherwise. */
export function inWords({ template, values }: Sentence, fill: FillTemplate = fillTemplate): string {
  const words = values.map((value) => (typeof value === 'object' ? inWords(value, fill) : value))
  return fill(template, ...words)
}

/** `template` with `values` in its places; a place without one stays as it is. */
export const fillTemplate: FillTemplate = (template, ...values) =>
  template.replaceAll(/\{(\d+)\}/gu, (whole, at: string) => String(values[Number(at)] ?? whole))
