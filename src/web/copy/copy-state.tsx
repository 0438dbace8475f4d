import './copy.css'
import { Fault } from '../account/fault.tsx'
import { useT } from '../language.tsx'
import type { Copying } from './use-copy.ts'

const MEGA = 1_048_576

/** That a copy is being made, or why there is none; nothing otherwise. */
export function CopyState({ copy: { busy, received, fault } }: { readonly copy: Copying }) {
  const t = useT()
  if (fault)
    return (
      <div className="copy-state">
        <Fault error={fault} />
      </div>
    )
  if (busy === null) return null
  const size = received > MEGA / 10 ? (received / MEGA).toFixed(1) : ''
  return (
    <p className="notice copy-state appear" role="status">
      {t({
        zh: `正在生成文件，请稍候…${size && ` 已收到 ${size} MB`}`,
        en: `The file is being made…${size && ` ${size} MB received`}`,
      })}
    </p>
  )
}
