/** Days before something, one number, a yes or a no. */
export type Value = readonly number[] | number | boolean

/** Something the product sets by itself: what it is called, what holds where nobody has chosen, what may be chosen. */
export type Setting<One extends Value = Value> = {
  readonly key: string
  /** Under which heading of the page. */
  readonly about: About
  readonly title: string
  readonly hint?: string
  readonly usual: One
  /** The numbers it may hold; null of a yes or a no. */
  readonly bounds: Bounds | null
  /** The value kept, or null where that is none of its kind. */
  readonly read: (kept: unknown) => One | null
}
type Bounds = { readonly least: number; readonly most: number }

export const headings = {
  status: 'Статус площадки',
  applications: 'Заявки и экспертиза',
  work: 'Отчёты и поручения',
  papers: 'Справки и сертификаты',
  learning: 'Профессиональные дефициты',
  mentoring: 'Наставничество',
  adaptation: 'Внедрение у себя',
} as const
export type About = keyof typeof headings

const isWithin = ({ least, most }: Bounds, value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && least <= value && value <= most

type Said = Pick<Setting, 'key' | 'about' | 'title'>
const of = (about: About, key: string, title: string): Said => ({ about, key, title })

function days(said: Said, ...usual: readonly number[]): Setting<readonly number[]> {
  const bounds = { least: 0, most: 365 }
  const read = (kept: unknown) => (Array.isArray(kept) && kept.every((one): one is number => isWithin(bounds, one)) ? kept : null)
  return { ...said, usual, bounds, read, hint: 'Через запятую; 0 — в сам день. Пусто — не напоминать' }
}

function whole(said: Said, usual: number, [least, most]: readonly [number, number]): Setting<number> {
  const bounds = { least, most }
  return { ...said, usual, bounds, read: (kept) => (isWithin(bounds, kept) ? kept : null) }
}

const yesNo = (said: Said, usual: boolean, hint: string): Setting<boolean> => ({
  ...{ ...said, usual, hint, bounds: null },
  read: (kept) => (typeof kept === 'boolean' ? kept : null),
})

/** Everything the product sets by itself. What a regulation says stands in the regulation and not here. */
export const settings = {
  statusReminders: days(of('status', 'statusReminders', 'За сколько дней предупреждать, что статус кончается'), 90, 30, 7),
  contractReminders: days(of('status', 'contractReminders', 'За сколько дней предупреждать, что кончается договор'), 30, 7),
  suspension: yesNo(
    of('status', 'suspension', 'Статус можно приостановить, если Положение об этом молчит'),
    true,
    'Если Положение говорит о приостановке, действует оно',
  ),
  checkDays: whole(of('applications', 'checkDays', 'За сколько дней проверяют заявку'), 7, [1, 90]),
  informationReminders: days(of('applications', 'informationReminders', 'За сколько дней напоминать о вопросе по заявке'), 2, 0),
  draftReminders: days(
    of('applications', 'draftReminders', 'За сколько дней до конца приёма напоминать о неотправленной заявке'),
    ...[7, 1],
  ),
  reviewReminders: days(of('applications', 'reviewReminders', 'За сколько дней напоминать эксперту'), 7, 3, 1, 0),
  experts: whole(of('applications', 'experts', 'Сколько экспертов читают одну заявку'), 2, [1, 9]),
  spread: whole(of('applications', 'spread', 'При каком расхождении экспертов нужен ещё один, процентов'), 25, [1, 100]),
  reportReminders: days(of('work', 'reportReminders', 'За сколько дней напоминать об отчёте'), 30, 7, 0),
  decisionReminders: days(
    of('work', 'decisionReminders', 'За сколько дней напоминать, что кончается срок решения по плану, программе, отчёту'),
    ...[3, 0],
  ),
  assignmentReminders: days(of('work', 'assignmentReminders', 'За сколько дней напоминать о поручении'), 7, 0),
  completionCertificate: yesNo(
    of('papers', 'completionCertificate', 'Об освоении программы площадки выдают сертификат'),
    false,
    'Если нет, выдают справку. Положение об этом молчит',
  ),
  deficits: yesNo(
    of('learning', 'deficits', 'Педагоги называют свои профессиональные дефициты, хотя Положение об этом молчит'),
    false,
    'Если Положение говорит о дефицитах или индивидуальных маршрутах, действует оно',
  ),
  routes: yesNo(
    of('learning', 'routes', 'Педагоги и методисты составляют индивидуальные маршруты, хотя Положение об этом молчит'),
    false,
    'Только там, где записывают дефициты. Если Положение говорит о маршрутах, действует оно',
  ),
  meetings: yesNo(
    of('work', 'meetings', 'Центр ведёт и рабочие встречи, которых в Положении нет'),
    false,
    'Виды совещаний, названные в Положении, есть и без этого',
  ),
  pairs: yesNo(
    of('mentoring', 'pairs', 'На площадках работают наставнические пары, хотя Положение о наставничестве молчит'),
    false,
    'Если Положение говорит о наставничестве, действует оно',
  ),
  pairLimit: whole(of('mentoring', 'pairLimit', 'Сколько пар ведёт один наставник, пока не решил иначе сам'), 3, [1, 30]),
  pairSilence: whole(
    of('mentoring', 'pairSilence', 'Через сколько дней без вестей спросить обоих, как идёт работа в паре'),
    ...([30, [7, 180]] as const),
  ),
  firstCheck: whole(
    of('adaptation', 'firstCheck', 'Через сколько дней после внедрения спрашивать, как идёт'),
    ...([30, [1, 365]] as const),
  ),
  secondCheck: whole(
    of('adaptation', 'secondCheck', 'Через сколько дней после внедрения спрашивать во второй раз'),
    ...([90, [2, 730]] as const),
  ),
  readingDays: whole(of('work', 'readingDays', 'Через сколько дней напоминать, что документ не прочитан'), 7, [1, 90]),
}

/** All of them, for those who treat them alike. */
export const allSettings: readonly Setting[] = Object.values(settings)

/** What a territory has chosen otherwise, by the keys of settings. */
export type Chosen = Readonly<Record<string, unknown>>

/** What holds: the choice where it can be one, else what the product says. */
export const chosenIn = <One extends Value>(chosen: Chosen, setting: Setting<One>): One =>
  setting.read(chosen[setting.key]) ?? setting.usual

/** The value in words: «90, 30, 7», «14», «да»; no days at all is «не напоминать». */
export function saidOf(value: Value): string {
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value === 'number') return String(value)
  return value.length === 0 ? 'не напоминать' : value.join(', ')
}

const isSame = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is kept of a whole form: only what differs from the usual, so that who has chosen nothing goes with the product. */
export const keptOf = (values: Readonly<Record<string, Value>>): Chosen =>
  Object.fromEntries(
    allSettings.flatMap((one) => {
      const value = values[one.key]
      return value === undefined || isSame(value, one.usual) ? [] : [[one.key, value]]
    }),
  )

/** What a change of the choices changes: each setting with what held before and what holds now. */
export const changesBetween = (before: Chosen, after: Chosen) =>
  allSettings.flatMap((setting) => {
    const [was, is] = [chosenIn(before, setting), chosenIn(after, setting)]
    return isSame(was, is) ? [] : [{ setting: setting.key, was: saidOf(was), is: saidOf(is) }]
  })
