import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { Text } from '../kernel/text.ts'

/** The interface languages; Traditional Chinese is derived from Simplified. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

/** How each language calls itself. */
export const LANGUAGES: readonly { readonly id: Language; readonly short: string; readonly name: string }[] = [
  { id: 'zh-Hans', short: '简', name: '简体中文' },
  { id: 'zh-Hant', short: '繁', name: '繁體中文' },
  { id: 'en', short: 'EN', name: 'English' },
]

const KEY = 'bihuan.language'
let traditional: ((zh: string) => string) | null = null

async function loadTraditional(): Promise<void> {
  traditional ??= (await import('./traditional.ts')).traditional
}

/** The language last chosen on this device; Simplified Chinese at first. */
export function storedLanguage(): Language {
  const value = document.documentElement.lang
  return value === 'zh-Hant' || value === 'en' ? value : 'zh-Hans'
}

/** Fetches what the language needs before the first paint. Without it Traditional Chinese would appear in Simplified. */
export const prepareLanguage = async (language: Language): Promise<void> => {
  if (language === 'zh-Hant') await loadTraditional()
}

interface Chosen {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const LanguageContext = createContext<Chosen>({ language: 'zh-Hans', choose: () => {} })

/** Holds the chosen language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(storedLanguage)
  const choose = useCallback(async (next: Language) => {
    await prepareLanguage(next)
    document.documentElement.lang = next
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // Storage is closed: the choice holds until the page is left.
    }
    setLanguage(next)
  }, [])
  const chosen = useMemo(() => ({ language, choose }), [language, choose])
  return <LanguageContext value={chosen}>{children}</LanguageContext>
}

/** The language in use and how to change it. */
export const useLanguage = (): Chosen => useContext(LanguageContext)

/** Says a text in a language. Plain strings are what people entered; they are never converted. */
export function say(text: Text | string, language: Language): string {
  if (typeof text === 'string') return text
  if (language === 'en') return text.en
  return language === 'zh-Hant' && traditional ? traditional(text.zh) : text.zh
}

/** Says texts in the language in use. */
export function useT(): (text: Text | string) => string {
  const { language } = useLanguage()
  return useCallback((text: Text | string) => say(text, language), [language])
}
