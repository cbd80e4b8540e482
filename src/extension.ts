import type MarkdownIt from 'markdown-it'
import type * as vscode from 'vscode'
import type { Adapter } from './vscode/adapter.ts'
import { registerCommands } from './vscode/registerCommands.ts'
import { registerProviders } from './vscode/registerProviders.ts'

/** What VS Code's own Markdown preview asks us for. */
interface Extended {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt
}

/**
 * VS Code calls it once, when a report is opened or previewed or a command is run. What answers is loaded right
 * behind it, so that nothing waits for us.
 */
export function activate(context: vscode.ExtensionContext): Extended {
  let adapter: Promise<Adapter> | undefined
  const load = (): Promise<Adapter> => {
    adapter ??= import('./vscode/adapter.ts').then(({ createAdapter }) => {
      const created = createAdapter(context)
      context.subscriptions.push(created)
      return created
    })
    // What failed once may succeed when it is asked for again.
    adapter.catch(() => (adapter = undefined))
    return adapter
  }
  context.subscriptions.push(registerProviders(load), registerCommands(load))
  void load()
  return {
    extendMarkdownIt: (md) => {
      // What failed is told where it failed.
      load().then(
        ({ previews }) => {
          previews.extend(md)
        },
        () => undefined,
      )
      return md
    },
  }
}
