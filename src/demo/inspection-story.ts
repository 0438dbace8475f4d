import { addDays, addLocalDays, addMilliseconds, dayOf, HOUR, type Instant, instantAt } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type Story, storyOf } from './scheduler.ts'

/** An inspection that is over, with a finding put right, and one under way for the account of the demo inspector. */
export function inspectionStories(about: Today): Story[] {
  return [pastInspection(about), openInspection(about)]
}

/** Days since the inspection that is over began. */
const PAST_DAYS = 410

const chosen = ['complaint', 'notice', 'return', 'nonconforming', 'stop-sale']

function pastInspection({ stage, now }: Today): Story {
  const { zone } = stage.kernel
  const today = dayOf(now, zone)
  const first = addDays(today, -PAST_DAYS)
  const at = (days: number, clock: string): Instant => instantAt(addDays(first, days), clock, zone)
  let on = ''
  const does = (who: string, verb: string, input: object) => () => stage.does(who, `inspection.${verb}`, { on, input })
  return storyOf([
    {
      at: at(0, '09:20'),
      act: async () => {
        const { id } = await stage.does('quality-head', 'inspection.open', {
          input: {
            authority: '市场监督管理局医疗器械监管科',
            noticeNo: '监检〔2025〕41号',
            purpose: '日常监督检查：质量投诉与退货管理',
            inspectors: [
              { name: '宋建平', certificate: '豫A0301127' },
              { name: '何敏', certificate: '豫A0301260' },
            ],
            accountId: stage.as('authority-inspector').id,
            scope: 'chosen',
            procedures: ['complaint', 'return'],
            periodFrom: addDays(first, -59),
            periodTo: first,
            validUntil: at(2, '17:30'),
          },
        })
        on = id
      },
    },
    {
      at: at(0, '10:40'),
      act: async () => {
        await stage.does('quality', 'inspection.record-request', {
          on,
          input: {
            asked: '提供库房保管员的上岗培训记录和考核试卷',
            answererId: stage.as('warehouse').id,
            dueOn: addDays(first, 1),
          },
        })
      },
    },
    {
      at: at(0, '15:30'),
      act: does('warehouse', 'answer-request', {
        place: 1,
        answer: '已提供 2 人的培训签到表和试卷复印件，检查员核对原件后退还',
      }),
    },
    {
      at: at(1, '16:10'),
      act: does('quality', 'record-finding', {
        clause: '经营质量管理规范：退货验收',
        severity: 'minor',
        finding: '退货区地面标线磨损，待验与退货货位界线不清',
        dueOn: addDays(first, 16),
      }),
    },
    { at: at(1, '17:20'), act: does('quality-head', 'end', {}) },
    {
      at: at(11, '10:30'),
      act: does('quality', 'answer-finding', {
        place: 1,
        answer: '原因：叉车通道与退货区相邻，标线未列入巡查。已重新划线并加设货位牌，每日巡查表增加该项',
      }),
    },
    { at: at(20, '09:50'), act: does('quality-head', 'close', { conclusion: '整改情况经复查，符合要求' }) },
  ])
}

function openInspection({ stage, now }: Today): Story {
  const { zone } = stage.kernel
  const today = dayOf(now, zone)
  let on = ''
  return storyOf([
    {
      at: addMilliseconds(now, -26 * HOUR),
      act: async () => {
        const { id } = await stage.does('quality-head', 'inspection.open', {
          input: {
            authority: '省药品监督管理局检查分局',
            noticeNo: '药监检通〔2026〕118号',
            purpose: '年度监督检查：投诉处理、退货、不合格品与召回',
            inspectors: [
              { name: '许建国', certificate: '豫0012345' },
              { name: '罗静', certificate: '豫0012390' },
            ],
            accountId: stage.as('authority-inspector').id,
            scope: 'chosen',
            procedures: chosen,
            periodFrom: addDays(today, -365),
            periodTo: addDays(today, 29),
            validUntil: addLocalDays(now, 28, zone),
          },
        })
        on = id
      },
    },
    {
      at: addMilliseconds(now, -3 * HOUR),
      act: async () => {
        await stage.does('quality', 'inspection.record-request', {
          on,
          input: {
            asked: '提供最近一次召回演练的通知底稿和签收原件',
            answererId: stage.as('quality').id,
            dueOn: addDays(today, 1),
          },
        })
      },
    },
  ])
}
