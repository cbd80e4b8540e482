import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, outlineOfText } from './outlineText.ts'

const page =
  '<html lang="en"><title>Plan</title><body><h1>Plan</h1><h2>Quays</h2><ol><li>Mend.</li></ol></body></html>'
const read = ['division |  | Plan | ', '  division |  | Quays | ', '    measure | 1 |  | Mend.']

suite('A page is a page whatever stands before it', () => {
  for (const [what, before] of [
    ['a comment', '<!-- saved by a browser -->\n<!DOCTYPE html>\n'],
    [
      'several comments, longer than what is looked at',
      `<!-- ${'x'.repeat(5000)} --><!-- y -->\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">`,
    ],
    ['a byte order mark and blank lines', '\uFEFF\n\n  <!doctype html>'],
    ['two byte order marks', '\uFEFF\uFEFF<!DOCTYPE html>'],
    ['a processing instruction', '<?php ?>\n<!doctype html>'],
    ['a declaration of XML and a comment', '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html>\n'],
    ['nothing', ''],
  ] as const) {
    test(what, async () => {
      assert.deepEqual(lines(await outlineOfText(before + page)), read)
    })
  }

  test('and where it is but a part of one', async () => {
    const part = '<h1>Plan</h1><h2>Quays</h2><ol><li>Mend.</li></ol>\n'
    assert.deepEqual(lines(await outlineOfText(part)), read)
  })
})

test('a text in Markdown may begin with a comment or an element', async () => {
  for (const before of ['<!-- x -->\n\n', '<span id="top"></span>\n\n', '\uFEFF']) {
    const outline = await outlineOfText(`${before}# Plan\n\n## Quays\n\n1. Mend.\n`)
    assert.deepEqual(lines(outline), read)
  }
})

test('XML is XML behind a comment', async () => {
  await assert.rejects(outlineOfText('<!-- x -->\n<other><a/></other>'), {
    reason: 'unknown format',
  })
  await assert.rejects(outlineOfText('<!-- x -->\n<bill>'), { reason: 'malformed' })
})

test('a comment that nothing ends is no hang', async () => {
  await assert.rejects(outlineOfText(`<!--${'<!--'.repeat(50_000)}`))
})
