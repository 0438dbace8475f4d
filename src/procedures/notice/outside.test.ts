import { describe, expect, test } from 'vitest'
import { NOON } from '../../../test/given.ts'
import { parseUdi } from '../../vocabulary/udi.ts'
import { goodsCode } from './goods-code.ts'
import { aCourse, aNotice, aRunningNotice, LOTS, TOLD, uuid } from './notice.example.ts'
import { recipientPage } from './outside.ts'

const record = aRunningNotice()
const page = (over: Parameters<typeof aCourse>[0] = TOLD, line: Parameters<typeof aCourse>[1] = {}, of = record) =>
  recipientPage(of, { ...aCourse(over, line), lots: LOTS }, uuid(11))

describe('the page of a recipient', () => {
  test('shows its own goods with their codes and asks for acknowledgement and quantities', () => {
    const shown = page()
    expect(shown?.steps).toEqual(['acknowledge', 'state-quantities'])
    expect(shown?.codes).toMatchObject([{ code: '(01)06999900010025(17)290228(10)20260301', symbology: 'gs1' }])
    expect(shown?.reader).toBe('第 1 医院 联系人 1')
    expect(JSON.stringify(shown)).toContain('第 1 医院')
  })
  test('never names another recipient', () => {
    expect(JSON.stringify(page())).not.toContain('第 2 医院')
  })
  test('thanks for the answer and leaves room to correct it', () => {
    const shown = page({ ...TOLD, acknowledgedAt: NOON }, { statedAt: NOON, used: 10 })
    expect(shown?.steps).toEqual(['state-quantities'])
    expect(shown?.thanks?.zh).toContain('谢谢')
  })
  test('asks nothing more once the notice is closed', () => {
    expect(page(TOLD, {}, aRunningNotice({ state: 'closed' }))?.steps).toEqual([])
  })
  test('asks for no quantities where sale may go on', () => {
    expect(page(TOLD, {}, aRunningNotice({ kind: 'resume', recallClass: null }))?.steps).toEqual(['acknowledge'])
  })
  test('is not there for strangers, for who was struck out, before sending, and in a drill', () => {
    expect(recipientPage(record, { ...aCourse(), lots: LOTS }, uuid(99))).toBeNull()
    expect(page({ state: 'removed', removedReason: '另行告知' })).toBeNull()
    expect(page(TOLD, {}, aNotice())).toBeNull()
    expect(page(TOLD, {}, aRunningNotice({ drill: true }))).toBeNull()
  })
})

describe('the code of a lot', () => {
  const lot = { productName: '输液器', model: 'MC-A', lotNo: 'A-1', udiDi: '06999900010025', expiresOn: '2029-02-28' }
  test('reads back as what stands on the label', () => {
    const read = parseUdi(goodsCode(lot).code, 2026)
    expect(read).toMatchObject({ ok: true, di: lot.udiDi, lot: 'A-1', expiresOn: '2029-02-28' })
  })
  test('leaves out an expiry that the label has not, and keeps other agencies as they are', () => {
    expect(goodsCode({ ...lot, expiresOn: null }).code).toBe('(01)06999900010025(10)A-1')
    expect(goodsCode({ ...lot, udiDi: 'MA.156.M0.999901.1200' })).toMatchObject({
      symbology: 'data-matrix',
      code: 'MA.156.M0.999901.1200',
    })
    expect(goodsCode({ ...lot, udiDi: null })).toMatchObject({ symbology: 'code128', code: 'A-1' })
  })
})
