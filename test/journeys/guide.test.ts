/** The pages that the guides show: each opens for the person the guide is written for, and shows what the guide says. */
import { expect, test } from 'vitest'
import { DESK, goTo, openRoom, PHONE } from './browser.ts'
import { readOf } from './filed.ts'
import { guidePicture } from './guide-picture.ts'

const room = openRoom()

interface Shown {
  /** Name of the picture. */
  readonly name: string
  readonly as: string
  readonly path: string
  /** What the guide sends the reader there for. */
  readonly says: RegExp
  /** View of a ledger whose first record is opened instead of the ledger. */
  readonly firstOf?: { readonly ledger: string; readonly state: string }
  readonly phone?: true
}

const SHOWN: readonly Shown[] = [
  { name: 'workbench', as: 'quality', path: '/', says: /我要做的[\s\S]*例行工作/ },
  { name: 'new-complaint', as: 'service-desk', path: '/complaint/new', says: /登记投诉/ },
  {
    name: 'complaint',
    as: 'quality',
    path: '/complaint',
    says: /下一步[\s\S]*经过|经过[\s\S]*下一步/,
    firstOf: { ledger: 'complaint.ledger', state: 'accepted' },
  },
  { name: 'signing', as: 'quality-head', path: '/signing', says: /等我签字[\s\S]*不在岗与代理/ },
  { name: 'permissions', as: 'quality-head', path: '/people/permissions', says: /半年复核[\s\S]*不相容职责/ },
  { name: 'inspection-open', as: 'quality-head', path: '/new/inspection.open', says: /检查员账号[\s\S]*有效至/ },
  { name: 'signals', as: 'quality-head', path: '/signal', says: /质量信号台账/ },
  { name: 'stock', as: 'warehouse', path: '/stock', says: /库存/ },
  { name: 'stores', as: 'warehouse', path: '/stores', says: /郑州冷藏库[\s\S]*下一时段/ },
  { name: 'shipments', as: 'picker', path: '/shipment', says: /待拣货/ },
  {
    name: 'stop-sale',
    as: 'warehouse',
    path: '/stop-sale',
    says: /挂牌并清点/,
    firstOf: { ledger: 'stop-sale.ledger', state: 'placed' },
  },
  { name: 'returns', as: 'after-sales', path: '/return', says: /退货台账/ },
  { name: 'notices', as: 'sales', path: '/notice', says: /通知与召回台账|通知台账/ },
  { name: 'finance', as: 'finance', path: '/signing', says: /报损审批/ },
  { name: 'duties', as: 'equipment-technician', path: '/duties', says: /每日设备巡视/ },
  { name: 'patrols', as: 'equipment-technician', path: '/patrol', says: /开始巡视/ },
  { name: 'inspector', as: 'authority-inspector', path: '/clauses', says: /程序与条款/ },
  { name: 'records-control', as: 'administrator', path: '/records-control', says: /月度汇编[\s\S]*处置清单/ },
  { name: 'health', as: 'administrator', path: '/health', says: /数据库[\s\S]*备份[\s\S]*轨迹封存/ },
  { name: 'channels', as: 'administrator', path: '/channel', says: /添加通知渠道/ },
  { name: 'phone-workbench', as: 'warehouse', path: '/', says: /我要做的/, phone: true },
]

test.for(SHOWN)('$name: what the guide shows to $as', async ({ name, as, path, says, firstOf, phone }) => {
  const page = await room.seat({ as, size: phone ? PHONE : DESK })
  const number = firstOf && (await firstNumber(page, firstOf))
  await goTo(page, number ? `${path}/${number}` : path)
  await expect.poll(() => page.locator('main').textContent(), { timeout: 20_000 }).toMatch(says)
  await guidePicture(page, name)
})

const firstNumber = async (
  page: Parameters<typeof readOf>[0],
  { ledger, state }: NonNullable<Shown['firstOf']>,
): Promise<string> => {
  const { rows } = await readOf<{ rows: { number: string }[] }>(page, ledger, { 'filter.state': state })
  const number = rows[0]?.number
  if (!number) throw new Error(`${ledger} has no record that is ${state}`)
  return number
}
