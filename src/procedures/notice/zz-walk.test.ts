import { chromium } from 'playwright-core'
import { test } from 'vitest'
import { chromiumPath } from '../../../test/chromium.ts'
import { testServer } from '../../../test/server.ts'
import { lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { derivedPartyColumns } from '../../vocabulary/party.ts'
import { procedures } from '../index.ts'
import { STAND_IN_SCHEMA, standInReturn } from './stand-in-return.example.ts'

test('walk', { timeout: 200_000 }, async () => {
  const s = await testServer([...procedures.filter(p => p.name !== 'return'), standInReturn], { schema: STAND_IN_SCHEMA, webDir: '/tmp/notice-web' })
  const world = s.company
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  const lot = lots.infusionSet
  const buyers = Array.from({ length: 37 }, (_, i) => {
    const w = { ...parties.remoteHospital, id: testId(`buyer ${i}`), number: `KH-2026-9${String(i).padStart(4, '0')}`, name: `洛阳第 ${i + 1} 人民医院`, email: i % 3 ? `e${i}@h${i}.example` : null, contacts: [{ name: `王${i}`, title: null, phone: `1420000${1000 + i}` }] }
    return { ...w, ...derivedPartyColumns(w, site) }
  })
  const deliveries = [lot, lots.pressureMonitor].flatMap((l, k) => buyers.slice(0, k ? 9 : 37).map((b, i) => ({ id: testId(`d${k}${i}`), number: `SH${k}${i}`, partyId: b.id, productId: l.productId, lotId: l.id, deliveredOn: '2026-10-08', quantity: 10 + i, orderNo: null })))
  await settle(world.kernel.db, { site: { ...site, ...here, id: world.siteId }, parties: mine([...Object.values(parties), ...buyers]), products: mine(Object.values(products)), lots: mine(Object.values(lots)), warehouses: mine(Object.values(warehouses)), deliveries })
  const { record } = await world.does('sales', 'notice.draft', { input: { kind: 'recall', recallClass: 1, lotIds: [lot.id, lots.pressureMonitor.id], reason: '滴斗接头粘接不牢，可能导致漏液。', instructions: '停止使用并将在库产品退回我公司。', planReference: '沐澄召〔2026〕03 号' } })
  const on = record.id
  await world.does('quality', 'notice.approve', { on, input: { opinion: 'agree' } })
  await world.does('quality-head', 'notice.approve', { on, input: { opinion: 'agree' } })
  await world.does('general-manager', 'notice.approve', { on, input: { opinion: 'agree' } })
  await world.does('sales', 'notice.send', { on })
  const letters = (await world.kernel.db.selectFrom('message').selectAll().where('recordId', '=', on).execute()) as { id: string; state: string }[]
  for (const [i, l] of letters.entries()) {
    if (l.state === 'waiting' && i % 7 === 3) await execute(world.kernel, { command: 'message.mark-failed', on: l.id, input: { why: 'refused-address', answer: '550 no such user' } }, { ...world.as('sales'), via: 'system' })
    else if (l.state === 'waiting') await execute(world.kernel, { command: 'message.mark-sent', on: l.id, input: { mailId: '<a@b>', answer: '250 OK' } }, { ...world.as('sales'), via: 'system' })
  }
  const lines = (await world.kernel.db.selectFrom('noticeLine').selectAll().where('noticeId', '=', on).execute()) as any[]
  const rec = (await world.kernel.db.selectFrom('noticeRecipient').selectAll().where('noticeId', '=', on).execute()) as any[]
  for (const [i, r] of rec.entries()) {
    if (i % 4 === 0) continue
    const own = lines.filter(x => x.recipientId === r.id)
    await execute(world.kernel, { command: 'notice.state-quantities', on, input: { saidBy: r.contactName, lines: own.map(x => ({ lotId: x.lotId, used: 4, comingBack: x.expected - 8, onHand: 2, notFound: 2 })) } }, { id: r.id, name: r.name, username: 'outside', roles: ['outside'], siteId: world.siteId, via: 'link' })
  }
  const backs = await world.database.adminPool.query('select id from stand_in_return')
  for (const b of backs.rows.slice(0, 14)) await world.does('warehouse', 'return.stock-in', { on: b.id })
  await world.does('sales', 'notice.record-call', { on, input: { recipientId: rec[0].id, outcome: 'not-reached' } })
  const url = await s.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
  for (const [who, w, h, name] of [['sales', 1440, 900, 'desk'], ['sales', 390, 844, 'phone'], ['quality-head', 1440, 900, 'head']] as const) {
    const cookie = await s.signIn(who)
    const ctx = await browser.newContext({ viewport: { width: w, height: h }, locale: 'zh-CN' })
    await ctx.addCookies(cookie.split('; ').map(c => ({ name: c.slice(0, c.indexOf('=')), value: decodeURIComponent(c.slice(c.indexOf('=') + 1)), url })))
    const page = await ctx.newPage()
    page.on('console', m => m.type() === 'error' && console.log('CONSOLE', m.text()))
    page.on('pageerror', e => console.log('PAGEERROR', e.message))
    await page.goto(`${url}/notice/TZ-2026-00001`)
    await page.waitForSelector('#notice-panel-title', { timeout: 20_000 })
    await page.waitForTimeout(800)
    await page.screenshot({ path: `/tmp/notice-${name}.png` })
    console.log(name, 'scrollWidth', await page.evaluate(() => document.documentElement.scrollWidth))
    await page.getByRole('button', { name: /未答复/ }).click()
    await page.evaluate(() => document.querySelector('.recipient-tools')?.scrollIntoView())
    await page.screenshot({ path: `/tmp/notice-${name}-2.png` })
    if (who === 'sales') {
      await page.getByRole('button', { name: '填数量' }).first().click()
      await page.waitForTimeout(400)
      await page.screenshot({ path: `/tmp/notice-${name}-3.png` })
      await page.getByRole('button', { name: '关闭' }).last().click()
      await page.getByRole('button', { name: '电话', exact: true }).nth(1).click()
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/notice-${name}-4.png` })
    }
    await ctx.close()
  }
  const { rows } = await world.database.adminPool.query('select 1')
  void rows
  // the guest's page
  const link = s.parts.links
  console.log(Object.keys(link))
  await browser.close()
  await s.close()
})
