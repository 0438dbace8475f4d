import { calendar } from '../kernel/calendar.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Actor } from '../kernel/person.ts'
import { addDays, addMilliseconds, dayOf, type Instant, instantAt } from '../kernel/time.ts'
import { recordAttempt } from '../kernel/trail.ts'
import { createAccount } from '../server/auth/account.ts'
import { openKysely } from '../server/database/kysely.ts'
import type { Database } from '../server/database/open-database.ts'
import type { Pool } from '../server/database/pool.ts'
import { companyStories, monthlySeals } from './company-story.ts'
import { type KeepFile, openComplaints, type Today } from './complaint-today.ts'
import { delayStory } from './delay-story.ts'
import { documentStories } from './document-story.ts'
import { dutyStory } from './duty-story.ts'
import { inspectionStories } from './inspection-story.ts'
import { loopStories } from './loop-stories.ts'
import { baseDataStory, lotStories, registerPeople, reviewedPermissions } from './master-data.ts'
import { notifyStory } from './notify-story.ts'
import { objectiveStory } from './objective-story.ts'
import { officeHours } from './office-hours.ts'
import { pastComplaints } from './past-complaints.ts'
import { inquiryStories } from './past-inquiries.ts'
import { periodicReportStories } from './periodic-report-story.ts'
import { policyStory } from './policy-story.ts'
import { pumpCluster } from './pump-cluster.ts'
import { recordsStories } from './records-story.ts'
import { play, type Story, storyClock, storyOf } from './scheduler.ts'
import { openStage, type Stage } from './stage.ts'
import { stockStories, warehouseStory } from './stock-story.ts'
import { storageConditionStories } from './storage-condition-story.ts'
import { chance } from './world/chance.ts'
import { demoPassword } from './world/people.ts'
import { type DemoWorld, demoWorld } from './world/world.ts'

export { demoPassword } from './world/people.ts'

/** The company began to work with the product so many days ago; its deliveries reach as far back. */
const BEGUN_DAYS = 556

/** Where the demo company is written: the database of a server, or of a test. */
export type DemoDatabase = Pick<Database, 'pool' | 'adminPool'> & Partial<Pick<Database, 'openPool'>>

/** How the filling went. */
export interface SeededDemo {
  readonly steps: number
  /** Why stories ended before their end; none, unless a step's rules and its story disagree. The others are whole. */
  readonly broken: readonly unknown[]
}

/**
 * Fills an empty database with the demo company: eighteen months up to `now`, every step through `execute` at its own time,
 * so that every trail entry, signature, clock and hash is genuine. The same day, the same company. The row of the company is
 * written last: without it the demo is not whole, and the next start begins anew. `keep` stores the files that people attach.
 */
export async function seedDemo(
  kernel: Kernel,
  database: DemoDatabase,
  now: Instant = kernel.clock.now(),
  signal?: AbortSignal,
  keep?: KeepFile,
): Promise<SeededDemo> {
  const { zone } = kernel
  const today = dayOf(now, zone)
  const world = demoWorld(today)
  const begun = instantAt(addDays(today, -BEGUN_DAYS), '08:40', zone)
  const clock = storyClock(begun)
  const pool = swiftPool(database)
  const broken: unknown[] = []
  let steps = 0
  const stage = openStage({ ...kernel, pool, db: openKysely(pool) }, clock)
  try {
    const system = await makeSite(stage, world)
    await registerPeople(stage, world.people, system)
    const accounts = Promise.all(
      world.people.map(({ username }) => createAccount(database.pool, stage.as(username).id, username, demoPassword)),
    )
    const playing = play(storiesOf(stage, world, begun, { now, keep }), clock, now, fault => broken.push(fault), signal)
    ;[steps] = await Promise.all([playing, accounts])
  } finally {
    if (pool !== database.pool) await pool.end()
    kernel.settings.forget()
  }
  await database.adminPool.query('analyze')
  await database.pool.query('insert into company (name, demo, set_up_at) values ($1, true, $2)', [
    JSON.stringify(world.company.name),
    begun,
  ])
  return { steps, broken }
}

/**
 * Connections on which a commit does not wait for the disk: a demo that is broken off begins anew anyway, and the company's
 * row is written by one that waits, which makes all before it last.
 */
function swiftPool(database: DemoDatabase): Pool {
  const pool = database.openPool?.({ as: 'app', max: 4 })
  pool?.on('connect', client => {
    client.query('set synchronous_commit = off').catch(() => undefined)
  })
  return pool ?? database.pool
}

/** The only site, and who acts before anybody is there. */
async function makeSite(stage: Stage, world: DemoWorld): Promise<Actor> {
  const { site } = world
  const system: Actor = { id: site.id, name: 'Bihuan', username: 'system', roles: [], siteId: site.id, via: 'system' }
  await stage.kernel.pool.query(
    `insert into site (id, number, state, version, site_id, created_at, created_by, updated_at, name, address, province, city,
       region_code, time_zone)
     values ($1, 'SITE-01', 'active', 1, $1, $2, $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      site.id,
      stage.now(),
      JSON.stringify(site.name),
      JSON.stringify(site.address),
      site.province,
      site.city,
      site.regionCode,
      site.timeZone,
    ],
  )
  await recordAttempt(stage.kernel, {
    procedure: 'access',
    command: 'access.set-up',
    outcome: 'accepted',
    actor: system,
    body: {
      title: { zh: '系统初始化', en: 'Set up the system' },
      company: { ...world.company.name },
      site: { ...site.name },
    },
  })
  return system
}

/** Everything that happens, side by side. */
function storiesOf(
  stage: Stage,
  world: DemoWorld,
  begun: Instant,
  { now, keep }: { readonly now: Instant; readonly keep: KeepFile | undefined },
): Story[] {
  const { zone } = stage.kernel
  const known = new Map<string, string>()
  const office = officeHours(calendar(), zone, chance(`office ${dayOf(now, zone)}`))
  const today: Today = { stage, known, office, world, now, ...(keep && { keep }) }
  const minutes = (count: number): Instant => addMilliseconds(begun, count * 60_000)
  const since = addDays(dayOf(begun, zone), 12)
  return [
    reviewedPermissions(stage, world.people, minutes(20)),
    ...documentStories(today, begun),
    warehouseStory(stage, known, minutes(40)),
    baseDataStory(stage, world, known, minutes(60)),
    ...lotStories(stage, world, known, { from: minutes(180), office }),
    ...stockStories(today),
    ...storageConditionStories(today),
    ...pastComplaints(today, since),
    ...pumpCluster(today).map(complaint => storyOf(complaint.steps)),
    ...openComplaints(today).map(complaint => storyOf(complaint.steps)),
    ...loopStories(today),
    delayStory(today, since),
    ...periodicReportStories(today),
    notifyStory(today),
    policyStory(today),
    objectiveStory(today, since),
    ...recordsStories(today),
    ...inspectionStories(today),
    ...inquiryStories(today, since),
    ...companyStories(today, since),
    dutyStory(today),
    monthlySeals(today, begun),
  ]
}
