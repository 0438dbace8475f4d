import ConfigProvider from 'antd/es/config-provider'
import type { Locale } from 'antd/es/locale'
import darkAlgorithm from 'antd/es/theme/themes/dark'
import defaultAlgorithm from 'antd/es/theme/themes/default'
import { type ReactNode, useEffect, useState } from 'react'
import { type Language, useLanguage } from '../language.tsx'
import { useDark } from './theme.ts'

/** The tokens of `tokens.css` as Ant Design wants them: it computes with colours, so variables will not do. */
const LIGHT = {
  colorPrimary: '#0b6e69',
  colorInfo: '#2457a6',
  colorSuccess: '#2a7448',
  colorWarning: '#925600',
  colorError: '#b42318',
  colorText: '#14202b',
  colorTextSecondary: '#475664',
  colorTextTertiary: '#5f6c79',
  colorTextPlaceholder: '#5f6c79',
  colorTextDescription: '#5f6c79',
  colorBgBase: '#ffffff',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorBgLayout: '#f6f8f9',
  colorBorder: '#8b97a3',
  colorBorderSecondary: '#e3e8ec',
  controlItemBgActive: '#e5f3f2',
}

const DARK: typeof LIGHT = {
  colorPrimary: '#4cc0b6',
  colorInfo: '#86b4f7',
  colorSuccess: '#63c78d',
  colorWarning: '#e3aa55',
  colorError: '#ff9488',
  colorText: '#e4eaf0',
  colorTextSecondary: '#b4c0cb',
  colorTextTertiary: '#93a1ae',
  colorTextPlaceholder: '#93a1ae',
  colorTextDescription: '#93a1ae',
  colorBgBase: '#171f26',
  colorBgContainer: '#171f26',
  colorBgElevated: '#1d2730',
  colorBgLayout: '#0f151a',
  colorBorder: '#677583',
  colorBorderSecondary: '#2a3540',
  controlItemBgActive: '#12312f',
}

const LOCALES: Readonly<Record<Language, () => Promise<Locale>>> = {
  'zh-Hans': async () => {
    const [locale, dayjs] = await Promise.all([
      import('antd/es/locale/zh_CN'),
      import('dayjs'),
      import('dayjs/locale/zh-cn'),
    ])
    dayjs.default.locale('zh-cn')
    return locale.default
  },
  'zh-Hant': async () => {
    const [locale, dayjs] = await Promise.all([
      import('antd/es/locale/zh_TW'),
      import('dayjs'),
      import('dayjs/locale/zh-tw'),
    ])
    dayjs.default.locale('zh-tw')
    return locale.default
  },
  en: async () => {
    const [locale, dayjs] = await Promise.all([
      import('antd/es/locale/en_GB'),
      import('dayjs'),
      import('dayjs/locale/en-gb'),
    ])
    dayjs.default.locale('en-gb')
    return locale.default
  },
}

/** Who asks the system for less motion gets none. */
const STILL = matchMedia('(prefers-reduced-motion: reduce)')

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

/**
 * Until the words of the language are there. With none at all the provider would change its shape when they come, and
 * everything below it, with what was typed there, would begin anew.
 */
const NO_WORDS: Locale = { locale: 'zh-cn' }

/** Gives Ant Design our tokens, the language and the nonce of the page's policy. */
export function AntdTheme({ children }: { readonly children: ReactNode }) {
  const dark = useDark()
  const { language } = useLanguage()
  const [locale, setLocale] = useState(NO_WORDS)
  useEffect(() => {
    let current = true
    void LOCALES[language]().then(found => {
      if (current) setLocale(found)
    })
    return () => {
      current = false
    }
  }, [language])
  return (
    <ConfigProvider
      locale={locale}
      {...(nonce && { csp: { nonce } })}
      theme={{
        algorithm: dark ? darkAlgorithm : defaultAlgorithm,
        token: {
          ...(dark ? DARK : LIGHT),
          motion: !STILL.matches,
          fontFamily: 'var(--sans)',
          fontFamilyCode: 'var(--mono)',
          fontSize: 14,
          borderRadius: 6,
          borderRadiusLG: 8,
          controlHeight: 34,
          wireframe: false,
        },
        components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
