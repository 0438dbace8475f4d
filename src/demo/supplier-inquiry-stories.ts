import { addDays, dayOf } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { idIn } from './master-data.ts'
import { guestOf, lettersGoOut } from './recall-desk.ts'
import type { Story } from './scheduler.ts'
import { chance } from './world/chance.ts'

interface Question {
  readonly family: string
  readonly daysAgo: number
  readonly dueDays: number
  readonly question: string
  /** Days until the answer; without it the supplier is silent. */
  readonly answeredAfter?: number
  readonly answer?: string
  readonly judged?: boolean
}

const QUESTIONS: readonly Question[] = [
  {
    family: 'blood-pressure',
    daysAgo: 160,
    dueDays: 10,
    answeredAfter: 6,
    judged: true,
    question: '近两月三家客户反映袖带接头漏气，请说明原因和改进情况。',
    answer: '接头模具磨损，已更换；附新旧接头气密性对比数据。',
  },
  {
    family: 'glucose',
    daysAgo: 95,
    dueDays: 10,
    answeredAfter: 9,
    judged: true,
    question: '试纸条片间差偏大，请提供该批出厂检验和稳定性数据。',
    answer: '该批复测符合要求，疑为开封后受潮；附留样数据。',
  },
  {
    family: 'infusion-pump',
    daysAgo: 30,
    dueDays: 12,
    answeredAfter: 8,
    judged: true,
    question: '输液泵主板虚焊，请说明涉及批号和整改计划。',
    answer: '一批主板回流焊偏温，涉及两个批号，已制订逐台检查方案。',
  },
  {
    family: 'oxygen',
    daysAgo: 12,
    dueDays: 10,
    answeredAfter: 9,
    question: '制氧机噪音超标，请说明压缩机批次和改进措施。',
    answer: '压缩机减震垫材质变更所致，已恢复原材质，可免费更换。',
  },
  { family: 'protection', daysAgo: 15, dueDays: 10, question: '口罩耳带焊点拉力不足，请提供焊接工艺验证记录。' },
  { family: 'dressing', daysAgo: 4, dueDays: 12, question: '纱布敷料包装破损，请说明封口参数和运输包装验证情况。' },
]

/** Questions to suppliers: answered through the link of the letter and judged, answered and waiting, overdue, fresh. */
export const supplierInquiryStories = (today: Today): Story[] => QUESTIONS.map(question => asked(today, question))

async function* asked({ stage, office, world, known, now }: Today, asking: Question): Story {
  const { zone } = stage.kernel
  const luck = chance(`supplier ${asking.family}`)
  const parties = new Map(world.parties.map(party => [party.id, party]))
  const product = luck.pick(
    world.products.filter(item => item.family === asking.family && parties.get(item.manufacturerId)?.isSupplier),
  )
  const maker = parties.get(product.manufacturerId)
  const day = addDays(dayOf(now, zone), -asking.daysAgo)
  const at = office.on(day)
  yield at
  const { id: on } = await stage.does('quality', 'supplier-inquiry.send', {
    input: {
      partyId: idIn(known, product.manufacturerId),
      productId: idIn(known, product.id),
      question: asking.question,
      dueOn: addDays(dayOf(at, zone), asking.dueDays),
    },
  })
  yield office.after(at, 0.3)
  await lettersGoOut(stage, on)
  if (asking.answeredAfter === undefined || !asking.answer) {
    if (asking.daysAgo <= asking.dueDays) return
    yield office.on(addDays(day, asking.dueDays - 1))
    await stage.does('purchasing', 'supplier-inquiry.remind', { on, input: {} })
    return
  }
  const contactName = maker?.contacts[0]?.name ?? '质量部'
  yield office.on(addDays(day, asking.answeredAfter))
  await stage.does(guestOf(stage, { id: on, name: maker?.name ?? '', contactName }), 'supplier-inquiry.answer', {
    on,
    input: {
      answer: asking.answer,
      cause: asking.answer,
      measures: '已纳入纠正预防措施，三个月内跟踪。',
      answeredBy: contactName,
    },
  })
  if (!asking.judged) return
  yield office.on(addDays(day, asking.answeredAfter + 2))
  await stage.does('quality', 'supplier-inquiry.evaluate', {
    on,
    input: {
      verdict: 'satisfactory',
      liability: 'supplier',
      effect: luck.pick(['none', 'warned']),
      evaluation: '原因清楚，措施可行，后续到货加严抽检。',
    },
  })
  yield office.on(addDays(day, asking.answeredAfter + 9))
  await stage.does('quality', 'supplier-inquiry.close', { on, input: { note: '后续到货抽检合格。' } })
}
