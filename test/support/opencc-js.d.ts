declare module 'opencc-js' {
  type Script = 'cn' | 't' | 'hk' | 'tw'
  /** What turns a text of one script and region into that of another, character by character. */
  export function Converter(options: {
    readonly from: Script
    readonly to: Script
  }): (text: string) => string
}
