import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { CommandMeta } from '../answers.ts'
import { useRead } from '../api.ts'
import { serverNow } from '../connection.ts'
import { CommandForm } from '../form/command-form.tsx'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useProcedure } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Bones } from '../state/loading.tsx'
import { type PolicyChange, type PolicyRow, shownValue } from './policy.ts'
import { BASIS } from './policy-table.tsx'

/** The step that proposes a value, with the policy's own schema in the place of "any value". */
function typedFor(command: CommandMeta, policy: PolicyRow): CommandMeta {
  const properties = command.schema.properties ?? {}
  return {
    ...command,
    schema: {
      ...command.schema,
      properties: {
        ...properties,
        key: { ...properties.key, 'x-widget': 'hidden' },
        value: {
          ...policy.schema,
          'x-title': properties.value?.['x-title'] ?? text('新值', 'New value'),
          ...(policy.unit && { 'x-hint': text(`单位：${policy.unit.zh}`, `Unit: ${policy.unit.en}`) }),
          ...(policy.options && { 'x-options': policy.options }),
        },
      },
    },
  }
}

/** One policy: what it is, its clauses, its history, and the form that proposes another value. */
export function PolicyDialog({
  policy,
  mayPropose,
  close,
}: {
  readonly policy: PolicyRow
  readonly mayPropose: boolean
  readonly close: () => void
}) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [proposing, setProposing] = useState(false)
  const procedure = useProcedure('policy-change')
  const history = useRead<readonly PolicyChange[]>('policy-change.history', { key: policy.key })
  const declared = procedure?.commands.find(command => command.id === 'policy-change.propose')
  const command = useMemo(() => declared && typedFor(declared, policy), [declared, policy])
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog policy-dialog"
      aria-labelledby="policy-title"
      onClose={event => event.target === dialog.current && close()}
    >
      <div className="row">
        <h2 id="policy-title">{t(policy.title)}</h2>
        <span className="sp" />
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t(text('关闭', 'Close'))}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <p className="mono who">{policy.key}</p>
      <dl className="policy-facts">
        <dt>{t(text('现行值', 'In force'))}</dt>
        <dd>
          <b>{t(policy.shown)}</b>{' '}
          <span className="who">
            {policy.since
              ? t(text(`${format.day(policy.since)} 起`, `since ${format.day(policy.since)}`))
              : t(text('默认', 'default'))}
          </span>
        </dd>
        <dt>{t(text('默认值', 'Default'))}</dt>
        <dd>
          {t(shownValue(policy, policy.default))}{' '}
          <span className={`tag ${BASIS[policy.basis].tone}`}>{t(BASIS[policy.basis].title)}</span>
        </dd>
        <dt>{t(text('条款', 'Clauses'))}</dt>
        <dd>
          {policy.clauses.map(clause => (
            <div key={clause.id}>
              <Link to="/clauses" search={{ procedure: policy.procedure, clause: clause.id }} className="mono">
                {clause.id}
              </Link>{' '}
              {clause.zh && clause.en && t({ zh: clause.zh, en: clause.en })}
            </div>
          ))}
        </dd>
      </dl>
      {policy.proposed ? (
        <p className="notice warn">
          {t(text('已有变更待批准：', 'A change already waits: '))}
          <Link to="/$procedure/$id" params={{ procedure: 'policy-change', id: policy.proposed.number }} search={{}}>
            {policy.proposed.number}
          </Link>
        </p>
      ) : proposing && command ? (
        <CommandForm
          command={command}
          fill={{
            key: policy.key,
            value: policy.value,
            effectiveOn: format.day(new Date(serverNow()).toISOString()),
          }}
          subject={t(policy.title)}
          takeFocus
          onCancel={() => setProposing(false)}
          onDone={answer =>
            void navigate({
              to: '/$procedure/$id',
              params: { procedure: 'policy-change', id: answer.record.number },
              search: {},
            })
          }
        />
      ) : mayPropose ? (
        <button type="button" className="btn p" onClick={() => setProposing(true)}>
          {t(text('提出变更', 'Propose a change'))}
        </button>
      ) : (
        <p className="who">
          {t(
            text(
              '变更由质量管理部提出、质量负责人批准。',
              'Quality management proposes changes, the quality head approves.',
            ),
          )}
        </p>
      )}
      <h3>{t(text('历史', 'History'))}</h3>
      {!history.data ? (
        <Bones rows={2} />
      ) : history.data.length === 0 ? (
        <p className="who">{t(text('从未变更，一直用默认值。', 'Never changed: the default has always held.'))}</p>
      ) : (
        <ul className="policy-history">
          {history.data.map(change => (
            <li key={change.id}>
              <Link
                to="/$procedure/$id"
                params={{ procedure: 'policy-change', id: change.number }}
                search={{}}
                className="mono"
              >
                {change.number}
              </Link>{' '}
              <b>{t(change.shown)}</b>{' '}
              <span className={`tag ${procedure?.states[change.state]?.tone ?? ''}`}>
                {t(procedure?.states[change.state]?.title ?? change.state)}
              </span>
              <div className="who">
                {change.proposedByName} {format.instant(change.proposedAt)}
                {change.decidedByName &&
                  ` → ${change.decidedByName} ${change.decidedAt ? format.instant(change.decidedAt) : ''}`}{' '}
                · {change.reason}
              </div>
            </li>
          ))}
        </ul>
      )}
    </dialog>
  )
}
