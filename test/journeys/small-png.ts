/** A screenshot with at most 256 colours: a third of the size, and nobody sees it on a page of text and lines. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

interface Pixels {
  readonly width: number
  readonly height: number
  /** Bytes of a pixel in {@link bytes}: red, green, blue, and more that does not matter. */
  readonly step: number
  readonly bytes: Buffer
}

/** Answers the picture with a palette. */
export const smallPng = (png: Buffer): Buffer => {
  const pixels = pixelsOf(png)
  const { width, height } = pixels
  const { palette, indexed } = reduced(pixels)
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) indexed.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const data = deflateSync(lines, { level: 9, memLevel: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const pixelsOf = (png: Buffer): Pixels => {
  const parts: Buffer[] = []
  let [width, height, step] = [0, 0, 3]
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') {
      width = data.readUInt32BE(0)
      height = data.readUInt32BE(4)
      step = data[9] === 6 ? 4 : 3
    }
    if (name === 'IDAT') parts.push(data)
    at += length + 12
  }
  return { width, height, step, bytes: unfiltered(inflateSync(Buffer.concat(parts)), width * step, height, step) }
}

/** Takes back the filters by which PNG makes lines easy to compress. */
const unfiltered = (raw: Buffer, line: number, height: number, step: number): Buffer => {
  const out = Buffer.alloc(line * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)]
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x
      const left = x >= step ? (out[at - step] ?? 0) : 0
      const up = y > 0 ? (out[at - line] ?? 0) : 0
      const corner = x >= step && y > 0 ? (out[at - line - step] ?? 0) : 0
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0
      out[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

const paeth = (left: number, up: number, corner: number): number => {
  const sum = left + up - corner
  const [l, u, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)]
  return l <= u && l <= c ? left : u <= c ? up : corner
}

type Colour = readonly [number, number, number]

/** The 256 colours that occur most, five bits a channel, and which of them each pixel is nearest to. */
const reduced = ({ width, height, step, bytes }: Pixels): { palette: Buffer; indexed: Buffer } => {
  const counts = new Map<number, number>()
  const exact = new Map<number, number>()
  const size = width * height
  const keys = new Uint16Array(size)
  for (let i = 0; i < size; i += 1) {
    const at = i * step
    const colour = bytes.readUIntBE(at, 3)
    const key = ((colour >> 19) << 10) | (((colour >> 11) & 31) << 5) | ((colour >> 3) & 31)
    keys[i] = key
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (!exact.has(key)) exact.set(key, colour)
  }
  const kept = [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, 256)
  const colours = kept.map(([key]) => rgb(exact.get(key) ?? 0))
  const nearest = new Map(kept.map(([key], index) => [key, index]))
  for (const key of counts.keys()) if (!nearest.has(key)) nearest.set(key, closest(colours, rgb(exact.get(key) ?? 0)))
  const indexed = Buffer.alloc(size)
  for (let i = 0; i < size; i += 1) indexed[i] = nearest.get(keys[i] ?? 0) ?? 0
  return { palette: Buffer.from(colours.flat()), indexed }
}

const rgb = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255]

const closest = (colours: readonly Colour[], [red, green, blue]: Colour): number => {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (const [index, [r, g, b]] of colours.entries()) {
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (far < least) [best, least] = [index, far]
  }
  return best
}
