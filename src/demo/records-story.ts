import { addDays, type Day, dayOf, dayOfLaterMonth, instantAt } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import type { Story } from './scheduler.ts'

/** Departments that compile their records, and months that they have compiled. */
const DEPARTMENTS = ['quality', 'after-sales', 'sales', 'warehouse']
const MONTHS = 3

/** Records are put together each month, checked each half-year, kept on media, and held where somebody asks for them. */
export function recordsStories(about: Today): Story[] {
  const today = dayOf(about.now, about.stage.kernel.zone)
  return [compilations(about, today), check(about, today), media(about, today), hold(about, today)]
}

async function* compilations({ stage, now }: Today, today: Day): Story {
  const { zone } = stage.kernel
  for (let ago = MONTHS; ago >= 1; ago -= 1) {
    const due = instantAt(dayOfLaterMonth(today, 1 - ago, 4), '10:20', zone)
    if (due >= now) continue
    yield due
    const month = dayOfLaterMonth(today, -ago, 1).slice(0, 7)
    for (const department of DEPARTMENTS) {
      const made = await stage.does('administrator', 'compilation.compile', { input: { department, month } })
      // the youngest of quality still waits for its reviewer
      if (ago > 1 || department !== 'quality')
        await stage.does('quality-head', 'compilation.review', { on: made.id, input: {} })
    }
  }
}

async function* check({ stage }: Today, today: Day): Story {
  const { zone } = stage.kernel
  yield instantAt(addDays(today, -40), '14:30', zone)
  const drawn = (await stage.does('administrator', 'record-control.draw', {
    input: { department: 'after-sales', periodFrom: addDays(today, -220), periodTo: addDays(today, -41), size: 8 },
  })) as unknown as {
    readonly id: string
    readonly samples: readonly { readonly id: string; readonly number: string }[]
  }
  yield instantAt(addDays(today, -39), '15:10', zone)
  const lines = drawn.samples.map(({ id, number }, at) => ({
    id,
    about: number,
    ...(at === 2 ? { result: 'late', finding: '回访时间晚于填写时限，未见补记原因' } : { result: 'in-order' }),
  }))
  await stage.does('administrator', 'record-control.record-findings', {
    on: drawn.id,
    input: {
      lines,
      summary: '抽查的记录字段齐全、签字完整；一条填写超期。',
      actions: '部门培训填写时限，今后超过 24 小时的按补记说明原因',
      dueOn: addDays(today, -10),
    },
  })
  yield instantAt(addDays(today, -14), '09:40', zone)
  await stage.does('quality-head', 'record-control.close', {
    on: drawn.id,
    input: { outcome: '已培训 6 人，近两周抽查未再出现' },
  })
}

async function* media({ stage }: Today, today: Day): Story {
  const { zone } = stage.kernel
  yield instantAt(addDays(today, -120), '16:20', zone)
  const disc = await stage.does('computer-room', 'archive.register', {
    input: {
      kind: 'archive',
      medium: 'disc',
      label: 'GD-01',
      place: '档案室 2 柜 1 层',
      fileName: 'archive-complaint.zip',
      sha256: '5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02',
      content: '上年度投诉记录：数据、日志、表单和附件',
      periodFrom: addDays(today, -480),
      periodTo: addDays(today, -130),
      madeOn: addDays(today, -120),
    },
  })
  yield instantAt(addDays(today, -20), '16:00', zone)
  await stage.does('computer-room', 'archive.read-back', {
    on: disc.id,
    input: { readable: true, sha256: '5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02' },
  })
}

async function* hold({ stage, known, world }: Today, today: Day): Story {
  const { zone } = stage.kernel
  yield instantAt(addDays(today, -25), '11:10', zone)
  const productId = known.get(world.products[0]?.id ?? '')
  if (!productId) return
  await stage.does('quality-head', 'legal-hold.place', {
    input: {
      scope: 'product',
      productId,
      reason: '省局对该产品投诉处理开展专项检查，检查期间相关记录不得处置',
      authority: '专项检查通知',
    },
  })
}
