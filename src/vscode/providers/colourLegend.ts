import * as vscode from 'vscode'
import { colours } from '../../core/features/colouring.ts'

/** The kinds of tokens by which reports are coloured; `package.json` says what they look like. */
export function colourLegend(): vscode.SemanticTokensLegend {
  return new vscode.SemanticTokensLegend([...colours])
}
