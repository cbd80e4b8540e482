import * as vscode from 'vscode'
import { groupStyle, type GroupStyle } from '../../../core/citation/citationForm.ts'
import type { Corpus } from '../../../core/corpus/corpus.ts'
import {
  rewriteCitations as rewriteIn,
  type Rewriting,
  type StayingCitation,
} from '../../../core/features/rewriting.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'
import { sliceSpan } from '../../../core/text/span.ts'
import { toRange, toSpan } from '../../convert.ts'
import { tell, warn } from '../../messages.ts'
import { isReport } from '../../reports/isReport.ts'
import { readSettings } from '../../settings.ts'
import type { State } from '../../state.ts'
import { editorToWriteIn } from '../insertCitation.ts'
import { applyPreviewed } from './applyPreviewed.ts'

const { t } = vscode.l10n

/**
 * Writes the citations that are selected, or all of the report, with their places in words or with
 * their keys, as one edit that VS Code previews; then says how many, and lists those that stay.
 */
export async function rewriteCitations(state: State): Promise<void> {
  const editor = editorToWriteIn()
  if (editor === undefined) return
  const { document } = editor
  const corpus = await state.source.ready
  const { language, citing } = readSettings(document)
  const style = await chooseForm(groupStyle(citing.style))
  if (style === undefined) return
  const before = rewritingOf(state, editor, corpus, style)
  const { source } = state.reports.get(document)
  await applyPreviewed(
    document,
    before.rewritten.map(({ edit, meaning: { citation, places } }) => {
      const provisions = places.map(({ provision }) => provision)
      return { edit, provisions, words: sliceSpan(source, citation.span) }
    }),
    language,
  )
  const after = rewritingOf(state, editor, corpus, style)
  const done = before.rewritten.length - after.rewritten.length
  void tellResult(document, after.staying, resultText(before, done))
}

interface FormRow extends vscode.QuickPickItem {
  readonly style: GroupStyle
}

/** Asks for the form to write, that of the settings first. */
async function chooseForm(usual: GroupStyle): Promise<GroupStyle | undefined> {
  const words: FormRow = {
    ...{ style: 'pandoc', label: t('Place in Words') },
    description: '[@us-aiap-2025, p. 3, pillar I, sec. 1, action 3]',
  }
  const key: FormRow = {
    ...{ style: 'key', label: t('Key') },
    description: '[@us-aiap-2025:I.1.3, p. 3]',
  }
  const rows = usual === 'key' ? [key, words] : [words, key]
  const chosen = await vscode.window.showQuickPick(rows, { title: t('Rewrite Citations') })
  return chosen?.style
}

/** What becomes of the citations that are selected now, or of all where none is. */
function rewritingOf(
  { reports }: State,
  { document, selections }: vscode.TextEditor,
  corpus: Corpus,
  style: GroupStyle,
): Rewriting {
  if (!isReport(document)) return { rewritten: [], staying: [] }
  const selected = selections.filter(({ isEmpty }) => !isEmpty)
  const spans = selected.map((selection) => toSpan(document, selection))
  return rewriteIn(reports.get(document), corpus, spans, style, readSettings(document).citing)
}

function resultText({ rewritten, staying }: Rewriting, done: number): string {
  if (rewritten.length > 0) return t('Citations rewritten: {0}.', done)
  return staying.length > 0
    ? t('No citation can be rewritten.')
    : t('Nothing to rewrite: all citations of the corpus are written so already.')
}

/** Says `result`, and how many stay; these are shown where the analyst wants it. */
async function tellResult(
  document: vscode.TextDocument,
  staying: readonly StayingCitation[],
  result: string,
): Promise<void> {
  if (staying.length === 0) {
    tell(result)
    return
  }
  const show = t('Show Them')
  const message = t('{0} Citations that stay as they are: {1}.', result, staying.length)
  const chosen = await warn(message, show)
  if (chosen === show) await goToStaying(document, staying)
}

interface StayingRow extends vscode.QuickPickItem {
  readonly range: vscode.Range
}

/** Lists `staying` by their lines, with why, and goes to the one that is chosen. */
async function goToStaying(
  document: vscode.TextDocument,
  staying: readonly StayingCitation[],
): Promise<void> {
  const rows = staying.map(({ meaning: { citation }, reason }): StayingRow => {
    const range = toRange(document, citation.span)
    const line = t('Line {0}', range.start.line + 1)
    return {
      label: plainRow(`${line}: ${document.getText(range)}`),
      detail: reasonText(reason),
      range,
    }
  })
  const chosen = await vscode.window.showQuickPick(rows, {
    title: t('Citations that stay as they are'),
    matchOnDetail: true,
  })
  if (chosen === undefined) return
  await vscode.window.showTextDocument(document, { selection: chosen.range })
}

function reasonText(reason: StayingCitation['reason']): string {
  switch (reason) {
    case 'key':
      return t('Its key names nothing, or has to be corrected first.')
    case 'glued':
      return t('Pandoc does not read it: it is glued to what stands before it.')
    case 'severalPlaces':
      return t('It names several places; a key names one.')
    case 'notUnderstood':
      return t('Its place is not understood.')
    case 'noKey':
      return t('The corpus has no key for its place.')
    case 'noWords':
      return t('No words lead to exactly what its key names.')
    case 'amongOthers':
      return t('Other words stand among those of its place.')
    case 'inColumns':
      return t('It stands in a table whose columns would shift.')
    case 'readOtherwise':
      return t('What would be written there would be read as something else.')
  }
}
