import { instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { quotedPassage, type QuotedPassage } from '../../core/official/quotedPassage.ts'
import {
  textMeant,
  type MeantText,
  type OfficialVersionsOf,
} from '../../core/official/officialVersions.ts'
import type { OfficialTexts } from '../../workspace/official/officialTexts.ts'

interface WithTexts {
  readonly official: OfficialTexts
}

/** The official text that a report of `day` means by `provision`, as far as documents are attached. */
export function meantText(
  { official }: WithTexts,
  corpus: Corpus,
  provision: Provision,
  day: string,
): MeantText | undefined {
  const { key } = provision
  return textMeant(official.of(corpus, key), provision, instrumentOf(corpus, key), day)
}

/** The passage of `provision` in the text that a report of `day` means, for a card: none where no document is attached to its instrument. */
export function passageOf(
  state: WithTexts,
  corpus: Corpus,
  provision: Provision,
  day: string,
): { readonly passage?: QuotedPassage; readonly textDay?: string } {
  const meant = meantText(state, corpus, provision, day)
  const passage = meant && quotedPassage(meant.official, provision, corpus)
  if (passage === undefined) return {}
  return { passage, ...(meant?.textDay !== undefined && { textDay: meant.textDay }) }
}

/** The official texts that each key belongs to, as far as documents are attached. */
export function officialTextsOf({ official }: WithTexts, corpus: Corpus): OfficialVersionsOf {
  return (key) => official.of(corpus, key)
}
