/**
 * A telephone complaint about a lot that is bad: stopped everywhere in one act, everyone who bought it told, the goods back, judged,
 * destroyed, and every record closed. Each kind of step is taken once on the pages by the person whose work it is.
 */
import { readFileSync, writeFileSync } from 'node:fs' // DEV
import { afterEach, beforeAll, expect, test } from 'vitest'
import { goTo, logIn, openRoom, picture, settled } from './browser.ts'
import { telephoned } from './call.ts'
import { type Goods, goodsOf } from './goods.ts'
import { balanceOf, handedOver, lettersOf } from './letters.ts'
import { fill, takeStep } from './steps.ts'
import { idAt, linkedTo, teamIn } from './team.ts'

const STATE = '/tmp/jour/state.json' // DEV
const room = openRoom()
const team = teamIn(room)
const records = { complaint: '', stop: '', suspend: '' }
let goods: Goods

beforeAll(async () => {
  if (process.env.RESUME) { const kept = JSON.parse(readFileSync(STATE, 'utf8')); Object.assign(records, kept.records); goods = kept.goods; return } // DEV
  goods = await goodsOf(await room.seat({ as: 'warehouse' }), { model: 'MC-JM5', stock: 200, each: 10, buyers: 37 })
})

afterEach(() => { if (goods) writeFileSync(STATE, JSON.stringify({ goods, records })) }) // DEV
const NO = ['是否已造成死亡或严重伤害', '若再次发生，是否可能致死亡或严重伤害', '是否影响了诊断或治疗', '重要特性或功能是否无法使用']

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
  await sales.getByText(/请先由质量管理部复查合格并解除 TF-/).first().waitFor()
  await picture(sales, 'recall-order-refused')
})

test('the inspector finds it bad; quality confirms, the quality head countersigns, a suspend notice drafts itself', async () => {
  team.leave()
  const quality = await team.at('quality', records.complaint)
  await takeStep(quality, '受理分类', [...NO.map(of => ({ choose: '否', of })), { choose: '否', of: '属法规意义上的投诉' }])
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

test('the suspend notice is signed by two, sent, brought to all 36 and answered by all of them', async () => {
  team.leave()
  const quality = await team.at('quality', records.suspend)
  await takeStep(quality, '签批通知', [{ choose: '同意发出', of: '意见' }])
  const head = await team.at('quality-head', records.suspend)
  await takeStep(head, '签批通知', [{ choose: '同意发出', of: '意见' }])
  const sales = await team.at('sales', records.suspend)
  await takeStep(sales, '发出通知', [])
  const id = await idAt(sales, records.suspend)
  const [first] = await lettersOf(sales, id)
  await goTo(sales, `/message/${first?.number}`)
  await picture(sales, 'recall-letter')
  await takeStep(sales, '登记送达', [{ choose: '微信/企业微信', of: /送达方式/ }])
  expect(await handedOver(sales, id)).toHaveLength(36)

  await goTo(sales, records.suspend)
  await picture(sales, 'recall-suspend-told')
  const { recipients, lines } = await balanceOf(sales, id)
  const asked = recipients.filter(item => item.state !== 'removed')
  expect(asked).toHaveLength(36)
  const [one, ...rest] = asked
  await sales.getByRole('button', { name: `电话 ${one?.name}` }).click()
  for (const { id: recipientId } of rest)
    await team.does(
      'sales',
      'notice.state-quantities',
      {
        recipientId,
        way: 'telephone',
        saidBy: '设备科',
        lines: lines.filter(line => line.recipientId === recipientId).map(line => ({ lotId: line.lotId, onHand: line.expected })),
      },
      id,
    )
})
