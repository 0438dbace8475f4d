import { describe, expect, test } from 'vitest'
import { idOf, NOON, someone } from '../../../test/given.ts'
import { policyBook } from '../../kernel/policy.ts'
import { reactions } from './reactions.ts'

const complaint = {
  id: idOf('TS'),
  number: 'TS-2026-00042',
  state: 'accepted',
  kind: 'quality',
  title: '接头漏液',
  productId: idOf('set'),
  lotId: idOf('lot'),
  finding: null,
  findingNote: null,
  sampleResult: null,
  sampleNote: null,
  acceptedAt: NOON,
}
const mine = { id: idOf('stop'), number: 'TF-2026-00003', state: 'placed', mine: true, covers: true }

/** What the procedure does when it hears of a step. */
function hears(
  on: string,
  more: { record?: object; found?: unknown; input?: object; policy?: Readonly<Record<string, string>> } = {},
) {
  const versions = Object.entries(more.policy ?? {}).map(([key, value]) => ({
    key,
    value,
    effectiveFrom: '2020-01-01T00:00:00.000Z',
    version: 1,
  }))
  const heard = {
    record: { ...complaint, ...more.record },
    input: more.input ?? {},
    found: more.found ?? { holds: [], target: null },
    policy: policyBook(versions, NOON),
    now: NOON,
    actor: someone('service-desk'),
  }
  return reactions.filter(item => item.on === on).flatMap(item => item.run(heard))
}

const found = (...holds: object[]) => ({ holds, target: null })

describe('a complaint about a device', () => {
  test('holds its lot at registration, and names itself as the cause', () => {
    expect(hears('complaint.open')).toEqual([
      {
        command: 'stop-sale.place',
        link: 'hold',
        input: {
          source: 'complaint',
          scope: 'lot',
          productId: idOf('set'),
          lotId: idOf('lot'),
          reason: 'TS-2026-00042 接头漏液',
          cause: { procedure: 'complaint', id: idOf('TS'), number: 'TS-2026-00042' },
        },
      },
    ])
  })
  test('holds nothing when it is about service, or asks, or names no product of ours', () => {
    for (const kind of ['service', 'query', 'situation-report', 'consumer-return', 'training'])
      expect(hears('complaint.open', { record: { kind } }), kind).toEqual([])
    expect(hears('complaint.open', { record: { productId: null, lotId: null } })).toEqual([])
    expect(hears('complaint.open', { record: { kind: 'accident-notice' } })).toHaveLength(1)
  })
  test('without a known lot holds the product only where the company wants it; a correction that names the lot does', () => {
    const record = { lotId: null }
    expect(hears('complaint.open', { record })).toEqual([])
    expect(hears('complaint.open', { record, policy: { 'hold.scope': 'product' } })).toMatchObject([
      { input: { scope: 'product' } },
    ])
    expect(hears('complaint.correct')).toMatchObject([{ command: 'stop-sale.place', input: { scope: 'lot' } }])
  })
  test('follows the policy', () => {
    const later = { 'complaint.precautionary_hold': 'on_acceptance' }
    expect(hears('complaint.open', { record: { acceptedAt: null }, policy: later })).toEqual([])
    expect(hears('complaint.accept', { policy: later })).toHaveLength(1)
    const off = { 'complaint.precautionary_hold': 'off' }
    expect(hears('complaint.accept', { policy: off })).toEqual([])
    expect(
      hears('complaint.verify', { record: { finding: 'defect', findingNote: '漏液' }, policy: off }),
    ).toMatchObject([{ command: 'stop-sale.place', input: { foundBad: true, reason: 'TS-2026-00042 漏液' } }])
  })
  test('joins the stop that is there, holds nothing twice, and nothing again that was freed', () => {
    expect(hears('complaint.open', { found: found({ ...mine, mine: false }) })).toMatchObject([
      { command: 'stop-sale.hear-finding', on: mine.id, link: 'hold', input: { verdict: null } },
    ])
    expect(hears('complaint.accept', { found: found(mine) })).toEqual([])
    expect(hears('complaint.correct', { found: found({ ...mine, state: 'released' }) })).toEqual([])
    expect(hears('complaint.open', { found: found({ ...mine, mine: false, state: 'closed' }) })).toEqual([])
    const freed = found({ ...mine, state: 'released' })
    expect(hears('complaint.verify', { record: { finding: 'defect' }, found: freed })).toMatchObject([
      { command: 'stop-sale.place', input: { foundBad: true } },
    ])
  })
})

describe('what becomes of it', () => {
  const verdict = (record: object) =>
    hears('complaint.record-sample-test', { record, found: found(mine) }).map(start => start.input.verdict)

  test('is one finding from visit and retained sample; one bad result is enough', () => {
    expect(verdict({ finding: 'no-defect' })).toEqual(['good'])
    expect(verdict({ finding: 'no-defect', sampleResult: 'nonconforming' })).toEqual(['bad'])
    expect(verdict({ finding: 'defect', sampleResult: 'conforming' })).toEqual(['bad'])
    expect(verdict({ finding: 'undetermined', sampleResult: 'conforming' })).toEqual(['undetermined'])
    expect(verdict({ sampleResult: 'conforming' })).toEqual([])
  })
  test('speaks no longer against the goods when it was no complaint about a device', () => {
    const none = hears('complaint.judge-not-complaint', { input: { reason: '只是询问' }, found: found(mine) })
    expect(none).toMatchObject([{ on: mine.id, input: { verdict: 'good', note: '判定不属投诉：只是询问' } }])
    expect(hears('complaint.accept', { record: { kind: 'service' }, found: found(mine) })).toMatchObject([
      { input: { verdict: 'good' } },
    ])
  })
  test('goes over to the complaint into which it is merged, which has to be settled first', () => {
    const target = { id: idOf('TS 2'), number: 'TS-2026-00043' }
    const starts = hears('complaint.merge', { found: { holds: [mine], target } })
    expect(starts.map(start => [(start.input.cause as { number: string }).number, start.input.verdict])).toEqual([
      ['TS-2026-00043', null],
      ['TS-2026-00042', 'good'],
    ])
  })
})

test('a complaint that is open again holds anew what had been freed', () => {
  const again = { reopenReason: '更换后又漏液' }
  const reopens = (...holds: object[]) => hears('complaint.reopen', { record: again, found: found(...holds) })
  expect(reopens({ ...mine, state: 'released' })).toMatchObject([
    { command: 'stop-sale.place', link: 'hold', input: { reason: 'TS-2026-00042 重新打开：更换后又漏液' } },
  ])
  const [joined] = reopens(mine)
  expect(joined).toMatchObject({ command: 'stop-sale.hear-finding', on: mine.id, input: { verdict: null } })
  expect(joined).not.toHaveProperty('link')
  expect(reopens({ ...mine, mine: false })).toMatchObject([{ command: 'stop-sale.hear-finding', link: 'hold' }])
  expect(reopens({ ...mine, state: 'closed' })).toEqual([])
  expect(hears('complaint.reopen', { record: { ...again, kind: 'service' } })).toEqual([])
  expect(hears('complaint.reopen', { record: again, policy: { 'complaint.precautionary_hold': 'off' } })).toEqual([])
})

test('a stopped shipment holds what was found, line by line', () => {
  const line = { lotId: idOf('lot'), productId: idOf('set'), serials: [], note: '外箱破损' }
  const single = { ...line, lotId: idOf('lot 3'), serials: ['P1'], note: null }
  const record = { id: idOf('CK'), number: 'CK-2026-00009', finding: '箱体变形' }
  const starts = hears('shipment.stop', { record, found: [line, single] })
  expect(starts.map(start => [start.input.scope, start.input.lotId, start.input.problem])).toEqual([
    ['lot', idOf('lot'), '外箱破损'],
    ['serials', idOf('lot 3'), '箱体变形'],
  ])
})

describe('a notice', () => {
  const notice = { id: idOf('notice'), number: 'TZ-2026-00001', drill: false, reason: '接口渗液', allToldAt: null }

  test('tells the stop that buyers were asked to stop', () => {
    const sent = (kind: string, state: string) =>
      hears('notice.send', { record: { ...notice, kind }, found: [{ id: mine.id, state, waits: true }] })
    expect(sent('suspend', 'confirmed').map(start => start.command)).toEqual(['stop-sale.note-notice'])
    expect(sent('recall', 'confirmed')).toEqual([])
    expect(sent('suspend', 'closed')).toEqual([])
    expect(sent('resume', 'releasing'), 'written is not told').toEqual([])
  })
  test('to resume has told everybody once the last one knows', () => {
    const heard = (on: string, record: object, hold: object) =>
      hears(on, {
        record: { ...notice, kind: 'resume', allToldAt: NOON, ...record },
        found: [{ id: mine.id, state: 'releasing', waits: true, ...hold }],
      }).map(start => start.command)
    for (const verb of ['mark-told', 'record-call', 'acknowledge', 'state-quantities'])
      expect(heard(`notice.${verb}`, {}, {}), verb).toEqual(['stop-sale.tell-released'])
    expect(heard('notice.mark-told', { allToldAt: null }, {})).toEqual([])
    expect(heard('notice.mark-told', { kind: 'suspend' }, {})).toEqual([])
    expect(heard('notice.mark-told', {}, { waits: false })).toEqual([])
    expect(heard('notice.mark-told', {}, { state: 'confirmed' })).toEqual([])
  })
  test('that is approved stops what it is about where nothing has stopped it', () => {
    const free = [
      { productId: idOf('set'), lotIds: [idOf('lot'), idOf('lot 2')], serials: [] },
      { productId: idOf('pump'), lotIds: [idOf('lot 3')], serials: ['P1'] },
    ]
    const approved = (record: object) =>
      hears('notice.approve', { record: { ...notice, kind: 'recall', state: 'approved', ...record }, found: free })
    expect(approved({})).toMatchObject([
      {
        command: 'stop-sale.place',
        link: 'hold',
        input: {
          source: 'recall',
          scope: 'lot',
          lotIds: [idOf('lot'), idOf('lot 2')],
          reason: 'TZ-2026-00001 接口渗液',
          cause: { procedure: 'notice', id: notice.id },
        },
      },
      { input: { scope: 'serials', serials: ['P1'] } },
    ])
    expect(approved({ kind: 'suspend' })).toHaveLength(2)
    expect(approved({ kind: 'resume' })).toEqual([])
    expect(approved({ kind: 'advisory' })).toEqual([])
    expect(approved({ drill: true })).toEqual([])
    expect(approved({ state: 'draft' }), 'one signature of two').toEqual([])
  })
})
