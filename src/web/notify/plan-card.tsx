import './notify.css'
import { type FormEvent, useId, useState } from 'react'
import { text } from '../../kernel/text.ts'
import {
  languages,
  noticeClasses,
  type Pace,
  type Plan,
  paces,
  SAFETY_AT_ONCE,
  TROUBLE_ROLES,
} from '../../vocabulary/notification-plan.ts'
import { Fault } from '../account/fault.tsx'
import { useAct, useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Bones } from '../state/loading.tsx'

/** Answer of `notification.plan`. */
interface PlanAnswer {
  readonly id: string | null
  readonly version: number | null
  readonly plan: Plan
  readonly email: string | null
  /** The company has a mail server. */
  readonly mails: boolean
}

type Chosen = Exclude<keyof typeof noticeClasses, 'safety'>
const CHOSEN = Object.keys(noticeClasses).filter((of): of is Chosen => of !== 'safety')
const PACES = Object.keys(paces) as Pace[]

/** How one is told: always in the product, and by e-mail for each class at once, in a daily digest, or never. */
export function PlanCard() {
  const t = useT()
  const { data } = useRead<PlanAnswer>('notification.plan')
  return (
    <section id="notifications" className="card sec account-card" aria-labelledby="plan-title">
      <h2 id="plan-title">{t(text('通知', 'Notifications'))}</h2>
      {data ? <PlanForm key={data.version ?? 0} answer={data} /> : <Bones rows={5} />}
    </section>
  )
}

function PlanForm({ answer }: { readonly answer: PlanAnswer }) {
  const t = useT()
  const { me } = useMeta()
  const id = useId()
  const [plan, setPlan] = useState(answer.plan)
  const act = useAct(answer.id ? 'channel.choose-again' : 'channel.choose')
  const changed = answer.id === null || JSON.stringify(plan) !== JSON.stringify(answer.plan)
  const told = me.roles.some(role => TROUBLE_ROLES.includes(role))
  const set = (change: Partial<Plan>): void => setPlan({ ...plan, ...change })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!changed) return
    act.mutate({
      ...(answer.id !== null && answer.version !== null && { on: answer.id, expect: answer.version }),
      input: plan,
    })
  }
  const clock = (key: 'digestAt' | 'quietFrom' | 'quietUntil', label: string) => (
    <div className="fld">
      <label htmlFor={id + key}>{label}</label>
      <input
        id={id + key}
        className="inp num"
        type="time"
        required
        value={plan[key]}
        onChange={event => set({ [key]: event.target.value })}
      />
    </div>
  )
  const where = !answer.mails
    ? text(
        '公司尚未设置发信服务器，目前只在系统内通知。',
        'The company has no mail server yet: you are told in the product alone.',
      )
    : answer.email === null
      ? text(
          '您没有登记邮箱，目前只在系统内通知。请管理员登记。',
          'No e-mail address is on file for you: you are told in the product alone. An administrator can enter one.',
        )
      : text(
          `系统内始终通知；邮件发往 ${answer.email}。`,
          `You are always told in the product; e-mail goes to ${answer.email}.`,
        )
  return (
    <form className="plan" onSubmit={submit}>
      <p className="who">{t(where)}</p>
      <div className="plan-class">
        <span className="who">{t(noticeClasses.safety)}</span>
        <b>{t(paces['at-once'])}</b>
        <span className="who">{t(SAFETY_AT_ONCE)}</span>
      </div>
      {CHOSEN.filter(of => of !== 'trouble' || told).map(of => (
        <fieldset key={of} className="plan-class">
          <legend>{t(noticeClasses[of])}</legend>
          <span className="seg">
            {PACES.map(pace => (
              <button key={pace} type="button" aria-pressed={plan[of] === pace} onClick={() => set({ [of]: pace })}>
                {t(paces[pace])}
              </button>
            ))}
          </span>
        </fieldset>
      ))}
      <div className="plan-times">
        {clock('digestAt', t(text('汇总发送时间', 'Digest at')))}
        {clock('quietFrom', t(text('免打扰开始', 'Quiet from')))}
        {clock('quietUntil', t(text('免打扰结束', 'Quiet until')))}
        <div className="fld">
          <label htmlFor={`${id}language`}>{t(text('邮件语言', 'Language of e-mail'))}</label>
          <select
            id={`${id}language`}
            className="inp"
            value={plan.language}
            onChange={event => set({ language: event.target.value as Plan['language'] })}
          >
            {Object.entries(languages).map(([value, title]) => (
              <option key={value} value={value}>
                {t(title)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="who">
        {t(
          text(
            '免打扰时段内只发送安全事项，其余等时段结束一并发送。',
            'In quiet hours safety alone goes out; the rest follows together when they end.',
          ),
        )}
      </p>
      {act.error && <Fault error={act.error} />}
      {act.isSuccess && !changed && (
        <p className="notice ok" role="status">
          {t(text('已保存。', 'Saved.'))}
        </p>
      )}
      <div>
        <button type="submit" className="btn p" aria-disabled={!changed || act.isPending}>
          {t(text('保存', 'Save'))}
        </button>
      </div>
    </form>
  )
}
