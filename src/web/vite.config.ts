import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const target = fileURLToPath(new URL('../../dist/web', import.meta.url))
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Writes `.br` and `.gz` beside every asset that compresses well, so that the server compresses nothing at run time.
 * `index.html` stays alone: the server writes a fresh nonce into each answer.
 */
function compressed(): Plugin {
  let folder = target
  return {
    name: 'bihuan-compressed',
    apply: 'build',
    configResolved: config => {
      folder = config.build.outDir.startsWith('/') ? config.build.outDir : join(config.root, config.build.outDir)
    },
    closeBundle: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const work = entries.map(async entry => {
        if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest|txt|wasm)$/.test(entry.name)) return
        const path = join(entry.parentPath, entry.name)
        const content = await readFile(path)
        if (content.length < 512) return
        const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        await Promise.all([
          brotli(content, options).then(small => writeFile(`${path}.br`, small)),
          zip(content, { level: 9 }).then(small => writeFile(`${path}.gz`, small)),
        ])
      })
      await Promise.all(work)
    },
  }
}

export default defineConfig({
  root,
  plugins: [react(), compressed()],
  build: {
    // which chunk holds which page: the benchmark adds up what a page loads
    manifest: true,
    outDir: target,
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the page allows neither inline scripts nor data: fonts; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What every page needs comes in two files instead of two dozen.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 2 },
            {
              name: 'base',
              test: /src[\\/](kernel[\\/](text|duration)|web[\\/](state|session[\\/](session|brand|language)|look[\\/]theme|api|language|format|written|meta|connection))/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.BIHUAN_URL ?? 'http://127.0.0.1:4180' } },
})
