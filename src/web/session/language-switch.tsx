import { text } from '../../kernel/text.ts'
import { LANGUAGES, useLanguage, useT } from '../language.tsx'

/** 简 · 繁 · EN. */
export function LanguageSwitch() {
  const t = useT()
  const { language, choose } = useLanguage()
  return (
    <fieldset className="languages">
      <legend className="sr">{t(text('语言', 'Language'))}</legend>
      {LANGUAGES.map(({ id, short, name }) => (
        <button key={id} type="button" lang={id} title={name} aria-pressed={language === id} onClick={() => choose(id)}>
          <span aria-hidden="true">{short}</span>
          <span className="sr">{name}</span>
        </button>
      ))}
    </fieldset>
  )
}
