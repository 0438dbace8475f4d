import { addDays, dayOf, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { idIn } from './master-data.ts'
import { answerOf } from './recall-answers.ts'
import { readersOf } from './recall-desk.ts'
import type { Story } from './scheduler.ts'
import { chance } from './world/chance.ts'

/** So many days ago. */
const DAYS = 110

/** The yearly mock recall: a real lot, the list drawn up, quantities asked by telephone, a score. */
export async function* recallDrill({ stage, office, now, world, known }: Today): Story {
  let at = office.after(office.on(addDays(dayOf(now, stage.kernel.zone), -DAYS)), 15)
  const next = (hours: number): Instant => {
    at = office.after(at, hours)
    return at
  }
  yield at
  const { id: on } = await stage.does('quality', 'notice.start-drill', {
    input: {
      lotId: idIn(known, world.recall.drilled.id),
      scenario: '假定生产企业通知该批号导管断裂风险，须在当日查清全部去向并联系购货方。',
    },
  })
  yield next(0.4)
  await stage.does('sales', 'notice.trace-recipients', { on })
  const luck = chance('drill')
  const readers = await readersOf(stage, on)
  for (const reader of readers.slice(0, readers.length - 2)) {
    yield next(0.05)
    const spokenTo = reader.contactName ?? '值班人员'
    await stage.does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'notice.record-call', {
      on,
      input: { recipientId: reader.id, outcome: 'reached', spokenTo, said: '演练电话，已核对批号和数量。' },
    })
    await stage.does('sales-clerk', 'notice.state-quantities', {
      on,
      input: { ...answerOf(reader, luck, false, spokenTo), recipientId: reader.id, way: 'telephone' },
    })
  }
  yield next(0.3)
  for (const reader of readers.slice(-2))
    await stage.does('sales', 'notice.record-call', {
      on,
      input: { recipientId: reader.id, outcome: 'not-reached', said: '电话无人接听' },
    })
  yield next(0.5)
  await stage.does('quality', 'notice.finish-drill', {
    on,
    input: { note: '名单 20 分钟内列出；两家电话无人接听，已要求业务部更新联系人，下季度复查。' },
  })
}
