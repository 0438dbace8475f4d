import './log-in.css'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { Refusal } from '../answers.ts'
import { RefusedError, send } from '../api.ts'
import { useT } from '../language.tsx'
import { Refused } from '../state/refused.tsx'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'

const FIELDS = [
  {
    part: 'company',
    key: 'company',
    label: text('公司名称', 'Company name'),
    hint: text('按营业执照填写，印在每张表单上', 'As on the business licence; printed on every form'),
  },
  {
    part: 'company',
    key: 'companyEn',
    label: text('公司英文名称（可不填）', 'Company name in English (optional)'),
    optional: true,
  },
  {
    part: 'site',
    key: 'site',
    label: text('场所名称', 'Name of the site'),
    hint: text('例如：总部、郑州仓库', 'For example: head office'),
  },
  {
    part: 'site',
    key: 'address',
    label: text('地址', 'Address'),
    hint: text('按经营许可证填写', 'As on the business permit'),
  },
  {
    part: 'site',
    key: 'province',
    label: text('省、自治区、直辖市', 'Province'),
    hint: text('例如：河南省', 'For example: Henan'),
  },
  {
    part: 'site',
    key: 'city',
    label: text('市', 'City'),
    hint: text('例如：郑州市；用来判断本地与外地', 'Tells local customers from remote ones'),
  },
  {
    part: 'site',
    key: 'regionCode',
    label: text('行政区划代码', 'Region code'),
    hint: text('6 位数字，即统一社会信用代码的第 3–8 位', '6 digits: places 3–8 of the unified social credit code'),
    pattern: '[0-9]{6}',
  },
  {
    part: 'person',
    key: 'name',
    label: text('姓名', 'Full name'),
    hint: text('签名和打印都用它', 'Used for signatures and print'),
  },
  {
    part: 'person',
    key: 'username',
    label: text('用户名', 'User name'),
    hint: text('字母、数字、点、横线；登录用', 'Letters, digits, dots, hyphens; for signing in'),
  },
  {
    part: 'person',
    key: 'password',
    label: text('密码', 'Password'),
    hint: text('至少 10 个字符，越长越好', 'At least 10 characters; longer is better'),
    secret: true,
  },
  { part: 'person', key: 'again', label: text('再输一次密码', 'The password again'), secret: true },
] as const

type Key = (typeof FIELDS)[number]['key']
const PARTS = [
  { id: 'company', title: text('公司', 'Company') },
  { id: 'site', title: text('经营场所', 'Site') },
  { id: 'person', title: text('第一位系统管理员', 'The first administrator') },
] as const
/** Where the server says that a field is wrong. */
const PATHS: Readonly<Record<Key, string>> = {
  company: 'company.zh',
  companyEn: 'company.en',
  site: 'site.name',
  address: 'site.address',
  province: 'site.province',
  city: 'site.city',
  regionCode: 'site.regionCode',
  name: 'administrator.name',
  username: 'administrator.username',
  password: 'administrator.password',
  again: '',
}
const DIFFERENT = text('两次输入的密码不一样。', 'The two passwords differ.')

/** The first page of an empty installation: makes the company, its site and the first administrator. */
export function SetUpPage() {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [values, setValues] = useState<Record<Key, string>>({
    company: '',
    companyEn: '',
    site: '',
    address: '',
    province: '',
    city: '',
    regionCode: '',
    name: '',
    username: '',
    password: '',
    again: '',
  })
  const [fault, setFault] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = `${t(text('建立公司', 'Set up'))} · 闭环 Bihuan`
  }, [t])
  const differs = values.again !== '' && values.again !== values.password
  const byField = fault instanceof RefusedError ? fault.byField : new Map<string, Refusal>()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (differs || busy) return
    setBusy(true)
    setFault(null)
    try {
      const { company, companyEn, site, address, province, city, regionCode, name, username, password } = values
      await send('/api/setup', {
        company: { zh: company, ...(companyEn && { en: companyEn }) },
        site: { name: site, address, province, city, regionCode },
        administrator: { name, username, password },
      })
      await send('/api/auth/sign-in/username', { username, password })
      client.clear()
      await navigate({ to: '/', replace: true })
    } catch (error) {
      setFault(error as Error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="log-in">
      <header className="log-in-top">
        <Brand />
        <span className="sp" />
        <LanguageSwitch />
      </header>
      <main className="log-in-main">
        <form className="card log-in-card set-up" onSubmit={submit}>
          <h1>{t(text('建立公司', 'Set up the company'))}</h1>
          <p className="sub">
            {t(
              text(
                '这里还没有任何数据。填好后您就是系统管理员，再为同事开账号、指定角色。',
                'There is no data yet. Afterwards you are the administrator and add people with their roles.',
              ),
            )}
          </p>
          {PARTS.map(part => (
            <fieldset key={part.id}>
              <legend>{t(part.title)}</legend>
              {FIELDS.filter(field => field.part === part.id).map(field => {
                const refusal = byField.get(PATHS[field.key])
                const wrong = refusal ? t(refusal.sentence) : field.key === 'again' && differs ? t(DIFFERENT) : ''
                return (
                  <div className="fld" key={field.key}>
                    <label htmlFor={`set-up-${field.key}`}>{t(field.label)}</label>
                    <input
                      id={`set-up-${field.key}`}
                      className="inp"
                      type={'secret' in field ? 'password' : 'text'}
                      autoComplete={'secret' in field ? 'new-password' : field.key === 'username' ? 'username' : 'off'}
                      value={values[field.key]}
                      required={!('optional' in field)}
                      minLength={'secret' in field ? 10 : undefined}
                      pattern={'pattern' in field ? field.pattern : undefined}
                      aria-invalid={wrong ? true : undefined}
                      aria-describedby={`set-up-${field.key}-hint`}
                      onChange={event => setValues({ ...values, [field.key]: event.target.value })}
                    />
                    <div id={`set-up-${field.key}-hint`} className={wrong ? 'fault' : 'who'}>
                      {wrong || ('hint' in field ? t(field.hint) : '')}
                    </div>
                  </div>
                )
              })}
            </fieldset>
          ))}
          {fault && byField.size === 0 && <Refused error={fault} />}
          <button type="submit" className="btn p wide" aria-disabled={busy || differs}>
            {busy ? t(text('正在建立…', 'Setting up…')) : t(text('建立并登录', 'Set up and sign in'))}
          </button>
        </form>
      </main>
      <footer className="log-in-foot who">闭环 Bihuan</footer>
    </div>
  )
}
