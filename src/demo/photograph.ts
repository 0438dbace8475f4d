import { crc32, deflateSync } from 'node:zlib'
import { contentHash } from '../server/attachments/attachment-file.ts'
import type { Today } from './complaint-today.ts'
import { type Chance, chance, namedId } from './world/chance.ts'

const WIDTH = 480
const HEIGHT = 320

/** A photograph that somebody took for a record: uploaded, and kept where the demo has a folder for files. Answers its id. */
export async function photographOf({ stage, keep }: Today, by: string, name: string): Promise<string> {
  const content = picture(chance(`photograph ${name}`))
  const sha256 = contentHash(content)
  const id = namedId('photograph', `${name} ${stage.now()}`)
  await keep?.(sha256, content)
  await stage.kernel.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, $3, 'image/png', $4, $5, $6)`,
    [id, sha256, name, content.length, stage.as(by).id, stage.now()],
  )
  return id
}

/** Cartons on a pallet before a wall, as far as a few rectangles can show it; a real PNG. */
function picture(luck: Chance): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  const paint = (
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    [r, g, b]: readonly [number, number, number],
  ): void => {
    for (let y = y0; y < y1; y += 1)
      for (let x = x0; x < x1; x += 1) {
        const grain = ((x * 7 + y * 13) % 9) - 4
        rows.set(
          [r + grain, g + grain, b + grain].map(value => Math.max(0, Math.min(255, value))),
          y * (WIDTH * 3 + 1) + 1 + x * 3,
        )
      }
  }
  paint(0, 0, WIDTH, 210, [176, 182, 184])
  paint(0, 210, WIDTH, HEIGHT, [112, 108, 102])
  paint(70, 262, 410, 278, [92, 66, 40])
  for (let row = 0; row < 3; row += 1)
    for (let column = 0; column < 4 - row; column += 1) {
      const x = 80 + column * 80 + row * 36 + luck.between(-4, 4)
      const y = 204 - row * 60
      paint(x, y, x + 74, y + 56, [188 - row * 12, 146, 96])
      paint(x + 30, y, x + 42, y + 56, [214, 196, 150])
      paint(x + 8, y + 30, x + 26, y + 46, [240, 238, 230])
    }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', Buffer.from([0, 0, WIDTH >> 8, WIDTH & 255, 0, 0, HEIGHT >> 8, HEIGHT & 255, 8, 2, 0, 0, 0])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
