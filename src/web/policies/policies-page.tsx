import './policies.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import type { PolicyRow } from './policy.ts'
import { PolicyTable } from './policy-table.tsx'

/** Every number and choice that the company may set: the value in force, where it comes from, and what is coming. */
export function PoliciesPage() {
  const t = useT()
  const navigate = useNavigate()
  const values = useSearch({ from: '/shell/policies' })
  const policies = useRead<readonly PolicyRow[]>('policy-change.in-force')
  const [typed, setTyped] = useState(values.search ?? '')
  useEffect(() => {
    document.title = `${t(text('参数', 'Policies'))} · 闭环 Bihuan`
  }, [t])

  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const shown = policies.data?.filter(policy => {
    const all = `${policy.title.zh} ${policy.title.en} ${policy.key} ${policy.clauses.map(clause => clause.id).join(' ')} ${policy.rules.join(' ')}`
    return (
      words.every(word => all.toLowerCase().includes(word)) &&
      (!values.procedure || policy.procedure === values.procedure)
    )
  })
  const groups = shown ? [...Map.groupBy(shown, policy => policy.procedure)] : []
  const waiting = policies.data?.filter(policy => policy.proposed).length ?? 0
  return (
    <>
      <div className="page-head">
        <h1>{t(text('参数', 'Policies'))}</h1>
        <span className="sub">
          {t(
            text(
              '程序和法规允许公司自定的数值与选择。变更须批准，到生效日才执行。',
              'Numbers and choices that procedure and law leave to the company. A change is approved and holds from its day on.',
            ),
          )}
        </span>
        <span className="sp" />
        {waiting > 0 && (
          <Link
            to="/$procedure"
            params={{ procedure: 'policy-change' }}
            search={{ 'f.state': 'proposed' }}
            className="tag warn"
          >
            {t(text(`${waiting} 项待批准`, `${waiting} wait for approval`))}
          </Link>
        )}
        <Link
          to="/report/$procedure/$report"
          params={{ procedure: 'policy-change', report: 'in-force' }}
          search={{}}
          className="btn"
        >
          {t(text('某日现行参数（打印）', 'In force on a day (print)'))}
        </Link>
        <Link to="/$procedure" params={{ procedure: 'policy-change' }} search={{}} className="btn">
          {t(text('变更台账', 'Register of changes'))}
        </Link>
      </div>
      <label className="policy-search">
        <span className="sr">{t(text('查找参数', 'Find a policy'))}</span>
        <Icon name="search" size={14} />
        <input
          value={typed}
          onChange={event => setTyped(event.target.value)}
          placeholder={t(text('名称、条款号或键名', 'Name, clause or key'))}
          spellCheck={false}
        />
      </label>
      {policies.error && !policies.data ? (
        <Refused error={policies.error} again={() => void policies.refetch()} />
      ) : !shown ? (
        <div className="card sec">
          <Bones rows={10} height={28} />
        </div>
      ) : shown.length === 0 ? (
        <div className="card">
          <Empty
            title={t(text('没有符合条件的参数', 'No policy fits'))}
            actions={
              <button type="button" className="btn" onClick={() => setTyped('')}>
                {t(text('清除', 'Clear'))}
              </button>
            }
          />
        </div>
      ) : (
        <div className="stack">
          {groups.map(([procedure, list]) => (
            <PolicyTable
              key={procedure}
              policies={list}
              onOpen={key => void navigate({ to: '/policies/$key', params: { key }, search: {} })}
            />
          ))}
        </div>
      )}
    </>
  )
}
