import { BlockList, isIP } from 'node:net'
import { CannotStart } from '../cannot-start.ts'

/** Networks that the company calls its own; webhooks may reach them. */
export type OwnNetworks = BlockList

/** Networks that no webhook reaches unless they are the company's own: this machine, private, link-local, multicast, reserved. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

/**
 * The company's own networks from `BIHUAN_OWN_NETWORKS`, such as `10.0.0.0/8,192.168.1.20`.
 * @throws CannotStart when one cannot be understood
 */
export const ownNetworks = (setting: string | undefined): OwnNetworks => {
  const list = new BlockList()
  for (const item of (setting ?? '').split(',').map(each => each.trim())) {
    if (item === '') continue
    const [address = '', prefix] = item.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    try {
      if (prefix === undefined) list.addAddress(address, kind)
      else list.addSubnet(address, Number(prefix), kind)
    } catch {
      throw new CannotStart({
        zh: `BIHUAN_OWN_NETWORKS 应为网段列表，例如 10.0.0.0/8,192.168.1.20，其中“${item}”无法识别。`,
        en: `BIHUAN_OWN_NETWORKS is a list of networks such as 10.0.0.0/8,192.168.1.20; "${item}" is none.`,
      })
    }
  }
  return list
}

const within = (list: BlockList, address: string): boolean => {
  const kind = isIP(address)
  if (kind === 0) return false
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped !== undefined ? list.check(mapped, 'ipv4') : list.check(address, kind === 6 ? 'ipv6' : 'ipv4')
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** Whether a host written as an address lies in the company's own networks; a name never does before it is looked up. */
export const isOwnNetwork = (host: string, own: OwnNetworks): boolean => within(own, bare(host))

/** Whether we may connect to the address: it is public, or in the company's own networks. */
export const mayConnect = (address: string, own: OwnNetworks): boolean =>
  isIP(bare(address)) !== 0 && (within(own, bare(address)) || !isClosed(bare(address)))

const isClosed = (address: string): boolean => {
  // an IPv6 address that carries an IPv4 one in hexadecimal is read as that
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (hex) {
    const [high, low] = [Number.parseInt(hex[1] ?? '0', 16), Number.parseInt(hex[2] ?? '0', 16)]
    return within(closed, `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`)
  }
  return within(closed, address)
}
