import * as vscode from 'vscode'
import { commandIds, internalCommandIds, type CommandId } from '../commandIds.ts'
import { hasProcesses } from '../hasProcesses.ts'
import { refuse } from '../messages.ts'
import { ignoreReferenceLinks } from '../reports/markdownValidation.ts'
import { withProgress } from '../results/progress.ts'
import type { State } from '../state.ts'
import { attachOfficialDocument } from './attached/attachOfficialDocument.ts'
import { changePlace } from './changePlace.ts'
import { checkReport } from './checkReport.ts'
import { citeAllMentions } from './previewed/citeAllMentions.ts'
import { compare } from './compare.ts'
import { copyCitation } from './copyCitation.ts'
import { copyAsReference, copyBibliography } from './copyReferences.ts'
import { detachOfficialDocument } from './attached/detachOfficialDocument.ts'
import { downloadOfficialDocument } from './attached/downloadOfficialDocument.ts'
import { compareEditions } from './compareEditions.ts'
import { importInstrument } from './importInstrument.ts'
import { browsePlan, insertCitation } from './insertCitation.ts'
import { insertQuotation } from './insertQuotation.ts'
import { newCorpusFile } from './newCorpusFile.ts'
import { openOfficialDocument } from './openOfficialDocument.ts'
import { rewriteCitations } from './previewed/rewriteCitations.ts'
import { showInCorpus } from './showInCorpus.ts'
import { showInReport } from './showInReport.ts'
import { showPassage } from './showPassage.ts'
import { whyNothingOffered } from './whyNothingOffered.ts'
import { openSample, openWalkthrough } from '../arriving/openSample.ts'
import { removeUncited } from '../bibliographies/removeUncited.ts'
import { writeBibliography } from '../bibliographies/writeBibliography.ts'
import { showMenu } from '../window/statusMenu.ts'

const { t } = vscode.l10n

/** Does what a command is for; `argument` is what whoever runs it hands over, and may be anything. */
export type CommandRun = (state: State, argument: unknown) => Promise<void>

/** What each command does. */
export const commandRuns: Readonly<Record<CommandId, CommandRun>> = {
  [commandIds.insertCitation]: insertCitation,
  [commandIds.browsePlan]: browsePlan,
  [commandIds.citeAllMentions]: citeAllMentions,
  [commandIds.changePlace]: changePlace,
  [commandIds.rewriteCitations]: rewriteCitations,
  [commandIds.compare]: compare,
  [commandIds.copyCitation]: copyCitation,
  [commandIds.copyAsReference]: copyAsReference,
  [commandIds.copyBibliography]: copyBibliography,
  [commandIds.writeBibliography]: writeBibliography,
  [commandIds.removeUncited]: removeUncited,
  [commandIds.previewReferences]: withPandoc('previewReferences'),
  [commandIds.setUpPandoc]: withPandoc('setUpPandoc'),
  [commandIds.openOfficialDocument]: openOfficialDocument,
  [commandIds.attachOfficialDocument]: attachOfficialDocument,
  [commandIds.detachOfficialDocument]: detachOfficialDocument,
  [commandIds.downloadOfficialDocument]: downloadOfficialDocument,
  [commandIds.checkReport]: checkReport,
  [commandIds.insertQuotation]: insertQuotation,
  [commandIds.showPassage]: showPassage,
  [commandIds.showInCorpus]: showInCorpus,
  [commandIds.showInReport]: showInReport,
  [commandIds.newCorpusFile]: newCorpusFile,
  [commandIds.importInstrument]: importInstrument,
  [commandIds.compareEditions]: compareEditions,
  [commandIds.reloadCorpora]: reloadCorpora,
  [commandIds.whyNothingOffered]: whyNothingOffered,
  [commandIds.openSample]: openSample,
  [commandIds.openWalkthrough]: openWalkthrough,
  [internalCommandIds.stopReportingCitations]: ignoreReferenceLinks,
  [internalCommandIds.showMenu]: showMenu,
}

async function reloadCorpora({ source }: State): Promise<void> {
  await withProgress(t('Reading corpus files'), ({ signal }) => source.reload(signal))
}

/** What a command does that is loaded when it is run, and that the web, where there is no Pandoc, does not have. */
function withPandoc(name: 'previewReferences' | 'setUpPandoc'): CommandRun {
  return async (state, argument) => {
    if (!hasProcesses()) {
      refuse(t('This needs Pandoc, which the web does not have.'))
      return
    }
    const commands = await import('../ownPandoc/pandocCommands.ts')
    await commands[name](state, argument)
  }
}
