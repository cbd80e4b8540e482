import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parse } from 'jsonc-parser'
import { offlineFolder, projectRoot } from './projectPaths.ts'

/** A stretch of a text, with the scopes that grammars give it. */
export interface ScopedStretch {
  readonly text: string
  /** With blanks between them, the outermost first. */
  readonly scopes: string
}

/** A theme that ships with VS Code. */
export interface BuiltInTheme {
  readonly name: string
  /** The colour of plain text, where the theme says it. */
  readonly plain: string | undefined
  /** The colour of text with `scope`; `undefined` where the theme says nothing of it. */
  readonly colourOf: (scope: string) => Promise<string | undefined>
}

/** What of vscode-textmate is asked; the package comes with the offline VS Code. */
interface TextMate {
  readonly INITIAL: unknown
  readonly Registry: new (options: object) => {
    loadGrammar: (scope: string) => Promise<Grammar>
    getColorMap: () => readonly string[]
  }
  readonly parseRawGrammar: (text: string, file: string) => unknown
}

interface Grammar {
  tokenizeLine: (
    line: string,
    stack: unknown,
  ) => {
    readonly ruleStack: unknown
    readonly tokens: readonly { startIndex: number; endIndex: number; scopes: string[] }[]
  }
  tokenizeLine2: (line: string, stack: unknown) => { readonly tokens: Uint32Array }
}

interface Oniguruma {
  readonly loadWASM: (bytes: Buffer) => Promise<void>
  readonly OnigScanner: new (patterns: string[]) => unknown
  readonly OnigString: new (text: string) => unknown
}

interface Contributions {
  readonly grammars?: readonly { scopeName: string; path: string; injectTo?: string[] }[]
  readonly themes?: readonly { id?: string; label: string; path: string }[]
}

interface ThemeFile {
  readonly include?: string
  readonly colors?: Readonly<Record<string, string>>
  readonly tokenColors?: readonly unknown[]
}

const code = path.join(offlineFolder, 'node_modules/code-server/lib/vscode')

/** Reads texts as VS Code does: by its own grammars, and those of this extension. */
export class Scopes {
  readonly #textMate: TextMate
  readonly #onigLib: Promise<unknown>
  readonly #files = new Map<string, string>()
  readonly #injections = new Map<string, string[]>()
  readonly #grammars = new Map<string, Promise<Grammar>>()

  private constructor(textMate: TextMate, oniguruma: Oniguruma) {
    this.#textMate = textMate
    this.#onigLib = Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    })
    for (const folder of [...builtInExtensions(), projectRoot]) this.#add(folder)
  }

  static async load(): Promise<Scopes> {
    const load = createRequire(path.join(code, 'package.json'))
    const oniguruma = load('vscode-oniguruma') as Oniguruma
    await oniguruma.loadWASM(
      readFileSync(path.join(code, 'node_modules/vscode-oniguruma/release/onig.wasm')),
    )
    return new Scopes(load('vscode-textmate') as TextMate, oniguruma)
  }

  /** The stretches of `text`, line by line, read by the grammar `root`. */
  async of(text: string, root: string): Promise<readonly ScopedStretch[]> {
    const grammar = await this.#grammar(root)
    let stack = this.#textMate.INITIAL
    return text.split('\n').flatMap((line) => {
      const { ruleStack, tokens } = grammar.tokenizeLine(line, stack)
      stack = ruleStack
      return tokens.map(({ startIndex, endIndex, scopes }) => {
        return { text: line.slice(startIndex, endIndex), scopes: scopes.join(' ') }
      })
    })
  }

  #grammar(root: string): Promise<Grammar> {
    const known = this.#grammars.get(root)
    if (known !== undefined) return known
    const { Registry, parseRawGrammar } = this.#textMate
    const registry = new Registry({
      onigLib: this.#onigLib,
      loadGrammar: (scope: string) => {
        const file = this.#files.get(scope)
        return Promise.resolve(file && parseRawGrammar(readFileSync(file, 'utf8'), file))
      },
      // As VS Code: what is injected into a scope is injected into those below it.
      getInjections: (scope: string) => {
        const parts = scope.split('.')
        return parts.flatMap((_, at) => {
          return this.#injections.get(parts.slice(0, at + 1).join('.')) ?? []
        })
      },
    })
    const grammar = registry.loadGrammar(root)
    this.#grammars.set(root, grammar)
    return grammar
  }

  /** All themes that ship with VS Code. */
  themes(): readonly BuiltInTheme[] {
    return builtInExtensions().flatMap((folder) => {
      return (contributionsOf(folder).themes ?? []).map(({ id, label, path: file }) => {
        const { colors, tokenColors } = readTheme(path.join(folder, file))
        const plain = colors?.['editor.foreground']?.toUpperCase()
        return { name: id ?? label, plain, colourOf: this.#colourIn(tokenColors ?? []) }
      })
    })
  }

  #colourIn(rules: readonly unknown[]): BuiltInTheme['colourOf'] {
    const none = '#010203'
    const settings = [{ settings: { foreground: none, background: '#000000' } }, ...rules]
    return async (scope) => {
      const rule = { match: 'x', name: scope }
      const registry = new this.#textMate.Registry({
        theme: { settings },
        onigLib: this.#onigLib,
        loadGrammar: (scopeName: string) =>
          Promise.resolve({ scopeName, patterns: [rule], repository: {} }),
      })
      const grammar = await registry.loadGrammar('text')
      const metadata = grammar.tokenizeLine2('x', this.#textMate.INITIAL).tokens[1] ?? 0
      // Nine bits from the 15th on (vscode-textmate, encodedTokenAttributes.ts).
      const colour = registry.getColorMap()[(metadata >>> 15) & 0x1ff]?.toUpperCase()
      return colour === none ? undefined : colour
    }
  }

  #add(folder: string): void {
    for (const { scopeName, path: file, injectTo = [] } of contributionsOf(folder).grammars ?? []) {
      this.#files.set(scopeName, path.join(folder, file))
      for (const scope of injectTo) {
        this.#injections.set(scope, [...(this.#injections.get(scope) ?? []), scopeName])
      }
    }
  }
}

function builtInExtensions(): readonly string[] {
  const folder = path.join(code, 'extensions')
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((extension) => existsSync(path.join(extension, 'package.json')))
}

function contributionsOf(folder: string): Contributions {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return (manifest as { contributes?: Contributions }).contributes ?? {}
}

/** The theme with all that it includes; what stands in it later wins. */
function readTheme(file: string): ThemeFile {
  const own = parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true }) as ThemeFile
  if (own.include === undefined) return own
  const base = readTheme(path.join(path.dirname(file), own.include))
  return {
    colors: { ...base.colors, ...own.colors },
    tokenColors: [...(base.tokenColors ?? []), ...(own.tokenColors ?? [])],
  }
}
