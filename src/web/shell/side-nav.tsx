import { Link, useLocation } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { useCounts } from './counts.ts'
import { navigation } from './navigation.ts'

/** Whether a place is where the person is: itself or a page below it. */
const isHere = (to: string, path: string): boolean =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)

/** The way to every page, with how much is open there. */
export function SideNav({ onGo }: { readonly onGo?: () => void }) {
  const t = useT()
  const meta = useMeta()
  const counts = useCounts()
  const path = useLocation({ select: location => decodeURI(location.pathname) })
  const here = (to: string) => (isHere(to, path) ? ('page' as const) : undefined)
  return (
    <nav className="side-nav" aria-label={t(text('导航', 'Navigation'))}>
      <Link to="/" onClick={onGo} aria-current={here('/')}>
        {t(text('工作台', 'Workbench'))}
        {counts.late > 0 && (
          <i className="l" title={t(text('已超期', 'late'))}>
            {counts.late}
          </i>
        )}
      </Link>
      <Link to="/signing" onClick={onGo} aria-current={here('/signing')} preload="intent">
        {t(text('我的签字', 'My signatures'))}
        {counts.toSign > 0 && <i title={t(text('等我签字', 'to sign'))}>{counts.toSign}</i>}
      </Link>
      {navigation(meta).map(group => {
        const links = group.places.map(place => {
          const count = place.counts ? counts.of(place.counts) : null
          return (
            <Link key={place.to} to={place.to} onClick={onGo} aria-current={here(place.to)} preload="intent">
              {t(place.title)}
              {count && count.open > 0 && (
                <i
                  className={count.late > 0 ? 'l' : undefined}
                  title={t(
                    text(`${count.open} 条未完结，${count.late} 条超期`, `${count.open} open, ${count.late} late`),
                  )}
                >
                  {count.open}
                </i>
              )}
            </Link>
          )
        })
        return group.folded ? (
          <details key={group.id} open={group.places.some(place => here(place.to))}>
            <summary className="side-nav-title">{t(group.title)}</summary>
            {links}
          </details>
        ) : (
          <section key={group.id} aria-labelledby={`nav-${group.id}`}>
            <p id={`nav-${group.id}`} className="side-nav-title">
              {t(group.title)}
            </p>
            {links}
          </section>
        )
      })}
    </nav>
  )
}
