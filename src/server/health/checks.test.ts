import { expect, test } from 'vitest'
import { healthChecks } from './checks.ts'
import type { HealthFigures } from './figures.ts'

const GB = 1024 ** 3
const well: HealthFigures = {
  at: '2026-11-22T02:00:00.000Z',
  version: '0.1.0',
  node: 'v24.21.0',
  startedAt: '2026-11-01T00:00:00.000Z',
  memoryBytes: 3e8,
  database: { version: '18.4', bytes: GB, connections: 12, mostConnections: 100, longestSeconds: 0.1, answeredMs: 0.8 },
  queue: {
    waiting: 0,
    oldestAt: null,
    lastTurnAt: '2026-11-22T01:59:00.000Z',
    retried: 0,
    givenUp: 0,
    lastFailure: null,
  },
  mail: { host: 'mail.example.cn', waiting: 0, failed: 0, lastSentAt: null },
  disks: [
    { name: 'data', path: '/data', free: 200 * GB, total: 400 * GB, device: 1 },
    { name: 'backups', path: '/backups', free: 900 * GB, total: 1000 * GB, device: 2 },
  ],
  backup: {
    folder: '/backups',
    nightlyAt: '02:30',
    kept: 14,
    last: { at: '2026-11-21T18:31:00.000Z', bytes: GB, encrypted: true, way: 'nightly' },
    fault: null,
  },
  seal: { number: 812, at: '2026-11-22T01:59:55.000Z' },
  unsealed: { entries: 3, since: '2026-11-22T01:59:57.000Z' },
  skewMs: 4,
}
const check = (name: string, change: Partial<HealthFigures>) => {
  const found = healthChecks({ ...well, ...change }).find(item => item.name === name)
  if (!found) throw new Error(`no check is called ${name}`)
  return found
}

test('a server that stands well says so of each part and asks for nothing', () => {
  const checks = healthChecks(well)
  expect(checks.map(item => item.name)).toEqual(['database', 'queue', 'mail', 'disk', 'backup', 'seal', 'clock'])
  expect(checks.every(item => item.tone === 'ok' && item.todo === undefined)).toBe(true)
})

test.each([
  ['database', { database: { ...well.database, connections: 95 } }, 'warn', 'max_connections'],
  ['database', { database: { ...well.database, longestSeconds: 61 } }, 'warn', '61 s'],
  ['queue', { queue: null }, 'late', 'Start the server anew'],
  [
    'queue',
    { queue: { ...well.queue, lastTurnAt: '2026-11-22T01:49:00.000Z' } as HealthFigures['queue'] },
    'late',
    'stood still',
  ],
  [
    'queue',
    { queue: { ...well.queue, waiting: 3, oldestAt: '2026-11-22T01:49:59.000Z' } as HealthFigures['queue'] },
    'late',
    '10 minutes',
  ],
  [
    'queue',
    {
      queue: {
        ...well.queue,
        givenUp: 1,
        lastFailure: { job: 'send-letter', why: 'refused' },
      } as HealthFigures['queue'],
    },
    'warn',
    'send-letter: refused',
  ],
  ['mail', { mail: { ...well.mail, host: null } }, 'warn', 'BIHUAN_SMTP_URL'],
  ['mail', { mail: { ...well.mail, failed: 2 } }, 'warn', 'send them again'],
  [
    'disk',
    { disks: [{ name: 'data' as const, path: '/data', free: 40 * GB, total: 400 * GB, device: 1 }] },
    'warn',
    '/data',
  ],
  [
    'disk',
    { disks: [{ name: 'data' as const, path: '/data', free: GB / 2, total: 2 * GB, device: 1 }] },
    'late',
    '/data',
  ],
  ['disk', { disks: [] }, 'warn', 'permissions'],
  ['backup', { backup: { ...well.backup, last: null } }, 'late', 'npm run backup'],
  [
    'backup',
    { backup: { ...well.backup, fault: { at: '2026-11-21T19:00:00.000Z', why: 'no room' } } },
    'late',
    'npm run backup',
  ],
  [
    'backup',
    {
      backup: {
        ...well.backup,
        last: { ...well.backup.last, at: '2026-11-20T18:31:00.000Z' } as HealthFigures['backup']['last'],
      },
    },
    'late',
    'npm run backup',
  ],
  ['backup', { disks: well.disks.map(disk => ({ ...disk, device: 1 })) }, 'warn', 'BIHUAN_BACKUP_DIR'],
  [
    'backup',
    { backup: { ...well.backup, last: { ...well.backup.last, encrypted: false } as HealthFigures['backup']['last'] } },
    'warn',
    'BIHUAN_BACKUP_PASSPHRASE',
  ],
  ['seal', { unsealed: { entries: 40, since: '2026-11-22T01:57:00.000Z' } }, 'late', 'every 10 s'],
  ['clock', { skewMs: -3_000 }, 'warn', 'NTP'],
  ['clock', { skewMs: 31_000 }, 'late', 'NTP'],
] as const)('%s: what is amiss is said with the way out', (name, change, tone, word) => {
  const found = check(name, change as Partial<HealthFigures>)
  expect(found.tone).toBe(tone)
  expect(found.todo?.en).toContain(word)
})
