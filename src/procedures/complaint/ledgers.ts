import { ledger } from '../../kernel/ledger.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Column, Tone } from '../../kernel/view.ts'
import { states } from './complaint.ts'
import { severities } from './severity.ts'
import {
  adverseEventStates,
  causes,
  channels,
  findings,
  kinds,
  localities,
  owners,
  satisfactions,
  urgencies,
} from './taxonomy.ts'

const column = (key: string, title: Text, kind: Column['kind'], width: number, more: Partial<Column> = {}): Column => ({
  key,
  title,
  kind,
  width,
  onScreen: true,
  ...more,
})

const options = (
  titles: Readonly<Record<string, Text>>,
  tones: Readonly<Record<string, Tone>> = {},
): Column['options'] =>
  Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, { title, tone: tones[key] ?? 'plain' }]))

const choice = (
  key: string,
  title: Text,
  titles: Readonly<Record<string, Text>>,
  width: number,
  tones: Readonly<Record<string, Tone>> = {},
  more: Partial<Column> = {},
): Column => column(key, title, 'choice', width, { options: options(titles, tones), ...more })

const exported = { onScreen: false }

/** 顾客质量投诉台账: every complaint, one line each, none left out. */
export const complaintLedger = ledger({
  name: 'complaints',
  title: text('顾客质量投诉台账', 'Customer quality complaint ledger'),
  fulfils: ['S01-4.4f', 'S01-3b', 'S01-5a'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('receivedAt', text('接到时间', 'Received'), 'instant', 16),
    column('partyName', text('客户', 'Customer'), 'party', 22),
    column('title', text('标题', 'Title'), 'line', 28),
    column('productName', text('产品', 'Product'), 'product', 16),
    column('lotNo', text('批号', 'Lot'), 'code', 12),
    choice('urgency', text('急迫', 'Urgency'), urgencies, 8, { urgent: 'late' }),
    choice('severity', text('严重度', 'Severity'), severities, 12, { S1: 'late', S2: 'warn' }),
    column('state', text('状态', 'State'), 'state', 10),
    choice('ownerRole', text('责任部门', 'Owner'), owners, 14),
    column('handlerName', text('办理人', 'Handler'), 'line', 10),
    choice('channel', text('渠道', 'Channel'), channels, 8, {}, exported),
    choice('kind', text('类别', 'Kind'), kinds, 16, {}, exported),
    choice('locality', text('本地/外地', 'Local'), localities, 8, {}, exported),
    column('province', text('省', 'Province'), 'line', 10, exported),
    column('city', text('市', 'City'), 'line', 10, exported),
    column('contactPerson', text('联系人', 'Contact'), 'line', 10, { onScreen: false, personal: true }),
    column('phone', text('电话', 'Telephone'), 'line', 14, { onScreen: false, personal: true }),
    column('model', text('型号', 'Model'), 'line', 12, exported),
    column('registrationNo', text('注册证号', 'Registration no.'), 'code', 20, exported),
    column('serial', text('序列号', 'Serial no.'), 'code', 14, exported),
    column('quantityAffected', text('涉及数量', 'Quantity'), 'number', 8, exported),
    column('description', text('问题描述', 'Description'), 'line', 40, exported),
    column('firstContactAt', text('首次联系', 'First contact'), 'instant', 16, exported),
    column('visitedAt', text('核实时间', 'Verified'), 'instant', 16, exported),
    choice('finding', text('核实结论', 'Finding'), findings, 10, { defect: 'late', 'no-defect': 'ok' }, exported),
    choice('causeCategory', text('原因类别', 'Cause'), causes, 12, {}, exported),
    column('opinion', text('处置意见', 'Opinion'), 'line', 40, exported),
    column('opinionAt', text('意见时间', 'Opinion given'), 'instant', 16, exported),
    choice(
      'aeState',
      text('不良事件', 'Adverse event'),
      adverseEventStates,
      12,
      { undecided: 'warn', reportable: 'late' },
      exported,
    ),
    column('reply', text('答复客户', 'Reply'), 'line', 40, exported),
    column('repliedAt', text('答复时间', 'Replied'), 'instant', 16, exported),
    choice('satisfaction', text('满意度', 'Satisfaction'), satisfactions, 10, {}, exported),
    column('closedAt', text('关闭时间', 'Closed'), 'instant', 16, exported),
  ],
  filters: [
    'state',
    'urgency',
    'severity',
    'kind',
    'channel',
    'locality',
    'ownerRole',
    'productId',
    'productName',
    'partyId',
    'lotNo',
    'causeCategory',
    'province',
    'aeState',
  ],
  orderedBy: 'receivedAt',
  views: [
    {
      name: 'open',
      title: text('未关闭', 'Open'),
      filter: { state: Object.keys(states).filter(state => !('final' in states[state as keyof typeof states])) },
    },
    {
      name: 'urgent',
      title: text('紧迫未关闭', 'Urgent and open'),
      filter: { urgency: ['urgent'], state: ['registered', 'accepted', 'verified', 'decided', 'answered'] },
    },
    {
      name: 'to-accept',
      title: text('待受理分类', 'To be accepted'),
      filter: { state: ['registered'] },
    },
    {
      name: 'adverse-events',
      title: text('不良事件待办', 'Adverse events to settle'),
      filter: { aeState: ['undecided', 'reportable'] },
    },
    { name: 'out-of-town', title: text('外地客户', 'Out of town'), filter: { locality: ['out-of-town'] } },
    { name: 'closed', title: text('已关闭', 'Closed'), filter: { state: ['closed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
