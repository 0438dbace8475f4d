import { type Text, text } from '../../kernel/text.ts'
import type { Section, Shown } from '../../kernel/view.ts'
import type { ComplaintAction, ComplaintContact, ComplaintDelay, ComplaintNotice } from './complaint-rows.ts'
import { clockTitles } from './deadlines.ts'
import { contactWays, departments } from './taxonomy.ts'

const line = (value: string | null): Shown => ({ kind: 'line', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | undefined): Shown => ({ kind: 'text', value: value ?? null })

/** What belongs to a complaint besides its own row. */
export interface TableFacts {
  readonly contacts: readonly ComplaintContact[]
  readonly actions: readonly ComplaintAction[]
  readonly notices: readonly ComplaintNotice[]
  readonly delays: readonly ComplaintDelay[]
}

/** Contacts, actions, notices and delays as tables. */
export function tables(facts: TableFacts): Section[] {
  const columns = (...titles: readonly (readonly [string, string, string])[]) =>
    titles.map(([key, zh, en]) => ({ key, title: text(zh, en) }))
  const list: (Section & { readonly rows: readonly unknown[] })[] = [
    {
      title: text('与客户的联系', 'Contacts'),
      columns: columns(
        ['at', '时间', 'When'],
        ['who', '谁', 'Who'],
        ['way', '方式', 'Way'],
        ['whom', '对象', 'With'],
        ['content', '内容', 'What'],
      ),
      rows: facts.contacts.map(item => ({
        at: at(item.contactedAt),
        who: line(item.byName),
        way: said(
          item.reached
            ? contactWays[item.way]
            : text(`${contactWays[item.way].zh}（未联系上）`, `${contactWays[item.way].en} (not reached)`),
        ),
        whom: line(item.withWhom),
        content: paragraph([item.content, item.problem, item.plan].filter(Boolean).join('\n')),
      })),
      empty: text('还没有联系客户', 'The customer has not been contacted'),
    },
    {
      title: text('纠正与预防措施', 'Actions'),
      columns: columns(
        ['what', '措施', 'Action'],
        ['department', '部门', 'Department'],
        ['due', '完成日', 'Due'],
        ['done', '完成', 'Done'],
        ['result', '结果', 'Result'],
      ),
      rows: facts.actions.map(item => ({
        what: paragraph(item.what),
        department: said(departments[item.department]),
        due: { kind: 'day' as const, value: item.dueOn },
        done: at(item.doneAt),
        result: paragraph(item.result),
      })),
      empty: text('没有要求措施', 'No action was asked'),
    },
    {
      title: text('通知注册人与供货者', 'Notices'),
      columns: columns(
        ['at', '时间', 'When'],
        ['to', '对象', 'To'],
        ['way', '方式', 'Way'],
        ['content', '内容', 'What'],
      ),
      rows: facts.notices.map(item => ({
        at: at(item.toldAt),
        to: line(item.recipientName),
        way: said(contactWays[item.way]),
        content: paragraph(item.content),
      })),
      empty: text('还没有通知', 'Nobody was told yet'),
    },
    {
      title: text('延误说明', 'Delays'),
      columns: columns(
        ['at', '时间', 'When'],
        ['clock', '时限', 'Clock'],
        ['who', '谁', 'Who'],
        ['reason', '原因', 'Reason'],
      ),
      rows: facts.delays.map(item => ({
        at: at(item.at),
        clock: said(clockTitles[item.deadline]),
        who: line(item.byName),
        reason: paragraph(item.reason),
      })),
      empty: text('没有延误', 'No delay'),
    },
  ]
  // Contacts are always shown: that nobody has called is news. The other tables appear when there is something in them.
  return list.filter((section, i) => i === 0 || section.rows.length > 0)
}
