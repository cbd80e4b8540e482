import * as vscode from 'vscode'
import { pageToAdd, type AddedPage } from '../../core/features/addPage.ts'
import { citeCounterparts, type CitedCounterpart } from '../../core/features/counterparts.ts'
import { placeToChange, type PlaceToChange } from '../../core/features/places/changePlace.ts'
import { otherFormAt, type OtherForm } from '../../core/features/rewriting.ts'
import type { Problem } from '../../core/features/problems/problem.ts'
import { fixesOf, preferredFix, type Fix } from '../../core/features/problems/fixesOf.ts'
import { ignoringFix } from '../../core/features/problems/ignoring/ignoreHere.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { ticking } from '../arriving/steps.ts'
import { offerBibliography, offerFilter } from '../bibliographies/offers.ts'
import { commandIds } from '../commandIds.ts'
import { toRange, toSpan, toWorkspaceEdit } from '../convert.ts'
import { stopReportingCitations } from '../reports/markdownValidation.ts'
import { problemSource } from '../reports/problemsPublisher.ts'
import { isReport, isWritable } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { dayText, pagesText, plainTitle } from '../../wording/wording.ts'
import { displayLanguage } from '../settings.ts'
import { wordsIn } from '../../wording/words.ts'

/**
 * Offers the fixes of the problems under the caret, the counterparts of what is cited there, the page
 * that its citation lacks and its other form, and a way out of VS Code's own false report.
 */
export function fixesProvider(state: State): vscode.CodeActionProvider {
  const { reports, checks, source, indexes } = state
  return {
    provideCodeActions(document, range, { diagnostics }) {
      if (!isReport(document) || !isWritable(document)) return []
      const { citing } = readSettings(document)
      const corpus = source.current
      const report = reports.get(document)
      const { start, end } = toSpan(document, range)
      const touched = checks.of(document, corpus).problems.touching(report, { start, end })
      const toFix = (offered: OfferedFix): vscode.CodeAction =>
        toAction(document, offered, diagnostics)
      return [
        ...eachOnce(
          touched.flatMap((problem) => {
            const fixes = fixesOf(problem, report, corpus, indexes.get(corpus), citing)
            const preferred = preferredFix(fixes)
            return fixes.map((fix) => ({
              problems: [problem],
              fix,
              isPreferred: fix === preferred,
            }))
          }),
        ).map(toFix),
        ...citeCounterparts(report, corpus, start, citing).map((counterpart) =>
          toRewrite(document, counterpart),
        ),
        ...offerBibliography({ document, report, corpus, offset: start, diagnostics }),
        ...offerFilter({ document, report, corpus, offset: start, diagnostics }),
        ...addPage(document, pageToAdd(report, corpus, start)),
        ...changePlace(document, placeToChange(report, corpus, start)),
        ...otherForm(document, otherFormAt(report, corpus, start, citing)),
        ...stopReportingCitations(document, report, diagnostics),
        ...eachOnce(
          touched.flatMap((problem) => {
            const fix = ignoringFix(problem, report)
            return fix ? [{ problems: [problem], fix, isPreferred: false }] : []
          }),
        ).map(toFix),
      ]
    },
  }
}

/** A fix, and the problems that it mends. */
interface OfferedFix {
  readonly problems: readonly Problem[]
  readonly fix: Fix
  readonly isPreferred: boolean
}

/** `offered` with those that change the same made one. */
function eachOnce(offered: readonly OfferedFix[]): readonly OfferedFix[] {
  const byChange = new Map<string, OfferedFix>()
  for (const one of offered) {
    const change = JSON.stringify([one.fix.kind, one.fix.edits])
    const same = byChange.get(change)
    const isPreferred = one.isPreferred || same?.isPreferred === true
    byChange.set(change, {
      ...{ ...one, isPreferred },
      problems: [...(same?.problems ?? []), ...one.problems],
    })
  }
  return [...byChange.values()]
}

function toAction(
  document: vscode.TextDocument,
  { problems, fix, isPreferred }: OfferedFix,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fixText(document, fix), vscode.CodeActionKind.QuickFix)
  action.edit = toWorkspaceEdit(document, fix.edits)
  if (!fix.kind.startsWith('ignore')) action.command = ticking('mended')
  action.isPreferred = isPreferred
  const ranges = problems.map(({ span }) => toRange(document, span))
  action.diagnostics = diagnostics.filter(
    ({ source, range }) => source === problemSource && ranges.some((one) => range.isEqual(one)),
  )
  return action
}

function addPage(
  document: vscode.TextDocument,
  added: AddedPage | undefined,
): readonly vscode.CodeAction[] {
  if (added === undefined) return []
  const t = wordsIn(readSettings(document).language)
  const action = new vscode.CodeAction(
    t('Add the page: {0}', added.locator),
    vscode.CodeActionKind.RefactorRewrite,
  )
  action.edit = toWorkspaceEdit(document, [added.edit])
  return [action]
}

/** What it changes is chosen once it is run. */
function changePlace(
  document: vscode.TextDocument,
  place: PlaceToChange | undefined,
): readonly vscode.CodeAction[] {
  if (place === undefined) return []
  const t = wordsIn(readSettings(document).language)
  const title = t('Change Place')
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite)
  action.command = { title, command: commandIds.changePlace }
  return [action]
}

function otherForm(
  document: vscode.TextDocument,
  other: OtherForm | undefined,
): readonly vscode.CodeAction[] {
  if (other === undefined) return []
  const t = wordsIn(readSettings(document).language)
  const action = new vscode.CodeAction(
    other.style === 'key' ? t('Write the Key') : t('Write the Place in Words'),
    vscode.CodeActionKind.RefactorRewrite,
  )
  action.edit = toWorkspaceEdit(document, [other.edit])
  return [action]
}

function toRewrite(
  document: vscode.TextDocument,
  { provision, edits }: CitedCounterpart,
): vscode.CodeAction {
  const { language } = readSettings(document)
  const t = wordsIn(language)
  const action = new vscode.CodeAction(
    t('Cite the Counterpart: {0} ({1})', provision.key, plainTitle(provision, language)),
    vscode.CodeActionKind.RefactorRewrite,
  )
  action.edit = toWorkspaceEdit(document, edits)
  return action
}

function fixText(document: vscode.TextDocument, fix: Fix): string {
  const { language } = readSettings(document)
  const t = wordsIn(language)
  switch (fix.kind) {
    case 'replaceKey':
    case 'replacePlace':
      return t('Change to {0} ({1})', fix.provision.key, plainTitle(fix.provision, language))
    case 'cutPlace':
      return t('Cite only {0} ({1})', fix.provision.key, plainTitle(fix.provision, language))
    case 'citeClaim':
      return t(
        'Cite who said it: {0} ({1})',
        fix.provision.key,
        plainTitle(fix.provision, language),
      )
    case 'citeBoth':
      return t('Cite {0} as well', fix.provision.key)
    case 'citeProvision':
      return t(
        'Cite what the instrument does say: {0} ({1})',
        fix.provision.key,
        plainTitle(fix.provision, language),
      )
    case 'citeWords':
      return t('Cite where these words stand: {0}', fix.provision.key)
    case 'restoreWording':
      return fix.original === ''
        ? t('Take these words out')
        : t('Restore the wording: “{0}”', plainLine(fix.original))
    case 'quoteMeant':
      return t('Quote the text of {0}', dayText(fix.day, displayLanguage()))
    case 'markOmission':
      return t('Mark the omission: […]')
    case 'insertBrackets':
      return t('Put the citation in brackets')
    case 'moveOut':
      return t('Move the clause out of the brackets')
    case 'repeatKey':
      return t('Cite {0} here, too', fix.key)
    case 'insertSpace':
      return t('Insert a space')
    case 'replacePunctuation':
      return t('Replace “{0}” with “{1}”', fix.found, fix.wanted)
    case 'correctDate':
      return t('Change to {0}', fix.date)
    case 'correctStatement':
      return t('Change to {0}', plainLine(fix.text))
    case 'ignoreHere':
      return t('Ignore this finding here')
    case 'ignoreInFile':
      return t('Ignore {0} in the whole report', fix.code)
    case 'takeComment':
      return t('Take the comment out')
    case 'takeCode':
      return t('Take {0} out of the comment', fix.code)
    case 'correctCode':
      return t('Change to {0}', fix.code)
    case 'correctPage':
      return t('Change to {0}', pagesText(fix.pages, language))
  }
}
