import type { Kernel } from '../kernel/kernel.ts'
import type { ReportEvery } from '../kernel/report.ts'
import { addDays, dayOf, dayOfLaterMonth, type Instant, instantAt } from '../kernel/time.ts'
import type { PeriodicReportRow } from '../procedures/periodic-report/periodic-report.ts'
import { contentHash } from '../server/attachments/attachment-file.ts'
import { systemAt } from '../server/jobs/file-report.ts'
import { watchQuality } from '../server/jobs/watch-quality.ts'
import { reportFiles } from '../server/print/report-files.ts'
import { traditional } from '../server/print/traditional.ts'
import { periodBefore } from '../vocabulary/report-period.ts'
import type { Today } from './complaint-today.ts'
import type { Story } from './scheduler.ts'
import { namedId } from './world/chance.ts'

/** What was said of each part. */
const SAID: Readonly<Record<string, string>> = {
  situation: '本期投诉集中在输液与血压类产品，总量与上期相当，无群体性事件。',
  causes: '生产制造和运输原因合计过半；一起为使用操作不当。',
  responsibility: '供货单位责任为主，储运环节一起，已在处置中划分。',
  measures: '到货加严抽检，易碎件加固包装，并向供货单位发质量查询。',
}

/** Regular reports of the last periods: filed in time, one late, one that waits for its signature; and signals with what was decided. */
export function periodicReportStories(today: Today): Story[] {
  const last = (every: ReportEvery, ago: number) => {
    let period = periodBefore(every, dayOf(today.now, today.stage.kernel.zone))
    for (let i = 0; i < ago; i += 1) period = periodBefore(every, period.firstDay)
    return period
  }
  const told = (
    key: string,
    every: ReportEvery,
    ago: number,
    by: string,
    reached: Reached,
    signers: readonly string[],
  ) => aReport(today, { key, ...last(every, ago), by, reached, signers })
  return [
    told('complaint.quarterly', 'quarter', 1, 'quality', 'filed', ['quality-head']),
    told('complaint.quarterly', 'quarter', 0, 'quality', 'filed', ['quality-head']),
    told('complaint.monthly-consumer', 'month', 1, 'after-sales-head', 'filed', ['quality-head']),
    told('complaint.monthly-consumer', 'month', 0, 'after-sales-head', 'drafted', []),
    told('return.monthly', 'month', 0, 'after-sales-head', 'submitted', []),
    told('nonconforming.half-year', 'half-year', 0, 'quality', 'filed', [
      'quality-head',
      'business-deputy',
      'logistics-deputy',
    ]),
    signals(today),
  ]
}

type Reached = 'drafted' | 'submitted' | 'filed'

interface Planned {
  readonly key: string
  readonly year: number
  readonly part: number
  readonly lastDay: string
  readonly by: string
  readonly reached: Reached
  readonly signers: readonly string[]
}

async function* aReport(today: Today, plan: Planned): Story {
  const { stage, office } = today
  const { zone } = stage.kernel
  const day = addDays(plan.lastDay, 1)
  const { id: siteId } = { id: stage.as('quality').siteId }
  yield instantAt(day, '00:10', zone)
  const { id: on } = await stage.does(systemAt(siteId), 'periodic-report.begin', {
    input: { report: plan.key, year: plan.year, part: plan.part },
  })
  if (plan.reached === 'drafted') return
  const declared = stage.kernel.registry.procedure(plan.key.split('.')[0] ?? '')
  const report = declared.reports.find(item => item.name === plan.key.split('.')[1])
  let at: Instant = office.on(day)
  for (const section of report?.periodic?.sections ?? []) {
    yield at
    const isMeasure = section === 'measures'
    await stage.does(plan.by, 'periodic-report.comment', {
      on,
      input: {
        section,
        what: SAID[section] ?? '按制度执行，未见异常。',
        ...(isMeasure && {
          measures: '到货抽检比例由 5% 提高到 10%',
          ownerName: stage.as('quality').name,
          dueOn: dayOfLaterMonth(day, 1, 15),
        }),
      },
    })
    at = office.after(at, 0.2)
  }
  yield at
  await stage.does(plan.by, 'periodic-report.submit', { on, input: {} })
  if (plan.reached === 'submitted') return
  for (const signer of plan.signers) {
    at = office.after(at, 1.5)
    yield at
    await stage.does(signer, 'periodic-report.sign', { on, input: { note: '同意，措施按期落实。' } })
  }
  at = office.after(at, 0.05)
  yield at
  await file(today, on, siteId)
  // all but the last of its readers have read it by the next day
  for (const reader of (report?.periodic?.readers ?? []).slice(0, -1)) {
    at = office.after(at, 3)
    yield at
    await stage.does(reader, 'periodic-report.acknowledge', { on, input: {} })
  }
}

/** Keeps the files as the server does; where the demo has no folder for files, only what would be printed is hashed. */
async function file({ stage, keep, world }: Today, on: string, siteId: string): Promise<void> {
  const { kernel } = stage
  const record = (await kernel.db
    .selectFrom('periodicReport')
    .selectAll()
    .where('id', '=', on)
    .executeTakeFirstOrThrow()) as PeriodicReportRow
  const name = `${record.number} ${record.title.zh}`
  const made = keep
    ? await reportFiles(kernel, record, {
        company: world.company.name,
        language: 'zh',
        printedBy: 'Bihuan',
        printedAt: stage.now(),
        zone: kernel.zone,
        demo: true,
        traditional,
      })
    : { pdf: Buffer.from(`${name} pdf`), xlsx: Buffer.from(`${name} xlsx`) }
  const kept = async (content: Uint8Array, ending: string, mediaType: string) => {
    const sha256 = contentHash(content)
    await keep?.(sha256, content)
    const id = namedId('report file', `${name} ${ending}`)
    await insertFile(kernel, {
      id,
      sha256,
      name: `${name}.${ending}`,
      mediaType,
      size: content.length,
      siteId,
      at: stage.now(),
    })
    return { id, sha256 }
  }
  const pdf = await kept(made.pdf, 'pdf', 'application/pdf')
  const xlsx = await kept(made.xlsx, 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  await stage.does(systemAt(siteId), 'periodic-report.file', {
    on,
    input: {
      contentHash: record.contentHash,
      pdf: pdf.id,
      pdfSha256: pdf.sha256,
      xlsx: xlsx.id,
      xlsxSha256: xlsx.sha256,
    },
  })
}

const insertFile = (
  kernel: Kernel,
  file: {
    readonly id: string
    readonly sha256: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly siteId: string
    readonly at: Instant
  },
) =>
  kernel.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [file.id, file.sha256, file.name, file.mediaType, file.size, file.siteId, file.at],
  )

/** The system looks at the rates after each of the last months; the oldest signal is decided and closed, the youngest waits. */
async function* signals({ stage, office, now }: Today): Story {
  const { zone } = stage.kernel
  const decided = new Set<string>()
  for (let ago = 4; ago >= 0; ago -= 1) {
    const day = dayOfLaterMonth(dayOf(now, zone), -ago, 1)
    yield instantAt(day, '00:20', zone)
    await watchQuality({ kernel: stage.kernel, pool: stage.kernel.pool })
    if (ago === 0) return
    const open = (await stage.kernel.db
      .selectFrom('signal')
      .select(['id', 'subject', 'subjectName'])
      .where('state', '=', 'open')
      .orderBy('number')
      .execute()) as { id: string; subject: string; subjectName: string }[]
    for (const { id: on, subjectName } of open) {
      if (decided.has(on)) continue
      const isFirst = decided.size === 0
      // the youngest waits for its decision until another comes
      if (!isFirst && on === open.at(-1)?.id) continue
      decided.add(on)
      const at = office.on(addDays(day, 1))
      yield at
      await stage.does('quality', 'signal.propose', {
        on,
        input: isFirst
          ? {
              decision: 'investigate',
              reason: `${subjectName}的投诉集中在同一月份，须核对批号和运输记录。`,
              until: addDays(day, 20),
              responsibleName: stage.as('quality').name,
            }
          : { decision: 'no-action', reason: '发货量小，个别投诉即超出控制限；各起原因不同，已在投诉中处理。' },
      })
      yield office.after(at, 4)
      await stage.does('quality-head', 'signal.approve', { on, input: { note: '同意' } })
      if (!isFirst) continue
      yield office.on(addDays(day, 4))
      const { rows } = await stage.kernel.pool.query<{ id: string; maker: string }>(
        `select p.id, p.manufacturer_id as maker from signal s
         join product p on p.id = s.product_id or p.manufacturer_id = s.supplier_id where s.id = $1 order by p.number limit 1`,
        [on],
      )
      if (rows[0])
        await stage.does('quality', 'signal.ask-supplier', {
          on,
          input: {
            partyId: rows[0].maker,
            productId: rows[0].id,
            question: `近期${subjectName}的投诉明显增多，请核对同期出厂批次的检验和包装记录并说明原因。`,
            dueOn: addDays(day, 14),
          },
        })
      yield office.on(addDays(day, 15))
      await stage.does('quality-head', 'signal.conclude', {
        on,
        input: { conclusion: '查明为一批包装受压，已换货并向供货者发质量查询；次月投诉率回落至控制限内。' },
      })
    }
  }
}
