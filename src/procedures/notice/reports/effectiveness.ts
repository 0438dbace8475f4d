import { sql } from 'kysely'
import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, daysBetween } from '../../../kernel/time.ts'
import { parts, percentOf, totalOf } from '../balance.ts'
import { recipientStates } from '../kinds.ts'
import type { NoticeRow } from '../notice.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient } from '../notice-rows.ts'
import { active } from '../reckon.ts'

/** So many days after sending are drawn. */
const DAYS = 30

/** Effectiveness of one notice: share that answered, day by day, and where the goods are (21 CFR 7.53(b), 29号令 art. 20). */
export const effectiveness = report({
  name: 'effectiveness',
  title: text('通知（召回）效果', 'Effectiveness of a notice'),
  fulfils: ['CN-GSP-111', 'CN-RC-007', 'US-RC-001'],
  by: [],
  params: z.strictObject({
    number: field(z.string().trim().min(3).max(40), {
      title: text('通知编号', 'Number of the notice'),
      hint: text('如 TZ-2026-00001', 'such as TZ-2026-00001'),
      widget: 'line',
    }),
  }),
  fill: async (db, { number }, { now, zone }): Promise<ReportContent> => {
    const { record, course, lots } = await readNotice(db, number)
    const title = effectiveness.title
    const period = text(
      record ? record.title : `没有编号为 ${number} 的通知`,
      record ? record.title : `There is no notice ${number}`,
    )
    const { recipients, lines } = active(course)
    const total = totalOf(lines)
    const answered = (item: NoticeRecipient) => item.statedAt ?? item.acknowledgedAt
    const from = record?.sentAt ? dayOf(record.sentAt, zone) : null
    const last = from ? Math.min(DAYS, Math.max(0, daysBetween(from, dayOf(record?.closedAt ?? now, zone)))) : 0
    const days = from ? Array.from({ length: last + 1 }, (_, i) => addDays(from, i)) : []
    const upTo = (day: string, of: (item: NoticeRecipient) => string | null) =>
      percentOf(
        recipients.filter(item => {
          const at = of(item)
          return at !== null && dayOf(at, zone) <= day
        }).length,
        recipients.length,
      )
    const percent = text('%', '%')
    return {
      title,
      period,
      figures: [
        { title: text('接收单位', 'Recipients'), value: recipients.length, unit: text('家', '') },
        {
          title: text('已告知', 'Told'),
          value: percentOf(recipients.filter(item => item.toldAt).length, recipients.length),
          unit: percent,
        },
        {
          title: text('已答复', 'Responded'),
          value: percentOf(recipients.filter(item => answered(item)).length, recipients.length),
          unit: percent,
        },
        { title: text('应核数量', 'Shipped'), value: total.shipped },
        { title: text('已收回', 'Received back'), value: total.receivedBack },
        {
          title: text('未答复数量', 'Unanswered'),
          value: total.unanswered,
          tone: total.unanswered > 0 ? 'late' : 'ok',
        },
      ],
      charts: [
        {
          name: 'answers-by-day',
          title: text('逐日告知与答复', 'Told and answered, day by day'),
          kind: 'line',
          categories: days.map(day => text(day.slice(5), day.slice(5))),
          series: [
            { title: text('已告知', 'Told'), values: days.map(day => upTo(day, item => item.toldAt)) },
            { title: text('已答复', 'Responded'), values: days.map(day => upTo(day, answered)) },
          ],
          unit: percent,
        },
        {
          name: 'balance',
          title: text('数量去向（按批号）', 'Where the goods are, by lot'),
          kind: 'stacked',
          categories: lots.map(lot => lot.lotNo),
          series: (Object.keys(parts) as (keyof typeof parts)[]).map(key => ({
            title: parts[key],
            values: lots.map(lot => totalOf(lines.filter(line => line.lotId === lot.lotId))[key]),
          })),
        },
      ],
      tables: [
        {
          title: text('接收单位', 'Recipients'),
          columns: [
            { key: 'name', title: text('单位', 'Recipient'), kind: 'line', width: 28, onScreen: true },
            {
              key: 'state',
              title: text('状态', 'State'),
              kind: 'choice',
              options: Object.fromEntries(Object.entries(recipientStates).map(([key, said]) => [key, { title: said }])),
              width: 12,
              onScreen: true,
            },
            { key: 'toldAt', title: text('告知', 'Told'), kind: 'instant', width: 16, onScreen: true },
            { key: 'answeredAt', title: text('答复', 'Answered'), kind: 'instant', width: 16, onScreen: true },
            { key: 'calls', title: text('电话', 'Calls'), kind: 'number', width: 6, onScreen: true },
            { key: 'reminders', title: text('催复', 'Reminders'), kind: 'number', width: 6, onScreen: true },
            { key: 'shipped', title: text('应核', 'Shipped'), kind: 'number', width: 8, onScreen: true },
            { key: 'back', title: text('已收回', 'Back'), kind: 'number', width: 8, onScreen: true },
          ],
          rows: recipients.map(item => {
            const own = totalOf(lines.filter(line => line.recipientId === item.id))
            return {
              name: item.name,
              state: item.state,
              toldAt: item.toldAt,
              answeredAt: answered(item),
              calls: item.calls,
              reminders: item.reminders,
              shipped: own.shipped,
              back: own.receivedBack,
            }
          }),
        },
      ],
      notes: record
        ? []
        : [text('请核对通知编号，可在通知台账查找。', 'Check the number; the register of notices lists them.')],
    }
  },
})

async function readNotice(db: AnyDatabase, number: string) {
  const { rows } = await sql<NoticeRow>`select * from notice where number = ${number}`.execute(db)
  const record = rows[0] ?? null
  if (!record) return { record, course: { recipients: [], lines: [] }, lots: [] }
  const of = (table: string, order: string) =>
    db.selectFrom(table).selectAll().where('noticeId', '=', record.id).orderBy(order).orderBy('id').execute()
  const [recipients, lines, lots] = await Promise.all([
    of('noticeRecipient', 'name'),
    of('noticeLine', 'id'),
    of('noticeLot', 'lotNo'),
  ])
  return {
    record,
    course: { recipients: recipients as NoticeRecipient[], lines: lines as NoticeLine[] },
    lots: lots as NoticeLot[],
  }
}
