const SYSTEMS = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const
const BROWSERS = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

/** Browser and system as a person knows them, from what the browser says of itself. */
export function deviceName(agent: string | null): string | null {
  const system = SYSTEMS.find(([sign]) => sign.test(agent ?? ''))?.[1]
  const browser = BROWSERS.find(([sign]) => sign.test(agent ?? ''))?.[1]
  return [browser, system].filter(Boolean).join(' · ') || null
}
