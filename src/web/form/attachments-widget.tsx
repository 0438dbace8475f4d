import { useRef, useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { Mark } from './mark.tsx'
import { ATTACHMENTS, upload } from './upload.ts'

/** A file on its way. */
interface Sending {
  readonly key: string
  readonly file: File
  readonly part: number
  readonly failed?: Text
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value

/** Files: dropped, pasted or chosen; each is sent at once and belongs to the record when the step is accepted. */
export function AttachmentsWidget({ path, id, describedBy }: WidgetProps) {
  const t = useT()
  const { labels, fill, files = ATTACHMENTS } = useFormScope()
  const [value, set] = useValue(path)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const ids = Array.isArray(value) ? value.map(String) : []
  // Several files end at different times: each adds itself to what is there then, not to what was there at its start.
  const present = useRef(ids)
  present.current = ids

  const send = (file: File, key: string = crypto.randomUUID()) => {
    const change = (next: Partial<Sending> | null) =>
      setSending(list =>
        next === null
          ? list.filter(item => item.key !== key)
          : list.map(item => (item.key === key ? { ...item, ...next } : item)),
      )
    setSending(list => [...list.filter(item => item.key !== key), { key, file, part: 0 }])
    upload(file, part => change({ part }), new AbortController().signal, files).then(
      kept => {
        change(null)
        present.current = [...present.current, kept.id]
        fill({ [path]: present.current }, { [`${path}.${kept.id}`]: `${kept.name}\n${kept.mediaType}` })
      },
      fault =>
        change({
          failed: isText(fault) ? fault : { zh: '文件未上传，请重试。', en: 'The file is not uploaded; try again.' },
        }),
    )
  }
  const sendAll = (files: FileList | null) => {
    for (const file of files ?? []) send(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way beside the button
    <div
      className={`attachments${over ? ' over' : ''}`}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        sendAll(event.dataTransfer.files)
      }}
      onPaste={event => sendAll(event.clipboardData.files)}
    >
      <button
        type="button"
        className="btn"
        id={id}
        aria-labelledby={`${id}-label ${id}`}
        aria-describedby={describedBy}
        onClick={() => chooser.current?.click()}
      >
        <Mark name="clip" />
        {t({ zh: '选择文件', en: 'Choose files' })}
      </button>
      <span className="who">{t({ zh: '或拖到这里、粘贴截图', en: 'or drop them here, or paste a screenshot' })}</span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={event => {
          sendAll(event.target.files)
          event.target.value = ''
        }}
      />
      <ul>
        {ids.map(fileId => {
          const [name = fileId.slice(0, 8), mediaType = ''] = (labels[`${path}.${fileId}`] ?? '').split('\n')
          return (
            <li key={fileId}>
              {mediaType.startsWith('image/') ? <img src={`${files}/${fileId}`} alt="" /> : <Mark name="file" />}
              <a href={`${files}/${fileId}`} target="_blank" rel="noreferrer">
                {name || fileId.slice(0, 8)}
              </a>
              <button
                type="button"
                className="btn quiet icon"
                aria-label={t({ zh: `移除 ${name}`, en: `Remove ${name}` })}
                onClick={() => set(ids.filter(other => other !== fileId))}
              >
                <Mark name="remove" />
              </button>
            </li>
          )
        })}
        {sending.map(({ key, file, part, failed }) => (
          <li key={key}>
            <Mark name="file" />
            <span>{file.name}</span>
            {failed ? (
              <>
                <span className="field-error" role="alert">
                  {t(failed)}
                </span>
                <button type="button" className="btn" onClick={() => send(file, key)}>
                  {t({ zh: '重试', en: 'Try again' })}
                </button>
                <button
                  type="button"
                  className="btn quiet icon"
                  aria-label={t({ zh: `移除 ${file.name}`, en: `Remove ${file.name}` })}
                  onClick={() => setSending(list => list.filter(item => item.key !== key))}
                >
                  <Mark name="remove" />
                </button>
              </>
            ) : (
              <progress
                value={part}
                max={1}
                aria-label={t({ zh: `正在上传 ${file.name}`, en: `Uploading ${file.name}` })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
