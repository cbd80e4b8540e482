// What pdf.js takes for granted, and Node 20 does not have: to be loaded before it.

supply(Promise, 'withResolvers', withResolvers)
supply(ArrayBuffer.prototype, 'transferToFixedLength', transferToFixedLength)

function supply(owner: object, name: string, value: unknown): void {
  if (name in owner) return
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

/** `Promise.withResolvers`. */
function withResolvers(): object {
  const settled = {}
  const promise = new Promise((resolve, reject) => Object.assign(settled, { resolve, reject }))
  return Object.assign(settled, { promise })
}

/** `ArrayBuffer.prototype.transferToFixedLength`. */
function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const old = structuredClone(this, { transfer: [this] })
  const kept = new Uint8Array(old, 0, Math.min(length, old.byteLength))
  const fixed = new ArrayBuffer(length)
  new Uint8Array(fixed).set(kept)
  return fixed
}
