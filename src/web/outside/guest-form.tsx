import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { Fields } from '../form/fields.tsx'
import { FormScopeProvider } from '../form/form-scope.tsx'
import '../form/form.css'
import type { Act } from '../api.ts'
import { TroubleNote } from '../form/trouble-note.tsx'
import { useStepForm } from '../form/use-command-form.ts'
import { useT } from '../language.tsx'
import { type GuestAnswer, type GuestStep, guestAct } from './guest-answer.ts'

interface GuestFormProps {
  readonly token: string
  readonly zone: string
  readonly step: GuestStep
  readonly onDone: (answer: GuestAnswer) => void
}

/** So many last letters of a token tell the drafts of two links on one device apart, and open neither. */
const TELLING = 12

/** The form of one step for a guest; what is typed stays on the telephone until it is sent. */
export function GuestForm({ token, zone, step, onDone }: GuestFormProps) {
  const t = useT()
  const { mutateAsync, isPending } = useMutation<GuestAnswer, Error, Act>({
    mutationFn: act => guestAct(token, step.id, act),
  })
  const command = useMemo(() => ({ id: `outside.${step.id}`, schema: step.schema }), [step.id, step.schema])
  const form = useStepForm(
    { command, fill: step.fill, onDone },
    {
      person: token.slice(-TELLING),
      zone,
      files: `/api/outside/${token}/files`,
      send: mutateAsync,
      busy: isPending,
    },
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (form.busy || form.checkHere().length > 0) return
    await form.send()
  }
  return (
    <FormScopeProvider value={form.scope}>
      <form id={form.id} className="command-form" noValidate onSubmit={submit}>
        {form.restored && (
          <p className="hint restored">
            {t({ zh: '已恢复上次没有提交的内容。', en: 'What you had not submitted is back.' })}{' '}
            <button type="button" className="link" onClick={form.reset}>
              {t({ zh: '清空重填', en: 'Start afresh' })}
            </button>
          </p>
        )}
        <Fields fields={form.fields} />
        <TroubleNote id={form.id} trouble={form.trouble} atFields={new Set(form.errors.keys())} />
        <button type="submit" className="btn p wide" aria-disabled={form.busy}>
          {form.busy ? t({ zh: '正在提交…', en: 'Submitting…' }) : t({ zh: '提交', en: 'Submit' })}
        </button>
      </form>
    </FormScopeProvider>
  )
}
