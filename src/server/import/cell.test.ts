import { describe, expect, test } from 'vitest'
import type { CellKind, ImportColumn } from '../../kernel/import.ts'
import { text } from '../../kernel/text.ts'
import { type Cell, readCell } from './cell.ts'

const column = (kind: CellKind, more: Partial<ImportColumn> = {}): ImportColumn => ({
  key: 'x',
  title: text('内容', 'content'),
  kind,
  needed: false,
  example: '',
  ...more,
})
const value = (kind: CellKind, cell: Cell, more?: Partial<ImportColumn>) => {
  const read = readCell(column(kind, more), cell)
  return 'value' in read ? read.value : { trouble: read.trouble.zh }
}

describe('a cell is read as its column means it', () => {
  test.each([
    ['2026-08-01', '2026-08-01'],
    ['2026/8/1', '2026-08-01'],
    ['2026.8.1', '2026-08-01'],
    ['20260801', '2026-08-01'],
    ['2026年8月1日', '2026-08-01'],
    ['２０２６－０８－０１', '2026-08-01'],
    ['2026-08-01 09:30', '2026-08-01'],
    [new Date('2026-08-01T00:00:00.000Z'), '2026-08-01'],
    [20260801, '2026-08-01'],
  ])('a day written %s', (cell, day) => {
    expect(value('day', cell)).toBe(day)
  })
  test.each(['2026-02-30', '1/8/2026', '八月', '2026-13-01'])('%s is no day', cell => {
    expect(value('day', cell)).toEqual({ trouble: expect.stringContaining('2026-08-01') })
  })
  test.each([
    ['1,200', 1200],
    [300, 300],
    ['12.0', 12],
    ['１２', 12],
  ])('a whole number written %s', (cell, number) => {
    expect(value('whole-number', cell)).toBe(number)
  })
  test.each(['1.5', 'abc', 1.5, '9'.repeat(20)])('%s is no whole number', cell => {
    expect(value('whole-number', cell)).toEqual({ trouble: expect.stringContaining('整数') })
  })
  test.each([
    ['12.5', 1250],
    ['¥1,280.00', 128000],
    [0.1, 10],
    [19.99, 1999],
    ['3元', 300],
  ])('an amount written %s is kept in fen', (cell, fen) => {
    expect(value('money', cell)).toBe(fen)
  })
  test.each(['1.234', '-1', '一百'])('%s is no amount', cell => {
    expect(value('money', cell)).toEqual({ trouble: expect.stringContaining('金额') })
  })
  test('yes and no in both languages', () => {
    expect(['是', 'Yes', '√', true, '1'].map(cell => value('yes-no', cell))).toEqual(Array(5).fill(true))
    expect(['否', 'no', false, '0'].map(cell => value('yes-no', cell))).toEqual(Array(4).fill(false))
    expect(value('yes-no', '也许')).toEqual({ trouble: expect.stringContaining('“是”或“否”') })
  })
  test('a choice by its key or either title', () => {
    const options = { hospital: text('医院', 'Hospital'), dealer: text('经销商', 'Dealer') }
    expect(['医院', 'hospital', ' Hospital '].map(cell => value('choice', cell, { options }))).toEqual(
      Array(3).fill('hospital'),
    )
    expect(value('choice', '药店', { options })).toEqual({ trouble: expect.stringContaining('医院、经销商') })
  })
  test('a list by any of the usual marks', () => {
    expect(value('list', 'A1、A2, A3；A4 A5')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'])
  })
  test('lot numbers keep their leading zero and are never read as numbers', () => {
    expect(value('line', '0012')).toBe('0012')
    expect(value('line', 20260801)).toBe('20260801')
  })
  test('empty means nothing, unless the column is needed', () => {
    expect(value('line', '  ')).toBeNull()
    expect(value('whole-number', null, { needed: true })).toEqual({ trouble: '请填写“内容”。' })
    expect(value('line', 'x'.repeat(501))).toEqual({ trouble: expect.stringContaining('500') })
  })
})
