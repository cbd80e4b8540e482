import * as vscode from 'vscode'
import type { SourcePlace } from '../../core/corpus/provision.ts'
import type { CorpusSource } from '../corpusSource.ts'
import { corpusScheme } from '../reportDocuments.ts'

/** Where `place` is read: a read-only view of its corpus file. */
export function corpusLocation({ file, line, column }: SourcePlace): vscode.Location {
  const uri = vscode.Uri.from({ scheme: corpusScheme, path: `/${file}` })
  return new vscode.Location(uri, new vscode.Position(line - 1, column - 1))
}

/** The corpus files of `source` as read-only documents. */
export function corpusDocumentProvider(source: CorpusSource): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(1)
      const corpus = await source.ready
      const isKnown = corpus.instruments.some((instrument) => instrument.source.file === name)
      if (!isKnown) return vscode.l10n.t('No corpus file is called {0}.', name)
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(source.fileUri(name)))
    },
  }
}
