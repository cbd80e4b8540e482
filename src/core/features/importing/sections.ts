import type { InstrumentFile } from '../../corpus/corpus.ts'
import { pathOf } from '../../corpus/key.ts'
import type { Division, Measure } from '../../corpus/provision.ts'
import type { Part } from '../../official/outline.ts'
import type { ProposedProvision } from '../../official/proposedProvisions.ts'

/** A provision that a corpus file has. */
export interface OldSection {
  readonly provision: Division | Measure
  readonly label: string
  /** How the document begins it, as far as the file says so. */
  readonly said: string
  readonly above: OldSection | undefined
}

/** A provision that the next edition of the document proposes. */
export interface NewSection {
  readonly proposed: ProposedProvision
  readonly part: Part
  readonly above: NewSection | undefined
  readonly below: readonly NewSection[]
}

/** The provisions `proposed` of `parts`, each of the one at its place, as a tree. */
export function newSections(
  proposed: readonly ProposedProvision[],
  parts: readonly Part[],
  above: NewSection | undefined,
): readonly NewSection[] {
  return proposed.flatMap((one, at) => {
    const holder = parts[at]
    if (holder === undefined) return []
    const below: NewSection[] = []
    const section = { proposed: one, part: holder, above, below }
    for (const part of newSections(one.parts, holder.parts, section)) below.push(part)
    return [section]
  })
}

/** Whether most of the outermost titles of a document are Chinese. */
export function isChinese(proposed: readonly ProposedProvision[]): boolean {
  const chinese = proposed.filter(({ title }) => /\p{Script=Han}/u.test(title))
  return chinese.length * 2 > proposed.length
}

/** The provisions of a corpus file, each behind those that it stands in, by their Chinese titles where the document is Chinese. */
export function oldSections(
  provisions: InstrumentFile['provisions'],
  isChinese: boolean,
): readonly OldSection[] {
  const byKey = new Map<string, OldSection>()
  for (const provision of provisions) {
    if (provision.level === 'instrument') continue
    const { key, parent, titles } = provision
    const title = (isChinese ? (titles['zh-Hans'] ?? titles['zh-Hant']) : undefined) ?? titles.en
    const above = byKey.get(parent)
    byKey.set(key, {
      provision,
      label: pathOf(key) ?? key,
      said: provision.firstWords ?? title,
      above,
    })
  }
  return [...byKey.values()]
}

/** All of `sections`, each before those below it. */
export function allSections(sections: readonly NewSection[]): readonly NewSection[] {
  const all: NewSection[] = []
  const add = (some: readonly NewSection[]): void => {
    for (const one of some) {
      all.push(one)
      add(one.below)
    }
  }
  add(sections)
  return all
}
