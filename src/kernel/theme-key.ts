/** Two themes are one theme when only letter case, «ё», spaces and punctuation differ. */
export const themeKey = (theme: string): string =>
  theme
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
