/**
 * A telephone complaint about a lot that is bad: stopped everywhere in one act, everyone who bought it told, the goods back, judged,
 * destroyed, and every record closed. Each kind of step is taken once on the pages by the person whose work it is.
 */
import { beforeAll, expect, test } from 'vitest'
import { answered } from './answered.ts'
import { answerByLink, answerByTelephone } from './answers.ts'
import { fitsWidth, goTo, logIn, openRoom, PHONE, picture, settled } from './browser.ts'
import { telephoned } from './call.ts'
import { comeBack } from './coming-back.ts'
import { destroyed } from './destroyed.ts'
import { type Goods, goodsOf } from './goods.ts'
import { balanceOf, handedOver, type Letter, linkOn, toPrint } from './letters.ts'
import { fill, takeStep } from './steps.ts'
import { idAt, linkedTo, teamIn } from './team.ts'
import { writtenOff, writtenOffToo } from './written-off.ts'

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

  const answer = async (letter: Letter, quantities: object) =>
    answerByLink(phone, await linkOn(sales, letter), { saidBy: letter.toName, lotId: goods.lotId, quantities })
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
  await goTo(reader, records.back)
  expect(await reader.getByRole('main').textContent()).toContain(records.returning)
  records.bad = await comeBack(team, records.back)
})

test('what lies in stock is reported, moved, judged as our own loss and written off by five', async () => {
  team.leave()
  records.stock = await writtenOff(team, goods, records.stop.split('/').at(-1) ?? '')
  await writtenOffToo(team, records.bad, 4)
})

test('both are listed, reported, approved, checked twice, destroyed before witnesses, and filed', async () => {
  team.leave()
  records.destruction = await destroyed(team, [records.stock, records.bad])
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
  for (const path of Object.values(records).filter(value => value.startsWith('/')))
    await main
      .getByText(path.split('/').at(-1) ?? '', { exact: true })
      .filter({ visible: true })
      .first()
      .waitFor()
  await main.getByRole('button', { name: '按条款' }).click()
  await main.getByText('S01-4.4a').first().waitFor()
  await main.getByText('S01-4.7b').first().waitFor()
  await main.getByText('S26-5c').first().waitFor()
  await picture(quality, 'recall-trace-clauses')
})
