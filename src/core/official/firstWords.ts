import type { Part } from './outline.ts'

/** How many words, or Chinese characters, stand for a part that has no heading. */
const mostWords = 9
const mostCharacters = 20
/** How often a title may be cut later than at first. */
const mostSteps = 20
const wordsInStep = 3
/** No title is longer, in UTF-16 units. */
const longestTitle = 600

/** A title with more signs of markup cannot be read back. */
const mostSigns = 120

/** `title`, cut where it goes on for longer than a title does; dots where nothing of it is seen. */
export function fitTitle(title: string): string {
  if (!/[^\s\p{C}]/u.test(title)) return '…'
  const sign = [...title.matchAll(/[^\p{L}\p{N}\s]/gu)][mostSigns]
  const most = Math.min(sign?.index ?? title.length, longestTitle)
  return title.length <= most ? title : `${title.slice(0, most)}…`
}

/** The beginning of a part, and whether it is all of it. */
interface Beginning {
  readonly title: string
  readonly isAll: boolean
}

/** The first words of a part, as a title until somebody writes a better one. Chinese ones end at a pause. */
export function firstWords(part: Part): string {
  return beginningOf(part, 0).title
}

/** The first words of each of `parts`, cut later where those of two would be the same, as long as they go on. */
export function ownFirstWords(parts: readonly Part[]): ReadonlyMap<Part, string> {
  const [lent, own] = [parts.filter(isLent), parts.filter((part) => !isLent(part))]
  const titles = new Map(lent.map((part) => [part, firstWords(part)]))
  const taken = new Set(titles.values())
  let alike: readonly Part[] = own
  for (let steps = 0; alike.length > 0 && steps <= mostSteps; steps++) {
    const named = new Map<string, Part[]>()
    for (const part of alike) {
      const { title, isAll } = beginningOf(part, steps)
      titles.set(part, title)
      const others = named.get(title)
      // What is all of a part cannot be cut later.
      if (isAll) named.set(title, others ?? [])
      else if (others === undefined) named.set(title, [part])
      else others.push(part)
    }
    alike = [...named].flatMap(([title, same]) => (same.length > 1 || taken.has(title) ? same : []))
  }
  return new Map([...titles, ...shortAgain(own, titles)])
}

/** What the same words were cut later for in vain, since they never differ: as short as any other. */
function shortAgain(
  parts: readonly Part[],
  titles: ReadonlyMap<Part, string>,
): ReadonlyMap<Part, string> {
  const seen = new Set<string>()
  const same = new Set<string>()
  for (const part of parts) {
    const title = titles.get(part) ?? ''
    if (seen.has(title)) same.add(title)
    seen.add(title)
  }
  const inVain = parts.filter((part) => same.has(titles.get(part) ?? ''))
  return new Map(inVain.map((part) => [part, firstWords(part)]))
}

/** Whether a part has but the words of the first within it, from which it is told by a shorter title. */
function isLent({ text, parts }: Part): boolean {
  return text === '' && parts.length > 0
}

function beginningOf(part: Part, steps: number): Beginning {
  const { text, label } = firstWithText(part)
  const [paragraph = ''] = text.slice(0, 2 * longestTitle).split('\n\n', 1)
  const line = paragraph.replaceAll(/\s+/gu, ' ').trim()
  if (line === '') return { title: label ?? '…', isAll: true }
  return /^\p{Script=Han}/u.test(line) ? firstClauses(line, steps) : firstOf(line, steps)
}

/** The first part with words of its own, from `part` on down. */
function firstWithText(part: Part): Part {
  let here = part
  while (here.text === '' && here.parts[0] !== undefined) here = here.parts[0]
  return here.text === '' ? part : here
}

function firstOf(line: string, steps: number): Beginning {
  const most = mostWords + steps * wordsInStep
  const words = line.split(' ')
  if (words.length <= most) return { title: line.slice(0, longestTitle), isAll: true }
  return { title: `${words.slice(0, most).join(' ')}…`, isAll: false }
}

/** Up to the first pause, or to one between the things of a list where that comes late; and up to as many pauses more as there are `steps`. */
function firstClauses(line: string, steps: number): Beginning {
  const pauses = [...line.matchAll(/[，、；：。]/gu)].map(({ index }) => index)
  const isClause = (at: number): boolean => line.charAt(at) !== '、'
  const clause = pauses.find(isClause) ?? line.length
  const item = pauses.findLast((at) => at <= mostCharacters && at >= mostCharacters / 4)
  const first = clause <= mostCharacters ? clause : (item ?? pauses[0] ?? line.length)
  const end = pauses.filter((at) => at > first)[steps - 1] ?? (steps === 0 ? first : line.length)
  const title = line.slice(0, Math.min(end, longestTitle))
  return { title, isAll: end >= line.length - 1 }
}
