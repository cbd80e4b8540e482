import * as vscode from 'vscode'

/** A kind of paste: `text.citation`. */
interface PasteKind {
  append(...parts: readonly string[]): PasteKind
}

/** One way of pasting. */
export interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit
}

/** Whoever offers ways of pasting. */
export interface PasteEditProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<readonly PasteEdit[] | undefined>
}

/** What of VS Code's interface for pasting is used; windows have it from 1.97 on. */
interface PastingApi {
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind }
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteEditProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly PasteKind[]
        readonly pasteMimeTypes: readonly string[]
      },
    ): vscode.Disposable
  }
}

/** The first version in which it is no proposal, which a window refuses to extensions. */
const firstMinor = 97

function canPaste(api: object): api is PastingApi {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number)
  return (major > 1 || minor >= firstMinor) && 'DocumentPasteEdit' in api
}

function pastingApi(): PastingApi | undefined {
  const api: object = vscode
  return canPaste(api) ? api : undefined
}

/** Offers ways of pasting text into reports, where the window lets an extension do so. */
export function registerPasteEdits(
  selector: vscode.DocumentSelector,
  provider: PasteEditProvider,
): vscode.Disposable {
  const api = pastingApi()
  if (api === undefined) return new vscode.Disposable(() => undefined)
  return api.languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kindOf(api)],
    pasteMimeTypes: ['text/plain'],
  })
}

/** A way of pasting that writes `text` at the caret and makes `additionalEdit` with it; none where the window knows no such thing. */
export function pasteEdit(
  text: string,
  title: string,
  additionalEdit: vscode.WorkspaceEdit,
): PasteEdit | undefined {
  const api = pastingApi()
  if (api === undefined) return undefined
  return Object.assign(new api.DocumentPasteEdit(text, title, kindOf(api)), { additionalEdit })
}

function kindOf({ DocumentDropOrPasteEditKind: { Text: text } }: PastingApi): PasteKind {
  return text.append('citation')
}
