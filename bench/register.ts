import { gunzipSync } from 'node:zlib'
import { atMost, type Figure, kb, ms, toKnow } from './figures.ts'
import { size } from './fill/country.ts'
import type { Bench } from './harness.ts'
import { get, load } from './load.ts'
import { startProgram } from './program.ts'

/** What strangers ask of the register: mostly words and territories, now and then a day, a typing error or a later page. */
export const questions = [
  '/',
  '/?q=читательская+грамотность',
  '/?territory=bench17',
  '/?q=наставничество+в+сельской+школе',
  '/?q=верхнекаменск',
  '/?date=01.10.2025',
  '/?q=функциональная+граматность',
  '/?kind=kindergarten&state=ended',
  '/?page=3',
  '/?q=школа+№+512',
  '/?territory=bench200&q=инклюзивное',
  '/?sort=territory&page=40',
  '/?q=методичиская+служба&state=all',
  '/?q=образование',
].map((path) => ({ path: encodeURI(path) }))

const perSecond = 50

/** The public register under strangers: what a request costs, how long it takes, what a first visit weighs. */
export async function benchRegister(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    await load(program, questions, perSecond, 3)
    const all = await load(program, questions, perSecond, 20)
    const figures = [
      atMost('CPU of the program, a request', all.cpu, 5, ms),
      toKnow('CPU of PostgreSQL, a request', ms(all.databaseCpu)),
      atMost('answers that failed', all.failed, 0, String),
      atMost(`p95 at ${perSecond} requests/s`, all.p95, 50, ms),
      toKnow('p50', ms(all.p50)),
      ...(await firstVisit(program.origin)),
    ]
    return { title: `Public register: ${size.sites} sites of ${size.organisations} organisations`, figures }
  } finally {
    await program.stop()
  }
}

/** Bytes over the wire for somebody who has nothing yet: the page with its style sheet, script and typefaces. */
async function firstVisit(origin: string): Promise<Figure[]> {
  const page = await get(origin, { path: '/' })
  const html = gunzipSync(page).toString()
  const parts = [...new Set(html.match(/\/assets\/[\w.-]+\.(css|js|svg)/g))]
  const style = await (await fetch(origin + parts.find((part) => part.endsWith('.css'))!)).text()
  const fonts = fontsFor(html, style).map((name) => `/assets/${name}`)
  const sizes = new Map<string, number>()
  for (const path of [...parts, ...fonts]) sizes.set(path, (await get(origin, { path })).length)
  const sum = (ending: string) => [...sizes].reduce((all, [path, bytes]) => all + (path.endsWith(ending) ? bytes : 0), 0)
  return [
    atMost('first visit over the wire', page.length + sum(''), 55 * 1024, kb),
    toKnow('  page, style sheet, typefaces', [page.length, sum('.css'), sum('.woff2')].map(kb).join(', ')),
    atMost('script', sum('.js'), 15 * 1024, kb),
  ]
}

/** The parts of the typeface a browser fetches for a page: of those that have a sign of its text the one that comes last. */
function fontsFor(html: string, style: string): string[] {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, '')
  const faces = [...style.matchAll(/@font-face\{[^}]*?url\("([\w.-]+)"\)[^}]*?unicode-range:([^;}]+)/g)].map(
    ([, name, ranges]) => ({
      name: name!,
      ranges: [...ranges!.matchAll(/u\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to]) =>
        [from!, to ?? from!].map((hex) => Number.parseInt(hex, 16)),
      ),
    }),
  )
  const of = (sign: string) =>
    faces.findLast(({ ranges }) => ranges.some(([from, to]) => sign.codePointAt(0)! >= from! && sign.codePointAt(0)! <= to!))
      ?.name
  return [...new Set([...new Set(text)].flatMap((sign) => of(sign) ?? []))]
}
