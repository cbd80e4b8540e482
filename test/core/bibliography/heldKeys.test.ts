import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { heldKeys, keysOfYaml } from '../../../src/core/bibliography/heldKeys.ts'

/** The keys in a file of this name; `undefined` where it is not read. */
function held(path: string, text: string): readonly string[] | undefined {
  const keys = heldKeys(path, text)
  return keys === undefined ? undefined : [...keys]
}

suite('The keys that a bibliography holds are read by the format that its name says', () => {
  const bibtex = '@book{a1,\n title={x}}\n@Article ( b:2 ,\n)\n@misc{ c_3\n,}'

  test('BibTeX, in braces or parentheses', () => {
    for (const name of ['x.bib', 'x.bibtex', 'x.biblatex', 'X.BIB', 'a.json/x.y.bib']) {
      assert.deepEqual(held(name, bibtex), ['a1', 'b:2', 'c_3'], name)
    }
  })

  test('BibTeX: what is no entry holds none', () => {
    assert.deepEqual(held('x.bib', '@string{a = "b"}\n@{b,}\n@book{,}\nbook{c,}\n@book{d e,}'), [])
    assert.deepEqual(held('x.bib', ''), [])
  })

  test('CSL in JSON', () => {
    assert.deepEqual(held('x.json', '[{"id":"a"},{"id":7},{"title":"b"}]'), ['a', '7'])
    assert.deepEqual(held('x.JSON', ''), [])
    assert.equal(held('x.json', '{"id":"a"}'), undefined)
    assert.equal(held('x.json', '[{'), undefined)
  })

  test('CSL in YAML', () => {
    const yaml =
      'references:\n- id: a1\n  title: x\n- {type: book, id: \'b:2\'}\n-\n  "id": "c_3"\n'
    for (const name of ['x.yaml', 'x.yml']) {
      assert.deepEqual(held(name, yaml), ['a1', 'b:2', 'c_3'], name)
    }
    assert.deepEqual(
      [...keysOfYaml('id : a\n{id: b}\n - id:c\nidea: d\nvalid: e\nid:\n')],
      ['a', 'b', 'c'],
    )
  })

  test('others are not read', () => {
    for (const name of ['x.ris', 'x', 'bib', 'x.bib.txt', 'x.bi', 'x.bib2', 'x.xml', '']) {
      assert.equal(held(name, bibtex), undefined, name)
    }
  })
})
