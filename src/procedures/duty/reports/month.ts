import { sql } from 'kysely'
import { z } from 'zod'
import { choiceColumn, column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth, endOfDay, startOfDay, type Zone } from '../../../kernel/time.ts'
import { roles } from '../../../vocabulary/role.ts'
import type { DutyRow, TurnRow } from '../duty.ts'
import { type Standing, standingOf } from '../shown-turns.ts'
import { turnLabel } from '../turn-label.ts'
import { standings } from '../view.ts'

type MonthTurn = TurnRow & Pick<DutyRow, 'title' | 'placeTitle' | 'clause' | 'role'> & { readonly number: string }

/** Most turns of one month that are listed one by one. */
const LISTED = 3_000

const roleTitles = Object.fromEntries(Object.entries(roles).map(([id, { title }]) => [id, title]))
const titles = Object.fromEntries(Object.entries(standings).map(([key, { title }]) => [key, title]))
const tones = Object.fromEntries(Object.entries(standings).map(([key, { tone }]) => [key, tone]))

/** The window of a turn, or its period with the day on which it is due. */
const dueLabel = (turn: TurnRow, zone: Zone): Text => {
  const label = turnLabel(turn, zone)
  const day = dayOf(turn.dueAt, zone)
  return turn.fromDay === turn.toDay ? label : text(`${label.zh}（${day} 止）`, `${label.en} (by ${day})`)
}

/** 值班与定期工作月表: every turn that is due in a month, for the notice board before and for the inspector after. */
export const monthOfDuties = report({
  name: 'month',
  title: text('值班与定期工作月表', 'Duties of a month'),
  fulfils: ['DU-planned', 'DU-missed'],
  by: [],
  params: z.strictObject({
    month: field(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), {
      title: text('月份', 'Month'),
      hint: text('如 2026-11', 'e.g. 2026-11'),
      widget: 'line',
    }),
    role: field(z.string().max(60), { title: text('责任岗位', 'Role'), options: roleTitles }).optional(),
  }),
  fill: async (db, { month, role }, { actor, now, zone }): Promise<ReportContent> => {
    const first = `${month}-01`
    const last = addDays(dayOfLaterMonth(first, 1, 1), -1)
    const { rows } = await sql<MonthTurn>`
      select t.*, d.title, d.place_title, d.clause, d.role, d.number from duty_turn t join duty d on d.id = t.duty_id
      where t.due_at between ${startOfDay(first, zone)} and ${endOfDay(last, zone)} and t.state <> 'dropped'
        and d.site_id = ${actor.siteId} and (${role ?? null}::text is null or d.role = ${role ?? null})
      order by t.due_at, d.title->>'zh', d.place_title->>'zh' limit ${LISTED}`.execute(db)
    const turns = rows.map(turn => ({ ...turn, standing: standingOf(turn, now) }))
    const count = (list: readonly { readonly standing: Standing }[], ...of: Standing[]): number =>
      list.filter(turn => of.includes(turn.standing)).length
    const missed = count(turns, 'missed')
    const silent = turns.filter(turn => turn.standing === 'missed' && turn.explainedAt === null).length
    const late = count(turns, 'late')
    return {
      title: text('值班与定期工作月表', 'Duties of a month'),
      period: text(`${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`, month),
      figures: [
        { title: text('应做', 'Due'), value: turns.length },
        { title: text('按时完成', 'In time'), value: count(turns, 'done') },
        { title: text('逾期完成', 'Done late'), value: late, ...(late > 0 && { tone: 'warn' as const }) },
        { title: text('漏做', 'Missed'), value: missed, ...(missed > 0 && { tone: 'late' as const }) },
        { title: text('待说明', 'Without a reason'), value: silent, ...(silent > 0 && { tone: 'late' as const }) },
      ],
      charts: [],
      tables: [
        {
          title: text('各项工作', 'Duties'),
          columns: [
            column('title', text('工作', 'Duty'), 'line', 22),
            column('placeTitle', text('对象', 'Place'), 'line', 18),
            column('clause', text('条款', 'Clause'), 'code', 12),
            choiceColumn('role', text('责任岗位', 'Role'), roleTitles, 14),
            column('due', text('应做', 'Due'), 'number', 7),
            column('done', text('按时', 'In time'), 'number', 7),
            column('late', text('逾期', 'Late'), 'number', 7),
            column('missed', text('漏做', 'Missed'), 'number', 7),
            column('coming', text('待做', 'To come'), 'number', 7),
          ],
          rows: [...Map.groupBy(turns, turn => turn.dutyId).values()].flatMap(list => {
            const [turn] = list
            if (!turn) return []
            const { title, placeTitle, clause, role: by } = turn
            return [
              {
                title,
                placeTitle,
                clause,
                role: by,
                due: list.length,
                done: count(list, 'done'),
                late: count(list, 'late'),
                missed: count(list, 'missed'),
                coming: count(list, 'open', 'planned'),
              },
            ]
          }),
        },
        {
          title: text('逐次安排与完成情况', 'Turn by turn'),
          columns: [
            column('label', text('时段', 'Window or period'), 'line', 17),
            column('title', text('工作', 'Duty'), 'line', 15),
            column('placeTitle', text('对象', 'Place'), 'line', 15),
            column('who', text('由谁', 'Who'), 'line', 13),
            choiceColumn('standing', text('状态', 'State'), titles, 9, tones),
            column('doneAt', text('完成时间', 'Done at'), 'instant', 15),
            column('doneNumber', text('记录', 'Record'), 'code', 19),
            column('said', text('说明', 'Remark'), 'line', 17),
          ],
          rows: turns.map(turn => ({
            label: { ...dueLabel(turn, zone) },
            title: turn.title,
            placeTitle: turn.placeTitle,
            who: turn.doneByName ?? turn.assigneeName ?? { ...(roleTitles[turn.role] ?? text(turn.role, turn.role)) },
            standing: turn.standing,
            doneAt: turn.doneAt,
            doneNumber: turn.doneNumber,
            said: turn.reason ?? turn.note,
          })),
        },
      ],
      notes: [
        text(
          '未完成的写指定人员，未指定到人的写责任岗位；停做期间和不再要求的各次不列。后续各次按计划提前排定，尚未排定的月份不完整。',
          'Turns that wait name the person, or the role where nobody is named. Turns that are suspended or no longer asked are left out. What lies further ahead than the plan is not listed yet.',
        ),
      ],
    }
  },
})
