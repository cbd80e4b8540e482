import type { Agency } from '../../src/core/corpus/provision.ts'

/** The codes of those of `agencies` that `text` names, by name or by code, in its order. */
export function printedAgencies(text: string, agencies: readonly Agency[]): readonly string[] {
  return markedCodes(markAgencies(text, agencies), agencies)
}

/**
 * The codes of the agencies that `text` says lead: those that stand in a row after "led by". A
 * place ("NIST at DOC") does not count, and of an owner and its office ("DOJ’s Office of Legal
 * Policy") only the office does. Where nobody is said to lead, none.
 */
export function printedLeaders(text: string, agencies: readonly Agency[]): readonly string[] {
  const marked = markAgencies(text, agencies)
    .replaceAll(/ \(<\d+>\)| at <\d+>/g, '')
    .replaceAll(/<\d+>’s (?:[a-z]+ )?(?=<)/g, '')
  const row = /\bled by (?:the )?<\d+>(?:(?:, and |, | and )(?:other [a-z ]+ of )?(?:the )?<\d+>)*/i
  return markedCodes(row.exec(marked)?.[0] ?? '', agencies)
}

/** `text` with `<n>` in place of each name and code of the agency at `n` of `agencies`. */
function markAgencies(text: string, agencies: readonly Agency[]): string {
  const longestFirst = [...agencies.entries()].sort(
    ([, one], [, other]) => other.names.en.length - one.names.en.length,
  )
  const named = longestFirst.reduce((marked, [place, { names }]) => {
    const withoutArticle = names.en.replace(' the ', ' ')
    return marked.replaceAll(names.en, `<${place}>`).replaceAll(withoutArticle, `<${place}>`)
  }, text)
  const places = new Map(agencies.map(({ code }, place) => [code, place]))
  return named.replaceAll(/\p{L}+/gu, (word) => {
    const place = places.get(word)
    return place === undefined ? word : `<${place}>`
  })
}

function markedCodes(marked: string, agencies: readonly Agency[]): readonly string[] {
  const codes = [...marked.matchAll(/<(\d+)>/g)].flatMap(
    ([, place]) => agencies[Number(place)]?.code ?? [],
  )
  return [...new Set(codes)]
}
