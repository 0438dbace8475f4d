import { addDays, addMilliseconds, dayOf, HOUR, type Instant } from '../kernel/time.ts'
import type { DeliveryRow } from '../vocabulary/delivery.ts'
import { localityOf } from '../vocabulary/party.ts'
import { complaintCase } from './complaint-case.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import { finishedComplaint } from './complaint-story.ts'
import { subjectFor, type Today, textTitled } from './complaint-today.ts'
import type { Subject } from './subject.ts'
import { chance } from './world/chance.ts'
import { site } from './world/company.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'

/** What the hospital reports today. */
const alarm: ComplaintText = {
  ...textTitled('输液泵频繁误报气泡'),
  title: '输液泵开机报警 E21，无法输液',
  description: '开机自检后报警 E12，更换电源仍报警，已停用并换备机，患者无伤害。',
  request: '尽快派人检测，如确有问题更换',
  defect: 'reliability',
  urgent: true,
  severity: 'S2',
  safety: { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'yes', functionLost: 'yes' },
  cause: 'manufacturing',
  finding: 'defect',
  findingNote: '主板电压检测回路虚焊，开机自检不通过；同批备机震动后复现。',
  responsibility: 'manufacturer',
  opinion: '判定不合格，更换主板并复测；同批在库产品逐台通电自检后再放行，向生产企业发质量查询。',
  reply: '经检测，该泵主板存在虚焊，已更换并复测合格。同批设备将逐台检查，请放心使用。',
  contactNotes: [
    '电话联系护士长：故障泵已停用挂牌，患者用备机输液，情况平稳。约定今日到场。',
    '告知检测安排与预计到场时间。',
    '更换完成，现场自检三次通过。',
  ],
  satisfaction: 'satisfied',
}

/**
 * One lot of infusion pumps of which several fail within a month: a complaint that is done, one that came in twice and was
 * merged, one that waits for its countersignature, and the one of today.
 */
export function pumpCluster(today: Today): ComplaintCase[] {
  const { stage, world, now, office } = today
  const { zone } = stage.kernel
  const local = new Set(
    world.parties
      .filter(party => localityOf(party, site) === 'local' && party.customerKind === 'hospital')
      .map(party => party.id),
  )
  const pumps = new Set(world.products.filter(product => product.name === '输液泵').map(product => product.id))
  const buyers = Map.groupBy(
    world.deliveries.filter(row => pumps.has(row.productId) && row.deliveredOn < addDays(dayOf(now, zone), -45)),
    row => row.lotId,
  )
  const isLocal = (row: DeliveryRow): boolean => local.has(row.partyId)
  const inOrder = [...buyers.values()].sort(
    (a, b) =>
      Number(b.some(isLocal)) - Number(a.some(isLocal)) ||
      b.length - a.length ||
      (a[0]?.lotId ?? '').localeCompare(b[0]?.lotId ?? ''),
  )
  const rows = inOrder[0] ?? []
  const first = rows.find(isLocal) ?? rows[0]
  if (!first) return []
  const subject = (row: DeliveryRow, text: ComplaintText, seed: string): Subject => {
    const party = world.parties.find(item => item.id === row.partyId)
    const product = world.products.find(item => item.id === row.productId)
    if (!party || !product) throw new Error(`delivery ${row.number} has no party or product`)
    const lot = world.lots.find(item => item.id === row.lotId) ?? null
    const maker = world.parties.find(item => item.id === product.manufacturerId) ?? null
    const base: Subject = {
      text,
      party,
      ward: '重症医学科',
      product,
      lot,
      delivery: row,
      maker,
      quantity: 1,
      local: local.has(party.id),
      luck: chance(`pump ${seed}`),
    }
    return subjectFor(world, text, dayOf(now, zone), seed, { sameAs: base })
  }
  const others = rows.filter(row => row.partyId !== first.partyId)
  const other = (index: number) => others[index % Math.max(1, others.length)] ?? first
  const daysAgo = (days: number): Instant => office.on(addDays(dayOf(now, zone), -days))
  const earlier: ComplaintText = {
    ...alarm,
    title: '输液泵使用中黑屏自动重启',
    description: '输液过程中屏幕黑掉后自动重启，重启后报警 E21，换备机后继续输液，患者无伤害。',
    contactNotes: ['联系设备科，确认已停用，备机足够。', '告知检测结果与更换安排。', '更换主板后测试合格。'],
  }
  const [firstDay, secondDay] = [daysAgo(27), daysAgo(17)]
  const done = finishedComplaint(today, subject(other(0), earlier, 'earlier'), firstDay)
  const twice = finishedComplaint(
    today,
    subject(other(1), { ...alarm, description: alarm.description.replace('E12', 'E21') }, 'twice'),
    secondDay,
    { capa: true },
  )
  const waiting = signatureAwaited(
    today,
    subject(other(2), { ...earlier, title: '输液泵运行中报警 E21 停机' }, 'waiting'),
  )
  return [done, twice, againOf(today, twice, secondDay), waiting, alarmOfToday(today, subject(first, alarm, 'today'))]
}

/** The ward calls about the pump after the equipment department did: merged. */
function againOf({ stage, known }: Today, complaint: ComplaintCase, receivedAt: Instant): ComplaintCase {
  const twin = complaintCase(stage, known, { ...complaint.subject, luck: chance('pump again') })
  const at = addMilliseconds(receivedAt, 4.5 * HOUR)
  twin.open(at, { by: 'service-desk-2' })
  twin.step(addMilliseconds(at, HOUR / 2), 'service-head', 'merge', () => ({
    into: complaint.id(),
    reason: '设备科与科室先后来电，同一台设备同一故障，合并办理',
  }))
  return twin
}

/** Verified, solved for the ward by a spare pump; the opinion waits for the quality head. */
function signatureAwaited({ stage, known, now, office }: Today, subject: Subject): ComplaintCase {
  const complaint = complaintCase(stage, known, subject)
  const receivedAt = office.ago(now, 44, 62)
  const share = (part: number): Instant =>
    office.ago(addMilliseconds(receivedAt, (Date.parse(now) - Date.parse(receivedAt)) * part), 0, 9)
  const after = (hours: number): Instant => addMilliseconds(receivedAt, hours * HOUR)
  complaint.open(after(0.1), { receivedAt })
  complaint.accept(after(0.3))
  complaint.contact(after(0.9))
  complaint.screen(after(1.2), 'not-reportable')
  complaint.notify(after(1.6))
  complaint.dispatch(after(2.1))
  complaint.contact(share(0.5))
  complaint.verify(share(0.62))
  complaint.sample(addMilliseconds(share(0.62), 40 * 60_000))
  complaint.settleHold(addMilliseconds(share(0.72), 50 * 60_000))
  complaint.opinion(addMilliseconds(share(0.9), 45 * 60_000))
  return complaint
}

/** Contact met, verification and opinion running; a struck code, a refused attempt, an event that waits for its decider. */
function alarmOfToday({ stage, known, now, office }: Today, subject: Subject): ComplaintCase {
  const complaint = complaintCase(stage, known, subject)
  const receivedAt = office.ago(now, 4.5, 18)
  const after = (minutes: number): Instant => addMilliseconds(receivedAt, (minutes / 60) * HOUR)
  const caller = { contactPerson: '张敏（护士长）', phone: '14237102210', channel: 'telephone' }
  complaint.open(after(2), { receivedAt, input: () => caller })
  complaint.accept(after(14))
  complaint.keepHold(after(24), 'hung', { after: (at, hours) => addMilliseconds(at, hours * HOUR) })
  complaint.contact(after(72), 0)
  complaint.step(after(83), 'service-desk', 'correct', {
    description: subject.text.description.replace('E12', 'E21'),
    reason: '客户复述时更正，登记时听错代码',
  })
  complaint.screen(after(110), 'undecided')
  complaint.attempt(after(140), 'service-desk', 'close', { hazardRemoved: true })
  complaint.notify(after(165))
  complaint.attempt(after(190), 'quality', 'give-opinion', {
    opinion: subject.text.opinion,
    causeCategory: 'unknown',
    cause: '尚未到场检测',
  })
  return complaint
}
