import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { quotedPassage, type QuotedPassage } from '../../core/official/quotedPassage.ts'
import type { OfficialTexts } from './officialTexts.ts'

/** The passage of `provision`, for a card: none where no document is attached to its instrument. */
export function passageOf(
  { official }: { readonly official: OfficialTexts },
  corpus: Corpus,
  provision: Provision,
): { readonly passage?: QuotedPassage } {
  const text = official.of(corpus, provision.key)
  const passage = text && quotedPassage(text, provision, corpus)
  return passage === undefined ? {} : { passage }
}
