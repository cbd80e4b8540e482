import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Key } from '../../core/corpus/key.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { quotedPassage, type QuotedPassage } from '../../core/official/quotedPassage.ts'
import type { OfficialText } from '../../core/official/officialText.ts'
import type { OfficialTexts } from '../../workspace/official/officialTexts.ts'

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

/** The official text that each key belongs to, as far as documents are attached. */
export function officialTextsOf(
  { official }: { readonly official: OfficialTexts },
  corpus: Corpus,
): (key: Key) => OfficialText | undefined {
  return (key) => official.of(corpus, key)
}
