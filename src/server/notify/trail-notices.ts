import type { DeadlineRow } from '../../kernel/deadline.ts'
import { localTime } from '../../kernel/explain.ts'
import type { Json } from '../../kernel/json.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { RecordBase } from '../../kernel/record.ts'
import type { SignOffRow } from '../../kernel/sign-off.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import type { TrailEntry } from '../../kernel/trail.ts'
import type { Write } from '../../kernel/write.ts'
import type { Notice } from './notice.ts'
import { classOfClock, classOfWork, namesHarm } from './notice-class.ts'

/** An accepted step, of which the body is known. */
export type Step = Pick<
  TrailEntry,
  'seq' | 'at' | 'procedure' | 'recordId' | 'command' | 'version' | 'actorId' | 'via'
> & {
  readonly body: Readonly<Record<string, Json>>
}

/** What the steps wrote, as it stands now: what is settled meanwhile needs no telling. */
export interface Around {
  readonly records: ReadonlyMap<string, RecordBase>
  /** Clocks by id that are still open. */
  readonly clocks: ReadonlyMap<string, DeadlineRow>
  /** Signatures by id that are still asked. */
  readonly signOffs: ReadonlyMap<string, SignOffRow>
  /** Owners of the open clocks of each record. */
  readonly ownersOf: ReadonlyMap<string, readonly Pick<DeadlineRow, 'ownerId' | 'ownerRole'>[]>
}

/** The rows of a table that a step wrote. */
export const writtenTo = (step: Step, table: string): readonly Write[] =>
  ((step.body.writes ?? []) as unknown as readonly Write[]).filter(write => write.table === table)

/** Everything that people are told because of these steps; changes of one record are told together. */
export function noticesOf(kernel: Pick<Kernel, 'registry' | 'zone'>, steps: readonly Step[], around: Around): Notice[] {
  const known = steps.flatMap(step => {
    const record = step.recordId === null ? undefined : around.records.get(step.recordId)
    if (!record || !kernel.registry.has(step.procedure)) return []
    return [{ step, record, procedure: kernel.registry.procedure(step.procedure) }]
  })
  return [
    ...known.flatMap(each => [
      ...harmOf(each),
      ...openedOf(kernel, each, around),
      ...signaturesOf(each, around),
      ...answeredOf(each, around),
      ...specialOf(each),
    ]),
    ...changedOf(known, around),
  ]
}

interface Known {
  readonly step: Step
  readonly record: RecordBase
  readonly procedure: Procedure
}

const named = ({ procedure, record }: Known): Text =>
  text(`${procedure.noun.zh} ${record.number}`, `${procedure.noun.en} ${record.number}`)

const base = ({ step, record, procedure }: Known) => ({
  at: step.at,
  procedure: procedure.name,
  recordId: record.id,
  number: record.number,
})

/** The name at the beginning of an English sentence. */
const first = (known: Known): string => named(known).en.replace(/^./, letter => letter.toUpperCase())

const titleOfStep = ({ step }: Known): Text =>
  (step.body.title as unknown as Text | undefined) ?? text('更新', 'an update')

/** A record that names an injury or a death now, told once, whatever clocks it has. */
const harmOf = (known: Known): Notice[] => {
  const { harm, table } = known.procedure.record
  const wrote = writtenTo(known.step, table).some(write =>
    harm?.columns.some(column => column in ('insert' in write ? write.insert : write.set)),
  )
  if (!harm || !wrote || !namesHarm(known)) return []
  return [
    {
      ...base(known),
      id: `harm:${known.record.id}`,
      class: 'safety',
      kind: 'safety.named',
      sentence: text(
        `${named(known).zh} 涉及人员伤害或死亡，请立即查看并筛查不良事件`,
        `${first(known)} names an injury or a death: look at it now and screen it for an adverse event`,
      ),
      to: {
        siteId: known.record.siteId,
        roles: harm.tells,
        instead: ['general-manager'],
        except: known.step.actorId,
      },
    },
  ]
}

/** Clocks of signatures are told by the signature itself. */
const SIGN_OFF = 'sign-off-'

/** Clocks that were opened for somebody, or handed to him. */
function openedOf({ zone }: Pick<Kernel, 'zone'>, known: Known, { clocks }: Around): Notice[] {
  const opened = writtenTo(known.step, 'deadline').flatMap(write => {
    const clock = clocks.get(write.id)
    const concerns = 'insert' in write || 'ownerId' in write.set || 'ownerRole' in write.set
    return clock && concerns && !clock.name.startsWith(SIGN_OFF) ? [clock] : []
  })
  const owned = Map.groupBy(opened, clock => clock.ownerId ?? clock.ownerRole)
  return [...owned].map(([owner, list]): Notice => {
    const declared = list.map(clock => known.procedure.deadlines.find(item => item.name === clock.name))
    const rules = declared.map(item => classOfClock(known, item?.rule))
    const works = list.map((clock, i) => {
      const title = declared[i]?.title ?? text(clock.name, clock.name)
      const due = localTime(clock.dueAt, zone)
      return text(`${title.zh}（${due} 到期）`, `${title.en} (due ${due})`)
    })
    const [clock] = list
    const up = declared.flatMap(item => (item ? [item.escalatesTo] : []))
    const { zh, en } = joinText(works)
    return {
      ...base(known),
      id: `opened:${known.step.seq}:${owner}`,
      class: rules.includes('safety') ? 'safety' : 'work',
      kind: 'work.opened',
      sentence: text(`${named(known).zh} 待您办理：${zh}`, `${first(known)} waits for you: ${en}`),
      to: {
        siteId: known.record.siteId,
        ...(clock?.ownerId ? { people: [clock.ownerId], instead: [clock.ownerRole] } : { roles: [owner], instead: up }),
        except: known.step.actorId,
      },
      asks: { clocks: list.map(item => item.id), owner },
    }
  })
}

/** Signatures that were asked. */
const signaturesOf = (known: Known, { signOffs }: Around): Notice[] =>
  writtenTo(known.step, 'sign_off').flatMap((write): Notice[] => {
    const row = signOffs.get(write.id)
    const outcome = 'insert' in write ? write.insert.outcome : write.set.outcome
    const chain = known.procedure.chains.find(item => item.name === row?.chain)
    if (!row || !chain || outcome !== 'pending') return []
    return [
      {
        ...base(known),
        id: `sign:${row.id}:${row.turn ?? 1}`,
        class: classOfWork(known),
        kind: 'signature.asked',
        sentence: text(
          `${named(known).zh} 的“${chain.title.zh}”待您签字`,
          `"${chain.title.en}" of ${named(known).en} waits for your signature`,
        ),
        to: { siteId: known.record.siteId, roles: row.byRoles, instead: [chain.escalatesTo] },
        asks: { signOff: row.id },
      },
    ]
  })

/** Somebody outside answered by his link. */
const answeredOf = (known: Known, { ownersOf }: Around): Notice[] => {
  if (known.step.via !== 'link') return []
  const owners = ownersOf.get(known.record.id) ?? []
  const step = titleOfStep(known)
  return [
    {
      ...base(known),
      id: `answered:${known.step.seq}`,
      class: classOfWork(known),
      kind: 'record.answered',
      sentence: text(
        `外部单位通过链接办理了 ${named(known).zh} 的“${step.zh}”`,
        `A party outside took the step "${step.en}" of ${named(known).en} by its link`,
      ),
      to: {
        siteId: known.record.siteId,
        people: [known.record.createdBy, ...owners.flatMap(({ ownerId }) => (ownerId ? [ownerId] : []))],
        roles: [...new Set(owners.flatMap(({ ownerId, ownerRole }) => (ownerId ? [] : [ownerRole])))],
      },
    },
  ]
}

/** Steps that always concern somebody besides the owner of a clock. */
const specialOf = (known: Known): Notice[] => {
  const { step, record } = known
  const row = record as unknown as Readonly<Record<string, unknown>>
  const { siteId } = record
  switch (step.command) {
    case 'periodic-report.file': {
      const roles = (row.readers as readonly string[] | undefined) ?? []
      if (roles.length === 0) return []
      return [
        {
          ...base(known),
          id: `report:${record.id}`,
          class: 'work',
          kind: 'report.filed',
          sentence: text(`${named(known).zh} 已归档，请查阅并确认已阅`, `${first(known)} is filed: read it and say so`),
          to: { siteId, roles, except: step.actorId },
        },
      ]
    }
    case 'message.mark-failed':
      return [
        {
          ...base(known),
          id: `letter:${record.id}:${step.seq}`,
          class: 'work',
          kind: 'letter.failed',
          sentence: text(
            `${named(known).zh} 未送达，请更正后重发或打印送达`,
            `${first(known)} was not delivered: mend it and send it again, or print and bring it`,
          ),
          to: { siteId, roles: [String(row.keeper)], people: [record.createdBy] },
          asks: { state: 'failed' },
        },
      ]
    case 'channel.mark-failing':
      return [
        {
          ...base(known),
          id: `channel:${record.id}:${step.seq}`,
          class: 'work',
          kind: 'channel.failing',
          sentence: text(`${named(known).zh} 发送失败，请检查设置`, `${first(known)} fails: check its settings`),
          to: { siteId, roles: ['administrator', 'quality-head'] },
          asks: { state: 'failing' },
        },
      ]
    case 'channel.test':
      return [
        {
          ...base(known),
          id: `test:${record.id}:${step.seq}`,
          class: 'work',
          kind: 'channel.test',
          sentence: text('这是一条测试消息：通知可以送到这里', 'This is a test message: notifications arrive here'),
          to: { siteId, channel: record.id },
        },
      ]
    default:
      return []
  }
}

/** Changes of a record that somebody else made, told to whoever it belongs to; those found together are told together. */
function changedOf(all: readonly Known[], { ownersOf }: Around): Notice[] {
  const changes = all.filter(
    ({ step, procedure }) =>
      (step.version ?? 1) > 1 &&
      step.via !== 'link' &&
      // the work that the system found is told by its clock
      !(step.via === 'system' && writtenTo(step, 'deadline').length > 0) &&
      // what is looked after all day long is no news, a signature on it is
      (procedure.group !== 'administration' || writtenTo(step, 'sign_off').length > 0) &&
      !step.command.startsWith('kernel.'),
  )
  return [...Map.groupBy(changes, ({ record }) => record.id)].flatMap(([recordId, list]): Notice[] => {
    const last = list.at(-1)
    if (!last) return []
    const owners = (ownersOf.get(recordId) ?? []).flatMap(({ ownerId }) => (ownerId ? [ownerId] : []))
    const mine = [...new Set([last.record.createdBy, ...owners])]
    const actors = new Set(list.map(({ step }) => step.actorId))
    // whoever took all of these steps himself knows them
    const people = mine.filter(id => actors.size > 1 || !actors.has(id))
    if (people.length === 0) return []
    const steps = joinText([...new Map(list.map(item => [item.step.command, titleOfStep(item)])).values()])
    return [
      {
        ...base(last),
        id: `changed:${recordId}:${last.step.seq}`,
        class: 'news',
        kind: 'record.changed',
        sentence: text(`${named(last).zh} 有新进展：${steps.zh}`, `${first(last)} moved on: ${steps.en}`),
        to: { siteId: last.record.siteId, people },
      },
    ]
  })
}
