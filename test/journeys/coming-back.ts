/** Recalled goods come back: every step of a return, by the person whose work it is. */
import { picture } from './browser.ts'
import { takeStep } from './steps.ts'
import { linkedTo, type Team } from './team.ts'

/** Walks through a recall's return of four bad units. Answers the address of the goods' record as nonconforming. */
export const comeBack = async (team: Team, path: string): Promise<string> => {
  const at = (username: string) => team.at(username, path)
  await takeStep(await at('after-sales'), '签收明细表', [])
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
  await takeStep(await at('finance'), '退款', [
    { type: '60', in: /退款金额/ },
    { type: '发票 FP20261101，单价 15 元，共 4 支', in: /退款说明/ },
  ])
  await takeStep(await at('sales-statistician'), '统计数量金额', [{ type: '60', in: /金额合计/ }])
  await takeStep(await at('sales-clerk'), '审核退货单', [])
  await takeStep(await at('sales-clerk'), '发退货单给客户', [])
  await takeStep(await at('after-sales'), '关闭退货', [])
  await picture(await at('after-sales'), 'recall-return')
  return linkedTo(await at('after-sales'), /BH-/)
}
