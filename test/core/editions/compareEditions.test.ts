import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { compareEditions } from '../../../src/core/editions/compareEditions.ts'
import type { Edition, EditionChange, EditionPart } from '../../../src/core/editions/edition.ts'
import { editionOfDocument } from '../../../src/core/editions/editionOf.ts'
import { wordPieces } from '../../../src/core/editions/wordPieces.ts'
import {
  changesJson,
  changesMarkdown,
  changesText,
} from '../../../src/core/editions/writeChanges.ts'

type Parts = Readonly<Record<string, string>>

/** Labels and texts; a heading stands before a bar. */
function edition(parts: Parts): Edition {
  return {
    parts: Object.entries(parts).map(([label, said]) => {
      const [text = '', heading = ''] = said.split('|').toReversed()
      return { label, heading, text }
    }),
  }
}

function changes(before: Parts, after: Parts): readonly EditionChange[] {
  return compareEditions(edition(before), edition(after))
}

/** A plan whose title is a heading above all of it, with what stands right below that. */
function titledPlan(below: string, ...measures: readonly string[]): Edition {
  const parts = measures.map((text) => ({ level: 'measure', text, parts: [] }) as const)
  const night = { level: 'division', heading: 'By Night', text: '', parts } as const
  const title = { level: 'division', heading: 'Quay Plan', text: below, parts: [night] } as const
  return editionOfDocument({ title: 'Quay Plan', parts: [title], unread: [] })
}

/** `+2`, `-2`, `2→3`, `~2`, in order. */
function told(before: Parts, after: Parts): string {
  const signs = changes(before, after).map((change) => {
    if (change.kind === 'inserted') return `+${change.after.label}`
    if (change.kind === 'deleted') return `-${change.before.label}`
    const isSame = [...change.heading, ...change.text].every(({ kind }) => kind === 'same')
    if (change.kind === 'changed') return `~${change.after.label}`
    return `${change.before.label}→${change.after.label}${isSame ? '' : '~'}`
  })
  return signs.join(' ')
}

const dock = 'Every dock is to have a warden who may read the tide and close the gate.'
const crane = 'A crane that lifts more than ten tonnes is inspected by the port each spring.'
const pilot = 'Pilots are licensed for five years, and for three where they are older than sixty.'

suite('Two editions of an instrument', () => {
  test('that are alike have no changes, nor have those that differ in white space', () => {
    assert.equal(told({ '1': dock, '2': crane }, { '1': dock, '2': crane }), '')
    assert.equal(told({ '1': dock }, { '1': dock.replaceAll(' ', '\n ') }), '')
  })

  test('tell what was inserted, deleted and changed, where it stands', () => {
    assert.equal(told({ '1': dock, '3': pilot }, { '1': dock, '2': crane, '3': pilot }), '+2')
    assert.equal(told({ '1': dock, '2': crane, '3': pilot }, { '1': dock, '3': pilot }), '-2')
    assert.equal(told({ '1': dock, '2': crane }, { '2': crane }), '-1')
    assert.equal(told({ '1': dock }, { '1': dock.replace('gate', 'lock') }), '~1')
    assert.equal(told({ '1': `Docks|${dock}` }, { '1': `Quays|${dock}` }), '~1')
  })

  test('follow a provision to another number, one among those after it too', () => {
    const before = { '20': dock, '21': crane, '22': pilot }
    const after = { '20': 'Machines that think are to be welcomed in each port.', '21': dock }
    assert.equal(told(before, { ...after, '22': crane, '23': pilot }), '+20 20→21 21→22 22→23')
  })

  test('follow one that says a little else there', () => {
    const after = { '1': crane, '5': dock.replace('a warden', 'two wardens') }
    assert.equal(told({ '1': dock, '2': crane }, after), '2→1 1→5~')
  })

  test('take one of the same number for changed where all of it is new', () => {
    assert.equal(told({ '1': dock, '2': crane }, { '1': dock, '2': pilot }), '~2')
  })

  test('do not follow what says too little to be known', () => {
    assert.equal(told({ '1': 'Deleted.', '2': crane }, { '2': crane, '3': 'Deleted.' }), '-1 +3')
  })

  test('leave recitals out where only one of the two has any', () => {
    const recital = (text: string): EditionPart => ({ label: 'rct-1', heading: '', text })
    const article = (text: string): EditionPart => ({ label: '1', heading: 'Rest', text })
    const adopted = { parts: [recital('Tides rise.'), article('Cranes rest.')] }
    const consolidated = { parts: [article('Cranes rest at night.')] }
    const kinds = (before: Edition, after: Edition): readonly string[] =>
      compareEditions(before, after).map((change) => change.kind)
    assert.deepEqual(kinds(adopted, consolidated), ['changed'])
    assert.deepEqual(kinds(consolidated, adopted), ['changed'])
    assert.deepEqual(kinds(adopted, { parts: [recital('Tides fall.')] }), ['changed', 'deleted'])
  })

  test('compare Chinese character by character', () => {
    const [change] = changes({ '1': '提供者应当依法履行义务。' }, { '1': '提供者应当履行义务。' })
    assert.deepEqual(change?.kind === 'changed' ? change.text : [], [
      { kind: 'same', text: '提供者应当' },
      { kind: 'deleted', text: '依法' },
      { kind: 'same', text: '履行义务。' },
    ])
  })

  test('are told with each provision of both accounted for once', () => {
    const word = fc.constantFrom('dock', 'crane', 'pilot', 'tide', 'gate', 'port', 'may', 'shall')
    const said = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))
    const parts = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '1.a', '1.b'), said)
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const found = changes(before, after)
        const gone = found.flatMap((one) => ('before' in one ? [one.before.label] : []))
        const come = found.flatMap((one) => ('after' in one ? [one.after.label] : []))
        assert.equal(new Set(gone).size, gone.length)
        assert.equal(new Set(come).size, come.length)
        const kept = Object.keys(before).filter((label) => !gone.includes(label))
        // What says the same, under the same label, may stand elsewhere: nothing is told of that.
        const still = Object.keys(after).filter((label) => !come.includes(label))
        assert.deepEqual(kept.toSorted(), still.toSorted())
        for (const label of kept) assert.equal(before[label], after[label])
      }),
    )
  })
})

test('word by word both texts can be read out of the pieces, but for white space', () => {
  const text = fc
    .array(fc.constantFrom('may', 'shall', 'port', ',', ' ', '\n', '港', '口', "port's", '.'))
    .map((words) => words.join(' '))
  const bare = (one: string): string => one.replaceAll(/\s/gu, '')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordPieces(before, after)
      const without = (kind: string): string =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      assert.equal(bare(without('inserted')), bare(before))
      assert.equal(bare(without('deleted')), bare(after))
    }),
  )
})

suite('What changed is written', () => {
  const found = changes(
    { '1': `Docks|${dock}`, '2': crane },
    {
      '1': `Docks|${dock.replace('is to have', 'has')}`,
      '3': 'A *new* one [here](https://x.example).',
    },
  )

  test('as text', () => {
    assert.equal(
      changesText(found),
      `changed 1
Docks
Every dock [-is to have-] {+has+} a warden who may read the tide and close the gate.

deleted 2
[-${crane}-]

inserted 3
{+A *new* one [here](https://x.example).+}
`,
    )
  })

  test('as Markdown, in which the words of a document do nothing', () => {
    const written = changesMarkdown(found)
    assert.match(written, /^## changed 1\n\nDocks\n/u)
    assert.ok(written.includes('Every dock <del>is to have</del> <ins>has</ins> a warden'))
    assert.ok(written.includes(`<del>${crane}</del>`))
    assert.doesNotMatch(written, /(?<!\\)\]\(/u)
  })

  test('as JSON', () => {
    assert.deepEqual(JSON.parse(changesJson(found.slice(1))), [
      { kind: 'deleted', from: { label: '2', heading: '', text: crane } },
      {
        kind: 'inserted',
        to: { label: '3', heading: '', text: 'A *new* one [here](https://x.example).' },
      },
    ])
    assert.equal(changesJson([]), '[]\n')
    assert.equal(changesText([]), '')
  })
})

test('a title above all parts takes no label of theirs; what stands below it is compared as well', () => {
  const [lamps, nets, cranes] = ['Light the lamps.', 'Mend the nets.', 'Rest the cranes.']
  assert.deepEqual(
    titledPlan('', lamps, nets).parts.map(({ label }) => label),
    ['1', '1.1', '1.2'],
  )
  const told = changesText(
    compareEditions(
      titledPlan('Of old.', lamps, nets),
      titledPlan('Of late.', lamps, nets, cranes),
    ),
  )
  assert.equal(
    told,
    'changed\nQuay Plan\nOf [-old-]{+late+}.\n\ninserted 1.3\n{+Rest the cranes.+}\n',
  )
})
