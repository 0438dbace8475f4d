import type { ReactNode } from 'react'
import { text } from '../../kernel/text.ts'
import { OfflineError, RefusedError } from '../api.ts'
import { useT } from '../language.tsx'
import { Panel } from './panel.tsx'

const TITLES = {
  'signed-out': text('请先登录', 'Sign in first'),
  forbidden: text('您的角色看不到这里', 'Your role does not see this'),
  absent: text('没有找到', 'Not found'),
  conflict: text('现在还不行', 'Not now'),
  'too-large': text('内容太大', 'Too large'),
  unfit: text('填写有误', 'Something does not fit'),
  'too-many': text('请求太频繁', 'Too many requests'),
} as const

interface RefusedProps {
  readonly error: Error
  readonly again?: () => void
  /** The page shows nothing else, so that this is its heading. */
  readonly alone?: boolean
}

/** A read or a page that was refused: the sentence of the refusal, its clause, and the way on. */
export function Refused({ error, again, alone = false }: RefusedProps): ReactNode {
  const t = useT()
  if (error instanceof OfflineError) return <Offline alone={alone} {...(again && { again })} />
  if (!(error instanceof RefusedError)) return <Fault error={error} alone={alone} {...(again && { again })} />
  const { first } = error
  return (
    <Panel
      mark="refused"
      alone={alone}
      tone={first.kind === 'absent' ? 'plain' : 'warn'}
      title={t(TITLES[first.kind])}
      actions={
        <>
          {again && first.kind !== 'forbidden' && (
            <button type="button" className="btn" onClick={again}>
              {t(text('再读一次', 'Read again'))}
            </button>
          )}
          {(alone || first.kind === 'forbidden') && (
            <a className="btn" href="/">
              {t(text('回首页', 'To the start page'))}
            </a>
          )}
        </>
      }
    >
      {error.refusals.map(refusal => (
        <p key={refusal.code + (refusal.field ?? '')}>
          {t(refusal.sentence)} {refusal.clause && <span className="mono who">{refusal.clause}</span>}
        </p>
      ))}
    </Panel>
  )
}

/** The server is silent; reading goes on by itself once it answers. */
function Offline({ again, alone }: Omit<RefusedProps, 'error'>) {
  const t = useT()
  return (
    <Panel
      mark="offline"
      alone={alone}
      tone="warn"
      title={t(text('服务器没有应答', 'The server does not answer'))}
      actions={
        again && (
          <button type="button" className="btn" onClick={again}>
            {t(text('现在再试', 'Try now'))}
          </button>
        )
      }
    >
      <p>
        {t(
          text(
            '没有任何内容被改动，已输入的内容会保留。网络恢复后这里会自动读取；若一直如此，请让管理员查看服务器是否在运行。',
            'Nothing was changed and what you typed is kept. This is read again by itself once the network is back; if it stays so, have the administrator check that the server runs.',
          ),
        )}
      </p>
    </Panel>
  )
}

/** A mistake of this page itself: says what it is, so that it can be reported. */
function Fault({ error, again, alone }: RefusedProps) {
  const t = useT()
  return (
    <Panel
      mark="refused"
      alone={alone}
      tone="late"
      title={t(text('这一页自身有错', 'This page has a fault of its own'))}
      actions={
        <>
          {again && (
            <button type="button" className="btn p" onClick={again}>
              {t(text('重新打开这一页', 'Open the page again'))}
            </button>
          )}
          <a className="btn" href="/">
            {t(text('回工作台', 'To the workbench'))}
          </a>
        </>
      }
    >
      <p>
        {t(
          text(
            '已提交的记录不受影响。请把下面这一行告诉管理员。',
            'Submitted records are unaffected. Tell the administrator the line below.',
          ),
        )}
      </p>
      <p className="mono">{`${error.name}: ${error.message}`}</p>
    </Panel>
  )
}
