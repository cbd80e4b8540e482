import type { Corpus } from '../corpus/corpus.ts'
import { allNames } from '../corpus/language.ts'
import type { Provision, Term } from '../corpus/provision.ts'
import { charactersOf, readWords } from './words.ts'

/** Finds the terms of a glossary in texts: each form as a row of words and single Chinese characters. */
export class TermFinder {
  /** The forms that begin with a word or character. */
  readonly #forms = new Map<string, { readonly signs: readonly string[]; readonly term: Term }[]>()
  readonly #byKey = new Map<string, Term[]>()

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const key of term.about) add(this.#byKey, key, term)
      for (const text of formsOf(term)) {
        const signs = signsOf(text)
        const [first] = signs
        if (first !== undefined && signs.length > 1) add(this.#forms, first, { signs, term })
      }
    }
  }

  /** The terms that the glossary says belong to `provision`. */
  about(provision: Provision): readonly Term[] {
    return this.#byKey.get(provision.key) ?? []
  }

  /** The terms that `text` has in any of their forms. */
  within(text: string): readonly Term[] {
    const signs = signsOf(text)
    const found = new Set<Term>()
    for (const [at, sign] of signs.entries()) {
      for (const form of this.#forms.get(sign) ?? []) {
        if (form.signs.every((one, step) => signs[at + step] === one)) found.add(form.term)
      }
    }
    return [...found]
  }
}

const finders = new WeakMap<readonly Term[], TermFinder>()

/** The finder of the glossary of `corpus`. */
export function termFinderOf({ terms }: Pick<Corpus, 'terms'>): TermFinder {
  let finder = finders.get(terms)
  if (finder === undefined) {
    finder = new TermFinder(terms)
    finders.set(terms, finder)
  }
  return finder
}

/** All forms of a term, in all languages, in one line. */
export function allForms(term: Term): string {
  return formsOf(term).join('; ')
}

/** All forms of a term, each once. */
function formsOf({ names, aliases }: Term): readonly string[] {
  return [...new Set([...allNames(names), ...aliases])]
}

/** The words of `text`, Chinese characters one by one. */
function signsOf(text: string): readonly string[] {
  return readWords(text).flatMap((word) => (word.han ? charactersOf(word.text) : [word.text]))
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}
