import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { request, send } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Refused } from '../state/refused.tsx'

interface Feed {
  readonly feed: { readonly createdAt: string; readonly lastReadOn: string | null } | null
}

/** The person's duties and clocks in another calendar program: opened, shown once, closed. */
export function FeedDialog({ close }: { readonly close: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)
  const feed = useQuery({ queryKey: ['calendar-feed'], queryFn: () => request<Feed>('/api/calendar-feed') })
  useEffect(() => dialog.current?.showModal(), [])
  const act = async (path: string): Promise<void> => {
    setFault(null)
    try {
      const answer = await send<{ readonly path?: string }>(path, {})
      setAddress(answer.path ? new URL(answer.path, location.href).href : null)
      setCopied(false)
      await client.invalidateQueries({ queryKey: ['calendar-feed'] })
    } catch (error) {
      setFault(error as Error)
    }
  }
  const known = feed.data?.feed
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="feed-title" onClose={close}>
      <div className="sec">
        <h2 id="feed-title">{t(text('订阅到日历', 'Subscribe in your calendar'))}</h2>
        <p className="sub">
          {t(
            text(
              '手机或电脑日历可以订阅您名下的定期工作和时限。地址是秘密的：知道地址的人都能看到，请勿转发；不含客户、患者信息。',
              'A calendar on your telephone or computer can show your duties and clocks. The address is secret: whoever knows it can read it. It names no customer and no patient.',
            ),
          )}
        </p>
        {address && (
          <>
            <b>{t(text('地址只显示这一次：', 'The address is shown this one time:'))}</b>
            <code className="feed-address mono">{address}</code>
            <button
              type="button"
              className="btn p"
              onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}
            >
              {t(copied ? text('已复制', 'Copied') : text('复制', 'Copy'))}
            </button>
          </>
        )}
        {known && !address && (
          <p>
            {t(text(`已于 ${format.instant(known.createdAt)} 开通`, `Open since ${format.instant(known.createdAt)}`))}
            {known.lastReadOn && t(text(`，最近读取 ${known.lastReadOn}`, `, last read on ${known.lastReadOn}`))}
          </p>
        )}
        {fault && <Refused error={fault} />}
        <div className="row wrap feed-acts">
          <button type="button" className={known ? 'btn' : 'btn p'} onClick={() => void act('/api/calendar-feed')}>
            {t(known ? text('换一个新地址', 'New address') : text('开通', 'Open'))}
          </button>
          {known && (
            <button type="button" className="btn" onClick={() => void act('/api/calendar-feed/close')}>
              {t(text('停用', 'Close the feed'))}
            </button>
          )}
          <span className="sp" />
          <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
            {t(text('关闭', 'Done'))}
          </button>
        </div>
      </div>
    </dialog>
  )
}
