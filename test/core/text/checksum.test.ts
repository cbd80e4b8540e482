import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 as crc32OfZlib } from 'node:zlib'
import fc from 'fast-check'
import { crc32 } from '../../../src/core/text/bytes/checksum.ts'

test('the checksum of “123456789” is the one that every CRC-32 has', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926)
  assert.equal(crc32(new Uint8Array(0)), 0)
})

test('bytes of any length, beginning anywhere in their buffer, have the checksum that zlib gives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(9), (bytes, skipped) => {
      const part = bytes.subarray(skipped)
      assert.equal(crc32(part), crc32OfZlib(part))
    }),
    { numRuns: 1000 },
  )
})
