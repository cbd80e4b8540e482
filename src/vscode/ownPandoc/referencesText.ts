import * as vscode from 'vscode'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import type { PrintedList } from '../../ownPandoc/printWithPandoc.ts'

const { t } = vscode.l10n

/** What is shown of a list that Pandoc printed: its entries, how it was printed, and what Pandoc warns of. */
export function listText(list: PrintedList): string {
  const entries = list.entries.length === 0 ? [t('The style prints no list.')] : list.entries
  const warnings = list.warnings.length === 0 ? [] : [t('Pandoc warns:'), ...list.warnings]
  return [
    ...entries.flatMap((entry) => [plainLine(entry), '']),
    plainLine(madeBy(list)),
    ...(warnings.length === 0 ? [] : ['', ...warnings.map(plainLine)]),
    '',
  ].join('\n')
}

function madeBy({ entries, style, version }: PrintedList): string {
  return style === undefined
    ? t('{0} references, printed by Pandoc {1} in its own style.', entries.length, version)
    : t('{0} references, printed by Pandoc {1} in the style {2}.', entries.length, version, style)
}

/** What is shown where Pandoc ended with an error. */
export function failureText(said: readonly string[]): string {
  const lines = said.length === 0 ? [] : [t('It said:'), '', ...said.map(plainLine)]
  return [t('Pandoc printed no list.'), ...lines, ''].join('\n')
}
