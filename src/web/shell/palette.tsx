import './palette.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { FoundClause } from '../../server/reads/clause-reads.ts'
import type { Found } from '../answers.ts'
import { readQuery } from '../api.ts'
import { LANGUAGES, useLanguage, useT } from '../language.tsx'
import { chooseTheme } from '../look/theme.ts'
import { useMeta } from '../meta.ts'
import { Bones } from '../state/loading.tsx'
import { Icon, type IconName } from './icons.tsx'
import { navigation } from './navigation.ts'
import { scanned, type UdiAnswer } from './scanned.ts'
import { useSettled } from './settled.ts'

interface Choice {
  readonly id: string
  readonly group: Text
  readonly icon: IconName
  readonly title: string
  readonly remark?: string
  readonly mono?: string
  readonly go: () => void
  /** Further words by which it is found. */
  readonly words?: string
}

const GROUPS = {
  records: text('记录', 'Records'),
  scan: text('追溯', 'Trace'),
  start: text('新建', 'Start'),
  pages: text('页面', 'Pages'),
  clauses: text('条款', 'Clauses'),
  settings: text('语言与外观', 'Language and theme'),
} as const

const fits = (choice: Choice, words: readonly string[]): boolean => {
  const all = `${choice.title} ${choice.words ?? ''} ${choice.mono ?? ''}`.toLowerCase()
  return words.every(word => all.includes(word))
}

/** Ctrl-K: goes to pages, finds records by anything, starts new ones, opens clauses, reads scanned codes. */
export function Palette({ close }: { readonly close: () => void }) {
  const t = useT()
  const id = useId()
  const meta = useMeta()
  const router = useRouter()
  const navigate = useNavigate()
  const { choose } = useLanguage()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const asked = useSettled(typed.trim(), 180)
  const scan = scanned(asked)
  const term = scan ? '' : asked
  const records = useQuery({
    ...readQuery<readonly Found[]>('search.all', { q: term }),
    enabled: term.length >= 2,
    placeholderData: before => before,
  })
  const udi = useQuery({ ...readQuery<UdiAnswer>('vocabulary.udi', { text: scan ?? '' }), enabled: scan !== null })
  const scanTerm = udi.data?.lot?.lotNo ?? udi.data?.product?.name ?? ''
  const scanRecords = useQuery({
    ...readQuery<readonly Found[]>('search.all', { q: scanTerm }),
    enabled: scanTerm.length >= 2,
  })
  const clauses = useQuery({
    ...readQuery<readonly FoundClause[]>('search.clauses', { q: term }),
    enabled: term.length >= 2,
    placeholderData: before => before,
  })

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const fixed = useMemo((): readonly Choice[] => {
    const go = (to: string) => () => void navigate({ href: to })
    return [
      ...meta.procedures.flatMap(procedure =>
        procedure.news.map(command => ({
          id: command.id,
          group: GROUPS.start,
          icon: 'plus' as const,
          title: t(command.title),
          words: `${command.title.zh} ${command.title.en} ${command.id}`,
          go: go(`/new/${command.id}`),
        })),
      ),
      {
        id: 'desk',
        group: GROUPS.pages,
        icon: 'desk' as const,
        title: t(text('工作台', 'Workbench')),
        words: '工作台 workbench home',
        go: go('/'),
      },
      ...navigation(meta).flatMap(group =>
        group.places.map(place => ({
          id: place.to,
          group: GROUPS.pages,
          icon: 'list' as const,
          title: t(place.title),
          remark: t(group.title),
          words: `${place.title.zh} ${place.title.en} ${place.to}`,
          go: go(place.to),
        })),
      ),
      {
        id: 'account',
        group: GROUPS.pages,
        icon: 'person' as const,
        title: t(text('我的账号', 'My account')),
        words: '我的账号 密码 会话 account password sessions',
        go: go('/account'),
      },
      ...LANGUAGES.map(({ id: language, name }) => ({
        id: language,
        group: GROUPS.settings,
        icon: 'screen' as const,
        title: name,
        words: '语言 language',
        go: () => choose(language),
      })),
      ...(['light', 'dark', 'system'] as const).map(theme => ({
        id: theme,
        group: GROUPS.settings,
        icon: theme === 'light' ? ('sun' as const) : theme === 'dark' ? ('moon' as const) : ('screen' as const),
        title: t(
          theme === 'light'
            ? text('浅色外观', 'Light theme')
            : theme === 'dark'
              ? text('深色外观', 'Dark theme')
              : text('外观跟随系统', 'Theme as the system'),
        ),
        words: `外观 主题 theme ${theme}`,
        go: () => chooseTheme(theme),
      })),
    ]
  }, [meta, t, navigate, choose])

  const found = useDeferredValue([...(records.data ?? []), ...(scanRecords.data ?? [])])
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  // A code or a number that may stand on goods or papers; words of a sentence are not traced.
  const traceable = scan ?? (/^[\w./-]*\d[\w./-]*$/.test(asked) && asked.length >= 4 ? asked : null)
  const trace: readonly Choice[] = traceable
    ? [
        {
          id: 'trace',
          group: GROUPS.scan,
          icon: 'scan' as const,
          title: udi.data?.product ? udi.data.product.name : t(text(`追溯 ${traceable}`, `Trace ${traceable}`)),
          mono: udi.data?.lot?.lotNo ?? '',
          remark: t(text('来源、去向、库存和全部记录', 'Where from, where to, what is left, every record')),
          go: () => void navigate({ to: '/trace', search: { q: traceable } }),
        },
      ]
    : []
  const choices: Choice[] = [
    ...(scan ? trace : []),
    ...(typed.trim().length >= 2 ? found : []).map(record => ({
      id: record.id,
      group: GROUPS.records,
      icon: 'sheet' as const,
      title: record.title,
      mono: record.number,
      remark: `${t(record.noun)} · ${t(record.state)}`,
      go: () =>
        void navigate({
          to: '/$procedure/$id',
          params: { procedure: record.procedure, id: record.number },
          search: {},
        }),
    })),
    ...(scan ? [] : trace),
    ...fixed.filter(choice => (words.length === 0 ? choice.group !== GROUPS.settings : fits(choice, words))),
    ...(words.length > 0 && !scan ? (clauses.data ?? []) : []).map(clause => ({
      id: `${clause.procedure}${clause.id}`,
      group: GROUPS.clauses,
      icon: 'list' as const,
      title: t(clause.text),
      mono: clause.id,
      go: () =>
        void navigate({
          to: '/clauses/$procedure/$clause',
          params: { procedure: clause.procedure, clause: clause.id },
          search: {},
        }),
    })),
  ]
  const current = Math.min(at, choices.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const take = (choice: Choice | undefined): void => {
    if (!choice) return
    close()
    choice.go()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(choices.length === 0 ? 0 : (current + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(choices[current])
    }
  }
  const waiting = (records.isFetching && !records.data) || typed.trim() !== asked
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t(text('搜索与命令', 'Search and commands'))}
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          autoFocus
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          onFocus={() => void router.preloadRoute({ to: '/clauses', search: {} })}
          placeholder={t(
            text('编号、客户、产品、批号、条款、页面，或扫码', 'Number, customer, product, lot, clause, page, or scan'),
          )}
          role="combobox"
          aria-label={t(text('搜索', 'Search'))}
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-activedescendant={choices[current] ? `${id}${current}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={`${id}list`} ref={list} className="palette-list" role="listbox" aria-label={t(text('结果', 'Results'))}>
        {choices.map((choice, index) => (
          <div key={choice.group.en + choice.id} role="presentation">
            {choices[index - 1]?.group !== choice.group && (
              <div className="palette-group" role="presentation">
                {t(choice.group)}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the field points here by aria-activedescendant */}
            <div
              id={`${id}${index}`}
              role="option"
              aria-selected={index === current}
              className="palette-choice"
              onClick={() => take(choice)}
              onPointerMove={() => setAt(index)}
            >
              <Icon name={choice.icon} />
              {choice.mono && <span className="mono">{choice.mono}</span>}
              <span className="palette-title">{choice.title}</span>
              {choice.remark && <span className="who">{choice.remark}</span>}
            </div>
          </div>
        ))}
        {choices.length === 0 && waiting && (
          <div className="palette-none">
            <Bones rows={4} />
          </div>
        )}
        {choices.length === 0 && !waiting && (
          <p className="palette-none">
            {t(
              text(
                '没有找到。可换编号、客户简称、批号的一部分试试。',
                'Nothing found. Try part of a number, a customer, a lot.',
              ),
            )}
          </p>
        )}
      </div>
      <div className="palette-foot who">
        {t(text('↑ ↓ 选择 · 回车打开 · Esc 关闭', '↑ ↓ choose · Enter opens · Esc closes'))}
        <span className="sr" role="status">
          {t(text(`${choices.length} 项`, `${choices.length} results`))}
        </span>
      </div>
    </dialog>
  )
}
