import type { Procedure } from '../kernel/procedure.ts'
import { addDays, addMilliseconds, type Day, dayOf, type Instant } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { policyDocument } from './policy-document.ts'
import { type PlannedStep, type Story, storyOf } from './scheduler.ts'
import type { Stage } from './stage.ts'

const SECONDS = 1_000

/** Numbers that the written procedures carry; the others are numbered through. */
const CODES: Readonly<Record<string, string>> = { complaint: 'QP15' }

/** Who issues what, where it is not quality management. */
const OWNERS: Readonly<Record<string, string>> = {
  inquiry: 'service-head',
  return: 'after-sales-head',
  shipment: 'warehouse-head',
  warehouse: 'warehouse-head',
  lot: 'warehouse-head',
  person: 'administrator',
  'calendar-year': 'administrator',
  document: 'administrator',
}

/** Everybody who gets the complaint procedure, in the order of reading. */
const ISSUED_TO = [
  'quality',
  'service-desk',
  'case-handler',
  'after-sales-head',
  'quality-2',
  'service-desk-2',
  'case-handler-2',
] as const

/** Linked documents and standards. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  complaint: [
    'GB/T 42061-2022 医疗器械 质量管理体系',
    '医疗器械经营质量管理规范（2023年第153号）',
    'ZRK-QP-02 用户服务',
  ],
  shipment: ['医疗器械经营质量管理规范（2023年第153号）第八章'],
}

/** Compiles, reviews and approves the draft of a document: three people, a few seconds apart. */
const signed = (stage: Stage, on: () => string, at: Instant, note?: string): PlannedStep[] => [
  { at, act: () => stage.does('quality', 'document.submit', { on: on() }) },
  {
    at: addMilliseconds(at, 3 * SECONDS),
    act: () => stage.does('management-representative', 'document.review', { on: on(), input: note ? { note } : {} }),
  },
  {
    at: addMilliseconds(at, 6 * SECONDS),
    act: () => stage.does('general-manager', 'document.approve', { on: on(), input: {} }),
  },
]

/**
 * The documents of the running procedures, approved before the first record is made; two revisions of the complaint procedure, of
 * which the second is still to come; the quality policy, which the service staff has read.
 */
export function documentStories(today: Today, begun: Instant): Story[] {
  const { stage, office, now } = today
  const { zone, registry } = stage.kernel
  const ids = new Map<string, string>()
  const idOf = (name: string) => (): string => {
    const id = ids.get(name)
    if (!id) throw new Error(`the document of ${name} is not registered yet`)
    return id
  }
  const registered = (
    name: string,
    at: Instant,
    input: object,
    files: () => Promise<readonly string[]> = async () => [],
  ): PlannedStep[] => [
    {
      at,
      act: async () => {
        const entered = { ...input, files: await files() }
        ids.set(name, (await stage.does('quality', 'document.register', { input: entered })).id)
      },
    },
    ...signed(stage, idOf(name), addMilliseconds(at, SECONDS)),
  ]
  const first = dayOf(begun, zone)
  const documents = registry.procedures.map((procedure, i) =>
    storyOf(
      registered(procedure.name, addMilliseconds(begun, (60 + i * 12) * SECONDS), described(procedure, i, first)),
    ),
  )
  const policy = office.on(addDays(first, 20))
  return [
    ...documents,
    storyOf([
      ...registered(
        'policy-statement',
        policy,
        {
          code: 'ZRK-QM-01',
          titleZh: '售后服务质量方针',
          titleEn: 'After-sales quality policy',
          kind: 'policy-statement',
          ownerRole: 'management-representative',
          label: 'A/0',
          changes: '首次发布：及时响应、查明原因、如实记录、持续改进',
          effectiveOn: dayOf(policy, zone),
        },
        async () => [
          await policyDocument(today, 'quality', {
            code: 'ZRK-QM-01',
            title: '售后服务质量方针',
            label: 'A/0',
            effectiveOn: dayOf(policy, zone),
          }),
        ],
      ),
      {
        at: office.after(policy, 1),
        act: () =>
          stage.does('quality', 'document.distribute', {
            on: idOf('policy-statement')(),
            input: { roles: ['service-desk', 'after-sales', 'quality-inspector'] },
          }),
      },
      ...['service-desk', 'after-sales', 'quality-inspector', 'service-desk-2', 'quality-inspector-2'].map(
        (reader, i) => ({
          at: office.after(policy, 20 + i * 4),
          act: () => stage.does(reader, 'document.acknowledge', { on: idOf('policy-statement')() }),
        }),
      ),
    ]),
    storyOf(revisions(today, idOf('complaint'), { first, now })),
  ]
}

/** What is registered for the document of a procedure. */
const described = ({ name, title, source }: Procedure, i: number, first: Day) => ({
  code: CODES[name] ?? `ZRK-QP-${String(i + 1).padStart(2, '0')}`,
  titleZh: source.length > 0 && name === 'complaint' ? '顾客反馈和投诉控制程序' : `${title.zh}程序`,
  titleEn: name === 'complaint' ? 'Customer feedback and complaint control' : title.en,
  kind: 'procedure',
  ownerRole: OWNERS[name] ?? 'quality',
  procedure: name,
  refersTo: REFERENCES[name] ?? [],
  label: 'A/0',
  changes: '首次发布，自系统启用之日起执行',
  effectiveOn: first,
})

/** The complaint procedure after the day of the quarterly sheet was moved, and its next version, which begins in two weeks. */
function revisions(
  { stage, office }: Today,
  on: () => string,
  { first, now }: { readonly first: Day; readonly now: Instant },
): PlannedStep[] {
  const { zone } = stage.kernel
  const revised = office.on(addDays(first, 105))
  const issued = office.after(revised, 2)
  const coming = office.after(addMilliseconds(now, -96 * 3_600 * SECONDS), 0)
  const draft = (at: Instant, label: string, changes: string, effectiveOn: Day): PlannedStep => ({
    at,
    act: () => stage.does('quality', 'document.revise', { on: on(), input: { label, changes, effectiveOn } }),
  })
  return [
    draft(revised, 'A/1', '季度投诉情况表的上报日由 5 日改为 8 日，与参数变更一致', dayOf(revised, zone)),
    ...signed(stage, on, addMilliseconds(revised, 60 * SECONDS), '与现行参数一致'),
    {
      at: issued,
      act: () =>
        stage.does('quality', 'document.distribute', {
          on: on(),
          input: { roles: ['quality', 'service-desk', 'case-handler', 'after-sales-head'] },
        }),
    },
    ...ISSUED_TO.map((reader, i) => ({
      at: office.after(issued, 4 + i * 5),
      act: () => stage.does(reader, 'document.acknowledge', { on: on() }),
    })),
    draft(coming, 'A/2', '依据 GB/T 42061-2022 更新引用标准，明确投诉与反馈的界限', addDays(dayOf(now, zone), 14)),
    ...signed(stage, on, addMilliseconds(coming, 60 * SECONDS)),
  ]
}
