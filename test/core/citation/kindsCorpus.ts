import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

/** Laws, a framework and goals that have what the library has not, in one file each. */
const files = [
  [
    'xx-act',
    'act',
    '# Tides {#rct-29 kind=recital}\n\n# Tolls {#30 kind=recital}\n\n# Fees {#5}\n\n' +
      '## First {#5.1 kind=paragraph}\n\n### Boats {#5.1.2 kind=item}\n\n#### Small {#5.1.2.a kind=subitem}\n\n' +
      '# Quays {#7}\n\n## Cranes {#7.2 kind=paragraph}\n\n### Crews {#7.2.3 kind=subparagraph}\n\n#### Nights {#7.2.3.b kind=item}',
  ],
  [
    'xx-order',
    'order',
    '# Harbours {#4}\n\n## Pilots {#4.a kind=subsection}\n\n### Robots {#4.a.1 kind=paragraph}\n\n' +
      '#### Tests {#4.a.1.B kind=subparagraph}\n\n##### Lights {#4.a.1.B.ii kind=clause}',
  ],
  [
    'xx-goals',
    'plan',
    '# Seas {#goal-14 kind=goal}\n\n## Nets {#goal-14.2 kind=target}\n\n# Care {#prin-3 kind=principle}\n\n' +
      '# Govern {#fun-2 kind=function}\n\n## Roles {#cat-1 kind=category}\n\n### Boards {#cat-1.4 kind=subcategory}',
  ],
] as const

/** The corpus of these files, without troubles. */
export function kindsCorpus(): Corpus {
  return corpusOf(
    files.map(([id, type, body]) => ({
      name: `${id}.md`,
      text: `---\nid: ${id}\ntype: ${type}\ntitle: ${id}\n---\n\n${body}\n`,
    })),
  )
}
