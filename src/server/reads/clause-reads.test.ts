import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../../test/toy/toy.ts'

let server: TestServer
let quality: string
let warehouse: string
beforeAll(async () => {
  server = await testServer([parcels, waxes], { schema: TOY_SCHEMA })
  const { does, clock } = server.company
  for (const title of ['输液泵', '血压计']) {
    const { record } = await does('warehouse', 'parcel.open', { input: { title } })
    clock.pass(30)
    await does('warehouse', 'parcel.pack', { on: record.id })
  }
  quality = await server.signIn('quality')
  warehouse = await server.signIn('warehouse')
})
afterAll(() => server.close())

const get = (path: string, cookie: string) => server.send({ method: 'GET', url: path, headers: { cookie } })
const CLAUSE = 'procedure=parcel&clause=T-1'

test('quality opens a clause with its records; others see its text and counts only', async () => {
  const { page, summary } = JSON.parse((await get(`/api/read/evidence.clause?${CLAUSE}`, quality)).body)
  expect([summary, page.clocks.late, page.proofs.clocks.length]).toEqual([null, 2, 2])
  const seen = JSON.parse((await get(`/api/read/evidence.clause?${CLAUSE}`, warehouse)).body)
  expect([seen.page, seen.summary.clocks.late]).toEqual([null, 2])
  expect(seen.summary).not.toHaveProperty('proofs')
  expect((await get(`/api/read/evidence.records?${CLAUSE}`, warehouse)).statusCode).toBe(403)
  expect((await get(`/api/read/evidence.sample?${CLAUSE}&seed=a`, warehouse)).statusCode).toBe(403)
  expect((await get(`/api/print/clause/parcel/T-1`, warehouse)).statusCode).toBe(403)
})

test('a day as the end of the period is meant to its last moment', async () => {
  const counts = async (period: string) =>
    JSON.parse((await get(`/api/read/evidence.clause?${CLAUSE}&${period}`, quality)).body).page.clocks.due
  // registered on the morning of the 20th and on the 21st; due a day later each
  expect(await counts('from=2026-11-21&to=2026-11-21')).toBe(1)
  expect(await counts('from=2026-11-20&to=2026-11-20')).toBe(0)
})

test('the overview has the procedures that run and those that are awaited', async () => {
  const { procedures, clauses } = JSON.parse((await get('/api/read/evidence.clauses', warehouse)).body)
  expect(procedures.slice(0, 2).map((item: { name: string }) => item.name)).toEqual(['parcel', 'wax'])
  expect(new Set(procedures.map((item: { runs: boolean }) => item.runs)).has(true)).toBe(true)
  expect(clauses.find((item: { id: string }) => item.id === 'T-1')).toMatchObject({ clocks: { late: 2 } })
  expect((await get('/api/read/evidence.clauses?procedure=nothing', warehouse)).statusCode).toBe(404)
})

test('what is not there, and what cannot be understood, is refused', async () => {
  expect((await get('/api/read/evidence.clause?procedure=parcel&clause=T-9', quality)).statusCode).toBe(404)
  expect((await get('/api/read/evidence.clause?procedure=parcel&clause=toString', quality)).statusCode).toBe(404)
  expect((await get(`/api/read/evidence.clause?${CLAUSE}&from=soon`, quality)).statusCode).toBe(422)
  expect((await get(`/api/read/evidence.records?${CLAUSE}&after=x`, quality)).statusCode).toBe(422)
  expect((await get(`/api/read/evidence.sample?${CLAUSE}&seed=a&count=51`, quality)).statusCode).toBe(422)
})

test('the clause is printed with its sample, in each language', async () => {
  for (const lang of ['zh', 'zh-Hant', 'en']) {
    const answer = await get(`/api/print/clause/parcel/T-1?seed=a&count=1&lang=${lang}`, quality)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.body.slice(0, 5)).toBe('%PDF-')
  }
})

test('clauses are searched by their words and number, those of procedures that do not run yet too', async () => {
  const found = async (q: string) =>
    (await get(`/api/read/search.clauses?q=${encodeURIComponent(q)}`, quality)).json() as {
      procedure: string
      id: string
    }[]
  expect(await found('编制季度')).toMatchObject([{ procedure: 'purchase', id: 'S21-1a' }])
  expect((await found('s21-1A'))[0]).toMatchObject({ id: 'S21-1a' })
  expect(await found('')).toEqual([])
  expect(await found('从未写过的话')).toEqual([])
  expect(await found('不')).toHaveLength(8)
})
