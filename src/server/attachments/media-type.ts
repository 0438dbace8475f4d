import { fileTypeFromBuffer } from 'file-type'
import { type Refusal, refuse } from '../../kernel/refusal.ts'

/** Kinds of file that may be attached, with the endings that their names may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'video/mp4': ['mp4', 'm4v', 'mov'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
}

/** Kinds that the sniffer tells apart more finely than people do. */
const SAME: Readonly<Record<string, string>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/mp4',
}

const fileList = {
  zh: 'PDF、PNG、JPEG、WEBP、HEIC 图片、MP4 视频、DOCX、XLSX、TXT、CSV',
  en: 'PDF, PNG, JPEG, WEBP and HEIC pictures, MP4 video, DOCX, XLSX, TXT and CSV',
}

const notAllowed: Refusal = refuse(
  'file-kind',
  {
    zh: `不接受这种文件。可以上传：${fileList.zh}。`,
    en: `Files of this kind are not taken. You may upload ${fileList.en}.`,
  },
  { field: 'file' },
)

const notWhatItSays: Refusal = refuse(
  'file-content',
  {
    zh: `文件内容与扩展名不符，已拒绝。请用正确的格式另存后再上传（${fileList.zh}）。`,
    en: `The content is not what the name says, so it was refused. Save it in its proper format and upload it again (${fileList.en}).`,
  },
  { field: 'file' },
)

const emptyFile: Refusal = refuse(
  'file-empty',
  { zh: '文件是空的，请检查后重新选择。', en: 'The file is empty. Check it and choose it again.' },
  { field: 'file' },
)

/**
 * The kind of a file from its content; its name must agree. What browsers could run (HTML, SVG, scripts) and archives are
 * never taken, whatever they are called.
 */
export const mediaTypeOf = async (content: Uint8Array, name: string): Promise<string | Refusal> => {
  if (content.length === 0) return emptyFile
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const said = Object.keys(ALLOWED).find(kind => ALLOWED[kind]?.includes(ending))
  if (said === undefined) return notAllowed
  const sniffed = await fileTypeFromBuffer(content)
  if (sniffed === undefined) return said.startsWith('text/') && isPlainText(content) ? said : notWhatItSays
  const kind: string = SAME[sniffed.mime] ?? sniffed.mime
  return kind === said ? kind : notWhatItSays
}

const MARKUP = /^\uFEFF?\s*<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|style|img|a |div|table)/i

/** Text in UTF-8 or GB 18030 without control characters that does not begin like a page or a picture in markup. */
const isPlainText = (content: Uint8Array): boolean => {
  for (const byte of content) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return false
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content)
      return !MARKUP.test(text.slice(0, 500))
    } catch {
      // not in this encoding; the next may fit
    }
  return false
}
