import * as vscode from 'vscode'
import type { Key } from '../../core/corpus/key.ts'
import type { Instrument } from '../../core/corpus/provision.ts'
import type { PassageView } from '../../core/features/passageView.ts'
import { printedPages } from '../../core/official/officialText.ts'
import type { PageStart } from '../../core/official/outline.ts'
import { toRange } from '../convert.ts'
import { displayLanguage } from '../settings.ts'
import { pagesText } from '../../wording/wording.ts'

const { t } = vscode.l10n

/** Marks in an editor of passages the measure that was asked for, where pages begin, and how often each is cited. */
export class PassageMarks implements vscode.Disposable {
  readonly #asked = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    // High contrast has no such background.
    borderColor: new vscode.ThemeColor('focusBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    isWholeLine: true,
  })
  readonly #page = vscode.window.createTextEditorDecorationType({
    before: {
      color: new vscode.ThemeColor('descriptionForeground'),
      border: '1px solid',
      margin: '0 4px',
    },
  })
  readonly #cited = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('descriptionForeground'), margin: '0 0 0 2em' },
  })

  /** Marks the passage of `asked` and the pages of `instrument`, and puts the caret before it, in sight. */
  mark(
    editor: vscode.TextEditor,
    { passages }: PassageView,
    asked: Key,
    instrument: Instrument,
  ): void {
    const { document } = editor
    const own = passages.filter(({ key }) => key === asked)
    const words = own.map((passage) => toRange(document, passage.words))
    editor.setDecorations(this.#asked, words)
    const starts = passages.flatMap(({ pageStarts }) => pageStarts)
    editor.setDecorations(
      this.#page,
      starts.flatMap((start) => pageMark(document, start, instrument)),
    )
    const [first] = own
    if (first === undefined) return
    const heading = toRange(document, first.heading)
    // Where the caret is, keys and screen readers begin.
    editor.selection = new vscode.Selection(heading.start, heading.start)
    editor.revealRange(heading, vscode.TextEditorRevealType.AtTop)
  }

  /** Writes behind each heading how often its key is cited, as `counts` says. */
  count(
    editor: vscode.TextEditor,
    { passages }: PassageView,
    counts: ReadonlyMap<string, number>,
  ): void {
    const marks = passages.flatMap(({ key, heading }) => {
      const count = counts.get(key) ?? 0
      if (count === 0) return []
      const contentText = t('Cited in this workspace: {0}', count)
      const range = toRange(editor.document, heading)
      return { range, renderOptions: { after: { contentText } } }
    })
    editor.setDecorations(this.#cited, marks)
  }

  dispose(): void {
    this.#asked.dispose()
    this.#page.dispose()
    this.#cited.dispose()
  }
}

function pageMark(
  document: vscode.TextDocument,
  { offset, page }: PageStart,
  instrument: Instrument,
): readonly vscode.DecorationOptions[] {
  const printed = printedPages(instrument, { first: page, last: page })
  if (printed === undefined) return []
  const contentText = pagesText(printed, displayLanguage())
  const range = toRange(document, { start: offset, end: offset })
  return [{ range, renderOptions: { before: { contentText } } }]
}
