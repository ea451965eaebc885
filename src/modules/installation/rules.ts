import { no, type RuleRefusal } from '../../kernel/result.ts'

/** Time zones of Russia by what their people call them, from west to east: how far the clock is from Moscow's, and «по Москве» of deadlines. */
export const timeZones = {
  'Europe/Kaliningrad': ['Калининградское время, −1 час от Москвы', 'по Калининграду'],
  'Europe/Moscow': ['Московское время', 'по Москве'],
  'Europe/Samara': ['Самарское время, +1 час к Москве', 'по Самаре'],
  'Asia/Yekaterinburg': ['Екатеринбургское время, +2 часа к Москве', 'по Екатеринбургу'],
  'Asia/Omsk': ['Омское время, +3 часа к Москве', 'по Омску'],
  'Asia/Krasnoyarsk': ['Красноярское время, +4 часа к Москве (и Алтай, Кузбасс, Новосибирск, Томск)', 'по Красноярску'],
  'Asia/Irkutsk': ['Иркутское время, +5 часов к Москве', 'по Иркутску'],
  'Asia/Yakutsk': ['Якутское время, +6 часов к Москве (и Забайкалье, Амурская область)', 'по Якутску'],
  'Asia/Vladivostok': ['Владивостокское время, +7 часов к Москве', 'по Владивостоку'],
  'Asia/Magadan': ['Магаданское время, +8 часов к Москве (и Сахалин)', 'по Магадану'],
  'Asia/Kamchatka': ['Камчатское время, +9 часов к Москве', 'по Камчатке'],
} as const
export type TimeZone = keyof typeof timeZones

const letters: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm' },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

/** Words that every territory's name has: an address says what is its own. */
const common = /^(муниципальн|городск|сельск|район|округ|област|край$|края$|республик|автономн)/

const longestCode = 40

/** What a territory is called in addresses, from its short name: «Усть-Ишимский район» is `ust-ishimskiy`. Empty when nothing of it can be written so. */
export function codeFromName(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return latin(words.filter((word) => !common.test(word))) || latin(words)
}

/** Words as an address may have them: letters and digits, a letter first, none cut in the middle. Empty when no letter begins one. */
function latin(words: readonly string[]): string {
  const parts = words.flatMap(
    (word) =>
      [...word]
        .map((letter) => letters[letter] ?? letter)
        .join('')
        .replace(/[^a-z0-9]/g, '') || [],
  )
  let code = ''
  for (const part of parts.slice(parts.findIndex((part) => /^[a-z]/.test(part)))) {
    const longer = code === '' ? part.slice(0, longestCode) : `${code}-${part}`
    if (!/^[a-z]/.test(part) && code === '') return ''
    if (longer.length > longestCode) break
    code = longer
  }
  return code
}

/** The first of `luga`, `luga-2`, `luga-3` … that nobody has. */
export function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  let code = wanted
  for (let n = 2; taken.has(code); n++) code = `${wanted.slice(0, longestCode - 4)}-${n}`
  return code
}

/** Codes that would be taken for something else. */
const reserved: ReadonlySet<string> = new Set(['installation', 'new', 'all'])

/** Why a code typed by hand does not do; null when it does. */
export function whyNotCode(code: string, taken: ReadonlySet<string>): RuleRefusal | null {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code)) return no('territory.codeUnfit', { field: 'code' })
  const free = freeCode(code, new Set([...taken, ...reserved]))
  return free === code ? null : no('territory.codeTaken', { field: 'code', params: { free } })
}

/** How far a zone is from Greenwich on one day of winter: «GMT+07:00». */
const offsetOf = (timeZone: string): string | undefined =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date('2026-01-15T12:00:00Z'))
    .find(({ type }) => type === 'timeZoneName')?.value

/** A time zone as its people call it. Zones of one place, «Asia/Novokuznetsk», are called as the one they keep time with. */
export function nameOfZone(zone: string): string {
  const same = offsetOf(zone)
  const known =
    Object.entries(timeZones).find(([name]) => name === zone) ??
    Object.entries(timeZones).find(([name]) => offsetOf(name) === same)
  return known?.[1][0] ?? zone
}
