/** What is asked of the machine on which Pandoc is looked for, and runs. */
export interface Machine {
  /** As Node calls it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** As Node calls it: `x64`, `arm64`. */
  readonly arch: string
  /** The variable of the environment called `name`, whatever its case where that does not matter. */
  variable(name: string): string | undefined
  /** Whether `file` is there and can be run. */
  isProgram(file: string): Promise<boolean>
  /** The path of what `file` is, links followed; `undefined` where nothing is there. */
  realPath(file: string): Promise<string | undefined>
}
