import '../shell/shell.css'
import './inspection.css'
import { Link, Outlet, useLocation, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { AntdTheme } from '../look/antd-theme.tsx'
import { useMeta } from '../meta.ts'
import { Brand } from '../session/brand.tsx'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { useSessionEnded } from '../session/session.ts'
import { Icon } from '../shell/icons.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { InspectorHome } from './inspector-home.tsx'
import { InspectorNav } from './inspector-nav.tsx'
import { NothingOpen } from './nothing-open.tsx'

const Palette = lazy(() => import('../shell/palette.tsx').then(module => ({ default: module.Palette })))
const SignInAgain = lazy(() => import('../session/sign-in-again.tsx').then(module => ({ default: module.SignInAgain })))

/** The frame of every page for an inspector of the authority: only what was opened to him, and nothing to act on. */
export function InspectorShell() {
  const t = useT()
  const format = useFormat()
  const { me } = useMeta()
  const ended = useSessionEnded()
  const [palette, setPalette] = useState(false)
  const drawer = useRef<HTMLDialogElement>(null)
  const path = useLocation({ select: location => location.pathname })
  const moving = useRouterState({ select: state => state.status === 'pending' })
  const inspecting = me.inspecting
  const open = inspecting?.open === true
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setPalette(shown => !shown)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open])
  const page =
    path === '/account' ? <Outlet /> : !open ? <NothingOpen /> : path === '/' ? <InspectorHome /> : <Outlet />
  return (
    <AntdTheme>
      <div className={open ? 'shell' : 'shell alone'}>
        <a className="skip" href="#content">
          {t(text('跳到正文', 'Skip to the content'))}
        </a>
        <header className="top">
          {open && (
            <button
              type="button"
              className="btn quiet icon only-narrow"
              aria-label={t(text('导航', 'Navigation'))}
              onClick={() => drawer.current?.showModal()}
            >
              <Icon name="menu" />
            </button>
          )}
          <Link to="/" className="top-brand">
            <Brand size={22} />
          </Link>
          {open && (
            <button type="button" className="find" onClick={() => setPalette(true)} aria-keyshortcuts="Control+K">
              <Icon name="search" size={14} />
              <span>{t(text('搜索开放给您的记录和条款', 'Search the records and clauses open to you'))}</span>
              <i className="kbd" aria-hidden="true">
                Ctrl K
              </i>
            </button>
          )}
          <span className="sp" />
          <span className="only-wide">
            <LanguageSwitch />
          </span>
          <PersonMenu />
          {moving && <i className="moving appear" aria-hidden="true" />}
        </header>
        {open && (
          <>
            <div className="side">
              <InspectorNav />
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
              <InspectorNav onGo={() => drawer.current?.close()} />
            </dialog>
          </>
        )}
        <main id="content" className="content" tabIndex={-1}>
          {open && (
            <p className="inspector-strip">
              <b>{t(text('监督检查 · 只读', 'Inspection · reading only'))}</b>{' '}
              {t(
                text(
                  `可查看 ${inspecting.from} 至 ${inspecting.to} 的记录，有效至 ${format.full(inspecting.until)}；您打开的内容记入日志。`,
                  `Records of ${inspecting.from} to ${inspecting.to}, open until ${format.full(inspecting.until)}; what you open stands in the trail.`,
                ),
              )}
            </p>
          )}
          {page}
        </main>
      </div>
      <Suspense>
        {palette && <Palette close={() => setPalette(false)} />}
        {ended && <SignInAgain />}
      </Suspense>
    </AntdTheme>
  )
}
