import { useRef } from 'react'
import type { RecordPage } from '../answers.ts'
import { useT } from '../language.tsx'

/** The first and last signs of a hash: enough to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`

/** The record's chain of hashes: what it proves, and how anybody checks it without this program. */
export function ChainTag({ page: { procedure, record, chain } }: { readonly page: RecordPage }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" className="tag brand chain-tag" onClick={() => dialog.current?.showModal()}>
        {t({
          zh: `日志链 ${chain.entries} 条 · ${shortHash(chain.head)}`,
          en: `Chain of ${chain.entries} · ${shortHash(chain.head)}`,
        })}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="chain-title">
        <h2 id="chain-title">{t({ zh: '这条记录的日志链', en: 'The chain of this record' })}</h2>
        <div className="stack">
          <p>
            {t({
              zh: `每一步（包括被拒的尝试）都记入日志。每条日志的摘要包含前一条的摘要，共 ${chain.entries} 条；改动、删除或调换其中任何一条，其后的摘要都会对不上。`,
              en: `Every step, refused attempts too, is an entry of the trail. Each entry's hash covers the hash before it, ${chain.entries} in all: whoever changes, removes or swaps one breaks every hash after it.`,
            })}
          </p>
          <div>
            <span className="sub">
              {t({ zh: '最后一条的摘要（SHA-256）', en: 'Hash of the last entry (SHA-256)' })}
            </span>
            <p className="mono">{chain.head}</p>
          </div>
          <div>
            <span className="sub">
              {t({
                zh: '脱机核验：导出后运行，只需 Node，不需要本系统',
                en: 'Check offline: export, then run; needs Node and nothing of ours',
              })}
            </span>
            <p className="mono command">{`node scripts/check-record.mjs ${record.number}.json`}</p>
          </div>
          <div className="row dialog-acts">
            <a
              className="btn"
              href={`/api/export/${procedure}/record/${record.id}.json`}
              download={`${record.number}.json`}
            >
              {t({ zh: '导出 JSON', en: 'Export JSON' })}
            </a>
            <button type="button" className="btn" onClick={() => dialog.current?.close()}>
              {t({ zh: '关闭', en: 'Close' })}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}
