declare module 'pandoc-wasm' {
  interface Conversion {
    readonly stdout: string
    /** What went wrong; empty where nothing did. */
    readonly stderr: string
    /** By their names, those too that Pandoc wrote. */
    readonly files: Readonly<Record<string, Blob>>
  }
  /** Options as in a defaults file of Pandoc's; `files` are all that it can open. */
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, string>>,
  ): Promise<Conversion>
  export function query(options: { readonly query: 'version' }): string
}
