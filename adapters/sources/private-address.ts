// Addresses that are not on the public internet: what a source's redirect must not reach.

import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** IANA's special-purpose registries: private, loopback, link-local, shared, documentation, multicast, reserved. */
const RANGES: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const blocked = new BlockList()
for (const [net, prefix, type] of RANGES) blocked.addSubnet(net, prefix, type)

/** Whether the IP address is no public one. IPv4 inside of IPv6 counts as the IPv4 address. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '')
  const kind = isIP(bare)
  return kind === 0 || blocked.check(bare, kind === 4 ? 'ipv4' : 'ipv6')
}

/** Marks a refused connection. */
export class PrivateAddressError extends Error {}

/** Looks a name up for a connection and refuses it where any of its addresses is private: nothing can change in between. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    const [first] = found
    if (!first || found.some(({ address }) => isPrivateAddress(address))) {
      return done(new PrivateAddressError(host), [])
    }
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}
