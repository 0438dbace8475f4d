import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { withinLimits } from '../exchange-rate.ts'
import { judged } from '../judged.ts'
import { returnCommand } from '../return-command.ts'
import { sampleFirst, seekApproval } from '../route.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** S02-4.2.2b: after-sales signs for the request; its route begins. */
export const signForReturn = returnCommand('sign-for', {
  title: text('签收明细表', 'Sign for the request'),
  about: text(
    '售后确认收到明细表；系统按路径和原因进入会审、留样检测或审批。',
    'After-sales has the request; review, sample test or approval begins by route and reason.',
  ),
  fulfils: ['S02-4.2.2b', 'S02-3.3a', 'S02-2a', 'S02-4.2.3a', 'S12-5.8.2a'],
  from: ['requested'],
  by: AFTER_SALES,
  input: z.object({}),
  facts: ['lines'],
  find: ['trade'],
  guard: ({ record }) => [
    record.formWay === 'fax' &&
      record.faxRegisterNo === null &&
      refuse(
        'fax-not-registered',
        text(
          `要签收 ${record.number}，请先由电脑室登记传真。`,
          `To sign for ${record.number}, first have the computer room register the fax.`,
        ),
        { clause: 'S02-4.2.2a' },
      ),
  ],
  sign: { meaning: text('我已收到该调退货明细表', 'I have received this request') },
  change: ({ record, facts, found, policy, now, zone, actor }) => {
    const taken = { signedForAt: now, signedForByName: actor.name }
    const meet = [{ deadline: 'sign-for' }]
    if (record.route === 'dealer' && record.reason === 'unsaleable') {
      const limits = found.trade && judged(record, facts.lines, found.trade, null, { policy, now, zone })
      return {
        to: 'reviewing',
        set: { ...taken, limits, withinLimits: limits && withinLimits(limits) },
        seek: [{ chain: 'review' }],
        meet,
      }
    }
    if (sampleFirst(record, policy)) return { to: 'sample-test', set: taken, meet }
    return { to: 'approving', set: taken, seek: seekApproval(record, policy), meet }
  },
  tell: ({ record }) =>
    text(
      `售后签收明细表，转入${nextSaid[record.state]?.zh ?? '办理'}`,
      `signed for the request; goes on to ${nextSaid[record.state]?.en ?? 'handling'}`,
    ),
  rank: 10,
})

const nextSaid: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  reviewing: text('会审', 'the review'),
  'sample-test': text('留样检测', 'the sample test'),
  approving: text('审批', 'the approval'),
}
