import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import bwipjs from 'bwip-js/node'
import { coverage, printableJson } from './glyphs.ts'

/** One document to set: a Typst template and the JSON that it shows. */
export interface PressJob {
  /** Path of the `.typ` file. */
  readonly template: string
  /** Read by the template through `/bihuan.typ`; strings in it are text, never markup. */
  readonly data: unknown
  /** Content of the QR code in the footer. */
  readonly qr?: string
  /** Marks up structure for screen readers; default true. A register does without: its tags are twenty times its text. */
  readonly tagged?: boolean
}

/** A template that does not compile; the message names file, line and cause. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError'
}

/** PDF/A-2u: PDF/A-2b whose text can also be searched and copied as Unicode. */
const STANDARD = 'a-2u'

// The root exists only in the compiler's memory: a template reaches no file of the machine.
const ROOT = process.platform === 'win32' ? 'C:/bihuan-press' : '/bihuan-press'

/** Age, in prints, after which the compiler forgets what it remembers of a document. */
const MEMORY = 2

const SHARED = ['bihuan.typ', 'chart.typ']

const qrCode = (content: string): string => bwipjs.toSVG({ bcid: 'qrcode', text: content })

/** Draws the codes that the data ask for as `{ qrOf }`: the template gets `{ svg }` in their place. */
const withCodes = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(withCodes)
  if (typeof data !== 'object' || data === null) return data
  if ('qrOf' in data && typeof data.qrOf === 'string') return { svg: qrCode(data.qrOf) }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withCodes(value)]))
}

/** Sets documents as PDF/A with the embedded Chinese fonts; loads compiler and fonts once, takes no file and no network after. */
export class Typesetter {
  readonly #compiler: NodeCompiler
  readonly #covers: (codePoint: number) => boolean
  readonly #known = new Map<string, string>()

  constructor() {
    const require = createRequire(import.meta.url)
    const font = (file: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)
    const regular = font('400Regular/NotoSansSC_400Regular.ttf')
    const fontPaths = [regular, font('700Bold/NotoSansSC_700Bold.ttf')]
    this.#compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths }] })
    this.#covers = coverage(readFileSync(regular))
  }

  /**
   * Sets one document.
   * @returns the bytes of a PDF/A-2u file; the same job gives the same bytes
   * @throws TypesettingError when the template does not compile
   */
  set(job: PressJob): Uint8Array {
    for (const name of SHARED) this.#source(name, new URL(name, import.meta.url))
    this.#source('main.typ', job.template)
    const data = JSON.stringify({
      ...(withCodes(printableJson(job.data, this.#covers)) as object),
      qr: job.qr ? qrCode(job.qr) : null,
    })
    this.#compiler.mapShadow(`${ROOT}/data.json`, Buffer.from(data))
    try {
      const compiled = this.#compiler.compile({ mainFilePath: `${ROOT}/main.typ` })
      const diagnostics = compiled.hasError() ? compiled.takeDiagnostics() : null
      if (diagnostics || !compiled.result) throw this.#refused(job, diagnostics)
      return this.#compiler.pdf(compiled.result, { pdfStandard: STANDARD, pdfTags: job.tagged ?? true })
    } catch (error) {
      if (error instanceof TypesettingError) throw error
      throw new TypesettingError(`${job.template}: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      this.#compiler.unmapShadow(`${ROOT}/data.json`)
      this.#compiler.evictCache(MEMORY)
    }
  }

  #source(name: string, file: string | URL): void {
    const source = readFileSync(file, 'utf8')
    if (this.#known.get(name) === source) return
    this.#compiler.addSource(`${ROOT}/${name}`, source)
    this.#known.set(name, source)
  }

  #refused(job: PressJob, diagnostics: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): TypesettingError {
    const lines = (diagnostics ? this.#compiler.fetchDiagnostics(diagnostics) : [])
      .filter(found => found.severity === 1)
      .map(found => `${found.path}:${(found.range?.start.line ?? -1) + 1}: ${found.message}`)
    return new TypesettingError(`${job.template} does not compile\n${lines.join('\n')}`)
  }
}
