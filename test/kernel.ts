/**
 * A kernel on a fresh database with a small named company, for story tests: real PostgreSQL, simulated clock.
 */
import { randomUUID } from 'node:crypto'
import type { Call } from '../src/kernel/call.ts'
import { type Answer, execute } from '../src/kernel/execute.ts'
import type { Kernel } from '../src/kernel/kernel.ts'
import { openKernel } from '../src/kernel/open-kernel.ts'
import type { Actor } from '../src/kernel/person.ts'
import type { Procedure } from '../src/kernel/procedure.ts'
import { type Refusal, Refused, refuse } from '../src/kernel/refusal.ts'
import { registry } from '../src/kernel/registry.ts'
import { newKeys, readKeys } from '../src/kernel/seal.ts'
import { text } from '../src/kernel/text.ts'
import { addMilliseconds, HOUR, type Instant } from '../src/kernel/time.ts'
import { roleTitle } from '../src/vocabulary/role.ts'
import { type TestDatabase, testDatabase } from './postgres.ts'

/** People of the test company, one for each role; `-2` is a second holder of the role. */
const PEOPLE: Readonly<Record<string, string>> = {
  quality: '陈晓',
  'quality-2': '马骁',
  'quality-head': '李红梅',
  'quality-inspector': '王磊',
  'service-desk': '赵倩',
  'service-head': '孙丽',
  'case-handler': '周强',
  'department-head': '吴刚',
  sales: '郑爽',
  'sales-head': '冯军',
  'after-sales': '褚燕',
  'after-sales-head': '卫东',
  warehouse: '蒋涛',
  finance: '沈洁',
  'general-manager': '周建国',
  administrator: '韩冰',
  'administrator-2': '杨帆',
  technician: '朱明',
  'authority-inspector': '许监',
  'business-deputy': '方正',
  'logistics-deputy': '梁栋',
  'management-representative': '严明',
  'sales-rep': '唐磊',
  'sales-clerk': '姚静',
  'sales-statistician': '崔颖',
  'warehouse-head': '田壮',
  'acceptance-inspector': '谷雨',
  'stock-maintenance': '柳青',
  picker: '石坚',
  checker: '秦川',
  'checker-2': '汪洋',
  driver: '马力',
  purchasing: '高洁',
  'finance-head': '金诚',
  'finance-2': '白雪',
  'computer-room': '罗成',
  'equipment-technician': '严军',
  'equipment-supervisor': '鲁明',
  'equipment-manager': '任国',
  'quality-head-2': '尹正',
  'warehouse-2': '康宁',
  'sales-2': '谢敏',
}

/** Password with which the people of the test company sign. */
export const PASSWORD = 'bihuan-demo'

/** A kernel for tests and the hands to move it. */
export interface TestKernel {
  readonly kernel: Kernel
  readonly database: TestDatabase
  readonly siteId: string
  /** The person of this user name: a role, or `quality-2` for a second holder. */
  as(username: string): Actor
  /** Takes a step; signs with the right password where it is needed. */
  does(username: string, command: string, call?: Omit<Call, 'command' | 'input'> & { input?: unknown }): Promise<Answer>
  /** Takes a step that must be refused and answers the refusals. */
  refused(
    username: string,
    command: string,
    call?: Omit<Call, 'command' | 'input'> & { input?: unknown },
  ): Promise<readonly Refusal[]>
  /** Sets or moves the clock. */
  readonly clock: { now(): Instant; set(now: Instant): void; pass(hours: number): void }
  drop(): Promise<void>
}

/** Opens a kernel on a fresh database with all people of the company. */
export async function testKernel(
  procedures: readonly Procedure[],
  { now = '2026-11-20T00:42:00.000Z', schema = '' }: { readonly now?: Instant; readonly schema?: string } = {},
): Promise<TestKernel> {
  const database = await testDatabase()
  if (schema) {
    await database.adminPool.query(schema)
  }
  let time = now
  const clock = {
    now: () => time,
    set: (instant: Instant) => {
      time = instant
    },
    pass: (hours: number) => {
      time = addMilliseconds(time, hours * HOUR)
    },
  }
  const kernel = openKernel({
    pool: database.pool,
    db: database.db,
    registry: registry(procedures),
    words: { roleTitle },
    keys: readKeys(newKeys()),
    clock,
    verifyCredential: async (_, { password }) =>
      password === PASSWORD
        ? { method: 'password' }
        : {
            refusal: refuse('wrong-password', text('密码不对，请重新输入。', 'Wrong password: enter it again.'), {
              field: 'sign.password',
            }),
          },
  })
  const siteId = randomUUID()
  const people = new Map<string, Actor>()
  for (const [username, name] of Object.entries(PEOPLE)) {
    const role = username.replace(/-\d$/, '')
    people.set(username, { id: randomUUID(), name, username, roles: [role], siteId, via: 'session' })
  }
  await database.adminPool.query(
    `INSERT INTO person (id, number, state, version, site_id, created_at, created_by, updated_at, search_text, username, name, department, roles)
     SELECT (p->>'id')::uuid, 'RY-2026-' || lpad(n::text, 5, '0'), 'active', 1, (p->>'siteId')::uuid, $2, (p->>'id')::uuid, $2,
       p->>'name', p->>'username', p->>'name', '', ARRAY[p->'roles'->>0]
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS list(p, n)`,
    [JSON.stringify([...people.values()]), now],
  )
  const as = (username: string): Actor => {
    const actor = people.get(username)
    if (!actor) throw new Error(`nobody in the test company is called ${username}`)
    return actor
  }
  const does: TestKernel['does'] = (username, command, call = {}) => {
    const sign = kernel.registry.command(command)?.sign ? { password: PASSWORD } : undefined
    return execute(kernel, { sign, ...call, command, input: call.input ?? {} }, as(username))
  }
  return {
    kernel,
    database,
    siteId,
    as,
    does,
    refused: async (username, command, call) => {
      try {
        await does(username, command, call)
      } catch (fault) {
        if (fault instanceof Refused) return fault.refusals
        throw fault
      }
      throw new Error(`${command} by ${username} should have been refused`)
    },
    clock,
    drop: () => database.drop(),
  }
}
