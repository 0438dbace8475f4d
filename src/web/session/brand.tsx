/** The mark and the name. */
export function Brand({ size = 24 }: { readonly size?: number }) {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
        <path d="M22.6 11.2a8.4 8.4 0 1 0 1.7 6.6" />
        <path d="m11.6 16.2 3.4 3.4 9.6-9.8" />
      </svg>
      <b>闭环</b> Bihuan
    </span>
  )
}
