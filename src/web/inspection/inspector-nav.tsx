import { Link, useLocation } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { navigation } from '../shell/navigation.ts'

/** The way to everything that is open to an inspector. */
export function InspectorNav({ onGo }: { readonly onGo?: () => void }) {
  const t = useT()
  const meta = useMeta()
  const path = useLocation({ select: location => decodeURI(location.pathname) })
  const here = (to: string) => (path === to || path.startsWith(`${to}/`) ? ('page' as const) : undefined)
  return (
    <nav className="side-nav" aria-label={t(text('导航', 'Navigation'))}>
      <Link to="/" onClick={onGo} preload={false} aria-current={path === '/' ? 'page' : undefined}>
        {t(text('本次检查', 'This inspection'))}
      </Link>
      {navigation(meta).map(group => (
        <section key={group.id} aria-labelledby={`nav-${group.id}`}>
          <p id={`nav-${group.id}`} className="side-nav-title">
            {t(group.title)}
          </p>
          {group.places.map(place => (
            <Link key={place.to} to={place.to} onClick={onGo} aria-current={here(place.to)} preload={false}>
              {t(place.title)}
            </Link>
          ))}
        </section>
      ))}
    </nav>
  )
}
