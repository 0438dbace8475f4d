import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { Fields } from './fields.tsx'
import { FormScopeProvider } from './form-scope.tsx'
import './form.css'
import { LateReason } from './late-reason.tsx'
import { PickedFields } from './picked-fields.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { SignedMatter } from './signed-matter.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { type CommandFormAbout, useCommandForm } from './use-command-form.ts'

/** A form, whom it is about, and what stands in it beside its fields. */
export interface CommandFormProps extends CommandFormAbout {
  /** Number and title of the record, for the signature. */
  readonly subject: string
  /** What exactly is signed, where the step gives a signature of a chain. */
  readonly signs?: SignedMatter | undefined
  /** Reads the record again; answers its version. Needed where another person may be faster. */
  readonly reload?: () => Promise<number | null>
  readonly onCancel?: () => void
  /** The cursor goes to the first field when the form opens by hand. */
  readonly takeFocus?: boolean
  /** Stands between the fields and the button, and may look at what is entered. */
  readonly children?: ReactNode
}

const pathsOf = (refused: ReadonlyMap<string, Text>): ReadonlySet<string> => new Set(refused.keys())

/** The form of one step: its fields, what was refused, and the one button that takes it. */
export function CommandForm(props: CommandFormProps) {
  const { command, subject, reload, onCancel, takeFocus } = props
  const t = useT()
  const form = useCommandForm(props)
  const [signing, setSigning] = useState(false)
  const box = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (takeFocus)
      box.current?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, select, button')?.focus()
  }, [takeFocus])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (form.busy || form.checkHere().length > 0) return
    if (command.sign) setSigning(true)
    else await form.send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }
  const catchUp = async () => {
    const version = await reload?.()
    if (typeof version === 'number') form.catchUp(version)
  }

  return (
    <FormScopeProvider value={form.scope}>
      <form id={form.id} ref={box} className="command-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
        {form.restored && (
          <p className="hint restored">
            {t({ zh: '已恢复上次没有提交的内容。', en: 'What you had not submitted is back.' })}{' '}
            <button type="button" className="link" onClick={form.reset}>
              {t({ zh: '清空重填', en: 'Start afresh' })}
            </button>
          </p>
        )}
        <TroubleNote
          id={form.id}
          trouble={form.trouble}
          procedure={command.id.split('.')[0] ?? ''}
          atFields={pathsOf(form.errors)}
          {...(reload && { catchUp: () => void catchUp() })}
        />
        {props.picks ? <PickedFields fields={form.fields} unpick={form.unpick} /> : <Fields fields={form.fields} />}
        {form.late !== null && <LateReason id={`${form.id}-late`} value={form.late} set={form.setLate} />}
        {props.children}
        <div className="row wrap form-acts">
          <button type="submit" className="btn p" aria-disabled={form.busy} aria-keyshortcuts="Control+Enter">
            {form.busy
              ? t({ zh: '正在提交…', en: 'Submitting…' })
              : command.sign
                ? t({ zh: `${command.title.zh}并签名`, en: `${command.title.en} and sign` })
                : t(command.title)}
          </button>
          {onCancel && (
            <button type="button" className="btn quiet" onClick={onCancel}>
              {t({ zh: '收起', en: 'Close' })}
            </button>
          )}
          {command.sign && (
            <span className="who">{t({ zh: '签名将再次验证密码', en: 'Signing asks for your password again' })}</span>
          )}
        </div>
      </form>
      {signing && command.sign && (
        <SignDialog
          title={command.title}
          meaning={props.signs?.meaning ?? command.sign.meaning}
          matter={props.signs}
          subject={subject}
          busy={form.busy}
          sign={async credential => {
            const refused = await form.send(credential)
            if (refused.length === 0) setSigning(false)
            return refused
          }}
          close={() => setSigning(false)}
        />
      )}
    </FormScopeProvider>
  )
}
