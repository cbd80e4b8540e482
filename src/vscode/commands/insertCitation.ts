import * as vscode from 'vscode'
import { draftInsertion } from '../../core/features/insertion.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import {
  noSentence,
  sentenceBelowHeading,
  type SentenceBelow,
} from '../../core/report/sentenceBefore.ts'
import { noUsage } from '../../core/search/favour.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { tick } from '../arriving/steps.ts'
import { toRange, toSpan } from '../convert.ts'
import { refuse, tell } from '../messages.ts'
import { corpusLocation } from '../providers/corpusDocuments.ts'
import { isWritable } from '../reports/isReport.ts'
import { displayLanguage, readSettings } from '../settings.ts'
import { notProseText } from '../../wording/wording.ts'
import { CitationPicker, type PickerInput } from './citationPicker.ts'
import type { State } from '../state.ts'
import { copyCitationOf } from './copyCitation.ts'
import { provisionForCommand } from './provisionForCommand.ts'

const { t } = vscode.l10n

/** The longest selection that makes a sensible query, in UTF-16 units. */
const longestQuery = 200

/** Lets the analyst find provisions by words and inserts a citation at each caret. */
export async function insertCitation(state: State): Promise<void> {
  const editor = editorToWriteIn()
  if (editor === undefined) return
  const query = selectedWords(editor)
  const before = query === '' ? sentenceAt(state, editor) : noSentence
  const chosen = await chooseProvisions(state, { query, before })
  if (chosen.length > 0) await insert(state, editor, chosen)
}

/** The editor to write in; says so where none is open or it takes no edits. */
export function editorToWriteIn(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) {
    tell(t('Open a report to insert a citation into.'))
    return undefined
  }
  const refusal = whyReadOnly(editor.document)
  if (refusal === undefined) return editor
  refuse(refusal)
  return undefined
}

/**
 * Lets the analyst walk from pillar to section to measure, from the provision on that `argument` is the
 * key of, if it is one; cites where a report can take it, else shows it in the corpus.
 */
export async function browsePlan(state: State, argument: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor
  const place =
    typeof argument === 'string' ? await provisionForCommand(state, argument) : undefined
  const chosen = await chooseProvisions(state, { browse: true, ...(place && { place }) })
  const [first] = chosen
  if (first === undefined) return
  if (editor !== undefined && whyReadOnly(editor.document) === undefined) {
    await insert(state, editor, chosen)
    return
  }
  const { uri, range } = corpusLocation(state.source, first.source)
  await vscode.window.showTextDocument(uri, { selection: range, preview: true })
}

/** How the picker begins: with nothing typed and no sentence, to cite, unless told otherwise. */
type Choosing = Partial<
  Pick<PickerInput, 'browse' | 'place' | 'query' | 'before' | 'purpose' | 'offers'>
>

/** What the analyst chooses in the picker, in order; empty when it is dismissed. */
export async function chooseProvisions(
  state: State,
  {
    browse = false,
    place,
    query = '',
    before = noSentence,
    purpose = 'cite',
    offers,
  }: Choosing = {},
): Promise<readonly Provision[]> {
  const corpus = await state.source.ready
  const editor = vscode.window.activeTextEditor
  const settings = readSettings(editor?.document)
  const picker = new CitationPicker({
    corpus,
    index: state.indexes.get(corpus),
    language: settings.language,
    pinyin: await state.pinyin.table(settings.pinyin),
    query,
    before,
    usage: editor === undefined ? noUsage : state.usage.of(editor.document),
    browse,
    place,
    purpose,
    offers,
    copy: (provision) => void copyCitationOf(state, provision),
  })
  try {
    return await picker.choose()
  } finally {
    picker.dispose()
  }
}

/** The sentence before the caret, by which the rows begin where nothing is selected. */
function sentenceAt({ reports }: State, { document, selection }: vscode.TextEditor): SentenceBelow {
  return sentenceBelowHeading(reports.get(document), document.offsetAt(selection.active))
}

/** The selected text as a query: its first line; nothing when it is a whole passage. */
function selectedWords({ document, selection }: vscode.TextEditor): string {
  if (selection.isEmpty || !selection.isSingleLine) return ''
  const text = document.getText(selection)
  return text.length > longestQuery ? '' : plainLine(text)
}

async function insert(
  { source, reports }: State,
  editor: vscode.TextEditor,
  provisions: readonly Provision[],
): Promise<void> {
  const { document } = editor
  const { citing } = readSettings(document)
  const report = reports.get(document)
  const selections = [...editor.selections]
  const insertion = draftInsertion(
    report,
    source.current,
    selections.map((selection) => toSpan(document, selection)),
    provisions,
    citing,
  )
  const done = await editor.edit((builder) => {
    for (const { span, text } of insertion.edits) {
      const range = toRange(document, span)
      if (!range.isEmpty) builder.delete(range)
      // Only an insertion moves the caret behind its text.
      builder.insert(range.end, text)
    }
  })
  if (!done) {
    refuse(t('The citation was not inserted: the editor refused the change. Try again.'))
    return
  }
  tick('inserted')
  if (insertion.notProse !== undefined) {
    tell(notProseText(insertion.notProse, displayLanguage()))
  }
}

/** Why a citation cannot be written into `document`; `undefined` when it can. */
function whyReadOnly(document: vscode.TextDocument): string | undefined {
  return isWritable(document)
    ? undefined
    : t(
        'The citation was not inserted: {0} is read-only. Save a copy, and cite there.',
        document.uri.path,
      )
}
