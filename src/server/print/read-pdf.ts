import { inflateSync } from 'node:zlib'

/** What a PDF of ours says, read back from its bytes. Knows the parts of PDF that the typesetter writes, no more. */
export interface ReadPdf {
  /** Text of each page in the order of drawing, without spaces and line breaks. */
  readonly pages: readonly string[]
  /** Drawn lines: borders, ticks, and strokes through old values. */
  readonly strokes: number
  /** Names of the fonts, and whether each is embedded. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
  /** Part and level of PDF/A that the metadata claims, e.g. `2U`. */
  readonly claims: string | null
}

interface PdfObject {
  readonly body: string
  readonly stream: Buffer | null
}

const reference = (body: string, key: string): number | null => {
  const found = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(body)
  return found ? Number(found[1]) : null
}

/** Every object of the file, those inside object streams too. */
function objectsOf(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<number, PdfObject>()
  const head = /(\d+) 0 obj\s*([\s\S]*?)(endobj|stream\r?\n)/g
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const [, id, body = '', end] = found
    let stream: Buffer | null = null
    if (end !== 'endobj') {
      const length = Number(/\/Length\s+(\d+)/.exec(body)?.[1])
      const raw = file.subarray(head.lastIndex, head.lastIndex + length)
      stream = body.includes('/FlateDecode') ? inflateSync(raw) : raw
      head.lastIndex += length
    }
    objects.set(Number(id), { body, stream })
    if (stream && /\/Type\s*\/ObjStm/.test(body)) {
      const first = Number(/\/First\s+(\d+)/.exec(body)?.[1])
      const inner = stream.toString('latin1')
      const numbers = inner.slice(0, first).trim().split(/\s+/).map(Number)
      for (let i = 0; i < numbers.length; i += 2) {
        const from = first + (numbers[i + 1] ?? 0)
        const to = numbers[i + 3] === undefined ? inner.length : first + (numbers[i + 3] ?? 0)
        objects.set(numbers[i] ?? -1, { body: inner.slice(from, to), stream: null })
      }
    }
  }
  return objects
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function unicodeOf(cmap: string): Map<string, string> {
  const meanings = new Map<string, string>()
  for (const [, glyph = '', code = ''] of cmap.matchAll(/^<([0-9A-F]{4})>\s*<([0-9A-F]+)>$/gim)) {
    meanings.set(glyph.toLowerCase(), utf16(code))
  }
  return meanings
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a string in a content stream, as hexadecimal; strings are written `<…>` or `(…)`, whichever is shorter. */
function glyphsOf(token: string): string {
  if (token.startsWith('<')) return token.slice(1, -1)
  const plain = token
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped),
    )
  return Buffer.from(plain, 'latin1').toString('hex')
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined
  let text = ''
  const tokens = /\/(\w+) [\d.]+ Tf|<[0-9a-fA-F]+>|\((?:\\[\s\S]|[^\\()]|\([^()]*\))*\)/g
  for (const [token, name] of content.matchAll(tokens)) {
    if (name) font = fonts.get(name)
    else for (const glyph of glyphsOf(token).match(/.{4}/g) ?? []) text += font?.get(glyph.toLowerCase()) ?? ''
  }
  return text.replaceAll(/\s/g, '')
}

/** Reads a PDF that the typesetter wrote. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes)
  const objects = objectsOf(file)
  const body = (id: number | null) => (id === null ? '' : (objects.get(id)?.body ?? ''))
  const stream = (id: number | null) => (id === null ? '' : (objects.get(id)?.stream?.toString('latin1') ?? ''))

  const pages: string[] = []
  let strokes = 0
  const root = [...objects.values()].find(object => /\/Type\s*\/Pages\b/.test(object.body))
  const order = [...(/\/Kids\s*\[([^\]]*)\]/.exec(root?.body ?? '')?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])]
  for (const page of order.map(found => body(Number(found[1])))) {
    const resources = /\/Font\s*<<([^>]*)>>/.exec(page + body(reference(page, 'Resources')))?.[1] ?? ''
    const fonts = new Map<string, Map<string, string>>()
    for (const [, name = '', id] of resources.matchAll(/\/(\w+)\s+(\d+) 0 R/g)) {
      fonts.set(name, unicodeOf(stream(reference(body(Number(id)), 'ToUnicode'))))
    }
    const content = stream(reference(page, 'Contents'))
    strokes += content.match(/^S$/gm)?.length ?? 0
    pages.push(textOf(content, fonts))
  }

  const fonts = [...objects.values()]
    .filter(object => /\/Type\s*\/FontDescriptor/.test(object.body))
    .map(object => ({
      name: /\/FontName\s*\/([^\s/>]+)/.exec(object.body)?.[1] ?? '',
      embedded: stream(reference(object.body, 'FontFile[23]?')).length > 1000,
    }))
  const claim = /<pdfaid:part>(\d)<\/pdfaid:part><pdfaid:conformance>(\w)</.exec(file.toString('latin1'))
  return { pages, strokes, fonts, claims: claim ? `${claim[1]}${claim[2]}` : null }
}
