/** A text of an instrument as it stands at some time, in the order of the document. */
export interface Edition {
  readonly parts: readonly EditionPart[]
}

/** A provision of an edition, with nothing of those below it. */
export interface EditionPart {
  /** What its key ends with; each once in an edition: `5.1.a`. Empty for what no provision is made of. */
  readonly label: string
  /** Empty where it has none. */
  readonly heading: string
  /** Its paragraphs, parted by line feeds; empty where all it has stands below it. */
  readonly text: string
}

/** What became of a provision from one edition to the next. */
export type EditionChange =
  | { readonly kind: 'inserted'; readonly after: EditionPart }
  | { readonly kind: 'deleted'; readonly before: EditionPart }
  /** It has another label now, and may say other words. */
  | ({ readonly kind: 'moved' } & KeptPart)
  | ({ readonly kind: 'changed' } & KeptPart)

/** A provision that is in both. */
export interface KeptPart {
  readonly before: EditionPart
  readonly after: EditionPart
  /** Of the headings; one piece where they are alike. */
  readonly heading: readonly WordPiece[]
  /** Of the texts; one piece where they are alike. */
  readonly text: readonly WordPiece[]
}

/** Words of a text that both editions have, or only one. */
export interface WordPiece {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}
