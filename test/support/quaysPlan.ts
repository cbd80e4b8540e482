import { makePdf, setPages, type Setting } from './makePdf.ts'

/** A small plan of our own making, as its issuer would print it. */
const pages: readonly (readonly Setting[])[] = [
  [
    { pillar: 'Pillar I: Keep the Harbour Open' },
    {
      paragraph: [
        'A harbour lives by its quays. This pillar keeps them in repair, and keeps the ships in-',
        'formed of what the tide will do.',
      ],
    },
    { section: 'Mend What the Sea Has Taken' },
    {
      paragraph: [
        'Every winter the sea takes stone from the outer mole. The Port Office cannot wait for the',
        'spring, nor for long-distance ships, to put it back.',
      ],
    },
    { announcement: 'Recommended Measures' },
    {
      bullet: [
        'Led by the Port Office, survey the outer mole after each storm and publish what was',
        'found within ten days.',
      ],
    },
    {
      bullet: [
        'Keep a store of cut stone at the harbour, large enough that no repair must wait for a',
        'long-',
        'distance shipment, and review each year whether the store still serves the ships that',
      ],
    },
    {
      notes: ['1 The outer mole was built in three stages.', '2 Stone of this kind is cut inland.'],
    },
  ],
  [
    { bullet: ['placeholder'] },
    { section: 'Tell Ships What the Tide Will Do' },
    {
      paragraph: [
        'Ships need to be informed of the tide before they turn for the harbour, not afterwards.',
      ],
    },
    { announcement: 'Recommended Measures' },
    {
      bullet: [
        'Publish the tide tables of the coming year in machine-readable form, and correct them',
        'within one hour when a gauge shows that they are wrong.',
      ],
    },
    {
      bullet: ['Place a tide gauge on every quay that takes ships of more than 500 tonnes.'],
    },
  ],
]

/** The plan as a PDF: an item runs over the end of page 1, with notes between its halves. */
export function quaysPdf(): Uint8Array {
  const [first = [], second = []] = setPages(pages)
  // The rest of the item hangs where its text began, without a bullet of its own.
  const rest = second.flatMap((line) => {
    if (line.text === '•' && line.baseline === 700) return []
    return line.text === 'placeholder' ? [{ ...line, text: 'use the harbour.' }] : [line]
  })
  return makePdf([first, rest])
}

/** The analyst's corpus file of the plan. */
export const quaysCorpusFile = `---
id: xx-quays
type: plan
title: The Quays Plan
issuer: The Port Office
issued: 2025-03
first-page: 1
last-page: 2
---

# Keep the Harbour Open {#I kind=pillar page=1-2}

## Mend What the Sea Has Taken {#I.1 kind=section page=1-2}

### Survey of the mole after storms {#I.1.1 page=1}

The Port Office looks at the mole after storms and says what it saw.

### Store of stone for repairs {#I.1.2 page=1-2}

Stone is kept ready, so that repairs need not wait.

## Tell Ships What the Tide Will Do {#I.2 kind=section page=2}

### Tide tables for machines {#I.2.1 page=2}

Tide tables are published as data and corrected quickly.

### Tide gauges on large quays {#I.2.2 page=2}

Gauges stand where large ships berth.
`
