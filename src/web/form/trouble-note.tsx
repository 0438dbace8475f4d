import { Link } from '@tanstack/react-router'
import { useT } from '../language.tsx'
import { Conflict } from '../state/conflict.tsx'
import { isOvertaken, type Trouble } from './use-command-form.ts'

interface TroubleNoteProps {
  readonly id: string
  readonly trouble: Trouble
  /** Name of the procedure, for the links to its clauses; without it there are none. */
  readonly procedure?: string
  /** Paths that show their own refusal. */
  readonly atFields: ReadonlySet<string>
  /** Takes the record as it is now and keeps what was typed. */
  readonly catchUp?: () => void
}

/** What stands against the whole form: another person was faster, the server is silent, or a rule that no field carries. */
export function TroubleNote({ id, trouble, procedure, atFields, catchUp }: TroubleNoteProps) {
  const t = useT()
  if (trouble.kind === 'none') return null
  if (trouble.kind === 'offline')
    return (
      <div className="notice warn" role="alert" id={`${id}-trouble`} tabIndex={-1}>
        <strong>{t({ zh: '没有连上服务器', en: 'The server was not reached' })}</strong>
        <p>
          {t({
            zh: '填写的内容已保存在本机。网络恢复后再提交一次即可，不会重复登记。',
            en: 'What you typed is kept on this device. Submit again when the network is back; nothing happens twice.',
          })}
        </p>
      </div>
    )
  const overtaken = trouble.refusals.find(isOvertaken)
  if (overtaken) return <Conflict refusal={overtaken} reload={catchUp ?? (() => location.reload())} />
  const rest = trouble.refusals.filter(item => !item.field || !atFields.has(item.field))
  if (rest.length === 0) return null
  return (
    <div className="notice late" role="alert" id={`${id}-trouble`} tabIndex={-1}>
      {rest.map(item => (
        <p key={`${item.code}${item.field ?? ''}`}>
          {t(item.sentence)}{' '}
          {item.clause && procedure && (
            <Link to="/clauses" search={{ procedure, clause: item.clause }} className="mono">
              {item.clause}
            </Link>
          )}
        </p>
      ))}
    </div>
  )
}
