import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { execute } from './execute.ts'
import type { Actor } from './person.ts'
import { recordPage } from './record-page.ts'
import { waitingFor } from './sign-list.ts'
import { readSignOffs } from './situation.ts'
import { verifyTrail } from './verify.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

let made = 0
/** A parcel that nobody else has the name of. */
const opened = async () => {
  made += 1
  return (await world.does('warehouse', 'parcel.open', { input: { title: `特批件 ${made}`, weight: 3 } })).record
}
const asked = async (input: { steps?: string[] } = {}) => {
  const record = await opened()
  await world.does('service-desk', 'parcel.submit', { on: record.id, input })
  return record
}
const signs = (username: string, on: string, input: object = {}) => world.does(username, 'parcel.opine', { on, input })
const signsAs = (actor: Actor, on: string, input: object = {}) =>
  execute(world.kernel, { command: 'parcel.opine', on, input, sign: { password: PASSWORD } }, actor)
/** What became of each step that was asked: `1 warehouse signed`, in order; what is only planned is left out. */
const course = async (id: string) =>
  (await readSignOffs(world.kernel.pool, [id]))
    .filter(row => row.outcome !== 'planned')
    .map(row => `${row.round} ${row.key} ${row.outcome}`)
const codes = async (username: string, on: string, input: object = {}) =>
  (await world.refused(username, 'parcel.opine', { on, input })).map(item => item.code)
const page = (id: string, username = 'finance') => recordPage(world.kernel, parcels, id, world.as(username))
const _deputy = (username: string, role: string, of: string): Actor => ({
  ...world.as(username),
  roles: [...world.as(username).roles, role],
  deputyFor: { [role]: { id: world.as(of).id, name: world.as(of).name } },
})

describe('a round', () => {
  test('asks stage by stage; the steps of one stage at the same time and in either order', async () => {
    const { id } = await asked()
    expect(await course(id)).toEqual(['1 warehouse pending'])
    const early = await world.refused('finance', 'parcel.opine', { on: id })
    expect(early[0]).toMatchObject({ code: 'sign-off-order', clause: 'T-3' })
    expect(early[0]?.sentence.zh).toContain('仓库保管员')
    await signs('warehouse', id)
    expect(await course(id)).toEqual(['1 warehouse signed', '1 sales pending', '1 finance pending'])
    await signs('finance', id)
    expect(await codes('general-manager', id)).toEqual(['sign-off-order'])
    await signs('sales-head', id, { note: '客户急用' })
    const { record } = await signs('general-manager', id)
    expect(record.state).toBe('approved')
    const [round] = (await page(id)).rounds
    expect(round).toMatchObject({ chain: 'approval', standing: 'signed' })
    expect(round?.steps.map(step => [step.key, step.signedByName, step.note])).toEqual([
      ['warehouse', '蒋涛', '同意'],
      ['sales', '冯军', '客户急用'],
      ['finance', '沈洁', '同意'],
      ['final', '周建国', '同意'],
    ])
    expect((await page(id)).signatures.map(item => item.meaning.zh)).toEqual([
      '实物属实',
      '财务同意',
      '销售同意',
      '批准',
    ])
  })

  test('asks only the steps that the route names, in the order of the chain', async () => {
    const { id } = await asked({ steps: ['final', 'warehouse'] })
    expect(await codes('finance', id)).toEqual(['sign-off-order'])
    await signs('warehouse', id)
    expect((await signs('general-manager', id)).record.state).toBe('approved')
  })

  test('is not signed before it was asked, and says so', async () => {
    const record = await opened()
    expect((await page(record.id)).can['parcel.opine']?.code).toBe('state')
    const { id } = await asked({ steps: ['warehouse'] })
    await signs('warehouse', id)
    const none = await world.refused('finance', 'parcel.opine', { on: id })
    expect(none[0]?.code).toBe('sign-off-order')
    expect(none[0]?.sentence.en).toContain('first submit it')
  })

  test('takes no second signature of one person, whatever his roles', async () => {
    const both: Actor = { ...world.as('finance'), roles: ['finance', 'sales-head', 'general-manager'] }
    const { id } = await asked()
    await signs('warehouse', id)
    await signsAs(both, id)
    await expect(signsAs(both, id)).rejects.toMatchObject({ refusals: [{ code: 'sign-off-same-person' }] })
    expect((await waitingFor(world.kernel, both)).some(item => item.recordId === id)).toBe(false)
  })

  test('ends when one declines: nobody else is asked, and it may be asked again', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await signs('finance', id, { opinion: 'decline', note: '预算不足' })
    expect(await course(id)).toEqual([
      '1 warehouse signed',
      '1 sales withdrawn',
      '1 finance declined',
      '1 final withdrawn',
    ])
    expect((await page(id)).rounds[0]).toMatchObject({ standing: 'declined' })
    await world.does('service-desk', 'parcel.submit', { on: id })
    expect((await course(id)).slice(4)).toEqual(['2 warehouse pending'])
    await signs('warehouse', id)
  })

  test('comes back to an earlier step; what was signed after it is taken back and asked anew', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await signs('sales-head', id)
    await signs('finance', id)
    await signs('general-manager', id, { opinion: 'back', to: 'sales', note: '请销售再核' })
    expect(await course(id)).toEqual([
      '1 warehouse signed',
      '1 sales withdrawn',
      '1 sales pending',
      '1 finance signed',
      '1 final returned',
    ])
    expect(await codes('general-manager', id)).toEqual(['sign-off-order'])
    await signs('sales-head', id)
    expect((await signs('general-manager', id)).record.state).toBe('approved')
  })

  test('asked anew while it runs begins again; the earlier one is no longer asked', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await world.does('service-desk', 'parcel.submit', { on: id })
    expect(await course(id)).toEqual([
      '1 warehouse signed',
      '1 sales withdrawn',
      '1 finance withdrawn',
      '1 final withdrawn',
      '2 warehouse pending',
    ])
  })

  test('ends with the record', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await world.does('warehouse', 'parcel.drop', { on: id })
    expect(await course(id)).toEqual([
      '1 warehouse signed',
      '1 sales withdrawn',
      '1 finance withdrawn',
      '1 final withdrawn',
    ])
  })
})

describe('a change after signing', () => {
  test('voids what was signed, keeps it readable, and asks again from the first', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await signs('finance', id)
    await world.does('service-desk', 'parcel.reweigh', { on: id, input: { weight: 5 } })
    expect(await course(id)).toEqual([
      '1 warehouse voided',
      '1 warehouse pending',
      '1 sales withdrawn',
      '1 finance voided',
    ])
    const [round] = (await page(id)).rounds
    expect(round?.covered).toEqual([
      { field: 'title', title: { zh: '名称', en: 'Title' }, value: `特批件 ${made}` },
      { field: 'weight', title: { zh: '重量', en: 'Weight' }, value: 5 },
    ])
    const waits = round?.steps.find(step => step.outcome === 'pending')
    expect(waits?.changes).toEqual([{ field: 'weight', title: { zh: '重量', en: 'Weight' }, was: 3, now: 5 }])
    const voided = round?.steps.filter(step => step.outcome === 'voided')
    expect(voided?.map(step => [step.key, step.signedByName, step.voidReason?.zh])).toEqual([
      ['warehouse', '蒋涛', '签字后内容有变更：重量'],
      ['finance', '沈洁', '签字后内容有变更：重量'],
    ])
    expect(await codes('finance', id)).toEqual(['sign-off-order'])
    for (const who of ['warehouse', 'finance', 'sales-head']) await signs(who, id)
    expect((await signs('general-manager', id)).record.state).toBe('approved')
  })

  test('voids a complete round too: a change cannot hide behind an approval', async () => {
    const { id } = await asked({ steps: ['warehouse', 'final'] })
    await signs('warehouse', id)
    await signs('general-manager', id)
    await world.does('warehouse', 'parcel.reweigh', { on: id, input: { weight: 9 } })
    expect(await course(id)).toEqual(['1 warehouse voided', '1 warehouse pending', '1 final voided'])
    expect((await page(id)).rounds[0]?.standing).toBe('open')
  })

  test('is not made together with a signature: whoever wants it sends the matter back', async () => {
    const { id } = await asked({ steps: ['warehouse', 'final'] })
    const { record } = await signs('warehouse', id, { weight: 4 })
    expect(record, 'the first signer signs what he enters').toMatchObject({ weight: 4 })
    const refusals = await world.refused('general-manager', 'parcel.opine', { on: id, input: { weight: 8 } })
    expect(refusals[0]).toMatchObject({ code: 'sign-off-changed', clause: 'T-3' })
    expect(refusals[0]?.sentence.zh).toContain('重量')
    await signs('general-manager', id, { weight: 8, opinion: 'back' })
    expect(await course(id)).toEqual(['1 warehouse withdrawn', '1 warehouse pending', '1 final returned'])
    const [round] = (await page(id)).rounds
    expect(round?.steps.find(step => step.outcome === 'pending')?.changes).toMatchObject([{ was: 4, now: 8 }])
  })

  test('that leaves what was signed as it is voids nothing', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await world.does('service-desk', 'parcel.reweigh', { on: id, input: { weight: 3 } })
    expect(await course(id)).toEqual(['1 warehouse signed', '1 sales pending', '1 finance pending'])
  })

  test('does not reach a round that was declined', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await signs('finance', id, { opinion: 'decline' })
    await world.does('service-desk', 'parcel.reweigh', { on: id, input: { weight: 5 } })
    expect((await course(id))[0]).toBe('1 warehouse signed')
  })
})

test('the trail proves all that the chains wrote', async () => {
  expect((await verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)).faults).toEqual([])
})
