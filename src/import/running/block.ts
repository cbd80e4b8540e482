/** What a text without marked structure is made of, in order: headings by depth, and paragraphs. */
export type TextBlock =
  | {
      readonly kind: 'heading'
      readonly depth: number
      readonly text: string
      readonly line: number
      readonly id?: string
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly line: number }
