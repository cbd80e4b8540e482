import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { formerItem } from '../../../src/core/bibliography/formerItem.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'

/** The item of an act with these fields. */
function actWith(fields: string): CslItem {
  const text = `---\nid: xx-act\ntype: act\ntitle: Act\nnumber: No. 7\n${fields}---\n`
  const corpus = corpusOf([{ name: 'act.md', text }])
  return cslItems(corpus.instruments, corpus, 'en')[0] ?? assert.fail()
}

/** The text that an update gives; fails where the file is refused. */
function updated(
  existing: string,
  items: readonly CslItem[],
  former: readonly CslItem[] = [],
): string {
  const update = updateCslFile(existing, items, former)
  return 'text' in update ? update.text : assert.fail(update.malformed)
}

type Entry = Readonly<Record<string, unknown>>

function onlyEntry(text: string): Entry {
  const entries = JSON.parse(text) as readonly Entry[]
  assert.equal(entries.length, 1)
  return entries[0] ?? assert.fail()
}

const before = actWith('issued: 2030-11\njournal: 7 Gaz. 41\n')
const after = actWith('issued: 2030-12\nissuer: Parliament\n')

suite('what others wrote into an entry of ours', () => {
  test('is nothing where it is as we wrote it: all of it is brought up to date', () => {
    assert.deepEqual(onlyEntry(updated(JSON.stringify([before]), [after])), after)
  })

  test('stays where they changed, added or took something away', () => {
    const shorter = Object.entries(before).filter(([name]) => name !== 'title-short')
    const theirs = { ...Object.fromEntries(shorter), title: 'Their title', note: 'read it' }
    const entry = onlyEntry(updated(JSON.stringify([theirs]), [after]))
    assert.deepEqual(entry, {
      ...{ id: 'xx-act', type: 'legislation', title: 'Their title', note: 'read it' },
      ...{ author: [{ literal: 'Parliament' }], issued: { 'date-parts': [[2030, 12]] } },
      ...{ language: 'en', 'policy-gb-title': 'Act', 'policy-gb-number': 'No. 7' },
      'policy-work': 'xx-act',
      'policy-written': after['policy-written'],
    })
  })

  test('stays the next time too, and whatever they put back is ours again', () => {
    const theirs = JSON.stringify([{ ...before, title: 'Their title' }])
    const once = updated(theirs, [after])
    assert.equal(onlyEntry(updated(once, [before]))['title'], 'Their title')
    const back = JSON.stringify([{ ...onlyEntry(once), title: after.title }])
    assert.deepEqual(onlyEntry(updated(back, [before])), before)
  })

  test('stays in its own spelling, where nothing is to be changed', () => {
    const own = `[ ${JSON.stringify(before)} ]`
    assert.equal(updated(own, [before]), own)
    const reordered = { 'policy-written': before['policy-written'], ...before }
    assert.equal(updated(JSON.stringify([reordered]), [before]), JSON.stringify([reordered]))
  })

  test('is told by the record alone, whatever the fields are', () => {
    const values = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 2 }))
    const changed = fc.dictionary(
      fc.constantFrom('title', 'issued', 'author', 'note', 'URL', 'title-short'),
      values,
      { minKeys: 1 },
    )
    fc.assert(
      fc.property(changed, (theirs) => {
        const entry = onlyEntry(updated(JSON.stringify([{ ...before, ...theirs }]), [after]))
        for (const [name, value] of Object.entries(theirs)) assert.deepEqual(entry[name], value)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

suite('an entry of the release that kept no record', () => {
  const corpus: Corpus = fixtureCorpus()
  const measure = corpus.byKey.get('xx-lantern-2031:I.1.2') ?? assert.fail()
  const items = cslItems([measure], corpus, 'en').slice(1)
  const former = [formerItem(measure, corpus)]

  test('becomes the item of the same key', () => {
    const [old] = former
    assert.deepEqual(old, {
      id: 'xx-lantern-2031:I.1.2',
      type: 'chapter',
      title: 'Cranes and Their Crews, recommended action 2',
      'container-title': 'The Lantern Plan for Harbour Automation',
      author: [{ literal: 'Ministry of Harbours' }],
      issued: { 'date-parts': [[2031, 5, 9]] },
      page: '2-3',
      URL: 'https://harbours.example/plans/lantern.pdf#page=4',
      language: 'en',
    })
    assert.deepEqual(onlyEntry(updated(JSON.stringify(former), items, former)), items[0])
  })

  test('keeps what others changed in it', () => {
    const theirs = { ...former[0], title: 'Their title', keyword: 'cranes' }
    const entry = onlyEntry(updated(JSON.stringify([theirs]), items, former))
    assert.deepEqual(entry, { ...items[0], title: 'Their title', keyword: 'cranes' })
  })
})
