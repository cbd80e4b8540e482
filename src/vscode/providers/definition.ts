import type * as vscode from 'vscode'
import { findDefinition } from '../../core/features/definition.ts'
import { toRange } from '../convert.ts'
import { corpusLocation } from './corpusDocuments.ts'
import { isReport } from '../reports/isReport.ts'
import type { State } from '../state.ts'

/** Leads from a key to its provision in the corpus file: Go to Definition and Peek. */
export function definitionProvider({ reports, source }: State): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position, token) {
      if (!isReport(document)) return undefined
      const version = document.version
      const corpus = await source.ready
      if (token.isCancellationRequested || document.version !== version) return undefined
      const found = findDefinition(reports.get(document), corpus, document.offsetAt(position))
      if (found === undefined) return undefined
      const { uri, range } = corpusLocation(source, found.place)
      const link: vscode.LocationLink = {
        originSelectionRange: toRange(document, found.span),
        targetUri: uri,
        targetRange: range,
      }
      return [link]
    },
  }
}
