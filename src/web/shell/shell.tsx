import './shell.css'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useOnline } from '../connection.ts'
import { useT } from '../language.tsx'
import { AntdTheme } from '../look/antd-theme.tsx'
import { useMeta } from '../meta.ts'
import { Bell } from '../notify/bell.tsx'
import { useLive } from '../notify/use-live.ts'
import { useScanner } from '../scan/use-scanner.ts'
import { Brand } from '../session/brand.tsx'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { useSessionEnded } from '../session/session.ts'
import { frequentPlaces } from './frequent.ts'
import { Icon } from './icons.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SideNav } from './side-nav.tsx'

const KeysDialog = lazy(() => import('./keys-dialog.tsx').then(module => ({ default: module.KeysDialog })))
const Palette = lazy(() => import('./palette.tsx').then(module => ({ default: module.Palette })))
const InspectorShell = lazy(() =>
  import('../inspection/inspector-shell.tsx').then(module => ({ default: module.InspectorShell })),
)
const SignInAgain = lazy(() => import('../session/sign-in-again.tsx').then(module => ({ default: module.SignInAgain })))

/** The frame of every page behind the log-in; an inspector of the authority has one of his own. */
export function Shell() {
  return useMeta().me.inspecting ? (
    <Suspense>
      <InspectorShell />
    </Suspense>
  ) : (
    <CompanyShell />
  )
}

/** Whether what is typed goes into a field or a window. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null

function CompanyShell() {
  const t = useT()
  const meta = useMeta()
  const online = useOnline()
  const ended = useSessionEnded()
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  const drawer = useRef<HTMLDialogElement>(null)
  const moving = useRouterState({ select: state => state.status === 'pending' })
  const navigate = useNavigate()
  useLive()
  useScanner(code => void navigate({ to: '/trace', search: { q: code } }))

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPalette(open => !open)
      }
      if (event.key === '?' && !isField(event.target)) setKeys(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  const findWords = t(
    text('搜索投诉、批号、客户、条款，或扫码', 'Search complaints, lots, customers, clauses, or scan'),
  )
  return (
    <AntdTheme>
      <div className="shell">
        <a className="skip" href="#content">
          {t(text('跳到正文', 'Skip to the content'))}
        </a>
        <header className="top">
          <button
            type="button"
            className="btn quiet icon only-narrow"
            aria-label={t(text('导航', 'Navigation'))}
            onClick={() => drawer.current?.showModal()}
          >
            <Icon name="menu" />
          </button>
          <Link to="/" className="top-brand">
            <Brand size={22} />
          </Link>
          <button type="button" className="find" onClick={() => setPalette(true)} aria-keyshortcuts="Control+K">
            <Icon name="search" size={14} />
            <span>{findWords}</span>
            <i className="kbd" aria-hidden="true">
              Ctrl K
            </i>
          </button>
          <span className="sp" />
          {meta.demo && (
            <span
              className="tag warn demo"
              title={t(text('演示公司 · 数据可随意改动', 'Demo company · change anything'))}
            >
              <span className="only-wide">
                {t(text('演示公司 · 数据可随意改动', 'Demo company · change anything'))}
              </span>
              <span className="only-narrow">{t(text('演示', 'Demo'))}</span>
            </span>
          )}
          <span className="only-wide">
            <LanguageSwitch />
          </span>
          <Bell />
          <PersonMenu />
          {moving && <i className="moving appear" aria-hidden="true" />}
        </header>
        <div className="side">
          <SideNav />
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself */}
        <dialog
          ref={drawer}
          className="drawer"
          aria-label={t(text('导航', 'Navigation'))}
          onClick={event => event.target === drawer.current && drawer.current.close()}
        >
          <div className="row drawer-top">
            <Brand size={22} />
            <span className="sp" />
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t(text('收起', 'Close'))}
              onClick={() => drawer.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          <SideNav onGo={() => drawer.current?.close()} />
        </dialog>
        <main id="content" className="content" tabIndex={-1}>
          {!online && (
            <div className="notice warn offline" role="alert">
              <strong>{t(text('网络中断。', 'Offline.'))}</strong>{' '}
              {t(
                text(
                  '显示的是断网前的内容；已输入的内容保留在页面上，恢复后再提交。',
                  'What you see is from before; what you typed stays on the page, submit it once the network is back.',
                ),
              )}
            </div>
          )}
          <Outlet />
        </main>
        <nav className="bottom" aria-label={t(text('常用', 'Frequent'))}>
          <Link to="/" activeOptions={{ exact: true }}>
            <Icon name="desk" size={18} />
            {t(text('工作台', 'Workbench'))}
          </Link>
          {frequentPlaces(meta).map(place => (
            <Link key={place.to} to={place.to}>
              <Icon name="list" size={18} />
              {t(place.title)}
            </Link>
          ))}
          <button type="button" onClick={() => setPalette(true)}>
            <Icon name="scan" size={18} />
            {t(text('搜索', 'Search'))}
          </button>
          <button type="button" onClick={() => drawer.current?.showModal()}>
            <Icon name="menu" size={18} />
            {t(text('全部', 'All'))}
          </button>
        </nav>
      </div>
      <Suspense>
        {palette && <Palette close={() => setPalette(false)} />}
        {keys && <KeysDialog close={() => setKeys(false)} />}
        {ended && <SignInAgain />}
      </Suspense>
    </AntdTheme>
  )
}
