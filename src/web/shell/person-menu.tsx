import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { send } from '../api.ts'
import { useT } from '../language.tsx'
import { chooseTheme, useTheme } from '../look/theme.ts'
import { useMeta } from '../meta.ts'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { sessionLeft } from '../session/session.ts'
import { Icon } from './icons.tsx'
import { Menu } from './menu.tsx'

const THEMES = [
  { id: 'system', icon: 'screen', title: text('跟随系统', 'As the system') },
  { id: 'light', icon: 'sun', title: text('浅色', 'Light') },
  { id: 'dark', icon: 'moon', title: text('深色', 'Dark') },
] as const

/** Who is signed in, the account, language and theme, and the way out. */
export function PersonMenu() {
  const t = useT()
  const { me, roles, company } = useMeta()
  const client = useQueryClient()
  const navigate = useNavigate()
  const theme = useTheme()
  const signOut = async (): Promise<void> => {
    await send('/api/auth/sign-out', {}).catch(() => undefined)
    sessionLeft()
    await navigate({ to: '/log-in', search: {} })
    client.clear()
  }
  return (
    <Menu
      label={`${me.name} · ${t(text('账号与设置', 'account and settings'))}`}
      className="ava-button"
      button={
        <span className="ava" aria-hidden="true">
          {me.name.slice(0, 1)}
        </span>
      }
    >
      {close => (
        <>
          <div className="menu-head">
            <b>{me.name}</b> <span className="mono who">{me.username}</span>
            <div className="who">
              {me.roles
                .map(role => {
                  const of = me.deputyFor?.[role]
                  const title = t(roles[role] ?? role)
                  return of ? `${title}${t(text(`（代 ${of.name}）`, ` (for ${of.name})`))}` : title
                })
                .join(' · ')}
            </div>
            <div className="who">{t(company)}</div>
          </div>
          <Link to="/account" className="menu-item" onClick={close}>
            <Icon name="person" />
            {t(text('我的账号', 'My account'))}
          </Link>
          <div className="menu-row">
            <span>{t(text('语言', 'Language'))}</span>
            <LanguageSwitch />
          </div>
          <div className="menu-row">
            <span>{t(text('外观', 'Theme'))}</span>
            <fieldset className="languages">
              <legend className="sr">{t(text('外观', 'Theme'))}</legend>
              {THEMES.map(({ id, icon, title }) => (
                <button
                  key={id}
                  type="button"
                  title={t(title)}
                  aria-label={t(title)}
                  aria-pressed={theme === id}
                  onClick={() => chooseTheme(id)}
                >
                  <Icon name={icon} size={13} />
                </button>
              ))}
            </fieldset>
          </div>
          <button type="button" className="menu-item" onClick={signOut}>
            <Icon name="right" />
            {t(text('退出登录', 'Sign out'))}
          </button>
        </>
      )}
    </Menu>
  )
}
