/** A style of the table. */
export interface TableStyle {
  readonly name: string
  /** The name under which the CSL project publishes it; none for the one that Pandoc has within it. */
  readonly file?: string
  readonly kind: 'text' | 'note'
  /** The language of the report. */
  readonly lang: 'en-US' | 'en-GB' | 'zh-CN'
}

/** The styles of the table; those of China in a report in Chinese. */
export const tableStyles: readonly TableStyle[] = [
  { name: 'Chicago author-date', kind: 'text', lang: 'en-US' },
  { name: 'Chicago notes', file: 'chicago-notes-bibliography', kind: 'note', lang: 'en-US' },
  { name: 'APA', file: 'apa', kind: 'text', lang: 'en-US' },
  { name: 'MLA', file: 'modern-language-association', kind: 'text', lang: 'en-US' },
  { name: 'OSCOLA', file: 'oscola', kind: 'note', lang: 'en-GB' },
  { name: 'Bluebook', file: 'bluebook-law-review', kind: 'note', lang: 'en-US' },
  {
    name: 'GB/T 7714-2025 numeric',
    file: 'china-national-standard-gb-t-7714-2025-numeric',
    kind: 'text',
    lang: 'zh-CN',
  },
  {
    name: 'GB/T 7714-2025 author-date',
    file: 'china-national-standard-gb-t-7714-2025-author-date',
    kind: 'text',
    lang: 'zh-CN',
  },
  { name: 'IEEE', file: 'ieee', kind: 'text', lang: 'en-US' },
]
