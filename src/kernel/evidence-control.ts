import type { Words } from './around.ts'
import type { DeadlineType } from './deadline.ts'
import type { Duty } from './duty.ts'
import { type Control, controlsOf, runs } from './evidence.ts'
import type { Gate } from './gate.ts'
import type { Json } from './json.ts'
import { type Policy, type PolicyVersion, policyBook } from './policy.ts'
import type { Clause, Procedure, WrittenProcedure } from './procedure.ts'
import type { Registry } from './registry.ts'
import type { SignOffChain } from './sign-off.ts'
import { eitherText, joinText, type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** Where a control is seen at work. */
export type ControlPlace =
  | { readonly page: 'new'; readonly command: string }
  | { readonly page: 'ledger'; readonly procedure: string; readonly ledger?: string }
  | { readonly page: 'report'; readonly procedure: string; readonly report: string }
  | { readonly page: 'duties' | 'signing' }

/** A control in words: who, when, what it asks; with the page where it is seen. */
export interface ShownControl extends Control {
  readonly detail: Text
  readonly place: ControlPlace | null
}

/** A value that the company may set, as it stands now. */
export interface ShownPolicy {
  readonly key: string
  readonly title: Text
  readonly value: Text
  /** What the product ships; null while that is what holds. */
  readonly shipped: Text | null
  /** Since when it holds; null for what the product ships. */
  readonly since: Instant | null
  readonly version: number
  readonly basis: Policy['basis']
}

const ROLES_END: Text = text('', '')

/** The controls of a clause in words. */
export function shownControls(
  registry: Registry,
  words: Words,
  written: WrittenProcedure,
  id: string,
  clause: Clause,
): ShownControl[] {
  const controls = controlsOf(written, id, clause)
  if (!runs(written)) return controls.map(control => ({ ...control, detail: ROLES_END, place: null }))
  const roles = (list: readonly string[]): Text => joinText(list.map(words.roleTitle))
  return controls.map(control => shown(registry, roles, written, control))
}

type Roles = (list: readonly string[]) => Text

function shown(registry: Registry, roles: Roles, procedure: Procedure, control: Control): ShownControl {
  const { name } = control
  const first = procedure.ledgers[0]
  const ledger: ControlPlace | null = first ? { page: 'ledger', procedure: procedure.name } : null
  const say = (detail: Text, place: ControlPlace | null, title = control.title): ShownControl => ({
    ...control,
    title,
    detail,
    place,
  })
  switch (control.kind) {
    case 'step': {
      const command = procedure.commands.find(item => item.id === name)
      if (!command) return say(ROLES_END, null)
      const place: ControlPlace | null = command.from === 'new' ? { page: 'new', command: name } : ledger
      return say(stepWords(procedure, command, roles), place)
    }
    case 'clock': {
      const clock = procedure.deadlines.find(item => item.name === name)
      return say(clock ? clockWords(clock, roles) : ROLES_END, ledger)
    }
    case 'chain': {
      const chain = procedure.chains.find(item => item.name === name)
      return say(chain ? chainWords(chain, roles) : ROLES_END, { page: 'signing' })
    }
    case 'gate': {
      const gate = procedure.gates.find(item => item.name === name)
      return gate ? gateWords(registry, gate, say) : say(ROLES_END, null)
    }
    case 'reaction': {
      const step = heldStep(registry, name)
      return say(
        text(
          `${step.procedure.zh}的“${step.title.zh}”一完成，本程序随即自动执行`,
          `Runs by itself as soon as "${step.title.en}" of ${step.procedure.en} is done`,
        ),
        ledger,
        text(`承接“${step.title.zh}”`, `Follows "${step.title.en}"`),
      )
    }
    case 'form': {
      const form = procedure.forms.find(item => item.id === name)
      return say(
        form
          ? text(`表单编号 ${form.code}，版本 ${form.revision}`, `Form ${form.code}, revision ${form.revision}`)
          : ROLES_END,
        ledger,
      )
    }
    case 'ledger':
      return say(text('登记簿，可筛选、导出、打印', 'Register: filter, export, print'), {
        page: 'ledger',
        procedure: procedure.name,
        ledger: name,
      })
    case 'report': {
      const by = procedure.reports.find(item => item.name === name)?.by ?? []
      const detail =
        by.length === 0
          ? text('所有登录人员可看', 'Everyone who is signed in')
          : text(`由${roles(by).zh}查看`, `For ${roles(by).en}`)
      return say(detail, { page: 'report', procedure: procedure.name, report: name })
    }
    case 'duty': {
      const duty = procedure.duties.find(item => item.name === name)
      return say(duty ? dutyWords(duty, roles) : ROLES_END, { page: 'duties' })
    }
    default:
      return say(ROLES_END, null)
  }
}

const stepWords = (procedure: Procedure, command: Procedure['commands'][number], roles: Roles): Text => {
  const by = roles(command.by)
  const states: Readonly<Record<string, { readonly title: Text }>> = procedure.record.states
  const from =
    command.from === 'new' ? [] : command.from.flatMap((state: string) => (states[state] ? [states[state].title] : []))
  const when =
    from.length === 0 || from.length === Object.keys(states).length
      ? text('', '')
      : text(`，限于“${joinText(from).zh}”时`, `, while ${joinText(from).en}`)
  const sign = command.sign ? text('，须电子签名', ', signed') : text('', '')
  return text(`${by.zh}办理${when.zh}${sign.zh}`, `By ${by.en}${when.en}${sign.en}`)
}

// biome-ignore lint/suspicious/noExplicitAny: clocks are typed by their record
const clockWords = (clock: DeadlineType<any>, roles: Roles): Text => {
  const owner = typeof clock.owner === 'string' ? roles([clock.owner]) : null
  const up = roles([clock.escalatesTo])
  return text(
    `自${clock.startsAt.zh}起算${owner ? `，责任岗位：${owner.zh}` : ''}，超期上报${up.zh}`,
    `Counted from ${clock.startsAt.en}${owner ? `, owner: ${owner.en}` : ''}, escalates to ${up.en}`,
  )
}

const chainWords = (chain: SignOffChain, roles: Roles): Text => {
  const stages = [...Map.groupBy(chain.steps, step => step.stage).values()].map(steps =>
    joinText(
      steps.map(step => step.called ?? eitherText(step.by.map(role => roles([role])))),
      text('与', ' together with '),
    ),
  )
  const order = joinText(stages, text(' → ', ' → '))
  return chain.mayRepeat ? order : text(`${order.zh}，不得由同一人签`, `${order.en}; by different people`)
}

const gateWords = (
  registry: Registry,
  gate: Gate,
  say: (detail: Text, place: ControlPlace | null, title: Text) => ShownControl,
): ShownControl => {
  const step = heldStep(registry, gate.holds)
  return say(
    text(
      `${step.procedure.zh}的“${step.title.zh}”在条件满足前一律拒绝`,
      `"${step.title.en}" of ${step.procedure.en} is refused until the condition is met`,
    ),
    step.name === null ? null : { page: 'ledger', procedure: step.name },
    text(`拦住“${step.title.zh}”`, `Holds "${step.title.en}"`),
  )
}

function heldStep(registry: Registry, id: string): { title: Text; procedure: Text; name: string | null } {
  const command = registry.command(id)
  const name = id.split('.', 1)[0] ?? ''
  if (!command || !registry.has(name)) return { title: text(id, id), procedure: text(name, name), name: null }
  return { title: command.title, procedure: registry.procedure(name).title, name }
}

const dutyWords = (duty: Duty, roles: Roles): Text => {
  const by = eitherText(duty.by.map(role => roles([role])))
  const up = roles([duty.escalatesTo])
  return text(`${by.zh}按期办理，漏办上报${up.zh}`, `By ${by.en}; a missed turn goes to ${up.en}`)
}

/** The values behind a clause: those that name it, and those that set the limit of its clocks. */
export function shownPolicies(
  written: WrittenProcedure,
  id: string,
  versions: readonly PolicyVersion[],
  now: Instant,
): ShownPolicy[] {
  const limits = runs(written)
    ? written.deadlines.flatMap(item =>
        (item.clause === id || item.otherwise?.clause === id) && typeof item.policy === 'string' ? [item.policy] : [],
      )
    : []
  const book = policyBook(versions, now)
  return written.policies
    .filter(policy => policy.clauses.includes(id) || limits.includes(policy.key))
    .map(policy => {
      const version = book.version(policy.key)
      const since = versions.find(item => item.key === policy.key && item.version === version)?.effectiveFrom ?? null
      return {
        key: policy.key,
        title: policy.title,
        value: valueWords(policy, book(policy)),
        shipped: version === 0 ? null : valueWords(policy, policy.default),
        since,
        version,
        basis: policy.basis,
      }
    })
}

const YES = text('是', 'yes')
const NO = text('否', 'no')

/** A stretch of the day or of days. */
const isStretch = (value: Json): value is { readonly from: string; readonly to: string } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value && Object.keys(value).length === 2

/** A value in words: with its unit, or as its choice is called. */
export function valueWords(policy: Pick<Policy, 'unit' | 'options'>, value: Json): Text {
  if (typeof value === 'boolean') return value ? YES : NO
  if (Array.isArray(value)) return joinText(value.map(item => valueWords({ options: policy.options ?? {} }, item)))
  const option = typeof value === 'string' ? policy.options?.[value] : undefined
  if (option) return option
  const plain = isStretch(value)
    ? `${value.from}–${value.to}`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  const { unit } = policy
  return unit ? text(`${plain} ${unit.zh}`, `${plain} ${unit.en}`) : text(plain, plain)
}
