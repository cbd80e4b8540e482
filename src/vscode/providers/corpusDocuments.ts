import * as vscode from 'vscode'
import type { SourcePlace } from '../../core/corpus/provision.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import { corpusScheme } from '../reports/reportDocuments.ts'

/** Where `place` is read: in the analyst's own corpus file, or in a read-only view of one of the library. */
export function corpusLocation(
  source: CorpusSource,
  { file, line, column }: SourcePlace,
): vscode.Location {
  const uri = source.isOwn(file)
    ? vscode.Uri.parse(source.addressOf(file))
    : vscode.Uri.from({ scheme: corpusScheme, path: `/${file}` })
  return new vscode.Location(uri, new vscode.Position(line - 1, column - 1))
}

/** The corpus files of `source` as read-only documents. */
export function corpusDocumentProvider(source: CorpusSource): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(1)
      const corpus = await source.ready
      const isKnown =
        !source.isOwn(name) &&
        corpus.instruments.some((instrument) => instrument.source.file === name)
      if (!isKnown) return vscode.l10n.t('No corpus file is called {0}.', name)
      const uri = vscode.Uri.parse(source.addressOf(name))
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
    },
  }
}
