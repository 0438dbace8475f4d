/** A board shows every record of its ledger exactly once, by fields that the ledger has. */
import { describe, expect, test } from 'vitest'
import { procedures } from '../../src/procedures/index.ts'

const boards = procedures.flatMap(procedure =>
  procedure.ledgers.flatMap(ledger => (ledger.board ? [{ procedure, ledger, board: ledger.board }] : [])),
)

describe.each(boards.map(item => [`${item.procedure.name} ${item.ledger.name}`, item] as const))('%s', (_, item) => {
  const { procedure, ledger, board } = item

  test('has each state in one column', () => {
    const shown = board.columns.flatMap(column => column.states)
    expect(shown.toSorted()).toEqual(Object.keys(procedure.record.states).toSorted())
  })

  test('shows columns of the ledger', () => {
    const { title, party, quantity, lines = [] } = board.card
    const keys = new Set(ledger.columns.map(column => column.key))
    expect([title, party, quantity, ...lines].filter(key => key !== undefined && !keys.has(key))).toEqual([])
  })

  test('may be asked by state', () => {
    expect(ledger.filters).toContain('state')
  })
})

test('there are boards where goods are moved along', () => {
  const named = boards.map(item => item.procedure.name)
  const present = new Set(procedures.map(procedure => procedure.name))
  const wanted = ['stop-sale', 'nonconforming', 'return', 'notice'].filter(name => present.has(name))
  expect(wanted.filter(name => !named.includes(name))).toEqual([])
})
