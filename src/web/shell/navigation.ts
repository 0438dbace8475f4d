import { type Text, text } from '../../kernel/text.ts'
import type { Meta } from '../answers.ts'

/** A place in the navigation. */
interface Place {
  readonly to: string
  readonly title: Text
  /** Procedure whose open records are counted beside it. */
  readonly counts?: string
  /** Procedures whose registers it takes the place of. */
  readonly shows?: readonly string[]
  /** Roles that may see it; everyone when absent. */
  readonly by?: readonly string[]
}

/** Places under one heading. */
export interface PlaceGroup {
  readonly id: string
  readonly title: Text
  readonly places: readonly Place[]
  /** Shown on request only. */
  readonly folded?: boolean
}

const GROUPS: readonly { readonly id: Meta['procedures'][number]['group']; readonly title: Text }[] = [
  { id: 'after-sales', title: text('售后', 'After-sales') },
  { id: 'quality', title: text('质量', 'Quality') },
  { id: 'flow', title: text('流通', 'Flow of goods') },
  { id: 'oversight', title: text('监督', 'Oversight') },
  { id: 'administration', title: text('设置', 'Settings') },
]

/** Screens that belong to no single procedure. */
const SCREENS: Readonly<Record<string, readonly Place[]>> = {
  flow: [
    { to: '/trace', title: text('追溯', 'Trace') },
    { to: '/stock', title: text('库存', 'Stock') },
    {
      to: '/stores',
      title: text('库房温湿度', 'Storage conditions'),
      counts: 'storage-condition',
      shows: ['storage-condition'],
    },
  ],
  oversight: [
    { to: '/reports', title: text('报表日历', 'Report calendar'), shows: ['periodic-report'] },
    { to: '/duties', title: text('值班与定期工作', 'Duties'), shows: ['duty'] },
    { to: '/clauses', title: text('程序与条款', 'Procedures and clauses') },
    {
      to: '/records-control',
      title: text('记录控制', 'Control of records'),
      shows: ['record-control', 'compilation', 'legal-hold', 'disposal', 'archive'],
    },
    {
      to: '/trail',
      title: text('操作日志', 'Trail'),
      by: ['administrator', 'quality-head', 'quality', 'general-manager'],
    },
  ],
  administration: [
    { to: '/policies', title: text('参数', 'Policies'), shows: ['policy-change'] },
    { to: '/calendar', title: text('工作日历', 'Calendar'), shows: ['calendar-year'] },
    {
      to: '/people/permissions',
      title: text('权限一览', 'Permissions'),
      by: ['quality', 'quality-head', 'administrator', 'general-manager', 'management-representative'],
    },
    { to: '/import', title: text('数据导入', 'Data import'), shows: ['data-import'] },
    {
      to: '/health',
      title: text('系统状况', 'System health'),
      by: ['administrator', 'computer-room', 'quality-head', 'quality'],
    },
  ],
}

/** Whether a screen that belongs to no procedure is there for somebody with these roles. */
export const screenOpens = (path: string, roles: readonly string[]): boolean =>
  Object.values(SCREENS)
    .flat()
    .every(({ to, by }) => to !== path || !by || by.some(role => roles.includes(role)))

/** Procedures that a screen shows instead of a plain register. */
const SHOWN_ELSEWHERE = new Set(
  Object.values(SCREENS)
    .flat()
    .flatMap(place => place.shows ?? []),
)

/** The navigation of this person: the registers and reports of the procedures, and the general screens. */
export function navigation(meta: Meta): readonly PlaceGroup[] {
  if (meta.me.inspecting) return inspectorPlaces(meta)
  return GROUPS.flatMap(({ id, title }) => {
    const registers = meta.procedures
      .filter(item => item.group === id && !SHOWN_ELSEWHERE.has(item.name))
      .flatMap(registersOf)
    const screens = (SCREENS[id] ?? []).filter(
      place => !place.by || place.by.some(role => meta.me.roles.includes(role)),
    )
    const places = id === 'flow' ? [...screens, ...registers] : [...registers, ...screens]
    const reports = id === 'oversight' ? meta.procedures.flatMap(reportsOf) : []
    return [
      ...(places.length > 0 ? [{ id, title, places }] : []),
      ...(reports.length > 0 ? [{ id: 'reports', title: text('报表', 'Reports'), places: reports, folded: true }] : []),
    ]
  })
}

/** What is open to an inspector: registers and reports of his procedures, and their clauses. */
const inspectorPlaces = (meta: Meta): readonly PlaceGroup[] => {
  const groups = GROUPS.flatMap(({ id, title }) => {
    const places = meta.procedures.filter(item => item.group === id).flatMap(registersOf)
    return places.length > 0 ? [{ id, title, places }] : []
  })
  const reports = meta.procedures.flatMap(reportsOf)
  return [
    {
      id: 'clauses',
      title: text('程序', 'Procedures'),
      places: [{ to: '/clauses', title: text('程序与条款', 'Procedures and clauses') }],
    },
    ...groups,
    ...(reports.length > 0 ? [{ id: 'reports', title: text('报表', 'Reports'), places: reports }] : []),
  ]
}

const registersOf = (procedure: Meta['procedures'][number]): Place[] =>
  procedure.ledgers.length > 0 ? [{ to: `/${procedure.name}`, title: procedure.nouns, counts: procedure.name }] : []

const reportsOf = (procedure: Meta['procedures'][number]): Place[] =>
  procedure.reports.map(report => ({ to: `/report/${procedure.name}/${report.name}`, title: report.title }))
