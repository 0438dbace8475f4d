import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { deliveries, lots, parties, products, settle, site } from '../../../test/world.ts'
import { sealNow } from '../../kernel/seal.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../../procedures/index.ts'
import { openedChain } from '../../procedures/inspection/opened-chain.ts'
import { contentHash, keepContent } from '../attachments/attachment-file.ts'
import { issueApiKey } from '../auth/api-key.ts'
import { expireInspections } from '../jobs/expire-inspections.ts'
import { closePress } from '../print/press.ts'
import { readPdf } from '../print/read-pdf.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'bihuan-inspection-test-'))
const PATIENT = '患者张某，女，46 岁，术后第二天'

let server: TestServer
let cookie = ''
let head = ''
let inspectionId = ''
const before = { complaint: '', inquiry: '' }
let complaint = { id: '', number: '' }
let photograph = ''

const get = (url: string, as = cookie) => server.send({ method: 'GET', url, headers: { cookie: as } })
const code = async (url: string, as = cookie): Promise<readonly [number, string]> => {
  const answer = await get(url, as)
  return [answer.statusCode, String(answer.json().code ?? answer.json().refusals?.[0]?.code)]
}
/** What the trail says that he opened, in order. */
const lines = async (): Promise<readonly string[]> => {
  await new Promise(resolve => setTimeout(resolve, 100))
  const { rows } = await server.parts.pool.query<{ told: string }>(
    `select body->'told'->>'zh' as told from trail where chain = $1 order by position`,
    [openedChain(inspectionId)],
  )
  return rows.map(row => row.told)
}
/** Changed roles and sights take effect within two seconds; a test does not wait for that. */
const fresh = (): void => {
  server.parts.sessions.forget()
  server.parts.apiKeys.forget()
}

const complaintInput = {
  partyId: parties.localHospital.id,
  contactPerson: '刘慧敏',
  productId: products.pump.id,
  description: '输液泵使用中报警停机',
}
const openComplaint = async (more: object = {}) => {
  const { company } = server
  const { record } = await company.does('service-desk', 'complaint.open', {
    input: { ...complaintInput, ...more },
  })
  return { id: record.id, number: record.number }
}
const openInquiry = () =>
  server.company.does('service-desk', 'inquiry.open', {
    input: {
      partyId: parties.localHospital.id,
      productId: products.pump.id,
      contactPerson: '刘慧敏',
      description: '袖带型号',
      expectation: '给出型号',
    },
  })

const openInput = () => ({
  authority: '省药监局',
  purpose: '年度监督检查',
  inspectors: [{ name: '许建国', certificate: '豫0012345' }],
  accountId: server.company.as('authority-inspector').id,
  scope: 'chosen',
  procedures: ['complaint'],
  periodFrom: '2026-11-20',
  periodTo: '2026-11-25',
  validUntil: '2026-11-26T10:00:00.000Z',
})

beforeAll(async () => {
  server = await testServer(procedures)
  const { company } = server
  const here = { siteId: company.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(company.kernel.db, {
    site: { ...site, ...here, id: company.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries,
  })
  company.clock.set('2026-11-10T02:00:00.000Z')
  const old = await openComplaint({ description: '早先的投诉', harmHappened: 'no', couldHarm: 'no' })
  await company.does('quality-head', 'complaint.void', { on: old.id, input: { reason: '重复登记' } })
  before.complaint = old.number
  company.clock.set('2026-11-21T02:00:00.000Z')
  photograph = company.kernel.newId()
  // larger than what a connection takes at once
  const content = Buffer.alloc(16 * 1024 ** 2, '现场')
  await keepContent(server.dataDir, contentHash(content), content)
  await server.parts.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, '现场.txt', 'text/plain', $3, $4, $5)`,
    [photograph, contentHash(content), content.length, company.as('service-desk').id, company.clock.now()],
  )
  complaint = await openComplaint({ attachments: [photograph] })
  before.inquiry = (await openInquiry()).record.number
  cookie = await server.signIn('authority-inspector')
  head = await server.signIn('quality-head')
})
afterAll(async () => {
  await server.close()
  await closePress()
  rmSync(folder, { recursive: true, force: true })
})

describe('an inspector for whom nothing is open', () => {
  test('is signed in, and everything else says who can open it', async () => {
    expect((await get('/api/meta')).json().me).toMatchObject({ inspecting: { open: false } })
    for (const url of ['/api/read/complaint.ledger', '/api/meta/complaint', '/api/read/workbench.mine', '/api/keys']) {
      expect(await code(url)).toEqual([403, 'no-inspection'])
    }
    expect((await get('/api/auth/list-sessions')).statusCode).toBe(200)
  })
})

describe('an inspector', () => {
  beforeAll(async () => {
    const opened = await server.company.does('quality-head', 'inspection.open', { input: openInput() })
    inspectionId = opened.record.id
    fresh()
  })

  test('takes no step, uploads nothing, makes no key', async () => {
    for (const url of ['/api/do/complaint.open', '/api/attachments', '/api/keys', '/api/views', '/api/keys/revoke']) {
      const answer = await server.send({ method: 'POST', url, headers: { cookie }, payload: {} })
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'only-reads'])
    }
  })

  test.each([
    '/api/read/workbench.mine',
    '/api/read/workbench.counts',
    '/api/read/notification.list',
    '/api/read/board.of?procedure=complaint',
    '/api/read/trail.entries',
    '/api/read/trace.of?q=x',
    '/api/read/health.now',
    '/api/read/reports.calendar?year=2026',
    '/api/read/vocabulary.find-person?q=a',
    '/api/read/vocabulary.find-party?q=a',
    '/api/read/inquiry.ledger',
    '/api/read/person.ledger',
    '/api/read/person.find',
    '/api/read/inspection.ledger',
    '/api/read/access-review.people',
    '/api/read/complaint.counts',
    '/api/read/toString',
    '/api/meta/person',
    '/api/meta/inquiry',
    '/api/keys',
    '/api/views',
    '/api/import',
    '/api/live',
    '/api/openapi.json',
    '/api/calendar-feed',
    '/api/records/register.xlsx',
    '/api/archive/complaint.zip?from=2026-11-01&to=2026-11-30',
    '/api/export/inquiry/inquiries.xlsx',
    '/api/print/access-review/report/permissions',
  ])('does not open %s', async url => {
    const answer = await get(url)
    expect([answer.statusCode, answer.json().code]).toEqual(
      answer.statusCode === 404 ? [404, 'no-such-route'] : [403, 'beyond-sight'],
    )
  })

  test('has with an API key what he has in his session', async () => {
    const { pool } = server.parts
    const { id } = server.company.as('authority-inspector')
    const { token } = await issueApiKey(pool, {
      personId: id,
      name: '核对程序',
      scopes: ['read:*', 'complaint.*'],
      expiresAt: '2099-01-01T00:00:00.000Z',
      createdBy: id,
    })
    const asked = async (url: string) =>
      (await server.send({ url, headers: { authorization: `Bearer ${token}` } })).json()
    expect((await asked('/api/read/complaint.ledger')).count.value).toBe(1)
    expect((await asked('/api/read/inquiry.ledger')).code).toBe('beyond-sight')
    expect((await asked(`/api/read/complaint.record?id=${before.complaint}`)).code).toBe('absent')
  })

  test('sees in the register the records that lived in the period, and counts no others', async () => {
    const ledger = (await get('/api/read/complaint.ledger')).json()
    expect(ledger.rows.map((row: { number: string }) => row.number)).toEqual([complaint.number])
    expect(ledger.count).toEqual({ value: 1, exact: true })
    const found = (await get(`/api/read/complaint.ledger?search=${encodeURIComponent('早先')}`)).json()
    expect([found.rows, found.count.value]).toEqual([[], 0])
    const whole = (await get('/api/read/complaint.ledger', head)).json()
    expect(whole.count.value).toBe(2)
    expect((await get('/api/export/complaint/complaints.xlsx')).statusCode).not.toBe(403)
  })

  test('finds a record outside as little as one that is not there', async () => {
    for (const url of [
      `/api/read/complaint.record?id=${before.complaint}`,
      `/api/read/complaint.timeline?id=${before.complaint}`,
      `/api/print/complaint/form/quality-complaint-record/${before.complaint}`,
      `/api/export/complaint/record/${before.complaint}.json`,
    ])
      expect(await code(url)).toEqual([404, 'absent'])
    const nothing = (await get(`/api/read/search.all?q=${before.inquiry}`)).json()
    expect(nothing).toEqual([])
    const found = (await get('/api/read/search.all?q=TS-2026')).json()
    expect(found.map((item: { number: string }) => item.number)).toEqual([complaint.number])
  })

  test('sees clauses of his procedures, and evidence of the period alone', async () => {
    const { clauses, procedures: written, from } = (await get('/api/read/evidence.clauses?from=2026-01-01')).json()
    expect(written.map((item: { name: string }) => item.name).sort()).toEqual(['complaint', 'document'])
    expect(from).toBe('2026-11-19T16:00:00.000Z')
    const opened = clauses.find((item: { id: string; procedure: string }) => item.id === 'S01-4.2a')
    const whole = (await get('/api/read/evidence.clauses?from=2026-01-01&procedure=complaint', head)).json()
    const all = whole.clauses.find((item: { id: string }) => item.id === 'S01-4.2a')
    expect([opened?.accepted, all?.accepted]).toEqual([1, 2])
    expect(await code('/api/read/evidence.clause?procedure=inquiry&clause=S01-4.1')).toEqual([403, 'beyond-sight'])
    const clause = (await get('/api/read/evidence.clause?procedure=complaint&clause=S01-4.2a&from=2026-01-01')).json()
    expect(clause.page.accepted).toBe(1)
    const sample = (await get('/api/read/evidence.sample?procedure=complaint&clause=S01-4.2a&seed=a&count=5')).json()
    expect(sample.recordIds).toEqual([complaint.id])
  })

  test('sees reports of the period alone', async () => {
    expect(await code('/api/read/complaint.report?name=quarterly&year=2026&quarter=3')).toEqual([403, 'beyond-sight'])
  })

  test('opens a file while the record holds no health data', async () => {
    const page = (await get(`/api/read/complaint.record?id=${complaint.number}`)).json()
    expect(page.attachments).toHaveLength(1)
  })

  test('has opened a file that he breaks off in the middle', async () => {
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
    const request = httpGet(`${address}/api/attachments/${photograph}`, { headers: { cookie } })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    await once(answer, 'data')
    request.destroy()
    expect(await lines()).toContain(`打开附件 ${photograph}`)
  })
})

describe('a controlled document', () => {
  const input = {
    code: 'QP99',
    titleZh: '投诉处理程序',
    titleEn: 'Handling of complaints',
    kind: 'procedure',
    procedure: 'complaint',
    ownerRole: 'quality',
    label: 'A/0',
    changes: '首次发布',
    effectiveOn: '2026-11-21',
  }
  const { code: number, titleZh: _, titleEn: __, kind: ___, procedure: ____, ownerRole: _____, ...draft } = input
  const next = { ...draft, label: 'A/1', changes: '草拟中的新规定', effectiveOn: '2026-12-01' }
  const seen = async () => (await get(`/api/read/search.all?q=${number}`)).json().length
  const rows = async () => (await get('/api/read/document.ledger')).json().rows as Record<string, unknown>[]
  let on = ''

  test('is not there before its first version is approved', async () => {
    const { does } = server.company
    on = (await does('quality', 'document.register', { input })).record.id
    await does('quality', 'document.submit', { on })
    expect(await code(`/api/read/document.record?id=${on}`)).toEqual([404, 'absent'])
    expect([await seen(), (await rows()).length]).toEqual([0, 0])
    const evidence = '/api/read/evidence.clause?procedure=document&clause=S10-0a'
    expect((await get(evidence)).json().page.proofs.acts).toEqual([])
    expect((await get(evidence, head)).json().page.proofs.acts).toHaveLength(2)
    await does('management-representative', 'document.review', { on, input: {} })
    await does('general-manager', 'document.approve', { on, input: {} })
    server.company.clock.pass(0.01)
    expect([await seen(), (await rows()).length]).toEqual([1, 1])
  })

  test('shows the version in force with its signatures, and nothing of the one that is being written', async () => {
    const { does } = server.company
    const page = () => get(`/api/read/document.record?id=${on}`)
    const before = (await page()).json()
    expect(before.timeline.map((item: { command: string }) => item.command)).toContain('document.submit')
    await does('quality', 'document.revise', { on, input: next })
    await does('quality', 'document.submit', { on })
    const all = [
      page,
      () => get(`/api/read/document.ledger`),
      () => get(`/api/read/document.timeline?id=${on}`),
      () => get(`/api/read/document.versions?id=${on}`),
      () => get(`/api/export/document/record/${on}.json`),
      () => get('/api/read/evidence.clause?procedure=document&clause=S10-0a'),
      () => get('/api/read/evidence.records?procedure=document&clause=S10-0a'),
      () => get('/api/read/evidence.sample?procedure=document&clause=S10-0a&seed=a&count=5'),
    ]
    for (const ask of all) {
      const { statusCode, body } = await ask()
      expect([statusCode, body.includes('A/1'), body.includes('草拟中')]).toEqual([200, false, false])
    }
    const after = (await page()).json()
    expect(after.record.state).toBe('valid')
    expect(after.timeline).toEqual(before.timeline)
    expect(after.signatures).toEqual(before.signatures)
    expect(after.rounds.map((round: { standing: string }) => round.standing)).toEqual(['signed'])
    expect((await get(`/api/read/document.record?id=${on}`, head)).body).toContain('草拟中')
    const printed = await get(`/api/print/document/form/document-approval/${on}`)
    expect(readPdf(printed.rawPayload).pages.join('')).not.toContain('A/1')
    await does('management-representative', 'document.review', { on, input: {} })
    await does('general-manager', 'document.approve', { on, input: {} })
    // approved, and not in force before its day
    expect((await get(`/api/read/document.versions?id=${on}`)).json().versions).toMatchObject([{ label: 'A/0' }])
  })
})

describe('health data', () => {
  beforeAll(async () => {
    const no = ['suspected', 'harmOrPotential', 'death', 'lifeThreatening', 'permanentDamage', 'intervention']
    await server.company.does('quality', 'complaint.screen-adverse-event', {
      on: complaint.id,
      input: {
        ...Object.fromEntries([...no, 'couldRecur', 'cluster'].map(question => [question, 'no'])),
        rationale: '未造成伤害',
        patientNote: PATIENT,
      },
    })
    await sealNow(server.company.kernel)
    fresh()
  })

  test('is masked on the page, and its files are not there', async () => {
    const answer = await get(`/api/read/complaint.record?id=${complaint.number}`)
    expect(answer.body).not.toContain('张某')
    expect(answer.json().record.patientNote).toBe('＊＊＊')
    expect(answer.json().attachments).toEqual([])
    expect((await get(`/api/attachments/${photograph}`)).statusCode).toBe(404)
    expect((await get(`/api/read/complaint.record?id=${complaint.number}`, head)).body).toContain('张某')
  })

  test('is on no print', async () => {
    const meta = (await get('/api/meta/complaint')).json()
    for (const form of meta.forms as readonly { id: string }[]) {
      const printed = await get(`/api/print/complaint/form/${form.id}/${complaint.number}`)
      expect(printed.statusCode).toBe(200)
      expect(readPdf(printed.rawPayload).pages.join('')).not.toContain('张某')
    }
  })

  test('is not in the exported record, whose trail still proves itself', async () => {
    const answer = await get(`/api/export/complaint/record/${complaint.number}.json`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain('张某')
    const exported = answer.json()
    expect(exported.entries.filter((entry: { withheld?: string }) => entry.withheld).length).toBeGreaterThan(0)
    const file = join(folder, 'record.json')
    writeFileSync(file, answer.body)
    const checker = join(import.meta.dirname, '../../../scripts/check-record.mjs')
    expect((await run(process.execPath, [checker, file])).stdout).toContain('without the personal data')
    exported.entries[0].actorName = '别人'
    writeFileSync(file, JSON.stringify(exported))
    await expect(run(process.execPath, [checker, file])).rejects.toThrow('its content was changed')
  })
})

describe('what he opens', () => {
  test('is in the trail, once a minute for the same address, with what was asked', async () => {
    await get(`/api/read/complaint.record?id=${complaint.number}`)
    const told = await lines()
    expect(told.filter(line => line === `查看投诉 ${complaint.number}`)).toHaveLength(1)
    expect(told).toContain('查看台账：投诉（早先）')
    expect(told).toContain(`打印表单：投诉 ${complaint.number}`)
    expect(told).toContain(`导出投诉 ${complaint.number}`)
    expect(told).toContain('查看条款 S01-4.2a（投诉）')
    expect(told).toContain('搜索“TS-2026”')
    expect(told.some(line => line.includes(before.complaint))).toBe(false)
  })

  test('is in the trail whatever stands before it in the address', async () => {
    const padding = '&'.repeat(420)
    for (const search of ['甲处', '乙处'])
      await get(`/api/read/complaint.ledger?${padding}search=${encodeURIComponent(search)}`)
    await get(`/api/read/complaint.timeline?id=${complaint.number}`)
    const told = await lines()
    for (const line of ['查看台账：投诉（甲处）', '查看台账：投诉（乙处）', `查看经过：投诉 ${complaint.number}`])
      expect(told).toContain(line)
  })

  test('is seen by the quality head on the page of the inspection', async () => {
    const page = (await get(`/api/read/inspection.record?id=${inspectionId}`, head)).json()
    const section = page.view.sections.find((item: { title: { en: string } }) => item.title.en.startsWith('What the'))
    expect(section.rows.length).toBeGreaterThan(5)
    const latest = (await get(`/api/read/inspection.opened?id=${inspectionId}`, head)).json()
    expect(latest[0]).toMatchObject({ told: expect.anything(), address: expect.stringContaining('/api/') })
  })

  test('is seen by nobody who does not answer for the inspection, neither on its page nor in print nor in an archive', async () => {
    const keeper = await server.signIn('warehouse')
    const answer = await get(`/api/read/inspection.record?id=${inspectionId}`, keeper)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain('查看台账')
    expect(await code(`/api/read/inspection.opened?id=${inspectionId}`, keeper)).toEqual([403, 'role'])
    const form = `/api/print/inspection/form/inspection/${inspectionId}`
    expect(await code(form, keeper)).toEqual([403, 'guarded'])
    expect((await get(form, head)).statusCode).toBe(200)
    const computerRoom = await server.signIn('computer-room')
    const archive = '/api/archive/inspection.zip?from=2026-11-01&to=2026-11-30'
    expect(await code(archive, computerRoom)).toEqual([403, 'guarded'])
  })

  test('stays unshown while it cannot be written', async () => {
    const { pool } = server.parts
    const { adminPool } = server.company.database
    await pool.query('select 1')
    await adminPool.query(`create function refuse_look() returns trigger language plpgsql as
      $$ begin if new.command = 'inspection.look' then raise exception 'no'; end if; return new; end $$`)
    await adminPool.query(
      'create trigger refuse_look before insert on trail for each row execute function refuse_look()',
    )
    expect((await get('/api/read/complaint.ledger?search=first')).statusCode).toBe(200)
    await lines()
    expect(await code('/api/read/complaint.ledger?search=second')).toEqual([403, 'not-journalled'])
    await adminPool.query('drop trigger refuse_look on trail')
    expect((await get('/api/read/complaint.ledger?search=third')).statusCode).toBe(200)
    expect((await lines()).filter(line => /first|second|third/.test(line))).toEqual([
      '查看台账：投诉（first）',
      '查看台账：投诉（third）',
    ])
  })
})

describe('the sealed export', () => {
  const taken = async (): Promise<Buffer> => {
    const answer = await get(`/api/sealed/inspection/${inspectionId}.zip`, head)
    expect(answer.statusCode).toBe(200)
    return answer.rawPayload
  }
  const checker = join(import.meta.dirname, '../../../scripts/check-archive.mjs')

  test('holds what the inspector may see, and checks itself wherever it is unpacked', async () => {
    const file = join(folder, 'sealed.zip')
    writeFileSync(file, await taken())
    const out = join(folder, 'unpacked')
    const { stdout } = await run(process.execPath, [checker, file, '--out', out])
    expect(stdout).toContain(complaint.number)
    expect(stdout).not.toContain(before.complaint)
    expect(stdout).not.toContain(before.inquiry)
    expect((await run(process.execPath, [join(out, 'check.mjs')])).stdout).toContain('files hold')
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ madeFor: { authority: '省药监局' }, exportedBy: '李红梅' })
    expect(manifest.counts).toMatchObject({ records: 3, withheldEntries: expect.any(Number) })
    expect(manifest.counts.forms).toBeGreaterThan(0)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(complaint.number)
    const record = readFileSync(join(out, `records/${complaint.number}.json`), 'utf8')
    expect(record).not.toContain('张某')
    expect(JSON.parse(record)).toMatchObject({ record: { patientNote: '＊＊＊' }, attachments: [] })
    expect(readFileSync(join(out, 'opened.json'), 'utf8')).toContain('查看投诉')

    const path = join(out, `records/${complaint.number}.json`)
    writeFileSync(path, record.replace('报警停机', '一切正常'))
    await expect(run(process.execPath, [join(out, 'check.mjs')])).rejects.toThrow('it is not the file of the manifest')
    writeFileSync(path, record)
    rmSync(join(out, 'opened.json'))
    await expect(run(process.execPath, [join(out, 'check.mjs')])).rejects.toThrow('it is missing')
  })

  test('is taken by who opened the records, and stands in the trail', async () => {
    const quality = await server.signIn('quality')
    expect(await code(`/api/sealed/inspection/${inspectionId}.zip`, quality)).toEqual([403, 'role'])
    expect(await code(`/api/sealed/inspection/${inspectionId}.zip`)).toEqual([403, 'beyond-sight'])
    const page = (await get(`/api/read/inspection.record?id=${inspectionId}`, head)).json()
    expect(page.timeline[0]).toMatchObject({ command: 'inspection.export', told: { zh: '导出封存包，记录 3 条' } })
  })
})

describe('a report of one thing', () => {
  beforeAll(async () => {
    const { authority: _, purpose: __, inspectors: ___, accountId: ____, validUntil: _____, ...scope } = openInput()
    const input = { ...scope, procedures: ['complaint', 'notice', 'policy-change'], reason: '检查员要求' }
    await server.company.does('quality-head', 'inspection.adjust', { on: inspectionId, input })
    fresh()
  })

  test('is open where its record is', async () => {
    const report = '/api/read/notice.report?name=effectiveness&number=TZ-2026-0099'
    expect(await code(report)).toEqual([404, 'absent'])
    expect((await get(report, head)).statusCode).toBe(200)
  })

  test('is of a day within the period', async () => {
    const report = '/api/read/policy-change.report?name=in-force&on='
    expect(await code(`${report}2026-11-01`)).toEqual([403, 'beyond-sight'])
    expect((await get(`${report}2026-11-21`)).statusCode).toBe(200)
  })
})

describe('the end of its time', () => {
  test('in the middle of a session leaves nothing to see, and the server ends the inspection', async () => {
    server.company.clock.set('2026-11-26T10:00:00.000Z')
    fresh()
    expect(await code('/api/read/complaint.ledger')).toEqual([403, 'no-inspection'])
    expect(await expireInspections(server.parts)).toBe(1)
    expect(await expireInspections(server.parts)).toBe(0)
    const page = (await get(`/api/read/inspection.record?id=${inspectionId}`, head)).json()
    expect(page.record.state).toBe('expired')
  })

  test('the trail of all of it proves genuine', async () => {
    const { kernel, database } = server.company
    const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
    expect(faults.filter(fault => !/^(person|site|party|product|lot|delivery) /.test(fault.at))).toEqual([])
  })
})
