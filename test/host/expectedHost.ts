declare const EXPECTED_HOST: 'node' | 'web worker'

/** The extension host that this bundle was built for. */
export const expectedHost = EXPECTED_HOST

/** The extension host that we are in. */
export function actualHost(): 'node' | 'web worker' {
  return typeof process === 'object' && typeof process.versions.node === 'string'
    ? 'node'
    : 'web worker'
}
