import { addDays, addMilliseconds, type Day, dayOf, endOfDay, HOUR, type Instant } from '../kernel/time.ts'
import { complaintCase } from './complaint-case.ts'
import { type Planning, screenOf } from './complaint-course.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import type { Screened } from './complaint-wording.ts'
import type { HoldGoal } from './hold-keeper.ts'
import { earlier } from './office-hours.ts'
import { type Subject, type SubjectWish, subjectOf } from './subject.ts'
import { complaintTexts } from './world/complaint-texts.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'
import type { DemoWorld } from './world/world.ts'

/** What the open complaints are planned with: the real time up to which the story goes. */
export interface Today extends Planning {
  readonly world: DemoWorld
  readonly now: Instant
  /** Keeps the content of a file under its hash; where the demo has no folder for files, nothing does. */
  readonly keep?: KeepFile
}

/** Keeps a file's content under its SHA-256. */
export type KeepFile = (sha256: string, content: Uint8Array) => Promise<void>

/** How far an open complaint has come; each stage includes those before it. */
type Reached =
  | 'registered'
  | 'accepted'
  | 'contacted'
  | 'dispatched'
  | 'verified'
  | 'given'
  | 'declined'
  | 'decided'
  | 'solved'
  | 'answered'

interface OpenWish extends SubjectWish {
  /** Part of the title of its text. */
  readonly title: string
  /** Hours since receipt: exactly, or about, where no clock depends on it and office hours matter more. */
  readonly age: number
  readonly about?: boolean
  readonly reached: Reached
  readonly screen?: Screened | 'none'
  /** Hours before now at which the last contact took place, for urgent ones. */
  readonly lastContact?: number
  readonly interim?: boolean
  readonly urgent?: boolean
}

const STAGES: readonly Reached[] = [
  'registered',
  'accepted',
  'contacted',
  'dispatched',
  'verified',
  'given',
  'declined',
  'decided',
  'solved',
  'answered',
]

/** Complaints that are open now, so planned that some clocks are late, some run out today, and most later. */
export function openComplaints(today: Today): ComplaintCase[] {
  const { now } = today
  const { zone } = today.stage.kernel
  const tonight = addMilliseconds(endOfDay(dayOf(now, zone), zone), -15 * 60_000)
  const soon = (hours: number): Instant => earlier(addMilliseconds(now, hours * HOUR), tonight)
  const left = (hours: number): number => (Date.parse(soon(hours)) - Date.parse(now)) / HOUR
  const cases: ComplaintCase[] = []
  const add = (wish: OpenWish): ComplaintCase => {
    const made = openComplaint(today, wish, `open ${cases.length}`)
    cases.push(made)
    return made
  }
  const general = { urgent: false } as const

  // Late by 40 minutes to 2 hours.
  add({ title: '引流袋接口渗漏', local: true, age: 24.67, reached: 'contacted', ...general })
  add({ title: '纱布敷料包装破损', age: 25.2, reached: 'accepted', ...general })
  add({ title: '口罩耳带一拉就断', local: false, age: 73.6, reached: 'verified', ...general })
  const promised = add({ title: '维修报价前后不一致', age: 50, reached: 'contacted', ...general })
  promised.assign(ago(now, 46), ago(now, 44), ago(now, 2))

  // Due today: verification, opinion, promises, an action, and the daily contact of urgent ones.
  add({ title: '皮肤缝合器卡钉', local: true, age: 24 - left(2), reached: 'contacted', ...general })
  add({ title: '一次性心电电极粘不牢', local: true, age: 72 - left(4), reached: 'verified', ...general })
  const installing = add({ title: '安装后墙面打孔未修补', age: 28, reached: 'contacted', ...general })
  installing.assign(ago(now, 25), ago(now, 23.5), soon(3))
  const papers = add({ title: '随货资料不全', age: 29, reached: 'contacted', ...general })
  papers.assign(ago(now, 26), ago(now, 22), soon(5.5))
  add({ title: '监护仪血氧无波形', local: true, age: 30, reached: 'dispatched', lastContact: 26, urgent: true })
  add({ title: '气床垫不充气', age: 53, reached: 'verified', lastContact: 23, urgent: true })
  const acting = add({ title: '锁定螺钉拧入后滑丝', local: false, age: 98, reached: 'decided', ...general })
  acting.capa(ago(now, 60), dayOf(now, zone), null)

  // Later this week.
  add({ title: '查询批号', age: 1.4, reached: 'accepted' })
  add({ title: '胎儿监护仪打印纸卡纸', age: 0.6, reached: 'registered', ...general })
  add({ title: '指夹血氧仪与监护仪差', age: 2.3, reached: 'registered', ...general })
  add({ title: '售后电话打不通', age: 3.2, reached: 'accepted', screen: 'none' })
  add({ title: '输液时滴速上不去', local: false, age: 44, about: true, reached: 'dispatched', ...general })
  add({ title: '注射器刻度印刷模糊', local: true, age: 46, about: true, reached: 'given', ...general })
  add({ title: '导管包缺件', local: false, age: 66, about: true, reached: 'given', ...general })
  add({ title: '电动床背板升不起来', local: true, age: 64, about: true, reached: 'declined', ...general })
  add({
    title: '针线连接处脱落',
    local: false,
    age: 95,
    about: true,
    reached: 'decided',
    screen: 'could-be-serious',
    interim: true,
    ...general,
  })
  add({ title: '胰岛素笔针头注射时漏药', age: 100, about: true, reached: 'solved', ...general })
  add({ title: '采血针帽拧不下来', age: 122, about: true, reached: 'answered', ...general })
  add({ title: '藻酸盐敷料有效期标错', local: true, age: 128, about: true, reached: 'answered', ...general })
  add({
    title: '血压计测值比水银柱高',
    consumer: true,
    age: 26,
    about: true,
    reached: 'contacted',
    more: { kind: 'consumer-return' },
    ...general,
  })
  add({
    title: '监管部门通报外省同品种灼伤',
    age: 75,
    about: true,
    reached: 'verified',
    screen: 'could-be-serious',
    interim: true,
    ...general,
  })
  const improving = add({
    title: '转运呼吸机氧气接口漏气',
    age: 101,
    about: true,
    reached: 'solved',
    screen: 'could-be-serious',
    ...general,
  })
  improving.capa(ago(now, 70), addDays(dayOf(now, zone), 6), null)
  return cases
}

const ago = (now: Instant, hours: number): Instant => addMilliseconds(now, -hours * HOUR)

/** The text whose title begins so. @throws Error when there is none */
export function textTitled(title: string): ComplaintText {
  const found = complaintTexts.find(text => text.title.startsWith(title))
  if (!found) throw new Error(`no complaint text is called ${title}`)
  return found
}

/** A subject for the text; a wish that nobody fulfils is given up first. @throws Error when nobody can tell it */
export function subjectFor(world: DemoWorld, text: ComplaintText, day: Day, seed: string, wish: SubjectWish): Subject {
  const { local: _, ...anywhere } = wish
  const { consumer: __, ...anybody } = anywhere
  const found =
    subjectOf(world, text, day, seed, wish) ??
    subjectOf(world, text, day, seed, anywhere) ??
    subjectOf(world, text, day, seed, { ...anybody, somehow: true })
  if (!found) throw new Error(`nobody of the demo company can tell: ${text.title}`)
  return found
}

function openComplaint(today: Today, wish: OpenWish, seed: string): ComplaintCase {
  const { stage, known, world, now } = today
  const original = textTitled(wish.title)
  const more = { ...wish.more, ...(wish.urgent !== undefined && { urgent: wish.urgent }) }
  const receivedAt = wish.about ? today.office.ago(now, wish.age * 0.75, wish.age * 1.02) : ago(now, wish.age)
  const subject = subjectFor(world, original, dayOf(receivedAt, stage.kernel.zone), seed, { ...wish, more })
  const complaint = complaintCase(stage, known, subject)
  const { text } = subject
  const reached = (stageReached: Reached): boolean => STAGES.indexOf(wish.reached) >= STAGES.indexOf(stageReached)
  // The steps share the time since receipt: the first ones come soon, the last one not long ago.
  const age = Date.parse(now) - Date.parse(receivedAt)
  const whenever = (part: number): Instant => addMilliseconds(receivedAt, age * part)
  let last = receivedAt
  // In office hours where that keeps the order.
  const share = (part: number): Instant => {
    const wished = whenever(part)
    const daylight = today.office.ago(wished, 0, 13.5)
    last = daylight > addMilliseconds(last, 6 * 60_000) ? daylight : wished
    return last
  }
  const within = (hours: number, part: number): Instant =>
    earlier(addMilliseconds(receivedAt, hours * HOUR), whenever(part))
  complaint.open(within(0.12, 0.3), { receivedAt })
  if (reached('accepted')) complaint.accept(within(0.6, 0.5))
  const screen = wish.screen ?? (screenOf(text) === 'undecided' ? 'not-reportable' : screenOf(text))
  if (reached('accepted') && screen !== 'none') complaint.screen(within(3.1, 0.7), screen)
  const quality = text.kind === 'quality' || text.kind === 'accident-notice'
  if (reached('accepted') && quality) complaint.notify(within(3.6, 0.75))
  // Not in office hours: the age of the complaint is what matters here.
  const soonAfter = { after: (at: Instant, hours: number) => addMilliseconds(at, hours * 6 * 60_000) }
  const keepHold = (at: Instant, goal: HoldGoal): void => {
    if (quality) complaint.keepHold(at, goal, soonAfter)
  }
  keepHold(within(0.8, 0.55), 'hung')
  if (!reached('verified') && wish.age > 20) keepHold(within(5.2, 0.85), 'freed')
  if (!reached('contacted')) return complaint
  if (text.kind === 'service') complaint.apologise(within(0.9, 0.55))
  complaint.contact(within(1.3, 0.6))
  if (wish.lastContact !== undefined) complaint.contact(ago(now, wish.lastContact))
  if (!reached('dispatched')) return complaint
  complaint.dispatch(within(4.2, 0.8))
  if (!reached('verified')) return complaint
  complaint.verify(share(0.42))
  complaint.sample(share(0.48))
  keepHold(share(0.5), reached('given') ? 'freed' : 'signed')
  if (wish.interim) complaint.interim(share(0.53))
  if (!reached('given')) return complaint
  complaint.opinion(share(0.6))
  if (wish.reached === 'declined') complaint.countersign(share(0.8), '处置意见未写明同批在库产品的处理方式，请补充。')
  if (!reached('decided')) return complaint
  complaint.countersign(share(0.68))
  const proposed = share(0.7)
  complaint.responsibility(proposed, share(0.74))
  if (!reached('solved')) return complaint
  complaint.solve(share(0.8))
  if (!reached('answered')) return complaint
  complaint.reply(share(0.88))
  return complaint
}
