import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { attachmentIds, choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened } from '../../../vocabulary/event-time.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { FoundGoods } from '../goods.ts'
import { type NonconformingRow, needsMark } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { qaRecheck } from '../policies.ts'
import { confirmedAs } from '../progress.ts'
import type { FoundCause, FoundParty } from '../queries.ts'
import { FOUND_AT, refuseReport } from '../reportable.ts'
import { categories, FINDERS, sources } from '../taxonomy.ts'

const input = z.object({
  source: choice(text('发现环节', 'Found at'), sources),
  lotId: field(z.uuid(), { title: text('批号', 'Lot'), widget: 'lot' }),
  quantity: field(z.int().min(1).max(10_000_000), { title: text('数量', 'Quantity') }),
  atCustomer: yesNo(text('货物在客户处，不运回', 'The goods are at the customer and stay there')).default(false),
  zone: choice(text('所在库区', 'Zone'), zoneTitles, { when: { field: 'atCustomer', is: [false] } }).optional(),
  warehouseId: field(z.uuid(), {
    title: text('仓库', 'Warehouse'),
    hint: text('不填即为主仓库', 'the main warehouse when empty'),
    widget: 'record',
    of: 'warehouse',
  }).optional(),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }).optional(),
  serials: field(z.array(lineOf(60)).max(5_000), {
    title: text('序列号', 'Serial numbers'),
    hint: text('按序列号管理的产品逐台填写', 'one for each unit of a product that is tracked by serial'),
  }).optional(),
  category: choice(text('不合格类别', 'Kind of fault'), categories).default('other'),
  finding: paragraph(text('不合格情况', 'Finding')),
  document: line(text('相关单据', 'Papers'), {
    hint: text('随货同行单、抽检报告、通知文号等', 'delivery note, test report, notice of the authority'),
  }).optional(),
  supplierId: field(z.uuid(), {
    title: text('供货者', 'Supplier'),
    hint: text('不填即取最近一次收货的供货者', 'who delivered the lot last when empty'),
    widget: 'party',
    of: 'supplier',
  }).optional(),
  foundAt: moment(FOUND_AT).optional(),
  marked: yesNo(text('黄牌已挂好', 'The yellow mark hangs')).default(false),
  judgement: paragraph(text('质管部已作的结论', 'What quality already concluded'), {
    hint: text(
      '质管部已鉴定为不合格时填写，不再复查',
      'when quality already found the goods nonconforming: no second check',
    ),
  }).optional(),
  holdId: field(z.uuid(), { title: text('停售编号', 'Stop-sale'), widget: 'record', of: 'stop-sale' }).optional(),
  complaintId: field(z.uuid(), { title: text('投诉编号', 'Complaint'), widget: 'record', of: 'complaint' }).optional(),
  cause: field(z.object({ procedure: z.string().max(60), id: z.uuid(), number: z.string().max(60) }), {
    title: text('来源', 'Cause'),
    widget: 'hidden',
  }).optional(),
  attachments: attachmentIds.optional(),
})

type Input = z.infer<typeof input>
interface Found {
  readonly goods: FoundGoods | null
  readonly customer: FoundParty | null
  readonly supplier: FoundParty | null
  readonly chosenCause: FoundCause | null
}
/** Everything that a report is judged by. */
export type Reporting = Asked<NonconformingRow, unknown, Input, Found>

/** S26-1a, 2.1b, 3a; S01-4.6c, 4.7f: whoever finds a fault reports lot, place, number and finding to quality. */
export const reportNonconforming = nonconformingCommand('report', {
  title: text('上报不合格品', 'Report nonconforming goods'),
  about: text(
    '写明批号、所在库区、数量和情况；立即挂黄牌，报质管部复查。',
    'Lot, zone, number and finding; hang the yellow mark at once, quality re-checks.',
  ),
  fulfils: [
    'S26-1a',
    'S26-2.1b',
    'S26-2.1a',
    'S22-6b',
    'S26-3a',
    'S01-4.6c',
    'S01-4.7f',
    'S12-5.8.2f',
    'GMP-87',
    'S22-6a',
  ],
  from: 'new',
  to: 'reported',
  by: FINDERS,
  input,
  find: ['goods', 'customer', 'supplier', 'chosenCause'],
  check: refuseReport,
  change: asked => {
    const { input, found, policy, now, actor } = asked
    const { goods, customer, supplier, chosenCause } = found
    if (!goods) throw new Error('checked above')
    const unchecked = input.source === 'acceptance' && !policy(qaRecheck)
    const judged = input.judgement !== undefined || unchecked
    const zone = input.atCustomer ? null : (input.zone ?? null)
    const cause = input.cause ?? chosenCause
    const marking = needsMark({ foundZone: zone, atCustomer: input.atCustomer })
    const set: Omit<Partial<NonconformingRow>, 'id'> = {
      source: input.source,
      foundAt: happened(input.foundAt, now),
      foundByName: actor.name,
      category: input.category,
      finding: input.finding,
      document: input.document ?? null,
      lotId: goods.lotId,
      productId: goods.productId,
      productName: goods.productName,
      lotNo: goods.lotNo,
      expiresOn: goods.expiresOn,
      unit: goods.unit,
      quantity: input.quantity,
      quantityHere: input.atCustomer ? 0 : input.quantity,
      serials: input.serials ?? [],
      zone,
      foundZone: zone,
      warehouseId: input.atCustomer ? null : goods.warehouseId,
      atCustomer: input.atCustomer,
      partyId: customer?.id ?? null,
      partyName: customer?.name ?? null,
      supplierId: supplier?.id ?? goods.supplierId,
      supplierName: supplier?.name ?? goods.supplierName,
      causeProcedure: cause?.procedure ?? null,
      causeId: cause?.id ?? null,
      causeNumber: cause?.number ?? null,
      special: false,
      supplierQuantity: 0,
      writeOffQuantity: 0,
      ...(marking && input.marked && { markedAt: now, markedByName: actor.name }),
      ...(judged && {
        recheckResult: 'nonconforming' as const,
        recheckNote: input.judgement ?? '按公司规定，验收拒收不再复查',
        recheckedAt: now,
        recheckedByName: actor.name,
        recheckedById: actor.id,
        target: input.atCustomer ? null : unchecked ? ('return' as const) : ('unqualified' as const),
        ...(input.atCustomer && { isolatedAt: now, isolatedByName: actor.name }),
      }),
    }
    return {
      set,
      ...(judged && confirmedAs({ atCustomer: input.atCustomer, source: input.source })),
      open: [
        ...(marking && !input.marked ? [{ deadline: 'mark', from: now }] : []),
        ...(judged ? [] : [{ deadline: 'recheck', from: now }]),
      ],
      ...(input.attachments && { attach: input.attachments.map(id => ({ id, purpose: 'finding' })) }),
      // what another step starts is linked by the kernel from there
      ...(cause && actor.via !== 'system' && { link: [{ procedure: cause.procedure, id: cause.id, kind: 'cause' }] }),
    }
  },
  tell: ({ record }) =>
    text(
      `${sources[record.source].zh}：上报${record.productName} ${record.lotNo} 共 ${record.quantity} ${record.unit} 不合格`,
      `${sources[record.source].en}: reported ${record.quantity} ${record.unit} of ${record.productName} ${record.lotNo}`,
    ),
  rank: 1,
  place: 'page',
})
