import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { TextDocument, TextDocumentChangeEvent } from 'vscode'
import { analyseReport, citationsOf } from '../../../src/core/report/report.ts'
import { Reports } from '../../../src/vscode/reports/reports.ts'

/** As much of a document as an analysis reads, and how often it was read. */
class Document {
  version = 1
  isClosed = false
  text: string
  /** How many parts of the text were read. */
  reads = 0

  constructor(text: string) {
    this.text = text
  }

  *parts(): Generator<string> {
    for (let start = 0; start < this.text.length; start += 4000) {
      this.reads += 1
      yield this.text.slice(start, start + 4000)
    }
  }

  /** Replaces `length` characters from `offset` on, as the editor does, and tells what it tells. */
  edit(offset: number, length: number, text: string): TextDocumentChangeEvent {
    this.text = this.text.slice(0, offset) + text + this.text.slice(offset + length)
    this.version += 1
    const change = { rangeOffset: offset, rangeLength: length, text }
    const event = { document: this, contentChanges: [change] }
    assert.ok(isEvent(event))
    return event
  }

  get asDocument(): TextDocument {
    assert.ok(isDocument(this))
    return this
  }
}

function isDocument(value: object): value is TextDocument {
  return value instanceof Document
}

function isEvent(value: { document: object }): value is TextDocumentChangeEvent {
  return isDocument(value.document)
}

function reportsOf(document: Document): Reports {
  return new Reports({
    partsOf: () => document.parts(),
    lengthOf: () => document.text.length,
  })
}

const long = 'Some words [@us-aiap-2025:I.1.3] and more.\n\n'.repeat(20_000)

suite('The analyses of documents', () => {
  test('case 41: ten readings of one version read the document once, and another version has its own', () => {
    const document = new Document('[@us-aiap-2025:I.1.3]')
    const reports = reportsOf(document)
    const before = reports.get(document.asDocument)
    for (let reading = 0; reading < 10; reading += 1) {
      assert.equal(reports.get(document.asDocument), before)
    }
    assert.equal(document.reads, 1)
    reports.follow(document.edit(21, 0, '[@us-aiap-2025:I.1.4]'))
    const after = reports.get(document.asDocument)
    assert.equal(citationsOf(before).length, 1)
    assert.equal(citationsOf(after).length, 2)
    assert.equal(document.reads, 1)
  })

  test('follow edits without reading the document again', async () => {
    const document = new Document(long)
    const reports = reportsOf(document)
    await reports.settled(document.asDocument)
    const { reads } = document
    for (let key = 0; key < 50; key += 1) reports.follow(document.edit(100_000 + key, 0, 'x'))
    const report = reports.get(document.asDocument)
    assert.equal(document.reads, reads)
    assert.equal(report.source.toString(), document.text)
    assert.deepEqual(report.groups, analyseReport(document.text).groups)
  })

  test('case 41: an edit while the document is still being read begins the reading again', async () => {
    const document = new Document(long)
    const reports = reportsOf(document)
    const settled = reports.settled(document.asDocument)
    reports.follow(document.edit(0, 0, '[@us-aiap-2025:I.1]\n\n'))
    const report = await settled
    assert.equal(report?.source.toString(), document.text)
    assert.equal(reports.get(document.asDocument), report)
  })

  test('who asks before a document is read gets the answer at once', () => {
    const document = new Document(long)
    const reports = reportsOf(document)
    void reports.settled(document.asDocument)
    const report = reports.get(document.asDocument)
    assert.equal(report.groupsAround(long.length - 20).length, 1)
    assert.equal(report.isSettled, false)
  })

  test('let others have their turn while a long document is analysed', async () => {
    const document = new Document('word @key '.repeat(10) + long.repeat(10))
    let turns = 0
    const timer = setInterval(() => (turns += 1))
    await reportsOf(document).settled(document.asDocument)
    clearInterval(timer)
    assert.ok(turns > 0)
  })

  test('a change that nobody told of is noticed', async () => {
    const document = new Document(long)
    const reports = reportsOf(document)
    await reports.settled(document.asDocument)
    document.edit(0, 0, 'untold ')
    reports.follow(document.edit(0, 0, 'told '))
    const report = await reports.settled(document.asDocument)
    assert.equal(report?.source.toString(), document.text)
  })

  test('a thousand changes at once are read anew', () => {
    const document = new Document(long)
    const reports = reportsOf(document)
    reports.get(document.asDocument)
    const { contentChanges } = document.edit(0, 0, 'x')
    const many = {
      document,
      contentChanges: Array.from({ length: 1000 }).flatMap(() => contentChanges),
    }
    assert.ok(isEvent(many))
    reports.follow(many)
    assert.equal(reports.get(document.asDocument).source.toString(), document.text)
  })

  test('a closed document is analysed no further', async () => {
    const document = new Document(long)
    const settled = reportsOf(document).settled(document.asDocument)
    document.isClosed = true
    assert.equal(await settled, undefined)
  })
})
