import * as vscode from 'vscode'
import { writeCorpusFile } from '../../core/corpusFile/writeCorpusFile.ts'
import type { SourcePlace } from '../../core/corpus/provision.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import { corpusScheme } from '../reports/reportDocuments.ts'

/** Where `place` is read: in the analyst's own corpus file, or in a read-only view of one of the library. */
export function corpusLocation(
  source: CorpusSource,
  { file, line, column }: SourcePlace,
): vscode.Location {
  const own = source.ownAddressOf(file)
  const uri =
    own === undefined
      ? vscode.Uri.from({ scheme: corpusScheme, path: `/${file}` })
      : vscode.Uri.parse(own)
  return new vscode.Location(uri, new vscode.Position(line - 1, column - 1))
}

/** The corpus files of the library as read-only documents: their texts, as the corpus of `source` says them. */
export function corpusDocumentProvider(source: CorpusSource): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(1)
      const corpus = await source.ready
      const instrument = corpus.instruments.find((one) => one.source.file === name)
      return instrument === undefined || source.ownAddressOf(name) !== undefined
        ? vscode.l10n.t('No corpus file is called {0}.', name)
        : writeCorpusFile(corpus, instrument)
    },
  }
}
