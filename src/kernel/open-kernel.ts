import { randomUUID } from 'node:crypto'
import type { Kernel } from './kernel.ts'
import { settingsReader } from './settings.ts'
import { SITE_ZONE } from './time.ts'

/** The parts that differ from one kernel to another; the rest follows. */
export type KernelParts = Pick<Kernel, 'pool' | 'db' | 'registry' | 'words' | 'keys' | 'verifyCredential'> &
  Partial<Pick<Kernel, 'clock' | 'zone' | 'newId'>>

/** Puts a kernel together: the server's clock and zone Asia/Shanghai unless something else is given. */
export const openKernel = (parts: KernelParts): Kernel => ({
  clock: { now: () => new Date().toISOString() },
  zone: SITE_ZONE,
  newId: randomUUID,
  settings: settingsReader(parts.pool),
  ...parts,
})
