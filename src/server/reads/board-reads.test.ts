import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'

const all = ledger({
  name: 'all',
  title: text('包裹台账', 'Parcels'),
  fulfils: [],
  columns: [{ key: 'title', title: text('名称', 'Title'), kind: 'line', width: 20, onScreen: true }],
  filters: ['state'],
  orderedBy: 'createdAt',
  views: [],
  board: {
    columns: [
      { title: text('待办', 'To do'), states: ['open', 'packed'] },
      { title: text('完结', 'Done'), states: ['sent', 'dropped'] },
    ],
    card: { title: 'title' },
  },
})

let server: TestServer
let cookie: string
beforeAll(async () => {
  const plain = { ...all, name: 'plain', board: undefined }
  server = await testServer([{ ...parcels, ledgers: [all, plain] }], { schema: TOY_SCHEMA })
  const { does } = server.company
  await does('warehouse', 'parcel.open', { input: { title: '输液泵' } })
  const { record } = await does('warehouse', 'parcel.open', { input: { title: '血压计' } })
  await does('warehouse', 'parcel.drop', { on: record.id })
  cookie = await server.signIn('warehouse')
})
afterAll(() => server.close())

const board = async (query: string) =>
  server.send({ method: 'GET', url: `/api/read/board.of?procedure=parcel&${query}`, headers: { cookie } })

test('each column has the cards of its states, each card its nearest clock', async () => {
  const { columns, clocks } = JSON.parse((await board('ledger=all')).body)
  expect(columns.map((column: { rows: { title: string }[] }) => column.rows.map(row => row.title))).toEqual([
    ['输液泵'],
    ['血压计'],
  ])
  expect(clocks[columns[0].rows[0].id]).toMatchObject({ title: { zh: '装箱' } })
})

test('a search narrows every column', async () => {
  const { columns } = JSON.parse((await board(`ledger=all&search=${encodeURIComponent('血压')}`)).body)
  expect(columns.map((column: { rows: unknown[] }) => column.rows.length)).toEqual([0, 1])
})

test('a register without a board says to use the list', async () => {
  const answer = await board('ledger=plain')
  expect(answer.statusCode).toBe(404)
  expect(JSON.parse(answer.body).sentence.zh).toContain('请用列表')
})
