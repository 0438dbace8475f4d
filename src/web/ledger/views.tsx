import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { LedgerMeta } from '../answers.ts'
import { queryString, request, send } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Refused } from '../state/refused.tsx'
import { type Asked, askedByView, asksNothing, isView, type ViewFilter, viewOf } from './asked.ts'

interface OwnView {
  readonly id: string
  readonly name: string
  readonly filter: ViewFilter
}

/** The views of a register: everyone's and one's own; what is shown now can be kept as another. */
export function Views({
  procedure,
  ledger,
  asked,
  onPick,
}: {
  readonly procedure: string
  readonly ledger: LedgerMeta
  readonly asked: Asked
  readonly onPick: (view: ViewFilter) => void
}) {
  const t = useT()
  const client = useQueryClient()
  const { me } = useMeta()
  const key = ['views', procedure, ledger.name]
  const own = useQuery({
    queryKey: key,
    queryFn: () => request<readonly OwnView[]>(`/api/views${queryString({ procedure, ledger: ledger.name })}`),
    retry: false,
    enabled: !me.inspecting,
  })
  const remove = useMutation({
    mutationFn: (id: string) => request(`/api/views/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  const dialog = useRef<HTMLDialogElement>(null)
  const kept = own.data ?? []
  const known = [...ledger.views, ...kept].some(view => isView(asked, view.filter))
  return (
    <div className="views">
      {!ledger.views.some(view => asksNothing(askedByView(view.filter))) && (
        <button type="button" className="view" aria-pressed={asksNothing(asked)} onClick={() => onPick({})}>
          {t(text('全部', 'All'))}
        </button>
      )}
      {ledger.views.map(view => (
        <button
          key={view.name}
          type="button"
          className="view"
          aria-pressed={isView(asked, view.filter)}
          onClick={() => onPick(view.filter)}
        >
          {t(view.title)}
        </button>
      ))}
      {kept.map(view => (
        <span key={view.id} className="view own" data-on={isView(asked, view.filter)}>
          <button type="button" aria-pressed={isView(asked, view.filter)} onClick={() => onPick(view.filter)}>
            {view.name}
          </button>
          <button
            type="button"
            className="view-remove"
            aria-label={t(text(`删除视图“${view.name}”`, `Remove the view "${view.name}"`))}
            onClick={() => remove.mutate(view.id)}
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      {!known && !asksNothing(asked) && !own.error && !me.inspecting && (
        <button type="button" className="view keep" onClick={() => dialog.current?.showModal()}>
          <Icon name="plus" size={12} />
          {t(text('保存为视图', 'Keep as a view'))}
        </button>
      )}
      <dialog ref={dialog} className="dialog" aria-label={t(text('保存视图', 'Keep a view'))}>
        <KeepView
          close={() => dialog.current?.close()}
          keep={async name => {
            await send('/api/views', { procedure, ledger: ledger.name, name, filter: viewOf(asked) })
            await client.invalidateQueries({ queryKey: key })
          }}
        />
      </dialog>
    </div>
  )
}

function KeepView({ close, keep }: { readonly close: () => void; readonly keep: (name: string) => Promise<void> }) {
  const t = useT()
  const id = useId()
  const [name, setName] = useState('')
  const [fault, setFault] = useState<Error | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await keep(name.trim())
      setName('')
      setFault(null)
      close()
    } catch (error) {
      setFault(error as Error)
    }
  }
  return (
    <form className="keep-view" onSubmit={submit}>
      <h2>{t(text('保存为我的视图', 'Keep as my view'))}</h2>
      <p className="sub">
        {t(
          text(
            '当前的筛选、搜索和日期会一起保存，只有您能看到。',
            'Filters, search and dates are kept together; only you see it.',
          ),
        )}
      </p>
      <div className="fld">
        <label htmlFor={id}>{t(text('名称', 'Name'))}</label>
        <input
          id={id}
          className="inp"
          value={name}
          maxLength={40}
          required
          onChange={event => setName(event.target.value)}
        />
      </div>
      {fault && <Refused error={fault} />}
      <div className="row">
        <span className="sp" />
        <button type="button" className="btn" onClick={close}>
          {t(text('取消', 'Cancel'))}
        </button>
        <button type="submit" className="btn p">
          {t(text('保存', 'Keep'))}
        </button>
      </div>
    </form>
  )
}
