// Runs before anything is painted: theme and language as last chosen on this device, so that nothing flashes.
;(() => {
  try {
    const theme = localStorage.getItem('bihuan.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    const language = localStorage.getItem('bihuan.language')
    if (language === 'zh-Hant' || language === 'en') document.documentElement.lang = language
  } catch {
    // Storage is closed in this browser: the system's theme and Simplified Chinese apply.
  }
})()
