import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { recallRecords, retained } from '../../vocabulary/retention.ts'
import { destructionLine, destructionWitness } from './destruction-rows.ts'
import { methods } from './taxonomy.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const amount = (zh: string, en: string) => titled(z.int().nonnegative(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of a destruction and what they mean. */
export const states = {
  listed: {
    title: text('已列清单', 'Listed'),
    meaning: text('保管员已列清单，等待质管部写销毁报告', 'The keeper made the list; quality writes the report'),
    tone: 'info',
  },
  reported: {
    title: text('已报告，待审批', 'Reported'),
    meaning: text('销毁报告等待分管业务副总审批', 'The report waits for the deputy manager for business'),
    tone: 'info',
  },
  approved: {
    title: text('已批准，待核对', 'Approved'),
    meaning: text('已批准，等待仓储、财务核对会签', 'Approved; warehouse and finance check and sign'),
    tone: 'info',
  },
  checked: {
    title: text('待销毁', 'To be destroyed'),
    meaning: text('审批和核对齐全，由质管部组织销毁', 'All have signed; quality organises the destruction'),
    tone: 'warn',
  },
  destroyed: {
    title: text('已销毁，待归档', 'Destroyed'),
    meaning: text('已监督销毁并记录，等待归档', 'Destroyed before witnesses and recorded; to be filed'),
    tone: 'info',
  },
  filed: {
    title: text('已归档', 'Filed'),
    meaning: text(
      '报告、清单、记录、照片已归入质量问题档案',
      'Report, list, record and photographs are in the quality-issue files',
    ),
    final: true,
    tone: 'ok',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('清单作废，货物等待下次列清单', 'The list is void; its goods wait for the next one'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

export const destructionRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  listedAt: titled(instantSchema, '列清单时间', 'Listed at'),
  listedByName: titled(z.string(), '列清单保管员', 'Listed by'),
  listNote: words('清单说明', 'Note on the list'),
  lineCount: amount('行数', 'Lines'),
  quantity: amount('数量', 'Quantity'),
  value: amount('金额（分）', 'Value (fen)'),
  goods: titled(z.string(), '货物', 'Goods'),
  special: titled(z.boolean(), '含特殊管理器械', 'Specially controlled devices'),
  onSite: titled(z.boolean(), '就地销毁', 'On site'),
  partyId: titled(z.uuid().nullable(), '客户', 'Customer'),
  partyName: words('客户', 'Customer'),
  reportReason: words('销毁理由', 'Reason of the destruction'),
  plannedMethod: oneOf(methods, '拟用方法', 'Method planned'),
  plannedPlace: words('拟定地点', 'Place planned'),
  plannedOn: titled(daySchema.nullable(), '拟定日期', 'Day planned'),
  regulatorNotice: words('报请监毁', 'Reported to the regulator'),
  reportedAt: at('报告时间', 'Reported at'),
  reportedById: titled(z.uuid().nullable(), '报告人', 'Reported by'),
  reportedByName: words('报告人', 'Reported by'),
  approvedAt: at('批准时间', 'Approved at'),
  approvedByName: words('批准人', 'Approved by'),
  checkedAt: at('核对时间', 'Checked at'),
  declinedNote: words('退回意见', 'Sent back because'),
  destroyedAt: at('销毁时间', 'Destroyed at'),
  destroyedPlace: words('销毁地点', 'Place'),
  method: oneOf(methods, '销毁方法', 'Method'),
  process: words('销毁过程', 'Process'),
  destroyedByName: words('组织人', 'Organised by'),
  regulatorUnit: words('监毁部门', 'Regulator'),
  regulatorName: words('监毁人员', 'Officer of the regulator'),
  regulatorDocument: words('监毁文书', 'Paper of the regulator'),
  photographs: amount('照片数', 'Photographs'),
  videos: amount('录像数', 'Videos'),
  filedAt: at('归档时间', 'Filed at'),
  filedByName: words('归档人', 'Filed by'),
  fileNo: words('档案号', 'File no.'),
  endReason: words('作废原因', 'Why it was voided'),
})

/** One destruction with its list. */
export type DestructionRow = z.infer<typeof destructionRow>
export type DestructionState = keyof typeof states

const parent = 'destructionId'

/** A destruction as the kernel knows it. */
export const Destruction = recordType<DestructionRow, DestructionState>({
  name: 'destruction',
  title: text('销毁', 'Destruction'),
  table: 'destruction',
  row: destructionRow,
  states,
  series: { prefix: 'XH', digits: 5 },
  retention: retained('quality', recallRecords),
  called: row => row.goods,
  searchText: row => [row.number, row.goods, row.partyName, row.destroyedPlace, row.fileNo].filter(Boolean).join(' '),
  traced: [
    {
      table: 'destruction_line',
      record: 'destruction_id',
      lot: 'lot_id',
      product: 'product_id',
      party: 'party_id',
      serial: 'serials',
    },
  ],
  children: {
    line: { table: 'destruction_line', row: destructionLine, parent },
    witness: { table: 'destruction_witness', row: destructionWitness, parent },
  },
})
