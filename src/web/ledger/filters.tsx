import { lazy, Suspense, useState } from 'react'
import { BLANK, blankTitle } from '../../kernel/ledger.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Column, LedgerMeta, ProcedureMeta } from '../answers.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'
import type { Asked, CourseMeta } from './asked.ts'

const Period = lazy(() => import('./period.tsx').then(module => ({ default: module.Period })))

/** The values that a column may be filtered by, with their words. */
function optionsOf(column: Column, states: ProcedureMeta['states']): readonly (readonly [string, Text])[] {
  if (column.kind === 'state') {
    return Object.entries(states).map(([value, { title }]) => [value, title] as const)
  }
  if (column.kind === 'yes-no')
    return [
      ['true', text('是', 'yes')],
      ['false', text('否', 'no')],
    ]
  return Object.entries(column.options ?? {}).map(([value, { title }]) => [value, title] as const)
}

/** One chip for each column that may be filtered, and the period. */
export function Filters({
  ledger,
  states,
  course,
  asked,
  onChange,
}: {
  readonly ledger: LedgerMeta
  readonly states: ProcedureMeta['states']
  readonly course: readonly CourseMeta[]
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}) {
  const t = useT()
  const [all, setAll] = useState(false)
  const ordered = ledger.columns.find(column => column.key === ledger.orderedBy)
  return (
    <div className="filters">
      <Suspense fallback={<span className="period-place" />}>
        <Period
          label={t(ordered?.title ?? text('登记时间', 'Registered'))}
          from={asked.from}
          to={asked.to}
          onChange={(from, to) => onChange({ ...asked, from, to })}
        />
      </Suspense>
      {ledger.filters.map((key, index) => {
        const column = ledger.columns.find(item => item.key === key) ?? (key === 'state' ? STATE : undefined)
        const chosen = asked.filter[key] ?? []
        const given = column ? optionsOf(column, states) : []
        const options = given.length > 0 && chosen.includes(BLANK) ? [...given, [BLANK, blankTitle] as const] : given
        // A chart may lead here by a column that has no list of values: its condition can be seen and dropped.
        if (!column || options.length === 0)
          return chosen.length === 0 ? null : (
            <button
              key={key}
              type="button"
              className="chip on"
              onClick={() => onChange({ ...asked, filter: { ...asked.filter, [key]: [] } })}
            >
              {t(column?.title ?? text('图表中选中的', 'Chosen in the chart'))}
              <b>
                {chosen
                  .flatMap(value =>
                    value === BLANK ? [t(blankTitle)] : column && column.kind !== 'person' ? [value] : [],
                  )
                  .join(t(text('、', ', ')))}
              </b>
              <Icon name="close" size={10} />
              <span className="sr">{t(text('取消这个条件', 'Drop this condition'))}</span>
            </button>
          )
        // The rarer ones wait behind one button; one that is in use is always shown.
        if (!all && index >= FIRST && chosen.length === 0) return null
        return (
          <FilterChip
            key={key}
            title={t(column.title)}
            options={options}
            chosen={chosen}
            onChange={chosen => onChange({ ...asked, filter: { ...asked.filter, [key]: chosen } })}
          />
        )
      })}
      {course.map(({ key, title, options }) => {
        const chosen = asked.filter[key] ?? []
        return chosen.length === 0 ? null : (
          <FilterChip
            key={key}
            title={t(title)}
            options={Object.entries(options)}
            chosen={chosen}
            onChange={chosen => onChange({ ...asked, filter: { ...asked.filter, [key]: chosen } })}
          />
        )
      })}
      {all && <ClockPicker course={course} asked={asked} onChange={onChange} />}
      {(ledger.filters.length > FIRST || course.length > 0) && (
        <button type="button" className="chip" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t(text('收起', 'Fewer')) : t(text('更多筛选', 'More filters'))}
        </button>
      )}
    </div>
  )
}

/** Takes up a clock that the register is not yet filtered by: those that ran late, at first. */
function ClockPicker({
  course,
  asked,
  onChange,
}: {
  readonly course: readonly CourseMeta[]
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}) {
  const t = useT()
  const free = course.filter(({ key, first }) => first.length > 0 && !asked.filter[key]?.length)
  if (free.length === 0) return null
  const title = t(text('时限', 'Clock'))
  return (
    <Menu
      label={title}
      align="start"
      className="chip"
      button={
        <>
          {title}
          <Icon name="down" size={12} />
        </>
      }
    >
      {close =>
        free.map(item => (
          <button
            key={item.key}
            type="button"
            className="menu-item"
            onClick={() => {
              onChange({ ...asked, filter: { ...asked.filter, [item.key]: item.first } })
              close()
            }}
          >
            {t(item.title)}
          </button>
        ))
      }
    </Menu>
  )
}

/** Filters that are shown at once. */
const FIRST = 4
const STATE: Column = { key: 'state', title: text('状态', 'State'), kind: 'state', width: 10, onScreen: true }

function FilterChip({
  title,
  options,
  chosen,
  onChange,
}: {
  readonly title: string
  readonly options: readonly (readonly [string, Text])[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const t = useT()
  const words = options.filter(([value]) => chosen.includes(value)).map(([, name]) => t(name))
  const shown =
    words.length > 2 ? t(text(`${words.length} 项`, `${words.length} chosen`)) : words.join(t(text('、', ', ')))
  return (
    <Menu
      label={words.length > 0 ? `${title}: ${words.join(', ')}` : title}
      align="start"
      className={words.length > 0 ? 'chip on' : 'chip'}
      button={
        <>
          {title}
          {shown && <b>{shown}</b>}
          <Icon name="down" size={12} />
        </>
      }
    >
      {close => (
        <fieldset className="filter-options">
          <legend className="sr">{title}</legend>
          {options.map(([value, name]) => (
            <label key={value} className="menu-item">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={event =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter(each => each !== value))
                }
              />
              {t(name)}
            </label>
          ))}
          <button
            type="button"
            className="menu-item filter-clear"
            disabled={chosen.length === 0}
            onClick={() => {
              onChange([])
              close()
            }}
          >
            {t(text('清除', 'Clear'))}
          </button>
        </fieldset>
      )}
    </Menu>
  )
}
