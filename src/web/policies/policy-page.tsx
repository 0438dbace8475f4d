import './policies.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { text } from '../../kernel/text.ts'
import type { CommandMeta } from '../answers.ts'
import { useRead } from '../api.ts'
import { serverNow } from '../connection.ts'
import { CommandForm } from '../form/command-form.tsx'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta, useProcedure } from '../meta.ts'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import type { PolicyRow } from './policy.ts'
import { PolicyFacts } from './policy-facts.tsx'
import { PolicyHistory } from './policy-history.tsx'
import { ProposedEffect } from './proposed-effect.tsx'

const DAY_MS = 86_400_000

/** The Monday after a day `YYYY-MM-DD`: changes begin with a week unless somebody says otherwise. */
export function mondayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const weekday = new Date(at).getUTCDay()
  return new Date(at + ((8 - weekday) % 7 || 7) * DAY_MS).toISOString().slice(0, 10)
}

/** The step that proposes a value, with the policy's own schema in the place of "any value". */
function typedFor(command: CommandMeta, policy: PolicyRow): CommandMeta {
  const properties = command.schema.properties ?? {}
  const { minimum, maximum } = policy.schema
  const bounds =
    minimum !== undefined && maximum !== undefined
      ? text(`可填 ${minimum}–${maximum}`, `from ${minimum} to ${maximum}`)
      : null
  const unit = policy.unit ? text(`单位：${policy.unit.zh}`, `Unit: ${policy.unit.en}`) : null
  const hints = [unit, bounds].filter(item => item !== null)
  return {
    ...command,
    schema: {
      ...command.schema,
      properties: {
        key: { ...properties.key, 'x-widget': 'hidden' },
        value: {
          ...policy.schema,
          'x-title': properties.value?.['x-title'] ?? text('新值', 'New value'),
          ...(hints.length > 0 && {
            'x-hint': text(hints.map(item => item.zh).join('；'), hints.map(item => item.en).join('; ')),
          }),
          ...(policy.options && { 'x-options': policy.options }),
        },
        ...Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'key' && name !== 'value')),
      },
    },
  }
}

/** One policy: the value in force, what is coming, the form that proposes another with what that would do, and the history. */
export function PolicyPage() {
  const t = useT()
  const { key } = useParams({ from: '/shell/policies/$key' })
  const policies = useRead<readonly PolicyRow[]>('policy-change.in-force')
  const policy = policies.data?.find(item => item.key === key)
  const title = policy && t(policy.title)
  useEffect(() => {
    document.title = `${title ?? key} · 闭环 Bihuan`
  }, [title, key])
  if (policies.error && !policies.data)
    return <Refused alone error={policies.error} again={() => void policies.refetch()} />
  if (!policies.data)
    return (
      <div className="card sec">
        <Bones rows={8} />
      </div>
    )
  if (!policy)
    return (
      <div className="card">
        <Empty
          title={t(text('没有这个参数', 'There is no such policy'))}
          actions={
            <Link to="/policies" search={{}} className="btn">
              {t(text('全部参数', 'All policies'))}
            </Link>
          }
        />
      </div>
    )
  return <OnePolicy key={policy.key} policy={policy} />
}

function OnePolicy({ policy }: { readonly policy: PolicyRow }) {
  const t = useT()
  const { procedures } = useMeta()
  const mayPropose = procedures.some(item => item.news.some(command => command.id === 'policy-change.propose'))
  return (
    <>
      <div className="page-head">
        <Link to="/policies" search={{}} className="sub">
          {t(text('参数', 'Policies'))} ›
        </Link>
        <h1>{t(policy.title)}</h1>
        <span className="sub mono">{policy.key}</span>
        {!policy.used && (
          <span className="tag info">{t(text('尚未启用，先行设定', 'Not used yet, set for later'))}</span>
        )}
      </div>
      <div className="stack policy-page">
        <PolicyFacts policy={policy} />
        <section className="card sec" aria-labelledby="policy-propose">
          <h2 id="policy-propose">{t(text('提出变更', 'Propose a change'))}</h2>
          {policy.proposed ? (
            <p className="notice warn">
              {t(text('已有变更待批准：', 'A change already waits: '))}
              <Link
                to="/$procedure/$id"
                params={{ procedure: 'policy-change', id: policy.proposed.number }}
                search={{}}
              >
                {policy.proposed.number}
              </Link>
            </p>
          ) : mayPropose ? (
            <ProposeForm policy={policy} />
          ) : (
            <p className="who">
              {t(
                text(
                  '由质量管理部、质量负责人、系统管理员或部门负责人提出，另一人批准。',
                  'Quality, its head, an administrator or a head of department proposes; somebody else approves.',
                ),
              )}
            </p>
          )}
        </section>
        <PolicyHistory policy={policy} />
      </div>
    </>
  )
}

function ProposeForm({ policy }: { readonly policy: PolicyRow }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { value } = useSearch({ from: '/shell/policies/$key' })
  const declared = useProcedure('policy-change')?.commands.find(command => command.id === 'policy-change.propose')
  const command = useMemo(() => declared && typedFor(declared, policy), [declared, policy])
  const fill = useMemo(
    () => ({
      key: policy.key,
      value: value === undefined ? policy.value : valueIn(value),
      effectiveOn: mondayAfter(format.day(new Date(serverNow()).toISOString())),
      moveOpen: false,
    }),
    [policy, value, format],
  )
  if (!command) return <Bones rows={5} />
  return (
    <CommandForm
      command={command}
      fill={fill}
      draftOf={policy.key}
      subject={t(policy.title)}
      onDone={answer =>
        void navigate({
          to: '/$procedure/$id',
          params: { procedure: 'policy-change', id: answer.record.number },
          search: {},
        })
      }
    >
      <ProposedEffect policy={policy} />
    </CommandForm>
  )
}

function valueIn(given: string): PolicyRow['value'] {
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}
