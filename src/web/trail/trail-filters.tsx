import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { text } from '../../kernel/text.ts'
import { readQuery } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import type { Search } from '../routes/shell.ts'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'
import { useSettled } from '../shell/settled.ts'

interface Colleague {
  readonly id: string
  readonly name: string
}

/** Procedure, person, outcome and clause by which the trail is narrowed. */
export function TrailFilters({
  values,
  onChange,
}: {
  readonly values: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}) {
  const t = useT()
  const { procedures } = useMeta()
  const names = [
    ...procedures.map(procedure => ({ id: procedure.name, title: procedure.noun })),
    { id: 'access', title: text('登录与权限', 'Sign-in and access') },
  ]
  const chosen = names.find(item => item.id === values.procedure)
  return (
    <>
      <select
        className="inp trail-pick"
        aria-label={t(text('程序', 'Procedure'))}
        value={values.procedure ?? ''}
        onChange={event => onChange({ procedure: event.target.value || undefined, command: undefined })}
      >
        <option value="">{t(text('全部程序', 'All procedures'))}</option>
        {values.procedure && !chosen && <option value={values.procedure}>{values.procedure}</option>}
        {names.map(item => (
          <option key={item.id} value={item.id}>
            {t(item.title)}
          </option>
        ))}
      </select>
      <PersonFilter
        id={values.actorId}
        name={values.actor}
        onChange={person => onChange({ actorId: person?.id, actor: person?.name })}
      />
      <button
        type="button"
        className={values.outcome === 'refused' ? 'chip on' : 'chip'}
        aria-pressed={values.outcome === 'refused'}
        onClick={() => onChange({ outcome: values.outcome === 'refused' ? undefined : 'refused' })}
      >
        {t(text('只看被拒', 'Refused only'))}
      </button>
      {(['clause', 'command'] as const).map(
        key =>
          values[key] && (
            <button key={key} type="button" className="chip on" onClick={() => onChange({ [key]: undefined })}>
              <span className="mono">{values[key]}</span>
              <Icon name="close" size={10} />
              <span className="sr">{t(text('取消这个条件', 'Drop this condition'))}</span>
            </button>
          ),
      )}
    </>
  )
}

function PersonFilter({
  id,
  name,
  onChange,
}: {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly onChange: (person: Colleague | null) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed, 200)
  const people = useQuery(readQuery<readonly Colleague[]>('vocabulary.find-person', { q }))
  return (
    <Menu
      label={t(text('人员', 'Person'))}
      align="start"
      className={id ? 'chip on' : 'chip'}
      button={
        <>
          {t(text('人员', 'Person'))}
          {id && <b>{name}</b>}
          <Icon name="down" size={12} />
        </>
      }
    >
      {close => (
        <>
          <input
            className="inp"
            // biome-ignore lint/a11y/noAutofocus: the panel is opened in order to type a name
            autoFocus
            value={typed}
            aria-label={t(text('姓名或拼音首字母', 'Name or initials'))}
            placeholder={t(text('姓名或拼音首字母', 'Name or initials'))}
            onChange={event => setTyped(event.target.value)}
          />
          <div className="trail-people">
            {(people.data ?? []).slice(0, 12).map(person => (
              <button
                key={person.id}
                type="button"
                className="menu-item"
                onClick={() => {
                  onChange(person)
                  close()
                }}
              >
                {person.name}
              </button>
            ))}
          </div>
          {id && (
            <button
              type="button"
              className="menu-item brand-text"
              onClick={() => {
                onChange(null)
                close()
              }}
            >
              {t(text('清除', 'Clear'))}
            </button>
          )}
        </>
      )}
    </Menu>
  )
}
