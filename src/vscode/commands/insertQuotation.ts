import * as vscode from 'vscode'
import { passageSelected } from '../../core/features/passageView.ts'
import { draftQuotation, type Quoted } from '../../core/features/quoting.ts'
import { quotedPages } from '../../core/official/quotedPassage.ts'
import { quotedWords, sentencesOfPassage } from '../../core/official/quotedText.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import { sliceSpan, type Span } from '../../core/text/span.ts'
import { toRange, toSpan } from '../convert.ts'
import { refuse, tell } from '../messages.ts'
import { withTextDay } from '../official/textDay.ts'
import { viewAt } from '../official/passageViews.ts'
import { passageScheme } from '../reports/reportDocuments.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { columnOf } from '../window/columnOf.ts'
import { chooseProvisions, editorToWriteIn } from './insertCitation.ts'
import { officialTextFor } from './officialTextFor.ts'
import { provisionForCommand } from './provisionForCommand.ts'

const { t } = vscode.l10n

/** Inserts words of the official text as a quotation with its citation: what is selected in a passage view, or picked sentences. */
export async function insertQuotation(state: State): Promise<void> {
  const active = vscode.window.activeTextEditor
  if (active?.document.uri.scheme === passageScheme) {
    await quoteSelection(state, active)
    return
  }
  const editor = editorToWriteIn()
  if (editor === undefined) return
  const provision =
    (await provisionForCommand(state, undefined)) ?? (await chooseProvisions(state))[0]
  if (provision === undefined) return
  const found = await officialTextFor(state, provision)
  if (found === undefined) return
  const { text } = found.passage
  const name = withTextDay(provision.key, found.textDay)
  const spans = await chooseSentences(name, text)
  if (spans === undefined) return
  await insert(state, editor, {
    provision,
    words: quotedWords(text, spans),
    ...quotedPages(found.official, provision, spans, state.source.current),
  })
}

/** What is selected in a view of passages, into the report that was active last. */
async function quoteSelection(state: State, view: vscode.TextEditor): Promise<void> {
  const { document: shown, selection } = view
  const whole = viewAt(state, shown.uri)
  const selected = whole && passageSelected(whole, toSpan(shown, selection))
  const provision = selected && state.source.current.byKey.get(selected.passage.key)
  if (whole === undefined || selected === undefined || provision === undefined) {
    tell(t('Select the words to quote first.'))
    return
  }
  const document = state.lastReport.current
  if (document === undefined) {
    tell(t('Open a report to insert a quotation into.'))
    return
  }
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document.uri) ?? vscode.ViewColumn.Beside,
  })
  const { words } = selected.passage
  const { start, end } = selected.span
  const span = { start: start - words.start, end: end - words.start }
  await insert(state, editor, {
    provision,
    words: shown.getText(toRange(shown, selected.span)).trim(),
    ...quotedPages(whole.official, provision, [span], state.source.current),
  })
}

/** The sentences to quote, as spans of the passage; `undefined` when dismissed. */
async function chooseSentences(name: string, text: string): Promise<readonly Span[] | undefined> {
  const whole = { start: 0, end: text.length }
  const sentences = sentencesOfPassage(text)
  if (sentences.length < 2) return [whole]
  const rows = sentences.map((span) => ({ label: plainRow(sliceSpan(text, span)), span }))
  const all = { label: t('The whole passage'), span: whole }
  const chosen = await vscode.window.showQuickPick([all, ...rows], {
    title: t('Insert Quotation: {0}', name),
    placeHolder: t('Which sentences to quote; what is left out between them becomes […]'),
    canPickMany: true,
  })
  if (chosen === undefined || chosen.length === 0) return undefined
  return chosen.includes(all) ? [whole] : chosen.map(({ span }) => span)
}

async function insert(state: State, editor: vscode.TextEditor, quoted: Quoted): Promise<void> {
  const { document, selection } = editor
  const { citing } = readSettings(document)
  const corpus = state.source.current
  const edit = draftQuotation(state.reports.get(document), toSpan(document, selection), quoted, {
    ...citing,
    corpus,
  })
  const done = await editor.edit((builder) => {
    const range = toRange(document, edit.span)
    if (!range.isEmpty) builder.delete(range)
    builder.insert(range.end, edit.text)
  })
  if (done) return
  refuse(t('The quotation was not inserted: the editor refused the change. Try again.'))
}
