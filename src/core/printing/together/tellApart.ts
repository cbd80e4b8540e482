import type { CslItem, CslName } from '../../bibliography/cslItem.ts'
import { greatestOf } from '../../text/lists.ts'
import type { Telling, TellingApart } from '../formats/format.ts'
import { authorsOf, initialsOf, nameKey } from '../pieces/names.ts'

/** How each work is told apart, by its key. */
export type Tellings = ReadonlyMap<string, Telling>

/** Nothing needs to be told. */
export const nothingTold: Telling = { givenNames: new Map(), named: 0, letter: '', isAlike: false }

/** The works of a report, and how some of them are sorted. */
export interface ListedWorks {
  readonly works: readonly CslItem[]
  readonly inOrder: (works: readonly CslItem[]) => readonly CslItem[]
}

/** What a style would print of a work, with what is told so far. */
export type PrintedAs = (
  tellings: Tellings,
) => readonly { readonly id: string; readonly text: string }[]

/**
 * What tells the works apart that `printed` says alike: given names, more names, letters behind the year,
 * in turn, as CSL has it.
 */
export function tellApart(
  { works, inOrder }: ListedWorks,
  { givenNames, moreNames = false, letters = false }: TellingApart,
  printed: PrintedAs,
): Tellings {
  const byId = new Map(works.map((work) => [work.id, work]))
  const alike = (tellings: Tellings): readonly (readonly CslItem[])[] =>
    alikes(printed(tellings)).map((ids) => inOrder([...ids].flatMap((id) => byId.get(id) ?? [])))
  let tellings: Tellings = new Map(works.map(({ id }) => [id, nothingTold]))
  if (givenNames !== undefined && givenNames !== 'where alike') {
    const told = namesakes(
      works.flatMap((work) => authorsOf(work).slice(0, 1)),
      givenNames,
    )
    tellings = amended(tellings, works, (telling) => ({ ...telling, givenNames: told }))
  }
  if (moreNames) {
    for (const group of alike(tellings)) tellings = withMoreNames(group, tellings, givenNames)
  }
  if (givenNames === 'where alike') {
    for (const group of alike(tellings)) tellings = withGivenNames(group, tellings)
  }
  if (letters) {
    for (const group of alike(tellings)) {
      tellings = amended(tellings, group, (telling, index) => ({
        ...telling,
        letter: letterAt(index),
      }))
    }
  }
  for (const group of alike(tellings)) {
    tellings = amended(tellings, group, (telling) => ({ ...telling, isAlike: true }))
  }
  return tellings
}

function amended(
  tellings: Tellings,
  works: readonly CslItem[],
  change: (telling: Telling, index: number) => Telling,
): Tellings {
  const changed = works.map(
    ({ id }, index) => [id, change(tellings.get(id) ?? nothingTold, index)] as const,
  )
  return new Map([...tellings, ...changed])
}

function alikes(printed: ReturnType<PrintedAs>): readonly ReadonlySet<string>[] {
  const byText = new Map<string, Set<string>>()
  for (const { id, text } of printed) byText.set(text, (byText.get(text) ?? new Set()).add(id))
  return [...byText].flatMap(([text, ids]) => (text === '' || ids.size < 2 ? [] : [ids]))
}

/** `a` to `z`, then `aa`. */
function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : String.fromCharCode(96 + Math.floor(index / 26)) + last
}

function familyIn(name: CslName): string | undefined {
  return 'literal' in name ? undefined : name.family
}

/** Of first authors that share a family name: their initials, or the whole where these are the same. */
function namesakes(
  names: readonly CslName[],
  rule: 'first author' | 'first author by initials',
): Telling['givenNames'] {
  const distinct = [...new Map(names.map((name) => [nameKey(name), name])).values()]
  return new Map(
    distinct.flatMap((name) => {
      const hint = hintOf(name, distinct)
      if (hint === undefined || (hint === 'full' && rule === 'first author by initials')) return []
      return [[nameKey(name), hint] as const]
    }),
  )
}

function hintOf(name: CslName, names: readonly CslName[]): 'initials' | 'full' | undefined {
  const others = names.filter(
    (other) => nameKey(other) !== nameKey(name) && familyIn(other) === familyIn(name),
  )
  if (familyIn(name) === undefined || others.length === 0) return undefined
  return others.some((other) => initialsIn(other) === initialsIn(name)) ? 'full' : 'initials'
}

function initialsIn(name: CslName): string {
  return 'literal' in name ? '' : initialsOf(name.given)
}

function withGivenNames(group: readonly CslItem[], tellings: Tellings): Tellings {
  return amended(tellings, group, (telling, index) => {
    const names = group.slice(index, index + 1).flatMap(authorsOf)
    const hints = names.flatMap((name, at) => {
      const hint = hintOf(
        name,
        group.flatMap((work) => authorsOf(work)[at] ?? []),
      )
      return hint === undefined ? [] : [[nameKey(name), hint] as const]
    })
    return { ...telling, givenNames: new Map([...telling.givenNames, ...hints]) }
  })
}

/** As many names as tell some of `group` apart. */
function withMoreNames(
  group: readonly CslItem[],
  tellings: Tellings,
  rule: TellingApart['givenNames'],
): Tellings {
  let left = group
  let told = rule === 'where alike' ? withGivenNames(group, tellings) : tellings
  const most = greatestOf(
    group.map((work) => authorsOf(work).length),
    0,
  )
  for (let named = 1; named <= most; named += 1) {
    const keys = left.map((work) => firstNames(work, named, rule))
    const apart = left.filter((_, index) =>
      keys.every((key, at) => at === index || key !== keys[index]),
    )
    if (apart.length === 0) continue
    const count = named
    told = amended(told, left, (telling) => ({ ...telling, named: count }))
    left = left.filter((work) => !apart.includes(work))
  }
  return told
}

function firstNames(work: CslItem, count: number, rule: TellingApart['givenNames']): string {
  const names = authorsOf(work).slice(0, count)
  return JSON.stringify(
    names.map((name, index) => {
      if ('literal' in name || rule === 'where alike') return name
      if (index > 0 || rule === undefined) return name.family
      return rule === 'first author' ? name : [name.family, initialsOf(name.given)]
    }),
  )
}
