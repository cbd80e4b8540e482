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
  [
    // As the Union amends its laws: letters behind numbers, and letters behind letters.
    'xx-amended',
    'act',
    '# Chapter {#chp-I kind=chapter}\n\n## Scope {#2}\n\n### Powers {#2.13 kind=paragraph}\n\n' +
      '## Words {#3}\n\n### Small {#3.14 kind=point}\n\n### Smaller {#3.14a kind=point}\n\n### Smallest {#3.14b kind=point}\n\n' +
      '## Lamps {#4}\n\n## Lanterns {#4a}\n\n### Oil {#4a.1 kind=paragraph}\n\n#### Wicks {#4a.1.da kind=point}\n\n' +
      '## Bans {#5}\n\n### All {#5.1 kind=paragraph}\n\n#### B {#5.1.b kind=point}\n\n#### Ba {#5.1.ba kind=point}\n\n' +
      '#### Bb {#5.1.bb kind=point}\n\n#### C {#5.1.c kind=point}\n\n### More {#5.1a kind=paragraph}\n\n### Most {#5.1b kind=paragraph}\n\n' +
      '## Fees {#75d}\n\n### A {#75d.1aa kind=paragraph}\n\n' +
      '# Codes {#annex-XIV kind=annex}\n\n## Section {#annex-XIV.sec-B kind=section}\n\n### Row {#annex-XIV.sec-B.21 kind=point}',
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
