/** Bad goods are isolated, judged to be our own loss, and written off by five people. */
import { picture, settled } from './browser.ts'
import type { Goods } from './goods.ts'
import { fill, takeStep } from './steps.ts'
import { idAt, type Team } from './team.ts'

/** Everything in stock of the goods, reported for the stop of this number. Answers the address of the record. */
export const writtenOff = async (team: Team, goods: Goods, stop: string): Promise<string> => {
  const quality = await team.at('quality', '/nonconforming')
  await quality.getByRole('link', { name: '上报不合格品' }).first().click()
  await quality.getByRole('heading', { level: 1, name: '上报不合格品' }).waitFor()
  const form = quality.locator('main form')
  await fill(form, [
    { choose: '质量投诉', of: '发现环节' },
    { find: goods.lotNo, in: '批号' },
    { type: String(goods.stock), in: /^数量/ },
    { choose: '合格品区', of: /所在库区/ },
    { type: '同批接头漏液', in: /不合格情况/ },
    { choose: '是', of: /黄牌已挂好/ },
    { type: '投诉核实属实，全批不合格', in: /质管部已作的结论/ },
    { find: stop, in: /停售编号/ },
  ])
  await picture(quality, 'recall-report')
  await form.getByRole('button', { name: '上报不合格品', exact: true }).click()
  await quality.waitForURL(/\/nonconforming\/BH-/)
  await settled(quality)
  const path = new URL(quality.url()).pathname
  const at = (username: string) => team.at(username, path)
  await takeStep(await at('sales-rep'), '开移库单', [])
  await takeStep(await at('warehouse'), '移库登账', [
    { type: String(goods.stock), in: /清点数量/ },
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
  return path
}

/** The same for goods that are reported already. */
export const writtenOffToo = async (team: Team, path: string, counted: number): Promise<void> => {
  const id = await idAt(await team.at('quality', path), path)
  await team.does('sales-rep', 'nonconforming.confirm', {}, id)
  await team.does('warehouse', 'nonconforming.store', { counted, place: 'BHG-01' }, id)
  const own = { liable: 'own', basis: '供货者已停业', opinion: '报损销毁' }
  await team.does('quality', 'nonconforming.give-opinion', own, id)
  await team.does('warehouse', 'nonconforming.request-write-off', { unitPrice: 3.85, reason: '接头漏液' }, id)
  for (const who of ['sales', 'quality', 'finance', 'general-manager'])
    await team.does(who, 'nonconforming.sign-write-off', { opinion: 'agree' }, id)
}
