import * as vscode from 'vscode'
import { instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import { nameIn } from '../../core/corpus/language.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { quotedPassage, type QuotedPassage } from '../../core/official/quotedPassage.ts'
import { changesNotAttached } from '../../core/official/notAttached.ts'
import type { MeantText } from '../../core/official/officialVersions.ts'
import { commandIds } from '../commandIds.ts'
import { offer, tell } from '../messages.ts'
import { meantText } from '../official/passageOf.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
import { displayLanguage } from '../settings.ts'
import type { State } from '../state.ts'
import { withUnattached } from '../../wording/quotationText.ts'

const { t } = vscode.l10n

/** The official text that the report means, with the passage of `provision`; says what is missing, and offers to attach the document, where there is none. */
export async function officialTextFor(
  state: State,
  provision: Provision,
): Promise<(MeantText & { readonly passage: QuotedPassage }) | undefined> {
  const corpus = await state.source.ready
  await state.official.ready
  const meant = meantText(state, corpus, provision, dayOfReport(state.reports))
  const passage = meant && quotedPassage(meant.official, provision, corpus)
  if (meant !== undefined && passage !== undefined) return { ...meant, passage }
  sayWhatIsMissing(state, provision, corpus)
  return undefined
}

function sayWhatIsMissing(
  { official, reports }: State,
  provision: Provision,
  corpus: Corpus,
): void {
  const instrument = instrumentOf(corpus, provision.key)
  const versions = official.of(corpus, provision.key)
  const title = instrument ? nameIn(instrument.titles, displayLanguage()) : provision.key
  if (versions !== undefined) {
    const message = t('{0} has no words of its own in the attached document.', provision.key)
    const day = dayOfReport(reports)
    const unattached = changesNotAttached(versions, provision, corpus, day)
    const said = withUnattached(message, unattached, displayLanguage())
    tell(said)
    return
  }
  offer(
    t('The official document of {0} is not attached: its words are not known.', title),
    t('Attach Official Document'),
    commandIds.attachOfficialDocument,
    instrument?.key,
  )
}
