import * as vscode from 'vscode'
import { citeAllMentions as findAll } from '../../../core/features/mentions/citeMentions.ts'
import { sliceSpan } from '../../../core/text/span.ts'
import { tell } from '../../messages.ts'
import { isReport } from '../../reports/isReport.ts'
import { readSettings } from '../../settings.ts'
import type { State } from '../../state.ts'
import { editorToWriteIn } from '../insertCitation.ts'
import { applyPreviewed } from './applyPreviewed.ts'

const { t } = vscode.l10n

/**
 * Proposes a citation behind each name of a provision that the report lacks one for, as one edit that
 * VS Code previews: nothing is written before the analyst has confirmed it.
 */
export async function citeAllMentions({ source, reports, names }: State): Promise<void> {
  const document = editorToWriteIn()?.document
  if (document === undefined) return
  const corpus = await source.ready
  const known = await names.get(corpus)
  const report = reports.get(document)
  const { language, citing } = readSettings(document)
  const proposed = isReport(document) ? findAll(report, corpus, known, citing) : []
  if (proposed.length === 0) {
    tell(t('Nothing to cite: no sentence names a provision that it does not cite.'))
    return
  }
  await applyPreviewed(
    document,
    proposed.map(({ edit, provisions, mention }) => {
      return { edit, provisions, words: sliceSpan(report.source, mention) }
    }),
    language,
  )
}
