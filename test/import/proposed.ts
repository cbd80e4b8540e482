import {
  proposeProvisions,
  type ProposedProvision,
} from '../../src/core/official/proposedProvisions.ts'
import type { Outline } from '../../src/core/official/outline.ts'
import { outlineOfText } from './outlineText.ts'

/** The labels of all provisions that a text proposes, with the titles of some. */
export async function proposed(text: string): Promise<{
  readonly labels: string
  readonly titles: ReadonlyMap<string, string>
  readonly unread: readonly string[]
}> {
  return proposedOf(await outlineOfText(text))
}

/** The same of an outline. */
export function proposedOf(outline: Outline): {
  readonly labels: string
  readonly titles: ReadonlyMap<string, string>
  readonly unread: readonly string[]
} {
  const all: ProposedProvision[] = []
  const collect = (provisions: readonly ProposedProvision[]): void => {
    for (const one of provisions) {
      all.push(one)
      collect(one.parts)
    }
  }
  collect(proposeProvisions(outline, { id: 'xx-quay', type: outline.type ?? 'plan' }))
  return {
    labels: all
      .map(({ label, kind }) => (kind === undefined ? label : `${label}=${kind}`))
      .join(' '),
    titles: new Map(all.map(({ label, title }) => [label, title])),
    unread: outline.unread.map(({ where, what }) => `${where}: ${what}`),
  }
}
