/**
 * A telephone complaint about a lot that is bad: stopped everywhere in one act, everyone who bought it told, the goods back, judged,
 * destroyed, and every record closed. Each kind of step is taken once on the pages by the person whose work it is.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/time.ts'
import { answered } from './answered.ts'
import { fitsWidth, goTo, logIn, openRoom, PHONE, picture, settled } from './browser.ts'
import { telephoned } from './call.ts'
import { type Goods, goodsOf } from './goods.ts'
import { balanceOf, handedOver, type Letter, linkOn, toPrint } from './letters.ts'
import { fill, openStep, recorded, submitStep, takeStep } from './steps.ts'
import { idAt, linkedTo, teamIn } from './team.ts'

const room = openRoom()
const team = teamIn(room)
const records = {
  complaint: '',
  stop: '',
  suspend: '',
  recall: '',
  returning: '',
  back: '',
  bad: '',
  stock: '',
  destruction: '',
}
let goods: Goods

beforeAll(async () => {
  goods = await goodsOf(await room.seat({ as: 'warehouse' }), { model: 'MC-JM5', stock: 200, each: 10, buyers: 37 })
})

const NO = [
  '是否已造成死亡或严重伤害',
  '若再次发生，是否可能致死亡或严重伤害',
  '是否影响了诊断或治疗',
  '重要特性或功能是否无法使用',
]

test('the call is written down, and in the same act the lot is stopped everywhere', async () => {
  team.leave()
  const desk = await room.seat({})
  await logIn(desk, 'service-desk')
  const number = await telephoned(desk, goods, '输液器接头漏液，已停用并换另一批')
  records.complaint = `/complaint/${number}`
  await desk.getByRole('link', { name: '打开记录' }).click()
  await desk.waitForURL(/\/complaint\/TS-/)
  await settled(desk)
  records.stop = await linkedTo(desk, /TF-/)
  await picture(desk, 'recall-complaint')

  const keeper = await team.at('warehouse', records.stop)
  await picture(keeper, 'recall-stop')
  const main = keeper.getByRole('main')
  await main.getByText('停售停发', { exact: true }).first().waitFor()
  expect(await main.textContent()).toContain(goods.lotNo)
  await main.getByText(`购货方（37 家）`).waitFor()
  await main.getByText('各处应有数量与挂牌').waitFor()
  await takeStep(keeper, '挂牌并清点', [{ type: '200', in: /清点数量/ }])
  await main.getByText('已挂黄牌').first().waitFor()

  const sales = await team.at('sales', records.stop)
  await takeStep(sales, '业务确认', [{ type: '无待发订单', in: /说明/ }])
})

test('an order for the lot is refused with the way out', async () => {
  team.leave()
  const sales = await team.at('sales', '/new/shipment.order')
  const form = sales.locator('main form')
  await fill(form, [{ find: goods.buyers[1]?.name ?? '', in: /购货者/ }])
  await form.getByRole('button', { name: '添加一项' }).first().click()
  await fill(form, [
    { find: goods.lotNo, in: /^批次/ },
    { type: '5', in: '数量' },
    { type: '客户指定批号', in: /不按近效期先出的原因/ },
  ])
  await picture(sales, 'recall-order')
  await form.getByRole('button', { name: '开配送凭证', exact: true }).click()
  await sales
    .getByText(/请先由质量管理部复查合格并解除 TF-/)
    .first()
    .waitFor()
  await picture(sales, 'recall-order-refused')
})

test('the inspector finds it bad; quality confirms, the quality head countersigns, a suspend notice drafts itself', async () => {
  team.leave()
  const quality = await team.at('quality', records.complaint)
  await takeStep(quality, '受理分类', [
    ...NO.map(of => ({ choose: '否', of })),
    { choose: '否', of: '属法规意义上的投诉' },
  ])
  await takeStep(quality, '派质检员到场', [{ find: '韩立冬', in: /质检员/ }])
  const inspector = await team.at('quality-inspector', records.complaint)
  await takeStep(inspector, '登记现场核实结果', [
    { choose: '质量缺陷', of: /核实结论/ },
    { type: '复现漏液，接头锥度超差', in: /核实情况/ },
  ])
  await team.at('quality', records.stop)
  await picture(quality, 'recall-confirm')
  await takeStep(quality, '登记对外告知', [
    { choose: '购货方', of: /告知对象/ },
    { find: goods.buyers[0]?.name ?? '', in: /单位/ },
    { type: '请封存剩余输液器', in: /告知内容/ },
  ])
  await takeStep(quality, '确认停售（质量部签字）', [{ type: '核实属实', in: /确认意见/ }])
  const head = await team.at('quality-head', records.stop)
  await takeStep(head, '确认停售（质量负责人会签）', [{ choose: '是', of: /同意确认停售/ }])
  await head.getByRole('main').getByText('确认停售').first().waitFor()
  await head.reload()
  await settled(head)
  records.suspend = await linkedTo(head, /TZ-/)
  const reader = await team.at('quality', records.suspend)
  await reader.getByRole('main').getByText('36').first().waitFor()
  await picture(reader, 'recall-suspend-draft')
})

test('the suspend notice is signed by two, sent, and brought to all 36', async () => {
  team.leave()
  const quality = await team.at('quality', records.suspend)
  await takeStep(quality, '签批通知', [{ choose: '同意发出', of: '意见' }])
  const head = await team.at('quality-head', records.suspend)
  await takeStep(head, '签批通知', [{ choose: '同意发出', of: '意见' }])
  const sales = await team.at('sales', records.suspend)
  await takeStep(sales, '发出通知', [])
  const id = await idAt(sales, records.suspend)
  const [letter] = await toPrint(sales, id)
  await goTo(sales, `/message/${letter?.number}`)
  await takeStep(sales, '登记送达', [{ choose: '微信/企业微信', of: /送达方式/ }])
  expect(await handedOver(sales, id)).toHaveLength(36)
})

test('the 36 say by telephone what they have; the report is made, and the notice is closed', async () => {
  team.leave()
  const sales = await team.at('sales', records.suspend)
  const id = await idAt(sales, records.suspend)
  await picture(sales, 'recall-suspend-told')
  const { recipients, lines } = await balanceOf(sales, id)
  const [one, ...rest] = recipients.filter(item => item.state === 'told')
  expect(rest).toHaveLength(35)
  await answerByTelephone(sales, one?.name ?? '')
  for (const { id: recipientId } of rest) {
    const stated = lines.filter(line => line.recipientId === recipientId)
    const input = {
      recipientId,
      way: 'telephone',
      saidBy: '设备科',
      lines: stated.map(({ lotId, expected }) => ({ lotId, onHand: expected })),
    }
    await team.does('sales', 'notice.state-quantities', input, id)
  }
  const quality = await team.at('quality', records.suspend)
  await quality.getByText('已核平', { exact: true }).waitFor()
  await takeStep(quality, '登记向监管部门（注册人）的报告', [
    { choose: '召回事件（缺陷产品）报告', of: /报告类别/ },
    { type: '郑州市市场监督管理局', in: /报送单位/ },
    { choose: '监管信息系统', of: /^方式/ },
    { type: 'QX-2026-118', in: /回执/ },
  ])
  await takeStep(quality, '关闭通知', [{ type: '36 家均已封存', in: /效果评价/ }])
})

test('quality drafts a recall of the lot, two sign it, and 37 buyers get a letter with a link of their own', async () => {
  team.leave()
  const quality = await team.at('quality', '/notice')
  await quality.getByRole('link', { name: '起草通知' }).first().click()
  await quality.getByRole('heading', { level: 1, name: '起草通知' }).waitFor()
  const form = quality.locator('main form')
  await fill(form, [
    { choose: '产品收回通知', of: '类别' },
    { type: '2', in: /召回级别/ },
  ])
  await form.getByRole('group', { name: '涉及批号' }).getByRole('button', { name: '添加一项' }).click()
  await fill(form, [
    { find: goods.lotNo, in: '批号' },
    { type: '接头锥度超差，可能漏液', in: '原因' },
    { type: '停止使用，将在库产品退回我公司', in: '要求' },
    { find: records.stop.split('/').at(-1) ?? '', in: /源自停售/ },
  ])
  await picture(quality, 'recall-draft')
  await form.getByRole('button', { name: '起草通知', exact: true }).click()
  await quality.waitForURL(/\/notice\/TZ-/)
  await settled(quality)
  records.recall = new URL(quality.url()).pathname
  const id = await idAt(quality, records.recall)
  for (const who of ['quality', 'quality-head']) await team.does(who, 'notice.approve', { opinion: 'agree' }, id)
  await team.does('sales', 'notice.send', {}, id)
  expect(await toPrint(quality, id)).toHaveLength(37)
})

test('one buyer opens the link on a telephone, acknowledges and states quantities; the others answer by theirs', async () => {
  team.leave()
  const sales = await team.at('sales', records.recall)
  const letters = await handedOver(sales, await idAt(sales, records.recall))
  const [first, second, ...rest] = letters
  if (!first || !second) throw new Error('there are no letters')
  records.returning = first.toName
  const phone = await room.seat({ size: PHONE })
  await phone.goto((await linkOn(sales, first)).href)
  await phone.getByRole('heading', { level: 1, name: /产品收回通知/ }).waitFor()
  await fitsWidth(phone)
  await picture(phone, 'recall-guest')
  await phone.getByLabel('确认人姓名').fill('周莹')
  await phone.getByRole('button', { name: '提交' }).click()
  await phone.getByText('已收到，谢谢。还请填写下面的内容。').waitFor()
  await fill(phone.locator('main'), [
    { type: '6', in: /已使用/ },
    { type: '4', in: /退回/ },
  ])
  await fitsWidth(phone)
  await picture(phone, 'recall-guest-quantities')
  await phone.getByRole('button', { name: '提交' }).click()
  await phone.getByText('已收到贵单位填报的数量，谢谢。').waitFor()
  await fitsWidth(phone)

  const answer = async (letter: Letter, quantities: object): Promise<void> => {
    const { pathname } = await linkOn(sales, letter)
    const path = pathname.replace('/o/', '/api/outside/')
    const said = await phone.request.post(`${path}/state-quantities`, {
      data: { input: { saidBy: letter.toName, lines: [{ lotId: goods.lotId, ...quantities }] } },
    })
    expect(said.ok(), `${letter.toName}: ${await said.text()}`).toBe(true)
  }
  await answer(second, { used: 7, notFound: 3 })
  for (const letter of rest) await answer(letter, { used: 10 })
  await goTo(sales, records.recall)
  await picture(sales, 'recall-answered')
  await sales.getByText(/^未核平 /).waitFor()
})

test('the goods come back: arrival, transport order, driver, count, inspection, three signatures, stock-in', async () => {
  team.leave()
  const reader = await team.at('after-sales', records.recall)
  records.back = await linkedTo(reader, /TH-/)
  const at = (username: string) => team.at(username, records.back)
  const afterSales = await at('after-sales')
  expect(await afterSales.getByRole('main').textContent()).toContain(records.returning)
  await takeStep(afterSales, '签收明细表', [])
  await takeStep(await at('quality'), '审批调退货', [{ type: '全批接头漏液，应收回', in: /审批意见/ }])
  await takeStep(await at('sales-head'), '审批调退货', [])
  await takeStep(await at('sales'), '决定运回或就地销毁', [
    { choose: '运回公司', of: /运回与否/ },
    { type: '同城，运费低于就地销毁费用', in: /^理由/ },
  ])
  await takeStep(await at('after-sales'), '通知客户退货', [{ type: '原包装发运，一周内寄出', in: /退货要求/ }])
  await takeStep(await at('after-sales'), '登记到货通知', [{ type: '郑州东站 3 号库', in: /提货地点/ }])
  await takeStep(await at('after-sales-head'), '下达退货运输单', [{ find: '马有力', in: /驾驶员/ }])
  await takeStep(await at('driver'), '提货', [
    { choose: '外包装完好、件数相符', of: /交接状况/ },
    { type: '1', in: /^件数/ },
  ])
  await picture(await at('warehouse-head'), 'recall-return-count')
  await takeStep(await at('warehouse-head'), '清点并放入退货区', [{ type: '4', in: /清点数量/ }])
  await picture(await at('quality-inspector'), 'recall-return-inspect')
  await takeStep(await at('quality-inspector'), '检验退货', [
    { choose: '不合格（责任另查）', of: /检验结论/ },
    { type: '接头漏液', in: /检验情况/ },
    { type: '正压检漏 4 支，全部渗漏', in: /评定、分析与验证/ },
    { type: '4 支转不合格品处理', in: /处置措施/ },
  ])
  for (const who of ['sales-head', 'quality', 'after-sales-head']) await takeStep(await at(who), '入库会签', [])
  await takeStep(await at('warehouse-head'), '退货入库', [{ type: 'T-02', in: /货位/ }])
  await takeStep(await at('finance'), '退款', [{ type: '6000', in: /退款金额/ }])
  await takeStep(await at('sales-statistician'), '统计数量金额', [{ type: '6000', in: /金额合计/ }])
  await takeStep(await at('sales-clerk'), '审核退货单', [])
  await takeStep(await at('sales-clerk'), '发退货单给客户', [])
  await takeStep(await at('after-sales'), '关闭退货', [])
  await picture(await at('after-sales'), 'recall-return')
  records.bad = await linkedTo(afterSales, /BH-/)
})

test('what lies in stock is reported, moved, judged as our own loss and written off by five', async () => {
  team.leave()
  const quality = await team.at('quality', '/nonconforming')
  await quality.getByRole('link', { name: '上报不合格品' }).first().click()
  await quality.getByRole('heading', { level: 1, name: '上报不合格品' }).waitFor()
  const form = quality.locator('main form')
  await fill(form, [
    { choose: '质量投诉', of: '发现环节' },
    { find: goods.lotNo, in: '批号' },
    { type: '200', in: /^数量/ },
    { choose: '合格品区', of: /所在库区/ },
    { type: '同批接头漏液', in: /不合格情况/ },
    { choose: '是', of: /黄牌已挂好/ },
    { type: '投诉核实属实，全批不合格', in: /质管部已作的结论/ },
    { find: records.stop.split('/').at(-1) ?? '', in: /停售编号/ },
  ])
  await picture(quality, 'recall-report')
  await form.getByRole('button', { name: '上报不合格品', exact: true }).click()
  await quality.waitForURL(/\/nonconforming\/BH-/)
  await settled(quality)
  records.stock = new URL(quality.url()).pathname
  const at = (username: string) => team.at(username, records.stock)
  await takeStep(await at('sales-rep'), '开移库单', [])
  await takeStep(await at('warehouse'), '移库登账', [
    { type: '200', in: /清点数量/ },
    { type: 'BHG-01', in: /存放货位/ },
  ])
  await takeStep(await at('quality'), '处理意见', [
    { choose: '超出供货者责任，报损销毁', of: /^责任/ },
    { type: '供货者已停业，无法退回', in: /责任依据/ },
    { type: '全部报损销毁', in: /^处理意见/ },
  ])
  await takeStep(await at('warehouse'), '填报损审批表', [
    { type: '3.85', in: /单价/ },
    { type: '接头漏液，无使用价值', in: /报损原因/ },
  ])
  for (const who of ['sales', 'quality', 'finance', 'general-manager']) await takeStep(await at(who), '审批报损', [])
  await picture(await at('warehouse'), 'recall-written-off')
  await (await at('warehouse'))
    .getByRole('main')
    .getByText(/待列销毁清单|待销毁/)
    .first()
    .waitFor()

  const bad = await idAt(quality, records.bad)
  await team.does('sales-rep', 'nonconforming.confirm', {}, bad)
  await team.does('warehouse', 'nonconforming.store', { counted: 4, place: 'BHG-01' }, bad)
  const own = { liable: 'own', basis: '供货者已停业', opinion: '报损销毁' }
  await team.does('quality', 'nonconforming.give-opinion', own, bad)
  await team.does('warehouse', 'nonconforming.request-write-off', { unitPrice: 3.85, reason: '接头漏液' }, bad)
  for (const who of ['sales', 'quality', 'finance', 'general-manager'])
    await team.does(who, 'nonconforming.sign-write-off', { opinion: 'agree' }, bad)
})

test('both are listed, reported, approved, checked twice, destroyed before witnesses, and filed', async () => {
  team.leave()
  const keeper = await team.at('warehouse', '/destruction')
  await keeper.getByRole('link', { name: '列销毁清单' }).first().click()
  await keeper.getByRole('heading', { level: 1, name: '列销毁清单' }).waitFor()
  const form = keeper.locator('main form')
  for (const [at, path] of [records.stock, records.bad].entries()) {
    await form.getByRole('button', { name: '添加一项' }).first().click()
    const field = form.getByRole('combobox', { name: '不合格品' }).nth(at)
    await field.fill(path.split('/').at(-1) ?? '')
    const found = keeper.getByRole('listbox').getByRole('option').first()
    await found.click()
    await found.waitFor({ state: 'detached' })
  }
  await submitStep(keeper, form, '列销毁清单')
  await keeper.waitForURL(/\/destruction\/XH-/)
  await settled(keeper)
  records.destruction = new URL(keeper.url()).pathname
  const at = (username: string) => team.at(username, records.destruction)
  await takeStep(await at('quality'), '写销毁报告', [
    { type: '已报损，无使用价值', in: /销毁理由/ },
    { choose: '交医疗废物处置单位', of: /拟用方法/ },
    { type: '豫康医废处置厂', in: /拟定地点/ },
    { type: dayOf(new Date().toISOString(), 'Asia/Shanghai'), in: /拟定日期/ },
    { type: '金水区市场监管局，11 月 22 日函报', in: /报请药监部门监毁/ },
  ])
  await takeStep(await at('business-deputy'), '审批销毁', [])
  await takeStep(await at('finance'), '部门核对会签', [])
  await takeStep(await at('warehouse'), '部门核对会签', [])
  const quality = await at('quality')
  const step = await openStep(quality, '组织销毁并记录')
  await step.getByRole('button', { name: '现在' }).first().click()
  await fill(step, [
    { type: '豫康医废处置厂', in: /销毁地点/ },
    { choose: '交医疗废物处置单位', of: /销毁方法/ },
    { type: '过磅后投入焚烧炉，全程录像。', in: /销毁过程/ },
    { type: '金水区市场监管局', in: /监毁药监部门/ },
    { type: '丁一', in: /监毁人员/ },
    { type: '金市监销〔2026〕7 号', in: /监毁记录编号/ },
  ])
  const witnesses = step.getByRole('group', { name: '见证人' })
  for (const [n, [name, unit]] of [['蒋涛', '仓储部'] as const, ['刘洋', '豫康处置厂'] as const].entries()) {
    if ((await witnesses.getByLabel('见证人').count()) <= n)
      await witnesses.getByRole('button', { name: '添加一项' }).click()
    await witnesses.getByLabel('见证人').nth(n).fill(name)
    await witnesses
      .getByLabel(/单位、部门/)
      .nth(n)
      .fill(unit)
  }
  await step
    .locator('[data-path="photographs"] input[type="file"]')
    .setInputFiles({ name: '销毁现场.png', mimeType: 'image/png', buffer: PHOTOGRAPH })
  await step.getByRole('link', { name: '销毁现场.png' }).waitFor()
  await picture(quality, 'recall-destroy')
  await submitStep(quality, step, '组织销毁并记录')
  await recorded(quality)
  await takeStep(await at('quality'), '归档', [{ type: 'ZL-2026-11', in: /档案号/ }])
  await picture(await at('quality'), 'recall-destruction')
})

test('the rest of the balance is signed; notice, stop and complaint are closed one after the other', async () => {
  team.leave()
  const quality = await team.at('quality', records.recall)
  const stop = await idAt(quality, records.stop)
  const head = await team.at('quality-head', records.recall)
  await takeStep(head, '签批差额', [{ type: '上门核对：开箱即少，库房无存货', in: /^理由/ }])
  await team.at('quality', records.recall)
  await quality.getByText('已核平', { exact: true }).waitFor()
  const report = { kind: 'first', receiver: '郑州市市场监督管理局', way: 'system', receiptNumber: 'QX-2026-119' }
  await team.does('quality', 'notice.report-to-authority', report, await idAt(quality, records.recall))
  await takeStep(await team.at('quality', records.recall), '关闭通知', [
    { type: '收回率 100%，差额已核查', in: /效果评价/ },
  ])
  await picture(quality, 'recall-closed')

  const told = { way: 'telephone', content: '已函告停售与召回' }
  await team.does('quality', 'stop-sale.tell-outside', { ...told, audience: 'registrant', name: '沐澄医疗' }, stop)
  await team.does('quality', 'stop-sale.tell-outside', { ...told, audience: 'authority', name: '郑州市药监局' }, stop)
  await team.does('quality', 'stop-sale.waive-inquiry', { reason: '供货者已停业' }, stop)
  await takeStep(await team.at('quality', records.stop), '了结停售（永久停售）', [{ type: '全部销毁', in: /了结说明/ }])

  await answered(team, await idAt(quality, records.complaint))
  await takeStep(await team.at('quality', records.complaint), '关闭投诉', [{ choose: '是', of: /隐患已消除/ }])
  await quality.getByRole('main').getByText('已关闭').first().waitFor()
  expect(team.names.size).toBeGreaterThanOrEqual(9)
})

test('from the destruction the trace leads back to the call, clause by clause', async () => {
  team.leave()
  const quality = await team.at('quality', records.destruction)
  await quality.getByRole('link', { name: '追溯' }).last().click()
  await quality.waitForURL(/\/trace\//)
  await settled(quality)
  await picture(quality, 'recall-trace')
  const main = quality.getByRole('main')
  for (const path of [
    records.complaint,
    records.stop,
    records.suspend,
    records.recall,
    records.back,
    records.bad,
    records.stock,
    records.destruction,
  ])
    await main
      .getByText(path.split('/').at(-1) ?? '')
      .first()
      .waitFor()
  await main.getByRole('button', { name: '按条款' }).click()
  await main.getByText('S01-4.4a').first().waitFor()
  await main.getByText('S01-4.7b').first().waitFor()
  await main.getByText('S26-5c').first().waitFor()
  await picture(quality, 'recall-trace-clauses')
})

/** One pixel. */
const PHOTOGRAPH = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Somebody is called and says what is there; sales writes it down. */
const answerByTelephone = async (sales: Page, name: string): Promise<void> => {
  const row = sales.getByRole('listitem').filter({ hasText: name }).first()
  await row.getByRole('button', { name: '填数量' }).click()
  const dialog = sales.getByRole('dialog')
  await dialog.getByLabel(/在库/).fill('10')
  await dialog.getByRole('button', { name: '填报数量', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
