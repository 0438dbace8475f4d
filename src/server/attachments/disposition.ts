/** Kinds that a browser shows in the page; everything else is saved. */
const INLINE = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

/** Whether a browser may show the kind in the page. */
export const inlineOf = (mediaType: string): boolean => INLINE.has(mediaType)

/** A file name for `Content-Disposition`: plain ASCII for old readers, UTF-8 for all others (RFC 6266). */
export const nameInHeader = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
