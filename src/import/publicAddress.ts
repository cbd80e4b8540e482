import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Whether the IP address `address` belongs to the network that all share (IANA's registries of special
 * addresses): no private one, none of this machine or its link, none that stands for one of these.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  if (specialAddresses().check(address, family === 6 ? 'ipv6' : 'ipv4')) return false
  const within = family === 6 ? embedded(address) : undefined
  return within === undefined || isPublicAddress(within)
}

/** The host of a URL as an IP address, however it was written; `undefined` where it is a name. */
export function addressIn({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/gu, '')
  return isIP(bare) === 0 ? undefined : bare
}

/**
 * Finds the addresses of `host` as `lookup` does, all of which must be allowed by `mayReach`: what is
 * connected to is then what was looked at. Any other name is that of a proxy, which is whatever the analyst has set.
 */
export function checkedLookup(
  host: string,
  mayReach: (address: string) => boolean,
  lookup: LookupFunction = systemLookup,
): LookupFunction {
  return (name, options, done) => {
    if (name !== host) {
      lookup(name, options, done)
      return
    }
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = found as unknown as readonly LookupAddress[]
      if (error !== null) {
        done(error, '')
        return
      }
      const [first] = addresses
      const refused = addresses.find(({ address }) => !mayReach(address))
      if (first === undefined || refused !== undefined) {
        done(new PrivateAddress(`${host} is ${refused?.address ?? 'nowhere'}`), '')
      } else if (options.all === true) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }
}

/** Why a connection to an address was not even tried. */
export class PrivateAddress extends Error {}

const networks4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const networks6 = [
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['64:ff9b:1::', 48],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

function specialAddresses(): BlockList {
  const list = new BlockList()
  for (const [network, bits] of networks4) list.addSubnet(network, bits, 'ipv4')
  for (const [network, bits] of networks6) list.addSubnet(network, bits, 'ipv6')
  return list
}

/** What of an IPv6 address stands for an IPv4 address: the groups before it, and where it begins. */
const carriers: readonly (readonly [readonly number[], number])[] = [
  [[0, 0, 0, 0, 0, 0], 6],
  [[0, 0, 0, 0, 0, 0xffff], 6],
  [[0, 0, 0, 0, 0xffff, 0], 6],
  [[0x64, 0xff9b, 0, 0, 0, 0], 6],
  [[0x2002], 1],
]

function embedded(address: string): string | undefined {
  const groups = groupsOf(address)
  const carrier = carriers.find(([before]) => before.every((group, at) => groups[at] === group))
  if (carrier === undefined) return undefined
  const [high = 0, low = 0] = groups.slice(carrier[1])
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [written = ''] = address.split('%')
  const hexadecimal = written.replace(/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [before = [], behind = []] = hexadecimal
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))))
  const missing = Math.max(0, 8 - before.length - behind.length)
  return [...before, ...Array<number>(missing).fill(0), ...behind]
}
