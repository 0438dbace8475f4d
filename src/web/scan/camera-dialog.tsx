import './scan.css'
import { useEffect, useRef, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { best } from './read-code.ts'

/** Milliseconds between two looks at the picture. */
const PACE = 180
/** Longer side of the picture that is looked at, in pixels. */
const LONGEST = 1_280

/** Why there is no picture, and what to do instead. */
function cameraTrouble(fault: unknown): Text {
  const name = fault instanceof Error ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return text(
      '浏览器没有获准使用摄像头。请在地址栏的权限中允许摄像头后再试，或在下面选一张照片，也可用扫码枪或手工输入。',
      'The browser may not use the camera. Allow it beside the address and try again, or choose a photograph below; a hand scanner or typing works too.',
    )
  if (name === 'NotFoundError' || name === 'OverconstrainedError')
    return text(
      '这台设备没有摄像头。请在下面选一张标签的照片，或用扫码枪或手工输入。',
      'This device has no camera. Choose a photograph of the label below, or use a hand scanner or type.',
    )
  if (name === 'NotReadableError')
    return text(
      '摄像头正被其他程序占用。请关闭占用它的程序后再试，或在下面选一张照片。',
      'Another program uses the camera. Close it and try again, or choose a photograph below.',
    )
  return text(
    '这里不能打开摄像头：浏览器只在 https 或本机地址下开放摄像头。请在下面拍照或选一张照片，也可用扫码枪或手工输入。',
    'The camera cannot be opened here: browsers allow it on https or on this very machine alone. Take or choose a photograph below; a hand scanner or typing works too.',
  )
}

/** Looks through the camera until a code is read; a photograph does as well. */
export function CameraDialog({
  close,
  onCode,
}: {
  readonly close: () => void
  readonly onCode: (code: string) => void
}) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const heard = useRef(onCode)
  heard.current = onCode
  const [trouble, setTrouble] = useState<Text | null>(null)
  const [running, setRunning] = useState(false)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  useEffect(() => {
    const element = video.current
    if (!element) return
    let over = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const canvas = document.createElement('canvas')
    const look = async (): Promise<void> => {
      if (over) return
      const picture = frameOf(element, canvas)
      if (picture) {
        const { decode } = await import('./decoder.ts')
        const code = best(await decode(picture))
        if (code && !over) {
          over = true
          heard.current(code)
          return
        }
      }
      timer = setTimeout(() => void look().catch(fault => setTrouble(readerTrouble(fault))), PACE)
    }
    const begin = async (): Promise<void> => {
      if (!navigator.mediaDevices?.getUserMedia) throw new Error('no camera here')
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_920 }, height: { ideal: 1_080 } },
        audio: false,
      })
      if (over) return stop()
      element.srcObject = stream
      await element.play()
      setRunning(true)
      await look()
    }
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    begin().catch(fault => !over && setTrouble(cameraTrouble(fault)))
    return () => {
      over = true
      clearTimeout(timer)
      stop()
    }
  }, [])

  const fromPhotograph = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setTrouble(null)
    try {
      const { decode } = await import('./decoder.ts')
      const code = best(await decode(file, true))
      if (code) heard.current(code)
      else
        setTrouble(
          text(
            '照片里没有读到条码。请让条码占满画面、对焦清楚、没有反光，再拍一张。',
            'No code was found in the photograph. Fill the picture with the code, sharp and without glare, and take another.',
          ),
        )
    } catch (fault) {
      setTrouble(readerTrouble(fault))
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="dialog camera"
      aria-labelledby="camera-title"
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
    >
      <div className="row">
        <h2 id="camera-title">{t(text('用摄像头扫码', 'Scan with the camera'))}</h2>
        <span className="sp" />
        <button type="button" className="btn quiet" onClick={close}>
          {t(text('关闭', 'Close'))}
        </button>
      </div>
      <div className="camera-picture" hidden={trouble !== null}>
        <video ref={video} playsInline muted />
        <i aria-hidden="true" />
      </div>
      <p className={trouble ? 'notice warn' : 'sub'} role="status">
        {trouble
          ? t(trouble)
          : running
            ? t(text('把条码放进框内，读到后自动打开。', 'Hold the code inside the frame; it opens by itself.'))
            : t(text('正在打开摄像头…', 'Opening the camera…'))}
      </p>
      <label className="btn camera-file">
        {t(text('拍照或选照片', 'Take or choose a photograph'))}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="sr"
          onChange={event => void fromPhotograph(event.target.files?.[0])}
        />
      </label>
    </dialog>
  )
}

const readerTrouble = (fault: unknown): Text =>
  text(
    `识读程序没有启动（${fault instanceof Error ? fault.message : String(fault)}）。请用扫码枪或手工输入，并把这句话告诉管理员。`,
    `The reader did not start (${fault instanceof Error ? fault.message : String(fault)}). Use a hand scanner or type, and tell the administrator this sentence.`,
  )

/** The present picture of the camera; null while there is none. */
function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return null
  const scale = Math.min(1, LONGEST / Math.max(videoWidth, videoHeight))
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null
}
