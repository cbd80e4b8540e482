import * as vscode from 'vscode'
import { CorpusWork } from '../../workspace/tasks/corpusWork.ts'
import { hasProcesses } from '../hasProcesses.ts'

/** What does the long work on corpora, in threads where there are any; `extension` is where we are installed. */
export function corpusWork(extension: vscode.Uri): CorpusWork {
  if (!hasProcesses()) return new CorpusWork()
  return new CorpusWork(async () => {
    const { ThreadsBeside } = await import('../../thread/threadsBeside.ts')
    const script = vscode.Uri.joinPath(extension, 'dist/chunks/corpusThread.js').fsPath
    return new ThreadsBeside(script)
  })
}
