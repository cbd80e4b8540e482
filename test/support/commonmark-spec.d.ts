declare module 'commonmark-spec' {
  interface Example {
    readonly markdown: string
    readonly html: string
    readonly section: string
    readonly number: number
  }
  const commonmarkSpec: { readonly text: string; readonly tests: readonly Example[] }
  export default commonmarkSpec
}
