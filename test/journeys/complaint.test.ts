/** A complaint from the telephone to its closing, each step by the person whose work it is, in the browser. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, logIn, openRoom, settled } from './browser.ts'
import { type Call, callOfOwnLot } from './case.ts'
import { fill, nextSteps, takeStep } from './steps.ts'
import { linkedTo } from './team.ts'

const room = openRoom()

/** Somebody at a desk who signs in by hand and has the record before them. */
const atRecord = async (username: string, number: string): Promise<Page> => {
  const page = await room.seat({})
  await logIn(page, username)
  await goTo(page, `/complaint/${number}`)
  return page
}

/** Somebody who is signed in, at a record. */
const at = async (username: string, path: string): Promise<Page> => {
  const page = await room.seat({ as: username })
  await goTo(page, path)
  return page
}

/** The record as it is now. */
const look = async (page: Page): Promise<Page> => {
  await page.reload()
  await settled(page)
  return page
}

test('a complaint goes from the telephone to its closing', async () => {
  const call = await callOfOwnLot(await room.seat({ as: 'warehouse' }), 0)
  const desk = await room.seat({})
  await logIn(desk, 'service-desk')
  const number = await registered(desk, call)

  const quality = await atRecord('quality', number)
  await takeStep(quality, '受理分类', [
    { choose: '否', of: '是否已造成死亡或严重伤害' },
    { choose: '否', of: '若再次发生，是否可能致死亡或严重伤害' },
    { choose: '否', of: '是否影响了诊断或治疗' },
    { choose: '否', of: '重要特性或功能是否无法使用' },
    { choose: '否', of: '属法规意义上的投诉' },
  ])
  await takeStep(quality, '不良事件筛查', [
    ...[
      '是否怀疑与该器械有关',
      '正常使用下是否发生了伤害',
      '是否导致死亡',
      '是否危及生命',
      '是否造成机体功能永久性伤害',
      '是否必须采取医疗措施',
      '若再次发生',
      '群体事件',
    ].map(question => ({ choose: '否', of: new RegExp(question) })),
    { type: '开机自检报警，未用于患者，无伤害', in: /判定理由/ },
  ])
  await takeStep(quality, '派质检员到场', [{ find: '韩立冬', in: /质检员/ }])

  const inspector = await atRecord('quality-inspector', number)
  await takeStep(inspector, '登记现场核实结果', [
    { choose: '无缺陷', of: /核实结论/ },
    { type: '未能复现，自检与校准均合格；电源插座接触不良', in: /核实情况/ },
  ])

  await takeStep(await look(quality), '出最终处置意见', [
    { type: '设备合格，请客户检修插座', in: /处置意见/ },
    { choose: '使用操作', of: /原因类别/ },
    { type: '使用场所插座接触不良', in: /查明的原因/ },
  ])
  const head = await atRecord('quality-head', number)
  await takeStep(head, '会签处置意见', [{ choose: '是', of: /同意该处置意见/ }])

  const sales = await atRecord('sales', number)
  await takeStep(sales, '提出责任判断', [
    { choose: '客户使用方', of: /责任方/ },
    { type: '使用场所插座问题', in: /理由/ },
  ])
  await takeStep(await look(quality), '判定责任', [{ type: '核实结果与业务部判断一致', in: /判定理由/ }])

  await goTo(desk, `/complaint/${number}`)
  await takeStep(desk, '登记与客户联系', [
    { type: '已告知设备合格，插座需检修', in: /沟通内容/ },
    { type: '开机自检报警', in: /确定的问题/ },
  ])
  await takeStep(await look(desk), '登记问题已解决', [{ type: '插座已检修，设备复测合格', in: /处理时间与措施/ }])
  await takeStep(await look(quality), '把结果告知客户', [{ type: '原因为插座接触不良，设备合格', in: /答复内容/ }])
  await takeStep(await look(desk), '询问满意度', [{ choose: '满意', of: /满意度/ }])

  const stop = await linkedTo(await look(quality), /TF-/)
  await nextSteps(quality)
    .getByText(/要关闭 TS-.*TF-/)
    .waitFor()
  await goTo(quality, stop)
  await takeStep(quality, '解除停售', [{ type: '核实合格', in: /解除理由/ }])
  await takeStep(await at('warehouse', stop), '摘牌', [])
  await takeStep(await at('sales', stop), '业务确认', [])
  await goTo(quality, `/complaint/${number}`)
  await takeStep(quality, '关闭投诉', [{ choose: '是', of: /隐患已消除/ }])

  await goTo(desk, `/complaint?search=${number}`)
  const row = desk.getByRole('row').filter({ hasText: number })
  expect(await row.textContent()).toMatch(/已关闭/)

  await goTo(quality, `/complaint/${number}`)
  await quality.getByRole('button', { name: '打印记录' }).click()
  const form = quality.getByRole('link', { name: /顾客质量投诉及处理记录/ })
  const answer = await quality.request.get((await form.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

/** The service desk writes the call down: the customer by initials, the device by its pasted label. Answers the number. */
const registered = async (desk: Page, call: Call): Promise<string> => {
  await desk.getByRole('navigation', { name: '导航' }).getByRole('link', { name: /^投诉/ }).click()
  await desk.getByRole('link', { name: '登记投诉' }).first().click()
  const customer = desk.getByRole('combobox', { name: '客户' })
  await customer.fill(call.initials)
  await desk.getByRole('option', { name: call.customer }).click()
  const udi = desk.getByLabel(/UDI/)
  await udi.focus()
  await desk.evaluate(`navigator.clipboard.writeText(${JSON.stringify(call.udi)})`)
  await udi.press('Control+V')
  await desk.getByRole('status').filter({ hasText: call.product }).waitFor()
  expect(await desk.getByRole('combobox', { name: '产品' }).inputValue()).toContain(call.product)
  expect(await desk.getByRole('combobox', { name: '批号' }).inputValue()).toBe(call.lotNo)
  expect(await desk.getByLabel(/序列号/).inputValue()).toBe(call.serial)
  await fill(desk.locator('form'), [{ type: '开机自检后报警，无法使用，已换备机', in: /问题描述/ }])
  const notDuplicate = desk.getByLabel('已核对，是另一件投诉')
  if (await notDuplicate.isVisible()) await notDuplicate.check()
  await desk.getByRole('button', { name: '登记投诉', exact: true }).click()
  const open = desk.getByRole('link', { name: '打开记录' })
  await open.waitFor()
  return (await desk.getByText(/^TS-\d{4}-\d{5}$/).textContent()) ?? ''
}
