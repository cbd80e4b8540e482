import { blockBefore, isOpen, notesAround, type Place } from './places.ts'

/** One way in which we read a report otherwise than Pandoc. */
export interface Kind {
  readonly name: string
  /** What Pandoc does, and what we do instead. */
  readonly reason: string
  /** A small report that shows it, and nothing else. */
  readonly example: string
  readonly covers: (place: Place) => boolean
}

/** The blocks of HTML that end at their own ends only, each with its end. */
const endsOfHtml = [
  ['<script', '</script'],
  ['<pre', '</pre'],
  ['<style', '</style'],
  ['<textarea', '</textarea'],
  ['<?', '?>'],
  ['<!', '>'],
] as const

/** All ways that are known, those first that hide most. The first that covers a difference names it. */
export const kinds: readonly Kind[] = [
  {
    name: 'HTML that nothing closes',
    reason:
      'For Pandoc a block of HTML without its end is text; for CommonMark and us it reaches to the end.',
    example: '<pre>\n\n@k1\n',
    covers: (place) =>
      place.side !== 'extra' && endsOfHtml.some(([open, end]) => isOpen(place, open, end)),
  },
  {
    name: 'TeX environment that does not parse',
    reason:
      'Pandoc parses what it knows, and takes it for text where that fails; we look at braces alone.',
    example: '\\begin{quote}\\verb|}|@k1\\end{quote}\n',
    covers: (place) =>
      isOpen(place, '\\begin{', '\\end{') &&
      (place.side === 'missed' || /\\verb\b[^\n]*\}/.test(place.before)),
  },
  {
    name: 'TeX behind a percent sign within braces',
    reason:
      'Behind other TeX it is a comment for us, which hides a brace; Pandoc knows no braces between.',
    example: '\\f{a} {%\\f{@k1}\n',
    covers: ({ side, before }) =>
      side === 'extra' && /\{[^\n%]*%[^\n]*\\[a-z]+\{[^\n]*$/i.test(before),
  },
  {
    name: 'block right behind a tag',
    reason:
      'Pandoc reads Markdown behind a tag at once; CommonMark and we only after a blank line.',
    example: '<div>\n~~~\n@k1\n~~~\n</div>\n',
    covers: (place) =>
      /(?:^|[\s>])<(?:div|details|table|p)\b[^\n]*\n/m.test(blockBefore(place)) ||
      /(?:^|[\s>])<(?:div|details)\b[^\n]*\n[\s>]*(?:```|~~~|\$\$)/m.test(place.before) ||
      /<\/(?:script|pre|style|textarea)>(?:[-*+]|\d+[.)])\s/.test(place.before),
  },
  {
    name: 'link within a link',
    reason: 'For Pandoc the inner one is text, with its address; for CommonMark the outer one is.',
    example: '[a [b](c/@k1)](d)\n',
    covers: (place) =>
      place.side === 'missed' && /\[[^\n]*(?:\]\([^)\n]*|<https?:[^>\n]*)$/.test(joined(place)),
  },
  {
    name: 'note that nothing refers to',
    reason: 'Pandoc leaves it out; we read it.',
    example: '[^a]: @k1\n',
    covers: (place) =>
      place.side === 'extra' && notesAround(place).some((label) => isUnused(label, place.report)),
  },
  {
    name: 'note within a note',
    reason: 'Pandoc knows none and leaves it out; we read it.',
    example: 'a[^a]\n\n[^a]: b[^b]\n\n    [^b]: @k1\n',
    covers: (place) => place.side === 'extra' && notesAround(place).length > 1,
  },
  {
    name: 'note that begins with a blank line',
    reason: 'Pandoc takes the next block into it, indented or not; for us the note is empty.',
    example: '[^a]:\n\n@k1\n',
    covers: ({ side, before }) => side === 'extra' && /^\s*\[\^[^\]\s]+\]:\s*$/m.test(before),
  },
  {
    name: 'table at the beginning of a numbered item',
    reason: 'Pandoc loses the last cell of its first row, which stands further to the left.',
    example: '1. | a | @k1 |\n   |:--|---|\n   | b | c |\n',
    covers: ({ side, line }) => side === 'extra' && /(?:^|[\s>])[\w(#@]+[.)]\s+\|/.test(line),
  },
  {
    name: 'rule of a table behind a marker',
    reason: 'Pandoc reads the head of a table; for CommonMark and us it is a thematic break.',
    example: 'a\n- ---\n[@k1]\n',
    covers: ({ before }) => /\S[^\n]*\n[\s>]*[-*] -{3,}/.test(before),
  },
  {
    name: 'field that is set again',
    reason: 'Of metadata that sets a field twice Pandoc keeps the last; we read both.',
    example: '---\na: "@k1"\n---\n\n---\na: b\n---\n',
    covers: ({ side, line, after }) => {
      const field = /^[\s>]*([\w-]+:)/.exec(line)?.[1]
      return side === 'extra' && field !== undefined && after.includes(`\n${field}`)
    },
  },
  {
    name: 'definition without a term',
    reason: 'With no line before it Pandoc takes the mark for text; we open a definition.',
    example: ':   a\n\n    @k1\n',
    covers: ({ side, before }) => side === 'extra' && /^[\s>]*[:~][ \t]/.test(before),
  },
  {
    name: 'list right behind text',
    reason: 'Pandoc lets no list interrupt a paragraph; with us its items can be code.',
    example: 'a\n-     @k1\n',
    covers: ({ before }) => /\S[^\n]*\n[\s>]*(?:[-*+]|\d+[.)])\s/.test(before),
  },
]

function joined(place: Place): string {
  return blockBefore(place).replaceAll('\n', ' ')
}

function isUnused(label: string, report: string): boolean {
  const [, ...behind] = report.split(`[^${label}]`)
  return behind.every((text) => text.startsWith(':'))
}
