import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  fileStates,
  isStamped,
  ownFiles,
  type ShippedFiles,
} from '../../../src/core/setUp/ownFiles.ts'

const shipped: ShippedFiles = {
  filter: '-- f\nreturn {}\n',
  extension: 'title: T\n',
  version: '1.2.0',
}
const older: ShippedFiles = { filter: '-- older\n', extension: 'title: O\n', version: '1.1.0' }

for (const printer of ['quarto', 'pandoc'] as const) {
  suite(`Files of ours for ${printer}`, () => {
    const ours = ownFiles(printer, shipped)
    const [yaml, filter] = ours.map(({ text }) => text)
    const [oldYaml = '', oldFilter] = ownFiles(printer, older).map(({ text }) => text)

    test('are the filter as it ships, and what has it run', () => {
      assert.equal(filter, shipped.filter)
      assert.match(yaml ?? '', /\n# Policy Citation 1\.2\.0 [\da-f]{8} [\da-f]{8}\n$/u)
      assert.ok(isStamped(yaml ?? ''))
      assert.ok(!isStamped(shipped.extension))
    })

    test('are known whatever their line ends are', () => {
      const windows = (text?: string): string => `\uFEFF${(text ?? '').replaceAll('\n', '\r\n')}`
      assert.deepEqual(fileStates(ours, [yaml, filter]), ['current', 'current'])
      assert.deepEqual(fileStates(ours, [windows(yaml), windows(filter)]), ['current', 'current'])
      assert.deepEqual(fileStates(ours, [windows(oldYaml), windows(oldFilter)]), [
        'otherVersion',
        'otherVersion',
      ])
    })

    test('are told from what somebody changed, each by itself', () => {
      assert.deepEqual(fileStates(ours, [undefined, undefined]), ['missing', 'missing'])
      assert.deepEqual(fileStates(ours, [oldYaml, `${String(oldFilter)}x`]), [
        'otherVersion',
        'changed',
      ])
      assert.deepEqual(fileStates(ours, [`x: 1\n${oldYaml}`, oldFilter]), [
        'changed',
        'otherVersion',
      ])
      assert.deepEqual(fileStates(ours, [`${String(yaml)}x: 1\n`, filter]), ['changed', 'current'])
      assert.deepEqual(fileStates(ours, [undefined, oldFilter]), ['missing', 'changed'])
      assert.deepEqual(fileStates(ours, [shipped.extension, undefined]), ['changed', 'missing'])
    })
  })
}
