import { steadyMs } from '../src/kernel/clock.ts'
import { goodPassword } from '../test/factories/accounts.ts'
import { atMost, type Figure, ms, percentile, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { type Running, startProgram } from './program.ts'
import { signedIn } from './sign-in.ts'

const warmAsks = 9
const at = '/t/region'
const who = 'official 2301'
/** Everyone of the region but whoever signs, a head and a teacher and thirty more in each of 4,000 organisations, and the official; one line for the head of the table. */
const linesOfPeople = 4000 * 32 + 1 + 1

/** The place of a name in the middle of the alphabet: the page that begins there. */
const far = Buffer.from(JSON.stringify(['Новикова', 'Ирина', 'Петровна', '80000000-0000-4000-8000-000000000000'])).toString(
  'base64url',
)

type Answer = { readonly status: number; readonly text: string }
type Question = { readonly what: string; readonly most: number | null; readonly ask: () => Promise<Answer> }

/** What is heavy in one region of 4,000 organisations: the first answer of a fresh program, and the later ones. An answer other than a page is a figure. */
export async function benchRegion(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await signedIn(bench, program, who, 'region')
    const get = (path: string) => async (): Promise<Answer> => {
      const answer = await fetch(program.origin + encodeURI(path), { headers: { cookie } })
      return { status: answer.status, text: await answer.text() }
    }
    const questions: Question[] = [
      { what: 'first page of an official', most: 10, ask: get(at) },
      { what: 'search of the header, an organisation', most: 12, ask: get(`${at}/search?q=школа 31512`) },
      { what: 'search of the header, a name', most: 12, ask: get(`${at}/search?q=Иванова`) },
      { what: 'people by two names', most: 10, ask: get(`${at}/people?q=Иванова Анна`) },
      { what: 'organisations by a word', most: 10, ask: get(`${at}/organisations?q=детский`) },
      { what: 'people, a page far from both ends', most: 10, ask: get(`${at}/people?page=100&after=${far}`) },
      { what: 'people.csv, whole', most: null, ask: get(`${at}/people.csv`) },
      { what: 'sign-in with a password', most: null, ask: () => signIn(program) },
    ]
    const figures: Figure[] = []
    for (const question of questions) figures.push(...(await answered(program, question)))
    figures.push(toKnow('words of the search written anew, as an upgrade does: CPU', ms(await searchAnew(bench, program))))
    return { title: 'One region: 4,000 organisations, 1,000 sites, 128,000 people', figures }
  } finally {
    await program.stop()
  }
}

async function searchAnew({ admin }: Bench, program: Running): Promise<number> {
  const before = program.databaseCpuMs()
  await admin.query(
    "select set_config('app.territory_id', id::text, false), search_rebuild() from territories where code = 'region'",
  )
  return program.databaseCpuMs() - before
}

async function answered(program: Running, { what, most, ask }: Question): Promise<Figure[]> {
  let [failed, began] = [0, steadyMs()]
  const note = (answer: Answer) => {
    if (answer.status >= 400) failed++
    return answer
  }
  const first = note(await ask())
  const cold = steadyMs() - began
  const spent = () => program.cpuMs() + program.databaseCpuMs()
  const before = spent()
  const times: number[] = []
  for (let n = 0; n < warmAsks; n++) {
    began = steadyMs()
    note(await ask())
    times.push(steadyMs() - began)
  }
  const cpu = (spent() - before) / warmAsks
  const cost = `${what}: CPU of the program and of PostgreSQL`
  const lines = first.text.trimEnd().split('\n').length
  return [
    most === null ? toKnow(cost, ms(cpu)) : atMost(cost, cpu, most, ms),
    toKnow('  first answer, later ones (median)', `${ms(cold)}, ${ms(percentile(times, 0.5))}`),
    ...(failed > 0 ? [atMost('  answers that failed', failed, 0, String)] : []),
    ...(what.includes('csv') ? [atMost('  lines that are missing', linesOfPeople - lines, 0, String)] : []),
  ]
}

/** As a browser does it: the form, then what it sends. */
async function signIn({ origin }: Running): Promise<Answer> {
  const form = await fetch(`${origin}/sign-in`)
  const cookie = form.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const key = /name="_key" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const body = new URLSearchParams({ _key: key, email: `${who.replace(' ', '')}@example.org`, password: goodPassword })
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin } })
  return { status: answer.status, text: await answer.text() }
}
