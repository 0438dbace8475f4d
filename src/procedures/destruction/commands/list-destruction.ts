import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { destructionCommand } from '../destruction-command.ts'
import { KEEPERS } from '../taxonomy.ts'

const LONGEST = 200

/** S26-5a: the keeper lists what was written off; one list is destroyed at one place. */
export const listDestruction = destructionCommand('list', {
  title: text('列销毁清单', 'List for destruction'),
  about: text(
    '不选即列入库内全部已报损货物；在客户处就地销毁的，按客户单独列清单。',
    'Choose nothing to list all written-off goods in store; goods destroyed at a customer have a list of their own.',
  ),
  fulfils: ['S26-5a', 'S12-5.8.2f'],
  from: 'new',
  to: 'listed',
  by: KEEPERS,
  input: z.object({
    nonconformingIds: field(
      z
        .array(field(z.uuid(), { title: text('不合格品', 'Record'), widget: 'record', of: 'nonconforming' }))
        .min(1)
        .max(LONGEST),
      { title: text('已报损的不合格品', 'Written-off goods') },
    ).optional(),
    note: paragraph(text('清单说明', 'Note')).optional(),
  }),
  find: ['waiting'],
  check: ({ input, found }) => {
    const asked = [...new Set(input.nonconformingIds ?? [])]
    const missing = asked.filter(id => !found.waiting.some(item => item.nonconformingId === id))
    const places = new Set(found.waiting.map(item => (item.atCustomer ? item.partyId : 'store')))
    return [
      missing.length > 0 &&
        refuse(
          'not-written-off',
          text(
            `所选有 ${missing.length} 项尚未批准报损、已列清单或不在本库，请先办完报损或去掉。`,
            `${missing.length} of them are not written off yet, are listed already, or belong to another site: have them written off, or leave them out.`,
          ),
          { field: 'nonconformingIds', clause: 'S26-5a' },
        ),
      missing.length === 0 &&
        found.waiting.length === 0 &&
        refuse(
          'nothing-waits',
          text(
            '没有已批准报损、待列清单的货物；请先办理报损审批。',
            'Nothing is written off and waits for a list: first have goods written off.',
          ),
        ),
      found.waiting.length > LONGEST &&
        refuse(
          'list-too-long',
          text(
            `待列 ${found.waiting.length} 项，一份清单最多 ${LONGEST} 项，请分批选择。`,
            `${found.waiting.length} records wait and a list holds ${LONGEST}: choose them in parts.`,
          ),
          { field: 'nonconformingIds' },
        ),
      places.size > 1 &&
        refuse(
          'several-places',
          text(
            '库内货物与各客户处的货物不能在一处销毁，请分开列清单。',
            'Goods in store and goods at each customer are not destroyed at one place: make a list for each.',
          ),
          { field: 'nonconformingIds', clause: 'S12-5.8.2f' },
        ),
    ]
  },
  sign: { meaning: text('清单与实物相符', 'The list agrees with the goods') },
  change: ({ input, found, now, actor, newId }) => {
    const list = found.waiting
    const first = list[0]
    const onSite = first?.atCustomer ?? false
    return {
      set: {
        listedAt: now,
        listedByName: actor.name,
        listNote: input.note ?? null,
        lineCount: list.length,
        quantity: list.reduce((sum, item) => sum + item.quantity, 0),
        value: list.reduce((sum, item) => sum + item.value, 0),
        goods: [...new Set(list.map(item => `${item.productName} ${item.lotNo}`))].join('、').slice(0, 1000),
        special: list.some(item => item.special),
        onSite,
        partyId: onSite ? (first?.partyId ?? null) : null,
        partyName: onSite ? (first?.partyName ?? null) : null,
        photographs: 0,
        videos: 0,
      },
      rows: list.map((item, index) => ({
        child: 'line',
        insert: { ...item, serials: [...item.serials], id: newId(), place: index + 1 },
      })),
    }
  },
  tell: ({ record }) =>
    text(
      `列销毁清单 ${record.lineCount} 项，共 ${record.quantity} 件`,
      `listed ${record.lineCount} records, ${record.quantity} units in all`,
    ),
  rank: 1,
  place: 'page',
})
